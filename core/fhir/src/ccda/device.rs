//! Devices that the person has or had (templates 37, 50, 135): `Device` and `DeviceUseStatement`.

use super::element::{Element, Node};
use super::reader::Reader;
use super::status::status;
use super::template::{self, claims};
use super::value;
use crate::tree::Tree;

/// Unique device identifiers of the FDA.
const UDI: &str = "2.16.840.1.113883.3.3719";

pub(super) fn equipment<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    if node.is("supply") {
        return supply(reader, node);
    }
    for part in node.each("component/supply") {
        if !reader.is_about_another(part) {
            supply(reader, part);
            reader.take(node);
        }
    }
    for part in node.each("component/procedure") {
        if !reader.is_about_another(part) && part.said("moodCode") == Some("EVN") {
            super::procedure::procedure(reader, part);
            reader.take(node);
        }
    }
}

/// Returns the address of the device in a role.
pub(super) fn device<'d>(reader: &mut Reader<'d>, role: Node<'d>) -> Option<String> {
    let kind = role
        .at("playingDevice/code")
        .and_then(|it| reader.concept(it))
        .or_else(|| {
            value::words(
                &reader
                    .narrative
                    .words(role.at("playingDevice/manufacturerModelName")?)?,
            )
        })?;
    let mut resource = reader.begin(role, "Device");
    let carrier = role
        .each("id")
        .find(|it| it.said("root") == Some(UDI))
        .and_then(|it| it.said("extension"));
    let carrier = carrier.map(|it| Tree::object([("carrierHRF", Tree::text(it))]));
    resource.put_all("udiCarrier", carrier.into_iter().collect());
    resource.put("type", Some(kind));
    resource.put("patient", Some(reader.patient()));
    Some(reader.emit(role, resource))
}

fn supply<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    if node.said("moodCode") != Some("EVN") || node.negated() {
        return;
    }
    let role = node
        .each("participant/participantRole")
        .find(|it| claims(*it, &[template::PRODUCT_INSTANCE]) || it.at("playingDevice").is_some());
    let Some(address) = role.and_then(|it| device(reader, it)) else {
        return;
    };
    let mut resource = reader.begin(node, "DeviceUseStatement");
    let state = match status(node) {
        Some("nullified") => "entered-in-error",
        Some("aborted") => "stopped",
        Some("suspended" | "held") => "on-hold",
        Some("cancelled" | "new") => "intended",
        // "Completed" says that it was handed over.
        _ => "active",
    };
    resource.put("status", Some(Tree::text(state)));
    resource.put("subject", Some(reader.patient()));
    if let Some(time) = node.at("effectiveTime") {
        // The high end is the day on which it was handed over.
        let day = reader.beginning(time).or_else(|| reader.moment_at(time, "high"));
        resource.put("timingDateTime", day.as_deref().map(Tree::text));
    }
    resource.put("device", Some(value::reference(&address)));
    reader.emit(node, resource);
}
