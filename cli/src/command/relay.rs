//! Relays: running one, choosing one, and asking what came of what lies there.

use super::grant::{deletion, deletion_document, short};
use super::serve::reason;
use super::{contacts, standing, sync};
use crate::arguments::UseRelay;
use crate::failure::{Exit, Failure};
use crate::output::{Mark, Page, quiet};
use crate::program::{Answer, Program};
use crate::show::Words;
use pocketchart::{
    LetterReport, LettersError, RelayAnswer, RelayArrival, RelayDeletion, RelayNews, RelayTake, SyncFailure,
    Unwilling,
};
use pocketchart_relay::{Config, RelayError};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::io;

/// Runs a relay until the process is told to stop. What it says while it runs is of itself: no addresses of who calls, no names.
pub(super) fn run(program: &Program, config: &Config) -> Result<Answer, Failure> {
    tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_max_level(tracing_subscriber::filter::LevelFilter::WARN)
        .init();
    pocketchart_relay::run(config, |listening| {
        let mut page = Page::default();
        let address = format!("{}://{}", listening.scheme, listening.service);
        page.line(program.show(&Message::RelayListens {
            address: address.as_str().into(),
        }));
        page.line(quiet(program.show(&Message::RelayIsBlind)));
        if config.page.is_some() {
            page.line(Mark::Caution.line(&program.show(&Message::RelayServesPage)));
        }
        program.output.note(&page);
    })
    .map_err(|error| match error {
        RelayError::Store(_) => Failure::new("relay-store", Exit::Disk),
        RelayError::Page => Failure::new("relay-no-page", Exit::Disk),
        _ => Failure::new("relay-no-start", Exit::Network),
    })?;
    Ok(Answer::new(Page::default(), json!({ "stopped": true })))
}

/// Shows or chooses the relay of this device.
pub(super) fn use_relay(program: &Program, asked: &UseRelay) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    if asked.none || asked.url.is_some() {
        chart.use_relay(asked.url.as_deref())?;
    }
    let relay = chart.relay().map_err(pocketchart::UseRelayError::from)?;
    let mut page = Page::default();
    page.line(program.show(&match &relay {
        Some(url) => Message::RelayUsed {
            address: url.as_str().into(),
        },
        None => Message::RelayUnused,
    }));
    Ok(Answer::new(page, json!({ "relay": relay })))
}

/// Fetches all that waits at the relay: who took what was left there, those of them who ask to be let in, the letters of other
/// devices and of guests, and who asks for somebody's record. Tells it what has ended.
pub(super) fn mailbox(program: &Program) -> Result<Answer, Failure> {
    let unlock = program.unlock()?;
    let mut chart = program.open_with(&unlock)?;
    let mut page = Page::default();
    let met = standing::meet(program, &mut chart, &unlock, &mut page)?;
    let news = chart.ask_relay()?;
    let words = Words(program.output.text());
    for take in &news.taken {
        page.line(taken(program, take));
    }
    let waits = news
        .taken
        .iter()
        .any(|it| it.standing.is_some_and(|it| !it.stopped));
    if waits {
        page.line(program.show(&Message::MailboxEmergencyNext));
    }
    for arrival in &news.arrived {
        page.line(arrived(program, arrival));
    }
    for said in &news.deletions {
        page.line(deletion(program, &said.name, said.grant, &said.deletion));
    }
    if !news.deletions.is_empty() {
        page.line(program.show(&Message::DeletionWord));
    }
    for grant in &news.ended {
        page.line(program.show(&Message::MailboxEnded {
            grant: short(*grant).into(),
        }));
    }
    for (grant, _, until) in &news.unasked {
        page.line(Mark::Caution.line(&program.show(&Message::MailboxUnasked {
            grant: short(*grant).into(),
            until: words.at(*until).into(),
        })));
    }
    let (letters, unread) = match chart.sync_by_relay(None) {
        Ok(letters) => (letters, false),
        Err(LettersError::NoRelay | LettersError::Nobody) => (Vec::new(), false),
        Err(error @ LettersError::Sync(SyncFailure::Store(_))) => return Err(error.into()),
        // What else there is to say is said once, so it is said now.
        Err(_) => (Vec::new(), true),
    };
    let quiet = |it: &LetterReport| it.found + it.unreadable + it.posted == 0;
    let is_quiet = letters.iter().all(quiet);
    if !is_quiet {
        sync::told_letters(program, &letters, &mut page);
    }
    if unread {
        page.line(Mark::Caution.line(&program.show(&Message::MailboxUnread)));
    }
    let recovery = contacts::hear(program, &mut chart, &unlock, &mut page)?;
    if news == RelayNews::default() && recovery.is_quiet && is_quiet && !unread && met {
        page.line(program.show(&Message::MailboxNothing));
    }
    let taken = news.taken.iter().map(|it| {
        json!({
            "grant": it.grant.to_string(), "at": it.at, "name": it.name, "reason": it.reason,
            "author": it.author.as_ref().map(|(author, _)| author.to_hex()),
            "key_words": it.author.as_ref().map(|(_, words)| words),
            "emergency": it.standing.map(|it| json!({ "ready": it.ready, "until": it.until, "stopped": it.stopped })),
        })
    });
    let ended = news.ended.iter().map(ToString::to_string);
    let unasked = news
        .unasked
        .iter()
        .map(|(grant, _, until)| json!({ "grant": grant.to_string(), "until": until }));
    let mut answer = Answer::new(
        page,
        json!({
            "taken": taken.collect::<Value>(), "ended": ended.collect::<Value>(), "unasked": unasked.collect::<Value>(),
            "notices": news.notices.iter().map(|it| it.grant.to_string()).collect::<Value>(),
            "deletions": news.deletions.iter().map(deletion_of).collect::<Value>(),
            "arrived": news.arrived.iter().map(arrival_document).collect::<Value>(),
            "letters": letters.iter().map(sync::letters_document).collect::<Value>(), "recovery": recovery.json,
            "others_asked": met,
        }),
    );
    if !news.unasked.is_empty() || unread || !recovery.is_all || !met {
        answer.exit = Exit::Network;
    }
    Ok(answer)
}

fn arrived(program: &Program, it: &RelayArrival) -> String {
    let (name, words) = (it.name.as_str().into(), it.author.1.as_str().into());
    let grant = short(it.grant).into();
    let message = match it.answer {
        RelayAnswer::LetIn { .. } => Message::MailboxLetIn { name, words, grant },
        RelayAnswer::Ended => Message::MailboxLetInEnded { name, words, grant },
        RelayAnswer::Refused(refusal) => Message::MailboxNotLetIn {
            name,
            words,
            grant,
            why: reason(program, &Unwilling::Refused(refusal)).into(),
        },
        _ => Message::MailboxAltered { name, words, grant },
    };
    match it.answer {
        RelayAnswer::LetIn { .. } => program.show(&message),
        _ => Mark::Caution.line(&program.show(&message)),
    }
}

fn arrival_document(it: &RelayArrival) -> Value {
    let (answer, receipt, why) = match it.answer {
        RelayAnswer::LetIn { receipt } => ("let-in", receipt, None),
        RelayAnswer::Ended => ("ended", false, None),
        RelayAnswer::Refused(refusal) => ("refused", false, Some(refusal.id())),
        _ => ("altered", false, None),
    };
    json!({
        "grant": it.grant.to_string(), "name": it.name, "author": it.author.0.to_hex(), "key_words": it.author.1,
        "answer": answer, "receipt": receipt, "why": why,
    })
}

fn deletion_of(it: &RelayDeletion) -> Value {
    json!({
        "grant": it.grant.to_string(), "name": it.name, "author": it.author.0.to_hex(), "key_words": it.author.1,
        "deletion": deletion_document(&it.deletion),
    })
}

fn taken(program: &Program, take: &RelayTake) -> String {
    let words = Words(program.output.text());
    let name = take
        .name
        .clone()
        .unwrap_or_else(|| program.show(&Message::WhoUnknown));
    let key = take
        .author
        .as_ref()
        .map(|(_, key)| key.clone())
        .unwrap_or_default();
    if let Some(line) = standing::taken(program, take, &name, &key) {
        return line;
    }
    program.show(&Message::MailboxTaken {
        name: name.into(),
        words: key.into(),
        grant: short(take.grant).into(),
        at: words.at(take.at).into(),
    })
}
