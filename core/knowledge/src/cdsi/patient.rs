//! A person on a day: doses in order, and which antigens each is against (logic specification, 4.2).

use std::collections::HashMap;

use jiff::civil::Date;

use super::calendar::{Ages, Period};
use super::history::{Dose, History};
use super::schedule::{Conflict, Schedule};

/// A person on the day of assessment.
pub(super) struct Patient<'a> {
    pub(super) schedule: &'static Schedule,
    pub(super) history: &'a History,
    pub(super) on: Date,
    /// The doses given by then, in the order of their days; of one day, by their codes.
    pub(super) given: Vec<&'a Dose>,
    /// What each of them disturbs.
    conflicts: Vec<&'static [Conflict]>,
    /// The places of the doses against each antigen.
    against: HashMap<&'static str, Vec<usize>>,
}

impl<'a> Patient<'a> {
    pub(super) fn new(schedule: &'static Schedule, history: &'a History, on: Date) -> Self {
        let mut given: Vec<&Dose> = history.doses.iter().filter(|dose| dose.on <= on).collect();
        given.sort();
        let mut conflicts = Vec::new();
        let mut against: HashMap<_, Vec<usize>> = HashMap::new();
        for (place, dose) in given.iter().enumerate() {
            let cvx = dose.cvx.as_str();
            conflicts.push(schedule.conflicts.get(cvx).map_or(&[] as &[_], Vec::as_slice));
            let associations = schedule.vaccines.get(cvx).into_iter().flatten();
            for it in associations.filter(|it| it.ages.hold(history.born, dose.on)) {
                against.entry(it.antigen).or_default().push(place);
            }
        }
        Self {
            schedule,
            history,
            on,
            given,
            conflicts,
            against,
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
    pub(super) fn against(&self, antigen: &str) -> &[usize] {
        self.against.get(antigen).map_or(&[], Vec::as_slice)
    }

    /// The doses that disturb one of these vaccines, with their places.
    pub(super) fn disturbing<'b>(
        &'b self,
        cvx: &'b [&'b str],
    ) -> impl Iterator<Item = (usize, &'a Dose, &'static Conflict)> + use<'a, 'b> {
        let each = self.given.iter().zip(&self.conflicts).enumerate();
        each.flat_map(move |(place, (dose, conflicts))| {
            let disturbed = conflicts
                .iter()
                .filter(|conflict| cvx.contains(&conflict.current));
            disturbed.map(move |conflict| (place, *dose, conflict))
        })
    }
}
