//! Everything that is known about an item.

use super::document::{self, short};
use super::history::{remark_line, versions};
use super::listing::{rival_sentence, state};
use super::medicine::Medicines;
use super::origin::origin;
use super::reading::{parts, title, value};
use super::words::{Words, coded};
use crate::output::{Mark, Page, quiet, strong};
use crate::program::Answer;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pocketchart::{ItemDetail, Proof, Summary};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

/// The item as a page and as a document.
pub(crate) fn detail(words: Words<'_>, it: &ItemDetail, medicines: &Medicines) -> Answer {
    let mut page = Page::default();
    let shown = parts(words, it.item.section, &it.item.facts, it.item.past);
    let (mark, word) = state(words, &it.item).unwrap_or((shown.mark, shown.word));
    let heading = [strong(&shown.what), mark.paint(&word)];
    let heading: Vec<String> = heading.into_iter().filter(|it| !it.is_empty()).collect();
    let shape = if mark == Mark::None {
        String::new()
    } else {
        mark.paint(mark.shape()) + " "
    };
    page.line(format!("{shape}{}", heading.join("  ")));
    fields(words, &mut page, it);
    for rival in &it.item.rivals {
        let (mark, sentence) = rival_sentence(words, rival);
        page.line(mark.line(&sentence));
    }
    for (mark, line) in medicines.every_line(words, &it.item) {
        page.line(mark.line(&line));
    }
    for (heading, remarks) in [
        (Message::DetailDisputes, &it.disputes),
        (Message::DetailConfirmations, &it.confirmations),
        (Message::DetailReplacedBy, &it.replaced_by),
    ] {
        if !remarks.is_empty() {
            page.blank().line(words.show(&heading));
            for remark in remarks {
                page.line(format!(
                    "  {} {}",
                    remark_line(words, remark, false),
                    quiet(short(&remark.id))
                ));
            }
        }
    }
    if !it.proposals.is_empty() {
        page.blank().line(words.show(&Message::DetailProposals));
        versions(words, &mut page, &it.proposals);
    }
    page.blank().line(words.show(&Message::DetailHistory {
        count: it.history.len().into(),
    }));
    versions(words, &mut page, &it.history);
    page.blank().line(quiet(content_line(words, it)));
    Answer::new(page, as_document(it, medicines))
}

fn fields(words: Words<'_>, page: &mut Page, it: &ItemDetail) {
    let facts = &it.item.facts;
    let code = |kind: &str, code: &Option<String>| code.as_deref().map(|it| words.code(kind, it));
    let mut rows = Vec::new();
    let known = [
        (Message::FieldSection, Some(words.section(it.item.section))),
        (Message::FieldValue, Some(value(words, facts))),
        (
            Message::FieldUsual,
            facts.range.as_ref().map(|it| words.usual(it)),
        ),
        (Message::FieldReaction, facts.reaction.clone()),
        (Message::FieldSeverity, code("severity-", &facts.severity)),
        (Message::FieldRisk, code("criticality-", &facts.criticality)),
        (Message::FieldDosage, facts.dosage.clone()),
        (Message::FieldStatus, code("status-", &facts.status)),
        (
            Message::FieldCertainty,
            code("verification-", &facts.verification),
        ),
        (Message::FieldWhen, when(words, facts)),
        (Message::FieldCode, facts.code.as_ref().map(coded)),
        (Message::FieldNote, facts.note.clone()),
        (Message::FieldId, Some(it.item.id.hash.to_hex())),
    ];
    for (label, text) in known {
        if let Some(text) = text.filter(|it| !it.is_empty()) {
            rows.push((words.show(&label), text));
        }
    }
    for source in &it.item.sources {
        let by = words.said_by(std::slice::from_ref(source));
        let recorded = words.at(source.recorded);
        let signed = source.origin.as_ref().is_some_and(|it| it.proof != Proof::None);
        let how = match &source.system {
            // Whose signature it was, the next row says.
            Some(_) if signed => Message::SourceImportedSigned {
                by: by.into(),
                at: recorded.into(),
            },
            Some(_) => Message::SourceImported {
                by: by.into(),
                at: recorded.into(),
            },
            None => Message::SourceTyped {
                by: by.into(),
                at: recorded.into(),
            },
        };
        rows.push((words.show(&Message::FieldSaidBy), words.show(&how)));
        if let Some(it) = &source.origin {
            rows.push((words.show(&Message::FieldCameFrom), origin(words, it)));
        }
    }
    let widest = rows.iter().map(|(label, _)| label.width()).max().unwrap_or(0);
    for (label, text) in rows {
        let front = format!("  {label}{} ", " ".repeat(widest.saturating_sub(label.width())));
        page.hanging(&front, &quiet(&front), &text);
    }
}

fn when(words: Words<'_>, facts: &Summary) -> Option<String> {
    match (&facts.when, &facts.until) {
        (Some(when), None) => Some(words.moment(when)),
        (when, until) => Some(words.span(when.as_ref(), until.as_ref())).filter(|it| !it.is_empty()),
    }
}

fn content_line(words: Words<'_>, it: &ItemDetail) -> String {
    let Some(content) = &it.content else {
        return words.show(&Message::ItemNotHere);
    };
    words.show(&Message::DetailContent {
        kind: it.kind.as_str().into(),
        size: words.0.size(content.len() as u64).into(),
    })
}

fn as_document(it: &ItemDetail, medicines: &Medicines) -> Value {
    let content = it.content.as_deref();
    let text = content.and_then(|bytes| std::str::from_utf8(bytes).ok());
    let encoded = content
        .filter(|_| text.is_none())
        .map(|bytes| STANDARD.encode(bytes));
    let source = it
        .source
        .as_ref()
        .map(|it| json!({ "system": it.system, "kind": it.kind, "id": it.id }));
    json!({
        "item": medicines.document(&it.item), "kind": it.kind, "source": source,
        "history": it.history.iter().map(document::version).collect::<Value>(),
        "proposals": it.proposals.iter().map(document::version).collect::<Value>(),
        "disputes": it.disputes.iter().map(document::remark).collect::<Value>(),
        "confirmations": it.confirmations.iter().map(document::remark).collect::<Value>(),
        "replaced_by": it.replaced_by.iter().map(document::remark).collect::<Value>(),
        "content": text, "content_base64": encoded,
    })
}

/// The title alone, for questions and reports.
pub(crate) fn name(words: Words<'_>, facts: &Summary) -> String {
    title(words, facts)
}
