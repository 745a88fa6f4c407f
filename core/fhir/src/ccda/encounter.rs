//! Visits and stays: encounters of the body (template 49) and the one that the document is about, as `Encounter`.

use super::code::{coding, concept_of};
use super::element::{Element, Node};
use super::names;
use super::reader::Reader;
use super::status::status;
use super::template::{self, claims};
use super::{note, problem, value};
use crate::tree::Tree;

const ACT_CODE: &str = "2.16.840.1.113883.5.4";
const CPT: &str = "2.16.840.1.113883.6.12";

pub(super) fn encounter<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    if node.negated() {
        return;
    }
    let mut diagnoses = Vec::new();
    for act in node
        .related(&[], "act")
        .filter(|it| claims(*it, &[template::ENCOUNTER_DIAGNOSIS]))
    {
        for observation in act.related(&[], "observation") {
            let condition = problem::problem(reader, observation, Some(act));
            diagnoses.extend(condition.map(|it| Tree::object([("condition", value::reference(&it))])));
        }
    }
    let mut resource = begin(reader, node);
    resource.put_all(
        "participant",
        participants(reader, node, "performer/assignedEntity"),
    );
    let period = node.at("effectiveTime").and_then(|it| reader.period(it));
    resource.put("period", period);
    resource.put_all("reasonCode", note::indications(reader, node));
    resource.put_all("diagnosis", diagnoses);
    resource.put(
        "hospitalization",
        hospitalization(reader, node, "sdtc:dischargeDispositionCode"),
    );
    let location = reader.location(node).map(|it| Tree::object([("location", it)]));
    resource.put_all("location", location.into_iter().collect());
    reader.emit(node, resource);
}

/// The encounter in whose course the document was written, unless the body tells of it.
pub(super) fn encompassing<'d>(reader: &mut Reader<'d>, root: Node<'d>) {
    let Some(node) = root.at("componentOf/encompassingEncounter") else {
        return;
    };
    let named: Vec<_> = node.each("id").filter_map(names::name).collect();
    let told = root.descendants().any(|it| {
        it.is("encounter")
            && claims(it, &[template::ENCOUNTER])
            && it
                .each("id")
                .filter_map(names::name)
                .any(|it| named.contains(&it))
    });
    if told {
        return;
    }
    let mut resource = begin(reader, node);
    let mut people = participants(reader, node, "responsibleParty/assignedEntity");
    people.extend(participants(reader, node, "encounterParticipant/assignedEntity"));
    resource.put_all("participant", people);
    let period = node.at("effectiveTime").and_then(|it| reader.period(it));
    resource.put("period", period);
    resource.put(
        "hospitalization",
        hospitalization(reader, node, "dischargeDispositionCode"),
    );
    let facility = node.at("location/healthCareFacility");
    let place = facility
        .and_then(|it| {
            it.at("location/name")
                .or_else(|| it.at("serviceProviderOrganization/name"))
        })
        .and_then(|it| reader.narrative.words(it));
    let place = place.map(|it| Tree::object([("location", Tree::object([("display", Tree::text(&it))]))]));
    resource.put_all("location", place.into_iter().collect());
    reader.emit(node, resource);
}

fn begin<'d>(reader: &Reader<'d>, node: Node<'d>) -> Tree {
    let mut resource = reader.begin(node, "Encounter");
    resource.put("status", Some(Tree::text(state(node))));
    let code = node.at("code");
    let codes: Vec<Node<'d>> = code
        .into_iter()
        .flat_map(|it| std::iter::once(it).chain(it.each("translation")))
        .collect();
    let (classes, types): (Vec<Node<'d>>, Vec<Node<'d>>) = codes
        .into_iter()
        .partition(|it| it.said("codeSystem") == Some(ACT_CODE));
    let class = classes
        .into_iter()
        .find_map(coding)
        .or_else(|| types.iter().find_map(|it| by_cpt(*it)));
    // R4 demands a class.
    resource.put(
        "class",
        Some(class.unwrap_or_else(|| value::absent_extension("UNK"))),
    );
    let words = code.and_then(|it| reader.words_of_code(it));
    let kind = concept_of(types.into_iter().filter_map(coding).collect(), words);
    resource.put_all("type", kind.into_iter().collect());
    resource.put("subject", Some(reader.patient()));
    resource
}

/// By the status, where it says more than that it was written down; else by the end.
fn state(node: Node<'_>) -> &'static str {
    let time = node.at("effectiveTime");
    match status(node) {
        Some("nullified") => "entered-in-error",
        Some("cancelled") => "cancelled",
        Some("held") => "planned",
        Some("suspended") => "onleave",
        Some("aborted" | "new") => "unknown",
        said => match time {
            Some(time) if time.said("value").is_some() || time.value_at("high").is_some() => "finished",
            _ if said == Some("completed") => "finished",
            Some(_) if said == Some("active") => "in-progress",
            _ => "unknown",
        },
    }
}

/// The classes of office visits, hospital care and emergency visits among the codes of the American Medical Association.
fn by_cpt(node: Node<'_>) -> Option<Tree> {
    let number: u32 = node
        .said("code")
        .filter(|_| node.said("codeSystem") == Some(CPT))?
        .parse()
        .ok()?;
    let (code, display) = match number {
        99202..=99205 | 99211..=99215 => ("AMB", "ambulatory"),
        99221..=99223 => ("IMP", "inpatient encounter"),
        99281..=99285 => ("EMER", "emergency"),
        _ => return None,
    };
    Some(Tree::object([
        (
            "system",
            Tree::text("http://terminology.hl7.org/CodeSystem/v3-ActCode"),
        ),
        ("code", Tree::text(code)),
        ("display", Tree::text(display)),
    ]))
}

fn participants<'d>(reader: &Reader<'d>, node: Node<'d>, path: &'static str) -> Vec<Tree> {
    let parties = reader.parties(node, path);
    parties
        .into_iter()
        .map(|it| Tree::object([("individual", it)]))
        .collect()
}

fn hospitalization<'d>(reader: &Reader<'d>, node: Node<'d>, path: &'static str) -> Option<Tree> {
    let disposition = reader.concept_at(node, path)?;
    Some(Tree::object([("dischargeDisposition", disposition)]))
}
