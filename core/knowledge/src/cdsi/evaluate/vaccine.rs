//! Was it the right vaccine (6.3, 6.8, 6.9)?

use super::Findings;
use crate::cdsi::history::Dose;
use crate::cdsi::outcome::DoseReason;
use crate::cdsi::patient::Patient;
use crate::cdsi::schedule::{SeriesDose, Vaccine};

/// Table 6-13.
pub(super) fn is_inadvertent(target: &SeriesDose, dose: &Dose, found: &mut Findings) -> bool {
    let Some(vaccine) = target
        .inadvertent
        .iter()
        .find(|it| it.cvx.contains(&dose.cvx.as_str()))
    else {
        return false;
    };
    found.reasons.push(DoseReason::Inadvertent);
    found.rules.push(vaccine.rule);
    true
}

/// Whether a dose is of a preferable or else of an allowable vaccine (tables 6-26, 6-29).
pub(super) fn suits(patient: &Patient<'_>, target: &SeriesDose, dose: &Dose, found: &mut Findings) -> bool {
    let fits = |it: &&Vaccine| {
        let made = it.mvx.is_none_or(|mvx| dose.mvx.as_deref() == Some(mvx));
        made && it.cvx.contains(&dose.cvx.as_str()) && patient.is_of(&it.ages, dose.on)
    };
    if let Some(vaccine) = target.preferable.iter().find(fits) {
        found.rules.push(vaccine.rule);
        let given = dose.volume.as_deref().and_then(ten_thousandths);
        if given
            .zip(ten_thousandths(vaccine.volume))
            .is_some_and(|(given, right)| given < right)
        {
            found.reasons.push(DoseReason::SmallVolume);
        }
        return true;
    }
    let allowable = target.allowable.iter().find(fits);
    found.rules.extend(allowable.map(|vaccine| vaccine.rule));
    if allowable.is_none() {
        found.reasons.push(DoseReason::WrongVaccine);
    }
    allowable.is_some()
}

/// A decimal number in ten-thousandths, which is as fine as the schedule writes volumes.
fn ten_thousandths(text: &str) -> Option<u64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits: String = part.chars().chain("0000".chars()).take(4).collect();
    whole
        .parse::<u64>()
        .ok()?
        .checked_mul(10_000)?
        .checked_add(digits.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::ten_thousandths;

    #[test]
    fn volumes_are_compared_exactly() {
        assert_eq!(ten_thousandths("0.5"), ten_thousandths("0.50"));
        assert_eq!(ten_thousandths("100.0"), Some(1_000_000));
        assert!(ten_thousandths("0.0025") < ten_thousandths("0.1"));
        assert_eq!(ten_thousandths("half"), None);
        assert_eq!(ten_thousandths("99999999999999999999"), None);
    }
}
