//! Findings for a clinic's system, as cards of CDS Hooks.

use super::care::day;
use crate::arguments::CdsHooks;
use crate::failure::Failure;
use crate::file;
use crate::output::{Mark, Page, quiet};
use crate::program::{Answer, Program};
use crate::show::{Words, said};
use pocketchart::{CdsIndicator, CdsRequest, cds_services};
use pocketchart_strings::Message;
use serde_json::json;
use std::path::Path;

/// The services, or the answer to a request of one.
pub(super) fn cds_hooks(program: &Program, asked: &CdsHooks) -> Result<Answer, Failure> {
    match &asked.request {
        Some(request) => answer(program, request, &day(&asked.day)),
        None => Ok(discovery(program)),
    }
}

fn discovery(program: &Program) -> Answer {
    let words = Words(program.output.text());
    let offered = cds_services(&|text| said(words, text));
    let mut page = Page::default();
    for service in &offered.services {
        page.line(service.title.clone());
        page.hanging("   ", "   ", &service.description);
        page.line(quiet(format!("   {}: {}", service.hook, service.id)));
    }
    Answer::new(page, json!(offered))
}

fn answer(program: &Program, request: &Path, day: &str) -> Result<Answer, Failure> {
    let request = CdsRequest::read(&file::read_or_input(request)?)?;
    let chart = program.open()?;
    let words = Words(program.output.text());
    let answer = chart.answer_cds_hook(day, &request, &|text| said(words, text))?;
    let mut page = Page::default();
    page.line(program.show(&Message::CdsHeading {
        count: answer.cards.len().into(),
    }));
    for card in &answer.cards {
        let (name, mark) = match card.indicator {
            CdsIndicator::Critical => ("critical", Mark::Danger),
            CdsIndicator::Warning => ("warning", Mark::Caution),
            CdsIndicator::Info => ("info", Mark::None),
        };
        let indicator = words.code("cds-indicator-", name);
        page.blank();
        page.line(mark.line(&format!("{indicator}. {}", card.summary)));
        page.hanging("   ", "   ", &quiet(card.source.label.clone()));
    }
    page.blank().line(program.show(&Message::CareInformation));
    Ok(Answer::new(page, json!(answer)))
}
