//! Who is to act for the person if they cannot: prepared while they are well, and taken up by whoever was named.

use super::contacts::{give_parts, hours, sharing};
use super::people;
use super::recover::{ask, go_on};
use crate::arguments::{Enter, Incapacity, IncapacityAct, Prepare};
use crate::failure::{Exit, Failure};
use crate::output::{Mark, Page, quiet};
use crate::program::{Answer, Program};
use crate::show::Words;
use pocketchart::{
    Cause, CreateChart, IncapacityView, NewProxy, ProxyStanding, Recovering, RelayError, Step,
};
use pocketchart_strings::Message;
use serde_json::{Value, json};

pub(super) fn incapacity(program: &Program, asked: Incapacity) -> Result<Answer, Failure> {
    match asked.act {
        None => show(program),
        Some(IncapacityAct::Prepare(asked)) => prepare(program, &asked),
        Some(IncapacityAct::Cancel) => cancel(program),
        Some(IncapacityAct::Request(asked)) => ask(
            program,
            asked.kdf,
            Cause::Incapacity,
            &Message::IncapacityRequestNext,
        ),
        Some(IncapacityAct::Enter(asked)) => enter(program, &asked),
    }
}

fn show(program: &Program) -> Result<Answer, Failure> {
    let view = program.open()?.incapacity()?;
    let mut page = Page::default();
    match &view {
        None => {
            page.line(program.show(&Message::IncapacityNothing));
        }
        Some(view) => told(program, &mut page, view),
    }
    let json = view.as_ref().map_or(Value::Null, |view| {
        json!({
            "proxy": view.proxy.as_ref().map(people::document), "made": view.sharing.made,
            "needed": view.sharing.needed, "of": view.sharing.of, "relay": view.sharing.relay,
            "wait": view.sharing.wait, "left": view.is_left,
        })
    });
    Ok(Answer::new(page, json!({ "prepared": json })))
}

/// Who, where, and how they come in.
fn told(program: &Program, page: &mut Page, view: &IncapacityView) {
    let words = Words(program.output.text());
    let Some(proxy) = &view.proxy else {
        page.line(Mark::Caution.line(&program.show(&Message::IncapacityUnheard)));
        return;
    };
    let sections = proxy.sections.iter().map(|section| words.section(*section));
    page.line(program.show(&Message::IncapacityWho {
        name: proxy.name.as_str().into(),
        role: program.show(&people::role(proxy.role)).into(),
        sections: sections.collect::<Vec<_>>().join(", ").into(),
        until: words.at(proxy.until).into(),
    }));
    let name = proxy.name.as_str().into();
    page.line(match proxy.standing {
        ProxyStanding::Named => program.show(&Message::IncapacityHow {
            needed: usize::from(view.sharing.needed).into(),
            of: view.sharing.of.into(),
            hours: hours(view.sharing.wait).into(),
        }),
        ProxyStanding::Acts => Mark::Caution.line(&program.show(&Message::IncapacityCame { name })),
        _ => Mark::Caution.line(&program.show(&Message::IncapacityNobody)),
    });
    if !view.is_left {
        page.line(Mark::Caution.line(&program.show(&Message::IncapacityUnleft)));
    }
}

fn prepare(program: &Program, asked: &Prepare) -> Result<Answer, Failure> {
    let sharing = sharing(&asked.parts)?;
    let unlock = program.unlock()?;
    let mut chart = program.open_with(&unlock)?;
    let proxy = NewProxy {
        name: asked.person.clone(),
        role: asked.role,
        sections: people::sections(asked.role, &asked.section),
        minutes: asked.r#for,
    };
    let prepared = chart.prepare_incapacity(&proxy, &sharing, &unlock)?;
    let mut page = Page::default();
    let parts = give_parts(program, &mut page, &prepared.parts, asked.parts.out.as_deref())?;
    if let Some(view) = chart.incapacity()? {
        told(program, &mut page, &view);
    }
    page.line(quiet(program.show(&Message::IncapacityPrepareNext)));
    let sections = proxy.sections.iter().map(|section| section.name());
    let json = json!({
        "name": proxy.name, "role": proxy.role.name(), "sections": sections.collect::<Value>(),
        "needed": sharing.needed, "of": prepared.parts.len(), "wait": sharing.wait, "parts": parts,
        "left": prepared.unleft.is_none(),
    });
    Ok(answer(page, json, prepared.unleft))
}

fn cancel(program: &Program) -> Result<Answer, Failure> {
    let unlock = program.unlock()?;
    let unmet = program.open_with(&unlock)?.end_incapacity(&unlock)?;
    let mut page = Page::default();
    page.line(program.show(&Message::IncapacityCancelled));
    if unmet.is_some() {
        page.line(Mark::Caution.line(&program.show(&Message::IncapacityUntold)));
    }
    let json = json!({ "cancelled": true, "relay_knows": unmet.is_none() });
    Ok(answer(page, json, unmet))
}

/// It was done here; the exit status says if the relay does not know.
fn answer(page: Page, json: Value, unmet: Option<RelayError>) -> Answer {
    let mut answer = Answer::new(page, json);
    if unmet.is_some() {
        answer.exit = Exit::Network;
    }
    answer
}

/// Takes contacts' answers, and goes on as far as the relay lets it.
fn enter(program: &Program, asked: &Enter) -> Result<Answer, Failure> {
    let unlock = program.unlock()?;
    let mut recovering = Recovering::open(&program.home(), Cause::Incapacity, &unlock)?;
    let entrusted = match go_on(
        program,
        &mut recovering,
        &asked.answer,
        &Message::IncapacityWaitsNext,
    )? {
        Err(answer) => return Ok(answer),
        Ok(Step::Entrusted(entrusted)) => entrusted,
        Ok(_) => return Err(Failure::new("recover-other-cause", Exit::Refused)),
    };
    let name = program.device_name(&asked.new);
    let with = CreateChart {
        unlock: &unlock,
        kdf: program.kdf(asked.new.kdf),
        device_name: &name,
    };
    let entered = recovering.enter(&entrusted, &with)?;
    let words = Words(program.output.text());
    let sections = entered.acting.sections.iter();
    let sections = sections
        .map(|section| words.section(*section))
        .collect::<Vec<_>>();
    let mut page = Page::default();
    page.line(program.show(&Message::IncapacityEntered {
        words: entered.key_words.as_str().into(),
        role: program.show(&people::role(entered.acting.role)).into(),
        sections: sections.join(", ").into(),
        until: words.at(entered.acting.until).into(),
    }));
    page.line(program.show(&Message::IncapacityEnteredAsOf {
        at: words.at(entered.left).into(),
    }));
    if entered.unreadable > 0 {
        page.line(Mark::Caution.line(&program.show(&Message::IncapacityEnteredUnreadable)));
    }
    page.line(quiet(program.show(&Message::IncapacityEnteredNext)));
    let json = json!({
        "state": "entered", "acting": people::document(&entered.acting), "key_words": entered.key_words,
        "left": entered.left, "unreadable": entered.unreadable,
        "patient": entered.chart.record().patient().to_hex(),
    });
    Ok(Answer::new(page, json))
}
