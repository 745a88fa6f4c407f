//! A chart's section beside what the clinic's own system says.

use pocketchart::{Beside, ListOptions, Resource, Section, StatedItem, beside_copies};

use super::{
    Content,
    banner::{Source, all, list},
    entry::Entry,
};
use crate::{
    reconcile::{Ours, Said, SectionBeside},
    store::StoreError,
};

impl Content<'_> {
    /// A section, with these resources of the system beside it, of each of which something more is known.
    pub(crate) fn beside(
        &self,
        section: Section,
        (theirs, said): (&[Resource], &[&Said]),
    ) -> Result<SectionBeside, StoreError> {
        let standing = self.standing(section)?;
        match self.source(section) {
            Source::Record(record) => {
                let options = ListOptions {
                    include_past: true,
                    ..all()
                };
                let items = list(record, section, &options)?.items;
                let beside = record.beside(section, theirs);
                let beside = beside.map_err(|error| StoreError::Record(error.id()))?;
                let place = |id| items.iter().position(|it| it.id == id);
                let beside: Vec<Beside<usize>> = beside.into_iter().map(|it| it.renamed(place)).collect();
                let ours: Vec<Ours<'_>> = items.iter().map(Ours::from).collect();
                let entries = items.iter().map(Entry::from).collect();
                Ok(SectionBeside::new(
                    section,
                    standing,
                    (entries, &ours),
                    &beside,
                    said,
                ))
            }
            source => {
                let copies: Vec<StatedItem> = match source {
                    Source::Stated => self.copies(section).cloned().collect(),
                    _ => Vec::new(),
                };
                let beside = beside_copies(section, &copies, theirs);
                let ours: Vec<Ours<'_>> = copies.iter().map(Ours::from).collect();
                let entries = copies.iter().map(Entry::from).collect();
                Ok(SectionBeside::new(
                    section,
                    standing,
                    (entries, &ours),
                    &beside,
                    said,
                ))
            }
        }
    }
}
