//! Decimal numbers, kept as the text that was written.

use std::cmp::Ordering;
use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// A FHIR `decimal` (or `integer`) exactly as written: `1.50` stays `1.50`, 36 digits stay 36 digits.
///
/// Two decimals are equal when their texts are; `1.0` and `1.00` say different precisions.
///
/// ```
/// use pocketchart_fhir::Decimal;
/// assert_eq!(Decimal::new("7.0")?.as_str(), "7.0");
/// assert!(Decimal::new("7,0").is_err());
/// # Ok::<(), pocketchart_fhir::DecimalError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Decimal(String);

/// The text is no FHIR decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a decimal number")]
#[non_exhaustive]
pub struct DecimalError;

impl Decimal {
    /// Takes a text over.
    ///
    /// # Errors
    /// When it does not match `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`.
    pub fn new(text: impl Into<String>) -> Result<Self, DecimalError> {
        let text = text.into();
        if is_decimal(text.as_bytes()) {
            Ok(Self(text))
        } else {
            Err(DecimalError)
        }
    }

    /// Takes over a number that is spelled as other formats may: with `+`, with zeros in front, without a digit on one side of the
    /// point. The digits that count stay as they are. `None` when it is no number.
    pub(crate) fn spelled(text: &str) -> Option<Self> {
        let text = text.trim();
        let (sign, digits) = match text.strip_prefix('-') {
            Some(digits) => ("-", digits),
            None => ("", text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if !digits.starts_with(|sign: char| sign.is_ascii_digit() || sign == '.') || digits == "." {
            return None;
        }
        let whole = match whole.trim_start_matches('0') {
            "" => "0",
            whole => whole,
        };
        let point = if fraction.is_empty() { "" } else { "." };
        Self::new(format!("{sign}{whole}{point}{fraction}")).ok()
    }

    /// The text as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Which number is larger, whatever they are written like: `1.0` and `10e-1` are equal.
    ///
    /// ```
    /// use pocketchart_fhir::Decimal;
    /// use std::cmp::Ordering;
    /// let number = |text: &str| Decimal::new(text).unwrap();
    /// assert_eq!(number("1.0").compare(&number("10e-1")), Ordering::Equal);
    /// assert_eq!(number("-2").compare(&number("0.1")), Ordering::Less);
    /// ```
    pub fn compare(&self, other: &Self) -> Ordering {
        let (one, two) = (Magnitude::of(&self.0), Magnitude::of(&other.0));
        let sign = |negative: bool, it: &Magnitude<'_>| match (it.digits.is_empty(), negative) {
            (true, _) => 0,
            (false, false) => 1,
            (false, true) => -1,
        };
        let (first, second) = (
            sign(self.0.starts_with('-'), &one),
            sign(other.0.starts_with('-'), &two),
        );
        first.cmp(&second).then_with(|| match first {
            -1 => two.compare(&one),
            _ => one.compare(&two),
        })
    }

    /// The nearest binary number: for drawing a plot, never for storing or showing.
    pub fn to_f64(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }
}

/// A number without its sign: `0.digits × 10^exponent`, no zero at either end of the digits.
struct Magnitude<'a> {
    digits: Vec<&'a u8>,
    exponent: i64,
}

impl<'a> Magnitude<'a> {
    fn of(text: &'a str) -> Self {
        let text = text.trim_start_matches('-');
        let (number, power) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let mut digits: Vec<&u8> = whole.as_bytes().iter().chain(fraction.as_bytes()).collect();
        let zeros = digits.iter().take_while(|it| ***it == b'0').count();
        digits.drain(..zeros);
        while digits.last().is_some_and(|it| **it == b'0') {
            digits.pop();
        }
        // A power that no number of a record has: the largest stands for all beyond it.
        let limit = if power.starts_with('-') {
            i64::from(i32::MIN)
        } else {
            i64::from(i32::MAX)
        };
        let power = power.parse().map_or(limit, |it: i32| i64::from(it));
        Self {
            digits,
            exponent: power + whole.len() as i64 - zeros as i64,
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        let exponents = self.exponent.cmp(&other.exponent);
        exponents.then_with(|| self.digits.cmp(&other.digits))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        Decimal::new(raw.get()).map_err(D::Error::custom)
    }
}

fn is_decimal(text: &[u8]) -> bool {
    let rest = text.strip_prefix(b"-").unwrap_or(text);
    let rest = match rest.strip_prefix(b"0") {
        Some(rest) => Some(rest),
        None => digits(rest),
    };
    let Some(rest) = rest else { return false };
    let rest = match rest.strip_prefix(b".") {
        Some(fraction) => digits(fraction),
        None => Some(rest),
    };
    match rest {
        Some([]) => true,
        Some([b'e' | b'E', exponent @ ..]) => {
            let exponent = exponent
                .strip_prefix(b"+")
                .or(exponent.strip_prefix(b"-"))
                .unwrap_or(exponent);
            digits(exponent).is_some_and(<[u8]>::is_empty)
        }
        _ => false,
    }
}

/// What follows a run of at least one digit.
fn digits(text: &[u8]) -> Option<&[u8]> {
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if count == 0 { None } else { text.get(count..) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keeps_the_text_that_stands_in_json() {
        for text in [
            "1.50",
            "100",
            "1.0E-2",
            "-0",
            "0.10",
            "123456789012345678901234567890.123456",
        ] {
            assert_eq!(serde_json::from_str::<Decimal>(text).unwrap().as_str(), text);
        }
        assert!(serde_json::from_str::<Decimal>("\"1.5\"").is_err());
    }

    #[test]
    fn refuses_what_is_no_decimal() {
        for text in [
            "", "-", "01", "1.", ".5", "+1", "1e", "1e+", "NaN", "1,5", " 1", "1 ", "0x1",
        ] {
            assert!(Decimal::new(text).is_err(), "{text}");
        }
    }

    #[test]
    fn other_spellings_keep_the_digits_that_count() {
        let spelled = |text| Decimal::spelled(text).map(|decimal| decimal.0);
        for (text, decimal) in [
            ("+5", "5"),
            (".50", "0.50"),
            ("5.", "5"),
            ("007.0", "7.0"),
            ("-0.1", "-0.1"),
            ("000", "0"),
            ("1.0E-2", "1.0E-2"),
        ] {
            assert_eq!(spelled(text).as_deref(), Some(decimal), "{text}");
        }
        for text in ["", ".", "-", "<5", "5,0", "1 000", "1.2.3", "--1", "+-1", "five"] {
            assert_eq!(spelled(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn accepts_what_json_accepts_as_a_number(text in "[-+0-9.eE]{0,8}") {
            let json = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
            prop_assert_eq!(Decimal::new(text.as_str()).is_ok(), json && text.trim() == text);
        }
    }
}
