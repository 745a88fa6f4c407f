//! Check-in before a visit: what is asked, what the record has of it, and what is given.

mod came;

use crate::arguments::Checkin;
use crate::failure::{Exit, Failure};
use crate::file;
use crate::output::{Mark, Page, quiet, strong};
use crate::program::{Answer, Program};
use crate::show::{self, Words, form, short};
use came::{came, to_answer};
use pocketchart::form::{Answers, Form};
use pocketchart::{
    Chart, CheckinCame, CheckinDecision, CheckinDraft, CheckinError, CheckinRequest, CheckinRequestError,
    CheckinResponse, ItemStatus, ItemView, Offered, Prefilled, QuestionnaireItem, Web, fetch_checkin,
    send_checkin,
};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

/// Shows what is asked and what would be given; with a file to write to, or somewhere to send to, gives it. Without a request,
/// lists those that the record brought.
pub(super) fn checkin(program: &Program, asked: &Checkin) -> Result<Answer, Failure> {
    let web = Web::new();
    let (mut chart, request, from) = match (&asked.asked, &asked.request) {
        (None, None) => return came(program),
        (Some(name), _) => {
            let chart = program.open()?;
            let came = to_answer(&chart, name)?;
            (chart, came.request.clone(), Source::Record(Box::new(came)))
        }
        (None, Some(request)) => {
            let (text, from) = fetched(&web, request, asked.send)?;
            let request = CheckinRequest::read(&text)?;
            (program.open()?, request, from)
        }
    };
    let mut draft = chart.checkin(request)?;
    decide(program, &chart, asked, &mut draft)?;
    let to = asked.out.as_deref().map(file::create).transpose()?;
    let sent = match asked.send || to.is_some() {
        true => Some(chart.answer_checkin(&draft)?),
        false => None,
    };
    let mut file = None;
    if let (Some(out), Some(mut to), Some(response)) = (&asked.out, to, &sent) {
        to.write_all(response.write().as_bytes())
            .map_err(|_| file::unwritable(out))?;
        to.finish()?;
        file = Some(file::shown(out));
    }
    let call = match (&from, &sent) {
        (Source::Link(link), Some(response)) if asked.send => send_checkin(&web, link, response)?,
        (Source::Record(came), Some(response)) if asked.send => {
            chart.send_checkin_back(came.id, response)?;
            came.call.clone()
        }
        _ => None,
    };
    let mut page = Page::default();
    heading(program, &mut page, draft.request(), &from);
    for it in draft.items() {
        page.blank();
        item(program, &mut page, it);
    }
    page.blank();
    match &sent {
        Some(response) => {
            let left = Left {
                file: file.as_deref(),
                sent_to: asked.send.then_some(&from),
                call: call.as_deref(),
            };
            outcome(program, &mut page, &left, response);
        }
        None => {
            page.line(quiet(program.show(&Message::CheckinNothingSent)));
        }
    }
    let words = Words(program.output.text());
    let request = draft.request();
    let json = json!({
        "request": { "id": request.id, "purpose": request.purpose },
        "items": draft.items().iter().map(|it| document(words, it)).collect::<Value>(),
        "sent": sent.as_ref().map(|response| json!({
            "file": file, "link": asked.send && matches!(from, Source::Link(_)),
            "record": asked.send && matches!(from, Source::Record(_)), "call": call, "items": statuses(response),
        })),
    });
    Ok(Answer::new(page, json))
}

/// Where a request came from.
enum Source<'a> {
    File,
    Link(&'a str),
    /// The record brought it, signed.
    Record(Box<CheckinCame>),
}

/// The request behind a link or in a file. A file leads nowhere.
fn fetched<'a>(web: &Web, request: &'a str, sends: bool) -> Result<(String, Source<'a>), Failure> {
    if ["https://", "http://"].iter().any(|it| request.starts_with(it)) {
        return Ok((fetch_checkin(web, request)?, Source::Link(request)));
    }
    if sends {
        return Err(Failure::new("checkin-no-link", Exit::Refused));
    }
    let bytes = file::read_or_input(Path::new(request))?;
    let text = String::from_utf8(bytes).map_err(|_| CheckinRequestError::NotJson)?;
    Ok((text, Source::File))
}

/// Where an answer went.
struct Left<'a> {
    file: Option<&'a str>,
    sent_to: Option<&'a Source<'a>>,
    /// The address of the video call.
    call: Option<&'a str>,
}

/// Takes over what the arguments say. Who answers a form gives it.
fn decide(
    program: &Program,
    chart: &Chart,
    asked: &Checkin,
    draft: &mut CheckinDraft,
) -> Result<(), Failure> {
    let mut typed: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    let mut order = Vec::new();
    for said in asked.answer.chunks_exact(3) {
        if let [item, question, words] = said {
            let question = (item.as_str(), question.as_str());
            if !typed.contains_key(&question) {
                order.push(question);
            }
            typed.entry(question).or_default().push(words);
        }
    }
    for question in order {
        let words = typed.get(&question).map(Vec::as_slice).unwrap_or_default();
        draft
            .answer(question.0, question.1, words)
            .map_err(|it| failure(program, it))?;
        draft.give(question.0, true)?;
    }
    for item in &asked.give {
        draft.give(item, true)?;
    }
    for name in &asked.leave_out {
        draft.keep_back(program.find(chart, name)?, true)?;
    }
    Ok(())
}

/// With the answers that do not fit in words.
fn failure(program: &Program, error: CheckinError) -> Failure {
    let faults = match &error {
        CheckinError::Form { faults, .. } => form::faults(Words(program.output.text()), faults),
        _ => String::new(),
    };
    Failure::from(error).with("faults", faults)
}

fn heading(program: &Program, page: &mut Page, request: &CheckinRequest, from: &Source<'_>) {
    page.line(strong(program.show(&Message::CheckinHeading {
        count: request.items.len().into(),
    })));
    if let Some(purpose) = &request.purpose {
        page.hanging(
            "   ",
            "   ",
            &program.show(&Message::CheckinPurpose {
                purpose: purpose.as_str().into(),
            }),
        );
    }
    match from {
        Source::Record(asked) => came::proven(program, page, asked),
        _ => {
            page.line(Mark::Caution.line(&program.show(&Message::CheckinUnproven)));
        }
    }
}

fn item(program: &Program, page: &mut Page, it: &CheckinDecision) {
    let words = Words(program.output.text());
    let asked = &it.offer.item;
    let needed = asked
        .required
        .then(|| quiet(program.show(&Message::CheckinNeeded)));
    let parts = [
        Some(strong(asked.title.clone())),
        needed,
        Some(quiet(format!("[{}]", asked.id))),
    ];
    page.line(parts.into_iter().flatten().collect::<Vec<_>>().join(" "));
    if let Some(summary) = &asked.summary {
        page.hanging("   ", "   ", &quiet(summary.clone()));
    }
    match &it.offer.offered {
        Offered::Records(all) => {
            page.line(format!(
                "   {}",
                program.show(&Message::CheckinRecords {
                    count: all.len().into()
                })
            ));
            for entry in all {
                let name = format!(
                    "{}: {}",
                    words.section(entry.section),
                    show::title(words, &entry.facts)
                );
                let name = match it.kept_back.contains(&entry.id) {
                    true => program.show(&Message::CheckinLeftOut { name: name.into() }),
                    false => name,
                };
                page.hanging("     ", "     ", &format!("{name} {}", quiet(short(&entry.id))));
            }
        }
        Offered::Form { form, .. } => questions(program, page, form, it),
        Offered::Not(why) => {
            let sentence = program.output.text().by_id(why.id(), &[]).unwrap_or_default();
            let next = program.output.text().by_id(&format!("{}-next", why.id()), &[]);
            let sentence = [sentence, next.unwrap_or_default()].join(" ");
            page.hanging("   ", "   ", &Mark::Caution.line(&sentence));
            return;
        }
    }
    let line = match it.given {
        true => program.show(&Message::CheckinGiven),
        false => program.show(&Message::CheckinNotGiven {
            item: asked.id.as_str().into(),
        }),
    };
    page.line(format!("   {}", quiet(line)));
}

/// The questions that these answers bring up, with their answers and where each is from.
fn questions(program: &Program, page: &mut Page, form: &Form, it: &CheckinDecision) {
    let answers = &it.answers;
    let words = Words(program.output.text());
    let faults = form.faults(answers);
    for question in form.asked(answers).into_iter().filter(|it| !it.is_hidden()) {
        if !question.is_question() {
            page.hanging("   ", "   ", &strong(question.words().to_owned()));
            continue;
        }
        let id = question.link_id.as_deref().unwrap_or_default();
        page.hanging(
            "   ",
            "   ",
            &format!("{} {}", question.words(), quiet(format!("[{id}]"))),
        );
        let said = given(words, answers, id);
        let said = if said.is_empty() {
            program.show(&Message::FormNoAnswer)
        } else {
            said.join(", ")
        };
        let from = it.source_of(id);
        let from = from.map(|it| quiet(source(program, words, it)));
        let line: Vec<String> = std::iter::once(said).chain(from).collect();
        page.hanging("     ", "     ", &line.join(" "));
        let fault = faults.iter().find(|it| it.link_id == id);
        if let Some(fault) = fault {
            page.hanging(
                "     ",
                "     ",
                &Mark::Caution.line(&form::misfit(words, fault.misfit)),
            );
        }
        if let Some(choices) = form::choices(words, question) {
            page.hanging("     ", "     ", &quiet(choices));
        }
    }
}

fn given(words: Words<'_>, answers: &Answers, id: &str) -> Vec<String> {
    answers
        .get(id)
        .into_iter()
        .flatten()
        .map(|it| form::answer(words, it))
        .collect()
}

fn source(program: &Program, words: Words<'_>, it: &Prefilled) -> String {
    match (&it.entry, &it.when) {
        (None, _) => program.show(&Message::CheckinSuggested),
        (Some(_), None) => program.show(&Message::CheckinFromRecord),
        (Some(_), Some(when)) => program.show(&Message::CheckinMeasured {
            when: words.moment(when).into(),
        }),
    }
}

fn outcome(program: &Program, page: &mut Page, left: &Left<'_>, response: &CheckinResponse) {
    match left.sent_to {
        Some(Source::Record(_)) => {
            page.line(program.show(&Message::CheckinSentBack));
            page.line(quiet(program.show(&Message::CheckinSentBackHow)));
        }
        Some(_) => {
            page.line(program.show(&Message::CheckinSent));
        }
        None => {}
    }
    if let Some(call) = left.call {
        page.line(program.show(&Message::CheckinCall { call: call.into() }));
    }
    if let Some(file) = left.file {
        page.line(program.show(&Message::CheckinWritten { file: file.into() }));
        page.line(program.show(&Message::ExportUnsealed));
    }
    let words = Words(program.output.text());
    for status in response.statuses() {
        let outcome = words.code("checkin-outcome-", status.outcome.code());
        page.line(format!("   {}: {outcome}", status.item));
    }
}

fn statuses(response: &CheckinResponse) -> Value {
    let status = |it: &ItemStatus| json!({ "item": it.item, "status": it.outcome.code() });
    response.statuses().iter().map(status).collect()
}

fn document(words: Words<'_>, it: &CheckinDecision) -> Value {
    let (kind, content) = match &it.offer.offered {
        Offered::Records(all) => {
            let entry = |entry: &ItemView| json!({ "item": show::item(entry), "kept_back": it.kept_back.contains(&entry.id) });
            ("records", all.iter().map(entry).collect())
        }
        Offered::Form { form, .. } => ("form", questions_document(words, form, it)),
        Offered::Not(why) => ("nothing", json!(why.id())),
    };
    let asked = &it.offer.item;
    json!({
        "id": asked.id, "title": asked.title, "needed": asked.required, "given": it.given, "offered": kind,
        "content": content,
    })
}

fn questions_document(words: Words<'_>, form: &Form, decision: &CheckinDecision) -> Value {
    let answers = &decision.answers;
    let faults = form.faults(answers);
    let asked = form
        .asked(answers)
        .into_iter()
        .filter(|it| !it.is_hidden() && it.is_question());
    let question = |it: &QuestionnaireItem| {
        let id = it.link_id.as_deref().unwrap_or_default();
        let from = decision.source_of(id);
        let fault = faults.iter().find(|it| it.link_id == id);
        json!({
            "question": id, "words": it.words(), "type": it.kind, "needed": it.required == Some(true),
            "answers": given(words, answers, id), "fault": fault.map(|it| it.misfit.id()),
            "from": from.and_then(|it| it.entry.as_ref()).map(show::id),
            "when": from.and_then(|it| it.when.as_ref()).map(|it| it.as_str()),
        })
    };
    asked.map(question).collect()
}
