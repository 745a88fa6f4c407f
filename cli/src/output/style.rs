//! Marks and shades. No meaning is carried by colour alone: each mark is a shape, and a word stands beside it.
//!
//! A style is a pair of private characters around a text until the page is laid out; only then do they become colours.
//! So whatever a source's text holds, it cannot move the cursor, hide what follows, or turn the line around.

use anstyle::{AnsiColor, Style};
use std::fmt::Display;

/// How much a line asks for attention.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub(crate) enum Mark {
    #[default]
    None,
    /// Verified, or within its range; never "safe".
    Good,
    /// Unreconciled, not checked, out of date.
    Caution,
    /// Severe, critical, damaged.
    Danger,
}

impl Mark {
    pub(crate) fn shape(self) -> &'static str {
        match self {
            Mark::None => " ",
            Mark::Good => "●",
            Mark::Caution => "◆",
            Mark::Danger => "▲",
        }
    }

    /// The text in the colour of the mark.
    pub(crate) fn paint(self, text: &str) -> String {
        match self {
            Mark::None => text.to_owned(),
            Mark::Good => styled(GOOD, text),
            Mark::Caution => styled(CAUTION, text),
            Mark::Danger => styled(DANGER, text),
        }
    }

    /// The shape and the text, in the colour of the mark.
    pub(crate) fn line(self, text: &str) -> String {
        self.paint(&format!("{} {text}", self.shape()))
    }
}

const PLAIN: char = '\u{f0000}';
const QUIET: char = '\u{f0001}';
const STRONG: char = '\u{f0002}';
const GOOD: char = '\u{f0003}';
const CAUTION: char = '\u{f0004}';
const DANGER: char = '\u{f0005}';

/// Source, dates, codes.
pub(crate) fn quiet(text: impl Display) -> String {
    styled(QUIET, text)
}

/// Headings and what a line is about.
pub(crate) fn strong(text: impl Display) -> String {
    styled(STRONG, text)
}

fn styled(style: char, text: impl Display) -> String {
    format!("{style}{text}{PLAIN}")
}

/// The text as the terminal gets it: styles as colours, and of what a source wrote only what can be read.
pub(super) fn inked(text: &str) -> String {
    let colour = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
    let mut inked = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            PLAIN => inked.push_str(&format!("{}", anstyle::Reset.render())),
            QUIET => inked.push_str(&Style::new().dimmed().to_string()),
            STRONG => inked.push_str(&Style::new().bold().to_string()),
            GOOD => inked.push_str(&colour(AnsiColor::Green).to_string()),
            CAUTION => inked.push_str(&colour(AnsiColor::Yellow).to_string()),
            DANGER => inked.push_str(&colour(AnsiColor::Red).bold().to_string()),
            c if c.is_control() => inked.push(' '),
            c if turns_text_around(c) => {}
            c => inked.push(c),
        }
    }
    inked
}

/// Marks by which a text overrides in which direction it, or what follows it, is read.
fn turns_text_around(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_source_cannot_draw() {
        assert_eq!(inked("a\u{1b}[2Jb\u{202e}c\n"), "a [2Jbc ");
        let shown = inked(&strong("a"));
        assert_eq!(anstream::adapter::strip_str(&shown).to_string(), "a");
    }

    proptest! {
        #[test]
        fn only_our_own_sequences_remain(text in "[^\u{f0000}-\u{f0005}]{0,80}") {
            prop_assert!(!inked(&text).chars().any(|c| c.is_control() || turns_text_around(c)));
        }
    }
}
