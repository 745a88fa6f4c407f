//! What a person reads, as blocks that are laid out for the width of the terminal.

use super::Table;
use super::style::inked;
use textwrap::Options;
use unicode_width::UnicodeWidthStr;

enum Block {
    Line(String),
    Exact(String),
    Hanging { indent: usize, text: String },
    Table(Table),
}

/// Lines and tables, one below the other.
#[derive(Default)]
pub(crate) struct Page(Vec<Block>);

impl Page {
    /// A line, broken at spaces where it is too long.
    pub(crate) fn line(&mut self, text: impl Into<String>) -> &mut Self {
        self.0.push(Block::Line(text.into()));
        self
    }

    /// A text of our own that must stay as it is, such as a code to copy or the drawing of one.
    pub(crate) fn exact(&mut self, text: impl Into<String>) -> &mut Self {
        self.0.push(Block::Exact(text.into()));
        self
    }

    /// A line behind something in front of it, such as a number, under which it does not run. `front` is what stands
    /// there, `styled` the same as it is printed.
    pub(crate) fn hanging(&mut self, front: &str, styled: &str, text: &str) -> &mut Self {
        self.0.push(Block::Hanging {
            indent: front.width(),
            text: format!("{styled} {text}"),
        });
        self
    }

    pub(crate) fn blank(&mut self) -> &mut Self {
        self.exact("")
    }

    pub(crate) fn table(&mut self, table: Table) -> &mut Self {
        self.0.push(Block::Table(table));
        self
    }

    /// The page as text of this many columns.
    pub(super) fn render(&self, width: usize) -> String {
        let mut text = String::new();
        for block in &self.0 {
            match block {
                Block::Line(line) => {
                    wrap(
                        &inked(line),
                        line.len() - line.trim_start_matches(' ').len(),
                        width,
                        &mut text,
                    );
                }
                Block::Hanging { indent, text: line } => wrap(&inked(line), indent + 1, width, &mut text),
                Block::Exact(line) => {
                    text.push_str(line);
                    text.push('\n');
                }
                Block::Table(table) => table.render(width, &mut text),
            }
        }
        text
    }
}

fn wrap(line: &str, indent: usize, width: usize, to: &mut String) {
    let indent = " ".repeat(indent);
    for part in textwrap::wrap(line, Options::new(width).subsequent_indent(&indent)) {
        to.push_str(part.trim_end());
        to.push('\n');
    }
}
