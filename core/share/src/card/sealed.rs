use super::body;
use super::content::CardContent;
use super::dictionary::{self, dictionary};
use pocketchart_crypto::Label;
use pocketchart_crypto::sign::{Signature, SigningKey, VerifyingKey};
use pocketchart_record::DeviceId;
use pocketchart_record::cbor::{self, Canonical, Malformed, Reader, Writer};

const VERSION: u64 = 1;
const KIND: &str = "card";
/// The longest card: as text it has 4,096 digits.
const MAX_CARD: usize = 1686;
const SIGNED: Label = Label::new("card");

/// What stands in front of the signature: `{0: 1, 1: "card", 2: flags, 3: dictionary, 4: issued, 5: review by,
/// 6: serial (8 B), 7: key (32 B), 8: body}`. No flag is defined: those there may be once demand a newer reader.
struct Head {
    dictionary: u8,
    issued: u32,
    review_by: u32,
    serial: [u8; 8],
    key: VerifyingKey,
    body: Vec<u8>,
}

impl Canonical for Head {
    fn write(&self, to: &mut Writer) {
        to.map(9).uint(0).uint(VERSION).uint(1).text(KIND);
        to.uint(2).uint(0).uint(3).uint(self.dictionary.into());
        to.uint(4).uint(self.issued.into());
        to.uint(5).uint(self.review_by.into());
        to.uint(6).bytes(&self.serial);
        to.uint(7).bytes(self.key.as_bytes()).uint(8).bytes(&self.body);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let _ = (front(from)?, from.uint()?);
        let issued = from.small()?;
        let (_, review_by) = (from.uint()?, from.small()?);
        let (_, serial) = (from.uint()?, from.fixed()?);
        let (_, key) = (from.uint()?, from.fixed()?);
        let (_, body) = (from.uint()?, from.value()?);
        Ok(Self {
            dictionary: dictionary::NEWEST,
            issued,
            review_by,
            serial,
            key: VerifyingKey::from_bytes(key),
            body,
        })
    }
}

/// What tells whether a reader can go on.
struct Front<'b> {
    kind: &'b str,
    version: u64,
    flags: u64,
    dictionary: u64,
}

fn front<'b>(from: &mut Reader<'b>) -> Result<Front<'b>, Malformed> {
    let _ = (from.map()?, from.uint()?);
    let version = from.uint()?;
    let _ = from.uint()?;
    let kind = from.text()?;
    if (kind, version) != (KIND, VERSION) {
        // What follows is not ours to read.
        return Ok(Front {
            kind,
            version,
            flags: 0,
            dictionary: 0,
        });
    }
    let (_, flags) = (from.uint()?, from.uint()?);
    let (_, dictionary) = (from.uint()?, from.uint()?);
    Ok(Front {
        kind,
        version,
        flags,
        dictionary,
    })
}

/// Whose key signed a card. Anybody can print a card: neither state says that what it tells is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardSigner {
    /// A key that the reader does not know: the card is whole, and that is all.
    UnknownKey,
    /// The key of a patient whom the reader knows.
    KnownPatient,
}

/// An emergency card, whole and signed.
#[derive(Clone, PartialEq, Eq)]
pub struct Card {
    bytes: Vec<u8>,
    issued: u32,
    review_by: u32,
    serial: [u8; 8],
    key: VerifyingKey,
    content: CardContent,
}

impl Card {
    /// Makes a card: days count from 1970-01-01 UTC, `serial` is random, `key` that of the patient's device.
    ///
    /// ```
    /// use pocketchart_crypto::{Secret, sign::SigningKey};
    /// use pocketchart_share::card::{Card, CardContent, CardEntry, CardSection, CardSigner};
    /// let mut content = CardContent::default();
    /// content.push(CardSection::Allergies, CardEntry { text: "Penicillin".into(), ..CardEntry::default() });
    /// let key = SigningKey::from_seed(&Secret::random());
    /// let text = Card::make(&content, 20_000, 20_183, [7; 8], &key)?.to_text(None);
    ///
    /// let card = Card::from_text(&text)?;
    /// assert_eq!(card.content().entries(CardSection::Allergies)[0].text, "Penicillin");
    /// assert_eq!(card.signer(&[]), CardSigner::UnknownKey);
    /// assert_eq!(card.signer(&[card.device()]), CardSigner::KnownPatient);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`MakeCardError::TooMuch`] if the content takes more than 8 KiB, or the card more than 1,686 bytes.
    pub fn make(
        content: &CardContent,
        issued: u32,
        review_by: u32,
        serial: [u8; 8],
        key: &SigningKey,
    ) -> Result<Self, MakeCardError> {
        let number = dictionary::NEWEST;
        let dictionary = dictionary(number.into()).ok_or(MakeCardError::TooMuch)?;
        let body = body::deflate(&cbor::to_bytes(content), dictionary).ok_or(MakeCardError::TooMuch)?;
        let head = Head {
            dictionary: number,
            issued,
            review_by,
            serial,
            key: key.public(),
            body,
        };
        let mut bytes = cbor::to_bytes(&head);
        let signature = key.sign(SIGNED, &[&dictionary::digest(dictionary), &bytes]);
        bytes.extend(signature.as_bytes());
        if bytes.len() > MAX_CARD {
            return Err(MakeCardError::TooMuch);
        }
        Ok(Self {
            bytes,
            issued,
            review_by,
            serial,
            key: head.key,
            content: content.clone(),
        })
    }

    /// Reads the bytes of a card. Its signature is checked before anything is inflated.
    ///
    /// # Errors
    /// [`CardError`]; nothing of what was altered is told.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CardError> {
        if bytes.len() > MAX_CARD {
            return Err(CardError::NotACard);
        }
        let front = front(&mut Reader::new(bytes)).map_err(|_| CardError::NotACard)?;
        if front.kind != KIND {
            return Err(CardError::NotACard);
        }
        if front.version != VERSION || front.flags != 0 {
            return Err(CardError::Newer);
        }
        let dictionary = dictionary(front.dictionary).ok_or(CardError::Newer)?;
        let (signed, signature) = bytes.split_last_chunk().ok_or(CardError::Altered)?;
        let head: Head = cbor::from_bytes(signed).map_err(|_| CardError::Altered)?;
        head.key
            .verify(
                SIGNED,
                &[&dictionary::digest(dictionary), signed],
                &Signature::from_bytes(*signature),
            )
            .map_err(|_| CardError::Altered)?;
        let content = body::inflate(&head.body, dictionary).ok_or(CardError::Altered)?;
        Ok(Self {
            bytes: bytes.to_vec(),
            issued: head.issued,
            review_by: head.review_by,
            serial: head.serial,
            key: head.key,
            content: cbor::from_bytes(&content).map_err(|_| CardError::Altered)?,
        })
    }

    /// The card as bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What it says.
    pub fn content(&self) -> &CardContent {
        &self.content
    }

    /// The day on which it was issued, in days since 1970-01-01 UTC.
    pub fn issued(&self) -> u32 {
        self.issued
    }

    /// The day by which the person wanted to look it over.
    pub fn review_by(&self) -> u32 {
        self.review_by
    }

    /// Its serial number, random.
    pub fn serial(&self) -> [u8; 8] {
        self.serial
    }

    /// The device whose key signed it.
    pub fn device(&self) -> DeviceId {
        DeviceId(*self.key.as_bytes())
    }

    /// Whether its device is among those that the reader knows as a patient's.
    pub fn signer(&self, known: &[DeviceId]) -> CardSigner {
        if known.contains(&self.device()) {
            CardSigner::KnownPatient
        } else {
            CardSigner::UnknownKey
        }
    }
}

/// A card is health data.
impl std::fmt::Debug for Card {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Card({} bytes)", self.bytes.len())
    }
}

/// No card was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MakeCardError {
    /// More was chosen than a card holds.
    #[error("too much for a card")]
    TooMuch,
}

/// Why nothing is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CardError {
    /// Something else, or a code of ours for something else.
    #[error("not an emergency card")]
    NotACard,
    /// A card of a later version, with an unknown flag or an unknown dictionary.
    #[error("a card that needs a newer reader")]
    Newer,
    /// Part of it is missing or wrong, or was signed by nobody.
    #[error("an altered or damaged card")]
    Altered,
}
