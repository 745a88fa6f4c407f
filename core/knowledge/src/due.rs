//! Screenings that are due, by the recommendations of grade A and B of the U.S. Preventive Services Task Force.
//!
//! Each row of the table `screening` is weighed for itself. What the record does not say is asked, never guessed: a
//! question is part of the answer. A rule after its `review_by` day says nothing but that it is out of date.

mod deed;
mod interval;
mod rule;
mod smoking;

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::calendar::{age, days_between};
use crate::condition::facts::Facts;
use crate::condition::weigh::{NoMedicines, Truth};
use crate::finding::{Certainty, Finding, Findings, Kind, NotChecked, Severity, Text};
use crate::{Person, Rule, Statement, UnreadableTables, version};
use deed::Deeds;
use rule::Screen;
use smoking::Smoking;

/// *Soon*, in days.
const SOON: i32 = 90;

/// What one recommendation says of one person on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screening {
    /// The rule.
    pub rule: Rule,
    /// The text that says what it is: an id in `strings/`.
    pub topic: &'static str,
    /// `A` or `B`.
    pub grade: &'static str,
    /// The page of the recommendation.
    pub url: &'static str,
    /// Whether the recommendation itself says how often; else it is what is usual.
    pub interval_given: bool,
    /// The day after which the rule counts as out of date.
    pub review_by: Date,
    /// Where it stands.
    pub status: Status,
    /// When it was last done, and the entry that says so.
    pub last: Option<(Date, String)>,
    /// What would make it not apply, and is not known.
    pub open: Vec<Text>,
}

/// Where a screening stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Now.
    Due,
    /// From this day on, within 90 days.
    DueSoon(Date),
    /// Done; due again on this day, or never.
    Done(Option<Date>),
    /// Not for this person, or not at this time.
    NotApplicable,
    /// These questions have no answer in the record.
    Unknown(Vec<Text>),
    /// The rule is older than its day of review: nothing is said.
    OutOfDate,
}

/// Every screening of the tables, in the order of its row.
///
/// # Errors
/// [`UnreadableTables`].
pub fn screenings(
    statements: &[Statement],
    person: &Person,
    on: Date,
) -> Result<Vec<Screening>, UnreadableTables> {
    let record = Record {
        person: *person,
        on,
        facts: Facts::of(statements, *person, on),
        deeds: Deeds::of(statements, on),
        smoking: Smoking::of(statements, on),
    };
    let screens = screens()?.iter();
    screens.map(|screen| record.screening(screen)).collect()
}

/// What is due as findings, and what could not be said.
///
/// # Errors
/// [`UnreadableTables`].
pub fn findings(statements: &[Statement], person: &Person, on: Date) -> Result<Findings, UnreadableTables> {
    let (mut found, mut not_checked) = (Vec::new(), Vec::new());
    for screening in screenings(statements, person, on)? {
        let topic = Text {
            id: screening.topic,
            arguments: Vec::new(),
        };
        match screening.status {
            Status::Due => found.push(Finding {
                kind: Kind::Screening,
                severity: Severity::Note,
                certainty: if screening.open.is_empty() {
                    Certainty::Certain
                } else {
                    Certainty::Possible(screening.open)
                },
                entries: screening.last.into_iter().map(|(_, entry)| entry).collect(),
                rule: screening.rule,
                says: topic,
                advice: text("due-next"),
            }),
            Status::Unknown(questions) => {
                let why = questions.into_iter().map(|why| NotChecked { entry: None, why });
                not_checked.extend(why);
            }
            Status::OutOfDate => not_checked.push(NotChecked {
                entry: None,
                why: text("due-out-of-date"),
            }),
            Status::DueSoon(_) | Status::Done(_) | Status::NotApplicable => {}
        }
    }
    let mut once: Vec<NotChecked> = Vec::new();
    for not in not_checked {
        if !once.contains(&not) {
            once.push(not);
        }
    }
    Ok(Findings {
        on,
        version: version()?,
        found,
        not_checked: once,
    })
}

fn text(id: &'static str) -> Text {
    Text {
        id,
        arguments: Vec::new(),
    }
}

fn screens() -> Result<&'static [Screen], UnreadableTables> {
    static SCREENS: LazyLock<Result<Vec<Screen>, UnreadableTables>> = LazyLock::new(rule::read);
    SCREENS.as_ref().map(Vec::as_slice).map_err(|problem| *problem)
}

struct Record<'s> {
    person: Person,
    on: Date,
    facts: Facts<'s>,
    deeds: Deeds<'s>,
    smoking: Smoking,
}

/// Where a screening stands, and when and by which entry it was last done.
type Standing<'s> = (Status, Option<(Date, &'s str)>);

/// Whether a person is of the age that a rule is for.
enum Age {
    Inside,
    /// From this day on.
    From(Date),
    Outside,
}

impl Record<'_> {
    fn screening(&self, screen: &Screen) -> Result<Screening, UnreadableTables> {
        let mut open = Vec::new();
        let (status, last) = if self.on > screen.review_by {
            (Status::OutOfDate, None)
        } else {
            self.status(screen, &mut open)?
        };
        if status != Status::Due {
            open.clear();
        }
        Ok(Screening {
            rule: screen.rule,
            topic: screen.topic,
            grade: screen.grade,
            url: screen.url,
            interval_given: screen.interval_given,
            review_by: screen.review_by,
            status,
            last: last.map(|(day, entry)| (day, entry.to_owned())),
            open,
        })
    }

    fn status(&self, screen: &Screen, open: &mut Vec<Text>) -> Result<Standing<'_>, UnreadableTables> {
        let not_applicable = Ok((Status::NotApplicable, None));
        let mut asked = Vec::new();
        match (screen.sex, self.person.sex) {
            (Some(needed), Some(sex)) if needed != sex => return not_applicable,
            (Some(_), None) => asked.push(text("finding-missing-sex")),
            _ => {}
        }
        let age = match self.age(screen) {
            Some(Age::Outside) => return not_applicable,
            Some(age) => age,
            None => {
                asked.push(text("finding-missing-age"));
                Age::Inside
            }
        };
        let questions = [
            screen.condition.weigh(&self.facts, &NoMedicines)?,
            self.smoking.weigh(screen.smoking, self.on),
        ];
        for answer in questions {
            match answer {
                Truth::Yes => {}
                Truth::No => return not_applicable,
                Truth::Unknown(more) => asked.extend(more),
            }
        }
        asked.extend(screen.ask.map(text));
        if self.deeds.ever(&screen.unless_done) {
            return not_applicable;
        }
        if let Some(unless) = &screen.unless {
            match unless.weigh(&self.facts, &NoMedicines)? {
                Truth::Yes => return not_applicable,
                Truth::No => {}
                Truth::Unknown(more) => open.extend(more),
            }
        }
        let (last, again) = self.deeds.last(screen);
        let status = match (again, age) {
            (Some(None), _) => Status::Done(None),
            (Some(Some(day)), _) if days_between(self.on, day) > SOON => Status::Done(Some(day)),
            _ if !asked.is_empty() => Status::Unknown(asked),
            (Some(Some(day)), _) if day > self.on => Status::DueSoon(day),
            (_, Age::From(day)) => Status::DueSoon(day),
            _ => Status::Due,
        };
        Ok((status, last))
    }

    fn age(&self, screen: &Screen) -> Option<Age> {
        let (from, to) = screen.ages;
        if from.is_none() && to.is_none() {
            return Some(Age::Inside);
        }
        let born = self.person.born?;
        let years = age(born, self.on)?;
        if to.is_some_and(|to| years > to) {
            return Some(Age::Outside);
        }
        let Some(from) = from.filter(|from| years < *from) else {
            return Some(Age::Inside);
        };
        let birthday = interval::Interval::Years(from).after(born);
        let soon = birthday.filter(|day| days_between(self.on, *day) <= SOON);
        Some(soon.map_or(Age::Outside, Age::From))
    }
}
