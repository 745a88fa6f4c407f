//! How much of a medicine is taken, and on which way, as far as a record says it in a form that can be counted.

use pocketchart_fhir::view::{CodeableConcept, Dosage, Quantity, Timing};

use super::matching::{Strength, milligrams};
use crate::condition::number::Number;
use crate::condition::{DoseUnit, Per, Route};

/// The dose of one ingredient.
///
/// A dose in pieces or millilitres needs the strength; one in weight counts only where the medicine has a single ingredient.
pub(super) fn dose(
    dosages: &[Dosage],
    strength: Option<Strength>,
    single: bool,
    per: Per,
) -> Option<(Number, DoseUnit)> {
    let [dosage] = dosages else { return None };
    let [rate] = dosage.dose_and_rate.as_slice() else {
        return None;
    };
    let quantity = rate
        .dose_quantity
        .as_ref()
        .or(rate.dose_range.as_ref().and_then(|range| range.high.as_ref()))?;
    let (one, unit) = amount(quantity, strength, single)?;
    let factor = match per {
        Per::Time => return Some((one, unit)),
        Per::Day => times_a_day(dosage.timing.as_ref()?)?,
        Per::Week => times_a_week(dosage.timing.as_ref()?)?,
    };
    Some((one.times(factor)?, unit))
}

fn amount(quantity: &Quantity, strength: Option<Strength>, single: bool) -> Option<(Number, DoseUnit)> {
    let value = Number::of(quantity.value.as_ref()?.as_str())?;
    let unit = quantity
        .code
        .as_deref()
        .or(quantity.unit.as_deref())?
        .to_lowercase();
    if let Some(weight) = milligrams(value, &unit) {
        return single.then_some((weight, DoseUnit::Milligrams));
    }
    match (unit.as_str(), strength) {
        ("[iu]" | "iu" | "unt" | "units" | "unit", _) => {
            single.then_some((value, DoseUnit::InternationalUnits))
        }
        (
            "tab" | "cap" | "{tbl}" | "{capsule}" | "{pill}" | "tablet" | "tablets" | "capsule" | "capsules"
            | "1",
            Some(strength),
        ) if !strength.in_millilitre => Some((value.times(strength.milligrams)?, DoseUnit::Milligrams)),
        ("ml", Some(strength)) if strength.in_millilitre => {
            Some((value.times(strength.milligrams)?, DoseUnit::Milligrams))
        }
        _ => None,
    }
}

fn times_a_day(timing: &Timing) -> Option<Number> {
    rhythm(timing, |unit| {
        Some(match unit {
            "h" => (Number::whole(24), Number::whole(1)),
            "d" => (Number::whole(1), Number::whole(1)),
            "wk" => (Number::whole(1), Number::whole(7)),
            _ => return None,
        })
    })
}

fn times_a_week(timing: &Timing) -> Option<Number> {
    rhythm(timing, |unit| {
        Some(match unit {
            "h" => (Number::whole(168), Number::whole(1)),
            "d" => (Number::whole(7), Number::whole(1)),
            "wk" => (Number::whole(1), Number::whole(1)),
            _ => return None,
        })
    })
}

/// Frequency over period, counted in the time that `span` turns a unit into (times, divided by).
fn rhythm(timing: &Timing, span: fn(&str) -> Option<(Number, Number)>) -> Option<Number> {
    if let Some(repeat) = timing
        .repeat
        .as_ref()
        .filter(|repeat| repeat.period_unit.is_some())
    {
        let frequency = match &repeat.frequency {
            Some(frequency) => Number::of(frequency.as_str())?,
            None => Number::whole(1),
        };
        let period = Number::of(repeat.period.as_ref()?.as_str())?;
        let (times, by) = span(repeat.period_unit.as_deref()?)?;
        return frequency.times(times)?.over(period)?.over(by);
    }
    let often = match timing.code.as_ref()?.code()? {
        "QD" | "AM" | "PM" | "BED" => 1,
        "BID" => 2,
        "TID" => 3,
        "QID" => 4,
        _ => return None,
    };
    let (times, by) = span("d")?;
    Number::whole(often).times(times)?.over(by)
}

/// The way of a medicine: as its dosage says, else as its name does.
pub(super) fn route(dosages: &[Dosage], name: &str) -> Option<Route> {
    let stated = dosages.iter().find_map(|dosage| dosage.route.as_ref());
    stated
        .and_then(of_concept)
        .or_else(|| of_words(&name.to_lowercase()))
}

fn of_concept(concept: &CodeableConcept) -> Option<Route> {
    let code = concept
        .coding
        .iter()
        .find_map(|coding| of_code(coding.code.as_deref()?));
    let displays = concept
        .coding
        .iter()
        .filter_map(|coding| coding.display.as_deref());
    code.or_else(|| {
        displays
            .chain(concept.text.as_deref())
            .find_map(|words| of_words(&words.to_lowercase()))
    })
}

/// SNOMED CT and HL7 version 3.
fn of_code(code: &str) -> Option<Route> {
    Some(match code {
        "26643006" | "PO" => Route::Oral,
        "47625008" | "78421000" | "34206005" | "IV" | "IM" | "SQ" | "SC" | "IVINJ" => Route::Injected,
        "37161004" | "PR" => Route::Rectal,
        "45890007" | "TRNSDERM" => Route::Transdermal,
        "37839007" | "SL" => Route::Sublingual,
        "447694001" | "IPINHL" => Route::Inhaled,
        "46713006" | "NASINHL" => Route::Nasal,
        "54485002" | "OPTHALTA" => Route::Eye,
        "10547007" | "OTICINST" => Route::Ear,
        "6064005" | "448598008" | "TOPICAL" => Route::Skin,
        "16857009" | "VAGINSI" => Route::Vaginal,
        _ => return None,
    })
}

/// Words of forms and ways, the narrower first.
const WORDS: [(&str, Route); 30] = [
    ("ophthalmic", Route::Eye),
    ("eye drop", Route::Eye),
    ("otic", Route::Ear),
    ("ear drop", Route::Ear),
    ("nasal", Route::Nasal),
    ("inhal", Route::Inhaled),
    ("transdermal", Route::Transdermal),
    ("patch", Route::Transdermal),
    ("sublingual", Route::Sublingual),
    ("under the tongue", Route::Sublingual),
    ("rectal", Route::Rectal),
    ("suppository", Route::Rectal),
    ("vaginal", Route::Vaginal),
    ("mouthwash", Route::Mouth),
    ("topical", Route::Skin),
    ("on the skin", Route::Skin),
    ("cream", Route::Skin),
    ("ointment", Route::Skin),
    ("lotion", Route::Skin),
    ("inject", Route::Injected),
    ("intravenous", Route::Injected),
    ("intramuscular", Route::Injected),
    ("subcutaneous", Route::Injected),
    ("syringe", Route::Injected),
    ("auto-injector", Route::Injected),
    ("oral", Route::Oral),
    ("by mouth", Route::Oral),
    ("tablet", Route::Oral),
    ("capsule", Route::Oral),
    ("syrup", Route::Oral),
];

fn of_words(words: &str) -> Option<Route> {
    WORDS
        .iter()
        .find(|(word, _)| {
            words.split(' ').any(|part| part.starts_with(word))
                || (word.contains(' ') && words.contains(word))
        })
        .map(|(_, route)| *route)
}
