//! Writing bodies out again.
//!
//! In a Bundle every body stands byte for byte as it came in. In NDJSON a body must be one line: line breaks outside strings are
//! written as spaces, which means the same JSON; a body without line breaks stands byte for byte.

use std::io::{self, Write};

use crate::FhirDateTime;

/// A resource to write.
#[derive(Clone, Debug)]
pub struct Body<B> {
    /// The resource's bytes: one JSON object, UTF-8.
    pub bytes: B,
    /// The entry's `fullUrl`, when known. Must be the only one of its kind in a Bundle.
    pub full_url: Option<String>,
}

/// Which Bundle to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BundleKind {
    /// A set of resources, collected into one file.
    Collection,
}

/// Why nothing more was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// The timestamp is no FHIR instant.
    #[error("the timestamp is no instant")]
    Timestamp,
    /// The writer refused.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Writes a Bundle with one entry for each body, in their order; returns how many.
///
/// # Errors
/// [`ExportError::Timestamp`] before anything is written; [`ExportError::Io`] leaves a file that is cut off.
///
/// ```
/// use pocketchart_fhir::{FhirDateTime, export::{Body, BundleKind, bundle}};
/// let mut file = Vec::new();
/// let body = Body { bytes: br#"{"resourceType":"Basic"}"#, full_url: Some("urn:uuid:1".into()) };
/// bundle(&mut file, [body], BundleKind::Collection, &FhirDateTime::new("2026-03-03T10:00:00Z"))?;
/// assert!(file.ends_with(br#"{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Basic"}}]}"#));
/// # Ok::<(), pocketchart_fhir::export::ExportError>(())
/// ```
pub fn bundle<B: AsRef<[u8]>>(
    mut writer: impl Write,
    bodies: impl IntoIterator<Item = Body<B>>,
    kind: BundleKind,
    timestamp: &FhirDateTime,
) -> Result<u64, ExportError> {
    let BundleKind::Collection = kind;
    let mut file = BundleWriter::new(&mut writer, timestamp)?;
    for body in bodies {
        file.put(&body)?;
    }
    file.finish()
}

/// Writes a collection Bundle entry by entry, for bodies that are not all in memory.
pub struct BundleWriter<W> {
    writer: W,
    count: u64,
}

impl<W: Write> BundleWriter<W> {
    /// Begins a Bundle.
    ///
    /// # Errors
    /// [`ExportError::Timestamp`] before anything is written; [`ExportError::Io`].
    pub fn new(mut writer: W, timestamp: &FhirDateTime) -> Result<Self, ExportError> {
        if !timestamp.is_instant() {
            return Err(ExportError::Timestamp);
        }
        write!(
            writer,
            r#"{{"resourceType":"Bundle","type":"collection","timestamp":"{timestamp}""#
        )?;
        Ok(Self { writer, count: 0 })
    }

    /// Writes one entry.
    ///
    /// # Errors
    /// [`ExportError::Io`] leaves a file that is cut off.
    pub fn put<B: AsRef<[u8]>>(&mut self, body: &Body<B>) -> Result<(), ExportError> {
        let writer = &mut self.writer;
        // An empty array is no FHIR; the member comes with its first entry.
        writer.write_all(if self.count == 0 { br#","entry":[{"# } else { b",{" })?;
        if let Some(url) = &body.full_url {
            writer.write_all(br#""fullUrl":"#)?;
            serde_json::to_writer(&mut *writer, url).map_err(io::Error::from)?;
            writer.write_all(b",")?;
        }
        writer.write_all(br#""resource":"#)?;
        writer.write_all(body.bytes.as_ref())?;
        writer.write_all(b"}")?;
        self.count += 1;
        Ok(())
    }

    /// Ends the Bundle; returns how many entries it has.
    ///
    /// # Errors
    /// [`ExportError::Io`].
    pub fn finish(mut self) -> Result<u64, ExportError> {
        self.writer
            .write_all(if self.count == 0 { b"}" } else { b"]}" })?;
        self.writer.flush()?;
        Ok(self.count)
    }
}

/// Writes one line for each body; returns how many.
///
/// # Errors
/// Those of the writer.
pub fn ndjson<B: AsRef<[u8]>>(
    mut writer: impl Write,
    bodies: impl IntoIterator<Item = B>,
) -> Result<u64, ExportError> {
    let mut count = 0;
    for body in bodies {
        // JSON allows no raw line break inside a string, so every one of them stands between tokens.
        let mut pieces = body.as_ref().split(|byte| matches!(byte, b'\n' | b'\r'));
        writer.write_all(pieces.next().unwrap_or_default())?;
        for piece in pieces {
            writer.write_all(b" ")?;
            writer.write_all(piece)?;
        }
        writer.write_all(b"\n")?;
        count += 1;
    }
    Ok(count)
}
