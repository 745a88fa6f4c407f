//! How much of a medicine is taken, how and how often.

use super::super::element::{Element, Node};
use super::super::note;
use super::super::reader::Reader;
use super::super::template::{self, claims};
use super::timing::Timing;
use crate::tree::Tree;

pub(super) fn of<'d>(
    reader: &mut Reader<'d>,
    node: Node<'d>,
    timing: &Timing,
    bounds: Option<Tree>,
) -> Option<Tree> {
    let (dose, dose_words) = dose(reader, node);
    let as_needed = as_needed(reader, node);
    let route = node.at("routeCode");
    let written = sig(reader, node);
    let words = written.or_else(|| {
        let route = route.and_then(|it| reader.words_of_code(it));
        let needed = as_needed.as_ref().map(|it| it.1.clone());
        let parts = [dose_words, timing.words.clone(), route, needed];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    });
    let mut dosage = Tree::object([]);
    dosage.put("text", words.as_deref().map(Tree::text));
    let instruction = note::instructions(reader, node);
    dosage.put("patientInstruction", instruction.as_deref().map(Tree::text));
    let mut repeat = Tree::object([]);
    repeat.put("boundsPeriod", bounds);
    for (name, member) in &timing.repeat {
        repeat.put(name, Some(member.clone()));
    }
    let mut when = Tree::object([]);
    // The point of a statement is its effective time.
    let is_statement = node.said("moodCode") == Some("EVN");
    let event = timing.point.as_deref().filter(|_| !is_statement);
    when.put_all("event", event.map(Tree::text).into_iter().collect());
    when.put("repeat", repeat.unless_empty());
    dosage.put("timing", when.unless_empty());
    if let Some((member, _)) = as_needed {
        dosage.put(member.0, Some(member.1));
    }
    dosage.put("site", reader.concept_at(node, "approachSiteCode"));
    dosage.put("route", route.and_then(|it| reader.concept(it)));
    dosage.put_all("doseAndRate", dose.into_iter().collect());
    let most = node.at("maxDoseQuantity").and_then(|it| reader.ratio(it));
    dosage.put("maxDosePerPeriod", most);
    dosage.unless_empty()
}

/// The dose with its words. Where the amount has no unit, it is counted in what is administered: tablets, puffs.
fn dose<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> (Option<Tree>, Option<String>) {
    let mut dose = Tree::object([]);
    let mut words = None;
    if let Some(amount) = node.at("doseQuantity") {
        let form = node
            .at("administrationUnitCode")
            .and_then(|it| reader.words_of_code(it));
        if let Some(mut quantity) = reader.quantity(amount, None) {
            if quantity.get("unit").is_none() {
                quantity.put("unit", form.as_deref().map(Tree::text));
            }
            let unit = quantity
                .get("unit")
                .and_then(Tree::as_text)
                .filter(|it| it != "1");
            words = amount.said("value").map(|it| {
                [it, unit.as_deref().unwrap_or_default()]
                    .join(" ")
                    .trim()
                    .to_owned()
            });
            dose.put("doseQuantity", Some(quantity));
        } else if amount.at("low").is_some() || amount.at("high").is_some() {
            let range = reader.range(amount);
            let ends = [amount.value_at("low"), amount.value_at("high")];
            words =
                Some(ends.into_iter().flatten().collect::<Vec<_>>().join(" to ")).filter(|it| !it.is_empty());
            dose.put("doseRange", range);
        }
    }
    let rate = reader.quantity_at(node, "rateQuantity");
    dose.put("rateQuantity", rate);
    (dose.unless_empty(), words)
}

/// The instruction as somebody wrote it (template 147).
fn sig<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Option<String> {
    let is_sig = |it: &Node<'d>| {
        claims(*it, &[template::MEDICATION_FREE_TEXT_SIG]) || it.code_at("code") == Some("76662-6")
    };
    let said = node.related(&[], "substanceAdministration").find(is_sig)?;
    let words = reader.narrative.words(said.at("text")?)?;
    reader.take(said);
    Some(words)
}

/// "As needed", with the member that says it, and in words.
fn as_needed<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Option<((&'static str, Tree), String)> {
    let condition = node.at("precondition")?;
    let value = condition.at("criterion/value");
    let concept = value.and_then(|it| reader.concept(it));
    Some(match (concept, value.and_then(|it| reader.words_of_code(it))) {
        (Some(concept), Some(words)) => (
            ("asNeededCodeableConcept", concept),
            format!("as needed: {words}"),
        ),
        (Some(concept), None) => (("asNeededCodeableConcept", concept), "as needed".to_owned()),
        _ => (
            ("asNeededBoolean", Tree::Literal("true".to_owned())),
            "as needed".to_owned(),
        ),
    })
}
