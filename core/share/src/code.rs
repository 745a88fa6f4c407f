//! The text that every code of ours has: `pocketchart:/` and decimal digits, the same in a QR code, in a link and
//! pasted. The digits are deterministic CBOR that begins with a version and a kind, and 4 bytes of its hash.

use pocketchart_crypto::{Label, hash};
use pocketchart_record::cbor::{self, Canonical, Malformed, Reader};

use crate::qr::digits;

/// In front of the digits, so that a phone's camera offers to open the app.
pub(crate) const PREFIX: &str = "pocketchart:/";
pub(crate) const VERSION: u64 = 1;
/// Bytes at the end that tell a mistyped code.
const CHECKSUM: usize = 4;
pub(crate) const MAX_DIGITS: usize = 4096;

/// The text of a code.
pub(crate) fn to_text<T: Canonical>(code: &T) -> String {
    to_text_of(&cbor::to_bytes(code))
}

fn to_text_of(body: &[u8]) -> String {
    let mut bytes = body.to_vec();
    bytes.extend(checksum(body));
    format!("{PREFIX}{}", digits::encode(&bytes))
}

/// A text without the white space that mail programs add anywhere in it. No more is looked at than the longest code with as
/// many spaces.
pub(crate) fn unspaced(text: &str) -> String {
    text.chars()
        .take(4 * MAX_DIGITS)
        .filter(|c| !c.is_whitespace())
        .collect()
}

/// The code of a text, if it is one of that kind.
pub(crate) fn from_text<T: Canonical>(text: &str, kind: &str) -> Result<T, CodeError> {
    let text = unspaced(text);
    let digits = text.strip_prefix(PREFIX).ok_or(CodeError::NotACode)?;
    if digits.len() > MAX_DIGITS || digits.is_empty() {
        return Err(CodeError::NotACode);
    }
    let bytes = digits::decode(digits).ok_or(CodeError::Damaged)?;
    let (body, sum) = bytes.split_last_chunk::<CHECKSUM>().ok_or(CodeError::Damaged)?;
    if *sum != checksum(body) {
        return Err(CodeError::Damaged);
    }
    from_body(body, kind)
}

/// The code of a body without its checksum, as it also stands in another code.
pub(crate) fn from_body<T: Canonical>(body: &[u8], kind: &str) -> Result<T, CodeError> {
    match header(body).map_err(|_| CodeError::Damaged)? {
        (VERSION, its) if its == kind => {}
        (VERSION, _) => return Err(CodeError::OtherKind),
        _ => return Err(CodeError::Newer),
    }
    cbor::from_bytes(body).map_err(|_| CodeError::Damaged)
}

/// The head of a code of so many fields. Its version and kind were looked at when it was recognised.
pub(crate) fn head(from: &mut Reader<'_>, fields: usize) -> Result<(), Malformed> {
    if from.map()? != fields {
        return Err(Malformed("number of fields"));
    }
    let _version_and_kind = (from.uint()?, from.uint()?, from.uint()?, from.text()?);
    Ok(())
}

/// Version and kind, which all codes have in front; further fields are theirs.
fn header(bytes: &[u8]) -> Result<(u64, &str), Malformed> {
    let mut reader = Reader::new(bytes);
    let _ = (reader.map()?, reader.uint()?);
    let version = reader.uint()?;
    let _ = reader.uint()?;
    Ok((version, reader.text()?))
}

fn checksum(bytes: &[u8]) -> [u8; CHECKSUM] {
    let [a, b, c, d, ..] = hash::hash128(Label::new("code-checksum"), &[bytes]);
    [a, b, c, d]
}

/// Why a text is no code of the kind that was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CodeError {
    /// It does not start as our codes do, or goes on with other than digits.
    #[error("not a Pocketchart code")]
    NotACode,
    /// A code of ours, for something else.
    #[error("a code for something else")]
    OtherKind,
    /// A code that a newer version made.
    #[error("a code of a newer version")]
    Newer,
    /// Part of it is missing or wrong.
    #[error("damaged code")]
    Damaged,
    /// Too few or too many addresses, or one that is none.
    #[error("bad address in a code")]
    Address,
}

/// What tests change codes with.
#[cfg(test)]
pub(crate) mod altered {
    use super::{CHECKSUM, PREFIX, checksum, digits, to_text_of};

    /// The text of any body, with a checksum that fits.
    pub(crate) fn text(body: &[u8]) -> String {
        to_text_of(body)
    }

    /// Each text in which one bit of body or checksum differs.
    pub(crate) fn texts(body: &[u8]) -> impl Iterator<Item = String> {
        let whole = [body, &checksum(body)].concat();
        assert_eq!(whole.len(), body.len() + CHECKSUM);
        flips(&whole).map(|flipped| format!("{PREFIX}{}", digits::encode(&flipped)))
    }

    /// The bytes with each bit flipped.
    pub(crate) fn flips(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> + use<> {
        let bytes = bytes.to_vec();
        (0..bytes.len() * 8).map(move |bit| {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            flipped
        })
    }
}
