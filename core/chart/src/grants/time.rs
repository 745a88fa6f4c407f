use crate::chart::Chart;
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_record::{Millis, Shelf, Shelved, StoreError};
use pocketchart_share::audit::{Action, AuditEvent};
use pocketchart_share::clock::{Doubt, EffectiveClock, Reading};

const KEY: &[u8] = b"clock";

/// The time could not be told.
pub(crate) enum NoTime {
    Store(StoreError),
    Doubt(Doubt),
}

impl From<StoreError> for NoTime {
    fn from(error: StoreError) -> Self {
        NoTime::Store(error)
    }
}

impl From<NoTime> for super::GrantError {
    fn from(error: NoTime) -> Self {
        match error {
            NoTime::Store(error) => error.into(),
            NoTime::Doubt(doubt) => doubt.into(),
        }
    }
}

impl Chart {
    fn reading(&self) -> Reading {
        let (boot, running) = self.home.since_start();
        Reading {
            wall: self.home.context().now(),
            boot,
            running,
        }
    }

    /// The time by which grants are judged: it never goes back. Kept before it is used.
    pub(crate) fn effective_now(&mut self) -> Result<Millis, NoTime> {
        let reading = self.reading();
        let known = self.record.shelved(Shelf::Setting, KEY)?;
        let (clock, now) = match known {
            Some(bytes) => {
                let mut clock: EffectiveClock = from_bytes(&bytes).map_err(StoreError::from)?;
                let now = clock.read(reading).map_err(NoTime::Doubt)?;
                (clock, now)
            }
            None => {
                let clock = EffectiveClock::confirmed(reading).map_err(NoTime::Doubt)?;
                (clock, reading.wall)
            }
        };
        self.record
            .shelve(vec![Shelved::put(Shelf::Setting, KEY, to_bytes(&clock))])?;
        Ok(now)
    }

    /// The person at the unlocked device says that the date it shows is right. Written into the log.
    ///
    /// # Errors
    /// [`super::GrantError::Clock`] for a date before Pocketchart was; else what the store says.
    pub fn confirm_date(&mut self) -> Result<(), super::GrantError> {
        let clock = EffectiveClock::confirmed(self.reading())?;
        self.record
            .shelve(vec![Shelved::put(Shelf::Setting, KEY, to_bytes(&clock))])?;
        self.audit_note(AuditEvent::new(Action::DateConfirmed))?;
        Ok(())
    }
}
