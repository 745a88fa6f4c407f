//! What an envelope carries, before it is compressed, padded and sealed.
//!
//! A change is said as fields, never as Automerge's bytes. What the receiver can work out for itself is left out: the
//! keys (feed tag and counter), the first operation's number, the hashes of the bodies inside, and the dependency on
//! the feed's own last change.

use crate::cbor::{Canonical, Fields, Malformed, Reader, Writer};
use crate::context::Millis;
use crate::entry::{BodyRef, Entry, kind};
use crate::id::{
    AuthorId, BodyHash, ChangeHash, DocumentId, EnvelopeHash, FeedTag, Incarnation, RecordId, StatementId,
};
use crate::section::Section;
use pocketchart_crypto::sign::Signature;
use std::collections::BTreeMap;

/// The most entries in one change.
pub const MAX_ENTRIES: usize = 10_000;
/// The most bytes that the fields of a change may take.
pub const MAX_CHANGE: usize = 65_536;
/// The most changes that one change may follow.
pub const MAX_DEPS: usize = 8;

/// The most bytes that the bodies which an envelope names and does not carry may have in all.
pub const MAX_APART: u64 = 64 << 20;

/// Another feed's change that this one follows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Dependency {
    /// The feed.
    pub feed: FeedTag,
    /// The envelope that carries the change.
    pub seq: u64,
    /// The first 8 bytes of the change's hash, so that a fork of that feed is not mistaken for it.
    pub change: [u8; 8],
}

impl Canonical for Dependency {
    fn write(&self, to: &mut Writer) {
        to.array(3).value(&self.feed).uint(self.seq).bytes(&self.change);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        Ok(Self {
            feed: from.value()?,
            seq: from.uint()?,
            change: from.fixed()?,
        })
    }
}

/// Binds a document to its record, section and author; in the first envelope of each feed of that document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Opening {
    /// The document.
    pub document: DocumentId,
    /// The record.
    pub record: RecordId,
    /// The section.
    pub section: Section,
    /// The author.
    pub author: AuthorId,
    /// Which incarnation of the device writes this feed.
    pub incarnation: Incarnation,
    /// The statement that certifies the device.
    pub authority: StatementId,
}

impl Canonical for Opening {
    fn write(&self, to: &mut Writer) {
        to.array(6)
            .value(&self.document)
            .value(&self.record)
            .value(&self.section)
            .value(&self.author)
            .value(&self.incarnation)
            .value(&self.authority);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(6)?;
        Ok(Self {
            document: from.value()?,
            record: from.value()?,
            section: from.value()?,
            author: from.value()?,
            incarnation: from.value()?,
            authority: from.value()?,
        })
    }
}

/// A device's signature over its feed so far, so that authorship survives when a base replaces envelopes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Checkpoint {
    /// Up to and including this envelope.
    pub seq: u64,
    /// Its hash.
    pub envelope: EnvelopeHash,
    /// The hash of its change.
    pub change: ChangeHash,
    /// The device's signature over document, feed and the above.
    pub signature: Signature,
}

impl Canonical for Checkpoint {
    fn write(&self, to: &mut Writer) {
        to.array(4)
            .uint(self.seq)
            .value(&self.envelope)
            .value(&self.change)
            .bytes(self.signature.as_bytes());
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(4)?;
        Ok(Self {
            seq: from.uint()?,
            envelope: from.value()?,
            change: from.value()?,
            signature: Signature::from_bytes(from.fixed()?),
        })
    }
}

/// The content of one envelope.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Payload {
    /// When it was written, by the author's clock.
    pub time: Millis,
    /// What is stated.
    pub entries: Vec<Entry>,
    /// Small bodies of those entries; larger ones travel apart.
    pub bodies: Vec<Vec<u8>>,
    /// What else the change follows, besides the feed's own last change; sorted.
    pub deps: Vec<Dependency>,
    /// Only in a feed's first envelope.
    pub opening: Option<Opening>,
    /// A signature over the feed before this envelope.
    pub checkpoint: Option<Checkpoint>,
}

impl Payload {
    /// The body of one of its entries, if it travels inside.
    pub fn body_of(&self, entry: &Entry) -> Option<&[u8]> {
        let wanted = entry.body?;
        self.bodies
            .iter()
            .find(|body| body.len() as u64 == wanted.len && BodyRef::of(body) == wanted)
            .map(Vec::as_slice)
    }

    /// The bodies that travel inside, each hashed once: for whoever looks for those of many entries.
    pub fn inside(&self) -> Inside<'_> {
        Inside(
            self.bodies
                .iter()
                .map(|body| (BodyRef::of(body).hash, body.as_slice()))
                .collect(),
        )
    }

    fn write_entry(&self, entry: &Entry, inside: &BTreeMap<BodyHash, (u64, usize)>, to: &mut Writer) {
        let place = entry
            .body
            .and_then(|body| inside.get(&body.hash).filter(|(len, _)| *len == body.len))
            .map(|(_, place)| *place);
        let fields = Fields::new()
            .put(0, |to| {
                to.text(&entry.kind);
            })
            .maybe(1, entry.body, |to, body| match place {
                Some(place) => {
                    to.uint(place as u64);
                }
                None => {
                    to.array(2).value(&body.hash).uint(body.len);
                }
            })
            .maybe(
                2,
                (entry.recorded != self.time).then_some(entry.recorded),
                |to, at| {
                    to.uint(at);
                },
            );
        entry.write_fields(fields).write(to);
    }

    fn read_entry(from: &mut Reader<'_>, time: Millis, inside: &[BodyRef]) -> Result<Entry, Malformed> {
        let mut entry = Entry::blank(String::new(), time);
        for _ in 0..from.map()? {
            match from.uint()? {
                0 => entry.kind = kind(from)?,
                1 if from.next_is_array() => {
                    from.array_of(2)?;
                    entry.body = Some(BodyRef {
                        hash: from.value()?,
                        len: from.uint()?,
                    });
                }
                1 => {
                    entry.body = Some(
                        *inside
                            .get(from.small::<usize>()?)
                            .ok_or(Malformed("body number"))?,
                    )
                }
                2 => entry.recorded = from.uint()?,
                key => entry.read_field(key, from)?,
            }
        }
        if entry.kind.is_empty() {
            Err(Malformed("kind"))
        } else {
            Ok(entry)
        }
    }
}

/// Bodies by their hash.
pub struct Inside<'p>(BTreeMap<BodyHash, &'p [u8]>);

impl Inside<'_> {
    /// The body of an entry, if it is among them.
    pub fn of(&self, entry: &Entry) -> Option<&[u8]> {
        let wanted = entry.body?;
        let body = self.0.get(&wanted.hash)?;
        (body.len() as u64 == wanted.len).then_some(*body)
    }

    /// Whether a body of this hash is among them.
    pub fn has(&self, hash: &BodyHash) -> bool {
        self.0.contains_key(hash)
    }

    pub(crate) fn hashes(&self) -> impl Iterator<Item = &BodyHash> {
        self.0.keys()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

impl Canonical for Payload {
    fn write(&self, to: &mut Writer) {
        let mut inside = BTreeMap::new();
        for (place, body) in self.bodies.iter().enumerate() {
            let body = BodyRef::of(body);
            inside.entry(body.hash).or_insert((body.len, place));
        }
        let some = |list: &'_ [Dependency]| (!list.is_empty()).then(|| list.to_vec());
        Fields::new()
            .put(0, |to| {
                to.uint(self.time);
            })
            .put(1, |to| {
                to.list(&self.bodies);
            })
            .put(2, |to| {
                to.array(self.entries.len());
                for entry in &self.entries {
                    self.write_entry(entry, &inside, to);
                }
            })
            .maybe(3, some(&self.deps), |to, deps| {
                to.list(&deps);
            })
            .maybe(4, self.opening.as_ref(), |to, opening| opening.write(to))
            .maybe(5, self.checkpoint.as_ref(), |to, checkpoint| checkpoint.write(to))
            .write(to);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let mut payload = Payload {
            time: 0,
            entries: Vec::new(),
            bodies: Vec::new(),
            deps: Vec::new(),
            opening: None,
            checkpoint: None,
        };
        let mut inside = Vec::new();
        for _ in 0..from.map()? {
            match from.uint()? {
                0 => payload.time = from.uint()?,
                1 => {
                    payload.bodies = from.list(MAX_ENTRIES)?;
                    inside = payload.bodies.iter().map(|body| BodyRef::of(body)).collect();
                }
                2 => {
                    let (count, start) = (from.array()?, from.position());
                    if count > MAX_ENTRIES {
                        return Err(Malformed("too many entries"));
                    }
                    for _ in 0..count {
                        payload
                            .entries
                            .push(Self::read_entry(from, payload.time, &inside)?);
                    }
                    if from.position() - start > MAX_CHANGE {
                        return Err(Malformed("change too large"));
                    }
                }
                3 => payload.deps = from.list(MAX_DEPS)?,
                4 => payload.opening = Some(from.value()?),
                5 => payload.checkpoint = Some(from.value()?),
                _ => return Err(Malformed("payload field")),
            }
        }
        Ok(payload)
    }
}
