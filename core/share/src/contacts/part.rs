use pocketchart_crypto::kdf::{expand, extract};
use pocketchart_crypto::kem::{KemPublic, KemSecret};
use pocketchart_crypto::share::Share;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, Secret};
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use zeroize::Zeroizing;

use super::lock::Locked;
use super::sealed::{MAX_INSIDE, Sealed};
use super::{Cause, MAX_NAME, MAX_RELAY};
use crate::code::{self, CodeError};
use crate::grant::signed::{VERSION, head, key};
use crate::notice::NoticeSecret;
use crate::text;

const PART: Label = Label::new("contacts/part");

/// What one contact keeps.
#[derive(Clone)]
pub struct Part {
    /// What the person whose part it is calls themselves.
    pub person: String,
    /// The escrow's name at the relay.
    pub escrow: [u8; 16],
    /// The relay's address.
    pub relay: String,
    /// How many contacts it takes.
    pub needed: u8,
    /// Of how many.
    pub of: u8,
    /// A part of C.
    pub share: Share,
    /// What C and W open.
    pub locked: Locked,
    /// The seed of the contact's key at the relay.
    pub seed: Secret<32>,
    /// Whom the person named to act for them if they cannot; none for a part of what brings the record back.
    pub proxy: Option<String>,
}

impl Part {
    /// For what it is kept.
    pub fn cause(&self) -> Cause {
        match self.proxy {
            None => Cause::Loss,
            Some(_) => Cause::Incapacity,
        }
    }

    /// The contact's key at the relay: it approves requests and asks how they stand.
    pub fn key(&self) -> SigningKey {
        SigningKey::from_seed(&self.seed)
    }

    /// Where notices from the person lie for this contact. What is kept of it by the person approves nothing.
    pub fn notices(&self) -> NoticeSecret {
        let root = extract(Label::new("contacts/notices"), self.seed.expose());
        NoticeSecret::new(expand(&root, Label::new("contacts/notices"), b""))
    }

    /// Seals it for a contact's device; none if a name or the address is too long.
    pub fn seal_to(&self, contact: &KemPublic) -> Option<PartCode> {
        let inside = Zeroizing::new(to_bytes(self));
        let long = |name: &str| name.len() > MAX_NAME;
        let too_long = long(&self.person) || self.proxy.as_deref().is_some_and(long);
        if inside.len() > MAX_INSIDE || too_long || self.relay.len() > MAX_RELAY {
            return None;
        }
        let sealed = contact.seal_to(PART, b"", &inside).ok()?;
        Some(PartCode(Sealed(sealed)))
    }
}

impl std::fmt::Debug for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Part(..)")
    }
}

impl Canonical for Part {
    fn write(&self, to: &mut Writer) {
        to.map(10).uint(0).uint(VERSION).uint(1).text(&self.person);
        to.uint(2).bytes(&self.escrow).uint(3).text(&self.relay);
        to.uint(4)
            .uint(u64::from(self.needed))
            .uint(5)
            .uint(u64::from(self.of));
        to.uint(6).bytes(&self.share.to_bytes()[..]);
        to.uint(7).bytes(&self.locked.0).uint(8).bytes(self.seed.expose());
        to.uint(9).text(self.proxy.as_deref().unwrap_or_default());
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        head(from, 10)?;
        key(from, 1)?;
        let person = text::plain(from, MAX_NAME)?;
        key(from, 2)?;
        let escrow = from.fixed()?;
        key(from, 3)?;
        let relay = text::plain(from, MAX_RELAY)?;
        key(from, 4)?;
        let needed = from.small()?;
        key(from, 5)?;
        let of = from.small()?;
        key(from, 6)?;
        let share = Share::from_slice(from.bytes()?).ok_or(Malformed("share"))?;
        key(from, 7)?;
        let locked = Locked(from.fixed()?);
        key(from, 8)?;
        let seed = Secret::from_slice(from.bytes()?).ok_or(Malformed("seed"))?;
        key(from, 9)?;
        let proxy = Some(text::plain(from, MAX_NAME)?).filter(|it| !it.is_empty());
        Ok(Self {
            person,
            escrow,
            relay,
            needed,
            of,
            share,
            locked,
            seed,
            proxy,
        })
    }
}

/// A [`Part`] on its way to its contact.
#[derive(Clone, PartialEq, Eq)]
pub struct PartCode(Sealed<'p'>);

impl PartCode {
    /// Opens it with the key of the contact's device; none with any other.
    pub fn open(&self, contact: &KemSecret) -> Option<Part> {
        let inside = Zeroizing::new(contact.open(PART, b"", &self.0.0).ok()?);
        from_bytes(&inside).ok()
    }

    /// The text to send: `pocketchart:/` and decimal digits, as every code's.
    pub fn to_text(&self) -> String {
        code::to_text(self)
    }

    /// Reads a pasted text.
    ///
    /// # Errors
    /// [`CodeError`].
    pub fn from_text(text: &str) -> Result<Self, CodeError> {
        code::from_text(text, Sealed::<'p'>::kind())
    }
}

impl Canonical for PartCode {
    fn write(&self, to: &mut Writer) {
        self.0.write(to);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.value().map(Self)
    }
}

impl std::fmt::Debug for PartCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PartCode(..)")
    }
}
