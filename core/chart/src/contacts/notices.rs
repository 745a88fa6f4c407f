//! Notices to contacts that a person's standing code for emergencies was used.

use super::{ContactsError, ContactsNews};
use crate::chart::Chart;
use crate::grants::CONTACT_BOXES;
use pocketchart_crypto::kem::KemPublic;
use pocketchart_record::{StoreError, Unlock};
use pocketchart_share::contacts::{Cause, Part};
use pocketchart_share::notice::NoticeSecret;
use pocketchart_share::relay::{Relay, RelayError};

/// Somebody used the standing code for emergencies of a person whose part this device keeps.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EmergencyHeard {
    /// What the person calls themselves.
    pub person: String,
    /// For how long one of the person's devices could stop it, in seconds.
    pub wait: u16,
}

impl Chart {
    /// The contacts who have a part that stands, by name, and how they are told of something.
    pub(crate) fn contacts_to_tell(
        &mut self,
        unlock: &Unlock,
    ) -> Result<Vec<(String, KemPublic, NoticeSecret)>, StoreError> {
        // If the relay does not answer, what this device knows is good enough.
        if let Err(ContactsError::Store(error)) = self.meet_book(unlock) {
            return Err(error);
        }
        let book = self.book()?;
        let holders = book.standing(Cause::Loss).map_or(&[][..], |it| &it.holders);
        let told = holders.iter().filter_map(|holder| {
            let contact = book.contacts.iter().find(|it| it.name == holder.name)?;
            Some((holder.name.clone(), contact.kem.clone(), holder.notices.clone()))
        });
        Ok(told.collect())
    }

    /// Reads, and deletes, what lies at the relay for the keeper of a part.
    pub(super) fn hear_of_emergencies(&self, part: &Part, news: &mut ContactsNews) -> Result<(), RelayError> {
        let relay = Relay::new(&part.relay)?;
        let (secret, kem) = (part.notices(), &self.record.device_keys().kem);
        for place in (0..CONTACT_BOXES).map(|it| [it]) {
            let mailbox = secret.mailbox(&place);
            let (letters, _) = relay.letters(&mailbox, None)?;
            let heard = letters.iter().filter_map(|it| secret.open(&place, kem, it));
            news.emergencies.extend(heard.map(|it| EmergencyHeard {
                person: it.person,
                wait: it.wait,
            }));
            if !letters.is_empty() {
                relay.delete_letters(&mailbox, &letters)?;
            }
        }
        Ok(())
    }
}
