//! The other side of a grant: somebody who has seen a code calls the patient's device with it.

mod at_relay;
mod entering;
mod standing;

use crate::chart::Chart;
use crate::delegate::HeldGrant;
use crate::home::Home;
use crate::item::is_over;
use crate::nearby;
use crate::proxies::{ProxyStanding, ProxyView};
use crate::serve::STILL_HERE;
use crate::store;
use crate::sync::{SyncFailure, SyncReport, session_id};
use crate::tcp;
use pocketchart_fhir::summary::{Summary, summary};
use pocketchart_record::{
    Applicant, AuthorId, Certificate, Fact, KdfLevel, MembersError, Millis, OpenError, Record, Section,
    Statement, StoreError, SyncSession, Unlock, Welcome, certify, key_words, record_of,
};
use pocketchart_share::grant::{
    Binding, Flags, Grant, GrantCode, GrantId, Operations, Receipt, Received, RedeemCode, Scope, Signed,
};
use pocketchart_share::redeem::{Ask, ExtractItem, Extracted, Given, Reply, Unwilling, Visitor};
use pocketchart_share::relay::{RelayError, TakeError};
use pocketchart_share::session::{Channel, CheckCode, SessionError};
use std::collections::BTreeMap;
use std::io;
use std::time::Duration;

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
        let identity = self.record.identity_key(request.unlock)?;
        let code = request.code.grant();
        let secret = code.secret();
        let applicant = Applicant::visitor(&self.record, &request.code.origin());
        // A call that broke off after this device had been let in.
        let begun = match home.holds_record() {
            true => Some(Self::open(home, request.unlock).map_err(|_| RedeemError::Before)?),
            false => None,
        };
        if begun
            .as_ref()
            .is_some_and(|it| it.record.device() != applicant.keys().id())
        {
            return Err(RedeemError::Before);
        }
        let mut visitor = Visitor::new(request.name, applicant.public()).because(request.reason);
        let delegation = request.code.delegation();
        visitor.delegation = delegation.map(|it| it.to_bytes().to_vec());
        let part = delegation.map(|it| it.scope.clone());
        if let Some(passcode) = request.passcode {
            let passcode = secret.passcode(passcode);
            let passcode = passcode.map_err(|_| StoreError::Io(io::ErrorKind::OutOfMemory.into()))?;
            visitor.passcode = Some(passcode.secret().clone());
        }
        let addresses: Vec<String> = code.addresses().iter().map(|it| it.to_string()).collect();
        let stream = nearby::connect(&addresses, &secret.beacon()).map_err(RedeemError::Connect)?;
        let own = &applicant.keys().exchange;
        let initiator = code.initiate(own).map_err(SessionError::from)?;
        let mut channel = Channel::initiate(stream, initiator)?;
        shown(channel.session().check_code());
        let now = home.context().now();
        let session = channel.session().id();
        let asked = request.asked.clone().or(part);
        let ask = Ask::sign(visitor, asked.clone(), now, session, &identity);
        channel.send(&ask.to_bytes())?;
        tcp::set_patience(channel.stream(), wait).map_err(SessionError::from)?;
        let reply = channel.receive()?.ok_or(SessionError::Interrupted)?;
        let given = match Reply::from_bytes(&reply).map_err(|_| RedeemError::Malformed)? {
            Reply::Nothing(why) => return Err(RedeemError::Unwilling(why)),
            Reply::Given(given) => given,
        };
        let checked = check(&given, code, &applicant)?;
        tcp::set_patience(channel.stream(), PATIENCE).map_err(SessionError::from)?;
        let same = Applicant::visitor(&self.record, &request.code.origin());
        let device = &same.keys().sign;
        let mut report = SyncReport::default();
        let chart = match given.enter {
            None => None,
            Some((record, patient)) => {
                if record != record_of(patient) || patient != checked.patient {
                    return Err(RedeemError::Unfit);
                }
                let mut chart = match begun {
                    Some(chart) => {
                        channel.send(STILL_HERE)?;
                        chart
                    }
                    None => {
                        let certificate = certify(record, &identity, applicant.public(), request.name, now);
                        channel.send(&certificate.to_bytes())?;
                        let message = channel.receive()?.ok_or(SessionError::Interrupted)?;
                        let message = zeroize::Zeroizing::new(message);
                        let welcome = Welcome::from_bytes(&message).map_err(|_| RedeemError::Malformed)?;
                        if welcome.record() != record {
                            return Err(RedeemError::Unfit);
                        }
                        let setup = home.setup();
                        let record = Record::join(setup, applicant, welcome, request.unlock, request.kdf)?;
                        Self::over(record, home)
                    }
                };
                let issuer = pocketchart_record::DeviceId(*checked.grant.issuer.as_bytes());
                let session = SyncSession::enter(&mut chart.record, issuer).map_err(SyncFailure::from)?;
                chart.converse(issuer, &mut channel, session, None, &mut report, &mut |_| {})?;
                Some(chart)
            }
        };
        let received = received(chart.as_ref(), checked.extracted.as_ref());
        let receipt = Receipt {
            grant: checked.grant.id,
            redeemer: device.public(),
            received,
            audit_number: given.witness.0,
            audit_head: given.witness.1,
        };
        if let Ok(receipt) = Signed::sign(receipt, device) {
            // What was given is here; that the receipt does not arrive changes nothing.
            let _ = channel.send(receipt.to_bytes());
        }
        if delegation.is_none() {
            HeldGrant::keep(self, code, &checked.grant, checked.patient)?;
        }
        let until = delegation.map_or(checked.grant.expires, |it| it.expires.min(checked.grant.expires));
        let scope = asked.unwrap_or_else(|| checked.grant.scope.clone());
        let bytes = channel.bytes_sent() + channel.bytes_received();
        if let Ok(stream) = channel.close() {
            tcp::hang_up(stream);
        }
        let acting = chart.iter().flat_map(Chart::proxies);
        let acting = acting
            .filter(|it| it.is_you && it.standing == ProxyStanding::Acts)
            .last();
        let expires = Millis::from(until) * crate::grants::MINUTE;
        Ok(Redeemed {
            grant: checked.grant.id,
            until: acting.as_ref().map_or(expires, |it| it.until),
            sections: scope.iter().collect(),
            delegable: delegation.is_none() && checked.grant.flags.contains(Flags::DELEGABLE),
            patient: checked.patient,
            key_words: key_words(checked.patient),
            stated: checked.extracted.map(stated),
            chart,
            acting,
            report,
            bytes,
        })
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
    // What holds now stands before what is over.
    items.sort_by_key(|it| (it.item.section, it.past));
    (extracted.head.made, items)
}
