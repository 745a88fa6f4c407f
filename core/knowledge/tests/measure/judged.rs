//! What is said of one value.

use pocketchart_knowledge::measure::{Basis, Bound, Flag, Judged, findings, judged};
use pocketchart_knowledge::{Person, Severity, Statement};
use serde_json::{Value, json};

use crate::statements::*;

fn one(statement: &Statement, person: &Person) -> Judged {
    let all = judged(std::slice::from_ref(statement), person, ON).unwrap();
    assert_eq!(all.len(), 1, "{all:?}");
    all.into_iter().next().unwrap()
}

fn with(mut resource: Value, more: &Value) -> Statement {
    let object = resource.as_object_mut().unwrap();
    object.extend(more.as_object().unwrap().clone());
    statement("e", &resource)
}

#[test]
fn both_units_are_shown_with_the_digits_that_were_written() {
    let sugar = one(&written("14749-6", "5.50", "mmol/L", "2026-01-02"), &woman());
    assert_eq!(
        (sugar.written.number.as_str(), sugar.written.unit.as_str()),
        ("5.50", "mmol/L")
    );
    let converted = sugar.converted.unwrap();
    assert_eq!(
        (converted.number.as_str(), converted.unit.as_str()),
        ("99.1", "mg/dL")
    );

    let fever = one(&written("8310-5", "98.6", "[degF]", "2026-01-02"), &woman());
    assert_eq!(fever.converted.unwrap().number, "37.0");

    let same = one(&written("2345-7", "90.0", "mg/dL", "2026-01-02"), &woman());
    assert_eq!((same.converted, same.written.number.as_str()), (None, "90.0"));

    let ifcc = one(&written("59261-8", "48", "mmol/mol", "2026-01-02"), &woman());
    assert_eq!(ifcc.converted.unwrap().number, "6.5");
}

#[test]
fn a_unit_that_cannot_be_converted_is_named_and_not_guessed() {
    for (code, unit) in [("3016-3", "mU/L"), ("2345-7", "mmol/kg"), ("2345-7", "furlong")] {
        let statements = [written(code, "4", unit, "2026-01-02")];
        let findings = findings(&statements, &woman(), ON).unwrap();
        assert!(findings.found.is_empty());
        let why: Vec<&str> = findings.not_checked.iter().map(|not| not.why.id).collect();
        assert_eq!(
            why,
            ["measure-unit-not-known", "measure-no-range"],
            "{code} {unit}"
        );
    }
    let right = written("3016-3", "4", "m[IU]/L", "2026-01-02");
    assert_eq!(one(&right, &woman()).analyte, Some("thyrotropin"));
}

#[test]
fn the_range_of_the_result_goes_before_ours() {
    let potassium = |more: &Value| with(observation("2823-3", "5.2", "mmol/L", "2026-01-02"), more);
    let own = potassium(&json!({"referenceRange": [{"high": quantity("5.5", "mmol/L")}]}));
    let own = one(&own, &woman());
    assert_eq!((own.basis, own.flag), (Some(Basis::Own), None));
    assert_eq!(own.usual, (None, Some("5.5".into())));

    let ours = one(&potassium(&json!({})), &woman());
    let Some(Basis::Typical(rule)) = ours.basis else {
        panic!("{ours:?}")
    };
    assert_eq!(
        (rule.row, rule.source, ours.flag),
        ("potassium", "abim-2026", Some(Flag::High))
    );
    assert_eq!(ours.usual, (Some("3.5".into()), Some("5".into())));

    let marked = one(
        &potassium(&json!({"interpretation": [{"coding": [{"code": "L"}]}]})),
        &woman(),
    );
    assert_eq!(
        (marked.basis, marked.flag),
        (Some(Basis::Laboratory), Some(Flag::Low))
    );
}

#[test]
fn what_its_laboratory_calls_normal_is_normal() {
    let marked = json!({"interpretation": [{"coding": [{"code": "N"}]}]});
    let value = with(observation("2823-3", "5.2", "mmol/L", "2026-01-02"), &marked);
    let value = one(&value, &woman());
    assert_eq!(
        (value.basis, value.flag, value.usual),
        (Some(Basis::Laboratory), None, (None, None))
    );
}

#[test]
fn a_value_without_words_is_called_as_the_table_calls_it() {
    assert_eq!(
        one(&written("2823-3", "4.1", "mmol/L", "2026-01-02"), &woman()).name,
        "Potassium"
    );
    let mut named = observation("2823-3", "4.1", "mmol/L", "2026-01-02");
    named["code"]["text"] = "Kalium".into();
    assert_eq!(one(&statement("e", &named), &woman()).name, "Kalium");
}

#[test]
fn a_range_counts_for_whom_it_is_meant() {
    let ranges = json!({"referenceRange": [
        {"type": {"coding": [{"code": "critical"}]}, "high": quantity("1", "g/dL")},
        {"appliesTo": [{"coding": [{"code": "248153007"}]}], "low": quantity("14", "g/dL")},
        {"appliesTo": [{"coding": [{"code": "248152002"}]}], "age": {"high": {"value": 12, "code": "a"}}, "low": quantity("15", "g/dL")},
        {"appliesTo": [{"coding": [{"code": "248152002"}]}], "age": {"low": {"value": 216, "code": "mo"}}, "low": quantity("120", "g/L")}]});
    let blood = with(observation("718-7", "13", "g/dL", "2026-01-02"), &ranges);
    assert_eq!(one(&blood, &man()).flag, Some(Flag::Low));
    let hers = one(&blood, &woman());
    assert_eq!(
        (hers.basis, hers.flag, hers.usual.0.as_deref()),
        (Some(Basis::Own), None, Some("12"))
    );
    assert_eq!(one(&blood, &child()).usual.0.as_deref(), Some("15"));
    let unknown = one(&blood, &Person::default());
    assert_eq!((unknown.basis, unknown.flag), (None, None));
}

#[test]
fn our_ranges_are_not_for_children_and_the_record_says_so() {
    let statements = [written("2823-3", "6.9", "mmol/L", "2026-01-02")];
    for person in [child(), Person::default()] {
        let findings = findings(&statements, &person, ON).unwrap();
        assert!(findings.found.is_empty());
        assert_eq!(findings.not_checked[0].why.id, "measure-no-range");
    }
    let adult = findings(&statements, &woman(), ON).unwrap();
    assert_eq!(adult.found[0].severity, Severity::Avoid);
    assert_eq!(adult.found[0].rule.row, "potassium-critical");
    assert!(!adult.found[0].interrupts() && adult.not_checked.is_empty());
}

#[test]
fn the_age_is_that_of_the_day_of_the_measurement() {
    let mut person = woman();
    person.born = Some("2007-01-02".parse().unwrap());
    let before = written("2823-3", "5.5", "mmol/L", "2025-01-01");
    let after = written("2823-3", "5.5", "mmol/L", "2025-01-02");
    assert_eq!(one(&before, &person).basis, None);
    assert_eq!(one(&after, &person).flag, Some(Flag::High));
}

#[test]
fn what_is_critical_goes_before_the_own_range_and_the_laboratory_may_say_it() {
    let wide = json!({"referenceRange": [{"high": quantity("9", "mmol/L")}]});
    let value = with(observation("2823-3", "6.2", "mmol/L", "2026-01-02"), &wide);
    assert_eq!(one(&value, &woman()).flag, Some(Flag::CriticalHigh));
    let marked = json!({"interpretation": [{"coding": [{"code": "HH"}]}], "referenceRange": [{"high": quantity("9", "mmol/L")}]});
    let value = with(observation("2823-3", "5.9", "mmol/L", "2026-01-02"), &marked);
    let value = one(&value, &child());
    assert_eq!(
        (value.basis, value.flag),
        (Some(Basis::Laboratory), Some(Flag::CriticalHigh))
    );
}

#[test]
fn of_a_bound_only_what_is_certain_is_said() {
    let value = |number: &str, comparator: &str| {
        let mut resource = observation("2823-3", number, "mmol/L", "2026-01-02");
        resource["valueQuantity"]["comparator"] = comparator.into();
        one(&statement("e", &resource), &woman())
    };
    assert_eq!(value("3.5", "<").flag, Some(Flag::Low));
    assert_eq!(value("4.0", "<").flag, None);
    assert_eq!(value("5.0", ">").flag, Some(Flag::High));
    assert_eq!(value("5.0", ">=").flag, None);
    assert_eq!(value("9.0", "<").flag, None);
    assert_eq!(value("9.0", "<").bound, Some(Bound::Below));
    assert_eq!(value("2.0", "<=").flag, Some(Flag::CriticalLow));
}

#[test]
fn units_are_read_as_people_write_them() {
    let mut resource = observation("2823-3", "4.1", "x", "2026-01-02");
    resource["valueQuantity"] = json!({"value": 4.1, "unit": "mEq/L"});
    assert_eq!(one(&statement("e", &resource), &woman()).flag, None);
    resource["code"] = loinc("8867-4");
    resource["valueQuantity"] = json!({"value": 130, "unit": "bpm"});
    assert_eq!(one(&statement("e", &resource), &woman()).flag, Some(Flag::High));
    // Calcium has two charges: an equivalent is half a mole.
    resource["code"] = loinc("17861-6");
    resource["valueQuantity"] = json!({"value": 5.00, "unit": "mEq/L"});
    assert_eq!(
        one(&statement("e", &resource), &woman())
            .converted
            .unwrap()
            .number,
        "10"
    );
}

#[test]
fn the_parts_of_a_measurement_count_each() {
    let all = judged(&[pressure("e", "150", "70", "2026-01-02")], &woman(), ON).unwrap();
    let flags: Vec<_> = all.iter().map(|one| (one.analyte.unwrap(), one.flag)).collect();
    assert_eq!(
        flags,
        [
            ("diastolic-pressure", None),
            ("systolic-pressure", Some(Flag::High))
        ]
    );
}

#[test]
fn what_is_not_true_or_not_yet_is_left_out() {
    let wrong = with(
        observation("2823-3", "9", "mmol/L", "2026-01-02"),
        &json!({"status": "entered-in-error"}),
    );
    let later = written("2823-3", "9", "mmol/L", "2026-06-02");
    assert_eq!(judged(&[wrong, later], &woman(), ON).unwrap(), []);
    let mut undated = observation("2823-3", "9", "mmol/L", "2026-01-02");
    undated["effectiveDateTime"] = "2026".into();
    let findings = findings(&[statement("e", &undated)], &woman(), ON).unwrap();
    assert_eq!(findings.not_checked[0].why.id, "measure-not-dated");
}

#[test]
fn what_can_hardly_be_true_is_to_be_checked() {
    let statements = [
        written("8310-5", "98.6", "Cel", "2026-01-02"),
        written("8310-5", "37.0", "Cel", "2026-01-03"),
    ];
    let findings = findings(&statements, &woman(), ON).unwrap();
    let found: Vec<_> = findings
        .found
        .iter()
        .map(|finding| (finding.says.id, finding.rule.row))
        .collect();
    assert_eq!(found, [("measure-check-value", "body-temperature")]);
}

#[test]
fn a_code_that_the_tables_do_not_know_is_judged_by_its_own_range() {
    let more = json!({"referenceRange": [{"high": quantity("0.35", "kU/L")}]});
    let peanut = with(observation("6206-7", "0.50", "kU/L", "2026-01-02"), &more);
    let peanut = one(&peanut, &child());
    assert_eq!(
        (peanut.analyte, peanut.basis, peanut.flag),
        (None, Some(Basis::Own), Some(Flag::High))
    );
}
