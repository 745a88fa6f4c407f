//! Whether two entries say the same, may speak of the same thing, or cannot.

use super::Member;
use crate::item::is_over;
use pocketchart_fhir::summary::{Amount, Negation, Reading, Summary, bare};
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

/// What happens on one day, of which a source may know the year alone.
const ONE_DAY: [&str; 2] = ["Immunization", "Procedure"];

/// Two entries that cannot speak of one thing: one system keeps them apart, they tell two moments, only one denies that there is
/// any, or of what both tell, such as the side of the body, each tells another.
pub(super) fn are_apart(a: &Member, b: &Member) -> bool {
    let one_system = a.holder.is_some() && a.holder == b.holder && a.row.entry.source != b.row.entry.source;
    one_system && !sabotage::off("one system")
        || (tell_two_moments(a, b) || tell_two_days(&a.facts, &b.facts)) && !sabotage::off("moments")
        || are_two_courses(&a.facts, &b.facts)
        || only_one_denies(&a.facts, &b.facts)
        || contradict(&a.facts, &b.facts) && !sabotage::off("details")
}

fn contradict(a: &Summary, b: &Summary) -> bool {
    a.details
        .iter()
        .any(|a| b.details.iter().any(|b| a.contradicts(b)))
}

/// The second of a reading, if its time is known at least to the minute.
pub(super) fn moment(facts: &Summary) -> Option<i64> {
    let when = facts.when.as_ref()?;
    match facts.resource_type.as_str() {
        "AllergyIntolerance"
        | "Condition"
        | "FamilyMemberHistory"
        | "MedicationRequest"
        | "MedicationStatement" => None,
        _ => {
            when.precision().filter(|it| *it >= Precision::Minute)?;
            when.order_key().map(|millis| millis.div_euclid(1000))
        }
    }
}

fn tell_two_moments(a: &Member, b: &Member) -> bool {
    a.moment.zip(b.moment).is_some_and(|(a, b)| a != b)
}

/// Days of which none is a day of the other, as far as both know it: two of one year.
fn tell_two_days(a: &Summary, b: &Summary) -> bool {
    if !ONE_DAY.contains(&a.resource_type.as_str()) {
        return false;
    }
    let days = |facts: &Summary| -> Vec<String> {
        let when = facts.when.as_ref();
        let written = when.map(|it| it.day().unwrap_or(it.as_str()).to_owned());
        written
            .into_iter()
            .chain(when.and_then(FhirDateTime::utc_day))
            .collect()
    };
    let (these, others) = (days(a), days(b));
    let may_be_one = |a: &String| {
        others
            .iter()
            .any(|b| a.starts_with(b.as_str()) || b.starts_with(a.as_str()))
    };
    let known = !these.is_empty() && !others.is_empty();
    known && !these.iter().any(may_be_one)
}

/// Codes of which one says that there is nothing, and the other does not.
fn only_one_denies(a: &Summary, b: &Summary) -> bool {
    let denied = |facts: &Summary| facts.negation.filter(|it| *it != Negation::NotDone);
    a.code.is_some() && b.code.is_some() && denied(a) != denied(b)
}

/// Two courses of a medicine, both over, that began on different days.
fn are_two_courses(a: &Summary, b: &Summary) -> bool {
    fn day(facts: &Summary) -> Option<&str> {
        facts.when.as_ref().and_then(FhirDateTime::day)
    }
    let began = || day(a).zip(day(b));
    a.resource_type.starts_with("Medication")
        && is_over(a)
        && is_over(b)
        && began().is_some_and(|(a, b)| a != b)
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
            folded(bare(facts.title.as_deref().unwrap_or_default()))
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
    // Each source has its own order.
    let mut components: Vec<String> = facts.components.iter().map(component).collect();
    components.sort();
    parts.extend(components);
    for detail in &facts.details {
        parts.push(format!("{}\u{1}{}", detail.name, detail.value));
    }
    if !is_told_wholly(facts) {
        parts.push(format!("{:?}", member.row.entry.body));
    }
    parts.join("\u{2}").into_bytes()
}

/// Whether all that matters is among the facts; a finding without a value may hold a curve, a picture, or nothing.
fn is_told_wholly(facts: &Summary) -> bool {
    let has_value = facts.value.is_some()
        || !facts.components.is_empty() && facts.components.iter().all(|it| it.value.is_some());
    TOLD_WHOLLY.contains(&facts.resource_type.as_str()) && (facts.resource_type != "Observation" || has_value)
}

fn component(part: &Reading) -> String {
    let code = part.code.as_ref().map(|code| code.code.clone());
    let what = code.unwrap_or_else(|| folded(part.title.as_deref().unwrap_or_default()));
    format!("{what}\u{1}{}", amount(part.value.as_ref()))
}

/// Small letters and single spaces: signs and the order of words stay, since `1/2` is not `1-2`.
fn folded(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
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
