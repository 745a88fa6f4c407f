//! Medicines (templates 16, 17, 18): what was taken as `MedicationStatement`, what was ordered as `MedicationRequest`, what was
//! handed out as `MedicationDispense`.

use super::code::has_code;
use super::element::{Element, Node};
use super::reader::Reader;
use super::status::{coded, status};
use super::template::{self, claims};
use super::{note, value};
use crate::reading::Why;
use crate::tree::Tree;

mod dosage;
mod timing;

/// Drug or medicament: what is said not to be taken when nothing is.
const ANY_MEDICINE: [&str; 2] = ["410942007", "763158003"];

/// The acts around the medicines at admission and at discharge.
pub(super) fn at_admission_or_discharge<'d>(reader: &mut Reader<'d>, act: Node<'d>) {
    for node in act.related(&[], "substanceAdministration") {
        if !reader.is_about_another(node) && medicine(reader, node) {
            reader.take(act);
        }
    }
}

/// Whether it became a resource.
pub(super) fn medicine<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> bool {
    let intent = match node.said("moodCode") {
        Some("EVN") => None,
        Some("INT" | "RQO") => Some("order"),
        Some("PRMS" | "ARQ" | "APT") => Some("plan"),
        Some("PRP") => Some("proposal"),
        _ => return false,
    };
    let Some(product) = product(reader, node, "consumable/manufacturedProduct") else {
        return false;
    };
    match intent {
        Some(intent) => request(reader, node, product.clone(), intent),
        None => statement(reader, node, product.clone()),
    }
    for supply in node.related(&[], "supply") {
        supplied(reader, supply, &product, intent.is_none());
    }
    true
}

/// A medicine that is planned (template 42).
pub(super) fn planned<'d>(reader: &mut Reader<'d>, node: Node<'d>, intent: &'static str) {
    if let Some(product) = product(reader, node, "consumable/manufacturedProduct") {
        request(reader, node, product, intent);
    }
}

/// What the medicine is called.
fn product<'d>(reader: &Reader<'d>, node: Node<'d>, path: &'static str) -> Option<Tree> {
    let product = node.at(path);
    let material = product.and_then(|it| {
        it.at("manufacturedMaterial")
            .or_else(|| it.at("manufacturedLabeledDrug"))
    });
    let code = material.and_then(|it| it.at("code"));
    let is_any = code.is_none_or(|it| it.said("code").is_none() || has_code(it, &ANY_MEDICINE));
    let says_none = node.negated();
    if says_none
        && is_any
        && code.is_none_or(|it| has_code(it, &ANY_MEDICINE) || it.at("translation").is_none())
    {
        return Some(coded(
            "http://snomed.info/sct",
            "787481004",
            Some("No known medications"),
        ));
    }
    code.and_then(|it| reader.concept(it))
        .or_else(|| value::words(&reader.narrative.words(material?.at("name")?)?))
        .or_else(|| value::words(&reader.narrative.words(node.at("text")?)?))
}

fn is_none_known(product: &Tree) -> bool {
    *product
        == coded(
            "http://snomed.info/sct",
            "787481004",
            Some("No known medications"),
        )
}

fn statement<'d>(reader: &mut Reader<'d>, node: Node<'d>, product: Tree) {
    let mut resource = reader.begin(node, "MedicationStatement");
    let timing = timing::of(reader, node);
    let none_known = is_none_known(&product);
    let state = match status(node) {
        Some("nullified") => "entered-in-error",
        _ if none_known => "active",
        _ if node.negated() => "not-taken",
        Some("aborted") => "stopped",
        Some("suspended" | "held") => "on-hold",
        Some("cancelled") => "not-taken",
        Some("new") => "intended",
        state => of_time(reader, state, timing.end.as_deref()),
    };
    resource.put("status", Some(Tree::text(state)));
    resource.put("medicationCodeableConcept", Some(product));
    resource.put("subject", Some(reader.patient()));
    match (&timing.point, timing.period()) {
        (Some(point), None) => resource.put("effectiveDateTime", Some(Tree::text(point))),
        (_, period) => resource.put("effectivePeriod", period),
    }
    let (author, written) = reader.authored(node, None);
    resource.put("dateAsserted", written.as_deref().map(Tree::text));
    resource.put("informationSource", author);
    resource.put_all("reasonCode", note::indications(reader, node));
    resource.put_all("note", note::comments(reader, node));
    if !none_known {
        let dosage = dosage::of(reader, node, &timing, None);
        resource.put_all("dosage", dosage.into_iter().collect());
    }
    reader.emit(node, resource);
}

fn request<'d>(reader: &mut Reader<'d>, node: Node<'d>, product: Tree, intent: &'static str) {
    let mut resource = reader.begin(node, "MedicationRequest");
    let timing = timing::of(reader, node);
    let state = match status(node) {
        Some("nullified") => "entered-in-error",
        Some("aborted") => "stopped",
        Some("cancelled") => "cancelled",
        Some("suspended" | "held") => "on-hold",
        Some("new") => "draft",
        state => of_time(reader, state, timing.end.as_deref()),
    };
    resource.put("status", Some(Tree::text(state)));
    resource.put("intent", Some(Tree::text(intent)));
    resource.put(
        "doNotPerform",
        node.negated().then(|| Tree::Literal("true".to_owned())),
    );
    resource.put("medicationCodeableConcept", Some(product));
    resource.put("subject", Some(reader.patient()));
    let (author, written) = reader.authored(node, None);
    resource.put("authoredOn", written.as_deref().map(Tree::text));
    resource.put("requester", author);
    resource.put_all("reasonCode", note::indications(reader, node));
    resource.put_all("note", note::comments(reader, node));
    let bounds = timing.period();
    let dosage = dosage::of(reader, node, &timing, bounds);
    resource.put_all("dosageInstruction", dosage.into_iter().collect());
    let order = node
        .related(&[], "supply")
        .find(|it| it.said("moodCode") == Some("INT") && claims(*it, &[template::SUPPLY_ORDER]));
    if let Some(order) = order {
        let dispense = dispense_request(reader, order);
        resource.put("dispenseRequest", dispense);
        reader.take(order);
    }
    reader.emit(node, resource);
}

/// What an active or completed medicine is, by its end.
///
/// "Completed" may mean that the medicine is over, or that the prescription was written. Only an end that had passed when the
/// document was written says the first; an end ahead says that it goes on; without an end nobody can say.
fn of_time(reader: &Reader<'_>, state: Option<&str>, end: Option<&str>) -> &'static str {
    let passed = end.zip(reader.written.as_deref()).map(|(end, written)| {
        let common = 10.min(end.len()).min(written.len());
        end.get(..common) <= written.get(..common)
    });
    match (state, passed) {
        (Some("active"), _) => "active",
        (Some("completed"), Some(true)) => "completed",
        (Some("completed"), Some(false)) => "active",
        _ => "unknown",
    }
}

/// An order or a delivery that stands below a medicine.
fn supplied<'d>(reader: &mut Reader<'d>, supply: Node<'d>, medicine: &Tree, of_statement: bool) {
    let product = product(reader, supply, "product/manufacturedProduct").unwrap_or_else(|| medicine.clone());
    match supply.said("moodCode") {
        Some("EVN") => dispensed(reader, supply, product),
        Some("INT") if of_statement => ordered(reader, supply, product),
        _ => {}
    }
}

fn ordered<'d>(reader: &mut Reader<'d>, supply: Node<'d>, product: Tree) {
    let mut resource = reader.begin(supply, "MedicationRequest");
    let state = match status(supply) {
        Some("nullified") => "entered-in-error",
        Some("aborted") => "stopped",
        Some("cancelled") => "cancelled",
        Some("suspended" | "held") => "on-hold",
        Some("active") => "active",
        _ => "unknown",
    };
    resource.put("status", Some(Tree::text(state)));
    resource.put("intent", Some(Tree::text("order")));
    resource.put("medicationCodeableConcept", Some(product));
    resource.put("subject", Some(reader.patient()));
    let (author, written) = reader.authored(supply, None);
    resource.put("authoredOn", written.as_deref().map(Tree::text));
    resource.put("requester", author);
    let instructions = note::instructions(reader, supply);
    let dosage = instructions.map(|it| Tree::object([("patientInstruction", Tree::text(&it))]));
    resource.put_all("dosageInstruction", dosage.into_iter().collect());
    let dispense = dispense_request(reader, supply);
    resource.put("dispenseRequest", dispense);
    reader.emit(supply, resource);
}

/// CDA counts every delivery, FHIR those after the first.
fn dispense_request<'d>(reader: &mut Reader<'d>, supply: Node<'d>) -> Option<Tree> {
    let mut dispense = Tree::object([]);
    let validity = supply.at("effectiveTime").and_then(|it| reader.period(it));
    dispense.put("validityPeriod", validity);
    let repeats = supply
        .value_at("repeatNumber")
        .and_then(|it| it.parse::<i32>().ok());
    let further = repeats.and_then(|it| value::whole(&it.checked_sub(1)?.to_string(), true));
    dispense.put("numberOfRepeatsAllowed", further);
    let quantity = reader.quantity_at(supply, "quantity");
    dispense.put("quantity", quantity);
    dispense.unless_empty()
}

fn dispensed<'d>(reader: &mut Reader<'d>, supply: Node<'d>, product: Tree) {
    let mut resource = reader.begin(supply, "MedicationDispense");
    let state = match status(supply) {
        Some("nullified") => "entered-in-error",
        Some("completed") => "completed",
        Some("active") => "in-progress",
        Some("held" | "suspended") => "on-hold",
        Some("aborted") => "stopped",
        Some("cancelled") => "cancelled",
        _ => "unknown",
    };
    resource.put("status", Some(Tree::text(state)));
    resource.put("medicationCodeableConcept", Some(product));
    resource.put("subject", Some(reader.patient()));
    resource.put_all("performer", reader.performers(supply));
    let quantity = reader.quantity_at(supply, "quantity");
    resource.put("quantity", quantity);
    let when = supply.at("effectiveTime").and_then(|it| reader.beginning(it));
    resource.put("whenHandedOver", when.as_deref().map(Tree::text));
    reader.emit(supply, resource);
}

/// A time that the mapping has no place for.
fn doubt_time<'d>(reader: &mut Reader<'d>, time: Node<'d>) {
    let kind = time.data_type().unwrap_or("effectiveTime");
    reader.doubt(time, kind, Why::NoMapping);
}
