use super::HealthLink;
use crate::jose::jwe::{self, JweError};

/// The most that a file may become: 64 MiB.
pub const MAX_FILE: usize = 64 << 20;

/// What a file holds (sections "Manifest" and "Encrypting and decrypting files").
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContentType {
    /// `application/smart-health-card`: `{"verifiableCredential": [...]}`.
    HealthCard,
    /// `application/fhir+json`: one resource or Bundle.
    Fhir,
    /// `application/smart-api-access`: a token for a live server.
    SmartAccess,
    /// Any other: to be told, not to be opened.
    Other(String),
}

impl ContentType {
    /// Of a media type as written; its parameters do not count, and neither does case.
    pub fn of(media_type: &str) -> Self {
        let essence = media_type.split(';').next().unwrap_or_default().trim();
        match essence.to_ascii_lowercase().as_str() {
            "application/smart-health-card" => Self::HealthCard,
            "application/fhir+json" => Self::Fhir,
            "application/smart-api-access" => Self::SmartAccess,
            _ => Self::Other(media_type.to_owned()),
        }
    }

    /// The media type.
    pub fn as_str(&self) -> &str {
        match self {
            Self::HealthCard => "application/smart-health-card",
            Self::Fhir => "application/fhir+json",
            Self::SmartAccess => "application/smart-api-access",
            Self::Other(other) => other,
        }
    }
}

/// A decrypted file.
#[derive(Clone, PartialEq, Eq)]
pub struct LinkFile {
    /// What it says it holds.
    pub content_type: ContentType,
    /// Its bytes: JSON, of the sender's making. Spaces may follow it, which hide its size.
    pub bytes: Vec<u8>,
}

/// It is health data.
impl std::fmt::Debug for LinkFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "LinkFile({:?}, {} bytes)", self.content_type, self.bytes.len())
    }
}

impl HealthLink {
    /// Encrypts a file for whoever has the link: JWE compact (`dir`, `A256GCM`, `cty`, `zip: DEF`), to be served as
    /// `application/jose`. Each call draws a new IV, and one key serves all files of a link and their updates. Spaces are
    /// added to the JSON, so that whoever keeps the file sees no more of its size than a Padmé length.
    ///
    /// # Errors
    /// [`FileError::TooLarge`] beyond [`MAX_FILE`].
    ///
    /// ```
    /// # use pocketchart_crypto::Secret;
    /// # use pocketchart_share::shl::{ContentType, HealthLink, LinkFile, LinkFlags};
    /// # let url = "https://relay.example.org/shl/mTVkAtlfdUYdnFiQrAS8FZKxlU1xK2nmv3FWZvcDv8A";
    /// # let link = HealthLink::new(url, Secret::random(), LinkFlags::DIRECT).unwrap();
    /// let bytes = br#"{"resourceType":"Bundle","type":"collection"}"#.to_vec();
    /// let jwe = link.seal(&LinkFile { content_type: ContentType::Fhir, bytes: bytes.clone() }).unwrap();
    /// let opened = link.open(&jwe).unwrap();
    /// assert_eq!(opened.bytes.trim_ascii_end(), bytes);
    /// ```
    pub fn seal(&self, file: &LinkFile) -> Result<String, FileError> {
        if file.bytes.len() > MAX_FILE / 8 * 7 {
            return Err(FileError::TooLarge);
        }
        jwe::encrypt(&self.key, file.content_type.as_str(), &file.bytes).ok_or(FileError::TooLarge)
    }

    /// Decrypts a file that was fetched or embedded. White space around it is ignored.
    ///
    /// # Errors
    /// [`FileError`].
    pub fn open(&self, jwe: &str) -> Result<LinkFile, FileError> {
        let (content_type, bytes) = jwe::decrypt(&self.key, jwe.trim_ascii(), MAX_FILE)?;
        let content_type = ContentType::of(&content_type.ok_or(FileError::NoContentType)?);
        Ok(LinkFile { content_type, bytes })
    }
}

/// Why a file was not opened, or not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// Not five parts of base64url with a header that is a JSON object.
    #[error("not an encrypted file")]
    NotAFile,
    /// Not `dir` with `A256GCM`, or packed otherwise than by `DEF`.
    #[error("encrypted in a way that health links do not allow")]
    Algorithm,
    /// It demands an extension (`crit`).
    #[error("the file demands an extension that is not known")]
    Critical,
    /// It does not say what it holds (`cty`).
    #[error("the file does not say what it holds")]
    NoContentType,
    /// Another link's file, or an altered one.
    #[error("the file cannot be opened with this link")]
    Key,
    /// Not raw deflate: perhaps with a header of zlib, cut off, or with more behind it.
    #[error("the file is packed in a way that health links do not allow")]
    Deflate,
    /// More than [`MAX_FILE`].
    #[error("the file is too large")]
    TooLarge,
}

impl From<JweError> for FileError {
    fn from(error: JweError) -> Self {
        match error {
            JweError::Malformed => Self::NotAFile,
            JweError::Algorithm => Self::Algorithm,
            JweError::Critical => Self::Critical,
            JweError::Key => Self::Key,
            JweError::Deflate => Self::Deflate,
            JweError::TooLarge => Self::TooLarge,
        }
    }
}
