//! Bases: a document up to its devices' last checkpoints, packed, for a new device or a backup.
//!
//! A base holds the same fields as the envelopes it stands for, so the receiver builds every change itself and
//! compares the last hash of each feed with what the feed's own device signed. No bytes of the merge library are ever
//! loaded from elsewhere.

use crate::append::{CHECKPOINT, checkpoint_parts, keyed_scalars};
use crate::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use crate::change;
use crate::compress::{Effort, deflate, inflate};
use crate::entry::Entry;
use crate::feed::{Branch, Document, Feed, Head, actor_of, tag_of};
use crate::id::{
    AuthorId, ChangeHash, DeviceId, DocumentId, EnvelopeHash, FeedTag, Incarnation, KeyId, RecordId,
    StatementId,
};
use crate::keyring::{Keyring, SectionKey};
use crate::log::{self, Carrier, LogRow};
use crate::payload::{Checkpoint, Payload};
use crate::record::Record;
use crate::row::Derived;
use crate::section::Section;
use crate::store::{Space, Store, StoreError};
use crate::sync::Parcel;
use crate::view::ViewWriter;
use pocketchart_crypto::hash::hash256;
use pocketchart_crypto::sign::{Signature, VerifyingKey};
use pocketchart_crypto::{Label, aead, padme};
use std::collections::BTreeMap;

const BASE: Label = Label::new("base");
const BLOCK: Label = Label::new("base-block");

/// A block is closed once its changes take this many bytes before compression.
const FULL_BLOCK: usize = 512 << 10;
/// A document with fewer envelopes than this travels as envelopes.
pub const WORTH_A_BASE: u64 = 16;

/// A block by its content.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct BlockId(pub [u8; 32]);

impl Canonical for BlockId {
    fn write(&self, to: &mut Writer) {
        to.bytes(&self.0);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.fixed().map(Self)
    }
}

/// A feed up to its last checkpoint.
#[derive(Clone, PartialEq, Eq, Debug)]
struct BaseFeed {
    device: DeviceId,
    incarnation: Incarnation,
    authority: StatementId,
    counter: u64,
    admitted: u64,
    checkpoint: Checkpoint,
}

impl Canonical for BaseFeed {
    fn write(&self, to: &mut Writer) {
        to.array(6)
            .value(&self.device)
            .value(&self.incarnation)
            .value(&self.authority)
            .uint(self.counter)
            .uint(self.admitted)
            .value(&self.checkpoint);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(6)?;
        Ok(Self {
            device: from.value()?,
            incarnation: from.value()?,
            authority: from.value()?,
            counter: from.uint()?,
            admitted: from.uint()?,
            checkpoint: from.value()?,
        })
    }
}

/// The signed head of a base.
#[derive(Clone, PartialEq, Eq, Debug)]
struct BaseHead {
    record: RecordId,
    document: DocumentId,
    section: Section,
    author: AuthorId,
    key: KeyId,
    feeds: Vec<BaseFeed>,
    blocks: Vec<BlockId>,
    maker: DeviceId,
}

impl Canonical for BaseHead {
    fn write(&self, to: &mut Writer) {
        to.array(9)
            .uint(1)
            .value(&self.record)
            .value(&self.document)
            .value(&self.section)
            .value(&self.author)
            .value(&self.key)
            .list(&self.feeds)
            .list(&self.blocks)
            .value(&self.maker);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(9)?;
        if from.uint()? != 1 {
            return Err(Malformed("base version"));
        }
        Ok(Self {
            record: from.value()?,
            document: from.value()?,
            section: from.value()?,
            author: from.value()?,
            key: from.value()?,
            feeds: from.list(4096)?,
            blocks: from.list(65_536)?,
            maker: from.value()?,
        })
    }
}

/// One change inside a block: which feed of the base, which number, what it carries.
struct Item {
    feed: u64,
    seq: u64,
    payload: Payload,
}

impl Canonical for Item {
    fn write(&self, to: &mut Writer) {
        to.array(3).uint(self.feed).uint(self.seq).value(&self.payload);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        Ok(Self {
            feed: from.uint()?,
            seq: from.uint()?,
            payload: from.value()?,
        })
    }
}

struct Items(Vec<Item>);

impl Canonical for Items {
    fn write(&self, to: &mut Writer) {
        to.list(&self.0);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.list(usize::MAX).map(Self)
    }
}

/// A base as it travels: its head with the maker's signature, and its sealed blocks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Base {
    head: Vec<u8>,
    signature: Signature,
    blocks: Vec<Vec<u8>>,
}

impl Canonical for Base {
    fn write(&self, to: &mut Writer) {
        to.array(3)
            .bytes(&self.head)
            .bytes(self.signature.as_bytes())
            .list(&self.blocks);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        Ok(Self {
            head: from.bytes()?.to_vec(),
            signature: Signature::from_bytes(from.fixed()?),
            blocks: from.list(65_536)?,
        })
    }
}

/// A base was refused. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BaseRefusal {
    /// Not a base.
    #[error("not a base")]
    Malformed,
    /// Not made by a device of the patient, or altered since.
    #[error("it was not signed by a device of the patient")]
    Signature,
    /// It belongs to another record or document.
    #[error("it does not belong to this record")]
    WrongDocument,
    /// The key that opens it is not here.
    #[error("the key that opens it is not here")]
    NoKey,
    /// What it holds is not what its devices signed.
    #[error("its content is not what its devices signed")]
    Content,
}

enum Halt {
    Refuse(BaseRefusal),
    Store(StoreError),
}

impl From<StoreError> for Halt {
    fn from(error: StoreError) -> Self {
        Halt::Store(error)
    }
}

impl From<BaseRefusal> for Halt {
    fn from(refusal: BaseRefusal) -> Self {
        Halt::Refuse(refusal)
    }
}

/// One feed's part of a base in the making.
struct Covered {
    feed: Feed,
    payloads: Vec<(u64, Payload)>,
    /// In order; the base reaches to the last of them.
    checkpoints: Vec<Checkpoint>,
}

impl Covered {
    fn end(&self) -> u64 {
        self.checkpoints.last().map_or(0, |checkpoint| checkpoint.seq)
    }
}

/// Takes back feeds to earlier checkpoints until no change in the base follows one that is not in it.
fn close(covered: &mut [Covered]) {
    loop {
        let ends: BTreeMap<FeedTag, u64> = covered.iter().map(|it| (it.feed.tag, it.end())).collect();
        let inside = |payload: &Payload| {
            let mut deps = payload.deps.iter();
            deps.all(|dep| ends.get(&dep.feed).is_some_and(|end| dep.seq <= *end))
        };
        let mut changed = false;
        for it in covered.iter_mut() {
            let first_outside = it.payloads.iter().find(|(_, payload)| !inside(payload));
            let Some(limit) = first_outside.map(|(seq, _)| *seq) else {
                continue;
            };
            while it.end() >= limit {
                it.checkpoints.pop();
                changed = true;
            }
        }
        if !changed {
            return;
        }
    }
}

fn block_ad(document: DocumentId) -> Vec<u8> {
    [&BLOCK.to_bytes()[..], document.as_bytes()].concat()
}

fn open_block(key: &SectionKey, document: DocumentId, sealed: &[u8]) -> Option<Items> {
    let padded = aead::open(key.blob_key(), &block_ad(document), sealed).ok()?;
    from_bytes(&inflate(&padme::unpad(padded).ok()?).ok()?).ok()
}

/// A row of [`Space::Block`]: which key and document, and the sealed block.
struct StoredBlock {
    key: KeyId,
    document: DocumentId,
    sealed: Vec<u8>,
}

impl Canonical for StoredBlock {
    fn write(&self, to: &mut Writer) {
        to.array(3)
            .value(&self.key)
            .value(&self.document)
            .bytes(&self.sealed);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        Ok(Self {
            key: from.value()?,
            document: from.value()?,
            sealed: from.bytes()?.to_vec(),
        })
    }
}

/// The payload of one change of a block that is here.
pub(crate) fn payload(
    store: &Store,
    keys: &Keyring,
    block: &BlockId,
    item: u64,
) -> Result<Payload, StoreError> {
    let stored = store
        .get(Space::Block, &block.0)?
        .ok_or(StoreError::Altered("block"))?;
    let stored: StoredBlock = from_bytes(&stored)?;
    let key = keys.get(stored.key).ok_or(StoreError::Altered("section key"))?;
    let items = open_block(key, stored.document, &stored.sealed).ok_or(StoreError::Altered("block"))?;
    let item = items
        .0
        .into_iter()
        .nth(item as usize)
        .ok_or(StoreError::Altered("block"))?;
    Ok(item.payload)
}

impl Record {
    /// Packs a document up to checkpoints of its devices; `None` if there is too little to be worth it.
    pub fn make_base(&mut self, document: DocumentId) -> Result<Option<Base>, StoreError> {
        let Some(document) = self.documents.get(&document).cloned() else {
            return Ok(None);
        };
        let mut covered = Vec::new();
        for feed in self.feeds.values() {
            if feed.document == document.id && !feed.is_forked() {
                covered.extend(self.covered(feed)?);
            }
        }
        close(&mut covered);
        if covered.iter().map(Covered::end).sum::<u64>() < WORTH_A_BASE {
            return Ok(None);
        }
        let mut heads = self.keyring.heads(document.section);
        let now = self.context.now();
        heads.retain(|id| self.statements.is_sound(*id, now));
        let Some(key) = heads.iter().find_map(|id| self.keyring.get(*id)).cloned() else {
            return Ok(None);
        };
        let (mut feeds, mut items) = (Vec::new(), Vec::new());
        for it in covered {
            let (end, number) = (it.end(), feeds.len() as u64);
            let Some(checkpoint) = it.checkpoints.last().cloned() else {
                continue;
            };
            let payloads = it.payloads.into_iter().take_while(|(seq, _)| *seq <= end);
            let before = items.len();
            items.extend(payloads.map(|(seq, payload)| Item {
                feed: number,
                seq,
                payload,
            }));
            let written = items.iter().skip(before);
            feeds.push(BaseFeed {
                device: it.feed.device,
                incarnation: it.feed.incarnation,
                authority: it.feed.authority,
                counter: written.map(|item| item.payload.entries.len() as u64).sum(),
                admitted: it.feed.head().map_or(0, |head| head.admitted).min(end),
                checkpoint,
            });
        }
        let blocks = self.seal_blocks(&key, document.id, items);
        let head = BaseHead {
            record: self.who.record,
            document: document.id,
            section: document.section,
            author: document.author,
            key: key.id(),
            feeds,
            blocks: blocks
                .iter()
                .map(|block| BlockId(hash256(BLOCK, &[block])))
                .collect(),
            maker: self.device.id(),
        };
        let head = to_bytes(&head);
        let signature = self.device.sign.sign(BASE, &[&head]);
        Ok(Some(Base {
            head,
            signature,
            blocks,
        }))
    }

    /// A feed's changes up to its last checkpoint, and all checkpoints among them; `None` if it has none.
    fn covered(&self, feed: &Feed) -> Result<Option<Covered>, StoreError> {
        let Some(last) = feed.head().and_then(|head| head.checkpoint.clone()) else {
            return Ok(None);
        };
        let (mut payloads, mut checkpoints) = (Vec::new(), Vec::new());
        log::from(&self.store, feed, 0, 1, |seq, row| {
            if seq <= last.seq {
                let mut payload = log::open(&self.store, &self.keyring, &row)?;
                payload.opening = None;
                checkpoints.extend(payload.checkpoint.take());
                payloads.push((seq, payload));
            }
            Ok(())
        })?;
        checkpoints.push(last);
        Ok(Some(Covered {
            feed: feed.clone(),
            payloads,
            checkpoints,
        }))
    }

    fn seal_blocks(&self, key: &SectionKey, document: DocumentId, items: Vec<Item>) -> Vec<Vec<u8>> {
        let mut blocks = Vec::new();
        let (mut chunk, mut size) = (Vec::new(), 0);
        let mut close = |chunk: &mut Vec<Item>| {
            let packed = deflate(&to_bytes(&Items(std::mem::take(chunk))), Effort::Best);
            let nonce = self.context.nonce();
            blocks.push(aead::seal(
                key.blob_key(),
                &nonce,
                &block_ad(document),
                &padme::pad(packed),
            ));
        };
        for item in items {
            let len: usize = 64 + item.payload.bodies.iter().map(Vec::len).sum::<usize>();
            if size + len > FULL_BLOCK && !chunk.is_empty() {
                close(&mut chunk);
                size = 0;
            }
            size += len;
            chunk.push(item);
        }
        if !chunk.is_empty() {
            close(&mut chunk);
        }
        blocks
    }

    /// Takes in a base made by a device of the patient. Feeds that are known already keep what they have.
    ///
    /// # Errors
    /// Only the store's own; a refused base is an inner error and changes nothing.
    pub fn accept_base(&mut self, base: &Base) -> Result<Result<u64, BaseRefusal>, StoreError> {
        let result = self.write(|record, view| record.take_base(view, base));
        match result {
            Ok(count) => Ok(Ok(count)),
            Err(Halt::Refuse(refusal)) => Ok(Err(refusal)),
            Err(Halt::Store(error)) => Err(error),
        }
    }

    fn take_base(&mut self, view: &mut ViewWriter, base: &Base) -> Result<u64, Halt> {
        let head: BaseHead = from_bytes(&base.head).map_err(|_| BaseRefusal::Malformed)?;
        let made_by_patient = self
            .statements
            .certificate_of(head.maker)
            .is_some_and(|(_, it)| it.author == self.who.patient);
        VerifyingKey::from_bytes(head.maker.0)
            .verify(BASE, &[&base.head], &base.signature)
            .ok()
            .filter(|()| made_by_patient)
            .ok_or(BaseRefusal::Signature)?;
        let known = self.documents.get(&head.document);
        if head.record != self.who.record
            || known.is_some_and(|it| it.section != head.section || it.author != head.author)
        {
            return Err(BaseRefusal::WrongDocument.into());
        }
        let key = self.keyring.get(head.key).cloned().ok_or(BaseRefusal::NoKey)?;
        if key.section != head.section {
            return Err(BaseRefusal::WrongDocument.into());
        }
        let mut document = known.cloned().unwrap_or(Document {
            id: head.document,
            section: head.section,
            author: head.author,
            heads: Vec::new(),
        });
        let mut feeds = self.base_feeds(&head)?;
        let mut applied = 0;
        if head.blocks.len() != base.blocks.len() {
            return Err(BaseRefusal::Malformed.into());
        }
        let mut opened = Vec::new();
        for (id, sealed) in head.blocks.iter().zip(&base.blocks) {
            if BlockId(hash256(BLOCK, &[sealed])) != *id {
                return Err(BaseRefusal::Content.into());
            }
            let items = open_block(&key, head.document, sealed).ok_or(BaseRefusal::Content)?;
            opened.extend(
                items
                    .0
                    .into_iter()
                    .enumerate()
                    .map(|(number, item)| (*id, number as u64, item)),
            );
        }
        let mut built: BTreeMap<(FeedTag, u64), LogRow> = BTreeMap::new();
        let mut open: Vec<std::collections::VecDeque<(BlockId, u64, Item)>> =
            feeds.iter().map(|_| std::collections::VecDeque::new()).collect();
        for (block, number, item) in opened {
            open.get_mut(item.feed as usize)
                .ok_or(BaseRefusal::Content)?
                .push_back((block, number, item));
        }
        // Each feed is in order; a change waits until those of other feeds that it follows are built.
        loop {
            let mut progress = false;
            for number in 0..feeds.len() {
                while let Some((block, item_number, item)) =
                    open.get_mut(number).and_then(|queue| queue.pop_front())
                {
                    if !self.base_deps_ready(&item.payload, &built)? {
                        if let Some(queue) = open.get_mut(number) {
                            queue.push_front((block, item_number, item));
                        }
                        break;
                    }
                    let feed = feeds.get_mut(number).ok_or(BaseRefusal::Content)?;
                    let carrier = Carrier::Base {
                        block,
                        item: item_number,
                    };
                    applied += self.base_item(view, feed, &mut document, item, carrier, &mut built)?;
                    progress = true;
                }
            }
            if !progress {
                break;
            }
        }
        if open.iter().any(|queue| !queue.is_empty()) {
            return Err(BaseRefusal::Content.into());
        }
        for (mut building, base_feed) in feeds.into_iter().zip(&head.feeds) {
            let checkpoint = &base_feed.checkpoint;
            let row = built.get(&(building.feed.tag, checkpoint.seq));
            if row.is_none_or(|row| row.change != checkpoint.change) {
                return Err(BaseRefusal::Content.into());
            }
            if let Some(branch) = building.grown.and_then(|it| building.feed.branches.get_mut(it)) {
                branch.hash = checkpoint.envelope;
                branch.admitted = branch.admitted.max(base_feed.admitted.min(checkpoint.seq));
                branch.checkpoint = Some(checkpoint.clone());
                self.put_feed(building.feed)?;
            }
        }
        if applied == 0 {
            return Ok(0);
        }
        let mut feeds = self.feeds.values().filter(|it| it.document == document.id);
        let forked = feeds.find(|it| it.is_forked()).map(|it| it.tag);
        self.put_document(document)?;
        if let Some(tag) = forked {
            self.restand(tag)?;
        }
        for (id, sealed) in head.blocks.iter().zip(&base.blocks) {
            let stored = StoredBlock {
                key: head.key,
                document: head.document,
                sealed: sealed.clone(),
            };
            self.store.put(Space::Block, &id.0, &to_bytes(&stored))?;
        }
        let name = hash256(BASE, &[&base.head]);
        self.store.put(
            Space::Base,
            &[head.document.as_bytes(), &name[..8]].concat(),
            &to_bytes(&StoredBase::from(base)),
        )?;
        Ok(applied)
    }

    fn base_feeds(&self, head: &BaseHead) -> Result<Vec<Building>, Halt> {
        let mut feeds = Vec::new();
        for base_feed in &head.feeds {
            let certificate = self
                .statements
                .certificate(&base_feed.authority)
                .ok_or(BaseRefusal::Signature)?;
            let tag = tag_of(actor_of(base_feed.device, head.document, base_feed.incarnation));
            let checkpoint = &base_feed.checkpoint;
            let parts = checkpoint_parts(
                head.document,
                tag,
                checkpoint.seq,
                checkpoint.envelope,
                checkpoint.change,
            );
            let signed = VerifyingKey::from_bytes(base_feed.device.0)
                .verify(CHECKPOINT, &[&parts], &checkpoint.signature)
                .is_ok();
            if !signed || certificate.device.sign != base_feed.device || certificate.author != head.author {
                return Err(BaseRefusal::Signature.into());
            }
            let known = self.feeds.get(&tag);
            let none = Branch {
                parent: 0,
                from: 1,
                first: EnvelopeHash([0; 32]),
                rival: EnvelopeHash([0; 32]),
                seq: 0,
                hash: EnvelopeHash([0; 32]),
                change: ChangeHash([0; 32]),
                max_op: 0,
                counter: 0,
                admitted: 0,
                checkpoint: None,
            };
            feeds.push(Building {
                branches: (0..known.map_or(1, |feed| feed.branches.len())).collect(),
                grown: None,
                counter: 0,
                last: None,
                feed: known.cloned().unwrap_or(Feed {
                    tag,
                    document: head.document,
                    section: head.section,
                    author: head.author,
                    device: base_feed.device,
                    incarnation: base_feed.incarnation,
                    authority: base_feed.authority,
                    branches: vec![none],
                    stopped: false,
                }),
            });
        }
        Ok(feeds)
    }

    fn base_deps_ready(
        &self,
        payload: &Payload,
        built: &BTreeMap<(FeedTag, u64), LogRow>,
    ) -> Result<bool, Halt> {
        Ok(payload
            .deps
            .iter()
            .all(|dep| built.contains_key(&(dep.feed, dep.seq))))
    }

    fn base_item(
        &mut self,
        view: &mut ViewWriter,
        building: &mut Building,
        document: &mut Document,
        item: Item,
        carrier: Carrier,
        built: &mut BTreeMap<(FeedTag, u64), LogRow>,
    ) -> Result<u64, Halt> {
        if item.seq != building.last.as_ref().map_or(1, |(seq, _)| seq + 1) {
            return Err(BaseRefusal::Content.into());
        }
        let mut parents: Vec<ChangeHash> = Vec::new();
        let mut max_op = 0;
        if let Some((_, row)) = &building.last {
            parents.push(row.change);
            max_op = row.max_op;
        }
        for dep in &item.payload.deps {
            let row = built.get(&(dep.feed, dep.seq)).ok_or(BaseRefusal::Content)?;
            if row.change.0[..8] != dep.change {
                return Err(BaseRefusal::Content.into());
            }
            parents.push(row.change);
            max_op = max_op.max(row.max_op);
        }
        let (tag, first) = (building.feed.tag, building.counter + 1);
        let entries = keyed_scalars(&item.payload, tag, first);
        let (_, change) = change::build(change::Fields {
            actor: building.feed.actor(),
            seq: item.seq,
            start_op: max_op + 1,
            deps: parents.clone(),
            time: item.payload.time,
            entries: &entries,
        })
        .map_err(|_| BaseRefusal::Content)?;
        building.counter += item.payload.entries.len() as u64;
        let row = LogRow {
            change: change.hash,
            max_op: change.max_op,
            carrier,
        };
        building.last = Some((item.seq, row.clone()));
        built.insert((tag, item.seq), row.clone());
        if building.is_held(&self.store, item.seq, change.hash)? {
            return Ok(0);
        }
        let number = building.grow(item.seq)?;
        if let Some(branch) = building.feed.branches.get_mut(number) {
            branch.seq = item.seq;
            branch.change = change.hash;
            branch.max_op = change.max_op;
            branch.counter = building.counter;
        }
        log::put(&mut self.store, tag, number, item.seq, &row)?;
        if building.feed.standing() == number {
            let head = Head {
                feed: tag,
                seq: item.seq,
                change: change.hash,
                max_op: change.max_op,
            };
            document.advance(head, &parents);
        }
        let mut derived: Vec<Derived> = Vec::with_capacity(item.payload.entries.len());
        for entry in &item.payload.entries {
            derived.push(self.derive(building.feed.section, &item.payload, entry)?);
        }
        let known = item.payload.time;
        let feed = building.feed.clone();
        self.stage_rows(
            view,
            &feed,
            number,
            item.seq,
            first,
            &item.payload,
            known,
            derived,
        )?;
        Ok(1)
    }

    /// Derives the row of an entry whose envelope was accepted before; a body that the reader now refuses shows bare.
    pub(crate) fn derive(
        &self,
        section: Section,
        payload: &Payload,
        entry: &Entry,
    ) -> Result<Derived, StoreError> {
        match payload.body_of(entry) {
            Some(body) => Ok(self
                .bodies
                .read(&entry.kind, section, entry.media.as_deref(), body)
                .unwrap_or_default()),
            None => self.derive_held(section, entry),
        }
    }

    /// The bases that parts of this document came by.
    pub(crate) fn held_bases(&self, document: DocumentId) -> Result<Vec<Base>, StoreError> {
        let mut stored = Vec::new();
        let from = document.as_bytes();
        let to = [from, &[0xff; 8]].concat();
        self.store.scan_range(Space::Base, from, &to, |_, bytes| {
            stored.push(from_bytes::<StoredBase>(&bytes)?);
            Ok(())
        })?;
        let mut bases = Vec::new();
        for StoredBase { head, signature } in stored {
            let mut blocks = Vec::new();
            for id in &from_bytes::<BaseHead>(&head)?.blocks {
                let block = self.store.get(Space::Block, &id.0)?;
                let block = block.ok_or(StoreError::Altered("block"))?;
                blocks.push(from_bytes::<StoredBlock>(&block)?.sealed);
            }
            bases.push(Base {
                head,
                signature,
                blocks,
            });
        }
        Ok(bases)
    }
}

/// A feed while a base's changes are laid against it.
struct Building {
    feed: Feed,
    /// The branches that agree with the base so far.
    branches: Vec<usize>,
    /// The branch that the base prolongs.
    grown: Option<usize>,
    counter: u64,
    last: Option<(u64, LogRow)>,
}

impl Building {
    /// Whether a branch has this change already. Branches that have another in its place fall out.
    fn is_held(&mut self, store: &Store, seq: u64, change: ChangeHash) -> Result<bool, Halt> {
        let mut held = false;
        let mut agreeing = Vec::new();
        for number in std::mem::take(&mut self.branches) {
            let reaches = self.feed.branches.get(number).is_some_and(|it| seq <= it.seq);
            if reaches {
                if log::get(store, &self.feed, number, seq)?.is_none_or(|row| row.change != change) {
                    continue;
                }
                held = true;
            }
            agreeing.push(number);
        }
        self.branches = agreeing;
        Ok(held)
    }

    /// The branch at whose end the next change belongs.
    fn grow(&mut self, seq: u64) -> Result<usize, BaseRefusal> {
        let ends = |number: &&usize| {
            let branch = self.feed.branches.get(**number);
            branch.is_some_and(|it| it.seq + 1 == seq)
        };
        let number = *self.branches.iter().find(ends).ok_or(BaseRefusal::Content)?;
        self.grown = Some(number);
        Ok(number)
    }
}

struct StoredBase {
    head: Vec<u8>,
    signature: Signature,
}

impl From<&Base> for StoredBase {
    fn from(base: &Base) -> Self {
        Self {
            head: base.head.clone(),
            signature: base.signature,
        }
    }
}

impl Canonical for StoredBase {
    fn write(&self, to: &mut Writer) {
        to.array(2).bytes(&self.head).bytes(self.signature.as_bytes());
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        Ok(Self {
            head: from.bytes()?.to_vec(),
            signature: Signature::from_bytes(from.fixed()?),
        })
    }
}

impl Base {
    /// Its head with the signature, before its blocks have come.
    pub(crate) fn announced(bytes: &[u8]) -> Result<Self, Malformed> {
        from_bytes::<StoredBase>(bytes).map(|it| Self {
            head: it.head,
            signature: it.signature,
            blocks: Vec::new(),
        })
    }

    /// How many blocks its head names.
    pub(crate) fn announced_blocks(&self) -> usize {
        from_bytes::<BaseHead>(&self.head).map_or(0, |head| head.blocks.len())
    }

    /// How many have come.
    pub(crate) fn blocks_here(&self) -> usize {
        self.blocks.len()
    }

    /// Adds the next block.
    pub(crate) fn add_block(&mut self, block: Vec<u8>) {
        self.blocks.push(block);
    }

    /// Its head and blocks as they travel, once.
    pub(crate) fn take_parcels(&mut self) -> std::collections::VecDeque<Parcel> {
        if self.blocks.is_empty() {
            return std::collections::VecDeque::new();
        }
        let head = Parcel::Base(to_bytes(&StoredBase::from(&*self)));
        std::iter::once(head)
            .chain(std::mem::take(&mut self.blocks).into_iter().map(Parcel::Block))
            .collect()
    }

    /// The document that it stands for.
    pub fn document(&self) -> Option<DocumentId> {
        from_bytes::<BaseHead>(&self.head).ok().map(|head| head.document)
    }

    /// The last envelope of each feed that it stands for.
    pub(crate) fn ends(&self) -> BTreeMap<FeedTag, u64> {
        let Ok(head) = from_bytes::<BaseHead>(&self.head) else {
            return BTreeMap::new();
        };
        head.feeds
            .iter()
            .map(|feed| {
                (
                    tag_of(actor_of(feed.device, head.document, feed.incarnation)),
                    feed.checkpoint.seq,
                )
            })
            .collect()
    }
}
