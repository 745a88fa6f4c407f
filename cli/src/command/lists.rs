//! Reading.

use crate::arguments::{Item, KnownOn, List, Search, Timeline, Trends};
use crate::failure::{Exit, Failure};
use crate::output::{Mark, Page, Table, quiet, strong};
use crate::program::{Answer, Program};
use crate::show::{self, Columns, Words, listing};
use pocketchart::{
    Chart, Emptiness, FhirDateTime, ItemView, ListOptions, Section, SectionOverview, TimelineOptions,
};
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
fn emptiness(words: Words<'_>, empty: &Emptiness) -> String {
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

pub(super) fn list(program: &Program, asked: &List) -> Result<Answer, Failure> {
    let Some(section) = asked.section else {
        return sections(program);
    };
    let chart = program.open()?;
    let options = ListOptions {
        offset: asked.offset,
        limit: asked.limit,
        include_past: asked.all,
    };
    let found = chart.list(section, &options)?;
    let overview = chart.sections()?.into_iter().find(|it| it.section == section);
    let words = Words(program.output.text());
    let mut page = Page::default();
    if found.items.is_empty() {
        let empty = overview
            .as_ref()
            .and_then(|it| it.emptiness.as_ref())
            .unwrap_or(&Emptiness::NothingRecorded);
        let line = Message::ListEmpty {
            section: words.section(section).into(),
            empty: emptiness(words, empty).into(),
        };
        page.line(words.show(&line));
    } else {
        page.line(heading(words, &words.section(section), &found.items, found.more));
        page.blank()
            .table(listing(words, &found.items, Columns::Section(section)));
        if found.more {
            let next = asked.offset + found.items.len();
            page.blank()
                .line(quiet(words.show(&Message::ListMore { offset: next.into() })));
        }
    }
    let items = found.items.iter().map(show::item).collect::<Value>();
    let json = json!({
        "section": section.name(), "overview": overview.as_ref().map(show::overview), "items": items,
        "more": found.more,
    });
    Ok(Answer::new(page, json))
}

/// How many, and since when.
fn heading(words: Words<'_>, name: &str, items: &[ItemView], more: bool) -> String {
    let first = items
        .iter()
        .filter_map(|it| it.facts.when.as_ref())
        .filter(|it| it.order_key().is_some())
        .min();
    let count = if more {
        words.show(&Message::ListFirst {
            count: items.len().into(),
        })
    } else {
        words.show(&Message::ListCount {
            count: items.len().into(),
        })
    };
    let since = first.map(|when| {
        let date = words.day(when);
        quiet(words.show(&Message::ListSince { date: date.into() }))
    });
    let parts = [Some(strong(name)), Some(count), since];
    parts.into_iter().flatten().collect::<Vec<_>>().join("  ")
}

pub(super) fn item(program: &Program, asked: &Item) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let detail = chart.item(program.find(&chart, &asked.id)?)?;
    if asked.content {
        let content = detail
            .content
            .ok_or_else(|| Failure::new("edit-not-here", Exit::NotFound))?;
        program.output.bytes(&content)?;
        return Ok(Answer::new(Page::default(), Value::Null));
    }
    Ok(show::detail(Words(program.output.text()), &detail))
}

pub(super) fn timeline(program: &Program, asked: Timeline) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let options = TimelineOptions {
        from: asked.from,
        to: asked.to,
        limit: asked.limit,
    };
    let items = chart.timeline(&options)?;
    let name = program.show(&Message::TimelineHeading);
    Ok(mixed(
        program,
        &name,
        &items,
        items.len() == asked.limit,
        &Message::TimelineEmpty,
    ))
}

pub(super) fn search(program: &Program, asked: &Search) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let text = asked.words.join(" ");
    let items = chart.search(&text)?;
    let name = program.show(&Message::SearchHeading {
        words: text.as_str().into(),
    });
    Ok(mixed(
        program,
        &name,
        &items,
        false,
        &Message::SearchEmpty {
            words: text.as_str().into(),
        },
    ))
}

fn mixed(program: &Program, name: &str, items: &[ItemView], more: bool, empty: &Message<'_>) -> Answer {
    let words = Words(program.output.text());
    let mut page = Page::default();
    if items.is_empty() {
        page.line(program.show(empty));
    } else {
        page.line(heading(words, name, items, more));
        page.blank().table(listing(words, items, Columns::Mixed));
    }
    Answer::new(
        page,
        json!({ "items": items.iter().map(show::item).collect::<Value>() }),
    )
}

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

pub(super) fn known_on(program: &Program, asked: &KnownOn) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let words = Words(program.output.text());
    let sections = asked
        .section
        .map_or_else(|| Section::ALL.to_vec(), |section| vec![section]);
    let mut page = Page::default();
    let mut json = serde_json::Map::new();
    page.line(program.show(&Message::KnownOnHeading {
        day: program.output.text().date(&asked.day).into(),
    }));
    for section in sections {
        let items = chart.known_on(&asked.day, section)?;
        if !items.is_empty() {
            page.blank()
                .line(heading(words, &words.section(section), &items, false));
            page.table(listing(words, &items, Columns::Section(section)));
        }
        json.insert(section.name().into(), items.iter().map(show::item).collect());
    }
    if json
        .values()
        .all(|items| items.as_array().is_none_or(Vec::is_empty))
    {
        page.blank().line(program.show(&Message::KnownOnNothing));
    }
    Ok(Answer::new(page, json!({ "day": asked.day, "sections": json })))
}
