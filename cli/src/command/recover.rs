//! New recovery words, and what comes with them.

use super::contacts::{code_text, no_code};
use super::create::tell_words;
use super::devices::other;
use crate::arguments::{Kdf, NewWords, Recover, UseWords, WithContacts};
use crate::failure::{Exit, Failure};
use crate::output::{Mark, Page, quiet, strong};
use crate::program::{Answer, Program};
use crate::show::Words;
use pocketchart::{AnswerCode, Cause, Chart, CreateChart, DeviceView, Recovering, Step};
use pocketchart_strings::Message;
use serde_json::{Value, json};

pub(super) fn recover(program: &Program, asked: &Recover) -> Result<Answer, Failure> {
    match asked {
        Recover::NewWords(asked) => new_words(program, asked),
        Recover::UseWords(asked) => use_words(program, asked),
        Recover::FromRelay(asked) => super::create::from_relay(program, asked),
        Recover::AskContacts(asked) => ask(program, asked.kdf, Cause::Loss, &Message::RecoverAskNext),
        Recover::WithContacts(asked) => with_contacts(program, asked),
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
    if chart.end_sharing(&unlock)? {
        page.line(Mark::Caution.line(&program.show(&Message::ContactsOutdated)));
    }
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

/// A new device asks the contacts: its code goes to each, and its words are read to them.
pub(super) fn ask(program: &Program, kdf: Kdf, cause: Cause, next: &Message<'_>) -> Result<Answer, Failure> {
    let home = program.new_home()?;
    let unlock = program.new_unlock(None)?;
    let (_, code) = Recovering::begin(&home, cause, &unlock, program.kdf(kdf))?;
    let mut page = Page::default();
    page.line(strong(program.show(&match cause {
        Cause::Loss => Message::RecoverAsk,
        Cause::Incapacity => Message::IncapacityRequest,
    })));
    page.exact(code.to_text()).blank();
    page.line(program.show(&Message::RecoverAskWords {
        words: code.words().into(),
    }));
    page.line(quiet(program.show(next)));
    Ok(Answer::new(
        page,
        json!({ "code": code.to_text(), "words": code.words() }),
    ))
}

/// Takes contacts' answers and asks the relay; what there is to say while nothing is given yet is an answer of its own.
pub(super) fn go_on(
    program: &Program,
    recovering: &mut Recovering,
    answers: &[String],
    next: &Message<'_>,
) -> Result<Result<Step, Answer>, Failure> {
    for answer in answers {
        let code = AnswerCode::from_text(&code_text(answer)?).map_err(|_| no_code())?;
        recovering.take(&code)?;
    }
    let mut page = Page::default();
    Ok(match recovering.go_on()? {
        Step::Vetoed { despite } => {
            page.line(Mark::Danger.line(&program.show(&Message::RecoverVetoed)));
            page.line(program.show(&Message::RecoverVetoedNext));
            let mut answer = Answer::new(page, json!({ "state": "vetoed", "despite": despite }));
            answer.exit = Exit::Refused;
            Err(answer)
        }
        Step::Waiting(seconds) => {
            let (hours, minutes) = (seconds / 3_600, seconds.div_ceil(60) % 60);
            page.line(program.show(&Message::RecoverWaits {
                hours: hours.into(),
                minutes: minutes.into(),
            }));
            page.line(quiet(program.show(next)));
            Err(Answer::new(
                page,
                json!({ "state": "waiting", "seconds": seconds }),
            ))
        }
        given => Ok(given),
    })
}

/// Takes contacts' answers, and goes on as far as the relay lets it.
fn with_contacts(program: &Program, asked: &WithContacts) -> Result<Answer, Failure> {
    let home = program.new_home()?;
    let unlock = program.unlock()?;
    let mut recovering = Recovering::open(&home, Cause::Loss, &unlock)?;
    let given = match go_on(
        program,
        &mut recovering,
        &asked.answer,
        &Message::RecoverWaitsNext,
    )? {
        Err(answer) => return Ok(answer),
        Ok(Step::Given(given)) => given,
        Ok(_) => return Err(Failure::new("recover-other-cause", Exit::Refused)),
    };
    // The person has the words before anything else can fail.
    tell_words(program, &given.words, asked.words_fd)?;
    let name = program.device_name(&asked.new);
    let with = CreateChart {
        unlock: &unlock,
        kdf: program.kdf(asked.new.kdf),
        device_name: &name,
    };
    let (chart, report, made) = recovering.finish(&given, &with)?;
    let mut answer = super::create::came_back(program, &chart, &report, &name, Some(made))?;
    answer.page.line(program.show(&Message::RecoverDoneNext));
    if let Some(document) = answer.json.as_object_mut() {
        document.insert("state".into(), "given".into());
        if asked.words_fd.is_none() {
            document.insert("words".into(), given.words.to_text().as_str().into());
        }
    }
    Ok(answer)
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
