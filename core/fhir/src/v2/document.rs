//! TXA and ED: documents and files.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::coded::{concept, fixed, said};
use super::draft::{Draft, Names};
use super::message::Message;
use super::observation::instant;
use super::party::{Given, ei, person};
use super::patient::{Subject, patient, reference};
use super::segment::{Field, Segment, hexadecimal};
use super::value::in_words;
use crate::FhirDateTime;
use crate::reading::Why;
use crate::tree::Tree;

const NOTE: &str = "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category";

/// A file in an OBX segment (ED) as FHIR's Attachment: its bytes as base64, whatever they came as. `None` where they are damaged.
fn attachment(field: Field) -> Option<Tree> {
    let part = |at| field.component(at).text();
    let (kind, subtype, encoding) = (part(2), part(3), part(4));
    let packed = |text: String| text.split_whitespace().collect::<String>();
    let bytes = match encoding.to_ascii_uppercase().as_str() {
        "BASE64" => STANDARD.decode(packed(part(5))).ok()?,
        "HEX" => hexadecimal(&packed(part(5)))?,
        "A" | "" => part(5).into_bytes(),
        _ => return None,
    };
    let attachment = Tree::object([("contentType", Tree::text(&media_type(&kind, &subtype)))])
        .with("data", Tree::text(&STANDARD.encode(&bytes)));
    (!bytes.is_empty()).then_some(attachment)
}

/// The media type of a kind and subtype (tables HL70191 and HL70291); bytes of which nobody says what they are otherwise.
fn media_type(kind: &str, subtype: &str) -> String {
    let (kind, subtype) = (kind.to_ascii_lowercase(), subtype.to_ascii_lowercase());
    let known = match subtype.as_str() {
        "pdf" => Some("application/pdf"),
        "jpeg" | "jpg" => Some("image/jpeg"),
        "png" => Some("image/png"),
        "gif" => Some("image/gif"),
        "tiff" | "tif" => Some("image/tiff"),
        "rtf" => Some("text/rtf"),
        "html" => Some("text/html"),
        "xml" => Some("text/xml"),
        "dicom" => Some("application/dicom"),
        "plain" | "txt" => Some("text/plain"),
        _ => None,
    };
    let token = |text: &str| {
        !text.is_empty()
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'+'))
    };
    match known {
        Some(known) => known.to_owned(),
        None if kind.contains('/') => kind,
        None if token(&kind) && token(&subtype) => format!("{kind}/{subtype}"),
        None if kind == "text" => "text/plain".to_owned(),
        None => "application/octet-stream".to_owned(),
    }
}

/// A file among results: a document of its own at its `address`, which names its report and is of its kind and date.
pub(super) fn file(
    draft: &mut Draft,
    message: &Message,
    obx: &Segment,
    subject: &Subject,
    address: String,
    (report, what, when): (&str, Field, Option<FhirDateTime>),
) {
    let Some(attachment) = attachment(obx.field(5)) else {
        draft.leave(message, obx, "OBX-5: ED", Why::Malformed);
        return;
    };
    let wrong = matches!(obx.text(11).as_str(), "D" | "W");
    let kind = concept(obx.field(3), None).or_else(|| concept(what, None));
    let content = Tree::object([("attachment", attachment)]);
    let context = Tree::object([("related", Tree::Array(vec![reference(report)]))]);
    let resource = Tree::object([("resourceType", Tree::text("DocumentReference"))])
        .with(
            "status",
            Tree::text(if wrong { "entered-in-error" } else { "current" }),
        )
        .with("type", kind)
        .with("subject", subject.reference())
        .with("date", instant(draft.moment(message, obx, 14).or(when)))
        .with("content", Tree::Array(vec![content]))
        .with("context", context);
    draft.add(message, obx, address, resource);
}

/// Reads a message that holds a document (MDM): its text and its files are one DocumentReference.
pub(super) fn documents(draft: &mut Draft, message: &Message) {
    let mut subject = None;
    let mut document: Option<&Segment> = None;
    let mut parts: Vec<&Segment> = Vec::new();
    for segment in &message.segments {
        match segment.name {
            "PID" => subject = patient(draft, message, segment),
            "TXA" => document = Some(segment),
            "OBX" => parts.push(segment),
            "MSH" | "EVN" => {}
            _ => draft.leave(message, segment, segment.name, Why::NoMapping),
        }
    }
    let (Some(txa), Some(subject)) = (document, subject) else {
        for segment in parts.iter().copied().chain(document) {
            draft.leave(message, segment, segment.name, Why::AnotherPerson);
        }
        return;
    };
    let mut lines = Vec::new();
    let mut contents = Vec::new();
    for obx in parts {
        match obx.text(2).as_str() {
            "ED" => match attachment(obx.field(5)) {
                Some(file) => contents.push(Tree::object([("attachment", file)])),
                None => draft.leave(message, obx, "OBX-5: ED", Why::Malformed),
            },
            kind @ ("TX" | "FT" | "ST" | "") => {
                lines.push(in_words(obx.field(5), if kind == "ST" { "TX" } else { kind }))
            }
            kind => draft.leave(message, obx, format!("OBX-2: {kind}"), Why::NoMapping),
        }
    }
    let text = lines.join("\n");
    if !text.trim().is_empty() {
        let attachment = Tree::object([
            ("contentType", Tree::text("text/plain; charset=utf-8")),
            ("data", Tree::text(&STANDARD.encode(text.trim_matches('\n')))),
        ]);
        contents.insert(0, Tree::object([("attachment", attachment)]));
    }
    let cancelled = message.kind.1 == "T11" || txa.text(19) == "CA";
    let Some(contents) = Tree::list(contents) else {
        draft.leave(message, txa, "TXA", Why::Empty);
        return;
    };
    let number = ei(txa.field(12));
    let parent = ei(txa.field(13));
    let status = match txa.text(19).as_str() {
        _ if cancelled => "entered-in-error",
        "OB" => "superseded",
        _ => "current",
    };
    let written = match txa.text(17).as_str() {
        "AU" | "LA" => Some("final"),
        "DI" | "DO" | "IN" | "IP" | "PA" => Some("preliminary"),
        _ => None,
    };
    let kind = concept(txa.field(2), Some("0270"));
    let authors = txa
        .field(9)
        .repetitions()
        .chain(txa.field(5).repetitions())
        .filter_map(person)
        .take(1);
    let authors = Tree::list(authors);
    let signed = txa.field(10).repetitions().find_map(person);
    let date = draft.moment(message, txa, 6);
    let title = in_words(txa.field(25), "ST");
    let added = parent
        .as_ref()
        .map(|parent| Tree::object([("code", Tree::text("appends")), ("target", related(parent))]));
    let resource = Tree::object([("resourceType", Tree::text("DocumentReference"))])
        .with(
            "masterIdentifier",
            number.as_ref().map(|number| number.identifier(None)),
        )
        .with("status", Tree::text(status))
        .with("docStatus", written.map(Tree::text))
        .with("type", kind)
        .with("category", Tree::Array(vec![fixed(NOTE, "clinical-note")]))
        .with("subject", subject.reference())
        .with("date", instant(date))
        .with("author", authors)
        .with("authenticator", signed)
        .with("relatesTo", Tree::list(added))
        .with("description", said(&title))
        .with("content", contents);
    let name = number.map(|number| number.name());
    let address = Names::default().address(message, txa, name.as_deref(), "DocumentReference");
    draft.add(message, txa, address, resource);
}

/// A document that this one adds to, by its number: it may be in no file that was read.
fn related(parent: &Given) -> Tree {
    Tree::object([("identifier", parent.identifier(None))])
}
