//! Everything that is known about one item.

use crate::bodies::{FHIR, SOURCE};
use crate::chart::Chart;
use crate::draft::our_name;
use crate::facts;
use crate::group::Item;
use crate::item::{ItemDetail, ItemView, Remark, Version};
use crate::provenance::ENTRY;
use crate::read::ReadError;
use pocketchart_fhir::reading::address;
use pocketchart_fhir::view::Identifier;
use pocketchart_record::{EntryId, Row, Section, StoreError};
use std::sync::Arc;

impl ItemDetail {
    /// Our own name for the item, made from the first entry that stated it: it stays when the item is corrected, and when another system
    /// takes it over.
    pub fn name(&self) -> Identifier {
        let entry = format!("{}.{}", self.first.document.to_hex(), self.first.key());
        our_name(address(ENTRY, &entry, &self.kind).trim_start_matches("urn:uuid:"))
    }
}

impl Chart {
    /// The item of an entry.
    ///
    /// # Errors
    /// [`ReadError::NoSuchEntry`], or what the store says.
    pub fn item(&self, id: EntryId) -> Result<ItemDetail, ReadError> {
        let row = self.record.row(&id)?.ok_or(ReadError::NoSuchEntry)?;
        let standing = row.standing.clone();
        let (mut history, mut first) = (Vec::new(), None);
        for row in self.record.history(&id)? {
            // Clocks differ: what replaces something is never the first.
            if first.is_none() && row.entry.supersedes.is_empty() {
                first = Some(row.id);
            }
            history.push(self.version(row));
        }
        let mut proposals = Vec::new();
        for id in &standing.proposals {
            if let Some(row) = self.record.row(id)? {
                proposals.push(self.version(row));
            }
        }
        let (source, item) = (row.entry.source.clone(), self.view_of(row.clone())?);
        Ok(ItemDetail {
            replaced_by: self.remarks(&standing.replaced_by)?,
            disputes: self.remarks(&standing.disputed_by)?,
            confirmations: self.remarks(&standing.confirmed_by)?,
            proposals,
            first: first.unwrap_or(id),
            history,
            kind: row.entry.kind.clone(),
            source,
            content: self.record.body(&row)?,
            item,
        })
    }

    /// The entry whose name a person typed: the whole name, or the first letters of its hash.
    ///
    /// # Errors
    /// [`ReadError::NoSuchEntry`], [`ReadError::Ambiguous`], or what the store says.
    pub fn find(&self, name: &str) -> Result<EntryId, ReadError> {
        if let Some(id) = EntryId::from_text(name) {
            return match self.record.row(&id)? {
                Some(_) => Ok(id),
                None => Err(ReadError::NoSuchEntry),
            };
        }
        let name = name.to_lowercase();
        let (mut found, mut several) = (None, false);
        for section in Section::ALL {
            self.record.each_row::<StoreError>(section, |row| {
                if name.len() >= 4 && row.id.hash.to_hex().starts_with(&name) {
                    several |= found.is_some();
                    found = Some(row.id);
                }
                Ok(())
            })?;
        }
        match found {
            Some(_) if several => Err(ReadError::Ambiguous),
            found => found.ok_or(ReadError::NoSuchEntry),
        }
    }

    /// The view of the item that this entry belongs to, or of the entry alone if it no longer holds.
    fn view_of(&self, row: Row) -> Result<ItemView, StoreError> {
        if let Some(item) = self.picture(row.section)?.item_of(&row.id) {
            return self.view(item);
        }
        let mut item = Item::default();
        item.push(Arc::new(self.member(row)?));
        self.view(&item)
    }

    fn remark(&self, row: &Row) -> Remark {
        Remark {
            id: row.id,
            act: row.entry.act,
            author: self.author(row.author),
            device: self.device_name(row),
            at: row.entry.recorded,
            reason: row.entry.reason.clone(),
        }
    }

    fn remarks(&self, ids: &[EntryId]) -> Result<Vec<Remark>, StoreError> {
        let mut remarks = Vec::new();
        for id in ids {
            if let Some(row) = self.record.row(id)? {
                remarks.push(self.remark(&row));
            }
        }
        Ok(remarks)
    }

    fn version(&self, row: Row) -> Version {
        let stated =
            row.entry.body.is_some() && (row.entry.kind.starts_with(FHIR) || row.entry.kind == SOURCE);
        Version {
            id: row.id,
            facts: stated.then(|| facts::of(&row)),
            remark: self.remark(&row),
        }
    }
}
