//! What stands where on a picture.

use super::draw::{Anchor, Drawing, coordinate};
use super::scale::Heights;
use super::signs::{EDGE, TREND, filled, legend_sign, trend, value};
use super::{Band, Curve, Plot, Sign};
use crate::sheet::PrintError;

/// As wide as the narrowest phones that are sold.
const WIDTH: f64 = 360.0;
const MARGIN: f64 = 12.0;
/// Of the part with the values.
const HEIGHT: f64 = 190.0;
const TITLE: f64 = 15.0;
const SMALL: f64 = 11.5;
/// The mean width of a letter, in its size, on the wide side.
const LETTER: f64 = 0.56;
const LINE: f64 = 1.35;
/// Room for a sign in front of its meaning.
const SIGN: f64 = 26.0;

const INK: &str = "#1a1a1a";
const GRID: &str = "#d5d5d5";

/// The plot as SVG, 360 points wide: with a title and a description for screen readers.
///
/// # Errors
/// [`PrintError::Refused`].
pub fn svg(plot: &Plot) -> Result<String, PrintError> {
    Ok(drawn(plot)?.0)
}

/// The SVG and the texts that are drawn in it.
pub(super) fn drawn(plot: &Plot) -> Result<(String, Vec<String>), PrintError> {
    let picture = Picture::new(plot);
    let mut drawing = Drawing::new(plot.right_to_left);
    picture.draw(&mut drawing)?;
    drawing.finish()
}

/// A plot with what its parts measure.
struct Picture<'p> {
    plot: &'p Plot,
    heights: Heights,
    ticks: Vec<(f64, String)>,
    title: Vec<String>,
    legend: Vec<(Option<Sign>, Vec<String>)>,
    left: f64,
    right: f64,
    top: f64,
}

impl<'p> Picture<'p> {
    fn new(plot: &'p Plot) -> Self {
        let heights = Heights::of(plot);
        let ticks = heights.ticks();
        let title = wrapped(&plot.title, WIDTH - 2.0 * MARGIN, TITLE);
        let room = WIDTH - 2.0 * MARGIN;
        let legend = plot
            .legend
            .iter()
            .map(|it| (Some(it.sign), wrapped(&it.text, room - SIGN, SMALL)));
        let notes = plot.notes.iter().map(|it| (None, wrapped(it, room, SMALL)));
        let widest = ticks
            .iter()
            .map(|(_, label)| width(label, SMALL))
            .fold(0.0, f64::max);
        let beside = MARGIN + widest + 6.0;
        let curves = plot
            .curves
            .iter()
            .map(|it| width(&it.label, SMALL))
            .fold(0.0, f64::max);
        let other = MARGIN + curves;
        let (left, right) = match plot.right_to_left {
            true => (other, WIDTH - beside),
            false => (beside, WIDTH - other),
        };
        let top = MARGIN + title.len() as f64 * TITLE * LINE + SMALL * LINE + 6.0;
        Self {
            plot,
            heights,
            ticks,
            title,
            legend: legend.chain(notes).collect(),
            left,
            right,
            top,
        }
    }

    fn x(&self, at: f64) -> f64 {
        /// No value lies on the edge.
        const INSIDE: f64 = 10.0;
        let across = &self.plot.across;
        let share = match across.to > across.from {
            true => (at - across.from) / (across.to - across.from),
            false => 0.5,
        };
        self.left + INSIDE + share * (self.right - self.left - 2.0 * INSIDE)
    }

    fn y(&self, height: f64) -> f64 {
        let share = (height - self.heights.low) / (self.heights.high - self.heights.low);
        self.bottom() - share * HEIGHT
    }

    fn bottom(&self) -> f64 {
        self.top + HEIGHT
    }

    fn draw(&self, to: &mut Drawing) -> Result<(), PrintError> {
        let below = self.bottom()
            + SMALL
                * LINE
                * if self.plot.across.label.is_some() {
                    2.0
                } else {
                    1.0
                }
            + 12.0;
        let lines: usize = self.legend.iter().map(|(_, lines)| lines.len()).sum();
        let height = (below + lines as f64 * SMALL * LINE + 3.0 * self.legend.len() as f64 + MARGIN).ceil();
        let (wide, tall) = (WIDTH.to_string(), height.to_string());
        to.open(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("width", &wide),
                ("height", &tall),
                ("viewBox", &format!("0 0 {wide} {tall}")),
                ("xml:lang", &self.plot.language),
                ("role", "img"),
                ("aria-labelledby", "title description"),
                ("font-family", "Noto Sans, Roboto, Helvetica, Arial, sans-serif"),
                ("fill", INK),
            ],
        )?;
        to.said("title", "title", &self.plot.title)?;
        to.said("desc", "description", &self.plot.description)?;
        self.patterns(to)?;
        to.rect([0.0, 0.0, WIDTH, height], &[("fill", "#ffffff")])?;
        for (number, line) in (1..).zip(&self.title) {
            self.word(
                to,
                MARGIN,
                MARGIN + f64::from(number) * TITLE * LINE - 4.0,
                TITLE,
                true,
                line,
            )?;
        }
        self.word(to, MARGIN, self.top - 9.0, SMALL, false, &self.plot.unit)?;
        to.open("g", &[("clip-path", "url(#inside)")])?;
        for band in &self.plot.bands {
            self.band(to, band)?;
        }
        to.close("g")?;
        self.axes(to)?;
        to.open("g", &[("clip-path", "url(#inside)")])?;
        for curve in &self.plot.curves {
            self.curve(to, curve)?;
        }
        if let Some([(from, low), (until, high)]) = self.plot.line {
            let ends = [self.x(from), self.y(low), self.x(until), self.y(high)];
            trend(to, ends)?;
        }
        for mark in &self.plot.marks {
            value(to, self.x(mark.at), self.y(mark.height), mark.shape)?;
        }
        to.close("g")?;
        for curve in &self.plot.curves {
            self.name(to, curve)?;
        }
        let mut y = below;
        for (sign, lines) in &self.legend {
            if let Some(sign) = sign {
                let left = if self.plot.right_to_left {
                    WIDTH - MARGIN - SIGN + 6.0
                } else {
                    MARGIN
                };
                legend_sign(to, *sign, left, y + SMALL * 0.85)?;
            }
            let indent = MARGIN + if sign.is_some() { SIGN } else { 0.0 };
            for line in lines {
                y += SMALL * LINE;
                self.word(to, indent, y, SMALL, false, line)?;
            }
            y += 3.0;
        }
        to.close("svg")
    }

    /// What is used by name: the hatching, and the room that values may not leave.
    fn patterns(&self, to: &mut Drawing) -> Result<(), PrintError> {
        to.open("defs", &[])?;
        to.open(
            "pattern",
            &[
                ("id", "hatched"),
                ("width", "6"),
                ("height", "6"),
                ("patternUnits", "userSpaceOnUse"),
                ("patternTransform", "rotate(45)"),
            ],
        )?;
        to.rect([0.0, 0.0, 1.5, 6.0], &[("fill", EDGE)])?;
        to.close("pattern")?;
        to.open("clipPath", &[("id", "inside")])?;
        to.rect([self.left, self.top, self.right - self.left, HEIGHT], &[])?;
        to.close("clipPath")?;
        to.close("defs")
    }

    /// A line of words from the side where reading begins.
    fn word(
        &self,
        to: &mut Drawing,
        indent: f64,
        y: f64,
        size: f64,
        bold: bool,
        text: &str,
    ) -> Result<(), PrintError> {
        match self.plot.right_to_left {
            true => to.text((WIDTH - indent, y), Anchor::Right, size, bold, text),
            false => to.text((indent, y), Anchor::Left, size, bold, text),
        }
    }

    fn band(&self, to: &mut Drawing, band: &Band) -> Result<(), PrintError> {
        // A band that reaches the first or the last place reaches the edge.
        let across = &self.plot.across;
        let left = if band.from <= across.from {
            self.left
        } else {
            self.x(band.from)
        };
        let right = if band.to >= across.to {
            self.right
        } else {
            self.x(band.to)
        };
        let top = band.high.map_or(self.top, |high| self.y(high));
        let bottom = band.low.map_or(self.bottom(), |low| self.y(low));
        let (top, bottom) = (top.max(self.top - 2.0), bottom.min(self.bottom() + 2.0));
        if bottom <= top {
            return Ok(());
        }
        filled(to, [left, top, right - left, bottom - top], band.fill)?;
        for (limit, y) in [(band.low, bottom), (band.high, top)] {
            if limit.is_some() {
                to.line([left, y, right, y], &[("stroke", EDGE)])?;
            }
        }
        Ok(())
    }

    fn axes(&self, to: &mut Drawing) -> Result<(), PrintError> {
        let (beside, anchor) = match self.plot.right_to_left {
            true => (self.right + 6.0, Anchor::Left),
            false => (self.left - 6.0, Anchor::Right),
        };
        for (height, label) in &self.ticks {
            let y = self.y(*height);
            to.line(
                [self.left, y, self.right, y],
                &[("stroke", GRID), ("stroke-width", "0.7")],
            )?;
            to.text((beside, y + 4.0), anchor, SMALL, false, label)?;
        }
        let bottom = self.bottom();
        to.line([self.left, bottom, self.right, bottom], &[("stroke", INK)])?;
        for tick in &self.plot.across.ticks {
            let x = self.x(tick.at);
            to.line([x, bottom, x, bottom + 4.0], &[("stroke", INK)])?;
            // The first and the last word stay on the picture.
            let half = width(&tick.label, SMALL) / 2.0;
            let middle = x.clamp(half + 2.0, WIDTH - half - 2.0);
            to.text(
                (middle, bottom + 5.0 + SMALL),
                Anchor::Middle,
                SMALL,
                false,
                &tick.label,
            )?;
        }
        if let Some(label) = &self.plot.across.label {
            let middle = f64::midpoint(self.left, self.right);
            to.text(
                (middle, bottom + 5.0 + SMALL * (1.0 + LINE)),
                Anchor::Middle,
                SMALL,
                false,
                label,
            )?;
        }
        Ok(())
    }

    fn curve(&self, to: &mut Drawing, curve: &Curve) -> Result<(), PrintError> {
        let points: Vec<String> = curve
            .points
            .iter()
            .map(|(at, height)| format!("{},{}", coordinate(self.x(*at)), coordinate(self.y(*height))))
            .collect();
        let thick = if curve.strong { "1.6" } else { "0.9" };
        to.shape(
            "polyline",
            &[
                ("points", &points.join(" ")),
                ("fill", "none"),
                ("stroke", TREND),
                ("stroke-width", thick),
            ],
        )
    }

    /// The word at the end of a curve.
    fn name(&self, to: &mut Drawing, curve: &Curve) -> Result<(), PrintError> {
        let end = match self.plot.right_to_left {
            true => curve.points.first(),
            false => curve.points.last(),
        };
        let Some((at, height)) = end else { return Ok(()) };
        let y = self.y(*height) + 4.0;
        let (x, anchor) = match self.plot.right_to_left {
            true => (self.x(*at) - 3.0, Anchor::Right),
            false => (self.x(*at) + 3.0, Anchor::Left),
        };
        to.text((x, y), anchor, SMALL, curve.strong, &curve.label)
    }
}

fn width(text: &str, size: f64) -> f64 {
    textwrap::core::display_width(text) as f64 * size * LETTER
}

/// Lines that fit the width.
fn wrapped(text: &str, room: f64, size: f64) -> Vec<String> {
    let columns = (room / (size * LETTER)) as usize;
    textwrap::wrap(text, columns)
        .into_iter()
        .map(|line| line.into_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::{Axis, Fill, Legend, Mark, Shape, Tick};
    use proptest::prelude::*;

    fn plot() -> Plot {
        Plot {
            language: "en".into(),
            title: "A < B & \"C\"".into(),
            description: "five values".into(),
            unit: "mmol/L".into(),
            across: Axis {
                from: 0.0,
                to: 4.0,
                ticks: vec![Tick {
                    at: 0.0,
                    label: "2020".into(),
                }],
                label: None,
            },
            bands: vec![Band {
                from: 0.0,
                to: 4.0,
                low: Some(3.9),
                high: Some(5.5),
                fill: Fill::Hatched,
            }],
            line: Some([(0.0, 5.0), (4.0, 6.0)]),
            marks: [Shape::Dot, Shape::Dot, Shape::Hollow, Shape::Up, Shape::Down]
                .into_iter()
                .zip([5.0, 5.2, 9.0, 7.0, 4.0])
                .zip(0..)
                .map(|((shape, height), at)| Mark {
                    at: f64::from(at),
                    height,
                    shape,
                })
                .collect(),
            legend: vec![Legend {
                sign: Sign::Line,
                text: "where it heads".into(),
            }],
            ..Plot::default()
        }
    }

    #[test]
    fn another_reader_of_xml_finds_every_part() {
        let text = svg(&plot()).unwrap();
        let document = roxmltree::Document::parse(&text).unwrap();
        let named = |name: &str| {
            document
                .descendants()
                .filter(|it| it.has_tag_name(("http://www.w3.org/2000/svg", name)))
                .collect::<Vec<_>>()
        };
        let root = document.root_element();
        assert_eq!(
            (root.attribute("role"), root.attribute("aria-labelledby")),
            (Some("img"), Some("title description"))
        );
        assert_eq!(
            (named("title")[0].text(), named("title")[0].attribute("id")),
            (Some("A < B & \"C\""), Some("title"))
        );
        assert_eq!(named("desc")[0].text(), Some("five values"));
        let circles = named("circle");
        assert_eq!(circles.len(), 3);
        assert_eq!(
            circles
                .iter()
                .filter(|it| it.attribute("fill") == Some("#ffffff"))
                .count(),
            1
        );
        assert_eq!(named("polygon").len(), 2);
        assert_eq!(
            named("line")
                .iter()
                .filter(|it| it.attribute("stroke-dasharray").is_some())
                .count(),
            2
        );
        let words: Vec<_> = named("text").iter().filter_map(|it| it.text()).collect();
        for word in ["mmol/L", "2020", "where it heads"] {
            assert!(words.contains(&word), "{words:?}");
        }
    }

    #[test]
    fn from_right_to_left_words_change_sides_and_time_does_not() {
        let there = svg(&Plot {
            right_to_left: true,
            language: "ar".into(),
            title: "السكر".into(),
            ..plot()
        })
        .unwrap();
        let document = roxmltree::Document::parse(&there).unwrap();
        let title = document
            .descendants()
            .find(|it| it.attribute("font-weight").is_some())
            .unwrap();
        assert_eq!(
            (title.attribute("text-anchor"), title.attribute("x")),
            (Some("end"), Some("348.0"))
        );
        assert_eq!(title.text(), Some("\u{2067}السكر\u{2069}"));
        let places: Vec<f64> = document
            .descendants()
            .filter_map(|it| it.attribute("cx")?.parse().ok())
            .collect();
        assert!(places.windows(2).all(|pair| pair[0] < pair[1]));
    }

    proptest! {
        /// Whatever a record calls it, and whatever was measured: XML that another program reads, inside the picture.
        #[test]
        fn anything_is_drawn_inside_the_picture(
            title in any::<String>(),
            heights in prop::collection::vec(prop_oneof![-1e12..1e12_f64, Just(0.0), 4.0..7.0_f64], 0..20),
            limit in prop::option::of(-1e6..1e6_f64),
        ) {
            let marks = (0..).zip(heights).map(|(at, height)| Mark { at: f64::from(at), height, shape: Shape::Dot }).collect();
            let bands = vec![Band { from: 0.0, to: 20.0, low: limit, high: None, fill: Fill::Plain }];
            let across = Axis { from: 0.0, to: 20.0, ..Axis::default() };
            let text = svg(&Plot { title, marks, bands, across, line: None, ..plot() }).unwrap();
            let document = roxmltree::Document::parse(&text).unwrap();
            for circle in document.descendants().filter(|it| it.has_tag_name(("http://www.w3.org/2000/svg", "circle"))) {
                let at = |name: &str| circle.attribute(name).and_then(|it| it.parse::<f64>().ok()).unwrap();
                prop_assert!((0.0..=WIDTH).contains(&at("cx")));
                prop_assert!((0.0..=MARGIN + 20.0 * TITLE * 100.0).contains(&at("cy")));
            }
        }
    }
}
