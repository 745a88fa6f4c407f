//! Files: kept as they are, with a document that says what they are.

use crate::bodies::{SOURCE, bare_media, file_name, media_type};
use crate::chart::Chart;
use crate::draft::{draft_id, our_name};
use crate::edit::{self, EditError};
use crate::import::{ImportError, Names};
use crate::item::ATTACHED;
use crate::media::{FileFound, Opened, UNKNOWN};
use crate::store;
use crate::time;
use pocketchart_fhir::build::{Build, BuildError, Stated};
use pocketchart_fhir::view::{Attachment, View};
use pocketchart_fhir::write_back::with_file;
use pocketchart_record::{BodyHash, BodyRef, EntryId, MAX_BODY, NewEntry, Row, Section, Source, StoreError};

/// Stands before the hash of a body in a document's URL.
const BODY_URL: &str = "urn:pocketchart:body:";

/// A file to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its name.
    pub name: String,
    /// Its media type, as its name or its sender has it. Where its bytes are of another one, theirs is written down.
    pub media_type: String,
    /// What to call it in lists; its name where there is none.
    pub title: Option<String>,
    /// Its bytes, up to 16 MiB.
    pub bytes: Vec<u8>,
    /// The person said that the file is about them, whatever name it gives.
    pub same_person: bool,
}

/// A file that is written beside drafts ([`Chart::add_all_with_files`]).
#[derive(Clone, Debug, PartialEq)]
pub struct FileBeside {
    /// By whom, when, in which visit. What is left open is filled in.
    pub stated: Stated,
    /// Its name: what to call it in lists.
    pub name: String,
    /// Its bytes, up to 16 MiB. They tell what it is.
    pub bytes: Vec<u8>,
}

/// A file that is kept now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// The document that stands for it in lists.
    pub id: EntryId,
    /// What was found out about it.
    pub found: FileFound,
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
    /// The file is about somebody other than this record, or may be.
    #[error("the file may be about another person")]
    AnotherPerson {
        /// The names that it gives.
        names: Names,
    },
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
            AttachError::AnotherPerson { .. } => "import-another-person",
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
    /// Keeps a file, with a document that stands for it in lists and says what the file says of itself: its kind, told by its
    /// bytes; when it was made; of a DICOM object also whom and what it shows. A search finds the words of a PDF. The same bytes are
    /// kept once.
    ///
    /// # Errors
    /// [`AttachError`]; [`AttachError::AnotherPerson`] where a DICOM object names somebody whom the record does not know.
    ///
    /// ```
    /// # use pocketchart::{Chart, CreateChart, Home, KdfLevel, NewFile, NoFreshness, Unlock};
    /// # let folder = tempfile::tempdir()?;
    /// # let home = Home::new(folder.path(), std::sync::Arc::new(NoFreshness));
    /// # let unlock = Unlock::passphrase("correct horse battery staple");
    /// # let with = CreateChart { unlock: &unlock, kdf: KdfLevel::Fast, device_name: "phone" };
    /// # let (mut chart, _) = Chart::create(&home, &with)?;
    /// let kept = chart.attach(NewFile {
    ///     name: "knee.jpg".into(),
    ///     media_type: "image/jpeg".into(),
    ///     title: None,
    ///     bytes: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
    ///     same_person: false,
    /// })?;
    /// assert_eq!(kept.found.media_type, "image/png");
    /// assert_eq!(kept.found.called.as_deref(), Some("image/jpeg"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn attach(&mut self, file: NewFile) -> Result<Attached, AttachError> {
        if file.bytes.len() > MAX_BODY {
            return Err(AttachError::TooLarge);
        }
        if file.bytes.is_empty() {
            return Err(AttachError::Empty);
        }
        let opened = Opened::of(&file.bytes, &file.media_type);
        self.check_people(&opened.people(), file.same_person)
            .map_err(|error| match error {
                ImportError::Store(error) => AttachError::Store(error),
                ImportError::AnotherPerson { names } => AttachError::AnotherPerson { names },
                _ => AttachError::Store(StoreError::Altered("person")),
            })?;
        let stated = Stated {
            subject: self.subject()?,
            id: Some(self.new_uuid()),
            recorded: Some(time::fhir_instant(self.home.context().now())),
            ..Stated::default()
        };
        let size = u32::try_from(file.bytes.len()).map_err(|_| AttachError::TooLarge)?;
        let document = opened.document(stated, file.title.as_ref().unwrap_or(&file.name), size);
        let mut entries = vec![edit::entry(Section::Documents, document.build()?)?];
        entries.extend(self.bytes_beside(&opened, &file.name, file.bytes)?);
        let ids = self.record.append(entries).map_err(EditError::from)?;
        let first = ids.into_iter().next();
        Ok(Attached {
            id: first.ok_or(AttachError::Store(StoreError::Altered("entry")))?,
            found: opened.found,
        })
    }

    /// The entries of a file: the document that stands for it, and its bytes unless they are kept already.
    pub(crate) fn file_entries(
        &self,
        name: String,
        file: FileBeside,
    ) -> Result<(NewEntry, Option<NewEntry>), EditError> {
        let opened = Opened::of(&file.bytes, "");
        let size = u32::try_from(file.bytes.len()).map_err(|_| EditError::TooLarge)?;
        let mut stated = file.stated;
        let names = (name.clone(), our_name(&name));
        self.fill_in(&mut stated, self.subject()?, names);
        let document = opened.document(stated, &file.name, size).build()?;
        Ok((
            edit::entry(Section::Documents, document)?,
            self.bytes_beside(&opened, &file.name, file.bytes)?,
        ))
    }

    /// The entry of a file's bytes, unless this author keeps them already.
    fn bytes_beside(
        &self,
        opened: &Opened,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<Option<NewEntry>, StoreError> {
        let source = attached(opened.body());
        if self.record.from_source(&source)?.is_some() {
            return Ok(None);
        }
        let mut entry = NewEntry::new(Section::Documents, SOURCE, bytes);
        entry.media = Some(media_type(&opened.found.media_type, name));
        entry.source = Some(source);
        Ok(Some(entry))
    }

    /// A document with its file inside, where this record keeps that beside it: for whoever cannot ask this record for the bytes.
    /// None where it has no such file.
    ///
    /// # Errors
    /// [`ExtractError`].
    pub fn with_file(&self, id: EntryId) -> Result<Option<Vec<u8>>, ExtractError> {
        let row = self.record.row(&id)?.ok_or(ExtractError::NoSuchEntry)?;
        let body = self.record.body(&row)?.ok_or(ExtractError::NotHere)?;
        let files = files_of(&body).into_iter();
        let mut kept = files.filter_map(|it| Some((body_named(it.url.as_deref()?)?, it)));
        let Some((hash, file)) = kept.next() else {
            return Ok(None);
        };
        Ok(with_file(&body, &body_url(hash), &self.bytes_of(&file, hash)?))
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
                media_type: media.map(bare_media).unwrap_or(UNKNOWN).to_owned(),
                bytes: body,
            });
        }
        let Ok(View::DocumentReference(document)) = View::of(&body) else {
            return Err(ExtractError::NoFile);
        };
        let mut files = document.content.into_iter().filter_map(|it| it.attachment);
        let file = files.next().ok_or(ExtractError::NoFile)?;
        let said = || file.content_type.clone().unwrap_or_else(|| UNKNOWN.to_owned());
        let (bytes, media_type) = match (file.inline(), file.url.as_deref()) {
            (Some(bytes), _) => (bytes, said()),
            (None, None) => return Err(ExtractError::NoFile),
            (None, Some(url)) => match body_named(url) {
                Some(hash) => (self.bytes_of(&file, hash)?, said()),
                None => self.fetched_file(&row, &file)?,
            },
        };
        Ok(Extracted {
            name: file.title,
            media_type,
            bytes,
        })
    }

    /// The newest copy that this author fetched from that address, if it holds.
    pub(crate) fn fetched_by_me(&self, address: &str) -> Result<Option<Row>, StoreError> {
        let held = self.record.from_source(&fetched(address))?;
        let row = held.map(|held| self.record.row(&held.id)).transpose()?;
        Ok(row.flatten().filter(Row::is_current))
    }

    /// The newest copy that anybody fetched from that address, if it holds.
    fn fetched_by_anybody(&self, address: &str) -> Result<Option<Row>, StoreError> {
        let source = fetched(address);
        let mut found: Option<Row> = None;
        for section in Section::ALL {
            self.record.each_row::<StoreError>(section, |row| {
                let is_newer = |held: &Row| held.entry.recorded <= row.entry.recorded;
                if row.is_current()
                    && row.entry.source.as_ref() == Some(&source)
                    && found.as_ref().is_none_or(is_newer)
                {
                    found = Some(row);
                }
                Ok(())
            })?;
        }
        Ok(found)
    }

    /// The file that a document points to, where a pull fetched it, with its media type.
    fn fetched_file(&self, row: &Row, file: &Attachment) -> Result<(Vec<u8>, String), ExtractError> {
        let system = row.entry.source.as_ref().map(|source| source.system.as_str());
        let address = address_in(system, file).ok_or(ExtractError::Elsewhere)?;
        let held = match self.fetched_by_me(&address)? {
            None => self.fetched_by_anybody(&address)?,
            held => held,
        };
        let held = held.ok_or(ExtractError::Elsewhere)?;
        let bytes = self.record.body(&held)?.ok_or(ExtractError::NotHere)?;
        let media = held.entry.media.as_deref().map_or(UNKNOWN, bare_media);
        Ok((bytes, media.to_owned()))
    }

    fn bytes_of(&self, file: &Attachment, hash: BodyHash) -> Result<Vec<u8>, ExtractError> {
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

/// The source of bytes that a server has at that address, and that a document there points to.
pub(crate) fn fetched(address: &str) -> Source {
    Source {
        system: ATTACHED.to_owned(),
        kind: SOURCE.to_owned(),
        id: address.to_owned(),
    }
}

/// The files of a document that are not in it.
pub(crate) fn files_of(body: &[u8]) -> Vec<Attachment> {
    let Ok(View::DocumentReference(document)) = View::of(body) else {
        return Vec::new();
    };
    let files = document.content.into_iter().filter_map(|it| it.attachment);
    files.filter(|file| file.data.is_none()).collect()
}

/// The whole address of a file on the web, in a document of that system.
pub(crate) fn address_in(system: Option<&str>, file: &Attachment) -> Option<String> {
    let url = file.url.as_deref()?.trim();
    let has_scheme = url
        .split(['/', '?', '#'])
        .next()
        .is_some_and(|start| start.contains(':'));
    if url.starts_with("http://") || url.starts_with("https://") {
        return Some(url.to_owned());
    }
    if url.is_empty() || url.starts_with('#') || has_scheme {
        return None;
    }
    let base = system.filter(|it| it.starts_with("http"))?;
    Some(format!("{base}/{}", url.trim_start_matches('/')))
}

/// A word by which a search finds the documents that point to an address, whether they write all of it or its end alone.
pub(crate) fn address_word(url: &str) -> String {
    let mut parts = url.rsplit('/');
    let (last, before) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    BodyRef::of(format!("{before}/{last}").as_bytes()).hash.to_hex()
}

/// The hash of the bytes that a document names, if they are kept here.
pub(crate) fn body_named(url: &str) -> Option<BodyHash> {
    url.strip_prefix(BODY_URL).and_then(BodyHash::from_hex)
}

/// The URL by which documents name these bytes.
pub(crate) fn body_url(body: BodyHash) -> String {
    format!("{BODY_URL}{}", body.to_hex())
}
