//! Bringing in what is new at a server: page by page, so that memory is bounded and a pull that is cut off goes on where it was.

use super::error::PullError;
use super::files::MissingFile;
use super::kept::{KeptPosition, KeptPull, KeptSource};
use super::page::{of_patient, people_in};
use super::paging::{Asked, Next, Paging, ReadPage};
use super::session::{Session, VisitError};
use super::{SourceId, Trouble, wait};
use crate::chart::Chart;
use crate::import::{ImportError, ImportOptions, ImportReport};
use crate::time::instant;
use pocketchart_fhir::smart::{Capability, Scopes, Step, plan, quirks_of};
use pocketchart_fhir::split::{Part, split_bytes};
use pocketchart_record::StoreError;
use pocketchart_share::smart::SmartError;
use pocketchart_share::web::Web;
use std::collections::VecDeque;

/// What was changed so shortly before the last pull is asked for again, in seconds: a server shows a change a while after its time.
const OVERLAP: u64 = 300;
/// The search that reads the patient itself.
const PATIENT: &str = "Patient";

/// How far a pull has come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PullProgress<'p> {
    /// What is asked for now: a type, with a restriction where there is one.
    pub search: &'p str,
    /// Searches that are done, of [`PullProgress::searches`].
    pub done: usize,
    /// All searches.
    pub searches: usize,
    /// Resources so far.
    pub read: u64,
}

/// What a pull brought.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PullReport {
    /// All of it, counted as for a file.
    pub total: ImportReport,
    /// Each search of this pull.
    pub searches: Vec<TypeReport>,
    /// Files that documents point to and that were not fetched; the next pull asks for them again.
    pub missing: Vec<MissingFile>,
    /// Resources about other people, which were not taken.
    pub others: u64,
    /// It went on from where an earlier one was cut off.
    pub resumed: bool,
}

/// What a search brought.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TypeReport {
    /// The type, with a restriction where there is one.
    pub name: String,
    /// Resources that were not here.
    pub new: u64,
    /// Resources that replace an older copy.
    pub updated: u64,
    /// Resources that were here already.
    pub held: u64,
    /// Why it did not come to its end.
    pub trouble: Option<Trouble>,
}

pub(super) struct Pull<'p, 'w> {
    pub(super) session: Session<'w>,
    capability: Capability,
    scopes: Option<Scopes>,
    pub(super) kept: KeptPull,
    pub(super) position: KeptPosition,
    pub(super) report: PullReport,
    watch: &'p mut dyn FnMut(PullProgress<'_>),
    pub(super) left: usize,
}

impl From<VisitError> for PullError {
    fn from(error: VisitError) -> Self {
        match error {
            VisitError::Store(error) => error.into(),
            VisitError::Smart(error) => error.into(),
        }
    }
}

impl Chart {
    /// Brings in what a connected server has that is not here, all of it the first time, then what changed. All pages together
    /// are one import ([`Chart::imports`]). A type that the server refuses does not stop the others. A file that a document points to
    /// below the server's base is fetched, and kept as the document's ([`Chart::extract`]).
    ///
    /// # Errors
    /// [`PullError`]. What came before stays, and the next pull goes on from there.
    pub fn pull_source(
        &mut self,
        web: &Web,
        id: SourceId,
        same_person: bool,
        watch: &mut dyn FnMut(PullProgress<'_>),
    ) -> Result<PullReport, PullError> {
        let source = KeptSource::of(self, id)?.ok_or(PullError::Unknown)?;
        let mut kept = KeptPull::of(self, id)?;
        let granted = Scopes::of(&source.granted);
        let session = Session::new(web, source)?;
        let capability = match session.server().capability(&mut wait) {
            Ok(capability) => capability,
            // What it does not say is tried.
            Err(SmartError::Status(400..500) | SmartError::SignedOut | SmartError::Document(_)) => {
                Capability::default()
            }
            Err(error) => return Err(error.into()),
        };
        let resumed = kept.position.is_some();
        let position = kept.position.take().unwrap_or_else(|| KeptPosition {
            import: self.new_import(),
            done: Vec::new(),
            step: String::new(),
            next: String::new(),
            cursor: 0,
        });
        let mut pull = Pull {
            session,
            capability,
            scopes: Some(granted).filter(|scopes| !scopes.is_empty()),
            kept,
            position,
            report: PullReport {
                resumed,
                ..PullReport::default()
            },
            watch,
            left: 0,
        };
        pull.patient(self, same_person)?;
        let quirks = quirks_of(&pull.capability.software);
        let steps = plan(&pull.capability, pull.scopes.as_ref(), quirks);
        let mut steps: VecDeque<Step> = steps.into();
        while let Some(step) = steps.pop_front() {
            if pull.position.done.iter().any(|done| done == step.name()) {
                continue;
            }
            pull.left = steps.len() + 1;
            for instead in pull.search(self, &step)?.into_iter().rev() {
                steps.push_front(instead);
            }
        }
        pull.files(self, same_person)?;
        self.record.shelve(vec![pull.kept.row(id)])?;
        Ok(pull.report)
    }
}

impl Pull<'_, '_> {
    /// The patient comes first: whose record this is, is asked each time.
    fn patient(&mut self, chart: &mut Chart, same_person: bool) -> Result<(), PullError> {
        let (base, patient) = (self.session.kept.base.clone(), self.session.kept.patient.clone());
        self.tell(PATIENT);
        let answer = match self.session.get(chart, &format!("{base}/Patient/{patient}")) {
            Ok(answer) => answer,
            Err(VisitError::Smart(SmartError::Status(status))) => {
                self.finish(chart, PATIENT, 0, Some(Trouble::Status(status)))?;
                return Ok(());
            }
            Err(error) => return Err(error.into()),
        };
        let (own, others) = match split_bytes(&answer.body) {
            Ok(parts) => of_patient(&base, &patient, parts),
            Err(_) => (Vec::new(), 0),
        };
        if own.is_empty() || others > 0 {
            let trouble = if others > 0 {
                Trouble::OtherPeople
            } else {
                Trouble::NotFhir
            };
            self.finish(chart, PATIENT, 0, Some(trouble))?;
            return Ok(());
        }
        chart.check_people(&people_in(&own), same_person)?;
        self.count(PATIENT);
        self.bring(chart, own)?;
        Ok(self.finish(chart, PATIENT, answer.date.unwrap_or(0), None)?)
    }

    /// One search, page by page; what is asked for instead, where the server refuses it.
    fn search(&mut self, chart: &mut Chart, step: &Step) -> Result<Vec<Step>, PullError> {
        self.count(step.name());
        let cursor = self.kept.search(step.name()).cursor;
        let since = Some(cursor).filter(|cursor| *cursor > 0);
        let since = since.map(|cursor| {
            let from = cursor.saturating_sub(OVERLAP).saturating_mul(1000);
            instant(i64::try_from(from).unwrap_or(i64::MAX))
        });
        let resuming = self.position.step == step.name() && !self.position.next.is_empty();
        let from = resuming.then(|| self.position.next.clone());
        if !resuming {
            self.position.cursor = 0;
        }
        let (base, patient) = (self.session.kept.base.clone(), self.session.kept.patient.clone());
        let mut paging = Paging::new(step, (&base, &patient), since, from);
        let trouble = loop {
            self.tell(step.name());
            let Some(url) = paging.address() else {
                break Some(Trouble::Endless);
            };
            let ReadPage { own, others, turn } = self.page(chart, step, &url)?;
            let count = own.len();
            self.report.others += others;
            self.bring(chart, own)?;
            let resuming = paging.resuming;
            match paging.after(turn, (count, others)) {
                Next::Page => {
                    self.position.step = step.name().to_owned();
                    self.position.next = paging.url().to_owned();
                    self.keep(chart)?;
                }
                Next::Anew if resuming && !paging.resuming => self.position.cursor = 0,
                Next::Anew => {}
                Next::Instead(steps) => {
                    self.report.searches.pop();
                    self.kept.searches.retain(|it| it.name != step.name());
                    self.end(chart, step.name())?;
                    return Ok(steps);
                }
                Next::End(trouble) => break trouble,
            }
        };
        let cursor = self.position.cursor;
        self.finish(chart, step.name(), cursor, trouble)?;
        Ok(Vec::new())
    }

    fn page(&mut self, chart: &mut Chart, step: &Step, url: &str) -> Result<ReadPage, PullError> {
        let answer = match self.session.get(chart, url) {
            Ok(answer) => {
                if self.position.cursor == 0 {
                    self.position.cursor = answer.date.unwrap_or(0);
                }
                Ok(answer.body)
            }
            Err(VisitError::Smart(error)) => Err(error),
            Err(error) => return Err(error.into()),
        };
        let asked = Asked {
            base: &self.session.kept.base,
            patient: &self.session.kept.patient,
            capability: &self.capability,
            scopes: self.scopes.as_ref(),
        };
        Ok(asked.read(self.session.server(), step, answer)?)
    }

    fn bring(&mut self, chart: &mut Chart, parts: Vec<Part>) -> Result<(), ImportError> {
        let options = ImportOptions {
            file_name: self.session.kept.name.clone(),
            ..ImportOptions::default()
        };
        let report = chart.import_page(self.position.import, &options, parts)?;
        if let Some(search) = self.report.searches.last_mut() {
            search.new += report.new;
            search.updated += report.updated;
            search.held += report.held;
        }
        self.report.total.take(report);
        Ok(())
    }

    pub(super) fn count(&mut self, name: &str) {
        self.report.searches.push(TypeReport {
            name: name.to_owned(),
            new: 0,
            updated: 0,
            held: 0,
            trouble: None,
        });
    }

    /// A search that had trouble is asked again for the same time.
    pub(super) fn finish(
        &mut self,
        chart: &mut Chart,
        name: &str,
        cursor: u64,
        trouble: Option<Trouble>,
    ) -> Result<(), StoreError> {
        let now = chart.now();
        let search = self.kept.search(name);
        search.trouble = trouble;
        if trouble.is_none() {
            (search.cursor, search.pulled) = (cursor, now);
        }
        if self.report.searches.last().is_none_or(|it| it.name != name) {
            self.count(name);
        }
        if let Some(search) = self.report.searches.last_mut() {
            search.trouble = trouble;
        }
        match name {
            PATIENT => self.keep(chart),
            _ => self.end(chart, name),
        }
    }

    fn end(&mut self, chart: &mut Chart, name: &str) -> Result<(), StoreError> {
        self.position.done.push(name.to_owned());
        self.position.step.clear();
        self.position.next.clear();
        self.position.cursor = 0;
        self.keep(chart)
    }

    /// How far it has come is on the disk behind what came: cut off between the two, the page comes once more and adds nothing.
    fn keep(&mut self, chart: &mut Chart) -> Result<(), StoreError> {
        let row = self.kept.row_with(&self.position, self.session.kept.id);
        chart.record.shelve(vec![row])
    }

    pub(super) fn tell(&mut self, name: &str) {
        let done = self.position.done.len();
        (self.watch)(PullProgress {
            search: name,
            done,
            searches: done + self.left.max(1),
            read: self.report.total.read,
        });
    }
}
