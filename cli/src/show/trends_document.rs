//! Numbers over time for programs.

use super::care::{not_checked_document, rule_document};
use super::document;
use super::trends::{direction, flag_code, heading};
use super::words::Words;
use pocketchart::Trends;
use pocketchart::knowledge::measure::{
    Basis, GlucoseWeeks, LeftOut, MeanPressure, Point, PressureWeek, Range, Reason, Series, Value as Measured,
};
use serde_json::{Value, json};

fn value_document(value: &Measured) -> Value {
    json!({ "number": value.number, "unit": value.unit })
}

fn range_document(range: &Range) -> Value {
    let (basis, rule) = match range.basis {
        Basis::Own => ("own", None),
        Basis::Laboratory => ("laboratory", None),
        Basis::Typical(rule) => ("typical", Some(rule)),
    };
    json!({
        "low": range.low, "high": range.high, "basis": basis, "rule": rule.as_ref().map(rule_document),
    })
}

fn point_document(trends: &Trends, point: &Point) -> Value {
    let item = trends.items.get(&point.entry);
    let perhaps = item.iter().flat_map(|it| &it.probable).map(document::id);
    json!({
        "sources": item.map_or(1, |it| it.sources.len()), "perhaps_same": perhaps.collect::<Value>(),
        "id": point.entry, "when": point.when.as_str(), "value": point.value,
        "written": value_document(&point.written), "bound": point.bound.map(|it| it.sign()),
        "flag": point.flag.map(flag_code), "range": point.range.as_ref().map(range_document),
        "outlier": point.is_outlier,
    })
}

fn left_out_document(it: &LeftOut) -> Value {
    let (reason, rule) = match &it.reason {
        Reason::Implausible(rule) => ("implausible", Some(rule)),
        Reason::Repeated => ("repeated", None),
    };
    json!({
        "id": it.entry, "when": it.when.as_str(), "written": value_document(&it.written), "reason": reason,
        "rule": rule.map(rule_document),
    })
}

fn series_document(words: Words<'_>, trends: &Trends, series: &Series) -> Value {
    let trend = series.trend.as_ref().map(|trend| {
        json!({
            "direction": direction(Some(trend)), "says": heading(words, series),
            "slope_per_day": trend.slope_per_day, "change": trend.change, "change_percent": trend.change_percent,
            "in_range": trend.in_range.0, "with_range": trend.in_range.1, "days": trend.days,
            "measured_days": trend.measured_days, "rule": rule_document(&trend.rule),
        })
    });
    let points = series.points.iter().map(|it| point_document(trends, it));
    json!({
        "code": series.code, "analyte": series.analyte, "title": series.name, "unit": series.unit,
        "points": points.collect::<Value>(),
        "left_out": series.left_out.iter().map(left_out_document).collect::<Value>(), "trend": trend,
    })
}

fn mean_document(mean: &MeanPressure) -> Value {
    json!({ "systolic": mean.systolic, "diastolic": mean.diastolic, "readings": mean.readings })
}

fn week_document(week: &PressureWeek) -> Value {
    json!({
        "from": week.days.0.to_string(), "to": week.days.1.to_string(), "measured_days": week.measured_days,
        "all": mean_document(&week.all), "morning": week.morning.as_ref().map(mean_document),
        "evening": week.evening.as_ref().map(mean_document), "enough": week.enough, "high": week.high,
        "rules": week.rules.iter().map(rule_document).collect::<Value>(),
    })
}

fn weeks_document(weeks: &GlucoseWeeks) -> Value {
    json!({
        "from": weeks.days.0.to_string(), "to": weeks.days.1.to_string(), "measured_days": weeks.measured_days,
        "readings": weeks.readings, "mean": value_document(&weeks.mean), "below": weeks.below,
        "inside": weeks.inside, "above": weeks.above, "index": weeks.index,
        "rules": weeks.rules.iter().map(rule_document).collect::<Value>(),
    })
}

/// The same for programs: those series, and what belongs to all.
pub(crate) fn trends_document(words: Words<'_>, day: &str, trends: &Trends, shown: &[&Series]) -> Value {
    json!({
        "day": day,
        "series": shown.iter().map(|it| series_document(words, trends, it)).collect::<Value>(),
        "pressure_week": trends.pressure_week.as_ref().map(week_document),
        "glucose_weeks": trends.glucose_weeks.as_ref().map(weeks_document),
        "not_checked": not_checked_document(words, &trends.not_checked),
    })
}
