//! A history out of the statements of a record.

use jiff::civil::Date;
use pocketchart_fhir::view::{AllergyIntolerance, CodeableConcept, Condition, Immunization, View};
use pocketchart_fhir::{FhirDateTime, Precision};

use super::calendar::day;
use super::history::{Dose, History, Observed, Undated};
use super::schedule::{Immunity, Observation, Schedule};
use crate::code_system::SNOMED;
use crate::{NotChecked, Person, Statement, Text, UnreadableTables};

const CVX: [&str; 2] = ["http://hl7.org/fhir/sid/cvx", "urn:oid:2.16.840.1.113883.12.292"];
const MVX: [&str; 2] = ["http://hl7.org/fhir/sid/mvx", "urn:oid:2.16.840.1.113883.12.227"];
const PROBLEMS: [&str; 2] = [SNOMED, "urn:oid:2.16.840.1.113883.6.96"];
/// How titles of observations begin that stand for a reaction to a vaccine.
const REACTION: &str = "Severe allergic reaction after previous dose";

/// What a record says of a person, as far as the schedule can use it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FromRecord {
    /// The history; none where the record does not say the day of birth, without which nothing can be said.
    pub history: Option<History>,
    /// What could not be used, and why.
    pub not_checked: Vec<NotChecked>,
}

/// Reads vaccines, problems and allergies. Vaccines count when they were given, problems and allergies when they hold;
/// a problem that is over counts only as evidence of immunity. What a record does not say stays unknown: it never says that
/// someone does *not* have a condition.
///
/// # Errors
/// [`UnreadableTables`].
pub fn history(statements: &[Statement], person: Person) -> Result<FromRecord, UnreadableTables> {
    let mut reader = Reader {
        schedule: Schedule::get()?,
        history: History::of(person.born.unwrap_or_default()),
        not_checked: Vec::new(),
    };
    reader.history.sex = person.sex;
    for statement in statements {
        match &statement.view {
            View::Immunization(it) => reader.vaccine(&statement.entry, it),
            View::Condition(it) => reader.problem(&statement.entry, it),
            View::AllergyIntolerance(it) => reader.allergy(&statement.entry, it),
            _ => {}
        }
    }
    let Reader {
        history,
        mut not_checked,
        ..
    } = reader;
    if person.born.is_none() {
        not_checked.push(NotChecked {
            entry: None,
            why: Text {
                id: "vaccine-no-birth-day",
                arguments: Vec::new(),
            },
        });
    }
    not_checked.sort_by(|one, other| (&one.entry, one.why.id).cmp(&(&other.entry, other.why.id)));
    let history = person.born.map(|_| history);
    Ok(FromRecord { history, not_checked })
}

struct Reader {
    schedule: &'static Schedule,
    history: History,
    not_checked: Vec<NotChecked>,
}

impl Reader {
    fn vaccine(&mut self, entry: &str, it: &Immunization) {
        if it.status.as_deref() != Some("completed") {
            return;
        }
        let Some(cvx) = code(it.vaccine_code.as_ref(), &CVX) else {
            return self.not_checked(entry, "vaccine-no-code", it.vaccine_code.as_ref());
        };
        // CVX codes have at least two digits; sources leave the first out.
        let cvx = format!("{cvx:0>2}");
        let Some(on) = it.occurrence_date_time.as_ref().and_then(the_day) else {
            self.history.undated.push(Undated {
                cvx,
                entry: entry.to_owned(),
            });
            return self.not_checked(entry, "vaccine-no-day", it.vaccine_code.as_ref());
        };
        if !self.schedule.vaccines.contains_key(cvx.as_str()) {
            self.not_checked(entry, "vaccine-unknown", it.vaccine_code.as_ref());
        }
        let mut dose = Dose::of(on, &cvx, entry);
        dose.mvx = it.manufacturer.as_ref().and_then(|it| {
            let identifier = it.identifier.as_ref()?;
            let system = identifier.system.as_deref()?;
            MVX.contains(&system).then(|| identifier.value.clone())?
        });
        dose.volume = it.dose_quantity.as_ref().and_then(|quantity| {
            let unit = quantity.code.as_deref().or(quantity.unit.as_deref());
            let value = quantity.value.as_ref()?;
            (unit == Some("mL")).then(|| value.as_str().to_owned())
        });
        dose.lot_expires = it.expiration_date.as_ref().and_then(last_day);
        dose.must_repeat = it.is_subpotent == Some(true);
        self.history.doses.push(dose);
    }

    fn problem(&mut self, entry: &str, it: &Condition) {
        let verified = it.verification_status.as_ref().and_then(CodeableConcept::code);
        match verified {
            Some("refuted" | "entered-in-error") => return,
            Some("unconfirmed" | "provisional" | "differential") => {
                return self.not_checked(entry, "vaccine-problem-not-confirmed", it.code.as_ref());
            }
            _ => {}
        }
        let codes = codes(it.code.as_ref(), &PROBLEMS);
        if codes.is_empty() {
            return self.not_checked(entry, "vaccine-problem-no-code", it.code.as_ref());
        }
        let over = is_over(it.clinical_status.as_ref()) || it.abatement_date_time.is_some();
        let on = it.onset_date_time.as_ref().and_then(the_day);
        for code in self.asked(|observation| codes.iter().any(|code| observation.snomed.contains(code))) {
            if !over || self.shows_immunity(code) {
                self.history.observations.push(observed(code, on));
            }
        }
    }

    fn allergy(&mut self, entry: &str, it: &AllergyIntolerance) {
        let verified = it.verification_status.as_ref().and_then(CodeableConcept::code);
        if matches!(verified, Some("refuted" | "entered-in-error")) || is_over(it.clinical_status.as_ref()) {
            return;
        }
        let snomed = codes(it.code.as_ref(), &PROBLEMS);
        let by_snomed = self.asked(|observation| snomed.iter().any(|code| observation.snomed.contains(code)));
        let cvx = codes(it.code.as_ref(), &CVX);
        let to_vaccine = |observation: &Observation| {
            observation.title.starts_with(REACTION) && cvx.iter().any(|code| observation.cvx.contains(code))
        };
        let by_cvx = self.asked(to_vaccine);
        let severe = it.criticality.as_deref() == Some("high")
            || it
                .reaction
                .iter()
                .any(|reaction| reaction.severity.as_deref() == Some("severe"));
        if !by_cvx.is_empty() && !severe {
            self.not_checked(entry, "vaccine-reaction-not-graded", it.code.as_ref());
        }
        let by_cvx = by_cvx.into_iter().filter(|_| severe);
        let on = it.onset_date_time.as_ref().and_then(the_day);
        self.history
            .reactions
            .extend(by_snomed.into_iter().chain(by_cvx).map(|code| observed(code, on)));
    }

    /// The observations of this kind that the schedule asks for: their codes.
    fn asked(&self, is: impl Fn(&Observation) -> bool) -> Vec<&'static str> {
        let all = self.schedule.observations.iter();
        all.filter(|(_, observation)| is(observation))
            .map(|(code, _)| *code)
            .collect()
    }

    fn shows_immunity(&self, observation: &str) -> bool {
        let all = self
            .schedule
            .antigens
            .iter()
            .flat_map(|antigen| &antigen.immunities);
        let mut codes = all.filter_map(|immunity| match immunity {
            Immunity::Observation { code, .. } => Some(*code),
            Immunity::Birth { .. } => None,
        });
        codes.any(|code| code == observation)
    }

    fn not_checked(&mut self, entry: &str, id: &'static str, what: Option<&CodeableConcept>) {
        let words = what.and_then(CodeableConcept::words).unwrap_or_default();
        self.not_checked.push(NotChecked {
            entry: Some(entry.to_owned()),
            why: Text {
                id,
                arguments: vec![("what", words.to_owned())],
            },
        });
    }
}

fn observed(code: &str, on: Option<Date>) -> Observed {
    let code = code.to_owned();
    Observed {
        code,
        holds: true,
        on,
    }
}

fn codes<'a>(concept: Option<&'a CodeableConcept>, systems: &[&str]) -> Vec<&'a str> {
    let codings = concept.into_iter().flat_map(|concept| &concept.coding);
    let of_system = codings.filter(|coding| coding.system.as_deref().is_some_and(|it| systems.contains(&it)));
    of_system.filter_map(|coding| coding.code.as_deref()).collect()
}

fn code<'a>(concept: Option<&'a CodeableConcept>, systems: &[&str]) -> Option<&'a str> {
    codes(concept, systems).into_iter().find(|code| !code.is_empty())
}

fn is_over(status: Option<&CodeableConcept>) -> bool {
    matches!(
        status.and_then(CodeableConcept::code),
        Some("inactive" | "remission" | "resolved")
    )
}

fn the_day(text: &FhirDateTime) -> Option<Date> {
    day(text.day()?)
}

/// The last day that a date can mean (CALCDTLOTEXP-1).
fn last_day(text: &FhirDateTime) -> Option<Date> {
    match text.precision()? {
        Precision::Year => day(&format!("{}-12-31", text.as_str())),
        Precision::Month => day(&format!("{}-01", text.as_str())).map(|first| first.last_of_month()),
        _ => the_day(text),
    }
}
