//! Short ways to write a record.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use pocketchart_fhir::view::View;
use pocketchart_knowledge::{Person, Sex, Statement};
use serde_json::{Value, json};

pub(crate) const TODAY: Date = date(2026, 11, 26);

pub(crate) fn statement(entry: impl Into<String>, resource: &Value) -> Statement {
    let view = View::of(resource.to_string().as_bytes()).unwrap();
    Statement {
        entry: entry.into(),
        view,
    }
}

/// `NAME [@ AMOUNT UNIT TIMES/PERIOD] [# WAY] [~STATUS]`; `~` alone: no status.
pub(crate) fn medicine(entry: impl Into<String>, text: &str) -> Statement {
    let (text, status) = text
        .split_once(" ~")
        .map_or((text, Some("active")), |(text, status)| {
            (text, Some(status).filter(|status| !status.is_empty()))
        });
    let (text, way) = text
        .split_once(" # ")
        .map_or((text, None), |(text, way)| (text, Some(way)));
    let (name, dose) = text
        .split_once(" @ ")
        .map_or((text, None), |(name, dose)| (name, Some(dose)));
    let mut dosage = json!({});
    if let Some(dose) = dose {
        let [amount, unit, rhythm] = dose.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{dose}")
        };
        let (times, period) = rhythm.split_once('/').unwrap();
        let number = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        dosage["doseAndRate"] = json!([{"doseQuantity": {"value": number(amount), "unit": unit}}]);
        dosage["timing"] = json!({"repeat": {"frequency": number(times), "period": 1, "periodUnit": period}});
    }
    if let Some(way) = way {
        dosage["route"] = json!({"text": way});
    }
    let mut resource = json!({
        "resourceType": "MedicationStatement",
        "medicationCodeableConcept": {"text": name.trim()},
    });
    if dose.is_some() || way.is_some() {
        resource["dosage"] = json!([dosage]);
    }
    if let Some(status) = status {
        resource["status"] = json!(status);
    }
    statement(entry, &resource)
}

/// `SNOMED:STATUS` or `egfr=VALUE`.
pub(crate) fn fact(entry: impl Into<String>, text: &str) -> Statement {
    if let Some(value) = text.strip_prefix("egfr=") {
        let value: Value = serde_json::from_str(value).unwrap();
        return statement(
            entry,
            &json!({
                "resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-06-01",
                "code": {"coding": [{"system": "http://loinc.org", "code": "33914-3"}]},
                "valueQuantity": {"value": value, "code": "mL/min/{1.73_m2}"},
            }),
        );
    }
    let (code, status) = text.split_once(':').unwrap();
    let (clinical, verified) = match status {
        "refuted" => ("active", "refuted"),
        status => (status, "confirmed"),
    };
    statement(
        entry,
        &json!({
            "resourceType": "Condition",
            "clinicalStatus": {"coding": [{"code": clinical}]},
            "verificationStatus": {"coding": [{"code": verified}]},
            "code": {"coding": [{"system": "http://snomed.info/sct", "code": code}]},
        }),
    )
}

/// `TO:REACTION[:STATUS]`.
pub(crate) fn allergy(entry: impl Into<String>, text: &str) -> Statement {
    let parts: Vec<&str> = text.split(':').collect();
    let status = parts.get(2).copied().unwrap_or("confirmed");
    let verified = if matches!(status, "refuted" | "entered-in-error") {
        status
    } else {
        "confirmed"
    };
    let clinical = if status == "resolved" {
        "resolved"
    } else {
        "active"
    };
    let kind = if status == "intolerance" {
        "intolerance"
    } else {
        "allergy"
    };
    statement(
        entry,
        &json!({
            "resourceType": "AllergyIntolerance", "type": kind,
            "clinicalStatus": {"coding": [{"code": clinical}]},
            "verificationStatus": {"coding": [{"code": verified}]},
            "code": {"text": parts[0]},
            "reaction": [{"manifestation": [{"text": parts[1]}]}],
        }),
    )
}

/// `70F`, `8M`, or nothing.
pub(crate) fn person(text: &str) -> Person {
    let Some(years) = text
        .get(..text.len().saturating_sub(1))
        .and_then(|years| years.parse::<i32>().ok())
    else {
        return Person::default();
    };
    let sex = if text.ends_with('F') {
        Sex::Female
    } else {
        Sex::Male
    };
    Person {
        born: Some(TODAY.saturating_sub(years.years())),
        sex: Some(sex),
    }
}
