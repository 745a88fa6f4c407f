//! What another system says of the person, held against the record and not taken in (clinic.md §4.2): by the rules by which entries of
//! several sources become items, and by the names that this record gave what was sent there.

use crate::bodies::{FHIR, FhirBodies, SOURCE, sortable};
use crate::chart::Chart;
use crate::group::{self, Decisions, Member};
use crate::import::source_of;
use crate::item::{ItemState, is_error, is_listed, is_over};
use crate::list::danger;
use crate::members::Medicines;
use crate::read::ReadError;
use crate::redeem::StatedItem;
use crate::time;
use pocketchart_fhir::sections::section_of;
use pocketchart_fhir::split::Resource;
use pocketchart_fhir::summary::Summary;
use pocketchart_record::{
    AuthorId, BodyReader, BodyRef, DocumentId, Entry, EntryId, FeedTag, Millis, Row, Section, Source,
    Standing, StoreError, sabotage,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// What begins the names that this record gives.
const OURS: &str = "urn:uuid:";

/// How a statement of another system stands to one that is here.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Likeness {
    /// It says the same; one of the two may leave some of it unsaid.
    Same,
    /// It is of the same thing, by its original or by our name for it, and says something else.
    Differs,
    /// It may be of the same thing: nobody has decided.
    Probable,
    /// The one here was entered in error, as its author, the patient or its source says.
    Retracted,
}

impl Likeness {
    /// Its name in JSON and in the ids of messages.
    pub fn name(self) -> &'static str {
        match self {
            Likeness::Same => "same",
            Likeness::Differs => "differs",
            Likeness::Probable => "probable",
            Likeness::Retracted => "retracted",
        }
    }
}

/// A statement of another system beside the record. `N` names what is here: an entry, or the place of a copy.
#[derive(Clone, PartialEq, Debug)]
pub struct Beside<N> {
    /// Its place among the resources that were given.
    pub at: usize,
    /// What it says.
    pub facts: Summary,
    /// Whether it is over: resolved, stopped, completed.
    pub past: bool,
    /// Whether it was entered in error, as its own system says.
    pub retracted: bool,
    /// What it stands to here, the closest first. What is not named is something else.
    pub to: Vec<(Likeness, N)>,
}

impl<N> Beside<N> {
    /// The same, with what is here named otherwise; what has no such name is left out.
    pub fn renamed<M>(self, name: impl Fn(N) -> Option<M>) -> Beside<M> {
        Beside {
            at: self.at,
            facts: self.facts,
            past: self.past,
            retracted: self.retracted,
            to: self
                .to
                .into_iter()
                .filter_map(|(how, it)| Some((how, name(it)?)))
                .collect(),
        }
    }
}

impl Chart {
    /// Statements of another system in a section, each beside the items of the record, which are named as in [`Chart::list`] with what
    /// is past. Of the resources that were given, those of other sections are left, and a `Medication` only names others. Nothing is
    /// written.
    ///
    /// ```no_run
    /// use pocketchart::{Chart, Likeness, ReadError, Resource, Section};
    /// # fn example(chart: &Chart, theirs: &[Resource]) -> Result<(), ReadError> {
    /// for it in chart.beside(Section::Allergies, theirs)? {
    ///     let is_here = it.to.iter().any(|(how, _)| *how == Likeness::Same);
    ///     println!("{:?} is here: {is_here}", it.facts.title);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// What the store says.
    pub fn beside(&self, section: Section, theirs: &[Resource]) -> Result<Vec<Beside<EntryId>>, ReadError> {
        let foreign = Foreign::of(section, theirs, self.now());
        let medicines = Medicines::of(theirs);
        let mut others = Vec::new();
        for row in foreign.rows {
            others.push((row.0, Arc::new(self.member_beside(row.1, &medicines)?)));
        }
        let (mut held, mut retracted, mut item_of) = (Vec::new(), Vec::new(), HashMap::new());
        for item in self.current_items(section)? {
            let Some(lead) = item.lead() else { continue };
            for member in item.statements.iter().flat_map(|it| &it.members) {
                item_of.insert(member.row.id, lead.row.id);
                let state = self.state(&member.row, &member.facts, false)?;
                match state == ItemState::Retracted {
                    true => retracted.push(Arc::clone(member)),
                    false => held.push(Arc::clone(member)),
                }
            }
        }
        let mut gone = Vec::new();
        self.record.each_row::<StoreError>(section, |row| {
            if !row.is_current() && row.standing.retracted && is_listed(&row) {
                gone.push(row);
            }
            Ok(())
        })?;
        for row in gone {
            item_of.insert(row.id, row.id);
            retracted.push(Arc::new(self.member(row)?));
        }
        let mut decided = self.decisions(&[section])?;
        for (a, b) in self.of_our_names(&held, &others)? {
            decided.join(a, b);
        }
        Ok(compare(section, (held, retracted), &others, &decided, &|id| {
            item_of.get(id).copied()
        }))
    }

    /// Pairs of an entry and a foreign statement that carries the name by which this record calls it elsewhere. A name that several of
    /// theirs carry, or that stands on another type, names none.
    fn of_our_names(
        &self,
        held: &[Arc<Member>],
        others: &[(usize, Arc<Member>)],
    ) -> Result<Vec<(EntryId, EntryId)>, ReadError> {
        let mut named: BTreeMap<&str, Vec<&Member>> = BTreeMap::new();
        for (_, other) in others {
            let names = other
                .facts
                .identifiers
                .iter()
                .filter_map(|it| it.value.as_deref());
            let ours: BTreeSet<&str> = names.filter(|it| it.starts_with(OURS)).collect();
            ours.into_iter()
                .for_each(|it| named.entry(it).or_default().push(other));
        }
        let mut pairs = Vec::new();
        if named.is_empty() {
            return Ok(pairs);
        }
        for member in held {
            let name = self.item(member.row.id)?.name();
            if let Some([other]) = name
                .value
                .and_then(|it| named.get(it.as_str()))
                .map(Vec::as_slice)
                && other.facts.resource_type == member.facts.resource_type
            {
                pairs.push((member.row.id, other.row.id));
            }
        }
        Ok(pairs)
    }
}

/// The same, beside the copies of a section that a patient's device stated; they are named by their places among all that it stated.
///
/// ```no_run
/// use pocketchart::{Resource, Section, StatedItem, beside_copies};
/// # fn example(stated: &[StatedItem], theirs: &[Resource]) {
/// let all = beside_copies(Section::Allergies, stated, theirs);
/// assert!(all.len() <= theirs.len());
/// # }
/// ```
pub fn beside_copies(section: Section, stated: &[StatedItem], theirs: &[Resource]) -> Vec<Beside<usize>> {
    let medicines = Medicines::of(theirs);
    let said = |row: Row| Arc::new(Member::saying_with(row, &medicines));
    let foreign = Foreign::of(section, theirs, Millis::default());
    let (mut number, mut held, mut retracted, mut at_of) =
        (foreign.number, Vec::new(), Vec::new(), HashMap::new());
    let others: Vec<(usize, Arc<Member>)> = foreign.rows.into_iter().map(|(at, it)| (at, said(it))).collect();
    for (at, copy) in stated
        .iter()
        .enumerate()
        .filter(|(_, it)| it.item.section == section)
    {
        number += 1;
        let place = (section, number);
        let Some(row) = row(place, &copy.item.kind, &copy.item.body, copy.item.recorded, None) else {
            continue;
        };
        let member = said(row);
        at_of.insert(member.row.id, at);
        match is_error(&member.facts) {
            true => retracted.push(member),
            false => held.push(member),
        }
    }
    let undecided = Decisions::default();
    compare(section, (held, retracted), &others, &undecided, &|id| {
        at_of.get(id).copied()
    })
}

/// Statements of another system as rows that stand nowhere.
struct Foreign {
    /// Each with its place among the resources.
    rows: Vec<(usize, Row)>,
    /// The last number that names one.
    number: u64,
}

impl Foreign {
    fn of(section: Section, theirs: &[Resource], now: Millis) -> Self {
        let (mut rows, mut number) = (Vec::new(), 0);
        for (at, resource) in theirs.iter().enumerate() {
            if section_of(&resource.bytes) != section.name() || resource.head.resource_type == Chart::MEDICINE
            {
                continue;
            }
            number += 1;
            let kind = format!("{FHIR}{}", resource.head.resource_type);
            let source = source_of(resource);
            rows.extend(row((section, number), &kind, &resource.bytes, now, Some(source)).map(|it| (at, it)));
        }
        Self { rows, number }
    }
}

/// A row that stands nowhere: named by its number, in a document that nobody has.
fn row(
    (section, number): (Section, u64),
    kind: &str,
    body: &[u8],
    recorded: Millis,
    source: Option<Source>,
) -> Option<Row> {
    if kind == SOURCE {
        return None;
    }
    let derived = FhirBodies.read(kind, section, None, body).ok()?;
    let entry = Entry {
        kind: kind.to_owned(),
        body: Some(BodyRef::of(body)),
        recorded,
        supersedes: Vec::new(),
        act: None,
        reason: None,
        source,
        media: None,
        admission: None,
    };
    let when = match derived.when.is_empty() {
        true => time::fhir_instant(recorded).as_str().to_owned(),
        false => derived.when,
    };
    Some(Row {
        id: entry.id(DocumentId([0; 16]), FeedTag([0; 8]), number),
        section,
        author: AuthorId([0; 32]),
        entry,
        known: recorded,
        when,
        derived: derived.row,
        standing: Standing::default(),
        place: (0, 0),
    })
}

/// Each of the others beside what is held and what was retracted.
fn compare<N: Copy + Ord>(
    section: Section,
    (held, retracted): (Vec<Arc<Member>>, Vec<Arc<Member>>),
    others: &[(usize, Arc<Member>)],
    decided: &Decisions,
    name: &dyn Fn(&EntryId) -> Option<N>,
) -> Vec<Beside<N>> {
    let current = likened(held, others, decided);
    let gone = likened(retracted, others, decided);
    let named = |found: &HashMap<EntryId, Vec<(Likeness, EntryId)>>, id: &EntryId| {
        let found = found.get(id).into_iter().flatten();
        found
            .filter_map(|(how, it)| Some((*how, name(it)?)))
            .collect::<Vec<_>>()
    };
    let beside = |(at, other): &(usize, Arc<Member>)| {
        let mut to = named(&current, &other.row.id);
        let gone = named(&gone, &other.row.id);
        if !sabotage::off("retracted beside") {
            to.extend(gone.into_iter().map(|(_, it)| (Likeness::Retracted, it)));
        }
        to.sort_unstable();
        // Of the statements of one item the closest counts.
        let mut seen = BTreeSet::new();
        to.retain(|(_, it)| seen.insert(*it));
        Beside {
            at: *at,
            facts: other.facts.clone(),
            past: is_over(&other.facts),
            retracted: is_error(&other.facts),
            to,
        }
    };
    let mut all: Vec<Beside<N>> = others.iter().map(beside).collect();
    // As in lists: what is dangerous and current first, then the newest.
    let rank = |it: &Beside<N>| (it.retracted, it.past, danger(section, &it.facts));
    all.sort_by_cached_key(|it| (rank(it), std::cmp::Reverse(newest(&it.facts)), it.at));
    all
}

fn newest(facts: &Summary) -> String {
    facts.when.as_ref().map(sortable).unwrap_or_default()
}

/// By each of the others, what it is alike.
fn likened(
    mut members: Vec<Arc<Member>>,
    others: &[(usize, Arc<Member>)],
    decided: &Decisions,
) -> HashMap<EntryId, Vec<(Likeness, EntryId)>> {
    let theirs: BTreeSet<EntryId> = others.iter().map(|(_, it)| it.row.id).collect();
    members.extend(others.iter().map(|(_, it)| Arc::clone(it)));
    members.sort_by(|a, b| group::newest_first(&a.row, &b.row));
    let items = group::items(members, decided);
    let by_lead: HashMap<EntryId, &group::Item> = items
        .iter()
        .filter_map(|it| Some((it.lead()?.row.id, it)))
        .collect();
    let mut found: HashMap<EntryId, Vec<(Likeness, EntryId)>> = HashMap::new();
    for item in &items {
        let partners = item.probable.iter().filter_map(|lead| by_lead.get(lead));
        let partners: Vec<EntryId> = partners
            .flat_map(|it| it.members())
            .map(|it| it.row.id)
            .filter(|id| !theirs.contains(id))
            .collect();
        for (place, statement) in item.statements.iter().enumerate() {
            for other in statement.members.iter().filter(|it| theirs.contains(&it.row.id)) {
                let to = found.entry(other.row.id).or_default();
                for (at, beside) in item.statements.iter().enumerate() {
                    let how = if at == place {
                        Likeness::Same
                    } else {
                        Likeness::Differs
                    };
                    let ours = beside.members.iter().map(|it| it.row.id);
                    to.extend(ours.filter(|id| !theirs.contains(id)).map(|id| (how, id)));
                }
                to.extend(partners.iter().map(|id| (Likeness::Probable, *id)));
            }
        }
    }
    found
}
