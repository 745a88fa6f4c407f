//! Is there evidence of immunity (7.2)?

use crate::Rule;
use crate::cdsi::outcome::{Changes, Unresolved};
use crate::cdsi::patient::Patient;
use crate::cdsi::schedule::{Antigen, Immunity};

/// The rule that says so (table 7-3). An exclusion that nobody asked about does not exclude.
pub(super) fn evidence(patient: &Patient<'_>, antigen: &Antigen) -> Option<Rule> {
    let has = |code: &str| patient.history.has(code) == Some(true);
    antigen.immunities.iter().find_map(|immunity| match immunity {
        Immunity::Observation { rule, code } => has(code).then_some(*rule),
        Immunity::Birth { rule, exclusions, .. } => {
            let immune = is_born_in_time(patient, immunity) && !exclusions.iter().any(|code| has(code));
            immune.then_some(*rule)
        }
    })
}

fn is_born_in_time(patient: &Patient<'_>, immunity: &Immunity) -> bool {
    let Immunity::Birth { before, country, .. } = immunity else {
        return false;
    };
    let born_in = patient.history.country_of_birth.as_deref();
    patient.history.born < *before && country.is_none_or(|country| born_in == Some(country))
}

impl Patient<'_> {
    /// Adds the exclusions on which nobody gave an answer, of an antigen against which the person counts as immune by birth.
    pub(in crate::cdsi) fn unresolved_immunity(
        &self,
        antigen: &'static Antigen,
        unresolved: &mut Vec<Unresolved>,
    ) {
        for immunity in antigen.immunities.iter().filter(|it| is_born_in_time(self, it)) {
            let Immunity::Birth { rule, exclusions, .. } = immunity else {
                continue;
            };
            let open = exclusions.iter().filter(|code| self.history.has(code).is_none());
            unresolved.extend(open.map(|code| Unresolved {
                antigen: antigen.name,
                changes: Changes::Immunity,
                observation: code,
                title: self.title(code),
                text: self.title(code),
                rule: *rule,
            }));
        }
    }
}
