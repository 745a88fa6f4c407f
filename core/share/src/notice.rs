//! Notices that lie sealed at a relay until something happens (security.md sections 13 and 14): to the person's own devices and to
//! their contacts. Writer and reader hold a secret together, which says where the boxes are and is a part of what each seal is over:
//! so a relay, which learns a box when a notice is left there, can neither read one nor make one up.

use pocketchart_crypto::kdf::{expand, extract};
use pocketchart_crypto::kem::{KemPublic, KemSecret};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, Secret};
use pocketchart_record::cbor::{self, Canonical, Malformed, Reader, Writer};
use pocketchart_wire::mailbox::{LONGEST_HOURS, Post};
use pocketchart_wire::notice::LONGEST;
use zeroize::Zeroizing;

use crate::contacts::MAX_NAME;
use crate::grant::GrantId;
use crate::grant::signed::{VERSION, head, key};
use crate::relay::Mailbox;
use crate::relay::packet::{SEAL, padded, unpadded};
use crate::text;

const NOTICE: Label = Label::new("notice");
/// What sealing to a reader adds: an X-Wing ciphertext, and a seal.
const OVERHEAD: usize = 1_120 + SEAL;

/// Somebody used a person's standing code for emergencies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What the person calls themselves; at most [`MAX_NAME`] bytes.
    pub person: String,
    /// Which code.
    pub grant: GrantId,
    /// How long the relay waits, in seconds, for one of the person's devices to stop it.
    pub wait: u16,
}

impl Canonical for Notice {
    fn write(&self, to: &mut Writer) {
        to.map(4).uint(0).uint(VERSION).uint(1).text(&self.person);
        to.uint(2).value(&self.grant).uint(3).uint(self.wait.into());
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        head(from, 4)?;
        key(from, 1)?;
        let person = text::plain(from, MAX_NAME)?;
        key(from, 2)?;
        let grant = from.value()?;
        key(from, 3)?;
        let wait = from.small()?;
        Ok(Self { person, grant, wait })
    }
}

/// The secret that a writer and a reader of notices hold together.
#[derive(Clone, PartialEq, Eq)]
pub struct NoticeSecret(Secret<32>);

impl std::fmt::Debug for NoticeSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NoticeSecret")
    }
}

impl NoticeSecret {
    /// From 32 bytes that nobody else knows.
    pub fn new(secret: Secret<32>) -> Self {
        Self(secret)
    }

    /// Its 32 bytes, to be kept.
    pub fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }

    fn derive(&self, label: Label, place: &[u8]) -> Secret<32> {
        let root = extract(Label::new("notice/root"), self.0.expose());
        expand(&root, label, place)
    }

    /// The box of one place: a device, or a number.
    pub fn mailbox(&self, place: &[u8]) -> Mailbox {
        let read = self.derive(Label::new("notice/read"), place);
        let write = self.derive(Label::new("notice/write"), place);
        Mailbox::new(SigningKey::from_seed(&read), write)
    }

    /// A letter that lies ready for that place, sealed to its reader's X-Wing key; none if that is no key.
    pub fn seal(&self, place: &[u8], to: &KemPublic, notice: &Notice) -> Option<Post> {
        let content = padded(cbor::to_bytes(notice), OVERHEAD)?;
        let packet = to.seal_to(NOTICE, self.proof(place).expose(), &content).ok()?;
        let letter = self.mailbox(place).letter(LONGEST_HOURS, packet);
        (letter.packet.len() <= LONGEST).then_some(letter)
    }

    /// Opens what lay in the box of that place; none if it is not by who holds this secret too, or for somebody else.
    pub fn open(&self, place: &[u8], reader: &KemSecret, packet: &[u8]) -> Option<Notice> {
        let opened = reader.open(NOTICE, self.proof(place).expose(), packet).ok()?;
        let content = Zeroizing::new(unpadded(opened)?);
        cbor::from_bytes(&content).ok()
    }

    /// What a seal for that place is over, and no relay knows.
    fn proof(&self, place: &[u8]) -> Secret<32> {
        self.derive(Label::new("notice/proof"), place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pocketchart_wire::size::is_packet;

    #[test]
    fn only_its_reader_opens_it_and_only_who_shares_the_secret_makes_it() {
        let shared = NoticeSecret::new(Secret::random());
        let (reader, other) = (
            KemSecret::from_seed(&Secret::random()),
            KemSecret::from_seed(&Secret::random()),
        );
        let notice = Notice {
            person: "Maria Okafor".into(),
            grant: GrantId::random(),
            wait: 600,
        };
        let letter = shared.seal(b"1", reader.public(), &notice).unwrap();
        assert!(is_packet(letter.packet.len()));
        assert_eq!(letter.mailbox(), shared.mailbox(b"1").id());
        assert_eq!(shared.open(b"1", &reader, &letter.packet), Some(notice.clone()));
        assert_eq!(shared.open(b"2", &reader, &letter.packet), None, "another box");
        assert_eq!(shared.open(b"1", &other, &letter.packet), None, "another reader");
        // The relay knows box and reader's key, and not the secret.
        let relay = NoticeSecret::new(Secret::random());
        let forged = relay.seal(b"1", reader.public(), &notice).unwrap();
        assert_eq!(shared.open(b"1", &reader, &forged.packet), None);
        for bit in (0..letter.packet.len() * 8).step_by(131) {
            let mut flipped = letter.packet.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(shared.open(b"1", &reader, &flipped), None, "bit {bit}");
        }
        let long = Notice {
            person: "é".repeat(32),
            ..notice
        };
        let same = shared.seal(b"1", reader.public(), &long).unwrap();
        assert_eq!(same.packet.len(), letter.packet.len(), "the length tells nothing");
    }
}
