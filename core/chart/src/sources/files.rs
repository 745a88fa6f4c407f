//! The files that a server's documents only point to: fetched once each, below the base, and kept beside their documents.

use super::Trouble;
use super::error::PullError;
use super::pull::Pull;
use super::session::VisitError;
use crate::attach::{address_in, files_of};
use crate::bodies::{FHIR, bare_media};
use crate::chart::Chart;
use crate::import::{FetchedFile, ImportError, ImportOptions};
use crate::media::Opened;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pocketchart_fhir::smart::Binary;
use pocketchart_fhir::view::Attachment;
use pocketchart_record::{MAX_BODY, MAX_TEXT, Row, Section, StoreError, sabotage};
use pocketchart_share::smart::{ServerAnswer, SmartError};
use pocketchart_share::web::WebError;
use std::collections::HashSet;

/// What such files are called among the searches of a pull, whatever their address.
const BINARY: &str = "Binary";
/// The kind of the entries that point to them.
const DOCUMENT: &str = "DocumentReference";
/// So many documents are in memory at a time.
const AT_ONCE: usize = 100;

/// A file that a document points to and that was not fetched.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MissingFile {
    /// Its title, as the document has it.
    pub title: Option<String>,
    /// Its address, as the document has it.
    pub url: String,
    /// Why.
    pub trouble: Trouble,
}

/// A file that is not here.
struct Wanted {
    address: String,
    section: Section,
    file: Attachment,
}

impl Pull<'_, '_> {
    /// What is kept already is not asked for again, unless its document has changed since.
    pub(super) fn files(&mut self, chart: &mut Chart, same_person: bool) -> Result<(), PullError> {
        let (wanted, held) = self.wanted(chart)?;
        if wanted.is_empty() && held == 0 {
            return Ok(());
        }
        self.left = 1;
        self.count(BINARY);
        let mut fetched = 0;
        for it in wanted {
            self.tell(BINARY);
            match self.fetch(chart, &it, same_person)? {
                None => fetched += 1,
                Some(trouble) => self.report.missing.push(MissingFile {
                    title: it.file.title,
                    url: it.file.url.unwrap_or_default(),
                    trouble,
                }),
            }
        }
        if let Some(search) = self.report.searches.last_mut() {
            (search.new, search.held) = (fetched, held);
        }
        let trouble = self.report.missing.first().map(|it| it.trouble);
        Ok(self.finish(chart, BINARY, 0, trouble)?)
    }

    /// The files of this server's documents that are not here, and how many are.
    fn wanted(&self, chart: &Chart) -> Result<(Vec<Wanted>, u64), StoreError> {
        let base = self.session.kept.base.as_str();
        let is_document = |row: &Row| {
            let kind = row.entry.kind.strip_prefix(FHIR);
            let source = row.entry.source.as_ref();
            row.is_current() && kind == Some(DOCUMENT) && source.is_some_and(|source| source.system == base)
        };
        let mut documents = Vec::new();
        for section in Section::ALL {
            chart.record.each_row::<StoreError>(section, |row| {
                if is_document(&row) {
                    documents.push(row);
                }
                Ok(())
            })?;
        }
        let (mut wanted, mut seen, mut held) = (Vec::new(), HashSet::new(), 0);
        for rows in documents.chunks(AT_ONCE) {
            for (row, body) in rows.iter().zip(chart.record.bodies(rows)?) {
                for file in body.as_deref().map(files_of).unwrap_or_default() {
                    let Some(address) = address_in(Some(base), &file) else {
                        continue;
                    };
                    if !seen.insert(address.clone()) {
                        continue;
                    }
                    let here = chart.fetched_by_me(&address)?;
                    match here.is_some_and(|it| it.entry.recorded >= row.entry.recorded) {
                        true => held += 1,
                        false => wanted.push(Wanted {
                            address,
                            section: row.section,
                            file,
                        }),
                    }
                }
            }
        }
        Ok((wanted, held))
    }

    /// Fetches and keeps a file; why not, where the others can go on.
    fn fetch(
        &mut self,
        chart: &mut Chart,
        wanted: &Wanted,
        same_person: bool,
    ) -> Result<Option<Trouble>, PullError> {
        let url = self.session.server().link(&wanted.address);
        let Some(url) = url.filter(|url| url.len() <= MAX_TEXT) else {
            return Ok(Some(Trouble::Elsewhere));
        };
        let answer = match self.session.get_as(chart, &url, &accepted(&wanted.file)) {
            Ok(answer) => answer,
            Err(VisitError::Smart(error)) => {
                return trouble(&error).map_or_else(|| Err(error.into()), |it| Ok(Some(it)));
            }
            Err(error) => return Err(error.into()),
        };
        let (bytes, sent_as) = content(answer);
        let said = wanted.file.content_type.as_deref().map(str::trim);
        let called = said.filter(|it| !it.is_empty()).unwrap_or(&sent_as);
        let opened = Opened::of(&bytes, called);
        if let Some(trouble) = unfit(&wanted.file, &bytes, &opened, &sent_as) {
            return Ok(Some(trouble));
        }
        match chart.check_people(&opened.people(), same_person) {
            Ok(()) => {}
            Err(ImportError::Store(error)) => return Err(error.into()),
            Err(_) => return Ok(Some(Trouble::OtherPeople)),
        }
        let options = ImportOptions {
            file_name: self.session.kept.name.clone(),
            ..ImportOptions::default()
        };
        let file = FetchedFile {
            address: url,
            section: wanted.section,
            name: wanted.file.title.clone().unwrap_or_default(),
            media_type: opened.found.media_type,
            bytes,
        };
        chart.import_fetched(self.position.import, &options, file)?;
        Ok(None)
    }
}

/// What a file is asked for as: the form that its document names.
fn accepted(file: &Attachment) -> String {
    let named = file.content_type.as_deref().map(str::trim);
    let sendable =
        |it: &&str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ');
    named.filter(sendable).unwrap_or("*/*").to_owned()
}

/// The bytes of an answer and their media type. Some servers wrap them into a resource whatever they are asked for.
fn content(answer: ServerAnswer) -> (Vec<u8>, String) {
    let media = answer.media_type.unwrap_or_default();
    let media = media.split(';').next().unwrap_or_default().trim().to_owned();
    let wrapped = media
        .ends_with("json")
        .then(|| Binary::read(&answer.body))
        .flatten();
    match wrapped {
        Some(binary) => (binary.data, binary.content_type.unwrap_or_default()),
        None => (answer.body, media),
    }
}

/// Why bytes are not taken for the file that a document names.
fn unfit(file: &Attachment, bytes: &[u8], opened: &Opened, sent_as: &str) -> Option<Trouble> {
    if bytes.is_empty() {
        return Some(Trouble::Empty);
    }
    if bytes.len() > MAX_BODY {
        return Some(Trouble::FileTooLarge);
    }
    let size: Option<usize> = file.size.as_ref().and_then(|size| size.as_str().parse().ok());
    let hash = file.hash.as_deref().map(|hash| STANDARD.decode(hash.trim()));
    // A page that asks to sign in, in the place of a PDF.
    let other_kind = opened.is_unlike() && bare_media(sent_as) != opened.found.media_type;
    let other = size.is_some_and(|size| size != bytes.len())
        || hash.is_some_and(|hash| hash.as_deref() != Ok(opened.sha1().as_slice()));
    ((other && !sabotage::off("hash of a file")) || other_kind).then_some(Trouble::OtherFile)
}

/// Why a file was not given, where that says nothing of the others; none where the server no longer answers.
fn trouble(error: &SmartError) -> Option<Trouble> {
    match error {
        SmartError::Status(status) => Some(Trouble::Status(*status)),
        SmartError::SignedOut => Some(Trouble::Status(401)),
        SmartError::Web(WebError::TooLong) => Some(Trouble::FileTooLarge),
        SmartError::Address | SmartError::Web(WebError::Address) => Some(Trouble::Elsewhere),
        _ => None,
    }
}
