//! What a message's arguments may be.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

/// An argument of a message: text as it is, or a count, by which a message may choose its wording.
///
/// A decimal, date or code from a source is text: it is shown as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Shown as it is.
    Text(Cow<'a, str>),
    /// A number of things, exact up to 2⁵³.
    Count(u64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<u64> for Value<'_> {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Value<'_> {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<usize> for Value<'_> {
    fn from(count: usize) -> Self {
        Self::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }
}

impl<'a> From<&'a Value<'_>> for FluentValue<'a> {
    fn from(value: &'a Value<'_>) -> Self {
        match value {
            Value::Text(text) => FluentValue::from(text.as_ref()),
            Value::Count(count) => FluentValue::from(*count),
        }
    }
}
