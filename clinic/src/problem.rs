//! What went wrong, in words for the person at the desk.

use std::{collections::BTreeMap, sync::LazyLock};

use pocketchart::knowledge;
use pocketchart_strings::{LanguageError, Text, Value};
use serde::Serialize;
use utoipa::ToSchema;

static TEXT: LazyLock<Result<Text, LanguageError>> = LazyLock::new(Text::english);

/// What happened, and what to do next.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// Stays the same in all versions.
    pub(crate) id: String,
    /// What happened.
    message: String,
    /// What to do next.
    next: Option<String>,
    /// What the message counts, by its name there: for who says it in another language.
    counts: BTreeMap<&'static str, u64>,
}

impl Problem {
    /// Of a message of `strings/en.ftl` and its `-next`.
    pub(crate) fn new(id: &'static str) -> Self {
        Self::with(id, &[])
    }

    /// The same, with what the message names.
    pub(crate) fn with(id: &'static str, arguments: &[(&'static str, Value<'_>)]) -> Self {
        Self {
            id: id.to_owned(),
            message: say(id, arguments).unwrap_or_else(|| id.to_owned()),
            next: say(&format!("{id}-next"), arguments),
            counts: arguments.iter().filter_map(count).collect(),
        }
    }
}

fn count((name, value): &(&'static str, Value<'_>)) -> Option<(&'static str, u64)> {
    match value {
        Value::Count(count) => Some((name, *count)),
        Value::Text(_) => None,
    }
}

/// A text by its id.
pub(crate) fn say(id: &str, arguments: &[(&'static str, Value<'_>)]) -> Option<String> {
    TEXT.as_ref().ok()?.by_id(id, arguments).ok()
}

/// A text that a rule names, with what it puts in.
pub(crate) fn said(text: &knowledge::Text) -> String {
    let arguments = text.arguments.iter().map(|(name, value)| {
        let value: Value<'_> = match *name {
            // How many there are decides between one and many.
            "count" => value.parse::<u64>().map_or_else(|_| value.into(), Value::Count),
            "section" => say(&format!("section-{value}"), &[]).map_or_else(|| value.into(), Value::from),
            _ => value.into(),
        };
        (*name, value)
    });
    let arguments: Vec<_> = arguments.collect();
    say(text.id, &arguments).unwrap_or_else(|| text.id.to_owned())
}
