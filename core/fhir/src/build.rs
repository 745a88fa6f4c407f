//! Builders for what a person types in: minified FHIR R4, the same bytes for the same words.
//!
//! Each builder is a plain struct; [`Build::build`] checks it and writes the resource. A concept needs only words; a code is added
//! where one is known. A number is the text that was typed. Every built kind is checked by two other implementations
//! (`tests/official/check.sh`).
//!
//! ```
//! use pocketchart_fhir::build::{Allergy, Build, Concept, Severity, Stated};
//! let allergy = Allergy {
//!     stated: Stated::about("Patient/1"),
//!     substance: Concept::words("Penicillin"),
//!     reactions: vec![Concept::words("Hives")],
//!     severity: Some(Severity::Severe),
//!     ..Allergy::default()
//! };
//! assert!(allergy.build()?.starts_with(br#"{"resourceType":"AllergyIntolerance""#));
//! # Ok::<(), pocketchart_fhir::build::BuildError>(())
//! ```

mod allergy;
mod audit_event;
mod communication;
mod consent;
mod contact;
mod directive;
mod document;
mod encounter;
mod form_response;
mod measurement;
mod medicine;
mod object;
mod patient;
mod problem;
mod procedure;
mod provenance;
mod reconciled;
mod vaccine;

pub use allergy::{Allergy, AllergyCategory, AllergyStatus, Criticality, Severity};
pub use audit_event::{AuditKind, AuditOutcome, AuditParty, AuditPurpose, AuditRecord};
pub use communication::{Communication, Party};
pub use consent::{Consent, ConsentAction, ConsentPart};
pub use contact::Contact;
pub use directive::{Directive, DirectiveKind};
pub use document::{Contents, Document, File, Note, NoteKind, Occasion};
pub use encounter::{Encounter, EncounterClass};
pub use form_response::FormResponse;
pub use measurement::{Category, Component, Found, Measurement};
pub use medicine::{Medicine, MedicineStatus};
pub use patient::{Gender, Patient};
pub use problem::{Problem, ProblemStatus};
pub use procedure::{Procedure, ProcedureStatus};
pub use provenance::{Activity, ImportRecord, Origin, TakenOver, Target};
pub use reconciled::{DecidedBy, DecisionRecord, Linking, Listed, ReconciledList};
pub use vaccine::Vaccine;

use crate::view::{Coding, Identifier};
use crate::{Decimal, FhirDateTime};
use object::Object;

/// A thing that becomes a resource.
pub trait Build {
    /// The resource: minified R4 JSON, UTF-8.
    ///
    /// # Errors
    /// [`BuildError`] names what has to be typed anew.
    fn build(&self) -> Result<Vec<u8>, BuildError>;
}

/// Why a resource cannot be built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// A concept, name or text without any words.
    #[error("{0} has no words")]
    Empty(&'static str),
    /// A text that is no date, or not with the precision that the field needs.
    #[error("{0} is no date")]
    Date(&'static str),
    /// The resource's id is not 1 to 64 of `A-Z a-z 0-9 - .`.
    #[error("the id has characters that FHIR does not allow")]
    Id,
    /// The end lies before the beginning.
    #[error("the end is before the beginning")]
    Backwards,
    /// It has ended and is yet said to be active.
    #[error("it has an end and is said to be active")]
    EndedYetActive,
}

/// What every statement has: about whom, by whom, when.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stated {
    /// Reference to the Patient: `Patient/id` or `urn:uuid:…`.
    pub subject: String,
    /// The resource's id, when it shall have one.
    pub id: Option<String>,
    /// Our own name for the item; it survives a server's new id.
    pub identifier: Option<Identifier>,
    /// When it was written down.
    pub recorded: Option<FhirDateTime>,
    /// Who says so.
    pub by: Option<Author>,
    /// A remark.
    pub note: Option<String>,
    /// In which visit, by our own name for its Encounter: `urn:uuid:…`. Written where R4 has a place for it.
    pub encounter: Option<String>,
}

/// Who says so: a name, a reference, or both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Author {
    /// Reference to the Patient, a RelatedPerson or Practitioner.
    pub reference: Option<String>,
    /// The name.
    pub name: Option<String>,
}

impl Stated {
    /// A statement about a person, with nothing else said.
    pub fn about(subject: impl Into<String>) -> Self {
        Self {
            subject: subject.into(),
            ..Self::default()
        }
    }
}

/// Words, with the codes that mean the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Concept {
    /// What the person reads.
    pub text: String,
    /// Codes that mean the same.
    pub coding: Vec<Coding>,
}

impl Concept {
    /// Words without a code.
    pub fn words(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            coding: Vec::new(),
        }
    }

    /// Words that are also the display of one code.
    pub fn coded(system: &str, code: &str, display: &str) -> Self {
        let coding = Coding {
            system: Some(system.into()),
            code: Some(code.into()),
            display: Some(display.into()),
        };
        Self {
            text: display.into(),
            coding: vec![coding],
        }
    }
}

/// A number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The number as typed.
    pub value: Decimal,
    /// The unit for people, such as `mmHg`.
    pub unit: String,
    /// The unit in UCUM, such as `mm[Hg]`.
    pub ucum: Option<String>,
}

/// An enum whose values are FHIR codes.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$item_meta:meta])* $item:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$item_meta])* #[doc = concat!("FHIR code `", $code, "`.")] $item,)+
        }

        impl $name {
            /// The FHIR code.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$item => $code,)+
                }
            }

            /// All values, in the order in which they are offered.
            pub fn all() -> &'static [Self] {
                &[$(Self::$item),+]
            }
        }
    };
}
pub(crate) use codes;

codes! {
    /// How sure it is.
    Certainty {
        /// Somebody says so; nobody checked.
        Unconfirmed = "unconfirmed",
        /// Checked.
        Confirmed = "confirmed",
        /// Found not to be so.
        Refuted = "refuted",
        /// Written by mistake.
        EnteredInError = "entered-in-error",
    }
}

/// The front of every resource: type, id, identifier.
fn begin(resource_type: &str, stated: &Stated) -> Result<Object, BuildError> {
    let mut object = Object::new();
    object.text("resourceType", resource_type);
    if let Some(id) = &stated.id {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
        if !(1..=64).contains(&id.len()) || !id.bytes().all(allowed) {
            return Err(BuildError::Id);
        }
        object.text("id", id);
    }
    object.list(
        "identifier",
        stated.identifier.as_slice(),
        |object, identifier| {
            object.maybe("system", identifier.system.as_deref());
            object.maybe("value", identifier.value.as_deref());
            Ok(())
        },
    )?;
    Ok(object)
}

fn subject(object: &mut Object, name: &'static str, stated: &Stated) -> Result<(), BuildError> {
    let reference = filled("subject", &stated.subject)?;
    object.object(name, |object| {
        object.text("reference", reference);
        Ok(())
    })
}

/// The members of a reference to a visit or a message: where it is, and our own name for it, by which it is found where it has another place.
fn visit(object: &mut Object, name: &str) -> Result<(), BuildError> {
    object.text("reference", filled("reference", name)?);
    object.object("identifier", |object| {
        object.text("system", "urn:ietf:rfc:3986");
        object.text("value", name);
        Ok(())
    })
}

fn encounter(object: &mut Object, name: &'static str, stated: &Stated) -> Result<(), BuildError> {
    match &stated.encounter {
        Some(it) => object.object(name, |object| visit(object, it)),
        None => Ok(()),
    }
}

fn author(object: &mut Object, author: &Author) -> Result<(), BuildError> {
    if author.reference.is_none() && author.name.is_none() {
        return Err(BuildError::Empty("author"));
    }
    object.maybe("reference", author.reference.as_deref());
    object.maybe("display", author.name.as_deref());
    Ok(())
}

fn by(object: &mut Object, name: &'static str, stated: &Stated) -> Result<(), BuildError> {
    match &stated.by {
        Some(by) => object.object(name, |object| author(object, by)),
        None => Ok(()),
    }
}

fn notes(object: &mut Object, stated: &Stated) -> Result<(), BuildError> {
    object.list("note", stated.note.as_slice(), |object, note| {
        object.text("text", filled("note", note)?);
        Ok(())
    })
}

fn concept(object: &mut Object, name: &'static str, concept: &Concept) -> Result<(), BuildError> {
    object.object(name, |object| concept_members(object, name, concept))
}

fn concept_members(object: &mut Object, name: &'static str, concept: &Concept) -> Result<(), BuildError> {
    object.list("coding", &concept.coding, |object, coding| {
        object.maybe("system", coding.system.as_deref());
        object.maybe("code", coding.code.as_deref());
        object.maybe("display", coding.display.as_deref());
        Ok(())
    })?;
    object.text("text", filled(name, &concept.text)?);
    Ok(())
}

/// A concept that is one code of one system.
fn code(object: &mut Object, name: &'static str, system: &str, code: &str) -> Result<(), BuildError> {
    object.object(name, |object| code_members(object, system, code))
}

fn code_members(object: &mut Object, system: &str, code: &str) -> Result<(), BuildError> {
    object.list("coding", &[code], |object, code| {
        object.text("system", system);
        object.text("code", code);
        Ok(())
    })
}

fn quantity(object: &mut Object, name: &'static str, quantity: &Quantity) -> Result<(), BuildError> {
    object.object(name, |object| {
        object.decimal("value", &quantity.value);
        object.text("unit", filled("unit", &quantity.unit)?);
        if let Some(ucum) = &quantity.ucum {
            object.text("system", "http://unitsofmeasure.org");
            object.text("code", filled("unit", ucum)?);
        }
        Ok(())
    })
}

fn date_time(object: &mut Object, name: &'static str, date: Option<&FhirDateTime>) -> Result<(), BuildError> {
    match date {
        Some(date) if date.is_date_time() => object.text(name, date.as_str()),
        Some(_) => return Err(BuildError::Date(name)),
        None => {}
    }
    Ok(())
}

/// `nameDateTime` when there is only a beginning, `namePeriod` when there is an end.
fn span(
    object: &mut Object,
    (moment, period): (&'static str, &'static str),
    since: Option<&FhirDateTime>,
    until: Option<&FhirDateTime>,
) -> Result<(), BuildError> {
    let Some(until) = until else {
        return date_time(object, moment, since);
    };
    in_order(since, until)?;
    object.object(period, |object| {
        date_time(object, "start", since)?;
        date_time(object, "end", Some(until))
    })
}

/// Texts of different precision are compared by what both say.
fn in_order(since: Option<&FhirDateTime>, until: &FhirDateTime) -> Result<(), BuildError> {
    let Some(since) = since else { return Ok(()) };
    let backwards = until < since && !since.as_str().starts_with(until.as_str());
    if backwards {
        Err(BuildError::Backwards)
    } else {
        Ok(())
    }
}

fn filled<'a>(name: &'static str, text: &'a str) -> Result<&'a str, BuildError> {
    if text.trim().is_empty() {
        Err(BuildError::Empty(name))
    } else {
        Ok(text)
    }
}
