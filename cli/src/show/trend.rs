//! Numbers over time, drawn with the blocks that every terminal has.

use super::words::{Words, coded};
use crate::output::{Mark, Page, Table, quiet, strong};
use pocketchart::{Point, Series};
use pocketchart_strings::Message;

const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

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

/// A series as a page.
pub(crate) fn trend(words: Words<'_>, series: &Series) -> Page {
    let mut page = Page::default();
    let numbers: Vec<f64> = series.points.iter().filter_map(number).collect();
    let [Some(first), Some(last)] = [series.points.first(), series.points.last()] else {
        return page;
    };
    let code = series
        .about
        .code
        .as_ref()
        .map(|it| quiet(format!("  {}", coded(it))))
        .unwrap_or_default();
    page.line(format!("{}{code}", strong(&series.about.title)));
    page.line(words.show(&Message::TrendSpan {
        count: series.points.len().into(),
        from: words.day(&first.when).into(),
        to: words.day(&last.when).into(),
    }));
    page.blank().exact(format!("  {}", sparkline(&numbers)));
    let extreme = |better: fn(f64, f64) -> bool| {
        series.points.iter().reduce(|a, b| match (number(a), number(b)) {
            (Some(x), Some(y)) if better(y, x) => b,
            _ => a,
        })
    };
    for (point, label) in [
        (extreme(|y, x| y < x), Message::TrendLowest),
        (extreme(|y, x| y > x), Message::TrendHighest),
        (Some(last), Message::TrendLatest),
    ] {
        if let Some(point) = point {
            let line = Message::TrendPoint {
                label: words.show(&label).into(),
                value: words.amount(&point.value).into(),
                when: words.day(&point.when).into(),
            };
            page.line(format!("  {}", words.show(&line)));
        }
    }
    if let Some(range) = &last.range {
        let range = words.usual(range);
        page.line(format!(
            "  {}",
            words.show(&Message::FactUsual { range: range.into() })
        ));
    }
    page.blank().table(points(words, &series.points));
    page
}

fn points(words: Words<'_>, points: &[Point]) -> Table {
    let headings = [
        Message::ColumnWhen,
        Message::ColumnValue,
        Message::ColumnState,
        Message::ColumnId,
    ];
    let mut table = Table::new(headings.map(|it| words.show(&it))).firm(1).keep(3);
    for point in points.iter().rev() {
        let (mark, flag) = match point.flag.as_deref() {
            None => (Mark::None, String::new()),
            Some(flag @ ("N" | "NEG")) => (Mark::Good, words.code("flag-", flag)),
            Some(flag @ ("HH" | "LL" | "AA")) => (Mark::Danger, words.code("flag-", flag)),
            Some(flag) => (Mark::Caution, words.code("flag-", flag)),
        };
        table.row(
            mark,
            [
                words.moment(&point.when),
                words.amount(&point.value),
                flag,
                super::short(&point.id),
            ],
        );
    }
    table
}

fn number(point: &Point) -> Option<f64> {
    point.value.number.as_ref().map(pocketchart::Decimal::to_f64)
}

#[cfg(test)]
mod tests {
    use super::sparkline;

    #[test]
    fn the_lowest_and_the_highest_are_the_lowest_and_the_highest() {
        assert_eq!(sparkline(&[6.1, 7.0, 9.4]), "▁▃█");
        assert_eq!(sparkline(&[5.0, 5.0]), "▅▅");
        assert_eq!(sparkline(&[]), "");
    }
}
