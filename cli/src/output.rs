//! The only place that writes to the terminal: pages for people on standard output, one JSON document for programs,
//! remarks and questions on standard error. Colour is left out where nobody sees it.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is the output layer"
)]

mod page;
mod progress;
mod style;
mod table;

pub(crate) use page::Page;
pub(crate) use progress::Progress;
pub(crate) use style::{Mark, quiet, strong};
pub(crate) use table::Table;

use crate::failure::{Exit, Failure};
use pocketchart_strings::{LanguageError, Message, Text};
use serde_json::Value;
use std::io::{self, ErrorKind, IsTerminal, Write};

/// Columns where the terminal does not say how many it has.
const COLUMNS: u16 = 80;
const WIDEST: u16 = 160;
const NARROWEST: u16 = 40;

/// Where everything goes that a person or a program reads.
pub(crate) struct Output {
    text: Text,
    json: bool,
    width: usize,
}

impl Output {
    pub(crate) fn new(json: bool) -> Result<Self, LanguageError> {
        let columns = terminal_size::terminal_size_of(io::stdout()).map_or(COLUMNS, |(width, _)| width.0);
        Ok(Self {
            text: Text::english()?,
            json,
            width: usize::from(columns.clamp(NARROWEST, WIDEST)),
        })
    }

    /// The same, for people or for programs, once it is known who asks.
    pub(crate) fn with_json(self, json: bool) -> Self {
        Self { json, ..self }
    }

    pub(crate) fn is_json(&self) -> bool {
        self.json
    }

    pub(crate) fn text(&self) -> &Text {
        &self.text
    }

    /// The sentence of a message.
    pub(crate) fn show(&self, message: &Message<'_>) -> String {
        self.text.show(message)
    }

    /// Whether a drawing of so many columns is shown whole.
    pub(crate) fn has_columns(&self, columns: usize) -> bool {
        terminal_size::terminal_size_of(io::stdout()).is_none_or(|(width, _)| usize::from(width.0) >= columns)
    }

    /// Whether somebody sits there who can read and answer.
    pub(crate) fn is_interactive(&self) -> bool {
        !self.json && io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// A page for people; nothing in JSON mode.
    pub(crate) fn page(&self, page: &Page) -> Result<(), Failure> {
        if self.json {
            return Ok(());
        }
        let mut out = anstream::stdout();
        written(
            out.write_all(page.render(self.width).as_bytes())
                .and_then(|()| out.flush()),
        )
    }

    /// The one document for programs.
    pub(crate) fn document(&self, value: &Value) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        written(
            serde_json::to_writer_pretty(&mut out, value)
                .map_err(io::Error::from)
                .and_then(|()| {
                    out.write_all(b"\n")?;
                    out.flush()
                }),
        )
    }

    /// Bytes as they are.
    pub(crate) fn bytes(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        written(out.write_all(bytes).and_then(|()| out.flush()))
    }

    /// A remark beside the result, on standard error.
    pub(crate) fn note(&self, page: &Page) {
        // Nobody can be told that nobody can be told.
        let _ = anstream::stderr().write_all(page.render(self.width).as_bytes());
    }

    /// What a program must know while a command still waits: one line of JSON on standard error.
    pub(crate) fn event(&self, event: &Value) {
        let mut err = io::stderr().lock();
        let _ = writeln!(err, "{event}").and_then(|()| err.flush());
    }

    /// A session broke off, on a device that goes on waiting.
    pub(crate) fn still_waits(&self, failure: &Failure) {
        let mut page = Page::default();
        page.line(Mark::Caution.line(&failure.sentence(self.text())));
        page.line(quiet(format!("  {}", self.show(&Message::StillWaiting))));
        self.note(&page);
    }

    /// A question, without a line break behind it.
    pub(crate) fn prompt(&self, question: &str) {
        let mut err = anstream::stderr();
        let _ = write!(err, "{} ", style::inked(question)).and_then(|()| err.flush());
    }

    /// Removes from the screen, and from what can be scrolled back to, what must not stay there.
    pub(crate) fn clear(&self) {
        if io::stdout().is_terminal() {
            let mut out = io::stdout();
            let _ = out.write_all(b"\x1b[2J\x1b[3J\x1b[H").and_then(|()| out.flush());
        }
    }

    /// A bar for something that may take long.
    pub(crate) fn progress(&self, label: &Message<'_>, of: u64) -> Progress {
        Progress::new(self.show(label), of, io::stderr().is_terminal() && !self.json)
    }
}

/// Whoever closed the pipe has read enough.
fn written(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::new("output-failed", Exit::Disk).after_writing())
        }
        _ => Ok(()),
    }
}
