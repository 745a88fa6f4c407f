//! Devices that lie with right keys, among devices that do not. The honest ones say what they refuse, and end alike.

mod lies;
mod rest;

use crate::forge::Liar;
use crate::history::Tally;
use crate::world::*;
use pocketchart_record::*;
use std::collections::BTreeMap;

/// Where the foreign liar may write, and where it only has the keys.
const PERMITTED: [Section; 2] = [Section::Medications, Section::Results];
const NOT_PERMITTED: Section = Section::Notes;

/// The honest devices: the patient's three, then a clinic's.
pub struct Honest {
    pub record: Record,
    name: &'static str,
    is_patients: bool,
}

/// Some lies, honest work between them, and what became of it.
pub struct Affair {
    world: World,
    chance: Seeded,
    honest: Vec<Honest>,
    foreign: Liar,
    own: Liar,
    written: BTreeMap<EntryId, Section>,
    tally: Tally,
}

impl Affair {
    fn new(seed: u64) -> Self {
        let world = World::new(seed ^ 0xb12a);
        let chance = Seeded::new(seed ^ 0x11e5);
        let (mut phone, _) = world.patient("phone");
        let mut written = BTreeMap::new();
        for section in [Section::Medications, Section::Results, Section::Notes] {
            let ids = phone.append(vec![note(section, "honest beginning")]).unwrap();
            written.insert(ids[0], section);
        }
        let tablet = world.pair(&mut phone, "tablet");
        let laptop = world.pair(&mut phone, "laptop");
        let clinic = world.clinic(&mut phone, "clinic", &PERMITTED);
        let foreign = Liar::foreign(
            &world,
            &mut phone,
            &PERMITTED,
            &[&PERMITTED[..], &[NOT_PERMITTED]].concat(),
        );
        let own = Liar::own(&world, &mut phone);
        let device = |record, name, is_patients| Honest {
            record,
            name,
            is_patients,
        };
        let mut affair = Self {
            honest: vec![
                device(phone, "phone", true),
                device(tablet, "tablet", true),
                device(laptop, "laptop", true),
                device(clinic, "clinic", false),
            ],
            world,
            chance,
            foreign,
            own,
            written,
            tally: Tally::default(),
        };
        for other in 1..4 {
            affair.sync(0, other);
        }
        affair
    }

    /// A few lies of different kinds, with honest work in between.
    ///
    /// # Errors
    /// What does not hold, in words.
    pub fn run(seed: u64) -> Result<Tally, String> {
        let mut affair = Self::new(seed);
        for _ in 0..2 + affair.chance.below(4) {
            affair.lie()?;
            for _ in 0..affair.chance.below(4) {
                affair.work();
            }
        }
        affair.come_to_rest()?;
        affair.check()?;
        affair.tally.add("affairs", 1);
        Ok(affair.tally)
    }

    fn sync(&mut self, one: usize, other: usize) -> Met {
        let (low, high) = (one.min(other), one.max(other));
        let (left, right) = self.honest.split_at_mut(high);
        self.world.sync(&mut left[low].record, &mut right[0].record)
    }

    /// An honest device writes, or two of them meet.
    fn work(&mut self) {
        let device = self.chance.below(self.honest.len());
        if self.chance.once_in(2) {
            let section = *self.chance.pick(&PERMITTED);
            let text = format!("honest {}", self.chance.below(1000));
            let ids = self.honest[device]
                .record
                .append(vec![note(section, &text)])
                .unwrap();
            self.written.insert(ids[0], section);
        } else {
            let other = (device + 1 + self.chance.below(3)) % 4;
            if device < 3 || other < 3 {
                self.sync(device, other);
            }
        }
    }
}
