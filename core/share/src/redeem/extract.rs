use pocketchart_crypto::hash::hash256;
use pocketchart_crypto::sign::{SigningKey, VerifyingKey};
use pocketchart_crypto::{Label, padme};
use pocketchart_record::cbor::{self, Canonical, Malformed, Reader, Writer};
use pocketchart_record::{Effort, Millis, Section};

use crate::deflate;
use crate::grant::{Body, GrantId, Signed, Unreadable, signed};
use crate::session::MAX_MESSAGE;

const CONTENT: Label = Label::new("redeem/extract-content");
/// What an extract's content may inflate to, in bytes.
const MAX_CONTENT: usize = 16 << 20;
/// Left for the rest of the message.
const MAX_SEALED: usize = MAX_MESSAGE - (64 << 10);
const MAX_ITEMS: usize = 100_000;
/// In front of raw deflate, where the numbers of dictionaries stand else.
const RAW_DEFLATE: u8 = 2;

/// What the patient's device states to a redeemer: the entries that hold now, and nothing of how they came to be. Signed by the
/// device; the content travels beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extract {
    /// By which grant.
    pub grant: GrantId,
    /// The device that states it.
    pub issuer: VerifyingKey,
    /// When.
    pub made: Millis,
    /// BLAKE2b-256 of the content.
    pub content: [u8; 32],
}

impl Body for Extract {
    const LABEL: Label = Label::new("redeem/extract");
    fn signer(&self) -> VerifyingKey {
        self.issuer
    }
}

impl Canonical for Extract {
    fn write(&self, to: &mut Writer) {
        to.map(5).uint(0).uint(signed::VERSION).uint(1).value(&self.grant);
        to.uint(2).bytes(self.issuer.as_bytes()).uint(3).uint(self.made);
        to.uint(4).bytes(&self.content);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        signed::head(from, 5)?;
        signed::key(from, 1)?;
        let grant = from.value()?;
        signed::key(from, 2)?;
        let issuer = VerifyingKey::from_bytes(from.fixed()?);
        signed::key(from, 3)?;
        let made = from.uint()?;
        signed::key(from, 4)?;
        Ok(Self {
            grant,
            issuer,
            made,
            content: from.fixed()?,
        })
    }
}

/// One entry of an extract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtractItem {
    /// Where it belongs.
    pub section: Section,
    /// As the entry's: `fhir/<Type>`, `source`, or one of Pocketchart's own.
    pub kind: String,
    /// The media type of a `source`; empty else.
    pub media: String,
    /// Who wrote it, as the patient calls them; empty for the patient.
    pub author: String,
    /// When it was written down.
    pub recorded: Millis,
    /// Other entries say otherwise, and nobody has settled it.
    pub unreconciled: bool,
    /// Somebody disputes it.
    pub disputed: bool,
    /// The body, to the byte.
    pub body: Vec<u8>,
}

impl Canonical for ExtractItem {
    fn write(&self, to: &mut Writer) {
        to.array(8)
            .value(&self.section)
            .text(&self.kind)
            .text(&self.media);
        to.text(&self.author).uint(self.recorded);
        to.bool(self.unreconciled).bool(self.disputed).bytes(&self.body);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(8)?;
        Ok(Self {
            section: from.value()?,
            kind: from.text()?.to_owned(),
            media: from.text()?.to_owned(),
            author: from.text()?.to_owned(),
            recorded: from.uint()?,
            unreconciled: from.bool()?,
            disputed: from.bool()?,
            body: from.bytes()?.to_vec(),
        })
    }
}

struct Items(Vec<ExtractItem>);

impl Canonical for Items {
    fn write(&self, to: &mut Writer) {
        to.list(&self.0);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.list(MAX_ITEMS).map(Self)
    }
}

/// An extract whose signature and content were checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extracted {
    /// Who states it, when, by which grant.
    pub head: Signed<Extract>,
    /// The content as it travels.
    pub content: Vec<u8>,
    /// What.
    pub items: Vec<ExtractItem>,
}

/// No extract could be made or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ExtractError {
    /// More than one message holds.
    #[error("too much for an extract")]
    TooMuch,
    /// Its head is nothing that was signed.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// Its content is not the one that the head names, or not in its form.
    #[error("the content does not belong to it")]
    Content,
}

impl Extracted {
    /// States items to the redeemers of a grant; returns the signed head and the content as they travel: the content is
    /// compressed, and padded (Padmé), so that its length tells little.
    ///
    /// # Errors
    /// [`ExtractError::TooMuch`].
    pub fn make(
        grant: GrantId,
        made: Millis,
        items: Vec<ExtractItem>,
        key: &SigningKey,
    ) -> Result<(Vec<u8>, Vec<u8>), ExtractError> {
        let packed = pocketchart_record::deflate(&plain(items)?, Effort::Quick);
        sign(grant, made, packed, key)
    }

    /// The same, compressed as every browser can undo, which takes some more bytes: the emergency page reads it, too.
    ///
    /// # Errors
    /// [`ExtractError::TooMuch`].
    pub fn make_for_browsers(
        grant: GrantId,
        made: Millis,
        items: Vec<ExtractItem>,
        key: &SigningKey,
    ) -> Result<(Vec<u8>, Vec<u8>), ExtractError> {
        let raw = deflate::deflate(&plain(items)?, &[]).ok_or(ExtractError::TooMuch)?;
        sign(grant, made, [&[RAW_DEFLATE], &raw[..]].concat(), key)
    }

    /// Reads what [`Extracted::make`] gave.
    ///
    /// # Errors
    /// [`ExtractError`].
    pub fn read(head: &[u8], content: &[u8]) -> Result<Self, ExtractError> {
        let head = Signed::<Extract>::parse(head)?;
        if hash256(CONTENT, &[content]) != head.content {
            return Err(ExtractError::Content);
        }
        let packed = padme::unpad(content.to_vec()).map_err(|_| ExtractError::Content)?;
        let plain = match packed.split_first() {
            Some((&RAW_DEFLATE, raw)) => deflate::inflate(raw, &[], MAX_CONTENT).ok(),
            _ => pocketchart_record::inflate(&packed).ok(),
        };
        let plain = plain.ok_or(ExtractError::Content)?;
        let Items(items) = cbor::from_bytes(&plain).map_err(|_| ExtractError::Content)?;
        Ok(Self {
            head,
            content: content.to_vec(),
            items,
        })
    }
}

/// Items as they are before they are compressed.
fn plain(items: Vec<ExtractItem>) -> Result<Vec<u8>, ExtractError> {
    if items.len() > MAX_ITEMS {
        return Err(ExtractError::TooMuch);
    }
    let plain = cbor::to_bytes(&Items(items));
    if plain.len() > MAX_CONTENT {
        return Err(ExtractError::TooMuch);
    }
    Ok(plain)
}

/// Head and content of what was compressed.
fn sign(
    grant: GrantId,
    made: Millis,
    packed: Vec<u8>,
    key: &SigningKey,
) -> Result<(Vec<u8>, Vec<u8>), ExtractError> {
    let content = padme::pad(packed);
    if content.len() > MAX_SEALED {
        return Err(ExtractError::TooMuch);
    }
    let head = Extract {
        grant,
        issuer: key.public(),
        made,
        content: hash256(CONTENT, &[&content]),
    };
    let head = Signed::sign(head, key).map_err(|_| ExtractError::Content)?;
    Ok((head.to_bytes().to_vec(), content))
}

#[cfg(test)]
mod tests {
    use super::*;
    use pocketchart_crypto::Secret;

    fn items(count: usize) -> Vec<ExtractItem> {
        let item = |n| ExtractItem {
            section: Section::Allergies,
            kind: "fhir/AllergyIntolerance".into(),
            media: String::new(),
            author: String::new(),
            recorded: n,
            unreconciled: false,
            disputed: false,
            body: br#"{"resourceType":"AllergyIntolerance"}"#.to_vec(),
        };
        (0..count as u64).map(item).collect()
    }

    #[test]
    fn what_is_made_for_browsers_is_read_as_the_other_is_and_a_bomb_is_not() {
        let key = SigningKey::from_seed(&Secret::random());
        let grant = GrantId::random();
        for count in [0, 1, 500] {
            let (head, content) = Extracted::make_for_browsers(grant, 7, items(count), &key).unwrap();
            let (other, ours) = Extracted::make(grant, 7, items(count), &key).unwrap();
            assert_ne!(content, ours);
            let read = Extracted::read(&head, &content).unwrap();
            assert_eq!(read.items, Extracted::read(&other, &ours).unwrap().items);
            assert_eq!(Extracted::read(&head, &ours), Err(ExtractError::Content));
        }
        for (len, number) in [(MAX_CONTENT + 1, RAW_DEFLATE), (10, 3)] {
            let raw = deflate::deflate(&vec![0; len], &[]).unwrap();
            let (head, content) = sign(grant, 7, [&[number], &raw[..]].concat(), &key).unwrap();
            assert_eq!(Extracted::read(&head, &content), Err(ExtractError::Content));
        }
    }
}
