//! The record as a whole: checked, made anew, locked otherwise, destroyed.

use crate::arguments::{Erase, Passphrase};
use crate::failure::{Exit, Failure};
use crate::output::{Mark, Page};
use crate::place;
use crate::program::{Answer, Program};
use crate::show::Words;
use pocketchart::{Chart, Fault};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::fs;

pub(super) fn rebuild(program: &Program) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    chart.rebuild()?;
    let mut entries = 0;
    for section in chart.sections()? {
        entries += section.rows;
    }
    let mut page = Page::default();
    page.line(program.show(&Message::RebuildDone {
        entries: entries.into(),
    }));
    Ok(Answer::new(page, json!({ "entries": entries })))
}

pub(super) fn verify(program: &Program) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let health = chart.verify()?;
    let words = Words(program.output.text());
    let mut page = Page::default();
    page.line(program.show(&Message::VerifyCounts {
        rows: health.rows.into(),
        changes: health.envelopes.into(),
        entries: health.entries.into(),
    }));
    let (mark, sentence, exit) = if health.faults.is_empty() {
        (Mark::Good, Message::VerifyClean, Exit::Done)
    } else {
        (
            Mark::Danger,
            Message::VerifyFaults {
                count: health.faults.len().into(),
            },
            Exit::Damaged,
        )
    };
    page.line(mark.line(&program.show(&sentence)));
    for fault in &health.faults {
        let (kind, place) = named(fault);
        page.line(
            format!("  {} {place}", words.code("fault-", kind))
                .trim_end()
                .to_owned(),
        );
    }
    if exit != Exit::Done {
        page.line(program.show(&Message::VerifyNext));
    }
    let faults = health.faults.iter().map(|fault| {
        let (kind, place) = named(fault);
        json!({ "kind": kind, "place": place })
    });
    let json = json!({
        "rows": health.rows, "envelopes": health.envelopes, "entries": health.entries,
        "documents": health.documents, "faults": faults.collect::<Value>(),
    });
    Ok(Answer { page, json, exit })
}

fn named(fault: &Fault) -> (&'static str, String) {
    match fault {
        Fault::Store(what) => ("store", (*what).to_owned()),
        Fault::Signature(feed, number) => ("signature", format!("{} {number}", feed.to_hex())),
        Fault::Chain(feed, number) => ("chain", format!("{} {number}", feed.to_hex())),
        Fault::Content(feed, number) => ("content", format!("{} {number}", feed.to_hex())),
        Fault::Document(document) => ("document", document.to_hex()),
        Fault::Views => ("views", String::new()),
        _ => ("other", String::new()),
    }
}

pub(super) fn passphrase(program: &Program, asked: &Passphrase) -> Result<Answer, Failure> {
    let old = program.unlock()?;
    let mut chart = Chart::open(&program.home(), &old)?;
    let new = program.replacement(asked.new_passphrase_fd)?;
    chart.change_unlock(&old, &new, program.kdf(asked.kdf))?;
    let mut page = Page::default();
    page.line(program.show(&Message::PassphraseDone));
    Ok(Answer::new(page, json!({ "changed": true })))
}

pub(super) fn erase(program: &Program, asked: &Erase) -> Result<Answer, Failure> {
    let folder = program.folder();
    let name = place::name(&folder);
    let chart = program.open()?;
    let typed = match &asked.erase_record {
        Some(typed) => typed.clone(),
        None if program.output.is_interactive() => {
            program.warn(&program.show(&Message::EraseWarning));
            program.output.prompt(&program.show(&Message::AskErase {
                name: name.as_str().into(),
            }));
            program.typed()?
        }
        None => return Err(Failure::new("erase-unnamed", Exit::Unanswered).with("name", name)),
    };
    if typed != name {
        return Err(Failure::new("erase-other-name", Exit::Unanswered).with("name", name));
    }
    chart.erase()?;
    let _ = fs::remove_file(place::freshness(&folder));
    let mut page = Page::default();
    page.line(program.show(&Message::EraseDone {
        name: name.as_str().into(),
    }));
    Ok(Answer::new(page, json!({ "erased": name })))
}
