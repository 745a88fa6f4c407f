use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::link::may_be_asked;
use super::{ContentType, HealthLink};
use crate::jose::object;

/// Seconds after the manifest for which a file's address may be used.
pub const LOCATION_SECONDS: u64 = 3600;

/// The longest manifest that is read: 128 MiB, files embedded.
const MAX_MANIFEST: usize = 128 << 20;
const MAX_FILES: usize = 1000;

/// What a link's server said.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ManifestAnswer {
    /// What there is to fetch.
    Files(Manifest),
    /// 401: the passcode was wrong.
    WrongPasscode {
        /// How many wrong ones the link bears for the rest of its life, where it says so. At 0 it is dead.
        remaining_attempts: Option<u32>,
    },
    /// 404: the link has ended, was ended, or never was.
    NotActive,
    /// 429: asked too often.
    TooMany {
        /// Seconds to wait, where it says so in seconds.
        retry_after: Option<u64>,
    },
}

/// The files of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// In the sender's order.
    pub files: Vec<ManifestFile>,
    /// A FHIR List about them, its JSON as it came.
    pub list: Option<String>,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManifestFile {
    /// What it holds. Files of other types than the three are not to be opened.
    pub content_type: ContentType,
    /// Where it is.
    pub place: Place,
    /// When it changed last, as written.
    pub last_updated: Option<String>,
    /// What may become of it.
    pub status: Option<FileStatus>,
    /// The release of FHIR in it; `4.0.1` where nothing is said.
    pub fhir_version: String,
}

/// Where a file is. Neither form is shown by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    /// The JWE itself.
    Embedded(String),
    /// An address that gives the JWE, to whoever has it.
    Location {
        /// The address.
        url: String,
        /// When the manifest came, in seconds since 1970-01-01 UTC.
        since: u64,
    },
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Embedded(_) => "Embedded(..)",
            Self::Location { .. } => "Location(..)",
        })
    }
}

/// What may become of a file: STU1 has three, its later text five.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileStatus {
    /// It will not change.
    Finalized,
    /// It may change.
    CanChange,
    /// It stands no more.
    NoLongerValid,
    /// It should never have been there.
    EnteredInError,
    /// It was taken back.
    Retracted,
    /// A word that is not known: no promise.
    Other(String),
}

impl FileStatus {
    fn of(code: String) -> Self {
        match code.as_str() {
            "finalized" => Self::Finalized,
            "can-change" => Self::CanChange,
            "no-longer-valid" => Self::NoLongerValid,
            "entered-in-error" => Self::EnteredInError,
            "retracted" => Self::Retracted,
            _ => Self::Other(code),
        }
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Finalized => "finalized",
            Self::CanChange => "can-change",
            Self::NoLongerValid => "no-longer-valid",
            Self::EnteredInError => "entered-in-error",
            Self::Retracted => "retracted",
            Self::Other(other) => other,
        }
    }
}

impl ManifestFile {
    /// The JWE, where it is embedded.
    pub fn embedded(&self) -> Option<&str> {
        match &self.place {
            Place::Embedded(jwe) => Some(jwe),
            Place::Location { .. } => None,
        }
    }

    /// The address to fetch the JWE from at `now`, in seconds since 1970-01-01 UTC; none where it is embedded.
    ///
    /// # Errors
    /// [`LocationError`] more than an hour after the manifest: ask for the manifest again.
    pub fn location(&self, now: u64) -> Result<Option<&str>, LocationError> {
        match &self.place {
            Place::Embedded(_) => Ok(None),
            Place::Location { since, .. } if now > since.saturating_add(LOCATION_SECONDS) => {
                Err(LocationError)
            }
            Place::Location { url, .. } => Ok(Some(url)),
        }
    }
}

/// The address has ended with its hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the file's address is older than an hour")]
#[non_exhaustive]
pub struct LocationError;

#[derive(Deserialize, Serialize)]
struct WholeJson<'t> {
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    list: Option<&'t RawValue>,
    files: Vec<FileJson>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct FileJson {
    content_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    embedded: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_updated: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fhir_version: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WrongJson {
    remaining_attempts: Option<u32>,
}

impl HealthLink {
    /// Reads the answer to [`Fetch::Manifest`](super::Fetch::Manifest): its status, the header `Retry-After` if there is
    /// one, and its body. `embedded_max` is what was asked for; `now` is in seconds since 1970-01-01 UTC.
    ///
    /// # Errors
    /// [`ManifestError`].
    ///
    /// ```
    /// # use pocketchart_crypto::Secret;
    /// # use pocketchart_share::shl::{HealthLink, LinkFlags, ManifestAnswer};
    /// # let url = "https://relay.example.org/shl/mTVkAtlfdUYdnFiQrAS8FZKxlU1xK2nmv3FWZvcDv8A";
    /// let link = HealthLink::new(url, Secret::random(), LinkFlags::PASSCODE).unwrap();
    /// let answer = link.answer(401, None, br#"{"remainingAttempts":4}"#, None, 1_800_000_000);
    /// assert_eq!(answer, Ok(ManifestAnswer::WrongPasscode { remaining_attempts: Some(4) }));
    /// ```
    pub fn answer(
        &self,
        status: u16,
        retry_after: Option<&str>,
        body: &[u8],
        embedded_max: Option<u64>,
        now: u64,
    ) -> Result<ManifestAnswer, ManifestError> {
        match status {
            200 => Manifest::from_json(body, embedded_max, now).map(ManifestAnswer::Files),
            401 => Ok(ManifestAnswer::WrongPasscode {
                remaining_attempts: object::<WrongJson>(body).and_then(|it| it.remaining_attempts),
            }),
            404 => Ok(ManifestAnswer::NotActive),
            429 => Ok(ManifestAnswer::TooMany {
                retry_after: retry_after.and_then(|seconds| seconds.trim().parse().ok()),
            }),
            other => Err(ManifestError::Status(other)),
        }
    }
}

impl Manifest {
    /// Reads a manifest that came at `now`, in seconds since 1970-01-01 UTC. Members that are not known are ignored.
    ///
    /// # Errors
    /// [`ManifestError`].
    pub fn from_json(json: &[u8], embedded_max: Option<u64>, now: u64) -> Result<Self, ManifestError> {
        if json.len() > MAX_MANIFEST {
            return Err(ManifestError::TooLarge);
        }
        let whole: WholeJson<'_> = object(json).ok_or(ManifestError::Malformed)?;
        if whole.files.len() > MAX_FILES {
            return Err(ManifestError::TooLarge);
        }
        let list = whole.list.map(RawValue::get);
        if list.is_some_and(|list| !list.starts_with('{')) {
            return Err(ManifestError::Malformed);
        }
        let files = whole.files.into_iter().enumerate();
        Ok(Self {
            files: files
                .map(|(number, file)| read_file(number, file, embedded_max, now))
                .collect::<Result<_, _>>()?,
            list: list.map(str::to_owned),
        })
    }

    /// The manifest as its host answers with it.
    pub fn to_json(&self) -> String {
        let file = |file: &ManifestFile| FileJson {
            content_type: file.content_type.as_str().to_owned(),
            location: match &file.place {
                Place::Location { url, .. } => Some(url.clone()),
                Place::Embedded(_) => None,
            },
            embedded: file.embedded().map(str::to_owned),
            last_updated: file.last_updated.clone(),
            status: file.status.as_ref().map(|status| status.as_str().to_owned()),
            fhir_version: Some(file.fhir_version.clone()),
        };
        let whole = WholeJson {
            list: self
                .list
                .as_deref()
                .and_then(|list| serde_json::from_str(list).ok()),
            files: self.files.iter().map(file).collect(),
        };
        // Texts always have a JSON form.
        serde_json::to_string(&whole).unwrap_or_default()
    }
}

fn read_file(
    number: usize,
    file: FileJson,
    embedded_max: Option<u64>,
    now: u64,
) -> Result<ManifestFile, ManifestError> {
    let place = match (file.embedded, file.location) {
        (Some(jwe), _) if embedded_max.is_some_and(|max| jwe.len() as u64 > max) => {
            return Err(ManifestError::EmbeddedTooLong(number));
        }
        (Some(jwe), _) => Place::Embedded(jwe),
        (None, Some(url)) if !may_be_asked(&url) => return Err(ManifestError::Location(number)),
        (None, Some(url)) => Place::Location { url, since: now },
        (None, None) => return Err(ManifestError::Nowhere(number)),
    };
    Ok(ManifestFile {
        content_type: ContentType::of(&file.content_type),
        place,
        last_updated: file.last_updated,
        status: file.status.map(FileStatus::of),
        fhir_version: file.fhir_version.unwrap_or_else(|| "4.0.1".to_owned()),
    })
}

/// Why an answer was not read. Files are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ManifestError {
    /// A status that the specification does not know.
    #[error("the server answered with status {0}")]
    Status(u16),
    /// No JSON object with files, or a member is missing, twice there or of another kind.
    #[error("a damaged manifest")]
    Malformed,
    /// More than 1,000 files or 128 MiB.
    #[error("the manifest is too large")]
    TooLarge,
    /// A file with neither content nor address.
    #[error("file {0} of the manifest is nowhere")]
    Nowhere(usize),
    /// A file embedded that is longer than was asked for.
    #[error("file {0} of the manifest is longer than asked for")]
    EmbeddedTooLong(usize),
    /// A file whose address is not `https://`.
    #[error("the address of file {0} of the manifest cannot be asked")]
    Location(usize),
}
