//! What is asked for or planned: never something that happened. `ServiceRequest`, and `MedicationRequest` for medicines and
//! vaccines.

use super::element::{Element, Node};
use super::medicine;
use super::note;
use super::reader::Reader;
use super::status::{hl7, of_request};
use super::template::{self, claims};
use crate::tree::Tree;

pub(super) fn planned<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    let intent = match node.said("moodCode") {
        Some("RQO") => "order",
        Some("PRP" | "ARQ") => "proposal",
        _ => "plan",
    };
    if node.is("substanceAdministration") {
        return medicine::planned(reader, node, intent);
    }
    if node.is("supply") || node.is("organizer") || node.is("observationMedia") {
        return;
    }
    let Some(code) = reader.concept_or_text(node.at("code"), node) else {
        return;
    };
    let mut resource = reader.begin(node, "ServiceRequest");
    resource.put("status", Some(Tree::text(of_request(node))));
    resource.put("intent", Some(Tree::text(intent)));
    let kind = node.is("encounter").then(|| hl7("v3-ActClass", "ENC"));
    resource.put_all("category", kind.into_iter().collect());
    let priority = match node.code_at("priorityCode") {
        Some("S") => Some("stat"),
        Some("A") => Some("asap"),
        Some("UR" | "EM") => Some("urgent"),
        Some("R") => Some("routine"),
        _ => None,
    };
    resource.put("priority", priority.map(Tree::text));
    resource.put(
        "doNotPerform",
        node.negated().then(|| Tree::Literal("true".to_owned())),
    );
    resource.put("code", Some(code));
    resource.put("subject", Some(reader.patient()));
    reader.put_time(&mut resource, "occurrence", node.at("effectiveTime"));
    let (author, written) = reader.authored(node, None);
    resource.put("authoredOn", written.as_deref().map(Tree::text));
    resource.put("requester", author);
    resource.put_all("performer", reader.parties(node, "performer/assignedEntity"));
    resource.put_all("reasonCode", note::indications(reader, node));
    resource.put_all("bodySite", reader.sites(node));
    resource.put_all("note", note::comments(reader, node));
    if claims(node, &[template::INSTRUCTION]) {
        let words = node.at("text").and_then(|it| reader.narrative.words(it));
        resource.put("patientInstruction", words.as_deref().map(Tree::text));
    }
    reader.emit(node, resource);
}
