//! What time it is, on a device whose clock may have been moved (security.md section 14).
//!
//! A grant ends by the clock, so whoever can move the clock could keep it open. [`EffectiveClock`] never goes back by
//! itself: it takes the later of the wall clock and what it knew, counts the time since the start of the device, and
//! believes the patient's own devices and relay as far as a day ahead. What does not fit within a day is a [`Doubt`],
//! and a person at the unlocked device confirms the date. The caller keeps the clock's bytes with the record.
//!
//! ```
//! use pocketchart_share::clock::{EffectiveClock, Reading};
//!
//! let start = Reading { wall: 1_800_000_000_000, boot: [1; 16], running: 60_000 };
//! let mut clock = EffectiveClock::confirmed(start)?;
//! // An hour later somebody has set the wall clock back by a quarter of an hour.
//! let later = Reading { wall: start.wall + 2_700_000, running: start.running + 3_600_000, ..start };
//! assert_eq!(clock.read(later)?, start.wall + 3_600_000);
//! # Ok::<(), pocketchart_share::clock::Doubt>(())
//! ```

use pocketchart_record::Millis;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

/// What a clock may be wrong by without anybody being asked: 24 hours.
pub const TOLERANCE: Millis = 24 * 3600 * 1000;

/// No clock of ours can rightly be before 2026-01-01.
const EARLIEST: Millis = 1_767_225_600_000;

/// What the device's clocks show at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The wall clock, UTC.
    pub wall: Millis,
    /// Another value after each start of the device.
    pub boot: [u8; 16],
    /// Time since that start, sleep included.
    pub running: Millis,
}

/// Who else says what time it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Witness {
    /// A device of the same person, proved by its certificate.
    OwnDevice,
    /// The relay whose key the patient's devices know.
    Relay,
    /// Anybody to whom something was granted: has an interest, and never counts.
    Clinic,
}

/// Why the time is not believed. Nothing that depends on time goes out until a person confirms the date
/// ([`EffectiveClock::confirmed`]) or the wall clock is right again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Doubt {
    /// The wall clock is more than a day before what is known.
    #[error("the clock is behind")]
    Behind,
    /// The wall clock is more than a day after what is known.
    #[error("the clock is ahead")]
    Ahead,
    /// The time since the start of the device went back: a copy of the device was put back.
    #[error("the time since the start went back")]
    Rewound,
}

/// The time that grants are judged by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EffectiveClock {
    latest: Millis,
    running: Millis,
    /// The reading that later ones of the same start are measured against, so that many small moves are one large.
    anchor: Reading,
    /// What another device of the patient contradicted.
    contradicted: Option<Doubt>,
}

impl EffectiveClock {
    /// A clock that starts from a date which a person at the unlocked device has confirmed: at setup, and to settle
    /// a doubt, when it may also go back. The caller logs it.
    ///
    /// # Errors
    /// [`Doubt::Behind`] for a date before Pocketchart was.
    pub fn confirmed(reading: Reading) -> Result<Self, Doubt> {
        if reading.wall < EARLIEST {
            return Err(Doubt::Behind);
        }
        Ok(Self {
            latest: reading.wall,
            running: reading.running,
            anchor: reading,
            contradicted: None,
        })
    }

    /// The time now, never before one given earlier. To be kept before anything is done because of it.
    ///
    /// # Errors
    /// [`Doubt`]; the clock stays as it was.
    pub fn read(&mut self, reading: Reading) -> Result<Millis, Doubt> {
        if let Some(doubt) = self.contradicted {
            return Err(doubt);
        }
        let same_start = reading.boot == self.anchor.boot;
        let (at_least, expected) = if same_start {
            let since = |then: Millis| reading.running.checked_sub(then).ok_or(Doubt::Rewound);
            (
                self.latest.saturating_add(since(self.running)?),
                self.anchor.wall.saturating_add(since(self.anchor.running)?),
            )
        } else {
            (self.latest, self.latest)
        };
        within_a_day(reading.wall, expected)?;
        if reading.wall.saturating_add(TOLERANCE) < at_least {
            return Err(Doubt::Behind);
        }
        self.latest = at_least.max(reading.wall);
        self.running = reading.running;
        if !same_start {
            self.anchor = reading;
        }
        Ok(self.latest)
    }

    /// Takes into account what another says, and gives the time now. An own device or the relay moves this clock
    /// forward by a day at most; if it is further away, this clock is doubted until the date is confirmed.
    ///
    /// # Errors
    /// [`Doubt`], as for [`EffectiveClock::read`].
    pub fn hear(&mut self, witness: Witness, time: Millis, reading: Reading) -> Result<Millis, Doubt> {
        let now = self.read(reading)?;
        if witness == Witness::Clinic {
            return Ok(now);
        }
        within_a_day(reading.wall, time).inspect_err(|doubt| self.contradicted = Some(*doubt))?;
        self.latest = now.max(time);
        Ok(self.latest)
    }
}

fn within_a_day(wall: Millis, expected: Millis) -> Result<(), Doubt> {
    if wall > expected.saturating_add(TOLERANCE) {
        Err(Doubt::Ahead)
    } else if wall.saturating_add(TOLERANCE) < expected {
        Err(Doubt::Behind)
    } else {
        Ok(())
    }
}

/// `[1, latest, running, anchor wall, boot, anchor running, doubt]`, doubt 0 for none.
impl Canonical for EffectiveClock {
    fn write(&self, to: &mut Writer) {
        to.array(7).uint(1).uint(self.latest).uint(self.running);
        to.uint(self.anchor.wall)
            .bytes(&self.anchor.boot)
            .uint(self.anchor.running);
        to.uint(match self.contradicted {
            None => 0,
            Some(Doubt::Behind) => 1,
            Some(Doubt::Ahead) => 2,
            Some(Doubt::Rewound) => 3,
        });
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(7)?;
        if from.uint()? != 1 {
            return Err(Malformed("clock version"));
        }
        Ok(Self {
            latest: from.uint()?,
            running: from.uint()?,
            anchor: Reading {
                wall: from.uint()?,
                boot: from.fixed()?,
                running: from.uint()?,
            },
            contradicted: match from.uint()? {
                0 => None,
                1 => Some(Doubt::Behind),
                2 => Some(Doubt::Ahead),
                3 => Some(Doubt::Rewound),
                _ => return Err(Malformed("doubt")),
            },
        })
    }
}
