//! Findings: what a rule says, what it is about, which source says so, and what was not checked.

use super::document::{at, author, id, short};
use super::words::Words;
use crate::output::{Mark, Page, quiet};
use pocketchart::knowledge::{self, Certainty, Finding, Kind, NotChecked, Rule, Severity, Text};
use pocketchart::{Acknowledged, AcknowledgementEffect as Effect, Checkup, FhirDateTime};
use pocketchart_strings::{Message, Value as Given};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A text that a rule names, with what it puts in.
pub(crate) fn said(words: Words<'_>, text: &Text) -> String {
    let mut arguments: Vec<(&'static str, Given<'_>)> = Vec::new();
    for (name, value) in &text.arguments {
        let value = match *name {
            // How many there are decides between one and many.
            "count" => value.parse().ok().map(Given::Count),
            "when" | "since" | "day" => Some(words.day(&FhirDateTime::new(value.as_str())).into()),
            "section" => Some(words.code("section-", value).into()),
            _ => None,
        }
        .unwrap_or_else(|| value.as_str().into());
        arguments.push((name, value));
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
    below(page, &said(words, &finding.advice));
    if let Certainty::Possible(missing) = &finding.certainty {
        let what: Vec<String> = missing.iter().map(|it| said(words, it)).collect();
        let what = what.join(" ").into();
        below(page, &words.show(&Message::CarePossible { what }));
    }
    let title = |entry: &String| {
        let held = || checkup.items.get(entry)?.facts.title.clone();
        typed.get(entry).cloned().or_else(held)
    };
    let titles: Vec<String> = finding.entries.iter().filter_map(title).collect();
    if !titles.is_empty() {
        let items = titles.join(" · ").into();
        below(page, &quiet(words.show(&Message::CareAbout { items })));
    }
    let rule = &finding.rule;
    let by = match rule.reviewed_by {
        Some(name) => words.show(&Message::CareReviewed { name: name.into() }),
        None => words.show(&Message::CareNotReviewed),
    };
    let source = knowledge::source(rule.source).ok().flatten();
    let source = words.show(&Message::CareSource {
        source: source.map_or(rule.source, |it| it.title).into(),
        locator: rule.locator.into(),
    });
    below(page, &quiet(format!("{source} {by}")));
    for said in checkup.acknowledgements(finding) {
        below(page, &acknowledged(words, said));
    }
    // To be copied: it must not be broken.
    page.exact(format!("    {}", rule_name(&finding.name())));
}

/// Who read a finding, when, and what they say.
fn acknowledged(words: Words<'_>, said: &Acknowledged) -> String {
    let (day, reason) = (words.at(said.at).into(), said.reason.as_str().into());
    let who = words.author(&said.by).into();
    words.show(&match said.effect {
        Effect::SetAside if said.by.is_you => Message::CareSetAsideByYou { day, reason },
        Effect::SetAside => Message::CareSetAsideBy { who, day, reason },
        Effect::Noted => Message::CareNotedBy { who, day, reason },
        Effect::Outdated => Message::CareOutdated { day, reason },
    })
}

/// What was set aside: in one line each, or in full where all is asked for, with what no rule finds any more.
pub(crate) fn set_aside(words: Words<'_>, page: &mut Page, aside: &[&Finding], checkup: &Checkup, all: bool) {
    if !aside.is_empty() {
        page.blank();
        page.line(words.show(&Message::CareSetAside {
            count: aside.len().into(),
        }));
    }
    for it in aside {
        if all {
            page.blank();
            finding(words, page, it, checkup, &BTreeMap::new());
            continue;
        }
        let (name, _) = severity(it.severity);
        let weight = words.code("care-severity-", name);
        page.line(format!("{weight}: {}", said(words, &it.says)));
        if let Some(by) = checkup.set_aside(it) {
            below(page, &acknowledged(words, by));
        }
        page.exact(format!("    {}", rule_name(&it.name())));
    }
    let gone = checkup.acknowledged.iter().filter(|it| it.finding.is_none());
    let gone: Vec<&Acknowledged> = gone.filter(|_| all).collect();
    if !gone.is_empty() {
        page.blank();
        page.line(words.show(&Message::CareSetAsideGone {
            count: gone.len().into(),
        }));
    }
    for it in &gone {
        let item = words.show(&Message::CareSetAsideGoneItem {
            rule: it.rule.as_str().into(),
            day: words.at(it.at).into(),
            reason: it.reason.as_str().into(),
        });
        below(page, &item);
    }
    if !aside.is_empty() {
        page.line(quiet(words.show(&Message::CareTakeBack)));
    }
}

pub(crate) fn acknowledged_document(it: &Acknowledged) -> Value {
    json!({
        "id": id(&it.id), "short": short(&it.id), "section": it.section.name(), "by": author(&it.by), "at": at(it.at),
        "reason": it.reason, "rule": it.rule, "version": it.version,
        "about": it.about.iter().map(id).collect::<Value>(), "finding": it.finding,
        "effect": match it.effect {
            Effect::SetAside => "set-aside",
            Effect::Noted => "noted",
            Effect::Outdated => "outdated",
        },
    })
}

/// A line that belongs to the one above.
fn below(page: &mut Page, text: &str) {
    page.hanging("   ", "   ", text);
}

/// What no rule could look at; silence must not look like safety.
pub(crate) fn not_checked(words: Words<'_>, page: &mut Page, all: &[NotChecked], shown: usize) {
    // Several engines miss the same.
    let mut texts: Vec<String> = Vec::new();
    for text in all.iter().map(|gap| said(words, &gap.why)) {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    if texts.is_empty() {
        return;
    }
    let count = texts.len();
    page.blank();
    page.line(Mark::Caution.line(&words.show(&Message::CareNotChecked { count: count.into() })));
    for text in texts.iter().take(shown) {
        below(page, text);
    }
    if let Some(more) = count.checked_sub(shown).filter(|more| *more > 0) {
        below(
            page,
            &quiet(words.show(&Message::CareMore { count: more.into() })),
        );
    }
}

fn text_document(words: Words<'_>, text: &Text) -> Value {
    json!({ "id": text.id, "text": said(words, text) })
}

pub(crate) fn finding_document(words: Words<'_>, finding: &Finding, checkup: &Checkup) -> Value {
    let missing = match &finding.certainty {
        Certainty::Certain => Vec::new(),
        Certainty::Possible(missing) => missing.iter().map(|it| text_document(words, it)).collect(),
    };
    let rule = &finding.rule;
    json!({
        "name": finding.name(),
        "kind": kind(finding.kind),
        "severity": severity(finding.severity).0,
        "interrupts": checkup.interrupting().any(|it| it == finding),
        "set_aside": checkup.set_aside(finding).is_some(),
        "acknowledgements": checkup.acknowledgements(finding).map(acknowledged_document).collect::<Value>(),
        "certain": finding.certainty == Certainty::Certain,
        "missing": missing,
        "entries": finding.entries,
        "says": text_document(words, &finding.says),
        "advice": text_document(words, &finding.advice),
        "rule": rule_document(rule),
    })
}

pub(crate) fn rule_document(rule: &Rule) -> Value {
    json!({
        "table": rule.table, "row": rule.row, "source": rule.source, "locator": rule.locator,
        "dated": rule.dated, "reviewed_by": rule.reviewed_by,
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
        "findings": findings.found.iter().map(|it| finding_document(words, it, checkup)).collect::<Value>(),
        "acknowledged": checkup.acknowledged.iter().map(acknowledged_document).collect::<Value>(),
        "not_checked": not_checked_document(words, &findings.not_checked),
    })
}
