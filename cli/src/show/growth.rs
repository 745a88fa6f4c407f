//! How a child grows: percentiles as tables, and as a picture with the curves of other children.

use super::document::short_text;
use super::trends::{source, with_unit};
use super::words::Words;
use crate::failure::Failure;
use crate::output::{Mark, Page, Table, quiet, strong};
use jiff::Unit;
use jiff::civil::Date;
use pocketchart::knowledge::Sex;
use pocketchart::knowledge::growth::{self, Chart, Percentile};
use pocketchart::{CareError, FhirDateTime, Growth};
use pocketchart_print::plot::{Axis, Curve, Legend, Mark as Drawn, Plot, Shape, Sign, Tick};
use pocketchart_strings::Message;
use serde_json::{Value, json};

/// Months that are shown before the first and behind the last measure.
const AROUND: f64 = 12.0;
/// Up to so many months ages are counted in months.
const IN_MONTHS: f64 = 36.0;

/// The charts that there is something on, in their order.
pub(crate) fn charts(growth: &Growth) -> Vec<Chart> {
    let mut charts: Vec<Chart> = growth.percentiles.iter().map(|it| it.chart).collect();
    charts.dedup();
    charts
}

fn on(growth: &Growth, chart: Chart) -> impl Iterator<Item = &Percentile> {
    growth.percentiles.iter().filter(move |it| it.chart == chart)
}

fn title(words: Words<'_>, chart: Chart) -> String {
    words
        .0
        .by_id(chart.text(), &[])
        .unwrap_or_else(|_| chart.name().to_owned())
}

/// One chart as a table.
pub(crate) fn chart(words: Words<'_>, page: &mut Page, growth: &Growth, chart: Chart) {
    page.line(format!(
        "{}  {}",
        strong(title(words, chart)),
        quiet(chart.name())
    ));
    let headings = [
        Message::ColumnWhen,
        Message::ColumnAge,
        Message::ColumnValue,
        Message::ColumnPercentile,
        Message::ColumnId,
    ];
    let mut table = Table::new(headings.map(|it| words.show(&it))).firm(2).keep(4);
    for it in on(growth, chart) {
        let mark = if it.is_below_two() {
            Mark::Caution
        } else {
            Mark::None
        };
        table.row(
            mark,
            [
                words.brief(&it.when),
                age(words, growth, &it.when),
                with_unit(&it.value.number, &it.value.unit),
                percentile(words, it.percentile),
                it.entries
                    .iter()
                    .map(|entry| short_text(entry))
                    .collect::<Vec<_>>()
                    .join(" "),
            ],
        );
    }
    page.table(table).blank();
}

/// What must be known of all charts.
pub(crate) fn about(words: Words<'_>, page: &mut Page, growth: &Growth) {
    for line in [Message::GrowthMeaning, Message::GrowthFar] {
        page.line(words.show(&line));
    }
    if growth.percentiles.iter().any(Percentile::is_below_two) {
        page.line(words.show(&Message::GrowthBelowTwo));
    }
    page.line(words.show(&Message::GrowthSource));
    if let Some(it) = growth.percentiles.first() {
        page.line(quiet(source(words, &it.rule)));
    }
}

/// Years and months by the calendar.
fn age(words: Words<'_>, growth: &Growth, when: &FhirDateTime) -> String {
    let day = when.day().and_then(|day| day.parse::<Date>().ok());
    let lived = growth.person.born.zip(day);
    let lived = lived.and_then(|(born, day)| born.until((Unit::Month, day)).ok());
    let months = lived.map_or(0, |it| u64::try_from(it.get_months()).unwrap_or(0));
    words.show(&match months {
        ..24 => Message::GrowthAgeMonths {
            months: months.into(),
        },
        _ => Message::GrowthAgeYears {
            years: (months / 12).to_string().into(),
            months: (months % 12).into(),
        },
    })
}

fn percentile(words: Words<'_>, percentile: f64) -> String {
    match percentile {
        ..1.0 => words.show(&Message::GrowthBelowOne),
        _ if percentile > 99.0 => words.show(&Message::GrowthAboveNinetyNine),
        _ => format!("{percentile:.0}"),
    }
}

/// A chart with the curves of other children.
pub(crate) fn plot(words: Words<'_>, growth: &Growth, sex: Sex, chart: Chart) -> Result<Plot, Failure> {
    let all: Vec<&Percentile> = on(growth, chart).collect();
    let curves = growth::curves(chart, sex).map_err(CareError::from)?;
    let of_chart = curves.first().map(|it| it.points.as_slice()).unwrap_or_default();
    let (least, most) = (
        of_chart.first().map_or(0.0, |it| it.0),
        of_chart.last().map_or(0.0, |it| it.0),
    );
    let (from, to) = match most > IN_MONTHS && chart != Chart::WeightForLength {
        true => {
            let first = all.iter().map(|it| it.at).fold(most, f64::min);
            let last = all.iter().map(|it| it.at).fold(least, f64::max);
            (
                years(first - AROUND, f64::floor).max(least),
                years(last + AROUND, f64::ceil).min(most),
            )
        }
        false => (least, most),
    };
    let inside = |(at, _): &(f64, f64)| (from..=to).contains(at);
    let notes = notes(words, &all);
    let mut description = vec![words.show(&Message::GrowthMeaning)];
    description.extend(all.iter().map(|it| {
        let value = with_unit(&it.value.number, &it.value.unit);
        format!(
            "{}: {value}: {}.",
            age(words, growth, &it.when),
            percentile(words, it.percentile)
        )
    }));
    description.extend(notes.iter().cloned());
    Ok(Plot {
        language: "en".to_owned(),
        right_to_left: false,
        title: title(words, chart),
        description: description.join(" "),
        unit: chart.unit().to_owned(),
        across: axis(words, chart, from, to),
        bands: Vec::new(),
        curves: curves
            .into_iter()
            .map(|curve| Curve {
                label: curve.percentile.to_string(),
                points: curve.points.into_iter().filter(inside).collect(),
                strong: curve.percentile == 50,
            })
            .collect(),
        line: None,
        marks: all
            .iter()
            .map(|it| Drawn {
                at: it.at,
                height: it.height,
                shape: Shape::Dot,
            })
            .collect(),
        legend: [
            (Sign::Mark(Shape::Dot), Message::PlotChild),
            (Sign::Curve, Message::PlotCurves),
        ]
        .into_iter()
        .map(|(sign, text)| Legend {
            sign,
            text: words.show(&text),
        })
        .collect(),
        notes,
    })
}

fn notes(words: Words<'_>, all: &[&Percentile]) -> Vec<String> {
    let below_two = all
        .iter()
        .any(|it| it.is_below_two())
        .then_some(Message::GrowthBelowTwo);
    [
        Some(Message::GrowthMeaning),
        below_two,
        Some(Message::GrowthSource),
        Some(Message::CareInformation),
    ]
    .into_iter()
    .flatten()
    .map(|it| words.show(&it))
    .collect()
}

fn years(months: f64, round: fn(f64) -> f64) -> f64 {
    12.0 * round(months / 12.0)
}

/// Ages or lengths with round numbers.
fn axis(words: Words<'_>, chart: Chart, from: f64, to: f64) -> Axis {
    let (unit, step, label) = match chart {
        Chart::WeightForLength => (1.0, 10.0, Message::PlotLength),
        _ if to <= IN_MONTHS => (1.0, 6.0, Message::PlotAgeMonths),
        _ if to - from > 96.0 => (12.0, 24.0, Message::PlotAgeYears),
        _ => (12.0, 12.0, Message::PlotAgeYears),
    };
    let first = (from / step).ceil() as i32;
    let last = (to / step).floor() as i32;
    let ticks = (first..=last).map(|number| f64::from(number) * step);
    Axis {
        from,
        to,
        ticks: ticks
            .map(|at| Tick {
                at,
                label: format!("{:.0}", at / unit),
            })
            .collect(),
        label: Some(words.show(&label)),
    }
}

/// The same for programs.
pub(crate) fn document(day: &str, growth: &Growth, shown: &[Chart]) -> Value {
    let of_chart = |chart: &Chart| {
        let measures = on(growth, *chart).map(|it| {
            json!({
                "ids": it.entries, "when": it.when.as_str(), "months": it.months,
                "value": { "number": it.value.number, "unit": it.value.unit },
                "z": it.z, "percentile": it.percentile, "below_two": it.is_below_two(),
                "rule": super::care::rule_document(&it.rule),
            })
        });
        json!({ "chart": chart.name(), "unit": chart.unit(), "measures": measures.collect::<Value>() })
    };
    let person = &growth.person;
    json!({
        "day": day, "born": person.born.map(|it| it.to_string()),
        "sex": person.sex.map(|it| match it { Sex::Female => "female", Sex::Male => "male" }),
        "charts": shown.iter().map(of_chart).collect::<Value>(),
    })
}
