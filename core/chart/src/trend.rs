//! Numbers over time.

use crate::chart::Chart;
use crate::facts;
use crate::read::ReadError;
use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::summary::{Amount, Code, Summary, UsualRange, words};
use pocketchart_record::{EntryId, Row, Section, StoreError};
use std::collections::BTreeMap;

/// A series in the list of those there are.
#[derive(Clone, PartialEq, Debug)]
pub struct Trend {
    /// Names the series: system and code, or the words, and the unit.
    pub key: String,
    /// What was measured, in the words of the newest point.
    pub title: String,
    /// Its code.
    pub code: Option<Code>,
    /// The unit for people.
    pub unit: Option<String>,
    /// How many points.
    pub points: usize,
    /// When the newest was taken.
    pub latest: FhirDateTime,
}

/// One measurement through time, in one unit: values in other units are other series, never converted unseen.
#[derive(Clone, PartialEq, Debug)]
pub struct Series {
    /// What [`Chart::trends`] says of it.
    pub about: Trend,
    /// The values, oldest first.
    pub points: Vec<Point>,
}

/// One value.
#[derive(Clone, PartialEq, Debug)]
pub struct Point {
    /// The entry it stands in.
    pub id: EntryId,
    /// When it was taken, as written.
    pub when: FhirDateTime,
    /// The value as written; its `number` is always there.
    pub value: Amount,
    /// What is usual, as the source says.
    pub range: Option<UsualRange>,
    /// The source's flag: H, L, …
    pub flag: Option<String>,
}

struct Reading {
    title: String,
    code: Option<Code>,
    point: Point,
}

impl Chart {
    /// The series there are in results and vital signs, the longest first.
    ///
    /// # Errors
    /// What the store says.
    pub fn trends(&self) -> Result<Vec<Trend>, ReadError> {
        let series = self.all_series()?;
        let mut trends: Vec<Trend> = series.into_iter().map(|series| series.about).collect();
        trends.sort_by(|a, b| (b.points, &a.title).cmp(&(a.points, &b.title)));
        Ok(trends)
    }

    /// One series: by its [`Trend::key`], by its code alone, or by words of its title. Where several fit, the longest.
    ///
    /// # Errors
    /// [`ReadError::NoSuchSeries`], or what the store says.
    pub fn trend(&self, name: &str) -> Result<Series, ReadError> {
        let asked = words(name);
        let named = |trend: &Trend| {
            let title = words(&trend.title);
            let by_words = !asked.is_empty()
                && asked
                    .iter()
                    .all(|word| title.iter().any(|it| it.starts_with(word)));
            by_words || trend.code.as_ref().is_some_and(|code| code.code == name)
        };
        let mut series = self.all_series()?;
        if let Some(at) = series.iter().position(|it| it.about.key == name) {
            return Ok(series.swap_remove(at));
        }
        series
            .into_iter()
            .filter(|it| named(&it.about))
            .max_by_key(|it| it.points.len())
            .ok_or(ReadError::NoSuchSeries)
    }

    fn all_series(&self) -> Result<Vec<Series>, StoreError> {
        let mut series: BTreeMap<String, Vec<Reading>> = BTreeMap::new();
        for section in [Section::Vitals, Section::Results] {
            self.record.each_row::<StoreError>(section, |row| {
                if row.is_current() && row.entry.kind == "fhir/Observation" {
                    for reading in readings(&row, &facts::of(&row)) {
                        series.entry(key(&reading)).or_default().push(reading);
                    }
                }
                Ok(())
            })?;
        }
        Ok(series
            .into_iter()
            .filter_map(|(key, readings)| one(key, readings))
            .collect())
    }
}

/// The numbers of an observation: its own, and those of its components.
fn readings(row: &Row, facts: &Summary) -> Vec<Reading> {
    let error = Some("entered-in-error");
    let (Some(when), false) = (&facts.when, facts.status.as_deref() == error) else {
        return Vec::new();
    };
    let reading = |title: &Option<String>, code: &Option<Code>, value: &Option<Amount>, range, flag| {
        let value = value.clone().filter(|value| value.number.is_some())?;
        let title = title.clone().or_else(|| Some(code.as_ref()?.code.clone()))?;
        Some(Reading {
            title,
            code: code.clone(),
            point: Point {
                id: row.id,
                when: when.clone(),
                value,
                range,
                flag,
            },
        })
    };
    let own = reading(
        &facts.title,
        &facts.code,
        &facts.value,
        facts.range.clone(),
        facts.flag.clone(),
    );
    let parts = facts
        .components
        .iter()
        .filter_map(|it| reading(&it.title, &it.code, &it.value, it.range.clone(), it.flag.clone()));
    own.into_iter().chain(parts).collect()
}

fn key(reading: &Reading) -> String {
    let value = &reading.point.value;
    let unit = value
        .ucum
        .as_deref()
        .or(value.unit.as_deref())
        .unwrap_or_default();
    match &reading.code {
        Some(code) => format!(
            "{}|{}|{unit}",
            code.system.as_deref().unwrap_or_default(),
            code.code
        ),
        None => format!("text|{}|{unit}", words(&reading.title).join(" ")),
    }
}

fn one(key: String, mut readings: Vec<Reading>) -> Option<Series> {
    readings.sort_by(|a, b| (&a.point.when, a.point.id).cmp(&(&b.point.when, b.point.id)));
    // The same value of the same moment from several sources is one point.
    readings.dedup_by(|a, b| a.point.when == b.point.when && a.point.value == b.point.value);
    let newest = readings.last()?;
    let about = Trend {
        key,
        title: newest.title.clone(),
        code: newest.code.clone(),
        unit: newest.point.value.unit.clone(),
        points: readings.len(),
        latest: newest.point.when.clone(),
    };
    Some(Series {
        about,
        points: readings.into_iter().map(|reading| reading.point).collect(),
    })
}
