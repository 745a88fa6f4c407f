//! Texts of others on the screen of a clinic: as one line, and letter by letter in GitHub's Markdown.

/// A text as one line of visible characters: what could break the line or turn the order of letters around is a space or gone.
pub(super) fn line(text: &str) -> String {
    let visible: String = text
        .chars()
        .filter(
            |it| !matches!(it, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'),
        )
        .map(|it| if it.is_control() { ' ' } else { it })
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// At most so many UTF-16 units of a line, which is what every reader counts at most, cut between words.
pub(super) fn cut(text: &str, most: usize) -> String {
    let text = line(text);
    if text.encode_utf16().count() <= most {
        return text;
    }
    let mut units = 0;
    let fits = |it: &char| {
        units += it.len_utf16();
        units < most
    };
    let head: String = text.chars().take_while(fits).collect();
    let whole = head.rsplit_once(' ').map_or(head.as_str(), |(words, _)| words);
    format!("{whole}…")
}

/// A text that Markdown shows letter by letter: nothing in it is markup, a link, a list or HTML.
pub(super) fn literal(text: &str) -> String {
    let text = line(text);
    let mut escaped = String::with_capacity(text.len() + 8);
    let numbered = text.trim_start_matches(|it: char| it.is_ascii_digit());
    let number = text.len() - numbered.len();
    let mut letters = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, next)| *next);
        let is_markup = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '|' | '~' | '$' | '@' => true,
            // What makes an address of a text.
            ':' => next != ' ',
            '.' if at > 0 && at == number => true,
            '.' => next != ' ' && !before.is_ascii_digit(),
            // What begins a list or underlines a heading.
            ')' => at > 0 && at == number,
            '-' | '+' | '=' => at == 0,
            _ => false,
        };
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(letter);
        before = letter;
    }
    escaped
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn plain_words_stay_as_they_are() {
        for text in [
            "Warfarin 2.5 mg, once a day (evening).",
            "St. John's wort",
            "beta-blocker: 3 of 4",
        ] {
            assert_eq!(literal(text), text);
        }
    }

    #[test]
    fn markup_of_others_is_text() {
        for (text, shown) in [
            ("<script>", r"\<script\>"),
            ("[pay](https://evil.example)", r"\[pay\](https\://evil\.example)"),
            ("www.evil.example a@b.c", r"www\.evil\.example a\@b\.c"),
            ("1. one", r"1\. one"),
            ("- one\n- two", r"\- one - two"),
            ("*a* _b_ `c` ~d~ &lt; # |", r"\*a\* \_b\_ \`c\` \~d\~ \&lt; \# \|"),
        ] {
            assert_eq!(literal(text), shown);
        }
    }

    #[test]
    fn a_summary_fits_and_is_cut_between_words() {
        assert_eq!(cut("one two three", 10), "one two…");
        assert_eq!(cut("one two", 7), "one two");
        let faces = cut(&"😀".repeat(100), 140);
        assert!(faces.encode_utf16().count() <= 140, "{faces}");
        assert_eq!(cut("a\u{202e}b\u{0}c", 140), "ab c");
    }
}
