//! A medicine is its ingredients, strength and form.

use pocketchart_fhir::summary::{Detail, Summary};
use pocketchart_knowledge::medicine::composition;

/// Words of forms, each with what it means; the first of this list that a name contains tells its form.
const FORMS: [(&str, &str); 34] = [
    ("ophthalmic", "eye"),
    ("eye", "eye"),
    ("otic", "ear"),
    ("ear", "ear"),
    ("nasal", "nose"),
    ("inhaler", "inhaled"),
    ("inhalation", "inhaled"),
    ("inhalant", "inhaled"),
    ("rectal", "suppository"),
    ("suppository", "suppository"),
    ("vaginal", "vaginal"),
    ("spray", "spray"),
    ("injection", "injection"),
    ("injectable", "injection"),
    ("injector", "injection"),
    ("syringe", "injection"),
    ("transdermal", "patch"),
    ("patch", "patch"),
    ("cream", "cream"),
    ("ointment", "ointment"),
    ("gel", "gel"),
    ("lotion", "lotion"),
    ("capsule", "capsule"),
    ("capsules", "capsule"),
    ("lozenge", "lozenge"),
    ("powder", "powder"),
    ("granules", "granules"),
    ("syrup", "liquid"),
    ("solution", "liquid"),
    ("suspension", "liquid"),
    ("elixir", "liquid"),
    ("drops", "liquid"),
    ("tablet", "tablet"),
    ("tablets", "tablet"),
];

/// Words of how slowly a medicine sets its substance free, each with what it means.
const RELEASES: [(&str, &str); 8] = [
    ("extended", "extended"),
    ("er", "extended"),
    ("xr", "extended"),
    ("xl", "extended"),
    ("sr", "extended"),
    ("cr", "extended"),
    ("delayed", "delayed"),
    ("dr", "delayed"),
];
/// Its names of products with a form say how they release, unless that is at once.
const RXNORM: &str = "http://www.nlm.nih.gov/research/umls/rxnorm";

/// Adds what tells medicines apart, and the key by the ingredients: a brand and the substance may be one medicine.
pub(super) fn compose(facts: &mut Summary) {
    if !matches!(
        facts.resource_type.as_str(),
        "MedicationRequest" | "MedicationStatement"
    ) {
        return;
    }
    let Some(title) = facts.title.clone() else {
        return;
    };
    let code = facts.code.as_ref();
    let code = code.and_then(|code| Some((code.system.as_deref()?, code.code.as_str())));
    // Without the tables a medicine is only what its code and its words say.
    let found = composition(code, &title).ok().flatten();
    if let Some(found) = &found {
        facts
            .aliases
            .push(format!("medicine|ingredients|{}", found.ingredients.join("+")));
    }
    let strength = found.and_then(|found| found.strength);
    let strength = strength.map(|it| Detail::new("strength", it));
    let numbers = || numbers(&title).map(|it| Detail::new("numbers", it));
    facts.details.extend(strength.or_else(numbers));
    let lower = title.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    let form = FORMS.iter().find(|(word, _)| words.contains(word));
    facts
        .details
        .extend(form.map(|(_, form)| Detail::new("form", *form)));
    let is_complete = form.is_some() && code.is_some_and(|(system, _)| system == RXNORM);
    let release = RELEASES.iter().find(|(word, _)| words.contains(word));
    let release = release.map(|(_, release)| *release);
    let release = release.or(is_complete.then_some("at once"));
    facts.details.extend(release.map(|it| Detail::new("release", it)));
}

/// The numbers of a name as they are written, where no table knows what they mean.
fn numbers(title: &str) -> Option<String> {
    let parts = title.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    let numbers: Vec<&str> = parts
        .map(|part| part.trim_matches(|c: char| !c.is_ascii_digit()))
        .filter(|part| !part.is_empty())
        .collect();
    (!numbers.is_empty()).then(|| numbers.join(" "))
}
