//! Screenings: each row once for someone whom it is for and once for someone whom it is not for.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::{Date, date};
use pocketchart_fhir::view::View;
use pocketchart_knowledge::due::{Screening, Status, findings, screenings};
use pocketchart_knowledge::{Certainty, Person, Sex, Statement};
use serde_json::{Value, json};

const ON: Date = date(2026, 11, 26);

type Row = BTreeMap<String, String>;

fn rows() -> Vec<Row> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../knowledge/screening.tsv");
    let text = std::fs::read_to_string(file).unwrap();
    let mut lines = text.lines().map(|line| line.split('\t').map(str::to_owned));
    let columns: Vec<String> = lines.next().unwrap().collect();
    lines
        .map(|cells| columns.iter().cloned().zip(cells).collect())
        .collect()
}

fn statement(entry: &str, resource: &Value) -> Statement {
    Statement {
        entry: entry.to_owned(),
        view: View::of(resource.to_string().as_bytes()).unwrap(),
    }
}

fn aged(years: i16, sex: Sex) -> Person {
    Person {
        born: Some(date(ON.year() - years, 6, 1)),
        sex: Some(sex),
    }
}

/// `loinc:1` as a result, `snomed:1` as a procedure.
fn done(code: &str, on: Date) -> Statement {
    let (system, code) = code
        .split_once('@')
        .map_or(code, |(code, _)| code)
        .split_once(':')
        .unwrap();
    let resource = match system {
        "loinc" => {
            json!({"resourceType": "Observation", "status": "final", "effectiveDateTime": on.to_string(),
            "code": {"coding": [{"system": "http://loinc.org", "code": code}]}})
        }
        _ => json!({"resourceType": "Procedure", "status": "completed", "performedDateTime": on.to_string(),
            "code": {"coding": [{"system": "http://snomed.info/sct", "code": code}]}}),
    };
    statement(&format!("done {code} {on}"), &resource)
}

fn result(code: &str, value: &str, unit: &str) -> Statement {
    let text = json!({"resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-11-01",
        "code": {"coding": [{"system": "http://loinc.org", "code": code}]},
        "valueQuantity": {"value": 1234, "unit": unit, "code": unit, "system": "http://unitsofmeasure.org"}})
    .to_string()
    .replace("1234", value);
    Statement {
        entry: format!("result {code}"),
        view: View::of(text.as_bytes()).unwrap(),
    }
}

fn coded(code: &str, system: &str, answer: &str) -> Statement {
    statement(
        &format!("answer {code}"),
        &json!({"resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-11-01",
        "code": {"coding": [{"system": "http://loinc.org", "code": code}]},
        "valueCodeableConcept": {"coding": [{"system": system, "code": answer}]}}),
    )
}

fn problem(entry: &str, snomed: &str) -> Statement {
    statement(
        entry,
        &json!({"resourceType": "Condition", "clinicalStatus": {"coding": [{"code": "active"}]},
        "code": {"coding": [{"system": "http://snomed.info/sct", "code": snomed}]}}),
    )
}

fn smoking(answer: &str) -> Statement {
    coded("72166-2", "http://snomed.info/sct", answer)
}

fn screening(id: &str, statements: &[Statement], person: &Person, on: Date) -> Screening {
    let mut all = screenings(statements, person, on).unwrap();
    let at = all.iter().position(|it| it.rule.row == id).unwrap();
    all.swap_remove(at)
}

/// Someone whom the row is for, as far as a record can say it, and what the record says.
fn fitting(row: &Row) -> (Person, Vec<Statement>) {
    let sex = if row["sex"] == "male" {
        Sex::Male
    } else {
        Sex::Female
    };
    let years = match (row["age_min"].parse().ok(), row["age_max"].parse().ok()) {
        (Some(from), _) => from,
        (None, Some(to)) => to,
        (None, None) => 30,
    };
    // Another problem, so that the list of problems is not empty.
    let mut statements = vec![problem("gout", "90560007")];
    let condition = row["condition"].as_str();
    if condition.contains("pregnant") {
        let answer = if condition.contains("not pregnant") {
            "60001007"
        } else {
            "77386006"
        };
        statements.push(coded("82810-3", "http://snomed.info/sct", answer));
    }
    if condition.contains("39156-5") {
        statements.push(result("39156-5", "25", "kg/m2"));
    }
    if condition.contains("18185-9") {
        statements.push(result("18185-9", "24", "wk"));
    }
    if row["smoking"] == "ever" {
        statements.push(smoking("8517006"));
    }
    if row["smoking"] == "heavy" {
        statements.push(smoking("77176002"));
        statements.push(result("8664-5", "20", "{PackYears}"));
    }
    (aged(years, sex), statements)
}

#[test]
fn every_row_is_due_asks_its_question_and_is_done() {
    for row in rows() {
        let id = row["row_id"].as_str();
        let (person, mut statements) = fitting(&row);
        let first = screening(id, &statements, &person, ON);
        assert_eq!(
            (first.rule.table, first.url, first.grade),
            ("screening", row["url"].as_str(), row["grade"].as_str())
        );
        if row["ask"].is_empty() {
            assert_eq!((first.status, first.open), (Status::Due, vec![]), "{id}");
        } else {
            let Status::Unknown(questions) = first.status else {
                panic!("{id}: {first:?}")
            };
            assert_eq!(
                questions.iter().map(|it| it.id).collect::<Vec<_>>(),
                [row["ask"].as_str()],
                "{id}"
            );
        }
        for code in row["satisfied_by"].split('|').filter(|code| !code.is_empty()) {
            statements.push(done(code, ON));
            let after = screening(id, &statements, &person, ON);
            assert!(
                matches!(after.status, Status::Done(_) | Status::DueSoon(_)),
                "{id} {code}: {after:?}"
            );
            assert_eq!(after.last.as_ref().map(|(day, _)| *day), Some(ON), "{id} {code}");
            statements.pop();
        }
    }
    println!("{} rows", rows().len());
}

#[test]
fn every_row_is_not_for_those_of_another_sex_or_age_or_with_the_disease() {
    let sets: BTreeMap<String, String> = {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../knowledge/problem_set.tsv");
        let text = std::fs::read_to_string(file).unwrap();
        let cells = text.lines().map(|line| line.split('\t').collect::<Vec<_>>());
        cells
            .map(|cells| {
                (
                    cells[1].to_owned(),
                    cells[2].split('|').next().unwrap().to_owned(),
                )
            })
            .collect()
    };
    let status =
        |id: &str, statements: &[Statement], person: &Person| screening(id, statements, person, ON).status;
    for row in rows() {
        let id = row["row_id"].as_str();
        let (person, statements) = fitting(&row);
        let mut negative = 0;
        if !row["sex"].is_empty() {
            let sex = if row["sex"] == "male" {
                Sex::Female
            } else {
                Sex::Male
            };
            let other = Person {
                sex: Some(sex),
                ..person
            };
            assert_eq!(status(id, &statements, &other), Status::NotApplicable, "{id}");
            negative += 1;
        }
        if let Ok(from) = row["age_min"].parse::<i16>() {
            let younger = aged(from - 1, person.sex.unwrap());
            assert_eq!(
                status(id, &statements, &younger),
                Status::NotApplicable,
                "{id} younger"
            );
            negative += 1;
        }
        if let Ok(to) = row["age_max"].parse::<i16>() {
            assert_ne!(
                status(id, &statements, &aged(to, person.sex.unwrap())),
                Status::NotApplicable,
                "{id} oldest"
            );
            let older = aged(to + 1, person.sex.unwrap());
            assert_eq!(
                status(id, &statements, &older),
                Status::NotApplicable,
                "{id} older"
            );
        }
        for set in row["unless"]
            .split([' ', '(', ')'])
            .filter_map(|word| sets.get(word))
        {
            if !set.is_empty() {
                let mut ill = fitting(&row).1;
                ill.push(problem("ill", set));
                assert_eq!(
                    status(id, &ill, &person),
                    Status::NotApplicable,
                    "{id} with {set}"
                );
                negative += 1;
            }
        }
        for code in row["unless_done"].split('|').filter(|code| !code.is_empty()) {
            let mut operated = fitting(&row).1;
            operated.push(done(code, date(2001, 1, 1)));
            assert_eq!(
                status(id, &operated, &person),
                Status::NotApplicable,
                "{id} after {code}"
            );
        }
        if !row["smoking"].is_empty() {
            let never = [problem("gout", "90560007"), smoking("266919005")];
            assert_eq!(status(id, &never, &person), Status::NotApplicable);
        }
        assert!(negative > 0, "{id} has no case against it");
    }
}

#[test]
fn what_is_due_again_is_told_in_time() {
    let woman = aged(55, Sex::Female);
    let mammogram = |on: Date| {
        screening(
            "breast-cancer",
            &[problem("gout", "90560007"), done("loinc:24606-6", on)],
            &woman,
            ON,
        )
    };
    assert_eq!(
        mammogram(date(2025, 6, 1)).status,
        Status::Done(Some(date(2027, 6, 1)))
    );
    assert_eq!(
        mammogram(date(2025, 1, 10)).status,
        Status::DueSoon(date(2027, 1, 10))
    );
    assert_eq!(mammogram(date(2024, 11, 26)).status, Status::Due);
    assert_eq!(
        mammogram(date(2024, 11, 27)).status,
        Status::DueSoon(date(2026, 11, 27))
    );
    assert_eq!(
        mammogram(date(2024, 11, 26)).last.unwrap().1,
        "done 24606-6 2024-11-26"
    );
    // What lies after the asked day has not happened.
    assert_eq!(mammogram(date(2026, 12, 1)).last, None);
}

#[test]
fn of_several_ways_the_one_that_lasts_longest_counts() {
    let man = aged(60, Sex::Male);
    let statements = [
        done("snomed:73761001", date(2020, 1, 1)),
        done("loinc:57905-2", date(2026, 1, 1)),
    ];
    let bowel = screening("colorectal-cancer-from-50", &statements, &man, ON);
    assert_eq!(
        (bowel.status, bowel.last.unwrap().0),
        (Status::Done(Some(date(2030, 1, 1))), date(2020, 1, 1))
    );
    let stool = screening("colorectal-cancer-from-50", &statements[1..], &man, ON);
    assert_eq!(stool.status, Status::DueSoon(date(2027, 1, 1)));
}

#[test]
fn a_birthday_that_comes_is_soon() {
    let person = Person {
        born: Some(date(1986, 12, 24)),
        sex: Some(Sex::Female),
    };
    assert_eq!(
        screening("breast-cancer", &[], &person, ON).status,
        Status::DueSoon(date(2026, 12, 24))
    );
    let later = Person {
        born: Some(date(1987, 12, 24)),
        ..person
    };
    assert_eq!(
        screening("breast-cancer", &[], &later, ON).status,
        Status::NotApplicable
    );
}

#[test]
fn a_rule_after_its_day_of_review_says_nothing() {
    for row in rows() {
        let (person, statements) = fitting(&row);
        let last: Date = row["review_by"].parse().unwrap();
        let after = last.tomorrow().unwrap();
        assert_eq!(
            screening(&row["row_id"], &statements, &person, after).status,
            Status::OutOfDate
        );
        assert_ne!(
            screening(&row["row_id"], &statements, &person, last).status,
            Status::OutOfDate
        );
    }
    let findings = findings(&[], &aged(50, Sex::Male), date(2040, 1, 1)).unwrap();
    assert!(findings.found.is_empty());
    assert_eq!(findings.not_checked[0].why.id, "due-out-of-date");
}

#[test]
fn smoking_is_weighed_or_asked_for() {
    let man = aged(60, Sex::Male);
    let lung = |statements: &[Statement]| match screening("lung-cancer", statements, &man, ON).status {
        Status::Unknown(questions) => questions[0].id,
        Status::Due => "due",
        Status::NotApplicable => "not applicable",
        other => panic!("{other:?}"),
    };
    let packs = |years: &str| result("8664-5", years, "{PackYears}");
    let quit = |day: &str| {
        statement(
            "quit",
            &json!({"resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-11-01",
            "code": {"coding": [{"system": "http://loinc.org", "code": "74010-0"}]}, "valueDateTime": day}),
        )
    };
    assert_eq!(lung(&[]), "due-ask-smoking");
    assert_eq!(lung(&[smoking("77176002")]), "due-ask-pack-years");
    assert_eq!(lung(&[smoking("77176002"), packs("19.5")]), "not applicable");
    assert_eq!(lung(&[smoking("77176002"), packs("20")]), "due");
    assert_eq!(lung(&[smoking("8517006"), packs("30")]), "due-ask-quit");
    assert_eq!(
        lung(&[smoking("8517006"), packs("30"), quit("2012-01-01")]),
        "due"
    );
    assert_eq!(
        lung(&[smoking("8517006"), packs("30"), quit("2010-01-01")]),
        "not applicable"
    );
    assert_eq!(lung(&[smoking("266919005")]), "not applicable");
}

#[test]
fn what_is_not_known_is_asked_and_a_disease_that_may_be_there_is_said() {
    let nobody = Person::default();
    let Status::Unknown(questions) = screening("breast-cancer", &[], &nobody, ON).status else {
        panic!()
    };
    assert_eq!(
        questions.iter().map(|it| it.id).collect::<Vec<_>>(),
        ["finding-missing-sex", "finding-missing-age"]
    );
    // An empty list of problems does not say that there was no cancer.
    let woman = screening("breast-cancer", &[], &aged(50, Sex::Female), ON);
    assert_eq!((woman.status, woman.open.len()), (Status::Due, 1));
    let found = findings(&[], &aged(50, Sex::Female), ON).unwrap().found;
    let breast = found.iter().find(|it| it.rule.row == "breast-cancer").unwrap();
    assert!(matches!(&breast.certainty, Certainty::Possible(open) if open.len() == 1));
    assert!(!breast.interrupts());
}

#[test]
fn what_was_not_done_does_not_count() {
    let woman = aged(50, Sex::Female);
    for (kind, status, when) in [
        ("Procedure", "not-done", "performedDateTime"),
        ("Observation", "cancelled", "effectiveDateTime"),
        ("DiagnosticReport", "entered-in-error", "effectiveDateTime"),
    ] {
        let resource = json!({"resourceType": kind, "status": status, when: "2026-01-01",
            "code": {"coding": [{"system": "http://snomed.info/sct", "code": "71651007"}]}});
        assert_eq!(
            screening("breast-cancer", &[statement("e", &resource)], &woman, ON).last,
            None,
            "{kind}"
        );
    }
    let report = json!({"resourceType": "DocumentReference", "status": "current", "date": "2026-01-01T10:00:00Z",
        "type": {"coding": [{"system": "http://loinc.org", "code": "24606-6"}]}});
    assert_eq!(
        screening("breast-cancer", &[statement("e", &report)], &woman, ON).status,
        Status::Done(Some(date(2028, 1, 1)))
    );
}

#[test]
fn ten_thousand_records_give_the_same_answer_in_any_order() {
    let seed = fastrand::u64(..);
    println!("seed {seed}");
    let mut random = fastrand::Rng::with_seed(seed);
    let codes: Vec<String> = rows()
        .iter()
        .flat_map(|row| {
            row["satisfied_by"]
                .split('|')
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .filter(|code| !code.is_empty())
        .collect();
    let any = |random: &mut fastrand::Rng, entry: usize| {
        let day = date(random.i16(2005..2028), random.i8(1..13), random.i8(1..29));
        let mut statement = match random.u8(0..6) {
            0 => problem(
                "",
                ["90560007", "254837009", "73211009", "64859006", "0"][random.usize(..5)],
            ),
            1 => smoking(["77176002", "8517006", "266919005", "x"][random.usize(..4)]),
            2 => result(
                "8664-5",
                ["5", "20", "1e9", "-3"][random.usize(..4)],
                "{PackYears}",
            ),
            3 => result("39156-5", ["20", "25", "31.5"][random.usize(..3)], "kg/m2"),
            _ => done(&codes[random.usize(..codes.len())], day),
        };
        statement.entry = format!("e{entry}");
        statement
    };
    for _ in 0..10_000 {
        let count = random.usize(0..8);
        let mut statements: Vec<Statement> = (0..count).map(|entry| any(&mut random, entry)).collect();
        let person = Person {
            born: (random.u8(0..6) > 0)
                .then(|| date(random.i16(1920..2030), random.i8(1..13), random.i8(1..29))),
            sex: [None, Some(Sex::Female), Some(Sex::Male)][random.usize(..3)],
        };
        let first = screenings(&statements, &person, ON).unwrap();
        random.shuffle(&mut statements);
        assert_eq!(
            screenings(&statements, &person, ON).unwrap(),
            first,
            "seed {seed}"
        );
    }
}

/// Synthetic people of MITRE's Synthea, in `../shared`: what is said of each is listed.
#[test]
fn synthetic_people_are_listed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/synthea");
    let Ok(files) = std::fs::read_dir(&folder) else {
        assert!(std::env::var_os("CI").is_none(), "../shared is missing");
        println!("not run: ../shared is not here");
        return;
    };
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    for file in files {
        let bundle: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        let mut person = Person::default();
        let mut statements = Vec::new();
        for (place, entry) in bundle["entry"].as_array().unwrap().iter().enumerate() {
            let resource = &entry["resource"];
            if resource["resourceType"] == "Patient" {
                person.born = resource["birthDate"].as_str().unwrap().parse().ok();
                person.sex = Some(if resource["gender"] == "male" {
                    Sex::Male
                } else {
                    Sex::Female
                });
            }
            if let Ok(view) = View::of(resource.to_string().as_bytes()) {
                statements.push(Statement {
                    entry: format!("{place}"),
                    view,
                });
            }
        }
        println!("{} {person:?}", file.file_name().unwrap().to_string_lossy());
        for screening in screenings(&statements, &person, ON).unwrap() {
            if screening.status != Status::NotApplicable {
                println!(
                    "    {} {:?} last {:?}",
                    screening.rule.row, screening.status, screening.last
                );
            }
            if let Some((_, entry)) = &screening.last {
                assert!(entry.parse::<usize>().unwrap() < bundle["entry"].as_array().unwrap().len());
            }
        }
    }
}
