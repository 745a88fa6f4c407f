//! Giving the record to whoever speaks the standards.

use super::{health_card, links};
use crate::arguments::{Pdf, Share, Summary};
use crate::failure::Failure;
use crate::file;
use crate::output::{Mark, Page, quiet};
use crate::print;
use crate::program::{Answer, Program};
use crate::show::card::unreviewed;
use crate::show::{Words, extract, summary as wording};
use pocketchart::{IpsSection, Section};
use pocketchart_print::Paper;
use pocketchart_strings::{Message, ReaderLanguage};
use serde_json::{Map, Value, json};
use std::io::Write;

pub(super) fn share(program: &Program, asked: Share) -> Result<Answer, Failure> {
    match asked {
        Share::Summary(asked) => summary(program, &asked),
        Share::Pdf(asked) => pdf(program, &asked),
        Share::Link(asked) => links::share(program, &asked),
        Share::HealthCard(asked) => health_card::share(program, &asked),
    }
}

/// What holds, section by section, as a page to print and to read aloud.
fn pdf(program: &Program, asked: &Pdf) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let everything = Section::ALL.into_iter().filter(|it| *it != Section::Sensitive);
    let sections = match asked.section.is_empty() {
        true => everything.collect(),
        false => asked.section.clone(),
    };
    let listed = chart.listed_to_give(&sections)?;
    let words = Words(program.output.text());
    let (sheet, count) = extract::sheet(words, &chart, &listed);
    let size = print::write(&asked.out, &sheet, Paper::A4, asked.fonts.as_deref())?;
    let mut page = Page::default();
    page.line(program.show(&Message::PdfDone {
        file: file::shown(&asked.out).into(),
        count: count.into(),
        size: program.output.text().size(size).into(),
    }));
    page.line(program.show(&Message::ExportUnsealed));
    let json = json!({ "file": file::shown(&asked.out), "bytes": size, "statements": count });
    Ok(Answer::new(page, json))
}

/// An International Patient Summary in a file.
fn summary(program: &Program, asked: &Summary) -> Result<Answer, Failure> {
    let mut out = file::create(&asked.out)?;
    let mut chart = program.open()?;
    let language = asked.language.into();
    let made = chart.make_summary(&wording::words(language)?)?;
    out.write_all(&made.bytes)
        .map_err(|_| file::unwritable(&asked.out))?;
    let size = out.finish()?;
    let mut page = Page::default();
    page.line(program.show(&Message::SummaryDone {
        file: file::shown(&asked.out).into(),
        count: made.counts.values().sum::<usize>().into(),
        size: program.output.text().size(size).into(),
    }));
    let headings = wording::words(ReaderLanguage::English)?.sections;
    for (section, heading) in IpsSection::ALL.iter().zip(&headings) {
        if let Some(count) = made.counts.get(section) {
            page.line(program.show(&Message::SummaryLine {
                section: heading.into(),
                count: (*count).into(),
            }));
        }
    }
    if made.older > 0 {
        page.line(quiet(program.show(&Message::SummaryOlder {
            count: made.older.into(),
        })));
    }
    if made.left_out > 0 {
        page.line(quiet(program.show(&Message::SummaryLeftOut {
            count: made.left_out.into(),
        })));
    }
    if made.missing > 0 {
        let line = program.show(&Message::ExportMissing {
            count: made.missing.into(),
        });
        page.line(Mark::Caution.line(&line));
    }
    if let Some(said) = unreviewed(language, program.output.text()) {
        page.line(quiet(said));
    }
    page.line(program.show(&Message::ExportUnsealed));
    let counts: Map<String, Value> = made
        .counts
        .iter()
        .map(|(section, count)| (section.code().0.to_owned(), json!(count)))
        .collect();
    let json = json!({
        "file": file::shown(&asked.out), "bytes": size, "sections": counts, "older": made.older,
        "left_out": made.left_out, "missing": made.missing,
    });
    Ok(Answer::new(page, json))
}
