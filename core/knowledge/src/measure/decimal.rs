//! Decimals as they are written: how many digits they say, and numbers written with as many.

use octofhir_ucum::Number;

/// Further from one than anything measured in a body.
const FURTHEST: i32 = 24;
/// What a conversion keeps; beyond are the remains of divisions.
const KEPT: u32 = 18;

/// The number, if it is one and of a size that can be measured.
pub(crate) fn number(text: &str) -> Option<Number> {
    let number = Number::parse(text)?;
    let (digits, exponent) = number.to_integer_and_exponent();
    let size = i32::try_from(length(digits)).ok()?.checked_add(exponent)?;
    (number.is_zero() || (-FURTHEST..=FURTHEST).contains(&size)).then_some(number)
}

/// How many significant digits a text says: `0.50` two, `120` three.
pub(crate) fn significant(text: &str) -> u32 {
    let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0').len();
    u32::try_from(digits).unwrap_or(u32::MAX).clamp(1, KEPT)
}

/// The number with so many significant digits, halves away from zero.
pub(crate) fn rounded(number: Number, digits: u32) -> String {
    if number.is_zero() {
        return "0".to_owned();
    }
    let (mut value, mut exponent) = number.to_integer_and_exponent();
    let has = length(value);
    if has > digits {
        let unit = 10_i128.saturating_pow(has - digits);
        value = (value + value.signum() * (unit / 2)) / unit;
        exponent += i32::try_from(has - digits).unwrap_or(0);
    } else {
        let more = digits - has;
        value = value.saturating_mul(10_i128.saturating_pow(more));
        exponent -= i32::try_from(more).unwrap_or(0);
    }
    if length(value) > digits {
        value /= 10;
        exponent += 1;
    }
    written_out(value, exponent)
}

/// The number with so many places after the point.
pub(crate) fn to_places(number: Number, places: u32) -> String {
    let (value, exponent) = number.to_integer_and_exponent();
    let places = i32::try_from(places).unwrap_or(0);
    let shift = exponent.saturating_add(places);
    let value = if shift >= 0 {
        value.saturating_mul(10_i128.saturating_pow(shift.unsigned_abs()))
    } else {
        let unit = 10_i128.saturating_pow(shift.unsigned_abs());
        (value + value.signum() * (unit / 2)) / unit
    };
    written_out(value, -places)
}

/// The number without what divisions left behind its 18th digit.
pub(crate) fn settled(number: Number) -> Number {
    Number::parse(&rounded(number, KEPT)).unwrap_or(number)
}

/// Without zeros that say nothing in a limit.
pub(crate) fn plain(limit: &str) -> String {
    if limit.contains('.') {
        limit.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        limit.to_owned()
    }
}

fn length(value: i128) -> u32 {
    value.unsigned_abs().checked_ilog10().map_or(1, |log| log + 1)
}

fn written_out(value: i128, exponent: i32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let digits = value.unsigned_abs().to_string();
    let Ok(places) = usize::try_from(-i64::from(exponent)) else {
        let zeros = "0".repeat(usize::try_from(exponent).unwrap_or(0));
        return format!("{sign}{digits}{zeros}");
    };
    if places == 0 {
        return format!("{sign}{digits}");
    }
    let digits = format!("{digits:0>width$}", width = places + 1);
    let (whole, part) = digits.split_at(digits.len() - places);
    format!("{sign}{whole}.{part}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_counted_as_written() {
        for (text, digits) in [
            ("120", 3),
            ("0.50", 2),
            ("98.6", 3),
            ("0", 1),
            ("-1.50e3", 3),
            ("007", 1),
        ] {
            assert_eq!(significant(text), digits, "{text}");
        }
    }

    #[test]
    fn numbers_are_rounded_to_digits_and_places() {
        let rounded = |text: &str, digits| rounded(number(text).unwrap(), digits);
        assert_eq!(rounded("15.99864", 3), "16.0");
        assert_eq!(rounded("37", 3), "37.0");
        assert_eq!(rounded("0.00995", 2), "0.010");
        assert_eq!(rounded("999.6", 3), "1000");
        assert_eq!(rounded("-2.25", 2), "-2.3");
        assert_eq!(rounded("52.5", 1), "50");
        assert_eq!(to_places(number("-2.25").unwrap(), 1), "-2.3");
        assert_eq!(to_places(number("7").unwrap(), 2), "7.00");
        assert_eq!(to_places(number("0.04").unwrap(), 0), "0");
    }

    #[test]
    fn what_nobody_can_measure_is_no_number() {
        for text in ["1e999999999", "1e30", "", "abc", "NaN"] {
            assert_eq!(number(text), None, "{text}");
        }
        assert!(number("0").is_some() && number("1e-20").is_some());
    }
}
