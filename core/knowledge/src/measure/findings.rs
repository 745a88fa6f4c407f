//! What the values of a record give rise to say.

use jiff::civil::Date;

use super::catalog::Catalog;
use super::decimal::{plain, rounded};
use super::judge::{Judgement, judge};
use super::reading::{Reading, Readings};
use super::series::{Series, series};
use super::trend::Direction;
use super::{Basis, Flag, Judged, Value, pressure};
use crate::finding::{Certainty, Finding, Findings, Kind, NotChecked, Severity, Text};
use crate::{Person, Rule, UnreadableTables, version};

pub(crate) fn judged(catalog: &Catalog, reading: &Reading<'_>, person: &Person) -> Judged {
    let Judgement {
        basis,
        flag,
        usual,
        implausible,
    } = judge(catalog, reading, person);
    let limit = |limit: octofhir_ucum::Number| plain(&rounded(limit, reading.digits.max(3)));
    let converted = (reading.comparing_unit() != reading.unit).then(|| Value {
        number: rounded(reading.value, reading.digits),
        unit: reading.comparing_unit().to_owned(),
    });
    Judged {
        entry: reading.entry.to_owned(),
        analyte: reading.analyte.map(|analyte| analyte.id),
        name: reading.name.to_owned(),
        when: reading.when.clone(),
        written: reading.as_written(),
        converted,
        bound: reading.bound,
        basis,
        flag,
        usual: (usual.0.map(limit), usual.1.map(limit)),
        implausible,
    }
}

pub(crate) fn findings(
    catalog: &Catalog,
    readings: &Readings<'_>,
    person: &Person,
    on: Date,
) -> Result<Findings, UnreadableTables> {
    let mut found = Vec::new();
    let mut not_checked = readings.not_read.clone();
    for one in readings.series.values() {
        found.extend(
            one.iter()
                .filter_map(|reading| implausible(&judged(catalog, reading, person))),
        );
        let Some(latest) = one.last().map(|reading| judged(catalog, reading, person)) else {
            continue;
        };
        match (latest.basis, latest.flag) {
            (None, _) if latest.implausible.is_none() && in_doubt(catalog, one) => {
                not_checked.push(no_range(&latest));
            }
            (Some(basis), Some(flag)) => found.push(outside(catalog, &latest, basis, flag)?),
            _ => {}
        }
        if let Some(series) = series(catalog, one, (person, true))? {
            found.extend(moving_away(&series, &latest));
        }
    }
    if let Some(week) = pressure::week(catalog, readings, person)?.filter(|week| week.high && week.enough) {
        found.push(high_week(week));
    }
    found.sort_by(|one, other| {
        (other.severity, one.rule.row, &one.entries).cmp(&(one.severity, other.rule.row, &other.entries))
    });
    Ok(Findings {
        on,
        version: version()?,
        found,
        not_checked,
    })
}

/// Whether something would be known of these values for others: not of a weight, which has no range for anyone.
fn in_doubt(catalog: &Catalog, readings: &[Reading<'_>]) -> bool {
    readings
        .last()
        .is_some_and(|latest| latest.analyte.is_none() || !catalog.ranges(latest.code).is_empty())
}

fn no_range(latest: &Judged) -> NotChecked {
    NotChecked {
        entry: Some(latest.entry.clone()),
        why: Text {
            id: "measure-no-range",
            arguments: vec![("name", latest.name.clone())],
        },
    }
}

fn implausible(value: &Judged) -> Option<Finding> {
    Some(Finding {
        kind: Kind::Result,
        severity: Severity::Note,
        certainty: Certainty::Certain,
        entries: vec![value.entry.clone()],
        rule: value.implausible?,
        says: says("measure-check-value", value),
        advice: text("measure-check-value-next"),
    })
}

fn outside(catalog: &Catalog, value: &Judged, basis: Basis, flag: Flag) -> Result<Finding, UnreadableTables> {
    let rule: Rule = match basis {
        Basis::Own => catalog.constant("own-range")?.rule,
        Basis::Laboratory => catalog.constant("lab-flag")?.rule,
        Basis::Typical(rule) => rule,
    };
    let (severity, id, advice) = match flag {
        Flag::Low => (Severity::Note, "measure-low", "measure-outside-next"),
        Flag::High => (Severity::Note, "measure-high", "measure-outside-next"),
        Flag::CriticalLow => (Severity::Avoid, "measure-critical-low", "measure-critical-next"),
        Flag::CriticalHigh => (Severity::Avoid, "measure-critical-high", "measure-critical-next"),
    };
    Ok(Finding {
        kind: Kind::Result,
        severity,
        certainty: Certainty::Certain,
        entries: vec![value.entry.clone()],
        rule,
        says: says(id, value),
        advice: text(advice),
    })
}

fn moving_away(series: &Series, latest: &Judged) -> Option<Finding> {
    let trend = series.trend.as_ref()?;
    let id = match (trend.direction, latest.flag) {
        (Direction::Rising, Some(Flag::High | Flag::CriticalHigh)) => "trend-rising-away",
        (Direction::Falling, Some(Flag::Low | Flag::CriticalLow)) => "trend-falling-away",
        _ => return None,
    };
    let points = &series.points;
    let mut entries: Vec<String> = points.iter().map(|point| point.entry.clone()).collect();
    entries.sort();
    entries.dedup();
    Some(Finding {
        kind: Kind::Trend,
        severity: Severity::Note,
        certainty: Certainty::Certain,
        entries,
        rule: trend.rule,
        says: Text {
            id,
            arguments: vec![
                ("name", series.name.clone()),
                ("count", points.len().to_string()),
                ("days", trend.days.to_string()),
            ],
        },
        advice: text("measure-outside-next"),
    })
}

fn high_week(week: pressure::PressureWeek) -> Finding {
    let [.., systolic, _] = week.rules;
    Finding {
        kind: Kind::Result,
        severity: Severity::Precaution,
        certainty: Certainty::Certain,
        entries: week.entries,
        rule: systolic,
        says: Text {
            id: "measure-pressure-week-high",
            arguments: vec![
                ("systolic", week.all.systolic),
                ("diastolic", week.all.diastolic),
                ("count", week.all.readings.to_string()),
            ],
        },
        advice: text("measure-outside-next"),
    }
}

fn says(id: &'static str, value: &Judged) -> Text {
    let bound = value.bound.map_or("", super::Bound::sign);
    let mut arguments = vec![
        ("name", value.name.clone()),
        (
            "value",
            format!("{bound}{} {}", value.written.number, value.written.unit),
        ),
        ("when", value.when.as_str().to_owned()),
    ];
    if let Some(converted) = &value.converted {
        arguments.push((
            "converted",
            format!("{bound}{} {}", converted.number, converted.unit),
        ));
    }
    for (name, limit) in [("low", &value.usual.0), ("high", &value.usual.1)] {
        if let Some(limit) = limit {
            arguments.push((name, limit.clone()));
        }
    }
    Text { id, arguments }
}

fn text(id: &'static str) -> Text {
    Text {
        id,
        arguments: Vec::new(),
    }
}
