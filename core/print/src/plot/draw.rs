//! The elements of SVG that pictures are made of.

use crate::sheet::PrintError;
use crate::text::{plain, with_numbers_in_order};
use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

/// At which side of its place a text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Left,
    Middle,
    Right,
}

/// SVG that is being written, and the texts in it.
pub(super) struct Drawing {
    writer: Writer<Vec<u8>>,
    right_to_left: bool,
    pub(super) texts: Vec<String>,
}

/// A coordinate: a tenth of a point is finer than any screen.
pub(super) fn coordinate(value: f64) -> String {
    format!("{value:.1}")
}

impl Drawing {
    pub(super) fn new(right_to_left: bool) -> Self {
        Self {
            writer: Writer::new(Vec::new()),
            right_to_left,
            texts: Vec::new(),
        }
    }

    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<(), PrintError> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.event(Event::Start(start))
    }

    pub(super) fn close(&mut self, name: &str) -> Result<(), PrintError> {
        self.event(Event::End(BytesEnd::new(name)))
    }

    pub(super) fn shape(&mut self, name: &str, attributes: &[(&str, &str)]) -> Result<(), PrintError> {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.event(Event::Empty(start))
    }

    /// An element with a text that is not drawn.
    pub(super) fn said(&mut self, name: &str, id: &str, text: &str) -> Result<(), PrintError> {
        self.open(name, &[("id", id)])?;
        self.event(Event::Text(BytesText::new(&clean(text))))?;
        self.close(name)
    }

    pub(super) fn line(
        &mut self,
        [x1, y1, x2, y2]: [f64; 4],
        attributes: &[(&str, &str)],
    ) -> Result<(), PrintError> {
        let ends = [x1, y1, x2, y2].map(coordinate);
        let mut all: Vec<(&str, &str)> = ["x1", "y1", "x2", "y2"]
            .into_iter()
            .zip(ends.iter().map(String::as_str))
            .collect();
        all.extend(attributes);
        self.shape("line", &all)
    }

    pub(super) fn rect(
        &mut self,
        [x, y, width, height]: [f64; 4],
        attributes: &[(&str, &str)],
    ) -> Result<(), PrintError> {
        let sizes = [x, y, width, height].map(coordinate);
        let mut all: Vec<(&str, &str)> = ["x", "y", "width", "height"]
            .into_iter()
            .zip(sizes.iter().map(String::as_str))
            .collect();
        all.extend(attributes);
        self.shape("rect", &all)
    }

    /// A line of text; its baseline is at `y`.
    pub(super) fn text(
        &mut self,
        (x, y): (f64, f64),
        anchor: Anchor,
        size: f64,
        bold: bool,
        text: &str,
    ) -> Result<(), PrintError> {
        let text = clean(text);
        let shown = match self.right_to_left {
            // Isolates, as not every program that shows SVG knows its `direction`.
            true => format!("\u{2067}{}\u{2069}", with_numbers_in_order(&text)),
            false => text.clone(),
        };
        let (x, y, size) = (coordinate(x), coordinate(y), coordinate(size));
        let mut attributes = vec![("x", x.as_str()), ("y", &y), ("font-size", &size)];
        match anchor {
            Anchor::Left => {}
            Anchor::Middle => attributes.push(("text-anchor", "middle")),
            Anchor::Right => attributes.push(("text-anchor", "end")),
        }
        if bold {
            attributes.push(("font-weight", "bold"));
        }
        self.open("text", &attributes)?;
        self.event(Event::Text(BytesText::new(&shown)))?;
        self.close("text")?;
        self.texts.push(text);
        Ok(())
    }

    pub(super) fn finish(self) -> Result<(String, Vec<String>), PrintError> {
        let mut text = String::from_utf8(self.writer.into_inner()).map_err(|_| PrintError::Refused)?;
        text.push('\n');
        Ok((text, self.texts))
    }

    fn event(&mut self, event: Event<'_>) -> Result<(), PrintError> {
        self.writer.write_event(event).map_err(|_| PrintError::Refused)
    }
}

/// Without what XML cannot hold.
fn clean(text: &str) -> String {
    plain(text)
        .chars()
        .filter(|it| !matches!(it, '\u{fffe}' | '\u{ffff}'))
        .collect()
}
