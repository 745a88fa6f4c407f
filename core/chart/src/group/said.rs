//! What an entry says, in a form that can be compared: what every statement of a thing must say alike, and what a source may leave
//! unsaid.
//!
//! One statement *adds nothing* to another if what must be alike is alike and each of the rest is the same or left unsaid: then both are
//! one, and the fuller one is shown. To leave unsaid is harmless only in one direction. That something is doubted, refuted, over or
//! taken back must be said by both: the silence of one source is not allowed to make the word of another weaker.

use super::Member;
use crate::import::is_uuid;
use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::summary::{Amount, Detail, Reading, Summary, bare};
use pocketchart_record::sabotage;
use std::collections::BTreeSet;

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
/// What is not told by its facts alone: one kind of visit may take place twice on a day, at two places. What has one identifier that is
/// unique wherever it stands is one all the same.
const NAMED: &str = "Encounter";
/// What two sources know of one medicine: that it was ordered, and that it is taken.
const MEDICINES: [&str; 2] = ["MedicationRequest", "MedicationStatement"];

/// Parts of what may be left unsaid, by their places.
const WHEN: usize = 0;
const UNTIL: usize = 1;
const STATUS: usize = 2;
const CONTENT: usize = 3;

/// Between two parts.
const BREAK: char = '\u{2}';

/// What an entry says.
pub(super) struct Saying {
    text: Box<str>,
    /// Where what may be left unsaid begins.
    rest: usize,
}

impl PartialEq for Saying {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Saying {
    pub(super) fn of(member: &Member) -> Self {
        let facts = &member.facts;
        let (state, status) = state(facts);
        let sure = |it: &Option<String>| it.clone().filter(|it| it == "confirmed");
        let unsure = |it: &Option<String>| it.clone().filter(|it| it != "confirmed").unwrap_or_default();
        // An allergy has no second time.
        let (held, when) = match facts.resource_type.as_str() {
            "AllergyIntolerance" => (String::new(), day(&facts.when)),
            _ => (day(&facts.when), String::new()),
        };
        let code = facts.code.as_ref();
        let system = code.and_then(|code| code.system.as_deref());
        let title = bare(facts.title.as_deref().unwrap_or_default());
        let mut parts = vec![
            kind(facts).to_owned(),
            code.map(|code| format!("{}|{}", system.unwrap_or_default(), code.code))
                .unwrap_or_default(),
            match system.is_some_and(|system| NAME_WHOLLY.contains(&system)) {
                true => String::new(),
                false => folded(title),
            },
            state,
            unsure(&facts.verification),
            held,
            amount(facts.value.as_ref()),
            format!("{:?}", facts.negation),
        ];
        // Each source has its own order.
        let mut components: Vec<String> = facts.components.iter().map(component).collect();
        components.sort();
        parts.extend(components);
        let (lots, details): (Vec<&Detail>, Vec<&Detail>) =
            facts.details.iter().partition(|it| it.name == Detail::LOT);
        let told = details.iter().map(|it| format!("{}\u{1}{}", it.name, it.value));
        parts.extend(told);
        let text = |text: &Option<String>| folded(text.as_deref().unwrap_or_default());
        let content = (!is_told_wholly(facts)).then(|| format!("{:?}", member.row.entry.body));
        let unsaid = [
            when,
            day(&facts.until),
            status,
            content.unwrap_or_default(),
            sure(&facts.verification).unwrap_or_default(),
            text(&facts.severity),
            text(&facts.criticality),
            text(&facts.flag),
            text(&facts.reaction),
            dose(facts.dosage.as_deref().unwrap_or_default()),
            text(&facts.note),
            lots.first().map(|it| it.value.clone()).unwrap_or_default(),
        ];
        let mut whole = parts.join(&BREAK.to_string());
        let rest = whole.len();
        for part in unsaid {
            whole.push(BREAK);
            whole.push_str(&part.replace(BREAK, " "));
        }
        Self {
            text: whole.into_boxed_str(),
            rest,
        }
    }

    /// All of it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What must be alike.
    pub(super) fn core(&self) -> &str {
        self.text.get(..self.rest).unwrap_or_default()
    }

    /// What may be left unsaid, part by part; an empty one is.
    fn rest(&self) -> impl Iterator<Item = &str> {
        let rest = self.text.get(self.rest..).unwrap_or_default();
        rest.split(BREAK).skip(1)
    }

    /// How much of what may be left unsaid is said.
    pub(super) fn fullness(&self) -> usize {
        self.rest().filter(|it| !it.is_empty()).count()
    }
}

/// Whether the first says nothing that the second does not say as well.
pub(super) fn adds_nothing(one: &Member, to: &Member) -> bool {
    compare(one, to, is_less)
}

/// Whether neither contradicts the other.
pub(super) fn agree(one: &Member, other: &Member) -> bool {
    compare(one, other, |part, one, other| {
        is_less(part, one, other) || is_less(part, other, one)
    })
}

fn compare(one: &Member, other: &Member, fits: impl Fn(usize, &str, &str) -> bool) -> bool {
    let (a, b) = (one.said(), other.said());
    let of_two_kinds = one.facts.resource_type != other.facts.resource_type;
    let mut parts = a.rest().zip(b.rest()).enumerate();
    a.core() == b.core()
        && parts.all(|(part, (a, b))| match part {
            _ if a == b => true,
            // "No longer taken", as a statement says of whatever has ended, is not against the order's "stopped".
            STATUS if of_two_kinds && !a.is_empty() && !b.is_empty() => true,
            CONTENT => have_one_name(one, other),
            _ => fits(part, a, b) || sabotage::off("unsaid"),
        })
}

/// Whether the first leaves unsaid what the second says, or tells a date less precisely.
fn is_less(part: usize, one: &str, other: &str) -> bool {
    let begins = |rest: &str| [WHEN, UNTIL].contains(&part) && rest.starts_with('-');
    one.is_empty() || other.strip_prefix(one).is_some_and(begins)
}

/// Whether both have an identifier in common that names one thing wherever it stands.
fn have_one_name(one: &Member, other: &Member) -> bool {
    let names = |member: &Member| -> BTreeSet<String> {
        let identifiers = member
            .facts
            .identifiers
            .iter()
            .filter_map(|it| it.value.as_deref());
        let source = member.row.entry.source.iter().map(|it| it.id.as_str());
        let names = identifiers.chain(source).map(|it| it.to_lowercase());
        let names = names.map(|it| it.strip_prefix("urn:uuid:").map_or(it.clone(), str::to_owned));
        names.filter(|it| is_uuid(it)).collect()
    };
    one.facts.resource_type == NAMED && !names(one).is_disjoint(&names(other))
}

/// What is to be spoken of as one kind.
fn kind(facts: &Summary) -> &str {
    match MEDICINES.contains(&facts.resource_type.as_str()) {
        true => "medicine",
        false => &facts.resource_type,
    }
}

/// How the thing stands, as what must be said alike and what may be left unsaid: that it goes on. A medicine that is over is so,
/// however its end is called.
fn state(facts: &Summary) -> (String, String) {
    let status = facts.status.clone().unwrap_or_default();
    let goes_on = |unsaid: &[&str]| unsaid.contains(&status.as_str());
    match facts.resource_type.as_str() {
        "AllergyIntolerance" | "Condition" if goes_on(&["", "active"]) => (String::new(), status),
        kind if MEDICINES.contains(&kind) => match status.as_str() {
            "" | "unknown" => (String::new(), String::new()),
            "active" => (String::new(), status),
            "completed" | "stopped" => ("over".to_owned(), format!("{status}\u{1}{kind}")),
            _ => (status, String::new()),
        },
        _ => (status, String::new()),
    }
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

/// The same, of words in which numbers stand.
fn dose(text: &str) -> String {
    let words = text.split_whitespace().map(|word| number(word).to_lowercase());
    words.collect::<Vec<_>>().join(" ")
}

/// A number without the zeros that end its fraction; other words as they are.
fn number(word: &str) -> &str {
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    match word.split_once('.') {
        Some((whole, part)) if digits(whole.trim_start_matches('-')) && digits(part) => {
            word.trim_end_matches('0').trim_end_matches('.')
        }
        _ => word,
    }
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
        let written = match &value.number {
            Some(_) => number(&value.text),
            None => &value.text,
        };
        format!("{}\u{1}{written}\u{1}{}", text(&value.comparator), text(&unit))
    })
}
