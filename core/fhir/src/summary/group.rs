//! Grouping keys: which entries of several sources speak of the same thing.
//!
//! Missing facts never join: a result without a day, or a thing without a code and words, stands alone.

use super::{Summary, words};
use crate::scan::members;
use crate::view::Reference;

pub(super) fn key(row: &Summary, bytes: &[u8]) -> Option<String> {
    let thing = thing(row)?;
    let day = || row.when.as_ref().and_then(|when| when.day());
    match row.resource_type.as_str() {
        "AllergyIntolerance" => Some(format!("allergy|{thing}")),
        "Medication" | "MedicationRequest" | "MedicationStatement" => Some(format!("medicine|{thing}")),
        "Observation" => Some(format!("result|{thing}|{}|{}", day()?, specimen(bytes))),
        "Immunization" => Some(format!("vaccine|{thing}|{}", day()?)),
        other => Some(format!("{other}|{thing}|{}", day()?)),
    }
}

/// The code that names it, else its words.
fn thing(row: &Summary) -> Option<String> {
    if let Some(code) = &row.code {
        return Some(format!(
            "{}|{}",
            code.system.as_deref().unwrap_or_default(),
            code.code
        ));
    }
    let words = words(row.title.as_deref()?);
    (!words.is_empty()).then(|| format!("text|{}", words.join(" ")))
}

fn specimen(bytes: &[u8]) -> String {
    let [specimen] = members(bytes, ["specimen"]);
    let reference: Reference = specimen
        .and_then(|raw| serde_json::from_slice(raw).ok())
        .unwrap_or_default();
    reference.reference.or(reference.display).unwrap_or_default()
}
