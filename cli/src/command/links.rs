//! SMART Health Links of the patient: made, shown, looked after, ended.

use super::grant::{has_place, put, short};
use crate::arguments::{Link, Links, LinksAct, OneLink, Pdfs, ShowLink, UpdateLink};
use crate::failure::{Exit, Failure};
use crate::output::{Mark, Page, Table, quiet};
use crate::print;
use crate::program::{Answer, Program};
use crate::secret;
use crate::show::card::unreviewed;
use crate::show::{Words, extract, summary as wording};
use pocketchart::{
    Chart, HealthLink, LinkError, LinkState, LinkView, NewLink, Relay, Section, SharedPdf, SharedPdfKind,
};
use pocketchart_print::{Paper, Sheet};
use pocketchart_strings::{Message, ReaderLanguage};
use serde_json::{Value, json};

pub(super) fn share(program: &Program, asked: &Link) -> Result<Answer, Failure> {
    has_place(program, &asked.to)?;
    let new = NewLink {
        sections: asked.section.clone(),
        minutes: asked.r#for,
        uses: asked.uses,
        passcode: asked.passcode_fd.map(secret::line_of).transpose()?,
        long_term: asked.long_term,
        direct: asked.direct,
        label: asked.label.clone(),
    };
    let mut chart = program.open()?;
    let chosen = match &asked.relay {
        Some(url) => Some(url.clone()),
        None => chart.relay().map_err(LinkError::from)?,
    };
    let relay = relay(&chosen.ok_or_else(|| Failure::new("relay-none", Exit::Refused))?)?;
    let pdfs = pdfs(program, &chart, &asked.section, &asked.pdfs)?;
    let language = asked.language.into();
    let made = chart.make_link(&relay, &new, &wording::words(language)?, pdfs)?;
    let mut page = Page::default();
    shown(program, &mut page, &asked.to, &made.link)?;
    page.line(program.show(&Message::LinkMade {
        link: short(made.view.id).into(),
        count: made.count.into(),
        until: Words(program.output.text()).at(made.view.until).into(),
    }));
    if made.left_out > 0 {
        page.line(quiet(program.show(&Message::SummaryLeftOut {
            count: made.left_out.into(),
        })));
    }
    if made.view.passcode {
        page.line(program.show(&Message::LinkPasscode));
    }
    if let Some(said) = unreviewed(language, program.output.text()) {
        page.line(quiet(said));
    }
    page.line(quiet(program.show(&Message::LinkHolder)));
    page.line(quiet(program.show(&Message::LinkNext)));
    let mut json = document(&made.view);
    json["statements"] = json!(made.count);
    json["left_out"] = json!(made.left_out);
    Ok(Answer::new(page, json))
}

pub(super) fn relay(url: &str) -> Result<Relay, Failure> {
    Relay::new(url).map_err(|_| Failure::new("relay-address", Exit::Usage))
}

fn shown(
    program: &Program,
    page: &mut Page,
    to: &crate::arguments::CodeTo,
    link: &HealthLink,
) -> Result<(), Failure> {
    let drawing = link
        .to_qr(None)
        .map_err(|_| Failure::new("link-address", Exit::Refused))?;
    put(
        program,
        page,
        to,
        (&link.to_text(None), &drawing),
        &Message::LinkShow,
    )
}

/// Pages to read: everything that the link shows, and what the patient tells in their own words.
fn pdfs(
    program: &Program,
    chart: &Chart,
    sections: &[Section],
    asked: &Pdfs,
) -> Result<Vec<SharedPdf>, Failure> {
    if asked.no_pdf {
        return Ok(Vec::new());
    }
    let everything = Section::ALL.into_iter().filter(|it| *it != Section::Sensitive);
    let sections = match sections.is_empty() {
        true => everything.collect(),
        false => sections.to_vec(),
    };
    let words = Words(program.output.text());
    let listed = chart.listed(&sections)?;
    let notes = listed.iter().filter(|(section, _)| *section == Section::Notes);
    let notes: Vec<_> = notes.flat_map(|(_, items)| items.clone()).collect();
    let (rendered, count) = extract::sheet(words, chart, &listed);
    let pdf = |kind: SharedPdfKind, sheet: &Sheet| {
        Ok::<SharedPdf, Failure>(SharedPdf {
            kind,
            title: sheet.title.clone(),
            bytes: print::bytes(sheet, Paper::A4, asked.fonts.as_deref())?,
        })
    };
    let mut pdfs = Vec::new();
    if count > 0 {
        pdfs.push(pdf(SharedPdfKind::Rendered, &rendered)?);
    }
    if let Some(story) = extract::story(words, chart, &notes) {
        pdfs.push(pdf(SharedPdfKind::Story, &story)?);
    }
    Ok(pdfs)
}

pub(super) fn links(program: &Program, asked: Links) -> Result<Answer, Failure> {
    match asked.act {
        None => list(program),
        Some(LinksAct::Show(asked)) => show(program, &asked),
        Some(LinksAct::Log(asked)) => log(program, &asked),
        Some(LinksAct::Pause(asked)) => {
            let (mut chart, view, relay) = found(program, &asked.link)?;
            chart.pause_link(&relay, view.id)?;
            done(
                program,
                &view,
                &Message::LinkPaused {
                    link: short(view.id).into(),
                },
            )
        }
        Some(LinksAct::Resume(asked)) => {
            let (mut chart, view, relay) = found(program, &asked.link)?;
            chart.resume_link(&relay, view.id)?;
            done(
                program,
                &view,
                &Message::LinkResumed {
                    link: short(view.id).into(),
                },
            )
        }
        Some(LinksAct::Destroy(asked)) => {
            let (mut chart, mut view, relay) = found(program, &asked.link)?;
            chart.destroy_link(&relay, view.id)?;
            view.ended = true;
            done(
                program,
                &view,
                &Message::LinkEnded {
                    link: short(view.id).into(),
                },
            )
        }
        Some(LinksAct::Update(asked)) => update(program, &asked),
    }
}

fn list(program: &Program) -> Result<Answer, Failure> {
    let chart = program.open()?;
    let links = chart.links()?;
    let words = Words(program.output.text());
    let mut page = Page::default();
    if links.is_empty() {
        page.line(program.show(&Message::LinksNone));
    } else {
        let headings = [
            Message::ColumnId,
            Message::ColumnState,
            Message::ColumnWhat,
            Message::ColumnUntil,
        ];
        let mut table = Table::new(headings.map(|it| program.show(&it))).about(2).keep(0);
        for link in &links {
            let what = match &link.label {
                Some(label) => label.clone(),
                None => sections(words, program, link),
            };
            let cells = [
                short(link.id),
                standing(program, link, chart.now()),
                what,
                words.at(link.until),
            ];
            table.row(Mark::None, cells);
        }
        page.table(table);
    }
    Ok(Answer::new(
        page,
        json!({ "links": links.iter().map(document).collect::<Value>() }),
    ))
}

fn sections(words: Words<'_>, program: &Program, link: &LinkView) -> String {
    if link.sections.is_empty() {
        return program.show(&Message::LinkWhole);
    }
    let names: Vec<String> = link.sections.iter().map(|it| words.section(*it)).collect();
    names.join(", ")
}

fn standing(program: &Program, link: &LinkView, now: u64) -> String {
    program.show(&match link {
        LinkView { ended: true, .. } => Message::LinkDestroyed,
        _ if link.until <= now => Message::LinkOver,
        _ => Message::LinkOpen,
    })
}

fn show(program: &Program, asked: &ShowLink) -> Result<Answer, Failure> {
    has_place(program, &asked.to)?;
    let (chart, view, _) = found(program, &asked.link)?;
    let link = chart.health_link(view.id)?;
    let mut page = Page::default();
    shown(program, &mut page, &asked.to, &link)?;
    page.line(quiet(program.show(&Message::LinkHolder)));
    Ok(Answer::new(page, document(&view)))
}

/// How a link is at its relay, and who came with it.
fn log(program: &Program, asked: &OneLink) -> Result<Answer, Failure> {
    let (chart, view, relay) = found(program, &asked.link)?;
    let state = chart.link_state(&relay, view.id)?;
    let words = Words(program.output.text());
    let mut page = Page::default();
    page.line(program.show(&match &state {
        LinkState { paused: true, .. } => Message::LinkPaused {
            link: short(view.id).into(),
        },
        LinkState { live: true, .. } => Message::LinkLive {
            link: short(view.id).into(),
        },
        _ => Message::LinkNotLive {
            link: short(view.id).into(),
        },
    }));
    if let Some(uses) = state.uses {
        page.line(program.show(&Message::LinkUses {
            uses: u64::from(uses).into(),
        }));
    }
    if view.passcode {
        page.line(program.show(&Message::LinkAttempts {
            left: u64::from(state.attempts).into(),
        }));
    }
    if state.visits.is_empty() {
        page.line(program.show(&Message::LinkNobody));
    }
    for visit in &state.visits {
        let (when, who) = (words.at(visit.at), visit.recipient.as_str());
        page.line(match visit.opened {
            true => program.show(&Message::LinkOpened {
                when: when.into(),
                who: who.into(),
            }),
            false => Mark::Caution.line(&program.show(&Message::LinkRefused {
                when: when.into(),
                who: who.into(),
            })),
        });
    }
    if state.unreadable > 0 {
        let line = program.show(&Message::LinkUnreadable {
            count: state.unreadable.into(),
        });
        page.line(Mark::Danger.line(&line));
    }
    let visits = state
        .visits
        .iter()
        .map(|visit| json!({ "at": visit.at, "opened": visit.opened, "recipient": visit.recipient }));
    let mut json = document(&view);
    json["live"] = json!(state.live);
    json["paused"] = json!(state.paused);
    json["uses_left"] = json!(state.uses);
    json["attempts_left"] = json!(state.attempts);
    json["visits"] = visits.collect();
    json["unreadable"] = json!(state.unreadable);
    Ok(Answer::new(page, json))
}

fn update(program: &Program, asked: &UpdateLink) -> Result<Answer, Failure> {
    let (mut chart, view, relay) = found(program, &asked.link)?;
    let pdfs = pdfs(program, &chart, &view.sections, &asked.pdfs)?;
    let language = ReaderLanguage::from_code(&view.language).unwrap_or(ReaderLanguage::English);
    let count = chart.update_link(&relay, view.id, &wording::words(language)?, pdfs)?;
    let message = Message::LinkUpdated {
        link: short(view.id).into(),
        count: count.into(),
    };
    let mut answer = done(program, &view, &message)?;
    answer.json["statements"] = json!(count);
    Ok(answer)
}

fn done(program: &Program, view: &LinkView, message: &Message<'_>) -> Result<Answer, Failure> {
    let mut page = Page::default();
    page.line(program.show(message));
    Ok(Answer::new(page, document(view)))
}

/// The link of that name, with the record and the relay that it lies at.
fn found(program: &Program, typed: &str) -> Result<(Chart, LinkView, Relay), Failure> {
    let chart = program.open()?;
    let typed = typed.trim().to_lowercase();
    let mut links = chart.links()?;
    let known = links.iter().map(|it| it.id.to_string()).collect();
    links.retain(|it| typed.len() >= 4 && it.id.to_string().starts_with(&typed));
    match (links.pop(), links.is_empty()) {
        (Some(link), true) => {
            let relay = relay(&link.relay)?;
            Ok((chart, link, relay))
        }
        _ => Err(Failure::from(LinkError::Unknown).candidates(known)),
    }
}

fn document(view: &LinkView) -> Value {
    json!({
        "link": view.id.to_string(), "made": view.made, "until": view.until, "label": view.label,
        "sections": view.sections.iter().map(|it| it.name()).collect::<Vec<_>>(), "uses": view.uses,
        "long_term": view.long_term, "passcode": view.passcode, "direct": view.direct, "relay": view.relay,
        "language": view.language, "ended": view.ended,
    })
}
