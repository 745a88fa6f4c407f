//! Android's `strings.xml`.

use std::{collections::BTreeMap, fmt::Write as _};

use super::{
    HEAD,
    word::{Said, Word},
};
use crate::Outcome;

/// A `strings.xml` in the order of the English.
pub(super) fn resources(language: &str, words: &[Word], theirs: &[Word]) -> Outcome<String> {
    let theirs: BTreeMap<&str, &Word> = theirs.iter().map(|word| (word.id.as_str(), word)).collect();
    let mut file = format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- {HEAD} -->\n<resources>\n")
        .replace('`', "'");
    for word in words {
        let Some(other) = theirs.get(word.id.as_str()) else {
            continue;
        };
        let name = word.id.replace('-', "_");
        let value = |text: &str| escaped(&numbered(language, text, &word.arguments));
        match &other.said {
            Said::Always(text) => writeln!(file, "    <string name=\"{name}\">{}</string>", value(text))?,
            Said::ByNumber { cases, .. } => {
                writeln!(file, "    <plurals name=\"{name}\">")?;
                for (case, text) in cases {
                    writeln!(file, "        <item quantity=\"{case}\">{}</item>", value(text))?;
                }
                writeln!(file, "    </plurals>")?;
            }
        }
    }
    file.push_str("</resources>\n");
    Ok(file)
}

/// `{name}` as Android numbers it. In a text from right to left a foreign word must not turn its neighbours around.
fn numbered(language: &str, text: &str, arguments: &[String]) -> String {
    let (before, behind) = match language {
        "ar" => ("\u{2068}", "\u{2069}"),
        _ => ("", ""),
    };
    (1..)
        .zip(arguments)
        .fold(text.to_owned(), |text, (number, name)| {
            text.replace(&format!("{{{name}}}"), &format!("{before}%{number}$s{behind}"))
        })
}

/// As Android's resource compiler reads it.
fn escaped(text: &str) -> String {
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('\'', "\\'")
        .replace('"', "\\\"");
    match text.starts_with(['@', '?']) {
        true => format!("\\{text}"),
        false => text,
    }
}
