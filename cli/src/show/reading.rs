//! One statement in one row: how bad or how it stands, what, how much, when.

use super::medicine;
use super::words::{Words, coded};
use crate::output::Mark;
use pocketchart::{Negation, Reading, Section, Summary};
use pocketchart_strings::Message;

/// The parts of a row.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) mark: Mark,
    /// Beside the mark, so that the meaning is in a word too.
    pub(super) word: String,
    pub(super) what: String,
    pub(super) value: String,
    pub(super) when: String,
    /// Reaction, dosage, usual range, codes.
    pub(super) more: Vec<String>,
}

/// The parts of a statement in a section.
pub(super) fn parts(words: Words<'_>, section: Section, facts: &Summary, past: bool) -> Parts {
    let (mark, word) = standing(words, section, facts, past);
    let mut more = Vec::new();
    more.extend(facts.reaction.clone());
    more.extend(facts.dosage.clone());
    if let Some(range) = &facts.range {
        let range = words.usual(range);
        more.push(words.show(&Message::FactUsual { range: range.into() }));
    }
    if section == Section::Allergies {
        let certainty = facts.verification.as_deref().filter(|it| *it != "refuted");
        more.extend(certainty.map(|it| words.code("verification-", it)));
    }
    let until = facts
        .until
        .as_ref()
        .filter(|_| since(section) && facts.when.is_some());
    let when = match until {
        Some(until) => {
            more.push(words.span(None, Some(until)));
            words.brief_span(facts.when.as_ref(), None)
        }
        None => words.brief_span(facts.when.as_ref(), facts.until.as_ref()),
    };
    more.extend(facts.code.as_ref().map(coded));
    Parts {
        mark,
        word,
        what: title(words, facts),
        value: value(words, facts),
        when,
        more,
    }
}

/// Whether a list of the section says since when things are; until when stands below.
pub(super) fn since(section: Section) -> bool {
    matches!(
        section,
        Section::Allergies | Section::Medications | Section::Problems
    )
}

/// The name of a thing, or what kind of thing has none.
pub(crate) fn title(words: Words<'_>, facts: &Summary) -> String {
    let unnamed = || match facts.resource_type.as_str() {
        "" => words.show(&Message::WhatUnread),
        kind => words.show(&Message::WhatUnnamed { kind: kind.into() }),
    };
    facts
        .title
        .clone()
        .filter(|it| !it.trim().is_empty())
        .unwrap_or_else(unnamed)
}

/// What was measured, with the parts of it.
pub(super) fn value(words: Words<'_>, facts: &Summary) -> String {
    if let Some(value) = &facts.value {
        return words.amount(value);
    }
    if let Some(joined) = pressure(&facts.components) {
        return joined;
    }
    let part = |part: &Reading| {
        let title = part.title.clone().unwrap_or_default();
        part.value
            .as_ref()
            .map(|value| format!("{title} {}", words.amount(value)))
    };
    facts
        .components
        .iter()
        .filter_map(part)
        .collect::<Vec<_>>()
        .join(", ")
}

/// Two numbers of one unit, such as a blood pressure: `128/82 mmHg`.
fn pressure(parts: &[Reading]) -> Option<String> {
    const SYSTOLIC: &str = "8480-6";
    const DIASTOLIC: &str = "8462-4";
    let find = |code: &str| {
        let part = parts
            .iter()
            .find(|part| part.code.as_ref().is_some_and(|it| it.code == code))?;
        part.value.as_ref()
    };
    let (high, low) = (find(SYSTOLIC)?, find(DIASTOLIC)?);
    let unit = high.unit.as_deref().unwrap_or_default();
    (high.unit == low.unit).then(|| format!("{}/{} {unit}", high.text, low.text).trim().to_owned())
}

fn standing(words: Words<'_>, section: Section, facts: &Summary, past: bool) -> (Mark, String) {
    let status = || {
        facts
            .status
            .as_deref()
            .map(|it| words.code("status-", it))
            .unwrap_or_default()
    };
    if facts.negation == Some(Negation::NoneKnown) {
        return (Mark::None, words.show(&Message::StateNoneKnown));
    }
    if facts.verification.as_deref() == Some("refuted") {
        return (Mark::None, words.code("verification-", "refuted"));
    }
    if let Some(word) = medicine::standing(words, facts) {
        return (Mark::None, word);
    }
    match section {
        Section::Allergies if past => (Mark::None, status()),
        Section::Allergies => {
            let high = facts.criticality.as_deref() == Some("high");
            match facts.severity.as_deref() {
                Some("severe") => (Mark::Danger, words.code("severity-", "severe")),
                _ if high => (Mark::Danger, words.code("criticality-", "high")),
                Some(other) => (Mark::None, words.code("severity-", other)),
                None => (Mark::None, words.show(&Message::SeverityUnstated)),
            }
        }
        Section::Results | Section::Vitals => match facts.flag.as_deref() {
            Some(flag @ ("HH" | "LL" | "AA" | "HU" | "LU")) => (Mark::Danger, words.code("flag-", flag)),
            Some(flag @ ("N" | "NEG")) => (Mark::Good, words.code("flag-", flag)),
            Some(flag) => (Mark::Caution, words.code("flag-", flag)),
            None => (Mark::None, String::new()),
        },
        Section::Medications | Section::Problems | Section::CarePlan | Section::Immunizations => {
            (Mark::None, status())
        }
        _ => (Mark::None, String::new()),
    }
}
