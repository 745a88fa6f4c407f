//! The chart beside the clinic's own system. What is asked and what is shown is in the log.

use std::sync::Arc;

use pocketchart::Section;

use super::{Desk, DeskError};
use crate::{
    audit::{Action, Event},
    bridge::{self, BridgeError, Kept, Link, Message},
    charts::SharedChart,
    id::Id,
    reconcile::{
        self, Act, ActView, Basis, Comparison, Done, Outcome, Plan, ReconcileError, Reconciled, SECTIONS,
        SystemCopy,
    },
    staff::Account,
    store::StoreError,
    visit::{self, Needed, Said, Standing, Visit, instant},
};

impl Desk {
    /// Reads what the clinic's own system says of the patient now, and shows it beside the chart.
    pub(crate) fn read_system(&self, by: &Account, chart: Id) -> Result<Comparison, DeskError> {
        self.may_treat(by)?;
        let (shared, settings) = (self.chart(by, chart)?, self.settings()?);
        let link = self.linked(&settings, &shared)?;
        self.note(Event::by(Action::SystemRead, by).of(chart).at(link.reference()))?;
        let looked = self.at_server(&settings, |server| bridge::look(server, &link.patient))?;
        let looked = looked.ok_or(BridgeError::NoPatient)?;
        let copy = SystemCopy::new(&link, looked, (by.into(), self.now()));
        self.store.run(|it| {
            // What ended or was taken back meanwhile is not kept.
            let shared = SharedChart::of(it, &self.keys, chart)?.ok_or(DeskError::Ended)?;
            let now = Link::of(it, &self.keys, (&link.base, &link.key))?;
            if now.is_none_or(|it| it.patient != link.patient) {
                return Err(BridgeError::NotLinked.into());
            }
            copy.keep(it, &shared).map_err(DeskError::from)
        })?;
        self.comparison(by, chart)
    }

    /// What it said when it was read last, beside the chart.
    pub(crate) fn comparison(&self, by: &Account, chart: Id) -> Result<Comparison, DeskError> {
        self.may_treat(by)?;
        let (shared, settings) = (self.chart(by, chart)?, self.settings()?);
        let link = self.linked(&settings, &shared)?;
        let (copy, acts) = self.store.run(|it| {
            let event = Event::by(Action::ChartCompared, by).of(chart);
            self.write_down(it, event.at(link.reference()))?;
            let acts = visit::of_chart(it, &self.keys, chart)?.into_iter();
            let acts = acts.filter_map(act).map(|act| {
                let kept = Kept::of(it, &self.keys, (&link.base, &Outcome::name(act.id)))?;
                Ok(ActView {
                    result: kept.map(|it| it.place),
                    ..act
                })
            });
            let acts = acts.collect::<Result<Vec<_>, StoreError>>()?;
            Ok::<_, StoreError>((SystemCopy::of(it, &shared, &link)?, acts))
        })?;
        let (theirs, said) = copy.as_ref().map(SystemCopy::resources).unwrap_or_default();
        let sections = self.read(&shared, |content| {
            let beside = |section| content.beside(section, (&theirs, &said));
            SECTIONS.into_iter().map(beside).collect()
        })?;
        Ok(Comparison {
            patient: link.reference(),
            reading: copy.map(|it| it.reading),
            sections,
            acts,
        })
    }

    /// Does what a clinician decided about a section, and keeps that they did.
    pub(crate) fn reconcile(self: &Arc<Self>, by: &Account, chart: Id, act: Act) -> Result<Done, DeskError> {
        self.may_treat(by)?;
        let section = Section::from_name(&act.section).filter(|it| SECTIONS.contains(it));
        let section = section.ok_or(ReconcileError::Unfit)?;
        let (shared, settings) = (self.chart(by, chart)?, self.settings()?);
        let link = self.linked(&settings, &shared)?;
        let copy = self.store.run(|it| SystemCopy::of(it, &shared, &link))?;
        let copy = copy.ok_or(ReconcileError::Changed)?;
        let (theirs, said) = copy.resources();
        let beside = self.read(&shared, |content| content.beside(section, (&theirs, &said)))?;
        let plan = Plan::of(&beside, &act.lines)?;
        let may_write = |section| {
            let needed = Needed::of(&shared, vec![section]);
            shared.holds_record && needed.iter().all(|it| it.allowed)
        };
        if !plan.take.is_empty() && !may_write(section) {
            return Err(ReconcileError::NotAllowed.into());
        }
        let basis = Basis {
            beside: &beside,
            reading: &copy.reading,
            said: &said,
            taken: reconcile::with_medicines(&said, &plan.take),
            entries: plan.entries,
            // Lists and what tells where something comes from stand among the documents.
            told: may_write(Section::Documents),
        };
        let reconciled = Reconciled::new(section, &link, act.lines, basis);
        let visit = self.decided(by, &shared, reconciled)?;
        let entries: Vec<String> = plan.write.iter().map(|(entry, _)| entry.clone()).collect();
        let mut message = match entries.is_empty() {
            true => None,
            false => Some(self.message_of(by, (&shared, &link), &entries)?),
        };
        self.store.run(|it| {
            if let Some(message) = &mut message {
                self.keep_approved(it, by, message)?;
                only_once(message, &plan.write)?;
            }
            visit.keep(it, &self.keys)?;
            let mut event = Event::by(Action::ChartReconciled, by).of(chart);
            event.section = Some(section.name().to_owned());
            self.write_down(it, event.at(link.reference()))?;
            Ok::<_, DeskError>(())
        })?;
        if message.is_some() {
            self.send_soon();
        }
        let visit = match visit.waits() {
            true => self.write_and_return(visit)?,
            false => visit,
        };
        let message = message.map(|message| self.store.run(|it| self.message_view(it, message)));
        Ok(Done {
            visit: self.shown(by, visit)?,
            message: message.transpose()?,
        })
    }

    /// What was decided, signed. Where nothing of it goes into the chart, the clinic has it alone.
    fn decided(
        &self,
        by: &Account,
        shared: &SharedChart,
        reconciled: Reconciled,
    ) -> Result<Visit, DeskError> {
        let (now, goes) = (self.now(), reconciled.is_for_the_chart());
        let visit = Visit::reconciling(shared, by, now, reconciled);
        let drafts = visit.drafts(&Said {
            by: &by.name,
            at: &instant(now),
            encounter: None,
        })?;
        let visit = visit.signed(drafts.len(), (by, now, Vec::new()));
        Ok(match goes {
            true => visit,
            false => visit.with(|signature| Standing::NotReturned { signature }),
        })
    }
}

/// What the system may have already is not written there as something new, unless somebody said that it is something else.
fn only_once(message: &Message, write: &[(String, bool)]) -> Result<(), ReconcileError> {
    let is_open = |entry: &str| write.iter().any(|(it, open)| it == entry && *open);
    let mut lines = message.lines.iter();
    let may_double = lines.any(|it| it.over.is_none() && is_open(&it.entry));
    match may_double && !crate::sabotage::off("desk-recon-undecided") {
        true => Err(ReconcileError::Undecided),
        false => Ok(()),
    }
}

/// What was decided in a visit, but for what was not signed in the end.
fn act(visit: Visit) -> Option<ActView> {
    let signature = visit.signature()?.clone();
    Some(ActView {
        id: visit.id,
        by: signature.by,
        at: signature.at,
        result: None,
        reconciled: visit.reconciled?.written(),
    })
}
