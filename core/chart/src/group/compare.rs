//! Whether two entries may speak of the same thing, or cannot.

use super::Member;
use crate::item::is_over;
use pocketchart_fhir::summary::{Negation, Summary};
use pocketchart_fhir::{FhirDateTime, Precision};
use pocketchart_record::sabotage;

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
