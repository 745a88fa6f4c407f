//! Numbers over time, and how a child grows.

use crate::care::{CareError, Held, Items, the_day};
use crate::chart::Chart;
use crate::item::ItemState;
use crate::read::ReadError;
use pocketchart_fhir::summary::words;
use pocketchart_knowledge::growth::{self, Percentile};
use pocketchart_knowledge::measure::{self, GlucoseWeeks, PressureWeek, Series};
use pocketchart_knowledge::{NotChecked, Person, Statement, Text};
use pocketchart_record::sabotage;
use std::borrow::Cow;
use std::sync::Arc;

/// All that was measured up to a day, and where it heads.
#[derive(Clone, PartialEq, Debug)]
pub struct Trends {
    /// Each thing by itself, the longest first. Entries are named by their ids as text.
    pub series: Vec<Series>,
    /// Blood pressure in the last week with readings.
    pub pressure_week: Option<PressureWeek>,
    /// Glucose in the last two weeks with readings.
    pub glucose_weeks: Option<GlucoseWeeks>,
    /// What could not be put into a series, and why.
    pub not_checked: Vec<NotChecked>,
    /// The items of the values, by their entries as text: who says so, and what else may be the same.
    pub items: Items,
}

impl Trends {
    /// The series of this code; else those whose name has all of these words, or words that begin so. The longest is first.
    ///
    /// # Errors
    /// [`ReadError::NoSuchSeries`].
    pub fn named(&self, name: &str) -> Result<Vec<&Series>, ReadError> {
        let by_code: Vec<&Series> = self
            .series
            .iter()
            .filter(|it| it.code == name || it.analyte == Some(name))
            .collect();
        if !by_code.is_empty() {
            return Ok(by_code);
        }
        let asked = words(name);
        let fits = |series: &&Series| {
            let title = words(&series.name);
            let begins = |word: &String| title.iter().any(|it| it.starts_with(word));
            !asked.is_empty() && asked.iter().all(begins)
        };
        let by_words: Vec<&Series> = self.series.iter().filter(fits).collect();
        match by_words.is_empty() {
            true => Err(ReadError::NoSuchSeries),
            false => Ok(by_words),
        }
    }
}

/// How somebody grew, on the charts of CDC (2000).
#[derive(Clone, Debug)]
pub struct Growth {
    /// Day of birth and sex, as the record says; without both there are no charts.
    pub person: Person,
    /// Every measure that is on a chart, in the order of charts and time. Entries are named by their ids as text.
    pub percentiles: Vec<Percentile>,
    /// What could not be read, and why.
    pub not_checked: Vec<NotChecked>,
}

impl Chart {
    /// All that was measured up to a day (`YYYY-MM-DD`), from another on or from the beginning, and where it heads: the robust
    /// slope from three days with exact values on. It is made anew each time and never stored. Information, not a medical device.
    ///
    /// # Errors
    /// [`CareError`].
    ///
    /// ```no_run
    /// # fn show(chart: &pocketchart::Chart) -> Result<(), pocketchart::CareError> {
    /// let trends = chart.trends(None, "2026-11-26")?;
    /// for series in trends.named("hba1c")? {
    ///     let slope = series.trend.as_ref().map(|it| it.slope_per_day * 365.25);
    ///     println!("{} values in {}, {slope:?} a year", series.points.len(), series.unit);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn trends(&self, since: Option<&str>, day: &str) -> Result<Trends, CareError> {
        let (since, on) = (since.map(the_day).transpose()?, the_day(day)?);
        let held = self.held()?;
        let person = &held.person;
        let (statements, contradicted) = held.undisputed();
        let statements = statements.as_ref();
        let measures = measure::series(statements, person, since, on)?;
        let mut series = measures.series;
        series.sort_by(|a, b| (b.points.len(), &a.name, &a.code).cmp(&(a.points.len(), &b.name, &b.code)));
        let mut not_checked = measures.not_checked;
        not_checked.extend(held.unread_measures());
        not_checked.extend(contradicted);
        Ok(Trends {
            series,
            pressure_week: measure::pressure_week(statements, person, on)?,
            glucose_weeks: measure::glucose_weeks(statements, person, on)?,
            not_checked,
            items: Arc::clone(&held.items),
        })
    }

    /// Where each measure up to a day (`YYYY-MM-DD`), of the time in which the person was a child, is among children of the same
    /// age and sex. Below two years CDC recommends the standards of the World Health Organization, which are not here: see
    /// [`Percentile::is_below_two`].
    ///
    /// # Errors
    /// [`CareError`].
    pub fn growth(&self, day: &str) -> Result<Growth, CareError> {
        let (on, held) = (the_day(day)?, self.held()?);
        Ok(Growth {
            percentiles: growth::percentiles(&held.statements, &held.person, on)?,
            person: held.person,
            not_checked: held.unread_measures(),
        })
    }
}

impl Held {
    /// Statements without the values about which sources disagree, and those: a trend takes neither side.
    fn undisputed(&self) -> (Cow<'_, [Statement]>, Vec<NotChecked>) {
        let disputed = |it: &&Statement| {
            let item = self.items.get(&it.entry);
            item.filter(|item| {
                item.state == ItemState::Unreconciled && item.facts.resource_type == "Observation"
            })
        };
        let told: Vec<NotChecked> = self
            .statements
            .iter()
            .filter_map(|it| Some((it, disputed(&it)?)))
            .map(|(it, item)| NotChecked {
                entry: Some(it.entry.clone()),
                why: Text {
                    id: "trend-contradicted",
                    arguments: vec![("what", item.facts.title.clone().unwrap_or_default())],
                },
            })
            .collect();
        let statements = match told.is_empty() || sabotage::off("contradicted") {
            true => Cow::Borrowed(self.statements.as_slice()),
            false => self
                .statements
                .iter()
                .filter(|it| disputed(it).is_none())
                .cloned()
                .collect(),
        };
        (statements, told)
    }

    /// Of what could not be read, the observations.
    fn unread_measures(&self) -> Vec<NotChecked> {
        let may_be_measured = |gap: &&NotChecked| {
            let item = gap.entry.as_ref().and_then(|entry| self.items.get(entry));
            item.is_none_or(|item| item.facts.resource_type == "Observation")
        };
        self.unread.iter().filter(may_be_measured).cloned().collect()
    }
}
