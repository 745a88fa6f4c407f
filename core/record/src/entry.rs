//! The entry: one immutable statement, and the scalar that stands for it in a document.

use crate::cbor::{Canonical, Fields, Malformed, Reader, Writer, to_bytes};
use crate::context::Millis;
use crate::id::{BodyHash, DocumentId, EntryHash, EntryId, EnvelopeHash, FeedTag, StatementId};
use pocketchart_crypto::Label;
use pocketchart_crypto::hash::hash256;

const BODY: Label = Label::new("body");
const SCALAR: Label = Label::new("entry");

/// The longest kind, in bytes.
pub const MAX_KIND: usize = 64;
/// The longest reason, media type and part of a source, in bytes.
pub const MAX_TEXT: usize = 4096;
/// The most entries that one entry may supersede.
pub const MAX_SUPERSEDES: usize = 64;

/// What an entry does to those it names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Act {
    /// Replaces them by a better statement.
    Correct = 1,
    /// Withdraws them: entered in error.
    Retract = 2,
    /// Agrees: with a proposal, which then takes effect, or with a statement.
    Confirm = 3,
    /// Disagrees, and leaves them standing.
    Dispute = 4,
    /// Settles several that contradict each other.
    Resolve = 5,
}

impl Act {
    /// Whether entries named by this act stop being current once it takes effect.
    pub fn replaces(self) -> bool {
        matches!(self, Act::Correct | Act::Retract | Act::Resolve)
    }

    fn from_code(code: u8) -> Option<Self> {
        [
            Act::Correct,
            Act::Retract,
            Act::Confirm,
            Act::Dispute,
            Act::Resolve,
        ]
        .into_iter()
        .find(|act| *act as u8 == code)
    }
}

impl Canonical for Act {
    fn write(&self, to: &mut Writer) {
        to.uint(*self as u64);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        Act::from_code(from.small()?).ok_or(Malformed("act"))
    }
}

/// Where an entry came from: only the author who imported it speaks for this source.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Source {
    /// The system that holds the original: a base address, or another stable name.
    pub system: String,
    /// The type of the original in that system.
    pub kind: String,
    /// Its id there.
    pub id: String,
}

impl Canonical for Source {
    fn write(&self, to: &mut Writer) {
        to.array(3).text(&self.system).text(&self.kind).text(&self.id);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        Ok(Self {
            system: text(from)?,
            kind: text(from)?,
            id: text(from)?,
        })
    }
}

/// A body by its content: hash and length of the bytes as they came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BodyRef {
    /// BLAKE2b-256 of the bytes.
    pub hash: BodyHash,
    /// How many bytes.
    pub len: u64,
}

impl BodyRef {
    /// The reference to these bytes.
    pub fn of(body: &[u8]) -> Self {
        Self {
            hash: BodyHash(hash256(BODY, &[body])),
            len: body.len() as u64,
        }
    }
}

/// Whether the patient's device took a foreign feed in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Verdict {
    /// Taken in.
    Admitted = 1,
    /// Held for the patient to decide.
    Held = 2,
}

/// The decision of a patient's device about a foreign feed up to one envelope: made once, followed everywhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Admission {
    /// The feed.
    pub feed: FeedTag,
    /// Up to and including this envelope.
    pub seq: u64,
    /// The hash of that envelope.
    pub hash: EnvelopeHash,
    /// The decision.
    pub verdict: Verdict,
    /// When the envelope was received.
    pub received: Millis,
    /// What gave the author the right.
    pub authority: Option<StatementId>,
}

impl Canonical for Admission {
    fn write(&self, to: &mut Writer) {
        to.array(6)
            .value(&self.feed)
            .uint(self.seq)
            .value(&self.hash)
            .uint(self.verdict as u64)
            .uint(self.received)
            .bytes(self.authority.as_ref().map_or(&[][..], |id| id.as_bytes()));
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(6)?;
        Ok(Self {
            feed: from.value()?,
            seq: from.uint()?,
            hash: from.value()?,
            verdict: match from.uint()? {
                1 => Verdict::Admitted,
                2 => Verdict::Held,
                _ => return Err(Malformed("verdict")),
            },
            received: from.uint()?,
            authority: match from.bytes()? {
                [] => None,
                bytes => Some(StatementId(
                    bytes.try_into().map_err(|_| Malformed("statement id"))?,
                )),
            },
        })
    }
}

/// One immutable statement in a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// `fhir/<Type>`, `source`, or one of Pocketchart's own (`pocketchart/…`).
    pub kind: String,
    /// The content, if it has any.
    pub body: Option<BodyRef>,
    /// When the author wrote it, by the author's clock: a claim.
    pub recorded: Millis,
    /// What it speaks of, all in the same section.
    pub supersedes: Vec<EntryId>,
    /// What it does to those.
    pub act: Option<Act>,
    /// Why, in the author's words.
    pub reason: Option<String>,
    /// Where it came from.
    pub source: Option<Source>,
    /// The media type of a body of kind `source`.
    pub media: Option<String>,
    /// The decision that an admission records; only in entries of kind [`Entry::ADMISSION`].
    pub admission: Option<Admission>,
}

impl Entry {
    /// Begins the kinds that speak of the record itself, such as an admission.
    pub const OWN: &'static str = "pocketchart/";
    /// The kind of an admission.
    pub const ADMISSION: &'static str = "pocketchart/admission";
    /// The kind of an [`Acknowledgement`](crate::Acknowledgement).
    pub const ACKNOWLEDGEMENT: &'static str = "pocketchart/acknowledgement";
    /// The kind of a [`Reconciliation`](crate::Reconciliation).
    pub const RECONCILIATION: &'static str = "pocketchart/reconciliation";
    /// The kind of what marks the entries that came in together.
    pub const IMPORT: &'static str = "pocketchart/import";
    /// The kind of a body kept as bytes with a media type.
    pub const SOURCE: &'static str = "source";

    /// The bytes that stand for it in its document.
    pub fn scalar(&self) -> Vec<u8> {
        to_bytes(self)
    }

    /// The first 16 bytes of the hash of its scalar.
    pub fn hash(&self) -> EntryHash {
        let whole = hash256(SCALAR, &[&self.scalar()]);
        let mut short = [0; 16];
        short.copy_from_slice(&whole[..16]);
        EntryHash(short)
    }

    /// Its name, once its place is known.
    pub fn id(&self, document: DocumentId, feed: FeedTag, counter: u64) -> EntryId {
        EntryId {
            document,
            feed,
            counter,
            hash: self.hash(),
        }
    }

    /// The pairs that the scalar and the envelope's shorter form have in common.
    pub(crate) fn write_fields<'a>(&'a self, fields: Fields<'a>) -> Fields<'a> {
        let some = |list: &'a Vec<EntryId>| (!list.is_empty()).then_some(list);
        fields
            .maybe(4, some(&self.supersedes), |to, ids| {
                to.list(ids);
            })
            .maybe(5, self.act.as_ref(), |to, act| act.write(to))
            .maybe(6, self.reason.as_ref(), |to, text| {
                to.text(text);
            })
            .maybe(7, self.source.as_ref(), |to, source| source.write(to))
            .maybe(8, self.media.as_ref(), |to, text| {
                to.text(text);
            })
            .maybe(9, self.admission.as_ref(), |to, admission| admission.write(to))
    }

    /// Reads one of those pairs into `self`.
    pub(crate) fn read_field(&mut self, key: u64, from: &mut Reader<'_>) -> Result<(), Malformed> {
        match key {
            4 => self.supersedes = from.list(MAX_SUPERSEDES)?,
            5 => self.act = Some(from.value()?),
            6 => self.reason = Some(text(from)?),
            7 => self.source = Some(from.value()?),
            8 => self.media = Some(text(from)?),
            9 => self.admission = Some(from.value()?),
            _ => return Err(Malformed("entry field")),
        }
        Ok(())
    }

    pub(crate) fn blank(kind: String, recorded: Millis) -> Self {
        Self {
            kind,
            body: None,
            recorded,
            supersedes: Vec::new(),
            act: None,
            reason: None,
            source: None,
            media: None,
            admission: None,
        }
    }
}

/// The scalar: version, kind, recorded, body, then what else is said.
impl Canonical for Entry {
    fn write(&self, to: &mut Writer) {
        let fields = Fields::new()
            .put(0, |to| {
                to.uint(1);
            })
            .put(1, |to| {
                to.text(&self.kind);
            })
            .put(2, |to| {
                to.uint(self.recorded);
            })
            .maybe(3, self.body, |to, body| {
                to.array(2).value(&body.hash).uint(body.len);
            });
        self.write_fields(fields).write(to);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let mut entry = Entry::blank(String::new(), 0);
        for _ in 0..from.map()? {
            match from.uint()? {
                0 if from.uint()? == 1 => (),
                0 => return Err(Malformed("entry version")),
                1 => entry.kind = kind(from)?,
                2 => entry.recorded = from.uint()?,
                3 => {
                    from.array_of(2)?;
                    entry.body = Some(BodyRef {
                        hash: from.value()?,
                        len: from.uint()?,
                    });
                }
                key => entry.read_field(key, from)?,
            }
        }
        Ok(entry)
    }
}

pub(crate) fn kind(from: &mut Reader<'_>) -> Result<String, Malformed> {
    let text = from.text()?;
    if text.is_empty() || text.len() > MAX_KIND {
        Err(Malformed("kind"))
    } else {
        Ok(text.to_owned())
    }
}

pub(crate) fn text(from: &mut Reader<'_>) -> Result<String, Malformed> {
    let text = from.text()?;
    if text.len() > MAX_TEXT {
        Err(Malformed("text too long"))
    } else {
        Ok(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cbor::from_bytes;

    #[test]
    fn a_scalar_reads_back_and_a_missing_version_is_refused() {
        let mut entry = Entry::blank("fhir/Observation".into(), 1_700_000_000_000);
        entry.body = Some(BodyRef::of(b"{}"));
        entry.act = Some(Act::Correct);
        entry.reason = Some("typing error".into());
        let scalar = entry.scalar();
        assert_eq!(from_bytes::<Entry>(&scalar), Ok(entry));
        assert!(from_bytes::<Entry>(&[0xa1, 0x01, 0x61, b'x']).is_err());
    }
}
