//! Following a SMART Health Link of somebody else: fetched, opened, shown, and brought in if that is wanted.

use super::health_code;
use crate::arguments::Scan;
use crate::failure::Failure;
use crate::output::{Mark, Page, quiet};
use crate::program::{Answer, Program};
use crate::secret;
use crate::show::{Words, title};
use pocketchart::{
    Chart, FollowFileError, FollowedCard, FollowedContent, FollowedFile, Following, HealthCardError,
    HealthLink, ImportOptions, LinkFlags, Millis, Origin, Summary, TrustList, Web,
};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::io::Cursor;
use zeroize::Zeroizing;

pub(super) fn follow(
    program: &Program,
    asked: &Scan,
    (link, recipient): (&HealthLink, &str),
    trust: &TrustList,
    now: Millis,
) -> Result<Answer, Failure> {
    let passcode = passcode(program, link, asked.passcode_fd)?;
    // Nothing is fetched that could not be kept: fetching may take the link's last use.
    let mut chart = asked.import.then(|| program.open()).transpose()?;
    let files = Chart::follow(
        &Web::new(),
        link,
        &Following {
            recipient,
            passcode: passcode.as_ref().map(|it| it.as_str()),
            here: asked.this_machine,
            trust,
            now,
        },
    )?;
    let mut page = Page::default();
    let host = host(link);
    page.line(program.show(&Message::FollowDone {
        host: host.into(),
        count: files.len().into(),
    }));
    if let Some(label) = link.label() {
        page.line(program.show(&Message::ShlLabel { label: label.into() }));
    }
    page.line(Mark::Caution.line(&program.show(&Message::FollowUnproved)));
    let mut listed = Vec::new();
    for file in &files {
        page.blank();
        listed.push(tell(program, &mut page, file));
    }
    let mut json = json!({ "host": host, "label": link.label(), "files": listed });
    if let Some(chart) = &mut chart {
        json["imported"] = imported(program, &mut page, chart, asked, (host, &files))?;
    } else {
        page.blank().line(quiet(program.show(&Message::FollowNext)));
    }
    Ok(Answer::new(page, json))
}

/// What a link asks for besides: read where the person says, or typed.
pub(super) fn passcode(
    program: &Program,
    link: &HealthLink,
    descriptor: Option<u32>,
) -> Result<Option<Zeroizing<String>>, Failure> {
    Ok(match descriptor {
        Some(number) => Some(secret::line_of(number)?),
        None if link.flags().contains(LinkFlags::PASSCODE) => Some(program.passcode()?),
        None => None,
    })
}

pub(super) fn host(link: &HealthLink) -> &str {
    let rest = link.url().split_once("://").map_or("", |(_, rest)| rest);
    rest.split('/').next().unwrap_or_default()
}

pub(super) fn tell(program: &Program, page: &mut Page, file: &FollowedFile) -> Value {
    let mut json = json!({
        "type": file.content_type.as_str(), "updated": file.last_updated,
        "status": file.status.as_ref().map(|it| it.as_str()),
    });
    match &file.content {
        Ok(FollowedContent::Fhir { statements, .. }) => {
            page.line(program.show(&Message::FollowFhir {
                count: statements.len().into(),
            }));
            lines(program, page, statements);
            json["statements"] = statements.iter().map(health_code::statement).collect();
        }
        Ok(FollowedContent::Cards(cards)) => {
            json["health_cards"] = tell_cards(program, page, cards);
        }
        Ok(FollowedContent::Other) => {
            page.line(program.show(&Message::FollowOther {
                kind: file.content_type.as_str().into(),
            }));
        }
        Err(error) => {
            page.line(Mark::Danger.line(&program.show(&why(*error))));
            json["error"] = json!(error.to_string());
        }
    }
    json
}

/// Cards, each with who issued it and whether it holds.
pub(super) fn tell_cards(
    program: &Program,
    page: &mut Page,
    cards: &[Result<FollowedCard, HealthCardError>],
) -> Value {
    let mut shown = Vec::new();
    for card in cards {
        match card {
            Ok(card) => {
                health_code::show(program, page, &card.view);
                shown.push(health_code::document(&card.view));
            }
            Err(error) => {
                let failure = health_code::unread(*error);
                page.line(Mark::Danger.line(&failure.sentence(program.output.text())));
                shown.push(json!({ "unread": failure.document(program.output.text())["error"]["id"] }));
            }
        }
    }
    Value::Array(shown)
}

fn lines(program: &Program, page: &mut Page, statements: &[Summary]) {
    let words = Words(program.output.text());
    for facts in statements {
        let when = words.span(facts.when.as_ref(), facts.until.as_ref());
        let line = format!("{} {when}", title(words, facts)).trim_end().to_owned();
        let danger = facts.resource_type == "AllergyIntolerance" && facts.negation.is_none();
        page.line(match danger {
            true => Mark::Danger.line(&line),
            false => format!("  {line}"),
        });
    }
}

fn why(error: FollowFileError) -> Message<'static> {
    match error {
        FollowFileError::File(_) => Message::FollowFileUnopened,
        _ => Message::FollowFileMissing,
    }
}

/// What was opened and holds, each Bundle with where it comes from.
pub(super) fn bundles<'f>(host: &str, files: &'f [FollowedFile]) -> Vec<(&'f [u8], Origin)> {
    let mut bundles: Vec<(&[u8], Origin)> = Vec::new();
    for file in files {
        match &file.content {
            Ok(FollowedContent::Fhir { json, .. }) => bundles.push((json, Origin::of_link(host))),
            Ok(FollowedContent::Cards(cards)) => bundles.extend(bundles_of(cards)),
            _ => {}
        }
    }
    bundles
}

/// The Bundles of the cards that hold.
pub(super) fn bundles_of(cards: &[Result<FollowedCard, HealthCardError>]) -> Vec<(&[u8], Origin)> {
    let read = cards.iter().filter_map(|it| it.as_ref().ok());
    let good = read.filter_map(|it| {
        let standing = it.view.standing.as_ref().ok()?;
        Some((it.json.as_slice(), Origin::of_card(&it.view.issuer, standing)))
    });
    good.collect()
}

/// Takes in what was opened and holds. Statements name their sources; that they are true, nobody has said yet.
fn imported(
    program: &Program,
    page: &mut Page,
    chart: &mut Chart,
    asked: &Scan,
    (host, files): (&str, &[FollowedFile]),
) -> Result<Value, Failure> {
    let bundles = bundles(host, files);
    let (mut read, mut new, mut held, mut unreadable) = (0, 0, 0, 0);
    for (bundle, origin) in bundles {
        let options = ImportOptions {
            file_name: host.to_owned(),
            same_person: asked.same_person,
            origin: Some(origin),
            ..ImportOptions::default()
        };
        let report = chart.import(Cursor::new(bundle), &options, &mut |_| ())?;
        read += report.read;
        new += report.new + report.updated;
        held += report.held;
        unreadable += report.unreadable;
    }
    page.blank().line(program.show(&Message::FollowImported {
        host: host.into(),
        new: new.into(),
        held: held.into(),
    }));
    page.line(quiet(program.show(&Message::FollowImportedNext)));
    Ok(json!({ "read": read, "new": new, "held": held, "unreadable": unreadable, "source": host }))
}
