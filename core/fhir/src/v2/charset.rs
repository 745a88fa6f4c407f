//! The character set of a message: MSH-18, as table HL70211 names it.

use encoding_rs::Encoding;

/// The text of a message, or `None` when it has other than ASCII characters and its character set is not known here.
///
/// Without MSH-18 a message is ASCII (HL7 v2.5.1 §2.15.9.18). What is none and yet good UTF-8 is taken as that; any other byte becomes
/// U+FFFD, and the second value is true.
pub(super) fn decoded(bytes: &[u8], charset: &str) -> Option<(String, bool)> {
    if bytes.is_ascii() {
        return Some((String::from_utf8_lossy(bytes).into_owned(), false));
    }
    let encoding = match charset.to_ascii_uppercase().as_str() {
        "" | "ASCII" | "UNICODE UTF-8" | "UTF-8" | "UNICODE" => encoding_rs::UTF_8,
        "GB 18030-2000" => encoding_rs::GB18030,
        "BIG-5" => encoding_rs::BIG5,
        "KS X 1001" => encoding_rs::EUC_KR,
        other => {
            let part = other.strip_prefix("8859/")?;
            Encoding::for_label(format!("iso-8859-{part}").as_bytes())?
        }
    };
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    Some((text.into_owned(), damaged))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_comes_through_in_every_set_that_has_it() {
        for (bytes, charset) in [
            (&b"M\xFCller"[..], "8859/1"),
            (b"M\xFCller", "8859/15"),
            (b"M\xC3\xBCller", "UNICODE UTF-8"),
            (b"M\xC3\xBCller", ""),
        ] {
            let expected = Some(("Müller".to_owned(), false));
            assert_eq!(decoded(bytes, charset), expected, "{charset}");
        }
        assert_eq!(decoded(b"\xA4\xA4", "BIG-5"), Some(("中".to_owned(), false)));
    }

    #[test]
    fn what_cannot_be_read_is_told_and_not_guessed() {
        assert_eq!(
            decoded(b"M\xFCller", ""),
            Some(("M\u{FFFD}ller".to_owned(), true))
        );
        assert_eq!(decoded(b"M\xFCller", "ISO IR87"), None);
        assert_eq!(decoded(b"Muller", "ISO IR87"), Some(("Muller".to_owned(), false)));
    }
}
