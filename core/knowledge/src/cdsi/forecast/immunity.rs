//! Is there evidence of immunity (7.2)?

use crate::Rule;
use crate::cdsi::patient::Patient;
use crate::cdsi::schedule::{Antigen, Immunity};

/// The rule that says so (table 7-3). An exclusion that nobody asked about does not exclude.
pub(super) fn evidence(patient: &Patient<'_>, antigen: &Antigen) -> Option<Rule> {
    let history = patient.history;
    let has = |code: &str| history.has(code) == Some(true);
    antigen.immunities.iter().find_map(|immunity| match immunity {
        Immunity::Observation { rule, code } => has(code).then_some(*rule),
        Immunity::Birth {
            rule,
            before,
            country,
            exclusions,
        } => {
            let here = country.is_none_or(|country| history.country_of_birth.as_deref() == Some(country));
            let immune = history.born < *before && here && !exclusions.iter().any(|code| has(code));
            immune.then_some(*rule)
        }
    })
}
