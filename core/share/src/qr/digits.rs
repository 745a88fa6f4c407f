//! Bytes as decimal digits, for the numeric mode of QR codes: 7 bytes are 17 digits, which every scanner hands
//! on unchanged, unlike binary bytes.
//!
//! ```
//! use pocketchart_share::qr::digits::{decode, encode};
//! assert_eq!(encode(&[1, 2, 3]), "00066051");
//! assert_eq!(decode("00066051"), Some(vec![1, 2, 3]));
//! assert_eq!(decode("0066051"), None);
//! ```

/// Digits that 0 to 7 bytes take.
const DIGITS: [usize; 8] = [0, 3, 5, 8, 10, 13, 15, 17];

/// The digits of `bytes`: each 7 bytes, and the rest, as one number, most significant byte first.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 17 / 7 + 17);
    for chunk in bytes.chunks(7) {
        let number = chunk
            .iter()
            .fold(0_u64, |number, &byte| (number << 8) | u64::from(byte));
        let width = DIGITS.get(chunk.len()).copied().unwrap_or_default();
        text.push_str(&format!("{number:0width$}"));
    }
    text
}

/// The bytes of digits; none where they are not what [`encode`] writes.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 7 / 17 + 7);
    for group in text.as_bytes().chunks(17) {
        let count = DIGITS.iter().position(|&digits| digits == group.len())?;
        let number = group.iter().try_fold(0_u64, |number, digit| {
            digit
                .is_ascii_digit()
                .then(|| number * 10 + u64::from(digit - b'0'))
        })?;
        let number = number.to_be_bytes();
        let (unused, used) = number.split_at_checked(number.len() - count)?;
        if unused.iter().any(|&byte| byte != 0) {
            return None;
        }
        bytes.extend_from_slice(used);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{decode, encode};

    #[test]
    fn seven_bytes_are_seventeen_digits() {
        assert_eq!(encode(&[0xff; 7]), "72057594037927935");
        assert_eq!(encode(&[0, 1]), "00001");
        assert_eq!(decode("72057594037927936"), None, "2^56");
        assert_eq!(decode("256"), None);
        assert_eq!(decode("1"), None, "no number of bytes takes one digit");
        assert_eq!(decode("１２３"), None, "other scripts' digits");
    }

    proptest! {
        #[test]
        fn there_and_back(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }

        #[test]
        fn one_text_only(text in "[0-9]{0,80}") {
            if let Some(bytes) = decode(&text) {
                prop_assert_eq!(encode(&bytes), text);
            }
        }
    }
}
