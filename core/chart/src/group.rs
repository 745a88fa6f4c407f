//! Items: entries that speak of the same thing, across authors and sources (record-and-sync.md §3, clinic.md §4.2).
//!
//! *Same* joins by itself: the same original of one source system, or the same grouping key with the same facts, of which one source may
//! leave some unsaid. *Probable* (the key, other facts) is only pointed out. Under-merging is safe, wrong merging is dangerous: two originals that one system keeps
//! apart are two things, and so are two readings taken at different moments. What a person decided comes before all of it.
//!
//! Everything here depends on what the entries say and never on the order in which they came.

mod compare;
mod decisions;
mod fuller;
mod join;
mod kept;
mod medicine;
mod said;
mod vaccine;

pub(crate) use decisions::{Decisions, Settled};
pub(crate) use join::items;
pub(crate) use kept::{Change, Kept};

use crate::import::names_a_system;
use foldhash::fast::RandomState;
use pocketchart_fhir::summary::Summary;
use pocketchart_record::{EntryId, Row};
use said::Saying;
use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

/// A table by keys of which there are many, hashed cheaply and with a seed of its own.
type Table<K, V> = HashMap<K, V, RandomState>;

/// An entry with what it says.
pub(crate) struct Member {
    pub(crate) row: Row,
    pub(crate) facts: Summary,
    /// Who keeps it apart from others: the system that it came from; of files that name no system, the person in them, whom each
    /// file or server names in its own way.
    holder: Option<String>,
    /// When it was, to the second, where that tells it from others.
    moment: Option<i64>,
    /// What it says, in a form that can be compared: made when it is first held against another.
    said: OnceLock<Saying>,
}

impl Member {
    /// An entry whose facts were completed from another, such as a medicine's name.
    pub(crate) fn saying(row: Row, mut facts: Summary) -> Self {
        medicine::compose(&mut facts);
        vaccine::compose(&mut facts);
        let source = row.entry.source.as_ref();
        let holder = source.map(|source| match names_a_system(source) {
            true => source.system.clone(),
            false => format!(
                "{} {}",
                source.system,
                facts.subject.as_deref().unwrap_or_default()
            ),
        });
        Self {
            moment: compare::moment(&facts),
            row,
            facts,
            holder,
            said: OnceLock::new(),
        }
    }

    fn said(&self) -> &Saying {
        self.said.get_or_init(|| Saying::of(self))
    }

    fn contradicts(&self, other: &Self) -> bool {
        self.row.standing.unreconciled_with.contains(&other.row.id)
    }
}

/// Entries that say the same facts of the same thing. The fullest stands first, and is shown: the others add nothing to it.
#[derive(Clone)]
pub(crate) struct Statement {
    pub(crate) members: Vec<Arc<Member>>,
    /// How it stands beside the other statements of its item.
    pub(crate) settled: Settled,
}

impl Statement {
    fn says(&self, what: &Member) -> bool {
        self.members
            .first()
            .is_some_and(|held| held.said() == what.said())
    }

    /// Whether every entry says all that is shown, and not only a part of it.
    pub(crate) fn is_said_alike(&self) -> bool {
        self.members.iter().all(|it| self.says(it))
    }

    fn is_contradicted_by(&self, other: &Self) -> bool {
        let any = |it: &Arc<Member>| other.members.iter().any(|other| it.contradicts(other));
        self.members.iter().any(any)
    }
}

/// What a person sees as one thing: one statement, or several.
#[derive(Clone, Default)]
pub(crate) struct Item {
    /// What was set aside stands last; otherwise the newest first.
    pub(crate) statements: Vec<Statement>,
    /// Leads of other items that may be the same thing.
    pub(crate) probable: Vec<EntryId>,
}

impl Item {
    /// The fullest entry of what holds, the newest of several: it names the item.
    pub(crate) fn lead(&self) -> Option<&Member> {
        self.statements
            .first()
            .and_then(|statement| statement.members.first())
            .map(Arc::as_ref)
    }

    pub(crate) fn members(&self) -> impl Iterator<Item = &Member> {
        let members = self.statements.iter().flat_map(|statement| &statement.members);
        members.map(Arc::as_ref)
    }

    /// The newest of all its entries, by which items are ordered.
    fn newest(&self) -> Option<&Member> {
        self.members().min_by(|a, b| newest_first(&a.row, &b.row))
    }

    /// Whether statements contradict each other, or something that is no statement of it, and nobody has settled that.
    pub(crate) fn is_unreconciled(&self) -> bool {
        let holding = self
            .statements
            .iter()
            .filter(|it| it.settled != Settled::SetAside);
        let elsewhere = |rival: &EntryId| !self.members().any(|it| it.row.id == *rival);
        holding.clone().count() > 1 && holding.clone().any(|it| it.settled == Settled::Open)
            || holding
                .flat_map(|it| &it.members)
                .flat_map(|it| &it.row.standing.unreconciled_with)
                .any(elsewhere)
    }

    /// An item of these entries.
    fn of(members: impl IntoIterator<Item = Arc<Member>>, decided: &Decisions) -> Self {
        let mut item = Self::default();
        members.into_iter().for_each(|it| item.push(it));
        item.fold(decided);
        decided.settle(&mut item);
        item
    }

    /// Adds an entry as a statement of its own or to the one that says the same.
    pub(crate) fn push(&mut self, member: Arc<Member>) {
        // Two replacements made apart stay two, even if they say the same: a person settles them.
        let joins =
            |it: &&mut Statement| it.says(&member) && !it.members.iter().any(|it| it.contradicts(&member));
        match self.statements.iter_mut().find(joins) {
            Some(statement) => statement.members.push(member),
            None => self.statements.push(Statement {
                members: vec![member],
                settled: Settled::Open,
            }),
        }
    }

    /// Adds each statement that adds nothing to one other to that one, unless a person said how the two stand.
    fn fold(&mut self, decided: &Decisions) {
        if self.statements.len() < 2 {
            return;
        }
        let leads: Vec<&Member> = self
            .statements
            .iter()
            .filter_map(|it| it.members.first())
            .map(Arc::as_ref)
            .collect();
        let fuller = fuller::fuller(&leads);
        let mut whole: Vec<Option<Statement>> = std::mem::take(&mut self.statements)
            .into_iter()
            .map(Some)
            .collect();
        for (at, to) in fuller.into_iter().enumerate() {
            let Some(to) = to.filter(|to| *to != at) else {
                continue;
            };
            let one = |at: usize| whole.get(at).and_then(Option::as_ref);
            let joins = one(at).zip(one(to)).is_some_and(|(less, fuller)| {
                !fuller.is_contradicted_by(less) && decided.between(fuller, less).is_none()
            });
            if !joins {
                continue;
            }
            let less = whole.get_mut(at).and_then(Option::take);
            if let (Some(less), Some(Some(fuller))) = (less, whole.get_mut(to)) {
                fuller.members.extend(less.members);
            }
        }
        self.statements = whole.into_iter().flatten().collect();
        for statement in &mut self.statements {
            statement.members.sort_by_key(|it| Reverse(it.said().fullness()));
        }
    }
}

/// Whether the first items are all there is of them, though only the entries down to this time (as [`Row::when`]) were looked at.
/// What joins by its facts is of one day, which a time zone may move by one.
pub(crate) fn are_complete(items: &[Item], wanted: usize, end: &str) -> bool {
    let Some(last) = items.get(..wanted).and_then(|shown| shown.last()?.lead()) else {
        return false;
    };
    let when = last.row.when.as_str();
    let day = when
        .get(..10)
        .and_then(|day| day.parse::<jiff::civil::Date>().ok());
    let from = day.and_then(|day| day.checked_sub(jiff::Span::new().days(2)).ok());
    from.map_or(end < when, |from| end < from.to_string().as_str()) && items.len() > wanted
}

/// Where the newest stand first: by clinical time, as the section's head page has them; of one time by their source, so that
/// it does not matter which came first.
pub(crate) fn newest_first(a: &Row, b: &Row) -> Ordering {
    let by_time = b.when.cmp(&a.when);
    by_time.then_with(|| (&b.entry.source, b.id).cmp(&(&a.entry.source, a.id)))
}
