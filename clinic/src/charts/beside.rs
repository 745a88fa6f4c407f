//! A chart's section beside what the clinic's own system says.

use pocketchart::{Beside, ListOptions, Resource, Section, StatedItem, beside_copies};

use super::{
    Content,
    banner::{Source, Standing, all, list},
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
                Ok(laid((section, standing), &items, (&beside, said)))
            }
            source => {
                let copies: Vec<StatedItem> = match source {
                    Source::Stated => self.copies(section).cloned().collect(),
                    _ => Vec::new(),
                };
                let beside = beside_copies(section, &copies, theirs);
                Ok(laid((section, standing), &copies, (&beside, said)))
            }
        }
    }
}

/// What a chart has of a section, beside what the system says.
fn laid<'a, T>(
    (section, standing): (Section, Standing),
    ours: &'a [T],
    (beside, said): (&[Beside<usize>], &[&Said]),
) -> SectionBeside
where
    Entry: From<&'a T>,
    Ours<'a>: From<&'a T>,
{
    let entries = ours.iter().map(Entry::from).collect();
    let ours: Vec<Ours<'_>> = ours.iter().map(Ours::from).collect();
    SectionBeside::new(section, standing, (entries, &ours), beside, said)
}
