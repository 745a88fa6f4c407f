//! Whether a condition holds, by what a record says.

use super::facts::{Facts, KnownProblem, ProblemState};
use super::number::Number;
use super::problem_set::{self, ProblemSet};
use super::{AgeUnit, Compare, Condition, DoseUnit, Per, ResultQuestion, Route};
use crate::Sex;
use crate::code_system::SNOMED;
use crate::finding::Text;
use crate::measure::catalog::Catalog;
use crate::tables::UnreadableTables;

/// Yes, no, or what would have to be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Truth {
    Yes,
    No,
    /// These facts are missing.
    Unknown(Vec<Text>),
}

impl Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }

    fn missing(id: &'static str) -> Self {
        Self::Unknown(vec![Text {
            id,
            arguments: Vec::new(),
        }])
    }
}

/// The medicines of a rule, for the conditions that ask for them.
pub(crate) trait Medicines {
    /// Whether the medicine on this side is of this substance or class.
    fn is(&self, side: &str, name: &str) -> bool;
    /// How much of it; `None` when the record does not say.
    fn dose(&self, side: &str, per: Per) -> Option<(Number, DoseUnit)>;
    /// Its route; `None` when the record does not say.
    fn route(&self, side: &str) -> Option<Route>;
    /// What the medicine on this side is called.
    fn name(&self, side: &str) -> String;
}

/// For rules that are about no medicine.
pub(crate) struct NoMedicines;

impl Medicines for NoMedicines {
    fn is(&self, _: &str, _: &str) -> bool {
        false
    }

    fn dose(&self, _: &str, _: Per) -> Option<(Number, DoseUnit)> {
        None
    }

    fn route(&self, _: &str) -> Option<Route> {
        None
    }

    fn name(&self, _: &str) -> String {
        String::new()
    }
}

impl Condition<'_> {
    /// Whether it holds.
    pub(crate) fn weigh(
        &self,
        facts: &Facts<'_>,
        medicines: &dyn Medicines,
    ) -> Result<Truth, UnreadableTables> {
        let about = |id, side: &str| {
            let arguments = vec![("medicine", medicines.name(side))];
            Truth::Unknown(vec![Text { id, arguments }])
        };
        Ok(match self {
            Self::Always => Truth::Yes,
            Self::Unspecified => Truth::missing("finding-missing-circumstances"),
            Self::Pregnant => pregnant(facts)?,
            Self::Sex(sex) => match facts.sex() {
                Some(known) => Truth::from(known == *sex),
                None => Truth::missing("finding-missing-sex"),
            },
            Self::Age(compare, value, unit) => match facts.months() {
                Some(months) => {
                    let age = match unit {
                        AgeUnit::Years => months / 12,
                        AgeUnit::Months => months,
                    };
                    Truth::from(compare.holds(&age, &u32::from(*value)))
                }
                None => Truth::missing("finding-missing-age"),
            },
            Self::Problem(set) => problem(facts, set, false)?,
            Self::History(set) => problem(facts, set, true)?,
            Self::Result(question) => result(Catalog::get()?, facts, question),
            Self::Is(side, names) => Truth::from(names.iter().any(|name| medicines.is(side, name))),
            Self::Route(side, asked) => match medicines.route(side) {
                Some(route) => Truth::from(asked.holds(route)),
                None => about("finding-missing-route", side),
            },
            Self::Dose(per, side, compare, number, unit) => match medicines.dose(side, *per) {
                Some((dose, counted)) if counted == *unit => Truth::from(compare.holds(&dose, number)),
                _ => about("finding-missing-dose", side),
            },
            Self::Not(inner) => match inner.weigh(facts, medicines)? {
                Truth::Yes => Truth::No,
                Truth::No => Truth::Yes,
                unknown @ Truth::Unknown(_) => unknown,
            },
            Self::All(parts) => fold(parts, facts, medicines, &Truth::No, Truth::Yes)?,
            Self::Any(parts) => fold(parts, facts, medicines, &Truth::Yes, Truth::No)?,
        })
    }
}

impl Condition<'_> {
    /// The entries that its answers rest on, beside the medicines.
    pub(crate) fn evidence<'s>(&self, facts: &Facts<'s>) -> Result<Vec<&'s str>, UnreadableTables> {
        Ok(match self {
            Self::Problem(name) | Self::History(name) => facts.standing(name)?.entries.clone(),
            Self::Pregnant => Self::Problem("pregnancy").evidence(facts)?,
            Self::Result(question) => {
                let result = facts.latest(&question.loinc, question.within_days);
                result.into_iter().map(|result| result.entry).collect()
            }
            Self::Not(inner) => inner.evidence(facts)?,
            Self::All(parts) | Self::Any(parts) => {
                let mut entries = Vec::new();
                for part in parts {
                    entries.extend(part.evidence(facts)?);
                }
                entries
            }
            _ => Vec::new(),
        })
    }

    /// Whether it asks for the way of the medicine on this side.
    pub(crate) fn asks_route(&self, side: &str) -> bool {
        match self {
            Self::Route(of, _) => *of == side,
            Self::Not(inner) => inner.asks_route(side),
            Self::All(parts) | Self::Any(parts) => parts.iter().any(|part| part.asks_route(side)),
            _ => false,
        }
    }
}

/// The answer that decides alone, if a part gives it; else what is missing; else the other answer.
fn fold(
    parts: &[Condition<'_>],
    facts: &Facts<'_>,
    medicines: &dyn Medicines,
    decides: &Truth,
    otherwise: Truth,
) -> Result<Truth, UnreadableTables> {
    let mut missing: Vec<Text> = Vec::new();
    for part in parts {
        match part.weigh(facts, medicines)? {
            Truth::Unknown(more) => {
                for text in more {
                    if !missing.contains(&text) {
                        missing.push(text);
                    }
                }
            }
            truth if truth == *decides => return Ok(truth),
            _ => {}
        }
    }
    Ok(if missing.is_empty() {
        otherwise
    } else {
        Truth::Unknown(missing)
    })
}

/// Whether a problem of a set is there; `ever`: or was there.
fn problem(facts: &Facts<'_>, name: &str, ever: bool) -> Result<Truth, UnreadableTables> {
    let standing = facts.standing(name)?;
    Ok(match if ever { standing.ever } else { standing.now } {
        Some(holds) => Truth::from(holds),
        None => Truth::missing(standing.asks),
    })
}

impl ProblemSet {
    /// Whether a problem belongs to the set; `None` when its codes and words leave it open.
    pub(crate) fn holds(&self, problem: &KnownProblem<'_>) -> Option<bool> {
        let mut coded = false;
        for coding in &problem.concept.coding {
            let (Some(system), Some(code)) = (coding.system.as_deref(), coding.code.as_deref()) else {
                continue;
            };
            if system == SNOMED {
                coded = true;
                if self.snomed.contains(&code) {
                    return Some(true);
                }
            } else if system.contains("icd-10") || system.ends_with("2.16.840.1.113883.6.90") {
                coded = true;
                if self.icd10.iter().any(|category| code.starts_with(category)) {
                    return Some(true);
                }
            }
        }
        let said = self.words.iter().any(|word| problem.words().contains(word));
        if coded && !said { Some(false) } else { None }
    }
}

/// LOINC's question after pregnancy, and its answers.
const PREGNANCY_STATUS: &str = "82810-3";
const PREGNANT: [&str; 2] = ["LA15173-0", "77386006"];
const NOT_PREGNANT: [&str; 2] = ["LA26683-5", "60001007"];
/// No pregnancy lasts longer.
const LONGEST_DAYS: u16 = 300;
/// A test that found none says nothing after this.
const NEGATIVE_DAYS: u16 = 30;

fn pregnant(facts: &Facts<'_>) -> Result<Truth, UnreadableTables> {
    let years = facts.months().map(|months| months / 12);
    if facts.sex() == Some(Sex::Male) || years.is_some_and(|years| !(10..60).contains(&years)) {
        return Ok(Truth::No);
    }
    let sets = problem_set::all()?;
    let set = sets.get("pregnancy").ok_or(UnreadableTables("problem_set"))?;
    let lasts = |since: jiff::civil::Date| {
        let days = since.until(facts.on).map_or(-1, |span| span.get_days());
        (0..=i32::from(LONGEST_DAYS)).contains(&days)
    };
    let now = facts.problems.iter().any(|problem| {
        problem.state == ProblemState::Present
            && set.holds(problem) == Some(true)
            && problem.since.is_none_or(lasts)
    });
    let answers = |days: u16, codes: &[&str]| {
        let answer = facts
            .latest(&[PREGNANCY_STATUS], days)
            .and_then(|result| result.concept);
        answer.is_some_and(|answer| {
            let code = |coding: &pocketchart_fhir::view::Coding| {
                coding.code.as_deref().is_some_and(|it| codes.contains(&it))
            };
            answer.coding.iter().any(code)
        })
    };
    Ok(if now || answers(LONGEST_DAYS, &PREGNANT) {
        Truth::Yes
    } else if answers(NEGATIVE_DAYS, &NOT_PREGNANT) {
        Truth::No
    } else {
        Truth::missing("finding-missing-pregnancy")
    })
}

/// LOINC: gestational age.
const WEEK_OF_PREGNANCY: &str = "18185-9";

fn result(catalog: &Catalog, facts: &Facts<'_>, question: &ResultQuestion<'_>) -> Truth {
    let code = question.loinc.first().copied().unwrap_or_default();
    let missing = || match catalog.analyte(code) {
        _ if code == WEEK_OF_PREGNANCY => Truth::missing("finding-missing-week-of-pregnancy"),
        analyte => Truth::Unknown(vec![Text {
            id: "finding-missing-result",
            arguments: vec![("test", analyte.map_or(code, |it| it.name).to_owned())],
        }]),
    };
    let Some(result) = facts.latest(&question.loinc, question.within_days) else {
        return missing();
    };
    let (Some(value), true) = (result.value, result.unit == Some(question.unit)) else {
        return missing();
    };
    let holds = question.compare.holds(&value, &question.value);
    match (result.comparator, question.compare) {
        (None, _) => Truth::from(holds),
        // A bound on the same side that already answers.
        (Some("<"), Compare::Less) if value <= question.value => Truth::Yes,
        (Some("<" | "<="), Compare::Less | Compare::AtMost) if holds => Truth::Yes,
        (Some("<" | "<="), Compare::More | Compare::AtLeast) if !holds => Truth::No,
        (Some(">"), Compare::More) if value >= question.value => Truth::Yes,
        (Some(">" | ">="), Compare::More | Compare::AtLeast) if holds => Truth::Yes,
        (Some(">" | ">="), Compare::Less | Compare::AtMost) if !holds => Truth::No,
        _ => missing(),
    }
}
