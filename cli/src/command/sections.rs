//! All sections in one page.

use crate::failure::Failure;
use crate::output::{Mark, Page, Table, quiet, strong};
use crate::program::{Answer, Program};
use crate::show::{self, Words};
use pocketchart::{Chart, Emptiness, FhirDateTime, ItemView, ListOptions, Section, SectionOverview};
use pocketchart_strings::Message;
use serde_json::{Value, json};

pub(super) fn sections(program: &Program) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let overviews = chart.sections()?;
    let words = Words(program.output.text());
    let mut page = Page::default();
    if let Some(person) = chart
        .list(Section::Profile, &ListOptions::default())?
        .items
        .into_iter()
        .find(is_person)
    {
        let born = person.facts.when.as_ref().map(|when| words.day(when));
        let name = strong(person.facts.title.unwrap_or_default());
        page.line(match born {
            Some(born) => format!(
                "{name}  {}",
                quiet(program.show(&Message::PersonBorn { date: born.into() }))
            ),
            None => name,
        });
        page.blank();
    }
    let headings = [
        Message::ColumnSection,
        Message::ColumnCount,
        Message::ColumnNewest,
        Message::ColumnRemark,
    ];
    let mut table = Table::new(
        headings
            .map(|it| program.show(&it))
            .into_iter()
            .chain([program.show(&Message::ColumnType)]),
    );
    for overview in &overviews {
        let (mark, remark) = remark(words, overview);
        let newest = newest(&chart, overview.section)?
            .map(|it| words.brief(&it))
            .unwrap_or_default();
        let cells = [
            words.section(overview.section),
            overview.current.to_string(),
            newest,
            remark,
            overview.section.name().into(),
        ];
        table.row(mark, cells);
    }
    page.table(table);
    page.blank().line(quiet(program.show(&Message::SectionsNext)));
    Ok(Answer::new(
        page,
        json!({ "sections": overviews.iter().map(show::overview).collect::<Value>() }),
    ))
}

/// The newest date that a statement gives. The time at which one was brought in is not one.
fn newest(chart: &Chart, section: Section) -> Result<Option<FhirDateTime>, Failure> {
    let page = chart.list(section, &ListOptions::default())?;
    Ok(page
        .items
        .into_iter()
        .filter_map(|it| it.facts.when)
        .filter(|it| it.order_key().is_some())
        .max())
}

fn is_person(item: &ItemView) -> bool {
    item.facts.resource_type == "Patient"
}

fn remark(words: Words<'_>, overview: &SectionOverview) -> (Mark, String) {
    match &overview.emptiness {
        Some(empty) => (Mark::None, emptiness(words, empty)),
        None if overview.unreconciled > 0 => (
            Mark::Caution,
            words.show(&Message::RemarkUnreconciled {
                count: overview.unreconciled.into(),
            }),
        ),
        None if overview.proposed > 0 => (
            Mark::Caution,
            words.show(&Message::RemarkProposed {
                count: overview.proposed.into(),
            }),
        ),
        None => (Mark::None, String::new()),
    }
}

/// Empty is a statement, and there are two of them.
pub(super) fn emptiness(words: Words<'_>, empty: &Emptiness) -> String {
    match empty {
        Emptiness::NothingRecorded => words.show(&Message::NothingRecorded),
        Emptiness::NoneKnown {
            by,
            who,
            when,
            recorded,
            ..
        } => {
            let who = who.clone().unwrap_or_else(|| words.author(by));
            let when = when
                .as_ref()
                .map_or_else(|| words.at(*recorded), |when| words.day(when));
            words.show(&Message::NoneKnown {
                who: who.into(),
                when: when.into(),
            })
        }
    }
}
