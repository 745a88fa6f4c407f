//! Codes of LOINC.

/// Whether these are codes with right check digits (Luhn, as LOINC's users' guide describes), separated by `|`.
pub(crate) fn are_loinc(codes: &str) -> bool {
    codes.split('|').all(is_loinc)
}

fn is_loinc(code: &str) -> bool {
    let Some((number, check)) = code.split_once('-') else {
        return false;
    };
    let mut sum = 0;
    for (place, digit) in number.chars().rev().enumerate() {
        let Some(digit) = digit.to_digit(10) else {
            return false;
        };
        let doubled = if place % 2 == 0 { digit * 2 } else { digit };
        sum += doubled / 10 + doubled % 10;
    }
    !number.is_empty() && check == ((10 - sum % 10) % 10).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_check_digit_is_seen() {
        assert!(are_loinc("2345-7|4548-4|8480-6"));
        for wrong in ["2345-8", "2345", "-0", "2345-7|", "234a-7", "23457"] {
            assert!(!are_loinc(wrong), "{wrong}");
        }
    }
}
