//! The header of a DICOM object (PS3.5, PS3.10): whom it is about and what was examined. Pixels are not looked at.

use crate::Look;
use crate::day::moment;
use crate::letters;
use flate2::read::DeflateDecoder;
use std::io::Read;

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
    /// The same of the series within it.
    pub series: Option<String>,
    /// How the file is written: DICOM's transfer syntax (an object identifier).
    pub syntax: Option<String>,
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
/// The longest header that is unpacked, in bytes; what stands behind it are pixels.
const MAX_UNPACKED: u64 = 4 << 20;
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
const SERIES_UID: u32 = 0x0020_000E;
/// Behind this group nothing is asked: pixels come last.
const LAST_GROUP: u32 = 0x0020;

const IMPLICIT: &str = "1.2.840.10008.1.2";
const DEFLATED: &str = "1.2.840.10008.1.2.1.99";
/// Retired in 2006; the files are still there.
const BIG_ENDIAN: &str = "1.2.840.10008.1.2.2";

pub(crate) fn look(bytes: &[u8]) -> Look {
    let mut unpacked = Vec::new();
    let mut header = Header::default();
    let meta = Walk::new(bytes.get(META..).unwrap_or_default(), true, false);
    let Some(mut rest) = header.take(meta, |tag| tag >> 16 == 2) else {
        return Look::default();
    };
    let syntax = header.text(TRANSFER_SYNTAX).unwrap_or_default();
    if syntax == DEFLATED {
        // What comes before a fault, or before the limit, is read.
        let _ = DeflateDecoder::new(rest)
            .take(MAX_UNPACKED)
            .read_to_end(&mut unpacked);
        rest = &unpacked;
    }
    // There are files that say one and are the other: as in pydicom, the bytes count.
    let explicit = rest.get(4..6).map_or(syntax != IMPLICIT, is_representation);
    let walk = Walk::new(rest, explicit, syntax == BIG_ENDIAN);
    let _ = header.take(walk, |tag| tag >> 16 <= LAST_GROUP);
    header.look()
}

/// What was found, as it was written.
#[derive(Default)]
struct Header<'a>(Vec<(u32, &'a [u8])>);

impl<'a> Header<'a> {
    /// Takes elements as long as they are wanted; gives what stands behind them.
    fn take(&mut self, mut walk: Walk<'a>, wanted: impl Fn(u32) -> bool) -> Option<&'a [u8]> {
        for _ in 0..MAX_ELEMENTS {
            // The tag alone tells: what stands behind it may be written in another way, or packed.
            let before = walk.rest;
            let tag = walk.tag();
            walk.rest = before;
            if tag.is_none_or(|tag| !wanted(tag)) {
                return Some(before);
            }
            let (tag, value) = walk.element()?;
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

    /// The digits of a day; before version 3.0 dots stood between them (PS3.5, section 6.2).
    fn day(&self, tag: u32) -> Option<String> {
        Some(self.text(tag)?.replace('.', ""))
    }

    /// The digits of a time up to its seconds; before version 3.0 colons stood between them.
    fn time(&self, tag: u32) -> Option<String> {
        Some(self.text(tag)?.split('.').next()?.replace(':', ""))
    }

    /// A text in the file's own letters.
    fn words(&self, tag: u32) -> Option<String> {
        let first = self.text(CHARACTER_SET).and_then(|sets| letters::first(&sets));
        filled(&letters::text(self.bytes(tag)?, first))
    }

    fn look(&self) -> Look {
        let date = |tag| moment(&self.day(tag)?, None);
        let subject = Subject {
            name: self.words(PATIENT_NAME).and_then(|name| person_name(&name)),
            birth_date: date(BIRTH_DATE),
            id: self.words(PATIENT_ID),
            issuer: self.words(ISSUER),
        };
        let study = Study {
            uid: self.text(STUDY_UID),
            series: self.text(SERIES_UID),
            syntax: self.text(TRANSFER_SYNTAX),
            modality: self.text(MODALITY),
            body_part: self.text(BODY_PART),
            description: self.words(STUDY_DESCRIPTION),
        };
        let time = self.time(STUDY_TIME).unwrap_or_default();
        let made = self
            .day(STUDY_DATE)
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
    big_endian: bool,
}

const UNDEFINED: u32 = u32::MAX;
const ITEM: u32 = 0xFFFE_E000;
const ITEM_END: u32 = 0xFFFE_E00D;
const SEQUENCE_END: u32 = 0xFFFE_E0DD;
/// Representations whose length is four bytes behind two that are empty (PS3.5 §7.1.2).
const LONG: [&[u8]; 13] = [
    b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"SV", b"UC", b"UN", b"UR", b"UT", b"UV",
];

/// Two capital letters. As the length of a first element they would be one of thousands of bytes.
fn is_representation(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_uppercase)
}

impl<'a> Walk<'a> {
    fn new(rest: &'a [u8], explicit: bool, big_endian: bool) -> Self {
        Self {
            rest,
            explicit,
            big_endian,
        }
    }

    fn bytes(&mut self, count: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(bytes)
    }

    fn short(&mut self) -> Option<u32> {
        let bytes = *self.bytes(2)?.first_chunk()?;
        let number = if self.big_endian {
            u16::from_be_bytes(bytes)
        } else {
            u16::from_le_bytes(bytes)
        };
        Some(number.into())
    }

    fn long(&mut self) -> Option<u32> {
        let bytes = *self.bytes(4)?.first_chunk()?;
        Some(if self.big_endian {
            u32::from_be_bytes(bytes)
        } else {
            u32::from_le_bytes(bytes)
        })
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
