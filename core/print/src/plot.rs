//! Values over time as a picture: SVG for screens and screen readers, PNG for what shows no SVG.

mod draw;
mod png;
mod scale;
mod signs;
mod svg;

pub use png::png;
pub use svg::svg;

/// A picture of values, as wide as a phone. All words are the caller's, in one language.
///
/// Time runs from left to right in every language; for one that is written from right to left, words and the vertical axis change sides.
/// Nothing is told by colour alone.
///
/// ```
/// use pocketchart_print::plot::{Axis, Mark, Plot, Shape, Tick, svg};
///
/// let plot = Plot {
///     language: "en".to_owned(),
///     title: "Weight".to_owned(),
///     description: "Weight: 81 kg in 2025, 80 kg in 2026.".to_owned(),
///     unit: "kg".to_owned(),
///     across: Axis {
///         from: 2025.0,
///         to: 2026.0,
///         ticks: vec![Tick { at: 2025.0, label: "2025".to_owned() }],
///         label: None,
///     },
///     marks: vec![
///         Mark { at: 2025.0, height: 81.0, shape: Shape::Dot },
///         Mark { at: 2026.0, height: 80.0, shape: Shape::Dot },
///     ],
///     ..Plot::default()
/// };
/// assert!(svg(&plot)?.contains("<title id=\"title\">Weight</title>"));
/// # Ok::<(), pocketchart_print::PrintError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Plot {
    /// The language of the words, as BCP 47 names it.
    pub language: String,
    /// Whether that language is written from right to left.
    pub right_to_left: bool,
    /// What it shows.
    pub title: String,
    /// What a screen reader says in place of the picture.
    pub description: String,
    /// The unit of all heights.
    pub unit: String,
    /// Time, age or length.
    pub across: Axis,
    /// What is usual.
    pub bands: Vec<Band>,
    /// Curves to compare with.
    pub curves: Vec<Curve>,
    /// Where the values head: from and to, each a place across and a height.
    pub line: Option<[(f64, f64); 2]>,
    /// The values.
    pub marks: Vec<Mark>,
    /// What the signs mean.
    pub legend: Vec<Legend>,
    /// What else must be known: where a range comes from.
    pub notes: Vec<String>,
}

/// What runs from left to right.
#[derive(Clone, Debug, Default)]
pub struct Axis {
    /// The first place.
    pub from: f64,
    /// The last place.
    pub to: f64,
    /// The places with a word below them.
    pub ticks: Vec<Tick>,
    /// What it is, where the words do not say so.
    pub label: Option<String>,
}

/// A place with a word.
#[derive(Clone, Debug)]
pub struct Tick {
    /// The place across.
    pub at: f64,
    /// The word.
    pub label: String,
}

/// What is usual between two places.
#[derive(Clone, Debug)]
pub struct Band {
    /// The first place across.
    pub from: f64,
    /// The last place across.
    pub to: f64,
    /// The lowest height that is usual; `None`: there is no such limit.
    pub low: Option<f64>,
    /// The highest height that is usual.
    pub high: Option<f64>,
    /// How it is filled.
    pub fill: Fill,
}

/// How a band is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fill {
    /// Grey all over.
    Plain,
    /// With slanting lines.
    Hatched,
}

/// A curve with a word at its end.
#[derive(Clone, Debug)]
pub struct Curve {
    /// The word.
    pub label: String,
    /// Places across and heights, in the order of places.
    pub points: Vec<(f64, f64)>,
    /// Whether it is the one to look at first.
    pub strong: bool,
}

/// A value.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// The place across.
    pub at: f64,
    /// The height.
    pub height: f64,
    /// What it looks like.
    pub shape: Shape,
}

/// What a value looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// A full dot.
    Dot,
    /// A ring.
    Hollow,
    /// An arrow upwards: more than this.
    Up,
    /// An arrow downwards: less than this.
    Down,
}

/// A sign and its meaning.
#[derive(Clone, Debug)]
pub struct Legend {
    /// The sign.
    pub sign: Sign,
    /// The meaning.
    pub text: String,
}

/// Something that is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// A value.
    Mark(Shape),
    /// The line of [`Plot::line`].
    Line,
    /// A curve to compare with.
    Curve,
    /// A band.
    Band(Fill),
}
