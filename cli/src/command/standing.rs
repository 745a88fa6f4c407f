//! Standing codes for emergencies: made, shown again, and stopped.

use super::grant::{LETTERS, has_place, lines, put, short};
use crate::arguments::{DrawStanding, Standing, StandingTo};
use crate::failure::{Exit, Failure};
use crate::file;
use crate::output::{Mark, Page, quiet};
use crate::print;
use crate::program::{Answer, Program};
use crate::secret;
use crate::show::{Words, emergency_sheet};
use pocketchart::{Chart, GrantError, GrantId, GrantStanding, GrantView, NewStandingCode, RelayTake, Unlock};
use pocketchart_strings::Message;
use serde_json::{Value, json};

/// Leaves a copy at the relay for whoever has the code, once all were told and nobody stops it.
pub(super) fn make(program: &Program, asked: &Standing) -> Result<Answer, Failure> {
    has_place(program, &asked.to.code)?;
    let unlock = program.unlock()?;
    let mut chart = program.open_with(&unlock)?;
    if asked.confirm_date {
        chart.confirm_date()?;
    }
    let new = NewStandingCode {
        sections: asked.section.clone(),
        minutes: asked.r#for,
        uses: asked.uses,
        wait: asked.wait * 60,
        person: asked.r#as.clone(),
    };
    let made = chart.make_standing_code(&new, &unlock)?;
    let mut page = Page::default();
    let view = drawn(
        program,
        &mut page,
        &chart,
        (made.grant, Some(&asked.r#as)),
        &asked.to,
    )
    .map_err(Failure::after_writing)?;
    page.line(program.show(&Message::StandingMade {
        grant: short(view.id).into(),
        until: Words(program.output.text()).at(view.until).into(),
        uses: u64::from(view.uses).into(),
    }));
    lines(program, &mut page, &view);
    page.line(program.show(&Message::StandingTold {
        devices: made.devices.into(),
        contacts: made.contacts.len().into(),
        minutes: u64::from(asked.wait).into(),
    }));
    if made.contacts.is_empty() {
        page.line(Mark::Caution.line(&program.show(&Message::StandingNoContacts)));
    }
    page.line(Mark::Caution.line(&program.show(&Message::StandingOpensToAnyone)));
    page.line(quiet(program.show(&Message::StandingNext)));
    Ok(Answer::new(
        page,
        json!({
            "grant": view.id.to_string(), "until": view.until, "uses": view.uses, "wait": new.wait, "relay": view.relay,
            "devices": made.devices, "contacts": made.contacts,
            "sections": view.sections.iter().map(|(section, _)| section.name()).collect::<Value>(),
        }),
    ))
}

/// The code once more, also of one that another device of the person made.
pub(super) fn draw(program: &Program, asked: &DrawStanding) -> Result<Answer, Failure> {
    has_place(program, &asked.to.code)?;
    let unlock = program.unlock()?;
    let mut chart = program.open_with(&unlock)?;
    chart.meet_grants(&unlock)?;
    let typed = asked.grant.trim().to_lowercase();
    let codes = open_codes(&chart)?;
    let names = |it: &&GrantId| typed.len() >= LETTERS / 2 && it.to_string().starts_with(&typed);
    let found: Vec<GrantId> = codes.iter().filter(names).copied().collect();
    let [id] = found.as_slice() else {
        let known = codes.iter().map(ToString::to_string).collect();
        return Err(Failure::from(GrantError::Unknown).candidates(known));
    };
    let mut page = Page::default();
    let view = drawn(program, &mut page, &chart, (*id, None), &asked.to)?;
    lines(program, &mut page, &view);
    Ok(Answer::new(
        page,
        json!({ "grant": id.to_string(), "until": view.until }),
    ))
}

/// Puts copies of the record as it is now in place of those that the standing codes of this device open.
pub(super) fn refresh(program: &Program) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let (mut page, mut renewed) = (Page::default(), Vec::new());
    let mut open = chart.grants()?;
    open.retain(is_open);
    for view in &open {
        let grant = short(view.id);
        if let Some(device) = &view.device {
            page.line(
                Mark::Caution.line(&program.show(&Message::StandingRenewedElsewhere {
                    grant: grant.into(),
                    device: device.as_str().into(),
                })),
            );
            continue;
        }
        let entries = chart.renew_standing_code(view.id)?;
        page.line(program.show(&Message::StandingRenewed {
            grant: grant.into(),
            entries: entries.into(),
        }));
        renewed.push(json!({ "grant": view.id.to_string(), "entries": entries }));
    }
    if open.is_empty() {
        page.line(program.show(&Message::StandingNone));
    }
    Ok(Answer::new(page, json!({ "renewed": renewed })))
}

/// Puts the code where it was asked for: a picture, a page to print, or the screen.
fn drawn(
    program: &Program,
    page: &mut Page,
    chart: &Chart,
    (id, person): (GrantId, Option<&str>),
    to: &StandingTo,
) -> Result<GrantView, Failure> {
    let too_long = || Failure::new("grant-address", Exit::Refused);
    let code = chart.grant_code(id, Vec::new())?;
    let drawing = code.to_qr().map_err(|_| too_long())?;
    let text = code.to_text();
    let view = chart.grants()?.into_iter().find(|it| it.id == id);
    let view = view.ok_or(GrantError::Unknown)?;
    let Some(path) = to.code.out.as_deref().filter(|it| print::is_page(it)) else {
        put(program, page, &to.code, (&text, &drawing), &Message::StandingShow)?;
        return Ok(view);
    };
    if let Some(number) = to.code.code_fd {
        secret::write_to(number, &text)?;
    }
    let words = Words(program.output.text());
    let sheet = emergency_sheet(words, &view, person, drawing).map_err(|_| too_long())?;
    let size = print::write(path, &sheet, to.paper.into(), to.fonts.as_deref())?;
    page.line(program.show(&Message::GrantWritten {
        file: file::shown(path).into(),
        size: program.output.text().size(size).into(),
    }));
    Ok(view)
}

/// The standing codes that are open, of all devices of the person that are known.
fn open_codes(chart: &Chart) -> Result<Vec<GrantId>, Failure> {
    let codes = chart.grants()?.into_iter().filter(is_open);
    Ok(codes.map(|it| it.id).collect())
}

fn is_open(it: &GrantView) -> bool {
    let over = matches!(it.standing, GrantStanding::Revoked | GrantStanding::Expired);
    it.standing_code && !over
}

/// Stops whoever waits for what a standing code opens, made by any device of the person.
pub(super) fn stop(program: &Program) -> Result<Answer, Failure> {
    let unlock = program.unlock()?;
    let mut chart = program.open_with(&unlock)?;
    let unmet = chart.meet_grants(&unlock)?;
    let (mut stopped, mut failed) = (Vec::new(), None);
    // One that cannot be stopped holds up none of the others.
    for id in open_codes(&chart)? {
        match chart.stop_emergency(id) {
            Ok(()) => stopped.push(id),
            Err(error) => failed = Some(error),
        }
    }
    if let Some(error) = failed {
        let failure = Failure::from(error);
        return Err(if stopped.is_empty() {
            failure
        } else {
            failure.so_far()
        });
    }
    let mut page = Page::default();
    page.line(program.show(&match stopped.is_empty() {
        true => Message::StandingNone,
        false => Message::StandingStopped {
            count: stopped.len().into(),
        },
    }));
    if !stopped.is_empty() {
        page.line(program.show(&Message::StandingStoppedNext));
    }
    let mut answer = Answer::new(
        page,
        json!({
            "stopped": stopped.iter().map(ToString::to_string).collect::<Value>(), "others_asked": unmet.is_none(),
        }),
    );
    if unmet.is_some() {
        unmet_line(program, &mut answer.page);
        answer.exit = Exit::Network;
    }
    Ok(answer)
}

/// Brings up to date what is known of the grants of the person's other devices.
pub(super) fn meet(
    program: &Program,
    chart: &mut Chart,
    unlock: &Unlock,
    page: &mut Page,
) -> Result<bool, Failure> {
    let met = chart.meet_grants(unlock)?.is_none();
    if !met {
        unmet_line(program, page);
    }
    Ok(met)
}

fn unmet_line(program: &Program, page: &mut Page) {
    page.line(Mark::Caution.line(&program.show(&Message::GrantsUnmet)));
}

/// Somebody who took a standing code.
pub(super) fn taken(program: &Program, take: &RelayTake, name: &str, key: &str) -> Option<String> {
    let standing = take.standing?;
    let words = Words(program.output.text());
    let (name, key) = (name.into(), key.into());
    let (grant, reason) = (short(take.grant), take.reason.as_str());
    Some(match standing.stopped {
        true => program.show(&Message::MailboxEmergencyStopped {
            name,
            words: key,
            grant: grant.into(),
            reason: reason.into(),
        }),
        false => Mark::Danger.line(&program.show(&Message::MailboxEmergency {
            name,
            words: key,
            grant: grant.into(),
            at: words.at(take.at).into(),
            ready: words.at(standing.ready).into(),
            reason: reason.into(),
        })),
    })
}
