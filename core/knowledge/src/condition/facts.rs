//! What a record says to the questions of conditions.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::view::{CodeableConcept, Condition as Problem, Observation, View};

use super::number::Number;
use crate::{Person, Sex, Statement};

/// The facts of one record on one day.
#[derive(Debug)]
pub(crate) struct Facts<'s> {
    pub(crate) on: Date,
    pub(crate) person: Person,
    pub(crate) problems: Vec<KnownProblem<'s>>,
    /// Results by LOINC code, the latest first.
    results: BTreeMap<&'s str, Vec<Measured<'s>>>,
}

/// One entry of the problem list.
#[derive(Debug)]
pub(crate) struct KnownProblem<'s> {
    pub(crate) entry: &'s str,
    pub(crate) concept: &'s CodeableConcept,
    pub(crate) state: ProblemState,
    pub(crate) since: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ProblemState {
    Present,
    Past,
    /// Suspected only.
    Perhaps,
    /// Found not to be so.
    Refuted,
}

/// One measured value.
#[derive(Debug)]
pub(crate) struct Measured<'s> {
    pub(crate) entry: &'s str,
    pub(crate) day: Date,
    pub(crate) value: Option<Number>,
    pub(crate) comparator: Option<&'s str>,
    pub(crate) unit: Option<&'s str>,
    pub(crate) concept: Option<&'s CodeableConcept>,
}

const LOINC: &str = "http://loinc.org";

impl<'s> Facts<'s> {
    /// Reads what conditions can ask for.
    pub(crate) fn of(statements: impl IntoIterator<Item = &'s Statement>, person: Person, on: Date) -> Self {
        let mut facts = Self {
            on,
            person,
            problems: Vec::new(),
            results: BTreeMap::new(),
        };
        for statement in statements {
            match &statement.view {
                View::Condition(problem) => facts.problem(&statement.entry, problem),
                View::Observation(observation) => facts.result(&statement.entry, observation),
                _ => {}
            }
        }
        // The order of the statements must not show in any answer.
        facts.problems.sort_by_key(|problem| problem.entry);
        for results in facts.results.values_mut() {
            results.sort_by(|one, other| other.day.cmp(&one.day).then(one.entry.cmp(other.entry)));
        }
        facts
    }

    /// The latest result with one of these codes in the days before.
    pub(crate) fn latest(&self, loinc: &[&str], within_days: u16) -> Option<&Measured<'s>> {
        let fits = |result: &&Measured<'s>| {
            let days = result.day.until(self.on).map_or(-1, |span| span.get_days());
            (0..=i32::from(within_days)).contains(&days)
        };
        let latest_of = |code: &&str| self.results.get(*code)?.iter().find(fits);
        loinc
            .iter()
            .filter_map(latest_of)
            .max_by(|one, other| one.day.cmp(&other.day).then(other.entry.cmp(one.entry)))
    }

    /// Whole years and months since birth; `None` when the day of birth is not known or still to come.
    pub(crate) fn months(&self) -> Option<u32> {
        let span = self.person.born?.until((jiff::Unit::Month, self.on)).ok()?;
        u32::try_from(span.get_months()).ok()
    }

    pub(crate) fn sex(&self) -> Option<Sex> {
        self.person.sex
    }

    fn problem(&mut self, entry: &'s str, problem: &'s Problem) {
        let Some(concept) = &problem.code else { return };
        let clinical = problem.clinical_status.as_ref().and_then(CodeableConcept::code);
        let verified = problem
            .verification_status
            .as_ref()
            .and_then(CodeableConcept::code);
        let ended = problem.abatement_date_time.is_some()
            || problem.abatement_period.is_some()
            || problem.abatement_string.is_some();
        let state = match (verified, clinical) {
            (Some("entered-in-error"), _) => return,
            (Some("refuted"), _) => ProblemState::Refuted,
            (Some("unconfirmed" | "provisional" | "differential"), _) => ProblemState::Perhaps,
            (_, Some("inactive" | "remission" | "resolved")) => ProblemState::Past,
            _ if ended => ProblemState::Past,
            _ => ProblemState::Present,
        };
        let since = problem.onset_date_time.as_ref().and_then(day);
        self.problems.push(KnownProblem {
            entry,
            concept,
            state,
            since,
        });
    }

    fn result(&mut self, entry: &'s str, observation: &'s Observation) {
        let counts = matches!(
            observation.status.as_deref(),
            None | Some("final" | "amended" | "corrected" | "preliminary")
        );
        let when = observation
            .effective_date_time
            .as_ref()
            .or(observation.effective_instant.as_ref())
            .or(observation
                .effective_period
                .as_ref()
                .and_then(|period| period.start.as_ref()))
            .and_then(day);
        let (true, Some(day), Some(code)) = (counts, when, &observation.code) else {
            return;
        };
        let quantity = observation.value_quantity.as_ref();
        for coding in &code.coding {
            if let (Some(LOINC), Some(code)) = (coding.system.as_deref(), coding.code.as_deref()) {
                self.results.entry(code).or_default().push(Measured {
                    entry,
                    day,
                    value: quantity.and_then(|it| Number::of(it.value.as_ref()?.as_str())),
                    comparator: quantity.and_then(|it| it.comparator.as_deref()),
                    unit: quantity.and_then(|it| it.code.as_deref().or(it.unit.as_deref())),
                    concept: observation.value_codeable_concept.as_ref(),
                });
            }
        }
    }
}

/// The day that a date says, or the first that it can mean.
pub(crate) fn day(when: &FhirDateTime) -> Option<Date> {
    let text = match when.precision()? {
        pocketchart_fhir::Precision::Year => format!("{}-01-01", when.as_str()),
        pocketchart_fhir::Precision::Month => format!("{}-01", when.as_str()),
        _ => when.day()?.to_owned(),
    };
    text.parse().ok()
}
