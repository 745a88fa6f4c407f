//! Which vaccines a person must not have (7.3), and which are recommended.

use crate::Rule;
use crate::cdsi::outcome::{Changes, Dates, Recommended, Unresolved};
use crate::cdsi::patient::Patient;
use crate::cdsi::schedule::{Antigen, Contraindication, SeriesDose, Vaccine};

/// The contraindications of an antigen that apply to a person.
pub(in crate::cdsi) struct Barred {
    applying: Vec<&'static Contraindication>,
}

impl Barred {
    /// Tables 7-5 and 7-6.
    pub(super) fn of(patient: &Patient<'_>, antigen: &'static Antigen) -> Self {
        let applies = |it: &&Contraindication| {
            patient.is_of(&it.ages, patient.on) && patient.history.has(it.observation) == Some(true)
        };
        let applying = antigen.contraindications.iter().filter(applies).collect();
        Self { applying }
    }

    /// The rule by which a series is contraindicated: the whole antigen, or every preferable vaccine (table 7-7).
    pub(super) fn whole(&self, patient: &Patient<'_>, target: &SeriesDose) -> Option<Rule> {
        let antigen = self
            .applying
            .iter()
            .find(|it| it.cvx.is_empty())
            .map(|it| it.rule);
        let every = || {
            let mut codes = target
                .preferable
                .iter()
                .flat_map(|vaccine| &vaccine.cvx)
                .peekable();
            codes.peek()?;
            codes.try_fold(None, |_, cvx| Some(Some(self.bars(patient, cvx)?)))?
        };
        antigen.or_else(every)
    }

    /// The rule by which a vaccine must not be given now.
    fn bars(&self, patient: &Patient<'_>, cvx: &str) -> Option<Rule> {
        let now = |it: &&&Contraindication| patient.is_of(&it.vaccine_ages, patient.on);
        let mut barring = self.applying.iter().filter(now);
        barring.find(|it| it.cvx.contains(&cvx)).map(|it| it.rule)
    }

    /// The vaccines that a forecast names (FORECASTRECVAC-1).
    pub(super) fn recommended(
        &self,
        patient: &Patient<'_>,
        target: &SeriesDose,
        dates: &Dates,
    ) -> Vec<Recommended> {
        let timely = |it: &&Vaccine| {
            patient.is_of(&it.ages, dates.earliest) || patient.is_of(&it.ages, dates.recommended)
        };
        let named = target.preferable.iter().filter(|it| it.forecast).filter(timely);
        let each = named.flat_map(|it| it.cvx.iter().map(|cvx| (*cvx, it.mvx)));
        let allowed = each.filter(|(cvx, _)| self.bars(patient, cvx).is_none());
        let name = |cvx| {
            patient
                .schedule
                .vaccines
                .get(cvx)
                .and_then(|all| all.first())
                .map_or("", |it| it.name)
        };
        let mut vaccines: Vec<_> = allowed
            .map(|(cvx, mvx)| Recommended {
                cvx,
                mvx,
                name: name(cvx),
            })
            .collect();
        vaccines.sort();
        vaccines.dedup();
        vaccines
    }
}

impl Patient<'_> {
    /// Adds the contraindications of an antigen on which nobody gave an answer.
    pub(in crate::cdsi) fn unresolved_contraindications(
        &self,
        antigen: &'static Antigen,
        unresolved: &mut Vec<Unresolved>,
    ) {
        let open = |it: &&Contraindication| {
            self.is_of(&it.ages, self.on) && self.history.has(it.observation).is_none()
        };
        unresolved.extend(
            antigen
                .contraindications
                .iter()
                .filter(open)
                .map(|it| Unresolved {
                    antigen: antigen.name,
                    changes: Changes::Contraindication,
                    observation: it.observation,
                    title: self.title(it.observation),
                    text: it.text,
                    rule: it.rule,
                }),
        );
    }
}
