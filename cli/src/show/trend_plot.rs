//! A series as a picture.

use super::date_axis::date_axis;
use super::trends::{heading, in_range, span, usual};
use super::words::Words;
use pocketchart::knowledge::measure::{Basis, Bound, Point, Range, Series};
use pocketchart_print::plot::{Axis, Band, Fill, Legend, Mark, Plot, Shape, Sign};
use pocketchart_strings::Message;

/// The picture, or `None` where there is no value.
pub(crate) fn trend_plot(words: Words<'_>, series: &Series) -> Option<Plot> {
    let (first, last) = (series.points.first()?, series.points.last()?);
    let (from, to) = (words.day(&first.when), words.day(&last.when));
    let what = series.name.as_str().into();
    let title = words.show(&match from == to {
        true => Message::PlotTitleOnce {
            what,
            when: from.into(),
        },
        false => Message::PlotTitle {
            what,
            from: from.into(),
            to: to.into(),
        },
    });
    let across = date_axis(words, first.moment, last.moment);
    let bands = bands(&series.points, &across);
    let line = series
        .trend
        .as_ref()
        .map(|trend| trend.line.map(|(at, height)| (at as f64, height)));
    let marks: Vec<Mark> = series.points.iter().map(mark).collect();
    let notes: Vec<String> = [
        Some(heading(words, series)),
        in_range(words, series),
        usual(words, series),
        Some(words.show(&Message::CareInformation)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let said = span(words, series).into_iter().map(|it| format!("{it}."));
    let description: Vec<String> = said.chain(notes.iter().cloned()).collect();
    Some(Plot {
        language: "en".to_owned(),
        right_to_left: false,
        title,
        description: description.join(" "),
        unit: series.unit.clone(),
        legend: legend(words, &marks, line.is_some(), &bands),
        across,
        bands,
        curves: Vec::new(),
        line,
        marks,
        notes,
    })
}

fn mark(point: &Point) -> Mark {
    Mark {
        at: point.moment as f64,
        height: point.height,
        shape: match point.bound {
            Some(Bound::Below | Bound::AtMost) => Shape::Down,
            Some(Bound::Above | Bound::AtLeast) => Shape::Up,
            None if point.is_outlier => Shape::Hollow,
            None => Shape::Dot,
        },
    }
}

/// Each range from halfway after the value before to halfway before the next, as ranges change with age and laboratory.
fn bands(points: &[Point], across: &Axis) -> Vec<Band> {
    let mut bands = Vec::new();
    let mut begin = across.from;
    let groups: Vec<&[Point]> = points.chunk_by(|one, other| one.range == other.range).collect();
    for (number, group) in groups.iter().enumerate() {
        let next = groups.get(number + 1).and_then(|it| it.first());
        let end = match (group.last(), next) {
            (Some(last), Some(next)) => f64::midpoint(last.moment as f64, next.moment as f64),
            _ => across.to,
        };
        let range = group.first().and_then(|it| it.range.as_ref());
        bands.extend(range.and_then(|range| band(range, begin, end)));
        begin = end;
    }
    bands
}

fn band(range: &Range, from: f64, to: f64) -> Option<Band> {
    let number = |limit: &Option<String>| limit.as_ref().and_then(|it| it.parse::<f64>().ok());
    let (low, high) = (number(&range.low), number(&range.high));
    let fill = match range.basis {
        Basis::Typical(_) => Fill::Hatched,
        Basis::Own | Basis::Laboratory => Fill::Plain,
    };
    (low.is_some() || high.is_some()).then_some(Band {
        from,
        to,
        low,
        high,
        fill,
    })
}

/// The meaning of each sign that is drawn.
fn legend(words: Words<'_>, marks: &[Mark], has_line: bool, bands: &[Band]) -> Vec<Legend> {
    let mut signs: Vec<Sign> = marks.iter().map(|mark| Sign::Mark(mark.shape)).collect();
    signs.extend(has_line.then_some(Sign::Line));
    signs.extend(bands.iter().map(|band| Sign::Band(band.fill)));
    signs.sort_unstable();
    signs.dedup();
    signs
        .into_iter()
        .map(|sign| Legend {
            sign,
            text: words.show(&match sign {
                Sign::Mark(Shape::Dot) => Message::PlotValue,
                Sign::Mark(Shape::Hollow) => Message::PlotOutlier,
                Sign::Mark(Shape::Up) => Message::PlotAbove,
                Sign::Mark(Shape::Down) => Message::PlotBelow,
                Sign::Line => Message::PlotLine,
                Sign::Curve => Message::PlotCurves,
                Sign::Band(Fill::Plain) => Message::PlotOwn,
                Sign::Band(Fill::Hatched) => Message::PlotTypical,
            }),
        })
        .collect()
}
