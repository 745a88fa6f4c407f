//! The letters of DICOM's texts (PS3.3 C.12.1.1.2). By ISO 2022 a text may switch its set in the middle.

use encoding_rs::{EUC_JP, Encoding};

/// A set of letters: its number in the register of ISO, what switches to it behind an escape (PS3.3, tables C.12-3 and C.12-4), and
/// an encoding that has it and ASCII.
struct Set(&'static str, &'static [u8], &'static [u8]);

const SETS: [Set; 14] = [
    Set("100", b"-A", b"iso-8859-1"),
    Set("101", b"-B", b"iso-8859-2"),
    Set("109", b"-C", b"iso-8859-3"),
    Set("110", b"-D", b"iso-8859-4"),
    Set("144", b"-L", b"iso-8859-5"),
    Set("127", b"-G", b"iso-8859-6"),
    Set("126", b"-F", b"iso-8859-7"),
    Set("138", b"-H", b"iso-8859-8"),
    Set("148", b"-M", b"iso-8859-9"),
    Set("203", b"-b", b"iso-8859-15"),
    Set("166", b"-T", b"windows-874"),
    Set("13", b")I", b"shift_jis"),
    Set("149", b"$)C", b"euc-kr"),
    Set("58", b"$)A", b"gb2312"),
];

/// What stands in the lower half of the bytes.
#[derive(Clone, Copy)]
enum Lower {
    Ascii,
    /// JIS X 0208, two bytes a letter.
    Kanji,
    /// JIS X 0212, two bytes a letter.
    MoreKanji,
}

/// What switches the lower half, behind an escape.
const LOWERS: [(&[u8], Lower); 4] = [
    (b"(B", Lower::Ascii),
    // JIS X 0201, of which two letters differ from ASCII.
    (b"(J", Lower::Ascii),
    (b"$B", Lower::Kanji),
    (b"$(D", Lower::MoreKanji),
];

const ESCAPE: u8 = 0x1B;

/// The encoding that a text of these sets (0008,0005) begins with; none where they name none: ASCII, or one that is not known.
pub(crate) fn first(sets: &str) -> Option<&'static Encoding> {
    let set = sets.split('\\').next()?.trim();
    let label: &[u8] = match set {
        "ISO_IR 192" => b"utf-8",
        "GB18030" => b"gb18030",
        "GBK" => b"gbk",
        _ => {
            let number = set.rsplit("IR ").next()?;
            SETS.iter().find(|it| it.0 == number)?.2
        }
    };
    Encoding::for_label(label)
}

/// The text of these bytes, which begin in this encoding; without one as UTF-8, which has ASCII in it.
pub(crate) fn text(bytes: &[u8], first: Option<&'static Encoding>) -> String {
    let mut parts = bytes.split(|byte| *byte == ESCAPE);
    let (mut lower, mut upper) = (Lower::Ascii, first);
    let mut text = part(parts.next().unwrap_or_default(), lower, upper);
    for rest in parts {
        let switched = LOWERS.iter().find(|(switch, _)| rest.starts_with(switch));
        let set = SETS.iter().find(|it| rest.starts_with(it.1));
        let length = match (switched, set) {
            (Some((switch, to)), _) => {
                lower = *to;
                switch.len()
            }
            (None, Some(Set(_, switch, label))) => {
                upper = Encoding::for_label(label);
                switch.len()
            }
            (None, None) => 0,
        };
        text += &part(rest.get(length..).unwrap_or_default(), lower, upper);
    }
    text
}

fn part(bytes: &[u8], lower: Lower, upper: Option<&'static Encoding>) -> String {
    let lead: &[u8] = match lower {
        Lower::Ascii => {
            return upper
                .unwrap_or(encoding_rs::UTF_8)
                .decode_without_bom_handling(bytes)
                .0
                .into_owned();
        }
        Lower::Kanji => &[],
        Lower::MoreKanji => &[0x8F],
    };
    // EUC has the same letters in the upper half.
    let mut raised = Vec::new();
    for letter in bytes.chunks(2) {
        raised.extend(lead);
        raised.extend(letter.iter().map(|byte| byte | 0x80));
    }
    EUC_JP.decode_without_bom_handling(&raised).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::{first, text};

    #[test]
    fn a_text_begins_in_its_first_set() {
        let said = |bytes, sets| text(bytes, first(sets));
        assert_eq!(said(b"Buc^J\xe9r\xf4me", "ISO_IR 100"), "Buc^Jérôme");
        assert_eq!(
            said(b"Buc^J\xe9r\xf4me", "ISO 2022 IR 100\\ISO 2022 IR 144"),
            "Buc^Jérôme"
        );
        assert_eq!(said("Jérôme".as_bytes(), "ISO_IR 192"), "Jérôme");
        assert_eq!(said(b"\xd4\xcf\xc0\xde", "ISO_IR 13"), "ﾔﾏﾀﾞ");
        assert_eq!(said(b"J\xe9", "ISO_IR 999"), "J\u{FFFD}");
    }

    /// The examples of PS3.5, annexes H and I.
    #[test]
    fn a_text_switches() {
        let said = |bytes, sets| text(bytes, first(sets));
        let yamada = b"\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=";
        assert_eq!(said(yamada, "\\ISO 2022 IR 87"), "山田^太郎=");
        assert_eq!(said(yamada, "ISO 2022 IR 6\\ISO 2022 IR 87"), "山田^太郎=");
        assert_eq!(
            said(b"\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7", "\\ISO 2022 IR 149"),
            "洪^吉洞"
        );
        assert_eq!(
            said(b"A\x1b-L\xbb\x1b-A\xe9", "\\ISO 2022 IR 100\\ISO 2022 IR 144"),
            "AЛé"
        );
        // JIS X 0212, and a switch that nobody knows.
        assert_eq!(said(b"\x1b$(D0!\x1b(B", "\\ISO 2022 IR 159"), "丂");
        assert_eq!(said(b"A\x1b%GB\x1b", ""), "A%GB");
    }
}
