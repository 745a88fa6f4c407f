//! From heights to places on the picture, and the round numbers beside them.

use super::Plot;

/// How many steps a vertical axis has at most.
const STEPS: f64 = 5.0;
/// Limits this many times the height of the values away are not drawn: they would press the values flat.
const FAR: f64 = 1.5;

/// From the lowest to the highest of what is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Heights {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Heights {
    pub(super) fn of(plot: &Plot) -> Self {
        let line = plot.line.iter().flatten().map(|(_, height)| *height);
        let marks = plot.marks.iter().map(|mark| mark.height);
        let curves = plot
            .curves
            .iter()
            .flat_map(|it| it.points.iter().map(|(_, height)| *height));
        let (mut low, mut high) = least_and_most(marks.chain(line).chain(curves)).unwrap_or((0.0, 1.0));
        let room = FAR * (high - low).max(0.1 * high.abs());
        let limits = plot.bands.iter().flat_map(|band| [band.low, band.high]);
        let near: Vec<f64> = limits
            .flatten()
            .filter(|limit| (low - room..=high + room).contains(limit))
            .collect();
        if let Some((least, most)) = least_and_most(near.into_iter()) {
            (low, high) = (low.min(least), high.max(most));
        }
        let margin = match high > low {
            true => 0.08 * (high - low),
            false if high == 0.0 => 1.0,
            false => 0.1 * high.abs(),
        };
        // What is never below nought is not drawn as if it could be.
        let floor = if low >= 0.0 { 0.0 } else { f64::NEG_INFINITY };
        Self {
            low: (low - margin).max(floor),
            high: high + margin,
        }
    }

    /// Round numbers between them, with as many digits as tell them apart.
    pub(super) fn ticks(self) -> Vec<(f64, String)> {
        let step = round_step((self.high - self.low) / STEPS);
        let places = (-step.log10().floor()).clamp(0.0, 12.0) as usize;
        let first = (self.low / step).ceil();
        (0..=STEPS as u32 + 1)
            .map(|number| (first + f64::from(number)) * step)
            .take_while(|at| *at <= self.high)
            .map(|at| (at, format!("{:.places$}", at + 0.0)))
            .collect()
    }
}

fn least_and_most(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.filter(|it| it.is_finite()).fold(None, |both, value| {
        let (low, high) = both.unwrap_or((value, value));
        Some((low.min(value), high.max(value)))
    })
}

/// The least of 1, 2 or 5 times a power of ten that is no less.
fn round_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    let times = [1.0, 2.0, 5.0].into_iter().find(|times| times * power >= least);
    times.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::{Mark, Shape};

    fn ticks(low: f64, high: f64) -> Vec<String> {
        Heights { low, high }
            .ticks()
            .into_iter()
            .map(|(_, label)| label)
            .collect()
    }

    #[test]
    fn numbers_beside_the_axis_are_round() {
        assert_eq!(ticks(0.0, 10.0), ["0", "2", "4", "6", "8", "10"]);
        assert_eq!(ticks(6.1, 7.9), ["6.5", "7.0", "7.5"]);
        assert_eq!(
            ticks(-0.011, 0.012),
            ["-0.010", "-0.005", "0.000", "0.005", "0.010"]
        );
        assert_eq!(ticks(1200.0, 5100.0), ["2000", "3000", "4000", "5000"]);
    }

    #[test]
    fn equal_values_and_none_have_room() {
        let flat = |height: f64| {
            let mark = Mark {
                at: 0.0,
                height,
                shape: Shape::Dot,
            };
            Heights::of(&Plot {
                marks: vec![mark, mark],
                ..Plot::default()
            })
        };
        for height in [0.0, 5.0, -5.0, 1e-9, 1e12] {
            let heights = flat(height);
            assert!(
                heights.high > heights.low && (heights.low..=heights.high).contains(&height),
                "{heights:?}"
            );
            assert!(!heights.ticks().is_empty(), "{heights:?}");
        }
        assert_eq!(Heights::of(&Plot::default()), Heights { low: 0.0, high: 1.08 });
    }
}
