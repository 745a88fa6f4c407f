//! What was measured over time.

use crate::arguments::Trends;
use crate::failure::Failure;
use crate::output::{Mark, Page, Table, quiet};
use crate::program::{Answer, Program};
use crate::show::{self, Words};
use pocketchart_strings::Message;
use serde_json::{Value, json};

pub(super) fn trends(program: &Program, asked: &Trends) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let words = Words(program.output.text());
    if let Some(name) = &asked.series {
        let series = chart.trend(name)?;
        return Ok(Answer::new(
            show::trend(words, &series),
            json!({ "series": show::series(&series) }),
        ));
    }
    let trends = chart.trends()?;
    let mut page = Page::default();
    let headings = [
        Message::ColumnWhat,
        Message::ColumnValues,
        Message::ColumnUnit,
        Message::ColumnNewest,
        Message::ColumnCode,
    ];
    let mut table = Table::new(headings.map(|it| program.show(&it)));
    for it in &trends {
        let code = it.code.as_ref().map(|code| code.code.clone()).unwrap_or_default();
        let unit = it.unit.clone().unwrap_or_default();
        table.row(
            Mark::None,
            [
                it.title.clone(),
                it.points.to_string(),
                unit,
                words.brief(&it.latest),
                code,
            ],
        );
    }
    page.line(program.show(&Message::TrendsHeading {
        count: trends.len().into(),
    }))
    .blank()
    .table(table);
    page.blank().line(quiet(program.show(&Message::TrendsNext)));
    Ok(Answer::new(
        page,
        json!({ "trends": trends.iter().map(show::trend_document).collect::<Value>() }),
    ))
}
