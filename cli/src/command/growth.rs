//! How a child grows, beside other children.

use super::care::{SHOWN, day};
use super::trends::{add_picture, drawn};
use crate::arguments::Growth;
use crate::failure::{Exit, Failure};
use crate::output::{Page, quiet};
use crate::program::{Answer, Program};
use crate::show::{self, Words, growth as shown};
use pocketchart::knowledge::growth::Chart;
use pocketchart_strings::Message;

pub(super) fn growth(program: &Program, asked: &Growth) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let words = Words(program.output.text());
    let day = day(&asked.day);
    let growth = chart.growth(&day)?;
    let charts = named(shown::charts(&growth), asked.chart.as_deref())?;
    let mut page = Page::default();
    let picture = match (&asked.picture.plot, growth.person.sex, charts.as_slice()) {
        (None, ..) => None,
        (Some(_), Some(sex), [one]) => {
            let plot = shown::plot(words, &growth, sex, *one)?;
            Some(drawn(program, &mut page, &asked.picture, plot)?)
        }
        (Some(_), _, []) => return Err(Failure::new("growth-no-such-chart", Exit::NotFound)),
        (Some(_), ..) => {
            let names = charts.iter().map(|it| it.name().to_owned());
            return Err(Failure::new("growth-plot-one", Exit::Usage).candidates(names.collect()));
        }
    };
    for chart in &charts {
        shown::chart(words, &mut page, &growth, *chart);
    }
    match (growth.person.born.and(growth.person.sex), charts.is_empty()) {
        (None, _) => {
            page.line(program.show(&Message::GrowthPersonUnknown));
            page.line(program.show(&Message::GrowthPersonNext));
        }
        (Some(_), true) => {
            page.line(program.show(&Message::GrowthNothing));
        }
        (Some(_), false) => {
            shown::about(words, &mut page, &growth);
            page.blank().line(quiet(program.show(&Message::GrowthNext)));
        }
    }
    show::not_checked(words, &mut page, &growth.not_checked, SHOWN);
    page.line(program.show(&Message::CareInformation));
    let mut document = shown::document(&day, &growth, &charts);
    add_picture(&mut document, picture);
    Ok(Answer::new(page, document))
}

/// The charts of that name, else those whose name begins so.
fn named(charts: Vec<Chart>, name: Option<&str>) -> Result<Vec<Chart>, Failure> {
    let Some(name) = name else { return Ok(charts) };
    if let Some(chart) = charts.iter().find(|it| it.name() == name) {
        return Ok(vec![*chart]);
    }
    let begins: Vec<Chart> = charts
        .into_iter()
        .filter(|it| it.name().starts_with(name))
        .collect();
    match begins.is_empty() {
        true => Err(Failure::new("growth-no-such-chart", Exit::NotFound)),
        false => Ok(begins),
    }
}
