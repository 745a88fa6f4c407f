//! Who asks for a record to be brought back: told to its person's devices and to the contacts, and objected to by the former.

use super::kept::KeptPart;
use super::notices::EmergencyHeard;
use super::{ContactsError, SECOND};
use crate::chart::Chart;
use pocketchart_record::{Millis, Unlock};
use pocketchart_share::audit::{Action, AuditEvent, Outcome};
use pocketchart_share::relay::{Relay, RelayError};
use pocketchart_wire::escrow::{Asked, State};

/// A device that enough contacts approved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecoveryAsked {
    /// Whose record it asks for; none for the one in hand.
    pub person: Option<String>,
    /// Who was named to act for the person, if it asks for that; none if it asks for the whole record.
    pub proxy: Option<String>,
    /// The device: the first 8 bytes of its key.
    pub device: [u8; 8],
    /// Since when, by the relay's clock.
    pub at: Millis,
    /// How many contacts approve.
    pub approvals: u8,
    /// How many of them even against an objection.
    pub despite: u8,
    /// Whether another device of the person has objected.
    pub vetoed: bool,
    /// From when on it is given; none while an objection stands.
    pub ready: Option<Millis>,
    /// Whether it was given.
    pub taken: bool,
}

impl RecoveryAsked {
    fn of(asked: &Asked, person: Option<&str>, proxy: Option<&str>) -> Self {
        let mut device = [0; 8];
        device
            .iter_mut()
            .zip(asked.device)
            .for_each(|(to, from)| *to = from);
        Self {
            person: person.map(str::to_owned),
            proxy: proxy.map(str::to_owned),
            device,
            at: asked.at.saturating_mul(SECOND),
            approvals: asked.approvals,
            despite: asked.despite,
            vetoed: asked.vetoed,
            ready: asked.ready.map(|it| it.saturating_mul(SECOND)),
            taken: asked.taken,
        }
    }
}

/// What the relays had to tell of contacts and parts.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct ContactsNews {
    /// Who asks, here and of the people whose parts this device keeps.
    pub asked: Vec<RecoveryAsked>,
    /// Parts that this device keeps and of which the relay has nothing more. They stay: a relay that forgot may be put right.
    pub ended: Vec<KeptPart>,
    /// Who was named to act for the person if they cannot, and has come since it was asked last.
    pub came: Vec<String>,
    /// People whose part this device keeps, and whose standing code for emergencies was used since it was asked last.
    pub emergencies: Vec<EmergencyHeard>,
    /// Why a relay could not be asked, and about whom; none for the record in hand.
    pub unasked: Vec<(Option<String>, RelayError)>,
}

impl Chart {
    /// Asks the relays who wants this record back, or one of which this device keeps a part. For somebody who is to act for the
    /// person if they cannot it leaves what is new there, and lets them in who have come.
    ///
    /// # Errors
    /// [`ContactsError`]. A relay that does not answer is no error: [`ContactsNews::unasked`].
    pub fn contacts_news(&mut self, unlock: &Unlock) -> Result<ContactsNews, ContactsError> {
        let mut news = ContactsNews::default();
        let unmet = self.meet_book(unlock)?;
        news.unasked.extend(unmet.map(|error| (None, error)));
        let book = self.book()?;
        for escrow in &book.escrows {
            let proxy = escrow.stand_in.as_ref().map(|it| self.name_of(it.author));
            let proxy = proxy.as_deref();
            match state(&escrow.relay, |relay| {
                relay.escrow_state(&escrow.name, &escrow.key())
            }) {
                Ok(now) => news
                    .asked
                    .extend(now.requests.iter().map(|it| RecoveryAsked::of(it, None, proxy))),
                Err(RelayError::NotLive) => {}
                Err(error) if unmet.is_none() => news.unasked.push((None, error)),
                Err(_) => {}
            }
        }
        if let Err(error) = self.meet_stand_in(&mut news) {
            match error {
                ContactsError::Relay(error) if unmet.is_none() => news.unasked.push((None, error)),
                ContactsError::Relay(_) => {}
                error => return Err(error),
            }
        }
        for part in self.parts()? {
            let person = Some(part.person.as_str());
            // A relay that does not answer is found out below.
            let _ = self.hear_of_emergencies(&part, &mut news);
            match state(&part.relay, |relay| relay.escrow_state(&part.escrow, &part.key())) {
                Ok(now) if now.ending && now.requests.is_empty() => news.ended.push(KeptPart::of(&part)),
                Err(RelayError::NotLive) => news.ended.push(KeptPart::of(&part)),
                Ok(now) => news.asked.extend(
                    now.requests
                        .iter()
                        .map(|it| RecoveryAsked::of(it, person, part.proxy.as_deref())),
                ),
                Err(error) => news.unasked.push((Some(part.person.clone()), error)),
            }
        }
        Ok(news)
    }

    /// Objects to a device's request, named by the first letters of its name as [`RecoveryAsked::device`] in hexadecimal has it. Only
    /// all contacts together override it. The log says so.
    ///
    /// # Errors
    /// [`ContactsError::Unknown`] if it names no request, or several.
    pub fn object(&mut self, device: &str, unlock: &Unlock) -> Result<RecoveryAsked, ContactsError> {
        self.is_persons(unlock)?;
        self.try_to_meet(unlock)?;
        let mut found = Vec::new();
        for escrow in self.book()?.escrows {
            let proxy = escrow.stand_in.as_ref().map(|it| self.name_of(it.author));
            let relay = Relay::new(&escrow.relay).map_err(RelayError::from)?;
            let now = match relay.escrow_state(&escrow.name, &escrow.key()) {
                Err(RelayError::NotLive) => continue,
                now => now?,
            };
            for asked in now.requests {
                let view = RecoveryAsked::of(&asked, None, proxy.as_deref());
                if !device.is_empty() && hex(&view.device).starts_with(&device.to_lowercase()) {
                    found.push((escrow.clone(), asked.device, view));
                }
            }
        }
        let [(escrow, key, view)] = found.as_slice() else {
            return Err(ContactsError::Unknown);
        };
        let begun = self.audit_begin(AuditEvent::new(Action::RecoveryRefused))?;
        let relay = Relay::new(&escrow.relay).map_err(RelayError::from)?;
        let told = relay.veto_escrow(&escrow.name, &escrow.key(), *key);
        let outcome = if told.is_ok() {
            Outcome::Done
        } else {
            Outcome::Failed
        };
        self.audit_close(begun, outcome, 1)?;
        told?;
        Ok(view.clone())
    }
}

fn state(url: &str, ask: impl FnOnce(&Relay) -> Result<State, RelayError>) -> Result<State, RelayError> {
    ask(&Relay::new(url)?)
}

/// As people type it.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
