//! The text of a section: what a person reads who has no program for it.

use super::IpsWords;
use crate::summary::{Amount, Summary};
use std::fmt::Write as _;

/// Begins every narrative, and says what language its words are in and which way they run.
fn open(words: &IpsWords) -> String {
    let language = escaped(&words.language);
    let direction = match words.right_to_left {
        true => r#" dir="rtl""#,
        false => "",
    };
    format!(
        r#"<div xmlns="http://www.w3.org/1999/xhtml" lang="{language}" xml:lang="{language}"{direction}>"#
    )
}

/// Text inside XHTML. What XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
    out
}

/// One sentence.
pub(super) fn sentence(text: &str, words: &IpsWords) -> String {
    format!("{}<p>{}</p></div>", open(words), escaped(text))
}

/// A table of what is said, a row for each statement.
pub(super) fn table(rows: &[(&Summary, bool)], words: &IpsWords) -> String {
    let mut out = open(words);
    let columns = [&words.what, &words.details, &words.when];
    let heads: String = columns
        .iter()
        .map(|it| format!("<th>{}</th>", escaped(it)))
        .collect();
    let _ = write!(out, "<table><thead><tr>{heads}</tr></thead><tbody>");
    for (facts, disagree) in rows {
        let title = facts.title.as_deref().unwrap_or(&words.untitled);
        let when = [facts.when.as_ref(), facts.until.as_ref()];
        let when: Vec<&str> = when.into_iter().flatten().map(|it| it.as_str()).collect();
        let cells = [
            title.to_owned(),
            details(facts, *disagree, words),
            when.join(" – "),
        ];
        let cells: String = cells
            .iter()
            .map(|it| format!("<td>{}</td>", escaped(it)))
            .collect();
        let _ = write!(out, "<tr>{cells}</tr>");
    }
    out.push_str("</tbody></table></div>");
    out
}

fn details(facts: &Summary, disagree: bool, words: &IpsWords) -> String {
    let mut said: Vec<String> = Vec::new();
    said.extend(facts.value.as_ref().map(amount));
    for part in &facts.components {
        let value = part.value.as_ref().map(amount).unwrap_or_default();
        said.push(format!("{} {value}", part.title.as_deref().unwrap_or_default()));
    }
    let texts = [
        &facts.flag,
        &facts.severity,
        &facts.criticality,
        &facts.reaction,
        &facts.dosage,
        &facts.status,
        &facts.verification,
    ];
    said.extend(texts.into_iter().flatten().cloned());
    said.extend(disagree.then(|| words.disagree.clone()));
    said.join(", ")
}

fn amount(it: &Amount) -> String {
    let parts = [
        it.comparator.as_deref(),
        Some(it.text.as_str()),
        it.unit.as_deref().or(it.ucum.as_deref()),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(" ")
}
