//! Shamir's secret sharing over GF(2^8), by `blahaj`: a secret in parts, of which so many bring it back and fewer tell nothing
//! (security.md section 14). Its polynomials are drawn from the system's random source, as everything secret here is.

use std::convert::Infallible;

use blahaj::Sharks;
use rand_core::{TryCryptoRng, TryRng};
use zeroize::Zeroizing;

use crate::{Secret, hazmat, random_array};

/// One part of a secret. Wiped when dropped.
#[derive(Clone)]
pub struct Share {
    // Where the polynomials were evaluated: never 0, where the secret itself is.
    place: u8,
    values: Secret<32>,
}

impl Share {
    /// Bytes of a part: its place, and a value for each byte of the secret.
    pub const LEN: usize = 33;

    /// The place, then the values.
    pub fn to_bytes(&self) -> Zeroizing<[u8; Self::LEN]> {
        let mut bytes = Zeroizing::new([self.place; Self::LEN]);
        for (byte, value) in bytes.iter_mut().skip(1).zip(self.values.expose()) {
            *byte = *value;
        }
        bytes
    }

    /// Reads what [`Self::to_bytes`] gave; none for other lengths, or place 0.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        let (place, values) = bytes.split_first().filter(|(place, _)| **place != 0)?;
        Secret::from_slice(values).map(|values| Self {
            place: *place,
            values,
        })
    }
}

impl std::fmt::Debug for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Share(..)")
    }
}

/// Splits a secret into `of` parts, of which any `needed` bring it back. None unless `needed` is at least 1 and at most `of`.
///
/// ```
/// use pocketchart_crypto::{Secret, share};
///
/// let secret = Secret::random();
/// let parts = share::split(&secret, 2, 3).unwrap();
/// assert!(share::join(&parts[1..], 2).unwrap() == secret);
/// assert!(share::join(&parts[..1], 2).is_none());
/// ```
pub fn split(secret: &Secret<32>, needed: u8, of: u8) -> Option<Vec<Share>> {
    if !(1..=of).contains(&needed) {
        return None;
    }
    let parts = Sharks(needed).dealer_rng(secret.expose(), &mut System);
    parts
        .take(usize::from(of))
        .map(|part| Share::from_slice(&Zeroizing::new(Vec::from(&part))))
        .collect()
}

/// Brings a secret back. None if there are fewer than `needed` different parts. Parts that do not belong together give another
/// secret: what it opens tells.
pub fn join(parts: &[Share], needed: u8) -> Option<Secret<32>> {
    let mut distinct: Vec<&Share> = Vec::new();
    for part in parts {
        if distinct.iter().all(|it| it.place != part.place) {
            distinct.push(part);
        }
    }
    if needed == 0 || distinct.len() < usize::from(needed) {
        return None;
    }
    let parts: Option<Vec<blahaj::Share>> = distinct
        .into_iter()
        .map(|it| blahaj::Share::try_from(it.to_bytes().as_slice()).ok())
        .collect();
    let joined = Zeroizing::new(Sharks(needed).recover(&parts?).ok()?);
    Secret::from_slice(&joined)
}

/// The system's random source, as `rand` names such things.
struct System;

impl TryRng for System {
    type Error = Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_ne_bytes(random_array()))
    }
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_ne_bytes(random_array()))
    }
    fn try_fill_bytes(&mut self, to: &mut [u8]) -> Result<(), Infallible> {
        hazmat::random(to);
        Ok(())
    }
}

impl TryCryptoRng for System {}

#[cfg(test)]
mod tests {
    use super::{Share, join, split};
    use crate::Secret;

    /// GF(2^8) by x^8 + x^4 + x^3 + x^2 + 1, by hand: the reference.
    fn times(a: u8, b: u8) -> u8 {
        let mut product = 0_u16;
        for bit in 0..8 {
            if b >> bit & 1 == 1 {
                product ^= u16::from(a) << bit;
            }
        }
        for bit in (8..16).rev() {
            if product >> bit & 1 == 1 {
                product ^= 0x11d << (bit - 8);
            }
        }
        product as u8
    }

    fn over(a: u8, b: u8) -> u8 {
        (0..=255).find(|it| times(*it, b) == a).unwrap()
    }

    fn by_hand(parts: &[Share]) -> Vec<u8> {
        let byte = |at: usize| {
            parts.iter().fold(0, |sum, part| {
                let others = parts.iter().filter(|it| it.place != part.place);
                let weight = others.fold(1, |product, it| {
                    times(product, over(it.place, it.place ^ part.place))
                });
                sum ^ times(weight, part.values.expose()[at])
            })
        };
        (0..32).map(byte).collect()
    }

    #[test]
    fn any_so_many_bring_it_back_and_fewer_do_not() {
        for (needed, of) in [(1, 2), (2, 2), (2, 3), (3, 5), (7, 15), (15, 15)] {
            let secret = Secret::random();
            let parts = split(&secret, needed, of).unwrap();
            assert_eq!(parts.len(), usize::from(of));
            for first in 0..usize::from(of - needed) + 1 {
                let some = &parts[first..first + usize::from(needed)];
                assert!(join(some, needed).unwrap() == secret, "{needed} of {of}");
                assert_eq!(by_hand(some), secret.expose());
                let fewer = &some[1..];
                assert!(join(fewer, needed).is_none());
                if needed > 1 {
                    assert!(join(fewer, needed - 1).is_none_or(|it| it != secret));
                    let twice = [fewer, &fewer[..1]].concat();
                    assert!(join(&twice, needed).is_none(), "one twice is one");
                }
            }
            assert!(join(&parts, needed).unwrap() == secret, "more than needed");
        }
    }

    #[test]
    fn no_other_numbers_and_no_other_forms() {
        let secret = Secret::random();
        assert!(split(&secret, 0, 3).is_none());
        assert!(split(&secret, 4, 3).is_none());
        assert!(join(&[], 0).is_none());
        let part = &split(&secret, 2, 3).unwrap()[0];
        let bytes = part.to_bytes();
        assert_eq!(*Share::from_slice(&bytes[..]).unwrap().to_bytes(), *bytes);
        assert!(Share::from_slice(&bytes[..32]).is_none());
        let mut at_the_secret = bytes;
        at_the_secret[0] = 0;
        assert!(Share::from_slice(&at_the_secret[..]).is_none());
        assert_eq!(format!("{part:?}"), "Share(..)");
    }

    #[test]
    fn the_same_secret_is_split_anew_each_time() {
        let secret = Secret::random();
        let [one, other] = [0, 1].map(|_| split(&secret, 2, 3).unwrap());
        assert_ne!(*one[0].to_bytes(), *other[0].to_bytes());
    }
}
