//! The record as a document: what holds, a line for each statement, with everything that speaks against it.

use super::listing::state;
use super::reading::parts;
use super::words::Words;
use crate::output::Mark;
use pocketchart::{Chart, ItemView, Section};
use pocketchart_print::{Group, Line, Sheet};
use pocketchart_strings::Message;

/// The sheet, and how many statements stand on it.
pub(crate) fn sheet(words: Words<'_>, chart: &Chart, listed: &[(Section, Vec<ItemView>)]) -> (Sheet, usize) {
    let groups = listed.iter().filter(|(_, items)| !items.is_empty());
    let groups: Vec<Group> = groups
        .map(|(section, items)| Group {
            heading: words.section(*section),
            lines: items.iter().flat_map(|item| lines(words, item)).collect(),
        })
        .collect();
    let about = [
        Message::ExtractMade {
            when: words.at(chart.now()).into(),
        },
        Message::ExtractHonest,
    ];
    let sheet = Sheet {
        language: "en".to_owned(),
        right_to_left: false,
        title: words.show(&Message::ExtractTitle),
        who: who(listed),
        groups,
        about: about.map(|it| words.show(&it)).to_vec(),
        codes: None,
    };
    (sheet, listed.iter().map(|(_, items)| items.len()).sum())
}

/// The patient's story: their notes in their own words. None where there is no note.
pub(crate) fn story(words: Words<'_>, chart: &Chart, notes: &[ItemView]) -> Option<Sheet> {
    let groups: Vec<Group> = notes.iter().filter_map(|note| told(words, chart, note)).collect();
    let made = words.show(&Message::ExtractMade {
        when: words.at(chart.now()).into(),
    });
    (!groups.is_empty()).then(|| Sheet {
        language: "en".to_owned(),
        right_to_left: false,
        title: words.show(&Message::StoryTitle),
        who: Vec::new(),
        groups,
        about: vec![made],
        codes: None,
    })
}

/// One note: its title and when it was written, then its text, line by line.
fn told(words: Words<'_>, chart: &Chart, note: &ItemView) -> Option<Group> {
    let file = chart.extract(note.id).ok()?;
    let text = String::from_utf8(file.bytes)
        .ok()
        .filter(|_| file.media_type.starts_with("text/plain"))?;
    let parts = parts(words, note.section, &note.facts, note.past);
    let said = text.lines().map(str::trim).filter(|it| !it.is_empty());
    Some(Group {
        heading: [parts.what, parts.when]
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
        lines: said
            .map(|it| Line {
                text: it.to_owned(),
                loud: false,
            })
            .collect(),
    })
}

/// The person's name and date of birth, as the record has them.
fn who(listed: &[(Section, Vec<ItemView>)]) -> Vec<String> {
    let items = listed.iter().filter(|(section, _)| *section == Section::Profile);
    let mut people = items
        .flat_map(|(_, items)| items)
        .filter(|it| it.facts.resource_type == "Patient");
    people
        .next()
        .and_then(|it| it.facts.title.clone())
        .into_iter()
        .collect()
}

fn lines(words: Words<'_>, item: &ItemView) -> Vec<Line> {
    let parts = parts(words, item.section, &item.facts, item.past);
    let (mark, word) = state(words, item).unwrap_or((parts.mark, parts.word));
    let said = [word, parts.value, parts.when].into_iter().chain(parts.more);
    let mut said: Vec<String> = said.filter(|it| !it.is_empty()).collect();
    said.push(words.said_by(&item.sources));
    let mut lines = vec![Line {
        text: format!("{}: {}", parts.what, said.join(" · ")),
        loud: matches!(mark, Mark::Danger | Mark::Caution),
    }];
    let rivals = item.rivals.iter().map(|rival| {
        let (mark, text) = super::listing::rival_sentence(words, rival);
        Line {
            text,
            loud: mark == Mark::Caution,
        }
    });
    lines.extend(rivals);
    lines
}
