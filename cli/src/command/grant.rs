//! Opening sections to others by a code, looking at what is open, and ending it.

use super::pair::outward;
use super::standing;
use crate::arguments::{Allow, BreakGlass, CodeTo, Grant, PORT, Revoke, Shown};
use crate::failure::{Exit, Failure};
use crate::file;
use crate::output::{Mark, Page, Table, quiet, strong};
use crate::picture;
use crate::program::{Answer, Program};
use crate::secret;
use crate::show::Words;
use pocketchart::{
    Chart, DeletionCause, DeletionView, Ended, GrantId, GrantStanding, GrantView, NewGrant, Operations,
    QrMatrix, RedeemerView, RevokeReason, Section,
};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::fmt::Display;
use std::net::SocketAddr;

/// Letters of the name of a grant, a link or an import that lists show.
pub(super) const LETTERS: usize = 8;

pub(super) fn grant(program: &Program, asked: &Grant) -> Result<Answer, Failure> {
    let mut chart = open(program, &asked.shown)?;
    let mut read = Operations::EXTRACT;
    if asked.read {
        read = Operations::READ;
        read.set(Operations::FUTURE, asked.later);
    }
    let mut new = NewGrant::of(scope(&asked.section, read, &asked.append));
    new.minutes = asked.r#for;
    new.uses = asked.uses;
    new.delegable = asked.delegable;
    new.relay = asked.relay;
    new.passcode = asked
        .passcode_fd
        .map(|number| secret::line_of(number).map(|line| line.to_string()))
        .transpose()?;
    shown(program, &mut chart, &new, &asked.shown)
}

pub(super) fn break_glass(program: &Program, asked: BreakGlass) -> Result<Answer, Failure> {
    match asked {
        BreakGlass::Allow(asked) => allow(program, &asked),
        BreakGlass::Standing(asked) => standing::make(program, &asked),
        BreakGlass::Draw(asked) => standing::draw(program, &asked),
        BreakGlass::Refresh => standing::refresh(program),
        BreakGlass::Stop => standing::stop(program),
        BreakGlass::Off => off(program),
    }
}

/// An emergency grant: whoever redeems it says why, and nobody is asked.
fn allow(program: &Program, asked: &Allow) -> Result<Answer, Failure> {
    let mut chart = open(program, &asked.shown)?;
    let mut new = NewGrant::of(scope(&asked.section, Operations::EXTRACT, &[]));
    new.minutes = asked.r#for;
    new.emergency = true;
    shown(program, &mut chart, &new, &asked.shown)
}

fn off(program: &Program) -> Result<Answer, Failure> {
    let unlock = program.unlock()?;
    let mut chart = program.open_with(&unlock)?;
    let (mut page, mut ended) = (Page::default(), Vec::new());
    standing::meet(program, &mut chart, &unlock, &mut page)?;
    for grant in chart.grants()? {
        let open = matches!(
            grant.standing,
            GrantStanding::Open | GrantStanding::NotYet | GrantStanding::UsedUp
        );
        if grant.emergency && open {
            if let Some(later) = ends_later(
                program,
                grant.id,
                chart.revoke_grant(grant.id, RevokeReason::Wish)?,
            ) {
                page.line(later.1);
            }
            ended.push(grant.id.to_string());
        }
    }
    chart.meet_grants(&unlock)?;
    page.line(program.show(&Message::BreakGlassOff {
        count: ended.len().into(),
    }));
    Ok(Answer::new(page, json!({ "ended": ended })))
}

fn open(program: &Program, asked: &Shown) -> Result<Chart, Failure> {
    has_place(program, &asked.to)?;
    let mut chart = program.open()?;
    if asked.confirm_date {
        chart.confirm_date()?;
    }
    Ok(chart)
}

/// A code that nobody could see is not made.
pub(super) fn has_place(program: &Program, to: &CodeTo) -> Result<(), Failure> {
    if program.output.is_json() && to.code_fd.is_none() && to.out.is_none() {
        return Err(Failure::new("code-nowhere", Exit::Usage));
    }
    Ok(())
}

/// Puts a code where it was asked for, with a line above it where it is shown.
pub(super) fn put(
    program: &Program,
    page: &mut Page,
    to: &CodeTo,
    (text, drawing): (&str, &QrMatrix),
    above: &Message<'_>,
) -> Result<(), Failure> {
    if let Some(number) = to.code_fd {
        secret::write_to(number, text)?;
    }
    match &to.out {
        Some(path) => {
            let size = program.output.text().size(picture::write(path, drawing)?);
            page.line(program.show(&Message::GrantWritten {
                file: file::shown(path).into(),
                size: size.into(),
            }));
        }
        None if to.code_fd.is_none() => {
            page.line(strong(program.show(above))).blank();
            page.exact(drawing.to_half_blocks());
            page.exact(text).blank();
        }
        None => {}
    }
    Ok(())
}

fn scope(sections: &[Section], read: Operations, append: &[Section]) -> Vec<(Section, Operations)> {
    let mut scope: Vec<(Section, Operations)> = sections.iter().map(|it| (*it, read)).collect();
    for section in append {
        match scope.iter_mut().find(|(of, _)| of == section) {
            Some((_, operations)) => *operations |= Operations::APPEND,
            None => scope.push((*section, Operations::APPEND)),
        }
    }
    scope
}

/// Makes a grant and shows its code.
fn shown(program: &Program, chart: &mut Chart, new: &NewGrant, asked: &Shown) -> Result<Answer, Failure> {
    let addresses = match asked.address.is_empty() {
        false => asked.address.clone(),
        true => vec![SocketAddr::new(outward(), PORT)],
    };
    let id = chart.make_grant(new)?;
    let code = chart.grant_code(id, addresses)?;
    let mut page = Page::default();
    let text = code.to_text();
    let drawing = code
        .to_qr()
        .map_err(|_| Failure::new("grant-address", Exit::Refused))?;
    put(
        program,
        &mut page,
        &asked.to,
        (&text, &drawing),
        &Message::GrantShow,
    )?;
    let grants = chart.grants()?;
    let Some(view) = grants.into_iter().find(|it| it.id == id) else {
        return Err(pocketchart::GrantError::Unknown.into());
    };
    let words = Words(program.output.text());
    page.line(program.show(&Message::GrantMade {
        grant: short(id).into(),
        until: words.at(view.until).into(),
        uses: u64::from(view.uses).into(),
    }));
    lines(program, &mut page, &view);
    if view.emergency {
        page.line(Mark::Caution.line(&program.show(&Message::BreakGlassAllowed)));
    }
    if view.delegable {
        page.line(program.show(&Message::GrantDelegable));
    }
    let next = match view.relay {
        Some(_) => Message::GrantNextAtRelay,
        None => Message::GrantNext,
    };
    page.line(quiet(program.show(&next)));
    Ok(Answer::new(page, document(&view)))
}

/// What a grant opens, a line for each section.
pub(super) fn lines(program: &Program, page: &mut Page, view: &GrantView) {
    for (section, operations) in &view.sections {
        page.line(opened(program, *section, *operations));
    }
}

/// One section, and what may be done in it.
pub(super) fn opened(program: &Program, section: Section, operations: Operations) -> String {
    let words = Words(program.output.text());
    let may = [
        (Operations::EXTRACT, Message::MayExtract),
        (Operations::READ, Message::MayRead),
        (Operations::FUTURE, Message::MayReadLater),
        (Operations::APPEND, Message::MayAppend),
    ];
    let said: Vec<String> = may
        .into_iter()
        .filter(|(operation, _)| operations.contains(*operation))
        .map(|(_, message)| program.show(&message))
        .collect();
    program.show(&Message::MayLine {
        section: words.section(section).into(),
        what: said.join(", ").into(),
    })
}

pub(super) fn short(id: impl Display) -> String {
    id.to_string().chars().take(LETTERS).collect()
}

pub(super) fn grants(program: &Program) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let grants = chart.grants()?;
    let words = Words(program.output.text());
    let mut page = Page::default();
    if grants.is_empty() {
        page.line(program.show(&Message::GrantsNone));
    } else {
        let headings = [
            Message::ColumnId,
            Message::ColumnState,
            Message::ColumnWhat,
            Message::ColumnUntil,
            Message::ColumnWho,
        ];
        let mut table = Table::new(headings.map(|it| program.show(&it))).about(2).keep(0);
        for grant in &grants {
            let sections = grant.sections.iter().map(|(section, _)| words.section(*section));
            let who = grant.redeemers.iter().map(|it| redeemer(program, it));
            let what = sections.collect::<Vec<_>>().join(", ");
            let what = match &grant.device {
                None => what,
                Some(device) => program.show(&Message::GrantOfDevice {
                    what: what.as_str().into(),
                    device: device.as_str().into(),
                }),
            };
            let cells = [
                short(grant.id),
                program.show(&state(grant.standing)),
                what,
                words.at(grant.until),
                who.collect::<Vec<_>>().join("; "),
            ];
            let mark = if grant.emergency {
                Mark::Caution
            } else {
                Mark::None
            };
            table.row(mark, cells);
        }
        page.table(table);
        let mut has_word = false;
        for grant in &grants {
            for (it, said) in grant
                .redeemers
                .iter()
                .filter_map(|it| Some((it, it.deletion.as_ref()?)))
            {
                page.line(deletion(program, &it.name, grant.id, said));
                has_word = true;
            }
        }
        if has_word {
            page.line(quiet(program.show(&Message::DeletionWord)));
        }
    }
    Ok(Answer::new(
        page,
        json!({ "grants": grants.iter().map(document).collect::<Value>() }),
    ))
}

/// What somebody says that they deleted.
pub(super) fn deletion(program: &Program, name: &str, grant: GrantId, said: &DeletionView) -> String {
    let cause = program.show(&match said.cause {
        DeletionCause::TimeIsOver => Message::DeletionTimeIsOver,
        DeletionCause::Closed => Message::DeletionClosed,
        DeletionCause::Withdrawn => Message::DeletionWithdrawn,
    });
    program.show(&Message::DeletionSaid {
        name: name.into(),
        grant: short(grant).into(),
        at: Words(program.output.text()).at(said.deleted).into(),
        cause: cause.into(),
    })
}

pub(super) fn deletion_document(said: &DeletionView) -> Value {
    json!({ "deleted": said.deleted, "cause": said.cause.id() })
}

fn redeemer(program: &Program, it: &RedeemerView) -> String {
    let who = format!("{} ({})", it.name, it.key_words);
    match &it.via {
        None => who,
        Some((name, _)) => program.show(&Message::GrantVia {
            who: who.as_str().into(),
            by: name.as_str().into(),
        }),
    }
}

fn state(standing: GrantStanding) -> Message<'static> {
    match standing {
        GrantStanding::NotYet => Message::GrantNotYet,
        GrantStanding::Open => Message::GrantOpen,
        GrantStanding::UsedUp => Message::GrantUsedUp,
        GrantStanding::Expired => Message::GrantExpired,
        GrantStanding::Revoked => Message::GrantRevoked,
        _ => Message::GrantClosed,
    }
}

/// What may be done in which section.
pub(super) fn scope_document(scope: &[(Section, Operations)]) -> Value {
    let operations = |it: &Operations| -> Vec<&str> {
        let all = [
            (Operations::EXTRACT, "extract"),
            (Operations::READ, "read"),
            (Operations::FUTURE, "later"),
            (Operations::APPEND, "append"),
        ];
        let held = all.into_iter().filter(|(operation, _)| it.contains(*operation));
        held.map(|(_, name)| name).collect()
    };
    let sections = scope
        .iter()
        .map(|(section, it)| (section.name().to_owned(), json!(operations(it))));
    Value::Object(sections.collect())
}

fn document(view: &GrantView) -> Value {
    let redeemers = view.redeemers.iter().map(|it| {
        json!({
            "author": it.author.to_hex(), "name": it.name, "key_words": it.key_words, "since": it.since,
            "via": it.via.as_ref().map(|(_, author)| author.to_hex()), "deletion": it.deletion.as_ref().map(deletion_document),
        })
    });
    let standing = match view.standing {
        GrantStanding::NotYet => "not-yet",
        GrantStanding::Open => "open",
        GrantStanding::UsedUp => "used-up",
        GrantStanding::Expired => "expired",
        GrantStanding::Revoked => "revoked",
        _ => "closed",
    };
    json!({
        "grant": view.id.to_string(), "standing": standing, "sections": scope_document(&view.sections), "made": view.made, "from": view.from,
        "until": view.until, "uses": view.uses, "passcode": view.passcode, "emergency": view.emergency,
        "delegable": view.delegable, "standing_code": view.standing_code, "device": view.device, "relay": view.relay, "redeemers": redeemers.collect::<Value>(),
    })
}

pub(super) fn revoke(program: &Program, asked: &Revoke) -> Result<Answer, Failure> {
    let unlock = program.unlock()?;
    let mut chart = program.open_with(&unlock)?;
    let typed = asked.grant.trim().to_lowercase();
    let names = |it: &&GrantView| typed.len() >= 4 && it.id.to_string().starts_with(&typed);
    let mut page = Page::default();
    let mut grants = chart.grants()?;
    if !grants.iter().any(|it| names(&it)) {
        // Perhaps another device of the person made it.
        standing::meet(program, &mut chart, &unlock, &mut page)?;
        grants = chart.grants()?;
    }
    let found: Vec<&GrantView> = grants.iter().filter(names).collect();
    let [view] = found.as_slice() else {
        let known = grants.iter().map(|it| it.id.to_string()).collect();
        return Err(Failure::from(pocketchart::GrantError::Unknown).candidates(known));
    };
    let id = view.id;
    let given_here = view.device.is_none() && view.relay.is_none();
    let told = given_here && view.redeemers.iter().any(|it| it.deletion.is_none());
    let kept_until = view.until;
    let later = ends_later(program, id, chart.revoke_grant(id, RevokeReason::Wish)?);
    if view.device.is_some() {
        // So that the device that made it hears of it.
        standing::meet(program, &mut chart, &unlock, &mut page)?;
    }
    let until = later.as_ref().map(|(until, _)| *until);
    page.line(later.map_or_else(
        || {
            program.show(&Message::GrantEnded {
                grant: short(id).into(),
            })
        },
        |(_, sentence)| sentence,
    ));
    page.line(program.show(&Message::GrantEndedKept));
    if told {
        page.line(program.show(&Message::GrantEndedTold {
            until: Words(program.output.text()).at(kept_until).into(),
        }));
    }
    Ok(Answer::new(
        page,
        json!({ "ended": id.to_string(), "relay_until": until }),
    ))
}

/// When a grant ends at the latest that has not ended everywhere yet, and why.
fn ends_later(program: &Program, id: GrantId, ended: Ended) -> Option<(pocketchart::Millis, String)> {
    let words = Words(program.output.text());
    let grant = short(id);
    let (until, message) = match ended {
        Ended::OnceTheRelayKnows(until) => (
            until,
            Message::GrantEndsLater {
                grant: grant.into(),
                until: words.at(until).into(),
            },
        ),
        Ended::OnceItsDeviceKnows(until) => (
            until,
            Message::GrantEndsAtItsDevice {
                grant: grant.into(),
                until: words.at(until).into(),
            },
        ),
        _ => return None,
    };
    Some((until, Mark::Caution.line(&program.show(&message))))
}
