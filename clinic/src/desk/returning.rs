//! Signed visits go to the patient: to their device where it answers, or as a letter at the relay that gave the chart. A visit
//! is returned once the patient's device has said that it holds it.

use std::{collections::BTreeSet, net::TcpStream, time::Duration};

use pocketchart::{Chart, LettersError, SyncFailure};

use super::Desk;
use crate::{
    audit::{Action, Event},
    charts::{Reach, SharedChart},
    id::Id,
    store::StoreError,
    visit::{self, Standing, Visit},
};

/// How long a device may take to answer at all.
const ANSWERS: Duration = Duration::from_secs(2);
/// Seconds for which a visit is tried to be returned after its chart has ended: as long as a patient's device takes it in without
/// asking.
const LATEST: u64 = 7 * 24 * 60 * 60;

/// A way to a patient's device; whether it then has all that was written in its record here.
pub(super) type Way = fn(&Desk, &Reach) -> Result<bool, StoreError>;

impl Desk {
    /// Calls the devices of patients for whom a visit waits.
    pub(crate) fn return_at_hand(&self) -> Result<(), StoreError> {
        self.return_all(Self::call)
    }

    /// Posts visits that wait, and reads whether they have come.
    pub(crate) fn return_by_relay(&self) -> Result<(), StoreError> {
        self.return_all(Self::post)
    }

    /// Tries each way to return what waits in a record.
    pub(super) fn return_now(&self, origin: Id) -> Result<(), StoreError> {
        if !self.return_of(origin, Self::call)? {
            self.return_of(origin, Self::post)?;
        }
        Ok(())
    }

    /// Goes on with visits that were being written when the desk stopped, and gives up what could not be returned in time.
    pub(super) fn go_on_with_visits(&self) -> Result<(), StoreError> {
        let now = self.now();
        for visit in self.store.run(|it| visit::unreturned(it, &self.keys))? {
            if !self.opened.home(visit.reach.origin).holds_record() || self.is_late(&visit, now)? {
                self.give_up(&visit)?;
            } else if matches!(visit.standing, Standing::Signing { .. })
                && let Err(error) = self.write_visit(visit)
            {
                tracing::error!(%error, "a signed visit could not be written");
            }
        }
        Ok(())
    }

    /// Whether a visit waits in a record.
    pub(super) fn waits_in(&self, origin: Id) -> Result<bool, StoreError> {
        let waiting = self.store.run(|it| visit::unreturned(it, &self.keys))?;
        Ok(waiting.iter().any(|it| it.reach.origin == origin))
    }

    fn return_all(&self, way: Way) -> Result<(), StoreError> {
        let waiting = self.store.run(|it| visit::unreturned(it, &self.keys))?;
        let origins: BTreeSet<Id> = waiting.iter().map(|it| it.reach.origin).collect();
        for origin in origins {
            if let Err(error) = self.return_of(origin, way) {
                tracing::error!(%error, "a visit could not be returned");
            }
        }
        Ok(())
    }

    fn return_of(&self, origin: Id, way: Way) -> Result<bool, StoreError> {
        let mut waiting = self.store.run(|it| visit::unreturned(it, &self.keys))?;
        waiting.retain(|it| it.reach.origin == origin && matches!(it.standing, Standing::Waiting { .. }));
        let Some(first) = waiting.first() else {
            return Ok(true);
        };
        let is_returned = way(self, &first.reach)? || crate::sabotage::off("desk-visit-returned");
        if !is_returned {
            return Ok(false);
        }
        let returned = self.now();
        self.store.run(|it| {
            for visit in &waiting {
                let next = |signature| Standing::Returned { signature, returned };
                visit.clone().with(next).keep(it, &self.keys)?;
                self.write_down(it, Event::new(Action::VisitReturned).of(visit.chart))?;
            }
            Ok::<_, StoreError>(())
        })?;
        for visit in &waiting {
            self.erase_if_over(visit)?;
        }
        Ok(true)
    }

    /// Meets the patient's device, where it was when it showed the code.
    pub(super) fn call(&self, reach: &Reach) -> Result<bool, StoreError> {
        for address in &reach.addresses {
            // Who looks at the chart does not wait for a device that is not there.
            if TcpStream::connect_timeout(address, ANSWERS).is_err() {
                continue;
            }
            let met = self.opened.change(reach.origin, |record| {
                let Some(device) = record.host() else {
                    return Ok(false);
                };
                match record.sync_connect(&address.to_string(), device, &mut |_| {}) {
                    Ok(report) => Ok(report.same),
                    Err(error @ SyncFailure::Store(_)) => Err(StoreError::Record(error.id())),
                    Err(_) => Ok(false),
                }
            })?;
            if met {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Leaves letters at the relay, and reads those of the patient's devices.
    pub(super) fn post(&self, reach: &Reach) -> Result<bool, StoreError> {
        if !reach.by_relay {
            return Ok(false);
        }
        let exchange = |record: &mut Chart| match record.sync_by_relay(None) {
            Ok(reports) => Ok(reports.iter().any(|it| it.report.same)),
            Err(error @ LettersError::Sync(SyncFailure::Store(_))) => Err(StoreError::Record(error.id())),
            Err(_) => Ok(false),
        };
        self.opened.change(reach.origin, exchange)
    }

    /// Whether the chart has ended and the patient's device would not take it in without asking any more.
    fn is_late(&self, visit: &Visit, now: u64) -> Result<bool, StoreError> {
        let signed = visit.signature().map_or(0, |it| it.at);
        let is_open = self
            .store
            .run(|it| SharedChart::of(it, &self.keys, visit.chart))?
            .is_some();
        Ok(!is_open && now >= signed + LATEST)
    }

    fn give_up(&self, visit: &Visit) -> Result<(), StoreError> {
        self.store.run(|it| {
            visit::give_up(it, &self.keys, visit.chart)?;
            self.write_down(it, Event::new(Action::VisitNotReturned).of(visit.chart))
        })?;
        self.erase_if_over(visit)
    }

    /// The record of a chart that has ended goes as soon as nothing waits in it.
    fn erase_if_over(&self, visit: &Visit) -> Result<(), StoreError> {
        let shared = self
            .store
            .run(|it| SharedChart::of(it, &self.keys, visit.chart))?;
        match shared.is_none() && !self.waits_in(visit.reach.origin)? {
            true => self.opened.erase(visit.reach.origin),
            false => Ok(()),
        }
    }
}
