//! Grouping keys: which entries of several sources speak of the same thing.
//!
//! Missing facts never join: a result without a day, or a thing without a code and words, stands alone; so does what is said
//! of somebody else than the patient. A code without its system names nothing.

use super::code::denies_every_allergy;
use super::text::bare;
use super::{Detail, Summary, words};
use crate::scan::members;
use crate::view::{CodeableConcept, Reference};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The words that name a side of the body.
const SIDES: [&str; 4] = ["left", "right", "bilateral", "both"];
/// Types of which a person has few in a year.
const SELDOM: [&str; 2] = ["Immunization", "Procedure"];
/// Words of an allergy that do not name the substance.
const ALLERGY: [&str; 4] = ["allergy", "allergic", "allergies", "to"];

/// Works out what a row is grouped by.
pub(super) fn group(row: &mut Summary, bytes: &[u8]) {
    if is_of_another(row, bytes) {
        return;
    }
    let [code, vaccine, medication] = members(bytes, ["code", "vaccineCode", "medicationCodeableConcept"]);
    let concept: CodeableConcept = read(code.or(vaccine).or(medication));
    let codings = concept.coding.iter();
    let codes = codings.filter_map(|it| Some(format!("{}|{}", it.system.as_deref()?, it.code.as_deref()?)));
    let none = denies_every_allergy(&concept).then(|| "none".to_owned());
    let names = codes.chain(none).collect();
    details(row, bytes);
    named(row, names);
}

/// The key of a thing by the code that names it best, else by its words; and its keys by all other names and dates.
pub(super) fn named(row: &mut Summary, codes: Vec<String>) {
    let best = row.code.as_ref();
    let best = best.and_then(|code| Some(format!("{}|{}", code.system.as_deref()?, code.code)));
    let title = row.title.as_deref().unwrap_or_default();
    let mut names: Vec<String> = best.into_iter().chain(text(words(bare(title)))).collect();
    names.extend(codes);
    if row.resource_type == "AllergyIntolerance" {
        names.extend(text(substance(title)));
    }
    let mut keys: Vec<String> = names.iter().flat_map(|thing| keys(row, thing)).collect();
    row.group = keys.first().filter(|_| may_join(row)).cloned();
    keys.sort();
    keys.dedup();
    keys.retain(|it| Some(it) != row.group.as_ref());
    row.aliases = keys;
}

fn text(words: Vec<String>) -> Option<String> {
    (!words.is_empty()).then(|| format!("text|{}", words.join(" ")))
}

/// The words for what somebody is allergic to, in an order of their own: "Allergy to peanuts", "peanuts".
fn substance(title: &str) -> Vec<String> {
    let mut words = words(bare(title));
    words.retain(|word| !ALLERGY.contains(&word.as_str()));
    words.sort();
    words
}

/// Under which keys a thing of this name may stand: by its day where it has one, also by that of Greenwich; what is done once in a
/// while also by its year, since a source may know no more.
fn keys(row: &Summary, thing: &str) -> Vec<String> {
    let (kind, is_dated) = match row.resource_type.as_str() {
        "AllergyIntolerance" => ("allergy", false),
        "Condition" => ("problem", false),
        "MedicationRequest" | "MedicationStatement" => ("medicine", false),
        "Observation" => ("result", true),
        "Immunization" => ("vaccine", true),
        "FamilyMemberHistory" => ("relative", false),
        other => (other, true),
    };
    if !is_dated {
        return vec![format!("{kind}|{thing}")];
    }
    let Some(when) = row.when.as_ref().filter(|it| it.precision().is_some()) else {
        return Vec::new();
    };
    let year = when
        .as_str()
        .get(..4)
        .filter(|_| SELDOM.contains(&row.resource_type.as_str()));
    let days = when.day().map(str::to_owned).into_iter();
    let days = days.chain(when.utc_day()).chain(year.map(str::to_owned));
    days.map(|day| format!("{kind}|{thing}|{day}")).collect()
}

/// What lacks what would tell it from another of its kind is only proposed: an illness of which nobody says when, brothers without
/// names, a thing of which only the month is known.
fn may_join(row: &Summary) -> bool {
    match row.resource_type.as_str() {
        "AllergyIntolerance" | "MedicationRequest" | "MedicationStatement" => true,
        "Condition" => row.when.is_some() || row.negation.is_some(),
        "FamilyMemberHistory" => row.details.iter().any(|it| it.name == "name"),
        _ => row.when.as_ref().is_some_and(|when| when.day().is_some()),
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
    let [site, specimen, onset, period, method, device, name, born, lot] = members(
        bytes,
        [
            "bodySite",
            "specimen",
            "onsetDateTime",
            "onsetPeriod",
            "method",
            "device",
            "name",
            "bornDate",
            "lotNumber",
        ],
    );
    let concepts = |raw: Option<&[u8]>| {
        let mut found = Vec::new();
        collect(&read::<Value>(raw), &mut found);
        found
    };
    let site = concepts(site);
    let title = row.title.clone().unwrap_or_default();
    let texts = std::iter::once(title.as_str()).chain(site.iter().map(String::as_str));
    let specimen: Reference = read(specimen);
    let began: Value = read(onset);
    let period: Value = read(period);
    let began = began.as_str().or_else(|| period.get("start")?.as_str());
    let began = began.map(|it| it.split('T').next().unwrap_or(it).to_owned());
    let mut told = vec![
        ("side", side(texts)),
        (Detail::SITE, folded(&site.join(" "))),
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
    ];
    match row.resource_type.as_str() {
        "Condition" => told.push((Detail::ONSET, began.unwrap_or_default())),
        "Observation" => {
            let device: Reference = read(device);
            let device = device.display.or(device.reference).unwrap_or_default();
            told.push((Detail::METHOD, folded(&concepts(method).join(" "))));
            told.push((Detail::DEVICE, folded(&device)));
        }
        "Immunization" => {
            let lot: String = read(lot);
            told.push((
                Detail::LOT,
                lot.split_whitespace().collect::<String>().to_uppercase(),
            ));
        }
        "FamilyMemberHistory" => {
            told.push(("name", folded(&read::<String>(name))));
            told.push((Detail::BORN, read::<String>(born)));
        }
        _ => {}
    }
    let said = told.into_iter().filter(|(_, value)| !value.is_empty());
    row.details
        .extend(said.map(|(name, value)| Detail::new(name, value)));
}

/// The sides that texts name, each said once in a row: `left right` is not `right left`.
fn side<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut sides: Vec<String> = Vec::new();
    for text in texts {
        let lower = text.to_lowercase();
        for word in lower.split(|c: char| !c.is_alphanumeric()) {
            let word = if word == "both" { "bilateral" } else { word };
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
