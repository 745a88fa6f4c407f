//! Messages with those whom the person lets read and answer them: what is new first.

use crate::arguments::{AnswerMessage, Messages, MessagesAct, ReadMessages, WriteMessage};
use crate::failure::{Exit, Failure};
use crate::output::{Mark, Page, quiet, strong};
use crate::program::{Answer, Program};
use crate::show::{self, Words, short};
use pocketchart::{
    Author, Chart, EntryId, MessageThread, MessageTo, MessageView, NewMessage, ReadError, key_words,
};
use pocketchart_strings::Message;
use serde_json::{Value, json};

pub(super) fn messages(program: &Program, asked: Messages) -> Result<Answer, Failure> {
    match asked.act {
        None => listed(program),
        Some(MessagesAct::Write(it)) => write(program, &it),
        Some(MessagesAct::Answer(it)) => answer(program, &it),
        Some(MessagesAct::Read(it)) => read(program, &it),
    }
}

fn listed(program: &Program) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let threads = chart.messages()?;
    let others = chart.correspondents();
    let mut page = Page::default();
    if threads.is_empty() {
        page.line(program.show(&Message::MessagesNone));
    }
    for (at, it) in threads.iter().enumerate() {
        if at > 0 {
            page.blank();
        }
        thread(program, &mut page, it);
    }
    page.blank();
    let can_answer = |it: &&MessageThread| others.iter().any(|other| other.id == it.with.id);
    match threads.iter().find(can_answer).and_then(|it| it.messages.last()) {
        Some(it) => page.line(quiet(program.show(&Message::MessagesHow {
            entry: short(&it.id).into(),
        }))),
        None => match others.first() {
            Some(other) => page.line(quiet(program.show(&Message::MessagesHowFirst {
                name: name(program, other).into(),
            }))),
            None => page.line(quiet(program.show(&Message::MessagesNobody))),
        },
    };
    let json = json!({
        "threads": threads.iter().map(document).collect::<Value>(),
        "correspondents": others.iter().map(correspondent).collect::<Value>(),
    });
    Ok(Answer::new(page, json))
}

fn thread(program: &Program, page: &mut Page, thread: &MessageThread) {
    let words = Words(program.output.text());
    let with = program.show(&Message::MessagesWith {
        name: name(program, &thread.with).into(),
        count: thread.unread().into(),
    });
    page.line(strong(with));
    for it in &thread.messages {
        let line = program.show(&Message::MessagesFrom {
            name: sender(program, it).into(),
            when: words.at(it.sent).into(),
        });
        let line = match it.is_new {
            true => Mark::Caution.line(&line),
            false => line,
        };
        page.hanging("  ", "  ", &format!("{line} {}", quiet(short(&it.id))));
        for part in it.text.lines() {
            page.hanging("     ", "     ", part);
        }
    }
}

fn write(program: &Program, asked: &WriteMessage) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let others = chart.correspondents();
    let named = |it: &&Author| {
        let names = [
            it.name.clone().unwrap_or_default(),
            key_words(it.id),
            it.id.to_hex(),
        ];
        names.contains(&asked.to)
    };
    let chosen: Vec<&Author> = others.iter().filter(named).collect();
    let [other] = chosen.as_slice() else {
        let known = others
            .iter()
            .map(|it| format!("{} ({})", name(program, it), key_words(it.id)));
        let failure = Failure::new("messages-nobody-of-that-name", Exit::NotFound);
        return Err(failure.candidates(known.collect()));
    };
    let to = MessageTo::Author(other.id);
    sent(program, &mut chart, to, &asked.text)
}

fn answer(program: &Program, asked: &AnswerMessage) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let id = find(&chart, &asked.message)?;
    sent(program, &mut chart, MessageTo::Answer(id), &asked.text)
}

fn sent(program: &Program, chart: &mut Chart, to: MessageTo, text: &str) -> Result<Answer, Failure> {
    let message = NewMessage {
        to,
        text,
        by: None,
        name: None,
    };
    let id = chart.write_message(&message)?;
    let mut page = Page::default();
    page.line(Mark::Good.line(&program.show(&Message::MessagesWritten)));
    page.line(quiet(program.show(&Message::CheckinSentBackHow)));
    Ok(Answer::new(page, json!({ "message": show::id(&id) })))
}

fn read(program: &Program, asked: &ReadMessages) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let ids = match asked.message.as_slice() {
        [] => all(&chart)?.iter().map(|it| it.id).collect(),
        names => names
            .iter()
            .map(|it| find(&chart, it))
            .collect::<Result<Vec<EntryId>, _>>()?,
    };
    chart.messages_were_read(&ids).map_err(ReadError::from)?;
    let left: usize = chart.messages()?.iter().map(MessageThread::unread).sum();
    let mut page = Page::default();
    page.line(program.show(&Message::MessagesRead { count: left.into() }));
    Ok(Answer::new(page, json!({ "unread": left })))
}

fn all(chart: &Chart) -> Result<Vec<MessageView>, Failure> {
    Ok(chart.messages()?.into_iter().flat_map(|it| it.messages).collect())
}

/// The message that these letters name.
fn find(chart: &Chart, letters: &str) -> Result<EntryId, Failure> {
    let letters = letters.trim().to_lowercase();
    let all = all(chart)?;
    let mut named = all
        .iter()
        .filter(|it| !letters.is_empty() && it.id.hash.to_hex().starts_with(&letters));
    match (named.next(), named.next()) {
        (Some(it), None) => Ok(it.id),
        (Some(_), Some(_)) => Err(ReadError::Ambiguous.into()),
        (None, _) => Err(Failure::new("message-none", Exit::NotFound)),
    }
}

fn name(program: &Program, author: &Author) -> String {
    let unnamed = || program.show(&Message::CheckinCameSomebody);
    author.name.clone().unwrap_or_else(unnamed)
}

/// Who wrote it: a name that a clinic gave stands before the one by which the record knows it.
fn sender(program: &Program, it: &MessageView) -> String {
    match (&it.who, it.of_person) {
        _ if it.by.is_you => program.show(&Message::MessagesYou),
        (Some(who), false) => program.show(&Message::MessagesBy {
            name: who.as_str().into(),
            clinic: name(program, &it.by).into(),
        }),
        (Some(who), true) => who.clone(),
        (None, _) => name(program, &it.by),
    }
}

fn correspondent(it: &Author) -> Value {
    json!({ "name": it.name, "key_words": key_words(it.id), "author": it.id.to_hex() })
}

fn document(thread: &MessageThread) -> Value {
    let message = |it: &MessageView| {
        json!({
            "id": show::id(&it.id), "short": short(&it.id), "by": it.by.name, "author": it.by.id.to_hex(),
            "of_person": it.of_person, "who": it.who, "sent": it.sent, "text": it.text, "new": it.is_new,
        })
    };
    json!({
        "with": correspondent(&thread.with), "unread": thread.unread(),
        "messages": thread.messages.iter().map(message).collect::<Value>(),
    })
}
