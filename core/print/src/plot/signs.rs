//! How values, lines and ranges look: told apart by shape, also in grey.

use super::draw::{Drawing, coordinate};
use super::{Fill, Shape, Sign};
use crate::sheet::PrintError;

const VALUE: &str = "#1f3d5c";
const BAND: &str = "#dde4ea";
pub(super) const EDGE: &str = "#8894a0";
pub(super) const TREND: &str = "#5a5a5a";

pub(super) fn filled(to: &mut Drawing, sizes: [f64; 4], fill: Fill) -> Result<(), PrintError> {
    match fill {
        Fill::Plain => to.rect(sizes, &[("fill", BAND)]),
        Fill::Hatched => to.rect(sizes, &[("fill", "url(#hatched)"), ("fill-opacity", "0.45")]),
    }
}

pub(super) fn trend(to: &mut Drawing, ends: [f64; 4]) -> Result<(), PrintError> {
    to.line(
        ends,
        &[
            ("stroke", TREND),
            ("stroke-width", "1.6"),
            ("stroke-dasharray", "7 4"),
        ],
    )
}

pub(super) fn value(to: &mut Drawing, x: f64, y: f64, shape: Shape) -> Result<(), PrintError> {
    let (across, down) = (coordinate(x), coordinate(y));
    let arrow = |way: f64| {
        // From the number itself to where the value is known to be.
        let (tip, wing) = (y + way * 12.0, y + way * 6.0);
        let points = [(x, tip), (x - 4.5, wing), (x + 4.5, wing)];
        let points = points.map(|(x, y)| format!("{},{}", coordinate(x), coordinate(y)));
        (points.join(" "), [x, y, x, wing])
    };
    match shape {
        Shape::Dot => to.shape(
            "circle",
            &[("cx", &across), ("cy", &down), ("r", "3.2"), ("fill", VALUE)],
        ),
        Shape::Hollow => to.shape(
            "circle",
            &[
                ("cx", &across),
                ("cy", &down),
                ("r", "3.4"),
                ("fill", "#ffffff"),
                ("stroke", VALUE),
                ("stroke-width", "1.6"),
            ],
        ),
        Shape::Up | Shape::Down => {
            let (points, stem) = arrow(if shape == Shape::Up { -1.0 } else { 1.0 });
            to.line(stem, &[("stroke", VALUE), ("stroke-width", "1.6")])?;
            to.shape("polygon", &[("points", &points), ("fill", VALUE)])
        }
    }
}

pub(super) fn legend_sign(to: &mut Drawing, sign: Sign, left: f64, y: f64) -> Result<(), PrintError> {
    let (middle, width) = (left + 10.0, 20.0);
    match sign {
        Sign::Mark(Shape::Up) => value(to, middle, y + 6.0, Shape::Up),
        Sign::Mark(Shape::Down) => value(to, middle, y - 6.0, Shape::Down),
        Sign::Mark(shape) => value(to, middle, y, shape),
        Sign::Line => trend(to, [left, y, left + width, y]),
        Sign::Curve => to.line([left, y, left + width, y], &[("stroke", TREND)]),
        Sign::Band(fill) => {
            filled(to, [left, y - 5.0, width, 10.0], fill)?;
            to.rect(
                [left, y - 5.0, width, 10.0],
                &[("fill", "none"), ("stroke", EDGE)],
            )
        }
    }
}
