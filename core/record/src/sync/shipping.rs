use super::have::{End, Have, Scope, short};
use super::message::Parcel;
use crate::base::{Base, WORTH_A_BASE};
use crate::feed::{Branch, Feed};
use crate::id::{DocumentId, FeedTag, StatementId};
use crate::log;
use crate::record::Record;
use crate::section::Section;
use crate::statement::{Fact, KeyRecord, Statement, reader_of};
use crate::store::StoreError;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Parcels to come, made one at a time so that a large record never lies in memory whole.
pub(crate) enum Shipment {
    Statement(Option<StatementId>),
    Base(VecDeque<Parcel>),
    Envelopes {
        feed: FeedTag,
        branch: usize,
        next: u64,
        last: u64,
    },
}

impl Shipment {
    /// The next parcel.
    pub(crate) fn next(&mut self, record: &Record) -> Result<Option<Parcel>, StoreError> {
        match self {
            Shipment::Statement(id) => {
                let statement = id.take().and_then(|id| record.statements.get(&id));
                Ok(statement.map(|statement| Parcel::Statement(statement.to_bytes())))
            }
            Shipment::Base(parcels) => Ok(parcels.pop_front()),
            Shipment::Envelopes {
                feed,
                branch,
                next,
                last,
            } => {
                let Some(feed) = record.feeds.get(feed) else {
                    return Ok(None);
                };
                while *next <= *last {
                    let row = log::get(&record.store, feed, *branch, *next)?;
                    *next += 1;
                    if let Some(bytes) = row.as_ref().and_then(|row| row.envelope()) {
                        return Ok(Some(Parcel::Envelope(bytes.to_vec())));
                    }
                }
                Ok(None)
            }
        }
    }
}

/// What the other side lacks, in the order in which it can be taken in. `pack`: large documents that it knows nothing
/// of may go as bases.
pub(crate) fn lacking(
    record: &mut Record,
    scope: &Scope,
    theirs: &Have,
    pack: bool,
) -> Result<VecDeque<Shipment>, StoreError> {
    // Both may sign new statements, so they come first.
    let bases = if pack {
        bases(record, scope, theirs)?
    } else {
        BTreeMap::new()
    };
    let sealed = record.keys_for_recovery();
    if !sealed.is_empty() {
        record.write(|record, _| record.learn(sealed))?;
    }
    share_keys(record, scope, theirs)?;
    // Of several successions the one that stands here comes first, so that it stands there, too.
    let line = &record.statements.line.0;
    let mut statements = scope.statements(record);
    statements.sort_by_key(|(id, _)| line.iter().position(|it| it == *id).unwrap_or(usize::MAX));
    let mut shipments: VecDeque<Shipment> = statements
        .into_iter()
        .filter(|(id, _)| !theirs.statements.contains(&short(&id.0)))
        .map(|(id, _)| Shipment::Statement(Some(*id)))
        .collect();
    let mut feeds: Vec<&Feed> = record.feeds.values().filter(|feed| scope.covers(feed)).collect();
    // The patient's own first: they hold the admissions of the others. Then each after what it may follow.
    feeds.sort_by_key(|feed| (feed.author != scope.patient, feed.document, feed.tag));
    let mut documents = bases;
    for feed in feeds {
        let mut covered = 0;
        for base in documents.get_mut(&feed.document).into_iter().flatten() {
            covered = covered.max(base.ends().get(&feed.tag).copied().unwrap_or(0));
            let parcels = base.take_parcels();
            if !parcels.is_empty() {
                shipments.push_back(Shipment::Base(parcels));
            }
        }
        let held = theirs.feeds.get(&feed.tag).map_or(&[][..], Vec::as_slice);
        shipments.extend(envelopes_of(record, feed, held, covered)?);
    }
    Ok(shipments)
}

/// What the other side lacks of one feed, of which a base covers that many.
fn envelopes_of(
    record: &Record,
    feed: &Feed,
    held: &[End],
    covered: u64,
) -> Result<Vec<Shipment>, StoreError> {
    // The first envelope of each branch that goes out.
    let mut first = BTreeMap::new();
    for (branch, it) in feed.branches.iter().enumerate() {
        if let Some(known) = known_to_them(record, feed, branch, held)? {
            // What a branch shares with its parent travels with the parent, and a base holds no second branch.
            let packed = if branch == 0 { covered } else { 0 };
            let next = (known + 1).max(packed + 1).max(it.from);
            if next <= it.seq {
                first.insert(branch, next);
            }
        }
    }
    let goes = |branch, seq| first.get(&branch).is_some_and(|next| *next <= seq);
    // Where a feed forks the other side may hold the first branch packed only. It needs both rivals and what they follow
    // as they were signed, to see that they are rivals.
    let mut rivals = BTreeSet::new();
    for (branch, it) in feed.branches.iter().enumerate().skip(1) {
        let parent = feed.owner(it.parent, it.from);
        if goes(branch, it.from) || goes(parent, it.from) {
            let before = feed.owner(it.parent, it.from - 1);
            rivals.extend([(it.from - 1, before), (it.from, parent), (it.from, branch)]);
        }
    }
    rivals.retain(|(seq, branch)| *seq > 0 && !goes(*branch, *seq));
    let rivals = rivals.into_iter().map(|(seq, branch)| (branch, seq, seq));
    let rest = first.iter().filter_map(|(branch, next)| {
        let last = feed.branches.get(*branch)?.seq;
        Some((*branch, *next, last))
    });
    let shipments = rivals
        .chain(rest)
        .map(|(branch, next, last)| Shipment::Envelopes {
            feed: feed.tag,
            branch,
            next,
            last,
        });
    Ok(shipments.collect())
}

/// Keys were sealed to the readers that their maker knew of. Seals those that this device holds and the other side may
/// hold, but cannot open, for the other side.
fn share_keys(record: &mut Record, scope: &Scope, theirs: &Have) -> Result<(), StoreError> {
    let Some(reader) = scope.reader.as_ref().filter(|_| scope.me == scope.patient) else {
        return Ok(());
    };
    let (name, now) = (reader_of(reader), record.context.now());
    let of_guest: Vec<Section> = match scope.peer_device {
        Some(device) => {
            let later = record.statements.reads_later(device, now);
            later
                .chain(record.statements.proxy_reads(scope.peer, now))
                .collect()
        }
        None => Vec::new(),
    };
    let may_read = |section: Section| {
        scope.peer == scope.patient
            || of_guest.contains(&section)
            || record
                .statements
                .permissions(scope.peer)
                .any(|(_, it)| it.sections.contains(&section) && it.not_after > now)
    };
    // What an author wrote goes to each of its devices, so each opens what another one wrote with.
    let may_open = |key: &KeyRecord| key.writer == Some(scope.peer) || may_read(key.section);
    let (mut sealed, mut lacking) = (BTreeSet::new(), BTreeMap::new());
    for (id, statement) in scope.statements(record) {
        let Fact::Key(key) = &statement.fact else {
            continue;
        };
        if key.packets.iter().any(|(whose, _)| *whose == name) {
            sealed.insert(key.key());
        } else if may_open(key) && !theirs.statements.contains(&short(&id.0)) {
            lacking.insert(key.key(), key.clone());
        }
    }
    lacking.retain(|key, _| !sealed.contains(key));
    let mut statements = Vec::new();
    for (id, known) in lacking {
        let packet = record.keyring.get(id).and_then(|key| key.packet_for(reader));
        if let Some(packet) = packet {
            let key = KeyRecord {
                created: now,
                packets: vec![packet],
                ..known
            };
            statements.push(Statement::sign(
                record.who.record,
                Fact::Key(key),
                &record.device.sign,
            ));
        }
    }
    if statements.is_empty() {
        return Ok(());
    }
    record.write(|record, _| record.learn(statements))
}

/// Up to which envelope the other side has this branch; `None`: it is ahead of it, as far as can be seen.
fn known_to_them(
    record: &Record,
    feed: &Feed,
    branch: usize,
    held: &[End],
) -> Result<Option<u64>, StoreError> {
    let Some(head) = feed.branches.get(branch) else {
        return Ok(None);
    };
    if held.contains(&(head.seq, short(&head.hash.0))) {
        return Ok(None);
    }
    let mut known = 0;
    let mut behind = held.is_empty();
    for (seq, hash) in held {
        behind |= *seq <= head.seq;
        for other in 0..feed.branches.len() {
            let reaches = |it: &Branch| *seq <= it.seq && (*seq >= it.from || other == 0);
            if !feed.branches.get(other).is_some_and(reaches) {
                continue;
            }
            let same =
                log::hash(&record.store, feed, other, *seq)?.is_none_or(|found| short(&found.0) == *hash);
            if same {
                behind = true;
                known = known.max(shared(feed, branch, other, *seq));
            }
        }
    }
    Ok(behind.then_some(known))
}

/// The last envelope not after `seq` that two branches share.
fn shared(feed: &Feed, one: usize, other: usize, seq: u64) -> u64 {
    let last = feed.branches.get(one).map_or(0, |branch| branch.seq).min(seq);
    (1..=last)
        .rev()
        .find(|at| feed.owner(one, *at) == feed.owner(other, *at))
        .unwrap_or(0)
}

type Bases = BTreeMap<DocumentId, Vec<Base>>;

/// Bases for the documents of which the other side has nothing, or less than what lies packed here.
fn bases(record: &mut Record, scope: &Scope, theirs: &Have) -> Result<Bases, StoreError> {
    let (mut unknown, mut packed) = (Vec::new(), Vec::new());
    for document in record.documents.values() {
        if !scope.sections.contains(&document.section) {
            continue;
        }
        let feeds = || record.feeds.values().filter(|feed| feed.document == document.id);
        if feeds().all(|feed| !theirs.feeds.contains_key(&feed.tag)) {
            unknown.push(document.id);
            continue;
        }
        for feed in feeds() {
            if lies_packed(record, feed, theirs)? {
                packed.push(document.id);
                break;
            }
        }
    }
    let own = scope.peer == scope.patient && scope.me == scope.patient;
    let large = |record: &Record, id: &DocumentId| {
        let feeds = record.feeds.values().filter(|feed| feed.document == *id);
        feeds.filter_map(Feed::head).map(|head| head.seq).sum::<u64>() >= WORTH_A_BASE
    };
    if own && unknown.iter().any(|id| large(record, id)) {
        // Best effort: without a fresh signature the base covers less, and the rest travels as envelopes.
        let _ = record.checkpoint();
    }
    let mut bases = Bases::new();
    for id in unknown {
        let mut held = record.held_bases(id)?;
        if held.is_empty() && own {
            held.extend(record.make_base(id)?);
        }
        bases.insert(id, held);
    }
    for id in packed {
        bases.insert(id, record.held_bases(id)?);
    }
    Ok(bases)
}

/// Whether the next change of a feed that the other side lacks is here only in a base.
fn lies_packed(record: &Record, feed: &Feed, theirs: &Have) -> Result<bool, StoreError> {
    let held = theirs.feeds.get(&feed.tag).map_or(&[][..], Vec::as_slice);
    for branch in 0..feed.branches.len() {
        if let Some(known) = known_to_them(record, feed, branch, held)?
            && let Some(row) = log::get(&record.store, feed, branch, known + 1)?
            && row.envelope().is_none()
        {
            return Ok(true);
        }
    }
    Ok(false)
}
