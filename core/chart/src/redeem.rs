//! The other side of a grant: somebody who has seen a code calls the patient's device with it.

mod after;
mod at_relay;
mod call;
mod entering;
mod extract;
mod hold;
mod standing;

use crate::chart::Chart;
use crate::delegate::HeldGrant;
use crate::home::Home;
use crate::item::is_over;
use crate::list::danger;
use crate::proxies::ProxyView;
use crate::store;
use crate::sync::{SyncFailure, SyncReport, session_id};
use pocketchart_fhir::summary::{Summary, summary};
use pocketchart_record::{
    Applicant, AuthorId, Certificate, DevicePublic, Fact, KdfLevel, MembersError, Millis, OpenError, Section,
    Statement, StoreError, Unlock,
};
use pocketchart_share::grant::{
    Binding, Grant, GrantCode, GrantId, Operations, Received, RedeemCode, Scope, Signed,
};
use pocketchart_share::redeem::{ExtractItem, Extracted, Given, Unwilling, Visitor};
use pocketchart_share::relay::{RelayError, TakeError};
use pocketchart_share::session::{CheckCode, SessionError};
use std::collections::BTreeMap;
use std::io;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use call::Call;

pub use after::{AfterGrant, Deleted, HostHold};
pub use extract::SignedExtract;
pub use hold::RelayHold;

/// How long the patient's device may take for a message once the patient has said yes.
const PATIENCE: Duration = Duration::from_secs(120);

/// What a redeemer asks for, as whom.
pub struct RedeemRequest<'a> {
    /// The code: the patient's, or the one of a redeemer who passes a part on.
    pub code: &'a RedeemCode,
    /// What the redeemer calls itself.
    pub name: &'a str,
    /// The passcode that the patient told.
    pub passcode: Option<&'a str>,
    /// What it wants; `None` for all that is granted.
    pub asked: Option<Scope>,
    /// Why; needed in an emergency.
    pub reason: &'a str,
    /// Opens the redeemer's own record, whose identity signs; and the shared chart later.
    pub unlock: &'a Unlock,
    /// How much work a passphrase costs whoever guesses it.
    pub kdf: KdfLevel,
}

/// One entry as the patient's device states it.
#[derive(Clone, PartialEq, Debug)]
pub struct StatedItem {
    /// Where it belongs, who wrote it, its bytes.
    pub item: ExtractItem,
    /// What it says.
    pub facts: Summary,
    /// Whether it is over: resolved, stopped, completed.
    pub past: bool,
}

/// What came of a redemption.
pub struct Redeemed {
    /// The grant.
    pub grant: GrantId,
    /// Until when.
    pub until: Millis,
    /// What may be done.
    pub sections: Vec<(Section, Operations)>,
    /// Whether a part of it may be passed on ([`Chart::delegate`]).
    pub delegable: bool,
    /// The patient's key.
    pub patient: AuthorId,
    /// Words that stand for it.
    pub key_words: String,
    /// The entries as stated by the patient's device, if the grant allows an extract; `made` says when.
    pub stated: Option<(Millis, Vec<StatedItem>)>,
    /// The same, signed: a redeemer that keeps it can read it again.
    pub extract: Option<SignedExtract>,
    /// If a relay gave it: with what it is asked again whether it still does. None for a standing code for emergencies, which a relay
    /// gives for some hours and then no more.
    pub hold: Option<RelayHold>,
    /// With what the patient's device that made the grant is asked whether the patient has ended it, and told that all of this is
    /// deleted.
    pub host: HostHold,
    /// The shared chart, if the grant allows reading or adding.
    pub chart: Option<Chart>,
    /// As what the redeemer acts for the patient from now on, if it was an invitation to.
    pub acting: Option<ProxyView>,
    /// What was exchanged for the shared chart.
    pub report: SyncReport,
    /// Bytes on the network, both ways.
    pub bytes: u64,
}

/// Nothing was given. Nothing is left behind.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RedeemError {
    /// The redeemer's own store failed, or the passphrase is wrong.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The redeemer's own record does not hold an identity key.
    #[error("this device does not hold the identity key")]
    NoIdentity,
    /// Another chart lies there already.
    #[error("redeemed before")]
    Before,
    /// Nobody answers at the code's addresses, or under its names in this network.
    #[error("no connection")]
    Connect(#[source] io::Error),
    /// The connection broke off or was tampered with.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The patient's device gives nothing.
    #[error(transparent)]
    Unwilling(Unwilling),
    /// What came is not what the code promised, or not signed by the patient.
    #[error("what came does not fit the code")]
    Unfit,
    /// The other side does not keep to the protocol.
    #[error("the other side does not keep to the protocol")]
    Malformed,
    /// A relay gives it, to who knows the passcode.
    #[error("a passcode is needed")]
    NeedsPasscode,
    /// The relay says that the passcode is wrong.
    #[error("wrong passcode, {left} more may be tried")]
    WrongPasscode {
        /// How many wrong ones are left before the grant is gone.
        left: u8,
    },
    /// It is a standing code for emergencies: the relay has told others, and gives it in so many seconds unless they stop it. Ask
    /// again then, with the same code.
    #[error("it is given in {seconds} seconds, unless it is stopped")]
    Later {
        /// How long it still waits.
        seconds: u64,
    },
    /// The relay gave nothing.
    #[error(transparent)]
    Relay(RelayError),
}

impl From<TakeError> for RedeemError {
    fn from(error: TakeError) -> Self {
        match error {
            TakeError::Wrong { left } => RedeemError::WrongPasscode { left },
            TakeError::Relay(error) => RedeemError::Relay(error),
            _ => RedeemError::Malformed,
        }
    }
}

impl RedeemError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            RedeemError::Store(error) => store::message_id(error),
            RedeemError::NoIdentity => "redeem-no-identity",
            RedeemError::Before => "redeem-before",
            RedeemError::Connect(_) => "redeem-no-connection",
            RedeemError::Session(error) => session_id(error),
            RedeemError::Unwilling(Unwilling::Declined) => "redeem-declined",
            RedeemError::Unwilling(Unwilling::Busy) => "redeem-busy",
            RedeemError::Unwilling(Unwilling::TooMuch) => "redeem-too-much",
            RedeemError::Unwilling(Unwilling::NoReason) => "redeem-no-reason",
            RedeemError::Unwilling(Unwilling::Refused(_)) => "redeem-refused",
            RedeemError::Unwilling(_) => "redeem-failed",
            RedeemError::Unfit => "redeem-unfit",
            RedeemError::Malformed => "sync-malformed",
            RedeemError::NeedsPasscode => "redeem-needs-passcode",
            RedeemError::WrongPasscode { .. } => "redeem-wrong-passcode",
            RedeemError::Later { .. } => "redeem-later",
            RedeemError::Relay(error) => Self::relay_id(*error),
        }
    }
}

impl From<MembersError> for RedeemError {
    fn from(error: MembersError) -> Self {
        match error {
            MembersError::Store(error) => RedeemError::Store(error),
            _ => RedeemError::NoIdentity,
        }
    }
}

impl From<OpenError> for RedeemError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Store(error) => RedeemError::Store(error),
            _ => RedeemError::Malformed,
        }
    }
}

impl From<SyncFailure> for RedeemError {
    fn from(error: SyncFailure) -> Self {
        match error {
            SyncFailure::Store(error) => RedeemError::Store(error),
            SyncFailure::Connect(error) => RedeemError::Connect(error),
            SyncFailure::Session(error) => RedeemError::Session(error),
            _ => RedeemError::Malformed,
        }
    }
}

/// What the patient's device gave, checked against the code.
struct Checked {
    grant: Signed<Grant>,
    patient: AuthorId,
    /// The patient's device that made it.
    issuer: DevicePublic,
    extracted: Option<Extracted>,
}

impl Chart {
    /// Calls the patient's device with a code that was scanned, as the person or clinic whose record this is. `shown` gets the
    /// digits, which must be the same on the patient's screen. Where no address of the code answers, the device is looked for in
    /// this network ([`Chart::announce`]). If the grant allows reading or adding, the shared chart is made at
    /// `home`. A call that broke off can be made again with the same code. What a code names a relay for is taken there: the
    /// patient's device need not be on, and hears of it later ([`Chart::ask_relay`]); until then what is written in the shared
    /// chart waits ([`Chart::sync_by_relay`]). A standing code for emergencies needs a reason, gives a copy only, and at first
    /// answers [`RedeemError::Later`].
    ///
    /// # Errors
    /// [`RedeemError`].
    pub fn redeem(
        &mut self,
        request: &RedeemRequest<'_>,
        home: &Home,
        wait: Duration,
        shown: &mut dyn FnMut(CheckCode),
    ) -> Result<Redeemed, RedeemError> {
        if request.code.grant().is_standing() {
            return self.redeem_standing(request);
        }
        if let Some(hint) = request.code.grant().relay() {
            return self.redeem_at_relay(request, home, hint);
        }
        let (redeemed, grant) = Call::of(self, request)?.make(request, home, wait, shown)?;
        self.keep_grant(request, &redeemed, &grant)?;
        Ok(redeemed)
    }

    /// [`Chart::redeem`] for a record that several threads use: it is locked while it is read and written, and is free while the
    /// patient thinks.
    ///
    /// # Errors
    /// [`RedeemError`].
    pub fn redeem_shared(
        redeemer: &Mutex<Self>,
        request: &RedeemRequest<'_>,
        home: &Home,
        wait: Duration,
        shown: &mut dyn FnMut(CheckCode),
    ) -> Result<Redeemed, RedeemError> {
        // A panic left the record as its store has it.
        let lock = || redeemer.lock().unwrap_or_else(PoisonError::into_inner);
        let code = request.code.grant();
        if code.is_standing() || code.relay().is_some() {
            return lock().redeem(request, home, wait, shown);
        }
        let call = Call::of(&lock(), request)?;
        let (redeemed, grant) = call.make(request, home, wait, shown)?;
        lock().keep_grant(request, &redeemed, &grant)?;
        Ok(redeemed)
    }

    /// Keeps what it takes to pass a part on. Who came by a delegation cannot.
    fn keep_grant(
        &mut self,
        request: &RedeemRequest<'_>,
        redeemed: &Redeemed,
        grant: &Signed<Grant>,
    ) -> Result<(), StoreError> {
        match request.code.delegation() {
            None => HeldGrant::keep(self, request.code.grant(), grant, redeemed.patient),
            Some(_) => Ok(()),
        }
    }
}

/// Whether it is what the code promised, bound to this redeemer, and signed by a device that the patient's identity key
/// certified.
fn check(given: &Given, code: &GrantCode, applicant: &Applicant) -> Result<Checked, RedeemError> {
    let grant = Signed::<Grant>::parse(&given.grant).map_err(|_| RedeemError::Unfit)?;
    let binding = Signed::<Binding>::parse(&given.binding).map_err(|_| RedeemError::Unfit)?;
    let certificate = Statement::parse(&given.certificate).map_err(|_| RedeemError::Unfit)?;
    let Fact::Certificate(Certificate { author, device, .. }) = &certificate.fact else {
        return Err(RedeemError::Unfit);
    };
    let own = Visitor::new("", applicant.public()).redeemer();
    let fits = code.fits(&grant)
        && certificate.said_by(*author)
        && device.sign.0 == *grant.issuer.as_bytes()
        && binding.issuer == grant.issuer
        && binding.grant == grant.id
        && binding.redeemer == own;
    if !fits {
        return Err(RedeemError::Unfit);
    }
    let extracted = match &given.extract {
        None => None,
        Some((head, content)) => {
            let extracted = Extracted::read(head, content).map_err(|_| RedeemError::Unfit)?;
            if extracted.head.issuer != grant.issuer || extracted.head.grant != grant.id {
                return Err(RedeemError::Unfit);
            }
            Some(extracted)
        }
    };
    Ok(Checked {
        patient: *author,
        issuer: device.clone(),
        grant,
        extracted,
    })
}

fn received(chart: Option<&Chart>, extracted: Option<&Extracted>) -> Vec<Received> {
    let mut sections: BTreeMap<Section, (u64, u64)> = BTreeMap::new();
    for item in extracted.iter().flat_map(|it| &it.items) {
        let (entries, bytes) = sections.entry(item.section).or_default();
        *entries += 1;
        *bytes += item.body.len() as u64;
    }
    if let Some(chart) = chart {
        for section in Section::ALL {
            let count = chart.record.head(section).map_or(0, |head| head.rows);
            if count > 0 {
                sections.entry(section).or_default().0 += count;
            }
        }
    }
    let received = sections.into_iter().map(|(section, (entries, bytes))| Received {
        section,
        entries,
        bytes,
    });
    received.collect()
}

fn stated(extracted: Extracted) -> (Millis, Vec<StatedItem>) {
    let items = extracted.items.into_iter().map(|item| {
        let facts = summary(&item.body).unwrap_or_default();
        StatedItem {
            past: is_over(&facts),
            item,
            facts,
        }
    });
    let mut items: Vec<StatedItem> = items.collect();
    // What holds now stands before what is over, and what is dangerous before the rest.
    items.sort_by_key(|it| (it.item.section, it.past, danger(it.item.section, &it.facts)));
    (extracted.head.made, items)
}
