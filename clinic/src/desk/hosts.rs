//! The patients' devices that gave charts: those that gave one in person are asked whether the patient has ended it, and all are told,
//! signed, what was deleted. Nobody at the desk waits for them.

use std::{
    sync::{PoisonError, atomic::Ordering},
    thread,
};

use pocketchart::AfterGrant;

use super::Desk;
use crate::{
    audit::{Action, Event},
    charts::{EndReason, Host, SharedChart, Telling},
    store::StoreError,
};

/// Devices that are called at once: one that is not there costs two seconds.
const AT_ONCE: usize = 16;

impl Desk {
    /// Asks and tells all of them, some at once.
    pub(crate) fn meet_hosts(&self) -> Result<(), StoreError> {
        let hosts = self.store.run(|it| Host::all(it, &self.keys))?;
        for some in hosts.chunks(AT_ONCE) {
            if self.stopping.load(Ordering::Relaxed) {
                break;
            }
            thread::scope(|scope| {
                for host in some {
                    scope.spawn(move || {
                        if let Err(error) = self.meet_host(host) {
                            tracing::error!(%error, "a patient's device could not be asked or told");
                        }
                    });
                }
            });
        }
        Ok(())
    }

    fn meet_host(&self, host: &Host) -> Result<(), StoreError> {
        if host.is_over() {
            return self.tell(host.clone());
        }
        // A relay is asked itself.
        if host.is_by_relay() || !self.is_ended(host) || crate::sabotage::off("desk-withdrawn") {
            return Ok(());
        }
        let shared = self.store.run(|it| SharedChart::of(it, &self.keys, host.chart))?;
        if let Some(shared) = shared {
            let event = Event::new(Action::ChartWithdrawn);
            self.end(&shared, EndReason::Withdrawn, event)?;
        }
        match self.store.run(|it| Host::of(it, &self.keys, host.chart))? {
            Some(host) => self.tell(host),
            None => Ok(()),
        }
    }

    /// Whether the patient's device says that the patient has ended it. One that does not answer has said nothing.
    fn is_ended(&self, host: &Host) -> bool {
        let after = self.after(host);
        let mut said = host.addresses.iter().filter_map(|it| after.is_ended(*it).ok());
        said.next().unwrap_or(false)
    }

    /// Tells what was deleted, once it is.
    fn tell(&self, host: Host) -> Result<(), StoreError> {
        let now = self.now();
        let told = if host.is_late(now) {
            Some(Telling::NotTold)
        } else {
            self.told(&self.gone(host.clone(), now)?)
        };
        let Some(told) = told else {
            return Ok(());
        };
        let action = match told {
            Telling::NotTold => Action::PatientNotTold,
            _ => Action::PatientTold,
        };
        self.store.run(|it| {
            // The same code was redeemed again meanwhile.
            if !Host::of(it, &self.keys, host.chart)?.is_some_and(|it| it.is_over()) {
                return Ok(());
            }
            host.done(it, &self.keys, told)?;
            self.write_down(it, Event::new(action).of(host.chart))
        })
    }

    /// As soon as a record in which a visit waited is gone, that is kept.
    fn gone(&self, host: Host, now: u64) -> Result<Host, StoreError> {
        let is_there =
            self.opened.home(host.origin).holds_record() && !crate::sabotage::off("desk-told-gone");
        if host.is_deleted() || is_there {
            return Ok(host);
        }
        let host = host.deleted_at(now);
        self.store.run(|it| {
            // Unless the same code was redeemed again meanwhile.
            match Host::of(it, &self.keys, host.chart)? {
                Some(known) if known.is_over() => host.keep(it, &self.keys),
                _ => Ok(()),
            }
        })?;
        Ok(host)
    }

    /// How it was told, if it was.
    fn told(&self, host: &Host) -> Option<Telling> {
        let after = self.after(host);
        host.say(&self.name, |deleted| {
            if host.is_by_relay() {
                return after.post(deleted).is_ok().then_some(Telling::LeftAtRelay);
            }
            let mut answers = host
                .addresses
                .iter()
                .filter_map(|it| after.say(*it, deleted).ok());
            answers.next().map(|kept| match kept {
                true => Telling::Told,
                false => Telling::NotTold,
            })
        })?
    }

    fn after(&self, host: &Host) -> AfterGrant {
        let identity = self.identity.lock().unwrap_or_else(PoisonError::into_inner);
        identity.after_grant(&host.hold())
    }
}
