//! What came of a comparison goes to the clinic's own system, too: what was decided, as it would be written, and a clinician's approval.

use std::sync::Arc;

use pocketchart::{Chart, EntryId};

use super::{Desk, DeskError, visits::Names};
use crate::{
    audit::{Action, Event},
    bridge::{Approval, BridgeError, Kept, LIST, Link, Message, MessageView, Settings},
    charts::SharedChart,
    reconcile::{EntryNamed, Outcome, ReconcileError, Reconciled, ResultWriting, SystemCopy},
    staff::Account,
    store::StoreError,
    visit::{Signature, Standing, Visit, VisitError},
};

/// What a clinician approves of an act.
pub(crate) struct Seen {
    /// The patient there for whom it was shown: `Patient/id`.
    pub(crate) patient: String,
    /// The hash of the list that was shown.
    pub(crate) hash: String,
}

/// The result of an act, and where it goes.
struct Found {
    settings: Settings,
    shared: SharedChart,
    link: Link,
    outcome: Outcome,
}

impl Desk {
    /// What of an act can be written for whom, as it would be.
    pub(crate) fn result_writing(&self, by: &Account, names: Names) -> Result<ResultWriting, DeskError> {
        self.may_treat(by)?;
        let it = self.result_of(by, names)?;
        let written = self.store.run(|transaction| {
            self.write_down(transaction, Event::by(Action::VisitViewed, by).of(names.0))?;
            let name = Outcome::name(names.1);
            Kept::of(transaction, &self.keys, (&it.link.base, &name))
        })?;
        let patient = it.link.reference();
        let approval = Approval {
            subject: &patient,
            by: &by.name,
            at: self.now(),
            clinic: &self.name,
        };
        let offer = &it.settings.offer;
        Ok(ResultWriting::new(
            it.outcome,
            it.link,
            offer,
            (&approval, written),
        ))
    }

    /// A clinician approves that the result of an act is written, as it was shown.
    pub(crate) fn approve_result(
        self: &Arc<Self>,
        by: &Account,
        names: Names,
        seen: &Seen,
    ) -> Result<MessageView, DeskError> {
        self.may_treat(by)?;
        let Found {
            settings,
            shared,
            link,
            outcome,
        } = self.result_of(by, names)?;
        if link.reference() != seen.patient {
            return Err(BridgeError::OtherPatient.into());
        }
        let (line, hash) = outcome.line().ok_or(ReconcileError::NoResult)?;
        if hash != seen.hash && !crate::sabotage::off("desk-recon-as-shown") {
            return Err(ReconcileError::NotAsShown.into());
        }
        // The act stays with the clinic: where the system takes lists one day, it can be written.
        if !settings.offer.creates(LIST) && !crate::sabotage::off("desk-recon-offered") {
            return Err(BridgeError::NotOffered.into());
        }
        let message = Message::new(
            &link,
            (Some(shared.id), None),
            (by.into(), self.now()),
            vec![line],
        );
        self.send_approved(by, &link, message)
    }

    fn result_of(&self, by: &Account, names: Names) -> Result<Found, DeskError> {
        let (shared, settings) = (self.chart(by, names.0)?, self.settings()?);
        let link = self.linked(&settings, &shared)?;
        let visit = self.store.run(|it| self.visit_of(it, names))?;
        let (reconciled, signature) = act_of(&visit)?;
        // What was decided about another patient, or from what another system said, is not theirs.
        if !reconciled.is_of(&link) && !crate::sabotage::off("desk-recon-result-patient") {
            return Err(BridgeError::OtherPatient.into());
        }
        let entries = self.entries_named(&shared, &link, reconciled)?;
        let copy = self.store.run(|it| SystemCopy::of(it, &shared, &link))?;
        let titles = copy.as_ref().map(SystemCopy::titles).unwrap_or_default();
        let outcome = Outcome::new(
            (visit.id, reconciled),
            signature,
            &link.reference(),
            (&entries, &titles),
        );
        Ok(Found {
            settings,
            shared,
            link,
            outcome,
        })
    }

    /// What the entries that hold are called, and where those were written to that were approved for the system.
    fn entries_named(
        &self,
        shared: &SharedChart,
        link: &Link,
        reconciled: &Reconciled,
    ) -> Result<Vec<EntryNamed>, StoreError> {
        let holding: Vec<(&str, bool)> = reconciled.holding().collect();
        if holding.is_empty() {
            return Ok(Vec::new());
        }
        let named = self.opened.with(shared, |record| {
            let all = holding
                .iter()
                .map(|(id, written)| Some((named(record, id)?, *written)));
            Ok(all.flatten().collect::<Vec<_>>())
        })?;
        self.store.run(|it| {
            let with_place = |(entry, written): (EntryNamed, bool)| {
                let name = entry.name.value.as_deref().filter(|_| written);
                let kept = name.map(|name| Kept::of(it, &self.keys, (&link.base, name)));
                Ok(EntryNamed {
                    place: kept.transpose()?.flatten().map(|it| it.place),
                    ..entry
                })
            };
            named.into_iter().map(with_place).collect()
        })
    }
}

/// What was decided in a visit that somebody has signed.
fn act_of(visit: &Visit) -> Result<(&Reconciled, &Signature), VisitError> {
    let reconciled = visit.reconciled.as_ref().ok_or(VisitError::NoVisit)?;
    match &visit.standing {
        Standing::Waiting { signature }
        | Standing::Returned { signature, .. }
        | Standing::NotReturned { signature } => Ok((reconciled, signature)),
        Standing::Draft | Standing::Signing { .. } => Err(VisitError::NotSigned),
    }
}

fn named(record: &Chart, entry: &str) -> Option<EntryNamed> {
    let detail = record.item(EntryId::from_text(entry)?).ok()?;
    Some(EntryNamed {
        id: entry.to_owned(),
        name: detail.name(),
        title: detail.item.facts.title.clone(),
        place: None,
    })
}
