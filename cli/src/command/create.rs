//! A record that is new on this device: created, or brought back from a backup.

use crate::arguments::{Create, FromRelay, Restore};
use crate::failure::Failure;
use crate::file;
use crate::output::{Mark, Page, strong};
use crate::program::{Answer, Program};
use crate::secret;
use crate::show::Words;
use pocketchart::{Chart, CreateChart, RecoveryWords, RestoreReport, Snapshots};
use pocketchart_strings::Message;
use serde_json::json;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::BufReader;
use zeroize::Zeroizing;

/// How many words are asked back.
const ASKED: usize = 3;
const COLUMNS: usize = 4;

pub(super) fn create(program: &Program, asked: &Create) -> Result<Answer, Failure> {
    let home = program.new_home()?;
    let unlock = program.new_unlock(None)?;
    let name = program.device_name(&asked.new);
    let with = CreateChart {
        unlock: &unlock,
        kdf: program.kdf(asked.new.kdf),
        device_name: &name,
    };
    let (chart, words) = Chart::create(&home, &with)?;
    if let Err(failure) = tell_words(program, &words, asked.words_fd) {
        // Words that nobody has seen bring nothing back: no record is better than one that can be lost.
        chart.erase()?;
        return Err(failure);
    }
    let mut json = created(program, &chart, &name);
    if let (None, Some(document)) = (asked.words_fd, json.as_object_mut()) {
        document.insert("words".into(), words.to_text().as_str().into());
    }
    let mut page = Page::default();
    page.line(program.show(&Message::CreateDone {
        folder: file::shown(&program.folder()).into(),
    }));
    page.line(program.show(&Message::CreateNext));
    Ok(Answer::new(page, json))
}

/// Gives the words to the person: into a descriptor, or shown and some asked back, or shown. In a document they come at
/// its end.
pub(super) fn tell_words(
    program: &Program,
    words: &RecoveryWords,
    descriptor: Option<u32>,
) -> Result<(), Failure> {
    match descriptor {
        Some(number) => secret::write_to(number, &words.to_text()),
        None if program.output.is_interactive() => teach(program, words),
        None if !program.output.is_json() => show(program, &words.to_text()),
        None => Ok(()),
    }
}

fn created(program: &Program, chart: &Chart, device: &str) -> serde_json::Value {
    json!({
        "record": chart.record().id().to_hex(),
        "folder": file::shown(&program.folder()),
        "device": { "id": chart.record().device().to_hex(), "name": device },
    })
}

/// Shows the words.
fn show(program: &Program, words: &str) -> Result<(), Failure> {
    let mut page = Page::default();
    page.blank()
        .line(strong(program.show(&Message::WordsWrite)))
        .blank();
    let numbered: Vec<_> = (1..)
        .zip(words.split(' '))
        .map(|(at, word)| format!("{at:>4}. {word:<9}"))
        .collect();
    for line in numbered.chunks(COLUMNS) {
        page.exact(line.concat());
    }
    page.blank();
    program.output.page(&page)
}

/// Shows the words, removes them, and asks some of them back until they are right.
fn teach(program: &Program, words: &RecoveryWords) -> Result<(), Failure> {
    let words = words.to_text();
    loop {
        show(program, &words)?;
        program.output.prompt(&program.show(&Message::WordsWritten));
        program.typed()?;
        program.output.clear();
        if knows(program, &words)? {
            return Ok(());
        }
        program.warn(&program.show(&Message::WordsAgain));
    }
}

fn knows(program: &Program, words: &str) -> Result<bool, Failure> {
    let words: Vec<&str> = words.split(' ').collect();
    for place in places(words.len()) {
        program.output.prompt(&program.show(&Message::AskWord {
            number: (place + 1).into(),
        }));
        let typed = Zeroizing::new(program.typed()?.to_lowercase());
        if words.get(place).is_none_or(|word| *word != typed.as_str()) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Some of the places, in order, others each time.
fn places(of: usize) -> Vec<usize> {
    let mut places = Vec::new();
    while places.len() < ASKED.min(of) {
        let chance = RandomState::new().build_hasher().finish();
        let place = usize::try_from(chance % of as u64).unwrap_or(0);
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.sort_unstable();
    places
}

pub(super) fn restore(program: &Program, asked: &Restore) -> Result<Answer, Failure> {
    let home = program.new_home()?;
    let mut from = BufReader::new(file::open(&asked.file)?);
    let words = program.words(asked.words_fd)?;
    let unlock = program.new_unlock(None)?;
    let name = program.device_name(&asked.new);
    let with = CreateChart {
        unlock: &unlock,
        kdf: program.kdf(asked.new.kdf),
        device_name: &name,
    };
    let (chart, report) = Chart::restore(&home, &words, &with, &mut from)?;
    came_back(program, &chart, &report, &name, None)
}

/// From the relay, with the words alone.
pub(super) fn from_relay(program: &Program, asked: &FromRelay) -> Result<Answer, Failure> {
    let home = program.new_home()?;
    let words = program.words(asked.words_fd)?;
    let unlock = program.new_unlock(None)?;
    let name = program.device_name(&asked.new);
    let with = CreateChart {
        unlock: &unlock,
        kdf: program.kdf(asked.new.kdf),
        device_name: &name,
    };
    let (chart, report, made) = Chart::restore_from_relay(&home, &words, &with, &asked.url)?;
    came_back(program, &chart, &report, &name, Some(made))
}

/// What came back; from a relay, as it was when its snapshot was made.
pub(super) fn came_back(
    program: &Program,
    chart: &Chart,
    report: &RestoreReport,
    name: &str,
    made: Option<Snapshots>,
) -> Result<Answer, Failure> {
    let mut entries = 0;
    for section in chart.sections()? {
        entries += section.rows;
    }
    let mut json = created(program, chart, name);
    if let Some(document) = json.as_object_mut() {
        document.insert("snapshot".into(), json!(made.map(|it| it.newest)));
        document.insert("other_snapshots".into(), json!(made.map_or(0, |it| it.others)));
        document.insert(
            "unreadable_snapshots".into(),
            json!(made.map_or(0, |it| it.unreadable)),
        );
        document.insert("entries".into(), entries.into());
        document.insert("bodies".into(), report.bodies.into());
        let missing = report.missing().into_iter().map(|it| it.name());
        document.insert("missing".into(), missing.collect());
    }
    let mut page = Page::default();
    page.line(program.show(&Message::RestoreDone {
        entries: entries.into(),
    }));
    if let Some(made) = made {
        page.line(program.show(&Message::RestoreSnapshot {
            made: Words(program.output.text()).at(made.newest).into(),
            others: made.others.into(),
        }));
        if made.unreadable > 0 {
            page.line(
                Mark::Caution.line(&program.show(&Message::RestoreSnapshotUnreadable {
                    count: made.unreadable.into(),
                })),
            );
        }
    }
    if !report.missing().is_empty() {
        let words = Words(program.output.text());
        let missing = report.missing().into_iter().map(|it| words.section(it));
        page.line(Mark::Caution.line(&program.show(&Message::RestorePart {
            sections: missing.collect::<Vec<_>>().join(", ").into(),
        })));
    }
    page.line(program.show(&Message::RestoreNext));
    Ok(Answer::new(page, json))
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn three_different_words_are_asked() {
        for _ in 0..1000 {
            let places = places(24);
            assert!(places.windows(2).all(|pair| pair[0] < pair[1]));
            assert!(places.len() == 3 && places.iter().all(|&place| place < 24));
        }
    }
}
