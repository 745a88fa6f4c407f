//! The header of a DICOM object (PS3.5, PS3.10): whom it is about and what was examined. Pixels are not looked at.

use crate::Look;
use crate::day::moment;
use encoding_rs::Encoding;

/// Whom a file says that it is about.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Subject {
    /// The name, given names first.
    pub name: Option<String>,
    /// The day of birth, as ISO 8601 writes it.
    pub birth_date: Option<String>,
    /// The number that the issuer gave the person.
    pub id: Option<String>,
    /// Who gave the number, in its own words.
    pub issuer: Option<String>,
}

/// Says nothing of the person.
impl std::fmt::Debug for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Subject")
    }
}

/// The examination that a file is of.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Study {
    /// Its worldwide number (an object identifier).
    pub uid: Option<String>,
    /// The kind of device, DICOM's code: `CT`, `MR`, `US`.
    pub modality: Option<String>,
    /// The part of the body, as written.
    pub body_part: Option<String>,
    /// What was done, as written.
    pub description: Option<String>,
}

/// Where the file's own header begins, behind the preamble and `DICM`.
const META: usize = 132;
/// Elements that are walked over.
const MAX_ELEMENTS: usize = 100_000;
/// A text longer than this is none that a header has.
const MAX_TEXT: usize = 1024;

const TRANSFER_SYNTAX: u32 = 0x0002_0010;
const CHARACTER_SET: u32 = 0x0008_0005;
const STUDY_DATE: u32 = 0x0008_0020;
const STUDY_TIME: u32 = 0x0008_0030;
const MODALITY: u32 = 0x0008_0060;
const STUDY_DESCRIPTION: u32 = 0x0008_1030;
const ZONE: u32 = 0x0008_0201;
const PATIENT_NAME: u32 = 0x0010_0010;
const PATIENT_ID: u32 = 0x0010_0020;
const ISSUER: u32 = 0x0010_0021;
const BIRTH_DATE: u32 = 0x0010_0030;
const BODY_PART: u32 = 0x0018_0015;
const STUDY_UID: u32 = 0x0020_000D;
/// Behind this group nothing is asked: pixels come last.
const LAST_GROUP: u32 = 0x0020;

const IMPLICIT: &str = "1.2.840.10008.1.2";
const DEFLATED: &str = "1.2.840.10008.1.2.1.99";
const BIG_ENDIAN: &str = "1.2.840.10008.1.2.2";

pub(crate) fn look(bytes: &[u8]) -> Look {
    let mut header = Header::default();
    let meta = Walk::new(bytes.get(META..).unwrap_or_default(), true);
    let Some(rest) = header.take(meta, |tag| tag >> 16 == 2) else {
        return Look::default();
    };
    let syntax = header.text(TRANSFER_SYNTAX).unwrap_or_default();
    // The first is packed as a whole, the second was retired in 2006.
    if syntax == DEFLATED || syntax == BIG_ENDIAN {
        return Look::default();
    }
    let _ = header.take(Walk::new(rest, syntax != IMPLICIT), |tag| tag >> 16 <= LAST_GROUP);
    header.look()
}

/// What was found, as it was written.
#[derive(Default)]
struct Header<'a>(Vec<(u32, &'a [u8])>);

impl<'a> Header<'a> {
    /// Takes elements as long as they are wanted; gives what stands behind them.
    fn take(&mut self, mut walk: Walk<'a>, wanted: impl Fn(u32) -> bool) -> Option<&'a [u8]> {
        for _ in 0..MAX_ELEMENTS {
            let before = walk.rest;
            let Some((tag, value)) = walk.element() else {
                return walk.rest.is_empty().then_some(walk.rest);
            };
            if !wanted(tag) {
                return Some(before);
            }
            if let Some(value) = value.filter(|value| value.len() <= MAX_TEXT) {
                self.0.push((tag, value));
            }
        }
        None
    }

    fn bytes(&self, tag: u32) -> Option<&'a [u8]> {
        self.0.iter().find(|(it, _)| *it == tag).map(|(_, value)| *value)
    }

    /// A text of the default repertoire, without the filling at its end.
    fn text(&self, tag: u32) -> Option<String> {
        let text = String::from_utf8_lossy(self.bytes(tag)?).into_owned();
        filled(&text)
    }

    /// A text in the file's own letters.
    fn words(&self, tag: u32) -> Option<String> {
        let Some(encoding) = self.encoding() else {
            return self.text(tag);
        };
        filled(&encoding.decode_without_bom_handling(self.bytes(tag)?).0)
    }

    /// PS3.3 C.12.1.1.2. A set that is switched to in the middle of a text is told by the text itself.
    fn encoding(&self) -> Option<&'static Encoding> {
        let sets = self.text(CHARACTER_SET)?;
        let set = sets.split('\\').map(str::trim).find(|set| !set.is_empty())?;
        let set = set.replace("ISO 2022 ", "ISO_").replace("ISO_IR ", "ISO_IR_");
        let label: &[u8] = match set.as_str() {
            "ISO_IR_100" | "ISO_IR_IR 100" => b"iso-8859-1",
            "ISO_IR_101" => b"iso-8859-2",
            "ISO_IR_109" => b"iso-8859-3",
            "ISO_IR_110" => b"iso-8859-4",
            "ISO_IR_144" => b"iso-8859-5",
            "ISO_IR_127" => b"iso-8859-6",
            "ISO_IR_126" => b"iso-8859-7",
            "ISO_IR_138" => b"iso-8859-8",
            "ISO_IR_148" => b"iso-8859-9",
            "ISO_IR_166" => b"windows-874",
            "ISO_IR_13" => b"shift_jis",
            "ISO_IR_87" | "ISO_IR_159" => b"iso-2022-jp",
            "ISO_IR_149" => b"euc-kr",
            "ISO_IR_58" => b"gb2312",
            "ISO_IR_192" => b"utf-8",
            "GB18030" => b"gb18030",
            "GBK" => b"gbk",
            _ => return None,
        };
        Encoding::for_label(label)
    }

    fn look(&self) -> Look {
        let date = |tag| moment(&self.text(tag)?, None);
        let subject = Subject {
            name: self.words(PATIENT_NAME).and_then(|name| person_name(&name)),
            birth_date: date(BIRTH_DATE),
            id: self.words(PATIENT_ID),
            issuer: self.words(ISSUER),
        };
        let study = Study {
            uid: self.text(STUDY_UID),
            modality: self.text(MODALITY),
            body_part: self.text(BODY_PART),
            description: self.words(STUDY_DESCRIPTION),
        };
        let time = self.text(STUDY_TIME).unwrap_or_default();
        let time = time.split('.').next().unwrap_or_default().to_owned();
        let made = self
            .text(STUDY_DATE)
            .and_then(|day| moment(&(day + &time), self.text(ZONE).as_deref()));
        Look {
            made,
            subject: (subject != Subject::default()).then_some(subject),
            study: (study != Study::default()).then_some(study),
            ..Look::default()
        }
    }
}

fn filled(text: &str) -> Option<String> {
    let text = text.trim_matches(['\0', ' ']);
    (!text.is_empty()).then(|| text.to_owned())
}

/// `Okafor^Maria^Ada^Dr` as people say it: of the writings of a name the first, without prefix and suffix.
fn person_name(name: &str) -> Option<String> {
    let mut parts = name.split('=').next()?.split('^').map(str::trim);
    let (family, given, middle) = (parts.next(), parts.next(), parts.next());
    let said = [given, middle, family]
        .into_iter()
        .flatten()
        .filter(|it| !it.is_empty());
    filled(&said.collect::<Vec<_>>().join(" "))
}

/// Element after element. What lies within a sequence is passed over, however deep, without a tree.
struct Walk<'a> {
    rest: &'a [u8],
    explicit: bool,
}

const UNDEFINED: u32 = u32::MAX;
const ITEM: u32 = 0xFFFE_E000;
const ITEM_END: u32 = 0xFFFE_E00D;
const SEQUENCE_END: u32 = 0xFFFE_E0DD;
/// Representations whose length is four bytes behind two that are empty (PS3.5 §7.1.2).
const LONG: [&[u8]; 13] = [
    b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"SV", b"UC", b"UN", b"UR", b"UT", b"UV",
];

impl<'a> Walk<'a> {
    fn new(rest: &'a [u8], explicit: bool) -> Self {
        Self { rest, explicit }
    }

    fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(bytes)
    }

    fn short(&mut self) -> Option<u32> {
        let bytes = self.bytes(2)?.first_chunk()?;
        Some(u16::from_le_bytes(*bytes).into())
    }

    fn long(&mut self) -> Option<u32> {
        let bytes = self.bytes(4)?.first_chunk()?;
        Some(u32::from_le_bytes(*bytes))
    }

    fn tag(&mut self) -> Option<u32> {
        Some(self.short()? << 16 | self.short()?)
    }

    /// The tag and the length of what follows.
    fn head(&mut self) -> Option<(u32, u32)> {
        let tag = self.tag()?;
        if !self.explicit || matches!(tag, ITEM | ITEM_END | SEQUENCE_END) {
            return Some((tag, self.long()?));
        }
        let representation = self.bytes(2)?;
        if LONG.contains(&representation) {
            self.bytes(2)?;
            return Some((tag, self.long()?));
        }
        Some((tag, self.short()?))
    }

    /// The next element; without its value where that is a sequence.
    fn element(&mut self) -> Option<(u32, Option<&'a [u8]>)> {
        let (tag, length) = self.head()?;
        if length != UNDEFINED {
            return Some((tag, Some(self.bytes(usize::try_from(length).ok()?)?)));
        }
        // Open sequences and items end one by one, and what has a length is stepped over.
        let mut open = 1_usize;
        while open > 0 {
            match self.head()? {
                (ITEM_END | SEQUENCE_END, _) => open -= 1,
                (_, UNDEFINED) => open += 1,
                (_, length) => {
                    self.bytes(usize::try_from(length).ok()?)?;
                }
            }
        }
        Some((tag, None))
    }
}
