use super::code::{best_code, words_of};
use super::{Amount, Reading, Summary, UsualRange, display, target};
use crate::view::{CodeableConcept, DiagnosticReport, Observation, Quantity, Range, ReferenceRange, Value};

pub(super) fn observation(view: &Observation) -> Summary {
    let period = view.effective_period.clone().unwrap_or_default();
    let when = view
        .effective_date_time
        .clone()
        .or_else(|| view.effective_instant.clone())
        .or(period.start)
        .or_else(|| view.issued.clone());
    let components = view.component.iter().map(|component| Reading {
        title: words_of(&component.code),
        code: component.code.as_ref().and_then(best_code),
        value: component.value().map(amount),
        range: usual(&component.reference_range),
        flag: flag(&component.interpretation),
    });
    Summary {
        title: words_of(&view.code),
        code: view.code.as_ref().and_then(best_code),
        category: view
            .category
            .iter()
            .find_map(CodeableConcept::words)
            .map(str::to_owned),
        when,
        until: period.end,
        status: view.status.clone(),
        value: view.value().map(amount),
        range: usual(&view.reference_range),
        flag: flag(&view.interpretation),
        components: components.collect(),
        note: view.note.iter().find_map(|note| note.text.clone()),
        who: display(&view.performer),
        subject: target(&view.subject),
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}

pub(super) fn report(view: &DiagnosticReport) -> Summary {
    let period = view.effective_period.clone().unwrap_or_default();
    let conclusion = || {
        view.conclusion_code
            .iter()
            .find_map(CodeableConcept::words)
            .map(str::to_owned)
    };
    Summary {
        title: words_of(&view.code),
        code: view.code.as_ref().and_then(best_code),
        category: view
            .category
            .iter()
            .find_map(CodeableConcept::words)
            .map(str::to_owned),
        when: view
            .effective_date_time
            .clone()
            .or(period.start)
            .or_else(|| view.issued.clone()),
        until: period.end,
        status: view.status.clone(),
        note: view.conclusion.clone().or_else(conclusion),
        who: display(&view.performer),
        subject: target(&view.subject),
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}

fn flag(interpretation: &[CodeableConcept]) -> Option<String> {
    interpretation
        .iter()
        .find_map(CodeableConcept::code)
        .map(str::to_owned)
}

/// The range without a kind, or of the kind `normal`; others (therapeutic, pregnancy) are not what is usual.
fn usual(ranges: &[ReferenceRange]) -> Option<UsualRange> {
    let is_usual = |range: &&ReferenceRange| {
        range
            .kind
            .as_ref()
            .and_then(CodeableConcept::code)
            .is_none_or(|kind| kind == "normal")
    };
    let range = ranges.iter().find(is_usual)?;
    let limit = |limit: &Option<Quantity>| limit.as_ref().and_then(|limit| limit.value.clone());
    Some(UsualRange {
        low: limit(&range.low),
        high: limit(&range.high),
        text: range.text.clone(),
    })
}

pub(super) fn amount(value: Value) -> Amount {
    match value {
        Value::Quantity(quantity) => of_quantity(quantity),
        Value::Integer(number) => Amount {
            text: number.to_string(),
            number: Some(number),
            ..Amount::default()
        },
        Value::Concept(concept) => worded(concept.words().unwrap_or_default()),
        Value::Text(text) | Value::Time(text) => worded(&text),
        Value::Flag(flag) => worded(if flag { "true" } else { "false" }),
        Value::When(when) => worded(when.as_str()),
        Value::Range(range) => of_range(range),
        Value::Ratio(ratio) => two(ratio.numerator, ":", ratio.denominator),
        Value::Period(period) => {
            let end = |end: Option<crate::FhirDateTime>| end.map(|end| end.to_string()).unwrap_or_default();
            worded(&format!("{}–{}", end(period.start), end(period.end)))
        }
    }
}

pub(super) fn of_range(range: Range) -> Amount {
    two(range.low, "–", range.high)
}

pub(super) fn worded(text: &str) -> Amount {
    Amount {
        text: text.to_owned(),
        ..Amount::default()
    }
}

pub(super) fn of_quantity(quantity: Quantity) -> Amount {
    let ucum = quantity
        .code
        .filter(|_| quantity.system.as_deref() == Some("http://unitsofmeasure.org"));
    Amount {
        text: quantity
            .value
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        number: quantity.value,
        comparator: quantity.comparator,
        unit: quantity.unit.or_else(|| ucum.clone()),
        ucum,
    }
}

/// Two amounts in one text; the unit is said once where both have the same.
fn two(first: Option<Quantity>, between: &str, second: Option<Quantity>) -> Amount {
    let first = first.map(of_quantity).unwrap_or_default();
    let second = second.map(of_quantity).unwrap_or_default();
    let whole = |amount: &Amount| match &amount.unit {
        Some(unit) => format!(
            "{}{} {unit}",
            amount.comparator.as_deref().unwrap_or_default(),
            amount.text
        ),
        None => format!(
            "{}{}",
            amount.comparator.as_deref().unwrap_or_default(),
            amount.text
        ),
    };
    if first.unit == second.unit && first.comparator.is_none() && second.comparator.is_none() {
        let text = format!("{}{between}{}", first.text, second.text);
        return Amount {
            text,
            unit: first.unit,
            ucum: first.ucum,
            ..Amount::default()
        };
    }
    worded(&format!("{}{between}{}", whole(&first), whole(&second)))
}
