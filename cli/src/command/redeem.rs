//! The other side of a grant: a desk, or another person, redeems a code.

use super::grant::{scope_document, short};
use super::serve::reason;
use super::{people, scan};
use crate::arguments::Redeem;
use crate::failure::{Exit, Failure};
use crate::file;
use crate::output::{Mark, Page, strong};
use crate::place;
use crate::program::{Answer, Program};
use crate::secret;
use crate::show::{Words, title};
use pocketchart::{
    FreshnessFile, Home, RedeemCode, RedeemError, RedeemRequest, Redeemed, RelayError, StatedItem,
};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// How long the patient may take to say yes.
const PATIENCE: Duration = Duration::from_secs(600);

/// How often the relay is asked while it waits, and how often in a row it may not answer.
const OFTEN: Duration = Duration::from_secs(5);
const UNANSWERED: u32 = 60;

pub(super) fn redeem(program: &Program, asked: &Redeem) -> Result<Answer, Failure> {
    let code = code(asked)?;
    let unlock = program.unlock()?;
    let mut desk = program.open_with(&unlock)?;
    let passcode = asked
        .passcode_fd
        .map(|number| secret::line_of(number).map(|line| line.to_string()))
        .transpose()?;
    let folder = asked.chart.clone().unwrap_or_else(|| {
        let origin: String = code.origin().iter().map(|it| format!("{it:02x}")).collect();
        program.folder().join("charts").join(origin)
    });
    let freshness = FreshnessFile::new(place::freshness(&folder));
    let home = Home::new(folder.clone(), Arc::new(freshness));
    let request = RedeemRequest {
        code: &code,
        name: &asked.r#as,
        passcode: passcode.as_deref(),
        asked: None,
        reason: &asked.reason,
        unlock: &unlock,
        kdf: program.kdf(asked.kdf),
    };
    let mut digits = String::new();
    let mut redeem = || {
        desk.redeem(&request, &home, PATIENCE, &mut |check| {
            digits = check.to_string();
            let mut page = Page::default();
            page.line(program.show(&Message::RedeemDigits {
                digits: digits.as_str().into(),
            }));
            program.output.note(&page);
        })
    };
    let redeemed = match redeem() {
        Err(RedeemError::Later { seconds }) => wait(program, seconds, redeem)?,
        redeemed => redeemed.map_err(|error| failure(program, error))?,
    };
    let words = Words(program.output.text());
    let mut page = Page::default();
    page.line(program.show(&Message::RedeemDone {
        words: redeemed.key_words.as_str().into(),
        until: words.at(redeemed.until).into(),
    }));
    let mut stated = Value::Null;
    if let Some((made, items)) = &redeemed.stated {
        listed(program, &mut page, items);
        page.line(program.show(&Message::RedeemStated {
            made: words.at(*made).into(),
        }));
        stated = items.iter().map(document).collect();
        if let Some(out) = &asked.out {
            write(out, items)?;
            page.line(program.show(&Message::RedeemWritten {
                file: file::shown(out).into(),
            }));
        }
    }
    if let Some(acting) = &redeemed.acting {
        let role = program.show(&people::role(acting.role));
        page.line(program.show(&Message::RedeemActs { role: role.into() }));
    }
    let chart = redeemed.chart.as_ref().map(|_| file::shown(&folder));
    if let Some(folder) = &chart {
        page.line(program.show(&Message::RedeemChart {
            folder: folder.as_str().into(),
        }));
        if code.grant().relay().is_some() {
            page.line(program.show(&Message::RedeemChartWaits));
        }
    }
    if redeemed.delegable {
        page.line(program.show(&Message::RedeemDelegable {
            grant: short(redeemed.grant).into(),
        }));
    }
    let json = json!({
        "delegable": redeemed.delegable, "sections": scope_document(&redeemed.sections), "grant": redeemed.grant.to_string(), "digits": digits, "until": redeemed.until,
        "patient": redeemed.patient.to_hex(), "key_words": redeemed.key_words, "stated": stated, "chart": chart,
        "acting": redeemed.acting.as_ref().map(people::document),
        "received": redeemed.report.totals.received + redeemed.report.packed, "bytes": redeemed.bytes,
    });
    Ok(Answer::new(page, json))
}

/// Waits for what a standing code for emergencies opens, until it is given or stopped.
fn wait(
    program: &Program,
    mut seconds: u64,
    mut redeem: impl FnMut() -> Result<Redeemed, RedeemError>,
) -> Result<Redeemed, Failure> {
    let mut page = Page::default();
    page.line(Mark::Caution.line(&program.show(&Message::RedeemWaits {
        minutes: seconds.div_ceil(60).into(),
    })));
    program.output.note(&page);
    let mut unanswered = 0;
    loop {
        // Asked often, it ends soon when it is stopped.
        thread::sleep(OFTEN.min(Duration::from_secs(seconds.max(1))));
        match redeem() {
            Err(RedeemError::Later { seconds: left }) => (seconds, unanswered) = (left, 0),
            Err(RedeemError::Relay(RelayError::NotLive)) => {
                return Err(Failure::new("redeem-stopped", Exit::Refused));
            }
            Err(RedeemError::Relay(error)) if error.passes() && unanswered < UNANSWERED => unanswered += 1,
            redeemed => return redeemed.map_err(|error| failure(program, error)),
        }
    }
}

fn code(asked: &Redeem) -> Result<RedeemCode, Failure> {
    for text in scan::texts(asked.input.as_deref())? {
        if let Ok(code) = RedeemCode::from_text(text.trim()) {
            return Ok(code);
        }
    }
    Err(Failure::new("redeem-no-code", Exit::Refused))
}

fn failure(program: &Program, error: RedeemError) -> Failure {
    match &error {
        RedeemError::Unwilling(why) => {
            let why = reason(program, why);
            Failure::from(error).with("why", why)
        }
        RedeemError::WrongPasscode { left } => {
            let left = u64::from(*left);
            Failure::from(error).with("left", left)
        }
        _ => error.into(),
    }
}

fn listed(program: &Program, page: &mut Page, items: &[StatedItem]) {
    let words = Words(program.output.text());
    let mut section = None;
    for it in items {
        if section != Some(it.item.section) {
            section = Some(it.item.section);
            page.line(strong(words.section(it.item.section)));
        }
        let severe =
            it.facts.criticality.as_deref() == Some("high") || it.facts.severity.as_deref() == Some("severe");
        let mark = match (severe, it.item.unreconciled || it.item.disputed) {
            (true, _) => Mark::Danger,
            (_, true) => Mark::Caution,
            _ => Mark::None,
        };
        let severity = it.facts.severity.as_deref().map(|it| words.code("severity-", it));
        let over = it.past.then(|| program.show(&Message::StatedPast));
        let details = severity.into_iter().chain(it.facts.reaction.clone()).chain(over);
        let details: Vec<String> = details.collect();
        let line = format!("{} {}", title(words, &it.facts), details.join(", "));
        page.line(mark.line(line.trim_end()));
    }
}

fn document(it: &StatedItem) -> Value {
    json!({
        "section": it.item.section.name(), "title": it.facts.title, "severity": it.facts.severity,
        "reaction": it.facts.reaction, "past": it.past, "status": it.facts.status, "author": it.item.author, "recorded": it.item.recorded,
        "unreconciled": it.item.unreconciled, "disputed": it.item.disputed,
    })
}

/// What was stated, a resource on each line, as the patient's device gave it.
fn write(path: &Path, items: &[StatedItem]) -> Result<(), Failure> {
    let mut to = file::create(path)?;
    for it in items.iter().filter(|it| it.item.kind.starts_with("fhir/")) {
        let line: Vec<u8> = it
            .item
            .body
            .iter()
            .map(|byte| if *byte == b'\n' { b' ' } else { *byte })
            .collect();
        let written = to.write_all(&line).and_then(|()| to.write_all(b"\n"));
        written.map_err(|_| Failure::new("export-io", Exit::Disk))?;
    }
    to.flush().map_err(|_| Failure::new("export-io", Exit::Disk))
}
