//! What is stated, as a list shows it.

use crate::mirror::mirror;
use pocketchart::Decimal;

mirror! {
    /// A statement of absence.
    Absence <- pocketchart::Negation {
        /// Somebody says there is none, such as "no known allergy".
        NoneKnown,
        /// Somebody says that nothing is known; not the same as none.
        NoInformation,
        /// It was not done, not given, not to be taken.
        NotDone,
    }
}

/// A statement in one row. Codes, dates and numbers stand as their source wrote them.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct Facts {
    /// The FHIR type; with it a caller chooses the kind's label.
    pub resource_type: String,
    /// False when a field has an unexpected shape: show the raw text beside it.
    pub readable: bool,
    /// The best words: text, else a display, else a code.
    pub title: Option<String>,
    /// The code that names the thing, of the system most widely understood.
    pub code: Option<SystemCode>,
    /// Category words.
    pub category: Option<String>,
    /// When it was, or began: a FHIR date.
    pub began: Option<String>,
    /// When it ended: a FHIR date.
    pub ended: Option<String>,
    /// The clinical status where the type has one, else the status; FHIR's code.
    pub status: Option<String>,
    /// Verification status; FHIR's code.
    pub verification: Option<String>,
    /// The worst reaction's severity (mild, moderate, severe), or a problem's.
    pub severity: Option<String>,
    /// Criticality of an allergy: low, high, unable-to-assess.
    pub criticality: Option<String>,
    /// What was measured or found.
    pub value: Option<Amount>,
    /// What is usual.
    pub range: Option<UsualRange>,
    /// Interpretation code of the source: H, L, N, HH, …
    pub flag: Option<String>,
    /// Values measured together, such as systolic and diastolic pressure.
    pub components: Vec<Reading>,
    /// What happened: the words of an allergy's manifestations.
    pub reaction: Option<String>,
    /// How to take a medicine.
    pub dosage: Option<String>,
    /// The first remark.
    pub note: Option<String>,
    /// Who says so, as far as the resource gives a name.
    pub who: Option<String>,
    /// The statement is that there is nothing, or that something was not done.
    pub absence: Option<Absence>,
}

impl From<pocketchart::Summary> for Facts {
    fn from(it: pocketchart::Summary) -> Self {
        Self {
            resource_type: it.resource_type,
            readable: it.readable,
            title: it.title,
            code: it.code.map(Into::into),
            category: it.category,
            began: it.when.map(|when| when.as_str().to_owned()),
            ended: it.until.map(|until| until.as_str().to_owned()),
            status: it.status,
            verification: it.verification,
            severity: it.severity,
            criticality: it.criticality,
            value: it.value.map(Into::into),
            range: it.range.map(Into::into),
            flag: it.flag,
            components: it.components.into_iter().map(Into::into).collect(),
            reaction: it.reaction,
            dosage: it.dosage,
            note: it.note,
            who: it.who,
            absence: it.negation.map(Into::into),
        }
    }
}

/// A code of a system.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct SystemCode {
    /// The system's URI.
    pub system: Option<String>,
    /// The code.
    pub code: String,
}

impl From<pocketchart::Code> for SystemCode {
    fn from(it: pocketchart::Code) -> Self {
        Self {
            system: it.system,
            code: it.code,
        }
    }
}

/// A value as written.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct Amount {
    /// The number's text, or the words of a coded or written value.
    pub text: String,
    /// The number as a decimal, when the value is one.
    pub number: Option<String>,
    /// `<`, `<=`, `>=`, `>`.
    pub comparator: Option<String>,
    /// The unit as the source writes it for people.
    pub unit: Option<String>,
    /// The unit in UCUM.
    pub ucum: Option<String>,
}

impl From<pocketchart::Amount> for Amount {
    fn from(it: pocketchart::Amount) -> Self {
        Self {
            text: it.text,
            number: it.number.as_ref().map(digits),
            comparator: it.comparator,
            unit: it.unit,
            ucum: it.ucum,
        }
    }
}

/// What is usual, as the source says.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct UsualRange {
    /// The lower limit, a decimal.
    pub low: Option<String>,
    /// The upper limit, a decimal.
    pub high: Option<String>,
    /// Words, where the source gives no numbers or more than them.
    pub text: Option<String>,
}

impl From<pocketchart::UsualRange> for UsualRange {
    fn from(it: pocketchart::UsualRange) -> Self {
        Self {
            low: it.low.as_ref().map(digits),
            high: it.high.as_ref().map(digits),
            text: it.text,
        }
    }
}

fn digits(decimal: &Decimal) -> String {
    decimal.as_str().to_owned()
}

/// One value among several that were measured together.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct Reading {
    /// What was measured.
    pub title: Option<String>,
    /// Its code.
    pub code: Option<SystemCode>,
    /// Its value.
    pub value: Option<Amount>,
    /// What is usual.
    pub range: Option<UsualRange>,
    /// Interpretation code of the source.
    pub flag: Option<String>,
}

impl From<pocketchart::Reading> for Reading {
    fn from(it: pocketchart::Reading) -> Self {
        Self {
            title: it.title,
            code: it.code.map(Into::into),
            value: it.value.map(Into::into),
            range: it.range.map(Into::into),
            flag: it.flag,
        }
    }
}
