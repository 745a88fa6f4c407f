//! Feeds and documents: what is known of each, between envelopes.

use crate::cbor::{Canonical, Malformed, Reader, Writer};
use crate::id::{
    ActorId, AuthorId, ChangeHash, DeviceId, DocumentId, EnvelopeHash, FeedTag, Incarnation, StatementId,
};
use crate::payload::Checkpoint;
use crate::section::Section;
use crate::statement::KnownHead;
use pocketchart_crypto::Label;
use pocketchart_crypto::hash::hash128;

const ACTOR: Label = Label::new("actor");

/// The most branches kept of a feed whose device signed two envelopes with one number.
pub const MAX_BRANCHES: usize = 8;

/// The actor of one incarnation of a device in a document. The receiver works it out and never takes it as said.
pub fn actor_of(device: DeviceId, document: DocumentId, incarnation: Incarnation) -> ActorId {
    ActorId(hash128(
        ACTOR,
        &[device.as_bytes(), document.as_bytes(), incarnation.as_bytes()],
    ))
}

/// The feed of an actor.
pub fn tag_of(actor: ActorId) -> FeedTag {
    let mut tag = [0; 8];
    tag.copy_from_slice(&actor.0[..8]);
    FeedTag(tag)
}

/// One chain of envelopes. An honest device has one in each of its feeds; more than one is a proof of equivocation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Branch {
    /// The branch that it left; its own number if it is the first.
    pub parent: usize,
    /// The first envelope that only this branch has; 1 for the first branch.
    pub from: u64,
    /// The hash of that envelope.
    pub first: EnvelopeHash,
    /// The hash of its parent's envelope with the same number: the smaller of both counts.
    pub rival: EnvelopeHash,
    /// The last envelope.
    pub seq: u64,
    /// Its hash.
    pub hash: EnvelopeHash,
    /// The hash of its change.
    pub change: ChangeHash,
    /// The last operation's number.
    pub max_op: u64,
    /// The last entry number used.
    pub counter: u64,
    /// How far the patient's device admitted it, if the feed is not the patient's own.
    pub admitted: u64,
    /// The device's own last signature over it.
    pub checkpoint: Option<Checkpoint>,
}

impl Canonical for Branch {
    fn write(&self, to: &mut Writer) {
        to.array(11)
            .uint(self.parent as u64)
            .uint(self.from)
            .value(&self.first)
            .value(&self.rival)
            .uint(self.seq)
            .value(&self.hash)
            .value(&self.change)
            .uint(self.max_op)
            .uint(self.counter)
            .uint(self.admitted);
        match &self.checkpoint {
            Some(checkpoint) => to.list(std::slice::from_ref(checkpoint)),
            None => to.array(0),
        };
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(11)?;
        Ok(Self {
            parent: from.small()?,
            from: from.uint()?,
            first: from.value()?,
            rival: from.value()?,
            seq: from.uint()?,
            hash: from.value()?,
            change: from.value()?,
            max_op: from.uint()?,
            counter: from.uint()?,
            admitted: from.uint()?,
            checkpoint: from.list(1)?.pop(),
        })
    }
}

/// One incarnation of one device in one document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Feed {
    /// Its name.
    pub tag: FeedTag,
    /// The document.
    pub document: DocumentId,
    /// The section of that document.
    pub section: Section,
    /// The author of that document.
    pub author: AuthorId,
    /// The device.
    pub device: DeviceId,
    /// Which incarnation of it.
    pub incarnation: Incarnation,
    /// The statement that certifies the device.
    pub authority: StatementId,
    /// The chains; the first is the one first seen.
    pub branches: Vec<Branch>,
    /// An envelope of it broke the rules after its signature was found right. It is kept as evidence, and what follows
    /// it is refused.
    pub stopped: bool,
}

impl Feed {
    /// The actor that writes it.
    pub fn actor(&self) -> ActorId {
        actor_of(self.device, self.document, self.incarnation)
    }

    /// The branch that counts. At each fork it is the one with the smaller hash, whoever asks and in whatever order
    /// the envelopes came; an admitted one counts before one that is not.
    pub fn standing(&self) -> usize {
        let (mut chain, mut at) = (0, 0);
        loop {
            let forks = || {
                self.branches
                    .iter()
                    .enumerate()
                    .filter(|(n, b)| *n != chain && b.parent == chain && b.from > at)
            };
            let Some(fork) = forks().map(|(_, branch)| branch.from).min() else {
                return chain;
            };
            let rivals = forks().filter(|(_, branch)| branch.from == fork);
            let stays = self.admitted(chain) >= fork;
            let rank =
                |(number, branch): (usize, &Branch)| (self.admitted(number) < fork, branch.first, number);
            let own = rivals
                .clone()
                .map(|(_, branch)| (!stays, branch.rival, chain))
                .min();
            let best = rivals.map(rank).chain(own).min();
            at = fork;
            chain = best.map_or(chain, |(_, _, number)| number);
        }
    }

    /// How far a branch is admitted: by itself, or because a branch that left it is.
    fn admitted(&self, branch: usize) -> u64 {
        let own = self.branches.get(branch).map_or(0, |it| it.admitted);
        let left = |(number, it): (usize, &Branch)| {
            (number != branch && it.parent == branch && self.admitted(number) >= it.from).then(|| it.from - 1)
        };
        self.branches
            .iter()
            .enumerate()
            .filter_map(left)
            .fold(own, u64::max)
    }

    /// In which branch's part of the log the envelope `seq` of this branch lies.
    pub fn owner(&self, branch: usize, seq: u64) -> usize {
        let mut owner = branch;
        while let Some(it) = self.branches.get(owner) {
            if seq >= it.from || it.parent == owner {
                break;
            }
            owner = it.parent;
        }
        owner
    }

    /// Whether its device equivocated.
    pub fn is_forked(&self) -> bool {
        self.branches.len() > 1
    }

    /// Its last envelope, as others are told of it.
    pub(crate) fn known_head(&self) -> Option<KnownHead> {
        let head = self.head()?;
        Some(KnownHead {
            feed: self.tag,
            seq: head.seq,
            hash: head.hash,
        })
    }

    /// The last envelope of the branch that counts.
    pub fn head(&self) -> Option<&Branch> {
        self.branches.get(self.standing())
    }
}

impl Canonical for Feed {
    fn write(&self, to: &mut Writer) {
        to.array(9)
            .value(&self.tag)
            .value(&self.document)
            .value(&self.section)
            .value(&self.author)
            .value(&self.device)
            .value(&self.incarnation)
            .value(&self.authority)
            .list(&self.branches)
            .bool(self.stopped);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(9)?;
        Ok(Self {
            tag: from.value()?,
            document: from.value()?,
            section: from.value()?,
            author: from.value()?,
            device: from.value()?,
            incarnation: from.value()?,
            authority: from.value()?,
            branches: from.list(MAX_BRANCHES)?,
            stopped: from.bool()?,
        })
    }
}

/// A change that no other change of its document follows yet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Head {
    /// The feed that wrote it.
    pub feed: FeedTag,
    /// The envelope.
    pub seq: u64,
    /// Its hash.
    pub change: ChangeHash,
    /// Its last operation.
    pub max_op: u64,
}

impl Canonical for Head {
    fn write(&self, to: &mut Writer) {
        to.array(4)
            .value(&self.feed)
            .uint(self.seq)
            .value(&self.change)
            .uint(self.max_op);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(4)?;
        Ok(Self {
            feed: from.value()?,
            seq: from.uint()?,
            change: from.value()?,
            max_op: from.uint()?,
        })
    }
}

/// An Automerge document for one section and author.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// Its section.
    pub section: Section,
    /// Its author.
    pub author: AuthorId,
    /// Its changes without successors.
    pub heads: Vec<Head>,
}

impl Document {
    /// Notes a change that follows `deps`.
    pub fn advance(&mut self, head: Head, deps: &[ChangeHash]) {
        self.heads.retain(|known| !deps.contains(&known.change));
        self.heads.push(head);
        self.heads.sort();
    }
}

impl Canonical for Document {
    fn write(&self, to: &mut Writer) {
        to.array(4)
            .value(&self.id)
            .value(&self.section)
            .value(&self.author)
            .list(&self.heads);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(4)?;
        Ok(Self {
            id: from.value()?,
            section: from.value()?,
            author: from.value()?,
            heads: from.list(usize::MAX)?,
        })
    }
}
