use jiff::civil::date;
use pocketchart_fhir::view::View;

use super::facts::Facts;
use super::number::Number;
use super::weigh::{Medicines, NoMedicines, Truth};
use super::{Condition, DoseUnit, Per, Route};
use crate::{Person, Sex, Statement};

struct Aspirin {
    single: Option<&'static str>,
    route: Option<Route>,
}

impl Medicines for Aspirin {
    fn is(&self, side: &str, name: &str) -> bool {
        side == "a" && name == "aspirin"
    }

    fn dose(&self, _: &str, per: Per) -> Option<(Number, DoseUnit)> {
        let single = Number::of(self.single?)?;
        (per == Per::Time).then_some((single, DoseUnit::Milligrams))
    }

    fn route(&self, _: &str) -> Option<Route> {
        self.route
    }

    fn name(&self, _: &str) -> String {
        "aspirin".to_owned()
    }
}

fn statement(json: &str) -> Statement {
    Statement {
        entry: "e1".to_owned(),
        view: View::of(json.as_bytes()).unwrap(),
    }
}

fn said(
    condition: &str,
    statements: &[Statement],
    person: Person,
    medicines: &dyn Medicines,
) -> &'static str {
    let facts = Facts::of(statements, person, date(2026, 11, 26));
    match Condition::of(condition)
        .unwrap()
        .weigh(&facts, medicines)
        .unwrap()
    {
        Truth::Yes => "yes",
        Truth::No => "no",
        Truth::Unknown(missing) => {
            assert!(!missing.is_empty());
            "unknown"
        }
    }
}

#[test]
fn three_answers_follow_kleene() {
    let person = Person {
        born: Some(date(1956, 11, 27)),
        sex: None,
    };
    let cases = [
        ("always", "yes"),
        ("not always", "no"),
        ("unspecified", "unknown"),
        ("not unspecified", "unknown"),
        ("unspecified and not always", "no"),
        ("unspecified or always", "yes"),
        ("unspecified and always", "unknown"),
        ("age >= 70", "no"),
        ("age >= 69 years", "yes"),
        ("age < 840 months", "yes"),
        ("age < 839 months", "no"),
        ("sex = male", "unknown"),
        ("sex = male or age > 60", "yes"),
        ("not (sex = male or age > 60)", "no"),
        ("pregnant", "no"),
    ];
    for (condition, expected) in cases {
        assert_eq!(
            said(condition, &[], person, &NoMedicines),
            expected,
            "{condition}"
        );
    }
}

#[test]
fn doses_and_routes_are_those_of_the_medicine() {
    let small = Aspirin {
        single: Some("81"),
        route: Some(Route::Skin),
    };
    let open = Aspirin {
        single: None,
        route: None,
    };
    let cases = [
        ("dose_single(a) >= 0.5 g", "no", "unknown"),
        ("dose_single(a) < 500 mg", "yes", "unknown"),
        ("dose_day(a) >= 3 g", "unknown", "unknown"),
        ("dose_single(a) >= 1 iu", "unknown", "unknown"),
        ("route(a) = systemic", "no", "unknown"),
        ("route(a) = local", "yes", "unknown"),
        ("route(a) = skin and is(a, aspirin|ibuprofen)", "yes", "unknown"),
        ("is(b, aspirin)", "no", "no"),
    ];
    for (condition, known, unknown) in cases {
        assert_eq!(
            said(condition, &[], Person::default(), &small),
            known,
            "{condition}"
        );
        assert_eq!(
            said(condition, &[], Person::default(), &open),
            unknown,
            "{condition}"
        );
    }
}

fn problem(code: &str, display: &str, clinical: &str, verified: &str) -> Statement {
    statement(&format!(
        r#"{{"resourceType":"Condition","clinicalStatus":{{"coding":[{{"code":"{clinical}"}}]}},
        "verificationStatus":{{"coding":[{{"code":"{verified}"}}]}},
        "code":{{"coding":[{{"system":"http://snomed.info/sct","code":"{code}","display":"{display}"}}]}}}}"#
    ))
}

#[test]
fn a_problem_list_answers_only_what_it_can() {
    let ulcer = |clinical, verified| problem("13200003", "Peptic ulcer", clinical, verified);
    let text = r#"{"resourceType":"Condition","code":{"text":"something with the stomach"}}"#;
    let cases: [(Vec<Statement>, &str, &str); 8] = [
        (vec![], "unknown", "unknown"),
        (vec![ulcer("active", "confirmed")], "yes", "yes"),
        (vec![ulcer("resolved", "confirmed")], "no", "yes"),
        (vec![ulcer("active", "refuted")], "no", "no"),
        (vec![ulcer("active", "unconfirmed")], "unknown", "unknown"),
        (
            vec![problem("15777000", "Prediabetes", "active", "confirmed")],
            "no",
            "no",
        ),
        (
            vec![problem(
                "1",
                "Chronic gastric ulcer with hole",
                "active",
                "confirmed",
            )],
            "unknown",
            "unknown",
        ),
        (vec![statement(text)], "unknown", "unknown"),
    ];
    for (statements, now, ever) in cases {
        let said = |condition| said(condition, &statements, Person::default(), &NoMedicines);
        assert_eq!(said("problem(peptic_ulcer)"), now, "{statements:?}");
        assert_eq!(said("history(peptic_ulcer)"), ever, "{statements:?}");
    }
}

#[test]
fn pregnancy_is_asked_only_where_it_can_be() {
    let woman = Person {
        born: Some(date(1996, 1, 1)),
        sex: Some(Sex::Female),
    };
    let man = Person {
        sex: Some(Sex::Male),
        ..woman
    };
    let says = |code: &str, day: &str| {
        statement(&format!(
            r#"{{"resourceType":"Observation","status":"final","effectiveDateTime":"{day}",
            "code":{{"coding":[{{"system":"http://loinc.org","code":"82810-3"}}]}},
            "valueCodeableConcept":{{"coding":[{{"code":"{code}"}}]}}}}"#
        ))
    };
    let said = |statements: &[Statement], person| said("pregnant", statements, person, &NoMedicines);
    assert_eq!(said(&[], woman), "unknown");
    assert_eq!(said(&[], man), "no");
    assert_eq!(
        said(
            &[problem("72892002", "Normal pregnancy", "active", "confirmed")],
            woman
        ),
        "yes"
    );
    assert_eq!(
        said(
            &[problem("72892002", "Normal pregnancy", "resolved", "confirmed")],
            woman
        ),
        "unknown"
    );
    assert_eq!(said(&[says("77386006", "2026-10-01")], woman), "yes");
    assert_eq!(said(&[says("77386006", "2024-10-01")], woman), "unknown");
    assert_eq!(said(&[says("LA26683-5", "2026-11-20")], woman), "no");
    assert_eq!(said(&[says("LA26683-5", "2026-09-20")], woman), "unknown");
}

#[test]
fn results_answer_in_their_own_unit_and_time() {
    let egfr = |value: &str, unit: &str, day: &str| {
        statement(&format!(
            r#"{{"resourceType":"Observation","status":"final","effectiveDateTime":"{day}",
            "code":{{"coding":[{{"system":"http://loinc.org","code":"33914-3"}}]}},
            "valueQuantity":{{"value":{value},"unit":"{unit}","code":"{unit}"}}}}"#
        ))
    };
    let unit = "mL/min/{1.73_m2}";
    let condition = "result(33914-3|48642-3, <, 30, mL/min/{1.73_m2}, 365)";
    let cases = [
        (vec![], "unknown"),
        (vec![egfr("29.9", unit, "2026-05-01")], "yes"),
        (vec![egfr("30", unit, "2026-05-01")], "no"),
        (vec![egfr("29", unit, "2024-05-01")], "unknown"),
        (vec![egfr("29", "mL/s", "2026-05-01")], "unknown"),
        (
            vec![egfr("20", unit, "2026-05-01"), egfr("90", unit, "2026-06-01")],
            "no",
        ),
        (vec![egfr("20", unit, "2027-05-01")], "unknown"),
    ];
    for (statements, expected) in cases {
        assert_eq!(
            said(condition, &statements, Person::default(), &NoMedicines),
            expected,
            "{statements:?}"
        );
    }
}

#[test]
fn wrong_conditions_are_refused() {
    for wrong in [
        "",
        "sometimes",
        "always and",
        "always always",
        "(always",
        "age > old",
        "sex = other",
        "route(a) = foot",
        "route(c) = oral",
        "dose_day(a) > 3",
        "dose_day(a) > 3 stone",
        "problem()",
        "problem(a b)",
        "is(a)",
        "result(1-1, <, 3, mg)",
        "((((((((((((((((((((always))))))))))))))))))))",
    ] {
        assert!(Condition::of(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn every_set_has_words_and_codes() {
    let sets = super::problem_set::all().unwrap();
    assert!(sets.len() > 30, "{}", sets.len());
    for (name, set) in sets {
        assert!(
            !set.snomed.is_empty() && !set.icd10.is_empty() && !set.words.is_empty(),
            "{name}"
        );
        assert!(
            set.words.iter().all(|word| *word == word.to_lowercase()),
            "{name}"
        );
    }
}
