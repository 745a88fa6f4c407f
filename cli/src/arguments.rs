//! What can be typed: the one description that help, completions and man pages are made from.

mod checkin;
mod choice;
mod contacts;
mod grants;
mod incapacity;
pub(crate) mod kind;
mod messages;
mod people;
mod reconcile;
mod relay;
mod share;
mod sources;

pub(crate) use checkin::Checkin;
pub(crate) use contacts::{
    Approve, AskContacts, Become, Choose, Contacts, ContactsAct, DropContact, Keep, Parts, Split, Veto,
    WithContacts,
};
pub(crate) use grants::Ask as AskDelegation;
pub(crate) use grants::{
    Allow, BreakGlass, CodeTo, Delegate, DrawStanding, Give, Grant, PORT, Redeem, Revoke, Serve, Shown,
    Standing, StandingTo, Waiting,
};
pub(crate) use incapacity::{Enter, Incapacity, IncapacityAct, Prepare};
pub(crate) use kind::{Kind, Stated};
pub(crate) use messages::{AnswerMessage, Messages, MessagesAct, ReadMessages, WriteMessage};
pub(crate) use people::{End, Invite, People, PeopleAct};
pub(crate) use reconcile::{ExportReconciled, Reconcile, ReconcileAct, Two, UndoDecision};
pub(crate) use relay::UseRelay;
pub(crate) use share::{
    HealthCard, Link, Links, LinksAct, OneLink, Pdf, Pdfs, Share, ShowLink, Summary, UpdateLink,
};
pub(crate) use sources::{AddSource, FindSource, PullSource, RemoveSource, SourceKey, Sources, SourcesAct};

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::tz::TimeZone;
use pocketchart::{Section, Unit};
use std::path::PathBuf;

/// Help texts stand in `strings/en.ftl` under `help-…`; see [`crate::help`].
#[derive(Parser)]
#[command(name = "pocketchart", version, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) settings: Settings,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Args)]
pub(crate) struct Settings {
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        env = "POCKETCHART_RECORD",
        hide_env = true
    )]
    pub(crate) record: Option<PathBuf>,
    #[arg(long, global = true)]
    pub(crate) confidential: bool,
    #[arg(long, global = true, value_name = "N")]
    pub(crate) passphrase_fd: Option<u32>,
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[arg(long, global = true)]
    pub(crate) yes: bool,
    #[arg(long, global = true)]
    pub(crate) accept_older: bool,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    Create(Create),
    Import(Import),
    Imports(Imports),
    Sources(Sources),
    Sections,
    List(List),
    Item(Item),
    Timeline(Timeline),
    Search(Search),
    Trends(Trends),
    Growth(Growth),
    Check(Check),
    Vaccines(Vaccines),
    Due(OnDay),
    Explain(Explain),
    Acknowledge(Acknowledge),
    WhatIf(WhatIf),
    CdsHooks(CdsHooks),
    Checkin(Checkin),
    Messages(Messages),
    KnownOn(KnownOn),
    Add(Add),
    Correct(Correct),
    Retract(Act),
    Dispute(Act),
    Confirm(Confirm),
    Resolve(Resolve),
    Reconcile(Reconcile),
    Attach(Attach),
    Extract(Extract),
    Export(Export),
    #[command(subcommand)]
    Share(Share),
    Links(Links),
    Card(Card),
    Scan(Scan),
    Grant(Grant),
    Serve(Serve),
    Redeem(Redeem),
    #[command(subcommand)]
    Delegate(Delegate),
    Grants,
    Revoke(Revoke),
    Waiting(Waiting),
    Mailbox,
    UseRelay(UseRelay),
    Relay(pocketchart_relay::Config),
    Clinic(pocketchart_clinic::Config),
    #[command(subcommand)]
    BreakGlass(BreakGlass),
    Audit(Audit),
    People(People),
    Contacts(Contacts),
    Incapacity(Incapacity),
    Devices(Devices),
    #[command(subcommand)]
    Pair(Pair),
    #[command(subcommand)]
    Sync(Sync),
    Backup(Backup),
    Restore(Restore),
    #[command(subcommand)]
    Recover(Recover),
    Rebuild,
    Verify,
    Passphrase(Passphrase),
    Erase(Erase),
    Tour(Tour),
    Completions(Completions),
    Man(Man),
}

/// How much work a passphrase costs whoever guesses it.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Kdf {
    Fast,
    Normal,
    Strong,
}

/// What opens a record that is new on this device.
#[derive(Args)]
pub(crate) struct NewHere {
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    #[arg(long, value_enum, default_value = "normal")]
    pub(crate) kdf: Kdf,
}

#[derive(Args)]
pub(crate) struct Create {
    #[command(flatten)]
    pub(crate) new: NewHere,
    #[arg(long, value_name = "N")]
    pub(crate) words_fd: Option<u32>,
}

#[derive(Args)]
pub(crate) struct Import {
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) same_person: bool,
    #[arg(long, conflicts_with = "month_first")]
    pub(crate) day_first: bool,
    #[arg(long)]
    pub(crate) month_first: bool,
    #[arg(long, conflicts_with = "thousands_comma")]
    pub(crate) decimal_comma: bool,
    #[arg(long)]
    pub(crate) thousands_comma: bool,
    #[arg(long, value_name = "HEADING=UNIT", value_parser = choice::unit_of)]
    pub(crate) unit: Vec<(String, Unit)>,
    #[arg(long, value_name = "ZONE", value_parser = choice::zone)]
    pub(crate) zone: Option<TimeZone>,
    #[arg(long, value_name = "FILE")]
    pub(crate) trust: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(crate) recipient: Option<String>,
    #[arg(long, value_name = "N", requires = "recipient")]
    pub(crate) passcode_fd: Option<u32>,
    #[arg(long, requires = "recipient")]
    pub(crate) this_machine: bool,
}

/// The files that were brought in.
#[derive(Args)]
pub(crate) struct Imports {
    #[command(subcommand)]
    pub(crate) act: Option<ImportsAct>,
}

#[derive(Subcommand)]
pub(crate) enum ImportsAct {
    Undo(UndoImport),
}

#[derive(Args)]
pub(crate) struct UndoImport {
    pub(crate) import: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
}

#[derive(Args)]
pub(crate) struct List {
    #[arg(value_parser = choice::section())]
    pub(crate) section: Option<Section>,
    #[arg(long)]
    pub(crate) all: bool,
    #[arg(long, value_name = "COUNT", default_value_t = 50)]
    pub(crate) limit: usize,
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    pub(crate) offset: usize,
}

#[derive(Args)]
pub(crate) struct Item {
    pub(crate) id: String,
    #[arg(long, conflicts_with = "json")]
    pub(crate) content: bool,
}

#[derive(Args)]
pub(crate) struct Timeline {
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Option<String>,
    #[arg(long, value_name = "COUNT", default_value_t = 50)]
    pub(crate) limit: usize,
}

#[derive(Args)]
pub(crate) struct Search {
    #[arg(required = true)]
    pub(crate) words: Vec<String>,
}

#[derive(Args)]
pub(crate) struct Trends {
    #[arg(value_name = "NAME")]
    pub(crate) names: Vec<String>,
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<String>,
    #[command(flatten)]
    pub(crate) picture: Picture,
    #[command(flatten)]
    pub(crate) day: OnDay,
}

#[derive(Args)]
pub(crate) struct Growth {
    pub(crate) chart: Option<String>,
    #[command(flatten)]
    pub(crate) picture: Picture,
    #[command(flatten)]
    pub(crate) day: OnDay,
}

/// Where values are drawn.
#[derive(Args)]
pub(crate) struct Picture {
    #[arg(long, value_name = "FILE")]
    pub(crate) plot: Option<PathBuf>,
    #[arg(long, value_name = "FOLDER", env = "POCKETCHART_FONTS", hide_env = true)]
    pub(crate) fonts: Option<PathBuf>,
}

/// For which day; today, if none is typed.
#[derive(Args)]
pub(crate) struct OnDay {
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<String>,
}

#[derive(Args)]
pub(crate) struct Check {
    #[arg(long)]
    pub(crate) all: bool,
    #[command(flatten)]
    pub(crate) day: OnDay,
}

#[derive(Args)]
pub(crate) struct Explain {
    pub(crate) rule: String,
    #[command(flatten)]
    pub(crate) day: OnDay,
}

#[derive(Args)]
pub(crate) struct Acknowledge {
    pub(crate) rule: String,
    #[arg(long, value_name = "WHY")]
    pub(crate) reason: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) item: Option<String>,
    #[arg(long)]
    pub(crate) take_back: bool,
    #[command(flatten)]
    pub(crate) day: OnDay,
}

#[derive(Args)]
pub(crate) struct Vaccines {
    #[arg(long)]
    pub(crate) questions: bool,
    #[command(flatten)]
    pub(crate) day: OnDay,
}

#[derive(Args)]
pub(crate) struct WhatIf {
    #[arg(required = true, value_name = "MEDICINE")]
    pub(crate) medicines: Vec<String>,
    #[command(flatten)]
    pub(crate) day: OnDay,
}

#[derive(Args)]
pub(crate) struct CdsHooks {
    #[arg(value_name = "FILE", required_unless_present = "discovery")]
    pub(crate) request: Option<PathBuf>,
    #[arg(long, conflicts_with = "request")]
    pub(crate) discovery: bool,
    #[command(flatten)]
    pub(crate) day: OnDay,
}

#[derive(Args)]
pub(crate) struct KnownOn {
    pub(crate) day: String,
    #[arg(value_parser = choice::section())]
    pub(crate) section: Option<Section>,
}

#[derive(Args)]
pub(crate) struct Add {
    #[arg(long, global = true)]
    pub(crate) sensitive: bool,
    #[command(subcommand)]
    pub(crate) kind: Kind,
}

#[derive(Args)]
pub(crate) struct Correct {
    pub(crate) id: String,
    #[arg(long, global = true, value_name = "WHY")]
    pub(crate) reason: Option<String>,
    #[command(subcommand)]
    pub(crate) kind: Kind,
}

#[derive(Args)]
pub(crate) struct Act {
    pub(crate) id: String,
    #[arg(long, value_name = "WHY")]
    pub(crate) reason: Option<String>,
}

#[derive(Args)]
pub(crate) struct Confirm {
    pub(crate) id: String,
}

#[derive(Args)]
#[command(subcommand_negates_reqs = true)]
pub(crate) struct Resolve {
    pub(crate) id: String,
    #[arg(long, value_name = "ID")]
    pub(crate) with: Vec<String>,
    #[arg(long, global = true, value_name = "WHY")]
    pub(crate) reason: Option<String>,
    #[arg(long, value_name = "ID", conflicts_with = "withdraw")]
    pub(crate) keep: Option<String>,
    #[arg(long)]
    pub(crate) withdraw: bool,
    #[command(subcommand)]
    pub(crate) kind: Option<Kind>,
}

#[derive(Args)]
pub(crate) struct Attach {
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) title: Option<String>,
    #[arg(long = "type", value_name = "MEDIA TYPE")]
    pub(crate) media_type: Option<String>,
    #[arg(long)]
    pub(crate) same_person: bool,
}

#[derive(Args)]
pub(crate) struct Extract {
    pub(crate) id: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    Bundle,
    Ndjson,
}

#[derive(Args)]
pub(crate) struct Export {
    #[arg(long, value_enum)]
    pub(crate) format: Format,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    #[arg(long = "section", value_parser = choice::section())]
    pub(crate) sections: Vec<Section>,
    #[arg(long)]
    pub(crate) current: bool,
    #[arg(long)]
    pub(crate) provenance: bool,
    #[arg(long)]
    pub(crate) reconciled: bool,
}

/// A language of the fixed words of what others read.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Language {
    En,
    Es,
    Fr,
    De,
    Ar,
    Zh,
}

/// What a card is printed on.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Paper {
    Wallet,
    A6,
    Fridge,
}

#[derive(Args)]
pub(crate) struct Card {
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub(crate) with: Vec<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) without: Vec<String>,
    #[arg(long, value_name = "ID", conflicts_with_all = ["with", "without"])]
    pub(crate) only: Vec<String>,
    #[arg(long)]
    pub(crate) plain: bool,
    #[arg(long, value_enum, default_value = "a6")]
    pub(crate) paper: Paper,
    #[arg(long, value_name = "FOLDER", env = "POCKETCHART_FONTS", hide_env = true)]
    pub(crate) fonts: Option<PathBuf>,
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) language: Language,
    #[arg(long, value_name = "ADDRESS", env = "POCKETCHART_CARD_PAGE", hide_env = true)]
    pub(crate) page: Option<String>,
}

#[derive(Args)]
pub(crate) struct Scan {
    pub(crate) input: Option<String>,
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) language: Language,
    #[arg(long, value_name = "KEY")]
    pub(crate) known: Vec<String>,
    #[arg(long, value_name = "FILE")]
    pub(crate) trust: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(crate) recipient: Option<String>,
    #[arg(long, value_name = "N", requires = "recipient")]
    pub(crate) passcode_fd: Option<u32>,
    #[arg(long, requires = "recipient")]
    pub(crate) import: bool,
    #[arg(long, requires = "import")]
    pub(crate) same_person: bool,
    #[arg(long, requires = "recipient")]
    pub(crate) this_machine: bool,
}

#[derive(Args)]
pub(crate) struct Audit {
    #[arg(long, value_name = "COUNT", default_value_t = 50)]
    pub(crate) limit: usize,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) before: Option<u64>,
    #[arg(long)]
    pub(crate) given: bool,
    #[arg(long, conflicts_with_all = ["limit", "before", "given", "fhir"])]
    pub(crate) verify: bool,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["limit", "before", "given"])]
    pub(crate) fhir: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Devices {
    #[command(subcommand)]
    pub(crate) act: Option<DevicesAct>,
}

#[derive(Subcommand)]
pub(crate) enum DevicesAct {
    Lost(Lost),
    Renew(Renew),
    Introduce,
    Meet(Meet),
}

#[derive(Args)]
pub(crate) struct Meet {
    pub(crate) code: String,
}

#[derive(Args)]
pub(crate) struct Renew {
    pub(crate) device: Option<String>,
}

#[derive(Args)]
pub(crate) struct Lost {
    pub(crate) device: String,
    #[arg(long)]
    pub(crate) no_way_back: bool,
}

#[derive(Subcommand)]
pub(crate) enum Pair {
    Offer(Offer),
    Join(Join),
}

#[derive(Args)]
pub(crate) struct Offer {
    #[arg(long, value_name = "ADDRESS", default_value = "0.0.0.0:7411")]
    pub(crate) listen: String,
    #[arg(long, value_name = "HOST:PORT")]
    pub(crate) address: Vec<String>,
    #[arg(long)]
    pub(crate) no_announce: bool,
    #[arg(long)]
    pub(crate) same_digits: bool,
    #[arg(long, value_name = "N")]
    pub(crate) code_fd: Option<u32>,
}

#[derive(Args)]
pub(crate) struct Join {
    pub(crate) code: Option<String>,
    #[command(flatten)]
    pub(crate) new: NewHere,
    #[arg(long)]
    pub(crate) same_digits: bool,
    #[arg(long, value_name = "N", conflicts_with = "code")]
    pub(crate) code_fd: Option<u32>,
}

#[derive(Subcommand)]
pub(crate) enum Sync {
    Listen(Listen),
    Connect(Connect),
    Letters(WithDevice),
}

#[derive(Args)]
pub(crate) struct WithDevice {
    #[arg(long, value_name = "NAME")]
    pub(crate) device: Option<String>,
}

#[derive(Args)]
pub(crate) struct Listen {
    #[arg(default_value = "0.0.0.0:7411")]
    pub(crate) address: String,
    #[arg(long, conflicts_with = "json")]
    pub(crate) stay: bool,
}

#[derive(Args)]
pub(crate) struct Connect {
    pub(crate) address: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) device: Option<String>,
}

#[derive(Args)]
pub(crate) struct Backup {
    #[arg(long, value_name = "FILE", required_unless_present = "relay")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, conflicts_with = "out")]
    pub(crate) relay: bool,
}

#[derive(Args)]
pub(crate) struct Restore {
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) new: NewHere,
    #[arg(long, value_name = "N")]
    pub(crate) words_fd: Option<u32>,
}

#[derive(Subcommand)]
pub(crate) enum Recover {
    NewWords(NewWords),
    UseWords(UseWords),
    FromRelay(FromRelay),
    AskContacts(AskContacts),
    WithContacts(WithContacts),
}

#[derive(Args)]
pub(crate) struct FromRelay {
    #[arg(value_name = "URL")]
    pub(crate) url: String,
    #[command(flatten)]
    pub(crate) new: NewHere,
    #[arg(long, value_name = "N")]
    pub(crate) words_fd: Option<u32>,
}

#[derive(Args)]
pub(crate) struct NewWords {
    #[arg(long, value_name = "DEVICE")]
    pub(crate) without: Vec<String>,
    #[arg(long)]
    pub(crate) no_way_back: bool,
    #[arg(long, value_name = "N")]
    pub(crate) words_fd: Option<u32>,
}

#[derive(Args)]
pub(crate) struct UseWords {
    #[arg(long, value_name = "N")]
    pub(crate) words_fd: Option<u32>,
}

#[derive(Args)]
pub(crate) struct Passphrase {
    #[arg(long, value_name = "N")]
    pub(crate) new_passphrase_fd: Option<u32>,
    #[arg(long, value_enum, default_value = "normal")]
    pub(crate) kdf: Kdf,
}

#[derive(Args)]
pub(crate) struct Erase {
    #[arg(long, value_name = "NAME")]
    pub(crate) erase_record: Option<String>,
}

#[derive(Args)]
pub(crate) struct Tour {
    pub(crate) file: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Completions {
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

#[derive(Args)]
pub(crate) struct Man {
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}
