//! Finding things in a chart: by words, over time, and one entry with all that is known of it. What is shown is in the log before it is.

use pocketchart::{EntryId, Section};

use super::{Desk, DeskError};
use crate::{
    audit::{Action, Event},
    charts::{EntryPage, FoundPage, MeasurePage, MeasuresPage, Part},
    id::Id,
    staff::Account,
    store::StoreError,
    visit::instant,
};

/// Seconds by which a clock may be ahead of UTC: the day of the patient may have begun there.
const AHEAD: u64 = 14 * 60 * 60;

impl Desk {
    /// What holds and contains all these words, in what this role may read.
    pub(crate) fn search(
        &self,
        by: &Account,
        id: Id,
        (text, part): (&str, Part),
    ) -> Result<FoundPage, DeskError> {
        let shared = self.chart(by, id)?;
        let found = self.read(&shared, |content| content.search(by.role, text, part))?;
        self.store.run(|it| {
            self.write_down(it, Event::by(Action::ChartSearched, by).of(id))?;
            for section in found.shown() {
                self.write_down(it, section_seen(Action::SectionViewed, by, (id, section)))?;
            }
            Ok::<_, StoreError>(())
        })?;
        Ok(found)
    }

    /// What was measured, what was measured most first.
    pub(crate) fn measures(&self, by: &Account, id: Id, part: Part) -> Result<MeasuresPage, DeskError> {
        self.may_treat(by)?;
        let shared = self.chart(by, id)?;
        self.note(Event::by(Action::TrendsViewed, by).of(id))?;
        Ok(self.read(&shared, |content| content.measures(&self.latest_day(), part))?)
    }

    /// One of those, over time.
    pub(crate) fn measure(
        &self,
        by: &Account,
        id: Id,
        (key, part): (&str, Part),
    ) -> Result<Option<MeasurePage>, DeskError> {
        self.may_treat(by)?;
        let shared = self.chart(by, id)?;
        self.note(Event::by(Action::TrendsViewed, by).of(id))?;
        Ok(self.read(&shared, |content| content.measure(&self.latest_day(), key, part))?)
    }

    /// All that is known of one entry, in a section that this role may read.
    pub(crate) fn entry(
        &self,
        by: &Account,
        id: Id,
        entry: &EntryId,
    ) -> Result<Option<EntryPage>, DeskError> {
        let shared = self.chart(by, id)?;
        let Some(page) = self.read(&shared, |content| content.entry(entry))? else {
            return Ok(None);
        };
        let may_read = Section::from_name(page.section).is_some_and(|it| by.role.may_read(it));
        let action = match may_read {
            true => Action::EntryViewed,
            false => Action::Refused,
        };
        self.note(section_seen(action, by, (id, page.section)))?;
        match may_read {
            true => Ok(Some(page)),
            false => Err(DeskError::NotForRole),
        }
    }

    /// The day that it is wherever on Earth it is latest: what was measured today is not of the future.
    fn latest_day(&self) -> String {
        let at = instant(self.now() + AHEAD);
        at.split('T').next().unwrap_or(&at).to_owned()
    }
}

fn section_seen(action: Action, by: &Account, (chart, section): (Id, &str)) -> Event {
    let mut event = Event::by(action, by).of(chart);
    event.section = Some(section.to_owned());
    event
}
