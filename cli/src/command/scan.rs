//! What a code says. No record is opened: whoever helps has none at hand.

use super::{delegate, health_code};
use crate::arguments::Scan as Asked;
use crate::failure::{Exit, Failure};
use crate::file;
use crate::output::Page;
use crate::picture;
use crate::program::{Answer, Program};
use crate::show::Words;
use crate::show::card::{self, CardWords};
use pocketchart::{
    Card, CardError, CardSigner, Chart, DelegationCode, DelegationRequest, DeviceId, GrantCode,
    GrantFlags as Flags, ReadCardError, Section,
};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::path::Path;

const MINUTE: u64 = 60_000;

pub(super) fn scan(program: &Program, asked: &Asked) -> Result<Answer, Failure> {
    let known = asked
        .known
        .iter()
        .map(|typed| key(typed))
        .collect::<Result<Vec<_>, _>>()?;
    let texts = texts(asked.input.as_deref())?;
    for text in texts.iter().map(|it| it.trim()) {
        if let Ok(code) = GrantCode::from_text(text) {
            return Ok(grant(program, &code));
        }
        if let Ok(code) = DelegationCode::from_text(text) {
            return Ok(delegate::scanned(program, &code));
        }
        if let Ok(request) = DelegationRequest::from_text(text) {
            return Ok(delegate::scanned_request(program, &request));
        }
    }
    if let Some(answer) = health_code::scanned(program, asked, &texts)? {
        return Ok(answer);
    }
    let card = best(&texts)?;
    let signer = card.signer(&known);
    let now = u64::try_from(jiff::Timestamp::now().as_millisecond()).unwrap_or_default();
    let words = CardWords::new(asked.language.into())?;
    let mut page = Page::default();
    words.age(&mut page, &card, now);
    words.signer(&mut page, signer);
    page.blank();
    words.content(&mut page, card.content());
    words.review(&mut page, program.output.text());
    Ok(Answer::new(page, document(&card, signer, now)))
}

/// What a grant's code says of itself; the signed grant decides.
fn grant(program: &Program, code: &GrantCode) -> Answer {
    let outline = code.outline();
    let words = Words(program.output.text());
    let until = u64::from(outline.expires) * MINUTE;
    let mut page = Page::default();
    let emergency = outline.flags.contains(Flags::EMERGENCY);
    page.line(program.show(if emergency {
        &Message::ScanEmergency
    } else {
        &Message::ScanGrant
    }));
    let sections: Vec<Section> = outline.sections().collect();
    for section in &sections {
        page.line(format!("  {}", words.section(*section)));
    }
    page.line(program.show(&Message::ScanUntil {
        until: words.at(until).into(),
        uses: u64::from(outline.uses).into(),
    }));
    if outline.flags.contains(Flags::PASSCODE) {
        page.line(program.show(&Message::ScanPasscode));
    }
    page.line(program.show(&Message::ScanRedeem));
    let json = json!({ "grant": {
        "sections": sections.iter().map(|it| it.name()).collect::<Vec<_>>(), "until": until, "uses": outline.uses,
        "passcode": outline.flags.contains(Flags::PASSCODE), "emergency": emergency,
        "addresses": code.addresses().iter().map(ToString::to_string).collect::<Vec<_>>(),
    } });
    Answer::new(page, json)
}

fn document(card: &Card, signer: CardSigner, now: u64) -> Value {
    let age = card.age(now);
    let signer = match signer {
        CardSigner::UnknownKey => "unknown-key",
        CardSigner::KnownPatient => "known-patient",
    };
    json!({
        "card": card::document(card), "signer": signer,
        "age": {
            "days": age.days, "months": age.months, "review_overdue": age.review_overdue,
            "from_the_future": age.from_the_future,
        },
    })
}

fn key(typed: &str) -> Result<DeviceId, Failure> {
    DeviceId::from_hex(typed.trim())
        .ok_or_else(|| Failure::new("scan-known-wrong", Exit::Usage).with("key", typed.to_owned()))
}

/// The texts of the codes there: typed, in a picture, or on standard input.
pub(super) fn texts(input: Option<&str>) -> Result<Vec<String>, Failure> {
    let (bytes, name) = match input.map(str::trim) {
        Some(text)
            if ["pocketchart:", "shlink:", "shc:", "https:", "http:"]
                .iter()
                .any(|it| text.starts_with(it)) =>
        {
            return Ok(vec![text.to_owned()]);
        }
        path => {
            let path = path.unwrap_or("-");
            (file::read_or_input(Path::new(path))?, path.to_owned())
        }
    };
    if !picture::is_picture(&bytes) {
        let text = String::from_utf8(bytes);
        return text
            .map(|text| vec![text])
            .map_err(|_| Failure::new("scan-no-picture", Exit::Refused).with("file", name));
    }
    match picture::texts(&bytes) {
        Some(texts) if texts.is_empty() => Err(Failure::new("scan-no-code", Exit::NotFound)),
        Some(texts) => Ok(texts),
        None => Err(Failure::new("scan-no-picture", Exit::Refused).with("file", name)),
    }
}

/// The first card among them, as the short code may stand beside it; else why the likeliest of them is none.
fn best(texts: &[String]) -> Result<Card, ReadCardError> {
    let mut worst = ReadCardError(CardError::NotACard);
    for text in texts {
        match Chart::read_card(text.trim()) {
            Ok(card) => return Ok(card),
            Err(ReadCardError(CardError::NotACard)) => {}
            Err(error) => worst = error,
        }
    }
    Err(worst)
}
