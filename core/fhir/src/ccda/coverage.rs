//! Who pays (templates 60, 61): each policy as `Coverage`.

use super::element::{Element, Node};
use super::names;
use super::reader::Reader;
use super::status::status;
use super::template::{self, claims};
use super::value;
use crate::tree::Tree;

pub(super) fn coverage<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    for relation in node.each("entryRelationship") {
        let Some(act) = relation.at("act").filter(|it| claims(*it, &[template::POLICY])) else {
            continue;
        };
        if reader.is_about_another(act) || act.negated() {
            continue;
        }
        policy(reader, relation, act);
        reader.take(node);
    }
}

fn policy<'d>(reader: &mut Reader<'d>, relation: Node<'d>, act: Node<'d>) {
    let party = |kind| {
        act.each("participant")
            .filter(|it| it.said("typeCode") == Some(kind))
            .find_map(|it| it.at("participantRole"))
    };
    let covered = party("COV");
    let mut resource = reader.begin(act, "Coverage");
    let state = match status(act) {
        Some("nullified") => "entered-in-error",
        Some("aborted" | "cancelled") => "cancelled",
        Some("new" | "held") => "draft",
        _ => "active",
    };
    resource.put("status", Some(Tree::text(state)));
    resource.put("type", reader.concept_at(act, "code"));
    let holder = party("HLD").and_then(|it| reader.party(it));
    resource.put("policyHolder", holder);
    let member = covered
        .and_then(|it| it.each("id").find_map(names::name))
        .map(|it| it.1);
    resource.put("subscriberId", member.as_deref().map(Tree::text));
    resource.put("beneficiary", Some(reader.patient()));
    resource.put(
        "relationship",
        covered.and_then(|it| reader.concept_at(it, "code")),
    );
    let time = covered.and_then(|it| it.parent()).and_then(|it| it.at("time"));
    let period = time.and_then(|it| reader.period(it));
    resource.put("period", period);
    let payer = act
        .each("performer/assignedEntity")
        .find(|it| it.code_at("code") == Some("PAYOR"))
        .and_then(|it| reader.party(it));
    // R4 demands one.
    resource.put_all(
        "payor",
        vec![payer.unwrap_or_else(|| value::absent_extension("UNK"))],
    );
    let order = relation
        .value_at("sequenceNumber")
        .and_then(|it| value::whole(it, false));
    resource.put("order", order);
    reader.emit(act, resource);
}
