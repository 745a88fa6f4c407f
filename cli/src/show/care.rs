//! Findings: what a rule says, what it is about, which source says so, and what was not checked.

use super::words::Words;
use crate::output::{Mark, Page, quiet};
use pocketchart::Checkup;
use pocketchart::knowledge::{Certainty, Finding, Kind, NotChecked, Severity, Text};
use pocketchart_strings::{Message, Value as Given};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A text that a rule names, with what it puts in.
pub(crate) fn said(words: Words<'_>, text: &Text) -> String {
    let mut arguments: Vec<(&'static str, Given<'_>)> = Vec::new();
    for (name, value) in &text.arguments {
        // How many there are decides between one and many.
        let count = value.parse().ok().filter(|_| *name == "count").map(Given::Count);
        arguments.push((name, count.unwrap_or_else(|| value.as_str().into())));
    }
    words
        .0
        .by_id(text.id, &arguments)
        .unwrap_or_else(|_| text.id.to_owned())
}

/// Table and row of a finding's name: what a person types.
pub(crate) fn rule_name(finding: &str) -> &str {
    let end = finding
        .match_indices('/')
        .nth(1)
        .map_or(finding.len(), |(at, _)| at);
    finding.get(..end).unwrap_or(finding)
}

fn severity(severity: Severity) -> (&'static str, Mark) {
    match severity {
        Severity::Contraindicated => ("contraindicated", Mark::Danger),
        Severity::Avoid => ("avoid", Mark::Danger),
        Severity::Precaution => ("precaution", Mark::Caution),
        Severity::Note => ("note", Mark::None),
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Interaction => "interaction",
        Kind::Duplicate => "duplicate",
        Kind::Allergy => "allergy",
        Kind::Condition => "condition",
        Kind::Screening => "screening",
        Kind::Vaccine => "vaccine",
        Kind::Result => "result",
        Kind::Trend => "trend",
        _ => "other",
    }
}

/// One finding, with what it is about and who says so.
pub(crate) fn finding(
    words: Words<'_>,
    page: &mut Page,
    finding: &Finding,
    checkup: &Checkup,
    typed: &BTreeMap<String, String>,
) {
    let (name, mark) = severity(finding.severity);
    let weight = words.code("care-severity-", name);
    page.line(mark.line(&format!("{weight}: {}", said(words, &finding.says))));
    page.line(format!("    {}", said(words, &finding.advice)));
    if let Certainty::Possible(missing) = &finding.certainty {
        let what = missing
            .iter()
            .map(|it| said(words, it))
            .collect::<Vec<_>>()
            .join(" ");
        page.line(format!(
            "    {}",
            words.show(&Message::CarePossible { what: what.into() })
        ));
    }
    let titles: Vec<String> = finding
        .entries
        .iter()
        .filter_map(|entry| {
            let held = || checkup.items.get(entry)?.facts.title.clone();
            typed.get(entry).cloned().or_else(held)
        })
        .collect();
    if !titles.is_empty() {
        let items = titles.join(" · ").into();
        page.line(quiet(format!(
            "    {}",
            words.show(&Message::CareAbout { items })
        )));
    }
    let rule = &finding.rule;
    let by = match rule.reviewed_by {
        Some(name) => words.show(&Message::CareReviewed { name: name.into() }),
        None => words.show(&Message::CareNotReviewed),
    };
    let source = words.show(&Message::CareSource {
        source: rule.source.into(),
        locator: rule.locator.into(),
        rule: rule_name(&finding.name()).into(),
    });
    page.line(quiet(format!("    {source} {by}")));
}

/// What no rule could look at; silence must not look like safety.
pub(crate) fn not_checked(words: Words<'_>, page: &mut Page, all: &[NotChecked], shown: usize) {
    if all.is_empty() {
        return;
    }
    page.blank();
    page.line(Mark::Caution.line(&words.show(&Message::CareNotChecked {
        count: all.len().into(),
    })));
    for gap in all.iter().take(shown) {
        page.line(format!("    {}", said(words, &gap.why)));
    }
    if let Some(more) = all.len().checked_sub(shown).filter(|more| *more > 0) {
        page.line(quiet(format!(
            "    {}",
            words.show(&Message::CareMore { count: more.into() })
        )));
    }
}

fn text_document(words: Words<'_>, text: &Text) -> Value {
    json!({ "id": text.id, "text": said(words, text) })
}

pub(crate) fn finding_document(words: Words<'_>, finding: &Finding) -> Value {
    let missing = match &finding.certainty {
        Certainty::Certain => Vec::new(),
        Certainty::Possible(missing) => missing.iter().map(|it| text_document(words, it)).collect(),
    };
    let rule = &finding.rule;
    json!({
        "name": finding.name(),
        "kind": kind(finding.kind),
        "severity": severity(finding.severity).0,
        "interrupts": finding.interrupts(),
        "certain": finding.certainty == Certainty::Certain,
        "missing": missing,
        "entries": finding.entries,
        "says": text_document(words, &finding.says),
        "advice": text_document(words, &finding.advice),
        "rule": {
            "table": rule.table, "row": rule.row, "source": rule.source, "locator": rule.locator,
            "dated": rule.dated, "reviewed_by": rule.reviewed_by,
        },
    })
}

pub(crate) fn not_checked_document(words: Words<'_>, all: &[NotChecked]) -> Value {
    all.iter()
        .map(|gap| json!({ "entry": gap.entry, "why": text_document(words, &gap.why) }))
        .collect()
}

pub(crate) fn checkup_document(words: Words<'_>, checkup: &Checkup) -> Value {
    let findings = &checkup.findings;
    json!({
        "day": findings.on.to_string(),
        "version": findings.version,
        "findings": findings.found.iter().map(|it| finding_document(words, it)).collect::<Value>(),
        "not_checked": not_checked_document(words, &findings.not_checked),
    })
}
