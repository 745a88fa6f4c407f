//! The devices of a record, and taking out one that is lost.

use super::contacts::code_text;
use crate::arguments::{Devices, DevicesAct, Lost, Meet, Renew};
use crate::failure::{Exit, Failure};
use crate::output::{Mark, Page, Table, strong};
use crate::program::{Answer, Program};
use crate::show::Words;
use pocketchart::{Chart, DeviceView, IntroductionCode};
use pocketchart_strings::Message;
use serde_json::{Value, json};

pub(super) fn devices(program: &Program, asked: Devices) -> Result<Answer, Failure> {
    match asked.act {
        None => list(program),
        Some(DevicesAct::Lost(asked)) => lost(program, &asked),
        Some(DevicesAct::Renew(asked)) => renew(program, &asked),
        Some(DevicesAct::Introduce) => introduce(program),
        Some(DevicesAct::Meet(asked)) => meet(program, &asked),
    }
}

/// The device of that name among this person's others that are not lost yet; in a shared chart, among the patient's.
pub(super) fn other(chart: &Chart, name: Option<&str>) -> Result<DeviceView, Failure> {
    let others: Vec<DeviceView> = chart
        .devices()
        .into_iter()
        .filter(|it| !it.is_this && (it.owner.is_you || it.owner.is_patient) && it.lost.is_none())
        .collect();
    let host = chart.host().filter(|_| name.is_none());
    let names: Vec<String> = others.iter().map(|it| it.name.clone()).collect();
    let matching = |it: &&DeviceView| {
        name.is_none_or(|name| it.name == name || it.id.to_hex() == name)
            && host.is_none_or(|host| it.id == host)
    };
    let mut found = others.iter().filter(matching);
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one.clone()),
        (None, _) if others.is_empty() => Err(Failure::new("sync-alone", Exit::NotFound)),
        (None, _) => Err(Failure::new("sync-no-such-device", Exit::NotFound).candidates(names)),
        (Some(_), Some(_)) => Err(Failure::new("sync-which-device", Exit::Usage).candidates(names)),
    }
}

/// There is no way back, so `--yes` does not answer.
fn lost(program: &Program, asked: &Lost) -> Result<Answer, Failure> {
    let unlock = program.unlock()?;
    let mut chart = program.open_with(&unlock)?;
    let device = other(&chart, Some(&asked.device))?;
    let name = device.name.as_str();
    if !asked.no_way_back {
        let question = Message::AskLost { name: name.into() };
        if !program.output.is_interactive() {
            return Err(Failure::new("lost-unanswered", Exit::Unanswered).with("name", name.to_owned()));
        }
        if !program.asks(&question)? {
            return Err(Failure::new("lost-declined", Exit::Unanswered));
        }
    }
    chart.report_lost(device.id, &unlock)?;
    let mut page = Page::default();
    page.line(program.show(&Message::LostDone { name: name.into() }));
    page.line(program.show(&Message::LostNext));
    let json = json!({ "lost": { "id": device.id.to_hex(), "name": name } });
    Ok(Answer::new(page, json))
}

/// Without a name: this device and all others of this person that are not lost.
fn renew(program: &Program, asked: &Renew) -> Result<Answer, Failure> {
    let unlock = program.unlock()?;
    let mut chart = Chart::open(&program.home(), &unlock)?;
    let own = |it: &DeviceView| it.owner.is_you && it.lost.is_none();
    let named = |it: &DeviceView| {
        let name = asked.device.as_deref();
        name.is_none_or(|name| it.name == name || it.id.to_hex() == name)
    };
    let found: Vec<DeviceView> = chart
        .devices()
        .into_iter()
        .filter(|it| own(it) && named(it))
        .collect();
    let names = || {
        chart
            .devices()
            .into_iter()
            .filter(own)
            .map(|it| it.name)
            .collect()
    };
    if found.is_empty() {
        return Err(Failure::new("sync-no-such-device", Exit::NotFound).candidates(names()));
    }
    if asked.device.is_some() && found.len() > 1 {
        return Err(Failure::new("sync-which-device", Exit::Usage).candidates(names()));
    }
    let words = Words(program.output.text());
    let (mut page, mut json) = (Page::default(), Vec::new());
    for device in found {
        let end = chart.renew(device.id, &unlock)?;
        page.line(program.show(&Message::RenewDone {
            name: device.name.as_str().into(),
            date: words.at(end).into(),
        }));
        json.push(json!({ "id": device.id.to_hex(), "name": device.name, "expires": end }));
    }
    page.line(program.show(&Message::RenewNext));
    Ok(Answer::new(page, json!({ "renewed": json })))
}

/// Shows this device to one that does not know it.
fn introduce(program: &Program) -> Result<Answer, Failure> {
    let code = program.open()?.introduction()?.to_text();
    let mut page = Page::default();
    page.line(strong(program.show(&Message::IntroduceCode)));
    page.exact(&code).blank();
    page.line(program.show(&Message::IntroduceNext));
    Ok(Answer::new(page, json!({ "code": code })))
}

fn meet(program: &Program, asked: &Meet) -> Result<Answer, Failure> {
    let code = IntroductionCode::from_text(&code_text(&asked.code)?);
    let code = code.map_err(|_| Failure::new("meet-no-code", Exit::Refused))?;
    let device = program.open()?.meet_device(&code)?;
    let mut page = Page::default();
    page.line(program.show(&Message::MeetDone {
        name: device.name.as_str().into(),
        date: Words(program.output.text()).at(device.certified).into(),
    }));
    page.line(program.show(&Message::MeetNext));
    Ok(Answer::new(page, json!({ "met": document(&device) })))
}

fn list(program: &Program) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let devices = chart.devices();
    let writing = devices.iter().filter(|it| it.lost.is_none()).count();
    let words = Words(program.output.text());
    let mut page = Page::default();
    let alarms = super::recover::alarm(program, &chart, &mut page);
    page.line(program.show(&Message::DevicesHeading {
        count: writing.into(),
    }))
    .blank();
    let headings = [
        Message::ColumnDevice,
        Message::ColumnOwner,
        Message::ColumnSince,
        Message::ColumnUntil,
        Message::ColumnRemark,
    ];
    let mut table = Table::new(headings.map(|it| program.show(&it)));
    for device in &devices {
        let (mark, remark) = match device.lost {
            Some(at) => (
                Mark::Caution,
                program.show(&Message::DeviceLost {
                    date: words.at(at).into(),
                }),
            ),
            None if device.expired => (Mark::Caution, program.show(&Message::DeviceExpired)),
            None if device.is_this => (Mark::None, program.show(&Message::DeviceThis)),
            None => (Mark::None, String::new()),
        };
        let owner = words.author(&device.owner);
        let cells = [
            device.name.clone(),
            owner,
            words.at(device.certified),
            words.at(device.expires),
            remark,
        ];
        table.row(mark, cells);
    }
    page.table(table);
    Ok(Answer::new(
        page,
        json!({ "devices": devices.iter().map(document).collect::<Value>(), "other_words": alarms }),
    ))
}

pub(super) fn document(device: &DeviceView) -> Value {
    json!({
        "id": device.id.to_hex(), "name": device.name, "this": device.is_this,
        "yours": device.owner.is_you, "certified": device.certified, "expires": device.expires,
        "expired": device.expired, "lost": device.lost,
    })
}
