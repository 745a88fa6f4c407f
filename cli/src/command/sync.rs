//! Meeting another device of the same person.

use super::devices::other;
use super::pair::{listen, reachable};
use crate::arguments::{Connect, Listen, Sync, WithDevice};
use crate::failure::Failure;
use crate::output::{Mark, Page, quiet};
use crate::program::{Answer, Program};
use pocketchart::{Chart, LetterReport, Section, SyncFailure, SyncProgress, SyncReport};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// How long to wait for somebody to call.
const WAIT: Duration = Duration::from_secs(600);

pub(super) fn sync(program: &Program, asked: Sync) -> Result<Answer, Failure> {
    match asked {
        Sync::Listen(asked) => wait_for(program, &asked),
        Sync::Connect(asked) => call(program, &asked),
        Sync::Letters(asked) => by_letters(program, &asked),
    }
}

fn wait_for(program: &Program, asked: &Listen) -> Result<Answer, Failure> {
    let listener = listen(&asked.address)?;
    let mut chart = program.open()?;
    let here = reachable(&listener).unwrap_or_default().join(", ");
    let mut page = Page::default();
    page.line(quiet(
        program.show(&Message::SyncWaiting { address: here.into() }),
    ));
    program.output.note(&page);
    loop {
        let mut meter = Meter::new(program);
        let report = match chart.sync_listen(&listener, WAIT, &mut |progress| meter.see(progress)) {
            // What came before the break is kept, and the same device calls again.
            Err(error @ SyncFailure::Session(_)) if asked.stay => {
                drop(meter);
                program.output.still_waits(&error.into());
                continue;
            }
            result => result?,
        };
        let answer = told(program, &chart, &report, meter.finish());
        if !asked.stay {
            return Ok(answer);
        }
        program.output.page(&answer.page)?;
    }
}

fn call(program: &Program, asked: &Connect) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let device = other(&chart, asked.device.as_deref())?.id;
    let mut meter = Meter::new(program);
    let report = chart.sync_connect(&asked.address, device, &mut |progress| meter.see(progress))?;
    Ok(told(program, &chart, &report, meter.finish()))
}

/// With devices that need not be on: what they left at the relay, and what is left there for them.
fn by_letters(program: &Program, asked: &WithDevice) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let device = match asked.device.as_deref() {
        Some(name) => Some(other(&chart, Some(name))?.id),
        None => None,
    };
    let reports = chart.sync_by_relay(device)?;
    let mut page = Page::default();
    let alarms = super::recover::alarm(program, &chart, &mut page);
    told_letters(program, &reports, &mut page);
    if reports.is_empty() {
        page.line(program.show(&Message::LettersNothing));
    }
    let devices: Vec<Value> = reports.iter().map(letters_document).collect();
    let disagree = told_disagreements(program, &chart, &mut page);
    let json = json!({ "devices": devices, "unreconciled": disagree, "other_words": alarms });
    Ok(Answer::new(page, json))
}

/// What came of the letters, a paragraph for each device.
pub(super) fn told_letters(program: &Program, reports: &[LetterReport], page: &mut Page) {
    for report in reports {
        of_letters(program, report, page);
    }
}

pub(super) fn letters_document(it: &LetterReport) -> Value {
    let totals = it.report.totals;
    json!({
        "device": it.device.to_hex(), "name": it.name, "letters_posted": it.posted, "letters_found": it.found,
        "letters_unreadable": it.unreadable, "box_full": it.box_full, "sent": totals.sent, "received": totals.received,
        "packed": it.report.packed, "bytes_sent": totals.bytes_sent, "bytes_received": totals.bytes_received,
        "same": it.report.same, "rolled_back": it.report.rolled_back, "refused": refused(it),
    })
}

/// Changes that were not taken in.
fn refused(with: &LetterReport) -> u64 {
    with.report.accepted.refused.values().sum()
}

fn of_letters(program: &Program, with: &LetterReport, page: &mut Page) {
    let (totals, text) = (with.report.totals, program.output.text());
    page.line(program.show(&Message::LettersDone {
        name: with.name.as_str().into(),
        found: with.found.into(),
        received: (totals.received + with.report.packed).into(),
        posted: with.posted.into(),
        sent: totals.sent.into(),
        out: text.size(totals.bytes_sent).into(),
        back: text.size(totals.bytes_received).into(),
    }));
    if with.report.same {
        page.line(Mark::Good.line(&program.show(&Message::SyncSame)));
    } else {
        page.line(quiet(program.show(&Message::LettersUnanswered)));
    }
    if with.unreadable > 0 {
        let count = with.unreadable.into();
        page.line(Mark::Caution.line(&program.show(&Message::LettersUnreadable { count })));
    }
    if refused(with) > 0 {
        let count = refused(with).into();
        page.line(Mark::Caution.line(&program.show(&Message::LettersRefused { count })));
    }
    if with.box_full {
        page.line(Mark::Caution.line(&program.show(&Message::LettersFull)));
    }
    if with.report.rolled_back {
        page.line(program.show(&Message::SyncRolledBack));
    }
}

/// Counts and shows how far a session has come.
struct Meter {
    bar: crate::output::Progress,
    begun: Instant,
    last: SyncProgress,
    /// Times that this device spoke after the other had.
    turns: u64,
}

struct Measured {
    turns: u64,
    millis: u64,
}

impl Meter {
    fn new(program: &Program) -> Self {
        Self {
            bar: program.output.progress(&Message::ProgressSync, 0),
            begun: Instant::now(),
            last: SyncProgress::default(),
            turns: 0,
        }
    }

    fn see(&mut self, progress: SyncProgress) {
        if progress.bytes_sent > self.last.bytes_sent {
            self.turns += 1;
        }
        self.last = progress;
        self.bar.set(progress.bytes_sent + progress.bytes_received);
    }

    fn finish(self) -> Measured {
        Measured {
            turns: self.turns,
            millis: u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX),
        }
    }
}

fn told(program: &Program, chart: &Chart, report: &SyncReport, measured: Measured) -> Answer {
    let totals = report.totals;
    let text = program.output.text();
    let mut page = Page::default();
    let alarms = super::recover::alarm(program, chart, &mut page);
    page.line(program.show(&Message::SyncDone {
        sent: totals.sent.into(),
        received: (totals.received + report.packed).into(),
        out: text.size(totals.bytes_sent).into(),
        back: text.size(totals.bytes_received).into(),
    }));
    let (mark, state) = if report.same {
        (Mark::Good, Message::SyncSame)
    } else {
        (Mark::Caution, Message::SyncApart)
    };
    page.line(mark.line(&program.show(&state)));
    if report.rolled_back {
        page.line(program.show(&Message::SyncRolledBack));
    }
    let disagree = told_disagreements(program, chart, &mut page);
    let json = json!({
        "sent": totals.sent, "received": totals.received, "packed": report.packed,
        "bytes_sent": totals.bytes_sent, "bytes_received": totals.bytes_received, "same": report.same,
        "rolled_back": report.rolled_back, "refused": report.accepted.refused.len(), "unreconciled": disagree,
        "other_words": alarms, "turns": measured.turns, "milliseconds": measured.millis,
    });
    Answer::new(page, json)
}

/// Shows in how many statements sources differ, by section.
fn told_disagreements(program: &Program, chart: &Chart, page: &mut Page) -> serde_json::Map<String, Value> {
    let unreconciled = disagreements(chart);
    for (section, count) in &unreconciled {
        let line = Message::SyncDisagree {
            count: (*count).into(),
            section: section.name().into(),
        };
        let line = program.show(&line);
        page.line(Mark::Caution.line(&line));
    }
    let by_section = unreconciled.iter();
    by_section
        .map(|(section, count)| (section.name().into(), (*count).into()))
        .collect()
}

fn disagreements(chart: &Chart) -> Vec<(Section, u64)> {
    let overviews = chart.sections().unwrap_or_default();
    overviews
        .into_iter()
        .filter(|it| it.unreconciled > 0)
        .map(|it| (it.section, it.unreconciled))
        .collect()
}
