//! When a medicine is taken: from when to when, and how often (data types IVL_TS, PIVL_TS, EIVL_TS).

use super::super::element::{Element, Node};
use super::super::reader::Reader;
use super::super::value;
use super::doubt_time;
use crate::tree::Tree;

#[derive(Default)]
pub(super) struct Timing {
    /// Once, at this time.
    pub(super) point: Option<String>,
    start: Option<String>,
    pub(super) end: Option<String>,
    /// The members of `Timing.repeat` that say how often.
    pub(super) repeat: Vec<(&'static str, Tree)>,
    /// How often, in words.
    pub(super) words: Option<String>,
}

impl Timing {
    /// From when to when.
    pub(super) fn period(&self) -> Option<Tree> {
        let mut period = Tree::object([]);
        period.put("start", self.start.as_deref().map(Tree::text));
        period.put("end", self.end.as_deref().map(Tree::text));
        period.unless_empty()
    }
}

pub(super) fn of<'d>(reader: &mut Reader<'d>, node: Node<'d>) -> Timing {
    let mut timing = Timing::default();
    for time in node.each("effectiveTime") {
        match time.data_type() {
            Some("PIVL_TS") if timing.repeat.is_empty() => periodic(reader, time, &mut timing),
            Some("EIVL_TS") if timing.repeat.is_empty() => by_event(reader, time, &mut timing),
            Some("PIVL_TS" | "EIVL_TS" | "SXPR_TS" | "PIVL_PPD_TS") => doubt_time(reader, time),
            _ => bounds(reader, time, &mut timing),
        }
    }
    timing
}

fn bounds<'d>(reader: &mut Reader<'d>, time: Node<'d>, timing: &mut Timing) {
    if timing.point.is_some() || timing.start.is_some() || timing.end.is_some() {
        if time.said("nullFlavor").is_none() {
            doubt_time(reader, time);
        }
        return;
    }
    timing.point = reader.moment(time);
    timing.start = reader.moment_at(time, "low");
    let end = reader.moment_at(time, "high");
    timing.end = reader.not_before(time, timing.start.as_deref(), end);
}

/// Every so many hours.
fn periodic<'d>(reader: &mut Reader<'d>, time: Node<'d>, timing: &mut Timing) {
    let Some(period) = time.at("period") else {
        return doubt_time(reader, time);
    };
    let (low, high) = match period.said("value") {
        Some(_) => (Some(period), None),
        None => (period.at("low"), period.at("high")),
    };
    let Some((low, written, unit)) = low.and_then(|it| Some((it, it.said("value")?, it.said("unit")?)))
    else {
        if period.said("nullFlavor").is_none() {
            doubt_time(reader, time);
        }
        return;
    };
    let (Some(number), true) = (value::decimal(written), is_unit_of_time(unit)) else {
        return doubt_time(reader, low);
    };
    timing.repeat.push(("frequency", Tree::Literal("1".to_owned())));
    timing.repeat.push(("period", number));
    let most = high.and_then(|it| it.said("value").filter(|_| it.said("unit") == Some(unit)));
    if let Some((most, number)) = most.and_then(|it| Some((it, value::decimal(it)?))) {
        timing.repeat.push(("periodMax", number));
        timing.words = Some(format!("every {written} to {most} {unit}"));
    } else {
        timing.words = Some(format!("every {written} {unit}"));
    }
    timing.repeat.push(("periodUnit", Tree::text(unit)));
}

fn is_unit_of_time(unit: &str) -> bool {
    matches!(unit, "s" | "min" | "h" | "d" | "wk" | "mo" | "a")
}

/// At meals, at bedtime. An offset that is no whole number of minutes has no place in R4.
fn by_event<'d>(reader: &mut Reader<'d>, time: Node<'d>, timing: &mut Timing) {
    let words = match time.code_at("event") {
        Some("HS") => "at bedtime",
        Some("WAKE") => "after waking",
        Some("C") => "with meals",
        Some("CM") => "with breakfast",
        Some("CD") => "with lunch",
        Some("CV") => "with dinner",
        Some("AC") => "before meals",
        Some("ACM") => "before breakfast",
        Some("ACD") => "before lunch",
        Some("ACV") => "before dinner",
        Some("PC") => "after meals",
        Some("PCM") => "after breakfast",
        Some("PCD") => "after lunch",
        Some("PCV") => "after dinner",
        _ => return doubt_time(reader, time),
    };
    let event = time.code_at("event").unwrap_or_default();
    timing.repeat.push(("when", Tree::Array(vec![Tree::text(event)])));
    timing.words = Some(words.to_owned());
    let Some(offset) = time.at("offset") else { return };
    let amount = offset.at("width").or_else(|| offset.at("low")).unwrap_or(offset);
    let number = amount.said("value").and_then(|it| it.parse::<u32>().ok());
    let minutes = match amount.said("unit") {
        Some("min") => number,
        Some("h") => number.and_then(|it| it.checked_mul(60)),
        _ => None,
    };
    match minutes.filter(|it| *it > 0 && !matches!(event, "C" | "CM" | "CD" | "CV")) {
        Some(minutes) => {
            timing.repeat.push(("offset", Tree::Literal(minutes.to_string())));
            timing.words = Some(format!("{minutes} min {words}"));
        }
        None => doubt_time(reader, offset),
    }
}
