//! Typed views of the resources that a record shows most; one generic head for all others.
//!
//! A view is read from a resource's bytes and never written back. Codes are open strings, numbers and dates keep their text.
//! A field of the wrong shape makes the view fail, not the resource: it is then shown by its [`GenericHead`] and as raw
//! text. Field names and meanings are those of FHIR R4 (<https://hl7.org/fhir/R4/>), in Rust's spelling.

#![allow(missing_docs, reason = "fields bear the names and meanings of FHIR R4")]

mod administrative;
mod care;
mod clinical;
mod datatype;
mod document;
mod form;
mod generic;
mod medicine;
mod observation;

pub use administrative::*;
pub use care::*;
pub use clinical::*;
pub use datatype::*;
pub use document::*;
pub use form::*;
pub use generic::*;
pub use medicine::*;
pub use observation::*;

use serde::Deserialize;

/// Why a resource has no typed view. It says no text of the resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ViewError {
    /// The bytes name no resource type.
    #[error("not a resource")]
    NotAResource,
    /// A field has a shape that R4 does not give it.
    #[error("a field at line {line}, column {column} has an unexpected shape")]
    Shape {
        /// Line in the resource's bytes, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
    },
}

macro_rules! views {
    ($($kind:ident),+ $(,)?) => {
        /// A resource's typed view.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum View {
            $(#[doc = concat!("A `", stringify!($kind), "`.")] $kind(Box<$kind>),)+
            /// Any other type.
            Other(Box<GenericHead>),
        }

        impl View {
            /// Reads the view of one resource.
            ///
            /// # Errors
            /// [`ViewError::NotAResource`], or [`ViewError::Shape`] at the first field that cannot be read; show the
            /// resource by [`GenericHead::of`] and as raw text then.
            pub fn of(bytes: &[u8]) -> Result<View, ViewError> {
                let head = crate::split::Head::of(bytes).map_err(|_| ViewError::NotAResource)?;
                Ok(match head.resource_type.as_str() {
                    $(stringify!($kind) => View::$kind(Box::new(read(bytes)?)),)+
                    _ => View::Other(Box::new(GenericHead::of(bytes))),
                })
            }
        }
    };
}

views!(
    Patient,
    AllergyIntolerance,
    Condition,
    Medication,
    MedicationRequest,
    MedicationStatement,
    MedicationAdministration,
    MedicationDispense,
    Immunization,
    Observation,
    DiagnosticReport,
    Procedure,
    Encounter,
    DocumentReference,
    CarePlan,
    Goal,
    Coverage,
    FamilyMemberHistory,
    Device,
    Practitioner,
    Organization,
    Questionnaire,
    QuestionnaireResponse,
);

fn read<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, ViewError> {
    serde_json::from_slice(bytes).map_err(|error| ViewError::Shape {
        line: error.line(),
        column: error.column(),
    })
}
