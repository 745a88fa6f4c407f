//! Hospitals and practices whose FHIR servers this device reads for the person: connected once by signing in, pulled whenever
//! the person likes (`docs/sources.md`).

mod connect;
mod error;
mod files;
mod kept;
mod keys;
mod look;
mod page;
mod paging;
mod pull;
mod session;
mod view;

pub use connect::{NewSource, SourceRequest};
pub use error::{AppKeyError, ConnectError, PullError, RemoveSourceError};
pub use files::MissingFile;
pub use look::{Looked, SearchLooked, look_at};
pub use pull::{PullProgress, PullReport, TypeReport};
pub use view::{SourceId, SourceView, Trouble, TypeView};

use crate::chart::Chart;
use kept::{KeptPull, KeptSource};
use pocketchart_record::StoreError;
use pocketchart_share::web::Web;
use std::thread;
use std::time::Duration;

impl Chart {
    /// The connections of this device, by name.
    ///
    /// # Errors
    /// What the store says.
    ///
    /// ```
    /// # use pocketchart::{Chart, CreateChart, Home, KdfLevel, NoFreshness, Unlock};
    /// # let folder = tempfile::tempdir()?;
    /// # let home = Home::new(folder.path(), std::sync::Arc::new(NoFreshness));
    /// # let unlock = Unlock::passphrase("correct horse battery staple");
    /// # let with = CreateChart { unlock: &unlock, kdf: KdfLevel::Fast, device_name: "phone" };
    /// let (chart, _) = Chart::create(&home, &with)?;
    /// assert!(chart.sources()?.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn sources(&self) -> Result<Vec<SourceView>, StoreError> {
        let mut views = Vec::new();
        for kept in KeptSource::all(self)? {
            let pull = KeptPull::of(self, kept.id)?;
            views.push(SourceView::of(&kept, &pull));
        }
        views.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
        Ok(views)
    }

    /// Forgets a connection and its tokens, after giving them back where the server takes them: whether it did, or none where
    /// it offers no way. What came in stays.
    ///
    /// # Errors
    /// [`RemoveSourceError`].
    pub fn remove_source(&mut self, web: &Web, id: SourceId) -> Result<Option<bool>, RemoveSourceError> {
        let kept = KeptSource::of(self, id)?.ok_or(RemoveSourceError::Unknown)?;
        let revoked = kept.revoke(web, self.home.context());
        self.record.shelve(vec![kept.no_row(), KeptPull::no_row(id)])?;
        Ok(revoked)
    }
}

/// Waits as a server asks.
fn wait(seconds: u64) -> bool {
    thread::sleep(Duration::from_secs(seconds));
    true
}
