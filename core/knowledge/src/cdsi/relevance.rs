//! Which series are for a person (chapter 5).

use super::SeriesKind;
use super::outcome::{Changes, Unresolved};
use super::patient::Patient;
use super::schedule::{Gender, Indication, Series};

impl Patient<'_> {
    /// Whether a series is relevant (table 5-5).
    pub(super) fn needs(&self, series: &Series) -> bool {
        let indicated = || series.indications.iter().any(|it| self.applies(it) == Some(true));
        self.is_for(series) && (series.kind != SeriesKind::Risk || indicated())
    }

    fn is_for(&self, series: &Series) -> bool {
        let gender = self.history.sex.map_or(Gender::Unknown, Gender::Known);
        series.genders.is_empty() || series.genders.contains(&gender)
    }

    /// Whether an indication applies (table 5-4); `None`: nobody said.
    fn applies(&self, indication: &Indication) -> Option<bool> {
        if !self.is_of(&indication.ages, self.on) {
            return Some(false);
        }
        self.history.has(indication.observation)
    }

    /// Adds the indications of a series on which nobody gave an answer, unless the series is relevant without it.
    pub(super) fn unresolved_indications(&self, series: &Series, unresolved: &mut Vec<Unresolved>) {
        if series.kind != SeriesKind::Risk || !self.is_for(series) || self.needs(series) {
            return;
        }
        let open = series.indications.iter().filter(|it| self.applies(it).is_none());
        unresolved.extend(open.map(|it| Unresolved {
            antigen: series.antigen,
            changes: Changes::Indication,
            observation: it.observation,
            title: self.title(it.observation),
            text: it.text,
            rule: it.rule,
        }));
    }

    /// What an observation is called.
    pub(super) fn title(&self, observation: &str) -> &'static str {
        self.schedule
            .observations
            .get(observation)
            .map_or("", |it| it.title)
    }
}
