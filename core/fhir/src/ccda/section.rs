//! The body of a document: its sections, and which mapping reads each of their entries.

use super::element::{Element, Node};
use super::reader::Reader;
use super::template::{self, claims};
use super::{
    allergy, care_team, coverage, device, directive, encounter, family, goal, medicine, note, observation,
    plan, problem, procedure, result, vaccine, vital,
};
use crate::reading::Why;

pub(super) fn body<'d>(reader: &mut Reader<'d>, root: Node<'d>) {
    for node in root.each("component/structuredBody/component/section") {
        section(reader, node);
    }
}

fn section<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    reader.section_code = node.code_at("code");
    reader.section_title = node.at("title").and_then(|it| reader.narrative.words(it));
    let before = reader.given_out;
    for entry in node.each("entry") {
        match entry.statement() {
            Some(it) => statement(reader, it),
            None => reader.leave(entry, Why::Empty),
        }
        reader.leave_the_rest(entry);
    }
    if reader.given_out == before {
        note::narrative(reader, node);
    }
    for inner in node.each("component/section") {
        section(reader, inner);
    }
}

/// Reads a statement by its template, else by its class and mood. What nobody reads is named afterwards.
fn statement<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    let claims = |templates: &[u16]| claims(node, templates);
    if claims(&[template::FAMILY_HISTORY]) {
        return family::member(reader, node);
    }
    if reader.is_about_another(node) || template::is_reference(node) {
        return;
    }
    if node.said("nullFlavor").is_some() {
        // The source says that it has nothing to say here.
        return reader.leave(node, Why::Empty);
    }
    match node.said("moodCode") {
        Some("EVN") => {}
        Some("GOL") => return goal::goal(reader, node),
        _ if claims(&[template::MEDICATION]) => {
            medicine::medicine(reader, node);
            return;
        }
        Some("INT" | "RQO" | "PRMS" | "PRP" | "ARQ" | "APT") => return plan::planned(reader, node),
        _ => return,
    }
    if claims(&[template::ALLERGY_CONCERN]) {
        allergy::concern(reader, node);
    } else if claims(&[template::ALLERGY]) {
        allergy::allergy(reader, node, None, None);
    } else if claims(&problem::CONCERNS) {
        problem::concern(reader, node);
    } else if claims(&[template::PROBLEM]) {
        problem::problem(reader, node, None);
    } else if claims(&[template::DISCHARGE_MEDICATION, template::ADMISSION_MEDICATION]) {
        medicine::at_admission_or_discharge(reader, node);
    } else if claims(&[template::MEDICATION]) {
        medicine::medicine(reader, node);
    } else if claims(&[template::IMMUNIZATION]) {
        vaccine::vaccine(reader, node);
    } else if claims(&[template::RESULTS]) {
        result::report(reader, node);
    } else if claims(&[template::VITAL_SIGNS]) {
        vital::panel(reader, node);
    } else if claims(&[
        template::PROCEDURE,
        template::PROCEDURE_OBSERVATION,
        template::PROCEDURE_ACT,
    ]) {
        procedure::procedure(reader, node);
    } else if claims(&[template::ENCOUNTER]) {
        encounter::encounter(reader, node);
    } else if claims(&[template::NOTE]) {
        note::activity(reader, node);
    } else if claims(&[template::COVERAGE]) {
        coverage::coverage(reader, node);
    } else if claims(&[template::SUPPLY, template::MEDICAL_EQUIPMENT]) {
        device::equipment(reader, node);
    } else if claims(&[template::ADVANCE_DIRECTIVE, template::ADVANCE_DIRECTIVES]) {
        directive::directives(reader, node);
    } else if claims(&[template::CARE_TEAM]) {
        care_team::team(reader, node);
    } else if node.is("organizer") {
        observation::group(reader, node);
    } else if node.is("observation") {
        observation::observation(reader, node);
    } else if node.is("observationMedia") {
        note::media(reader, node);
    }
}
