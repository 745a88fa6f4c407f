//! AL1 and IAM: allergies. IAM has an action, an identifier and dates of its own.

use super::coded::{concept, fixed, spoken, words};
use super::draft::{Draft, Names};
use super::message::Message;
use super::party::ei;
use super::patient::Subject;
use super::segment::{Field, Segment};
use crate::reading::Why;
use crate::tree::Tree;

const CLINICAL: &str = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";
const VERIFICATION: &str = "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification";
const ALTERNATE: &str = "http://hl7.org/fhir/StructureDefinition/alternate-codes";

/// The name by which the allergy is known again: a person is allergic to a substance once.
pub(super) fn name(subject: &Subject, segment: &Segment) -> Option<String> {
    if let Some(number) = ei(segment.field(7)).filter(|_| segment.name == "IAM") {
        return Some(number.name());
    }
    let allergen = segment.field(3);
    let parts = [
        subject.address.clone(),
        allergen.component(1).text(),
        allergen.component(3).text(),
        words(allergen).to_lowercase(),
    ];
    (!allergen.is_empty()).then(|| parts.join("\u{1f}"))
}

/// An AllergyIntolerance, as nobody confirmed it: what a hospital's list says is asked of the patient before it is relied on.
pub(super) fn allergy(
    draft: &mut Draft,
    message: &Message,
    segment: &Segment,
    subject: &Subject,
    names: &Names,
) {
    let Some(what) = concept(segment.field(3), None) else {
        draft.leave(message, segment, segment.name, Why::Empty);
        return;
    };
    let own = segment.name == "IAM";
    let deleted = own && segment.text(6) == "D";
    let (kind, category) = kind(&segment.text(2));
    let severity = segment.field(4);
    let manifestations: Vec<Tree> = segment
        .field(5)
        .repetitions()
        .filter_map(|it| spoken(&words(it)))
        .collect();
    let hurt = match severity.component(1).text().as_str() {
        "SV" => Some("severe"),
        "MO" => Some("moderate"),
        "MI" => Some("mild"),
        _ => None,
    };
    let reaction = Tree::list(manifestations).map(|manifestation| {
        let reaction = Tree::object([("manifestation", manifestation)]);
        Tree::Array(vec![reaction.with("severity", hurt.map(Tree::text))])
    });
    // Without a reaction R4 has no place for its severity; only that it is severe says something about the danger.
    let high = (reaction.is_none() && hurt == Some("severe")).then(|| Tree::text("high"));
    let unplaced = if reaction.is_none() {
        alternate(severity)
    } else {
        None
    };
    let onset = draft.moment(message, segment, if own { 11 } else { 6 });
    let recorded = if own {
        draft.moment(message, segment, 13)
    } else {
        None
    };
    let verification = if deleted {
        "entered-in-error"
    } else {
        "unconfirmed"
    };
    let number = ei(segment.field(7)).filter(|_| own);
    let resource = Tree::object([("resourceType", Tree::text("AllergyIntolerance"))])
        .with(
            "identifier",
            Tree::list(number.map(|number| number.identifier(None))),
        )
        .with("clinicalStatus", (!deleted).then(|| fixed(CLINICAL, "active")))
        .with("verificationStatus", fixed(VERIFICATION, verification))
        .with("type", kind.map(Tree::text))
        .with("category", Tree::list(category.map(Tree::text)))
        .with("criticality", high)
        .with("_criticality", unplaced)
        .with("code", what)
        .with("patient", subject.reference())
        .with("onsetDateTime", onset.map(|when| Tree::text(when.as_str())))
        .with("recordedDate", recorded.map(|when| Tree::text(when.as_str())))
        .with("reaction", reaction);
    let address = names.address(
        message,
        segment,
        name(subject, segment).as_deref(),
        "AllergyIntolerance",
    );
    draft.add(message, segment, address, resource);
}

/// The severity as it was said.
fn alternate(severity: Field) -> Option<Tree> {
    let said = concept(severity, Some("0128"))?;
    let extension = Tree::object([("url", Tree::text(ALTERNATE)), ("valueCodeableConcept", said)]);
    Some(Tree::object([("extension", Tree::Array(vec![extension]))]))
}

/// Table HL70127 as FHIR's type and category.
fn kind(code: &str) -> (Option<&'static str>, Option<&'static str>) {
    match code {
        "DA" => (Some("allergy"), Some("medication")),
        "FA" => (Some("allergy"), Some("food")),
        "EA" | "PA" | "LA" => (Some("allergy"), Some("environment")),
        "AA" => (Some("allergy"), Some("biologic")),
        "MA" => (Some("allergy"), None),
        _ => (None, None),
    }
}
