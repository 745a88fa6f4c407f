//! Check-ins go to patients through the records that they opened, and answers come back that way.

use std::sync::Arc;

use pocketchart::{CheckinResponseError, CheckinToSend, EditError};
use rusqlite::Transaction;
use tokio::task;

use super::{Desk, DeskError, checkins::about};
use crate::{
    audit::{Action, Event},
    charts::SharedChart,
    checkin::{self, Checkin, CheckinError, CheckinView, Sent, Signer},
    id::Id,
    staff::Account,
    store::StoreError,
};

/// How an answer came.
pub(super) enum Came<'a> {
    /// By the link.
    Link,
    /// Somebody at the desk brought it in.
    Desk(&'a Account),
    /// Through the record, signed.
    Record(Signer),
}

impl Desk {
    /// Writes a check-in into the record that the patient opened, once, and brings it there. One that was sent before is
    /// looked after at once.
    pub(crate) fn send_checkin(self: &Arc<Self>, by: &Account, id: Id) -> Result<CheckinView, DeskError> {
        self.may_see(by)?;
        let checkin = self.store.run(|it| self.checkin_of(it, id))?;
        if let Some(sent) = &checkin.sent {
            self.carry_now(sent.reach.origin)?;
            return self.checkin(by, id);
        }
        let checkin = checkin.open(self.now())?;
        let chart = checkin.chart.ok_or(CheckinError::NoRecord)?;
        let shared = self.chart(by, chart)?;
        checkin::may_send(&shared)?;
        let asked = CheckinToSend {
            request: &checkin.request,
            until: checkin.until,
            call: checkin.call.as_deref(),
        };
        self.opened.change(shared.origin, |record| {
            record.ask_checkin(&asked).map_err(unwritten)
        })?;
        self.store.run(|it| {
            let mut checkin = self.checkin_of(it, id)?.open(self.now())?;
            checkin.sent.get_or_insert_with(|| Sent::new(&shared, self.now()));
            checkin.keep(it, &self.keys)?;
            self.write_down(it, about(Event::by(Action::CheckinSent, by), &checkin))?;
            Ok::<_, DeskError>(())
        })?;
        let (desk, origin) = (Arc::clone(self), shared.origin);
        // The patient's device may be slow, and who asks has other patients.
        task::spawn_blocking(move || {
            if let Err(error) = desk.carry_now(origin) {
                tracing::error!(%error, "a check-in could not be brought to the patient");
            }
        });
        self.checkin(by, id)
    }

    /// What was asked in a record that is open, and is not answered.
    pub(super) fn asked_in_records(&self) -> Result<Vec<(Checkin, Sent)>, StoreError> {
        let now = self.now();
        self.store.run(|it| {
            let mut all = Vec::new();
            for checkin in checkin::waiting(it, &self.keys)? {
                let (Some(chart), Some(sent)) = (checkin.chart, checkin.sent.clone()) else {
                    continue;
                };
                let is_open = checkin.clone().open(now).is_ok();
                if is_open && SharedChart::of(it, &self.keys, chart)?.is_some() {
                    all.push((checkin, sent));
                }
            }
            Ok(all)
        })
    }

    /// The patient's device holds all that was asked.
    pub(super) fn note_arrivals(&self, waiting: &[(Checkin, Sent)]) -> Result<(), StoreError> {
        let under_way = waiting.iter().filter(|(_, sent)| sent.arrived.is_none());
        for (checkin, _) in under_way {
            self.store.run(|it| {
                let changed = self.mark(it, checkin.id, |sent| sent.arrived = Some(self.now()))?;
                changed.map_or(Ok(()), |checkin| {
                    self.write_down(it, about(Event::new(Action::CheckinArrived), &checkin))
                })
            })?;
        }
        Ok(())
    }

    /// Takes what was answered in a record, by the rules by which any answer is taken.
    pub(super) fn take_from_record(
        &self,
        origin: Id,
        waiting: Vec<(Checkin, Sent)>,
    ) -> Result<(), StoreError> {
        let back = self.opened.change(origin, |record| {
            let back = record.checkins_back();
            back.map_err(|error| StoreError::Record(error.id()))
        })?;
        for (checkin, sent) in waiting {
            for answer in &back {
                let entry = answer.id.to_text();
                if !sent.looks_at(&entry) || is_of_another(&checkin, &answer.json) {
                    continue;
                }
                let signer = match answer.by.is_patient {
                    true => Signer::Patient,
                    false => Signer::ActsForPatient,
                };
                match self.take_answer(Came::Record(signer), checkin.clone(), &answer.json) {
                    Ok(_) => break,
                    Err(DeskError::Store(error)) => return Err(error),
                    Err(_) => self.refuse_entry(checkin.id, &entry)?,
                }
            }
        }
        Ok(())
    }

    /// It is not looked at again, and stands in the log once.
    fn refuse_entry(&self, id: Id, entry: &str) -> Result<(), StoreError> {
        let refused = self
            .store
            .run(|it| self.mark(it, id, |sent| sent.refuse(entry.to_owned())));
        refused.map(drop)
    }

    /// Changes where a check-in stands in its record, unless it was deleted meanwhile.
    fn mark(
        &self,
        transaction: &Transaction<'_>,
        id: Id,
        change: impl FnOnce(&mut Sent),
    ) -> Result<Option<Checkin>, StoreError> {
        let Some(mut checkin) = Checkin::of(transaction, &self.keys, id)? else {
            return Ok(None);
        };
        if let Some(sent) = &mut checkin.sent {
            change(sent);
        }
        checkin.keep(transaction, &self.keys)?;
        Ok(Some(checkin))
    }
}

/// Whether it answers something else, which may have been asked in the same record.
fn is_of_another(checkin: &Checkin, json: &str) -> bool {
    let other = [
        CheckinResponseError::OtherRequest,
        CheckinResponseError::NotJson,
        CheckinResponseError::NotAResponse,
    ];
    match checkin.answer(json) {
        Err(CheckinError::Response(error)) => other.contains(&error),
        _ => false,
    }
}

/// What a record says against being asked in.
fn unwritten(error: EditError) -> DeskError {
    match error {
        EditError::Store(_) => StoreError::Record(error.id()).into(),
        EditError::TooLarge => CheckinError::TooMuch.into(),
        _ => CheckinError::NotAllowed.into(),
    }
}
