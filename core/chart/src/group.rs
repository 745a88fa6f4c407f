//! Items: entries that speak of the same thing, across authors and sources (record-and-sync.md §3, clinic.md §4.2).
//!
//! *Same* joins by itself: the same original of one source system, or the same grouping key with the same facts.
//! *Probable* (the key, other facts) is only pointed out. Under-merging is safe, wrong merging is dangerous: two
//! originals that one system keeps apart are two things, and so are two readings taken at different moments.

use crate::facts;
use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::Precision;
use pocketchart_fhir::summary::{Amount, Summary, words};
use pocketchart_record::{EntryId, Row};
use std::collections::HashMap;

/// At most so many probable partners are named.
const MAX_PROBABLE: usize = 16;

/// An entry with what it says.
pub(crate) struct Member {
    pub(crate) row: Row,
    pub(crate) facts: Summary,
}

impl Member {
    pub(crate) fn of(row: Row) -> Self {
        let facts = facts::of(&row);
        Self { row, facts }
    }

    fn system(&self) -> Option<&str> {
        self.row
            .entry
            .source
            .as_ref()
            .map(|source| source.system.as_str())
    }
}

/// Entries that say the same facts of the same thing.
pub(crate) struct Statement {
    pub(crate) members: Vec<Member>,
    facts: Vec<u8>,
}

/// What a person sees as one thing: one statement, or several that contradict each other.
#[derive(Default)]
pub(crate) struct Item {
    pub(crate) statements: Vec<Statement>,
    /// Leads of other items with the same grouping key.
    pub(crate) probable: Vec<EntryId>,
}

impl Item {
    /// The newest entry, which names the item.
    pub(crate) fn lead(&self) -> Option<&Member> {
        self.statements
            .first()
            .and_then(|statement| statement.members.first())
    }

    pub(crate) fn members(&self) -> impl Iterator<Item = &Member> {
        self.statements.iter().flat_map(|statement| &statement.members)
    }

    /// Adds an entry as a statement of its own or to the one that says the same.
    pub(crate) fn push(&mut self, member: Member) {
        let facts = fingerprint(&member.facts);
        self.add(member, facts);
    }

    fn add(&mut self, member: Member, facts: Vec<u8>) {
        // Two replacements made apart stay two, even if they say the same: a person settles them.
        let contradicts = |held: &Member| held.row.standing.unreconciled_with.contains(&member.row.id);
        let joins = |it: &&mut Statement| it.facts == facts && !it.members.iter().any(contradicts);
        match self.statements.iter_mut().find(joins) {
            Some(statement) => statement.members.push(member),
            None => self.statements.push(Statement {
                members: vec![member],
                facts,
            }),
        }
    }
}

/// Where the newest stand first: by clinical time, then by name, as the section's head page has them.
pub(crate) fn newest_first(rows: &mut [Row]) {
    rows.sort_by(|a, b| (&b.when, b.id).cmp(&(&a.when, a.id)));
}

/// Groups entries, newest first, until there are more than `enough` items. What an entry joins depends on newer ones
/// alone, so the items of the newest entries are the first items of all entries.
pub(crate) fn items(members: impl IntoIterator<Item = Member>, enough: usize) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut by_source = HashMap::new();
    let mut by_rival: HashMap<EntryId, usize> = HashMap::new();
    let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
    let mut by_facts: HashMap<(String, Vec<u8>), Vec<usize>> = HashMap::new();
    for member in members {
        if items.len() > enough {
            break;
        }
        let prints = fingerprint(&member.facts);
        let source = member.row.entry.source.clone();
        let key = member.facts.group.clone().map(|key| (key, prints.clone()));
        let at = by_rival
            .get(&member.row.id)
            .or_else(|| source.as_ref().and_then(|source| by_source.get(source)))
            .copied()
            .or_else(|| {
                let candidates = by_facts.get(key.as_ref()?)?;
                let joins = |at: &&usize| {
                    items
                        .get(**at)
                        .is_some_and(|item| is_same(item, &member, &prints))
                };
                candidates.iter().find(joins).copied()
            });
        let at = at.unwrap_or_else(|| {
            items.push(Item::default());
            items.len() - 1
        });
        for rival in &member.row.standing.unreconciled_with {
            by_rival.entry(*rival).or_insert(at);
        }
        if let Some(source) = source {
            by_source.entry(source).or_insert(at);
        }
        if let Some((key, prints)) = key {
            note(by_key.entry(key.clone()).or_default(), at);
            note(by_facts.entry((key, prints)).or_default(), at);
        }
        if let Some(item) = items.get_mut(at) {
            item.add(member, prints);
        }
    }
    for partners in by_key.into_values().filter(|partners| partners.len() > 1) {
        point_out(&mut items, &partners);
    }
    items
}

fn note(held: &mut Vec<usize>, at: usize) {
    if held.last().is_none_or(|last| *last < at) || !held.contains(&at) {
        held.push(at);
    }
}

/// Same by key: equal facts, and no system that keeps the two apart.
fn is_same(item: &Item, member: &Member, facts: &[u8]) -> bool {
    let [statement] = item.statements.as_slice() else {
        return false;
    };
    statement.facts == facts
        && statement
            .members
            .iter()
            .all(|held| held.system().is_none() || held.system() != member.system())
        && statement
            .members
            .iter()
            .all(|held| !are_apart(&held.facts, &member.facts))
}

/// Two readings at two known moments are two readings.
fn are_apart(a: &Summary, b: &Summary) -> bool {
    let moment = |facts: &Summary| {
        let when = facts.when.as_ref()?;
        when.precision().filter(|it| *it >= Precision::Minute)?;
        when.order_key()
    };
    a.resource_type == "Observation" && moment(a).zip(moment(b)).is_some_and(|(a, b)| a != b)
}

fn point_out(items: &mut [Item], partners: &[usize]) {
    let system = |at: &usize| items.get(*at).and_then(Item::lead).and_then(Member::system);
    let mut systems = partners.iter().map(system);
    let first = systems.next().flatten();
    if first.is_some() && systems.all(|it| it == first) {
        return;
    }
    for at in partners {
        let Some(lead) = items.get(*at).and_then(Item::lead) else {
            continue;
        };
        let mut probable = Vec::new();
        for other in partners.iter().filter(|other| *other != at) {
            let Some(partner) = items.get(*other).and_then(Item::lead) else {
                continue;
            };
            let one_system = lead.system().is_some() && lead.system() == partner.system();
            if !one_system && !are_apart(&lead.facts, &partner.facts) {
                probable.push(partner.row.id);
            }
            if probable.len() == MAX_PROBABLE {
                break;
            }
        }
        if let Some(item) = items.get_mut(*at) {
            item.probable.extend(probable);
        }
    }
}

/// What is shown of a statement, in a form that can be compared: dates to the day, words folded.
fn fingerprint(facts: &Summary) -> Vec<u8> {
    let folded = |text: &Option<String>| {
        if text.is_none() {
            return String::new();
        }
        let mut words = words(text.as_deref().unwrap_or_default());
        words.sort();
        words.join(" ")
    };
    let day = |date: &Option<FhirDateTime>| {
        let date = date.as_ref();
        date.and_then(|date| date.day())
            .or(date.map(FhirDateTime::as_str))
            .unwrap_or_default()
            .to_owned()
    };
    let amount = |value: Option<&Amount>| {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        value.map_or_else(String::new, |value| {
            let unit = value.ucum.clone().or_else(|| value.unit.clone());
            format!(
                "{}\u{1}{}\u{1}{}",
                text(&value.comparator),
                value.text,
                text(&unit)
            )
        })
    };
    let mut parts = vec![
        facts.resource_type.clone(),
        match &facts.code {
            Some(code) => code.code.clone(),
            None => folded(&facts.title),
        },
        facts.status.clone().unwrap_or_default(),
        facts.verification.clone().unwrap_or_default(),
        facts.severity.clone().unwrap_or_default(),
        facts.criticality.clone().unwrap_or_default(),
        facts.flag.clone().unwrap_or_default(),
        folded(&facts.reaction),
        folded(&facts.dosage),
        folded(&facts.note),
        day(&facts.when),
        day(&facts.until),
        amount(facts.value.as_ref()),
        format!("{:?}", facts.negation),
    ];
    for part in &facts.components {
        parts.push(
            part.code
                .as_ref()
                .map(|code| code.code.clone())
                .unwrap_or_default(),
        );
        parts.push(amount(part.value.as_ref()));
    }
    parts.join("\u{2}").into_bytes()
}
