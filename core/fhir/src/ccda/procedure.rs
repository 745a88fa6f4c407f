//! What was done: procedures, in any of C-CDA's three forms (templates 12, 13, 14), as `Procedure`.

use super::element::{Element, Node};
use super::reader::Reader;
use super::status;
use super::template::{self, claims};
use super::{device, note, value};
use crate::reading::Why;
use crate::tree::Tree;

pub(super) fn procedure<'d>(reader: &mut Reader<'d>, node: Node<'d>) {
    let Some(code) = reader.concept_or_text(node.at("code"), node) else {
        return;
    };
    let mut resource = reader.begin(node, "Procedure");
    resource.put("status", Some(Tree::text(status::of_event(node))));
    resource.put("code", Some(code));
    resource.put("subject", Some(reader.patient()));
    let time = node.at("effectiveTime");
    reader.put_time(&mut resource, "performed", time);
    if !resource.has("performed") {
        resource.put("_performedDateTime", Some(value::absent_extension("UNK")));
    }
    resource.put("recorder", reader.authored(node, None).0);
    resource.put_all("performer", reader.performers(node));
    resource.put("location", reader.location(node));
    resource.put_all("reasonCode", note::indications(reader, node));
    resource.put_all("bodySite", reader.sites(node));
    resource.put_all("note", note::comments(reader, node));
    let devices = devices(reader, node);
    resource.put_all("focalDevice", devices);
    let found = node
        .at("value")
        .filter(|_| claims(node, &[template::PROCEDURE_OBSERVATION]));
    if let Some((found, words)) = found.and_then(|it| Some((it, reader.words_of_code(it)?))) {
        reader.doubt(found, &words, Why::NoMapping);
    }
    reader.emit(node, resource);
}

/// Devices that were used or put in: only a section about equipment says that the person has them.
fn devices<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Vec<Tree> {
    let mut devices = Vec::new();
    for role in node
        .each("participant/participantRole")
        .filter(|it| claims(*it, &[template::PRODUCT_INSTANCE]))
    {
        let manipulated = if reader.section_code == Some("46264-8") {
            device::device(reader, role).map(|it| value::reference(&it))
        } else {
            let words = role
                .at("playingDevice/code")
                .and_then(|it| reader.words_of_code(it));
            words.map(|it| Tree::object([("display", Tree::text(&it))]))
        };
        devices.extend(manipulated.map(|it| Tree::object([("manipulated", it)])));
    }
    devices
}
