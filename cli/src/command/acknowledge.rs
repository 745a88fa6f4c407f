//! Setting a finding aside, and taking that back.

use super::care::{day, of_rule};
use crate::arguments::Acknowledge;
use crate::failure::{Exit, Failure};
use crate::output::{Page, quiet};
use crate::program::{Answer, Program};
use crate::show::{self, Words};
use pocketchart::{AcknowledgeError, Acknowledged, AcknowledgementEffect, Chart, Checkup, EntryId};
use pocketchart_strings::Message;
use serde_json::json;

pub(super) fn acknowledge(program: &Program, asked: &Acknowledge) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let item = match &asked.item {
        Some(name) => Some(program.find(&chart, name)?),
        None => None,
    };
    let checkup = chart.checkup(&day(&asked.day))?;
    if asked.take_back {
        return take_back(program, &mut chart, asked, &checkup, item);
    }
    let name = the_finding(asked, &checkup, item)?;
    let reason = asked.reason.as_deref().unwrap_or_default();
    let id = chart.acknowledge(&day(&asked.day), &name, reason)?;
    let checkup = chart.checkup(&day(&asked.day))?;
    let mut all = checkup.acknowledged.iter();
    let said = all
        .find(|it| it.id == id)
        .ok_or(AcknowledgeError::NoSuchAcknowledgement)?;
    let words = Words(program.output.text());
    let mut page = Page::default();
    page.line(program.show(&match said.effect {
        AcknowledgementEffect::SetAside => Message::AcknowledgeDone,
        _ => Message::AcknowledgeNoted,
    }));
    page.line(quiet(program.show(&Message::AcknowledgeWhere {
        section: words.section(said.section).into(),
    })));
    Ok(Answer::new(page, show::acknowledged_document(said)))
}

/// The one finding that is meant.
fn the_finding(asked: &Acknowledge, checkup: &Checkup, item: Option<EntryId>) -> Result<String, Failure> {
    let entry = item.map(|id| id.to_text());
    let meant: Vec<String> = of_rule(checkup, &asked.rule)
        .filter(|it| entry.as_ref().is_none_or(|entry| it.entries.contains(entry)))
        .map(pocketchart::knowledge::Finding::name)
        .collect();
    match meant.as_slice() {
        [] => Err(AcknowledgeError::NoSuchFinding.into()),
        [name] => Ok(name.clone()),
        _ => Err(Failure::new("care-several-findings", Exit::Refused)),
    }
}

/// Whatever was set aside by this rule, and about this entry where one is named, found or not.
fn take_back(
    program: &Program,
    chart: &mut Chart,
    asked: &Acknowledge,
    checkup: &Checkup,
    item: Option<EntryId>,
) -> Result<Answer, Failure> {
    let rule = show::rule_name(&asked.rule);
    let of_item = |it: &&Acknowledged| item.is_none_or(|item| it.about.contains(&item));
    let meant = checkup.acknowledged.iter().filter(|it| it.rule == rule);
    let ids: Vec<EntryId> = meant.filter(of_item).map(|it| it.id).collect();
    if ids.is_empty() {
        return Err(AcknowledgeError::NoSuchAcknowledgement.into());
    }
    let mut taken_back = Vec::new();
    for id in ids {
        chart.take_back_acknowledgement(id, asked.reason.as_deref())?;
        taken_back.push(show::id(&id));
    }
    let mut page = Page::default();
    page.line(program.show(&Message::AcknowledgeTakenBack));
    Ok(Answer::new(page, json!({ "taken_back": taken_back })))
}
