//! The rows of the table `screening`.

use jiff::civil::Date;

use super::interval::Interval;
use super::smoking::Smoked;
use crate::code_system::{LOINC, SNOMED};
use crate::condition::Condition;
use crate::finding::RuleColumns;
use crate::tables::table;
use crate::{Rule, Sex, UnreadableTables};

const TABLE: &str = "screening";

/// One recommendation.
#[derive(Debug)]
pub(super) struct Screen {
    pub(super) rule: Rule,
    pub(super) topic: &'static str,
    pub(super) sex: Option<Sex>,
    /// Whole years, both included.
    pub(super) ages: (Option<i16>, Option<i16>),
    pub(super) condition: Condition<'static>,
    pub(super) smoking: Smoked,
    /// A question that no record answers.
    pub(super) ask: Option<&'static str>,
    pub(super) unless: Option<Condition<'static>>,
    pub(super) unless_done: Vec<Code>,
    pub(super) satisfied_by: Vec<(Code, Interval)>,
    pub(super) interval_given: bool,
    pub(super) grade: &'static str,
    pub(super) url: &'static str,
    pub(super) review_by: Date,
}

/// A code of LOINC or SNOMED CT: system, code.
pub(super) type Code = (&'static str, &'static str);

pub(super) fn read() -> Result<Vec<Screen>, UnreadableTables> {
    let wrong = UnreadableTables(TABLE);
    let table = table(TABLE)?;
    let rules = RuleColumns::of(TABLE, table)?;
    let [topic, sex, age_min, age_max, condition, smoking, ask] = table.columns([
        "topic",
        "sex",
        "age_min",
        "age_max",
        "condition",
        "smoking",
        "ask",
    ])?;
    let [
        unless,
        unless_done,
        interval,
        interval_given,
        satisfied_by,
        grade,
        url,
        review_by,
    ] = table.columns([
        "unless",
        "unless_done",
        "interval",
        "interval_given",
        "satisfied_by",
        "grade",
        "url",
        "review_by",
    ])?;
    let screen = |row: crate::tables::Row<'_>| {
        let filled = |column| Some(row.cell(column)).filter(|cell| !cell.is_empty());
        let read = |text| Condition::of(text).map_err(|_| wrong);
        let every = Interval::of(row.cell(interval)).ok_or(wrong)?;
        let satisfying = |text: &'static str| {
            let (text, every) = match text.split_once('@') {
                Some((text, own)) => (text, Interval::of(own)?),
                None => (text, every),
            };
            Some((code(text)?, every))
        };
        let satisfied_by: Option<Vec<_>> = row.list(satisfied_by).map(satisfying).collect();
        let unless_done: Option<Vec<_>> = row.list(unless_done).map(code).collect();
        let age = |column| filled(column).map(str::parse).transpose().map_err(|_| wrong);
        Ok(Screen {
            rule: rules.rule(row),
            topic: row.cell(topic),
            sex: match row.cell(sex) {
                "female" => Some(Sex::Female),
                "male" => Some(Sex::Male),
                _ => None,
            },
            ages: (age(age_min)?, age(age_max)?),
            condition: read(row.cell(condition))?,
            smoking: Smoked::of(row.cell(smoking)).ok_or(wrong)?,
            ask: filled(ask),
            unless: filled(unless).map(read).transpose()?,
            unless_done: unless_done.ok_or(wrong)?,
            satisfied_by: satisfied_by.ok_or(wrong)?,
            interval_given: row.cell(interval_given) == "yes",
            grade: row.cell(grade),
            url: row.cell(url),
            review_by: row.cell(review_by).parse().map_err(|_| wrong)?,
        })
    };
    table.rows().map(screen).collect()
}

/// Reads `loinc:24606-6`, `snomed:71651007`.
fn code(text: &'static str) -> Option<Code> {
    let (system, code) = text.split_once(':')?;
    match system {
        "loinc" => Some((LOINC, code)),
        "snomed" => Some((SNOMED, code)),
        _ => None,
    }
}
