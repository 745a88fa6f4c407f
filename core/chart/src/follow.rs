//! Following somebody's SMART Health Link: what it leads to is fetched, decrypted, and shown. No record is needed.

use crate::chart::Chart;
use crate::health_card::{self, HealthCardView};
use pocketchart_fhir::summary::Summary;
use pocketchart_record::Millis;
use pocketchart_share::shc::{CardError, HealthCard, TrustList};
use pocketchart_share::shl::{
    ContentType, Fetch, FetchError, FileError, FileStatus, HealthLink, LinkFile, LocationError,
    ManifestAnswer, ManifestError, ManifestFile,
};
use pocketchart_share::web::{Answer, Web, WebError};

/// The longest manifest, with files in it, and the longest file: 96 MiB.
const LONGEST: usize = 96 << 20;
const JSON: &str = "application/json";

/// Who asks, and with what.
#[derive(Clone, Copy, Debug)]
pub struct Following<'a> {
    /// Who asks, in words that the patient reads later.
    pub recipient: &'a str,
    /// What the link asks for besides.
    pub passcode: Option<&'a str>,
    /// Links to this machine itself are followed, too, which a link from elsewhere has no business with.
    pub here: bool,
    /// Issuers of health cards that somebody vouches for.
    pub trust: &'a TrustList,
    /// The time.
    pub now: Millis,
}

/// What a link led to.
#[derive(Clone, PartialEq, Debug)]
pub struct FollowedFile {
    /// What it says it holds.
    pub content_type: ContentType,
    /// When it was changed last, as its sender wrote it.
    pub last_updated: Option<String>,
    /// What may become of it.
    pub status: Option<FileStatus>,
    /// What is in it, or why it was not opened.
    pub content: Result<FollowedContent, FollowFileError>,
}

/// What is in a file.
#[derive(Clone, PartialEq)]
pub enum FollowedContent {
    /// FHIR: its JSON, and what each resource says, allergies first.
    Fhir {
        /// The JSON as it came.
        json: Vec<u8>,
        /// What it says.
        statements: Vec<Summary>,
    },
    /// Health cards, each read and checked, or not, with the Bundle of those that hold.
    Cards(Vec<Result<FollowedCard, CardError>>),
    /// Something that is not opened here.
    Other,
}

/// A health card that was opened.
#[derive(Clone, PartialEq)]
pub struct FollowedCard {
    /// What it says and whose it is.
    pub view: HealthCardView,
    /// Its FHIR Bundle.
    pub json: Vec<u8>,
}

/// It is health data.
impl std::fmt::Debug for FollowedContent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Fhir { .. } => "Fhir(..)",
            Self::Cards(_) => "Cards(..)",
            Self::Other => "Other",
        })
    }
}

/// Why a file of a link was not opened. The others may have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FollowFileError {
    /// It is not what a health link may lead to.
    #[error(transparent)]
    File(#[from] FileError),
    /// Its address has ended.
    #[error(transparent)]
    Location(#[from] LocationError),
    /// Its host cannot be asked, or is this machine.
    #[error(transparent)]
    Web(#[from] WebError),
    /// Its host has another answer than the file.
    #[error("the host answered with status {0}")]
    Status(u16),
}

/// Why a link led nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FollowError {
    /// It leads to this machine itself.
    #[error("the link leads to this machine")]
    Here,
    /// Nobody asks, or no passcode is given where one is asked for.
    #[error(transparent)]
    Fetch(#[from] FetchError),
    /// Its host cannot be asked.
    #[error(transparent)]
    Web(#[from] WebError),
    /// The passcode is wrong.
    #[error("the passcode is wrong")]
    WrongPasscode {
        /// How many wrong ones the link still bears, where its host says so.
        remaining: Option<u32>,
    },
    /// It has ended, is paused, or never was: hosts do not tell which.
    #[error("the link has ended")]
    NotActive,
    /// Asked too often.
    #[error("asked too often")]
    TooMany {
        /// Seconds to wait, where its host says so.
        seconds: Option<u64>,
    },
    /// Its host answers with what the specification does not allow.
    #[error(transparent)]
    Manifest(#[from] ManifestError),
    /// The one file is not what a health link may lead to.
    #[error(transparent)]
    File(#[from] FileError),
}

impl FollowError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            FollowError::Here => "follow-here",
            FollowError::Fetch(FetchError::PasscodeNeeded) => "follow-passcode",
            FollowError::Fetch(_) => "follow-recipient",
            FollowError::Web(WebError::TooLong) => "follow-too-long",
            FollowError::Web(_) => "follow-unreachable",
            FollowError::WrongPasscode { remaining: Some(0) } => "follow-dead",
            FollowError::WrongPasscode { remaining: Some(_) } => "follow-wrong-passcode",
            FollowError::WrongPasscode { .. } => "follow-wrong-passcode-bare",
            FollowError::NotActive => "follow-not-active",
            FollowError::TooMany { .. } => "follow-too-many",
            FollowError::Manifest(_) => "follow-manifest",
            FollowError::File(FileError::Key) => "follow-other-key",
            FollowError::File(_) => "follow-file",
        }
    }
}

impl Chart {
    /// Asks a link's host, and opens what it leads to. Keys of health cards that no list has are fetched from their issuers.
    ///
    /// # Errors
    /// [`FollowError`]. Of several files, those that cannot be opened are errors of their own.
    pub fn follow(
        web: &Web,
        link: &HealthLink,
        with: &Following<'_>,
    ) -> Result<Vec<FollowedFile>, FollowError> {
        if link.is_on_this_machine() && !with.here {
            return Err(FollowError::Here);
        }
        match link.fetch(with.recipient, with.passcode, None)? {
            Fetch::File { url } => {
                let answer = web.get(&url, LONGEST)?;
                let file = link.open(&one_file(&answer)?)?;
                Ok(vec![FollowedFile {
                    content_type: file.content_type.clone(),
                    last_updated: None,
                    status: None,
                    content: Ok(content(web, file, with)),
                }])
            }
            Fetch::Manifest { url, body } => {
                let answer = web.post(&url, JSON, body.as_bytes(), LONGEST)?;
                let again_after = answer.again_after.map(|it| it.to_string());
                let now = with.now / 1000;
                let read = link.answer(answer.status, again_after.as_deref(), &answer.body, None, now)?;
                let manifest = match read {
                    ManifestAnswer::Files(manifest) => manifest,
                    ManifestAnswer::WrongPasscode { remaining_attempts } => {
                        let remaining = remaining_attempts;
                        return Err(FollowError::WrongPasscode { remaining });
                    }
                    ManifestAnswer::TooMany { retry_after } => {
                        return Err(FollowError::TooMany { seconds: retry_after });
                    }
                    _ => return Err(FollowError::NotActive),
                };
                let opened = manifest.files.into_iter().map(|file| FollowedFile {
                    content: opened(web, link, &file, with),
                    content_type: file.content_type,
                    last_updated: file.last_updated,
                    status: file.status,
                });
                Ok(opened.collect())
            }
        }
    }
}

/// The JWE in the answer of a direct link.
fn one_file(answer: &Answer) -> Result<String, FollowError> {
    match answer.status {
        200 => text(answer).map_err(FollowError::File),
        404 => Err(FollowError::NotActive),
        429 => Err(FollowError::TooMany {
            seconds: answer.again_after,
        }),
        other => Err(ManifestError::Status(other).into()),
    }
}

fn text(answer: &Answer) -> Result<String, FileError> {
    String::from_utf8(answer.body.clone()).map_err(|_| FileError::NotAFile)
}

fn opened(
    web: &Web,
    link: &HealthLink,
    file: &ManifestFile,
    with: &Following<'_>,
) -> Result<FollowedContent, FollowFileError> {
    if matches!(file.content_type, ContentType::Other(_)) {
        return Ok(FollowedContent::Other);
    }
    let jwe = match (file.embedded(), file.location(with.now / 1000)?) {
        (Some(jwe), _) => jwe.to_owned(),
        (None, Some(url)) => {
            let here = !url.starts_with("https://");
            if here && !with.here {
                return Err(WebError::Address.into());
            }
            let answer = web.get(url, LONGEST)?;
            if answer.status != 200 {
                return Err(FollowFileError::Status(answer.status));
            }
            text(&answer)?
        }
        (None, None) => return Err(FileError::NotAFile.into()),
    };
    Ok(content(web, link.open(&jwe)?, with))
}

fn content(web: &Web, file: LinkFile, with: &Following<'_>) -> FollowedContent {
    match file.content_type {
        ContentType::Fhir => {
            let mut statements = health_card::statements(&file.bytes);
            statements.sort_by_key(|it| rank(&it.resource_type));
            FollowedContent::Fhir {
                json: file.bytes.trim_ascii_end().to_vec(),
                statements,
            }
        }
        ContentType::HealthCard => match HealthCard::from_file(&file.bytes) {
            Ok(cards) => FollowedContent::Cards(
                cards
                    .into_iter()
                    .map(|it| it.map(|it| health_card::opened(web, &it, with.trust, with.now)))
                    .collect(),
            ),
            Err(error) => FollowedContent::Cards(vec![Err(error)]),
        },
        _ => FollowedContent::Other,
    }
}

/// Who it is about, then what is dangerous and of today.
fn rank(resource_type: &str) -> u8 {
    match resource_type {
        "Patient" => 0,
        "AllergyIntolerance" => 1,
        "MedicationStatement" | "MedicationRequest" => 2,
        "Condition" => 3,
        "Flag" | "Consent" | "DeviceUseStatement" | "Device" => 4,
        "Immunization" => 5,
        "Procedure" => 6,
        "Observation" | "DiagnosticReport" => 7,
        _ => 8,
    }
}
