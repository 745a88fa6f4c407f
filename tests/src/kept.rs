//! What must not be left in memory, and a record whose secrets are known because they follow from a seed.

use crate::world::{Seeded, TextBodies, note};
use pocketchart_record::*;
use std::path::Path;
use std::sync::{Arc, Mutex};

/// Chance from a seed; remembers what it gave only if it is asked to.
pub struct Drawing {
    chance: Seeded,
    drawn: Mutex<Option<Vec<Vec<u8>>>>,
}

impl Drawing {
    pub fn new(seed: u64) -> Self {
        Self {
            chance: Seeded::new(seed),
            drawn: Mutex::default(),
        }
    }

    pub fn remember(&self) {
        *self.drawn.lock().unwrap() = Some(Vec::new());
    }

    /// The 32-byte draws so far: secrets.
    pub fn secrets(&self) -> Vec<Vec<u8>> {
        let drawn = self.drawn.lock().unwrap();
        let drawn = drawn.iter().flatten();
        drawn.filter(|bytes| bytes.len() == 32).cloned().collect()
    }
}

impl Entropy for Drawing {
    fn fill(&self, buffer: &mut [u8]) {
        self.chance.fill(buffer);
        if let Some(drawn) = self.drawn.lock().unwrap().as_mut() {
            drawn.push(buffer.to_vec());
        }
    }
}

struct Still;

impl Clock for Still {
    fn now(&self) -> Millis {
        1_700_000_000_000
    }
}

pub fn setup(folder: &Path, drawing: Arc<Drawing>) -> Setup {
    Setup {
        place: Place::new(
            folder.join("record"),
            Arc::new(FreshnessFile::new(folder.join("freshness"))),
        ),
        context: Context::new(Arc::new(Still), drawing),
        bodies: Arc::new(TextBodies),
        authority: Arc::new(Permissions),
    }
}

pub fn passphrase() -> Unlock {
    Unlock::passphrase(&canary(9000))
}

/// A word that nothing else writes. Not a constant: the program's own text would be found in its memory.
pub fn canary(number: u32) -> String {
    format!("q{:08x}", (number + 11).wrapping_mul(0x9e37_79b1))
}

/// Makes a record and does with it what touches its secrets.
pub fn work(setup: Setup) -> Record {
    let words = RecoveryWords::make(&setup.context);
    let mut record = Record::create(setup, &words, &passphrase(), KdfLevel::Fast, "phone").unwrap();
    for number in 0..20 {
        let text = format!("{} is a secret of the person", canary(number));
        let mut entry = note(Section::Notes, &text);
        entry.reason = Some(canary(1000 + number));
        record.append(vec![entry]).unwrap();
    }
    record
        .append(vec![note(Section::Results, "a second section")])
        .unwrap();
    record.rotate_key(Section::Notes).unwrap();
    record
        .append(vec![note(Section::Notes, "under a new key")])
        .unwrap();
    let other = Applicant::new(&Context::system());
    record
        .welcome_device(other.public(), "tablet", &passphrase())
        .unwrap();
    record.backup(&mut Vec::new()).unwrap();
    assert_eq!(record.verify().unwrap().faults, []);
    record
}
