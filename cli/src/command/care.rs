//! What the record says about its owner's care, and by which rule.

use crate::arguments::{Check, Explain, OnDay, Vaccines, WhatIf};
use crate::failure::{Exit, Failure};
use crate::output::{Page, quiet};
use crate::program::{Answer, Program};
use crate::show::{self, Words};
use jiff::Zoned;
use pocketchart::build::{Concept, Medicine};
use pocketchart::knowledge::{self, Finding, due::Status};
use pocketchart::{CareError, Checkup, Draft};
use pocketchart_strings::Message;
use serde_json::json;
use std::collections::BTreeMap;

/// So many of what was not checked are shown unless all are asked for.
pub(super) const SHOWN: usize = 12;

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
    let is_open = |finding: &&Finding| checkup.set_aside(finding).is_none();
    let (open, aside): (Vec<&Finding>, Vec<&Finding>) = findings.found.iter().partition(is_open);
    let mut page = Page::default();
    page.line(program.show(&match (open.len(), aside.len()) {
        (0, 1..) => Message::CareNothingElse,
        (count, _) => Message::CareHeading { count: count.into() },
    }));
    for finding in &open {
        page.blank();
        show::finding(words, &mut page, finding, checkup, typed);
    }
    show::set_aside(words, &mut page, &aside, checkup, shown == usize::MAX);
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
    let found: Vec<_> = of_rule(&checkup, &asked.rule).collect();
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
    let documents: Vec<_> = found
        .iter()
        .map(|it| show::finding_document(words, it, &checkup))
        .collect();
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

/// What a rule finds, by the rule's name or the finding's own.
pub(super) fn of_rule<'a>(checkup: &'a Checkup, rule: &'a str) -> impl Iterator<Item = &'a Finding> {
    let found = checkup.findings.found.iter();
    found.filter(move |it| {
        let name = it.name();
        rule == name || rule == show::rule_name(&name)
    })
}

/// Which vaccines are due, and which doses do not count.
pub(super) fn vaccines(program: &Program, asked: &Vaccines) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let day = day(&asked.day);
    let immunizations = chart.vaccines(&day)?;
    let words = Words(program.output.text());
    let mut page = Page::default();
    match &immunizations.forecast {
        Some(forecast) if asked.questions => show::vaccine_questions(words, &mut page, forecast),
        Some(forecast) => show::vaccines(words, &mut page, forecast),
        None => {}
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
    let said = chart.screenings(&day)?;
    let screenings = &said.screenings;
    let words = Words(program.output.text());
    let mut page = Page::default();
    let not_for_you = screenings
        .iter()
        .filter(|it| it.status == Status::NotApplicable)
        .count();
    show::screenings(words, &mut page, screenings);
    if not_for_you > 0 {
        page.blank().line(quiet(program.show(&Message::DueNotForYou {
            count: not_for_you.into(),
        })));
    }
    show::not_checked(words, &mut page, &said.not_checked, SHOWN);
    page.blank();
    page.line(program.show(&Message::CareInformation));
    let documents: Vec<_> = screenings
        .iter()
        .map(|it| show::screening_document(words, it))
        .collect();
    Ok(Answer::new(
        page,
        json!({
            "day": day, "screenings": documents,
            "not_checked": show::not_checked_document(words, &said.not_checked),
        }),
    ))
}

/// The day that was typed, else today where the person is.
pub(super) fn day(asked: &OnDay) -> String {
    let today = || Zoned::now().date().to_string();
    asked.on.clone().unwrap_or_else(today)
}
