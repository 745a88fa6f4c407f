//! A text of the phone as Android's resources can say it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey},
    parser,
};

use crate::Outcome;

/// A text, or one of several by a number.
pub(super) struct Word {
    pub(super) id: String,
    /// In the order of the alphabet, as they are numbered in the resources.
    pub(super) arguments: Vec<String>,
    pub(super) said: Said,
}

pub(super) enum Said {
    Always(String),
    ByNumber {
        number: String,
        cases: BTreeMap<String, String>,
    },
}

/// The messages, as far as Android's resources can say them.
pub(super) fn words(source: &str) -> Outcome<Vec<Word>> {
    let resource = parser::parse(source).map_err(|_| "not Fluent")?;
    let mut words = Vec::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let Some(pattern) = &message.value else { continue };
        let id = message.id.name.to_owned();
        let mut arguments = BTreeSet::new();
        let said = said(pattern, &mut arguments).map_err(|problem| format!("{id}: {problem}"))?;
        words.push(Word {
            id,
            arguments: arguments.into_iter().collect(),
            said,
        });
    }
    Ok(words)
}

fn said(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) -> Outcome<Said> {
    let [
        PatternElement::Placeable {
            expression: Expression::Select { selector, variants },
        },
    ] = pattern.elements.as_slice()
    else {
        return Ok(Said::Always(plain(pattern, arguments)?));
    };
    let InlineExpression::VariableReference { id } = selector else {
        return Err("chooses by something else than a number".into());
    };
    arguments.insert(id.name.to_owned());
    let mut cases = BTreeMap::new();
    for variant in variants {
        let VariantKey::Identifier { name } = variant.key else {
            return Err("Android has no form for one number alone".into());
        };
        cases.insert(name.to_owned(), plain(&variant.value, arguments)?);
    }
    Ok(Said::ByNumber {
        number: id.name.to_owned(),
        cases,
    })
}

/// Text with its arguments as `{name}`.
fn plain(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) -> Outcome<String> {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } if value.contains(['{', '}', '%', '\n', '\\']) => {
                return Err(format!("holds a sign that resources take otherwise: {value}").into());
            }
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                arguments.insert(id.name.to_owned());
                write!(text, "{{{}}}", id.name)?;
            }
            PatternElement::Placeable { .. } => {
                return Err("holds more than variables, or a choice beside other words".into());
            }
        }
    }
    Ok(text)
}

/// Where a translation chooses by a number and the English does not, or lacks a form that its numbers have.
pub(super) fn unlike<'a>(
    words: &'a [Word],
    theirs: &'a [Word],
    needed: &'a [&str],
    allowed: &'a [&str],
) -> impl Iterator<Item = String> + 'a {
    let theirs: BTreeMap<&str, &Word> = theirs.iter().map(|word| (word.id.as_str(), word)).collect();
    words.iter().filter_map(move |word| {
        let other = theirs.get(word.id.as_str())?;
        match (&word.said, &other.said) {
            (Said::Always(_), Said::Always(_)) => None,
            (Said::ByNumber { number, .. }, Said::ByNumber { number: same, cases }) if number == same => {
                let lacks = needed.iter().find(|case| !cases.contains_key(**case));
                let has =
                    |case: &&String| !needed.contains(&case.as_str()) && !allowed.contains(&case.as_str());
                let lacks = lacks.map(|case| format!("{} lacks the form `{case}`", word.id));
                lacks.or_else(|| {
                    let more = cases.keys().find(has)?;
                    Some(format!(
                        "{} has the form `{more}`, which no number takes",
                        word.id
                    ))
                })
            }
            _ => Some(format!("{} chooses by a number in one language alone", word.id)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_resources_cannot_say_is_refused() {
        for source in [
            "a = { $n ->\n    [0] none\n   *[other] some\n}\n",
            "a = It has { $n ->\n    [one] one\n   *[other] some\n}\n",
            "a = 5 %\n",
            "a = { b }\nb = B\n",
            "a = Two\n    lines\n",
        ] {
            assert!(words(source).is_err(), "{source}");
        }
    }

    #[test]
    fn a_translation_that_lacks_a_form_is_found() {
        let english = words("a = { $n ->\n    [one] 1\n   *[other] 2\n}\nb = B\n").unwrap();
        let found = |source: &str, needed: &[&str]| -> Vec<String> {
            let theirs = words(source).unwrap();
            unlike(&english, &theirs, needed, &[]).collect()
        };
        assert!(found("a = { $n ->\n   *[other] 2\n}\nb = B\n", &["other"]).is_empty());
        assert_eq!(
            found("a = { $n ->\n   *[other] 2\n}\nb = B\n", &["one", "other"]),
            ["a lacks the form `one`"]
        );
        assert_eq!(
            found("a = { $n ->\n    [two] 1\n   *[other] 2\n}\nb = B\n", &["other"]),
            ["a has the form `two`, which no number takes"]
        );
        assert_eq!(
            found("a = { $n }\nb = B\n", &["other"]),
            ["a chooses by a number in one language alone"]
        );
    }
}
