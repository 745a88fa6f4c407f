//! OBX-5: the value of an observation by its type, OBX-2.

use super::coded::{concept, said, words};
use super::draft::Draft;
use super::message::Message;
use super::segment::{Field, Segment};
use super::time;
use crate::Decimal;
use crate::reading::Why;
use crate::tree::Tree;

/// What became of a value.
pub(super) enum Value {
    /// A member of an Observation: its name, its value.
    Member(&'static str, Tree),
    /// Nothing is said.
    Nothing,
    /// A file, which becomes a document of its own.
    File,
    /// Its type has no place in an Observation; it is named already.
    Left,
}

/// The value of an OBX segment. Several numbers or moments in one field stay together as words.
pub(super) fn value(draft: &mut Draft, message: &Message, obx: &Segment) -> Value {
    let field = obx.field(5);
    let kind = obx.text(2);
    if field.is_empty() {
        return Value::Nothing;
    }
    let several = field.repetitions().count() > 1;
    match kind.as_str() {
        "ED" => return Value::File,
        // Empty: by the standard only where OBX-11 says that there is no value.
        "NM" | "SN" | "DT" | "TM" | "TS" | "DTM" | "CE" | "CWE" | "CNE" | "CF" | "IS" | "ID" | "ST"
        | "TX" | "FT" | "" => {}
        _ => {
            draft.leave(message, obx, format!("OBX-2: {kind}"), Why::NoMapping);
            return Value::Left;
        }
    }
    let one = if several {
        None
    } else {
        of_one(draft, message, obx, &kind)
    };
    match one {
        Some((name, value)) => Value::Member(name, value),
        None => {
            said(&in_words(field, &kind)).map_or(Value::Nothing, |text| Value::Member("valueString", text))
        }
    }
}

fn of_one(draft: &mut Draft, message: &Message, obx: &Segment, kind: &str) -> Option<(&'static str, Tree)> {
    let field = obx.field(5);
    let read = match kind {
        "NM" => number(&field.component(1).text(), obx).map(|value| ("valueQuantity", value)),
        "SN" => structured(field, obx),
        "CE" | "CWE" | "CNE" | "CF" => concept(field, None).map(|value| ("valueCodeableConcept", value)),
        "IS" | "ID" => return None,
        "DT" | "TS" | "DTM" => time::date_time(&field.component(1).text(), message.zone.as_deref())
            .map(|when| ("valueDateTime", Tree::text(when.as_str()))),
        "TM" => time::time(&field.component(1).text()).map(|time| ("valueTime", Tree::text(&time))),
        _ => return None,
    };
    if read.is_none() {
        // It is kept as words, and somebody is told that it is not what it says it is.
        draft.doubt(message, obx, 5, &field.text());
    }
    read
}

/// A number with the comparator that laboratories write before it.
fn number(text: &str, obx: &Segment) -> Option<Tree> {
    let (comparator, digits) = comparator(text);
    Some(quantity(&Decimal::spelled(digits)?, comparator, obx.field(6)))
}

fn comparator(text: &str) -> (Option<&'static str>, &str) {
    for sign in ["<=", ">=", "<", ">"] {
        if let Some(rest) = text.strip_prefix(sign) {
            return (Some(sign), rest.trim());
        }
    }
    (None, text)
}

/// A quantity in the unit of OBX-6. Its code is UCUM's only where the sender says so.
pub(super) fn quantity(value: &Decimal, comparator: Option<&str>, unit: Field) -> Tree {
    let ucum = unit.component(3).text() == "UCUM";
    let code = unit.component(1).text();
    let words = match unit.component(2).text() {
        words if words.is_empty() => code.clone(),
        words if ucum => words,
        _ => code.clone(),
    };
    let known = ucum && !code.is_empty() && !code.contains(char::is_whitespace);
    Tree::object([("value", Tree::Literal(value.as_str().to_owned()))])
        .with("comparator", comparator.map(Tree::text))
        .with("unit", said(&words))
        .with("system", known.then(|| Tree::text("http://unitsofmeasure.org")))
        .with("code", known.then(|| Tree::text(&code)))
}

/// A structured number (SN): comparator, number, separator, number.
fn structured(field: Field, obx: &Segment) -> Option<(&'static str, Tree)> {
    let part = |at| field.component(at).text();
    let (sign, first, separator, second) = (part(1), part(2), part(3), part(4));
    let comparator = match sign.as_str() {
        "" | "=" => None,
        "<" | "<=" | ">" | ">=" => Some(sign.as_str()),
        _ => return None,
    };
    let unit = obx.field(6);
    let low = Decimal::spelled(&first)?;
    if separator.is_empty() && second.is_empty() {
        return Some(("valueQuantity", quantity(&low, comparator, unit)));
    }
    let high = Decimal::spelled(&second);
    match (separator.as_str(), high) {
        (":" | "/", Some(high)) => {
            let pure = |value: &Decimal, comparator| {
                Tree::object([("value", Tree::Literal(value.as_str().to_owned()))])
                    .with("comparator", comparator)
            };
            let ratio = Tree::object([
                ("numerator", pure(&low, comparator.map(Tree::text))),
                ("denominator", pure(&high, None)),
            ]);
            Some(("valueRatio", ratio))
        }
        ("-", Some(high)) if comparator.is_none() => {
            let range = Tree::object([
                ("low", quantity(&low, None, unit)),
                ("high", quantity(&high, None, unit)),
            ]);
            Some(("valueRange", range))
        }
        _ => None,
    }
}

/// A value as a person reads it: lines of a text, else its repetitions with their unit.
pub(super) fn in_words(field: Field, kind: &str) -> String {
    let text = matches!(kind, "TX" | "FT" | "");
    let parts: Vec<String> = field
        .repetitions()
        .map(|part| match kind {
            "CE" | "CWE" | "CNE" | "CF" => words(part),
            "SN" => {
                let parts: Vec<String> = (1..=4).map(|at| part.component(at).text()).collect();
                parts.concat()
            }
            _ => plain(part),
        })
        .collect();
    parts.join(if text { "\n" } else { "; " })
}

/// The text of a field in which a sign that should have been escaped parts it.
fn plain(field: Field) -> String {
    if field.components() == 1 {
        return field.text();
    }
    let parts: Vec<String> = (1..=field.components())
        .map(|at| field.component(at).text())
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}

/// OBX-7 as FHIR's referenceRange: as it is written, and its limits where they can be told.
pub(super) fn usual(obx: &Segment) -> Option<Tree> {
    let text = plain(obx.field(7));
    let words = said(&text)?;
    let (low, high) = limits(&text);
    let limit = |value: Option<Decimal>| value.map(|value| quantity(&value, None, obx.field(6)));
    let range = Tree::object([])
        .with("low", limit(low))
        .with("high", limit(high))
        .with("text", words);
    Some(Tree::Array(vec![range]))
}

/// `3.5-5.0`, `<5`, `> 60`: lower and upper limit.
fn limits(text: &str) -> (Option<Decimal>, Option<Decimal>) {
    match comparator(text) {
        (Some("<" | "<="), rest) => return (None, Decimal::spelled(rest)),
        (Some(_), rest) => return (Decimal::spelled(rest), None),
        (None, _) => {}
    }
    // A sign in front of the first number is no separator.
    let from = usize::from(text.starts_with('-'));
    let Some(at) = text.get(from..).and_then(|rest| rest.find(['-', '–'])) else {
        return (None, None);
    };
    let (low, high) = text.split_at(from + at);
    let high = high.trim_start_matches(['-', '–']);
    match (Decimal::spelled(low), Decimal::spelled(high)) {
        (Some(low), Some(high)) if !high.as_str().starts_with('-') => (Some(low), Some(high)),
        _ => (None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_told_only_where_they_are_plain() {
        let told = |text| {
            let (low, high) = limits(text);
            let text = |it: Option<Decimal>| it.map(|it| it.as_str().to_owned()).unwrap_or_default();
            (text(low), text(high))
        };
        let pair = |low: &str, high: &str| (low.to_owned(), high.to_owned());
        for (text, limits) in [
            ("3.5-5.0", pair("3.5", "5.0")),
            ("3.50 - 5", pair("3.50", "5")),
            ("3.5–5.0", pair("3.5", "5.0")),
            ("-2-3", pair("-2", "3")),
            ("<5.0", pair("", "5.0")),
            (">= 60", pair("60", "")),
            ("M: 3-5, F: 2-4", pair("", "")),
            ("negative", pair("", "")),
            ("-", pair("", "")),
            ("1-2-3", pair("", "")),
            ("3,5-5,0", pair("", "")),
        ] {
            assert_eq!(told(text), limits, "{text}");
        }
    }
}
