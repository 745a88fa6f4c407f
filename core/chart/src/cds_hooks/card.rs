//! Cards: what a clinic's system shows of a finding.

use super::Say;
use super::markdown::{cut, line, literal};
use crate::care::{CareError, Checkup};
use crate::chart::Chart;
use pocketchart_knowledge::{Certainty, Finding, Findings, Kind, Severity, Text, source};
use serde::Serialize;
use std::collections::BTreeMap;

/// The most UTF-16 units of a summary.
const SUMMARY: usize = 140;
/// The system of our own codes.
const TOPICS: &str = "urn:pocketchart:finding";
const REASONS: &str = "urn:pocketchart:override-reason";
/// Why somebody may sign an order in spite of a card: each code with its text.
pub(super) const OVERRIDE_REASONS: [(&str, &str); 4] = [
    ("known-and-watched", "cds-override-known-and-watched"),
    ("benefit-outweighs", "cds-override-benefit-outweighs"),
    ("no-alternative", "cds-override-no-alternative"),
    ("not-so", "cds-override-not-so"),
];
/// The topic of the card about what was not checked.
const NOT_CHECKED: (&str, &str) = ("not-checked", "cds-topic-not-checked");

/// A code of ours, and the id of its text.
type Named = (&'static str, &'static str);

/// The answer of a service (specification, "CDS Service Response").
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CdsCards {
    /// Gravest first; a card about what was not checked is last.
    pub cards: Vec<CdsCard>,
}

/// One card (specification, "Card Attributes"). It suggests no action: whoever reads it decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CdsCard {
    /// Names this card of this one answer.
    pub uuid: String,
    /// What was found, in plain text of at most 140 UTF-16 units.
    pub summary: String,
    /// All of it, in GitHub's Markdown, where nothing that the record or a source says is markup.
    pub detail: String,
    /// How pressing it is.
    pub indicator: CdsIndicator,
    /// By which source.
    pub source: CdsSource,
    /// Why somebody may go on in spite of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub override_reasons: Vec<CdsCoding>,
}

/// How pressing a card is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CdsIndicator {
    /// Good to know, or not checked.
    Info,
    /// To be weighed.
    Warning,
    /// What must not be and is certain: only this may interrupt.
    Critical,
}

/// Where a card's rule is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CdsSource {
    /// Title and edition.
    pub label: String,
    /// Where it is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Which question it answers.
    pub topic: CdsCoding,
}

/// A code with its system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CdsCoding {
    /// The code.
    pub code: &'static str,
    /// The system of the code.
    pub system: &'static str,
    /// The code in words.
    pub display: String,
}

/// Makes cards.
pub(super) struct Cards<'a> {
    chart: &'a Chart,
    say: &'a Say<'a>,
    /// What entries outside of the record are called.
    names: Option<&'a BTreeMap<String, String>>,
}

impl<'a> Cards<'a> {
    pub(super) fn new(chart: &'a Chart, say: &'a Say<'a>) -> Self {
        Self {
            chart,
            say,
            names: None,
        }
    }

    pub(super) fn naming(self, names: &'a BTreeMap<String, String>) -> Self {
        Self {
            names: Some(names),
            ..self
        }
    }

    /// A card for each finding, and one for what was not checked.
    pub(super) fn of(&self, checkup: &Checkup, reasons: &[Named]) -> Result<CdsCards, CareError> {
        let findings = &checkup.findings;
        let mut cards = Vec::new();
        for finding in &findings.found {
            cards.push(self.finding(finding, checkup, reasons)?);
        }
        // What may interrupt comes first, however the rules sort.
        cards.sort_by_key(|card| std::cmp::Reverse(card.indicator));
        cards.extend(self.not_checked(findings));
        Ok(CdsCards { cards })
    }

    fn finding(&self, finding: &Finding, checkup: &Checkup, reasons: &[Named]) -> Result<CdsCard, CareError> {
        let says = (self.say)(&finding.says);
        let weight = self.text(weight(finding.severity), vec![]);
        let mut detail = vec![says.clone(), (self.say)(&finding.advice)];
        if let Certainty::Possible(missing) = &finding.certainty {
            let what: Vec<String> = missing.iter().map(self.say).collect();
            detail.push(self.text("care-possible", vec![("what", what.join(" "))]));
        }
        let titles: Vec<String> = finding
            .entries
            .iter()
            .filter_map(|it| self.title(it, checkup))
            .collect();
        if !titles.is_empty() {
            detail.push(self.text("care-about", vec![("items", titles.join(" · "))]));
        }
        let rule = &finding.rule;
        let known = source(rule.source)?;
        let title = known.as_ref().map_or(rule.source, |it| it.title);
        detail.push(self.text(
            "care-source",
            vec![("source", title.to_owned()), ("locator", rule.locator.to_owned())],
        ));
        detail.push(match rule.reviewed_by {
            Some(name) => self.text("care-reviewed", vec![("name", name.to_owned())]),
            None => self.text("care-not-reviewed", vec![]),
        });
        detail.extend(self.end(&checkup.findings));
        let edition = known.as_ref().map_or("", |it| it.edition);
        let weighed = finding.severity > Severity::Note;
        Ok(CdsCard {
            uuid: self.chart.new_uuid(),
            summary: cut(&format!("{weight}: {says}"), SUMMARY),
            detail: paragraphs(&detail),
            indicator: match finding.severity {
                _ if finding.interrupts() => CdsIndicator::Critical,
                Severity::Note => CdsIndicator::Info,
                _ => CdsIndicator::Warning,
            },
            source: CdsSource {
                label: line(&self.text(
                    "cds-source",
                    vec![("title", title.to_owned()), ("edition", edition.to_owned())],
                )),
                url: known
                    .map(|it| it.url.to_owned())
                    .filter(|it| it.starts_with("https://")),
                topic: self.coding(TOPICS, topic(finding.kind)),
            },
            override_reasons: reasons
                .iter()
                .filter(|_| weighed)
                .map(|reason| self.coding(REASONS, *reason))
                .collect(),
        })
    }

    /// Silence must not look like safety.
    fn not_checked(&self, findings: &Findings) -> Option<CdsCard> {
        let mut texts: Vec<String> = Vec::new();
        for text in findings.not_checked.iter().map(|gap| (self.say)(&gap.why)) {
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        if texts.is_empty() {
            return None;
        }
        let summary = self.text("care-not-checked", vec![("count", texts.len().to_string())]);
        let list: Vec<String> = texts.iter().map(|text| format!("* {}", literal(text))).collect();
        let end = paragraphs(&self.end(findings));
        Some(CdsCard {
            uuid: self.chart.new_uuid(),
            summary: cut(&summary, SUMMARY),
            detail: format!("{}\n\n{end}", list.join("\n")),
            indicator: CdsIndicator::Info,
            source: CdsSource {
                label: self.text("cds-source-own", vec![]),
                url: None,
                topic: self.coding(TOPICS, NOT_CHECKED),
            },
            override_reasons: Vec::new(),
        })
    }

    fn title(&self, entry: &str, checkup: &Checkup) -> Option<String> {
        let named = self.names.and_then(|names| names.get(entry));
        let held = || checkup.items.get(entry)?.facts.title.clone();
        named.cloned().or_else(held)
    }

    /// For which day and by which tables; and what it is not.
    fn end(&self, findings: &Findings) -> [String; 2] {
        let arguments = vec![
            ("day", findings.on.to_string()),
            ("version", findings.version.to_owned()),
        ];
        [
            self.text("care-end", arguments),
            self.text("care-information", vec![]),
        ]
    }

    fn coding(&self, system: &'static str, (code, text): Named) -> CdsCoding {
        CdsCoding {
            code,
            system,
            display: self.text(text, vec![]),
        }
    }

    fn text(&self, id: &'static str, arguments: Vec<(&'static str, String)>) -> String {
        (self.say)(&Text { id, arguments })
    }
}

fn paragraphs(texts: &[String]) -> String {
    let texts: Vec<String> = texts
        .iter()
        .map(|it| literal(it))
        .filter(|it| !it.is_empty())
        .collect();
    texts.join("\n\n")
}

fn weight(severity: Severity) -> &'static str {
    match severity {
        Severity::Contraindicated => "care-severity-contraindicated",
        Severity::Avoid => "care-severity-avoid",
        Severity::Precaution => "care-severity-precaution",
        Severity::Note => "care-severity-note",
    }
}

fn topic(kind: Kind) -> Named {
    match kind {
        Kind::Interaction => ("interaction", "cds-topic-interaction"),
        Kind::Duplicate => ("duplicate", "cds-topic-duplicate"),
        Kind::Allergy => ("allergy", "cds-topic-allergy"),
        Kind::Condition => ("condition", "cds-topic-condition"),
        Kind::Screening => ("screening", "cds-topic-screening"),
        Kind::Vaccine => ("vaccine", "cds-topic-vaccine"),
        Kind::Trend => ("trend", "cds-topic-trend"),
        // Kinds that are new are about results until they have a text of their own.
        _ => ("result", "cds-topic-result"),
    }
}
