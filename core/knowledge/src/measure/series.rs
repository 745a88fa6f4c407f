//! The values of one thing in the order of time.

use octofhir_ucum::Number;
use pocketchart_fhir::FhirDateTime;

use super::catalog::Catalog;
use super::decimal::{number, plain, rounded};
use super::judge::{Judgement, judge};
use super::reading::Reading;
use super::trend::{Trend, trend};
use super::{Basis, Bound, Flag, Value};
use crate::finding::NotChecked;
use crate::{Person, Rule, UnreadableTables};

/// Digits of a limit in the unit in which it was written: more than any laboratory prints.
const AS_WRITTEN: u32 = 9;

/// All that was measured.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measures {
    /// Each thing by itself.
    pub series: Vec<Series>,
    /// What could not be put into a series: a value without a day, a number that nobody can read.
    pub not_checked: Vec<NotChecked>,
}

/// The values of one thing in the order of time, and where they head.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Names the series among the others of a record: its analyte, else its code and unit.
    pub key: String,
    /// The analyte, an id of the table `analyte`; `None`: a code that the tables do not know.
    pub analyte: Option<&'static str>,
    /// The code of the latest value; what was typed without a code has its words here.
    pub code: String,
    /// What the record calls it.
    pub name: String,
    /// The unit of every point: the one of the record when it has only one, else the analyte's.
    pub unit: String,
    /// The points, earliest first.
    pub points: Vec<Point>,
    /// What stands in the record and is no point, earliest first.
    pub left_out: Vec<LeftOut>,
    /// Where it heads; `None`: there are too few days with an exact value.
    pub trend: Option<Trend>,
}

/// One value of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The entry.
    pub entry: String,
    /// The moment as written.
    pub when: FhirDateTime,
    /// The moment to draw it at: milliseconds since 1970 in UTC.
    pub moment: i64,
    /// The value in the unit of the series, with as many digits as were written.
    pub value: String,
    /// As it was written.
    pub written: Value,
    /// The value to draw.
    pub height: f64,
    /// `<` or `>` before the value: drawn, and left out of the slope.
    pub bound: Option<Bound>,
    /// Outside its range.
    pub flag: Option<Flag>,
    /// What it is compared with; `None`: nothing is known for this person.
    pub range: Option<Range>,
    /// So far from the line of the trend that it stands out among the others. It counts all the same.
    pub is_outlier: bool,
}

/// What is usual.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// Who says so.
    pub basis: Basis,
    /// From, in the unit of the series; a laboratory that only marks a value gives neither.
    pub low: Option<String>,
    /// Up to.
    pub high: Option<String>,
}

/// A value of the record that is no point.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// The entry.
    pub entry: String,
    /// The moment as written.
    pub when: FhirDateTime,
    /// As it was written.
    pub written: Value,
    /// Why.
    pub reason: Reason,
}

/// Why a value is no point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It can hardly be true, by this rule.
    Implausible(Rule),
    /// Another entry says the same of the same moment.
    Repeated,
}

/// `None` for no readings; where it heads only if `heads`.
pub(crate) fn series(
    catalog: &Catalog,
    readings: &[Reading<'_>],
    (person, heads): (&Person, bool),
) -> Result<Option<Series>, UnreadableTables> {
    let Some(last) = readings.last() else {
        return Ok(None);
    };
    let one_unit = readings.iter().all(|reading| reading.unit == last.unit);
    let (mut points, mut left_out): (Vec<Point>, Vec<LeftOut>) = (Vec::new(), Vec::new());
    let mut latest = last;
    for reading in readings {
        let judgement = judge(catalog, reading, person);
        let point = point(reading, &judgement, one_unit);
        let said = || {
            let same_moment = points.iter().rev().take_while(|it| it.moment == point.moment);
            same_moment
                .into_iter()
                .any(|it| it.value == point.value && it.bound == point.bound)
        };
        let reason = match judgement.implausible {
            Some(rule) => Some(Reason::Implausible(rule)),
            None => said().then_some(Reason::Repeated),
        };
        match reason {
            Some(reason) => left_out.push(LeftOut {
                entry: point.entry,
                when: point.when,
                written: point.written,
                reason,
            }),
            None => {
                points.push(point);
                latest = reading;
            }
        }
    }
    let unit = if one_unit {
        latest.written_unit
    } else {
        latest.comparing_unit()
    };
    let trend = match heads {
        true => trend(catalog, &mut points)?,
        false => None,
    };
    Ok(Some(Series {
        key: latest.series(),
        analyte: latest.analyte.map(|analyte| analyte.id),
        code: latest.code.to_owned(),
        name: latest.name.to_owned(),
        unit: unit.to_owned(),
        points,
        left_out,
        trend,
    }))
}

fn point(reading: &Reading<'_>, judgement: &Judgement, as_written: bool) -> Point {
    let value = if as_written {
        reading.written.to_owned()
    } else {
        rounded(reading.value, reading.digits)
    };
    let limit = |limit: Option<Number>| limit_of(reading, judgement.basis?, limit?, as_written);
    Point {
        entry: reading.entry.to_owned(),
        when: reading.when.clone(),
        moment: reading.moment,
        height: number(&value).unwrap_or_default().to_f64(),
        value,
        written: reading.as_written(),
        bound: reading.bound,
        flag: judgement.flag,
        range: judgement.basis.map(|basis| Range {
            basis,
            low: limit(judgement.usual.0),
            high: limit(judgement.usual.1),
        }),
        is_outlier: false,
    }
}

/// A limit in the unit of the series: with all its digits where that is the unit it came in.
fn limit_of(reading: &Reading<'_>, basis: Basis, limit: Number, as_written: bool) -> Option<String> {
    let came_in = match basis {
        Basis::Typical(_) => reading.comparing_unit(),
        Basis::Own | Basis::Laboratory => reading.unit,
    };
    let (limit, unit) = if as_written {
        (reading.in_its_unit(limit)?, reading.unit)
    } else {
        (limit, reading.comparing_unit())
    };
    let digits = if unit == came_in {
        AS_WRITTEN
    } else {
        reading.digits.max(3)
    };
    Some(plain(&rounded(limit, digits)))
}
