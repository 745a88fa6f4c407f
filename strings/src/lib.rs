//! All text that a person reads.
//!
//! One source, `strings/<language>.ftl` ([Fluent](https://projectfluent.org)), names every text and its
//! arguments. `cargo xtask strings` writes the enum [`Message`] from it: a text that does not exist, or an
//! argument too few or too many, does not compile. [`Text`] turns a message into a sentence.
//!
//! The core returns ids and arguments, never sentences: [`Text::by_id`] looks those up.
//!
//! ```
//! use pocketchart_strings::{Message, Text};
//!
//! let text = Text::english()?;
//! assert_eq!(text.show(&Message::SizeBytes { bytes: 1_u64.into() }), "1 byte");
//! assert_eq!(text.size(3_512_000), "3.5 MB");
//! assert_eq!(text.date("2026-03-03"), "3 March 2026");
//! # Ok::<(), pocketchart_strings::LanguageError>(())
//! ```

mod date;
mod language;
mod messages;
mod size;
mod text;
mod value;

pub use self::{
    language::ReaderLanguage,
    messages::Message,
    text::{LanguageError, Text, UnknownMessage},
    value::Value,
};
