//! Check-ins that the record brought: who asks, until when, and whether it was answered.

use crate::failure::{Exit, Failure};
use crate::output::{Mark, Page, quiet, strong};
use crate::program::{Answer, Program};
use crate::show::{self, Words, short};
use pocketchart::{Chart, CheckinCame, ReadError};
use pocketchart_strings::Message;
use serde_json::{Value, json};

/// Lists them, the newest first.
pub(super) fn came(program: &Program) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let all = chart.checkins_that_came()?;
    let words = Words(program.output.text());
    let now = chart.now() / 1000;
    let mut page = Page::default();
    if all.is_empty() {
        page.line(program.show(&Message::CheckinNoneCame));
    }
    for it in &all {
        let by = program.show(&Message::CheckinCameBy {
            name: name(program, it).into(),
            when: words.at(it.made).into(),
        });
        page.line(format!("{} {}", strong(by), quiet(short(&it.id))));
        if let Some(purpose) = &it.request.purpose {
            let purpose = program.show(&Message::CheckinPurpose {
                purpose: purpose.as_str().into(),
            });
            page.hanging("   ", "   ", &purpose);
        }
        let line = match it.answered {
            Some(at) => Mark::Good.line(&program.show(&Message::CheckinCameAnswered {
                when: words.at(at).into(),
            })),
            None if is_over(it, now) => program.show(&Message::CheckinCameOver {
                when: until(words, it).into(),
            }),
            None => program.show(&Message::CheckinCameUntil {
                when: until(words, it).into(),
            }),
        };
        page.hanging("   ", "   ", &line);
    }
    if let Some(it) = all.iter().find(|it| it.answered.is_none() && !is_over(it, now)) {
        page.blank();
        page.line(quiet(program.show(&Message::CheckinCameHow {
            entry: short(&it.id).into(),
        })));
    }
    let json = all.iter().map(|it| document(it, now)).collect::<Value>();
    Ok(Answer::new(page, json!({ "asked": json })))
}

/// The one that these letters name, as long as it can be answered.
pub(super) fn to_answer(chart: &Chart, letters: &str) -> Result<CheckinCame, Failure> {
    let letters = letters.trim().to_lowercase();
    let all = chart.checkins_that_came()?;
    let mut named = all
        .iter()
        .filter(|it| !letters.is_empty() && it.id.hash.to_hex().starts_with(&letters));
    match (named.next(), named.next()) {
        (Some(it), None) => Ok(chart.checkin_to_answer(it.id)?),
        (Some(_), Some(_)) => Err(ReadError::Ambiguous.into()),
        (None, _) => Err(Failure::new("checkin-came-none", Exit::Refused)),
    }
}

/// Who asks, as the record proves it.
pub(super) fn proven(program: &Program, page: &mut Page, it: &CheckinCame) {
    let words = Words(program.output.text());
    page.line(Mark::Good.line(&program.show(&Message::CheckinProven {
        name: name(program, it).into(),
    })));
    page.line(quiet(program.show(&Message::CheckinCameUntil {
        when: until(words, it).into(),
    })));
}

fn name(program: &Program, it: &CheckinCame) -> String {
    let unnamed = || program.show(&Message::CheckinCameSomebody);
    it.by.name.clone().unwrap_or_else(unnamed)
}

fn until(words: Words<'_>, it: &CheckinCame) -> String {
    words.at(it.until.saturating_mul(1000))
}

fn is_over(it: &CheckinCame, now: u64) -> bool {
    now >= it.until
}

fn document(it: &CheckinCame, now: u64) -> Value {
    json!({
        "id": show::id(&it.id), "by": it.by.name, "author": it.by.id.to_hex(), "made": it.made, "until": it.until,
        "over": is_over(it, now), "answered": it.answered, "purpose": it.request.purpose,
        "items": it.request.items.iter().map(|it| json!({ "id": it.id, "title": it.title, "needed": it.required })).collect::<Value>(),
    })
}
