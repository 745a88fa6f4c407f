//! Quantities, ranges, times and texts (CDA R2 data types) as FHIR's.

use super::element::{Element, Node};
use super::reader::Reader;
use super::time;
use crate::Decimal;
use crate::reading::Why;
use crate::tree::Tree;

/// What stands in place of a value that is not there.
const ABSENT: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
const ABSENT_EXTENSION: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
const UCUM: &str = "http://unitsofmeasure.org";

/// A reference to a resource by its address.
pub(super) fn reference(address: &str) -> Tree {
    Tree::object([("reference", Tree::text(address))])
}

/// A concept of words alone.
pub(super) fn words(text: &str) -> Option<Tree> {
    Some(Tree::object([("text", Tree::text(text))]))
}

/// A number as the document writes it.
pub(super) fn decimal(text: &str) -> Option<Tree> {
    // JSON wants a digit before the point.
    let whole = match text.strip_prefix('.') {
        Some(fraction) => format!("0.{fraction}"),
        None => text.to_owned(),
    };
    let number = Decimal::new(whole).ok()?;
    Some(Tree::Literal(number.as_str().to_owned()))
}

/// A whole number above zero, or with `zero` not below it.
pub(super) fn whole(text: &str, zero: bool) -> Option<Tree> {
    let number: i32 = text.parse().ok()?;
    (number > 0 || zero && number == 0).then(|| Tree::Literal(number.to_string()))
}

/// Why a value is not there, by its `nullFlavor`, as the guide's concept map translates it.
pub(super) fn absent_code(flavor: &str) -> &'static str {
    match flavor {
        "OTH" | "TRC" => "unsupported",
        "NINF" => "negative-infinity",
        "PINF" => "positive-infinity",
        "MSK" => "masked",
        "NA" => "not-applicable",
        "ASKU" => "asked-unknown",
        "NAV" => "temp-unknown",
        "NASK" => "not-asked",
        _ => "unknown",
    }
}

/// As a concept: `dataAbsentReason` of an observation.
pub(super) fn absent(flavor: &str) -> Tree {
    let coding = [
        ("system", Tree::text(ABSENT)),
        ("code", Tree::text(absent_code(flavor))),
    ];
    Tree::object([("coding", Tree::Array(vec![Tree::object(coding)]))])
}

/// As an element of a primitive type: `_member`.
pub(super) fn absent_extension(flavor: &str) -> Tree {
    let extension = [
        ("url", Tree::text(ABSENT_EXTENSION)),
        ("valueCode", Tree::text(absent_code(flavor))),
    ];
    Tree::object([("extension", Tree::Array(vec![Tree::object(extension)]))])
}

/// What an interval leaves out at its ends: `>`, `>=`, `<`, `<=`.
fn comparator(end: Node<'_>, open: &'static str, closed: &'static str) -> &'static str {
    if end.said("inclusive") == Some("false") {
        open
    } else {
        closed
    }
}

impl<'d> Reader<'d> {
    /// The point in time in an attribute `value`. One that no calendar has is doubted.
    pub(super) fn moment(&mut self, node: Node<'d>) -> Option<String> {
        let written = node.said("value")?;
        let read = time::date_time(written);
        if read.is_none() {
            self.doubt(node, written, Why::Malformed);
        }
        read
    }

    /// As [`moment`](Self::moment), of the first element that a path leads to.
    pub(super) fn moment_at(&mut self, node: Node<'d>, path: &'static str) -> Option<String> {
        self.moment(node.at(path)?)
    }

    /// The beginning of a time: the time itself, its low end, or its middle.
    pub(super) fn beginning(&mut self, node: Node<'d>) -> Option<String> {
        self.moment(node)
            .or_else(|| self.moment_at(node, "low"))
            .or_else(|| self.moment_at(node, "center"))
    }

    /// A time with two ends, or a point as a time that began then.
    pub(super) fn period(&mut self, node: Node<'d>) -> Option<Tree> {
        let start = self.beginning(node);
        let end = self.moment_at(node, "high");
        self.period_of(node, start, end)
    }

    /// An end before its beginning is doubted.
    pub(super) fn period_of(
        &mut self,
        node: Node<'d>,
        start: Option<String>,
        end: Option<String>,
    ) -> Option<Tree> {
        let end = self.not_before(node, start.as_deref(), end);
        let mut period = Tree::object([]);
        period.put("start", start.as_deref().map(Tree::text));
        period.put("end", end.as_deref().map(Tree::text));
        period.unless_empty()
    }

    /// The end, unless it lies before the beginning.
    pub(super) fn not_before(
        &mut self,
        node: Node<'d>,
        start: Option<&str>,
        end: Option<String>,
    ) -> Option<String> {
        let end = end?;
        let day = |text: &str| text.get(..10.min(text.len())).map(str::to_owned);
        let before = start.is_some_and(|start| {
            let common = 10.min(start.len()).min(end.len());
            end.get(..common) < start.get(..common) && day(&end) < day(start)
        });
        if before {
            self.doubt(node.at("high").unwrap_or(node), &end, Why::Malformed);
            return None;
        }
        Some(end)
    }

    /// Writes a time as `<stem>DateTime` where it is a point or both ends are the same, else as `<stem>Period`.
    pub(super) fn put_time(&mut self, resource: &mut Tree, stem: &str, node: Option<Node<'d>>) {
        let Some(node) = node else { return };
        let start = self.beginning(node);
        let end = self.moment_at(node, "high");
        match (&start, &end) {
            (Some(point), None) if node.at("low").is_none() => {
                resource.put(&format!("{stem}DateTime"), Some(Tree::text(point)));
            }
            (Some(point), Some(same)) if point == same => {
                resource.put(&format!("{stem}DateTime"), Some(Tree::text(point)));
            }
            _ => {
                let period = self.period_of(node, start, end);
                resource.put(&format!("{stem}Period"), period);
            }
        }
    }

    /// A number with its unit (PQ). A unit that cannot be one of UCUM stays words.
    pub(super) fn quantity(&mut self, node: Node<'d>, comparator: Option<&str>) -> Option<Tree> {
        let written = node.said("value")?;
        let Some(number) = decimal(written) else {
            self.doubt(node, written, Why::Malformed);
            return None;
        };
        let mut quantity = Tree::object([("value", number)]);
        quantity.put("comparator", comparator.map(Tree::text));
        match node.said("unit") {
            Some(unit) => {
                quantity.put("unit", Some(Tree::text(unit)));
                if unit.bytes().all(|it| it.is_ascii_graphic()) {
                    quantity.put("system", Some(Tree::text(UCUM)));
                    quantity.put("code", Some(Tree::text(unit)));
                }
            }
            None => {
                let unit = node.at("translation").and_then(|it| self.words_of_code(it));
                quantity.put("unit", unit.as_deref().map(Tree::text));
            }
        }
        Some(quantity)
    }

    /// As [`quantity`](Self::quantity), of the first element that a path leads to.
    pub(super) fn quantity_at(&mut self, node: Node<'d>, path: &'static str) -> Option<Tree> {
        self.quantity(node.at(path)?, None)
    }

    /// Both ends of an interval of numbers (IVL_PQ).
    pub(super) fn range(&mut self, node: Node<'d>) -> Option<Tree> {
        let mut range = Tree::object([]);
        for end in ["low", "high"] {
            let limit = self.quantity_at(node, end);
            range.put(end, limit);
        }
        range.unless_empty()
    }

    /// Two numbers (RTO).
    pub(super) fn ratio(&mut self, node: Node<'d>) -> Option<Tree> {
        let mut ratio = Tree::object([]);
        for part in ["numerator", "denominator"] {
            let number = self.quantity_at(node, part);
            ratio.put(part, number);
        }
        ratio.unless_empty()
    }

    /// What was found, as `value[x]`: the name of the member and its value. `None` where nothing is said.
    pub(super) fn found(&mut self, node: Node<'d>) -> Option<(&'static str, Tree)> {
        let text = |reader: &Self| {
            reader
                .narrative
                .lines(node)
                .map(|it| ("valueString", Tree::text(&it)))
        };
        let data_type = match node.data_type() {
            Some(said) => said,
            None if node.said("code").is_some() => "CD",
            None if node.said("unit").is_some() => "PQ",
            None => "ST",
        };
        match data_type {
            "PQ" | "REAL" | "MO" => match self.quantity(node, None) {
                Some(quantity) => Some(("valueQuantity", quantity)),
                // A number that is written wrongly is still what the laboratory wrote.
                None => {
                    let written = [node.said("value")?, node.said("unit").unwrap_or_default()].join(" ");
                    Some(("valueString", Tree::text(written.trim())))
                }
            },
            "IVL_PQ" => self.interval(node),
            "INT" => {
                let written = node.said("value")?;
                match written.parse::<i32>() {
                    Ok(number) => Some(("valueInteger", Tree::Literal(number.to_string()))),
                    Err(_) => Some(("valueString", Tree::text(written))),
                }
            }
            "BL" => {
                let written = node.said("value").filter(|it| matches!(*it, "true" | "false"))?;
                Some(("valueBoolean", Tree::Literal(written.to_owned())))
            }
            "TS" => Some(("valueDateTime", Tree::text(&self.moment(node)?))),
            "IVL_TS" => Some(("valuePeriod", self.period(node)?)),
            "RTO" | "RTO_PQ_PQ" | "RTO_QTY_QTY" | "RTO_MO_PQ" => Some(("valueRatio", self.ratio(node)?)),
            "CD" | "CE" | "CV" | "CO" | "CS" => Some(("valueCodeableConcept", self.concept(node)?)),
            "ED" if node.said("representation") == Some("B64") => {
                self.doubt(node, node.said("mediaType").unwrap_or("B64"), Why::NoMapping);
                None
            }
            "ST" | "ED" => text(self),
            other => {
                self.doubt(node, other, Why::NoMapping);
                text(self)
            }
        }
    }

    fn interval(&mut self, node: Node<'d>) -> Option<(&'static str, Tree)> {
        let limit = |end| node.at(end).filter(|it| it.said("value").is_some());
        match (limit("low"), limit("high")) {
            (Some(low), None) => {
                let quantity = self.quantity(low, Some(comparator(low, ">", ">=")))?;
                Some(("valueQuantity", quantity))
            }
            (None, Some(high)) => {
                let quantity = self.quantity(high, Some(comparator(high, "<", "<=")))?;
                Some(("valueQuantity", quantity))
            }
            (Some(_), Some(_)) => Some(("valueRange", self.range(node)?)),
            (None, None) => {
                let quantity = self.quantity_at(node, "center")?;
                Some(("valueQuantity", quantity))
            }
        }
    }
}
