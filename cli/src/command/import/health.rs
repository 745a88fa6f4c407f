//! Files that hold SMART Health Cards or a SMART Health Link: opened and checked as by `scan`, then brought in.

use super::super::{follow, health_code};
use super::{document, tell};
use crate::arguments::Import;
use crate::failure::{Exit, Failure};
use crate::file;
use crate::output::{Mark, Page};
use crate::program::Program;
use pocketchart::{
    Chart, FollowedCard, Following, HealthCardError, HealthLink, HealthLinkError, ImportOptions,
    ImportReport, Origin, TrustList, Web,
};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::io::{Cursor, Read};
use std::path::Path;

/// Files of cards and links are short; a longer one is something else.
const MOST: u64 = 4 << 20;
const CARDS: &[u8] = b"\"verifiableCredential\"";

/// What a file holds.
pub(super) enum Found {
    Cards(Vec<u8>),
    Link(HealthLink),
}

/// The cards or the link in a file; none where it is another file.
pub(super) fn in_file(path: &Path) -> Result<Option<Found>, Failure> {
    let mut bytes = Vec::new();
    let mut file = file::open(path)?.take(MOST + 1);
    if file.read_to_end(&mut bytes).is_err() || bytes.len() as u64 > MOST {
        return Ok(None);
    }
    let start = bytes.trim_ascii_start();
    if start.starts_with(b"{") {
        let holds = bytes.windows(CARDS.len()).any(|it| it == CARDS);
        return Ok(holds.then_some(Found::Cards(bytes)));
    }
    let Ok(text) = std::str::from_utf8(start) else {
        return Ok(None);
    };
    match HealthLink::from_text(text.trim()) {
        Ok(link) => Ok(Some(Found::Link(link))),
        Err(HealthLinkError::NotALink) => Ok(None),
        Err(error) => Err(health_code::no_link(error)),
    }
}

/// Whether a card of a file did not hold.
pub(super) fn is_refused(json: &Value) -> bool {
    let cards = json["health_cards"].as_array();
    cards.is_some_and(|cards| {
        cards
            .iter()
            .any(|it| !it["refused"].is_null() || !it["unread"].is_null())
    })
}

pub(super) fn bring(
    program: &Program,
    page: &mut Page,
    chart: &mut Chart,
    (path, found): (&Path, Found),
    asked: &Import,
) -> Result<Value, Failure> {
    let trust = health_code::trusted(asked.trust.as_deref())?;
    match found {
        Found::Cards(file) => match Chart::open_health_cards(&Web::new(), &file, &trust, chart.now()) {
            Ok(cards) => bring_cards(program, page, chart, (path, &cards), asked),
            Err(error) => Err(health_code::unread(error)),
        },
        Found::Link(link) => bring_link(program, page, chart, (path, &link), (asked, &trust)),
    }
}

fn bring_cards(
    program: &Program,
    page: &mut Page,
    chart: &mut Chart,
    (path, cards): (&Path, &[Result<FollowedCard, HealthCardError>]),
    asked: &Import,
) -> Result<Value, Failure> {
    let told = follow::tell_cards(program, page, cards);
    let bundles = follow::bundles_of(cards);
    if bundles.len() < cards.len() {
        page.line(Mark::Caution.line(&program.show(&Message::ImportCardsRefused)));
    }
    let name = file::name(path).unwrap_or_default();
    let report = keep(chart, &name, bundles, asked.same_person)?;
    tell(program, page, path, &report);
    let mut json = document(path, &report);
    json["health_cards"] = told;
    Ok(json)
}

fn bring_link(
    program: &Program,
    page: &mut Page,
    chart: &mut Chart,
    (path, link): (&Path, &HealthLink),
    (asked, trust): (&Import, &TrustList),
) -> Result<Value, Failure> {
    let recipient = asked.recipient.as_deref();
    let recipient = recipient.ok_or_else(|| Failure::new("import-link-recipient", Exit::Usage))?;
    let passcode = follow::passcode(program, link, asked.passcode_fd)?;
    let with = Following {
        recipient,
        passcode: passcode.as_ref().map(|it| it.as_str()),
        here: asked.this_machine,
        trust,
        now: chart.now(),
    };
    let files = Chart::follow(&Web::new(), link, &with)?;
    let host = follow::host(link);
    page.line(program.show(&Message::FollowDone {
        host: host.into(),
        count: files.len().into(),
    }));
    page.line(Mark::Caution.line(&program.show(&Message::FollowUnproved)));
    let told: Vec<Value> = files.iter().map(|it| follow::tell(program, page, it)).collect();
    let report = keep(chart, host, follow::bundles(host, &files), asked.same_person)?;
    tell(program, page, path, &report);
    let mut json = document(path, &report);
    json["health_link"] = json!({ "host": host, "label": link.label(), "files": told });
    Ok(json)
}

/// Brings in Bundles one after the other, each with where it comes from.
fn keep(
    chart: &mut Chart,
    name: &str,
    bundles: Vec<(&[u8], Origin)>,
    same_person: bool,
) -> Result<ImportReport, Failure> {
    let mut all = ImportReport::default();
    for (bundle, origin) in bundles {
        let options = ImportOptions {
            file_name: name.to_owned(),
            same_person,
            origin: Some(origin),
            ..ImportOptions::default()
        };
        all.take(chart.import(Cursor::new(bundle), &options, &mut |_| ())?);
    }
    Ok(all)
}
