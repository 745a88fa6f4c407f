//! What was answered in a check-in goes to the clinic's own system: for whom, and what of it a clinician approves.

use std::sync::Arc;

use pocketchart::is_id;

use super::{Desk, DeskError, checkins::about, outbox::MOST_LINES};
use crate::{
    audit::{Action, Event},
    bridge::{self, BridgeError, Kept, Link, LinkView, Message, MessageView, Search, Settings},
    checkin::{Checkin, CheckinError, CheckinWriting, Statement},
    id::Id,
    staff::Account,
    store::StoreError,
};

/// What a clinician approves of an answer.
pub(crate) struct Chosen {
    /// The patient there for whom it was shown: `Patient/id`.
    pub(crate) patient: String,
    /// What of it, by the names under which it was shown.
    pub(crate) lines: Vec<String>,
}

impl Desk {
    /// What of an answer can be written for whom, as it would be.
    pub(crate) fn checkin_writing(&self, by: &Account, id: Id) -> Result<CheckinWriting, DeskError> {
        self.may_treat(by)?;
        let (checkin, answer) = self.checkin_seen(by, id)?;
        let answer = answer.ok_or(CheckinError::Unanswered)?;
        let link = self.patient_of(&self.settings()?, &checkin)?;
        let statements = checkin.statements(&answer, &link.reference())?;
        let other = checkin.is_of_another(&answer, &link)?;
        let lines = self.store.run(|it| {
            let with_kept = |statement: Statement| {
                let kept = Kept::of(it, &self.keys, (&link.base, &statement.name))?;
                Ok::<_, StoreError>((statement, kept))
            };
            statements
                .into_iter()
                .map(with_kept)
                .collect::<Result<Vec<_>, _>>()
        })?;
        Ok(CheckinWriting::new(link, other, lines))
    }

    /// A clinician approves that these parts of an answer are written for this patient.
    pub(crate) fn approve_checkin(
        self: &Arc<Self>,
        by: &Account,
        id: Id,
        chosen: &Chosen,
    ) -> Result<MessageView, DeskError> {
        self.may_treat(by)?;
        let (checkin, answer) = self.answered(id)?;
        let link = self.patient_of(&self.settings()?, &checkin)?;
        if link.reference() != chosen.patient && !crate::sabotage::off("desk-checkin-patient") {
            return Err(BridgeError::OtherPatient.into());
        }
        if checkin.is_of_another(&answer, &link)? {
            return Err(BridgeError::OtherBirthDate.into());
        }
        let too_many = || DeskError::Bridge(BridgeError::Entry(0));
        let statements = checkin.statements(&answer, &link.reference())?;
        let lines = Statement::lines(&statements, &chosen.lines, &checkin.asked()?.id);
        let lines = lines.map_err(BridgeError::Entry)?;
        if lines.is_empty() || lines.len() > MOST_LINES {
            return Err(too_many());
        }
        let message = Message::new(
            &link,
            (checkin.chart, Some(checkin.id)),
            (by.into(), self.now()),
            lines,
        );
        self.send_approved(by, &link, message)
    }

    /// Who of the clinic's own patients may have answered, by the description that stands in the answer.
    pub(crate) fn checkin_candidates(&self, by: &Account, id: Id) -> Result<Search, DeskError> {
        self.may_see(by)?;
        let (checkin, answer) = self.answered_alone(id)?;
        let settings = self.settings()?;
        let ours = bridge::person_of(&checkin.person(&answer)?.profiles).ok_or(CheckinError::NoPerson)?;
        self.note(about(Event::by(Action::PatientsSearched, by), &checkin))?;
        let candidates = self.at_server(&settings, |server| bridge::candidates(server, &ours, &[]))?;
        Ok(Search {
            ours: (&ours).into(),
            candidates,
        })
    }

    /// Which patient of the clinic's own system a check-in is of.
    pub(crate) fn checkin_patient(&self, by: &Account, id: Id) -> Result<LinkView, DeskError> {
        self.may_see(by)?;
        let (settings, checkin) = (self.settings()?, self.store.run(|it| self.checkin_of(it, id))?);
        let link = self.patient_of(&settings, &checkin)?;
        let event = about(Event::by(Action::LinkViewed, by), &checkin);
        self.note(event.at(link.reference()))?;
        Ok(link.into())
    }

    /// Keeps which patient of the clinic's own system has answered, as a person confirmed it.
    pub(crate) fn confirm_checkin(&self, by: &Account, id: Id, patient: &str) -> Result<LinkView, DeskError> {
        self.may_see(by)?;
        let (checkin, answer) = self.answered_alone(id)?;
        let settings = self.settings()?;
        let ours = bridge::person_of(&checkin.person(&answer)?.profiles).ok_or(CheckinError::NoPerson)?;
        if !is_id(patient) {
            return Err(BridgeError::NoPatient.into());
        }
        let found = self.at_server(&settings, |server| bridge::candidate(server, &ours, patient))?;
        let found = found.ok_or(BridgeError::NoPatient)?;
        if !found.may_be_the_same() {
            return Err(BridgeError::NotAlike.into());
        }
        let who = (by.into(), self.now());
        let link = Link::new(&settings.base, &checkin.key(), who, &ours, &found);
        self.keep_link(about(Event::by(Action::PatientLinked, by), &checkin), link)
    }

    /// Takes that back. What was written there stays; what waits is not sent any more.
    pub(crate) fn unlink_checkin(&self, by: &Account, id: Id) -> Result<(), DeskError> {
        self.may_see(by)?;
        let (checkin, _) = self.answered_alone(id)?;
        let link = self.patient_of(&self.settings()?, &checkin)?;
        let event = about(Event::by(Action::PatientUnlinked, by), &checkin);
        self.forget_link(event, &link)
    }

    /// A check-in with its answer.
    fn answered(&self, id: Id) -> Result<(Checkin, String), DeskError> {
        self.store.run(|it| {
            let checkin = self.checkin_of(it, id)?;
            let answer = checkin.answer_kept(it, &self.keys)?;
            Ok((checkin, answer.ok_or(CheckinError::Unanswered)?))
        })
    }

    /// The same, of somebody who has no chart here by which it is said who they are.
    fn answered_alone(&self, id: Id) -> Result<(Checkin, String), DeskError> {
        let (checkin, answer) = self.answered(id)?;
        match checkin.patient.is_some() {
            true => Err(CheckinError::Charted.into()),
            false => Ok((checkin, answer)),
        }
    }

    fn patient_of(&self, settings: &Settings, checkin: &Checkin) -> Result<Link, DeskError> {
        let link = self
            .store
            .run(|it| Link::of(it, &self.keys, (&settings.base, &checkin.key())))?;
        Ok(link.ok_or(BridgeError::NotLinked)?)
    }
}
