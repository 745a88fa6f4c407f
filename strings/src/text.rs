//! Turning messages into sentences.

use std::fmt;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use thiserror::Error;
use unic_langid::LanguageIdentifier;

use crate::{Message, Value};

/// The texts of one language.
pub struct Text {
    bundle: FluentBundle<FluentResource>,
}

/// The texts of a language cannot be used.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum LanguageError {
    /// This is no language.
    #[error("`{0}` names no language")]
    Unnamed(String),
    /// The source is not Fluent.
    #[error("the texts are not valid Fluent: {0}")]
    Syntax(String),
    /// Two texts have the same id.
    #[error("the texts name one id twice: {0}")]
    Twice(String),
}

/// There is no message of this id, or an argument is missing.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("no text `{id}` with these arguments")]
pub struct UnknownMessage {
    /// The id that was asked for.
    pub id: String,
}

impl Text {
    /// The English texts, which are part of the program.
    ///
    /// # Errors
    ///
    /// None in a program whose tests passed: they read the same texts.
    pub fn english() -> Result<Self, LanguageError> {
        Self::new("en", include_str!("../en.ftl"))
    }

    pub(crate) fn new(language: &str, source: &str) -> Result<Self, LanguageError> {
        let language: LanguageIdentifier = language
            .parse()
            .map_err(|_| LanguageError::Unnamed(language.to_owned()))?;
        let resource = FluentResource::try_new(source.to_owned())
            .map_err(|(_, problems)| LanguageError::Syntax(join(&problems)))?;
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Terminals show the invisible marks that would separate arguments from text.
        bundle.set_use_isolating(false);
        bundle
            .add_resource(resource)
            .map_err(|problems| LanguageError::Twice(join(&problems)))?;
        Ok(Self { bundle })
    }

    /// The sentence of a message.
    pub fn show(&self, message: &Message<'_>) -> String {
        let id = message.id();
        // The generated enum has exactly the messages and arguments of the source, which a test holds to.
        self.by_id(id, &message.arguments())
            .unwrap_or_else(|_| id.to_owned())
    }

    /// The sentence of a message that the core named by its id, with its arguments by name.
    ///
    /// # Errors
    ///
    /// [`UnknownMessage`] if there is no such text, or if it uses an argument that is not given.
    pub fn by_id(&self, id: &str, arguments: &[(&'static str, Value<'_>)]) -> Result<String, UnknownMessage> {
        let unknown = || UnknownMessage { id: id.to_owned() };
        let pattern = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
            .ok_or_else(unknown)?;
        let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value)).collect();
        let mut problems = Vec::new();
        let sentence = self
            .bundle
            .format_pattern(pattern, Some(&arguments), &mut problems)
            .into_owned();
        if problems.is_empty() {
            Ok(sentence)
        } else {
            Err(unknown())
        }
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Text")
            .field("languages", &self.bundle.locales)
            .finish()
    }
}

fn join<P: fmt::Display>(problems: &[P]) -> String {
    problems
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wording_follows_the_count() {
        let text = Text::english().unwrap();
        let size = |bytes: u64| text.show(&Message::SizeBytes { bytes: bytes.into() });
        assert_eq!(size(0), "0 bytes");
        assert_eq!(size(1), "1 byte");
        assert_eq!(size(512), "512 bytes");
    }

    #[test]
    fn text_is_shown_as_it_is() {
        let text = Text::english().unwrap();
        let amount = "1.50 \u{202e}{ $amount }";
        assert_eq!(
            text.show(&Message::SizeKilobytes {
                amount: amount.into()
            }),
            format!("{amount} kB")
        );
    }

    #[test]
    fn an_unknown_id_or_a_missing_argument_is_an_error() {
        let text = Text::english().unwrap();
        assert_eq!(
            text.by_id("size-bytes", &[("bytes", Value::Count(2))]).unwrap(),
            "2 bytes"
        );
        assert!(text.by_id("size-bytes", &[]).is_err());
        assert!(text.by_id("size-of-the-moon", &[]).is_err());
    }

    #[test]
    fn broken_texts_are_refused() {
        let broken = |source| Text::new("en", source).unwrap_err();
        assert!(matches!(broken("greeting = { $name"), LanguageError::Syntax(_)));
        assert!(matches!(
            Text::new("e", "").unwrap_err(),
            LanguageError::Unnamed(_)
        ));
        assert!(matches!(broken("a = 1\na = 2\n"), LanguageError::Twice(_)));
    }

    #[test]
    fn texts_may_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Text>();
    }
}
