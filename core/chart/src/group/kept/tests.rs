//! Items that followed changes against items that are made anew, and how much was made anew for a change.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "tests")]

use super::*;
use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::summary::{Detail, Summary};
use pocketchart_record::cbor::to_bytes;
use pocketchart_record::{
    Answer, AuthorId, BodyRef, DocumentId, Entry, EntryHash, FeedTag, Reconciliation, Row, Section, Standing,
};
use std::collections::BTreeMap;

/// Numbers from a seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

fn id(number: usize) -> EntryId {
    EntryId {
        document: DocumentId([1; 16]),
        feed: FeedTag([1; 8]),
        counter: number as u64,
        hash: EntryHash([1; 16]),
    }
}

fn row(number: usize, kind: &str, system: usize, original: usize, when: &str) -> Row {
    Row {
        id: id(number),
        section: Section::Problems,
        author: AuthorId([1; 32]),
        entry: Entry {
            kind: kind.to_owned(),
            body: Some(BodyRef::of(&number.to_be_bytes())),
            recorded: 0,
            supersedes: Vec::new(),
            act: None,
            reason: None,
            source: Some(Source {
                system: format!("https://{system}.example"),
                kind: "Condition".into(),
                id: original.to_string(),
            }),
            media: None,
            admission: None,
        },
        known: 0,
        when: when.to_owned(),
        derived: Vec::new(),
        standing: Standing::default(),
        place: (0, 0),
    }
}

/// An entry of one of few systems about one of a few things, by its own name or a name of several.
fn member(chance: &mut Chance, number: usize) -> Member {
    let day = format!("2020-01-0{}", 1 + chance.below(3));
    let mut row = row(number, "fhir/Condition", chance.below(4), chance.below(40), &day);
    if chance.below(12) == 0 {
        row.standing
            .unreconciled_with
            .push(id(chance.below(number.max(1))));
    }
    let thing = chance.below(12);
    let mut facts = Summary {
        resource_type: "Condition".into(),
        title: Some(format!("thing {thing}")),
        when: Some(FhirDateTime::new(day)),
        group: (chance.below(8) > 0).then(|| format!("problem|{thing}")),
        ..Summary::default()
    };
    if chance.below(4) == 0 {
        facts.aliases.push(format!("problem|text|{}", thing / 2));
    }
    if chance.below(3) == 0 {
        let side = ["left", "right"][chance.below(2)];
        facts.details.push(Detail::new("side", side));
    }
    Member::saying(row, facts)
}

fn copy(member: &Member) -> Member {
    Member::saying(member.row.clone(), member.facts.clone())
}

fn decided(chance: &mut Chance, all: &BTreeMap<usize, Member>) -> Decisions {
    let answers = [
        Answer::Same,
        Answer::Different,
        Answer::FirstIsRight,
        Answer::Both,
    ];
    let numbers: Vec<usize> = all.keys().copied().collect();
    let any = |chance: &mut Chance| vec![id(numbers[chance.below(numbers.len())])];
    let rows: Vec<Row> = (0..chance.below(6))
        .map(|number| {
            let body = Reconciliation {
                answer: answers[chance.below(4)],
                first: any(chance),
                second: any(chance),
            };
            let mut row = row(1_000_000 + number, Entry::RECONCILIATION, 0, number, "");
            row.derived = to_bytes(&body);
            row
        })
        .collect();
    Decisions::of(&rows, &|named| {
        let number = usize::try_from(named.counter).unwrap();
        Ok(all.get(&number).map(copy))
    })
    .unwrap()
}

/// Everything that can be told of items, in their order.
fn told<'a>(items: impl IntoIterator<Item = &'a Item>) -> Vec<String> {
    let items = items.into_iter().map(|item| {
        let statements = item.statements.iter().map(|it| {
            let members: Vec<u64> = it.members.iter().map(|it| it.row.id.counter).collect();
            (members, it.settled)
        });
        let probable: Vec<u64> = item.probable.iter().map(|it| it.counter).collect();
        format!("{:?} {probable:?}", statements.collect::<Vec<_>>())
    });
    items.collect()
}

fn made_anew(all: &BTreeMap<usize, Member>, decided: &Decisions) -> Vec<Item> {
    let mut members: Vec<Arc<Member>> = all.values().map(|it| Arc::new(copy(it))).collect();
    members.sort_by(|a, b| newest_first(&a.row, &b.row));
    items(members, decided)
}

#[test]
fn items_that_follow_are_those_made_anew() {
    let seed = std::env::var("POCKETCHART_SEED").map_or(1, |seed| seed.parse().unwrap());
    for seed in seed..seed + 40 {
        let mut chance = Chance(seed);
        let (mut kept, mut all) = (Kept::default(), BTreeMap::new());
        let mut number = 0;
        for step in 0..60 {
            let mut change = Change::default();
            let come = if step == 0 { 60 } else { chance.below(4) };
            for _ in 0..come {
                let again = chance.below(3) == 0 && number > 0;
                let which = if again { chance.below(number) } else { number };
                number += usize::from(!again);
                let member = member(&mut chance, which);
                change.come.retain(|it| it.row.id != member.row.id);
                change.come.push(Arc::new(copy(&member)));
                all.insert(which, member);
            }
            for _ in 0..chance.below(3) {
                let which = chance.below(number.max(1));
                if !change.come.iter().any(|it| it.row.id == id(which)) && all.len() > 20 {
                    all.remove(&which);
                    change.gone.push(id(which));
                }
            }
            if chance.below(3) == 0 {
                change.decided = Some(decided(&mut chance, &all));
            }
            kept.follow(change);
            let anew = made_anew(&all, &kept.decided);
            let followed = told(kept.items());
            assert_eq!(followed, told(&anew), "seed {seed}, step {step}");
            for (number, member) in &all {
                let item = kept.item_of(&id(*number)).unwrap();
                assert!(
                    item.members().any(|it| it.row == member.row),
                    "seed {seed}, step {step}"
                );
            }
            assert_eq!(kept.places.len(), all.len(), "seed {seed}, step {step}");
        }
    }
}

/// What is counted is work, not time.
#[test]
fn another_entry_touches_only_what_something_ties_to_it() {
    let about = |number: usize, thing: usize, system: usize| {
        let facts = Summary {
            resource_type: "Condition".into(),
            title: Some(format!("thing {thing}")),
            group: Some(format!("problem|{thing}")),
            ..Summary::default()
        };
        Member::saying(row(number, "fhir/Condition", system, number, "2020-01-01"), facts)
    };
    for things in [100, 1_000] {
        let mut kept = Kept::default();
        let all = (0..3 * things).map(|number| about(number, number / 3, number % 3));
        let made = kept.follow(Change {
            come: all.map(Arc::new).collect(),
            ..Change::default()
        });
        assert_eq!((made, kept.items().len()), (3 * things, things));
        let untouched: Vec<Arc<Item>> = kept.items.clone();
        let another = Change {
            come: vec![Arc::new(about(3 * things, 7, 4))],
            ..Change::default()
        };
        assert_eq!(kept.follow(another), 4, "three held it, one came");
        let same = |item: &&Arc<Item>| untouched.iter().any(|it| Arc::ptr_eq(it, item));
        assert_eq!(kept.items.iter().filter(same).count(), things - 1);
        let alone = Change {
            come: vec![Arc::new(about(3 * things + 1, things, 0))],
            ..Change::default()
        };
        assert_eq!(kept.follow(alone), 1);
        let gone = Change {
            gone: vec![id(3 * things + 1)],
            ..Change::default()
        };
        assert_eq!((kept.follow(gone), kept.items().len()), (0, things));
    }
}
