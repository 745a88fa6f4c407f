//! Raw deflate (RFC 1951, no header), perhaps behind a preset dictionary, back to a bounded size.

use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};
use pocketchart_crypto::padme::padme_len;

/// What a block that is not packed costs, and the most it holds.
const BLOCK: (usize, usize) = (5, 65_535);

/// The shortest form of `content`.
pub(crate) fn deflate(content: &[u8], dictionary: &[u8]) -> Option<Vec<u8>> {
    let mut deflate = Compress::new(Compression::best(), false);
    if !dictionary.is_empty() {
        deflate.set_dictionary(dictionary).ok()?;
    }
    // What cannot be made smaller is stored, each block with a few bytes more.
    let mut body = Vec::with_capacity(content.len() + content.len() / 1000 + 64);
    let status = deflate.compress_vec(content, &mut body, FlushCompress::Finish);
    matches!(status, Ok(Status::StreamEnd)).then_some(body)
}

/// `content` and as many spaces behind it as make its packed form one of Padmé's lengths: of its size no more is seen than
/// that. For texts in which white space at the end means nothing, such as JSON.
pub(crate) fn deflate_padded(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content)?;
    // Ends at a whole byte, with no last block yet.
    encoder.flush()?;
    let mut body = std::mem::take(encoder.get_mut());
    let (head, most) = BLOCK;
    let mut left = padme_len(body.len() + head) - body.len();
    while left >= head {
        let mut spaces = (left - head).min(most);
        let after = left - head - spaces;
        // Nothing is left over that could not hold a block.
        if (1..head).contains(&after) {
            spaces -= head - after;
        }
        left -= head + spaces;
        let length = u16::try_from(spaces).unwrap_or_default();
        body.push(u8::from(left == 0));
        body.extend(length.to_le_bytes());
        body.extend((!length).to_le_bytes());
        body.resize(body.len() + spaces, b' ');
    }
    Ok(body)
}

/// Why nothing was inflated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InflateError {
    /// It is no raw deflate, is cut off, or goes on behind its end.
    Damaged,
    /// It becomes more than was allowed.
    TooLarge,
}

/// The content of `body`, at most `max` bytes.
pub(crate) fn inflate(body: &[u8], dictionary: &[u8], max: usize) -> Result<Vec<u8>, InflateError> {
    let mut inflate = Decompress::new(false);
    if !dictionary.is_empty() {
        inflate
            .set_dictionary(dictionary)
            .map_err(|_| InflateError::Damaged)?;
    }
    let mut content = Vec::with_capacity(body.len().saturating_mul(4).clamp(64, max.max(64)));
    loop {
        let read = usize::try_from(inflate.total_in()).unwrap_or(usize::MAX);
        let rest = body.get(read..).unwrap_or_default();
        let before = (inflate.total_in(), content.len());
        let status = inflate.decompress_vec(rest, &mut content, FlushDecompress::None);
        if content.len() > max {
            return Err(InflateError::TooLarge);
        }
        match status {
            Ok(Status::StreamEnd) if inflate.total_in() == body.len() as u64 => return Ok(content),
            Ok(Status::Ok | Status::BufError) if content.len() == content.capacity() => {
                content.reserve(content.len().min(max + 1 - content.len()).max(64));
            }
            Ok(Status::Ok | Status::BufError) if before != (inflate.total_in(), content.len()) => {}
            _ => return Err(InflateError::Damaged),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_bomb_stops_at_the_bound() {
        let bomb = deflate(&vec![0; 10 << 20], &[]).unwrap();
        assert!(bomb.len() < 20_000);
        assert_eq!(inflate(&bomb, &[], 1 << 20), Err(InflateError::TooLarge));
        assert_eq!(inflate(&bomb, &[], 10 << 20).map(|it| it.len()), Ok(10 << 20));
    }

    #[test]
    fn zlib_is_not_raw_deflate() {
        // {"a":1}, as zlib writes it.
        let zlib = [
            0x78, 0x9c, 0xab, 0x56, 0x4a, 0x54, 0xb2, 0x32, 0xac, 0x05, 0x00, 0x09, 0x52, 0x02, 0x35,
        ];
        assert_eq!(inflate(&zlib, &[], 100), Err(InflateError::Damaged));
        assert_eq!(inflate(&zlib[2..11], &[], 100).as_deref(), Ok(&b"{\"a\":1}"[..]));
    }

    proptest! {
        #[test]
        fn there_and_back(content in prop::collection::vec(any::<u8>(), 0..3000)) {
            let packed = deflate(&content, &[]).unwrap();
            let inflated = inflate(&packed, &[], content.len());
            prop_assert_eq!(inflated.as_ref(), Ok(&content));
            if let Some((_, short)) = packed.split_last() {
                prop_assert!(inflate(short, &[], content.len()).is_err());
            }
            let longer = [&packed[..], &[0]].concat();
            prop_assert!(inflate(&longer, &[], content.len()).is_err());
        }

        #[test]
        fn padded_lengths_are_padmes(len in 0_usize..400_000, seed in any::<u64>()) {
            let mut random = fastrand::Rng::with_seed(seed);
            let content: Vec<u8> = (0..len).map(|_| random.u8(..)).collect();
            let packed = deflate_padded(&content).unwrap();
            prop_assert_eq!(padme_len(packed.len()), packed.len());
            let inflated = inflate(&packed, &[], 2 * len + 100).unwrap();
            prop_assert!(inflated.starts_with(&content));
            prop_assert!(inflated[len..].iter().all(|byte| *byte == b' '));
        }
    }
}
