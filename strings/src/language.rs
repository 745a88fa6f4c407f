//! The fixed words of what others read, in the language of whoever reads it.

use crate::{LanguageError, Text};

/// A language that the fixed words of an emergency card and of a Patient Summary are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReaderLanguage {
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

impl ReaderLanguage {
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

    /// The language of this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Whether it is written from right to left.
    pub fn is_right_to_left(self) -> bool {
        self == Self::Arabic
    }

    /// Whether a native speaker has checked the words. If not, whoever reads them is told.
    pub fn is_reviewed(self) -> bool {
        self == Self::English
    }

    /// The words of an emergency card, under the ids of `strings/card`.
    ///
    /// ```
    /// use pocketchart_strings::ReaderLanguage;
    /// let words = ReaderLanguage::German.card()?;
    /// assert_eq!(words.by_id("card-severe", &[]).unwrap(), "schwer");
    /// # Ok::<(), pocketchart_strings::LanguageError>(())
    /// ```
    ///
    /// # Errors
    /// None in a program whose tests passed: they read the same texts.
    pub fn card(self) -> Result<Text, LanguageError> {
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

    /// The words of a Patient Summary, under the ids of `strings/summary`.
    ///
    /// # Errors
    /// As for [`ReaderLanguage::card`].
    pub fn summary(self) -> Result<Text, LanguageError> {
        let source = match self {
            Self::English => include_str!("../summary/en.ftl"),
            Self::Spanish => include_str!("../summary/es.ftl"),
            Self::French => include_str!("../summary/fr.ftl"),
            Self::German => include_str!("../summary/de.ftl"),
            Self::Arabic => include_str!("../summary/ar.ftl"),
            Self::Chinese => include_str!("../summary/zh.ftl"),
        };
        Text::new(self.code(), source)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Value;

    /// The ids of these English words.
    fn ids(english: &'static str) -> Vec<&'static str> {
        let id = |line: &'static str| line.split_once(" =").map(|(id, _)| id);
        english
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(id)
            .collect()
    }

    fn same_words(
        english: &'static str,
        count: usize,
        of: fn(ReaderLanguage) -> Result<Text, LanguageError>,
    ) {
        assert_eq!(ids(english).len(), count);
        let arguments = [
            ("date", Value::from("2026-11-25")),
            ("days", Value::Count(3)),
            ("months", Value::Count(14)),
        ];
        let original = of(ReaderLanguage::English).unwrap();
        for language in ReaderLanguage::ALL {
            let words = of(language).unwrap();
            for id in ids(english) {
                let shown = words
                    .by_id(id, &arguments)
                    .unwrap_or_else(|_| panic!("{id} in {language:?}"));
                assert!(!shown.trim().is_empty());
                let english = original.by_id(id, &arguments).unwrap();
                let numbers = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
                assert_eq!(numbers(&shown), numbers(&english), "{id} in {language:?}");
            }
        }
    }

    #[test]
    fn every_language_has_every_word() {
        same_words(include_str!("../card/en.ftl"), 31, ReaderLanguage::card);
        same_words(include_str!("../summary/en.ftl"), 19, ReaderLanguage::summary);
    }

    #[test]
    fn ages_follow_each_languages_plural() {
        let months = |language: ReaderLanguage, months: u64| {
            let words = language.card().unwrap();
            words
                .by_id("card-months", &[("months", Value::Count(months))])
                .unwrap()
        };
        assert_eq!(months(ReaderLanguage::English, 1), "1 month ago");
        assert_eq!(months(ReaderLanguage::German, 14), "vor 14 Monaten");
        assert_eq!(months(ReaderLanguage::Arabic, 2), "قبل شهرين");
        assert_eq!(months(ReaderLanguage::Arabic, 3), "قبل 3 أشهر");
        assert_eq!(months(ReaderLanguage::Chinese, 5), "5 个月前");
    }
}
