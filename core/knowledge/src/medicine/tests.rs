//! Every row can be reached, and stays silent where it must.

use std::collections::BTreeSet;

use jiff::civil::date;
use pocketchart_fhir::view::View;

use super::index::{Index, Interaction, Kind};
use super::*;
use crate::Sex;
use crate::condition::{Condition, DoseUnit, Per, problem_set};

const TODAY: Date = date(2026, 11, 26);

/// One way to meet, or not to meet, what a condition asks.
#[derive(Clone, Debug, Default)]
struct Context {
    person: Person,
    problems: BTreeSet<&'static str>,
    /// Dosages as JSON, for both sides.
    dosage: [String; 2],
    result: Option<(String, String, String)>,
}

fn medicine(entry: &str, name: &str, dosage: &str) -> Statement {
    let json = format!(
        r#"{{"resourceType":"MedicationStatement","status":"active","medicationCodeableConcept":{{"text":{name:?}}},"dosage":[{{{dosage}}}]}}"#
    );
    Statement {
        entry: entry.to_owned(),
        view: View::of(json.as_bytes()).unwrap(),
    }
}

impl Context {
    fn facts(&self) -> Vec<Statement> {
        let sets = problem_set::all().unwrap();
        let codes = self
            .problems
            .iter()
            .map(|set| *sets.get(set).unwrap().snomed.first().unwrap());
        let mut facts: Vec<Statement> = codes
            // A problem list that answers: with some problem that is in no set.
            .chain(["15777000"])
            .enumerate()
            .map(|(at, code)| {
                let json = format!(
                    r#"{{"resourceType":"Condition","clinicalStatus":{{"coding":[{{"code":"active"}}]}},
                    "code":{{"coding":[{{"system":"http://snomed.info/sct","code":"{code}"}}]}}}}"#
                );
                Statement {
                    entry: format!("f{at}"),
                    view: View::of(json.as_bytes()).unwrap(),
                }
            })
            .collect();
        if let Some((loinc, value, unit)) = &self.result {
            let json = format!(
                r#"{{"resourceType":"Observation","status":"final","effectiveDateTime":"2026-11-01",
                "code":{{"coding":[{{"system":"http://loinc.org","code":"{loinc}"}}]}},"valueQuantity":{{"value":{value},"code":"{unit}"}}}}"#
            );
            facts.push(Statement {
                entry: "r".to_owned(),
                view: View::of(json.as_bytes()).unwrap(),
            });
        }
        facts
    }
}

/// Every context that turns on what a condition asks for.
fn contexts(condition: &Condition<'static>) -> Vec<Context> {
    let mut asked = Asked::default();
    asked.of(condition);
    let years = [1, 10, 30, 70].map(|years| date(2026 - years, 1, 15));
    let mut people: Vec<Person> = vec![Person {
        born: Some(date(1986, 1, 1)),
        sex: Some(Sex::Female),
    }];
    if asked.age {
        people = years
            .map(|born| Person {
                born: Some(born),
                sex: Some(Sex::Female),
            })
            .to_vec();
        people.push(Person {
            born: Some(date(2026, 11, 10)),
            sex: Some(Sex::Male),
        });
    }
    if asked.sex {
        people.push(Person {
            born: Some(date(1986, 1, 1)),
            sex: Some(Sex::Male),
        });
    }
    let mut problems: Vec<BTreeSet<&'static str>> = vec![BTreeSet::new(), asked.problems.clone()];
    problems.extend(asked.problems.iter().map(|set| BTreeSet::from([*set])));
    let mut results = vec![None];
    results.extend(asked.results.iter().flat_map(|(loinc, unit)| {
        ["5", "100"].map(|value| Some((loinc.clone(), value.to_owned(), unit.clone())))
    }));
    let mut all = Vec::new();
    for person in &people {
        for problems in &problems {
            for result in &results {
                for a in asked.dosages("a") {
                    for b in asked.dosages("b") {
                        let dosage = [a.clone(), b];
                        let (person, problems, result) = (*person, problems.clone(), result.clone());
                        all.push(Context {
                            person,
                            problems,
                            dosage,
                            result,
                        });
                    }
                }
            }
        }
    }
    all
}

#[derive(Default)]
struct Asked {
    age: bool,
    sex: bool,
    problems: BTreeSet<&'static str>,
    results: BTreeSet<(String, String)>,
    doses: Vec<(&'static str, Per, String, DoseUnit)>,
    routes: Vec<&'static str>,
    unspecified: bool,
}

impl Asked {
    fn of(&mut self, condition: &Condition<'static>) {
        match condition {
            Condition::Age(..) => self.age = true,
            Condition::Sex(_) => self.sex = true,
            Condition::Pregnant => {
                self.problems.insert("pregnancy");
            }
            Condition::Problem(set) | Condition::History(set) => {
                self.problems.insert(set);
            }
            Condition::Result(question) => {
                let loinc = (*question.loinc.first().unwrap()).to_owned();
                self.results.insert((loinc, question.unit.to_owned()));
            }
            Condition::Route(side, _) => self.routes.push(side),
            Condition::Dose(per, side, _, number, unit) => {
                self.doses.push((side, *per, number.to_string(), *unit));
            }
            Condition::Not(inner) => self.of(inner),
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.of(part)),
            Condition::Unspecified => self.unspecified = true,
            Condition::Always | Condition::Is(..) => {}
        }
    }

    /// Dosages for a side: around each amount that is asked for, on each way.
    fn dosages(&self, side: &str) -> Vec<String> {
        let ways: &[&str] = if self.routes.contains(&side) {
            &["oral", "injection", "nasal", "topical", "mouthwash", "sublingual"]
        } else {
            &["oral"]
        };
        let mut doses = vec![String::new()];
        for (_, per, number, unit) in self.doses.iter().filter(|(of, ..)| *of == side) {
            let number: f64 = number.parse().unwrap();
            let unit = if *unit == DoseUnit::Milligrams { "mg" } else { "iu" };
            let period = if *per == Per::Week { "wk" } else { "d" };
            for factor in [0.5, 1.0, 1.5] {
                let value = number * factor;
                doses.push(format!(
                    r#","doseAndRate":[{{"doseQuantity":{{"value":{value},"unit":"{unit}"}}}}],"timing":{{"repeat":{{"frequency":1,"period":1,"periodUnit":"{period}"}}}}"#
                ));
            }
        }
        ways.iter()
            .flat_map(|way| {
                doses
                    .iter()
                    .map(move |dose| format!(r#""route":{{"text":"{way}"}}{dose}"#))
            })
            .collect()
    }
}

fn members(index: &Index, kind: Kind) -> Vec<Kind> {
    let all = (0..u16::try_from(index.len()).unwrap()).map(Kind);
    all.filter(|substance| index.kinds(*substance).contains(&kind))
        .collect()
}

enum Said {
    Silent,
    Possible,
    Certain,
}

fn said(record: &[Statement], person: Person, row: &str) -> Said {
    let said = findings(record, &person, TODAY).unwrap();
    match said
        .found
        .iter()
        .find(|finding| finding.rule.row == row)
        .map(|it| &it.certainty)
    {
        None => Said::Silent,
        Some(Certainty::Certain) => Said::Certain,
        Some(Certainty::Possible(_)) => Said::Possible,
    }
}

/// Whether some members and some context make the row speak, and whether others keep it silent.
fn reach(index: &Index, rule: &Interaction) -> (bool, bool) {
    let (of_a, of_b) = (members(index, rule.a), members(index, rule.b));
    let mut asked = Asked::default();
    asked.of(&rule.condition);
    let row = rule.rule.row;
    let (mut spoke, mut silent) = (false, false);
    for a in &of_a {
        for b in of_b.iter().filter(|b| *b != a || rule.a == rule.b) {
            for context in contexts(&rule.condition) {
                let mut record = context.facts();
                record.push(medicine("1", index.name(*a), &context.dosage[0]));
                record.push(medicine("2", index.name(*b), &context.dosage[1]));
                match said(&record, context.person, row) {
                    Said::Certain => spoke = true,
                    Said::Possible => spoke |= asked.unspecified,
                    Said::Silent => silent = true,
                }
                if rule.condition == Condition::Always || asked.unspecified {
                    // Nothing but the pair is asked: one of it alone must be silent.
                    record.pop();
                    silent = matches!(said(&record, context.person, row), Said::Silent);
                }
                if spoke && silent {
                    return (true, true);
                }
            }
        }
    }
    (spoke, silent)
}

#[test]
fn every_interaction_speaks_where_its_condition_holds_and_is_silent_where_not() {
    let index = index::index().unwrap();
    let (mut rows, mut problems) = (0, Vec::new());
    for rule in index.interactions.iter().flatten() {
        rows += 1;
        let (spoke, silent) = reach(index, rule);
        if !spoke || !silent {
            problems.push(format!("{} (spoke: {spoke}, silent: {silent})", rule.rule.row));
        }
    }
    println!("{rows} rows of interactions");
    assert!(
        problems.is_empty(),
        "{} of {rows}:\n{}",
        problems.len(),
        problems.join("\n")
    );
    assert!(rows > 1600);
}

#[test]
fn every_condition_of_a_medicine_speaks_where_it_holds_and_is_silent_where_not() {
    let index = index::index().unwrap();
    let (mut rows, mut problems) = (0, Vec::new());
    for (kind, of_kind) in index.conditions.iter().enumerate() {
        let kind = Kind(u16::try_from(kind).unwrap());
        for rule in of_kind {
            rows += 1;
            let substance = *members(index, kind).first().unwrap();
            let mut asked = Asked::default();
            asked.of(&rule.condition);
            let (mut spoke, mut silent) = (false, false);
            for context in contexts(&rule.condition) {
                let mut record = context.facts();
                record.push(medicine("1", index.name(substance), &context.dosage[0]));
                match said(&record, context.person, rule.rule.row) {
                    Said::Certain => spoke = true,
                    Said::Possible => spoke |= asked.unspecified,
                    Said::Silent => silent = true,
                }
            }
            if !spoke || !silent {
                problems.push(format!("{} (spoke: {spoke}, silent: {silent})", rule.rule.row));
            }
        }
    }
    println!("{rows} rows of conditions");
    assert!(
        problems.is_empty(),
        "{} of {rows}:\n{}",
        problems.len(),
        problems.join("\n")
    );
    assert!(rows > 100);
}

#[test]
fn every_cross_reaction_speaks_and_is_silent_when_refuted() {
    let index = index::index().unwrap();
    let allergy = |to: &str, verified: &str| {
        let json = format!(
            r#"{{"resourceType":"AllergyIntolerance","verificationStatus":{{"coding":[{{"code":"{verified}"}}]}},"code":{{"text":{to:?}}}}}"#
        );
        Statement {
            entry: "a".to_owned(),
            view: View::of(json.as_bytes()).unwrap(),
        }
    };
    let all = || (0..u16::try_from(index.len()).unwrap()).map(Kind);
    let in_group = |group: &str| -> Vec<Kind> {
        all()
            .filter(|kind| index.groups_of.get(usize::from(kind.0)).unwrap().contains(&group))
            .collect()
    };
    let mut problems = Vec::new();
    for row in &index.cross {
        let mut to: Vec<String> = in_group(row.a)
            .into_iter()
            .map(|kind| index.name(kind).to_owned())
            .collect();
        to.extend(
            index
                .groups
                .get(row.a)
                .unwrap()
                .words
                .iter()
                .map(|word| (*word).to_owned()),
        );
        let mut against = in_group(row.b);
        if row.a == "same" {
            to = vec!["warfarin".to_owned()];
            against = vec![index.kind("warfarin").unwrap()];
        }
        let (mut spoke, mut refuted_spoke) = (false, false);
        for to in &to {
            for medicine_of in &against {
                let takes = medicine("1", index.name(*medicine_of), "");
                let speaks = |verified| {
                    let record = [takes.clone(), allergy(to, verified)];
                    matches!(said(&record, Person::default(), row.rule.row), Said::Certain)
                };
                spoke |= speaks("confirmed");
                refuted_spoke |= speaks("refuted");
            }
        }
        if !spoke || refuted_spoke {
            problems.push(row.rule.row);
        }
    }
    assert!(problems.is_empty(), "{problems:?}");
    assert!(index.cross.len() >= 60, "{}", index.cross.len());
}

#[test]
fn every_name_in_a_condition_is_a_substance_a_class_or_a_set() {
    fn names(condition: &Condition<'static>, index: &Index, wrong: &mut Vec<String>) {
        match condition {
            Condition::Is(_, of) => wrong.extend(
                of.iter()
                    .filter(|id| index.kind(id).is_none())
                    .map(|id| (*id).to_owned()),
            ),
            Condition::Problem(set) | Condition::History(set)
                if !problem_set::all().unwrap().contains_key(set) =>
            {
                wrong.push((*set).to_owned());
            }
            Condition::Not(inner) => names(inner, index, wrong),
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().for_each(|part| names(part, index, wrong))
            }
            _ => {}
        }
    }
    let index = index::index().unwrap();
    let interactions = index.interactions.iter().flatten().map(|rule| &rule.condition);
    let conditions = index.conditions.iter().flatten().map(|rule| &rule.condition);
    let exceptions = index.exceptions.iter().map(|rule| &rule.condition);
    let mut wrong = Vec::new();
    interactions
        .chain(conditions)
        .chain(exceptions)
        .for_each(|it| names(it, index, &mut wrong));
    assert_eq!(wrong, Vec::<String>::new());
}
