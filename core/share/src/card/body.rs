//! The content of a card, small: raw deflate behind a preset dictionary.

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};

/// What a body may become. Deflate alone makes 1,029 bytes of one.
pub(super) const MAX_INFLATED: usize = 8 << 10;

/// The body of `content`; none if it is longer than a reader takes.
pub(super) fn deflate(content: &[u8], dictionary: &[u8]) -> Option<Vec<u8>> {
    if content.len() > MAX_INFLATED {
        return None;
    }
    let mut deflate = Compress::new(Compression::best(), false);
    deflate.set_dictionary(dictionary).ok()?;
    // What cannot be made smaller is stored with a few bytes more.
    let mut body = Vec::with_capacity(content.len() + 64);
    let status = deflate.compress_vec(content, &mut body, FlushCompress::Finish);
    matches!(status, Ok(Status::StreamEnd)).then_some(body)
}

/// The content of a body; none unless it is whole, ends with its last byte, and stays within [`MAX_INFLATED`].
pub(super) fn inflate(body: &[u8], dictionary: &[u8]) -> Option<Vec<u8>> {
    let mut inflate = Decompress::new(false);
    inflate.set_dictionary(dictionary).ok()?;
    let mut content = Vec::with_capacity(MAX_INFLATED);
    let status = inflate.decompress_vec(body, &mut content, FlushDecompress::Finish);
    let whole = matches!(status, Ok(Status::StreamEnd)) && inflate.total_in() == body.len() as u64;
    whole.then_some(content)
}
