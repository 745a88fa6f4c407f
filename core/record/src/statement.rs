//! Statements: the signed facts about who may write and who may read. A grow-only set beside the log.

use crate::access::{Access, AccessEnd};
use crate::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use crate::context::Millis;
use crate::device::DevicePublic;
use crate::id::{AuthorId, DeviceId, EnvelopeHash, FeedTag, KeyId, RecordId, StatementId};
use crate::proxy::{Proxy, ProxyEnd};
use crate::section::Section;
use crate::succession::Succession;
use pocketchart_crypto::Label;
use pocketchart_crypto::hash::{hash128, hash256};
use pocketchart_crypto::kem::KemPublic;
use pocketchart_crypto::sign::{Signature, SigningKey, VerifyingKey};

const STATEMENT: Label = Label::new("statement");
const READER: Label = Label::new("reader");
const RECORD: Label = Label::new("record");

/// The largest statement, in bytes: a key record for 20 readers.
pub const MAX_STATEMENT: usize = 64 << 10;
pub(crate) const MAX_NAME: usize = 200;
const MAX_READERS: usize = 40;
/// As many heads as fit into a statement.
pub(crate) const MAX_HEADS: usize = 1_200;

/// The record that belongs to an identity key.
pub fn record_of(identity: AuthorId) -> RecordId {
    RecordId(hash128(RECORD, &[identity.as_bytes()]))
}

/// How a key record names the one who can open a packet.
pub fn reader_of(kem: &KemPublic) -> [u8; 16] {
    hash128(READER, &[kem.as_bytes()])
}

/// An author's identity key says: this device writes for me.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Certificate {
    /// The author.
    pub author: AuthorId,
    /// The device.
    pub device: DevicePublic,
    /// What the author calls it.
    pub name: String,
    /// From when, by the certifying device's clock.
    pub created: Millis,
    /// Until when it may write live.
    pub not_after: Millis,
}

/// The words' public half: a standing reader of everything, signed by the identity key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recovery {
    /// Seals keys and backups.
    pub kem: KemPublic,
}

/// The patient says: this author may add to these sections.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Permission {
    /// Who.
    pub author: AuthorId,
    /// What the patient calls them.
    pub name: String,
    /// Where.
    pub sections: Vec<Section>,
    /// From when.
    pub not_before: Millis,
    /// Until when.
    pub not_after: Millis,
}

/// The end of a feed as the one who speaks knows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KnownHead {
    /// The feed.
    pub feed: FeedTag,
    /// The number of its last envelope, from 1.
    pub seq: u64,
    /// The hash of that envelope.
    pub hash: EnvelopeHash,
}

impl Canonical for KnownHead {
    fn write(&self, to: &mut Writer) {
        to.array(3).value(&self.feed).uint(self.seq).value(&self.hash);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        let (feed, seq, hash) = (from.value()?, from.uint()?, from.value()?);
        if seq == 0 {
            return Err(Malformed("head of an empty feed"));
        }
        Ok(Self { feed, seq, hash })
    }
}

/// The patient's identity key says: this device of mine is lost. It is a reader of no new key, no session is held with
/// it, and what it wrote past these heads is only proposed. There is no way back; a device that is found again is added
/// as a new one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Revocation {
    /// The device.
    pub device: DeviceId,
    /// When, by the revoking device's clock.
    pub revoked: Millis,
    /// How far its feeds were known; at most 1,200. What is in others is only proposed.
    pub heads: Vec<KnownHead>,
}

/// A key sealed to one reader: which one ([`reader_of`]), and the packet.
pub type Packet = ([u8; 16], Vec<u8>);

/// A patient's device says: this is a key of this section, and here it is for those who may read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyRecord {
    /// The section.
    pub section: Section,
    /// BLAKE2b-256 keyed by the key; its first 8 bytes are the key's id.
    pub commitment: [u8; 32],
    /// The keys that it follows.
    pub parents: Vec<KeyId>,
    /// When.
    pub created: Millis,
    /// The key, sealed to each reader.
    pub packets: Vec<Packet>,
    /// The only author who writes with it. Who may add to a section and not read it writes under such a key.
    pub writer: Option<AuthorId>,
}

impl KeyRecord {
    /// The key's id.
    pub fn key(&self) -> KeyId {
        key_id(&self.commitment)
    }
}

pub(crate) fn key_id(commitment: &[u8; 32]) -> KeyId {
    let mut id = [0; 8];
    id.copy_from_slice(&commitment[..8]);
    KeyId(id)
}

/// What a statement says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fact {
    /// A device of an author.
    Certificate(Certificate),
    /// The recovery key.
    Recovery(Recovery),
    /// An author who may add.
    Permission(Permission),
    /// A section key.
    Key(KeyRecord),
    /// A lost device of the patient's.
    Revocation(Revocation),
    /// What a redeemer of a grant may do.
    Access(Access),
    /// The end of it.
    AccessEnd(AccessEnd),
    /// New words: another identity key speaks for the patient.
    Succession(Succession),
    /// Somebody who acts for the patient.
    Proxy(Proxy),
    /// The end of that.
    ProxyEnd(ProxyEnd),
}

impl Canonical for Fact {
    fn write(&self, to: &mut Writer) {
        match self {
            Fact::Certificate(it) => {
                to.array(6)
                    .uint(1)
                    .value(&it.author)
                    .value(&it.device)
                    .text(&it.name);
                to.uint(it.created).uint(it.not_after);
            }
            Fact::Recovery(it) => {
                to.array(2).uint(2).bytes(it.kem.as_bytes());
            }
            Fact::Permission(it) => {
                to.array(6)
                    .uint(3)
                    .value(&it.author)
                    .text(&it.name)
                    .list(&it.sections);
                to.uint(it.not_before).uint(it.not_after);
            }
            Fact::Key(it) => {
                to.array(6 + usize::from(it.writer.is_some()))
                    .uint(4)
                    .value(&it.section)
                    .bytes(&it.commitment)
                    .list(&it.parents)
                    .uint(it.created);
                to.array(it.packets.len());
                for (reader, packet) in &it.packets {
                    to.array(2).bytes(reader).bytes(packet);
                }
                if let Some(writer) = &it.writer {
                    to.value(writer);
                }
            }
            Fact::Revocation(it) => {
                to.array(4)
                    .uint(5)
                    .value(&it.device)
                    .uint(it.revoked)
                    .list(&it.heads);
            }
            Fact::Access(it) => it.fields(to),
            Fact::AccessEnd(it) => it.fields(to),
            Fact::Succession(it) => it.fields(to),
            Fact::Proxy(it) => it.fields(to),
            Fact::ProxyEnd(it) => it.fields(to),
        }
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let len = from.array()?;
        match (from.uint()?, len) {
            (1, 6) => Ok(Fact::Certificate(Certificate {
                author: from.value()?,
                device: from.value()?,
                name: name(from)?,
                created: from.uint()?,
                not_after: from.uint()?,
            })),
            (2, 2) => Ok(Fact::Recovery(Recovery {
                kem: KemPublic::from_slice(from.bytes()?).ok_or(Malformed("kem key"))?,
            })),
            (3, 6) => Ok(Fact::Permission(Permission {
                author: from.value()?,
                name: name(from)?,
                sections: from.list(Section::ALL.len())?,
                not_before: from.uint()?,
                not_after: from.uint()?,
            })),
            (4, 6 | 7) => Ok(Fact::Key(KeyRecord {
                section: from.value()?,
                commitment: from.fixed()?,
                parents: from.list(64)?,
                created: from.uint()?,
                packets: packets(from)?,
                writer: if len == 7 { Some(from.value()?) } else { None },
            })),
            (5, 4) => Ok(Fact::Revocation(Revocation {
                device: from.value()?,
                revoked: from.uint()?,
                heads: from.list(MAX_HEADS)?,
            })),
            (6, 11) => Ok(Fact::Access(Access::after_kind(from)?)),
            (7, 5) => Ok(Fact::AccessEnd(AccessEnd::after_kind(from)?)),
            (8, 9) => Ok(Fact::Succession(Succession::after_kind(from)?)),
            (9, 7) => Ok(Fact::Proxy(Proxy::after_kind(from)?)),
            (10, 4) => Ok(Fact::ProxyEnd(ProxyEnd::after_kind(from)?)),
            _ => Err(Malformed("statement kind")),
        }
    }
}

fn packets(from: &mut Reader<'_>) -> Result<Vec<Packet>, Malformed> {
    let len = from.array()?;
    if len > MAX_READERS {
        return Err(Malformed("too many readers"));
    }
    (0..len)
        .map(|_| {
            from.array_of(2)?;
            Ok((from.fixed()?, from.bytes()?.to_vec()))
        })
        .collect()
}

pub(crate) fn name(from: &mut Reader<'_>) -> Result<String, Malformed> {
    let text = from.text()?;
    if text.len() > MAX_NAME {
        Err(Malformed("name too long"))
    } else {
        Ok(text.to_owned())
    }
}

/// A fact, for one record, with the signature of who says it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Statement {
    /// The record it is about.
    pub record: RecordId,
    /// What it says.
    pub fact: Fact,
    /// Who says so: an identity key for certificates, recovery, permissions and revocations, a patient's device for keys and access.
    pub signer: [u8; 32],
    signature: Signature,
}

impl Statement {
    /// Signs a fact.
    pub fn sign(record: RecordId, fact: Fact, signer: &SigningKey) -> Self {
        let public = *signer.public().as_bytes();
        let signature = signer.sign(STATEMENT, &[&Self::signed_part(record, &fact, &public)]);
        Self {
            record,
            fact,
            signer: public,
            signature,
        }
    }

    fn signed_part(record: RecordId, fact: &Fact, signer: &[u8; 32]) -> Vec<u8> {
        let mut to = Writer::default();
        to.array(3).value(&record).bytes(signer).value(fact);
        to.into_bytes()
    }

    /// Reads a statement and checks that its signer signed it; whether the signer may say so is for the caller.
    pub fn parse(bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.len() > MAX_STATEMENT {
            return Err(Malformed("statement too large"));
        }
        let statement: Self = from_bytes(bytes)?;
        let part = Self::signed_part(statement.record, &statement.fact, &statement.signer);
        VerifyingKey::from_bytes(statement.signer)
            .verify(STATEMENT, &[&part], &statement.signature)
            .map_err(|_| Malformed("statement signature"))?;
        Ok(statement)
    }

    /// Its bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        to_bytes(self)
    }

    /// Its name.
    pub fn id(&self) -> StatementId {
        StatementId(hash256(STATEMENT, &[&self.to_bytes()]))
    }

    /// Whether a new identity key says it again when it takes over.
    pub(crate) fn is_said_again(&self) -> bool {
        matches!(
            self.fact,
            Fact::Permission(_) | Fact::Proxy(_) | Fact::ProxyEnd(_)
        )
    }

    /// Whether that identity key signed it.
    pub fn said_by(&self, author: AuthorId) -> bool {
        self.signer == author.0
    }

    /// Whether that device signed it.
    pub fn said_by_device(&self, device: DeviceId) -> bool {
        self.signer == device.0
    }
}

impl Canonical for Statement {
    fn write(&self, to: &mut Writer) {
        to.array(5)
            .uint(1)
            .value(&self.record)
            .bytes(&self.signer)
            .value(&self.fact)
            .bytes(self.signature.as_bytes());
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(5)?;
        if from.uint()? != 1 {
            return Err(Malformed("statement version"));
        }
        Ok(Self {
            record: from.value()?,
            signer: from.fixed()?,
            fact: from.value()?,
            signature: Signature::from_bytes(from.fixed()?),
        })
    }
}
