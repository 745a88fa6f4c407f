//! What people wrote: comments and reasons beside a statement; notes (template 202), the text of sections without entries, files
//! and pictures inside a document as `DocumentReference`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::element::{Element, Node};
use super::reader::Reader;
use super::status::coded;
use super::template::{self, claims};
use super::{code, status};
use crate::FhirDateTime;
use crate::reading::Why;
use crate::tree::Tree;

const CATEGORY: &str = "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category";
const PLAIN: &str = "text/plain; charset=utf-8";

/// Comments on a statement (template 64).
pub(super) fn comments<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Vec<Tree> {
    let mut notes = Vec::new();
    for act in node
        .related(&[], "act")
        .filter(|it| it.code_at("code") == Some("48767-8"))
    {
        let Some(text) = act.at("text").and_then(|it| reader.narrative.lines(it)) else {
            continue;
        };
        reader.take(act);
        let mut note = Tree::object([]);
        let author = act.at("author/assignedAuthor").and_then(|it| reader.party(it));
        note.put("authorReference", author);
        let time = act.at("author/time").and_then(|it| reader.beginning(it));
        note.put("time", time.as_deref().map(Tree::text));
        note.put("text", Some(Tree::text(&text)));
        notes.push(note);
    }
    notes
}

/// Why something was done or given (template 19).
pub(super) fn indications<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Vec<Tree> {
    let mut reasons = Vec::new();
    for said in node.related(&["RSON"], "observation") {
        if said.negated() {
            continue;
        }
        if let Some(reason) = reader.concept_or_text(said.at("value"), said) {
            reader.take(said);
            reasons.push(reason);
        }
    }
    reasons
}

/// What the patient is told (template 20).
pub(super) fn instructions<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Option<String> {
    let mut words = Vec::new();
    for act in node
        .related(&[], "act")
        .filter(|it| claims(*it, &[template::INSTRUCTION]))
    {
        let text = act.at("text").and_then(|it| reader.narrative.words(it));
        let code = || act.at("code").and_then(|it| reader.words_of_code(it));
        if let Some(said) = text.or_else(code) {
            reader.take(act);
            words.push(said);
        }
    }
    (!words.is_empty()).then(|| words.join("; "))
}

/// What a `DocumentReference` holds.
struct File {
    content_type: String,
    /// In Base64.
    data: String,
}

impl File {
    fn plain(text: &str) -> Self {
        Self {
            content_type: PLAIN.to_owned(),
            data: STANDARD.encode(text),
        }
    }

    /// Of a text in Base64; `None` where it is none.
    fn encoded(node: Node<'_>) -> Option<Self> {
        let text: String = node
            .children()
            .filter_map(|it| it.text().filter(|_| it.is_text()))
            .flat_map(str::split_whitespace)
            .collect();
        let bytes = STANDARD.decode(text).ok().filter(|it| !it.is_empty())?;
        Some(Self {
            content_type: node.said("mediaType")?.to_owned(),
            data: STANDARD.encode(bytes),
        })
    }
}

/// What is said of a file beside its content.
struct About {
    kind: Option<Tree>,
    title: Option<String>,
    author: Vec<Tree>,
    date: Option<String>,
    period: Option<Tree>,
}

fn emit<'d>(reader: &mut Reader<'d>, node: Node<'d>, file: File, about: About) {
    let mut resource = reader.begin(node, "DocumentReference");
    let state = if status::is_nullified(node) {
        "entered-in-error"
    } else {
        "current"
    };
    resource.put("status", Some(Tree::text(state)));
    resource.put("type", about.kind);
    resource.put_all(
        "category",
        vec![coded(CATEGORY, "clinical-note", Some("Clinical Note"))],
    );
    resource.put("subject", Some(reader.patient()));
    let instant = about
        .date
        .as_ref()
        .filter(|it| FhirDateTime::new(it.as_str()).is_instant());
    resource.put("date", instant.map(|it| Tree::text(it)));
    resource.put_all("author", about.author);
    let mut attachment = Tree::object([
        ("contentType", Tree::text(&file.content_type)),
        ("data", Tree::text(&file.data)),
    ]);
    attachment.put("title", about.title.as_deref().map(Tree::text));
    attachment.put("creation", about.date.as_deref().map(Tree::text));
    resource.put_all("content", vec![Tree::object([("attachment", attachment)])]);
    let mut context = Tree::object([]);
    context.put("period", about.period);
    let whole = [("reference", Tree::text(reader.document()))];
    context.put_all("related", vec![Tree::object(whole)]);
    resource.put("context", Some(context));
    reader.emit(node, resource);
}

/// The day a document was written, as the time of a note that says none.
fn of_document(reader: &Reader<'_>) -> (Option<String>, Option<Tree>) {
    let written = reader.written.clone();
    let period = written
        .as_deref()
        .map(|it| Tree::object([("start", Tree::text(it))]));
    (written, period)
}

/// A note with its author and time.
pub(super) fn activity<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    let Some(text) = node.at("text") else { return };
    let file = if text.said("representation") == Some("B64") {
        File::encoded(text)
    } else {
        reader.narrative.lines(text).map(|it| File::plain(&it))
    };
    let Some(file) = file else {
        return reader.leave(node, Why::Malformed);
    };
    // The code itself always says "note"; its translation says which.
    let said = node.at("code");
    let kinds: Vec<Tree> = said
        .into_iter()
        .flat_map(|it| it.each("translation"))
        .filter_map(code::coding)
        .collect();
    let words = said
        .and_then(|it| it.at("translation"))
        .and_then(|it| reader.words_of_code(it));
    let kind = code::concept_of(kinds, words).or_else(|| reader.concept(said?));
    let (_, date) = reader.authored(node, None);
    let period = node.at("effectiveTime").and_then(|it| reader.period(it));
    let title = said
        .and_then(|it| it.at("translation").or(Some(it)))
        .and_then(|it| reader.words_of_code(it));
    let about = About {
        kind,
        title,
        author: reader.parties(node, "author/assignedAuthor"),
        date,
        period,
    };
    emit(reader, node, file, about);
}

/// The text of a section, where no entry says it.
pub(super) fn narrative<'d>(reader: &mut Reader<'d>, section: Node<'d>) {
    let Some(text) = section.at("text").and_then(|it| reader.narrative.lines(it)) else {
        return;
    };
    let author = if section.at("author").is_some() {
        section
    } else {
        section.ancestors().last().unwrap_or(section)
    };
    let (date, period) = of_document(reader);
    let kind = section.at("code");
    let about = About {
        kind: kind.and_then(|it| reader.concept(it)),
        title: reader
            .section_title
            .clone()
            .or_else(|| reader.words_of_code(kind?)),
        author: reader.parties(author, "author/assignedAuthor"),
        date,
        period,
    };
    emit(reader, section, File::plain(&text), about);
}

/// A document whose body is a file of another kind (C-CDA R2.1 §1.1.21, Unstructured Document).
pub(super) fn unstructured<'d>(reader: &mut Reader<'d>, root: Node<'d>) {
    let Some(body) = root.at("component/nonXMLBody") else {
        return;
    };
    let Some(text) = body.at("text") else {
        return reader.leave(body, Why::Empty);
    };
    if text.at("reference").is_some() {
        // The file is somewhere else.
        return reader.leave(body, Why::NoMapping);
    }
    let file = if text.said("representation") == Some("B64") {
        File::encoded(text)
    } else {
        reader.narrative.lines(text).map(|it| File::plain(&it))
    };
    let Some(file) = file else {
        return reader.leave(body, Why::Malformed);
    };
    let (date, period) = of_document(reader);
    let about = About {
        kind: reader.concept_at(root, "code"),
        title: root.at("title").and_then(|it| reader.narrative.words(it)),
        author: reader.parties(root, "author/assignedAuthor"),
        date,
        period,
    };
    emit(reader, body, file, about);
}

/// A picture that a section shows.
pub(super) fn media<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    let Some(file) = node.at("value").and_then(File::encoded) else {
        return;
    };
    let (date, period) = of_document(reader);
    let about = About {
        kind: None,
        title: reader.section_title.clone(),
        author: Vec::new(),
        date,
        period,
    };
    emit(reader, node, file, about);
}
