//! Bringing in what is new.

use super::{all, mark, named, trouble, trouble_document};
use crate::arguments::PullSource;
use crate::failure::{Exit, Failure};
use crate::output::{Mark, Page, quiet};
use crate::program::{Answer, Program};
use pocketchart::{Chart, MissingFile, PullProgress, PullReport, SourceView, TypeReport, Web};
use pocketchart_strings::Message;
use serde_json::{Value, json};

/// What the files of documents are called among the searches.
const FILES: &str = "Binary";
/// Files that are not here are named one by one up to this many.
const SHOWN: usize = 10;

pub(super) fn pull(program: &Program, asked: &PullSource) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let sources = match &asked.source {
        Some(name) => vec![named(&chart, name)?],
        None => all(&chart)?,
    };
    if sources.is_empty() {
        return Err(Failure::new("source-none", Exit::NotFound));
    }
    let web = Web::new();
    let (mut page, mut pulled, mut failed) = (Page::default(), Vec::new(), None);
    for source in &sources {
        match one(program, &mut chart, &web, source, asked.same_person) {
            Ok(report) => {
                tell(program, &mut page, source, &report);
                pulled.push(document(source, &report));
            }
            Err(failure) if sources.len() == 1 => return Err(failure),
            // One server that is down keeps nobody from the others.
            Err(failure) => {
                let text = program.output.text();
                page.line(Mark::Danger.line(&program.show(&Message::SourceFailed {
                    name: source.name.as_str().into(),
                    why: failure.sentence(text).into(),
                })));
                pulled.push(json!({ "name": source.name, "error": failure.document(text)["error"] }));
                failed = failed.or(Some(failure.exit()));
            }
        }
    }
    page.blank().line(quiet(program.show(&Message::SourcePullNext)));
    let mut answer = Answer::new(page, json!({ "pulled": pulled }));
    answer.exit = failed.unwrap_or(Exit::Done);
    Ok(answer)
}

pub(super) fn one(
    program: &Program,
    chart: &mut Chart,
    web: &Web,
    source: &SourceView,
    same_person: bool,
) -> Result<PullReport, Failure> {
    let bar = program.output.progress(&Message::ProgressPull, 1);
    let mut moved = |progress: PullProgress<'_>| {
        bar.set_length(progress.searches as u64);
        bar.set(progress.done as u64);
    };
    Ok(chart.pull_source(web, source.id, same_person, &mut moved)?)
}

pub(super) fn tell(program: &Program, page: &mut Page, source: &SourceView, report: &PullReport) {
    page.line(program.show(&Message::SourcePulled {
        name: source.name.as_str().into(),
        new: report.total.new.into(),
        updated: report.total.updated.into(),
        held: report.total.held.into(),
    }));
    if report.resumed {
        page.line(quiet(program.show(&Message::SourceResumed)));
    }
    for search in report.searches.iter().filter(|it| it.new + it.updated > 0) {
        page.line(format!("  {} {}", search.name, search.new + search.updated));
    }
    if report.total.unreadable > 0 {
        page.line(Mark::Caution.line(&program.show(&Message::SourceUnreadable {
            count: report.total.unreadable.into(),
        })));
    }
    if report.others > 0 {
        page.line(Mark::Danger.line(&program.show(&Message::SourceOthers {
            count: report.others.into(),
        })));
    }
    missing(program, page, report);
    let about_files = |search: &&TypeReport| search.name == FILES && !report.missing.is_empty();
    for search in report.searches.iter().filter(|it| !about_files(it)) {
        if let Some(why) = search.trouble {
            let line = program.show(&Message::SourceTrouble {
                what: search.name.as_str().into(),
                why: trouble(program, why).into(),
            });
            page.line(mark(search.trouble).line(&line));
        }
    }
}

/// Files that documents point to and that are not here.
fn missing(program: &Program, page: &mut Page, report: &PullReport) {
    if report.missing.is_empty() {
        return;
    }
    page.line(Mark::Caution.line(&program.show(&Message::SourceMissingFiles {
        count: report.missing.len().into(),
    })));
    for file in report.missing.iter().take(SHOWN) {
        let line = program.show(&Message::SourceTrouble {
            what: file.title.as_ref().unwrap_or(&file.url).as_str().into(),
            why: trouble(program, file.trouble).into(),
        });
        page.line(format!("  {line}"));
    }
    if let Some(more) = report.missing.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        page.line(format!(
            "  {}",
            program.show(&Message::SourceMissingMore { count: more.into() })
        ));
    }
}

pub(super) fn document(source: &SourceView, report: &PullReport) -> Value {
    let search = |it: &TypeReport| {
        json!({
            "name": it.name, "new": it.new, "updated": it.updated, "held": it.held,
            "trouble": trouble_document(it.trouble),
        })
    };
    let missing = |it: &MissingFile| json!({ "title": it.title, "url": it.url, "trouble": trouble_document(Some(it.trouble)) });
    let total = &report.total;
    json!({
        "name": source.name, "base": source.base, "read": total.read, "new": total.new, "updated": total.updated,
        "held": total.held, "unreadable": total.unreadable, "others": report.others, "resumed": report.resumed,
        "searches": report.searches.iter().map(search).collect::<Value>(),
        "missing": report.missing.iter().map(missing).collect::<Value>(),
    })
}
