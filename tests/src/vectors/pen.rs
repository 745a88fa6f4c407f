//! Writes feeds by hand, right or wrong.

use super::fixed;
use pocketchart_crypto::Label;
use pocketchart_record::cbor::Writer;
use pocketchart_record::change::{Fields, build};
use pocketchart_record::*;

/// The end of a feed that one device writes.
pub(super) struct Pen {
    pub device: DeviceKeys,
    pub opening: Opening,
    pub key: SectionKey,
    seq: u64,
    hash: EnvelopeHash,
    counter: u64,
    change: Option<(ChangeHash, u64)>,
}

impl Pen {
    /// A device's feed in a document of that name.
    pub(super) fn new(author: &str, device: &str, section: Section, document: &str) -> Self {
        Self {
            device: fixed::device(device),
            opening: Opening {
                document: fixed::document(document),
                record: fixed::record(),
                section,
                author: fixed::author(author),
                incarnation: Incarnation(fixed::bytes(device)),
                authority: fixed::certificate(author, device).id(),
            },
            key: fixed::section_key(section),
            seq: 0,
            hash: EnvelopeHash([0; 32]),
            counter: 0,
            change: None,
        }
    }

    /// The patient's phone, writing results.
    pub(super) fn phone() -> Self {
        Self::new("patient", "phone", Section::Results, "results")
    }

    pub(super) fn tag(&self) -> FeedTag {
        tag_of(self.actor())
    }

    fn actor(&self) -> ActorId {
        actor_of(self.device.id(), self.opening.document, self.opening.incarnation)
    }

    /// The name of the entry written last.
    pub(super) fn last(&self, entry: &Entry) -> EntryId {
        entry.id(self.opening.document, self.tag(), self.counter)
    }

    pub(super) fn hash(&self) -> EnvelopeHash {
        self.hash
    }

    pub(super) fn seq(&self) -> u64 {
        self.seq
    }

    /// What another feed says that follows this one's last change.
    pub(super) fn dependency(&self) -> (Dependency, u64, ChangeHash) {
        let (change, max_op) = self.change.unwrap();
        let mut short = [0; 8];
        short.copy_from_slice(&change.0[..8]);
        let dependency = Dependency {
            feed: self.tag(),
            seq: self.seq,
            change: short,
        };
        (dependency, max_op, change)
    }

    /// The next envelope's header and content: one entry of that text.
    pub(super) fn draft(&self, text: &str) -> (Header, Payload) {
        let mut prev = [0; 16];
        prev.copy_from_slice(&self.hash.0[..16]);
        let header = Header {
            key: self.key.id(),
            document: pseudonym(&self.key, self.opening.document),
            feed: self.tag(),
            seq: self.seq + 1,
            prev,
        };
        let body = text.as_bytes().to_vec();
        let time = fixed::NOON + 1000 * self.seq;
        let entry = Entry {
            kind: Entry::SOURCE.into(),
            body: Some(BodyRef::of(&body)),
            recorded: time,
            supersedes: Vec::new(),
            act: None,
            reason: None,
            source: None,
            media: Some("text/plain".into()),
            admission: None,
        };
        let payload = Payload {
            time,
            entries: vec![entry],
            bodies: vec![body],
            deps: Vec::new(),
            opening: (self.seq == 0).then_some(self.opening),
            checkpoint: None,
        };
        (header, payload)
    }

    /// Seals it and goes on after it. `follows`: what its dependencies are.
    pub(super) fn seal(
        &mut self,
        header: Header,
        payload: &Payload,
        follows: &[(Dependency, u64, ChangeHash)],
    ) -> Vec<u8> {
        let nonce = fixed::nonce(&format!(
            "{} {} {}",
            self.tag().to_hex(),
            header.seq,
            payload.time
        ));
        let envelope = Envelope::seal(header, payload, &self.key, &nonce, &self.device.sign);
        let tag = self.tag();
        let scalars = payload.entries.iter().zip(self.counter + 1..);
        let entries: Vec<_> = scalars
            .map(|(it, counter)| (entry_key(tag, counter), it.scalar()))
            .collect();
        let parents = self
            .change
            .iter()
            .copied()
            .chain(follows.iter().map(|it| (it.2, it.1)));
        let parents: Vec<(ChangeHash, u64)> = parents.collect();
        let (_, built) = build(Fields {
            actor: self.actor(),
            seq: header.seq,
            start_op: parents.iter().map(|(_, max_op)| *max_op).max().unwrap_or(0) + 1,
            deps: parents.iter().map(|(change, _)| *change).collect(),
            time: payload.time,
            entries: &entries,
        })
        .unwrap();
        self.seq = header.seq;
        self.hash = envelope.hash();
        self.counter += payload.entries.len() as u64;
        self.change = Some((built.hash, built.max_op));
        envelope.to_bytes()
    }

    /// Writes one entry of that text.
    pub(super) fn write(&mut self, text: &str) -> Vec<u8> {
        self.write_with(text, |_| {})
    }

    /// Writes one entry of that text, after something was changed.
    pub(super) fn write_with(&mut self, text: &str, change: impl FnOnce(&mut Payload)) -> Vec<u8> {
        let (header, mut payload) = self.draft(text);
        change(&mut payload);
        self.seal(header, &payload, &[])
    }

    /// Writes one entry that follows other feeds.
    pub(super) fn write_after(&mut self, text: &str, others: &[&Pen]) -> Vec<u8> {
        let (header, mut payload) = self.draft(text);
        let follows: Vec<_> = others.iter().map(|other| other.dependency()).collect();
        payload.deps = follows.iter().map(|it| it.0).collect();
        payload.deps.sort();
        self.seal(header, &payload, &follows)
    }

    /// The device's signature over the feed so far.
    pub(super) fn checkpoint(&self) -> Checkpoint {
        let (change, _) = self.change.unwrap();
        let mut to = Writer::default();
        to.array(5)
            .value(&self.opening.document)
            .value(&self.tag())
            .uint(self.seq)
            .value(&self.hash)
            .value(&change);
        Checkpoint {
            seq: self.seq,
            envelope: self.hash,
            change,
            signature: self
                .device
                .sign
                .sign(Label::new("checkpoint"), &[&to.into_bytes()]),
        }
    }
}
