//! The section keys that this device holds, and how they follow one another.

use crate::id::{AuthorId, KeyId};
use crate::section::Section;
use crate::statement::{KeyRecord, key_id, reader_of};
use pocketchart_crypto::hash::keyed256;
use pocketchart_crypto::kdf::expand;
use pocketchart_crypto::kem::{KemPublic, KemSecret};
use pocketchart_crypto::{Label, Secret};
use std::collections::{BTreeMap, BTreeSet};

const COMMIT: Label = Label::new("commit");
const ENVELOPE_KEY: Label = Label::new("envelope-key");
const NAME_KEY: Label = Label::new("name-key");
const BLOB_KEY: Label = Label::new("blob-key");
const GUEST_KEY: Label = Label::new("guest-key");
const PACKET: Label = Label::new("key-packet");

/// A section key and the keys derived from it, one for each purpose.
#[derive(Clone)]
pub struct SectionKey {
    /// The section.
    pub section: Section,
    secret: Secret<32>,
    commitment: [u8; 32],
    envelope: Secret<32>,
    name: Secret<32>,
    blob: Secret<32>,
}

impl SectionKey {
    /// Derives what the secret is used for.
    pub fn new(section: Section, secret: Secret<32>) -> Self {
        Self {
            section,
            commitment: keyed256(COMMIT, &secret, &[&[section.code()]]),
            envelope: expand(&secret, ENVELOPE_KEY, &[]),
            name: expand(&secret, NAME_KEY, &[]),
            blob: expand(&secret, BLOB_KEY, &[]),
            secret,
        }
    }

    /// The key that a redeemer writes with in a section whom no device of the patient's has met: both sides make it from a
    /// secret that they share.
    pub(crate) fn of_guest(section: Section, secret: &Secret<32>) -> Self {
        Self::new(section, expand(secret, GUEST_KEY, &[section.code()]))
    }

    /// The first 8 bytes of its commitment.
    pub fn id(&self) -> KeyId {
        key_id(&self.commitment)
    }

    /// What the key record promises: one ciphertext cannot open to two meanings.
    pub fn commitment(&self) -> &[u8; 32] {
        &self.commitment
    }

    pub(crate) fn secret(&self) -> &Secret<32> {
        &self.secret
    }

    pub(crate) fn envelope_key(&self) -> &Secret<32> {
        &self.envelope
    }

    pub(crate) fn name_key(&self) -> &Secret<32> {
        &self.name
    }

    pub(crate) fn blob_key(&self) -> &Secret<32> {
        &self.blob
    }

    /// The key, sealed for one reader.
    pub fn packet_for(&self, reader: &KemPublic) -> Option<([u8; 16], Vec<u8>)> {
        let sealed = reader
            .seal_to(PACKET, &self.commitment, self.secret.expose())
            .ok()?;
        Some((reader_of(reader), sealed))
    }

    /// Opens the packet that a key record has for this reader, and checks it against the record's commitment.
    pub fn from_record(record: &KeyRecord, reader: &KemSecret) -> Option<Self> {
        let me = reader_of(reader.public());
        let (_, packet) = record.packets.iter().find(|(whose, _)| *whose == me)?;
        let secret = zeroize::Zeroizing::new(reader.open(PACKET, &record.commitment, packet).ok()?);
        let key = Self::new(record.section, Secret::from_slice(&secret)?);
        (key.commitment == record.commitment).then_some(key)
    }
}

/// All keys at hand, and which of them are the newest.
#[derive(Default)]
pub struct Keyring {
    keys: BTreeMap<KeyId, SectionKey>,
    known: BTreeMap<Section, BTreeMap<KeyId, BTreeSet<KeyId>>>,
    writing: BTreeMap<(Section, AuthorId), KeyId>,
}

impl Keyring {
    /// Adds a key.
    pub fn hold(&mut self, key: SectionKey) {
        self.keys.insert(key.id(), key);
    }

    /// Learns that a key exists and which ones it follows.
    pub fn learn(&mut self, record: &KeyRecord) {
        if let Some(writer) = record.writer {
            self.writing.insert((record.section, writer), record.key());
            return;
        }
        let section = self.known.entry(record.section).or_default();
        section.entry(record.key()).or_default().extend(&record.parents);
    }

    /// The key of that id.
    pub fn get(&self, id: KeyId) -> Option<&SectionKey> {
        self.keys.get(&id)
    }

    /// All keys at hand.
    pub fn held(&self) -> impl Iterator<Item = &SectionKey> {
        self.keys.values()
    }

    /// The key that this author, and nobody else, writes with in a section.
    pub fn of_writer(&self, section: Section, writer: AuthorId) -> Option<&SectionKey> {
        self.keys.get(self.writing.get(&(section, writer))?)
    }

    /// The keys of a section that no other key follows, in the order of their ids.
    pub fn heads(&self, section: Section) -> Vec<KeyId> {
        let Some(known) = self.known.get(&section) else {
            return Vec::new();
        };
        let followed: BTreeSet<&KeyId> = known.values().flatten().collect();
        known
            .keys()
            .filter(|id| !followed.contains(id))
            .copied()
            .collect()
    }

    /// Whether any key of the section is known.
    pub fn has(&self, section: Section) -> bool {
        self.known.contains_key(&section)
    }
}
