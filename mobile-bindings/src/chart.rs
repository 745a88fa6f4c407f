//! A chart that is open on this device.

use crate::caught::{Panicked, caught};
use crate::check_in::{CheckIn, CheckInError};
use crate::import::{ImportError, ImportListener, ImportOptions, ImportReport};
use crate::item::ItemDetail;
use crate::list::{ChartSection, ItemPage, ListOptions, ReadError, SectionOverview};
use crate::open::OpenError;
use crate::source::{NewSource, SourceError, SourcePull, SourceSignIn, source_id};
use pocketchart::{Chart, CheckinRequest, EntryId, Web};
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Seek};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The chart was locked before.
pub(crate) struct Locked;

/// A chart that is open on this device, until it is locked or dropped.
#[derive(uniffi::Object)]
pub struct OpenChart(Mutex<Option<Chart>>);

impl OpenChart {
    pub(crate) fn over(chart: Chart) -> Self {
        Self(Mutex::new(Some(chart)))
    }

    fn guard(&self) -> MutexGuard<'_, Option<Chart>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A panic while reading leaves the chart as it was.
    fn read<T, E>(&self, call: impl FnOnce(&Chart) -> Result<T, E>) -> Result<T, E>
    where
        E: From<Locked> + From<Panicked>,
    {
        caught(|| call(self.guard().as_ref().ok_or(Locked)?))
    }

    /// A panic while changing may leave the chart half changed in memory: it is closed. On the disk it is whole.
    fn change<T, E>(&self, call: impl FnOnce(&mut Chart) -> Result<T, E>) -> Result<T, E>
    where
        E: From<Locked> + From<Panicked>,
    {
        caught(|| {
            let mut guard = self.guard();
            let mut chart = guard.take().ok_or(Locked)?;
            let done = call(&mut chart);
            *guard = Some(chart);
            done
        })
    }

    fn import(
        &self,
        file: impl BufRead + Seek,
        options: &ImportOptions,
        listener: Option<Arc<dyn ImportListener>>,
    ) -> Result<ImportReport, ImportError> {
        self.change(|chart| {
            let report = chart.import(file, &options.into(), &mut |progress| {
                if let Some(listener) = &listener {
                    listener.on_progress(progress.into());
                }
            })?;
            Ok(report.into())
        })
    }
}

#[uniffi::export]
impl OpenChart {
    /// All sections, in the order of the published table.
    pub fn sections(&self) -> Result<Vec<SectionOverview>, ReadError> {
        self.read(|chart| Ok(chart.sections()?.into_iter().map(Into::into).collect()))
    }

    /// Items of a section: in allergies, medicines and problems what is dangerous and current first, elsewhere the
    /// newest first.
    pub fn list(&self, section: ChartSection, options: ListOptions) -> Result<ItemPage, ReadError> {
        self.read(|chart| Ok(chart.list(section.into(), &options.into())?.into()))
    }

    /// Everything that is known about an item, by its id.
    pub fn item(&self, id: String) -> Result<ItemDetail, ReadError> {
        let id = EntryId::from_text(&id).ok_or(ReadError::NoSuchEntry)?;
        self.read(|chart| Ok(chart.item(id)?.into()))
    }

    /// Brings in a FHIR file by its path. On Android the path of a file descriptor serves for what another app shares.
    pub fn import_file(
        &self,
        path: String,
        options: ImportOptions,
        listener: Option<Arc<dyn ImportListener>>,
    ) -> Result<ImportReport, ImportError> {
        let file = File::open(path).map_err(|_| ImportError::NotRead)?;
        self.import(BufReader::new(file), &options, listener)
    }

    /// Brings in FHIR that the app holds in memory: what must not touch the disk in clear.
    pub fn import_bytes(
        &self,
        bytes: Vec<u8>,
        options: ImportOptions,
        listener: Option<Arc<dyn ImportListener>>,
    ) -> Result<ImportReport, ImportError> {
        self.import(Cursor::new(bytes), &options, listener)
    }

    /// Begins to connect the server of a hospital or practice: asks it where its patients sign in. Nothing is kept yet. The app
    /// opens the sign-in's address in the browser, and hands what its own scheme is opened with to `finish_source`.
    pub fn begin_source(&self, new: NewSource) -> Result<Arc<SourceSignIn>, SourceError> {
        let (new, client, redirect) = new.split();
        self.read(|chart| {
            let request = chart.begin_source(&Web::new(), new, client, &[], &redirect)?;
            Ok(Arc::new(SourceSignIn::over(request)))
        })
    }

    /// Finishes a sign-in with the address that the browser was sent to, which must belong to it; keeps the connection, and
    /// gives its id. Nothing is pulled yet.
    pub fn finish_source(
        &self,
        sign_in: Arc<SourceSignIn>,
        redirected: String,
    ) -> Result<String, SourceError> {
        self.change(|chart| {
            let request = sign_in.take().ok_or(SourceError::OtherSignIn)?;
            Ok(chart
                .finish_source(&Web::new(), request, &redirected)?
                .to_string())
        })
    }

    /// Brings in what a connected server has that is not here, by the connection's id.
    pub fn pull_source(&self, id: String, same_person: bool) -> Result<SourcePull, SourceError> {
        let id = source_id(&id)?;
        self.change(|chart| {
            Ok(chart
                .pull_source(&Web::new(), id, same_person, &mut |_| ())?
                .into())
        })
    }

    /// Reads a clinic's check-in request, JSON, and finds what the record has of it. Nothing is written, and nothing leaves.
    pub fn begin_check_in(&self, request: String) -> Result<Arc<CheckIn>, CheckInError> {
        let request = CheckinRequest::read(&request)?;
        self.read(|chart| Ok(Arc::new(CheckIn::over(chart.checkin(request)?))))
    }

    /// Makes the answer of what the person decided, JSON for the clinic; keeps a copy of each form, and writes into the log what goes out.
    pub fn answer_check_in(&self, check_in: Arc<CheckIn>) -> Result<String, CheckInError> {
        self.change(|chart| Ok(chart.answer_checkin(&check_in.draft())?.write()))
    }

    /// Closes the chart and wipes its keys. Every later call says that it is locked.
    pub fn lock(&self) -> Result<(), OpenError> {
        caught(|| {
            if let Some(chart) = self.guard().take() {
                chart.lock();
            }
            Ok(())
        })
    }

    /// Destroys the record on this device. There is no way back but a backup, another device, and the words.
    pub fn erase(&self) -> Result<(), OpenError> {
        caught(|| {
            let chart = self.guard().take().ok_or(Locked)?;
            Ok(chart.erase()?)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pocketchart::{CreateChart, Home, KdfLevel, NoFreshness, Unlock};

    fn open_chart(folder: &std::path::Path) -> OpenChart {
        let home = Home::new(folder, Arc::new(NoFreshness));
        let with = CreateChart {
            unlock: &Unlock::passphrase("for a test"),
            kdf: KdfLevel::Fast,
            device_name: "phone",
        };
        OpenChart::over(Chart::create(&home, &with).unwrap().0)
    }

    #[test]
    fn a_panic_while_reading_is_an_error_and_leaves_the_chart_open() {
        let folder = tempfile::tempdir().unwrap();
        let chart = open_chart(folder.path());
        let panicked: Result<(), ReadError> = chart.read(|_| panic!("planted"));
        assert_eq!(panicked, Err(ReadError::Internal));
        assert_eq!(chart.sections().unwrap().len(), 16);
    }

    #[test]
    fn a_panic_while_changing_is_an_error_and_closes_the_chart() {
        let folder = tempfile::tempdir().unwrap();
        let chart = open_chart(folder.path());
        let panicked: Result<(), ImportError> = chart.change(|_| panic!("planted"));
        assert!(matches!(panicked, Err(ImportError::Internal)));
        assert_eq!(chart.sections(), Err(ReadError::Locked));
        let home = Home::new(folder.path(), Arc::new(NoFreshness));
        assert!(Chart::open(&home, &Unlock::passphrase("for a test")).is_ok());
    }
}
