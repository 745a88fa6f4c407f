//! Problems and diagnoses: each observation of a concern (templates 3 and 4 and the acts like them) as a `Condition`.

use super::code::has_code;
use super::element::{Element, Node};
use super::reader::Reader;
use super::status::{coded, hl7, is_nullified, status};
use super::template::{self, claims};
use super::{note, value};
use crate::reading::Why;
use crate::tree::Tree;

/// Acts around observations of problems.
pub(super) const CONCERNS: [u16; 7] = [
    template::PROBLEM_CONCERN,
    template::HOSPITAL_ADMISSION_DIAGNOSIS,
    template::HOSPITAL_DISCHARGE_DIAGNOSIS,
    template::PREOPERATIVE_DIAGNOSIS,
    template::POSTPROCEDURE_DIAGNOSIS,
    template::HEALTH_CONCERN,
    template::RISK_CONCERN,
];
const DIAGNOSES: [u16; 5] = [
    template::ENCOUNTER_DIAGNOSIS,
    template::HOSPITAL_ADMISSION_DIAGNOSIS,
    template::HOSPITAL_DISCHARGE_DIAGNOSIS,
    template::PREOPERATIVE_DIAGNOSIS,
    template::POSTPROCEDURE_DIAGNOSIS,
];
const ASSERTED: &str = "http://hl7.org/fhir/StructureDefinition/condition-assertedDate";
/// Problem, disease, clinical finding: what is said not to be when nothing is.
const ANY_PROBLEM: [&str; 3] = ["55607006", "64572001", "404684003"];

pub(super) fn concern<'d>(reader: &mut Reader<'d>, act: Node<'d>) {
    for observation in act
        .related(&[], "observation")
        .filter(|it| claims(*it, &[template::PROBLEM]))
    {
        problem(reader, observation, Some(act));
    }
}

/// Returns the address of the condition.
pub(super) fn problem<'d>(
    reader: &mut Reader<'d>,
    node: Node<'d>,
    concern: Option<Node<'d>>,
) -> Option<String> {
    if reader.is_about_another(node) {
        return None;
    }
    let said = node.at("value");
    let negated = node.negated();
    let none_known = negated && said.is_some_and(|it| has_code(it, &ANY_PROBLEM));
    let code = if none_known {
        coded(
            "http://snomed.info/sct",
            "160245001",
            Some("No current problems or disability"),
        )
    } else {
        reader.concept_or_text(said, node)?
    };
    if let Some(act) = concern {
        reader.take(act);
    }
    let nullified = is_nullified(node) || concern.is_some_and(is_nullified);
    let mut resource = reader.begin(node, "Condition");
    if let Some(asserted) = asserted(reader, node) {
        let extension = [
            ("url", Tree::text(ASSERTED)),
            ("valueDateTime", Tree::text(&asserted)),
        ];
        resource.put_all("extension", vec![Tree::object(extension)]);
    }
    let time = node.at("effectiveTime");
    let onset = time.and_then(|it| reader.beginning(it));
    let ended = time.and_then(|it| reader.moment_at(it, "high"));
    let ended = time.and_then(|it| reader.not_before(it, onset.as_deref(), ended));
    // "Over, but nobody knows since when" is written so.
    let over = ended.is_some()
        || time.is_some_and(|it| {
            it.at("high")
                .is_some_and(|high| high.said("nullFlavor") == Some("UNK") || high.said("value").is_some())
        });
    let state = clinical_status(reader, node, concern, over, none_known);
    resource.put(
        "clinicalStatus",
        state
            .filter(|_| !nullified)
            .map(|it| hl7("condition-clinical", it)),
    );
    let verification = match (nullified, negated && !none_known) {
        (true, _) => Some("entered-in-error"),
        (false, true) => Some("refuted"),
        (false, false) => None,
    };
    resource.put(
        "verificationStatus",
        verification.map(|it| hl7("condition-ver-status", it)),
    );
    resource.put_all("category", category(reader, concern).into_iter().collect());
    resource.put("severity", severity(reader, node));
    resource.put("code", Some(code));
    resource.put_all(
        "bodySite",
        reader.concept_at(node, "targetSiteCode").into_iter().collect(),
    );
    resource.put("subject", Some(reader.patient()));
    match onset {
        Some(onset) => resource.put("onsetDateTime", Some(Tree::text(&onset))),
        None => resource.put("onsetAge", age(reader, node)),
    }
    match ended {
        Some(ended) => resource.put("abatementDateTime", Some(Tree::text(&ended))),
        None if over => resource.put("_abatementDateTime", Some(value::absent_extension("UNK"))),
        None => {}
    }
    let (recorder, recorded) = reader.authored(node, concern);
    resource.put("recordedDate", recorded.as_deref().map(Tree::text));
    resource.put("recorder", recorder);
    resource.put_all("note", note::comments(reader, node));
    Some(reader.emit(node, resource))
}

/// By the status observation, else by the end, else by the concern. R4 lets nothing be active that has an end.
fn clinical_status<'d>(
    reader: &mut Reader<'d>,
    node: Node<'d>,
    concern: Option<Node<'d>>,
    over: bool,
    none_known: bool,
) -> Option<&'static str> {
    let said = node
        .related(&[], "observation")
        .find(|it| it.code_at("code") == Some("33999-4"));
    let known = said.and_then(|it| match it.code_at("value")? {
        "55561003" => Some("active"),
        "73425007" => Some("inactive"),
        "413322009" => Some("resolved"),
        "246455001" => Some("recurrence"),
        "263855007" => Some("relapse"),
        "277022003" => Some("remission"),
        _ => None,
    });
    if let (Some(said), Some(_)) = (said, known) {
        reader.take(said);
    }
    match known {
        Some("active" | "recurrence" | "relapse") if over => Some("inactive"),
        Some(known) => Some(known),
        None if over => Some("resolved"),
        None if none_known => Some("active"),
        None => match status(concern?) {
            Some("active") => Some("active"),
            Some("completed" | "suspended" | "aborted") => Some("inactive"),
            _ => None,
        },
    }
}

fn category(reader: &Reader<'_>, concern: Option<Node<'_>>) -> Option<Tree> {
    if concern.is_some_and(|it| claims(it, &DIAGNOSES)) {
        return Some(hl7("condition-category", "encounter-diagnosis"));
    }
    match reader.section_code? {
        "11450-4" | "11348-0" => Some(hl7("condition-category", "problem-list-item")),
        "46240-8" => Some(hl7("condition-category", "encounter-diagnosis")),
        "75310-3" => Some(coded(
            "http://hl7.org/fhir/us/core/CodeSystem/condition-category",
            "health-concern",
            None,
        )),
        _ => None,
    }
}

fn severity<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Option<Tree> {
    let said = node
        .related(&[], "observation")
        .find(|it| claims(*it, &[template::SEVERITY]))?;
    let severity = reader.concept_at(said, "value")?;
    reader.take(said);
    Some(severity)
}

/// When it was diagnosed.
fn asserted<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Option<String> {
    let act = node
        .related(&[], "act")
        .find(|it| it.code_at("code") == Some("77975-1"))?;
    let moment = reader.beginning(act.at("effectiveTime")?)?;
    reader.take(act);
    Some(moment)
}

/// How old the person was when it began. R4's `Age` wants a unit of time.
pub(super) fn age<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Option<Tree> {
    let said = node
        .related(&[], "observation")
        .find(|it| claims(*it, &[template::AGE]))?;
    let age = said.at("value")?;
    if !matches!(age.said("unit"), Some("a" | "mo" | "wk" | "d" | "h" | "min")) {
        reader.doubt(age, age.said("value").unwrap_or_default(), Why::Malformed);
        return None;
    }
    let quantity = reader.quantity(age, None)?;
    reader.take(said);
    Some(quantity)
}
