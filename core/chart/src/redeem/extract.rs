//! What the patient's device stated, kept as it signed it.

use super::{RedeemError, StatedItem, stated};
use pocketchart_record::Millis;
use pocketchart_share::redeem::Extracted;

/// The entries as the patient's device stated them to a redeemer, signed by it: a redeemer that keeps these bytes, sealed, can read
/// them again as long as the grant lasts.
///
/// ```
/// use pocketchart::{RedeemError, SignedExtract};
///
/// let altered = SignedExtract { head: vec![1], content: vec![2] };
/// assert!(matches!(altered.stated(), Err(RedeemError::Unfit)));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct SignedExtract {
    /// Who states it, when, by which grant; signed.
    pub head: Vec<u8>,
    /// What: at most 16 MiB of it once unpacked.
    pub content: Vec<u8>,
}

impl SignedExtract {
    pub(super) fn of(extracted: &Extracted) -> Self {
        Self {
            head: extracted.head.to_bytes().to_vec(),
            content: extracted.content.clone(),
        }
    }

    /// When it was stated, and what, as [`Redeemed::stated`](super::Redeemed::stated).
    ///
    /// # Errors
    /// [`RedeemError::Unfit`] if these are not the bytes that were signed.
    pub fn stated(&self) -> Result<(Millis, Vec<StatedItem>), RedeemError> {
        let extracted = Extracted::read(&self.head, &self.content).map_err(|_| RedeemError::Unfit)?;
        Ok(stated(extracted))
    }
}
