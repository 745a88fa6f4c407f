//! Laboratory and other results: an organizer (template 1) as `DiagnosticReport`, its findings as `Observation`s.

use super::element::{Element, Node};
use super::reader::Reader;
use super::{observation, status, value};
use crate::tree::Tree;

pub(super) fn report<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    let mut found = Vec::new();
    let mut specimen = observation::specimen(reader, node);
    for part in node.each("component/observation") {
        if let Some(address) = observation::observation(reader, part) {
            found.push(value::reference(&address));
            specimen = specimen.or_else(|| observation::specimen(reader, part));
        }
    }
    let Some(code) = reader
        .concept_or_text(node.at("code"), node)
        .filter(|_| !found.is_empty())
    else {
        if !found.is_empty() {
            reader.take(node);
        }
        return;
    };
    let mut resource = reader.begin(node, "DiagnosticReport");
    resource.put("status", Some(Tree::text(status::of_report(node))));
    resource.put("code", Some(code));
    resource.put("subject", Some(reader.patient()));
    let time = node
        .at("effectiveTime")
        .or_else(|| node.at("component/observation/effectiveTime"));
    reader.put_time(&mut resource, "effective", time);
    let performers = reader.performers_and_author(node);
    resource.put_all("performer", performers);
    resource.put_all("specimen", specimen.into_iter().collect());
    resource.put_all("result", found);
    reader.emit(node, resource);
}
