//! The content of a card, small: raw deflate behind a preset dictionary.

use crate::deflate;

/// What a body may become. Deflate alone makes 1,029 bytes of one.
pub(super) const MAX_INFLATED: usize = 8 << 10;

/// The body of `content`; none if it is longer than a reader takes.
pub(super) fn deflate(content: &[u8], dictionary: &[u8]) -> Option<Vec<u8>> {
    if content.len() > MAX_INFLATED {
        return None;
    }
    deflate::deflate(content, dictionary)
}

/// The content of a body; none unless it is whole, ends with its last byte, and stays within [`MAX_INFLATED`].
pub(super) fn inflate(body: &[u8], dictionary: &[u8]) -> Option<Vec<u8>> {
    deflate::inflate(body, dictionary, MAX_INFLATED).ok()
}
