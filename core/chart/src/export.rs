//! Leaving with everything: FHIR files whose bodies are those that came in, byte for byte.

use crate::audit;
use crate::bodies::{FHIR, SOURCE, bare_media};
use crate::chart::Chart;
use crate::import::full_url;
use crate::item::ATTACHED;
use crate::store;
use crate::time;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pocketchart_fhir::export::{self, Body, BundleWriter};
use pocketchart_record::{Row, Section, StoreError};
use pocketchart_share::audit::{Action, AuditEvent};
use pocketchart_share::smart::is_id;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// How an export is laid out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ExportForm {
    /// One FHIR Bundle of type collection.
    Bundle,
    /// One resource a line.
    Ndjson,
}

/// What to write.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExportOptions {
    /// The layout.
    pub form: ExportForm,
    /// Which sections; none means all.
    pub sections: Option<Vec<Section>>,
    /// Leave out what was corrected or withdrawn.
    pub current_only: bool,
    /// Say of each file that was brought in what came with it, as Provenance, one for each section and each thing that was done:
    /// what was new, what took the place of an older copy, what was kept unread.
    pub provenance: bool,
    /// Say what several sources say alike, and what persons decided about statements, as IHE's profile RECON does: for each section
    /// with such a thing a List of what holds, and a Provenance for each.
    pub reconciled: bool,
}

/// What was written.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct ExportReport {
    /// Resources, kept files among them.
    pub resources: u64,
    /// Kept bytes, written as `Binary`.
    pub files: u64,
    /// Entries whose content has not come from the other device yet.
    pub missing: u64,
}

/// The export failed; the file is cut off.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file could not be written.
    #[error("the file could not be written")]
    Io(#[from] io::Error),
}

impl ExportError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            ExportError::Store(error) => store::message_id(error),
            ExportError::Io(error) if error.kind() == io::ErrorKind::StorageFull => "export-full",
            ExportError::Io(_) => "export-io",
        }
    }
}

impl From<export::ExportError> for ExportError {
    fn from(error: export::ExportError) -> Self {
        match error {
            export::ExportError::Io(error) => ExportError::Io(error),
            // The timestamp is made here.
            other => ExportError::Io(io::Error::other(other)),
        }
    }
}

enum Sink<W: Write> {
    Bundle(BundleWriter<W>),
    Lines(W),
}

impl Chart {
    /// Writes the record, or some sections of it, as FHIR. Resources stand as they came, byte for byte (in NDJSON, line
    /// breaks between tokens become spaces); kept files become `Binary` resources. `progress` is called with the number
    /// of resources so far. The log says so beforehand, and how it ended.
    ///
    /// # Errors
    /// [`ExportError`] leaves a file that is cut off.
    pub fn export(
        &mut self,
        options: &ExportOptions,
        to: impl Write,
        progress: &mut dyn FnMut(u64),
    ) -> Result<ExportReport, ExportError> {
        let begun = self.audit_begin(AuditEvent {
            sections: options.sections.clone().unwrap_or(Section::ALL.to_vec()),
            ..AuditEvent::new(Action::Exported)
        })?;
        let result = self.write_export(options, to, progress);
        let count = result.as_ref().map_or(0, |report| report.resources);
        self.audit_close(begun, audit::outcome(&result), count)?;
        result
    }

    fn write_export(
        &self,
        options: &ExportOptions,
        mut to: impl Write,
        progress: &mut dyn FnMut(u64),
    ) -> Result<ExportReport, ExportError> {
        let mut sink = match options.form {
            ExportForm::Bundle => Sink::Bundle(BundleWriter::new(
                to,
                &time::fhir_instant(self.home.context().now()),
            )?),
            ExportForm::Ndjson => {
                to.flush()?;
                Sink::Lines(to)
            }
        };
        let mut report = ExportReport::default();
        // A Bundle may name an entry once: copies that were replaced go without.
        let mut named = BTreeSet::new();
        let mut sections = options.sections.clone().unwrap_or(Section::ALL.to_vec());
        // One that is named twice is written once.
        let mut seen = BTreeSet::new();
        sections.retain(|section| seen.insert(*section));
        let mut made = Vec::with_capacity(sections.len());
        for section in &sections {
            let wanted = |row: &Row| !options.current_only || row.is_current();
            let mut records = match options.provenance {
                true => self.provenance(*section, wanted)?,
                false => Vec::new(),
            };
            if options.reconciled {
                records.extend(self.reconciled(*section)?);
            }
            made.push(records);
        }
        // What was written here once and brought in again stands behind what is written now.
        let names_made: BTreeSet<String> = made.iter().flatten().map(|record| record.url.clone()).collect();
        for (section, records) in sections.iter().zip(made) {
            self.record.each_body::<ExportError>(*section, |row, body| {
                if !row.is_statement() || (options.current_only && !row.is_current()) {
                    return Ok(());
                }
                let Some(body) = body else {
                    report.missing += 1;
                    return Ok(());
                };
                let Some((body, is_file)) = resource(row, body) else {
                    return Ok(());
                };
                let url = url(row);
                if url.as_ref().is_some_and(|url| names_made.contains(url)) {
                    return Ok(());
                }
                let url = url.filter(|url| row.is_current() && named.insert(url.clone()));
                match &mut sink {
                    Sink::Bundle(bundle) => bundle.put(&Body {
                        bytes: body,
                        full_url: url,
                    })?,
                    Sink::Lines(to) => export::ndjson(to, [body]).map(drop)?,
                }
                report.resources += 1;
                report.files += u64::from(is_file);
                progress(report.resources);
                Ok(())
            })?;
            for record in records {
                match &mut sink {
                    Sink::Bundle(bundle) => bundle.put(&Body {
                        bytes: record.bytes,
                        full_url: Some(record.url),
                    })?,
                    Sink::Lines(to) => export::ndjson(to, [record.bytes]).map(drop)?,
                }
                report.resources += 1;
                progress(report.resources);
            }
        }
        match sink {
            Sink::Bundle(bundle) => bundle.finish().map(drop)?,
            Sink::Lines(mut to) => to.flush()?,
        }
        Ok(report)
    }
}

/// The resource of a row, and whether it was made here around kept bytes; none for kinds that are not FHIR.
fn resource<'a>(row: &Row, body: &'a [u8]) -> Option<(std::borrow::Cow<'a, [u8]>, bool)> {
    if row.entry.kind.starts_with(FHIR) {
        return Some((body.into(), false));
    }
    (row.entry.kind == SOURCE).then(|| (binary(row, body).into(), true))
}

fn binary(row: &Row, body: &[u8]) -> Vec<u8> {
    let media = row
        .entry
        .media
        .as_deref()
        .map_or("application/octet-stream", bare_media);
    let mut binary = serde_json::json!({
        "resourceType": "Binary",
        "contentType": media,
        "data": STANDARD.encode(body),
    });
    // Where a server has it, it keeps the server's name.
    if let Some((_, id)) = address(row).and_then(|address| address.rsplit_once("/Binary/"))
        && is_id(id)
    {
        binary["id"] = id.into();
    }
    binary.to_string().into_bytes()
}

/// Where a server has kept bytes.
fn address(row: &Row) -> Option<&str> {
    let source = row.entry.source.as_ref()?;
    (source.system == ATTACHED && source.id.starts_with("http")).then_some(source.id.as_str())
}

/// The address by which a Bundle names a row.
pub(crate) fn url(row: &Row) -> Option<String> {
    let own = || {
        let id = crate::facts::of(row).id?;
        Some(format!("urn:uuid:{id}"))
    };
    match &row.entry.source {
        Some(source) if source.system == ATTACHED => {
            let own = || row.entry.body.map(|body| crate::attach::body_url(body.hash));
            address(row).map(str::to_owned).or_else(own)
        }
        Some(source) => full_url(source),
        None if row.entry.kind == SOURCE => None,
        None => own(),
    }
}
