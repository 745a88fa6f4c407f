//! Vaccinations (template 52) as `Immunization`: given, or not given with the reason.

use super::element::{Element, Node};
use super::reader::Reader;
use super::status::status;
use super::template::{self, claims};
use super::{note, observation, value};
use crate::reading::Why;
use crate::tree::Tree;

pub(super) fn vaccine<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    let state = match status(node) {
        Some("nullified") => "entered-in-error",
        _ if node.negated() => "not-done",
        Some("aborted" | "cancelled" | "held" | "new" | "obsolete" | "suspended") => "not-done",
        Some("completed") => "completed",
        // Whether it was given is not said.
        _ => return,
    };
    let material = node.at("consumable/manufacturedProduct/manufacturedMaterial");
    let named = material
        .and_then(|it| it.at("code"))
        .and_then(|it| reader.concept(it));
    let Some(code) = named.or_else(|| value::words(&reader.narrative.words(node.at("text")?)?)) else {
        return;
    };
    let mut resource = reader.begin(node, "Immunization");
    resource.put("status", Some(Tree::text(state)));
    resource.put("statusReason", refusal(reader, node));
    resource.put("vaccineCode", Some(code));
    resource.put("patient", Some(reader.patient()));
    match node.at("effectiveTime").and_then(|it| reader.beginning(it)) {
        Some(when) => resource.put("occurrenceDateTime", Some(Tree::text(&when))),
        None => resource.put("occurrenceString", Some(Tree::text("unknown"))),
    }
    let (_, recorded) = reader.authored(node, None);
    resource.put("recorded", recorded.as_deref().map(Tree::text));
    let maker = node.at("consumable/manufacturedProduct/manufacturerOrganization");
    resource.put("manufacturer", maker.and_then(|it| reader.party(it)));
    let lot = material.and_then(|it| reader.narrative.words(it.at("lotNumberText")?));
    resource.put("lotNumber", lot.as_deref().map(Tree::text));
    resource.put("site", reader.concept_at(node, "approachSiteCode"));
    resource.put("route", reader.concept_at(node, "routeCode"));
    let dose = reader.quantity_at(node, "doseQuantity");
    resource.put("doseQuantity", dose);
    resource.put_all("performer", reader.performers(node));
    let mut notes = note::comments(reader, node);
    let told = note::instructions(reader, node);
    notes.extend(told.map(|it| Tree::object([("text", Tree::text(&it))])));
    resource.put_all("note", notes);
    resource.put_all("reasonCode", note::indications(reader, node));
    let reactions = reactions(reader, node);
    resource.put_all("reaction", reactions);
    if let Some(number) = node.at("repeatNumber").filter(|it| it.said("value").is_some()) {
        let written = number.said("value").unwrap_or_default();
        match value::whole(written, false) {
            Some(dose) => resource.put_all(
                "protocolApplied",
                vec![Tree::object([("doseNumberPositiveInt", dose)])],
            ),
            None => reader.doubt(number, written, Why::Malformed),
        }
    }
    reader.emit(node, resource);
}

/// Why it was not given (template 53).
fn refusal<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Option<Tree> {
    let said = node
        .related(&[], "observation")
        .find(|it| claims(*it, &[template::IMMUNIZATION_REFUSAL]))?;
    let reason = reader.concept_at(said, "code")?;
    reader.take(said);
    Some(reason)
}

/// What happened after it: each as an `Observation` of its own, which R4 wants here.
fn reactions<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Vec<Tree> {
    let mut reactions = Vec::new();
    for said in node
        .related(&[], "observation")
        .filter(|it| claims(*it, &[template::REACTION]))
    {
        if said.negated() {
            continue;
        }
        let when = said.at("effectiveTime").and_then(|it| reader.beginning(it));
        if let Some(address) = observation::observation(reader, said) {
            let mut reaction = Tree::object([]);
            reaction.put("date", when.as_deref().map(Tree::text));
            reaction.put("detail", Some(value::reference(&address)));
            reactions.push(reaction);
        }
    }
    reactions
}
