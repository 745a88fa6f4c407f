//! Grants that a relay gives while this device is off (security.md section 10, "split key"). The relay alone counts their uses;
//! what it reports is written into the log when it is asked.

use super::deletions::RelayDeletion;
use super::entering::{RelayArrival, with};
use super::kept::{AtRelay, KeptGrant, KeptRedeemer};
use super::standing::StandingTake;
use super::{GrantError, MINUTE, NewGrant};
use crate::audit;
use crate::chart::Chart;
use crate::store;
use pocketchart_record::{AuthorId, Millis, StoreError, key_words};
use pocketchart_share::audit::{Action, AuditEvent, Outcome, Purpose};
use pocketchart_share::grant::{Bundle, Grant, GrantId, GrantKeys, Operations, Reason, Signed};
use pocketchart_share::notice::Notice;
use pocketchart_share::redeem::{Ask, Extracted};
use pocketchart_share::relay::{Relay, RelayError};
use pocketchart_wire::grant::{Deposit, Took};

/// How far two clocks may be apart, in milliseconds.
const CLOCKS: Millis = 10 * MINUTE;

/// How far the end of a grant has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Ended {
    /// Nobody gets anything by it any more.
    Everywhere,
    /// The relay that gives it could not be told: it ends there when it is reached, at the latest then.
    OnceTheRelayKnows(Millis),
    /// Another device of the person gives it, which has not heard of it yet: it ends there when it does, at the latest then.
    OnceItsDeviceKnows(Millis),
}

/// Somebody took what was left at the relay.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RelayTake {
    /// By which grant.
    pub grant: GrantId,
    /// When, by the relay's clock.
    pub at: Millis,
    /// What they call themselves; nobody has checked it. None, if what they left about themselves cannot be read.
    pub name: Option<String>,
    /// Their key, and the words that stand for it.
    pub author: Option<(AuthorId, String)>,
    /// Why, if they said so.
    pub reason: String,
    /// By a standing code for emergencies: from when on it is given to them, and whether that was stopped.
    pub standing: Option<StandingTake>,
}

/// What a relay had to tell.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct RelayNews {
    /// Who took something since it was asked last; the log says so, too.
    pub taken: Vec<RelayTake>,
    /// Notices that came to this device of standing codes that were used.
    pub notices: Vec<Notice>,
    /// Those of them who asked to be let in, and what was answered.
    pub arrived: Vec<RelayArrival>,
    /// Who says that they deleted what they were given.
    pub deletions: Vec<RelayDeletion>,
    /// Grants that the relay was told now to end.
    pub ended: Vec<GrantId>,
    /// Grants about which it could not be asked, why, and when the last of what it holds ends.
    pub unasked: Vec<(GrantId, RelayError, Millis)>,
}

/// The relay's news could not be kept. What was written down before stays.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AskRelayError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl AskRelayError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            AskRelayError::Store(error) => store::message_id(error),
        }
    }
}

impl Chart {
    /// The chosen relay, before anything lies there.
    pub(super) fn at_relay(&self) -> Result<AtRelay, GrantError> {
        Ok(AtRelay {
            url: self.relay()?.ok_or(GrantError::NoRelay)?,
            reported: 0,
            told: false,
            over: false,
        })
    }

    /// Makes a grant and leaves it at the relay, which gives the copy that is made now. The log says so before anything leaves.
    pub(super) fn make_at_relay(&mut self, new: &NewGrant) -> Result<GrantId, GrantError> {
        if new.delegable || new.emergency {
            return Err(GrantError::NotPassedOn);
        }
        let passcode = new.passcode.as_deref().ok_or(GrantError::NeedsPasscode)?;
        let relay = Relay::new(&self.at_relay()?.url).map_err(RelayError::from)?;
        let (rows, grant) = self.draw_grant(new)?;
        let (mut bundle, count) = extracted(self, &grant)?;
        self.record.shelve(rows)?;
        let kept = KeptGrant::of(&self.record, grant.id)?.ok_or(GrantError::Unknown)?;
        let keys = self.grant_keys(&kept)?;
        let passcode = keys.secret.passcode(passcode);
        let passcode = passcode.map_err(|_| StoreError::Io(std::io::ErrorKind::OutOfMemory.into()))?;
        bundle.entrance = self.entrance(&grant.scope, &keys)?;
        let deposit = bundle.deposit(&grant, &keys, &passcode);
        self.leave(&relay, &grant, &keys.secret.locator(), deposit, count)?;
        Ok(grant.id)
    }

    /// Leaves what a grant gives at the relay, of so many entries. The log says so before. A grant that cannot be left is over.
    pub(super) fn leave(
        &mut self,
        relay: &Relay,
        grant: &Signed<Grant>,
        locator: &[u8; 16],
        deposit: Option<Deposit>,
        count: u64,
    ) -> Result<(), GrantError> {
        let mut event = AuditEvent::new(Action::GrantMade);
        event.grant = Some(grant.id);
        event.sections = grant.scope.iter().map(|(section, _)| section).collect();
        let begun = self.audit_begin(event)?;
        let left = match deposit {
            Some(deposit) => relay.deposit_grant(locator, &deposit).map_err(GrantError::from),
            None => Err(GrantError::TooMuch),
        };
        self.audit_close(begun, audit::outcome(&left), count)?;
        if left.is_err() {
            // It may lie there all the same: nobody has the code, and the relay is told to end it.
            self.revoke_grant(grant.id, Reason::Wish)?;
        }
        left
    }

    /// Tells the relay that a grant has ended, if one gives it.
    pub(super) fn end_at_relay(&mut self, kept: &mut KeptGrant) -> Result<Ended, GrantError> {
        let until = Millis::from(kept.grant.expires) * MINUTE;
        if let Some(later) = Ended::at_its_device(kept) {
            return Ok(later);
        }
        let Some(mut at) = kept.relay.clone().filter(|it| !it.over && !it.told) else {
            return Ok(Ended::Everywhere);
        };
        let keys = self.grant_keys(kept)?;
        let told = Relay::new(&at.url)
            .map_err(RelayError::from)
            .and_then(|relay| relay.revoke_grant(&keys.secret.locator(), &keys.revocation));
        match told {
            // Whoever took it before is still to be asked about.
            Ok(()) => at.told = true,
            // It never came there.
            Err(RelayError::NotLive) => at.over = true,
            Err(_) => return Ok(Ended::OnceTheRelayKnows(until)),
        }
        kept.relay = Some(at);
        self.record.shelve(vec![kept.row()])?;
        Ok(Ended::Everywhere)
    }

    /// Asks the relays that hold grants of this device, and those of other devices that are known ([`Chart::meet_grants`]), who took
    /// them, and tells them which ones have ended. Who came is bound to the grant, and written into the log as the relay reports it.
    ///
    /// # Errors
    /// [`AskRelayError`]. A relay that does not answer is no error: [`RelayNews::unasked`].
    pub fn ask_relay(&mut self) -> Result<RelayNews, AskRelayError> {
        let mut news = RelayNews::default();
        let held = KeptGrant::all(&self.record)?.into_iter();
        for mut kept in held.filter(|it| it.relay.as_ref().is_some_and(|at| !at.over)) {
            let Some(at) = kept.relay.clone() else { continue };
            let keys = self.grant_keys(&kept)?;
            let told = at.told;
            let asked = self.ask_about(&mut kept, at, &keys, &mut news)?;
            if let Err(error) = asked
                && !told
            {
                let until = Millis::from(kept.grant.expires) * MINUTE;
                news.unasked.push((kept.grant.id, error, until));
            }
        }
        self.hear_arrivals(&mut news)?;
        self.hear_deletions(&mut news)?;
        Ok(news)
    }

    fn ask_about(
        &mut self,
        kept: &mut KeptGrant,
        mut at: AtRelay,
        keys: &GrantKeys,
        news: &mut RelayNews,
    ) -> Result<Result<(), RelayError>, StoreError> {
        let locator = keys.secret.locator();
        let relay = match Relay::new(&at.url) {
            Ok(relay) => relay,
            Err(error) => return Ok(Err(error.into())),
        };
        let is_ended = kept.revocation.is_some();
        if is_ended && !at.told {
            match relay.revoke_grant(&locator, &keys.revocation) {
                Ok(()) => news.ended.push(kept.grant.id),
                Err(RelayError::NotLive) => {}
                Err(error) => return Ok(Err(error)),
            }
            at.told = true;
        }
        let now = match relay.grant_state(&locator, &keys.revocation) {
            Ok(now) => now,
            Err(RelayError::NotLive) => {
                // Thirty days after its end, or it never came there.
                at.over = true;
                kept.relay = Some(at);
                self.record.shelve(vec![kept.row()])?;
                return Ok(Ok(()));
            }
            Err(error) => return Ok(Err(error)),
        };
        if kept.grant.is_standing() {
            match self.take_notices(kept, &relay) {
                Ok(notices) => news.notices.extend(notices),
                Err(error) => return Ok(Err(error)),
            }
        }
        let known = usize::try_from(at.reported).unwrap_or(usize::MAX);
        for took in now.takes.iter().skip(known) {
            let take = self.reported(kept, keys, took)?;
            news.taken.push(take);
            at.reported += 1;
            kept.relay = Some(at.clone());
            self.record.shelve(vec![kept.row()])?;
        }
        let expired = Millis::from(kept.grant.expires) * MINUTE <= self.home.context().now();
        // Whoever took a use may ask again until the end: with no use left it is still to be ended.
        // Not live before its time, and with uses left: another device of the person ended it there.
        let begun = Millis::from(kept.grant.not_before) * MINUTE + CLOCKS <= self.home.context().now();
        let ended_there = !now.live && now.uses > 0 && begun;
        at.over = is_ended || expired || now.attempts == 0 || ended_there;
        kept.relay = Some(at);
        self.record.shelve(vec![kept.row()])?;
        Ok(Ok(()))
    }

    /// Writes down that somebody took it. In the log before all else: told twice is better than not told.
    fn reported(
        &mut self,
        kept: &mut KeptGrant,
        keys: &GrantKeys,
        took: &Took,
    ) -> Result<RelayTake, StoreError> {
        let at = took.at.saturating_mul(1_000);
        let standing = kept.grant.is_standing().then(|| StandingTake::of(took));
        let ask = keys.secret.open_who(&took.who);
        let ask = ask.and_then(|it| Ask::from_bytes(&it, keys.secret.relay_session()).ok());
        let (action, purpose) = match standing {
            Some(_) => (Action::EmergencyOverride, Purpose::BreakGlass),
            None => (Action::RelayReported, Purpose::Treatment),
        };
        let mut event = AuditEvent::new(action);
        event.grant = Some(kept.grant.id);
        event.purpose = purpose;
        event.sections = kept.grant.scope.iter().map(|(section, _)| section).collect();
        if let Some(ask) = &ask {
            event.actor = Some(ask.author.0);
            event.actor_name = Some(ask.visitor.name.clone());
            event.reason = Some(ask.visitor.reason.clone()).filter(|it| !it.trim().is_empty());
        }
        if standing.is_some_and(|it| it.stopped) {
            let begun = self.audit_begin(event)?;
            self.audit_close(begun, Outcome::Refused, 0)?;
        } else {
            self.audit_note(event)?;
        }
        let mut take = RelayTake {
            grant: kept.grant.id,
            at,
            name: None,
            author: None,
            reason: String::new(),
            standing,
        };
        if let Some(ask) = ask {
            let redeemer = ask.visitor.redeemer();
            let device = &self.record.device_keys().sign;
            let bound = kept.of.is_some() || kept.state.reported(&kept.grant, redeemer, device).is_ok();
            if bound && kept.redeemer(redeemer.sign).is_none() {
                kept.redeemers.push(KeptRedeemer {
                    author: ask.author,
                    name: ask.visitor.name.clone(),
                    since: at,
                    sign: redeemer.sign,
                });
            }
            take.author = Some((ask.author, key_words(ask.author)));
            take.name = Some(ask.visitor.name);
            take.reason = ask.visitor.reason;
        }
        Ok(take)
    }
}

/// The copy that a relay gives, as the record is now, and of how many entries.
pub(super) fn extracted(chart: &mut Chart, grant: &Signed<Grant>) -> Result<(Bundle, u64), GrantError> {
    let (extract, count) = match with(&grant.scope, Operations::EXTRACT).as_slice() {
        [] => (None, 0),
        sections => {
            let items = chart.extract_items(sections)?;
            let count = items.len() as u64;
            let key = &chart.record.device_keys().sign;
            let make = match grant.is_standing() {
                true => Extracted::make_for_browsers,
                false => Extracted::make,
            };
            let made = make(grant.id, chart.home.context().now(), items, key);
            (Some(made.map_err(|_| GrantError::TooMuch)?), count)
        }
    };
    let bundle = Bundle {
        grant: grant.to_bytes().to_vec(),
        certificate: chart.record.certificate().unwrap_or_default(),
        extract,
        entrance: None,
    };
    Ok((bundle, count))
}
