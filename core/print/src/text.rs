//! Paragraphs: shaped, put into lines, in whatever direction their letters run.

use crate::sheet::PrintError;
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::layout::{Alignment, AlignmentOptions, Layout};
use parley::style::{FontFamily, FontFamilyName, FontWeight, LineHeight, StyleProperty};
use parley::{BaseDirection, FontContext, LayoutContext};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How a paragraph looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Style {
    pub(crate) size: f32,
    pub(crate) bold: bool,
    /// White on the title's band, else black.
    pub(crate) white: bool,
}

/// A paragraph in lines.
pub(crate) struct Paragraph {
    pub(crate) text: String,
    pub(crate) layout: Layout<()>,
    pub(crate) style: Style,
}

/// The fonts, and what shaping needs besides.
pub(crate) struct Shaper {
    fonts: FontContext,
    context: LayoutContext<()>,
    families: Vec<String>,
    right_to_left: bool,
}

impl Shaper {
    /// Fonts are tried in the order given. Of fonts that draw Chinese letters in the manner of several countries, only
    /// the manner of the language is taken.
    pub(crate) fn new(fonts: Vec<Vec<u8>>, language: &str, right_to_left: bool) -> Result<Self, PrintError> {
        let mut collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        });
        let mut families: Vec<String> = Vec::new();
        for font in fonts {
            let registered = collection.register_fonts(Blob::new(Arc::new(font)), None);
            // They come in any order.
            let names: BTreeSet<String> = registered
                .iter()
                .filter_map(|(family, _)| collection.family_name(*family).map(str::to_owned))
                .collect();
            for name in names {
                let of_another = name.contains(" CJK ") && !name.ends_with(manner(language));
                if !of_another && !families.contains(&name) {
                    families.push(name);
                }
            }
        }
        if families.is_empty() {
            return Err(PrintError::Font);
        }
        Ok(Self {
            fonts: FontContext {
                collection,
                source_cache: SourceCache::default(),
            },
            context: LayoutContext::new(),
            families,
            right_to_left,
        })
    }

    /// Breaks a text into lines of that width.
    pub(crate) fn paragraph(
        &mut self,
        text: &str,
        style: Style,
        width: f32,
    ) -> Result<Paragraph, PrintError> {
        let text = match self.right_to_left {
            true => with_numbers_in_order(&plain(text)),
            false => plain(text),
        };
        let mut builder = self.context.ranged_builder(&mut self.fonts, &text, 1.0, false);
        let families: Vec<_> = self
            .families
            .iter()
            .map(|name| FontFamilyName::Named(name.as_str().into()))
            .collect();
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(families.into())));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(1.25)));
        if style.bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        builder.set_base_direction(match self.right_to_left {
            true => BaseDirection::Rtl,
            false => BaseDirection::Ltr,
        });
        let mut layout = builder.build(&text);
        layout.break_all_lines(Some(width));
        layout.align(Alignment::Start, AlignmentOptions::default());
        for line in layout.lines() {
            for cluster in line.runs().flat_map(|run| run.clusters().collect::<Vec<_>>()) {
                if cluster.glyphs().any(|glyph| glyph.id == 0) {
                    let letter = text.get(cluster.text_range()).and_then(|it| it.chars().next());
                    return Err(PrintError::NoGlyph(letter.unwrap_or(char::REPLACEMENT_CHARACTER)));
                }
            }
        }
        Ok(Paragraph { text, layout, style })
    }
}

/// Without what commands line ends or a direction: that is no letter of a card.
pub(crate) fn plain(text: &str) -> String {
    let commands = |it: char| matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .filter(|it| !commands(*it))
        .map(|it| if it.is_control() { ' ' } else { it })
        .collect()
}

/// Telephone numbers and dates keep the order of their parts among letters from right to left: each is marked as running
/// from left to right by itself.
pub(crate) fn with_numbers_in_order(text: &str) -> String {
    let mut ordered = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|it: char| it.is_ascii_digit() || it == '+') {
        let (before, number) = rest.split_at(start);
        let parts = |it: char| it.is_ascii_digit() || "+-./:() ".contains(it);
        let end = number.find(|it| !parts(it)).unwrap_or(number.len());
        let end = number
            .get(..end)
            .unwrap_or_default()
            .trim_end_matches(|it: char| !it.is_ascii_digit())
            .len();
        // A plus sign that no number follows.
        let (number, after) = number.split_at(end.max(1));
        ordered.extend([before, "\u{2066}", number, "\u{2069}"]);
        rest = after;
    }
    ordered.push_str(rest);
    ordered
}

/// The end of a font family's name.
fn manner(language: &str) -> &'static str {
    match language {
        "ja" => " JP",
        "ko" => " KR",
        "zh-Hant" | "zh-TW" => " TC",
        "zh-HK" => " HK",
        _ => " SC",
    }
}

impl Paragraph {
    pub(crate) fn height(&self) -> f32 {
        self.layout.height()
    }
}

#[cfg(test)]
mod tests {
    use super::{plain, with_numbers_in_order};

    #[test]
    fn numbers_are_marked_and_commands_are_not_printed() {
        let marked = |text| {
            with_numbers_in_order(text)
                .replace('\u{2066}', "[")
                .replace('\u{2069}', "]")
        };
        assert_eq!(marked("كريم، +20 2 1234 5678."), "كريم، [+20 2 1234 5678].");
        assert_eq!(marked("2026-11-25 – 5 mg"), "[2026-11-25] – [5] mg");
        assert_eq!(marked("+ ب ++1"), "[+] ب [++1]");
        assert_eq!(marked(""), "");
        assert_eq!(plain("a\u{202e}b\nc"), "ab c");
    }
}
