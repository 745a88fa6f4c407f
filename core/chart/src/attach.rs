//! Files: kept as they are, with a document that says what they are.

use crate::bodies::{SOURCE, bare_media, file_name, media_type};
use crate::chart::Chart;
use crate::draft::draft_id;
use crate::edit::{self, EditError};
use crate::item::ATTACHED;
use crate::store;
use crate::time;
use pocketchart_fhir::build::{Build, BuildError, Contents, Document, File, Stated};
use pocketchart_fhir::view::{Attachment, View};
use pocketchart_record::{BodyHash, BodyRef, EntryId, MAX_BODY, NewEntry, Section, Source, StoreError};

/// Stands before the hash of a body in a document's URL.
const BODY_URL: &str = "urn:pocketchart:body:";

/// A file to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its name.
    pub name: String,
    /// Its media type, such as `application/pdf`.
    pub media_type: String,
    /// What to call it in lists; its name where there is none.
    pub title: Option<String>,
    /// Its bytes, up to 16 MiB.
    pub bytes: Vec<u8>,
}

/// A file as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extracted {
    /// Its name, as far as it is known.
    pub name: Option<String>,
    /// Its media type.
    pub media_type: String,
    /// Its bytes, as they came.
    pub bytes: Vec<u8>,
}

/// The file was not kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AttachError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Larger than 16 MiB.
    #[error("larger than 16 MiB")]
    TooLarge,
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// The name, title or media type cannot be written.
    #[error(transparent)]
    Draft(#[from] BuildError),
    /// This device may not write in, or has no key of, the section.
    #[error("this device may not write there")]
    NoKey,
}

impl AttachError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            AttachError::Store(error) => store::message_id(error),
            AttachError::TooLarge => "attach-too-large",
            AttachError::Empty => "attach-empty",
            AttachError::Draft(error) => draft_id(*error),
            AttachError::NoKey => "edit-no-key",
        }
    }
}

impl From<EditError> for AttachError {
    fn from(error: EditError) -> Self {
        match error {
            EditError::Store(error) => AttachError::Store(error),
            EditError::Draft(error) => AttachError::Draft(error),
            EditError::NoKey => AttachError::NoKey,
            EditError::TooLarge => AttachError::TooLarge,
            _ => AttachError::Store(StoreError::Altered("document")),
        }
    }
}

/// The file cannot be given out.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExtractError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no such entry.
    #[error("there is no such entry")]
    NoSuchEntry,
    /// The entry holds no file.
    #[error("the entry holds no file")]
    NoFile,
    /// The file lies elsewhere: only its address is known.
    #[error("the file lies elsewhere")]
    Elsewhere,
    /// The bytes have not come from the other device yet.
    #[error("the content is not here yet")]
    NotHere,
}

impl ExtractError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            ExtractError::Store(error) => store::message_id(error),
            ExtractError::NoSuchEntry => "edit-no-such-entry",
            ExtractError::NoFile => "extract-no-file",
            ExtractError::Elsewhere => "extract-elsewhere",
            ExtractError::NotHere => "edit-not-here",
        }
    }
}

impl Chart {
    /// Keeps a file; returns the document that stands for it in lists. The same bytes are kept once.
    ///
    /// # Errors
    /// [`AttachError`].
    pub fn attach(&mut self, file: NewFile) -> Result<EntryId, AttachError> {
        if file.bytes.len() > MAX_BODY {
            return Err(AttachError::TooLarge);
        }
        if file.bytes.is_empty() {
            return Err(AttachError::Empty);
        }
        let body = BodyRef::of(&file.bytes);
        let document = Document {
            stated: Stated {
                subject: self.subject()?,
                id: Some(self.new_uuid()),
                recorded: Some(time::fhir_instant(self.home.context().now())),
                ..Stated::default()
            },
            kind: None,
            file: File {
                content_type: file.media_type.clone(),
                title: Some(file.title.unwrap_or_else(|| file.name.clone())),
                contents: Contents::Elsewhere {
                    url: body_url(body.hash),
                    size: u32::try_from(body.len).map_err(|_| AttachError::TooLarge)?,
                },
            },
        };
        let mut entries = vec![edit::entry(Section::Documents, document.build()?)?];
        let source = attached(body);
        if self.record.from_source(&source)?.is_none() {
            let mut bytes = NewEntry::new(Section::Documents, SOURCE, file.bytes);
            bytes.media = Some(media_type(&file.media_type, &file.name));
            bytes.source = Some(source);
            entries.push(bytes);
        }
        let ids = self.record.append(entries).map_err(EditError::from)?;
        let first = ids.into_iter().next();
        first.ok_or(AttachError::Store(StoreError::Altered("entry")))
    }

    /// The file of a document, or the bytes that were kept unread.
    ///
    /// # Errors
    /// [`ExtractError`].
    pub fn extract(&self, id: EntryId) -> Result<Extracted, ExtractError> {
        let row = self.record.row(&id)?.ok_or(ExtractError::NoSuchEntry)?;
        let body = self.record.body(&row)?.ok_or(ExtractError::NotHere)?;
        let media = row.entry.media.as_deref();
        if row.entry.kind == SOURCE {
            return Ok(Extracted {
                name: media.and_then(file_name).map(str::to_owned),
                media_type: media
                    .map(bare_media)
                    .unwrap_or("application/octet-stream")
                    .to_owned(),
                bytes: body,
            });
        }
        let Ok(View::DocumentReference(document)) = View::of(&body) else {
            return Err(ExtractError::NoFile);
        };
        let mut files = document
            .content
            .into_iter()
            .filter_map(|content| content.attachment);
        let file = files.next().ok_or(ExtractError::NoFile)?;
        let bytes = match file.inline() {
            Some(bytes) => bytes,
            None => self.bytes_of(&file)?,
        };
        Ok(Extracted {
            name: file.title,
            media_type: file
                .content_type
                .unwrap_or_else(|| "application/octet-stream".to_owned()),
            bytes,
        })
    }

    fn bytes_of(&self, file: &Attachment) -> Result<Vec<u8>, ExtractError> {
        let url = file.url.as_deref().ok_or(ExtractError::NoFile)?;
        let hash = url.strip_prefix(BODY_URL).and_then(BodyHash::from_hex);
        let hash = hash.ok_or(ExtractError::Elsewhere)?;
        let len = file.size.as_ref().and_then(|size| size.as_str().parse().ok());
        let body = BodyRef {
            hash,
            len: len.ok_or(ExtractError::NotHere)?,
        };
        let bytes = self.record.body_by_hash(Section::Documents, body)?;
        bytes.ok_or(ExtractError::NotHere)
    }
}

/// The source of bytes that belong to a document: the same bytes are kept once.
pub(crate) fn attached(body: BodyRef) -> Source {
    Source {
        system: ATTACHED.to_owned(),
        kind: SOURCE.to_owned(),
        id: body.hash.to_hex(),
    }
}

/// The URL by which documents name these bytes.
pub(crate) fn body_url(body: BodyHash) -> String {
    format!("{BODY_URL}{}", body.to_hex())
}
