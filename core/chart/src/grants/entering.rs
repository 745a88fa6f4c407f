//! Redeemers who took a grant at a relay that lets them read or add: what is left there for them, and how they come in when they
//! are heard of.

use super::at_relay::RelayNews;
use super::kept::{KeptGrant, KeptRedeemer};
use super::{GrantError, MINUTE};
use crate::chart::Chart;
use pocketchart_record::{
    Access, AuthorId, Certificate, DeviceId, Fact, GuestError, Millis, Section, Statement, StoreError,
    key_words,
};
use pocketchart_share::audit::{Action, AuditEvent, Purpose};
use pocketchart_share::grant::{
    Arrival, Entrance, GrantId, GrantKeys, Operations, Receipt, Redeemer, Refusal, Scope, Signed,
};
use pocketchart_share::relay::{Pair, Relay, RelayError, day};
use std::collections::BTreeSet;

/// In front of a device's name, in the key of the row that says when its arrivals were looked for last.
const READ: &[u8] = b"arrivals/";
/// After so many days nothing that was posted lies at a relay any more; clocks differ by one.
const LONGEST: u32 = 31;

/// Somebody who took a grant at a relay asks to be let in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RelayArrival {
    /// By which grant.
    pub grant: GrantId,
    /// What they call themselves; nobody has checked it.
    pub name: String,
    /// Their key, and the words that stand for it.
    pub author: (AuthorId, String),
    /// What was answered.
    pub answer: RelayAnswer,
}

/// How somebody was met who took a grant at a relay.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum RelayAnswer {
    /// They are let in: what they write is taken in.
    LetIn {
        /// They sent a signed receipt.
        receipt: bool,
    },
    /// The grant was ended meanwhile: what they write waits for the patient.
    Ended,
    /// They are not let in.
    Refused(Refusal),
    /// What lies there in their name is not by them, or was altered.
    Unreadable,
}

/// The sections in which this may be done.
pub(crate) fn with(scope: &Scope, operation: Operations) -> Vec<Section> {
    let sections = scope.iter().filter(|(_, it)| it.contains(operation));
    sections.map(|(section, _)| section).collect()
}

/// What a grant lets the device of a redeemer do that took it at a relay. `made`: when the keys for it were packed.
pub(crate) fn access(
    grant: &pocketchart_share::grant::Grant,
    (author, device): (AuthorId, DeviceId),
    name: &str,
    made: Millis,
) -> Access {
    Access {
        grant: grant.id.0,
        author,
        device,
        name: name.to_owned(),
        read: with(&grant.scope, Operations::READ),
        later: with(&grant.scope, Operations::READ | Operations::FUTURE),
        append: with(&grant.scope, Operations::APPEND),
        made,
        not_before: Millis::from(grant.not_before) * MINUTE,
        not_after: Millis::from(grant.expires) * MINUTE,
    }
}

impl Chart {
    /// What lies in the bundle of a grant for who may read or add; none if it allows copies only.
    pub(super) fn entrance(
        &mut self,
        scope: &Scope,
        keys: &GrantKeys,
    ) -> Result<Option<Entrance>, GrantError> {
        if !scope.lets_in() {
            return Ok(None);
        }
        let handout = self.record.hand_out(&with(scope, Operations::READ));
        let handout = handout.map_err(|error| match error {
            GuestError::Store(error) => GrantError::Store(error),
            _ => GrantError::NotPatients,
        })?;
        Ok(Some(Entrance {
            secret: keys.enter.clone(),
            witness: self.audit_witness()?,
            handout: handout.to_bytes(),
        }))
    }

    /// Looks for letters of those who took a grant at a relay and are not let in yet, and answers them.
    pub(super) fn hear_arrivals(&mut self, news: &mut RelayNews) -> Result<(), StoreError> {
        let today = day(self.home.context().now());
        for kept in KeptGrant::all(&self.record)? {
            // What they wrote to the device that made the grant, only that one can read.
            let enters = kept.of.is_none() && kept.grant.scope.lets_in();
            let Some(at) = kept.relay.as_ref().filter(|_| enters) else {
                continue;
            };
            let inside = self.let_in_by(kept.grant.id);
            let waits = |it: &&KeptRedeemer| {
                let is_late = day(it.since).saturating_add(LONGEST) < today;
                !is_late && !inside.contains(&device(it))
            };
            let waiting: Vec<&KeptRedeemer> = kept.redeemers.iter().filter(waits).collect();
            if waiting.is_empty() {
                continue;
            }
            let heard = match Relay::new(&at.url) {
                Ok(relay) => waiting.into_iter().try_for_each(|who| {
                    let heard = self.hear_one(&relay, &kept, who, news);
                    heard.map_err(Unheard::Store)?.map_err(Unheard::Relay)
                }),
                Err(error) => Err(Unheard::Relay(error.into())),
            };
            match heard {
                Ok(()) => {}
                Err(Unheard::Store(error)) => return Err(error),
                Err(Unheard::Relay(error)) => {
                    let until = Millis::from(kept.grant.expires) * MINUTE;
                    news.unasked.push((kept.grant.id, error, until));
                }
            }
        }
        Ok(())
    }

    /// The devices that a grant let in.
    fn let_in_by(&self, grant: GrantId) -> BTreeSet<DeviceId> {
        let accesses = self.record.statements().accesses().map(|(_, it)| it);
        let by = accesses.filter(|it| it.grant == grant.0);
        by.map(|it| it.device).collect()
    }

    fn hear_one(
        &mut self,
        relay: &Relay,
        kept: &KeptGrant,
        who: &KeptRedeemer,
        news: &mut RelayNews,
    ) -> Result<Result<(), RelayError>, StoreError> {
        self.read_boxes(
            relay,
            (kept, who),
            (READ, Pair::arrivals),
            &mut |chart, from, letter| {
                let arrival = letter.and_then(|it| Arrival::from_bytes(&it).ok());
                news.arrived.push(RelayArrival {
                    grant: kept.grant.id,
                    name: who.name.clone(),
                    author: (who.author, key_words(who.author)),
                    answer: chart.answer(kept, who, from.redeemer, arrival, from.pair)?,
                });
                Ok(())
            },
        )
    }

    /// Lets a redeemer in, or says why not, and writes either into the log.
    fn answer(
        &mut self,
        kept: &KeptGrant,
        who: &KeptRedeemer,
        redeemer: &Redeemer,
        arrival: Option<Arrival>,
        pair: &Pair,
    ) -> Result<RelayAnswer, StoreError> {
        let keys = self.grant_keys(kept)?;
        let arrival = arrival.filter(|it| it.is_proven(&keys.enter, kept.grant.id, redeemer));
        let certificate = arrival.as_ref().and_then(|it| certificate(it, who, redeemer));
        let (Some(arrival), Some(certificate)) = (arrival, certificate) else {
            self.note_refused(kept, who, Refusal::Malformed)?;
            return Ok(RelayAnswer::Unreadable);
        };
        let device = device(who);
        let mut others = self.let_in_by(kept.grant.id);
        others.remove(&device);
        if let Err(refusal) = kept.state.enter(&kept.grant, redeemer, who.since, others.len()) {
            self.note_refused(kept, who, refusal)?;
            return Ok(RelayAnswer::Refused(refusal));
        }
        let access = access(&kept.grant, (who.author, device), &who.name, kept.made);
        let writing = pair.writing(&keys.enter);
        match self.record.acknowledge_guest(access, certificate, &writing) {
            Ok(()) => {}
            Err(GuestError::Store(error)) => return Err(error),
            Err(_) => {
                self.note_refused(kept, who, Refusal::Malformed)?;
                return Ok(RelayAnswer::Unreadable);
            }
        }
        let received = Signed::<Receipt>::parse(&arrival.receipt).ok();
        let is_theirs = received.is_some_and(|it| kept.state.is_received_by(&it));
        let receipt = is_theirs && self.audit_receipt(&arrival.receipt)?;
        if kept.revocations(&self.record).is_empty() {
            return Ok(RelayAnswer::LetIn { receipt });
        }
        match self.record.end_access(kept.grant.id.0) {
            Err(GuestError::Store(error)) => Err(error),
            _ => Ok(RelayAnswer::Ended),
        }
    }

    fn note_refused(&mut self, kept: &KeptGrant, who: &KeptRedeemer, why: Refusal) -> Result<(), StoreError> {
        let mut event = AuditEvent::new(Action::Refused);
        event.grant = Some(kept.grant.id);
        event.actor = Some(who.author.0);
        event.actor_name = Some(who.name.clone());
        event.purpose = Purpose::Treatment;
        event.reason = Some(why.id().to_owned());
        self.audit_note(event).map(drop)
    }
}

/// Which they came with.
fn device(of: &KeptRedeemer) -> DeviceId {
    DeviceId(*of.sign.as_bytes())
}

enum Unheard {
    Store(StoreError),
    Relay(RelayError),
}

/// The certificate in it, if it is by the author who was reported, and for the device that was.
fn certificate(arrival: &Arrival, who: &KeptRedeemer, redeemer: &Redeemer) -> Option<Statement> {
    let statement = Statement::parse(&arrival.certificate).ok()?;
    let Fact::Certificate(Certificate { author, device, .. }) = &statement.fact else {
        return None;
    };
    let keys = Redeemer::new(device.exchange, who.sign, &device.kem);
    let fits = *author == who.author && device.sign.0 == *who.sign.as_bytes() && keys == *redeemer;
    fits.then_some(statement)
}
