//! Statements for tests.

use jiff::civil::{Date, date};
use pocketchart_fhir::view::View;
use pocketchart_knowledge::{Person, Sex, Statement};
use serde_json::{Value, json};

pub(crate) const ON: Date = date(2026, 6, 1);

pub(crate) fn woman() -> Person {
    Person {
        born: Some(date(1980, 5, 2)),
        sex: Some(Sex::Female),
    }
}

pub(crate) fn man() -> Person {
    Person {
        sex: Some(Sex::Male),
        ..woman()
    }
}

pub(crate) fn child() -> Person {
    Person {
        born: Some(date(2016, 5, 2)),
        ..woman()
    }
}

pub(crate) fn statement(entry: &str, resource: &Value) -> Statement {
    Statement {
        entry: entry.to_owned(),
        view: View::of(resource.to_string().as_bytes()).unwrap(),
    }
}

/// A number of JSON with exactly these digits.
pub(crate) fn quantity(value: &str, unit: &str) -> Value {
    let number: Value = serde_json::from_str(value).unwrap();
    json!({"value": number, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit})
}

pub(crate) fn loinc(code: &str) -> Value {
    json!({"coding": [{"system": "http://loinc.org", "code": code}]})
}

pub(crate) fn observation(code: &str, value: &str, unit: &str, when: &str) -> Value {
    json!({"resourceType": "Observation", "status": "final", "code": loinc(code),
        "effectiveDateTime": when, "valueQuantity": quantity(value, unit)})
}

/// With the digits as they are: a JSON value would turn `7.0` into a float and back.
pub(crate) fn written(code: &str, value: &str, unit: &str, when: &str) -> Statement {
    let text = observation(code, "123454321", unit, when)
        .to_string()
        .replace("123454321", value);
    Statement {
        entry: format!("{code}@{when}={value}"),
        view: View::of(text.as_bytes()).unwrap(),
    }
}

pub(crate) fn pressure(entry: &str, upper: &str, lower: &str, when: &str) -> Statement {
    statement(
        entry,
        &json!({"resourceType": "Observation", "status": "final", "code": loinc("85354-9"),
        "effectiveDateTime": when, "component": [
            {"code": loinc("8480-6"), "valueQuantity": quantity(upper, "mm[Hg]")},
            {"code": loinc("8462-4"), "valueQuantity": quantity(lower, "mm[Hg]")}]}),
    )
}
