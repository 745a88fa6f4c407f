//! Where a chart lives and what it works with.

use crate::bodies::FhirBodies;
use crate::start;
use pocketchart_record::{Context, Freshness, Millis, Permissions, Place, Setup};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A folder for one record, the freshness record kept outside of it, and the source of time and chance.
#[derive(Clone)]
pub struct Home {
    place: Place,
    context: Context,
    /// Whether the machine's own clocks are meant.
    system: bool,
}

impl Home {
    /// A folder, with the machine's clock and random numbers.
    ///
    /// `freshness` must lie outside the folder: it is what shows that the folder was put back to an older state.
    pub fn new(folder: impl Into<PathBuf>, freshness: Arc<dyn Freshness>) -> Self {
        Self {
            system: true,
            ..Self::at(Place::new(folder, freshness), Context::system())
        }
    }

    /// Any place, with any clock and random numbers.
    pub fn at(place: Place, context: Context) -> Self {
        Self {
            place,
            context,
            system: false,
        }
    }

    /// Whether a record lies here.
    pub fn holds_record(&self) -> bool {
        self.place.exists()
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.place.folder
    }

    pub(crate) fn context(&self) -> &Context {
        &self.context
    }

    /// A name for the machine's last start, and the time since; where it cannot be known, a name that no other has.
    pub(crate) fn since_start(&self) -> ([u8; 16], Millis) {
        let known = self.system.then(start::since_start).flatten();
        known.unwrap_or_else(|| (self.context.random(), 0))
    }

    pub(crate) fn setup(&self) -> Setup {
        Setup {
            place: self.place.clone(),
            context: self.context.clone(),
            bodies: Arc::new(FhirBodies),
            authority: Arc::new(Permissions),
        }
    }
}
