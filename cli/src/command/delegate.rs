//! Passing a part of a grant on: the other shows a request, the redeemer answers with a code.

use super::grant::{has_place, opened, put, scope_document, short};
use super::scan;
use crate::arguments::{AskDelegation, Delegate, Give};
use crate::failure::{Exit, Failure};
use crate::output::{Page, quiet};
use crate::program::{Answer, Program};
use crate::show::Words;
use pocketchart::{
    AuthorId, DelegateError, DelegationCode, DelegationRequest, HeldGrant, NewDelegation, Operations,
    Section, key_words,
};
use pocketchart_strings::Message;
use serde_json::json;

const MINUTE: u64 = 60_000;

pub(super) fn delegate(program: &Program, asked: &Delegate) -> Result<Answer, Failure> {
    match asked {
        Delegate::Ask(asked) => ask(program, asked),
        Delegate::Give(asked) => give(program, asked),
    }
}

/// What somebody shows to a redeemer who shall let them in.
fn ask(program: &Program, asked: &AskDelegation) -> Result<Answer, Failure> {
    has_place(program, &asked.to)?;
    let request = program.open()?.delegation_request(&asked.r#as);
    let drawing = request.to_qr().map_err(|_| no_request())?;
    let mut page = Page::default();
    let text = request.to_text();
    put(
        program,
        &mut page,
        &asked.to,
        (&text, &drawing),
        &Message::DelegateShow,
    )?;
    page.line(program.show(&Message::DelegateWords {
        words: words_of(&request).into(),
    }));
    page.line(quiet(program.show(&Message::DelegateAskNext)));
    Ok(Answer::new(page, request_document(&request)))
}

/// Passes a part on to who made a request.
fn give(program: &Program, asked: &Give) -> Result<Answer, Failure> {
    has_place(program, &asked.shown)?;
    let texts = scan::texts(Some(&asked.to))?;
    let mut requests = texts
        .iter()
        .filter_map(|it| DelegationRequest::from_text(it.trim()).ok());
    let request = requests.next().ok_or_else(no_request)?;
    let mut chart = program.open()?;
    if asked.confirm_date {
        chart.confirm_date().map_err(Failure::from)?;
    }
    let held = chart.held_grants().map_err(DelegateError::from)?;
    let typed = asked.grant.trim().to_lowercase();
    let named = |it: &&HeldGrant| typed.len() >= 4 && it.id().to_string().starts_with(&typed);
    let found: Vec<&HeldGrant> = held.iter().filter(named).collect();
    let [grant] = found.as_slice() else {
        let known = held.iter().map(|it| it.id().to_string()).collect();
        return Err(Failure::from(DelegateError::Unknown).candidates(known));
    };
    let code = chart.delegate(&NewDelegation {
        grant: grant.id(),
        to: &request,
        sections: part(&grant.sections(), asked),
        minutes: asked.r#for,
    })?;
    let drawing = code.to_qr().map_err(|_| no_request())?;
    let mut page = Page::default();
    let text = code.to_text();
    put(
        program,
        &mut page,
        &asked.shown,
        (&text, &drawing),
        &Message::DelegateGiveShow,
    )?;
    let until = u64::from(code.delegation().expires) * MINUTE;
    page.line(program.show(&Message::DelegateMade {
        name: request.name().into(),
        words: words_of(&request).into(),
        until: Words(program.output.text()).at(until).into(),
    }));
    let sections: Vec<_> = code.delegation().scope.iter().collect();
    for (section, operations) in &sections {
        page.line(opened(program, *section, *operations));
    }
    page.line(quiet(program.show(&Message::DelegateGiveNext)));
    let json = json!({
        "grant": grant.id().to_string(), "to": request.name(), "key_words": words_of(&request), "until": until,
        "sections": scope_document(&sections),
    });
    Ok(Answer::new(page, json))
}

/// What is passed on of what is held: all, or what was named. A section that is not held is named all the same: the
/// answer is that it cannot be passed on.
fn part(held: &[(Section, Operations)], asked: &Give) -> Vec<(Section, Operations)> {
    let of = |section: &Section| held.iter().find(|(it, _)| it == section).map(|(_, held)| *held);
    let mut part: Vec<(Section, Operations)> = match asked.section.is_empty() && asked.append.is_empty() {
        true => held.to_vec(),
        false => asked
            .section
            .iter()
            .map(|it| (*it, of(it).unwrap_or(Operations::EXTRACT) - Operations::APPEND))
            .collect(),
    };
    for section in &asked.append {
        match part.iter_mut().find(|(it, _)| it == section) {
            Some((_, operations)) => *operations |= Operations::APPEND,
            None => part.push((*section, Operations::APPEND)),
        }
    }
    if asked.once {
        part.iter_mut()
            .for_each(|(_, operations)| operations.remove(Operations::FUTURE));
    }
    part
}

/// What a request says of itself.
pub(super) fn scanned_request(program: &Program, request: &DelegationRequest) -> Answer {
    let mut page = Page::default();
    page.line(program.show(&Message::ScanDelegate {
        name: request.name().into(),
        words: words_of(request).into(),
    }));
    page.line(program.show(&Message::ScanDelegateNext));
    Answer::new(page, json!({ "delegate": request_document(request) }))
}

/// What a delegation says; the patient's device decides.
pub(super) fn scanned(program: &Program, code: &DelegationCode) -> Answer {
    let delegation = code.delegation();
    let until = u64::from(delegation.expires) * MINUTE;
    let sections: Vec<_> = delegation.scope.iter().collect();
    let mut page = Page::default();
    page.line(program.show(&Message::ScanDelegation {
        grant: short(delegation.grant).into(),
        until: Words(program.output.text()).at(until).into(),
    }));
    for (section, operations) in &sections {
        page.line(opened(program, *section, *operations));
    }
    page.line(program.show(&Message::ScanRedeem));
    let addresses = code.grant().addresses().iter().map(ToString::to_string);
    let json = json!({ "delegation": {
        "grant": delegation.grant.to_string(), "sections": scope_document(&sections), "until": until,
        "addresses": addresses.collect::<Vec<_>>(),
    } });
    Answer::new(page, json)
}

/// Four words that stand for the key of a request, the same on both screens.
fn words_of(request: &DelegationRequest) -> String {
    key_words(AuthorId(*request.key.as_bytes()))
}

fn request_document(request: &DelegationRequest) -> serde_json::Value {
    json!({ "name": request.name(), "key_words": words_of(request) })
}

fn no_request() -> Failure {
    Failure::new("delegate-no-request", Exit::Refused)
}
