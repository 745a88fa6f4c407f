//! Reading.

use super::sections::{emptiness, sections};
use crate::arguments::{Item, KnownOn, List, Search, Timeline};
use crate::failure::{Exit, Failure};
use crate::output::{Page, quiet, strong};
use crate::program::{Answer, Program};
use crate::show::{self, Columns, Medicines, Words, listing};
use pocketchart::{Emptiness, ItemView, ListOptions, Section, TimelineOptions};
use pocketchart_strings::Message;
use serde_json::{Value, json};

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
    let medicines = Medicines::among(&chart, &found.items)?;
    let words = Words(program.output.text());
    let mut page = Page::default();
    let whole = asked.offset == 0 && !found.more;
    let shown = match &overview {
        Some(overview) if !whole => Shown::Part(if asked.all {
            overview.rows
        } else {
            overview.current
        }),
        _ => Shown::All,
    };
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
        page.line(heading(words, &words.section(section), &found.items, shown));
        page.blank().table(listing(
            words,
            &found.items,
            &medicines,
            Columns::Section(section),
        ));
        if found.more {
            let next = asked.offset + found.items.len();
            page.blank()
                .line(quiet(words.show(&Message::ListMore { offset: next.into() })));
        }
    }
    let items = found
        .items
        .iter()
        .map(|it| medicines.document(it))
        .collect::<Value>();
    let json = json!({
        "section": section.name(), "overview": overview.as_ref().map(show::overview), "items": items,
        "more": found.more,
    });
    Ok(Answer::new(page, json))
}

/// How much of a list is shown.
#[derive(Clone, Copy)]
enum Shown {
    All,
    /// Of so many entries.
    Part(u64),
    /// There may be more.
    First,
}

/// How many, and since when; of a part, how far back it goes.
fn heading(words: Words<'_>, name: &str, items: &[ItemView], shown: Shown) -> String {
    let dates = items.iter().filter_map(|it| it.facts.when.as_ref());
    let first = dates.filter(|it| it.order_key().is_some()).min();
    let count = items.len().into();
    let count = words.show(&match shown {
        Shown::All => Message::ListCount { count },
        Shown::Part(all) => Message::ListPart {
            count,
            all: all.into(),
        },
        Shown::First => Message::ListFirst { count },
    });
    let since = first.map(|when| {
        let date = words.day(when).into();
        quiet(words.show(&match shown {
            Shown::All => Message::ListSince { date },
            _ => Message::ListBackTo { date },
        }))
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
    let medicines = Medicines::among(&chart, std::slice::from_ref(&detail.item))?;
    Ok(show::detail(Words(program.output.text()), &detail, &medicines))
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
        page.line(heading(
            words,
            name,
            items,
            if more { Shown::First } else { Shown::All },
        ));
        page.blank()
            .table(listing(words, items, &Medicines::default(), Columns::Mixed));
    }
    Answer::new(
        page,
        json!({ "items": items.iter().map(show::item).collect::<Value>() }),
    )
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
        let medicines = Medicines::among(&chart, &items)?;
        if !items.is_empty() {
            page.blank()
                .line(heading(words, &words.section(section), &items, Shown::All));
            page.table(listing(words, &items, &medicines, Columns::Section(section)));
        }
        json.insert(
            section.name().into(),
            items.iter().map(|it| medicines.document(it)).collect(),
        );
    }
    if json
        .values()
        .all(|items| items.as_array().is_none_or(Vec::is_empty))
    {
        page.blank().line(program.show(&Message::KnownOnNothing));
    }
    Ok(Answer::new(page, json!({ "day": asked.day, "sections": json })))
}
