//! Vital signs: an organizer (template 26) as a panel, its findings as `Observation`s, the two blood pressures as one.

use std::collections::{HashMap, VecDeque};

use super::code::has_code;
use super::element::{Element, Node};
use super::reader::Reader;
use super::status::{self, coded, hl7};
use super::{observation, value};
use crate::tree::Tree;

const LOINC: &str = "http://loinc.org";
const SYSTOLIC: &str = "8480-6";
const DIASTOLIC: &str = "8462-4";

pub(super) fn panel<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    let parts: Vec<Node<'d>> = node.each("component/observation").collect();
    let readable = |it: &&Node<'d>| !it.negated();
    let is = |it: &Node<'d>, code| it.at("code").is_some_and(|it| has_code(it, &[code]));
    let mut diastolic: HashMap<Option<&str>, VecDeque<Node<'d>>> = HashMap::new();
    for part in parts.iter().filter(readable).filter(|it| is(it, DIASTOLIC)) {
        diastolic.entry(moment(*part)).or_default().push_back(*part);
    }
    let mut members = Vec::new();
    for part in parts.iter().copied() {
        if reader.is_about_another(part) {
            continue;
        }
        let address = if is(&part, SYSTOLIC) && readable(&&part) {
            let other = diastolic.get_mut(&moment(part)).and_then(VecDeque::pop_front);
            blood_pressure(reader, node, Some(part), other)
        } else if !is(&part, DIASTOLIC) {
            observation::observation(reader, part)
        } else {
            None
        };
        members.extend(address.as_deref().map(value::reference));
    }
    let mut alone: Vec<Node<'d>> = diastolic.into_values().flatten().collect();
    alone.sort_by_key(|it| it.id().get());
    for part in alone {
        let address = blood_pressure(reader, node, None, Some(part));
        members.extend(address.as_deref().map(value::reference));
    }
    if members.is_empty() {
        return;
    }
    let mut resource = reader.begin(node, "Observation");
    resource.put("status", Some(Tree::text(status::of_observation(node))));
    resource.put_all("category", vec![hl7("observation-category", "vital-signs")]);
    let panel = "Vital signs, weight, height, head circumference, oxygen saturation and BMI panel";
    resource.put("code", Some(coded(LOINC, "85353-1", Some(panel))));
    resource.put("subject", Some(reader.patient()));
    let time = node
        .at("effectiveTime")
        .or_else(|| node.at("component/observation/effectiveTime"));
    reader.put_time(&mut resource, "effective", time);
    resource.put_all("hasMember", members);
    reader.emit(node, resource);
}

fn moment(node: Node<'_>) -> Option<&str> {
    node.value_at("effectiveTime")
        .or_else(|| node.value_at("effectiveTime/low"))
}

/// Both pressures of one measurement, as FHIR's vital signs want them. A missing one is said to be unknown.
fn blood_pressure<'d>(
    reader: &mut Reader<'d>,
    panel: Node<'d>,
    systolic: Option<Node<'d>>,
    diastolic: Option<Node<'d>>,
) -> Option<String> {
    let first = systolic.or(diastolic)?;
    let mut resource = reader.begin(first, "Observation");
    let state = [systolic, diastolic]
        .into_iter()
        .flatten()
        .map(status::of_observation)
        .find(|it| *it != "final");
    resource.put("status", Some(Tree::text(state.unwrap_or("final"))));
    resource.put_all("category", vec![hl7("observation-category", "vital-signs")]);
    resource.put(
        "code",
        Some(coded(
            LOINC,
            "85354-9",
            Some("Blood pressure panel with all children optional"),
        )),
    );
    resource.put("subject", Some(reader.patient()));
    let time = first.at("effectiveTime").or_else(|| panel.at("effectiveTime"));
    reader.put_time(&mut resource, "effective", time);
    let performer = reader.authored(first, Some(panel)).0;
    resource.put_all("performer", performer.into_iter().collect());
    let named = [
        (systolic, SYSTOLIC, "Systolic blood pressure"),
        (diastolic, DIASTOLIC, "Diastolic blood pressure"),
    ];
    let mut components = Vec::new();
    for (part, code, display) in named {
        let mut component = Tree::object([("code", coded(LOINC, code, Some(display)))]);
        match part {
            Some(part) => {
                reader.take(part);
                observation::put_value(reader, part, &mut component);
                let marks: Vec<Tree> = part
                    .each("interpretationCode")
                    .filter_map(|it| reader.concept(it))
                    .collect();
                component.put_all("interpretation", marks);
                let ranges = observation::ranges(reader, part);
                component.put_all("referenceRange", ranges);
            }
            None => component.put("dataAbsentReason", Some(value::absent("UNK"))),
        }
        components.push(component);
    }
    resource.put_all("component", components);
    Some(reader.emit(first, resource))
}
