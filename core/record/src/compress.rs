//! zstd with the shipped dictionary. One leading byte names the dictionary; a dictionary once released stays for ever.

use std::cell::RefCell;
use zstd::bulk::{Compressor, Decompressor};
use zstd::zstd_safe::{CParameter, DParameter, FrameFormat, get_frame_content_size};

/// Dictionary number 1, trained on FHIR resources from which every personal value was removed.
static DICTIONARY: &[u8] = include_bytes!("../dictionary/1.zdict");
const DICTIONARY_NUMBER: u8 = 1;

/// What begins a frame elsewhere (RFC 8878 section 3.1.1).
const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];
/// Bytes of it and of a frame's header, at most.
const LONGEST_HEAD: usize = 18;

/// What one envelope and one block of a base may inflate to, in bytes: a resource of 16 MiB and its frame.
pub const MAX_INFLATED: usize = 17 << 20;

/// The bytes do not inflate, or to more than allowed, or name a dictionary that this version does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InflateError {
    /// An unknown dictionary number: written by a newer version.
    #[error("compressed with a dictionary that this version does not have")]
    UnknownDictionary,
    /// Not a valid frame, or larger than allowed.
    #[error("compressed data is damaged or too large")]
    Damaged,
}

/// How hard to try.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effort {
    /// One envelope.
    Quick,
    /// A base, made once and kept.
    Best,
}

fn compressor(level: i32) -> Option<Compressor<'static>> {
    let mut compressor = Compressor::with_dictionary(level, DICTIONARY).ok()?;
    for parameter in [
        CParameter::Format(FrameFormat::Magicless),
        CParameter::ContentSizeFlag(true),
        CParameter::ChecksumFlag(false),
        CParameter::DictIdFlag(false),
    ] {
        compressor.set_parameter(parameter).ok()?;
    }
    Some(compressor)
}

fn decompressor() -> Option<Decompressor<'static>> {
    let mut decompressor = Decompressor::with_dictionary(DICTIONARY).ok()?;
    decompressor
        .set_parameter(DParameter::Format(FrameFormat::Magicless))
        .ok()?;
    Some(decompressor)
}

thread_local! {
    // Digesting the dictionary costs more than compressing an envelope, so each thread does it once.
    static QUICK: RefCell<Option<Compressor<'static>>> = RefCell::new(compressor(9));
    static BEST: RefCell<Option<Compressor<'static>>> = RefCell::new(compressor(19));
    static INFLATE: RefCell<Option<Decompressor<'static>>> = RefCell::new(decompressor());
}

/// Compresses; stores as it is (dictionary number 0) whatever zstd cannot take.
pub fn deflate(bytes: &[u8], effort: Effort) -> Vec<u8> {
    let level = match effort {
        Effort::Quick => &QUICK,
        Effort::Best => &BEST,
    };
    let packed = level.with_borrow_mut(|slot| slot.as_mut().and_then(|c| c.compress(bytes).ok()));
    match packed {
        Some(packed) if packed.len() < bytes.len() => [&[DICTIONARY_NUMBER][..], &packed].concat(),
        _ => [&[0][..], bytes].concat(),
    }
}

/// Bytes to which a frame says that it inflates, at most [`MAX_INFLATED`]. Without it room for the most would be made, and wiped
/// again, for each envelope: zstd itself looks only into frames with their magic number, which is left out here.
fn announced(frame: &[u8]) -> usize {
    let head: Vec<u8> = MAGIC.iter().chain(frame).copied().take(LONGEST_HEAD).collect();
    let said = get_frame_content_size(&head).ok().flatten();
    said.and_then(|it| usize::try_from(it).ok())
        .map_or(MAX_INFLATED, |it| it.min(MAX_INFLATED))
}

/// Inflates what [`deflate`] made, to at most [`MAX_INFLATED`] bytes.
pub fn inflate(bytes: &[u8]) -> Result<Vec<u8>, InflateError> {
    match bytes.split_first() {
        Some((0, plain)) if plain.len() <= MAX_INFLATED => Ok(plain.to_vec()),
        None | Some((0, _)) | Some((&DICTIONARY_NUMBER, [])) => Err(InflateError::Damaged),
        Some((&DICTIONARY_NUMBER, packed)) => INFLATE
            .with_borrow_mut(|slot| {
                slot.as_mut()
                    .and_then(|d| d.decompress(packed, announced(packed)).ok())
            })
            .ok_or(InflateError::Damaged),
        Some(_) => Err(InflateError::UnknownDictionary),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_deflated_inflates_and_a_bomb_does_not() {
        for bytes in [&b""[..], b"{}", &[7; 100_000]] {
            assert_eq!(inflate(&deflate(bytes, Effort::Quick)).as_deref(), Ok(bytes));
            assert_eq!(inflate(&deflate(bytes, Effort::Best)).as_deref(), Ok(bytes));
        }
        let small = inflate(&deflate(&[7; 1_000], Effort::Quick)).unwrap();
        assert!(
            small.capacity() < 2_000,
            "no more room than it takes: {}",
            small.capacity()
        );
        let bomb = deflate(&vec![0; MAX_INFLATED + 1], Effort::Quick);
        assert!(bomb.len() < 4096);
        assert_eq!(inflate(&bomb), Err(InflateError::Damaged));
        for nothing in [&[][..], &[DICTIONARY_NUMBER]] {
            assert_eq!(inflate(nothing), Err(InflateError::Damaged));
        }
        assert_eq!(inflate(&[200, 1, 2]), Err(InflateError::UnknownDictionary));
    }
}
