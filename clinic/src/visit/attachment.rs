//! Files of a visit: looked at, and kept sealed beside it.

use pocketchart::{FileBeside, media_type_of};
use rusqlite::{OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Said, Visit, VisitError};
use crate::{
    id::Id,
    keys::Keys,
    store::{self, StoreError},
};

const TABLE: &str = "visit_file";
/// What may be added: what a patient's device and the clinic's own system show without another program.
const KINDS: [&str; 3] = ["application/pdf", "image/jpeg", "image/png"];
/// Files of a visit.
const MOST: usize = 10;
/// Bytes of all files of a visit: half of the largest body of a record, for they go to the clinic's own system together, in one
/// transaction and a third longer (base64), and to a patient's phone in one turn.
pub(crate) const MOST_BYTES: usize = 8 << 20;
/// Letters of a name.
const LONGEST_NAME: usize = 200;
/// Marks that turn text around: a name is read by people alone, who would read another one.
const TURNING: [char; 12] = [
    '\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}',
    '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
];

/// A file of a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = VisitAttachment)]
pub(crate) struct Attachment {
    /// Names it.
    #[schema(value_type = String)]
    pub(crate) id: Id,
    /// What it is called, without what no name should have.
    pub(crate) name: String,
    /// Its media type, by its bytes.
    pub(crate) kind: String,
    /// How many bytes.
    pub(crate) size: usize,
}

impl Attachment {
    /// A file that somebody adds to a visit. What it is is told by its bytes, whatever it is called.
    fn of(name: &str, bytes: &[u8]) -> Result<Self, VisitError> {
        if bytes.is_empty() {
            return Err(VisitError::FileEmpty);
        }
        let kind = media_type_of(bytes).unwrap_or_default();
        if !KINDS.contains(&kind) && !crate::sabotage::off("desk-visit-file-kind") {
            return Err(VisitError::FileKind);
        }
        Ok(Self {
            id: Id::random(),
            name: cleaned(name).unwrap_or_else(|| kind.to_owned()),
            kind: kind.to_owned(),
            size: bytes.len(),
        })
    }

    /// Keeps its bytes.
    pub(crate) fn keep(
        &self,
        transaction: &Transaction<'_>,
        keys: &Keys,
        (visit, bytes): (Id, &[u8]),
    ) -> Result<(), StoreError> {
        let sealed = store::seal_bytes(&keys.rows, (TABLE, &self.id.0), bytes);
        transaction.execute(
            "INSERT INTO visit_file (id, visit, sealed) VALUES (?1, ?2, ?3)",
            params![self.id.0, visit.0, sealed],
        )?;
        Ok(())
    }

    /// Its bytes.
    pub(crate) fn bytes(&self, transaction: &Transaction<'_>, keys: &Keys) -> Result<Vec<u8>, StoreError> {
        let sealed: Option<Vec<u8>> = transaction
            .query_row(
                "SELECT sealed FROM visit_file WHERE id = ?1",
                [self.id.0],
                |row| row.get(0),
            )
            .optional()?;
        store::open_bytes(&keys.rows, (TABLE, &self.id.0), &sealed.ok_or(StoreError::Row)?)
    }
}

impl Visit {
    /// With one file more.
    pub(crate) fn with_file(mut self, name: &str, bytes: &[u8]) -> Result<(Self, Attachment), VisitError> {
        let attachment = Attachment::of(name, bytes)?;
        if self.attachments.len() >= MOST {
            return Err(VisitError::FilesMany);
        }
        let size: usize = self.attachments.iter().map(|it| it.size).sum();
        if size + bytes.len() > MOST_BYTES && !crate::sabotage::off("desk-visit-file-size") {
            return Err(VisitError::FileLarge);
        }
        self.attachments.push(attachment.clone());
        Ok((self, attachment))
    }

    /// Without a file.
    pub(crate) fn without_file(mut self, id: Id) -> Result<Self, VisitError> {
        self.file(id)?;
        self.attachments.retain(|it| it.id != id);
        Ok(self)
    }

    /// A file of it.
    pub(crate) fn file(&self, id: Id) -> Result<&Attachment, VisitError> {
        let mut all = self.attachments.iter();
        all.find(|it| it.id == id).ok_or(VisitError::NoFile)
    }

    /// Its files as they are written into the chart.
    pub(crate) fn files(
        &self,
        transaction: &Transaction<'_>,
        keys: &Keys,
        said: &Said<'_>,
    ) -> Result<Vec<FileBeside>, StoreError> {
        let beside = |it: &Attachment| {
            Ok(FileBeside {
                stated: said.stated(None),
                name: it.name.clone(),
                bytes: it.bytes(transaction, keys)?,
            })
        };
        self.attachments.iter().map(beside).collect()
    }
}

/// The bytes of a file go.
pub(crate) fn discard_file(transaction: &Transaction<'_>, id: Id) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM visit_file WHERE id = ?1", [id.0])?;
    Ok(())
}

/// The bytes of all files of a visit go.
pub(super) fn forget_files(transaction: &Transaction<'_>, visit: Id) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM visit_file WHERE visit = ?1", [visit.0])?;
    Ok(())
}

/// The last part of a name, without what turns or breaks a line.
fn cleaned(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept = last
        .chars()
        .filter(|it| !it.is_control() && !TURNING.contains(it));
    let name: String = kept.take(LONGEST_NAME).collect();
    Some(name.trim().to_owned()).filter(|it| !it.is_empty())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_is_is_told_by_its_bytes() {
        let pdf = Attachment::of("letter.exe", b"%PDF-1.7\n").unwrap();
        assert_eq!(
            (pdf.name.as_str(), pdf.kind.as_str(), pdf.size),
            ("letter.exe", "application/pdf", 9)
        );
        for (name, bytes) in [
            ("scan.pdf", b"MZ\x90\0".as_slice()),
            ("scan.pdf", b"<html><script>".as_slice()),
            ("photo.png", b"GIF89a\x01\0\x01\0\0\0\0".as_slice()),
        ] {
            assert!(
                matches!(Attachment::of(name, bytes), Err(VisitError::FileKind)),
                "{name}"
            );
        }
        assert!(matches!(
            Attachment::of("scan.pdf", b""),
            Err(VisitError::FileEmpty)
        ));
    }

    #[test]
    fn a_name_reads_as_it_is() {
        let named = |it: &str| Attachment::of(it, b"%PDF-1.7\n").unwrap().name;
        assert_eq!(named("x-ray \u{202e}fdp.exe"), "x-ray fdp.exe");
        assert_eq!(named("C:\\Users\\cleo\\letter\n.pdf"), "letter.pdf");
        assert_eq!(named("../../etc/passwd"), "passwd");
        assert_eq!(named("\u{200f}"), "application/pdf");
        assert_eq!(named("رسالة.pdf"), "رسالة.pdf");
        assert_eq!(named(&"a".repeat(5000)).len(), LONGEST_NAME);
    }
}
