//! What an entry says, in a form that can be compared: what every statement of a thing must say alike, and what a source may leave
//! unsaid.
//!
//! One statement *adds nothing* to another if what must be alike is alike and each of the rest is the same or left unsaid: then both are
//! one, and the fuller one is shown. To leave unsaid is harmless only in one direction. That something is doubted, refuted, over or
//! taken back must be said by both: the silence of one source is not allowed to make the word of another weaker.

use super::Member;
use crate::import::is_uuid;
use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::summary::{Amount, Detail, Negation, Reading, Summary, bare};
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
/// Between two pieces of one.
const PIECE: char = '\u{1}';

/// What an entry says.
pub(super) struct Saying {
    text: Box<str>,
    /// Where what may be left unsaid begins.
    rest: usize,
    /// Identifiers that name one thing wherever it stands, where they matter.
    names: Vec<String>,
}

impl PartialEq for Saying {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Saying {
    pub(super) fn of(member: &Member) -> Self {
        let facts = &member.facts;
        let mut words = Words(String::with_capacity(256));
        must_be_alike(facts, &mut words);
        let rest = words.0.len();
        may_be_unsaid(member, &mut words);
        Self {
            text: words.0.into_boxed_str(),
            rest,
            names: match facts.resource_type == NAMED {
                true => names(member),
                false => Vec::new(),
            },
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
    let (these, those) = (one.said(), other.said());
    let of_two_kinds = one.facts.resource_type != other.facts.resource_type;
    let mut parts = these.rest().zip(those.rest()).enumerate();
    these.core() == those.core()
        && parts.all(|(part, (a, b))| match part {
            _ if a == b => true,
            // "No longer taken", as a statement says of whatever has ended, is not against the order's "stopped".
            STATUS if of_two_kinds && !a.is_empty() && !b.is_empty() => true,
            CONTENT => these.names.iter().any(|it| those.names.contains(it)),
            _ => fits(part, a, b) || sabotage::off("unsaid"),
        })
}

/// Whether the first leaves unsaid what the second says, or tells a date less precisely.
fn is_less(part: usize, one: &str, other: &str) -> bool {
    let begins = |rest: &str| [WHEN, UNTIL].contains(&part) && rest.starts_with('-');
    one.is_empty() || other.strip_prefix(one).is_some_and(begins)
}

/// The identifiers of an entry that name one thing wherever it stands.
fn names(member: &Member) -> Vec<String> {
    let identifiers = member
        .facts
        .identifiers
        .iter()
        .filter_map(|it| it.value.as_deref());
    let source = member.row.entry.source.iter().map(|it| it.id.as_str());
    let names = identifiers.chain(source).map(|it| it.to_lowercase());
    let names = names.map(|it| it.strip_prefix("urn:uuid:").map_or(it.clone(), str::to_owned));
    names.filter(|it| is_uuid(it)).collect()
}

/// What every statement of a thing must say alike.
fn must_be_alike(facts: &Summary, words: &mut Words) {
    words.as_written(kind(facts));
    words.next();
    let system = facts.code.as_ref().and_then(|code| code.system.as_deref());
    if let Some(code) = &facts.code {
        words.as_written(system.unwrap_or_default());
        words.as_written("|");
        words.as_written(&code.code);
    }
    words.next();
    if !system.is_some_and(|system| NAME_WHOLLY.contains(&system)) {
        words.folded(bare(facts.title.as_deref().unwrap_or_default()));
    }
    words.next();
    words.as_written(state(facts).0);
    words.next();
    words.as_written(unsure(facts).unwrap_or_default());
    words.next();
    if !has_no_second_time(facts) {
        words.as_written(day(&facts.when));
    }
    words.next();
    words.amount(facts.value.as_ref());
    words.next();
    words.as_written(facts.negation.map_or("", negated));
    words.next();
    words.components(&facts.components);
    for told in facts.details.iter().filter(|it| it.name != Detail::LOT) {
        words.next();
        words.as_written(&told.name);
        words.inside();
        words.as_written(&told.value);
    }
}

/// What a source may leave unsaid, each part in its place.
fn may_be_unsaid(member: &Member, words: &mut Words) {
    let facts = &member.facts;
    let text = |text: &Option<String>, words: &mut Words| words.folded(text.as_deref().unwrap_or_default());
    let parts: [&dyn Fn(&mut Words); 12] = [
        &|words| {
            if has_no_second_time(facts) {
                words.as_written(day(&facts.when));
            }
        },
        &|words| words.as_written(day(&facts.until)),
        &|words| {
            let (status, kind) = state(facts).1;
            words.as_written(status);
            if let Some(kind) = kind {
                words.inside();
                words.as_written(kind);
            }
        },
        &|words| {
            if !is_told_wholly(facts) {
                words.as_written(&format!("{:?}", member.row.entry.body));
            }
        },
        &|words| {
            if unsure(facts).is_none() {
                words.as_written(facts.verification.as_deref().unwrap_or_default());
            }
        },
        &|words| text(&facts.severity, words),
        &|words| text(&facts.criticality, words),
        &|words| text(&facts.flag, words),
        &|words| text(&facts.reaction, words),
        &|words| words.dose(facts.dosage.as_deref().unwrap_or_default()),
        &|words| text(&facts.note, words),
        &|words| {
            let lot = facts.details.iter().find(|it| it.name == Detail::LOT);
            words.as_written(lot.map_or("", |it| &it.value));
        },
    ];
    for part in parts {
        words.part(part);
    }
}

/// Parts of a text, one behind the other.
struct Words(String);

impl Words {
    /// Begins the next part.
    fn next(&mut self) {
        self.0.push(BREAK);
    }

    /// Begins the next piece of a part.
    fn inside(&mut self) {
        self.0.push(PIECE);
    }

    /// A part in which nothing looks like the begin of another.
    fn part(&mut self, say: impl Fn(&mut Self)) {
        self.next();
        let begin = self.0.len();
        say(self);
        let said = self.0.get(begin..).unwrap_or_default();
        if said.contains(BREAK) {
            let said = said.replace(BREAK, " ");
            self.0.truncate(begin);
            self.0.push_str(&said);
        }
    }

    fn as_written(&mut self, text: &str) {
        self.0.push_str(text);
    }

    fn in_small_letters(&mut self, word: &str) {
        if word.is_ascii() {
            self.0.extend(word.chars().map(|it| it.to_ascii_lowercase()));
        } else {
            self.0.push_str(&word.to_lowercase());
        }
    }

    /// Small letters and single spaces: signs and the order of words stay, since `1/2` is not `1-2`.
    fn folded(&mut self, text: &str) {
        self.each(text, |word| word);
    }

    /// The same, of words in which numbers stand.
    fn dose(&mut self, text: &str) {
        self.each(text, number);
    }

    fn each(&mut self, text: &str, of: impl Fn(&str) -> &str) {
        for (at, word) in text.split_whitespace().enumerate() {
            if at > 0 {
                self.0.push(' ');
            }
            self.in_small_letters(of(word));
        }
    }

    fn amount(&mut self, value: Option<&Amount>) {
        let Some(value) = value else { return };
        self.as_written(value.comparator.as_deref().unwrap_or_default());
        self.inside();
        self.as_written(match &value.number {
            Some(_) => number(&value.text),
            None => &value.text,
        });
        self.inside();
        let unit = value.ucum.as_ref().or(value.unit.as_ref());
        self.as_written(unit.map_or("", String::as_str));
    }

    /// Each source has its own order.
    fn components(&mut self, all: &[Reading]) {
        let mut parts: Vec<String> = all.iter().map(component).collect();
        parts.sort();
        for part in parts {
            self.next();
            self.as_written(&part);
        }
    }
}

/// What is to be spoken of as one kind.
fn kind(facts: &Summary) -> &str {
    match MEDICINES.contains(&facts.resource_type.as_str()) {
        true => "medicine",
        false => &facts.resource_type,
    }
}

/// How the thing stands: what must be said alike, and, as what may be left unsaid, that it goes on. A medicine that is over is so,
/// however its end is called: of which kind of statement the word is stands behind it.
fn state(facts: &Summary) -> (&str, (&str, Option<&str>)) {
    let status = facts.status.as_deref().unwrap_or_default();
    match (facts.resource_type.as_str(), status) {
        ("AllergyIntolerance" | "Condition", "" | "active") => ("", (status, None)),
        (kind, "" | "unknown") if MEDICINES.contains(&kind) => ("", ("", None)),
        (kind, "active") if MEDICINES.contains(&kind) => ("", (status, None)),
        (kind, "completed" | "stopped") if MEDICINES.contains(&kind) => ("over", (status, Some(kind))),
        _ => (status, ("", None)),
    }
}

/// A verification that leaves it open whether the thing is so.
fn unsure(facts: &Summary) -> Option<&str> {
    facts.verification.as_deref().filter(|it| *it != "confirmed")
}

/// An allergy has no second time.
fn has_no_second_time(facts: &Summary) -> bool {
    facts.resource_type == "AllergyIntolerance"
}

fn negated(negation: Negation) -> &'static str {
    match negation {
        Negation::NoneKnown => "none known",
        Negation::NoInformation => "no information",
        Negation::NotDone => "not done",
    }
}

/// Whether all that matters is among the facts; a finding without a value may hold a curve, a picture, or nothing.
fn is_told_wholly(facts: &Summary) -> bool {
    let has_value = facts.value.is_some()
        || !facts.components.is_empty() && facts.components.iter().all(|it| it.value.is_some());
    TOLD_WHOLLY.contains(&facts.resource_type.as_str()) && (facts.resource_type != "Observation" || has_value)
}

fn component(part: &Reading) -> String {
    let mut words = Words(String::new());
    match &part.code {
        Some(code) => words.as_written(&code.code),
        None => words.folded(part.title.as_deref().unwrap_or_default()),
    }
    words.inside();
    words.amount(part.value.as_ref());
    words.0
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

fn day(date: &Option<FhirDateTime>) -> &str {
    let date = date.as_ref();
    let day = date.and_then(FhirDateTime::day);
    day.or(date.map(FhirDateTime::as_str)).unwrap_or_default()
}
