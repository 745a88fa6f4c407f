//! What is under way in the records that patients opened: it goes there, and what came back is taken, by a call of the patient's device,
//! or by letters at the relay that gave the chart.

use std::{collections::BTreeSet, sync::atomic::Ordering, thread};

use super::{Desk, returning::Way};
use crate::{charts::Reach, id::Id, store::StoreError};

/// Devices that are called at once: one that is not there costs two seconds.
const AT_ONCE: usize = 16;

impl Desk {
    /// Calls the devices of patients who were asked something in their record, or with whom messages may be exchanged.
    pub(crate) fn carry_at_hand(&self) -> Result<(), StoreError> {
        self.carry_all(Self::call)
    }

    /// Leaves what is asked and written at relays, and reads what was answered.
    pub(crate) fn carry_by_relay(&self) -> Result<(), StoreError> {
        self.carry_all(Self::post)
    }

    /// Tries each way.
    pub(super) fn carry_now(&self, origin: Id) -> Result<(), StoreError> {
        for way in [Self::call, Self::post] {
            self.carry(origin, way)?;
        }
        Ok(())
    }

    fn carry_all(&self, way: Way) -> Result<(), StoreError> {
        let asked = self.asked_in_records()?;
        let mut origins: BTreeSet<Id> = asked.iter().map(|(_, sent)| sent.reach.origin).collect();
        origins.extend(self.charts_with_messages()?.iter().map(|it| it.origin));
        let origins: Vec<Id> = origins.into_iter().collect();
        for some in origins.chunks(AT_ONCE) {
            if self.stopping.load(Ordering::Relaxed) {
                break;
            }
            thread::scope(|scope| {
                for origin in some {
                    scope.spawn(move || {
                        if let Err(error) = self.carry(*origin, way) {
                            tracing::error!(%error, "what is under way could not be brought to the patient");
                        }
                    });
                }
            });
        }
        Ok(())
    }

    fn carry(&self, origin: Id, way: Way) -> Result<(), StoreError> {
        let mut asked = self.asked_in_records()?;
        asked.retain(|(_, sent)| sent.reach.origin == origin);
        let mut charts = self.charts_with_messages()?;
        charts.retain(|it| it.origin == origin);
        let reach = asked.first().map(|(_, sent)| sent.reach.clone());
        let Some(reach) = reach.or_else(|| charts.first().map(Reach::from)) else {
            return Ok(());
        };
        // What is written meanwhile may not be there.
        let written = charts.iter().map(|it| self.messages_under_way(it.id));
        let written: Vec<_> = written.collect::<Result<_, _>>()?;
        if way(self, &reach)? {
            self.note_arrivals(&asked)?;
            self.note_messages_arrived(&written.concat())?;
        }
        if !asked.is_empty() {
            self.take_from_record(origin, asked)?;
        }
        // Nothing came into a record that stayed closed.
        if self.opened.is_open(origin) {
            for shared in &charts {
                self.hear_messages(shared)?;
            }
        }
        Ok(())
    }
}
