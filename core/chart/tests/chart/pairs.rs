//! The labelled set: what two sources say, and whether a careful clinician would call it one thing (`one`), two (`two`), or leave it
//! to a person (`ask`). The labels were written before the program saw the pairs, from content that Synthea, HL7's C-CDA samples, HL7
//! v2 messages and devices have.

mod notation;

use crate::given::*;
use crate::group::{orders, picture};
use notation::{resources, text};
use pocketchart::{Chart, ImportOptions, ItemView, ListOptions, Section};
use std::collections::BTreeMap;
use std::io::Cursor;

const SET: &str = include_str!("pairs/pairs.tsv");
/// Of every hundred pairs that are one thing at least so many are joined or proposed.
const FOUND: usize = 95;
/// Of every hundred pairs that are one thing at least so many are joined unasked: each question is a burden.
const JOINED: usize = 40;
/// Of every hundred pairs that are two things at most so many are proposed: who is asked in vain too often stops reading.
const ASKED_IN_VAIN: usize = 10;

struct Pair {
    number: &'static str,
    section: &'static str,
    label: &'static str,
    case: &'static str,
    from: &'static str,
    sides: [&'static str; 2],
}

fn set() -> Vec<Pair> {
    let mut lines = SET.lines();
    let head: Vec<&str> = lines.next().unwrap().split('\t').collect();
    assert_eq!(
        head,
        [
            "number",
            "section",
            "label",
            "hard case",
            "from",
            "left",
            "right",
            "why"
        ]
    );
    let pairs = lines.zip(1..).map(|(line, number)| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [at, section, label, case, from, left, right, why] = cells[..] else {
            panic!("line {number} has {} cells", cells.len());
        };
        assert_eq!(at, number.to_string());
        assert!(
            ["one", "two", "ask"].contains(&label) && !why.is_empty(),
            "{line}"
        );
        Pair {
            number: at,
            section,
            label,
            case,
            from,
            sides: [left, right],
        }
    });
    pairs.collect()
}

/// Where a side comes from: the address of its resources and the person whom it is about.
struct Door {
    base: String,
    subject: String,
}

impl Door {
    fn of_system(name: &str) -> Self {
        Self {
            base: format!("https://{name}.example/fhir"),
            subject: "Patient/p".into(),
        }
    }

    /// A file that names no system, only resources.
    fn of_file(number: usize) -> Self {
        Self {
            base: String::new(),
            subject: format!("urn:uuid:00000000-0000-4000-8000-00000000000{number}"),
        }
    }

    fn address(&self, kind: &str, id: &str) -> String {
        match self.base.as_str() {
            "" => format!("urn:uuid:{id}"),
            base => format!("{base}/{kind}/{id}"),
        }
    }

    /// A file of these, each with the id beside it.
    fn file(&self, said: &[(&str, String)], version: usize) -> Vec<u8> {
        let mut entries = Vec::new();
        for (said, id) in said {
            for mut resource in resources(said, id, &self.subject, &|kind, id| self.address(kind, id)) {
                let kind = resource["resourceType"].as_str().unwrap().to_owned();
                let id = resource["id"].as_str().unwrap().to_owned();
                resource["meta"] = serde_json::json!({ "versionId": version.to_string() });
                entries.push(format!(
                    r#"{{"fullUrl":"{}","resource":{}}}"#,
                    self.address(&kind, &id),
                    text(&resource)
                ));
            }
        }
        format!(
            r#"{{"resourceType":"Bundle","type":"collection","entry":[{}]}}"#,
            entries.join(",")
        )
        .into_bytes()
    }
}

fn id(number: usize) -> String {
    format!("7b021928-7b68-4a89-8b47-{number:012}")
}

impl Pair {
    /// The files that bring both sides.
    fn files(&self) -> Vec<Vec<u8>> {
        let [left, right] = self.sides;
        let one = |door: &Door, said, number| door.file(&[(said, id(number))], 1);
        let (a, b) = match self.from {
            "two systems" => (Door::of_system("a"), Door::of_system("b")),
            "two doors" => (Door::of_file(1), Door::of_file(2)),
            "one system" => (Door::of_system("a"), Door::of_system("a")),
            "one file" => return vec![Door::of_file(1).file(&[(left, id(1)), (right, id(2))], 1)],
            "one original" => {
                let door = Door::of_system("a");
                return vec![one(&door, left, 1), door.file(&[(right, id(1))], 2)];
            }
            other => panic!("{}: {other}", self.number),
        };
        vec![one(&a, left, 1), one(&b, right, 2)]
    }

    /// What the program makes of it, by the two files in this order.
    fn answer(&self) -> Answer {
        let (mut chart, _scratch) = chart();
        for file in self.files() {
            bring(&mut chart, &file);
        }
        let items = all_items(&chart);
        match items.as_slice() {
            [_] => Answer::Joined,
            [a, b] if a.probable.contains(&b.id) && b.probable.contains(&a.id) => Answer::Proposed,
            [a, b] if a.probable.is_empty() && b.probable.is_empty() => Answer::Apart,
            other => panic!("{}: {other:#?}", self.number),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Answer {
    Joined,
    Proposed,
    Apart,
}

fn bring(chart: &mut Chart, file: &[u8]) {
    let options = ImportOptions {
        file_name: "file.json".into(),
        same_person: true,
        ..ImportOptions::default()
    };
    let report = chart.import(Cursor::new(file), &options, &mut |_| ()).unwrap();
    assert_eq!(report.unreadable, 0, "{}", String::from_utf8_lossy(file));
}

/// Every item but the resources that only name a medicine.
fn all_items(chart: &Chart) -> Vec<ItemView> {
    let options = ListOptions {
        limit: usize::MAX,
        include_past: true,
        ..ListOptions::default()
    };
    let sections = Section::ALL.into_iter();
    let items = sections.flat_map(|section| chart.list(section, &options).unwrap().items);
    items
        .filter(|it| it.facts.resource_type != "Medication")
        .collect()
}

#[derive(Default)]
struct Count {
    joined: usize,
    proposed: usize,
    apart: usize,
}

impl Count {
    fn add(&mut self, answer: Answer) {
        match answer {
            Answer::Joined => self.joined += 1,
            Answer::Proposed => self.proposed += 1,
            Answer::Apart => self.apart += 1,
        }
    }
}

#[test]
fn nothing_different_joins_and_little_that_is_one_is_missed() {
    let pairs = set();
    assert!(pairs.len() >= 300, "{}", pairs.len());
    let mut by_case: BTreeMap<(&str, &str, &str), Count> = BTreeMap::new();
    let mut all: BTreeMap<&str, Count> = BTreeMap::new();
    for pair in &pairs {
        let answer = pair.answer();
        for case in [(pair.section, pair.case), (pair.section, "all"), ("all", "all")] {
            let count = by_case.entry((case.0, case.1, pair.label)).or_default();
            count.add(answer);
        }
        all.entry(pair.label).or_default().add(answer);
        let is_right = match pair.label {
            "one" => answer != Answer::Apart,
            "two" => answer == Answer::Apart,
            _ => answer == Answer::Proposed,
        };
        if !is_right {
            println!(
                "{} is {}, and {answer:?}: {:?}",
                pair.number, pair.label, pair.sides
            );
        }
    }
    println!("section\thard case\tlabel\tjoined\tproposed\tapart");
    for ((section, case, label), count) in &by_case {
        println!(
            "{section}\t{case}\t{label}\t{}\t{}\t{}",
            count.joined, count.proposed, count.apart
        );
    }
    let (one, two, ask) = (&all["one"], &all["two"], &all["ask"]);
    assert_eq!(two.joined, 0, "what is two was joined");
    assert_eq!(
        (ask.joined, ask.apart),
        (0, 0),
        "what is a person's to say was decided"
    );
    let (found, all) = (one.joined + one.proposed, one.joined + one.proposed + one.apart);
    assert!(found * 100 >= all * FOUND, "{found} of {all} were found");
    assert!(
        one.joined * 100 >= all * JOINED,
        "{} of {all} were joined",
        one.joined
    );
    let all = two.joined + two.proposed + two.apart;
    assert!(
        two.proposed * 100 <= all * ASKED_IN_VAIN,
        "{} of {all} are asked about",
        two.proposed
    );
}

/// Five systems that share out every eighth pair, so that each holds one side of it.
#[test]
fn the_order_of_five_sources_does_not_change_what_the_set_looks_like() {
    let pairs = set();
    let apart = pairs.iter().filter(|it| it.from == "two systems").step_by(8);
    let mut held: [Vec<(&str, String)>; 5] = Default::default();
    for (at, pair) in apart.enumerate() {
        let [left, right] = pair.sides;
        held[at % 5].push((left, id(2 * at)));
        held[(at + 1 + at / 5 % 4) % 5].push((right, id(2 * at + 1)));
    }
    let names = ["a", "b", "c", "d", "e"];
    let files = names.iter().zip(&held);
    let files: Vec<Vec<u8>> = files
        .map(|(name, held)| Door::of_system(name).file(held, 1))
        .collect();
    let mut first = None;
    for order in orders(files.len()) {
        let (mut chart, _scratch) = chart();
        for at in &order {
            bring(&mut chart, &files[*at]);
        }
        let seen = picture(&chart);
        let first = first.get_or_insert_with(|| seen.clone());
        assert_eq!(*first, seen, "{order:?}");
    }
    let seen = first.unwrap();
    let count = |what: &str| seen.iter().filter(|it| it.contains(what)).count();
    println!(
        "{} statements: {} items, {} of several sources, {} perhaps another",
        held.iter().map(Vec::len).sum::<usize>(),
        seen.len(),
        count("\", \"https"),
        seen.len() - count("perhaps {}"),
    );
}
