//! Visits: written by several, signed by one, and the clinic's own copy of them. Whatever is shown or changed is in the log.

use std::sync::Arc;

use pocketchart::{CareError, Draft, EditError, EntryId, ImportError, Section};
use rusqlite::Transaction;
use tokio::task;

use super::{Desk, DeskError};
use crate::{
    audit::{Action, Event},
    bridge::MessageView,
    charts::SharedChart,
    id::Id,
    reconcile::Reconciled,
    staff::Account,
    store::StoreError,
    visit::{
        self, Attachment, Checked, Needed, Override, Said, Signature, Standing, Visit, VisitContent,
        VisitError, VisitLine, VisitView, instant,
    },
};

/// The chart and the visit in it.
pub(crate) type Names = (Id, Id);

impl Desk {
    /// Begins a visit, with nothing in it.
    pub(crate) fn begin_visit(&self, by: &Account, chart: Id) -> Result<VisitView, DeskError> {
        self.may_treat(by)?;
        let shared = self.chart(by, chart)?;
        let visit = Visit::new(&shared, by, self.now());
        self.store.run(|it| {
            visit.keep(it, &self.keys)?;
            self.write_down(it, Event::by(Action::VisitBegun, by).of(chart))
        })?;
        self.shown(by, visit)
    }

    /// The visits of a chart, or all that the clinic wrote; also of charts that have ended.
    pub(crate) fn visits(&self, by: &Account, chart: Option<Id>) -> Result<Vec<VisitLine>, DeskError> {
        self.may_treat(by)?;
        let visits = self.store.run(|it| {
            let visits = match chart {
                Some(chart) => visit::of_chart(it, &self.keys, chart)?,
                None => visit::all(it, &self.keys)?,
            };
            let mut event = Event::by(Action::VisitsListed, by);
            event.charts = visits.iter().map(|it| it.chart).chain(chart).collect();
            event.charts.sort_unstable();
            event.charts.dedup();
            self.write_down(it, event)?;
            Ok::<_, StoreError>(visits)
        })?;
        if let (true, Some(chart)) = (visits.is_empty(), chart) {
            self.chart(by, chart)?;
        }
        Ok(visits.iter().map(VisitLine::from).collect())
    }

    /// A visit with all that stands in it.
    pub(crate) fn visit(&self, by: &Account, names: Names) -> Result<VisitView, DeskError> {
        self.may_treat(by)?;
        let visit = self.store.run(|it| {
            self.write_down(it, Event::by(Action::VisitViewed, by).of(names.0))?;
            self.visit_of(it, names)
        })?;
        self.shown(by, visit)
    }

    /// Keeps what somebody wrote, unless another has saved since the version that they read.
    pub(crate) fn save_visit(
        &self,
        by: &Account,
        names: Names,
        (version, content): (u64, VisitContent),
    ) -> Result<VisitView, DeskError> {
        self.may_treat(by)?;
        self.chart(by, names.0)?;
        let saved = self.store.run(|it| {
            let before = self.visit_of(it, names)?.editable(version)?;
            let visit = before.saved(content, by, self.now());
            visit.keep(it, &self.keys)?;
            self.write_down(it, Event::by(Action::VisitSaved, by).of(names.0))?;
            Ok::<_, DeskError>(visit)
        });
        self.shown(by, self.told_of_change(by, names, saved)?)
    }

    /// Adds a file to a visit that nobody has signed.
    pub(crate) fn attach_to_visit(
        &self,
        by: &Account,
        names: Names,
        (version, name, bytes): (u64, &str, &[u8]),
    ) -> Result<VisitView, DeskError> {
        self.change_files(by, names, version, |it, before| {
            let (visit, attachment) = before.with_file(name, bytes)?;
            attachment.keep(it, &self.keys, (visit.id, bytes))?;
            Ok(visit)
        })
    }

    /// Takes a file out of a visit that nobody has signed.
    pub(crate) fn detach_from_visit(
        &self,
        by: &Account,
        names: Names,
        (version, id): (u64, Id),
    ) -> Result<VisitView, DeskError> {
        let visit = self.change_files(by, names, version, |it, before| {
            let visit = before.without_file(id)?;
            visit::discard_file(it, id)?;
            Ok(visit)
        })?;
        self.store.tidy()?;
        Ok(visit)
    }

    fn change_files(
        &self,
        by: &Account,
        names: Names,
        version: u64,
        change: impl FnOnce(&Transaction<'_>, Visit) -> Result<Visit, DeskError>,
    ) -> Result<VisitView, DeskError> {
        self.may_treat(by)?;
        self.chart(by, names.0)?;
        let changed = self.store.run(|it| {
            let visit = change(it, self.visit_of(it, names)?.editable(version)?)?;
            let visit = visit.touched(by, self.now());
            visit.keep(it, &self.keys)?;
            self.write_down(it, Event::by(Action::VisitSaved, by).of(names.0))?;
            Ok::<_, DeskError>(visit)
        });
        self.shown(by, self.told_of_change(by, names, changed)?)
    }

    /// Who has not read what another saved meanwhile is shown it: that stands in the log.
    fn told_of_change(
        &self,
        by: &Account,
        names: Names,
        saved: Result<Visit, DeskError>,
    ) -> Result<Visit, DeskError> {
        if let Err(DeskError::Visit(VisitError::Changed(_))) = &saved {
            self.note(Event::by(Action::VisitViewed, by).of(names.0))?;
        }
        saved
    }

    /// A file of a visit, with its bytes.
    pub(crate) fn visit_file(
        &self,
        by: &Account,
        names: Names,
        id: Id,
    ) -> Result<(Attachment, Vec<u8>), DeskError> {
        self.may_treat(by)?;
        self.store.run(|it| {
            self.write_down(it, Event::by(Action::VisitViewed, by).of(names.0))?;
            let visit = self.visit_of(it, names)?;
            let file = visit.file(id)?;
            let bytes = file.bytes(it, &self.keys)?;
            Ok((file.clone(), bytes))
        })
    }

    /// Deletes a visit that nobody has signed.
    pub(crate) fn discard_visit(&self, by: &Account, names: Names, version: u64) -> Result<(), DeskError> {
        self.may_treat(by)?;
        self.store.run(|it| {
            self.visit_of(it, names)?.editable(version)?.discard(it)?;
            self.write_down(it, Event::by(Action::VisitDiscarded, by).of(names.0))?;
            Ok::<_, DeskError>(())
        })?;
        Ok(self.store.tidy()?)
    }

    /// What decision support says of the medicines in a visit.
    pub(crate) fn check_visit(&self, by: &Account, names: Names) -> Result<Checked, DeskError> {
        self.may_treat(by)?;
        let shared = self.chart(by, names.0)?;
        let visit = self.store.run(|it| {
            self.write_down(it, Event::by(Action::VisitChecked, by).of(names.0))?;
            self.visit_of(it, names)
        })?;
        let at = instant(self.now());
        self.checked(
            &shared,
            &visit,
            &Said {
                by: &by.name,
                at: &at,
                encounter: None,
            },
        )
    }

    /// Signs a visit: its entries stand in the chart after, all of them, and go to the patient.
    pub(crate) fn sign_visit(
        self: &Arc<Self>,
        by: &Account,
        names: Names,
        (version, overrides): (u64, Vec<Override>),
    ) -> Result<VisitView, DeskError> {
        self.may_treat(by)?;
        let shared = self.chart(by, names.0)?;
        let visit = self
            .store
            .run(|it| Ok::<_, DeskError>(self.visit_of(it, names)?.editable(version)?))?;
        let now = self.now();
        let at = instant(now);
        let said = Said {
            by: &by.name,
            at: &at,
            encounter: None,
        };
        let drafts = visit.drafts(&said)?;
        let entries = drafts.len() + visit.attachments.len();
        if entries == 0 {
            return Err(VisitError::Empty.into());
        }
        let needed = self.needed(&shared, &visit, &drafts)?;
        let closed: Vec<_> = needed
            .iter()
            .filter(|it| !it.allowed)
            .map(|it| it.section)
            .collect();
        if !closed.is_empty() {
            return Err(VisitError::NotAllowed(closed).into());
        }
        if !self.checked(&shared, &visit, &said)?.is_answered(&overrides) {
            return Err(VisitError::Findings.into());
        }
        let visit = self.store.run(|it| {
            let visit = self.visit_of(it, names)?.editable(version)?;
            let visit = visit.signed(entries, (by, now, overrides));
            visit.keep(it, &self.keys)?;
            self.write_down(it, Event::by(Action::VisitSigned, by).of(names.0))?;
            Ok::<_, DeskError>(visit)
        })?;
        let visit = self.write_and_return(visit)?;
        self.shown(by, visit)
    }

    /// Writes what was signed into the chart, and brings it to the patient.
    pub(super) fn write_and_return(self: &Arc<Self>, visit: Visit) -> Result<Visit, DeskError> {
        let visit = match self.write_visit(visit.clone()) {
            // It is signed, and is gone on with at the next sweep.
            Err(DeskError::Store(error)) => {
                tracing::error!(%error, "a signed visit could not be written");
                visit
            }
            written => written?,
        };
        let (desk, origin) = (Arc::clone(self), visit.reach.origin);
        // The patient's device may be slow, and who signed has other patients.
        task::spawn_blocking(move || {
            if let Err(error) = desk.return_now(origin) {
                tracing::error!(%error, "a visit could not be returned");
            }
        });
        Ok(visit)
    }

    /// A clinician approves that a signed visit is written to the clinic's own server, too: all of it, or nothing.
    pub(crate) fn approve_visit(
        self: &Arc<Self>,
        by: &Account,
        names: Names,
    ) -> Result<MessageView, DeskError> {
        self.may_treat(by)?;
        self.chart(by, names.0)?;
        let visit = self.store.run(|it| self.visit_of(it, names))?;
        let (Standing::Waiting { signature } | Standing::Returned { signature, .. }) = &visit.standing else {
            return Err(VisitError::NotSigned.into());
        };
        let entries = self.entries_of(&visit, signature)?;
        let entries: Vec<String> = entries.iter().map(EntryId::to_text).collect();
        self.approve(by, names.0, &entries)
    }

    /// Tries at once to return a visit to the patient.
    pub(crate) fn return_visit(&self, by: &Account, names: Names) -> Result<VisitView, DeskError> {
        self.may_treat(by)?;
        let visit = self.store.run(|it| self.visit_of(it, names))?;
        self.return_now(visit.reach.origin)?;
        self.visit(by, names)
    }

    /// Writes a signed visit into the chart. What broke off is gone on with: nothing is written twice.
    pub(super) fn write_visit(&self, visit: Visit) -> Result<Visit, DeskError> {
        let Some(signature) = visit.signature() else {
            return Ok(visit);
        };
        let written = self.entries_of(&visit, signature);
        let next: fn(Signature) -> Standing = match &written {
            Ok(_) => |signature| Standing::Waiting { signature },
            // Nothing of it stands there: it can be mended.
            Err(DeskError::Visit(_)) => |_| Standing::Draft,
            // Whether it stands there is not known.
            Err(_) => |signature| Standing::Signing { signature },
        };
        let visit = self.store.run(|it| {
            let now = self.visit_of(it, (visit.chart, visit.id))?;
            let mut visit = match now.standing {
                Standing::Signing { .. } => now.with(next),
                _ => now,
            };
            if written.is_ok() {
                visit.reconciled = visit.reconciled.map(Reconciled::written);
            }
            visit.keep(it, &self.keys)?;
            Ok::<_, DeskError>(visit)
        })?;
        written.map(|_| visit)
    }

    /// The entries of a signed visit. They are written if they were not.
    fn entries_of(&self, visit: &Visit, signature: &Signature) -> Result<Vec<EntryId>, DeskError> {
        let drafts = visit.said(signature, |said| visit.drafts(said))?;
        let files = visit.said(signature, |said| {
            self.store.run(|it| visit.files(it, &self.keys, said))
        })?;
        let mut names = signature.names.iter().map(|it| it.0);
        let drafts = names.by_ref().take(drafts.len()).zip(drafts).collect();
        let files = names.zip(files).collect();
        let reconciled = visit.reconciled.as_ref();
        let taken = reconciled.map(|it| (visit.said(signature, |said| it.from(said)), it.taken()));
        self.opened.change(visit.reach.origin, |record| {
            if let Some((from, taken)) = taken.filter(|(_, it)| !it.is_empty()) {
                record.take_over(&from, taken).map_err(not_taken)?;
            }
            record.add_all_with_files(drafts, files).map_err(unfit)
        })
    }

    pub(super) fn visit_of(
        &self,
        transaction: &Transaction<'_>,
        (chart, id): Names,
    ) -> Result<Visit, DeskError> {
        let visit = Visit::of(transaction, &self.keys, id)?;
        Ok(visit.filter(|it| it.chart == chart).ok_or(VisitError::NoVisit)?)
    }

    /// With what has to be known before it is signed.
    pub(super) fn shown(&self, by: &Account, visit: Visit) -> Result<VisitView, DeskError> {
        let is_draft = matches!(visit.standing, Standing::Draft);
        let shared = self
            .store
            .run(|it| SharedChart::of(it, &self.keys, visit.chart))?
            .filter(|_| is_draft);
        let at = instant(self.now());
        let said = Said {
            by: &by.name,
            at: &at,
            encounter: None,
        };
        let needed = shared.map(|shared| match visit.drafts(&said) {
            Ok(drafts) => self.needed(&shared, &visit, &drafts),
            Err(error) => Err(error.into()),
        });
        let mut view = VisitView::from(visit);
        match needed {
            Some(Ok(needed)) => view.sections = needed,
            Some(Err(DeskError::Visit(error))) => view.problem = Some(error.problem()),
            Some(Err(error)) => return Err(error),
            None => {}
        }
        Ok(view)
    }

    /// In which sections these entries and the files would stand; refuses what cannot be written as it is.
    fn needed(
        &self,
        shared: &SharedChart,
        visit: &Visit,
        drafts: &[Draft],
    ) -> Result<Vec<Needed>, DeskError> {
        if !shared.holds_record {
            return Err(VisitError::NoAppend.into());
        }
        let mut sections = self
            .opened
            .change(shared.origin, |record| record.sections_for(drafts).map_err(unfit))?;
        sections.extend(visit.attachments.first().map(|_| Section::Documents));
        Ok(Needed::of(shared, sections))
    }

    fn checked(&self, shared: &SharedChart, visit: &Visit, said: &Said<'_>) -> Result<Checked, DeskError> {
        let taken = visit.content.taken(said);
        if taken.is_empty() {
            return Ok(Checked::default());
        }
        if !shared.holds_record {
            return Err(VisitError::NoAppend.into());
        }
        // What may be read in the record is not counted twice.
        let copied: Vec<Section> = shared.copied().collect();
        let mut stated = self.stated(shared)?;
        stated.retain(|it| copied.contains(&it.item.section));
        self.opened.change(shared.origin, |record| {
            let checkup = record.what_if_beside(said.day(), &taken, (&copied, &stated));
            checkup.map(|it| Checked::from(&it)).map_err(|error| match error {
                CareError::Draft(error) => unfit(error),
                error => StoreError::Record(error.id()).into(),
            })
        })
    }
}

/// What a chart says against what is taken over, or its store.
fn not_taken(error: ImportError) -> DeskError {
    match error {
        ImportError::Store(_) => StoreError::Record(error.id()).into(),
        _ => VisitError::from(EditError::NoKey).into(),
    }
}

/// What a chart says against what somebody wrote, or its store.
fn unfit(error: EditError) -> DeskError {
    match error {
        EditError::Store(_) => StoreError::Record(error.id()).into(),
        error => VisitError::from(error).into(),
    }
}
