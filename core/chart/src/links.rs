//! SMART Health Links of this device: left at a relay for whoever has the link, looked after, ended (`docs/standards.md`).

mod content;
mod kept;
mod view;

pub use view::{LinkId, LinkState, LinkView, LinkVisit};

use crate::chart::Chart;
use crate::grants::NoTime;
use crate::relay;
use crate::store;
use crate::summary::SummaryError;
use kept::KeptLink;
use pocketchart_fhir::ips::{IpsWords, SharedPdf};
use pocketchart_record::{Millis, Section, StoreError};
use pocketchart_share::audit::{Action, AuditEvent, Outcome};
use pocketchart_share::clock::Doubt;
use pocketchart_share::relay::{Relay, RelayError};
use pocketchart_share::shl::{self, HealthLink, LinkFlags};
use pocketchart_share::web::WebError;
use pocketchart_wire::link::{ACCESS, Access, Act, Address, Deposit, State};
use zeroize::Zeroizing;

const MIN_PASSCODE: usize = 6;
/// The longest that a link lives: a year, in minutes.
const LONGEST: u32 = 366 * 24 * 60;

/// A link that a person wants.
#[derive(Clone, Debug)]
pub struct NewLink {
    /// What it shows; none for the summary of everything but the section *sensitive*.
    pub sections: Vec<Section>,
    /// For how many minutes: at most a year.
    pub minutes: u32,
    /// How often it may be opened; none for as often as anybody likes.
    pub uses: Option<u32>,
    /// What must be given besides the link: at least 6 characters. Not for one file.
    pub passcode: Option<Zeroizing<String>>,
    /// Its content may be replaced later.
    pub long_term: bool,
    /// One file, as "Kill the Clipboard" has it.
    pub direct: bool,
    /// What it is for: at most 80 characters, which every holder reads.
    pub label: Option<String>,
}

/// A link was not made, looked at or changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LinkError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Only the patient's devices share the record.
    #[error("this record is somebody else's")]
    NotPatients,
    /// Shorter than a minute, longer than a year, or without a use.
    #[error("too long, too short, or without a use")]
    Window,
    /// A passcode has at least 6 characters.
    #[error("the passcode is too short")]
    ShortPasscode,
    /// The date cannot be trusted.
    #[error(transparent)]
    Clock(#[from] Doubt),
    /// The label, the address, or a passcode on one file.
    #[error(transparent)]
    Link(#[from] shl::LinkError),
    /// There is nothing to show.
    #[error("there is nothing to share")]
    Nothing,
    /// The record lacks the person's name, date of birth or gender, which the profile demands.
    #[error("the record does not say who the person is")]
    Person,
    /// More than a link may hold.
    #[error("too much for a link")]
    TooMuch,
    /// This device has no such link.
    #[error("no such link")]
    Unknown,
    /// It has ended.
    #[error("the link has ended")]
    Ended,
    /// Only the content of a long-term link is replaced.
    #[error("the content of this link is fixed")]
    Fixed,
    /// The relay did not do it.
    #[error(transparent)]
    Relay(#[from] RelayError),
}

impl LinkError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            LinkError::Store(error) => store::message_id(error),
            LinkError::NotPatients => "grant-not-patients",
            LinkError::Window => "link-window",
            LinkError::ShortPasscode => "grant-short-passcode",
            LinkError::Clock(_) => "clock-doubt",
            LinkError::Link(shl::LinkError::LabelTooLong | shl::LinkError::Label) => "link-label",
            LinkError::Link(shl::LinkError::PasscodeOnDirect) => "link-passcode-direct",
            LinkError::Link(_) => "link-address",
            LinkError::Nothing => "link-nothing",
            LinkError::Person => "link-person",
            LinkError::TooMuch => "link-too-much",
            LinkError::Unknown => "link-unknown",
            LinkError::Ended => "link-has-ended",
            LinkError::Fixed => "link-fixed",
            LinkError::Relay(error) => relay::message_id(*error),
        }
    }
}

impl From<SummaryError> for LinkError {
    fn from(error: SummaryError) -> Self {
        match error {
            SummaryError::Store(error) => LinkError::Store(error),
            _ => LinkError::Person,
        }
    }
}

impl From<NoTime> for LinkError {
    fn from(error: NoTime) -> Self {
        match error {
            NoTime::Store(error) => error.into(),
            NoTime::Doubt(doubt) => doubt.into(),
        }
    }
}

/// A link that was made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MadeLink {
    /// How this device knows it.
    pub view: LinkView,
    /// The link itself: whoever has it reads what it leads to.
    pub link: HealthLink,
    /// How many statements it shows.
    pub count: u64,
    /// How many have no place in it.
    pub left_out: usize,
}

impl Chart {
    /// Makes a link and leaves what it leads to at the relay, encrypted. The log says so before the first byte leaves.
    ///
    /// # Errors
    /// [`LinkError`].
    pub fn make_link(
        &mut self,
        relay: &Relay,
        new: &NewLink,
        words: &IpsWords,
        pdfs: Vec<SharedPdf>,
    ) -> Result<MadeLink, LinkError> {
        let (kept, passcode) = self.draw_link(relay, new, &words.language)?;
        let address = kept.address().ok_or(LinkError::Unknown)?;
        let contents = self.link_contents(&kept, words, pdfs)?;
        let ends = kept.link.expires().unwrap_or_default();
        let log = kept.log_key();
        let owner = *kept.owner_key().public().as_bytes();
        let mut deposit = Deposit::new(owner, log.public().as_bytes().to_vec(), ends, contents.files);
        deposit.uses = new.uses;
        deposit.direct = new.direct;
        deposit.changes = new.long_term;
        if let Some(passcode) = passcode {
            let verifier = address.verifier(passcode);
            let verifier = verifier.map_err(|_| StoreError::Io(std::io::ErrorKind::OutOfMemory.into()))?;
            deposit.verifier = Some(*verifier.expose());
        }
        let begun = self.audit_begin(self.about_link(Action::LinkMade, &kept, contents.count))?;
        self.record.shelve(vec![kept.row()])?;
        let left = relay.deposit_link(&address, &deposit);
        self.audit_close(begun, crate::audit::outcome(&left), contents.count)?;
        if let Err(error) = left {
            // What may have arrived stays listed, so that it can be ended.
            if !matches!(
                error,
                RelayError::Unreachable(WebError::TimedOut | WebError::BrokeOff)
            ) {
                self.record.shelve(vec![kept.no_row()])?;
            }
            return Err(error.into());
        }
        Ok(MadeLink {
            view: LinkView::from(&kept),
            link: kept.link,
            count: contents.count,
            left_out: contents.left_out,
        })
    }

    fn draw_link<'n>(
        &mut self,
        relay: &Relay,
        new: &'n NewLink,
        language: &str,
    ) -> Result<(KeptLink, Option<&'n str>), LinkError> {
        if !self.record.is_patients() {
            return Err(LinkError::NotPatients);
        }
        if !(1..=LONGEST).contains(&new.minutes) || new.uses == Some(0) {
            return Err(LinkError::Window);
        }
        let passcode = new.passcode.as_ref().map(|it| it.as_str());
        if passcode.is_some_and(|it| it.chars().count() < MIN_PASSCODE) {
            return Err(LinkError::ShortPasscode);
        }
        let made = self.effective_now()?;
        let context = self.home.context();
        let address = Address::new(context.secret());
        let mut flags = LinkFlags::empty();
        flags.set(LinkFlags::LONG_TERM, new.long_term);
        flags.set(LinkFlags::PASSCODE, passcode.is_some());
        flags.set(LinkFlags::DIRECT, new.direct);
        let link = HealthLink::new(&relay.link_url(&address), context.secret(), flags)?;
        let link = link.with_expiry(made / 1000 + u64::from(new.minutes) * 60);
        let link = match &new.label {
            Some(label) => link.with_label(label)?,
            None => link,
        };
        let kept = KeptLink {
            made,
            relay: relay.url().to_owned(),
            link,
            owner: context.secret(),
            log: context.secret(),
            sections: new.sections.clone(),
            uses: new.uses,
            language: language.to_owned(),
            ended: false,
        };
        Ok((kept, passcode))
    }

    /// The links that this device made, the newest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn links(&self) -> Result<Vec<LinkView>, LinkError> {
        Ok(KeptLink::all(self)?.iter().map(LinkView::from).collect())
    }

    /// A link's own text and code, to be shown once more.
    ///
    /// # Errors
    /// [`LinkError::Unknown`], or what the store says.
    pub fn health_link(&self, id: LinkId) -> Result<HealthLink, LinkError> {
        Ok(self.kept_link(id)?.link)
    }

    /// Asks the relay how a link is and who came with it.
    ///
    /// # Errors
    /// [`LinkError`]; [`RelayError::NotLive`] where the relay no longer knows it.
    pub fn link_state(&self, relay: &Relay, id: LinkId) -> Result<LinkState, LinkError> {
        let kept = self.kept_link(id)?;
        self.manage(relay, &kept, Act::Look)
    }

    /// Makes a link answer as if it were not there, until it is resumed.
    ///
    /// # Errors
    /// [`LinkError`].
    pub fn pause_link(&mut self, relay: &Relay, id: LinkId) -> Result<LinkState, LinkError> {
        self.manage_noted(relay, id, Act::Pause)
    }

    /// Makes a paused link answer again.
    ///
    /// # Errors
    /// [`LinkError`].
    pub fn resume_link(&mut self, relay: &Relay, id: LinkId) -> Result<LinkState, LinkError> {
        self.manage_noted(relay, id, Act::Resume)
    }

    /// Ends a link for good: the relay deletes what it leads to. What somebody fetched before stays with them.
    ///
    /// # Errors
    /// [`LinkError`]; a link that the relay no longer knows has ended, too.
    pub fn destroy_link(&mut self, relay: &Relay, id: LinkId) -> Result<(), LinkError> {
        match self.manage_noted(relay, id, Act::Destroy) {
            Ok(_) | Err(LinkError::Relay(RelayError::NotLive)) => {}
            Err(error) => return Err(error),
        }
        let kept = self.kept_link(id)?;
        Ok(self.record.shelve(vec![KeptLink { ended: true, ..kept }.row()])?)
    }

    /// Replaces what a long-term link leads to by what the record says now, encrypted anew. The log says so before.
    ///
    /// # Errors
    /// [`LinkError`]; [`LinkError::Fixed`] for other links.
    pub fn update_link(
        &mut self,
        relay: &Relay,
        id: LinkId,
        words: &IpsWords,
        pdfs: Vec<SharedPdf>,
    ) -> Result<u64, LinkError> {
        let kept = self.kept_link(id)?;
        if !kept.link.flags().contains(LinkFlags::LONG_TERM) {
            return Err(LinkError::Fixed);
        }
        if kept.ended {
            return Err(LinkError::Ended);
        }
        let contents = self.link_contents(&kept, words, pdfs)?;
        let begun = self.audit_begin(self.about_link(Action::LinkChanged, &kept, contents.count))?;
        let done = self.manage(relay, &kept, Act::Replace(contents.files));
        self.audit_close(begun, crate::audit::outcome(&done), contents.count)?;
        done?;
        Ok(contents.count)
    }

    fn kept_link(&self, id: LinkId) -> Result<KeptLink, LinkError> {
        KeptLink::of(self, id)?.ok_or(LinkError::Unknown)
    }

    fn manage_noted(&mut self, relay: &Relay, id: LinkId, act: Act) -> Result<LinkState, LinkError> {
        let kept = self.kept_link(id)?;
        if kept.ended {
            return Err(LinkError::Ended);
        }
        let begun = self.audit_begin(self.about_link(Action::LinkManaged, &kept, 0))?;
        let done = self.manage(relay, &kept, act);
        let outcome = match &done {
            Ok(_) => Outcome::Done,
            Err(_) => Outcome::Failed,
        };
        self.audit_close(begun, outcome, 0)?;
        done
    }

    fn manage(&self, relay: &Relay, kept: &KeptLink, act: Act) -> Result<LinkState, LinkError> {
        let address = kept.address().ok_or(LinkError::Unknown)?;
        let state = relay.manage_link(&address, &kept.owner_key(), act)?;
        Ok(opened(kept, &address, state))
    }

    fn about_link(&self, action: Action, kept: &KeptLink, count: u64) -> AuditEvent {
        let sections = Self::link_sections(&kept.sections);
        AuditEvent {
            sections: sections.into_iter().map(|(section, _)| section).collect(),
            reason: kept.link.label().map(str::to_owned),
            count,
            ..AuditEvent::new(action)
        }
    }
}

/// The relay's answer, its log opened.
fn opened(kept: &KeptLink, address: &Address, state: State) -> LinkState {
    let (key, name) = (kept.log_key(), address.name());
    let read = |sealed: &[u8]| {
        let padded = key.open(ACCESS, &name, sealed).ok()?;
        Access::from_padded(&padded).ok()
    };
    let all = state.log.len();
    let visits: Vec<LinkVisit> = state
        .log
        .iter()
        .filter_map(|packet| read(&packet.0))
        .map(|access| LinkVisit {
            at: Millis::from(access.at).saturating_mul(1000),
            opened: access.opened,
            recipient: access.recipient,
        })
        .collect();
    LinkState {
        live: state.live,
        paused: state.paused,
        uses: state.uses,
        attempts: state.attempts,
        unreadable: all - visits.len(),
        visits,
    }
}
