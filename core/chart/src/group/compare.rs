//! Whether two entries say the same, may speak of the same thing, or cannot.

use super::Member;
use crate::item::is_over;
use pocketchart_fhir::summary::{Amount, Summary};
use pocketchart_fhir::{FhirDateTime, Precision};
use pocketchart_record::sabotage;

/// Systems whose codes say all there is to say of what was measured or given: how a source words them does not matter.
const NAME_WHOLLY: [&str; 2] = ["http://loinc.org", "http://hl7.org/fhir/sid/cvx"];
/// Types of which all that matters is among the facts. Of others only the same bytes are the same.
const TOLD_WHOLLY: [&str; 7] = [
    "AllergyIntolerance",
    "Condition",
    "Immunization",
    "MedicationRequest",
    "MedicationStatement",
    "Observation",
    "Procedure",
];

/// Two entries that cannot speak of one thing: one system keeps them apart, they tell two moments, or of what both tell, such
/// as the side of the body, each tells another.
pub(super) fn are_apart(a: &Member, b: &Member) -> bool {
    let one_system = a.holder.is_some() && a.holder == b.holder && a.row.entry.source != b.row.entry.source;
    one_system && !sabotage::off("one system")
        || tell_two_moments(&a.facts, &b.facts) && !sabotage::off("moments")
        || are_two_courses(&a.facts, &b.facts)
        || contradict(&a.facts, &b.facts) && !sabotage::off("details")
}

fn contradict(a: &Summary, b: &Summary) -> bool {
    a.details
        .iter()
        .any(|a| b.details.iter().any(|b| a.contradicts(b)))
}

/// The moment of a reading, if it is known to the minute.
pub(super) fn moment(facts: &Summary) -> Option<i64> {
    let when = facts.when.as_ref()?;
    when.precision().filter(|it| *it >= Precision::Minute)?;
    match facts.resource_type.as_str() {
        "AllergyIntolerance" | "Condition" | "MedicationRequest" | "MedicationStatement" => None,
        _ => when.order_key(),
    }
}

fn tell_two_moments(a: &Summary, b: &Summary) -> bool {
    moment(a).zip(moment(b)).is_some_and(|(a, b)| a != b)
}

/// Two courses of a medicine, both over, that began on different days.
fn are_two_courses(a: &Summary, b: &Summary) -> bool {
    let day = |facts: &Summary| facts.when.as_ref().and_then(|it| it.day().map(str::to_owned));
    let began = day(a).zip(day(b));
    a.resource_type.starts_with("Medication")
        && is_over(a)
        && is_over(b)
        && began.is_some_and(|(a, b)| a != b)
}

/// What is shown of an entry, in a form that can be compared: dates to the day, capitals and spaces folded.
pub(super) fn print(member: &Member) -> Vec<u8> {
    let facts = &member.facts;
    let exact = |text: &Option<String>| folded(text.as_deref().unwrap_or_default());
    let wholly = facts.code.as_ref().and_then(|code| code.system.as_deref());
    let named_wholly = wholly.is_some_and(|system| NAME_WHOLLY.contains(&system));
    let code = facts.code.as_ref();
    let mut parts = vec![
        facts.resource_type.clone(),
        code.map(|code| format!("{}|{}", code.system.as_deref().unwrap_or_default(), code.code))
            .unwrap_or_default(),
        if named_wholly {
            String::new()
        } else {
            without_tag(exact(&facts.title))
        },
        facts.status.clone().unwrap_or_default(),
        facts.verification.clone().unwrap_or_default(),
        facts.severity.clone().unwrap_or_default(),
        facts.criticality.clone().unwrap_or_default(),
        facts.flag.clone().unwrap_or_default(),
        exact(&facts.reaction),
        exact(&facts.dosage),
        exact(&facts.note),
        day(&facts.when),
        day(&facts.until),
        amount(facts.value.as_ref()),
        format!("{:?}", facts.negation),
    ];
    for part in &facts.components {
        let code = part.code.as_ref().map(|code| code.code.clone());
        parts.push(code.unwrap_or_else(|| exact(&part.title)));
        parts.push(amount(part.value.as_ref()));
    }
    for detail in &facts.details {
        parts.push(format!("{}\u{1}{}", detail.name, detail.value));
    }
    if !TOLD_WHOLLY.contains(&facts.resource_type.as_str()) {
        parts.push(format!("{:?}", member.row.entry.body));
    }
    parts.join("\u{2}").into_bytes()
}

/// Small letters and single spaces: signs and the order of words stay, since `1/2` is not `1-2`.
fn folded(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// SNOMED CT's names end with their kind, which not every source writes.
fn without_tag(title: String) -> String {
    for tag in [
        " (disorder)",
        " (finding)",
        " (procedure)",
        " (situation)",
        " (substance)",
    ] {
        if let Some(bare) = title.strip_suffix(tag) {
            return bare.to_owned();
        }
    }
    title
}

fn day(date: &Option<FhirDateTime>) -> String {
    let date = date.as_ref();
    let day = date.and_then(|date| date.day());
    day.or(date.map(FhirDateTime::as_str))
        .unwrap_or_default()
        .to_owned()
}

fn amount(value: Option<&Amount>) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    value.map_or_else(String::new, |value| {
        let unit = value.ucum.clone().or_else(|| value.unit.clone());
        format!(
            "{}\u{1}{}\u{1}{}",
            text(&value.comparator),
            value.text,
            text(&unit)
        )
    })
}
