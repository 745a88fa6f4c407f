//! Check-ins: asked by the desk, answered by a patient, read by a clinician. Whatever is shown or changed is in the log.

use pocketchart::{CheckinReceived, CheckinResponse};
use rusqlite::Transaction;

use super::{Desk, DeskError, checkin_sending::Came};
use crate::{
    audit::{Action, Event},
    bridge::{self, Link},
    charts::SharedChart,
    checkin::{
        self, Checkin, CheckinError, CheckinLine, CheckinStanding, CheckinTaken, CheckinView, InRecord,
        NewCheckin,
    },
    id::Id,
    staff::Account,
    store::StoreError,
};

impl Desk {
    /// Makes a check-in.
    pub(crate) fn make_checkin(&self, by: &Account, asked: &NewCheckin) -> Result<CheckinView, DeskError> {
        self.may_see(by)?;
        let shared = asked.chart.map(|chart| self.chart(by, chart)).transpose()?;
        let checkin = Checkin::new(asked, shared.as_ref(), (by, self.now(), &self.name))?;
        self.store.run(|it| {
            checkin.keep(it, &self.keys)?;
            self.write_down(it, about(Event::by(Action::CheckinMade, by), &checkin))
        })?;
        self.checkin_shown(by, &checkin, None)
    }

    /// All check-ins, the newest first.
    pub(crate) fn checkins(&self, by: &Account) -> Result<Vec<CheckinLine>, DeskError> {
        self.may_see(by)?;
        let all = self.store.run(|it| {
            let all = checkin::all(it, &self.keys)?;
            let mut event = Event::by(Action::CheckinsListed, by);
            event.charts = all.iter().filter_map(|it| it.chart).collect();
            event.charts.sort_unstable();
            event.charts.dedup();
            self.write_down(it, event)?;
            Ok::<_, StoreError>(all)
        })?;
        let now = self.now();
        Ok(all.iter().map(|it| CheckinLine::of(it, now)).collect())
    }

    /// A check-in, with what was asked and what was answered.
    pub(crate) fn checkin(&self, by: &Account, id: Id) -> Result<CheckinView, DeskError> {
        let (checkin, answer) = self.checkin_seen(by, id)?;
        self.checkin_shown(by, &checkin, answer.as_deref())
    }

    /// The request of a check-in, as it goes to the patient.
    pub(crate) fn checkin_request(&self, by: &Account, id: Id) -> Result<String, DeskError> {
        Ok(self.checkin_seen(by, id)?.0.request)
    }

    /// The path of a check-in's link, as long as it may be answered.
    pub(crate) fn checkin_link(&self, by: &Account, id: Id) -> Result<String, DeskError> {
        let (checkin, _) = self.checkin_seen(by, id)?;
        Ok(format!("/checkin/{}", checkin.open(self.now())?.link))
    }

    /// The answer to a check-in as it came: all of it, and therefore a clinician's.
    pub(crate) fn checkin_answer(&self, by: &Account, id: Id) -> Result<String, DeskError> {
        self.may_treat(by)?;
        let (_, answer) = self.checkin_seen(by, id)?;
        Ok(answer.ok_or(CheckinError::Unanswered)?)
    }

    /// Takes an answer that somebody at the desk brings in.
    pub(crate) fn take_checkin(&self, by: &Account, id: Id, json: &str) -> Result<CheckinView, DeskError> {
        self.may_see(by)?;
        let checkin = self.store.run(|it| self.checkin_of(it, id))?;
        let checkin = self.take_answer(Came::Desk(by), checkin, json)?;
        self.checkin_shown(by, &checkin, Some(json))
    }

    /// Whether there is something to answer behind a link.
    pub(crate) fn checkin_linked(&self, link: Id) -> Result<Checkin, DeskError> {
        let found = self.store.run(|it| Checkin::linked(it, &self.keys, link))?;
        Ok(found.ok_or(CheckinError::NoCheckin)?.open(self.now())?)
    }

    /// The request behind a link.
    pub(crate) fn fetch_checkin(&self, link: Id) -> Result<String, DeskError> {
        let checkin = self.checkin_linked(link)?;
        self.note(about(Event::new(Action::CheckinFetched), &checkin))?;
        Ok(checkin.request)
    }

    /// Takes an answer that came by a link.
    pub(crate) fn answer_checkin(&self, link: Id, json: &str) -> Result<CheckinTaken, DeskError> {
        let checkin = self.checkin_linked(link)?;
        let call = self.take_answer(Came::Link, checkin, json)?.call;
        Ok(CheckinTaken { call })
    }

    /// A clinician has read an answer.
    pub(crate) fn read_checkin(&self, by: &Account, id: Id) -> Result<CheckinView, DeskError> {
        self.may_treat(by)?;
        let (checkin, answer) = self.store.run(|it| {
            let mut checkin = self.checkin_of(it, id)?;
            if let CheckinStanding::Answered {
                answered,
                taken_by,
                signed_by,
            } = checkin.standing
            {
                checkin.standing = CheckinStanding::Read {
                    answered,
                    taken_by,
                    signed_by,
                    read_by: by.into(),
                    read: self.now(),
                };
                checkin.keep(it, &self.keys)?;
            }
            let answer = checkin.answer_kept(it, &self.keys)?;
            let answer = answer.ok_or(CheckinError::Unanswered)?;
            self.write_down(it, about(Event::by(Action::CheckinRead, by), &checkin))?;
            Ok::<_, DeskError>((checkin, answer))
        })?;
        self.checkin_shown(by, &checkin, Some(&answer))
    }

    /// Deletes a check-in: one that nobody answered, or as a clinician any.
    pub(crate) fn discard_checkin(&self, by: &Account, id: Id) -> Result<(), DeskError> {
        self.may_see(by)?;
        let checkin = self.store.run(|it| self.checkin_of(it, id))?;
        if !checkin.waits() {
            self.may_treat(by)?;
        }
        self.store.run(|it| {
            let now = self.checkin_of(it, id)?;
            if checkin.waits() && !now.waits() {
                // Somebody has answered meanwhile.
                return Err(CheckinError::Answered.into());
            }
            checkin.discard(it)?;
            Link::forget(it, &self.keys, &bridge::key_of_checkin(id))?;
            self.write_down(it, about(Event::by(Action::CheckinDiscarded, by), &checkin))?;
            Ok::<_, DeskError>(())
        })?;
        Ok(self.store.tidy()?)
    }

    /// Keeps an answer that fits, once. That one did not fit stands in the log.
    pub(super) fn take_answer(
        &self,
        from: Came<'_>,
        checkin: Checkin,
        json: &str,
    ) -> Result<Checkin, DeskError> {
        let (by, signed_by) = match from {
            Came::Link => (None, None),
            Came::Desk(by) => (Some(by), None),
            Came::Record(signer) => (None, Some(signer)),
        };
        let event = |action| {
            about(
                by.map_or_else(|| Event::new(action), |by| Event::by(action, by)),
                &checkin,
            )
        };
        let fits = checkin.clone().open(self.now()).and_then(|it| it.answer(json));
        if let Err(error) = fits {
            self.note(event(Action::CheckinRefused))?;
            return Err(error.into());
        }
        self.store.run(|it| {
            let mut checkin = self.checkin_of(it, checkin.id)?.open(self.now())?;
            checkin.standing = CheckinStanding::Answered {
                answered: self.now(),
                taken_by: by.map(Into::into),
                signed_by,
            };
            checkin.keep(it, &self.keys)?;
            checkin.keep_answer(it, &self.keys, json)?;
            self.write_down(it, event(Action::CheckinAnswered))?;
            Ok::<_, DeskError>(checkin)
        })
    }

    /// A check-in with its answer, for somebody who sees patients.
    pub(super) fn checkin_seen(&self, by: &Account, id: Id) -> Result<(Checkin, Option<String>), DeskError> {
        self.may_see(by)?;
        self.store.run(|it| {
            let checkin = self.checkin_of(it, id)?;
            self.write_down(it, about(Event::by(Action::CheckinViewed, by), &checkin))?;
            let answer = checkin.answer_kept(it, &self.keys)?;
            Ok((checkin, answer))
        })
    }

    pub(super) fn checkin_of(&self, transaction: &Transaction<'_>, id: Id) -> Result<Checkin, DeskError> {
        let found = Checkin::of(transaction, &self.keys, id)?;
        Ok(found.ok_or(CheckinError::NoCheckin)?)
    }

    fn checkin_shown(
        &self,
        by: &Account,
        checkin: &Checkin,
        answer: Option<&str>,
    ) -> Result<CheckinView, DeskError> {
        let asked = checkin.asked()?;
        let response = answer.map(|json| CheckinResponse::read(json, &asked)).transpose();
        let response = response.map_err(|_| StoreError::Row)?;
        let received = response.map(|it| CheckinReceived::of(&asked, &it));
        let received = received.as_deref().unwrap_or_default();
        let shared = match checkin.chart {
            Some(chart) => self.store.run(|it| SharedChart::of(it, &self.keys, chart))?,
            None => None,
        };
        let record = InRecord::of(checkin.sent.as_ref(), shared.as_ref());
        Ok(CheckinView::of(
            checkin,
            self.now(),
            &asked,
            record,
            (received, by.role),
        ))
    }
}

/// Names the check-in, and the chart if it belongs to one.
pub(super) fn about(event: Event, checkin: &Checkin) -> Event {
    let mut event = match checkin.chart {
        Some(chart) => event.of(chart),
        None => event,
    };
    event.checkin = Some(checkin.id);
    event
}
