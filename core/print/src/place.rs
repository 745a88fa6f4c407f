//! What stands where, page by page.

use crate::paper::{MM, Measures, Paper};
use crate::sheet::{Code, Codes, PrintError, Sheet};
use crate::text::{Paragraph, Shaper, Style};
use std::ops::Range;

/// What a piece is to a screen reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Title(String),
    Heading(String),
    Text,
    Fact,
    /// With its description.
    Code(String),
}

/// One thing in reading order.
pub(crate) struct Element<'s> {
    pub(crate) role: Role,
    pub(crate) pieces: Vec<Piece<'s>>,
}

/// A part of it on one page.
pub(crate) struct Piece<'s> {
    pub(crate) page: usize,
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) ink: Ink<'s>,
}

pub(crate) enum Ink<'s> {
    /// Lines of the paragraph of that number; the first one's top is at `y`.
    Lines { paragraph: usize, lines: Range<usize> },
    /// A code without its margin.
    Code(&'s Code),
}

/// The plan of all pages.
pub(crate) struct Plan<'s> {
    pub(crate) measures: Measures,
    pub(crate) pages: usize,
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) elements: Vec<Element<'s>>,
    /// The band behind the title on the first page: left, top, right, bottom.
    pub(crate) band: Option<[f32; 4]>,
    /// Whether it is for an emergency.
    pub(crate) urgent: bool,
    /// Thin lines above headings: page, left, right, y.
    pub(crate) rules: Vec<(usize, f32, f32, f32)>,
    shaper: Shaper,
    mirrored: bool,
    frame: Frame,
}

/// Where text goes now.
#[derive(Clone, Copy)]
struct Frame {
    page: usize,
    left: f32,
    width: f32,
    y: f32,
    top: f32,
    whole: bool,
}

/// Modules of light margin on both sides of a code together.
const MARGIN: usize = 8;

impl<'s> Plan<'s> {
    pub(crate) fn new(sheet: &'s Sheet, paper: Paper, shaper: Shaper) -> Result<Self, PrintError> {
        let measures = paper.measures();
        let mut plan = Self {
            pages: 1,
            paragraphs: Vec::new(),
            elements: Vec::new(),
            band: None,
            urgent: sheet.codes.is_some(),
            rules: Vec::new(),
            shaper,
            mirrored: sheet.right_to_left,
            frame: Frame {
                page: 0,
                left: measures.margin,
                width: measures.width - 2.0 * measures.margin,
                y: measures.margin,
                top: measures.margin,
                whole: true,
            },
            measures,
        };
        match (&sheet.codes, paper) {
            (None, _) => plan.document(sheet)?,
            (Some(codes), Paper::Wallet) => plan.wallet(sheet, codes)?,
            (Some(codes), _) => plan.page(sheet, codes)?,
        }
        Ok(plan)
    }

    /// The first page: the signed code and beside it who it is. The second: the plain code and beside it the facts.
    fn wallet(&mut self, sheet: &'s Sheet, codes: &'s Codes) -> Result<(), PrintError> {
        self.frame = self.beside(&codes.signed, 0)?;
        self.title(sheet)?;
        let side = self.side(&codes.signed);
        let y = (self.measures.height - side) / 2.0;
        self.code(&codes.signed, 0, 0.0, y);
        self.small(&codes.signed.caption)?;
        for line in &sheet.about {
            self.small(line)?;
        }
        let page = self.pages;
        self.pages += 1;
        self.frame = self.beside(&codes.plain, page)?;
        let side = self.side(&codes.plain);
        self.code(&codes.plain, page, 0.0, 0.0);
        let facts = self.frame;
        self.frame = Frame {
            left: self.measures.margin,
            width: side - 2.0 * self.measures.margin,
            y: side,
            ..facts
        };
        self.small(&codes.plain.caption)?;
        if self.frame.page == page {
            self.frame = facts;
        }
        self.groups(sheet)
    }

    /// Title, both codes in a row, then the facts.
    fn page(&mut self, sheet: &'s Sheet, codes: &'s Codes) -> Result<(), PrintError> {
        self.title(sheet)?;
        let (first, second) = (self.side(&codes.signed), self.side(&codes.plain));
        let quiet = self.measures.module * MARGIN as f32 / 2.0;
        let room = self.measures.width - self.measures.margin + quiet;
        if first + second > room + quiet || self.frame.y + first > self.measures.bottom {
            return Err(PrintError::CodeTooLarge);
        }
        // The margins of the codes lie in those of the page.
        let (page, top, left) = (self.frame.page, self.frame.y, self.measures.margin - quiet);
        let across = self.frame;
        self.code(&codes.signed, page, left, top);
        self.frame = Frame {
            page,
            left: left + quiet,
            width: first - 2.0 * quiet,
            y: top + first - quiet / 2.0,
            top,
            whole: false,
        };
        self.small(&codes.signed.caption)?;
        let below = self.frame;
        self.code(&codes.plain, page, room - second, top);
        // As wide as what the first code leaves.
        self.frame = Frame {
            page,
            left: left + first,
            width: room - quiet - left - first,
            y: top + second - quiet / 2.0,
            top,
            whole: false,
        };
        self.small(&codes.plain.caption)?;
        self.gap(0.3);
        for line in &sheet.about {
            self.small(line)?;
        }
        if below.page != page || self.frame.page != page {
            return Err(PrintError::CodeTooLarge);
        }
        let below = below.y.max(self.frame.y);
        self.frame = Frame {
            page,
            y: below + self.measures.body / 2.0,
            ..across
        };
        self.groups(sheet)
    }

    /// Title, what must be known, then the facts, over as many pages as it takes.
    fn document(&mut self, sheet: &'s Sheet) -> Result<(), PrintError> {
        self.title(sheet)?;
        for line in &sheet.about {
            self.small(line)?;
        }
        self.groups(sheet)
    }

    fn title(&mut self, sheet: &'s Sheet) -> Result<(), PrintError> {
        let (size, body) = (self.measures.title, self.measures.body);
        let title = Style {
            size,
            bold: true,
            white: self.frame.whole,
        };
        if self.frame.whole {
            let height = self.measures.margin + 1.6 * size;
            self.band = Some([0.0, 0.0, self.measures.width, height]);
            self.frame.y = (height - 1.25 * size + 0.3 * self.measures.margin) / 2.0;
        }
        self.write(&sheet.title, title, Role::Title(sheet.title.clone()))?;
        if let Some([.., bottom]) = self.band {
            self.frame.y = self.frame.y.max(bottom) + body / 2.0;
        }
        for (number, line) in sheet.who.iter().enumerate() {
            let first = number == 0;
            let style = Style {
                size: if first { 1.25 * body } else { body },
                bold: first,
                white: false,
            };
            self.write(line, style, Role::Text)?;
        }
        self.gap(0.4);
        Ok(())
    }

    fn groups(&mut self, sheet: &'s Sheet) -> Result<(), PrintError> {
        let size = self.measures.body;
        for group in &sheet.groups {
            self.gap(0.5);
            // A heading stays with what it heads.
            if self.frame.y + 3.2 * size > self.measures.bottom {
                self.turn();
            }
            let (page, y) = (self.frame.page, self.frame.y);
            self.rules.push((
                page,
                self.x(self.frame.left, self.frame.width),
                self.frame.width,
                y,
            ));
            self.frame.y += 0.2 * size;
            let heading = Style {
                size,
                bold: true,
                white: false,
            };
            self.write(&group.heading, heading, Role::Heading(group.heading.clone()))?;
            for line in &group.lines {
                let style = Style {
                    size,
                    bold: line.loud,
                    white: false,
                };
                self.write(&line.text, style, Role::Fact)?;
            }
        }
        Ok(())
    }

    fn small(&mut self, text: &str) -> Result<(), PrintError> {
        let style = Style {
            size: self.measures.small,
            bold: false,
            white: false,
        };
        self.write(text, style, Role::Text)?;
        self.frame.y += 0.3 * self.measures.small;
        Ok(())
    }

    fn gap(&mut self, lines: f32) {
        if self.frame.y > self.frame.top {
            self.frame.y += lines * self.measures.body;
        }
    }

    /// The next page, as wide as it is.
    fn turn(&mut self) {
        let margin = self.measures.margin;
        self.frame = Frame {
            page: self.pages,
            left: margin,
            width: self.measures.width - 2.0 * margin,
            y: margin,
            top: margin,
            whole: true,
        };
        self.pages += 1;
    }

    /// Writes a paragraph; what does not fit goes on to the next page.
    fn write(&mut self, text: &str, style: Style, role: Role) -> Result<(), PrintError> {
        let indent = if role == Role::Fact { 1.5 * MM } else { 0.0 };
        let mut paragraph = self.shaper.paragraph(text, style, self.frame.width - indent)?;
        let page_height = self.measures.bottom - self.measures.margin;
        let fits =
            |frame: &Frame, paragraph: &Paragraph| frame.y + paragraph.height() <= self.measures.bottom;
        if !fits(&self.frame, &paragraph) && (!self.frame.whole || paragraph.height() <= page_height) {
            self.turn();
            paragraph = self.shaper.paragraph(text, style, self.frame.width - indent)?;
        }
        let number = self.paragraphs.len();
        let mut pieces: Vec<Piece<'s>> = Vec::new();
        let left = |plan: &Self| plan.x(plan.frame.left + indent, plan.frame.width - indent);
        for (index, line) in paragraph.layout.lines().enumerate() {
            let height = line.metrics().line_height;
            if self.frame.y + height > self.measures.bottom {
                self.turn();
            }
            match pieces.last_mut() {
                Some(Piece {
                    page,
                    ink: Ink::Lines { lines, .. },
                    ..
                }) if *page == self.frame.page => lines.end = index + 1,
                _ => pieces.push(Piece {
                    page: self.frame.page,
                    x: left(self),
                    y: self.frame.y,
                    ink: Ink::Lines {
                        paragraph: number,
                        lines: index..index + 1,
                    },
                }),
            }
            self.frame.y += height;
        }
        self.paragraphs.push(paragraph);
        self.elements.push(Element { role, pieces });
        Ok(())
    }

    /// Places a code; `x` and `y` are of its margin's corner.
    fn code(&mut self, code: &'s Code, page: usize, x: f32, y: f32) {
        let side = self.side(code);
        let quiet = self.measures.module * MARGIN as f32 / 2.0;
        self.elements.push(Element {
            role: Role::Code(code.description.clone()),
            pieces: vec![Piece {
                page,
                x: self.x(x, side) + quiet,
                y: y + quiet,
                ink: Ink::Code(code),
            }],
        });
    }

    /// With its margin.
    fn side(&self, code: &Code) -> f32 {
        (code.matrix.width() + MARGIN) as f32 * self.measures.module
    }

    /// The room beside a code on a card for a wallet.
    fn beside(&self, code: &Code, page: usize) -> Result<Frame, PrintError> {
        let (side, margin) = (self.side(code), self.measures.margin);
        let width = self.measures.width - side - margin;
        if side > self.measures.height || width < 20.0 * MM {
            return Err(PrintError::CodeTooLarge);
        }
        Ok(Frame {
            page,
            left: side,
            width,
            y: margin,
            top: margin,
            whole: false,
        })
    }

    /// The left edge of what is that wide, mirrored where the language wants it.
    fn x(&self, left: f32, width: f32) -> f32 {
        match self.mirrored {
            true => self.measures.width - left - width,
            false => left,
        }
    }
}
