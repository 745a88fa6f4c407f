//! Growth of children: how a measure compares with other children of the same age and sex, by the charts of CDC (2000).

mod chart;

use std::collections::BTreeSet;

use jiff::civil::Date;
use pocketchart_fhir::FhirDateTime;

use crate::calendar::days_between;
use crate::measure::{Catalog, Reading, Readings, Value};
use crate::{Person, Rule, Sex, Statement, UnreadableTables};
use chart::Charts;

pub use chart::{Chart, Curve};

/// Mean length of a month, as CDC's own program counts ages.
const MONTH: f64 = 30.4375;
/// The code of a height measured lying.
const LYING: &str = "8306-3";
/// From this age on height is measured standing.
const STANDING: f64 = 24.0;

/// One measure of a child on a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Percentile {
    /// The chart.
    pub chart: Chart,
    /// The entries, sorted: for a body mass index that we computed, those of weight and height.
    pub entries: Vec<String>,
    /// When it was measured.
    pub when: FhirDateTime,
    /// Age in months then.
    pub months: f64,
    /// Where it is on the chart: the age in months, or of [`Chart::WeightForLength`] the length in centimetres.
    pub at: f64,
    /// What was measured, as written; a body mass index that we computed is given with one place.
    pub value: Value,
    /// The same in the unit of the chart, to draw.
    pub height: f64,
    /// Standard deviations from the middle of the chart.
    pub z: f64,
    /// Of 100 children so many are smaller, from 0 to 100.
    pub percentile: f64,
    /// The row of the chart at or before that age or length; values are interpolated to the next one.
    pub rule: Rule,
}

impl Percentile {
    /// Whether CDC itself recommends the standards of the World Health Organization at this age, which are not here.
    pub fn is_below_two(&self) -> bool {
        self.months < STANDING
    }
}

/// What 3, 10, 50, 90 and 97 of 100 children are below on a chart, from the lowest curve to the highest.
///
/// # Errors
/// [`UnreadableTables`].
///
/// ```
/// use pocketchart_knowledge::{Sex, growth};
///
/// let curves = growth::curves(growth::Chart::Height, Sex::Female)?;
/// assert_eq!(curves.iter().map(|it| it.percentile).collect::<Vec<_>>(), [3, 10, 50, 90, 97]);
/// # Ok::<(), pocketchart_knowledge::UnreadableTables>(())
/// ```
pub fn curves(chart: Chart, sex: Sex) -> Result<Vec<Curve>, UnreadableTables> {
    Ok(Charts::get()?.curves(chart, sex))
}

/// Every measure of these statements that was made when the person was a child, in the order of charts and time.
///
/// z = ((X/M)^L − 1)/(L·S), or ln(X/M)/S where L is 0, with L, M and S interpolated between the points of the chart. It is
/// empty when sex or day of birth is not known. Far outside of the charts (|z| above about 3) percentiles say little.
///
/// # Errors
/// [`UnreadableTables`].
pub fn percentiles(
    statements: &[Statement],
    person: &Person,
    on: Date,
) -> Result<Vec<Percentile>, UnreadableTables> {
    let (Some(born), Some(sex)) = (person.born, person.sex) else {
        return Ok(Vec::new());
    };
    let charts = Charts::get()?;
    let readings = Readings::of(Catalog::get()?, statements, person, on);
    let mut found = Vec::new();
    let mut add = |chart: Chart, at: f64, of: &Measure<'_>| {
        let Some(place) = charts.place(chart, sex, at, of.amount) else {
            return;
        };
        found.push(Percentile {
            chart,
            entries: of.entries(),
            when: of.reading.when.clone(),
            months: months(born, of.reading.day),
            at,
            value: of.value.clone(),
            height: of.amount,
            z: place.z,
            percentile: 50.0 * libm::erfc(-place.z * std::f64::consts::FRAC_1_SQRT_2),
            rule: place.rule,
        });
    };
    let heights = measures(&readings, "body-height");
    let weights = measures(&readings, "body-weight");
    let lying = |of: &Measure<'_>| months(born, of.reading.day) < STANDING || of.reading.code == LYING;
    for height in &heights {
        let chart = if lying(height) {
            Chart::Length
        } else {
            Chart::Height
        };
        add(chart, months(born, height.reading.day), height);
    }
    for weight in &weights {
        let months = months(born, weight.reading.day);
        let chart = if months < STANDING {
            Chart::WeightOfInfants
        } else {
            Chart::Weight
        };
        add(chart, months, weight);
    }
    for head in measures(&readings, "head-circumference") {
        add(Chart::HeadCircumference, months(born, head.reading.day), &head);
    }
    let indices = measures(&readings, "body-mass-index");
    let with_index: BTreeSet<Date> = indices.iter().map(|index| index.reading.day).collect();
    for index in &indices {
        add(Chart::BodyMassIndex, months(born, index.reading.day), index);
    }
    for weight in &weights {
        let day = weight.reading.day;
        let Some(height) = heights.iter().find(|height| height.reading.day == day) else {
            continue;
        };
        if lying(height) {
            add(Chart::WeightForLength, height.amount, weight);
        } else if !with_index.contains(&day) {
            add(
                Chart::BodyMassIndex,
                months(born, day),
                &body_mass_index(weight, height),
            );
        }
    }
    found.sort_by(|one, other| {
        let key = |it: &Percentile| (it.chart, it.when.order_key());
        key(one)
            .cmp(&key(other))
            .then_with(|| one.entries.cmp(&other.entries))
    });
    Ok(found)
}

struct Measure<'a> {
    reading: &'a Reading<'a>,
    other: Option<&'a Reading<'a>>,
    amount: f64,
    value: Value,
}

impl Measure<'_> {
    fn entries(&self) -> Vec<String> {
        let both = [Some(self.reading), self.other].into_iter().flatten();
        let mut entries: Vec<String> = both.map(|reading| reading.entry.to_owned()).collect();
        entries.sort();
        entries.dedup();
        entries
    }
}

fn measures<'a>(readings: &'a Readings<'a>, analyte: &str) -> Vec<Measure<'a>> {
    let all = readings.series.get(analyte).map_or(&[][..], Vec::as_slice);
    let exact = all.iter().filter(|reading| reading.bound.is_none());
    exact
        .map(|reading| Measure {
            reading,
            other: None,
            amount: reading.value.to_f64(),
            value: reading.as_written(),
        })
        .collect()
}

fn body_mass_index<'a>(weight: &Measure<'a>, height: &Measure<'a>) -> Measure<'a> {
    let amount = weight.amount / (height.amount / 100.0).powi(2);
    Measure {
        reading: weight.reading,
        other: Some(height.reading),
        amount,
        value: Value {
            number: format!("{amount:.1}"),
            unit: "kg/m2".to_owned(),
        },
    }
}

fn months(born: Date, day: Date) -> f64 {
    f64::from(days_between(born, day)) / MONTH
}
