//! What the person's devices do at the relay for whoever stands in: they leave the sections, as they are now, and look whether
//! somebody came.

use super::ContactsError;
use super::book::{Escrow, StandIn};
use super::requests::ContactsNews;
use crate::chart::Chart;
use pocketchart_crypto::Label;
use pocketchart_crypto::hash::hash256;
use pocketchart_record::{GuestError, MembersError, Shelf, Shelved, Statement, StoreError};
use pocketchart_share::audit::{Action, AuditEvent};
use pocketchart_share::contacts::Entrusted;
use pocketchart_share::relay::{Relay, RelayError};

/// The names of the pieces that this device left.
const PIECES: &[u8] = b"incapacity";
/// Which state of the record it left last, for whom and where.
const LEFT: &[u8] = b"incapacity-left";
const STATE: Label = Label::new("incapacity/state");

impl Chart {
    /// Lets in who came, and leaves what is new, for what stands and for who came by what stood before.
    pub(super) fn meet_stand_in(&mut self, news: &mut ContactsNews) -> Result<(), ContactsError> {
        let book = self.book()?;
        for escrow in book.escrows {
            if let Some(stand_in) = &escrow.stand_in {
                news.came.extend(self.hear_stand_in(&escrow.relay, stand_in)?);
            }
        }
        self.leave_for_stand_in()
    }

    /// Takes in the certificates of devices that came, and says whose they are if it is news.
    fn hear_stand_in(&mut self, url: &str, stand_in: &StandIn) -> Result<Option<String>, ContactsError> {
        let relay = Relay::new(url).map_err(RelayError::from)?;
        let mut is_news = false;
        for found in relay.snapshots(&stand_in.vaults.arrived())? {
            let Ok(certificate) = Statement::parse(&found.bytes) else {
                continue;
            };
            if !certificate.said_by(stand_in.author) {
                continue;
            }
            match self.record.meet_proxy(certificate) {
                Ok(is_new) => is_news |= is_new,
                // Their time is over, or it is no certificate.
                Err(MembersError::NotOthers) => {}
                Err(error) => return Err(error.into()),
            }
        }
        if !is_news {
            return Ok(None);
        }
        let name = self.name_of(stand_in.author);
        self.audit_note(AuditEvent {
            actor: Some(stand_in.author.0),
            actor_name: Some(name.clone()),
            ..AuditEvent::new(Action::ProxyAdded)
        })?;
        Ok(Some(name))
    }

    /// Leaves the sections for whoever stands in, with their keys, in place of what this device left there before; nothing is done
    /// if they are the same.
    pub(super) fn leave_for_stand_in(&mut self) -> Result<(), ContactsError> {
        let book = self.book()?;
        let Some((escrow, stand_in)) = book.prepared() else {
            return Ok(());
        };
        // Another device of the person said so, and this one may not have heard where.
        if !self.is_named(stand_in.author) || self.is_left(escrow, stand_in)? {
            return Ok(());
        }
        let handout = self.record.pack_for_proxy(stand_in.author);
        let handout = handout.map_err(|error| match error {
            GuestError::Store(error) => ContactsError::Store(error),
            _ => ContactsError::NoIdentity,
        })?;
        let left = Entrusted {
            device: self.record.device(),
            handout: handout.to_bytes(),
        };
        let sealed = left.seal(&stand_in.author, &stand_in.kem);
        let vault = stand_in.vaults.left();
        let pieces = sealed.and_then(|it| vault.pieces(self.home.context().now(), &it));
        let pieces = pieces.ok_or(ContactsError::TooMuch)?;
        let relay = Relay::new(&escrow.relay).map_err(RelayError::from)?;
        let state = self.state_for(escrow, stand_in);
        self.leave_snapshot::<ContactsError>(&relay, &vault, PIECES, pieces)?;
        Ok(self
            .record
            .shelve(vec![Shelved::put(Shelf::Setting, LEFT, state)])?)
    }

    /// Whether this device has left what it holds now.
    pub(super) fn is_left(&self, escrow: &Escrow, stand_in: &StandIn) -> Result<bool, StoreError> {
        let left = self.record.shelved(Shelf::Setting, LEFT)?;
        Ok(left == Some(self.state_for(escrow, stand_in)))
    }

    fn state_for(&self, escrow: &Escrow, stand_in: &StandIn) -> Vec<u8> {
        let digest = self.record.digest_for_proxy(stand_in.author);
        hash256(STATE, &[&escrow.name, &digest]).to_vec()
    }
}
