//! The key by which hospitals know this program.

use crate::arguments::SourceKey;
use crate::failure::Failure;
use crate::file;
use crate::output::{Page, quiet};
use crate::program::{Answer, Program};
use pocketchart::OpenError;
use pocketchart_strings::Message;
use serde_json::Value;
use zeroize::Zeroizing;

pub(super) fn key(program: &Program, asked: &SourceKey) -> Result<Answer, Failure> {
    let mut chart = program.open()?;
    let there = chart.app_keys().map_err(OpenError::from)?;
    let keys = match &asked.rsa {
        Some(path) => chart.take_app_key(&Zeroizing::new(file::read(path)?))?,
        None if asked.new || there.is_empty() => chart.make_app_key().map_err(OpenError::from)?,
        None => there,
    };
    let set = keys.to_jwks();
    let mut page = Page::default();
    page.line(program.show(&Message::SourceKey)).blank();
    page.exact(&*set).blank();
    page.line(quiet(program.show(&Message::SourceKeyNext)));
    // The document is the set itself: it can be handed on as it is.
    let json: Value = serde_json::from_str(&set).unwrap_or_default();
    Ok(Answer::new(page, json))
}
