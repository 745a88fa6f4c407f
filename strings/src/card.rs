//! The fixed words of the emergency card, in the language of whoever reads it.

use crate::{LanguageError, Text};

/// A language that the card's fixed words are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardLanguage {
    /// English.
    English,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// German.
    German,
    /// Arabic, written from right to left.
    Arabic,
    /// Chinese, in simplified characters.
    Chinese,
}

impl CardLanguage {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::English,
        Self::Spanish,
        Self::French,
        Self::German,
        Self::Arabic,
        Self::Chinese,
    ];

    /// Its code: `en`, `es`, `fr`, `de`, `ar`, `zh`.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::French => "fr",
            Self::German => "de",
            Self::Arabic => "ar",
            Self::Chinese => "zh",
        }
    }

    /// Whether a native speaker has checked the words. If not, whoever reads them is told.
    pub fn is_reviewed(self) -> bool {
        self == Self::English
    }

    /// The words, under the ids of `strings/card`.
    ///
    /// ```
    /// use pocketchart_strings::CardLanguage;
    /// let words = CardLanguage::German.words()?;
    /// assert_eq!(words.by_id("card-severe", &[]).unwrap(), "schwer");
    /// # Ok::<(), pocketchart_strings::LanguageError>(())
    /// ```
    ///
    /// # Errors
    /// None in a program whose tests passed: they read the same texts.
    pub fn words(self) -> Result<Text, LanguageError> {
        let source = match self {
            Self::English => include_str!("../card/en.ftl"),
            Self::Spanish => include_str!("../card/es.ftl"),
            Self::French => include_str!("../card/fr.ftl"),
            Self::German => include_str!("../card/de.ftl"),
            Self::Arabic => include_str!("../card/ar.ftl"),
            Self::Chinese => include_str!("../card/zh.ftl"),
        };
        Text::new(self.code(), source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Value;

    /// The ids of the English words.
    fn ids() -> Vec<&'static str> {
        let id = |line: &'static str| line.split_once(" =").map(|(id, _)| id);
        include_str!("../card/en.ftl")
            .lines()
            .filter(|line| line.starts_with("card-"))
            .filter_map(id)
            .collect()
    }

    #[test]
    fn every_language_has_every_word() {
        assert_eq!(ids().len(), 31);
        let arguments = [
            ("date", Value::from("2026-11-25")),
            ("days", Value::Count(3)),
            ("months", Value::Count(14)),
        ];
        for language in CardLanguage::ALL {
            let words = language.words().unwrap();
            for id in ids() {
                let shown = words
                    .by_id(id, &arguments)
                    .unwrap_or_else(|_| panic!("{id} in {language:?}"));
                assert!(!shown.trim().is_empty());
                let english = CardLanguage::English
                    .words()
                    .unwrap()
                    .by_id(id, &arguments)
                    .unwrap();
                let numbers = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
                assert_eq!(numbers(&shown), numbers(&english), "{id} in {language:?}");
            }
        }
    }

    #[test]
    fn ages_follow_each_languages_plural() {
        let months = |language: CardLanguage, months: u64| {
            let words = language.words().unwrap();
            words
                .by_id("card-months", &[("months", Value::Count(months))])
                .unwrap()
        };
        assert_eq!(months(CardLanguage::English, 1), "1 month ago");
        assert_eq!(months(CardLanguage::German, 14), "vor 14 Monaten");
        assert_eq!(months(CardLanguage::Arabic, 2), "قبل شهرين");
        assert_eq!(months(CardLanguage::Arabic, 3), "قبل 3 أشهر");
        assert_eq!(months(CardLanguage::Chinese, 5), "5 个月前");
    }
}
