//! The commands: each opens the record, does one thing, and answers with a page and a document.

mod acknowledge;
mod acts;
mod audit;
mod card;
mod care;
mod cds_hooks;
mod checkin;
mod clinic;
mod contacts;
mod create;
mod delegate;
mod devices;
mod export;
mod files;
mod follow;
mod grant;
mod growth;
mod health_card;
mod health_code;
mod import;
mod imports;
mod incapacity;
mod links;
mod lists;
mod messages;
mod pair;
mod people;
mod reconcile;
mod recover;
mod redeem;
mod relay;
mod scan;
mod sections;
mod serve;
mod share;
mod shell;
mod sources;
mod standing;
mod store;
mod sync;
mod trends;

use crate::arguments::Command;
use crate::failure::Failure;
use crate::program::{Answer, Program};
use crate::tour;

/// Runs a command.
pub(crate) fn run(program: &Program, command: Command) -> Result<Answer, Failure> {
    match command {
        Command::Create(it) => create::create(program, &it),
        Command::Import(it) => import::import(program, &it),
        Command::Imports(it) => imports::imports(program, it),
        Command::Sources(it) => sources::sources(program, it),
        Command::Sections => sections::sections(program),
        Command::List(it) => lists::list(program, &it),
        Command::Item(it) => lists::item(program, &it),
        Command::Timeline(it) => lists::timeline(program, it),
        Command::Search(it) => lists::search(program, &it),
        Command::Trends(it) => trends::trends(program, &it),
        Command::Growth(it) => growth::growth(program, &it),
        Command::Check(it) => care::check(program, &it),
        Command::Vaccines(it) => care::vaccines(program, &it),
        Command::Due(it) => care::due(program, &it),
        Command::Explain(it) => care::explain(program, &it),
        Command::Acknowledge(it) => acknowledge::acknowledge(program, &it),
        Command::WhatIf(it) => care::what_if(program, &it),
        Command::CdsHooks(it) => cds_hooks::cds_hooks(program, &it),
        Command::Checkin(it) => checkin::checkin(program, &it),
        Command::Messages(it) => messages::messages(program, it),
        Command::KnownOn(it) => lists::known_on(program, &it),
        Command::Add(it) => acts::add(program, it),
        Command::Correct(it) => acts::correct(program, it),
        Command::Retract(it) => acts::retract(program, &it),
        Command::Dispute(it) => acts::dispute(program, &it),
        Command::Confirm(it) => acts::confirm(program, &it),
        Command::Resolve(it) => acts::resolve(program, it),
        Command::Reconcile(it) => reconcile::reconcile(program, it),
        Command::Attach(it) => files::attach(program, it),
        Command::Extract(it) => files::extract(program, &it),
        Command::Export(it) => export::export(program, it),
        Command::Backup(it) => export::backup(program, &it),
        Command::Restore(it) => create::restore(program, &it),
        Command::Recover(it) => recover::recover(program, &it),
        Command::Share(it) => share::share(program, it),
        Command::Links(it) => links::links(program, it),
        Command::Card(it) => card::card(program, &it),
        Command::Scan(it) => scan::scan(program, &it),
        Command::Grant(it) => grant::grant(program, &it),
        Command::Serve(it) => serve::serve(program, &it),
        Command::Redeem(it) => redeem::redeem(program, &it),
        Command::Delegate(it) => delegate::delegate(program, &it),
        Command::Grants => grant::grants(program),
        Command::Revoke(it) => grant::revoke(program, &it),
        Command::Mailbox => relay::mailbox(program),
        Command::UseRelay(it) => relay::use_relay(program, &it),
        Command::Relay(it) => relay::run(program, &it),
        Command::Clinic(it) => clinic::run(program, &it),
        Command::Waiting(it) => serve::waiting(program, &it),
        Command::BreakGlass(it) => grant::break_glass(program, it),
        Command::Audit(it) => audit::audit(program, &it),
        Command::Contacts(it) => contacts::contacts(program, it),
        Command::Incapacity(it) => incapacity::incapacity(program, it),
        Command::People(it) => people::people(program, it),
        Command::Devices(it) => devices::devices(program, it),
        Command::Pair(it) => pair::pair(program, it),
        Command::Sync(it) => sync::sync(program, it),
        Command::Rebuild => store::rebuild(program),
        Command::Verify => store::verify(program),
        Command::Passphrase(it) => store::passphrase(program, &it),
        Command::Erase(it) => store::erase(program, &it),
        Command::Tour(it) => tour::tour(program, it.file.as_deref()),
        Command::Completions(it) => shell::completions(program, it.shell),
        Command::Man(it) => shell::man(program, it.out.as_deref()),
    }
}
