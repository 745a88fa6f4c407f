//! Codes of other people's making: SMART Health Cards and SMART Health Links.

use super::follow;
use crate::arguments::Scan;
use crate::failure::{Exit, Failure};
use crate::file;
use crate::output::{Mark, Page, quiet};
use crate::program::{Answer, Program};
use crate::show::{Words, title};
use pocketchart::{
    CardStanding, Chart, HealthCardError, HealthCardRefusal, HealthCardView, HealthLink, HealthLinkError,
    LinkFlags, Millis, Summary, TrustList,
};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::path::Path;

/// The answer, if one of the texts is such a code.
pub(super) fn scanned(program: &Program, asked: &Scan, texts: &[String]) -> Result<Option<Answer>, Failure> {
    let now = u64::try_from(jiff::Timestamp::now().as_millisecond()).unwrap_or_default();
    let trust = trusted(asked.trust.as_deref())?;
    for text in texts {
        match (HealthLink::from_text(text.trim()), &asked.recipient) {
            (Ok(found), Some(recipient)) => {
                return follow::follow(program, asked, (&found, recipient), &trust, now).map(Some);
            }
            (Ok(found), None) => return Ok(Some(link(program, &found, now))),
            (Err(HealthLinkError::NotALink), _) => {}
            (Err(error), _) => return Err(no_link(error)),
        }
    }
    if asked.recipient.is_some() {
        return Err(Failure::new("follow-no-link", Exit::Usage));
    }
    let codes: Vec<&str> = texts.iter().map(|it| it.trim()).collect();
    let cards = match Chart::read_health_cards(&codes, &trust, now) {
        Ok(cards) => cards,
        Err(HealthCardError::NotACard) => return Ok(None),
        Err(error) => return Err(unread(error)),
    };
    let (mut page, mut listed) = (Page::default(), Vec::new());
    for card in cards {
        let card = card.map_err(unread)?;
        show(program, &mut page, &card);
        listed.push(document(&card));
    }
    let holds = listed.iter().all(|it| it["refused"].is_null());
    let mut answer = Answer::new(page, json!({ "health_cards": listed }));
    if !holds {
        answer.exit = Exit::Damaged;
    }
    Ok(Some(answer))
}

/// The issuers that a person trusts.
pub(super) fn trusted(list: Option<&Path>) -> Result<TrustList, Failure> {
    let Some(path) = list else {
        return Ok(TrustList::new());
    };
    TrustList::from_json(&file::read(path)?)
        .map_err(|_| Failure::new("trust-list", Exit::Refused).with("file", file::shown(path)))
}

/// Why a link cannot be read.
pub(super) fn no_link(error: HealthLinkError) -> Failure {
    Failure::new(link_id(error), Exit::Refused)
}

pub(super) fn show(program: &Program, page: &mut Page, card: &HealthCardView) {
    let words = Words(program.output.text());
    let standing = match &card.standing {
        Ok(CardStanding::Listed { name }) => Mark::None.line(&program.show(&Message::ShcListed {
            name: name.as_str().into(),
        })),
        Ok(_) => Mark::Caution.line(&program.show(&Message::ShcSupplied)),
        Err(HealthCardRefusal::UnknownKey) => Mark::Caution.line(&program.show(&Message::ShcUnchecked)),
        Err(refusal) => Mark::Danger.line(&program.show(&refused(*refusal))),
    };
    page.line(standing);
    page.line(program.show(&Message::ShcIssuer {
        issuer: card.issuer.as_str().into(),
        from: words.at(card.from).into(),
    }));
    if let Some(until) = card.until {
        page.line(program.show(&Message::ShcUntil {
            until: words.at(until).into(),
        }));
    }
    page.blank();
    for facts in &card.statements {
        let when = words.span(facts.when.as_ref(), facts.until.as_ref());
        page.line(format!("  {} {when}", title(words, facts)).trim_end().to_owned());
    }
}

fn refused(refusal: HealthCardRefusal) -> Message<'static> {
    match refusal {
        HealthCardRefusal::Signature => Message::ShcSignature,
        HealthCardRefusal::Revoked => Message::ShcRevoked,
        HealthCardRefusal::Expired => Message::ShcExpired,
        HealthCardRefusal::NotYet => Message::ShcNotYet,
        _ => Message::ShcUnchecked,
    }
}

pub(super) fn document(card: &HealthCardView) -> Value {
    let refused = match &card.standing {
        Ok(_) => None,
        Err(HealthCardRefusal::Signature) => Some("signature"),
        Err(HealthCardRefusal::Revoked) => Some("revoked"),
        Err(HealthCardRefusal::Expired) => Some("expired"),
        Err(HealthCardRefusal::NotYet) => Some("not-yet"),
        Err(_) => Some("unknown-key"),
    };
    let listed = match &card.standing {
        Ok(CardStanding::Listed { name }) => Some(name.as_str()),
        _ => None,
    };
    let statements = card.statements.iter().map(statement);
    json!({
        "issuer": card.issuer, "from": card.from, "until": card.until, "listed": listed, "refused": refused,
        "statements": statements.collect::<Value>(),
    })
}

/// One statement as a document.
pub(super) fn statement(facts: &Summary) -> Value {
    json!({
        "type": facts.resource_type, "title": facts.title, "when": facts.when.as_ref().map(|it| it.as_str()),
        "code": facts.code.as_ref().map(|it| &it.code),
    })
}

/// Why a card cannot be read.
pub(super) fn unread(error: HealthCardError) -> Failure {
    Failure::new(card_id(error), Exit::Refused)
}

/// What a link says of itself; nothing is fetched.
fn link(program: &Program, link: &HealthLink, now: Millis) -> Answer {
    let words = Words(program.output.text());
    let mut page = Page::default();
    page.line(program.show(&Message::ShlFound {
        url: link.url().into(),
    }));
    if let Some(label) = link.label() {
        page.line(program.show(&Message::ShlLabel { label: label.into() }));
    }
    if let Some(expires) = link.expires() {
        page.line(program.show(&Message::ShlUntil {
            until: words.at(expires.saturating_mul(1000)).into(),
        }));
    }
    let stale = link.is_stale(now / 1000);
    if stale {
        page.line(Mark::Caution.line(&program.show(&Message::ShlStale)));
    }
    let passcode = link.flags().contains(LinkFlags::PASSCODE);
    if passcode {
        page.line(program.show(&Message::ShlPasscode));
    }
    page.line(quiet(program.show(&Message::ShlKey)));
    page.line(quiet(program.show(&Message::ShlNext)));
    let json = json!({ "health_link": {
        "url": link.url(), "label": link.label(), "expires": link.expires(), "stale": stale, "passcode": passcode,
        "long_term": link.flags().contains(LinkFlags::LONG_TERM), "direct": link.flags().contains(LinkFlags::DIRECT),
    } });
    Answer::new(page, json)
}

fn link_id(error: HealthLinkError) -> &'static str {
    match error {
        HealthLinkError::Newer => "shl-newer",
        _ => "shl-damaged",
    }
}

fn card_id(error: HealthCardError) -> &'static str {
    match error {
        HealthCardError::Chunks => "shc-chunks",
        HealthCardError::OtherCredential => "shc-other",
        _ => "shc-damaged",
    }
}
