//! The document itself, as a `DocumentReference` (C-CDA R2.1 §1.1, US Realm Header).

use super::element::{Element, Node};
use super::reader::Reader;
use super::{names, note};
use crate::FhirDateTime;
use crate::tree::Tree;

pub(super) fn document<'d>(reader: &mut Reader<'d>, root: Node<'d>, kept: &str, size: usize) {
    let mut resource = Tree::object([("resourceType", Tree::text("DocumentReference"))]);
    let identifier = root.at("id").and_then(names::identifier);
    resource.put("masterIdentifier", identifier.clone());
    resource.put_all("identifier", identifier.into_iter().collect());
    resource.put("status", Some(Tree::text("current")));
    resource.put("type", reader.concept_at(root, "code"));
    resource.put("subject", Some(reader.patient()));
    let written = root.at("effectiveTime").and_then(|it| reader.moment(it));
    let instant = written
        .as_ref()
        .filter(|it| FhirDateTime::new(it.as_str()).is_instant());
    resource.put("date", instant.map(|it| Tree::text(it)));
    resource.put_all("author", reader.parties(root, "author/assignedAuthor"));
    let authenticator = root.at("legalAuthenticator/assignedEntity");
    resource.put("authenticator", authenticator.and_then(|it| reader.party(it)));
    let custodian = root.at("custodian/assignedCustodian/representedCustodianOrganization");
    resource.put("custodian", custodian.and_then(|it| reader.party(it)));
    resource.put_all("relatesTo", related(root));
    let mut attachment = Tree::object([("contentType", Tree::text("text/xml"))]);
    attachment.put("language", root.code_at("languageCode").map(Tree::text));
    attachment.put("url", Some(Tree::text(kept)));
    attachment.put("size", Some(Tree::Literal(size.to_string())));
    let title = root.at("title").and_then(|it| reader.narrative.words(it));
    attachment.put("title", title.as_deref().map(Tree::text));
    attachment.put("creation", written.as_deref().map(Tree::text));
    resource.put_all("content", vec![Tree::object([("attachment", attachment)])]);
    // What the document reports on, or the day it was written where its moment is not known.
    let mut context = Tree::object([]);
    let service = root.at("documentationOf/serviceEvent/effectiveTime");
    let period = match (service, instant, &written) {
        (Some(service), Some(_), _) => reader.period(service),
        (_, None, Some(day)) => Some(Tree::object([("start", Tree::text(day))])),
        _ => None,
    };
    context.put("period", period);
    resource.put("context", context.unless_empty());
    reader.emit(root, resource);
    note::unstructured(reader, root);
}

/// Documents that this one replaces, adds to, or was made of.
fn related(root: Node<'_>) -> Vec<Tree> {
    let mut all = Vec::new();
    for document in root.each("relatedDocument") {
        let kind = match document.said("typeCode") {
            Some("RPLC") => "replaces",
            Some("APND") => "appends",
            Some("XFRM") => "transforms",
            _ => continue,
        };
        if let Some(identifier) = document.at("parentDocument/id").and_then(names::identifier) {
            all.push(Tree::object([
                ("code", Tree::text(kind)),
                ("target", Tree::object([("identifier", identifier)])),
            ]));
        }
    }
    all
}
