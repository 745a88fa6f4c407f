//! A person on a day: doses in order, and which antigens each is against (logic specification, 4.2).

use jiff::civil::Date;

use super::calendar::{Ages, Period};
use super::history::{Dose, History};
use super::schedule::Schedule;

/// A person on the day of assessment.
pub(super) struct Patient<'a> {
    pub(super) schedule: &'static Schedule,
    pub(super) history: &'a History,
    pub(super) on: Date,
    /// The doses given by then, in the order of their days; of one day, by their codes.
    pub(super) given: Vec<&'a Dose>,
}

impl<'a> Patient<'a> {
    pub(super) fn new(schedule: &'static Schedule, history: &'a History, on: Date) -> Self {
        let mut given: Vec<&Dose> = history.doses.iter().filter(|dose| dose.on <= on).collect();
        given.sort();
        Self {
            schedule,
            history,
            on,
            given,
        }
    }

    /// The day on which the person is of this age.
    pub(super) fn aged(&self, age: &Period) -> Date {
        age.after(self.history.born)
    }

    /// Whether the person is of one of these ages on a day.
    pub(super) fn is_of(&self, ages: &Ages, on: Date) -> bool {
        ages.hold(self.history.born, on)
    }

    /// The places of the doses that protect against an antigen.
    pub(super) fn against(&self, antigen: &str) -> Vec<usize> {
        let protects = |dose: &Dose| {
            let associations = self
                .schedule
                .vaccines
                .get(dose.cvx.as_str())
                .into_iter()
                .flatten();
            associations
                .filter(|it| it.antigen == antigen)
                .any(|it| self.is_of(&it.ages, dose.on))
        };
        let places = self.given.iter().enumerate();
        places
            .filter(|(_, dose)| protects(dose))
            .map(|(place, _)| place)
            .collect()
    }
}
