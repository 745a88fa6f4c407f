//! What the record answers of a form: by the question's code, or by what the form says it wants of the person.
//!
//! A number is filled in only in the unit that the question has, as it was written. Nothing is converted, and nothing is guessed.

use super::period;
use crate::chart::Chart;
use crate::read::ReadError;
use pocketchart_fhir::form::{Answers, Form, FormFault, Misfit};
use pocketchart_fhir::view::{
    Answer, AnswerOption, Coding, Observation, Patient, Quantity, QuestionnaireItem, View,
};
use pocketchart_fhir::{Decimal, FhirDateTime};
use pocketchart_record::{EntryId, Section};

const INITIAL: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression";
const BIRTH_DATE: &str = "%patient.birthDate";
const UCUM: &str = "http://unitsofmeasure.org";

/// An answer that was filled in.
#[derive(Clone, PartialEq, Debug)]
pub struct Prefilled {
    /// The question.
    pub link_id: String,
    /// The entry of the record that says so; none where the form itself suggests it.
    pub entry: Option<EntryId>,
    /// Since when, or when it was measured.
    pub when: Option<FhirDateTime>,
}

impl Chart {
    /// Answers that the record and the form give, and where each is from. What does not fit its question is not filled in.
    pub(super) fn prefilled(&self, form: &Form) -> Result<(Answers, Vec<Prefilled>), ReadError> {
        let (mut answers, mut prefilled) = (Answers::new(), Vec::new());
        let patient = self.told_of_patient()?;
        let readings = self.readings_there()?;
        for item in form.items().filter(|it| it.is_question()) {
            let Some(link_id) = item.link_id.clone() else {
                continue;
            };
            let of_patient = patient
                .as_ref()
                .and_then(|(id, patient)| Some((of_patient(item, patient)?, Some(*id), None)));
            let of_reading = || {
                let first = period::first_day(item, self.now())?;
                readings.iter().find_map(|(id, reading)| {
                    let when = reading.effective_date_time.as_ref();
                    let answer = of_reading(item, reading).filter(|_| period::is_since(when, first))?;
                    Some((answer, Some(*id), when.cloned()))
                })
            };
            let of_form = || Some((suggested(item)?, None, None));
            let Some((answer, entry, when)) = of_patient.or_else(of_reading).or_else(of_form) else {
                continue;
            };
            answers.insert(link_id.clone(), vec![answer]);
            let is_misfit = |it: &FormFault| it.link_id == link_id && it.misfit != Misfit::NotAsked;
            if form.faults(&answers).iter().any(is_misfit) {
                answers.remove(&link_id);
            } else {
                prefilled.push(Prefilled { link_id, entry, when });
            }
        }
        Ok((answers, prefilled))
    }

    fn told_of_patient(&self) -> Result<Option<(EntryId, Patient)>, ReadError> {
        for item in self.what_holds(Section::Profile, false)? {
            if item.facts.resource_type != "Patient" {
                continue;
            }
            let Some(row) = self.record.row(&item.id)? else {
                continue;
            };
            if let Some(Ok(View::Patient(patient))) = self.record.body(&row)?.map(|body| View::of(&body)) {
                return Ok(Some((item.id, *patient)));
            }
        }
        Ok(None)
    }

    /// Results and vital signs that hold and that nobody contradicts, the newest first.
    fn readings_there(&self) -> Result<Vec<(EntryId, Observation)>, ReadError> {
        let mut items = Vec::new();
        for section in [Section::Vitals, Section::Results, Section::Profile] {
            items.extend(self.what_holds(section, false)?);
        }
        items.retain(|it| {
            it.facts.resource_type == "Observation" && it.rivals.is_empty() && it.disputed_by.is_empty()
        });
        items.sort_by(|one, other| other.when.cmp(&one.when));
        let ids: Vec<EntryId> = items.iter().map(|it| it.id).collect();
        let rows: Vec<_> = self.record.rows_of(&ids)?.into_iter().flatten().collect();
        let mut readings = Vec::new();
        for (row, body) in rows.iter().zip(self.record.bodies(&rows)?) {
            if let Some(Ok(View::Observation(reading))) = body.as_deref().map(View::of) {
                readings.push((row.id, *reading));
            }
        }
        Ok(readings)
    }
}

/// What the form suggests where nothing is known.
fn suggested(item: &QuestionnaireItem) -> Option<Answer> {
    let is_chosen = |it: &&AnswerOption| it.initial_selected == Some(true);
    let chosen = || {
        item.answer_option
            .iter()
            .find(is_chosen)
            .map(AnswerOption::answer)
    };
    item.initial.first().cloned().or_else(chosen)
}

/// Whether a question wants the patient's birth date.
pub(super) fn asks_birth_date(item: &QuestionnaireItem) -> bool {
    wanted(item).as_deref() == Some(BIRTH_DATE)
}

/// The path by which a question says what it wants of the person.
fn wanted(item: &QuestionnaireItem) -> Option<String> {
    let said = item.extension_at(INITIAL).next()?;
    let expression = said.value_expression.as_ref()?.expression.as_deref()?;
    let path = expression.replace(".first()", "").replace("[0]", "");
    Some(path.split_whitespace().collect())
}

/// What a question wants of the person, where it says so by one of these paths.
fn of_patient(item: &QuestionnaireItem, patient: &Patient) -> Option<Answer> {
    let path = wanted(item)?;
    let name = patient
        .name
        .iter()
        .find(|it| it.kind.as_deref() != Some("old"))
        .or(patient.name.first());
    let telecom = |system: &str| {
        let of = patient
            .telecom
            .iter()
            .find(|it| it.system.as_deref() == Some(system));
        of.and_then(|it| it.value.clone())
    };
    let address = patient.address.first();
    let text = match path.as_str() {
        BIRTH_DATE => {
            let value_date = patient.birth_date.clone()?;
            return Some(Answer {
                value_date: Some(value_date),
                ..Answer::default()
            });
        }
        "%patient.gender" => {
            let gender = patient.gender.clone()?;
            return match item.kind.as_deref() {
                Some("string") => Some(words(gender)),
                _ => option(item, "http://hl7.org/fhir/administrative-gender", &gender),
            };
        }
        "%patient.name.given" => name?.given.iter().flatten().next().cloned(),
        "%patient.name.family" => name?.family.clone(),
        "%patient.telecom.where(system='phone').value" => telecom("phone"),
        "%patient.telecom.where(system='email').value" => telecom("email"),
        "%patient.address.line" => address?.line.iter().flatten().next().cloned(),
        "%patient.address.city" => address?.city.clone(),
        "%patient.address.state" => address?.state.clone(),
        "%patient.address.postalCode" => address?.postal_code.clone(),
        "%patient.address.country" => address?.country.clone(),
        _ => None,
    };
    text.map(words)
}

fn words(text: String) -> Answer {
    Answer {
        value_string: Some(text),
        ..Answer::default()
    }
}

/// The option of a question that is this code.
fn option(item: &QuestionnaireItem, system: &str, code: &str) -> Option<Answer> {
    let options = item
        .answer_option
        .iter()
        .filter_map(|it| it.value_coding.as_ref());
    let is =
        |it: &&Coding| it.code.as_deref() == Some(code) && it.system.as_deref().is_none_or(|it| it == system);
    let coding = options.into_iter().find(is)?.clone();
    Some(Answer {
        value_coding: Some(coding),
        ..Answer::default()
    })
}

/// What a reading answers, as a whole or by one of its parts.
fn of_reading(item: &QuestionnaireItem, reading: &Observation) -> Option<Answer> {
    let is_final = |it: &str| matches!(it, "final" | "amended" | "corrected");
    if !reading.status.as_deref().is_some_and(is_final) {
        return None;
    }
    let is_asked = |codes: &[Coding]| {
        let same = |one: &Coding, other: &Coding| {
            one.system.is_some() && one.system == other.system && one.code == other.code
        };
        item.code
            .iter()
            .any(|asked| codes.iter().any(|said| same(asked, said)))
    };
    let whole = reading.code.as_ref().filter(|it| is_asked(&it.coding)).map(|_| {
        (
            &reading.value_quantity,
            &reading.value_codeable_concept,
            &reading.value_string,
            &reading.value_integer,
            reading.value_boolean,
        )
    });
    let part = || {
        let part = reading
            .component
            .iter()
            .find(|it| it.code.as_ref().is_some_and(|it| is_asked(&it.coding)))?;
        Some((
            &part.value_quantity,
            &part.value_codeable_concept,
            &part.value_string,
            &part.value_integer,
            part.value_boolean,
        ))
    };
    let (quantity, concept, string, integer, boolean) = whole.or_else(part)?;
    match item.kind.as_deref()? {
        "quantity" => Some(Answer {
            value_quantity: Some(in_ucum(quantity.as_ref()?)?),
            ..Answer::default()
        }),
        kind @ ("decimal" | "integer") => {
            let number = number(item, quantity.as_ref(), integer.as_ref())?;
            Some(match kind {
                "integer" => Answer {
                    value_integer: Some(number),
                    ..Answer::default()
                },
                _ => Answer {
                    value_decimal: Some(number),
                    ..Answer::default()
                },
            })
        }
        "boolean" => Some(Answer {
            value_boolean: Some(boolean?),
            ..Answer::default()
        }),
        "string" | "text" => string.clone().map(words),
        "choice" | "open-choice" => {
            let codings = concept.as_ref()?.coding.iter();
            codings
                .filter_map(|it| option(item, it.system.as_deref()?, it.code.as_deref()?))
                .next()
        }
        _ => None,
    }
}

/// A quantity whose unit says what it is; a comparator would be lost in many forms.
fn in_ucum(quantity: &Quantity) -> Option<Quantity> {
    let is_ucum = quantity.system.as_deref() == Some(UCUM) && quantity.code.is_some();
    (is_ucum && quantity.comparator.is_none()).then(|| quantity.clone())
}

/// A bare number stands for an amount only where the question says in which unit.
fn number(
    item: &QuestionnaireItem,
    quantity: Option<&Quantity>,
    integer: Option<&Decimal>,
) -> Option<Decimal> {
    let unit = item.units().next().and_then(|it| it.code.clone());
    match (unit, quantity) {
        (None, None) => integer.cloned(),
        (Some(unit), Some(quantity)) => {
            let quantity = in_ucum(quantity)?;
            quantity.value.filter(|_| quantity.code == Some(unit))
        }
        _ => None,
    }
}
