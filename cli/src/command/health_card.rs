//! Making a SMART Health Card of the record.

use super::grant::{has_place, put};
use super::links::relay;
use crate::arguments::HealthCard;
use crate::failure::{Exit, Failure};
use crate::file;
use crate::output::{Mark, Page, quiet};
use crate::program::{Answer, Program};
use crate::show::Words;
use pocketchart::{HealthCardFit, LeftOutReason, NewHealthCard};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::io::Write as _;

/// A code where a relay holds the key, else a file: what nobody can check does not go into a code.
pub(super) fn share(program: &Program, asked: &HealthCard) -> Result<Answer, Failure> {
    let relay = asked.relay.as_deref().map(relay).transpose()?;
    let as_file = asked.file.is_some() || relay.is_none();
    let out = match (&asked.file, as_file) {
        (Some(path), _) => Some((path, file::create(path)?)),
        (None, true) => return Err(Failure::new("health-card-no-relay", Exit::Usage)),
        (None, false) => {
            has_place(program, &asked.to)?;
            None
        }
    };
    let mut chart = program.open()?;
    let made = chart.make_health_card(
        relay.as_ref(),
        &NewHealthCard {
            sections: asked.section.clone(),
            minutes: asked.r#for,
            public: asked.public.clone(),
            fit: if as_file {
                HealthCardFit::File
            } else {
                HealthCardFit::Qr
            },
        },
    )?;
    let mut page = Page::default();
    match out {
        Some((path, mut new)) => {
            new.write_all(made.card.to_file().as_bytes())
                .map_err(|_| file::unwritable(path))?;
            let size = new.finish()?;
            page.line(program.show(&Message::FileWritten {
                file: file::shown(path).into(),
                size: program.output.text().size(size).into(),
            }));
        }
        None => {
            let drawing = made
                .card
                .to_qr()
                .map_err(|_| Failure::new("health-card-person", Exit::Refused))?;
            put(
                program,
                &mut page,
                &asked.to,
                (&made.card.to_text(), &drawing),
                &Message::HealthCardShow,
            )?;
        }
    }
    page.line(program.show(&Message::HealthCardMade {
        count: made.count.into(),
    }));
    page.line(match made.checkable {
        true => program.show(&Message::HealthCardSupplied),
        false => Mark::Caution.line(&program.show(&Message::HealthCardUnchecked)),
    });
    if !made.left_out.is_empty() {
        page.line(program.show(&Message::HealthCardLeftOut {
            count: made.left_out.len().into(),
        }));
    }
    let words = Words(program.output.text());
    for (title, reason) in &made.left_out {
        page.line(quiet(format!(
            "  {title}: {}",
            words.code("health-card-", reason_id(*reason))
        )));
    }
    let left_out = made
        .left_out
        .iter()
        .map(|(title, reason)| json!({ "title": title, "reason": reason_id(*reason) }));
    let json = json!({
        "statements": made.count, "checkable": made.checkable, "issuer": made.card.issuer(), "characters": made.card.as_jws().len(),
        "until": made.card.expires().map(|it| it.saturating_mul(1000)), "left_out": left_out.collect::<Value>(),
        "file": asked.file.as_deref().map(file::shown),
    });
    Ok(Answer::new(page, json))
}

fn reason_id(reason: LeftOutReason) -> &'static str {
    match reason {
        LeftOutReason::NoRoom => "no-room",
        LeftOutReason::NoCode => "no-code",
        LeftOutReason::InError => "in-error",
        _ => "other-type",
    }
}
