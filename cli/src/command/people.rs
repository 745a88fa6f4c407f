//! People who act for the person: inviting them, looking at who they are, ending it.

use super::grant::{has_place, put};
use super::pair::{listen, reachable};
use super::serve::{agrees, told, told_meanwhile};
use crate::arguments::{End, Invite, People, PeopleAct};
use crate::failure::{Exit, Failure};
use crate::output::{Mark, Page, Table, quiet};
use crate::program::{Answer, Program};
use crate::show::Words;
use pocketchart::{Chart, NewProxy, PairError, ProxyStanding, ProxyView, Role, Section};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::time::Duration;

pub(super) fn people(program: &Program, asked: People) -> Result<Answer, Failure> {
    match asked.act {
        None => list(program),
        Some(PeopleAct::Invite(asked)) => invite(program, &asked),
        Some(PeopleAct::End(asked)) => end(program, &asked),
    }
}

/// Where somebody acts. Without a section: all but what is set apart, or all that an emergency needs.
pub(super) fn sections(role: Role, typed: &[Section]) -> Vec<Section> {
    let fits = |section: &Section| match role {
        Role::Emergency => section.in_emergency(),
        _ => *section != Section::Sensitive,
    };
    match typed.is_empty() {
        true => Section::ALL.into_iter().filter(fits).collect(),
        false => typed.to_vec(),
    }
}

fn invite(program: &Program, asked: &Invite) -> Result<Answer, Failure> {
    has_place(program, &asked.shown.to)?;
    let listener = listen(&asked.listen)?;
    let addresses = match asked.shown.address.is_empty() {
        false => asked.shown.address.clone(),
        true => {
            let here = reachable(&listener).map_err(PairError::Connect)?;
            here.iter().filter_map(|it| it.parse().ok()).collect()
        }
    };
    let unlock = program.unlock()?;
    let mut chart = program.open_with(&unlock)?;
    if asked.shown.confirm_date {
        chart.confirm_date()?;
    }
    let new = NewProxy {
        name: asked.person.clone(),
        role: asked.role,
        sections: sections(asked.role, &asked.section),
        minutes: asked.r#for,
    };
    let invitation = chart.invite(&new, &unlock)?;
    let code = chart.grant_code(invitation, addresses)?;
    let mut page = Page::default();
    let drawing = code
        .to_qr()
        .map_err(|_| Failure::new("grant-address", Exit::Refused))?;
    put(
        program,
        &mut page,
        &asked.shown.to,
        (&code.to_text(), &drawing),
        &Message::GrantShow,
    )?;
    page.line(quiet(program.show(&Message::InviteNext)));
    program.output.note(&page);
    let served = chart.appoint(
        &listener,
        Duration::from_secs(60 * u64::from(asked.wait)),
        invitation,
        &new,
        &unlock,
        &mut |request| agrees(program, request, asked.agree),
        &|event| told_meanwhile(program, &event),
    )?;
    Ok(told(program, &chart, &served))
}

fn list(program: &Program) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let people = chart.proxies();
    let mut page = Page::default();
    if people.is_empty() {
        page.line(program.show(&Message::PeopleNone));
    } else {
        page.table(table(program, &people));
    }
    Ok(Answer::new(
        page,
        json!({ "people": people.iter().map(document).collect::<Value>() }),
    ))
}

fn table(program: &Program, people: &[ProxyView]) -> Table {
    let words = Words(program.output.text());
    let headings = [
        Message::ColumnWho,
        Message::ColumnRole,
        Message::ColumnState,
        Message::ColumnUntil,
        Message::ColumnWhat,
    ];
    let mut table = Table::new(headings.map(|it| program.show(&it))).about(4).keep(0);
    for it in people {
        let sections = it.sections.iter().map(|section| words.section(*section));
        let name = format!("{} ({})", it.name, it.key_words);
        let cells = [
            match it.is_you {
                true => program.show(&Message::PeopleYou { name: name.into() }),
                false => name,
            },
            program.show(&role(it.role)),
            program.show(&standing(it.standing)),
            words.at(it.until),
            sections.collect::<Vec<_>>().join(", "),
        ];
        table.row(Mark::None, cells);
    }
    table
}

/// As what somebody acts, in words.
pub(super) fn role(role: Role) -> Message<'static> {
    match role {
        Role::View => Message::RoleView,
        Role::Manage => Message::RoleManage,
        Role::Emergency => Message::RoleEmergency,
    }
}

fn standing(standing: ProxyStanding) -> Message<'static> {
    match standing {
        ProxyStanding::Named => Message::ProxyNamed,
        ProxyStanding::Acts => Message::ProxyActs,
        ProxyStanding::Expired => Message::ProxyExpired,
        ProxyStanding::Ended => Message::ProxyEnded,
    }
}

/// One of them for programs.
pub(super) fn document(it: &ProxyView) -> Value {
    let sections = it.sections.iter().map(|section| section.name());
    let standing = match it.standing {
        ProxyStanding::Named => "named",
        ProxyStanding::Acts => "acts",
        ProxyStanding::Expired => "expired",
        ProxyStanding::Ended => "ended",
    };
    json!({
        "author": it.author.to_hex(), "key_words": it.key_words, "name": it.name, "role": it.role.name(),
        "sections": sections.collect::<Value>(), "since": it.since, "until": it.until, "standing": standing,
        "you": it.is_you,
    })
}

/// Those who act for the person now.
pub(super) fn acting(chart: &Chart) -> Vec<ProxyView> {
    let mut people = chart.proxies();
    people.retain(|it| it.standing == ProxyStanding::Acts);
    people
}

fn end(program: &Program, asked: &End) -> Result<Answer, Failure> {
    let unlock = program.unlock()?;
    let mut chart = program.open_with(&unlock)?;
    let mut people = chart.proxies();
    people.retain(|it| matches!(it.standing, ProxyStanding::Acts | ProxyStanding::Named));
    let typed = asked.person.as_str();
    let names = |it: &&ProxyView| {
        [&it.name, &it.key_words, &it.author.to_hex()]
            .iter()
            .any(|it| *it == typed)
    };
    let mut authors: Vec<_> = people.iter().filter(names).map(|it| it.author).collect();
    authors.dedup();
    let [author] = authors.as_slice() else {
        let known = people.iter().map(|it| format!("{} ({})", it.name, it.key_words));
        return Err(Failure::new("proxy-unknown", Exit::NotFound).candidates(known.collect()));
    };
    chart.end_proxy(*author, &unlock)?;
    let mut page = Page::default();
    page.line(program.show(&Message::PeopleEnded { name: typed.into() }));
    page.line(program.show(&Message::GrantEndedKept));
    Ok(Answer::new(page, json!({ "ended": author.to_hex() })))
}
