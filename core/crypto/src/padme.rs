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
pub fn pad(mut value: Vec<u8>) -> Vec<u8> {
    let padded = padme_len(value.len() + 1);
    value.reserve_exact(padded - value.len());
    value.push(0x80);
    value.resize(padded, 0);
    value
}

/// Takes off what [`pad`] appended.
///
/// # Errors
/// [`PadError`] if these bytes do not end as `pad` would have ended them.
pub fn unpad(mut padded: Vec<u8>) -> Result<Vec<u8>, PadError> {
    let len = padded.iter().rposition(|&byte| byte != 0).ok_or(PadError)?;
    if padded.get(len) != Some(&0x80) || padme_len(len + 1) != padded.len() {
        return Err(PadError);
    }
    padded.truncate(len);
    Ok(padded)
}

/// The bytes were not padded by [`pad`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("bad padding")]
#[non_exhaustive]
pub struct PadError;
