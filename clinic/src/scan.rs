//! Scanning a patient's code: it is redeemed in the clinic's name, while the desk's page shows how far that has come.

use std::{
    collections::HashMap,
    io::Cursor,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use image::{ImageFormat, ImageReader, Limits};
use pocketchart::{Chart, GrantFlags, KdfLevel, RedeemCode, RedeemError, RedeemRequest, read_luma};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    audit::{Action, Event},
    desk::{Desk, DeskError},
    emergency::Words,
    id::Id,
    problem::{self, Problem},
    staff::{Account, Role},
    store::StoreError,
};

/// How long the patient may take to say yes.
const PATIENCE: Duration = Duration::from_secs(180);
/// Seconds for which it can be asked what came of a scan.
const REMEMBERED: u64 = 60 * 60;
/// Scans that are at work or remembered at once.
const MOST: usize = 512;
/// Pixels of a frame's longer side.
const LARGEST: u32 = 4096;
/// Bytes that decoding a frame may take.
const FRAME_MEMORY: u64 = 64 << 20;

/// A code that somebody scanned, with what the patient told besides.
pub(crate) struct Scanned {
    pub(crate) code: RedeemCode,
    pub(crate) passcode: Option<zeroize::Zeroizing<String>>,
    pub(crate) reason: String,
}

/// How far a scan has come.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub(crate) enum ScanState {
    /// The patient's device, or a relay, is asked.
    Calling,
    /// The patient's screen has to show the same digits; then the patient says yes.
    Compare {
        /// Six digits.
        digits: String,
    },
    /// A standing code for emergencies: it is given in so many seconds, unless it is stopped. Scan it again then.
    Later {
        /// Seconds to wait.
        seconds: u64,
    },
    /// The patient opened a chart.
    Given {
        /// Its name.
        #[schema(value_type = String)]
        chart: Id,
    },
    /// Nothing was given.
    Refused {
        /// Why.
        error: Problem,
    },
}

struct Scan {
    by: Id,
    /// Names the folder of the record that may come of it.
    origin: Id,
    since: u64,
    state: ScanState,
}

/// What is at work, and what came of the last ones.
#[derive(Default)]
pub(crate) struct Scans(Mutex<HashMap<Id, Scan>>);

impl Scans {
    /// How far a scan has come, for who began it.
    pub(crate) fn state(&self, id: Id, by: Id) -> Option<ScanState> {
        let all = self.lock();
        all.get(&id).filter(|it| it.by == by).map(|it| it.state.clone())
    }

    /// Begins one, unless too many are at work.
    fn begin(&self, by: Id, origin: Id, now: u64) -> Option<Id> {
        self.sweep(now);
        let mut all = self.lock();
        if all.len() >= MOST {
            return None;
        }
        let id = Id::random();
        let scan = Scan {
            by,
            origin,
            since: now,
            state: ScanState::Calling,
        };
        all.insert(id, scan);
        Some(id)
    }

    fn set(&self, id: Id, state: ScanState) {
        if let Some(scan) = self.lock().get_mut(&id) {
            scan.state = state;
        }
    }

    /// Does something about a code's record, unless the code was scanned of late. Nobody begins a scan meanwhile.
    pub(crate) fn unless_scanned<T>(&self, origin: Id, work: impl FnOnce() -> T) -> Option<T> {
        let all = self.lock();
        let is_scanned = all.values().any(|it| it.origin == origin);
        (!is_scanned).then(work)
    }

    /// Forgets those of long ago.
    pub(crate) fn sweep(&self, now: u64) {
        self.lock().retain(|_, it| now < it.since + REMEMBERED);
    }

    /// A panic leaves what came of the others.
    fn lock(&self) -> MutexGuard<'_, HashMap<Id, Scan>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The code in what a scanner typed.
pub(crate) fn code_in_text(text: &str) -> Option<RedeemCode> {
    RedeemCode::from_text(text.trim()).ok()
}

/// The text of the code in a camera's frame, a PNG.
pub(crate) fn code_in_png(png: &[u8]) -> Option<String> {
    let mut reader = ImageReader::with_format(Cursor::new(png), ImageFormat::Png);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST);
    limits.max_image_height = Some(LARGEST);
    limits.max_alloc = Some(FRAME_MEMORY);
    reader.limits(limits);
    let luma = reader.decode().ok()?.into_luma8();
    code_in_luma(luma.width(), luma.height(), luma.as_raw())
}

/// The text of the code in a camera's frame, a byte of brightness for each pixel.
pub(crate) fn code_in_luma(width: u32, height: u32, luma: &[u8]) -> Option<String> {
    let fits = (1..=LARGEST).contains(&width)
        && (1..=LARGEST).contains(&height)
        && luma.len() as u64 == u64::from(width) * u64::from(height);
    if !fits {
        return None;
    }
    read_luma(width, height, luma)
        .into_iter()
        .find(|it| code_in_text(it).is_some())
}

impl Desk {
    /// Begins to redeem a code as somebody who works here; [`Scans::state`] tells what comes of it. A code for emergencies is a
    /// clinician's, by whom another person stands.
    pub(crate) fn scan(self: &Arc<Self>, by: &Account, scanned: Scanned) -> Result<Option<Id>, DeskError> {
        self.may_see(by)?;
        let is_emergency = scanned
            .code
            .grant()
            .outline()
            .flags
            .contains(GrantFlags::EMERGENCY);
        if is_emergency && by.role != Role::Clinician {
            self.note(Event::by(Action::Refused, by))?;
            return Err(DeskError::NotForRole);
        }
        let origin = Id(scanned.code.origin());
        let has_word = |words: &Words| words.hold(by.id, origin, self.now());
        if is_emergency && !self.words.as_ref().is_none_or(has_word) && !crate::sabotage::off("desk-second") {
            return Err(DeskError::SecondNeeded);
        }
        let Some(id) = self.scans.begin(by.id, origin, self.now()) else {
            return Ok(None);
        };
        self.note(Event::by(Action::CodeScanned, by))?;
        let (desk, by) = (Arc::clone(self), by.clone());
        // It may wait for the patient for minutes: no thread of the server is held, and a stop of the server does not wait.
        let begun = thread::Builder::new().name("scan".into()).spawn(move || {
            let state = desk.redeem(id, &by, &scanned);
            desk.scans.set(id, state);
        });
        begun.map_err(StoreError::from)?;
        Ok(Some(id))
    }

    fn redeem(&self, id: Id, by: &Account, scanned: &Scanned) -> ScanState {
        let origin = scanned.code.origin();
        self.opened.close(Id(origin));
        let unlock = self.keys.unlock();
        let request = RedeemRequest {
            code: &scanned.code,
            name: &self.name,
            passcode: scanned.passcode.as_ref().map(|it| it.as_str()),
            asked: None,
            reason: &scanned.reason,
            unlock: &unlock,
            // A key of 32 random bytes cannot be guessed.
            kdf: KdfLevel::Fast,
        };
        let home = self.opened.home(Id(origin));
        let redeemed = Chart::redeem_shared(&self.identity, &request, &home, PATIENCE, &mut |digits| {
            let digits = digits.to_string();
            self.scans.set(id, ScanState::Compare { digits });
        });
        let error = match redeemed {
            Ok(redeemed) => match self.keep(by, redeemed, &scanned.code) {
                Ok(chart) => return ScanState::Given { chart },
                Err(error) => {
                    tracing::error!(%error, "what a patient opened could not be kept");
                    Problem::new("desk-store-failed")
                }
            },
            Err(RedeemError::Later { seconds }) => return ScanState::Later { seconds },
            Err(error) => why(&error),
        };
        if let Err(error) = self.note(Event::by(Action::CodeRefused, by)) {
            tracing::error!(%error, "the store did not answer");
        }
        ScanState::Refused { error }
    }
}

/// Why nothing was given, in words.
fn why(error: &RedeemError) -> Problem {
    match error {
        RedeemError::Unwilling(unwilling) => {
            let id = unwilling.id();
            let why = problem::say(&format!("unwilling-{id}"), &[]).unwrap_or_else(|| id.to_owned());
            Problem::with(error.id(), &[("why", why.into())])
        }
        RedeemError::WrongPasscode { left } => {
            Problem::with(error.id(), &[("left", u64::from(*left).into())])
        }
        error => Problem::new(error.id()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_code_is_none() {
        assert!(code_in_text("https://example.org").is_none());
        assert!(code_in_png(b"\x89PNG\r\n\x1a\n and nothing").is_none());
        assert!(code_in_luma(2, 2, &[0; 5]).is_none());
        assert!(code_in_luma(u32::MAX, u32::MAX, &[]).is_none());
        assert!(code_in_luma(64, 64, &[255; 4096]).is_none());
    }

    #[test]
    fn a_scan_is_told_to_who_began_it_and_forgotten() {
        let (scans, by, origin) = (Scans::default(), Id::random(), Id::random());
        let id = scans.begin(by, origin, 100).unwrap();
        assert!(matches!(scans.state(id, by), Some(ScanState::Calling)));
        assert!(scans.state(id, Id::random()).is_none());
        assert_eq!(scans.unless_scanned(origin, || 7), None);
        assert_eq!(scans.unless_scanned(Id::random(), || 7), Some(7));
        scans.sweep(100 + REMEMBERED);
        assert!(scans.state(id, by).is_none());
        for _ in 0..MOST {
            scans.begin(by, origin, 100).unwrap();
        }
        assert!(scans.begin(by, origin, 100).is_none());
    }
}
