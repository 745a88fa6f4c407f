//! What a record says to the questions of conditions.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use jiff::civil::Date;
use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::view::{CodeableConcept, Condition as Problem, Observation, View};

use super::number::Number;
use super::problem_set;
use crate::calendar::days_between;
use crate::code_system::LOINC;
use crate::tables::UnreadableTables;
use crate::{Person, Sex, Statement};

/// The facts of one record on one day.
#[derive(Debug)]
pub(crate) struct Facts<'s> {
    pub(crate) on: Date,
    pub(crate) person: Person,
    pub(crate) problems: Vec<KnownProblem<'s>>,
    /// Results by LOINC code, read when they are asked for.
    results: BTreeMap<&'s str, Vec<(&'s str, &'s Observation)>>,
    /// What is asked for often is looked up once.
    standings: RefCell<BTreeMap<&'static str, Rc<Standing<'s>>>>,
}

/// What the problem list says of one set.
#[derive(Debug)]
pub(crate) struct Standing<'s> {
    /// Whether one of the set is there; `None`: that is not known.
    pub(crate) now: Option<bool>,
    /// Whether one of the set is or was there.
    pub(crate) ever: Option<bool>,
    /// The entries of the set.
    pub(crate) entries: Vec<&'s str>,
    /// The text that asks for it.
    pub(crate) asks: &'static str,
}

/// One entry of the problem list.
#[derive(Debug)]
pub(crate) struct KnownProblem<'s> {
    pub(crate) entry: &'s str,
    pub(crate) concept: &'s CodeableConcept,
    pub(crate) state: ProblemState,
    pub(crate) since: Option<Date>,
    words: OnceCell<String>,
}

impl KnownProblem<'_> {
    /// Its words in small letters.
    pub(crate) fn words(&self) -> &str {
        self.words.get_or_init(|| {
            let displays = self
                .concept
                .coding
                .iter()
                .filter_map(|coding| coding.display.as_deref());
            let words = displays.chain(self.concept.text.as_deref());
            words.map(str::to_lowercase).collect::<Vec<_>>().join("\n")
        })
    }
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

impl<'s> Facts<'s> {
    /// Reads what conditions can ask for.
    pub(crate) fn of(statements: impl IntoIterator<Item = &'s Statement>, person: Person, on: Date) -> Self {
        let mut facts = Self {
            on,
            person,
            problems: Vec::new(),
            results: BTreeMap::new(),
            standings: RefCell::default(),
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
        facts
    }

    /// The latest result with one of these codes in the days before.
    pub(crate) fn latest(&self, loinc: &[&str], within_days: u16) -> Option<Measured<'s>> {
        let of_codes = loinc.iter().filter_map(|code| self.results.get(code)).flatten();
        let measured = of_codes.filter_map(|(entry, observation)| Measured::of(entry, observation));
        let fits =
            |result: &Measured<'s>| (0..=i32::from(within_days)).contains(&days_between(result.day, self.on));
        measured
            .filter(fits)
            .max_by(|one, other| one.day.cmp(&other.day).then_with(|| other.entry.cmp(one.entry)))
    }

    /// What the problem list says of a set.
    ///
    /// *No* needs a list whose every entry has a code that sets are written in: an empty list says nothing.
    pub(crate) fn standing(&self, name: &str) -> Result<Rc<Standing<'s>>, UnreadableTables> {
        if let Some(known) = self.standings.borrow().get(name) {
            return Ok(Rc::clone(known));
        }
        let sets = problem_set::all()?;
        let (name, set) = sets.get_key_value(name).ok_or(UnreadableTables("problem_set"))?;
        let (mut open_now, mut open_ever) = (self.problems.is_empty(), self.problems.is_empty());
        let (mut present, mut past, mut refuted) = (false, false, false);
        let mut entries = Vec::new();
        for problem in &self.problems {
            let holds = set.holds(problem);
            match (holds, problem.state) {
                (Some(true), ProblemState::Present) => present = true,
                (Some(true), ProblemState::Past) => past = true,
                (Some(true), ProblemState::Refuted) => refuted = true,
                (_, ProblemState::Refuted) | (Some(false), _) => {}
                (_, ProblemState::Past) => open_ever = true,
                _ => (open_now, open_ever) = (true, true),
            }
            if holds == Some(true) && problem.state != ProblemState::Refuted {
                entries.push(problem.entry);
            }
        }
        let answer = |yes: bool, open: bool| match (yes, open && !refuted) {
            (true, _) => Some(true),
            (false, true) => None,
            (false, false) => Some(false),
        };
        let standing = Rc::new(Standing {
            now: answer(present, open_now),
            ever: answer(present || past, open_ever),
            entries,
            asks: set.asks,
        });
        self.standings.borrow_mut().insert(name, Rc::clone(&standing));
        Ok(standing)
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
            words: OnceCell::new(),
            entry,
            concept,
            state,
            since,
        });
    }

    fn result(&mut self, entry: &'s str, observation: &'s Observation) {
        for coding in observation.code.iter().flat_map(|code| &code.coding) {
            if let (Some(LOINC), Some(code)) = (coding.system.as_deref(), coding.code.as_deref()) {
                self.results.entry(code).or_default().push((entry, observation));
            }
        }
    }
}

impl<'s> Measured<'s> {
    /// `None` for a result that does not count, or says no day.
    fn of(entry: &'s str, observation: &'s Observation) -> Option<Self> {
        let counts = matches!(
            observation.status.as_deref(),
            None | Some("final" | "amended" | "corrected" | "preliminary")
        );
        let period = observation.effective_period.as_ref();
        let when = observation
            .effective_date_time
            .as_ref()
            .or(observation.effective_instant.as_ref())
            .or(period.and_then(|period| period.start.as_ref()))
            .filter(|_| counts)?;
        let quantity = observation.value_quantity.as_ref();
        Some(Self {
            entry,
            day: day(when)?,
            value: quantity.and_then(|it| Number::of(it.value.as_ref()?.as_str())),
            comparator: quantity.and_then(|it| it.comparator.as_deref()),
            unit: quantity.and_then(|it| it.code.as_deref().or(it.unit.as_deref())),
            concept: observation.value_codeable_concept.as_ref(),
        })
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
