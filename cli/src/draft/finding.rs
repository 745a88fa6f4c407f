//! Measurements.

use super::{Before, code_of, concept, decimal, either, stated};
use crate::arguments::kind;
use crate::failure::Failure;
use crate::show;
use pocketchart::build::{Category, Found, Measurement, Quantity, Stated};
use pocketchart::{Decimal, FhirDateTime};

pub(super) fn measurement(typed: kind::Measurement, before: &Before) -> Result<Measurement, Failure> {
    let facts = &before.facts;
    let had = facts.value.as_ref();
    let limit = |typed: Option<String>, had: Option<&Decimal>| match typed {
        Some(text) if text.is_empty() => Ok(None),
        Some(text) => decimal(&text).map(Some),
        None => Ok(had.cloned()),
    };
    let range = facts.range.as_ref();
    let value = typed
        .value
        .or_else(|| had.map(|it| it.text.clone()))
        .unwrap_or_default();
    let unit = either(typed.unit, had.and_then(|it| it.unit.clone()));
    let found = match (Decimal::new(value.as_str()), unit) {
        (Ok(value), Some(unit)) => Found::Quantity(Quantity {
            value,
            ucum: either(typed.ucum, had.and_then(|it| it.ucum.clone())),
            unit,
        }),
        (Ok(value), None) => Found::Quantity(Quantity {
            value,
            unit: "1".into(),
            ucum: Some("1".into()),
        }),
        _ => Found::Words(value),
    };
    let category = before.text("/category/0/coding/0/code");
    Ok(Measurement {
        what: concept(typed.what, typed.stated.code.as_deref(), before, "code")?,
        category: typed
            .category
            .or_else(|| code_of(Category::all(), Category::code, category.as_deref()))
            .unwrap_or(Category::VitalSigns),
        when: Some(when(typed.when, before)),
        until: None,
        value: Some(found),
        components: Vec::new(),
        low: limit(typed.low, range.and_then(|it| it.low.as_ref()))?,
        high: limit(typed.high, range.and_then(|it| it.high.as_ref()))?,
        flag: either(typed.flag, None),
        derived_from: None,
        stated: stated(typed.stated, before),
    })
}

pub(super) fn blood_pressure(typed: kind::BloodPressure, before: &Before) -> Result<Measurement, Failure> {
    let had = |at: usize| {
        before
            .facts
            .components
            .get(at)?
            .value
            .as_ref()
            .map(|it| it.text.clone())
    };
    let systolic = typed.systolic.or_else(|| had(0)).unwrap_or_default();
    let diastolic = typed.diastolic.or_else(|| had(1)).unwrap_or_default();
    let stated = Stated {
        note: either(typed.note, before.facts.note.clone()),
        ..Stated::default()
    };
    let when = when(typed.when, before);
    Ok(Measurement::blood_pressure(
        stated,
        when,
        decimal(&systolic)?,
        decimal(&diastolic)?,
    ))
}

/// A reading of which no time is said was taken now.
fn when(typed: Option<String>, before: &Before) -> FhirDateTime {
    let had = before.facts.when.as_ref().map(|it| it.as_str().to_owned());
    FhirDateTime::new(either(typed, had).unwrap_or_else(show::now))
}
