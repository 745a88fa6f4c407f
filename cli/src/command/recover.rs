//! New recovery words, and what comes with them.

use super::create::tell_words;
use super::devices::other;
use crate::arguments::{NewWords, Recover, UseWords};
use crate::failure::{Exit, Failure};
use crate::output::{Mark, Page};
use crate::program::{Answer, Program};
use crate::show::Words;
use pocketchart::{Chart, DeviceView};
use pocketchart_strings::Message;
use serde_json::{Value, json};

pub(super) fn recover(program: &Program, asked: &Recover) -> Result<Answer, Failure> {
    match asked {
        Recover::NewWords(asked) => new_words(program, asked),
        Recover::UseWords(asked) => use_words(program, asked),
        Recover::FromRelay(asked) => super::create::from_relay(program, asked),
    }
}

/// There is no way back, so `--yes` does not answer. Nothing is changed before the person has the words.
fn new_words(program: &Program, asked: &NewWords) -> Result<Answer, Failure> {
    let unlock = program.unlock()?;
    let mut chart = Chart::open(&program.home(), &unlock)?;
    let out: Vec<DeviceView> = asked
        .without
        .iter()
        .map(|name| other(&chart, Some(name)))
        .collect::<Result<_, _>>()?;
    if !asked.no_way_back {
        if !program.output.is_interactive() {
            return Err(Failure::new("words-unanswered", Exit::Unanswered));
        }
        if !program.asks(&Message::AskNewWords)? {
            return Err(Failure::new("words-declined", Exit::Unanswered));
        }
    }
    let words = chart.make_words();
    tell_words(program, &words, asked.words_fd)?;
    let ids: Vec<_> = out.iter().map(|it| it.id).collect();
    chart.succeed(&words, &ids, &unlock)?;
    let mut page = Page::default();
    page.line(program.show(&Message::NewWordsDone));
    page.line(program.show(&Message::NewWordsBackup));
    page.line(program.show(&Message::NewWordsNext));
    let taken: Value = out.iter().map(|it| it.name.clone()).collect();
    let mut json = json!({ "record": chart.record().id().to_hex(), "without": taken });
    if let (None, Some(document)) = (asked.words_fd, json.as_object_mut()) {
        document.insert("words".into(), words.to_text().as_str().into());
    }
    Ok(Answer::new(page, json))
}

fn use_words(program: &Program, asked: &UseWords) -> Result<Answer, Failure> {
    let unlock = program.unlock()?;
    let mut chart = Chart::open(&program.home(), &unlock)?;
    let words = program.words(asked.words_fd)?;
    chart.use_words(&words, &unlock)?;
    let mut page = Page::default();
    page.line(program.show(&Message::UseWordsDone));
    Ok(Answer::new(
        page,
        json!({ "record": chart.record().id().to_hex() }),
    ))
}

/// What a person has to be told before all else, if somebody made other words with the old ones.
pub(super) fn alarm(program: &Program, chart: &Chart, page: &mut Page) -> Value {
    let words = Words(program.output.text());
    let alarms = chart.words_alarms();
    for alarm in &alarms {
        let device = alarm.device.clone().unwrap_or_default();
        page.line(Mark::Danger.line(&program.show(&Message::WordsAlarm {
            date: words.at(alarm.made).into(),
            device: device.into(),
        })));
    }
    alarms
        .iter()
        .map(|it| json!({ "made": it.made, "device": it.device }))
        .collect()
}
