//! What was measured over time, and where it heads.

use super::care::{SHOWN, day};
use crate::arguments::{Picture, Trends};
use crate::failure::{Exit, Failure};
use crate::output::{Page, quiet};
use crate::program::{Answer, Program};
use crate::show::{self, Words, trends as shown};
use crate::{file, plot};
use pocketchart::knowledge::measure::Series;
use pocketchart_print::plot::Plot;
use pocketchart_strings::Message;
use serde_json::{Value, json};

pub(super) fn trends(program: &Program, asked: &Trends) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let words = Words(program.output.text());
    let day = day(&asked.day);
    let all = chart.trends(asked.since.as_deref(), &day)?;
    let mut named: Vec<&Series> = Vec::new();
    for name in &asked.names {
        for series in all.named(name)? {
            if !named.contains(&series) {
                named.push(series);
            }
        }
    }
    let mut page = Page::default();
    let picture = match &asked.picture.plot {
        None => None,
        Some(_) => Some(drawn(
            program,
            &mut page,
            &asked.picture,
            the_one(words, &all.series, &named)?,
        )?),
    };
    if named.is_empty() {
        shown::overview(words, &mut page, &all.series);
        shown::summaries(words, &mut page, &all);
        show::not_checked(words, &mut page, &all.not_checked, SHOWN);
        page.blank().line(quiet(program.show(&Message::TrendsNext)));
    }
    for series in &named {
        shown::series(words, &mut page, &all, series);
        page.blank();
    }
    page.line(program.show(&Message::CareInformation));
    let listed: Vec<&Series> = match named.is_empty() {
        true => all.series.iter().collect(),
        false => named,
    };
    let mut document = show::trends_document(words, &day, &all, &listed);
    add_picture(&mut document, picture);
    Ok(Answer::new(page, document))
}

/// The series to draw.
fn the_one(words: Words<'_>, all: &[Series], named: &[&Series]) -> Result<Plot, Failure> {
    let several = |names: Vec<&Series>| {
        let names = names.iter().map(|it| format!("{} {}", it.code, it.name));
        Failure::new("trends-plot-one", Exit::Usage).candidates(names.collect())
    };
    match named {
        [one] => show::trend_plot(words, one).ok_or_else(|| Failure::new("plot-nothing", Exit::NotFound)),
        [] => Err(several(all.iter().take(SHOWN).collect())),
        some => Err(several(some.to_vec())),
    }
}

/// Writes the picture and says so.
pub(super) fn drawn(
    program: &Program,
    page: &mut Page,
    to: &Picture,
    picture: Plot,
) -> Result<Value, Failure> {
    let Some(path) = &to.plot else {
        return Ok(Value::Null);
    };
    let bytes = plot::write(path, &picture, to.fonts.as_deref())?;
    page.line(program.show(&Message::PlotWritten {
        file: file::shown(path).into(),
    }));
    page.blank();
    Ok(json!({ "file": file::shown(path), "bytes": bytes }))
}

/// Says in a document where the picture is.
pub(super) fn add_picture(document: &mut Value, picture: Option<Value>) {
    if let (Some(fields), Some(picture)) = (document.as_object_mut(), picture) {
        fields.insert("picture".to_owned(), picture);
    }
}
