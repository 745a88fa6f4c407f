//! What a lost device wrote after it was last known to be in the patient's hands (security.md §9). It is in the log like
//! everything else, so that all devices hold the same; in the views it is only proposed, until the patient confirms it.

use crate::context::Millis;
use crate::entry::{Admission, Verdict};
use crate::feed::Feed;
use crate::id::{AuthorId, FeedTag};
use crate::log;
use crate::proxy::Role;
use crate::record::Record;
use crate::row::Row;
use crate::section::Section;
use crate::statement::KnownHead;
use crate::store::StoreError;
use std::collections::BTreeMap;

/// Which envelope something stands in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Place {
    pub(crate) feed: FeedTag,
    pub(crate) branch: u64,
    pub(crate) seq: u64,
}

impl Place {
    pub(crate) fn of(row: &Row) -> Self {
        Self {
            feed: row.id.feed,
            branch: row.place.0,
            seq: row.place.1,
        }
    }
}

/// For each feed of a lost device, or with an admission by one, and each branch of it: the last envelope that counts.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct Quarantine {
    last: BTreeMap<FeedTag, Vec<u64>>,
    /// Whose word counts as the patient's, and where.
    managers: BTreeMap<(AuthorId, Section), Millis>,
}

impl Quarantine {
    /// As the statements and the log have it.
    pub(crate) fn of(record: &Record) -> Result<Self, StoreError> {
        let mut quarantine = Self::default();
        let statements = record.statements();
        let manage = statements.proxies().filter(|(_, it)| it.role == Role::Manage);
        for (_, proxy) in manage {
            let sections = proxy.sections.iter();
            for section in sections {
                let since = quarantine.managers.entry((proxy.author, *section));
                let since = since.or_insert(proxy.created);
                *since = proxy.created.min(*since);
            }
        }
        let lost = statements.lost_devices();
        let ends: Vec<_> = statements.access_ends().collect();
        let over: Vec<_> = statements.proxy_ends().collect();
        if lost.is_empty() && ends.is_empty() && over.is_empty() {
            return Ok(quarantine);
        }
        for feed in record.feeds.values().filter(|feed| lost.contains(&feed.device)) {
            let said = statements.revocations().flat_map(|it| &it.heads);
            let known = said.chain(statements.heads_at_succession());
            quarantine.limit(record, feed, known.filter(|it| it.feed == feed.tag))?;
        }
        for feed in record.feeds.values().filter(|it| it.author != record.who.patient) {
            let of_author: Vec<_> = ends.iter().filter(|it| it.author == feed.author).collect();
            let acted = over.iter().filter(|it| it.author == feed.author);
            if lost.is_empty() && of_author.is_empty() && acted.clone().next().is_none() {
                continue;
            }
            let known = of_author
                .iter()
                .flat_map(|it| &it.heads)
                .chain(acted.flat_map(|it| &it.heads));
            let seen: Vec<&KnownHead> = known.filter(|it| it.feed == feed.tag).collect();
            // Admitted by right of what had ended already: another device did not know yet.
            let overtaken = |it: &Admission| {
                let by = it.authority.and_then(|id| statements.access(&id));
                let acted = it.authority.and_then(|id| statements.proxy(&id));
                (by.is_some_and(|access| statements.has_ended(access))
                    || acted.is_some_and(|proxy| statements.is_over(proxy)))
                    && seen.iter().all(|head| head.seq < it.seq)
            };
            let decided = record.decided(feed.tag)?;
            let (late, sound): (Vec<_>, Vec<_>) = decided
                .iter()
                .partition(|it| quarantine.holds(it.by) || overtaken(&it.admission));
            if !late.is_empty() {
                let admitted = sound.iter().map(|it| &it.admission);
                let admitted = admitted.filter(|it| it.verdict == Verdict::Admitted);
                let heads: Vec<KnownHead> = admitted
                    .map(|it| KnownHead {
                        feed: it.feed,
                        seq: it.seq,
                        hash: it.hash,
                    })
                    .chain(seen.into_iter().copied())
                    .collect();
                quarantine.limit(record, feed, heads.iter())?;
            }
        }
        Ok(quarantine)
    }

    fn limit<'a>(
        &mut self,
        record: &Record,
        feed: &Feed,
        heads: impl Iterator<Item = &'a KnownHead>,
    ) -> Result<(), StoreError> {
        let mut last = vec![0; feed.branches.len()];
        for head in heads {
            count(record, feed, head, &mut last)?;
        }
        self.last.insert(feed.tag, last);
        Ok(())
    }

    /// Whether it counts as the patient's own word: it was written by who managed the section then.
    pub(crate) fn manages(&self, row: &Row) -> bool {
        let since = self.managers.get(&(row.author, row.section));
        since.is_some_and(|since| *since <= row.entry.recorded || crate::sabotage::off("since when"))
    }

    /// Whether what stands there is only proposed, because of who may have written or admitted it.
    pub(crate) fn holds(&self, place: Place) -> bool {
        self.last.get(&place.feed).is_some_and(|last| {
            let branch = usize::try_from(place.branch).unwrap_or(usize::MAX);
            last.get(branch).is_none_or(|last| place.seq > *last)
        }) && !crate::sabotage::off("quarantine")
    }
}

/// Marks what leads up to a head: on the branches that reach it, and on those that they left.
fn count(record: &Record, feed: &Feed, head: &KnownHead, last: &mut [u64]) -> Result<(), StoreError> {
    for number in 0..feed.branches.len() {
        if !reaches(record, feed, number, head)? {
            continue;
        }
        let (mut at, mut upto) = (number, head.seq);
        while let (Some(branch), Some(last)) = (feed.branches.get(at), last.get_mut(at)) {
            *last = upto.max(*last);
            if branch.parent == at {
                break;
            }
            upto = upto.min(branch.from.saturating_sub(1));
            at = branch.parent;
        }
    }
    Ok(())
}

/// What a base stands for was signed by another device of the patient's and counts.
fn reaches(record: &Record, feed: &Feed, number: usize, head: &KnownHead) -> Result<bool, StoreError> {
    if feed
        .branches
        .get(number)
        .is_none_or(|branch| branch.seq < head.seq)
    {
        return Ok(false);
    }
    match log::hash(&record.store, feed, number, head.seq)? {
        Some(hash) => Ok(hash == head.hash),
        None => Ok(log::get(&record.store, feed, number, head.seq)?.is_some()),
    }
}
