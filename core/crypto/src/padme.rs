//! Hiding exact sizes: Padmé lengths (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and
//! Communication with PURBs", 2019) grow a value by at most 12 % and show only its magnitude.

/// The length to which `len` bytes are padded.
///
/// ```
/// assert_eq!(pocketchart_crypto::padme::padme_len(1_000_000), 1_015_808);
/// ```
pub const fn padme_len(len: usize) -> usize {
    let Some(exponent) = len.checked_ilog2() else {
        return len;
    };
    let Some(bits) = exponent.checked_ilog2() else {
        return len;
    };
    let mask = (1 << (exponent - bits - 1)) - 1;
    len.saturating_add(mask) & !mask
}

/// Appends 0x80 and zeros (ISO/IEC 7816-4) up to the Padmé length of `len + 1`.
///
/// ```
/// use pocketchart_crypto::padme::{pad, unpad};
///
/// let padded = pad(b"penicillin".to_vec());
/// assert_eq!(unpad(padded).unwrap(), b"penicillin");
/// ```
pub fn pad(value: Vec<u8>) -> Vec<u8> {
    let len = padme_len(value.len() + 1);
    filled(value, len)
}

/// Takes off what [`pad`] appended.
///
/// # Errors
/// [`PadError`] if these bytes do not end as `pad` would have ended them.
pub fn unpad(padded: Vec<u8>) -> Result<Vec<u8>, PadError> {
    let len = padded.len();
    let value = strip(padded)?;
    if padme_len(value.len() + 1) == len {
        Ok(value)
    } else {
        Err(PadError)
    }
}

/// Appends 0x80 and zeros up to `len` bytes; none if there is no room for the 0x80.
///
/// ```
/// use pocketchart_crypto::padme::{pad_to, strip};
///
/// let padded = pad_to(b"penicillin".to_vec(), 64).unwrap();
/// assert_eq!((padded.len(), strip(padded).unwrap()), (64, b"penicillin".to_vec()));
/// assert_eq!(pad_to(vec![0; 64], 64), None);
/// ```
pub fn pad_to(value: Vec<u8>, len: usize) -> Option<Vec<u8>> {
    (value.len() < len).then(|| filled(value, len))
}

/// Takes off zeros and the 0x80 before them, whatever the length: what [`pad_to`] appended.
///
/// # Errors
/// [`PadError`] if these bytes do not end so.
pub fn strip(mut padded: Vec<u8>) -> Result<Vec<u8>, PadError> {
    let len = padded.iter().rposition(|&byte| byte != 0).ok_or(PadError)?;
    if padded.get(len) != Some(&0x80) {
        return Err(PadError);
    }
    padded.truncate(len);
    Ok(padded)
}

fn filled(mut value: Vec<u8>, len: usize) -> Vec<u8> {
    value.reserve_exact(len - value.len());
    value.push(0x80);
    value.resize(len, 0);
    value
}

/// The bytes were not padded so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("bad padding")]
#[non_exhaustive]
pub struct PadError;
