//! Contacts: who they are, what they keep, and what they say to a device that asks.

use crate::arguments::{
    Approve, Become, Choose, Contacts, ContactsAct, DropContact, Keep, Parts, Split, Veto,
};
use crate::failure::{Exit, Failure};
use crate::file;
use crate::output::{Mark, Page, Table, quiet, strong};
use crate::program::{Answer, Program};
use crate::show::Words;
use pocketchart::{
    AskCode, Chart, ContactCode, ContactsNews, ContactsView, KeptPart, NewSharing, PartCode, RecoveryAsked,
    Unlock,
};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;

pub(super) fn contacts(program: &Program, asked: Contacts) -> Result<Answer, Failure> {
    match asked.act {
        None => list(program),
        Some(ContactsAct::Become(asked)) => offer(program, &asked),
        Some(ContactsAct::Choose(asked)) => choose(program, &asked),
        Some(ContactsAct::Drop(asked)) => remove(program, &asked),
        Some(ContactsAct::Split(asked)) => split(program, &asked),
        Some(ContactsAct::Keep(asked)) => keep(program, &asked),
        Some(ContactsAct::Approve(asked)) => approve(program, &asked),
        Some(ContactsAct::Veto(asked)) => veto(program, &asked),
    }
}

/// A code as its text, or the name of a file that holds it.
pub(super) fn code_text(typed: &str) -> Result<String, Failure> {
    if typed.trim_start().starts_with("pocketchart:") {
        return Ok(typed.to_owned());
    }
    String::from_utf8(file::read(Path::new(typed))?).map_err(|_| no_code())
}

pub(super) fn no_code() -> Failure {
    Failure::new("contacts-no-code", Exit::Refused)
}

fn list(program: &Program) -> Result<Answer, Failure> {
    let unlock = program.unlock()?;
    let mut chart = program.open_with(&unlock)?;
    let mut page = Page::default();
    let heard = hear(program, &mut chart, &unlock, &mut page)?;
    let (view, kept) = (chart.recovery_contacts()?, chart.kept_parts()?);
    if view.contacts.is_empty() && kept.is_empty() {
        page.line(program.show(&Message::ContactsNone));
    }
    if !view.contacts.is_empty() {
        page.table(table(program, &view));
    }
    if !view.contacts.is_empty() || view.sharing.is_some() {
        page.line(standing(program, &view));
    }
    for it in &kept {
        page.line(keeps(program, it));
    }
    let contacts = view.contacts.iter();
    let contacts = contacts.map(|it| json!({ "name": it.name, "words": it.words, "holds": it.holds }));
    let sharing = view.sharing.as_ref().map(|it| {
        json!({
            "made": it.made, "needed": it.needed, "of": it.of, "relay": it.relay, "wait": it.wait,
            "outdated": it.outdated,
        })
    });
    let json = json!({
        "contacts": contacts.collect::<Value>(), "sharing": sharing,
        "keeps": kept.iter().map(kept_document).collect::<Value>(), "recovery": heard.json,
    });
    let mut answer = Answer::new(page, json);
    if !heard.is_all {
        answer.exit = Exit::Network;
    }
    Ok(answer)
}

fn table(program: &Program, view: &ContactsView) -> Table {
    let headings = [Message::ColumnWho, Message::ColumnState, Message::ColumnWhat];
    let mut table = Table::new(headings.map(|it| program.show(&it))).about(2).keep(0);
    for it in &view.contacts {
        let state = match it.holds {
            true => Message::ContactHolds,
            false => Message::ContactHoldsNothing,
        };
        table.row(
            Mark::None,
            [it.name.clone(), program.show(&state), it.words.clone()],
        );
    }
    table
}

/// What the contacts can do now.
fn standing(program: &Program, view: &ContactsView) -> String {
    match &view.sharing {
        None => Mark::Caution.line(&program.show(&Message::ContactsUnshared)),
        Some(it) if it.outdated => Mark::Caution.line(&program.show(&Message::ContactsOutdated)),
        Some(it) => program.show(&Message::ContactsShared {
            needed: usize::from(it.needed).into(),
            of: it.of.into(),
            hours: hours(it.wait).into(),
        }),
    }
}

/// What a part is for that this device keeps.
fn keeps(program: &Program, it: &KeptPart) -> String {
    let name = it.person.as_str().into();
    let (needed, of) = (usize::from(it.needed).into(), usize::from(it.of).into());
    program.show(&match &it.proxy {
        None => Message::ContactsKeeps { name, needed, of },
        Some(proxy) => Message::IncapacityKeeps {
            name,
            needed,
            of,
            proxy: proxy.as_str().into(),
        },
    })
}

/// Begun hours.
pub(super) fn hours(seconds: u64) -> u64 {
    seconds.div_ceil(3_600)
}

fn kept_document(it: &KeptPart) -> Value {
    json!({
        "person": it.person, "relay": it.relay, "needed": it.needed, "of": it.of, "proxy": it.proxy,
    })
}

/// What the relays said of who wants a record back.
pub(super) struct Heard {
    /// Nothing.
    pub(super) is_quiet: bool,
    /// Every relay answered.
    pub(super) is_all: bool,
    /// The same for programs.
    pub(super) json: Value,
}

/// Asks the relays who wants a record back, and says so.
pub(super) fn hear(
    program: &Program,
    chart: &mut Chart,
    unlock: &Unlock,
    page: &mut Page,
) -> Result<Heard, Failure> {
    let news = chart.contacts_news(unlock)?;
    news.asked.iter().for_each(|it| {
        page.line(asked(program, it));
    });
    for it in &news.emergencies {
        page.line(Mark::Danger.line(&program.show(&Message::ContactsEmergency {
            name: it.person.as_str().into(),
            minutes: u64::from(it.wait.div_ceil(60)).into(),
        })));
    }
    for it in &news.ended {
        page.line(program.show(&Message::ContactsEnded {
            name: it.person.as_str().into(),
        }));
    }
    for name in &news.came {
        page.line(Mark::Caution.line(&program.show(&Message::IncapacityCame {
            name: name.as_str().into(),
        })));
    }
    for (person, _) in &news.unasked {
        let name = person.as_deref().unwrap_or_default();
        page.line(Mark::Caution.line(&program.show(&match name {
            "" => Message::ContactsUnasked,
            name => Message::ContactsUnaskedAbout { name: name.into() },
        })));
    }
    Ok(Heard {
        is_quiet: news == ContactsNews::default(),
        is_all: news.unasked.is_empty(),
        json: document_of(&news),
    })
}

fn document_of(news: &ContactsNews) -> Value {
    let asked = news.asked.iter().map(|it| {
        json!({
            "person": it.person, "proxy": it.proxy, "device": name_of(it), "at": it.at, "approvals": it.approvals, "despite": it.despite,
            "vetoed": it.vetoed, "ready": it.ready, "taken": it.taken,
        })
    });
    let unasked = news.unasked.iter().map(|(person, _)| json!({ "person": person }));
    let emergencies = news.emergencies.iter();
    let emergencies = emergencies.map(|it| json!({ "person": it.person, "wait": it.wait }));
    let ended = |for_incapacity: bool| {
        let ended = news.ended.iter();
        let ended = ended.filter(|it| it.proxy.is_some() == for_incapacity);
        ended.map(|it| it.person.clone()).collect::<Value>()
    };
    json!({
        "asked": asked.collect::<Value>(), "ended": ended(false), "ended_for_incapacity": ended(true),
        "came": news.came, "unasked": unasked.collect::<Value>(),
        "emergencies": emergencies.collect::<Value>(),
    })
}

fn name_of(it: &RecoveryAsked) -> String {
    it.device.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn asked(program: &Program, it: &RecoveryAsked) -> String {
    let words = Words(program.output.text());
    let device = name_of(it);
    let ready = it.ready.map(|at| words.at(at)).unwrap_or_default();
    let name = it.person.clone();
    if let Some(proxy) = &it.proxy {
        return asked_to_act(program, it, proxy);
    }
    let sentence = program.show(&match (&name, it.taken, it.vetoed, it.ready) {
        (None, true, _, _) => Message::RecoveryTaken {
            device: device.into(),
        },
        (None, _, true, None) => Message::RecoveryVetoed {
            device: device.into(),
        },
        (None, _, _, _) => Message::RecoveryAsked {
            device: device.into(),
            ready: ready.into(),
        },
        (Some(name), true, _, _) => Message::RecoveryTakenOf {
            name: name.as_str().into(),
            device: device.into(),
        },
        (Some(name), _, true, None) => Message::RecoveryVetoedOf {
            name: name.as_str().into(),
            device: device.into(),
        },
        (Some(name), _, _, _) => Message::RecoveryAskedOf {
            name: name.as_str().into(),
            device: device.into(),
            ready: ready.into(),
        },
    });
    match it.person {
        None => Mark::Danger.line(&sentence),
        Some(_) => Mark::Caution.line(&sentence),
    }
}

/// Of a device that asks to act for a person.
fn asked_to_act(program: &Program, it: &RecoveryAsked, proxy: &str) -> String {
    let words = Words(program.output.text());
    let (device, proxy) = (name_of(it).into(), proxy.into());
    let ready = it.ready.map(|at| words.at(at)).unwrap_or_default().into();
    let Some(name) = it.person.as_deref() else {
        return Mark::Danger.line(&program.show(&match (it.taken, it.vetoed, it.ready) {
            (true, _, _) => Message::IncapacityTaken { device, proxy },
            (_, true, None) => Message::IncapacityVetoed { device },
            _ => Message::IncapacityAsked { device, proxy, ready },
        }));
    };
    let name = name.into();
    Mark::Caution.line(&program.show(&match (it.taken, it.vetoed, it.ready) {
        (true, _, _) => Message::IncapacityTakenOf { device, proxy, name },
        (_, true, None) => Message::IncapacityVetoedOf { device, name },
        _ => Message::IncapacityAskedOf {
            device,
            proxy,
            name,
            ready,
        },
    }))
}

fn offer(program: &Program, asked: &Become) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let code = chart.contact_code(&asked.r#as);
    let mut page = Page::default();
    page.line(strong(program.show(&Message::ContactsBecome)));
    page.exact(code.to_text()).blank();
    page.line(program.show(&Message::ContactsWords {
        words: code.words().into(),
    }));
    Ok(Answer::new(
        page,
        json!({ "name": code.name(), "code": code.to_text(), "words": code.words() }),
    ))
}

fn choose(program: &Program, asked: &Choose) -> Result<Answer, Failure> {
    let code = ContactCode::from_text(&code_text(&asked.code)?).map_err(|_| no_code())?;
    let unlock = program.unlock()?;
    let mut chart = program.open_with(&unlock)?;
    same_words(program, code.name(), &code.words(), asked.same_words)?;
    chart.add_contact(&code, &unlock)?;
    let mut page = Page::default();
    page.line(program.show(&Message::ContactsChosen {
        name: code.name().into(),
    }));
    page.line(quiet(program.show(&Message::ContactsChosenNext)));
    Ok(Answer::new(
        page,
        json!({ "name": code.name(), "words": code.words() }),
    ))
}

/// Shows the words of somebody's code and asks whether they read the same: a question of who is who, which `--yes` does not
/// answer.
fn same_words(program: &Program, name: &str, words: &str, answered: bool) -> Result<(), Failure> {
    let mut page = Page::default();
    page.line(program.show(&Message::ContactsCompare {
        name: name.into(),
        words: words.into(),
    }));
    program.output.note(&page);
    let same = match answered || !program.output.is_interactive() {
        true => answered,
        false => program.asks(&Message::AskSameWords)?,
    };
    match same {
        true => Ok(()),
        false => Err(Failure::new("contacts-other-words", Exit::Unanswered)),
    }
}

fn remove(program: &Program, asked: &DropContact) -> Result<Answer, Failure> {
    let unlock = program.unlock()?;
    let mut chart = program.open_with(&unlock)?;
    let unmet = chart.remove_contact(&asked.name, &unlock)?;
    let view = chart.recovery_contacts()?;
    let mut page = Page::default();
    page.line(program.show(&Message::ContactsDropped {
        name: asked.name.as_str().into(),
    }));
    if !view.contacts.is_empty() {
        page.line(standing(program, &view));
    }
    if unmet.is_some() {
        page.line(Mark::Caution.line(&program.show(&Message::ContactsUnasked)));
    }
    let json =
        json!({ "dropped": asked.name, "relay_knows": unmet.is_none(), "shared": view.sharing.is_some() });
    let mut answer = Answer::new(page, json);
    if unmet.is_some() {
        answer.exit = Exit::Network;
    }
    Ok(answer)
}

fn split(program: &Program, asked: &Split) -> Result<Answer, Failure> {
    let new = sharing(&asked.parts)?;
    let unlock = program.unlock()?;
    let mut chart = program.open_with(&unlock)?;
    let words = program.words(asked.words_fd)?;
    let parts = chart.share_among_contacts(&new, &words, &unlock)?;
    let mut page = Page::default();
    let documents = give_parts(program, &mut page, &parts, asked.parts.out.as_deref())?;
    page.line(standing(program, &chart.recovery_contacts()?));
    page.line(quiet(program.show(&Message::ContactsSplitNext)));
    Ok(Answer::new(
        page,
        json!({ "needed": new.needed, "of": parts.len(), "wait": new.wait, "parts": documents }),
    ))
}

/// How the contacts are to act together, once there is a place for their parts.
pub(super) fn sharing(asked: &Parts) -> Result<NewSharing, Failure> {
    if let Some(folder) = &asked.out {
        file::folder(folder)?;
    }
    Ok(NewSharing {
        person: asked.r#as.clone(),
        needed: asked.needed,
        wait: u64::from(asked.wait) * 60,
    })
}

/// Shows each contact's part, or writes it into a file of a folder.
pub(super) fn give_parts(
    program: &Program,
    page: &mut Page,
    parts: &[(String, PartCode)],
    out: Option<&Path>,
) -> Result<Vec<Value>, Failure> {
    let mut documents = Vec::new();
    for (number, (name, code)) in (1..).zip(parts) {
        let text = code.to_text();
        let path = out.map(|it| it.join(format!("part-{number}.txt")));
        match &path {
            Some(path) => {
                let mut to = file::create(path)?;
                to.write_all(text.as_bytes())
                    .map_err(|_| file::unwritable(path))?;
                to.finish()?;
                page.line(program.show(&Message::ContactsPartIn {
                    name: name.as_str().into(),
                    file: file::shown(path).into(),
                }));
            }
            None => {
                page.line(strong(program.show(&Message::ContactsPartOf {
                    name: name.as_str().into(),
                })));
                page.exact(&text).blank();
            }
        }
        let path = path.as_deref().map(file::shown);
        documents.push(json!({ "name": name, "code": text, "file": path }));
    }
    Ok(documents)
}

fn keep(program: &Program, asked: &Keep) -> Result<Answer, Failure> {
    let code = PartCode::from_text(&code_text(&asked.code)?).map_err(|_| no_code())?;
    let kept = program.open()?.keep_part(&code)?;
    let mut page = Page::default();
    page.line(keeps(program, &kept));
    page.line(quiet(program.show(&Message::ContactsKeepNext)));
    Ok(Answer::new(page, kept_document(&kept)))
}

fn approve(program: &Program, asked: &Approve) -> Result<Answer, Failure> {
    let code = AskCode::from_text(&code_text(&asked.code)?).map_err(|_| no_code())?;
    let mut chart = program.open()?;
    let person = asked.person.as_deref();
    let (kept, answer) = chart.approve(&code, person, asked.despite_veto)?;
    let name = kept.person.as_str();
    let asker = kept.proxy.as_deref().unwrap_or(name);
    let mut page = Page::default();
    page.line(Mark::Caution.line(&program.show(&match &kept.proxy {
        None => Message::ApproveRecord { name: name.into() },
        Some(proxy) => Message::ApproveProxy {
            name: name.into(),
            proxy: proxy.as_str().into(),
        },
    })));
    program.output.note(&page);
    // What was sealed leaves only after the yes.
    same_words(program, asker, &code.words(), asked.same_words)?;
    let mut page = Page::default();
    page.line(strong(
        program.show(&Message::ContactsApproved { name: asker.into() }),
    ));
    page.exact(answer.to_text());
    let json = json!({
        "person": kept.person, "proxy": kept.proxy, "words": code.words(), "code": answer.to_text(), "despite_veto": asked.despite_veto,
    });
    Ok(Answer::new(page, json))
}

fn veto(program: &Program, asked: &Veto) -> Result<Answer, Failure> {
    let unlock = program.unlock()?;
    let mut chart = program.open_with(&unlock)?;
    let vetoed = chart.object(&asked.device, &unlock)?;
    let mut page = Page::default();
    page.line(program.show(&Message::ContactsVetoed {
        device: name_of(&vetoed).into(),
    }));
    page.line(quiet(program.show(&Message::ContactsVetoedNext)));
    Ok(Answer::new(
        page,
        json!({ "device": name_of(&vetoed), "was_taken": vetoed.taken }),
    ))
}
