//! Allergies and intolerances: each observation of a concern (templates 30 and 7) as an `AllergyIntolerance`.

use super::code::has_code;
use super::element::{Element, Node};
use super::reader::Reader;
use super::status::{coded, hl7, is_nullified, status};
use super::template::{self, claims};
use super::{note, value};
use crate::reading::Why;
use crate::tree::Tree;

const SNOMED: &str = "http://snomed.info/sct";
const ABATEMENT: &str = "http://hl7.org/fhir/StructureDefinition/allergyintolerance-abatement";
/// What may have no more than a kind, in place of a substance.
const KINDS: [&str; 10] = [
    "419199007",
    "416098002",
    "414285001",
    "235719002",
    "418038007",
    "418471000",
    "419511003",
    "420134006",
    "59037007",
    "426232007",
];

pub(super) fn concern<'d>(reader: &mut Reader<'d>, act: Node<'d>) {
    let is_allergy = |it: &Node<'d>| claims(*it, &[template::ALLERGY]) || it.at("participant").is_some();
    let all: Vec<Node<'d>> = act.related(&[], "observation").filter(is_allergy).collect();
    // A degree beside the only allergy of a concern is that allergy's.
    let overall = if all.len() == 1 {
        severity(reader, act)
    } else {
        None
    };
    for observation in all {
        allergy(reader, observation, Some(act), overall);
    }
}

pub(super) fn allergy<'d>(
    reader: &mut Reader<'d>,
    node: Node<'d>,
    concern: Option<Node<'d>>,
    overall: Option<&'static str>,
) {
    if reader.is_about_another(node) {
        return;
    }
    let kind = node.at("value");
    let kind_code = kind.and_then(|it| it.said("code")).unwrap_or_default();
    let Some((code, refuted)) = substance(reader, node, kind, kind_code) else {
        return;
    };
    if let Some(act) = concern {
        reader.take(act);
    }
    let nullified = is_nullified(node) || concern.is_some_and(is_nullified);
    let mut resource = reader.begin(node, "AllergyIntolerance");
    let time = node.at("effectiveTime");
    let onset = time.and_then(|it| reader.beginning(it));
    let ended = time.and_then(|it| reader.moment_at(it, "high"));
    let ended = time.and_then(|it| reader.not_before(it, onset.as_deref(), ended));
    if let Some(ended) = &ended {
        let extension = [
            ("url", Tree::text(ABATEMENT)),
            ("valueDateTime", Tree::text(ended)),
        ];
        resource.put_all("extension", vec![Tree::object(extension)]);
    }
    if !nullified {
        let state = clinical_status(reader, node, concern);
        resource.put("clinicalStatus", Some(hl7("allergyintolerance-clinical", state)));
    }
    let verification = match (nullified, refuted) {
        (true, _) => Some("entered-in-error"),
        (false, true) => Some("refuted"),
        (false, false) => None,
    };
    resource.put(
        "verificationStatus",
        verification.map(|it| hl7("allergyintolerance-verification", it)),
    );
    let is_intolerance = match kind_code {
        "235719002" | "59037007" => Some("intolerance"),
        "414285001" | "416098002" | "419199007" => Some("allergy"),
        _ => None,
    };
    resource.put("type", is_intolerance.map(Tree::text));
    let category = match kind_code {
        "235719002" | "414285001" | "418471000" => Some("food"),
        "416098002" | "419511003" | "59037007" => Some("medication"),
        "426232007" => Some("environment"),
        _ => None,
    };
    resource.put_all("category", category.map(Tree::text).into_iter().collect());
    resource.put("criticality", criticality(reader, node).map(Tree::text));
    resource.put("code", Some(code));
    resource.put("patient", Some(reader.patient()));
    resource.put("onsetDateTime", onset.as_deref().map(Tree::text));
    let (recorder, recorded) = reader.authored(node, concern);
    resource.put("recordedDate", recorded.as_deref().map(Tree::text));
    resource.put("recorder", recorder);
    resource.put_all("note", note::comments(reader, node));
    let reactions = reactions(reader, node, overall);
    resource.put_all("reaction", reactions);
    reader.emit(node, resource);
}

/// What the person reacts to, and whether the document says that they do not.
fn substance<'d>(
    reader: &mut Reader<'d>,
    node: Node<'d>,
    kind: Option<Node<'d>>,
    kind_code: &str,
) -> Option<(Tree, bool)> {
    let mut entities = node
        .each("participant/participantRole")
        .filter_map(|it| it.at("playingEntity"));
    let entity = entities.next();
    for further in entities {
        let what = further
            .at("code")
            .and_then(|it| reader.words_of_code(it))
            .unwrap_or_default();
        reader.doubt(further, &what, Why::NoMapping);
    }
    let code = entity.and_then(|it| it.at("code"));
    let coded_substance = code.is_some_and(|it| it.said("code").is_some() || it.at("translation").is_some());
    let named = code
        .and_then(|it| reader.concept(it))
        .or_else(|| value::words(&reader.narrative.words(entity?.at("name")?)?));
    if node.negated() {
        let is_latex = code.is_some_and(|it| has_code(it, &["111088007", "1003754000"]));
        return match named {
            Some(_) if is_latex => Some((
                coded(
                    SNOMED,
                    "1003774007",
                    Some("No known Hevea brasiliensis latex allergy"),
                ),
                false,
            )),
            Some(named) if coded_substance => Some((named, true)),
            Some(named) if code.is_none() => Some((named, true)),
            _ => Some((none_known(kind_code), false)),
        };
    }
    let kind_says_more = !kind_code.is_empty() && !KINDS.contains(&kind_code);
    let by_kind = kind.and_then(|it| reader.concept(it));
    named
        .or_else(|| by_kind.clone().filter(|_| kind_says_more))
        .or_else(|| value::words(&reader.narrative.words(node.at("text")?)?))
        .or(by_kind)
        .map(|concept| (concept, false))
}

/// The guide's concept map "CDA No known allergy", and the environment beside it.
fn none_known(kind: &str) -> Tree {
    let (code, display) = match kind {
        "414285001" | "235719002" | "418471000" => ("429625007", "No known food allergy"),
        "416098002" | "59037007" | "419511003" => ("409137002", "No known drug allergy"),
        "426232007" => ("428607008", "No known environmental allergy"),
        _ => ("716186003", "No known allergy"),
    };
    coded(SNOMED, code, Some(display))
}

/// By the status observation, else by the concern.
fn clinical_status<'d>(reader: &mut Reader<'d>, node: Node<'d>, concern: Option<Node<'d>>) -> &'static str {
    let said = node
        .related(&[], "observation")
        .find(|it| it.code_at("code") == Some("33999-4"));
    if let Some(said) = said {
        let known = match said.code_at("value") {
            Some("55561003") => Some("active"),
            Some("73425007") => Some("inactive"),
            Some("413322009") => Some("resolved"),
            _ => None,
        };
        if let Some(known) = known {
            reader.take(said);
            return known;
        }
    }
    match concern.and_then(status) {
        Some("completed" | "suspended" | "aborted") => "inactive",
        _ => "active",
    }
}

fn criticality<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Option<&'static str> {
    let said = node
        .related(&[], "observation")
        .find(|it| it.code_at("code") == Some("82606-5"))?;
    let known = match said.code_at("value")? {
        "CRITH" => "high",
        "CRITL" => "low",
        "CRITU" => "unable-to-assess",
        _ => return None,
    };
    reader.take(said);
    Some(known)
}

/// What happened, each with how bad it was. How bad the allergy is as a whole counts for reactions that do not say it.
fn reactions<'d>(reader: &mut Reader<'d>, node: Node<'d>, overall: Option<&'static str>) -> Vec<Tree> {
    let overall = severity(reader, node).or(overall);
    let mut reactions = Vec::new();
    for observation in node
        .related(&[], "observation")
        .filter(|it| claims(*it, &[template::REACTION]))
    {
        if observation.negated() {
            continue;
        }
        let words = reader.concept_or_text(observation.at("value"), observation);
        let own = severity(reader, observation).or(overall);
        if words.is_none() && own.is_none() {
            continue;
        }
        reader.take(observation);
        let mut reaction = Tree::object([]);
        reaction.put_all(
            "manifestation",
            vec![words.unwrap_or_else(|| value::absent_extension("UNK"))],
        );
        let onset = observation
            .at("effectiveTime")
            .and_then(|it| reader.beginning(it));
        reaction.put("onset", onset.as_deref().map(Tree::text));
        reaction.put("severity", own.map(Tree::text));
        reactions.push(reaction);
    }
    if let (true, Some(overall)) = (reactions.is_empty(), overall) {
        let mut reaction = Tree::object([]);
        reaction.put_all("manifestation", vec![value::absent_extension("UNK")]);
        reaction.put("severity", Some(Tree::text(overall)));
        reactions.push(reaction);
    }
    reactions
}

/// What lies between two degrees counts as the higher, and fatal as severe.
fn severity<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Option<&'static str> {
    let said = node
        .related(&[], "observation")
        .find(|it| claims(*it, &[template::SEVERITY]))?;
    let known = match said.code_at("value")? {
        "255604002" => "mild",
        "6736007" | "371923003" => "moderate",
        "24484000" | "371924009" | "399166001" => "severe",
        _ => return None,
    };
    reader.take(said);
    Some(known)
}
