//! Numbers over time: where they head, in words, and as a curve of the blocks that every terminal has.

use super::document::short_text;
use super::words::Words;
use crate::output::{Mark, Page, Table, quiet, strong};
use pocketchart::knowledge;
use pocketchart::knowledge::Rule;
use pocketchart::knowledge::measure::{Basis, Direction, Flag, LeftOut, Point, Reason, Series, Trend};
use pocketchart::{FhirDateTime, Trends};
use pocketchart_strings::Message;

const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// As many as fit the narrowest terminal, and a column of a table.
const DRAWN: usize = 36;
const DRAWN_IN_COLUMN: usize = 12;

/// One block for each value, from the lowest to the highest.
pub(crate) fn sparkline(values: &[f64]) -> String {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let step = |value: f64| {
        let share = if high > low {
            (value - low) / (high - low)
        } else {
            0.5
        };
        let last = BLOCKS.len() - 1;
        BLOCKS
            .get((share * last as f64).round() as usize)
            .copied()
            .unwrap_or('?')
    };
    values.iter().map(|&value| step(value)).collect()
}

fn curve(points: &[Point], most: usize) -> String {
    let latest = points.get(points.len().saturating_sub(most)..).unwrap_or(points);
    sparkline(&latest.iter().map(|point| point.height).collect::<Vec<_>>())
}

/// Everything that was measured, a line each.
pub(crate) fn overview(words: Words<'_>, page: &mut Page, all: &[Series]) {
    page.line(words.show(&Message::TrendsHeading {
        count: all.len().into(),
    }));
    let headings = [
        Message::ColumnWhat,
        Message::ColumnValues,
        Message::ColumnCurve,
        Message::ColumnNewest,
        Message::ColumnHeads,
        Message::ColumnCode,
    ];
    let mut table = Table::new(headings.map(|it| words.show(&it))).firm(3).keep(2);
    for series in all {
        let newest = series.points.last();
        table.row(
            Mark::None,
            [
                series.name.clone(),
                series.points.len().to_string(),
                curve(&series.points, DRAWN_IN_COLUMN),
                newest.map(|it| amount(series, it)).unwrap_or_default(),
                words.code("trend-word-", direction(series.trend.as_ref())),
                series.code.clone(),
            ],
        );
    }
    page.blank().table(table);
}

/// One thing in full.
pub(crate) fn series(words: Words<'_>, page: &mut Page, trends: &Trends, series: &Series) {
    page.line(format!("{}  {}", strong(&series.name), quiet(&series.code)));
    if let Some(span) = span(words, series) {
        page.line(span);
        page.blank().exact(format!("  {}", curve(&series.points, DRAWN)));
    }
    if series.points.len() > DRAWN {
        let drawn = words.show(&Message::TrendNewestDrawn { count: DRAWN.into() });
        page.hanging(" ", " ", &quiet(drawn));
    }
    page.line(format!("  {}", strong(heading(words, series))));
    for line in in_words(words, series) {
        page.line(format!("  {line}"));
    }
    if let Some(trend) = &series.trend {
        let method = words.show(&Message::TrendMethod {
            days: trend.measured_days.to_string().into(),
        });
        let method = quiet(format!("{method} {}", source(words, &trend.rule)));
        page.hanging(" ", " ", &method);
    }
    left_out(words, page, &series.left_out);
    if !series.points.is_empty() {
        page.blank().table(points(words, trends, series));
    }
}

/// Where the values head, in a sentence.
pub(super) fn heading(words: Words<'_>, series: &Series) -> String {
    let Some(trend) = &series.trend else {
        return words.show(&Message::TrendTooFew);
    };
    let slope = slope(words, trend, &series.unit);
    words.show(&match (trend.direction, slope) {
        (Direction::Unclear, _) => Message::TrendUnclear,
        (Direction::Rising, None) => Message::TrendRisingLittle,
        (Direction::Falling, None) => Message::TrendFallingLittle,
        (Direction::Rising, Some((slope, time))) => Message::TrendRising {
            slope: slope.into(),
            time: time.into(),
        },
        (Direction::Falling, Some((slope, time))) => Message::TrendFalling {
            slope: slope.into(),
            time: time.into(),
        },
    })
}

/// How many values are usual, in a sentence.
pub(super) fn in_range(words: Words<'_>, series: &Series) -> Option<String> {
    let (inside, count) = series.trend.as_ref()?.in_range;
    (count > 0).then(|| {
        words.show(&Message::TrendInRange {
            inside: inside.to_string().into(),
            count: count.to_string().into(),
        })
    })
}

/// How many values there are, and from when to when.
pub(super) fn span(words: Words<'_>, series: &Series) -> Option<String> {
    let [first, .., last] = series.points.as_slice() else {
        let only = series.points.first()?;
        return Some(words.show(&Message::TrendSpan {
            count: 1_u64.into(),
            from: words.day(&only.when).into(),
            to: words.day(&only.when).into(),
        }));
    };
    Some(words.show(&Message::TrendSpan {
        count: series.points.len().into(),
        from: words.day(&first.when).into(),
        to: words.day(&last.when).into(),
    }))
}

/// What is usual, and who says so.
pub(super) fn usual(words: Words<'_>, series: &Series) -> Option<String> {
    let latest = series.points.last()?;
    let Some(range) = &latest.range else {
        return Some(words.show(&Message::TrendRangeNone));
    };
    let limits = words.limits(range.low.as_deref(), range.high.as_deref());
    let limits = limits.map(|it| with_unit(&it, &series.unit));
    Some(match (range.basis, limits) {
        (Basis::Own, Some(limits)) => words.show(&Message::TrendRangeOwn { range: limits.into() }),
        (Basis::Typical(rule), Some(limits)) => {
            let typical = words.show(&Message::TrendRangeTypical { range: limits.into() });
            format!("{typical} {}", source(words, &rule))
        }
        // A laboratory's mark, or a critical limit alone.
        (Basis::Typical(rule), None) => source(words, &rule),
        (Basis::Own | Basis::Laboratory, _) => words.show(&Message::TrendRangeLaboratory),
    })
}

/// The facts of a series, a line each.
fn in_words(words: Words<'_>, series: &Series) -> Vec<String> {
    let Some(latest) = series.points.last() else {
        return Vec::new();
    };
    let said = |label: Message<'_>, point: &Point| {
        words.show(&Message::TrendPoint {
            label: words.show(&label).into(),
            value: amount(series, point).into(),
            when: words.day(&point.when).into(),
        })
    };
    let mut lines = vec![said(Message::TrendLatest, latest)];
    if let [.., before, _] = series.points.as_slice() {
        lines.push(said(Message::TrendBefore, before));
    }
    if let Some(trend) = &series.trend
        && let Some(change) = &trend.change
    {
        let change = with_unit(change, &series.unit).into();
        lines.push(words.show(&match &trend.change_percent {
            Some(percent) => Message::TrendChangePercent {
                change,
                percent: percent.into(),
            },
            None => Message::TrendChange { change },
        }));
    }
    if series.points.len() > 2 {
        let exact = || series.points.iter().filter(|it| it.bound.is_none());
        let lowest = exact().min_by(|a, b| a.height.total_cmp(&b.height));
        let highest = exact().max_by(|a, b| a.height.total_cmp(&b.height));
        lines.extend(lowest.map(|it| said(Message::TrendLowest, it)));
        lines.extend(highest.map(|it| said(Message::TrendHighest, it)));
    }
    lines.extend(in_range(words, series));
    lines.extend(usual(words, series));
    let count = |is: fn(&Point) -> bool| series.points.iter().filter(|it| is(it)).count();
    let (bounds, outliers) = (count(|it| it.bound.is_some()), count(|it| it.is_outlier));
    if bounds > 0 {
        lines.push(words.show(&Message::TrendBounds { count: bounds.into() }));
    }
    if outliers > 0 {
        lines.push(words.show(&Message::TrendOutliers {
            count: outliers.into(),
        }));
    }
    if series.points.iter().any(is_converted) {
        lines.push(words.show(&Message::TrendConverted));
    }
    lines
}

fn left_out(words: Words<'_>, page: &mut Page, all: &[LeftOut]) {
    if all.is_empty() {
        return;
    }
    page.blank();
    page.line(Mark::Caution.line(&words.show(&Message::TrendLeftOut {
        count: all.len().into(),
    })));
    for it in all {
        let (value, when) = (
            with_unit(&it.written.number, &it.written.unit).into(),
            words.day(&it.when).into(),
        );
        let line = match it.reason {
            Reason::Implausible(_) => Message::TrendLeftImplausible { value, when },
            Reason::Repeated => Message::TrendLeftRepeated { value, when },
        };
        page.hanging("   ", "   ", &words.show(&line));
    }
}

fn points(words: Words<'_>, trends: &Trends, series: &Series) -> Table {
    let headings = [
        Message::ColumnWhen,
        Message::ColumnValue,
        Message::ColumnWritten,
        Message::ColumnState,
        Message::ColumnId,
    ];
    let mut table = Table::new(headings.map(|it| words.show(&it))).firm(1).keep(4);
    for point in series.points.iter().rev() {
        let (mark, flag) = match point.flag {
            Some(flag @ (Flag::Low | Flag::High)) => (Mark::Caution, Some(flag_code(flag))),
            Some(flag) => (Mark::Danger, Some(flag_code(flag))),
            None if point.range.is_some() => (Mark::Good, Some("N")),
            None => (Mark::None, None),
        };
        let flag = flag.map(|it| words.code("flag-", it));
        let outlier = point.is_outlier.then(|| words.show(&Message::TrendStandsOut));
        let item = trends.items.get(&point.entry);
        let sources = item.map_or(1, |it| it.sources.len());
        let sources = (sources > 1).then(|| {
            words.show(&Message::TrendSources {
                count: sources.into(),
            })
        });
        let perhaps = item.is_some_and(|it| !it.probable.is_empty());
        let perhaps = perhaps.then(|| words.show(&Message::TrendPerhapsTwice));
        let state = flag.into_iter().chain(outlier).chain(sources).chain(perhaps);
        let state: Vec<String> = state.collect();
        let written = is_converted(point).then(|| with_unit(&point.written.number, &point.written.unit));
        table.row(
            mark,
            [
                words.moment(&point.when),
                amount(series, point),
                written.unwrap_or_default(),
                state.join(", "),
                short_text(&point.entry),
            ],
        );
    }
    table
}

/// What guidelines make of readings at home.
pub(crate) fn summaries(words: Words<'_>, page: &mut Page, trends: &Trends) {
    let day = |day: jiff::civil::Date| words.day(&FhirDateTime::new(day.to_string()));
    if let Some(week) = &trends.pressure_week {
        let (from, to) = week.days;
        page.blank().line(words.show(&Message::TrendsPressureWeek {
            from: day(from).into(),
            to: day(to).into(),
            systolic: week.all.systolic.as_str().into(),
            diastolic: week.all.diastolic.as_str().into(),
            count: week.all.readings.to_string().into(),
        }));
        let parts = [
            (Message::TrendsPressureMorning, &week.morning),
            (Message::TrendsPressureEvening, &week.evening),
        ];
        for (when, mean) in parts {
            let Some(mean) = mean else { continue };
            let line = words.show(&Message::TrendsPressurePart {
                when: words.show(&when).into(),
                systolic: mean.systolic.as_str().into(),
                diastolic: mean.diastolic.as_str().into(),
                count: mean.readings.to_string().into(),
            });
            page.line(format!("  {line}"));
        }
        if !week.enough {
            page.line(format!("  {}", words.show(&Message::TrendsPressureFew)));
        }
        let [window, ..] = week.rules;
        page.line(quiet(format!("  {}", source(words, &window))));
    }
    if let Some(weeks) = &trends.glucose_weeks {
        let (from, to) = weeks.days;
        page.blank().line(words.show(&Message::TrendsGlucoseWeeks {
            from: day(from).into(),
            to: day(to).into(),
            mean: with_unit(&weeks.mean.number, &weeks.mean.unit).into(),
            count: weeks.readings.to_string().into(),
            days: weeks.measured_days.to_string().into(),
        }));
        let shares = words.show(&Message::TrendsGlucoseShares {
            inside: weeks.inside.as_str().into(),
            below: weeks.below.as_str().into(),
            above: weeks.above.as_str().into(),
        });
        page.line(format!("  {shares}"));
        if let Some(index) = &weeks.index {
            let index = words.show(&Message::TrendsGlucoseIndex { index: index.into() });
            page.line(format!("  {index}"));
        }
        let [window, ..] = weeks.rules;
        page.line(quiet(format!("  {}", source(words, &window))));
    }
}

/// The source of a rule, its edition, and who reviewed the rule.
pub(super) fn source(words: Words<'_>, rule: &Rule) -> String {
    let source = knowledge::source(rule.source).ok().flatten();
    let edition = source.as_ref().map(|it| it.edition).filter(|it| !it.is_empty());
    let said = words.show(&Message::CareSource {
        source: source.as_ref().map_or(rule.source, |it| it.title).into(),
        locator: rule.locator.into(),
    });
    let said = match edition {
        Some(edition) => words.show(&Message::TrendEdition {
            source: said.into(),
            edition: edition.into(),
        }),
        None => said,
    };
    let review = match rule.reviewed_by {
        Some(name) => words.show(&Message::CareReviewed { name: name.into() }),
        None => words.show(&Message::CareNotReviewed),
    };
    format!("{said} {review}")
}

fn is_converted(point: &Point) -> bool {
    point.value != point.written.number
}

/// A value in the unit of the series, with `<` or `>` before it.
fn amount(series: &Series, point: &Point) -> String {
    let bound = point
        .bound
        .map(|it| format!("{} ", it.sign()))
        .unwrap_or_default();
    with_unit(&format!("{bound}{}", point.value), &series.unit)
}

/// A plain number has no unit to say.
pub(super) fn with_unit(number: &str, unit: &str) -> String {
    match unit {
        "" | "1" => number.to_owned(),
        unit => format!("{number} {unit}"),
    }
}

/// How much in which time, the time being such that the values span several of it; `None` where the slope is level.
fn slope(words: Words<'_>, trend: &Trend, unit: &str) -> Option<(String, String)> {
    let (days, time) = match trend.days {
        730.. => (365.25, Message::TrendTimeYear),
        90.. => (30.4375, Message::TrendTimeMonth),
        21.. => (7.0, Message::TrendTimeWeek),
        _ => (1.0, Message::TrendTimeDay),
    };
    let slope = (trend.slope_per_day * days).abs();
    (slope > 0.0).then(|| (with_unit(&two_digits(slope), unit), words.show(&time)))
}

/// An estimate with as many digits as it deserves.
fn two_digits(number: f64) -> String {
    let places = (1.0 - number.log10().floor()).clamp(0.0, 12.0) as usize;
    let text = format!("{number:.places$}");
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => text,
    }
}

pub(super) fn direction(trend: Option<&Trend>) -> &'static str {
    match trend.map(|it| it.direction) {
        Some(Direction::Rising) => "rising",
        Some(Direction::Falling) => "falling",
        Some(Direction::Unclear) => "unclear",
        None => "too-few",
    }
}

pub(super) fn flag_code(flag: Flag) -> &'static str {
    match flag {
        Flag::Low => "L",
        Flag::High => "H",
        Flag::CriticalLow => "LL",
        Flag::CriticalHigh => "HH",
    }
}

#[cfg(test)]
mod tests {
    use super::{sparkline, two_digits};

    #[test]
    fn the_lowest_and_the_highest_are_the_lowest_and_the_highest() {
        assert_eq!(sparkline(&[6.1, 7.0, 9.4]), "▁▃█");
        assert_eq!(sparkline(&[5.0, 5.0]), "▅▅");
        assert_eq!(sparkline(&[]), "");
    }

    #[test]
    fn an_estimate_has_two_digits() {
        for (number, text) in [
            (0.0318, "0.032"),
            (0.2, "0.2"),
            (1.96, "2"),
            (14.4, "14"),
            (1234.5, "1234"),
        ] {
            assert_eq!(two_digits(number), text);
        }
    }
}
