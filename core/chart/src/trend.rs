//! Numbers over time, and how a child grows.

use crate::care::{CareError, Held, Items, the_day};
use crate::chart::Chart;
use crate::item::ItemState;
use crate::read::ReadError;
use crate::redeem::StatedItem;
use pocketchart_fhir::summary::words;
use pocketchart_fhir::view::View;
use pocketchart_knowledge::growth::{self, Percentile};
use pocketchart_knowledge::measure::{self, GlucoseWeeks, Measures, PressureWeek, Series};
use pocketchart_knowledge::{NotChecked, Person, Statement, Text};
use pocketchart_record::{Section, sabotage};
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

/// All that was measured up to a day, without where it heads: for who only draws it.
#[derive(Clone, PartialEq, Debug)]
pub struct Measured {
    /// Each thing by itself, the longest first, as in [`Trends`].
    pub series: Vec<Series>,
    /// What could not be put into a series, and why.
    pub not_checked: Vec<NotChecked>,
    /// The items of the values, by their entries as text.
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
        self.held()?.trends(since, day)
    }

    /// All that was measured up to a day (`YYYY-MM-DD`), in a chart that a patient shared: what the patient's device stated of some
    /// sections, as a copy, counts as well. Those values are named `copy-1`, `copy-2` and so on.
    ///
    /// # Errors
    /// [`CareError`].
    ///
    /// ```no_run
    /// use pocketchart::{Chart, Section, StatedItem};
    /// # fn show(shared: &Chart, stated: &[StatedItem]) -> Result<(), pocketchart::CareError> {
    /// let measured = shared.measured_beside("2026-11-26", (&[Section::Vitals], stated))?;
    /// println!("{} measures", measured.series.len());
    /// # Ok(())
    /// # }
    /// ```
    pub fn measured_beside(
        &self,
        day: &str,
        copy: (&[Section], &[StatedItem]),
    ) -> Result<Measured, CareError> {
        self.held()?.with_copy(copy).measured(day)
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

/// As [`Chart::measured_beside`], of what a patient's device stated as a copy: without a record.
///
/// # Errors
/// [`CareError`].
///
/// ```
/// let measured = pocketchart::measured_copies("2026-11-26", &[])?;
/// assert!(measured.series.is_empty());
/// # Ok::<(), pocketchart::CareError>(())
/// ```
pub fn measured_copies(day: &str, copies: &[StatedItem]) -> Result<Measured, CareError> {
    Held::default().with_copy((&Section::ALL, copies)).measured(day)
}

impl Held {
    fn trends(&self, since: Option<&str>, day: &str) -> Result<Trends, CareError> {
        let (since, on) = (since.map(the_day).transpose()?, the_day(day)?);
        let person = &self.person;
        let (statements, contradicted) = self.undisputed();
        let statements = statements.as_ref();
        let measures = measure::series(statements, person, since, on)?;
        let Measured {
            series,
            not_checked,
            items,
        } = self.ordered(measures, contradicted);
        Ok(Trends {
            series,
            pressure_week: measure::pressure_week(statements, person, on)?,
            glucose_weeks: measure::glucose_weeks(statements, person, on)?,
            not_checked,
            items,
        })
    }

    fn measured(&self, day: &str) -> Result<Measured, CareError> {
        let (statements, contradicted) = self.undisputed();
        let measures = measure::points(&statements, &self.person, the_day(day)?)?;
        Ok(self.ordered(measures, contradicted))
    }

    /// The longest series first, and all that stands in none.
    fn ordered(&self, measures: Measures, contradicted: Vec<NotChecked>) -> Measured {
        let mut series = measures.series;
        series.sort_by(|a, b| (b.points.len(), &a.name, &a.code).cmp(&(a.points.len(), &b.name, &b.code)));
        let mut not_checked = measures.not_checked;
        not_checked.extend(self.unread_measures());
        not_checked.extend(contradicted);
        Measured {
            series,
            not_checked,
            items: Arc::clone(&self.items),
        }
    }

    /// Statements without the values about which sources disagree, and those: a trend takes neither side.
    fn undisputed(&self) -> (Cow<'_, [Statement]>, Vec<NotChecked>) {
        let disputed = |it: &&Statement| -> Option<String> {
            if !matches!(it.view, View::Observation(_)) {
                return None;
            }
            let item = self.items.get(&it.entry);
            let item = item.filter(|item| item.state == ItemState::Unreconciled);
            let of_record = item.map(|item| item.facts.title.clone().unwrap_or_default());
            of_record.or_else(|| self.disputed_copies.get(&it.entry).cloned())
        };
        let told: Vec<NotChecked> = self
            .statements
            .iter()
            .filter_map(|it| Some((it, disputed(&it)?)))
            .map(|(it, title)| NotChecked {
                entry: Some(it.entry.clone()),
                why: Text {
                    id: "trend-contradicted",
                    arguments: vec![("what", title)],
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
