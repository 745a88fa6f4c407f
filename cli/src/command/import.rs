//! Bringing in files.

mod health;

use crate::arguments::Import;
use crate::failure::{Exit, Failure};
use crate::file;
use crate::output::{Mark, Page, quiet};
use crate::program::{Answer, Program};
use crate::show::{self, Words};
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use pocketchart::{
    Chart, DateOrder, ImportOptions, ImportPhase, ImportProgress, ImportReport, Left, Reason, Rows,
    UnreadablePart, Why,
};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::BufReader;
use std::path::Path;

/// Unreadable parts that a person is shown one by one; `--json` lists all that the report has.
const SHOWN: usize = 10;

pub(super) fn import(program: &Program, asked: &Import) -> Result<Answer, Failure> {
    // A name that is wrong is said before anything is taken in.
    for path in &asked.files {
        file::open(path)?;
    }
    let mut chart = program.open()?;
    let (mut page, mut files, mut exit) = (Page::default(), Vec::new(), Exit::Done);
    for path in &asked.files {
        let json = match health::in_file(path)? {
            Some(found) => health::bring(program, &mut page, &mut chart, (path, found), asked),
            None => one(program, &mut chart, path, asked).map(|report| {
                tell(program, &mut page, path, &report);
                document(path, &report)
            }),
        };
        let json = json.map_err(|failure| {
            if files.is_empty() {
                failure
            } else {
                failure.so_far()
            }
        })?;
        if health::is_refused(&json) {
            exit = Exit::Damaged;
        }
        files.push(json);
    }
    page.blank().line(quiet(program.show(&Message::ImportNext)));
    let total = |name: &str| files.iter().filter_map(|it| it.get(name)?.as_u64()).sum::<u64>();
    let json = json!({
        "read": total("read"), "new": total("new"), "updated": total("updated"), "held": total("held"),
        "unreadable": total("unreadable"), "files": files,
    });
    let mut answer = Answer::new(page, json);
    answer.exit = exit;
    Ok(answer)
}

fn one(program: &Program, chart: &mut Chart, path: &Path, asked: &Import) -> Result<ImportReport, Failure> {
    let options = ImportOptions {
        file_name: file::name(path).unwrap_or_default(),
        media_type: file::media_type(path),
        same_person: asked.same_person,
        origin: None,
    };
    let opened = BufReader::with_capacity(1 << 20, file::open(path)?);
    // The file is read twice: looked at, then kept.
    let bar = program.output.progress(&Message::ProgressImport, 1);
    let mut moved = |progress: ImportProgress| {
        bar.set_length(2 * progress.size);
        bar.set(
            progress.bytes
                + if progress.phase == ImportPhase::Keeping {
                    progress.size
                } else {
                    0
                },
        );
    };
    let zone = |local: &str| offset(asked.zone.as_ref()?, local);
    let rows = Rows {
        order: (asked.day_first.then_some(DateOrder::DayFirst))
            .or(asked.month_first.then_some(DateOrder::MonthFirst)),
        decimal_comma: (asked.decimal_comma.then_some(true)).or(asked.thousands_comma.then_some(false)),
        units: asked.unit.clone(),
        zone: asked.zone.is_some().then_some(&zone),
    };
    let answered =
        rows.order.is_some() || rows.decimal_comma.is_some() || !rows.units.is_empty() || rows.zone.is_some();
    Ok(match answered {
        true => chart.import_rows(opened, &rows, &options, &mut moved)?,
        false => chart.import(opened, &options, &mut moved)?,
    })
}

/// What a zone's clocks were ahead of UTC by, at a local time; none for one that they showed twice, or never.
fn offset(zone: &TimeZone, local: &str) -> Option<String> {
    let local: DateTime = local.parse().ok()?;
    let AmbiguousOffset::Unambiguous { offset } = zone.to_ambiguous_timestamp(local).offset() else {
        return None;
    };
    let sign = if offset.is_negative() { '-' } else { '+' };
    let minutes = offset.seconds().unsigned_abs() / 60;
    Some(format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60))
}

fn tell(program: &Program, page: &mut Page, path: &Path, report: &ImportReport) {
    let words = Words(program.output.text());
    page.line(program.show(&Message::ImportRead {
        file: file::name(path).unwrap_or_default().into(),
        read: report.read.into(),
    }));
    page.line(format!(
        "  {}",
        program.show(&Message::ImportCounts {
            new: report.new.into(),
            updated: report.updated.into(),
            held: report.held.into(),
            unreadable: report.unreadable.into(),
        })
    ));
    let sections: Vec<String> = report
        .sections
        .iter()
        .map(|(section, count)| format!("{} {count}", words.section(*section)))
        .collect();
    if !sections.is_empty() {
        page.line(format!("  {}", sections.join(" · ")));
    }
    for line in report
        .file
        .iter()
        .flat_map(|it| show::file_found(program.output.text(), it))
    {
        page.line(line);
    }
    for (left, message) in [
        (&report.not_mapped, not_mapped as fn(u64) -> Message<'static>),
        (&report.doubts, doubtful),
    ] {
        if left.is_empty() {
            continue;
        }
        page.line(format!(
            "  {}",
            Mark::Caution.line(&program.show(&message(left.len() as u64)))
        ));
        for (what, count) in kinds(left).iter().take(SHOWN) {
            page.line(format!("      {count} × {what}"));
        }
    }
    for part in report.unreadable_parts.iter().take(SHOWN) {
        let line = program.show(&Message::ImportUnreadable {
            number: part.position.number.into(),
            offset: part.position.offset.into(),
            reason: words.code("unreadable-", reason(part.reason)).into(),
        });
        page.line(format!("  {}", Mark::Caution.line(&line)));
    }
    let left = report.unreadable.saturating_sub(SHOWN as u64);
    if left > 0 {
        page.line(format!(
            "  {}",
            program.show(&Message::ImportUnreadableMore { count: left.into() })
        ));
    }
}

fn not_mapped(count: u64) -> Message<'static> {
    Message::ImportNotMapped { count: count.into() }
}

fn doubtful(count: u64) -> Message<'static> {
    Message::ImportDoubts { count: count.into() }
}

/// What was left, and how often, the most frequent first.
fn kinds(left: &[Left]) -> Vec<(&str, usize)> {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for it in left {
        *kinds.entry(&it.what).or_default() += 1;
    }
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    kinds
}

fn left(left: &[Left]) -> Value {
    let each = |it: &Left| json!({ "place": it.place, "what": it.what, "why": why(it.why) });
    left.iter().map(each).collect()
}

fn why(why: Why) -> &'static str {
    match why {
        Why::NoMapping => "no-mapping",
        Why::Empty => "empty",
        Why::Malformed => "malformed",
        Why::AnotherPerson => "another-person",
        _ => "other",
    }
}

fn document(path: &Path, report: &ImportReport) -> Value {
    let parts = report.unreadable_parts.iter().map(|part: &UnreadablePart| {
        json!({
            "number": part.position.number, "offset": part.position.offset, "length": part.length,
            "reason": reason(part.reason),
        })
    });
    let sections = report
        .sections
        .iter()
        .map(|(section, count)| (section.name().to_owned(), Value::from(*count)));
    json!({
        "file": file::shown(path), "read": report.read, "new": report.new, "updated": report.updated,
        "held": report.held, "unreadable": report.unreadable, "unreadable_parts": parts.collect::<Value>(),
        "sections": Value::Object(sections.collect()), "not_mapped": left(&report.not_mapped),
        "doubts": left(&report.doubts), "kept_as": report.file.as_ref().map(show::file_document),
    })
}

fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Syntax => "syntax",
        Reason::Truncated => "truncated",
        Reason::TooDeep => "too-deep",
        Reason::TooLarge => "too-large",
        Reason::DuplicateName => "duplicate-name",
        Reason::NotUtf8 => "not-utf8",
        Reason::NotAResource => "not-a-resource",
        Reason::TrailingText => "trailing-text",
        _ => "other",
    }
}
