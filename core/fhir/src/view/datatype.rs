//! FHIR's data types, as far as a view shows them.

use serde::Deserialize;

use crate::{Decimal, FhirDateTime};

/// One code of one system.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Coding {
    pub system: Option<String>,
    pub code: Option<String>,
    pub display: Option<String>,
}

impl Coding {
    /// The words to show: the display, else the code.
    ///
    /// ```
    /// use pocketchart_fhir::view::Coding;
    ///
    /// let mut coding = Coding { code: Some("mg".into()), ..Coding::default() };
    /// assert_eq!(coding.words(), Some("mg"));
    /// coding.display = Some("milligram".into());
    /// assert_eq!(coding.words(), Some("milligram"));
    /// ```
    pub fn words(&self) -> Option<&str> {
        filled(&self.display).or(filled(&self.code))
    }
}

/// A concept: text, and codes that mean the same.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CodeableConcept {
    pub coding: Vec<Coding>,
    pub text: Option<String>,
}

impl CodeableConcept {
    /// The words to show: the text, else the first display, else the first code.
    pub fn words(&self) -> Option<&str> {
        let display = || self.coding.iter().find_map(|coding| filled(&coding.display));
        let code = || self.coding.iter().find_map(|coding| filled(&coding.code));
        filled(&self.text).or_else(display).or_else(code)
    }

    /// The first code, for concepts whose codes come from one closed list (statuses).
    pub fn code(&self) -> Option<&str> {
        self.coding
            .iter()
            .find_map(|coding| filled(&coding.code))
            .or(filled(&self.text))
    }
}

pub(crate) fn filled(text: &Option<String>) -> Option<&str> {
    text.as_deref().filter(|text| !text.trim().is_empty())
}

/// A measured amount.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Quantity {
    pub value: Option<Decimal>,
    pub comparator: Option<String>,
    pub unit: Option<String>,
    pub system: Option<String>,
    pub code: Option<String>,
}

/// From low to high.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Range {
    pub low: Option<Quantity>,
    pub high: Option<Quantity>,
}

/// One amount to another.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Ratio {
    pub numerator: Option<Quantity>,
    pub denominator: Option<Quantity>,
}

/// From start to end.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Period {
    pub start: Option<FhirDateTime>,
    pub end: Option<FhirDateTime>,
}

/// A pointer to another resource, or only its name.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Reference {
    pub reference: Option<String>,
    #[serde(rename = "type")]
    pub kind: Option<String>,
    pub identifier: Option<Box<Identifier>>,
    pub display: Option<String>,
}

/// A name that a system gave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Identifier {
    pub system: Option<String>,
    pub value: Option<String>,
}

/// A person's name.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct HumanName {
    #[serde(rename = "use")]
    pub kind: Option<String>,
    pub text: Option<String>,
    pub family: Option<String>,
    pub given: Vec<Option<String>>,
    pub prefix: Vec<Option<String>>,
    pub suffix: Vec<Option<String>>,
}

impl HumanName {
    /// The whole name in the order in which it is spoken.
    pub fn words(&self) -> Option<String> {
        if let Some(text) = filled(&self.text) {
            return Some(text.to_owned());
        }
        let parts = self
            .prefix
            .iter()
            .chain(&self.given)
            .chain(std::iter::once(&self.family))
            .chain(&self.suffix);
        let words: Vec<&str> = parts.filter_map(filled).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }
}

/// The name a person goes by: the official one, else the usual one, else the first that is not old.
pub fn best_name(names: &[HumanName]) -> Option<String> {
    let of_kind = |kind| names.iter().find(move |name| name.kind.as_deref() == Some(kind));
    of_kind("official")
        .or_else(|| of_kind("usual"))
        .or_else(|| names.iter().find(|name| name.kind.as_deref() != Some("old")))
        .or(names.first())
        .and_then(HumanName::words)
}

/// Telephone, mail and the like.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ContactPoint {
    pub system: Option<String>,
    pub value: Option<String>,
    #[serde(rename = "use")]
    pub kind: Option<String>,
}

/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Address {
    pub text: Option<String>,
    pub line: Vec<Option<String>>,
    pub city: Option<String>,
    pub state: Option<String>,
    pub postal_code: Option<String>,
    pub country: Option<String>,
}

/// A remark.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Annotation {
    pub text: Option<String>,
    pub time: Option<FhirDateTime>,
    pub author_string: Option<String>,
    pub author_reference: Option<Reference>,
}

/// A file, inside the resource or named by it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Attachment {
    pub content_type: Option<String>,
    pub language: Option<String>,
    pub data: Option<String>,
    pub url: Option<String>,
    pub size: Option<Decimal>,
    pub hash: Option<String>,
    pub title: Option<String>,
    pub creation: Option<FhirDateTime>,
}

impl Attachment {
    /// The file's bytes when they are inside the resource; `None` when they are elsewhere or no base64.
    pub fn inline(&self) -> Option<Vec<u8>> {
        use base64::Engine as _;
        let data: Vec<u8> = self
            .data
            .as_deref()?
            .bytes()
            .filter(|byte| !byte.is_ascii_whitespace())
            .collect();
        base64::engine::general_purpose::STANDARD.decode(data).ok()
    }

    /// The text of an inline `text/plain` file.
    pub fn text(&self) -> Option<String> {
        let plain = self
            .content_type
            .as_deref()
            .is_some_and(|kind| kind.starts_with("text/plain"));
        if plain {
            self.inline().and_then(|bytes| String::from_utf8(bytes).ok())
        } else {
            None
        }
    }
}

/// How to take a medicine.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Dosage {
    pub text: Option<String>,
    pub patient_instruction: Option<String>,
    pub as_needed_boolean: Option<bool>,
    pub as_needed_codeable_concept: Option<CodeableConcept>,
    pub route: Option<CodeableConcept>,
    pub timing: Option<Timing>,
    pub dose_and_rate: Vec<DoseAndRate>,
}

/// How much at a time.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DoseAndRate {
    pub dose_quantity: Option<Quantity>,
    pub dose_range: Option<Range>,
}

/// How often.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Timing {
    pub code: Option<CodeableConcept>,
    pub repeat: Option<Repeat>,
}

/// A regular rhythm.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Repeat {
    pub frequency: Option<Decimal>,
    pub period: Option<Decimal>,
    pub period_unit: Option<String>,
    pub when: Vec<Option<String>>,
}

/// A measured, counted, coded or written answer: `value[x]`.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Quantity(Quantity),
    Concept(CodeableConcept),
    Text(String),
    Flag(bool),
    Integer(Decimal),
    Range(Range),
    Ratio(Ratio),
    Time(String),
    When(FhirDateTime),
    Period(Period),
}
