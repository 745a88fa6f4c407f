//! What people call themselves and say, as it may stand on somebody else's screen.

use pocketchart_record::cbor::{Malformed, Reader};

/// At most so many bytes of a text, without what could mislead.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let text: String = text.chars().filter(|it| !misleads(*it)).collect();
    let end = (0..=most.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at));
    text.get(..end.unwrap_or(0)).unwrap_or_default().to_owned()
}

/// A text of at most so many bytes that misleads nobody.
pub(crate) fn plain(from: &mut Reader<'_>, most: usize) -> Result<String, Malformed> {
    let text = from.text()?;
    if text.len() <= most && !text.chars().any(misleads) {
        Ok(text.to_owned())
    } else {
        Err(Malformed("text"))
    }
}

/// Characters that could make a screen show something else than what was sent.
fn misleads(it: char) -> bool {
    it.is_control()
        || matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}
