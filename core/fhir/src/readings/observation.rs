//! One reading as an Observation.

use super::measure::{Measure, Unit};
use crate::reading::{Derived, Left, Why, address};
use crate::split::{Head, Position, Resource};
use crate::tree::Tree;
use crate::{Decimal, FhirDateTime};

const LOINC: &str = "http://loinc.org";
const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";
const INTERPRETATION: &str = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";

/// A number with what it is of.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Amount {
    pub(super) measure: Measure,
    pub(super) value: Value,
    pub(super) unit: Unit,
}

/// What a device shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Number(Decimal),
    /// It could only tell that the value is below what it measures.
    Low,
    /// Above.
    High,
}

/// What all readings of one moment and device have in common.
pub(super) struct Context<'a> {
    /// Reference to the Patient.
    pub(super) subject: &'a str,
    /// Where readings of this kind come from: the first part of their address.
    pub(super) origin: &'a str,
    pub(super) place: &'a str,
    /// Byte offset, and number from 1.
    pub(super) position: Position,
    pub(super) when: &'a FhirDateTime,
    pub(super) device: Option<&'a str>,
    pub(super) note: Option<&'a str>,
    /// The person typed it in; no device says so.
    pub(super) typed: bool,
}

impl Value {
    fn text(&self) -> &str {
        match self {
            Self::Number(number) => number.as_str(),
            Self::Low => "Low",
            Self::High => "High",
        }
    }
}

fn concept(system: &str, code: &str, display: Option<&str>) -> Tree {
    let coding = Tree::object([("system", Tree::text(system)), ("code", Tree::text(code))])
        .with("display", display.map(Tree::text));
    Tree::object([("coding", Tree::Array(vec![coding]))]).with("text", display.map(Tree::text))
}

impl Amount {
    fn code(&self) -> Tree {
        let (code, display) = self.measure.loinc(self.unit);
        let mut coding = vec![coding(code, display)];
        if self.measure == Measure::OxygenSaturation {
            // The vital signs profile of R4 wants this one, too.
            coding.push(coding_without_words("2708-6"));
        }
        Tree::object([("coding", Tree::Array(coding)), ("text", Tree::text(display))])
    }

    fn value(&self, resource: Tree) -> Tree {
        match &self.value {
            Value::Number(number) => resource.with(
                "valueQuantity",
                Tree::object([
                    ("value", Tree::Literal(number.as_str().to_owned())),
                    ("unit", Tree::text(self.unit.words())),
                    ("system", Tree::text("http://unitsofmeasure.org")),
                    ("code", Tree::text(self.unit.code())),
                ]),
            ),
            Value::Low | Value::High => resource.with("valueString", Tree::text(self.value.text())),
        }
    }

    /// Whether no reading can be so.
    pub(super) fn implausible(&self) -> bool {
        match (&self.value, self.measure.plausible(self.unit)) {
            (Value::Number(number), Some((low, high))) => !(low..=high).contains(&number.to_f64()),
            _ => false,
        }
    }
}

fn coding(code: &str, display: &str) -> Tree {
    coding_without_words(code).with("display", Tree::text(display))
}

fn coding_without_words(code: &str) -> Tree {
    Tree::object([("system", Tree::text(LOINC)), ("code", Tree::text(code))])
}

/// The Observation of one amount, or of a blood pressure of two. It says nothing of its file, so that another export of the same
/// reading has the same bytes.
pub(super) fn observation(context: &Context, amounts: &[Amount]) -> Option<Derived> {
    let [first, rest @ ..] = amounts else {
        return None;
    };
    let code = if rest.is_empty() {
        first.code()
    } else {
        let display = "Blood pressure panel with all children optional";
        Tree::object([
            ("coding", Tree::Array(vec![coding("85354-9", display)])),
            ("text", Tree::text(display)),
        ])
    };
    let subject = Tree::object([("reference", Tree::text(context.subject))]);
    let mut resource = Tree::object([
        ("resourceType", Tree::text("Observation")),
        ("status", Tree::text("final")),
        (
            "category",
            Tree::Array(vec![concept(CATEGORY, "vital-signs", None)]),
        ),
        ("code", code),
        ("subject", subject.clone()),
        ("effectiveDateTime", Tree::text(context.when.as_str())),
    ]);
    resource = resource.with("performer", context.typed.then(|| Tree::Array(vec![subject])));
    if rest.is_empty() {
        resource = first.value(resource);
        let flag = match first.value {
            Value::Low => Some("L"),
            Value::High => Some("H"),
            Value::Number(_) => None,
        };
        let flag = flag.map(|flag| Tree::Array(vec![concept(INTERPRETATION, flag, None)]));
        resource = resource.with("interpretation", flag);
    }
    let note = context
        .note
        .map(|note| Tree::Array(vec![Tree::object([("text", Tree::text(note))])]));
    let device = context
        .device
        .map(|device| Tree::object([("display", Tree::text(device))]));
    resource = resource.with("note", note).with("device", device);
    if !rest.is_empty() {
        let components = amounts
            .iter()
            .map(|amount| amount.value(Tree::object([("code", amount.code())])));
        resource = resource.with("component", Tree::list(components));
    }
    let mut bytes = Vec::new();
    resource.write(&mut bytes);
    // The value is part of the name: two readings in one minute are two.
    let mut name = context.when.as_str().to_owned();
    for amount in amounts {
        let (code, _) = amount.measure.loinc(amount.unit);
        for part in [code, amount.value.text(), amount.unit.code()] {
            name.push('\u{1f}');
            name.push_str(part);
        }
    }
    let head = Head::of(&bytes).ok()?;
    Some(Derived {
        resource: Resource {
            bytes,
            head,
            full_url: Some(address(context.origin, &name, "Observation")),
            position: context.position,
        },
        place: context.place.to_owned(),
    })
}

/// What is to be looked at: a number that no reading can have, and the two of a blood pressure the wrong way round.
pub(super) fn doubts(place: &str, amounts: &[Amount]) -> Vec<Left> {
    let doubt = |what: String| Left {
        place: place.to_owned(),
        what,
        why: Why::Malformed,
    };
    let mut doubts: Vec<Left> = amounts
        .iter()
        .filter(|amount| amount.implausible())
        .map(|amount| doubt(format!("{} {}", amount.value.text(), amount.unit.words())))
        .collect();
    if let [upper, lower] = amounts
        && let (Value::Number(high), Value::Number(low)) = (&upper.value, &lower.value)
        && high.to_f64() <= low.to_f64()
    {
        doubts.push(doubt(format!("{}/{}", high.as_str(), low.as_str())));
    }
    doubts
}
