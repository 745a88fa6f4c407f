//! When a picture was taken: its Exif (CIPA DC-008).

use crate::Look;
use crate::day::moment;
use exif::{Exif, In, Reader, Tag, Value};
use std::io::Cursor;

pub(crate) fn look(bytes: &[u8]) -> Look {
    let Ok(exif) = Reader::new().read_from_container(&mut Cursor::new(bytes)) else {
        return Look::default();
    };
    let taken = |(time, zone)| {
        let digits: String = ascii(&exif, time)?.chars().filter(char::is_ascii_digit).collect();
        moment(&digits, ascii(&exif, zone).as_deref())
    };
    let times = [
        (Tag::DateTimeOriginal, Tag::OffsetTimeOriginal),
        (Tag::DateTimeDigitized, Tag::OffsetTimeDigitized),
    ];
    Look {
        made: times.into_iter().find_map(taken),
        has_place: [Tag::GPSLatitude, Tag::GPSLongitude]
            .iter()
            .any(|tag| exif.get_field(*tag, In::PRIMARY).is_some()),
        ..Look::default()
    }
}

fn ascii(exif: &Exif, tag: Tag) -> Option<String> {
    match &exif.get_field(tag, In::PRIMARY)?.value {
        Value::Ascii(texts) => Some(String::from_utf8_lossy(texts.first()?).trim().to_owned()),
        _ => None,
    }
}
