//! Waiting for redeemers, and for what they bring back.

use super::grant::{deletion, deletion_document, opened};
use super::pair::{announced, listen, reachable};
use super::people;
use crate::arguments::{Serve, Waiting};
use crate::failure::{Exit, Failure};
use crate::output::{Mark, Page, quiet};
use crate::program::{Answer, Program};
use crate::show::Words;
use pocketchart::{CardFact, Chart, GrantRequest, ServeError, ServeEvent, Served, Unwilling};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::time::Duration;

pub(super) fn serve(program: &Program, asked: &Serve) -> Result<Answer, Failure> {
    let listener = listen(&asked.listen)?;
    let mut chart = program.open()?;
    if asked.confirm_date {
        chart.confirm_date()?;
    }
    let here = reachable(&listener).unwrap_or_default().join(", ");
    let mut page = Page::default();
    page.line(quiet(
        program.show(&Message::ServeWaiting { address: here.into() }),
    ));
    program.output.note(&page);
    let wait = Duration::from_secs(60 * u64::from(asked.wait));
    loop {
        let announced = announced(program, asked.no_announce, || chart.announce(&listener));
        let served = chart.serve(
            &listener,
            wait,
            &mut |request| agrees(program, request, asked.agree),
            &|event| told_meanwhile(program, &event),
        );
        drop(announced);
        let served = match served {
            // What was given and taken in before the break stays written down, and the same caller comes again.
            Err(error @ ServeError::Session(_)) if asked.stay => {
                program.output.still_waits(&error.into());
                continue;
            }
            served => served?,
        };
        let answer = told(program, &chart, &served);
        if !asked.stay {
            return Ok(answer);
        }
        program.output.page(&answer.page)?;
    }
}

/// Shows who asks for what. That it is them is a question of who is who, which `--yes` does not answer.
pub(super) fn agrees(program: &Program, request: &GrantRequest, answered: bool) -> bool {
    let words = Words(program.output.text());
    let mut page = Page::default();
    page.line(program.show(&Message::ServeAsks {
        name: request.name.as_str().into(),
        words: request.key_words.as_str().into(),
    }));
    page.line(program.show(if request.known {
        &Message::ServeKnown
    } else {
        &Message::ServeUnknown
    }));
    if let Some(role) = request.acts {
        let role = program.show(&people::role(role));
        page.line(program.show(&Message::ServeActs { role: role.into() }));
    }
    if let Some((name, author)) = &request.via {
        page.line(program.show(&Message::ServeVia {
            name: name.as_str().into(),
            words: pocketchart::key_words(*author).into(),
        }));
    }
    for (section, operations) in &request.sections {
        page.line(opened(program, *section, *operations));
    }
    page.line(program.show(&Message::ServeUntil {
        until: words.at(request.until).into(),
    }));
    if !request.reason.is_empty() {
        page.line(program.show(&Message::ServeReason {
            reason: request.reason.as_str().into(),
        }));
    }
    page.line(program.show(&Message::PairDigits {
        digits: request.check.to_string().into(),
    }));
    program.output.note(&page);
    if answered || !program.output.is_interactive() {
        return answered;
    }
    program.asks(&Message::AskServe).unwrap_or(false)
}

pub(super) fn told_meanwhile(program: &Program, event: &ServeEvent) {
    if *event == ServeEvent::AnotherCaller {
        program.warn(&program.show(&Message::ServeAnother));
    }
}

pub(super) fn told(program: &Program, chart: &Chart, served: &Served) -> Answer {
    let mut page = Page::default();
    match served {
        Served::Given {
            grant,
            name,
            entries,
            receipt,
            emergency,
            acts,
        } => {
            page.line(program.show(&Message::ServeGiven {
                name: name.as_str().into(),
                count: (*entries).into(),
            }));
            if *acts {
                page.line(program.show(&Message::InviteDone {
                    name: name.as_str().into(),
                }));
            }
            if !receipt {
                page.line(Mark::Caution.line(&program.show(&Message::ServeNoReceipt)));
            }
            let contacts = if *emergency { contacts(chart) } else { Vec::new() };
            if *emergency {
                page.line(Mark::Caution.line(&program.show(&Message::ServeEmergency)));
                for contact in &contacts {
                    page.line(program.show(&Message::ServeTell {
                        contact: contact.as_str().into(),
                    }));
                }
            }
            let json = json!({
                "served": "given", "grant": grant.to_string(), "name": name, "entries": entries, "receipt": receipt,
                "emergency": emergency, "acts": acts, "tell": contacts,
            });
            Answer::new(page, json)
        }
        Served::CameBack { name, report, held } => {
            page.line(program.show(&Message::ServeCameBack {
                name: name.as_str().into(),
                received: report.accepted.applied.into(),
                sent: report.totals.sent.into(),
            }));
            if *held > 0 {
                let waits = Message::ServeHeld {
                    count: (*held).into(),
                };
                page.line(Mark::Caution.line(&program.show(&waits)));
            }
            let json = json!({
                "served": "came-back", "name": name, "received": report.accepted.applied, "sent": report.totals.sent,
                "held": held, "bytes_sent": report.totals.bytes_sent,
                "bytes_received": report.totals.bytes_received,
            });
            Answer::new(page, json)
        }
        Served::SaidDeleted {
            grant,
            name,
            deletion: said,
        } => {
            page.line(deletion(program, name, *grant, said));
            page.line(program.show(&Message::DeletionWord));
            let json = json!({
                "served": "said-deleted", "grant": grant.to_string(), "name": name, "deletion": deletion_document(said),
            });
            Answer::new(page, json)
        }
        Served::Refused { grant, name, why } => {
            page.line(program.show(&Message::ServeRefused {
                name: name.as_str().into(),
                why: reason(program, why).into(),
            }));
            let json = json!({
                "served": "refused", "grant": grant.to_string(), "name": name, "why": why.id(),
            });
            Answer::new(page, json)
        }
        _ => Answer::new(page, Value::Null),
    }
}

/// Why nothing was given, in words.
pub(super) fn reason(program: &Program, why: &Unwilling) -> String {
    let id = format!("unwilling-{}", why.id());
    let text = program.output.text();
    text.by_id(&id, &[]).unwrap_or_else(|_| why.id().to_owned())
}

/// Whom the patient wants to be told, as the emergency card has them.
fn contacts(chart: &Chart) -> Vec<String> {
    let choices = chart.card_choices().unwrap_or_default();
    let contacts = choices.into_iter().filter_map(|choice| match choice.fact {
        CardFact::Contact(contact) => Some(crate::show::card::call(&contact)),
        _ => None,
    });
    let acting = people::acting(chart).into_iter().map(|it| it.name);
    contacts.chain(acting).collect()
}

/// Visits that came late and wait for the patient.
pub(super) fn waiting(program: &Program, asked: &Waiting) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let waiting = chart.waiting()?;
    let mut page = Page::default();
    let Some(name) = &asked.admit else {
        if waiting.is_empty() {
            page.line(program.show(&Message::WaitingNone));
        }
        for it in &waiting {
            page.line(program.show(&Message::WaitingLine {
                name: it.name.as_str().into(),
                words: it.key_words.as_str().into(),
                count: it.count.into(),
            }));
        }
        let listed = waiting.iter().map(|it| {
            json!({ "author": it.author.to_hex(), "name": it.name, "key_words": it.key_words, "count": it.count })
        });
        return Ok(Answer::new(page, json!({ "waiting": listed.collect::<Value>() })));
    };
    let chosen = waiting
        .iter()
        .filter(|it| it.name == *name || it.key_words == *name || it.author.to_hex() == *name);
    let chosen: Vec<_> = chosen.collect();
    let [one] = chosen.as_slice() else {
        let known = waiting.iter().map(|it| it.key_words.clone()).collect();
        return Err(Failure::new("waiting-nobody", Exit::NotFound).candidates(known));
    };
    let count = chart.admit_waiting(one.author)?;
    page.line(program.show(&Message::WaitingAdmitted {
        name: one.name.as_str().into(),
        count: count.into(),
    }));
    Ok(Answer::new(page, json!({ "admitted": count })))
}
