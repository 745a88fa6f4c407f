use super::code::{best_code, negation_of, words_of};
use super::{Negation, Summary, display, target};
use crate::FhirDateTime;
use crate::view::{
    CodeableConcept, Contained, Dosage, Medication, MedicationAdministration, MedicationDispense,
    MedicationRequest, MedicationStatement, Performer, Period, Quantity, Reference,
};

/// The concept that names a medicine: in the resource, or in a resource it contains.
fn named(
    concept: &Option<CodeableConcept>,
    reference: &Option<Reference>,
    contained: &[Contained],
) -> Option<CodeableConcept> {
    concept.clone().or_else(|| {
        let id = reference.as_ref()?.reference.as_deref()?.strip_prefix('#')?;
        let inner = contained.iter().find(|inner| inner.id.as_deref() == Some(id))?;
        inner
            .code
            .clone()
            .filter(|_| inner.resource_type.as_deref() == Some("Medication"))
    })
}

fn medicine(name: Option<CodeableConcept>, reference: &Option<Reference>) -> Summary {
    let elsewhere = target(reference).filter(|reference| name.is_none() && !reference.starts_with('#'));
    Summary {
        title: words_of(&name).or_else(|| reference.as_ref().and_then(|reference| reference.display.clone())),
        code: name.as_ref().and_then(best_code),
        negation: negation_of(&name),
        medicine: elsewhere,
        ..Summary::default()
    }
}

fn instructions(dosages: &[Dosage]) -> Option<String> {
    let texts: Vec<String> = dosages.iter().filter_map(instruction).collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}

/// The source's own words, else the dose alone: a timing in words is the reader's language's business.
fn instruction(dosage: &Dosage) -> Option<String> {
    let own = dosage.text.clone().or_else(|| dosage.patient_instruction.clone());
    own.or_else(|| {
        dosage
            .dose_and_rate
            .iter()
            .find_map(|dose| dose.dose_quantity.as_ref())
            .and_then(quantity)
    })
}

fn quantity(quantity: &Quantity) -> Option<String> {
    let value = quantity.value.as_ref()?;
    let unit = quantity.unit.as_ref().or(quantity.code.as_ref());
    Some(unit.map_or_else(|| value.to_string(), |unit| format!("{value} {unit}")))
}

fn span(
    moment: &Option<FhirDateTime>,
    period: &Option<Period>,
) -> (Option<FhirDateTime>, Option<FhirDateTime>) {
    let period = period.clone().unwrap_or_default();
    (moment.clone().or(period.start), period.end)
}

fn actors(performers: &[Performer]) -> Option<String> {
    display(performers.iter().filter_map(|performer| performer.actor.as_ref()))
}

pub(super) fn medication(view: &Medication) -> Summary {
    // A product of one active ingredient is grouped by the ingredient.
    let active: Vec<_> = view
        .ingredient
        .iter()
        .filter(|ingredient| ingredient.is_active != Some(false))
        .collect();
    let ingredient = match active.as_slice() {
        [only] => only.item_codeable_concept.as_ref().and_then(best_code),
        _ => None,
    };
    Summary {
        title: words_of(&view.code),
        code: ingredient.or_else(|| view.code.as_ref().and_then(best_code)),
        status: view.status.clone(),
        identifiers: view.identifier.clone(),
        ..Summary::default()
    }
}

pub(super) fn request(view: &MedicationRequest) -> Summary {
    let name = named(
        &view.medication_codeable_concept,
        &view.medication_reference,
        &view.contained,
    );
    let row = medicine(name, &view.medication_reference);
    Summary {
        when: view.authored_on.clone(),
        status: view.status.clone(),
        dosage: instructions(&view.dosage_instruction),
        note: view.note.iter().find_map(|note| note.text.clone()),
        who: display(&view.requester),
        negation: row
            .negation
            .or((view.do_not_perform == Some(true)).then_some(Negation::NotDone)),
        subject: target(&view.subject),
        identifiers: view.identifier.clone(),
        ..row
    }
}

pub(super) fn statement(view: &MedicationStatement) -> Summary {
    let name = named(
        &view.medication_codeable_concept,
        &view.medication_reference,
        &view.contained,
    );
    let row = medicine(name, &view.medication_reference);
    let (when, until) = span(&view.effective_date_time, &view.effective_period);
    Summary {
        when: when.or_else(|| view.date_asserted.clone()),
        until,
        status: view.status.clone(),
        dosage: instructions(&view.dosage),
        note: view.note.iter().find_map(|note| note.text.clone()),
        who: display(&view.information_source),
        negation: row
            .negation
            .or((view.status.as_deref() == Some("not-taken")).then_some(Negation::NotDone)),
        subject: target(&view.subject),
        identifiers: view.identifier.clone(),
        ..row
    }
}

pub(super) fn administration(view: &MedicationAdministration) -> Summary {
    let name = named(
        &view.medication_codeable_concept,
        &view.medication_reference,
        &view.contained,
    );
    let row = medicine(name, &view.medication_reference);
    let (when, until) = span(&view.effective_date_time, &view.effective_period);
    let dosage = view.dosage.as_ref();
    let dose = dosage.and_then(|dosage| dosage.dose.as_ref()).and_then(quantity);
    Summary {
        when,
        until,
        status: view.status.clone(),
        dosage: dosage.and_then(|dosage| dosage.text.clone()).or(dose),
        note: view.note.iter().find_map(|note| note.text.clone()),
        who: actors(&view.performer),
        negation: row
            .negation
            .or((view.status.as_deref() == Some("not-done")).then_some(Negation::NotDone)),
        subject: target(&view.subject),
        identifiers: view.identifier.clone(),
        ..row
    }
}

pub(super) fn dispense(view: &MedicationDispense) -> Summary {
    let name = named(
        &view.medication_codeable_concept,
        &view.medication_reference,
        &view.contained,
    );
    let row = medicine(name, &view.medication_reference);
    Summary {
        when: view
            .when_handed_over
            .clone()
            .or_else(|| view.when_prepared.clone()),
        status: view.status.clone(),
        dosage: instructions(&view.dosage_instruction),
        note: view.note.iter().find_map(|note| note.text.clone()),
        who: actors(&view.performer),
        negation: row
            .negation
            .or((view.status.as_deref() == Some("declined")).then_some(Negation::NotDone)),
        subject: target(&view.subject),
        identifiers: view.identifier.clone(),
        ..row
    }
}
