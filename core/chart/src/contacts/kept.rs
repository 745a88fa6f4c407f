//! The contact's side: parts that this device keeps for others.

use super::{ContactsError, DAY, SECOND};
use crate::chart::Chart;
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_record::{Shelf, Shelved, StoreError};
use pocketchart_share::contacts::{Answer, AnswerCode, AskCode, ContactCode, Part, PartCode};
use zeroize::Zeroizing;

/// In front of an escrow's name, in the keys of the rows of parts.
const PREFIX: u8 = b'P';
/// How long a contact's word is good for, in seconds: so long the others may take.
const GOOD: u64 = 14 * DAY;

/// A part that is kept for somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeptPart {
    /// What they call themselves.
    pub person: String,
    /// The relay that has the other part.
    pub relay: String,
    /// How many contacts it takes.
    pub needed: u8,
    /// Of how many.
    pub of: u8,
    /// Whom the person named to act for them if they cannot; none for a part that brings their record back.
    pub proxy: Option<String>,
}

impl KeptPart {
    pub(super) fn of(part: &Part) -> Self {
        Self {
            person: part.person.clone(),
            relay: part.relay.clone(),
            needed: part.needed,
            of: part.of,
            proxy: part.proxy.clone(),
        }
    }
}

impl Chart {
    /// The code by which somebody makes this device's owner their contact.
    pub fn contact_code(&self, name: &str) -> ContactCode {
        ContactCode::new(self.record.device_keys().kem.public().clone(), name)
    }

    /// Keeps a part. A new one of the same person, for the same cause, takes the place of the one before.
    ///
    /// # Errors
    /// [`ContactsError::NotForHere`], or what the store says.
    pub fn keep_part(&mut self, code: &PartCode) -> Result<KeptPart, ContactsError> {
        let part = code.open(&self.record.device_keys().kem);
        let part = part.ok_or(ContactsError::NotForHere)?;
        let others = self.parts()?.into_iter();
        let same = |it: &Part| it.person == part.person && it.cause() == part.cause();
        let before = others.filter(|it| same(it) && it.escrow != part.escrow);
        let mut rows: Vec<_> = before
            .map(|it| Shelved::remove(Shelf::Setting, &row(&it)))
            .collect();
        rows.push(Shelved::put(Shelf::Setting, &row(&part), to_bytes(&part)));
        self.record.shelve(rows)?;
        Ok(KeptPart::of(&part))
    }

    /// The parts that this device keeps for others, by their names.
    ///
    /// # Errors
    /// What the store says.
    pub fn kept_parts(&self) -> Result<Vec<KeptPart>, ContactsError> {
        Ok(self.parts()?.iter().map(KeptPart::of).collect())
    }

    /// Gives a part to a device: with it, and those of enough others, it gets what the relay holds after the wait. For what it asks
    /// stands in its code, and it gets no other part. Only for a device whose words its owner has read aloud. With `despite` it holds even if another device of theirs objects; then all
    /// contacts have to say so.
    ///
    /// # Errors
    /// [`ContactsError::Unknown`], if this device keeps parts of nobody of that name, or of several people and none was named.
    pub fn approve(
        &mut self,
        to: &AskCode,
        person: Option<&str>,
        despite: bool,
    ) -> Result<(KeptPart, AnswerCode), ContactsError> {
        let mut parts = self.parts()?;
        parts.retain(|it| it.cause() == to.cause && person.is_none_or(|name| it.person == name));
        let [part] = parts.as_slice() else {
            return Err(ContactsError::Unknown);
        };
        let until = self.home.context().now() / SECOND + GOOD;
        let answer = Answer::new(part, to, until, despite);
        let code = answer.seal_to(to).ok_or(ContactsError::TooLong)?;
        Ok((KeptPart::of(part), code))
    }

    pub(super) fn parts(&self) -> Result<Vec<Part>, StoreError> {
        let mut parts: Vec<Part> = Vec::new();
        let (first, last) = (
            [&[PREFIX][..], &[0; 16]].concat(),
            [&[PREFIX][..], &[0xff; 16]].concat(),
        );
        self.record
            .shelf_range(Shelf::Setting, (&first, &last), |key, bytes| {
                if key.len() == first.len() {
                    parts.push(from_bytes(&Zeroizing::new(bytes))?);
                }
                Ok(())
            })?;
        parts.sort_by(|a, b| (&a.person, a.cause()).cmp(&(&b.person, b.cause())));
        Ok(parts)
    }
}

fn row(part: &Part) -> Vec<u8> {
    [&[PREFIX][..], &part.escrow].concat()
}
