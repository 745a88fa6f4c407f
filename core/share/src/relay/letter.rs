//! Letters between two who hold a secret together: sealed to the reader, signed by the writer, in a box for one direction and one
//! day. The secret says where the boxes are, and nothing more: what is in a letter is sealed to the reader's X-Wing key.

use pocketchart_crypto::exchange::{ExchangePublic, ExchangeSecret, WeakPublicKey};
use pocketchart_crypto::hash::keyed256;
use pocketchart_crypto::kdf::{expand, extract};
use pocketchart_crypto::kem::{KemPublic, KemSecret};
use pocketchart_crypto::sign::{Signature, SigningKey, VerifyingKey};
use pocketchart_crypto::{Label, Secret};
use pocketchart_record::Millis;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

use super::Mailbox;
use super::packet::{SEAL, padded, unpadded};
use crate::audit::AuditGossip;

const DAY: Millis = 86_400_000;
const LETTER: Label = Label::new("letter");
const SIGNATURE: usize = 64;
/// What sealing to a reader adds: an X-Wing ciphertext, and a seal.
const OVERHEAD: usize = 1_120 + SEAL;
/// A box is looked into for so many days: the longest that letters lie.
const LONGEST: u32 = 30;
const MAX_GOSSIP: usize = 64;

/// The day of a moment, counted from 1970-01-01, in UTC.
pub fn day(at: Millis) -> u32 {
    u32::try_from(at / DAY).unwrap_or(u32::MAX)
}

/// The days whose boxes a reader looks into, oldest first: from the one before it looked last, since clocks differ, to tomorrow.
///
/// ```
/// use pocketchart_share::relay::days_to_read;
///
/// assert!(days_to_read(None, 100).eq(69..=101));
/// assert!(days_to_read(Some(100), 100).eq(99..=101));
/// assert!(days_to_read(Some(20), 100).eq(69..=101), "letters lie for 30 days");
/// ```
pub fn days_to_read(last: Option<u32>, today: u32) -> std::ops::RangeInclusive<u32> {
    let oldest = today.saturating_sub(LONGEST + 1);
    last.map_or(oldest, |last| oldest.max(last.saturating_sub(1)))..=today.saturating_add(1)
}

/// The secret of two devices that know each other: both compute it from their exchange keys.
pub struct Pair(Secret<32>);

impl std::fmt::Debug for Pair {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pair")
    }
}

impl Pair {
    /// Of this device and another one.
    ///
    /// # Errors
    /// [`WeakPublicKey`], with which every secret would be the same.
    pub fn new(own: &ExchangeSecret, theirs: &ExchangePublic) -> Result<Self, WeakPublicKey> {
        let agreed = own.agree(theirs)?;
        Ok(Self(extract(Label::new("letter/pair"), agreed.expose())))
    }

    /// The box of one direction on one day.
    pub fn mailbox(&self, from: &VerifyingKey, to: &VerifyingKey, day: u32) -> Mailbox {
        self.place(
            [Label::new("letter/read"), Label::new("letter/write")],
            from,
            to,
            day,
        )
    }

    /// The box in which a redeemer says that it came, on one day: its own, so that the phone finds nothing else there.
    pub fn arrivals(&self, from: &VerifyingKey, to: &VerifyingKey, day: u32) -> Mailbox {
        self.place(
            [Label::new("arrival/read"), Label::new("arrival/write")],
            from,
            to,
            day,
        )
    }

    /// The box in which a redeemer says that it deleted what it was given, on one day.
    pub fn deletions(&self, from: &VerifyingKey, to: &VerifyingKey, day: u32) -> Mailbox {
        self.place(
            [Label::new("deletion/read"), Label::new("deletion/write")],
            from,
            to,
            day,
        )
    }

    fn place(&self, labels: [Label; 2], from: &VerifyingKey, to: &VerifyingKey, day: u32) -> Mailbox {
        let place = [from.as_bytes().as_slice(), to.as_bytes(), &day.to_be_bytes()].concat();
        let [read, write] = labels.map(|it| expand(&self.0, it, &place));
        Mailbox::new(SigningKey::from_seed(&read), write)
    }

    /// The secret that the keys are made of which a redeemer writes with; `enter` is [`crate::grant::GrantKeys::enter`]. Who
    /// redeemed the same grant has that one, too, and who breaks the exchange keys one day has not.
    pub fn writing(&self, enter: &Secret<32>) -> Secret<32> {
        Secret::from_bytes(keyed256(Label::new("grant/writing"), enter, &[self.0.expose()]))
    }
}

/// What is in a letter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LetterContent {
    /// How far audit logs have come; between devices of one person.
    pub gossip: Vec<AuditGossip>,
    /// The letter of the record engine ([`pocketchart_record::Letters`]).
    pub letter: Vec<u8>,
}

impl Canonical for LetterContent {
    fn write(&self, to: &mut Writer) {
        to.array(2).list(&self.gossip).bytes(&self.letter);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        Ok(Self {
            gossip: from.list(MAX_GOSSIP)?,
            letter: from.bytes()?.to_vec(),
        })
    }
}

/// The letter cannot be opened: it is for somebody else, by somebody else, from another box, or was altered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a letter by this device to this one")]
#[non_exhaustive]
pub struct NotALetter;

/// Signs and seals a letter for a box; none if it is too long ([`pocketchart_wire::size::LARGEST`]) or that is no X-Wing key.
pub fn seal_letter(content: &[u8], by: &SigningKey, to: &KemPublic, mailbox: &Mailbox) -> Option<Vec<u8>> {
    let place = mailbox.id();
    let signature = by.sign(LETTER, &[&place, content]);
    let letter = [signature.as_bytes().as_slice(), content].concat();
    to.seal_to(LETTER, &place, &padded(letter, OVERHEAD)?).ok()
}

/// Opens a letter that lay in a box.
///
/// # Errors
/// [`NotALetter`].
pub fn open_letter(
    packet: &[u8],
    by: &VerifyingKey,
    to: &KemSecret,
    mailbox: &Mailbox,
) -> Result<Vec<u8>, NotALetter> {
    let place = mailbox.id();
    let opened = to.open(LETTER, &place, packet).map_err(|_| NotALetter)?;
    let letter = unpadded(opened).ok_or(NotALetter)?;
    let (signature, content) = letter.split_first_chunk::<SIGNATURE>().ok_or(NotALetter)?;
    let signature = Signature::from_bytes(*signature);
    by.verify(LETTER, &[&place, content], &signature)
        .map_err(|_| NotALetter)?;
    Ok(content.to_vec())
}

#[cfg(test)]
mod tests {
    use super::{NotALetter, Pair, open_letter, seal_letter};
    use pocketchart_crypto::Secret;
    use pocketchart_crypto::exchange::ExchangePublic;
    use pocketchart_record::DeviceKeys;
    use pocketchart_wire::size::is_packet;

    fn device() -> DeviceKeys {
        DeviceKeys::from_seed(Secret::random())
    }

    #[test]
    fn only_the_reader_opens_what_the_writer_put_into_that_box() {
        let (phone, tablet, other) = (device(), device(), device());
        let pair = Pair::new(&phone.exchange, &tablet.exchange.public()).unwrap();
        let same = Pair::new(&tablet.exchange, &phone.exchange.public()).unwrap();
        let [from, to] = [phone.sign.public(), tablet.sign.public()];
        let there = pair.mailbox(&from, &to, 20_000);
        assert_eq!(there.id(), same.mailbox(&from, &to, 20_000).id());
        let tomorrow = pair.mailbox(&from, &to, 20_001);
        let back = pair.mailbox(&to, &from, 20_000);
        assert!(there.id() != tomorrow.id() && there.id() != back.id());

        for len in [0, 1, 2_800, 100_000, 4_190_000] {
            let content = vec![0x80; len];
            let letter = seal_letter(&content, &phone.sign, tablet.kem.public(), &there).unwrap();
            assert!(is_packet(letter.len()), "{len}");
            assert_eq!(open_letter(&letter, &from, &tablet.kem, &there), Ok(content));
        }
        assert_eq!(
            seal_letter(&vec![0; 4 << 20], &phone.sign, tablet.kem.public(), &there),
            None
        );

        let letter = seal_letter(b"news", &phone.sign, tablet.kem.public(), &there).unwrap();
        let refused = [
            open_letter(&letter, &from, &other.kem, &there),
            open_letter(&letter, &other.sign.public(), &tablet.kem, &there),
            open_letter(&letter, &from, &tablet.kem, &tomorrow),
            open_letter(&letter[1..], &from, &tablet.kem, &there),
            open_letter(&[], &from, &tablet.kem, &there),
        ];
        assert!(refused.iter().all(|it| *it == Err(NotALetter)));
        // Who knows the box, as the relay does once something was put there, cannot write in another's name.
        let forged = seal_letter(b"news", &other.sign, tablet.kem.public(), &there).unwrap();
        assert_eq!(open_letter(&forged, &from, &tablet.kem, &there), Err(NotALetter));
        let weak = Pair::new(&phone.exchange, &ExchangePublic::from_bytes([0; 32]));
        assert!(weak.is_err());
    }
}
