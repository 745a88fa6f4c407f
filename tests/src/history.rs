//! Random histories: up to five devices of up to three authors write, meet, lose messages, are restarted, restored and
//! put back; at the end everyone who may know the same must know the same.
//!
//! Everything follows from the seed, so a failing history is run again by its number.

mod check;
mod step;

pub use check::{differences, section_bytes};

use crate::world::*;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// What happened in one history, so that a run can show that nothing was left untried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(pub BTreeMap<&'static str, u64>);

impl Tally {
    pub fn add(&mut self, what: &'static str, count: u64) {
        *self.0.entry(what).or_default() += count;
    }

    pub fn merge(&mut self, other: Tally) {
        for (what, count) in other.0 {
            self.add(what, count);
        }
    }

    pub fn of(&self, what: &str) -> u64 {
        self.0.get(what).copied().unwrap_or(0)
    }
}

/// A file put aside, and what it holds.
struct Aside {
    files: Vec<(PathBuf, Vec<u8>)>,
    ids: BTreeSet<EntryId>,
}

struct Device {
    name: String,
    record: Option<Record>,
    /// `None`: the patient's.
    clinic: Option<usize>,
    aside: Option<Aside>,
    /// Which part of a divided network it is in.
    part: usize,
}

impl Device {
    fn record(&mut self) -> &mut Record {
        self.record.as_mut().unwrap()
    }
}

struct Clinic {
    identity: SigningKey,
    sections: Vec<Section>,
}

/// Sections that histories write to: few, so that devices get in each other's way.
const SECTIONS: [Section; 4] = [
    Section::Allergies,
    Section::Medications,
    Section::Results,
    Section::Notes,
];

/// A history as it unfolds.
pub struct History {
    world: World,
    chance: Seeded,
    words: RecoveryWords,
    devices: Vec<Device>,
    clinics: Vec<Clinic>,
    /// Every entry whose writing was acknowledged, with its section and whether it must still be somewhere.
    written: BTreeMap<EntryId, Section>,
    backup: Option<Vec<u8>>,
    names: usize,
    tally: Tally,
}

impl History {
    /// A patient with one to three devices and none to two clinics.
    pub fn new(seed: u64) -> Self {
        let world = World::new(seed);
        let chance = Seeded::new(seed ^ 0x5eed_0000);
        let (mut phone, words) = world.patient("phone");
        let mut devices = Vec::new();
        for number in 0..chance.below(3) {
            let name = format!("own{number}");
            let record = world.pair(&mut phone, &name);
            devices.push(Device {
                name,
                record: Some(record),
                clinic: None,
                aside: None,
                part: 0,
            });
        }
        let mut clinics = Vec::new();
        for number in 0..chance.below(3) {
            let identity = SigningKey::from_seed(&world.context.secret());
            let mut sections = SECTIONS.to_vec();
            sections.retain(|_| !chance.once_in(3));
            sections.push(Section::Problems);
            let name = format!("clinic{number}");
            world.permit(&mut phone, &identity, &name, &sections);
            for device in 0..1 + usize::from(chance.once_in(4)) {
                if devices.len() == 4 {
                    break;
                }
                let name = format!("{name}-{device}");
                let record = world.clinic_device(&mut phone, &identity, &name, &sections);
                devices.push(Device {
                    name,
                    record: Some(record),
                    clinic: Some(number),
                    aside: None,
                    part: 0,
                });
            }
            clinics.push(Clinic { identity, sections });
        }
        devices.push(Device {
            name: "phone".into(),
            record: Some(phone),
            clinic: None,
            aside: None,
            part: 0,
        });
        Self {
            world,
            chance,
            words,
            devices,
            clinics,
            written: BTreeMap::new(),
            backup: None,
            names: 0,
            tally: Tally::default(),
        }
    }

    /// Unfolds, comes to rest, and is checked.
    ///
    /// # Errors
    /// What does not hold, in words.
    pub fn run(seed: u64) -> Result<Tally, String> {
        let mut history = Self::new(seed);
        let steps = 20 + history.chance.below(60);
        for _ in 0..steps {
            history.step()?;
        }
        history.come_to_rest()?;
        history.check()?;
        history.tally.add("histories", 1);
        Ok(history.tally)
    }

    fn sections_of(&self, device: usize) -> Vec<Section> {
        match self.devices[device].clinic {
            Some(clinic) => self.clinics[clinic].sections.clone(),
            None => [&SECTIONS[..], &[Section::Problems]].concat(),
        }
    }

    fn ids_of(record: &Record) -> Result<BTreeSet<EntryId>, String> {
        let mut ids = BTreeSet::new();
        for section in Section::ALL {
            record
                .each_row(section, |row| {
                    ids.insert(row.id);
                    Ok::<_, StoreError>(())
                })
                .map_err(|error| format!("reading rows: {error}"))?;
        }
        Ok(ids)
    }

    /// Entries of which only this device's lost state had a copy are gone with it: that is no fault of the engine.
    fn excuse(&mut self, device: usize, lost: &BTreeSet<EntryId>) -> Result<(), String> {
        let mut kept = BTreeSet::new();
        for (number, other) in self.devices.iter().enumerate() {
            if number != device
                && let Some(record) = &other.record
            {
                kept.extend(Self::ids_of(record)?);
            }
        }
        for id in lost.difference(&kept) {
            if self.written.remove(id).is_some() {
                self.tally.add("entries lost with a file", 1);
            }
        }
        Ok(())
    }
}
