//! From what was typed to a statement. In a correction, what is not typed stays as it was; an empty text takes it away.

mod before;
mod clinical;
mod finding;
mod personal;

pub(crate) use before::Before;

use crate::arguments::{Kind, Stated as Typed};
use crate::failure::{Exit, Failure};
use crate::show;
use pocketchart::build::{self, Concept, Stated};
use pocketchart::{Decimal, Draft, FhirDateTime};

/// The statement that was typed.
pub(crate) fn draft(kind: Kind, before: &Before) -> Result<Draft, Failure> {
    before.expect(resource_types(&kind))?;
    Ok(match kind {
        Kind::Allergy(typed) => Draft::Allergy(clinical::allergy(typed, before)?),
        Kind::Problem(typed) => Draft::Problem(clinical::problem(typed, before)?),
        Kind::Medicine(typed) => Draft::Medicine(clinical::medicine(typed, before)?),
        Kind::Vaccine(typed) => Draft::Vaccine(clinical::vaccine(typed, before)?),
        Kind::Procedure(typed) => Draft::Procedure(clinical::procedure(typed, before)?),
        Kind::Measurement(typed) => Draft::Measurement(finding::measurement(typed, before)?),
        Kind::BloodPressure(typed) => Draft::Measurement(finding::blood_pressure(typed, before)?),
        Kind::Note(typed) => Draft::Note(personal::note(typed, before)?),
        Kind::Contact(typed) => Draft::Contact(personal::contact(typed, before)),
        Kind::Directive(typed) => Draft::Directive(personal::directive(typed, before)?),
        Kind::Profile(typed) => Draft::Profile(personal::profile(typed, before)),
    })
}

/// The FHIR types that a kind may correct.
fn resource_types(kind: &Kind) -> &'static [&'static str] {
    match kind {
        Kind::Allergy(_) => &["AllergyIntolerance"],
        Kind::Problem(_) => &["Condition"],
        Kind::Medicine(_) => &[
            "MedicationStatement",
            "MedicationRequest",
            "MedicationDispense",
            "MedicationAdministration",
        ],
        Kind::Vaccine(_) => &["Immunization"],
        Kind::Measurement(_) | Kind::BloodPressure(_) => &["Observation"],
        Kind::Procedure(_) => &["Procedure"],
        Kind::Note(_) => &["DocumentReference"],
        Kind::Contact(_) => &["RelatedPerson"],
        Kind::Directive(_) => &["Consent"],
        Kind::Profile(_) => &["Patient"],
    }
}

/// What was typed, else what was there.
fn either(typed: Option<String>, before: Option<String>) -> Option<String> {
    typed.or(before).filter(|text| !text.trim().is_empty())
}

fn date(typed: Option<String>, before: Option<FhirDateTime>) -> Option<FhirDateTime> {
    either(typed, before.map(|it| it.as_str().to_owned())).map(FhirDateTime::new)
}

fn decimal(text: &str) -> Result<Decimal, Failure> {
    Decimal::new(text).map_err(|_| Failure::new("draft-number", Exit::Refused).with("text", text.to_owned()))
}

/// A value of an enum by the code it had.
fn code_of<T: Copy>(all: &[T], code: fn(T) -> &'static str, had: Option<&str>) -> Option<T> {
    all.iter().copied().find(|it| Some(code(*it)) == had)
}

/// The words of a thing and its codes. Other words are another thing: its old codes are not kept.
fn concept(
    typed: Option<String>,
    code: Option<&str>,
    before: &Before,
    member: &str,
) -> Result<Concept, Failure> {
    let mut concept = match typed {
        Some(words) => Concept::words(words),
        None => before.concept(member),
    };
    if let Some(typed) = code {
        let code = show::parse_code(typed)
            .ok_or_else(|| Failure::new("draft-code", Exit::Refused).with("text", typed.to_owned()))?;
        let mut coded = Concept::coded(
            code.system.as_deref().unwrap_or_default(),
            &code.code,
            &concept.text,
        );
        for coding in &mut coded.coding {
            coding.system = code.system.clone();
            coding.display = None;
        }
        concept.coding = coded.coding;
    }
    Ok(concept)
}

fn stated(typed: Typed, before: &Before) -> Stated {
    Stated {
        by: by(typed.by),
        note: either(typed.note, before.facts.note.clone()),
        ..Stated::default()
    }
}

fn by(name: Option<String>) -> Option<build::Author> {
    name.map(|name| build::Author {
        name: Some(name),
        reference: None,
    })
}
