//! The one row that a list shows of a resource.
//!
//! Derived from the resource's bytes alone, for any type. Where the typed view cannot be read, the row is made of the generic
//! head and [`Summary::readable`] is false: show the raw text beside it.

mod allergy;
mod care;
mod code;
mod group;
mod medicine;
mod observation;
mod other;
mod text;

pub use code::Code;
pub use text::{bare, words};

use crate::sections::section_of;
use crate::split::Head;
use crate::view::{GenericHead, Identifier, Reference, View, ViewError};
use crate::{Decimal, FhirDateTime};

/// A resource in one row. Health data: never to be logged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// FHIR type; with it a caller chooses the kind's label.
    pub resource_type: String,
    /// The source's id.
    pub id: Option<String>,
    /// The source's version id.
    pub version_id: Option<String>,
    /// Section by the published table.
    pub section: &'static str,
    /// False when a field has an unexpected shape: only the generic head was read.
    pub readable: bool,
    /// The best words: text, else a display, else a code.
    pub title: Option<String>,
    /// The code that names the thing, of the system most widely understood.
    pub code: Option<Code>,
    /// Category words (allergies: food, medication, …; plans; reports).
    pub category: Option<String>,
    /// When it was, or began.
    pub when: Option<FhirDateTime>,
    /// When it ended.
    pub until: Option<FhirDateTime>,
    /// The clinical status where the type has one, else the status; FHIR's code.
    pub status: Option<String>,
    /// Verification status: unconfirmed, confirmed, refuted, entered-in-error, …
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
    pub negation: Option<Negation>,
    /// Reference to the person it is about, as written.
    pub subject: Option<String>,
    /// Reference to the Medication resource that names the medicine, where the row itself cannot.
    pub medicine: Option<String>,
    /// Names that systems gave the resource.
    pub identifiers: Vec<Identifier>,
    /// Key under which entries of several sources speak of the same thing; `None` = joins nothing by itself.
    pub group: Option<String>,
    /// The same key by other names and dates of the thing: its other codes, its words, its year. Who shares one may speak of the same
    /// thing.
    pub aliases: Vec<String>,
    /// What tells two things of one key apart.
    pub details: Vec<Detail>,
    /// All human text, folded to distinct lower-case words without accents ([`words`]), separated by one space.
    pub search: String,
}

/// What tells two things of one key apart: the side of the body, the strength of a medicine.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Detail {
    /// What is told: `side`, `site`, `specimen`, `specimen-reference`, `method`, `device`, `onset`; of relatives `name`, `born`; of
    /// medicines `strength`, `form`, `release`, `numbers`; of vaccines `formulation`, `lot`.
    pub name: String,
    /// Folded so that it can be compared.
    pub value: String,
}

impl Detail {
    /// When a problem began, to the day or less precisely.
    pub const ONSET: &'static str = "onset";

    /// When a relative was born, to the day or less precisely.
    pub const BORN: &'static str = "born";

    /// The part of the body, in the words of the source.
    pub const SITE: &'static str = "site";

    /// A specimen that has no words: each source refers to it in its own way.
    pub const SPECIMEN: &'static str = "specimen-reference";

    /// How it was measured, in the words of the source.
    pub const METHOD: &'static str = "method";

    /// What measured it, as the source calls it.
    pub const DEVICE: &'static str = "device";

    /// The lot of a vaccine. Two lots of one day are two doses or a slip of the pen, which only a person can say.
    pub const LOT: &'static str = "lot";

    /// What each source words in its own way, or may have written wrongly: another wording contradicts nothing.
    const WORDED: [&'static str; 5] = [Self::SITE, Self::SPECIMEN, Self::METHOD, Self::DEVICE, Self::LOT];

    /// A detail.
    pub fn new(name: &str, value: impl Into<String>) -> Self {
        Self {
            name: name.to_owned(),
            value: value.into(),
        }
    }

    /// Whether the two cannot be said of one thing. What only one of them says contradicts nothing, nor does a less precise date, nor a
    /// part of the body by another name: an upper arm is an arm.
    ///
    /// ```
    /// use pocketchart_fhir::summary::Detail;
    /// let side = |value: &str| Detail::new("side", value);
    /// assert!(side("left").contradicts(&side("right")));
    /// assert!(!side("left").contradicts(&Detail::new("specimen", "blood")));
    /// assert!(!Detail::new("onset", "2010").contradicts(&Detail::new("onset", "2010-03-01")));
    /// ```
    pub fn contradicts(&self, other: &Detail) -> bool {
        let is_date = [Self::ONSET, Self::BORN].contains(&self.name.as_str());
        let is_part = |a: &str, b: &str| is_date && b.starts_with(&format!("{a}-"));
        self.name == other.name
            && !Self::WORDED.contains(&self.name.as_str())
            && self.value != other.value
            && !is_part(&self.value, &other.value)
            && !is_part(&other.value, &self.value)
    }
}

/// A value as written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Amount {
    /// The number's text, or the words of a coded or written value.
    pub text: String,
    /// The number, when the value is one.
    pub number: Option<Decimal>,
    /// `<`, `<=`, `>=`, `>`.
    pub comparator: Option<String>,
    /// Unit as the source writes it for people.
    pub unit: Option<String>,
    /// Unit in UCUM.
    pub ucum: Option<String>,
}

/// What is usual, as the source says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UsualRange {
    /// Lower limit.
    pub low: Option<Decimal>,
    /// Upper limit.
    pub high: Option<Decimal>,
    /// Words, where the source gives no numbers or more than them.
    pub text: Option<String>,
}

/// One value among several that were measured together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What was measured.
    pub title: Option<String>,
    /// Its code.
    pub code: Option<Code>,
    /// Its value.
    pub value: Option<Amount>,
    /// What is usual.
    pub range: Option<UsualRange>,
    /// Interpretation code of the source.
    pub flag: Option<String>,
}

/// A statement of absence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Negation {
    /// Somebody says there is none, such as "no known allergy".
    NoneKnown,
    /// Somebody says that nothing is known; not the same as none.
    NoInformation,
    /// It was not done, not given, not to be taken.
    NotDone,
}

/// Where a resource came from: whoever imports may speak for it again.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Source {
    /// Base URL of the server, else `meta.source`.
    pub system: Option<String>,
    /// FHIR type.
    pub resource_type: String,
    /// The source's id.
    pub id: String,
}

impl Source {
    /// The source of a resource; `None` when it has no id. The system is the base of an absolute `fullUrl`, else `meta.source`.
    pub fn of(head: &Head, full_url: Option<&str>) -> Option<Source> {
        let id = head.id.clone()?;
        let tail = format!("/{}/{id}", head.resource_type);
        let base = full_url
            .filter(|url| url.starts_with("http"))
            .and_then(|url| url.strip_suffix(&tail));
        let system = base.map(str::to_owned).or_else(|| head.source.clone());
        Some(Source {
            system,
            resource_type: head.resource_type.clone(),
            id,
        })
    }
}

/// The row of one resource.
///
/// # Errors
/// [`ViewError::NotAResource`] when the bytes name no resource type.
///
/// ```
/// use pocketchart_fhir::summary::summary;
/// let row = summary(br#"{"resourceType":"Observation","status":"final","code":{"text":"HbA1c"},
///     "valueQuantity":{"value":7.0,"unit":"%"}}"#)?;
/// assert_eq!(row.title.as_deref(), Some("HbA1c"));
/// assert_eq!(row.value.map(|value| value.text).as_deref(), Some("7.0"));
/// # Ok::<(), pocketchart_fhir::view::ViewError>(())
/// ```
pub fn summary(bytes: &[u8]) -> Result<Summary, ViewError> {
    let head = Head::of(bytes).map_err(|_| ViewError::NotAResource)?;
    let mut row = match View::of(bytes) {
        Ok(view) => Summary {
            readable: true,
            ..of_view(&view)
        },
        Err(_) => other::generic(&GenericHead::of(bytes)),
    };
    row.resource_type = head.resource_type;
    row.id = head.id;
    row.version_id = head.version_id;
    row.section = section_of(bytes);
    row.search = text::search_text(bytes);
    group::group(&mut row, bytes);
    Ok(row)
}

impl Summary {
    /// Names a medicine by the Medication resource that it refers to.
    pub fn name_medicine(&mut self, medication: &Summary) {
        self.title.clone_from(&medication.title);
        self.code.clone_from(&medication.code);
        group::named(self, Vec::new());
    }
}

fn of_view(view: &View) -> Summary {
    match view {
        View::AllergyIntolerance(view) => allergy::allergy(view),
        View::Condition(view) => care::condition(view),
        View::Immunization(view) => care::immunization(view),
        View::Procedure(view) => care::procedure(view),
        View::Encounter(view) => care::encounter(view),
        View::FamilyMemberHistory(view) => care::family_history(view),
        View::CarePlan(view) => care::care_plan(view),
        View::Goal(view) => care::goal(view),
        View::Medication(view) => medicine::medication(view),
        View::MedicationRequest(view) => medicine::request(view),
        View::MedicationStatement(view) => medicine::statement(view),
        View::MedicationAdministration(view) => medicine::administration(view),
        View::MedicationDispense(view) => medicine::dispense(view),
        View::Observation(view) => observation::observation(view),
        View::DiagnosticReport(view) => observation::report(view),
        View::Patient(view) => other::patient(view),
        View::Practitioner(view) => other::practitioner(view),
        View::Organization(view) => other::organization(view),
        View::Device(view) => other::device(view),
        View::Coverage(view) => other::coverage(view),
        View::DocumentReference(view) => other::document(view),
        View::Questionnaire(view) => other::questionnaire(view),
        View::QuestionnaireResponse(view) => other::response(view),
        View::Other(head) => other::generic(head),
    }
}

fn target(reference: &Option<Reference>) -> Option<String> {
    reference
        .as_ref()
        .and_then(|reference| reference.reference.clone())
}

fn display<'a>(references: impl IntoIterator<Item = &'a Reference>) -> Option<String> {
    references
        .into_iter()
        .find_map(|reference| reference.display.clone())
}
