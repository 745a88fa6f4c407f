#![doc = include_str!("../README.md")]

mod day;
mod dicom;
mod kind;
mod letters;
mod pdf;
mod picture;
mod sound;

pub use dicom::{Study, Subject};
pub use kind::{Kind, kind};

use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a file says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// What it is; none for what is none of the kinds.
    pub kind: Option<Kind>,
    /// Its title, in its own words.
    pub title: Option<String>,
    /// When it was made: a day as ISO 8601 writes it, with the time where the file says the zone too.
    pub made: Option<String>,
    /// How many pages it has.
    pub pages: Option<u32>,
    /// How long a recording lasts, in milliseconds.
    pub millis: Option<u64>,
    /// Whether the place where a picture was taken is in it.
    pub has_place: bool,
    /// Whom it is about.
    pub subject: Option<Subject>,
    /// The examination that it is of.
    pub study: Option<Study>,
}

/// What the bytes of a file say of it, whatever it is called. Of a file that is damaged, what can be read before that.
///
/// ```
/// let look = pocketchart_media::look(b"no such file");
/// assert_eq!(look, pocketchart_media::Look::default());
/// ```
pub fn look(bytes: &[u8]) -> Look {
    let Some(kind) = kind(bytes) else {
        return Look::default();
    };
    let read = || match kind {
        Kind::Pdf => pdf::look(bytes),
        Kind::Dicom => dicom::look(bytes),
        Kind::Wav | Kind::Mp3 | Kind::M4a | Kind::Ogg => sound::look(kind, bytes),
        _ if kind.may_have_exif() => picture::look(bytes),
        _ => Look::default(),
    };
    Look {
        kind: Some(kind),
        ..guarded(read).unwrap_or_default()
    }
}

/// The words of a PDF, one line after the other, from its beginning up to `limit` bytes. None where it is no PDF, or locked, or
/// not to be read: a scanned page has no words.
///
/// ```
/// assert_eq!(pocketchart_media::text(b"no PDF", 1000), None);
/// ```
pub fn text(bytes: &[u8], limit: usize) -> Option<String> {
    if kind(bytes) != Some(Kind::Pdf) {
        return None;
    }
    let mut text = guarded(|| pdf::text(bytes, limit))??;
    if text.len() > limit {
        text.truncate(text.floor_char_boundary(limit));
    }
    (!text.trim().is_empty()).then_some(text)
}

/// A library that fails over a file must not take the record with it.
fn guarded<T>(read: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(read)).ok()
}
