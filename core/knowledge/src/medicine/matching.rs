//! From what a record calls a medicine to its ingredients: by code or exact name, never by likeness.
//!
//! RxNorm names a product `<ingredient> <strength> <form> [<brand>]`, several ingredients with ` / ` between them.

use pocketchart_fhir::view::{CodeableConcept, Coding};

use super::index::{Index, Kind};
use crate::condition::number::Number;

/// A part of a medicine: an ingredient with its strength, where the name says one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ingredient {
    pub(super) substance: Kind,
    pub(super) strength: Option<Strength>,
}

/// How much of an ingredient, in milligrams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Strength {
    pub(super) milligrams: Number,
    /// In a millilitre; else in a piece.
    pub(super) in_millilitre: bool,
}

/// What a name turned out to hold.
#[derive(Debug, Default)]
pub(super) struct Matched {
    pub(super) ingredients: Vec<Ingredient>,
    /// Parts of the name that no source knows.
    pub(super) unknown: Vec<String>,
}

const RXNORM: &str = "http://www.nlm.nih.gov/research/umls/rxnorm";

/// Salts and waters that RxNorm and labels write after an ingredient's name.
const SALTS: [&str; 43] = [
    "sodium",
    "potassium",
    "calcium",
    "magnesium",
    "hydrochloride",
    "hcl",
    "dihydrochloride",
    "hydrobromide",
    "hbr",
    "bitartrate",
    "tartrate",
    "maleate",
    "fumarate",
    "besylate",
    "besilate",
    "mesylate",
    "tosylate",
    "succinate",
    "sulfate",
    "sulphate",
    "phosphate",
    "acetate",
    "citrate",
    "nitrate",
    "chloride",
    "bromide",
    "propionate",
    "furoate",
    "dipropionate",
    "valerate",
    "pamoate",
    "gluconate",
    "lactate",
    "monohydrate",
    "dihydrate",
    "trihydrate",
    "anhydrous",
    "hemihydrate",
    "medoxomil",
    "cilexetil",
    "etexilate",
    "tromethamine",
    "erbumine",
];

/// Words for forms and ways that may follow an ingredient's name without a strength.
const FORMS: [&str; 42] = [
    "oral",
    "tablet",
    "tablets",
    "capsule",
    "capsules",
    "solution",
    "suspension",
    "injection",
    "injectable",
    "cream",
    "ointment",
    "gel",
    "lotion",
    "patch",
    "topical",
    "transdermal",
    "ophthalmic",
    "otic",
    "nasal",
    "spray",
    "rectal",
    "vaginal",
    "suppository",
    "inhaler",
    "inhalation",
    "powder",
    "syrup",
    "drops",
    "chewable",
    "extended",
    "delayed",
    "release",
    "disintegrating",
    "sublingual",
    "prefilled",
    "syringe",
    "pen",
    "granules",
    "lozenge",
    "product",
    "pill",
    "eye",
];

/// Small letters without accents, single spaces, no full stops: what names are compared by.
pub(super) fn normalised(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        let letter = match letter {
            'à' | 'á' | 'â' | 'ä' | 'ã' => 'a',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'ì' | 'í' | 'î' | 'ï' => 'i',
            'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
            'ù' | 'ú' | 'û' | 'ü' => 'u',
            'ç' => 'c',
            'ñ' => 'n',
            '’' => '\'',
            '\t' | '\n' | '\u{a0}' => ' ',
            '.' if !text.ends_with(|last: char| last.is_ascii_digit()) => continue,
            letter => letter,
        };
        if letter != ' ' || !(text.is_empty() || text.ends_with(' ')) {
            text.push(letter);
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// The ingredients of a concept.
pub(super) fn concept(index: &Index, concept: &CodeableConcept) -> Matched {
    let of_code = |coding: &Coding| {
        let code = coding
            .code
            .as_deref()
            .filter(|_| coding.system.as_deref() == Some(RXNORM))?;
        index.of_rxcui(code)
    };
    let displays = concept
        .coding
        .iter()
        .filter_map(|coding| coding.display.as_deref());
    let mut best = Matched::default();
    for text in displays.chain(concept.text.as_deref()) {
        let matched = name(index, text);
        if matched.unknown.is_empty() && !matched.ingredients.is_empty() {
            return matched;
        }
        if best.ingredients.len() < matched.ingredients.len() || best.unknown.is_empty() {
            best = matched;
        }
    }
    match concept.coding.iter().find_map(of_code) {
        Some(substance) => Matched {
            ingredients: vec![Ingredient {
                substance,
                strength: None,
            }],
            unknown: Vec::new(),
        },
        None => best,
    }
}

/// The ingredients of a name.
pub(super) fn name(index: &Index, text: &str) -> Matched {
    let whole = normalised(text);
    if let Some(substance) = index.of_name(&whole) {
        return Matched {
            ingredients: vec![Ingredient {
                substance,
                strength: None,
            }],
            unknown: Vec::new(),
        };
    }
    let mut matched = Matched::default();
    let product = whole
        .split_once('[')
        .map_or(whole.as_str(), |(before, _)| before)
        .trim();
    for part in product.split(" / ") {
        match component(index, part) {
            Some(ingredient)
                if matched
                    .ingredients
                    .iter()
                    .all(|it| it.substance != ingredient.substance) =>
            {
                matched.ingredients.push(ingredient);
            }
            Some(_) => {}
            None => matched.unknown.push(part.trim().to_owned()),
        }
    }
    matched
}

/// One ingredient with strength and form behind it.
fn component(index: &Index, part: &str) -> Option<Ingredient> {
    let mut words: Vec<&str> = part.split(' ').filter(|word| !word.is_empty()).collect();
    // What RxNorm writes before an ingredient: `12 HR`, `0.3 ML`, `120 ACTUAT`, `NDA020800`, `Abuse-Deterrent`.
    loop {
        let before = match words.as_slice() {
            [number, unit, _, ..]
                if Number::of(number).is_some() && matches!(*unit, "hr" | "ml" | "actuat" | "mg" | "day") =>
            {
                2
            }
            [first, _, ..] if *first == "abuse-deterrent" || is_application(first) => 1,
            _ => break,
        };
        words.drain(..before);
    }
    // The name ends before the strength; a number may also be part of the name, as in `Vitamin B 12`.
    let numbers = (0..words.len()).filter(|at| words.get(*at).is_some_and(|word| Number::of(word).is_some()));
    for at in numbers {
        let (name, rest) = words.split_at(at);
        if let Some(substance) = without(index, name, &SALTS) {
            return Some(Ingredient {
                substance,
                strength: strength(rest),
            });
        }
    }
    while !words.is_empty() {
        if let Some(substance) = without(index, &words, &SALTS) {
            return Some(Ingredient {
                substance,
                strength: None,
            });
        }
        if !FORMS.contains(&words.pop()?) {
            return None;
        }
    }
    None
}

/// The substance of these words, or of those before the endings that say nothing of the substance.
fn without(index: &Index, mut words: &[&str], endings: &[&str]) -> Option<Kind> {
    loop {
        if let Some(substance) = index.of_name(&words.join(" ")) {
            return Some(substance);
        }
        match words.split_last() {
            Some((last, rest)) if endings.contains(last) && !rest.is_empty() => words = rest,
            _ => return None,
        }
    }
}

fn is_application(word: &str) -> bool {
    let digits = word
        .strip_prefix("nda")
        .or(word.strip_prefix("anda"))
        .unwrap_or_default();
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn strength(words: &[&str]) -> Option<Strength> {
    let [number, unit, ..] = words else { return None };
    let (unit, in_millilitre) = match unit.split_once('/') {
        None => (*unit, false),
        Some((unit, "ml")) => (unit, true),
        Some(_) => return None,
    };
    let milligrams = milligrams(Number::of(number)?, unit)?;
    Some(Strength {
        milligrams,
        in_millilitre,
    })
}

/// A weight in milligrams.
pub(super) fn milligrams(value: Number, unit: &str) -> Option<Number> {
    match unit {
        "mg" => Some(value),
        "g" => value.times(Number::whole(1000)),
        "ug" | "mcg" | "µg" | "μg" => value.over(Number::whole(1000)),
        _ => None,
    }
}
