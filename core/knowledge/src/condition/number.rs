//! Decimal numbers that are compared exactly.

use std::ops::Neg as _;

/// A decimal number with at most nine digits after the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct Number(i128);

const PLACES: usize = 9;
const ONE: i128 = 1_000_000_000;
/// Far beyond any dose or result; products of two stay inside `i128`.
const MOST: i128 = 1_000_000_000_000_000_000 * 1_000;

impl Number {
    /// Reads `12`, `0.125`, `-3`; `None` for other texts (exponents too) and for more digits than it holds.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !plain(whole) || !plain(part) || digits.ends_with('.') {
            return None;
        }
        let part = part.trim_end_matches('0');
        if part.len() > PLACES || whole.len() > 12 {
            return None;
        }
        let padded: i128 = format!("{part:0<PLACES$}").parse().ok()?;
        let size = whole
            .parse::<i128>()
            .ok()?
            .checked_mul(ONE)?
            .checked_add(padded)?;
        Some(Self(if negative { size.neg() } else { size }))
    }

    /// The product, cut after nine places; `None` beyond what a number holds.
    pub(crate) fn times(self, other: Self) -> Option<Self> {
        let product = self.0.checked_mul(other.0)?.checked_div(ONE)?;
        (product.abs() <= MOST).then_some(Self(product))
    }

    /// The quotient, cut after nine places; `None` for a division by nothing.
    pub(crate) fn over(self, other: Self) -> Option<Self> {
        let quotient = self.0.checked_mul(ONE)?.checked_div(other.0)?;
        (quotient.abs() <= MOST).then_some(Self(quotient))
    }

    pub(crate) fn whole(number: u32) -> Self {
        Self(i128::from(number).saturating_mul(ONE))
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        let (whole, part) = (size / ONE.unsigned_abs(), size % ONE.unsigned_abs());
        let part = format!("{part:0PLACES$}");
        match part.trim_end_matches('0') {
            "" => write!(f, "{sign}{whole}"),
            part => write!(f, "{sign}{whole}.{part}"),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::Number;

    #[test]
    fn numbers_are_exact() {
        let number = |text| Number::of(text).unwrap();
        assert_eq!(number("0.1").times(number("3")), Number::of("0.3"));
        assert_eq!(number("1.50"), number("1.5"));
        assert!(number("-2") < number("0.000000001"));
        assert_eq!(number("1").over(number("4")), Number::of("0.25"));
        assert_eq!(number("1").over(number("0")), None);
        assert_eq!(number("11.070").to_string(), "11.07");
        assert_eq!(number("-3").to_string(), "-3");
        for wrong in ["", "1.", ".5", "1e3", "0.0000000001", "1,5", "x", "9999999999999"] {
            assert_eq!(Number::of(wrong), None, "{wrong}");
        }
    }
}
