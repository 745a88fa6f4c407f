//! Grouping keys: which entries of several sources speak of the same thing.
//!
//! Missing facts never join: a result without a day, or a thing without a code and words, stands alone; so does what is said
//! of somebody else than the patient. A code without its system names nothing.

use super::{Detail, Summary, words};
use crate::scan::members;
use crate::view::{CodeableConcept, Reference};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The words that name a side of the body.
const SIDES: [&str; 3] = ["left", "right", "bilateral"];

/// Works out what a row is grouped by.
pub(super) fn group(row: &mut Summary, bytes: &[u8]) {
    if is_of_another(row, bytes) {
        return;
    }
    let [code, vaccine, medication] = members(bytes, ["code", "vaccineCode", "medicationCodeableConcept"]);
    let concept: CodeableConcept = read(code.or(vaccine).or(medication));
    let codings = concept.coding.iter();
    let codes = codings.filter_map(|it| Some(format!("{}|{}", it.system.as_deref()?, it.code.as_deref()?)));
    named(row, codes.collect());
    details(row, bytes);
}

/// The key of a thing by the code that names it best, else by its words; and its keys by all other names.
pub(super) fn named(row: &mut Summary, codes: Vec<String>) {
    let best = row.code.as_ref();
    let best = best.and_then(|code| Some(format!("{}|{}", code.system.as_deref()?, code.code)));
    let words = words(row.title.as_deref().unwrap_or_default());
    let words = (!words.is_empty()).then(|| format!("text|{}", words.join(" ")));
    let names = best.into_iter().chain(words).chain(codes);
    let mut keys: Vec<String> = names.filter_map(|thing| key(row, &thing)).collect();
    row.group = keys.first().cloned();
    keys.sort();
    keys.dedup();
    keys.retain(|it| Some(it) != row.group.as_ref());
    row.aliases = keys;
}

fn key(row: &Summary, thing: &str) -> Option<String> {
    let day = || row.when.as_ref().and_then(|when| when.day());
    match row.resource_type.as_str() {
        "AllergyIntolerance" => Some(format!("allergy|{thing}")),
        "Condition" => Some(format!("problem|{thing}")),
        "MedicationRequest" | "MedicationStatement" => Some(format!("medicine|{thing}")),
        "Observation" => Some(format!("result|{thing}|{}", day()?)),
        "Immunization" => Some(format!("vaccine|{thing}|{}", day()?)),
        other => Some(format!("{other}|{thing}|{}", day()?)),
    }
}

/// Whether it speaks of somebody or something other than the patient: a relative, a group, a device, an unborn child.
fn is_of_another(row: &Summary, bytes: &[u8]) -> bool {
    let [focus] = members(bytes, ["focus"]);
    let kind = |reference: &str| {
        let (before, _) = reference.rsplit_once('/')?;
        let kind = before.rsplit('/').next().unwrap_or(before);
        Some(kind != "Patient")
    };
    focus.is_some() || row.subject.as_deref().and_then(kind).unwrap_or(false)
}

/// What tells two things of one key apart.
fn details(row: &mut Summary, bytes: &[u8]) {
    let [site, specimen, onset, period] =
        members(bytes, ["bodySite", "specimen", "onsetDateTime", "onsetPeriod"]);
    let mut site_words = Vec::new();
    collect(&read::<Value>(site), &mut site_words);
    let title = row.title.clone().unwrap_or_default();
    let texts = std::iter::once(title.as_str()).chain(site_words.iter().map(String::as_str));
    let specimen: Reference = read(specimen);
    let began: Value = read(onset);
    let period: Value = read(period);
    let began = began.as_str().or_else(|| period.get("start")?.as_str());
    let began = began.filter(|_| row.resource_type == "Condition");
    for (name, value) in [
        ("side", side(texts)),
        (Detail::SITE, folded(&site_words.join(" "))),
        (
            "specimen",
            folded(specimen.display.as_deref().unwrap_or_default()),
        ),
        (
            Detail::SPECIMEN,
            specimen
                .reference
                .filter(|_| specimen.display.is_none())
                .unwrap_or_default(),
        ),
        (
            Detail::ONSET,
            began
                .map(|it| it.split('T').next().unwrap_or(it).to_owned())
                .unwrap_or_default(),
        ),
    ] {
        if !value.is_empty() {
            row.details.push(Detail::new(name, value));
        }
    }
}

/// The sides that texts name, each said once in a row: `left right` is not `right left`.
fn side<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut sides: Vec<String> = Vec::new();
    for text in texts {
        let lower = text.to_lowercase();
        for word in lower.split(|c: char| !c.is_alphanumeric()) {
            if SIDES.contains(&word) && sides.last().map(String::as_str) != Some(word) {
                sides.push(word.to_owned());
            }
        }
    }
    sides.join(" ")
}

fn folded(text: &str) -> String {
    words(text).join(" ")
}

/// The words of concepts, or their codes where they have none.
fn collect(value: &Value, to: &mut Vec<String>) {
    match value {
        Value::Array(all) => all.iter().for_each(|it| collect(it, to)),
        Value::Object(_) => {
            let concept: CodeableConcept = serde_json::from_value(value.clone()).unwrap_or_default();
            to.extend(concept.words().map(str::to_owned));
        }
        _ => {}
    }
}

fn read<T: DeserializeOwned + Default>(raw: Option<&[u8]>) -> T {
    raw.and_then(|raw| serde_json::from_slice(raw).ok())
        .unwrap_or_default()
}
