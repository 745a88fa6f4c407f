//! What the record says about its owner's care, and by which rule.

use crate::arguments::{Check, Explain, OnDay, WhatIf};
use crate::failure::{Exit, Failure};
use crate::output::{Page, quiet};
use crate::program::{Answer, Program};
use crate::show::{self, Words};
use jiff::Zoned;
use pocketchart::build::{Concept, Medicine};
use pocketchart::knowledge::{self, due::Status};
use pocketchart::{CareError, Checkup, Draft};
use pocketchart_strings::Message;
use serde_json::json;
use std::collections::BTreeMap;

/// So many of what was not checked are shown unless all are asked for.
const SHOWN: usize = 12;

/// All that is found.
pub(super) fn check(program: &Program, asked: &Check) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let checkup = chart.checkup(&day(&asked.day))?;
    let shown = if asked.all { usize::MAX } else { SHOWN };
    Ok(answer(program, &checkup, &BTreeMap::new(), shown))
}

/// What medicines would bring before they are taken.
pub(super) fn what_if(program: &Program, asked: &WhatIf) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let draft = |name: &String| {
        Draft::Medicine(Medicine {
            what: Concept::words(name.as_str()),
            ..Medicine::default()
        })
    };
    let drafts: Vec<Draft> = asked.medicines.iter().map(draft).collect();
    let checkup = chart.what_if(&day(&asked.day), &drafts)?;
    let names = (1..).zip(&asked.medicines);
    let typed = names
        .map(|(number, name)| (format!("new-{number}"), name.clone()))
        .collect();
    Ok(answer(program, &checkup, &typed, usize::MAX))
}

fn answer(program: &Program, checkup: &Checkup, typed: &BTreeMap<String, String>, shown: usize) -> Answer {
    let words = Words(program.output.text());
    let findings = &checkup.findings;
    let mut page = Page::default();
    page.line(program.show(&Message::CareHeading {
        count: findings.found.len().into(),
    }));
    for finding in &findings.found {
        page.blank();
        show::finding(words, &mut page, finding, checkup, typed);
    }
    show::not_checked(words, &mut page, &findings.not_checked, shown);
    page.blank().line(quiet(program.show(&Message::CareEnd {
        version: findings.version.into(),
        day: program.output.text().date(&findings.on.to_string()).into(),
    })));
    if !findings.found.is_empty() {
        page.line(quiet(program.show(&Message::CareNext)));
    }
    page.line(program.show(&Message::CareInformation));
    Answer::new(page, show::checkup_document(words, checkup))
}

/// One rule, what it found, and where it comes from.
pub(super) fn explain(program: &Program, asked: &Explain) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let checkup = chart.checkup(&day(&asked.day))?;
    let words = Words(program.output.text());
    let of_rule = |name: &str| asked.rule == name || asked.rule == show::rule_name(name);
    let found: Vec<_> = checkup
        .findings
        .found
        .iter()
        .filter(|it| of_rule(&it.name()))
        .collect();
    let source = match found.first() {
        Some(finding) => knowledge::source(finding.rule.source).map_err(CareError::from)?,
        None => None,
    };
    let Some(source) = source else {
        return Err(Failure::new("care-no-such-finding", Exit::NotFound));
    };
    let mut page = Page::default();
    for finding in &found {
        show::finding(words, &mut page, finding, &checkup, &BTreeMap::new());
        page.blank();
    }
    for line in [
        Message::CareSourceTitle {
            title: source.title.into(),
            publisher: source.publisher.into(),
        },
        Message::CareSourceEdition {
            edition: source.edition.into(),
            url: source.url.into(),
        },
        Message::CareSourceTerms {
            licence: source.licence.into(),
            attribution: source.attribution.into(),
        },
        Message::CareWouldChange,
    ] {
        page.line(program.show(&line));
    }
    page.blank().line(program.show(&Message::CareInformation));
    let documents: Vec<_> = found.iter().map(|it| show::finding_document(words, it)).collect();
    Ok(Answer::new(
        page,
        json!({
            "findings": documents, "version": checkup.findings.version, "day": checkup.findings.on.to_string(),
            "source": {
                "id": source.id, "title": source.title, "publisher": source.publisher, "edition": source.edition,
                "url": source.url, "licence": source.licence, "attribution": source.attribution,
            },
        }),
    ))
}

/// Which vaccines are due, and which doses do not count.
pub(super) fn vaccines(program: &Program, asked: &OnDay) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let day = day(asked);
    let immunizations = chart.vaccines(&day)?;
    let words = Words(program.output.text());
    let mut page = Page::default();
    if let Some(forecast) = &immunizations.forecast {
        show::vaccines(words, &mut page, forecast);
    }
    show::not_checked(words, &mut page, &immunizations.not_checked, SHOWN);
    page.blank().line(program.show(&Message::CareInformation));
    Ok(Answer::new(
        page,
        show::vaccines_document(words, &day, &immunizations),
    ))
}

/// Where each screening stands.
pub(super) fn due(program: &Program, asked: &OnDay) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let day = day(asked);
    let screenings = chart.screenings(&day)?;
    let words = Words(program.output.text());
    let mut page = Page::default();
    let not_for_you = screenings
        .iter()
        .filter(|it| it.status == Status::NotApplicable)
        .count();
    show::screenings(words, &mut page, &screenings);
    page.blank().line(quiet(program.show(&Message::DueNotForYou {
        count: not_for_you.into(),
    })));
    page.line(program.show(&Message::CareInformation));
    let documents: Vec<_> = screenings
        .iter()
        .map(|it| show::screening_document(words, it))
        .collect();
    Ok(Answer::new(page, json!({ "day": day, "screenings": documents })))
}

/// The day that was typed, else today where the person is.
pub(super) fn day(asked: &OnDay) -> String {
    let today = || Zoned::now().date().to_string();
    asked.on.clone().unwrap_or_else(today)
}
