//! The human text of a resource, folded for search.

use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::view::Attachment;

/// Members whose string values people read.
const HUMAN: [&str; 21] = [
    "text",
    "display",
    "div",
    "title",
    "description",
    "name",
    "alias",
    "family",
    "given",
    "prefix",
    "suffix",
    "line",
    "city",
    "comment",
    "conclusion",
    "patientInstruction",
    "valueString",
    "onsetString",
    "manufacturer",
    "contentString",
    "authorString",
];

/// SNOMED CT's kinds of concept (Editorial Guide, semantic tags) that sources write after names of what is recorded here.
const KINDS: [&str; 11] = [
    "disorder",
    "environment",
    "finding",
    "organism",
    "person",
    "physical object",
    "procedure",
    "product",
    "regime/therapy",
    "situation",
    "substance",
];

/// The distinct words of a text, in their first order: lower case, compatibility forms and accents folded away.
///
/// ```
/// use pocketchart_fhir::summary::words;
/// assert_eq!(words("Crème brûlée, CRÈME"), ["creme", "brulee"]);
/// ```
pub fn words(text: &str) -> Vec<String> {
    let mut seen = HashSet::new();
    let folded: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect();
    let words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words
        .filter(|word| seen.insert(word.to_string()))
        .map(str::to_owned)
        .collect()
}

/// A name of SNOMED CT without the kind of concept at its end, which not every source writes.
///
/// ```
/// use pocketchart_fhir::summary::bare;
/// assert_eq!(bare("Latex (substance)"), "Latex");
/// assert_eq!(bare("Dander (animal)"), "Dander (animal)");
/// ```
pub fn bare(name: &str) -> &str {
    let kind = |name: &str| KINDS.iter().any(|kind| name.eq_ignore_ascii_case(kind));
    let parts = name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    match parts {
        Some((bare, tag)) if kind(tag) => bare,
        _ => name,
    }
}

pub(super) fn search_text(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    // What was read before an unreadable string is still searched.
    let _ = Collect {
        human: false,
        text: &mut text,
    }
    .deserialize(&mut deserializer);
    words(&text).join(" ")
}

/// Walks any JSON value and appends the strings under human names.
struct Collect<'a> {
    human: bool,
    text: &'a mut String,
}

impl<'de> DeserializeSeed<'de> for Collect<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Collect<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        if self.human {
            push_text(value, self.text);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (mut content_type, mut data) = (None, None);
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "contentType" => content_type = Some(map.next_value::<Box<RawValue>>()?),
                "data" => data = Some(map.next_value::<Box<RawValue>>()?),
                _ => {
                    let human = HUMAN.contains(&name.as_str());
                    map.next_value_seed(Collect {
                        human,
                        text: &mut *self.text,
                    })?;
                }
            }
        }
        let string = |raw: Option<Box<RawValue>>| raw.and_then(|raw| serde_json::from_str(raw.get()).ok());
        let file = Attachment {
            content_type: string(content_type),
            data: string(data),
            ..Attachment::default()
        };
        if let Some(text) = file.text() {
            push_text(&text, self.text);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while seq
            .next_element_seed(Collect {
                human: self.human,
                text: &mut *self.text,
            })?
            .is_some()
        {}
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

/// Appends a text without its markup, and a space.
fn push_text(text: &str, into: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, markup) = rest.split_at(at);
        into.push_str(before);
        let (end, replacement) = if markup.starts_with('<') {
            (tag_end(markup), Some(' '))
        } else {
            entity(markup)
        };
        match replacement {
            Some(replacement) => {
                into.push(replacement);
                rest = markup.get(end..).unwrap_or_default();
            }
            None => {
                into.push(' ');
                rest = markup.get(1..).unwrap_or_default();
            }
        }
    }
    into.push_str(rest);
    into.push(' ');
}

/// The length of a tag; of a lone `<`, when no tag begins there.
fn tag_end(markup: &str) -> usize {
    let begins = markup
        .chars()
        .nth(1)
        .is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'));
    if begins {
        markup.find('>').map_or(1, |at| at + 1)
    } else {
        1
    }
}

/// The length and the character of an entity, if it is one.
fn entity(markup: &str) -> (usize, Option<char>) {
    let Some(end) = markup.get(..markup.len().min(12)).unwrap_or(markup).find(';') else {
        return (0, None);
    };
    let name = markup.get(1..end).unwrap_or_default();
    let character = match name {
        "amp" | "lt" | "gt" | "quot" | "apos" | "nbsp" => Some(' '),
        _ => {
            let number = name
                .strip_prefix('#')
                .and_then(|number| match number.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok(),
                    None => number.parse().ok(),
                });
            number.and_then(char::from_u32)
        }
    };
    (end + 1, character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_people_read_and_nothing_else() {
        let bytes = br#"{"resourceType":"DocumentReference","id":"hidden","text":{"status":"generated",
            "div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">Fi&#232;vre &amp; <b>toux</b> < 3</div>"},
            "type":{"coding":[{"system":"http://loinc.org","code":"code","display":"Note"}]},
            "content":[{"attachment":{"contentType":"text/plain","data":"UMOibGU="}},
                       {"attachment":{"contentType":"image/png","data":"UMOibGU="}}]}"#;
        assert_eq!(search_text(bytes), "fievre toux 3 note pale");
    }

    #[test]
    fn an_attachment_may_name_its_type_after_its_data() {
        let bytes = br#"{"name":["A",null,"B"],"attachment":{"data":"eA==","contentType":"text/plain"}}"#;
        assert_eq!(search_text(bytes), "a b x");
    }
}
