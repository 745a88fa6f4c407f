//! Segments, fields, components: HL7 v2.5.1 §2.5 and §2.7.
//!
//! Taken apart here and not by a library: `hl7-parser` 0.3 gives up a whole message at one damaged line and panics at an escape
//! behind a letter that is not ASCII, `hl7-v2` 0.1 knows no escapes, `hl7v2` is under the AGPL.

/// The characters that part a message, from its MSH-1 and MSH-2.
#[derive(Clone, Copy)]
pub(super) struct Separators {
    field: char,
    component: char,
    repetition: char,
    escape: Option<char>,
    subcomponent: Option<char>,
}

impl Separators {
    /// Of the text of an MSH segment; `None` when it has no three different signs there.
    pub(super) fn of(msh: &str) -> Option<Self> {
        let mut signs = msh.strip_prefix("MSH")?.chars();
        let field = signs.next().filter(char::is_ascii_punctuation)?;
        let rest: Vec<char> = signs.take_while(|sign| *sign != field).collect();
        let different = rest.iter().enumerate().all(|(at, sign)| {
            sign.is_ascii_punctuation() && !rest.iter().take(at).any(|other| other == sign)
        });
        if !different {
            return None;
        }
        Some(Self {
            field,
            component: *rest.first()?,
            repetition: *rest.get(1)?,
            escape: rest.get(2).copied(),
            subcomponent: rest.get(3).copied(),
        })
    }
}

/// One segment.
pub(super) struct Segment<'a> {
    /// Three letters or digits.
    pub(super) name: &'a str,
    /// Which one of that name in its message, from 1.
    pub(super) number: usize,
    /// Byte offset in the file.
    pub(super) offset: usize,
    fields: Vec<&'a str>,
    separators: Separators,
}

impl<'a> Segment<'a> {
    /// `None` of what is no segment.
    pub(super) fn of(text: &'a str, separators: Separators, number: usize, offset: usize) -> Option<Self> {
        let mut fields: Vec<&str> = text.split(separators.field).collect();
        let name = *fields.first()?;
        let named = name.len() == 3
            && name
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        if !named {
            return None;
        }
        if name == "MSH" {
            // MSH-1 is the separator itself, so every other field of this segment has a number that is higher by one.
            fields.insert(1, "");
        }
        Some(Self {
            name,
            number,
            offset,
            fields,
            separators,
        })
    }

    /// Such as `OBX[3]`.
    pub(super) fn place(&self) -> String {
        format!("{}[{}]", self.name, self.number)
    }

    /// The field of that number, from 1; an empty one where the segment is shorter.
    pub(super) fn field(&self, number: usize) -> Field<'a> {
        Field {
            raw: self.fields.get(number).copied().unwrap_or_default(),
            separators: self.separators,
        }
    }

    /// The first component of a field, as text.
    pub(super) fn text(&self, number: usize) -> String {
        self.field(number).component(1).text()
    }
}

/// A field, one of its repetitions, a component or a subcomponent.
#[derive(Clone, Copy)]
pub(super) struct Field<'a> {
    raw: &'a str,
    separators: Separators,
}

impl<'a> Field<'a> {
    fn part(self, raw: &'a str) -> Self {
        Self { raw, ..self }
    }

    /// Its repetitions that say something.
    pub(super) fn repetitions(self) -> impl Iterator<Item = Field<'a>> {
        self.raw
            .split(self.separators.repetition)
            .map(move |raw| self.part(raw))
            .filter(|field| !field.is_empty())
    }

    /// The component of that number, from 1, of the first repetition.
    pub(super) fn component(self, number: usize) -> Field<'a> {
        let first = self
            .raw
            .split(self.separators.repetition)
            .next()
            .unwrap_or_default();
        self.part(nth(first, Some(self.separators.component), number))
    }

    /// The subcomponent of that number, from 1.
    pub(super) fn subcomponent(self, number: usize) -> Field<'a> {
        self.part(nth(self.raw, self.separators.subcomponent, number))
    }

    /// How many components it has.
    pub(super) fn components(self) -> usize {
        self.raw.split(self.separators.component).count()
    }

    /// Whether it says nothing: nothing written, only separators, or the `""` that takes a value back.
    pub(super) fn is_empty(self) -> bool {
        let signs = self.separators;
        let between = |sign: char| {
            sign.is_whitespace()
                || sign == signs.component
                || sign == signs.repetition
                || Some(sign) == signs.subcomponent
        };
        self.raw == "\"\"" || self.raw.chars().all(between)
    }

    /// What it says, escapes resolved, without space around it; what JSON of FHIR cannot hold becomes U+FFFD.
    pub(super) fn text(self) -> String {
        if self.is_empty() {
            return String::new();
        }
        let text = self.unescaped();
        let unreadable = |sign: char| sign.is_control() && !matches!(sign, '\n' | '\t');
        text.trim_matches([' ', '\n', '\t'])
            .replace(unreadable, "\u{FFFD}")
    }

    /// Escapes resolved after §2.7: separators, characters by their number, and the line breaks of formatted text.
    fn unescaped(self) -> String {
        let Some(escape) = self.separators.escape else {
            return self.raw.to_owned();
        };
        let mut out = String::with_capacity(self.raw.len());
        let mut rest = self.raw;
        while let Some((before, after)) = rest.split_once(escape) {
            out.push_str(before);
            let Some((sequence, after)) = after.split_once(escape) else {
                // One sign alone escapes nothing.
                out.push(escape);
                rest = after;
                continue;
            };
            match self.meaning(sequence) {
                Some(meaning) => out.push_str(&meaning),
                None => {
                    out.push(escape);
                    out.push_str(sequence);
                    out.push(escape);
                }
            }
            rest = after;
        }
        out.push_str(rest);
        out
    }

    fn meaning(self, sequence: &str) -> Option<String> {
        let signs = self.separators;
        Some(match sequence {
            "F" => signs.field.to_string(),
            "S" => signs.component.to_string(),
            "R" => signs.repetition.to_string(),
            "T" => signs.subcomponent.unwrap_or('&').to_string(),
            "E" => signs.escape.unwrap_or('\\').to_string(),
            // Highlighting, and commands of printers that say nothing.
            "H" | "N" | ".nf" | ".fi" => String::new(),
            ".br" | ".ce" => "\n".to_owned(),
            _ => {
                if let Some(count) = sequence.strip_prefix(".sp") {
                    return Some("\n".repeat(count.trim_start_matches('+').parse().unwrap_or(1).clamp(1, 8)));
                }
                if sequence.starts_with(".in") || sequence.starts_with(".ti") || sequence.starts_with(".sk") {
                    return Some(" ".to_owned());
                }
                let bytes = hexadecimal(sequence.strip_prefix('X')?)?;
                let text = String::from_utf8_lossy(&bytes);
                text.replace("\r\n", "\n").replace('\r', "\n")
            }
        })
    }
}

/// Bytes of pairs of hexadecimal digits.
pub(super) fn hexadecimal(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| {
        char::from(byte)
            .to_digit(16)
            .and_then(|digit| u8::try_from(digit).ok())
    };
    let pairs = text.as_bytes().chunks(2);
    let bytes = pairs.map(|pair| match pair {
        [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
        _ => None,
    });
    bytes
        .collect::<Option<Vec<u8>>>()
        .filter(|bytes| !bytes.is_empty())
}

fn nth(text: &str, separator: Option<char>, number: usize) -> &str {
    match separator {
        Some(separator) => text
            .split(separator)
            .nth(number.saturating_sub(1))
            .unwrap_or_default(),
        None if number == 1 => text,
        None => "",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test")]

    use super::*;

    fn field(raw: &str) -> Field<'_> {
        let separators = Separators::of("MSH|^~\\&|").unwrap();
        Field { raw, separators }
    }

    #[test]
    fn escapes_of_the_standard_are_resolved_and_others_stay() {
        for (raw, text) in [
            (r"a\F\b\S\c\T\d\R\e\E\f", r"a|b^c&d~e\f"),
            (r"one\.br\two\X0D0A\three\X0D\four", "one\ntwo\nthree\nfour"),
            (r"\H\bold\N\ text", "bold text"),
            (r"é\F\ü \XC3BC\", "é|ü ü"),
            (r"C:\temp", r"C:\temp"),
            (r"a\Zunknown\b", r"a\Zunknown\b"),
            (r"\X0\", r"\X0\"),
            (r"a\X00\b", "a\u{FFFD}b"),
            (r"1\.sp3\2", "1\n\n\n2"),
        ] {
            assert_eq!(field(raw).text(), text, "{raw}");
        }
    }

    #[test]
    fn a_value_that_is_taken_back_and_bare_separators_say_nothing() {
        for raw in ["", "\"\"", "^^", "~", " ^& "] {
            assert!(field(raw).is_empty(), "{raw}");
        }
    }

    #[test]
    fn separators_are_those_of_the_message() {
        let separators = Separators::of("MSH#*!/%#").unwrap();
        let segment = Segment::of("PID#1##12*3%4!5*6", separators, 1, 0).unwrap();
        let ids = segment.field(3);
        assert_eq!(ids.component(2).subcomponent(2).text(), "4");
        assert_eq!(ids.repetitions().nth(1).unwrap().component(2).text(), "6");
        for bad in ["MSH", "MSH|", "MSH|^|", "MSH|^^~|", "MSH|ab|", "PID|^~\\&|"] {
            assert!(Separators::of(bad).is_none(), "{bad}");
        }
    }
}
