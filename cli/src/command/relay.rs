//! Relays: running one, choosing one, and asking what came of what lies there.

use super::contacts;
use super::grant::short;
use super::standing;
use crate::arguments::UseRelay;
use crate::failure::{Exit, Failure};
use crate::output::{Mark, Page, quiet};
use crate::program::{Answer, Program};
use crate::show::Words;
use pocketchart::{RelayNews, RelayTake};
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

/// Asks the relay who took what was left there, and tells it what has ended.
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
    let recovery = contacts::hear(program, &mut chart, &unlock, &mut page)?;
    if news == RelayNews::default() && recovery.is_quiet && met {
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
            "recovery": recovery.json, "others_asked": met,
        }),
    );
    if !news.unasked.is_empty() || !recovery.is_all || !met {
        answer.exit = Exit::Network;
    }
    Ok(answer)
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
