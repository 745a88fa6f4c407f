//! Who wrote an entry, on which device, and from which source.

use crate::chart::Chart;
use crate::import::Origin;
use pocketchart_record::{AuthorId, EntryId, Millis, Row, StoreError};

/// Someone who writes in the record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Author {
    /// Their public key.
    pub id: AuthorId,
    /// What the patient calls them, or they themselves where a grant let them in; none for the patient.
    pub name: Option<String>,
    /// The person whose record this is.
    pub is_patient: bool,
    /// Whoever this device writes for.
    pub is_you: bool,
}

/// One source of a statement: who wrote the entry, on which device, and where it came from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceMark {
    /// The entry.
    pub id: EntryId,
    /// Who wrote or imported it.
    pub author: Author,
    /// The device that signed it, by name.
    pub device: Option<String>,
    /// When it was written down, by that device's clock.
    pub recorded: Millis,
    /// Since when this record knows it.
    pub known: Millis,
    /// The system it was imported from; none if it was typed in.
    pub system: Option<String>,
    /// Who says so, by the name in the statement itself.
    pub who: Option<String>,
    /// From whom it came, where that was by a card or a link.
    pub origin: Option<Origin>,
}

impl Chart {
    pub(crate) fn author(&self, id: AuthorId) -> Author {
        let statements = self.record.statements();
        let permitted = statements
            .permissions(id)
            .map(|(_, it)| (it.not_before, &it.name));
        let accesses = statements.accesses().filter(|(_, it)| it.author == id);
        let claimed = accesses.map(|(_, it)| (it.made, &it.name));
        let proxies = statements.proxies().filter(|(_, it)| it.author == id);
        let acting = proxies.map(|(_, it)| (it.created, &it.name));
        let name = permitted
            .chain(claimed)
            .chain(acting)
            .max_by_key(|(since, _)| *since);
        let name = name.map(|(_, name)| name.clone());
        Author {
            id,
            name,
            is_patient: id == self.record.patient(),
            is_you: id == self.record.author(),
        }
    }

    pub(crate) fn device_name(&self, row: &Row) -> Option<String> {
        let feed = self.record.feeds().find(|feed| feed.tag == row.id.feed)?;
        let (_, certificate) = self.record.statements().certificate_of(feed.device)?;
        Some(certificate.name.clone())
    }

    pub(crate) fn source_mark(&self, row: &Row, who: Option<String>) -> Result<SourceMark, StoreError> {
        Ok(SourceMark {
            id: row.id,
            author: self.author(row.author),
            device: self.device_name(row),
            recorded: row.entry.recorded,
            known: row.known,
            system: row.entry.source.as_ref().map(|source| source.system.clone()),
            who,
            origin: self.origin_of(row)?,
        })
    }
}
