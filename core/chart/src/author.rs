//! Who wrote an entry, on which device, and from which source.

use crate::chart::Chart;
use pocketchart_record::{AuthorId, DeviceId, EntryId, Millis, Row};

/// Someone who writes in the record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Author {
    /// Their public key.
    pub id: AuthorId,
    /// What the patient calls them; none for the patient.
    pub name: Option<String>,
    /// The person whose record this is.
    pub is_patient: bool,
    /// Whoever this device writes for.
    pub is_you: bool,
}

/// A device that is known to the record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeviceView {
    /// Its public signing key.
    pub id: DeviceId,
    /// What its owner calls it.
    pub name: String,
    /// Whose it is.
    pub owner: Author,
    /// Whether it is the one in hand.
    pub is_this: bool,
    /// Since when it belongs to the record, by the clock of the device that let it in.
    pub certified: Millis,
    /// When its certificate ends.
    pub expires: Millis,
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
}

impl Chart {
    /// The devices that may write, oldest first.
    pub fn devices(&self) -> Vec<DeviceView> {
        let statements = self.record.statements();
        let mut devices: Vec<DeviceView> = statements
            .certificates()
            .map(|(_, certificate)| DeviceView {
                id: certificate.device.sign,
                name: certificate.name.clone(),
                owner: self.author(certificate.author),
                is_this: certificate.device.sign == self.record.device(),
                certified: certificate.created,
                expires: certificate.not_after,
            })
            .collect();
        devices.sort_by_key(|device| (device.certified, device.id));
        devices
    }

    pub(crate) fn author(&self, id: AuthorId) -> Author {
        let statements = self.record.statements();
        let name = statements
            .permissions(id)
            .max_by_key(|(_, permission)| permission.not_before)
            .map(|(_, permission)| permission.name.clone());
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

    pub(crate) fn source_mark(&self, row: &Row, who: Option<String>) -> SourceMark {
        SourceMark {
            id: row.id,
            author: self.author(row.author),
            device: self.device_name(row),
            recorded: row.entry.recorded,
            known: row.known,
            system: row.entry.source.as_ref().map(|source| source.system.clone()),
            who,
        }
    }
}
