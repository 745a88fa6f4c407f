//! Standing codes for emergencies (security.md section 13): a relay gives a copy to whoever has the code and says why, without asking
//! anybody, but only after it has told the person's devices and their contacts, and after a time in which any of the devices stops it.

use super::at_relay::extracted;
use super::kept::{KeptGrant, Purse};
use super::{Ended, GrantError, NewGrant};
use crate::audit;
use crate::chart::Chart;
use pocketchart_crypto::kem::KemPublic;
use pocketchart_record::{Millis, Section, Unlock};
use pocketchart_share::audit::{Action, AuditEvent};
use pocketchart_share::contacts::MAX_NAME;
use pocketchart_share::grant::{GrantId, Minutes, Operations, Passcode};
use pocketchart_share::notice::{Notice, NoticeSecret};
use pocketchart_share::relay::{Relay, RelayError};
use pocketchart_wire::grant::{LONGEST_ACCESS, LONGEST_WAIT, Notify};
use pocketchart_wire::notice::MOST;

/// How many boxes a contact looks into for notices of one person.
pub(crate) const CONTACT_BOXES: u8 = 4;
/// For so long whoever took it is given it again: 72 hours.
const ACCESS: Millis = LONGEST_ACCESS as Millis * 1_000;

/// What a standing code for emergencies is to open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewStandingCode {
    /// Copies of these sections, as they are now.
    pub sections: Vec<Section>,
    /// For how many minutes: 366 days at most.
    pub minutes: Minutes,
    /// How many may take it, from 1 to 5.
    pub uses: u8,
    /// How long the relay waits for an objection, in seconds: ten minutes at most.
    pub wait: u16,
    /// What the contacts call the person; at most 64 bytes.
    pub person: String,
}

/// A standing code that was left at the relay.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StandingCode {
    /// Its grant.
    pub grant: GrantId,
    /// The contacts who are told when somebody takes it.
    pub contacts: Vec<String>,
    /// How many devices of the person are told, this one too.
    pub devices: usize,
}

/// Of somebody who took a standing code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StandingTake {
    /// From when on the relay gives it to them, unless they are stopped.
    pub ready: Millis,
    /// Until when it gives it to them again.
    pub until: Millis,
    /// Whether a device of the person stopped it.
    pub stopped: bool,
}

impl StandingTake {
    pub(super) fn of(took: &pocketchart_wire::grant::Took) -> Self {
        let ready = took.ready.saturating_mul(1_000);
        Self {
            ready,
            until: ready.saturating_add(ACCESS),
            stopped: took.stopped,
        }
    }
}

/// Somebody who is told, and where.
struct Told {
    secret: NoticeSecret,
    place: Vec<u8>,
    kem: KemPublic,
}

impl Chart {
    /// Makes a standing code for emergencies, and leaves what it opens at the relay with notices that lie ready for each device of the
    /// person and for each contact with a part. The log says so before anything leaves. Its code is [`Chart::grant_code`].
    ///
    /// # Errors
    /// [`GrantError`].
    pub fn make_standing_code(
        &mut self,
        new: &NewStandingCode,
        unlock: &Unlock,
    ) -> Result<StandingCode, GrantError> {
        let name_fits = !new.person.trim().is_empty() && new.person.len() <= MAX_NAME;
        if new.wait > LONGEST_WAIT || !name_fits {
            return Err(GrantError::Window);
        }
        let relay = Relay::new(&self.at_relay()?.url).map_err(RelayError::from)?;
        let scope = new.sections.iter().map(|it| (*it, Operations::EXTRACT));
        let (rows, grant) = self.draw_grant(&NewGrant {
            minutes: new.minutes,
            uses: new.uses,
            emergency: true,
            relay: true,
            ..NewGrant::of(scope.collect())
        })?;
        let (bundle, count) = extracted(self, &grant)?;
        self.record.shelve(rows)?;
        let kept = KeptGrant::of(&self.record, grant.id)?.ok_or(GrantError::Unknown)?;
        let keys = self.grant_keys(&kept)?;
        let (told, contacts, devices) = self.who_is_told(kept.number, unlock)?;
        let notice = Notice {
            person: new.person.clone(),
            grant: grant.id,
            wait: new.wait,
        };
        let notices = told
            .iter()
            .filter_map(|it| it.secret.seal(&it.place, &it.kem, &notice));
        let notify = Notify {
            wait: new.wait,
            notices: notices.collect(),
            access: LONGEST_ACCESS,
        };
        let half = Purse::of(self)?.relay_half(kept.number);
        let mut deposit = bundle.deposit_under(&half, &grant, &keys, &Passcode::none());
        if let Some(deposit) = &mut deposit {
            deposit.notify = Some(notify);
        }
        self.leave(&relay, &grant, &keys.secret.locator(), deposit, count)?;
        // So that the other devices stop it. What is not left now is the next time.
        self.meet_grants(unlock)?;
        Ok(StandingCode {
            grant: grant.id,
            contacts,
            devices,
        })
    }

    /// The devices of this person, this one first, and the contacts with a part, as many as there may be notices.
    fn who_is_told(
        &mut self,
        number: u64,
        unlock: &Unlock,
    ) -> Result<(Vec<Told>, Vec<String>, usize), GrantError> {
        let secret = Purse::of(self)?.notices(number);
        let device = |sign: pocketchart_record::DeviceId, kem: &KemPublic| Told {
            secret: secret.clone(),
            place: sign.as_bytes().to_vec(),
            kem: kem.clone(),
        };
        let me = self.record.author();
        let mut told = vec![device(
            self.record.device(),
            self.record.device_keys().kem.public(),
        )];
        let others = self
            .others()
            .filter(|it| it.author == me || it.author == self.record.patient());
        told.extend(others.map(|it| device(it.device.sign, &it.device.kem)));
        told.truncate(MOST);
        let devices = told.len();
        let mut contacts = Vec::new();
        let slot = u8::try_from(number % u64::from(CONTACT_BOXES)).unwrap_or_default();
        for (name, kem, secret) in self.contacts_to_tell(unlock)? {
            if told.len() == MOST {
                break;
            }
            let place = vec![slot];
            told.push(Told { secret, place, kem });
            contacts.push(name);
        }
        Ok((told, contacts, devices))
    }

    /// Puts a copy of the record as it is now in place of what a standing code opens. The code stays the same, and who was given the
    /// copy before gets this one when they ask again. The log says so before it leaves. Says how many entries it has.
    ///
    /// # Errors
    /// [`GrantError::Unknown`] if this device made no such standing code that is open; [`GrantError::Relay`], then the copy before
    /// stays.
    pub fn renew_standing_code(&mut self, grant: GrantId) -> Result<u64, GrantError> {
        let kept = KeptGrant::of(&self.record, grant)?;
        let kept = kept.filter(|it| it.grant.is_standing() && it.of.is_none() && it.is_open());
        let kept = kept.ok_or(GrantError::Unknown)?;
        let at = kept.relay.as_ref().ok_or(GrantError::Unknown)?;
        let relay = Relay::new(&at.url).map_err(RelayError::from)?;
        let (bundle, count) = extracted(self, &kept.grant)?;
        let (keys, half) = (self.grant_keys(&kept)?, Purse::of(self)?.relay_half(kept.number));
        let sealed = bundle.seal(&half, &keys.secret, &Passcode::none());
        let sealed = sealed.ok_or(GrantError::TooMuch)?;
        let mut event = AuditEvent::new(Action::CopyRenewed);
        event.grant = Some(grant);
        event.sections = kept.grant.scope.iter().map(|(section, _)| section).collect();
        let begun = self.audit_begin(event)?;
        let renewed = relay.renew_grant(&keys.secret.locator(), &keys.revocation, sealed);
        self.audit_close(begun, audit::outcome(&renewed), count)?;
        renewed?;
        Ok(count)
    }

    /// Stops whoever waits for what a standing code opens, made by this or another device of the person: they get nothing, and the
    /// code goes on for others. The log says so. Ended grants are passed over.
    ///
    /// # Errors
    /// [`GrantError::Unknown`] if there is no such standing code that is open; [`GrantError::Relay`].
    pub fn stop_emergency(&mut self, grant: GrantId) -> Result<(), GrantError> {
        let kept = KeptGrant::of(&self.record, grant)?.filter(|it| it.grant.is_standing());
        let kept = kept.ok_or(GrantError::Unknown)?;
        let at = kept.relay.as_ref().ok_or(GrantError::Unknown)?;
        let relay = Relay::new(&at.url).map_err(RelayError::from)?;
        let keys = self.grant_keys(&kept)?;
        let mut event = AuditEvent::new(Action::EmergencyStopped);
        event.grant = Some(grant);
        let begun = self.audit_begin(event)?;
        let stopped = match relay.stop_grant(&keys.secret.locator(), &keys.revocation) {
            // Long over: nobody waits.
            Err(RelayError::NotLive) => Ok(()),
            stopped => stopped,
        };
        self.audit_close(begun, audit::outcome(&stopped), 0)?;
        Ok(stopped?)
    }

    /// Notices that came to this device for a standing code; they are deleted at the relay.
    pub(super) fn take_notices(&self, kept: &KeptGrant, relay: &Relay) -> Result<Vec<Notice>, RelayError> {
        let Ok(purse) = Purse::for_grant(self, kept) else {
            return Ok(Vec::new());
        };
        let (secret, place) = (purse.notices(kept.number), self.record.device());
        let mailbox = secret.mailbox(place.as_bytes());
        let (letters, _) = relay.letters(&mailbox, None)?;
        let kem = &self.record.device_keys().kem;
        let notices = letters
            .iter()
            .filter_map(|it| secret.open(place.as_bytes(), kem, it));
        let notices: Vec<_> = notices.filter(|it| it.grant == kept.grant.id).collect();
        if !letters.is_empty() {
            relay.delete_letters(&mailbox, &letters)?;
        }
        Ok(notices)
    }
}

impl Ended {
    /// Of a grant of another device that is redeemed there.
    pub(super) fn at_its_device(kept: &KeptGrant) -> Option<Self> {
        (kept.of.is_some() && kept.relay.is_none()).then(|| Ended::OnceItsDeviceKnows(kept.until()))
    }
}
