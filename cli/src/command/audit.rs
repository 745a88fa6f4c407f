//! The log of who was given what: shown, checked, and written as FHIR.

use crate::arguments::Audit;
use crate::failure::{Exit, Failure};
use crate::file;
use crate::output::{Mark, Page, quiet};
use crate::program::{Answer, Program};
use crate::show::{Words, audit};
use pocketchart::{Action, AuditFault, AuditOptions, Chart, Outcome};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::io::BufWriter;
use std::path::Path;

pub(super) fn audit(program: &Program, asked: &Audit) -> Result<Answer, Failure> {
    let chart = program.open()?;
    match &asked.fhir {
        Some(path) => fhir(program, &chart, path),
        None if asked.verify => verify(program, &chart),
        None => list(program, &chart, asked),
    }
}

fn list(program: &Program, chart: &Chart, asked: &Audit) -> Result<Answer, Failure> {
    let options = AuditOptions {
        before: asked.before,
        limit: asked.limit,
        disclosures: asked.given,
        ..AuditOptions::default()
    };
    let log = chart.audit(&options)?;
    let words = Words(program.output.text());
    let mut page = Page::default();
    page.line(program.show(&Message::AuditHeading {
        count: log.events.len().into(),
    }));
    for event in &log.events {
        let when = words.at(event.time);
        let loud = event.action == Action::EmergencyOverride || event.outcome == Outcome::Begun;
        let mark = if loud { Mark::Caution } else { Mark::None };
        page.hanging(&when, &quiet(&when), &mark.line(&audit::sentence(words, event)));
    }
    if log.damaged > 0 {
        let damaged = program.show(&Message::AuditDamaged {
            count: log.damaged.into(),
        });
        page.line(Mark::Danger.line(&damaged));
    }
    if let Some(number) = log.next {
        page.line(program.show(&Message::AuditMore {
            number: number.into(),
        }));
    }
    page.blank();
    if log.events.iter().any(|it| it.actor_name.is_some()) {
        page.line(quiet(program.show(&Message::AuditNames)));
    }
    page.line(quiet(program.show(&Message::AuditOwnLog)));
    let json = json!({
        "events": log.events.iter().map(audit::document).collect::<Value>(),
        "next": log.next, "damaged": log.damaged,
    });
    Ok(Answer::new(page, json))
}

fn verify(program: &Program, chart: &Chart) -> Result<Answer, Failure> {
    let report = chart.verify_audit()?;
    let words = Words(program.output.text());
    let findings = &report.findings;
    let mut page = Page::default();
    if findings.faults.is_empty() {
        let whole = program.show(&Message::AuditWhole {
            entries: findings.entries.into(),
        });
        page.line(Mark::Good.line(&whole));
        page.line(program.show(&Message::AuditWitnessed {
            number: report.witnessed.into(),
        }));
    } else {
        page.line(Mark::Danger.line(&program.show(&Message::AuditNotWhole)));
    }
    for fault in &findings.faults {
        page.line(format!("  {}", audit::fault(words, fault)));
    }
    if !findings.unclosed.is_empty() {
        page.line(program.show(&Message::AuditUnclosed {
            count: findings.unclosed.len().into(),
        }));
    }
    for other in &report.others {
        let name = other.name.as_deref().unwrap_or_default();
        match &other.fault {
            None => page.line(program.show(&Message::AuditOtherWhole {
                name: name.into(),
                number: other.last.into(),
            })),
            Some(fault) => {
                let wrong = program.show(&Message::AuditOtherFault { name: name.into() });
                page.line(Mark::Danger.line(&wrong));
                page.line(format!("  {}", audit::fault(words, fault)))
            }
        };
    }
    let kind = |it: &AuditFault| json!({ "kind": it.id(), "message": audit::fault(words, it) });
    let others = report.others.iter().map(|other| {
        json!({
            "id": other.device.to_hex(), "name": other.name, "last": other.last,
            "fault": other.fault.as_ref().map(kind),
        })
    });
    let json = json!({
        "whole": report.is_whole(), "entries": findings.entries, "witnessed": report.witnessed,
        "unclosed": findings.unclosed, "faults": findings.faults.iter().map(kind).collect::<Value>(),
        "others": others.collect::<Value>(),
    });
    let exit = if report.is_whole() {
        Exit::Done
    } else {
        Exit::Damaged
    };
    Ok(Answer { page, json, exit })
}

fn fhir(program: &Program, chart: &Chart, path: &Path) -> Result<Answer, Failure> {
    let mut out = file::create(path)?;
    let written = chart.export_audit(BufWriter::new(&mut out))?;
    let size = out.finish()?;
    let mut page = Page::default();
    page.line(program.show(&Message::AuditFhirDone {
        file: file::shown(path).into(),
        events: written.events.into(),
        consents: written.consents.into(),
    }));
    page.line(program.show(&Message::AuditFhirUnsealed));
    let json = json!({ "file": file::shown(path), "bytes": size, "events": written.events, "consents": written.consents });
    Ok(Answer::new(page, json))
}
