//! From the statements of a record to what is due.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]

use jiff::civil::date;
use pocketchart_fhir::view::View;
use pocketchart_knowledge::cdsi::{self, DoseStatus, FromRecord, Status};
use pocketchart_knowledge::{Person, Sex, Statement};

const MARIA: Person = Person {
    born: Some(date(1980, 5, 4)),
    sex: Some(Sex::Female),
};

fn read(person: Person, resources: &[&str]) -> FromRecord {
    let statement = |(place, json): (usize, &&str)| Statement {
        entry: place.to_string(),
        view: View::of(json.as_bytes()).unwrap(),
    };
    let statements: Vec<_> = resources.iter().enumerate().map(statement).collect();
    cdsi::history(&statements, person).unwrap()
}

fn vaccine(status: &str, cvx: &str, when: &str, more: &str) -> String {
    format!(
        r#"{{"resourceType":"Immunization","status":"{status}","occurrenceDateTime":"{when}"{more},"vaccineCode":{{"text":"a vaccine",
        "coding":[{{"system":"http://hl7.org/fhir/sid/cvx","code":"{cvx}"}}]}}}}"#
    )
}

fn problem(code: &str, clinical: &str, verified: &str) -> String {
    let status = |name: &str, code: &str| format!(r#""{name}":{{"coding":[{{"code":"{code}"}}]}}"#);
    format!(
        r#"{{"resourceType":"Condition",{},{},"onsetDateTime":"2020-03-01",
        "code":{{"text":"a problem","coding":[{{"system":"http://snomed.info/sct","code":"{code}"}}]}}}}"#,
        status("clinicalStatus", clinical),
        status("verificationStatus", verified)
    )
}

fn why(read: &FromRecord) -> Vec<&str> {
    read.not_checked.iter().map(|it| it.why.id).collect()
}

#[test]
fn only_vaccines_that_were_given_count() {
    let given = vaccine("completed", "3", "2021-02-03T10:00:00+01:00", "");
    let others = [
        vaccine("not-done", "03", "2021-03-03", ""),
        vaccine("entered-in-error", "03", "2021-04-03", ""),
    ];
    let read = read(MARIA, &[&given, &others[0], &others[1]]);
    assert!(read.not_checked.is_empty());
    let doses = read.history.unwrap().doses;
    assert_eq!(doses.len(), 1);
    assert_eq!(
        (doses[0].cvx.as_str(), doses[0].on, doses[0].entry.as_str()),
        ("03", date(2021, 2, 3), "0")
    );
}

#[test]
fn what_cannot_be_read_is_named() {
    let no_code = r#"{"resourceType":"Immunization","status":"completed","occurrenceDateTime":"2021-01-01",
        "vaccineCode":{"text":"Fluzone"}}"#;
    let no_day = vaccine("completed", "141", "2021", "");
    let unknown = vaccine("completed", "9999", "2021-01-01", "");
    let read = read(MARIA, &[no_code, &no_day, &unknown]);
    assert_eq!(
        why(&read),
        ["vaccine-no-code", "vaccine-no-day", "vaccine-unknown"]
    );
    assert_eq!(
        read.not_checked[0].why.arguments,
        [("what", "Fluzone".to_owned())]
    );
    assert_eq!(read.history.unwrap().doses.len(), 1);
}

#[test]
fn without_a_day_of_birth_nothing_is_said() {
    let nobody = read(Person::default(), &[]);
    assert_eq!(nobody.history, None);
    assert_eq!(why(&nobody), ["vaccine-no-birth-day"]);
}

#[test]
fn a_dose_that_is_worthless_is_to_be_repeated() {
    let expired = vaccine("completed", "52", "2021-02-03", r#","expirationDate":"2021-01""#);
    let last_day = vaccine("completed", "52", "2021-01-31", r#","expirationDate":"2021-01""#);
    let weak = vaccine("completed", "52", "2022-02-03", r#","isSubpotent":true"#);
    let history = read(MARIA, &[&expired, &last_day, &weak]).history.unwrap();
    let mut history = history;
    history.observations.push(cdsi::Observed {
        code: "036".into(),
        holds: true,
        on: None,
    });
    let forecast = cdsi::forecast(&history, date(2023, 1, 1)).unwrap();
    let status = |entry| forecast.evaluation("HepA", entry).unwrap().status;
    assert_eq!(
        ["1", "0", "2"].map(status),
        [
            DoseStatus::Valid,
            DoseStatus::SubStandard,
            DoseStatus::SubStandard
        ]
    );
}

#[test]
fn a_problem_that_holds_is_an_indication() {
    let meningococcal = |json: &str| {
        let history = read(MARIA, &[json]).history.unwrap();
        let forecast = cdsi::forecast(&history, date(2023, 1, 1)).unwrap();
        forecast.group("Meningococcal").unwrap().status
    };
    let asplenia = "707147002";
    assert_eq!(
        meningococcal(&problem(asplenia, "active", "confirmed")),
        Status::NotComplete
    );
    assert_eq!(
        meningococcal(&problem(asplenia, "resolved", "confirmed")),
        Status::AgedOut
    );
    assert_eq!(
        meningococcal(&problem(asplenia, "active", "refuted")),
        Status::AgedOut
    );
    let doubtful = problem(asplenia, "active", "provisional");
    assert_eq!(meningococcal(&doubtful), Status::AgedOut);
    assert_eq!(why(&read(MARIA, &[&doubtful])), ["vaccine-problem-not-confirmed"]);
}

#[test]
fn a_disease_that_is_over_leaves_immunity() {
    let chickenpox = problem("38907003", "resolved", "confirmed");
    let history = read(MARIA, &[&chickenpox]).history.unwrap();
    let forecast = cdsi::forecast(&history, date(2023, 1, 1)).unwrap();
    assert_eq!(forecast.group("Varicella").unwrap().status, Status::Immune);
}

#[test]
fn a_severe_reaction_to_a_vaccine_forbids_it() {
    let allergy = |criticality: &str| {
        format!(
            r#"{{"resourceType":"AllergyIntolerance","criticality":"{criticality}","code":{{"coding":[
            {{"system":"http://hl7.org/fhir/sid/cvx","code":"21"}}]}}}}"#
        )
    };
    let status = |json: &str| {
        let history = read(MARIA, &[json]).history.unwrap();
        cdsi::forecast(&history, date(2023, 1, 1))
            .unwrap()
            .group("Varicella")
            .unwrap()
            .status
    };
    assert_eq!(status(&allergy("high")), Status::Contraindicated);
    assert_eq!(status(&allergy("low")), Status::NotComplete);
    assert_eq!(
        why(&read(MARIA, &[&allergy("low")])),
        ["vaccine-reaction-not-graded"]
    );
}

#[test]
fn what_is_due_is_found_and_what_is_not_known_is_said() {
    let child = Person {
        born: Some(date(2020, 1, 1)),
        sex: Some(Sex::Male),
    };
    let too_soon = [
        vaccine("completed", "03", "2021-01-05", ""),
        vaccine("completed", "03", "2021-01-12", ""),
    ];
    let statements: Vec<_> = too_soon
        .iter()
        .enumerate()
        .map(|(place, json)| Statement {
            entry: place.to_string(),
            view: View::of(json.as_bytes()).unwrap(),
        })
        .collect();
    let findings = cdsi::findings(&statements, child, date(2026, 7, 1)).unwrap();
    let says = |id: &str, group: &str| {
        let argument = ("group", group.to_owned());
        findings
            .found
            .iter()
            .filter(|it| it.says.id == id && it.says.arguments.contains(&argument))
            .count()
    };
    assert_eq!(says("vaccine-due", "MMR"), 1);
    assert_eq!(says("vaccine-dose-does-not-count", "MMR"), 1);
    assert_eq!(says("vaccine-overdue", "Varicella"), 1);
    assert_eq!(says("vaccine-due", "HPV") + says("vaccine-overdue", "HPV"), 0);
    let open: Vec<_> = findings.not_checked.iter().map(|it| it.why.id).collect();
    assert!(open.contains(&"vaccine-season-not-covered") && open.contains(&"vaccine-questions-open"));
    assert!(
        findings
            .found
            .is_sorted_by_key(|it| std::cmp::Reverse(it.severity))
    );
}

/// Synthea's patients: each vaccine that was given is valued, or named as not checked.
#[test]
fn every_vaccine_of_a_record_is_accounted_for() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/synthea");
    let Ok(files) = std::fs::read_dir(folder) else {
        assert!(std::env::var_os("CI").is_none(), "shared/data/synthea is missing");
        println!("not run: shared/data/synthea is not here");
        return;
    };
    for file in files {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let bundle: serde_json::Value = serde_json::from_str(&text).unwrap();
        let resources = bundle["entry"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| entry["resource"].to_string());
        let statements: Vec<_> = resources
            .enumerate()
            .filter_map(|(place, json)| {
                let view = View::of(json.as_bytes()).ok()?;
                let entry = format!("{place:05}");
                Some(Statement { entry, view })
            })
            .collect();
        let patient = statements.iter().find_map(|it| match &it.view {
            View::Patient(patient) => Some(patient),
            _ => None,
        });
        let born = patient
            .unwrap()
            .birth_date
            .as_ref()
            .and_then(|day| day.as_str().parse().ok());
        let read = cdsi::history(&statements, Person { born, sex: None }).unwrap();
        let forecast = cdsi::forecast(read.history.as_ref().unwrap(), date(2025, 11, 10)).unwrap();
        let mut given = 0;
        for it in statements
            .iter()
            .filter(|it| matches!(it.view, View::Immunization(_)))
        {
            given += 1;
            let mut series = forecast.series.iter().flat_map(|series| &series.evaluations);
            let valued = series.any(|evaluation| evaluation.entry == it.entry);
            let named = forecast.not_evaluated.contains(&it.entry);
            let open = read
                .not_checked
                .iter()
                .any(|open| open.entry.as_deref() == Some(&*it.entry));
            assert!(valued || named || open, "{}", it.entry);
        }
        let due = cdsi::findings(&statements, Person { born, sex: None }, date(2025, 11, 10)).unwrap();
        println!(
            "{given} vaccines, {} findings, {} not checked",
            due.found.len(),
            due.not_checked.len()
        );
    }
}

#[test]
fn after_a_dose_without_a_day_nothing_is_surely_due() {
    use pocketchart_knowledge::Certainty;
    let findings = |resources: &[&str]| {
        let statement = |(place, json): (usize, &&str)| Statement {
            entry: place.to_string(),
            view: View::of(json.as_bytes()).unwrap(),
        };
        let statements: Vec<_> = resources.iter().enumerate().map(statement).collect();
        cdsi::findings(&statements, MARIA, date(2025, 11, 10))
            .unwrap()
            .found
    };
    let tetanus = |undated: &[&str]| {
        let due = findings(undated);
        let of_tetanus = |it: &&pocketchart_knowledge::Finding| {
            it.says.arguments.iter().any(|(_, value)| value == "DTaP/Tdap/Td")
        };
        let finding = due.iter().find(of_tetanus).cloned().unwrap();
        (finding.entries, finding.certainty)
    };
    assert_eq!(tetanus(&[]), (vec![], Certainty::Certain));
    let undated = vaccine("completed", "115", "2019", "");
    let (entries, certainty) = tetanus(&[&undated]);
    assert_eq!(entries, ["0"]);
    assert!(
        matches!(&certainty, Certainty::Possible(why) if why[0].id == "vaccine-undated-dose"),
        "{certainty:?}"
    );
    // Of another vaccine it says nothing.
    let other = vaccine("completed", "33", "2019", "");
    assert_eq!(tetanus(&[&other]), (vec![], Certainty::Certain));
}
