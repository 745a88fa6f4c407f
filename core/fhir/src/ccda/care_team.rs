//! Who cares for the person (template 500): `CareTeam`.

use super::element::{Element, Node};
use super::reader::Reader;
use super::status::status;
use crate::tree::Tree;

pub(super) fn team<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    let mut members = Vec::new();
    for act in node.each("component/act") {
        let Some(performer) = act.at("performer") else {
            continue;
        };
        let Some(party) = performer.at("assignedEntity").and_then(|it| reader.party(it)) else {
            continue;
        };
        reader.take(act);
        let mut member = Tree::object([]);
        let role = reader
            .concept_at(performer, "sdtc:functionCode")
            .or_else(|| reader.concept_at(performer, "functionCode"));
        member.put_all("role", role.into_iter().collect());
        member.put("member", Some(party));
        let period = act.at("effectiveTime").and_then(|it| reader.period(it));
        member.put("period", period);
        members.push(member);
    }
    if members.is_empty() {
        return;
    }
    let mut resource = reader.begin(node, "CareTeam");
    let state = match status(node) {
        Some("nullified") => "entered-in-error",
        Some("active") => "active",
        Some("suspended" | "held") => "suspended",
        Some("new") => "proposed",
        _ => "inactive",
    };
    resource.put("status", Some(Tree::text(state)));
    let name = node
        .at("code")
        .and_then(|it| it.at("originalText"))
        .and_then(|it| reader.narrative.words(it));
    resource.put("name", name.as_deref().map(Tree::text));
    resource.put("subject", Some(reader.patient()));
    let period = node.at("effectiveTime").and_then(|it| reader.period(it));
    resource.put("period", period);
    resource.put_all("participant", members);
    reader.emit(node, resource);
}
