//! What a file is, by its bytes.

/// A kind of file that is kept beside health data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A photo.
    Jpeg,
    /// A picture, often of a screen.
    Png,
    /// A photo as newer phones take it: HEIC.
    Heif,
    /// A picture of the web.
    WebP,
    /// A picture that may move.
    Gif,
    /// A scan or a fax.
    Tiff,
    /// A document as it is printed.
    Pdf,
    /// A medical image with its header.
    Dicom,
    /// A recording, not compressed.
    Wav,
    /// A recording: MPEG layer 3.
    Mp3,
    /// A recording: MPEG-4, as phones make it.
    M4a,
    /// A recording: Ogg.
    Ogg,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Jpeg,
        Self::Png,
        Self::Heif,
        Self::WebP,
        Self::Gif,
        Self::Tiff,
        Self::Pdf,
        Self::Dicom,
        Self::Wav,
        Self::Mp3,
        Self::M4a,
        Self::Ogg,
    ];

    /// Its media type, as IANA lists it.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Heif => "image/heic",
            Self::WebP => "image/webp",
            Self::Gif => "image/gif",
            Self::Tiff => "image/tiff",
            Self::Pdf => "application/pdf",
            Self::Dicom => "application/dicom",
            Self::Wav => "audio/wav",
            Self::Mp3 => "audio/mpeg",
            Self::M4a => "audio/mp4",
            Self::Ogg => "audio/ogg",
        }
    }

    /// Whether a media type that somebody wrote means this kind, older names of it among them.
    pub fn is_called(self, media_type: &str) -> bool {
        let bare = media_type
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_lowercase();
        let others: &[&str] = match self {
            Self::Jpeg => &["image/jpg", "image/pjpeg"],
            Self::Heif => &["image/heif"],
            Self::Wav => &["audio/x-wav", "audio/wave", "audio/vnd.wave"],
            Self::Mp3 => &["audio/mp3"],
            Self::M4a => &["audio/m4a", "audio/x-m4a"],
            Self::Ogg => &["audio/opus", "audio/vorbis", "application/ogg"],
            _ => &[],
        };
        bare == self.media_type() || others.contains(&bare.as_str())
    }

    pub(crate) fn may_have_exif(self) -> bool {
        matches!(
            self,
            Self::Jpeg | Self::Png | Self::Heif | Self::WebP | Self::Tiff
        )
    }
}

/// How much of a file's beginning tells that it is not text.
const BEGINNING: usize = 512;

/// What a file is, by its bytes; none for what is none of the kinds. Text is none: what begins with `GIF` or `ID3` may be the heading
/// of a table.
///
/// ```
/// use pocketchart_media::{Kind, kind};
/// assert_eq!(kind(b"%PDF-1.7\n"), Some(Kind::Pdf));
/// assert_eq!(kind(b"GIFT,PRICE\n"), None);
/// ```
pub fn kind(bytes: &[u8]) -> Option<Kind> {
    // In front of its mark a medical image may have the beginning of another kind, such as TIFF (PS3.10, section 7.1).
    if bytes.get(128..132) == Some(b"DICM") {
        return Some(Kind::Dicom);
    }
    let found = match infer::get(bytes)?.mime_type() {
        "image/heif" | "image/heic" => Kind::Heif,
        "audio/x-wav" => Kind::Wav,
        "audio/m4a" => Kind::M4a,
        // Ogg with Opus in it, as messengers record.
        "audio/opus" => Kind::Ogg,
        other => Kind::ALL.into_iter().find(|kind| kind.media_type() == other)?,
    };
    let beginning = bytes.get(..BEGINNING).unwrap_or(bytes);
    let is_binary = beginning
        .iter()
        .any(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace());
    (is_binary || found == Kind::Pdf).then_some(found)
}
