//! What the person's devices know of their contacts: on the shelf here, and sealed in a vault of its own at the relay, where the
//! person's other devices, and a recovered one, find it. The newer of two stands.

use super::ContactsError;
use crate::chart::Chart;
use pocketchart_crypto::kdf::{expand, extract};
use pocketchart_crypto::kem::KemPublic;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, Secret};
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use pocketchart_record::{AuthorId, Millis, Shelf, Shelved, StoreError, Unlock};
use pocketchart_share::contacts::{Cause, StandInVaults};
use pocketchart_share::notice::NoticeSecret;
use pocketchart_share::relay::{Relay, RelayError, Vault};
use zeroize::Zeroizing;

const KEY: &[u8] = b"contacts";
const BOOK: Label = Label::new("contacts/book");
/// Escrows that are still to be ended, and the one that stands.
const MAX_ESCROWS: usize = 16;
pub(super) const MAX_CONTACTS: usize = 15;

#[derive(Clone, Default)]
pub(super) struct Book {
    pub(super) made: Millis,
    pub(super) contacts: Vec<Known>,
    pub(super) escrows: Vec<Escrow>,
}

/// Somebody whom the person chose.
#[derive(Clone)]
pub(super) struct Known {
    pub(super) name: String,
    pub(super) kem: KemPublic,
}

/// Parts that were given out.
#[derive(Clone)]
pub(super) struct Escrow {
    pub(super) name: [u8; 16],
    pub(super) relay: String,
    /// Seed of the key that objects and ends.
    pub(super) owner: Secret<32>,
    pub(super) made: Millis,
    pub(super) needed: u8,
    /// Seconds.
    pub(super) wait: u64,
    /// Whose words are in it.
    pub(super) identity: AuthorId,
    pub(super) holders: Vec<Holder>,
    /// Who is to act for the person; none if it brings the record back.
    pub(super) stand_in: Option<StandIn>,
    /// It stands no longer. It is kept until the relay has nothing more of it: who asked before it ended can still be objected to.
    pub(super) ended: bool,
}

/// A contact who has a part.
#[derive(Clone)]
pub(super) struct Holder {
    pub(super) name: String,
    /// Where notices lie for them.
    pub(super) notices: NoticeSecret,
}

/// Who is to act for the person if they cannot. What is said of them stands in the record.
#[derive(Clone)]
pub(super) struct StandIn {
    /// As whom they will act.
    pub(super) author: AuthorId,
    /// What is left for them is sealed to this.
    pub(super) kem: KemPublic,
    /// Where it lies, and where they say that they came.
    pub(super) vaults: StandInVaults,
}

impl Escrow {
    pub(super) fn cause(&self) -> Cause {
        match self.stand_in {
            None => Cause::Loss,
            Some(_) => Cause::Incapacity,
        }
    }

    pub(super) fn key(&self) -> SigningKey {
        SigningKey::from_seed(&self.owner)
    }
}

impl Book {
    pub(super) fn standing(&self, cause: Cause) -> Option<&Escrow> {
        self.escrows.iter().find(|it| !it.ended && it.cause() == cause)
    }

    /// Who is to act for the person if they cannot, and what was given for that.
    pub(super) fn prepared(&self) -> Option<(&Escrow, &StandIn)> {
        let escrow = self.standing(Cause::Incapacity)?;
        Some((escrow, escrow.stand_in.as_ref()?))
    }

    /// None for that cause stands from now on.
    pub(super) fn end_all(&mut self, cause: Cause) {
        let of_cause = self.escrows.iter_mut().filter(|it| it.cause() == cause);
        of_cause.for_each(|it| it.ended = true);
    }
}

impl Chart {
    pub(super) fn book(&self) -> Result<Book, StoreError> {
        match self.record.shelved(Shelf::Setting, KEY)? {
            Some(bytes) => Ok(from_bytes(&Zeroizing::new(bytes))?),
            None => Ok(Book::default()),
        }
    }

    /// Keeps a book that was changed here.
    pub(super) fn keep_book(&mut self, book: &mut Book) -> Result<(), StoreError> {
        while book.escrows.len() > MAX_ESCROWS {
            book.escrows.remove(0);
        }
        book.made = self.home.context().now().max(book.made + 1);
        self.shelve_book(book)
    }

    fn shelve_book(&mut self, book: &Book) -> Result<(), StoreError> {
        self.record
            .shelve(vec![Shelved::put(Shelf::Setting, KEY, to_bytes(book))])
    }

    /// Tells the relay which escrows have ended, and makes this book and the one at the relay the same. Without a relay, or without
    /// the identity key, the one here is all there is.
    pub(super) fn meet_book(&mut self, unlock: &Unlock) -> Result<Option<RelayError>, ContactsError> {
        let met = self.try_to_meet(unlock);
        match met {
            Err(ContactsError::Relay(error)) => Ok(Some(error)),
            Err(ContactsError::NoIdentity | ContactsError::NoRelay) => Ok(None),
            Err(error) => Err(error),
            Ok(()) => Ok(None),
        }
    }

    pub(super) fn try_to_meet(&mut self, unlock: &Unlock) -> Result<(), ContactsError> {
        if !self.record.is_patients() {
            return Err(ContactsError::NoIdentity);
        }
        let url = self.relay()?.ok_or(ContactsError::NoRelay)?;
        let relay = Relay::new(&url).map_err(RelayError::from)?;
        let vault = self.record.vault_secret(unlock).map_err(ContactsError::from)?;
        let vault = Vault::new(&expand(&extract(BOOK, vault.expose()), BOOK, b""));
        let mut here = self.book()?;
        let there = relay.snapshots(&vault)?.into_iter().next();
        let there: Option<Book> = there.and_then(|it| from_bytes(&Zeroizing::new(it.bytes)).ok());
        let mut left = there.as_ref().map_or(0, |it| it.made);
        if let Some(there) = there
            && there.made > here.made
        {
            let only_here = here.escrows.into_iter();
            let only_here = only_here.filter(|it| there.escrows.iter().all(|other| other.name != it.name));
            let only_here: Vec<_> = only_here.map(|it| Escrow { ended: true, ..it }).collect();
            here = there;
            here.escrows.splice(0..0, only_here);
            self.shelve_book(&here)?;
        }
        let before = here.escrows.len();
        here.escrows.retain(|it| !it.ended || !is_gone(it));
        if here.escrows.len() < before {
            self.keep_book(&mut here)?;
            left = left.min(here.made - 1);
        }
        if here.made > left {
            let bytes = Zeroizing::new(to_bytes(&here));
            let pieces = vault.pieces(here.made, &bytes).ok_or(ContactsError::TooLong)?;
            relay.put_only_snapshot(&vault, pieces)?;
        }
        Ok(())
    }
}

/// Ends it, and says whether the relay has nothing more of it. Where its relay does not answer, it may the next time.
fn is_gone(escrow: &Escrow) -> bool {
    let ended = Relay::new(&escrow.relay)
        .map_err(RelayError::from)
        .and_then(|relay| {
            if let Some(it) = &escrow.stand_in {
                relay.empty_vault(&it.vaults.left())?;
                relay.empty_vault(&it.vaults.arrived())?;
            }
            relay.end_escrow(&escrow.name, &escrow.key())?;
            relay.escrow_state(&escrow.name, &escrow.key())
        });
    match ended {
        Ok(state) => state.requests.is_empty(),
        Err(error) => error == RelayError::NotLive,
    }
}

impl Canonical for Book {
    fn write(&self, to: &mut Writer) {
        to.array(3)
            .uint(self.made)
            .list(&self.contacts)
            .list(&self.escrows);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        Ok(Self {
            made: from.uint()?,
            contacts: from.list(MAX_CONTACTS)?,
            escrows: from.list(MAX_ESCROWS)?,
        })
    }
}

impl Canonical for Known {
    fn write(&self, to: &mut Writer) {
        to.array(2).text(&self.name).bytes(self.kem.as_bytes());
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        Ok(Self {
            name: from.text()?.to_owned(),
            kem: KemPublic::from_slice(from.bytes()?).ok_or(Malformed("kem key"))?,
        })
    }
}

impl Canonical for Holder {
    fn write(&self, to: &mut Writer) {
        to.array(2).text(&self.name).bytes(self.notices.expose());
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        Ok(Self {
            name: from.text()?.to_owned(),
            notices: NoticeSecret::new(Secret::from_slice(from.bytes()?).ok_or(Malformed("secret"))?),
        })
    }
}

impl Canonical for StandIn {
    fn write(&self, to: &mut Writer) {
        to.array(3).value(&self.author);
        to.bytes(self.kem.as_bytes()).bytes(self.vaults.expose());
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        Ok(Self {
            author: from.value()?,
            kem: KemPublic::from_slice(from.bytes()?).ok_or(Malformed("kem key"))?,
            vaults: StandInVaults::new(Secret::from_slice(from.bytes()?).ok_or(Malformed("secret"))?),
        })
    }
}

impl Canonical for Escrow {
    fn write(&self, to: &mut Writer) {
        to.array(10).bytes(&self.name).text(&self.relay);
        to.bytes(self.owner.expose()).uint(self.made);
        to.uint(u64::from(self.needed)).uint(self.wait);
        to.value(&self.identity).list(&self.holders);
        to.list(self.stand_in.as_slice()).bool(self.ended);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(10)?;
        Ok(Self {
            name: from.fixed()?,
            relay: from.text()?.to_owned(),
            owner: Secret::from_slice(from.bytes()?).ok_or(Malformed("secret"))?,
            made: from.uint()?,
            needed: from.small()?,
            wait: from.uint()?,
            identity: from.value()?,
            holders: from.list(MAX_CONTACTS)?,
            stand_in: from.list(1)?.pop(),
            ended: from.bool()?,
        })
    }
}
