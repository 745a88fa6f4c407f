//! Records on a disk that loses power or fails: what was acknowledged when, and whether it is there afterwards.

use crate::world::{TextBodies, World, blob, note};
use pocketchart_crypto::Secret;
use pocketchart_faults::{Crash, CrashFs};
use pocketchart_record::*;
use std::collections::{BTreeMap, HashMap};
use std::io;
use std::sync::{Arc, Mutex};

/// The sections that the logbooks write in.
pub const SECTIONS: [Section; 4] = [
    Section::Results,
    Section::Medications,
    Section::Notes,
    Section::Documents,
];

/// A key store that notes after how many operations of the disk each commit number came.
pub struct KeyStore {
    disk: Arc<CrashFs>,
    numbers: Mutex<Vec<(u64, u64)>>,
}

impl KeyStore {
    fn of(disk: &Arc<CrashFs>) -> Arc<Self> {
        Arc::new(Self {
            disk: disk.clone(),
            numbers: Mutex::default(),
        })
    }

    /// The commit number that it held after so many operations.
    pub fn held_at(&self, operations: u64) -> Option<u64> {
        let numbers = self.numbers.lock().unwrap();
        let count = numbers.partition_point(|(at, _)| *at <= operations);
        Some(numbers.get(count.checked_sub(1)?)?.1)
    }
}

impl Freshness for KeyStore {
    fn read(&self) -> io::Result<Option<u64>> {
        Ok(self.numbers.lock().unwrap().last().map(|(_, commit)| *commit))
    }
    fn advance(&self, commit: u64) -> io::Result<()> {
        let mut numbers = self.numbers.lock().unwrap();
        if numbers.last().is_none_or(|(_, last)| *last < commit) {
            numbers.push((self.disk.operations(), commit));
        }
        Ok(())
    }
}

/// A key store that holds one number.
pub struct Number(Mutex<Option<u64>>);

impl Number {
    pub fn new(commit: Option<u64>) -> Arc<Self> {
        Arc::new(Self(Mutex::new(commit)))
    }
}

impl Freshness for Number {
    fn read(&self) -> io::Result<Option<u64>> {
        Ok(*self.0.lock().unwrap())
    }
    fn advance(&self, commit: u64) -> io::Result<()> {
        let mut held = self.0.lock().unwrap();
        *held = (*held).max(Some(commit));
        Ok(())
    }
}

/// A record's place on such a disk.
pub fn setup(disk: &CrashFs, freshness: Arc<dyn Freshness>, context: &Context) -> Setup {
    Setup {
        place: Place {
            folder: disk.path("").into(),
            freshness,
            vfs: Some(disk.vfs_name().into()),
        },
        context: context.clone(),
        bodies: Arc::new(TextBodies),
        authority: Arc::new(Permissions),
    }
}

pub fn key(number: u8) -> Unlock {
    Unlock::Key(Secret::from_bytes([number; 32]))
}

/// What was acknowledged after so many operations of the disk.
#[derive(Clone)]
struct Milestone {
    at: u64,
    commit: u64,
    /// Rows by section.
    rows: BTreeMap<Section, u64>,
    /// How many of the logbook's entries are there.
    entries: usize,
    /// Which key opens the record.
    key: u8,
}

/// A record that was written for a while, and when what of it was acknowledged.
pub struct Logbook {
    pub seed: u64,
    disk: Arc<CrashFs>,
    key_store: Arc<KeyStore>,
    world: World,
    words: RecoveryWords,
    milestones: Vec<Milestone>,
    /// Entries in the order in which they were acknowledged, and their content.
    entries: Vec<(EntryId, Section, Vec<u8>)>,
}

/// What is wrong with a disk after a crash.
#[derive(Debug)]
pub enum Wrong {
    /// Something acknowledged is missing.
    Lost(String),
    /// It does not open, or not with the key that was acknowledged.
    Unopenable(String),
    /// It holds what was never written, or is damaged.
    Corrupt(String),
}

/// How closely a disk is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Commit number, counts, and the entries that were acknowledged last.
    Glance,
    /// Every acknowledged entry.
    Entries,
    /// Every row, signature and body; and it is written to.
    Whole,
}

impl Logbook {
    /// Writes a record: everything that a record's file can be asked to do, in an order given by the seed.
    pub fn keep(seed: u64, steps: usize) -> Self {
        let disk = Arc::new(CrashFs::new(seed));
        let key_store = KeyStore::of(&disk);
        let world = World::new(seed);
        let words = RecoveryWords::make(&world.context);
        let mut logbook = Self {
            seed,
            disk,
            key_store,
            world,
            words,
            milestones: Vec::new(),
            entries: Vec::new(),
        };
        logbook.write(steps);
        logbook
    }

    pub fn disk(&self) -> &CrashFs {
        &self.disk
    }

    fn setup(&self) -> Setup {
        setup(&self.disk, self.key_store.clone(), &self.world.context)
    }

    fn write(&mut self, steps: usize) {
        let mut random = fastrand::Rng::with_seed(self.seed);
        let mut opens_with = 1;
        let mut record = Record::create(
            self.setup(),
            &self.words,
            &key(opens_with),
            KdfLevel::Fast,
            "phone",
        )
        .unwrap();
        self.acknowledge(&record, opens_with);
        let elsewhere = CrashFs::new(self.seed);
        let mut other = self.join(&mut record, &elsewhere, opens_with);
        self.acknowledge(&record, opens_with);
        for step in 0..steps {
            let section = SECTIONS[random.usize(..3)];
            let text = |number: usize| format!("seed {} step {step} entry {number}", self.seed);
            match random.u8(..20) {
                0..6 => {
                    let count = random.usize(1..4);
                    let notes = (0..count).map(|number| note(section, &text(number)));
                    self.append(&mut record, notes.collect(), opens_with);
                }
                6..8 => {
                    let correction = self.entries.last().map(|(target, section, _)| NewEntry {
                        act: Some(Act::Correct),
                        supersedes: vec![*target],
                        ..note(*section, &text(0))
                    });
                    self.append(&mut record, correction.into_iter().collect(), opens_with);
                }
                8..11 => {
                    let count = random.usize(20..300);
                    let mut batch: Vec<NewEntry> = (0..count)
                        .map(|number| note(SECTIONS[random.usize(..3)], &text(number)))
                        .collect();
                    for (number, entry) in batch.iter_mut().enumerate() {
                        entry.source = Some(Source {
                            system: "https://clinic.example".into(),
                            kind: "Basic".into(),
                            id: format!("{step}-{number}"),
                        });
                    }
                    self.append(&mut record, batch, opens_with);
                }
                11 => {
                    let mut bytes = vec![0; 600 << 10];
                    random.fill(&mut bytes);
                    let body = blob(Section::Documents, bytes);
                    self.append(&mut record, vec![body], opens_with);
                }
                12..14 => {
                    let count = random.usize(1..30);
                    let notes: Vec<NewEntry> =
                        (0..count).map(|number| note(section, &text(number))).collect();
                    self.take_in(&mut record, &mut other, notes, opens_with);
                }
                14 => {
                    record.rotate_key(section).unwrap();
                    self.acknowledge(&record, opens_with);
                }
                15 => {
                    record.checkpoint().unwrap();
                    self.acknowledge(&record, opens_with);
                }
                16 => {
                    record.rebuild().unwrap();
                    self.acknowledge(&record, opens_with);
                }
                17 => {
                    record
                        .change_unlock(&key(opens_with), &key(opens_with + 1), KdfLevel::Fast)
                        .unwrap();
                    opens_with += 1;
                    self.acknowledge(&record, opens_with);
                }
                18 => {
                    record.begin_incarnation().unwrap();
                    self.acknowledge(&record, opens_with);
                }
                _ => {
                    drop(record);
                    record = Record::open(self.setup(), &key(opens_with), Rollback::Refuse).unwrap();
                }
            }
        }
    }

    /// Another device of the same person, on a disk that stays whole.
    fn join(&self, record: &mut Record, disk: &CrashFs, opens_with: u8) -> Record {
        let applicant = Applicant::new(&self.world.context);
        let welcome = record
            .welcome_device(applicant.public(), "tablet", &key(opens_with))
            .unwrap();
        let setup = setup(disk, Number::new(None), &self.world.context);
        Record::join(setup, applicant, welcome, &key(1), KdfLevel::Fast).unwrap()
    }

    fn append(&mut self, record: &mut Record, new: Vec<NewEntry>, opens_with: u8) {
        let contents: Vec<_> = new.iter().map(|it| (it.section, it.body.clone())).collect();
        let ids = record.append(new).unwrap();
        for (id, (section, body)) in ids.into_iter().zip(contents) {
            self.entries.push((id, section, body.unwrap_or_default()));
        }
        self.acknowledge(record, opens_with);
    }

    /// The other device writes, and both meet.
    fn take_in(&mut self, record: &mut Record, other: &mut Record, new: Vec<NewEntry>, opens_with: u8) {
        let contents: Vec<_> = new.iter().map(|it| (it.section, it.body.clone())).collect();
        let ids = other.append(new).unwrap();
        assert!(self.world.sync(record, other).same);
        for (id, (section, body)) in ids.into_iter().zip(contents) {
            self.entries.push((id, section, body.unwrap_or_default()));
        }
        self.acknowledge(record, opens_with);
    }

    fn acknowledge(&mut self, record: &Record, key: u8) {
        let rows = SECTIONS.map(|section| (section, record.head(section).unwrap().rows));
        self.milestones.push(Milestone {
            at: self.disk.operations(),
            commit: record.commits(),
            rows: rows.into(),
            entries: self.entries.len(),
            key,
        });
    }

    /// Says of everything that it was acknowledged so many operations earlier than it was.
    pub fn acknowledge_early(&mut self, by: u64) {
        for milestone in &mut self.milestones {
            milestone.at = milestone.at.saturating_sub(by);
        }
    }

    /// Opens the disk that a crash left and compares it with what had been acknowledged by then.
    pub fn examine(&self, crash: Crash, disk: &CrashFs, look: Look) -> Result<(), Wrong> {
        let passed = self
            .milestones
            .partition_point(|milestone| milestone.at <= crash.at);
        let number = self.key_store.held_at(crash.at);
        let setup = setup(disk, Number::new(number), &self.world.context);
        let Some(reached) = passed.checked_sub(1).and_then(|last| self.milestones.get(last)) else {
            return self.examine_unborn(setup, look);
        };
        let next = self.milestones.get(passed);
        let unopenable = |error: OpenError| Wrong::Unopenable(error.to_string());
        let opened = Record::open(setup.clone(), &key(reached.key), Rollback::Refuse);
        let mut record = match (opened, next) {
            // While the key was being changed, either opens it.
            (Err(OpenError::Store(StoreError::WrongKey)), Some(next)) if next.key != reached.key => {
                Record::open(setup, &key(next.key), Rollback::Refuse).map_err(unopenable)?
            }
            (opened, _) => opened.map_err(unopenable)?,
        };
        let held = number.unwrap_or(0);
        if !(held..=held + 1).contains(&record.commits()) {
            return Err(Wrong::Corrupt(format!("commit {}, not {held}", record.commits())));
        }
        for (section, rows) in &reached.rows {
            let found = record.head(*section).map_err(damaged)?.rows;
            let most = match next {
                Some(next) if record.commits() > reached.commit => next.rows.get(section).copied(),
                _ => Some(*rows),
            };
            if found < *rows {
                return Err(Wrong::Lost(format!("{found} of {rows} rows in {section:?}")));
            }
            if Some(found) > most {
                return Err(Wrong::Corrupt(format!(
                    "{found} rows in {section:?}, not {most:?}"
                )));
            }
        }
        self.look_at_entries(&mut record, reached, look)
    }

    fn look_at_entries(&self, record: &mut Record, reached: &Milestone, look: Look) -> Result<(), Wrong> {
        let acknowledged = self.entries.get(..reached.entries).unwrap_or_default();
        if look == Look::Glance {
            let last = acknowledged.last().map(|(id, _, _)| id);
            let found = last.map(|id| record.row(id)).transpose().map_err(damaged)?;
            return match found {
                Some(None) => Err(Wrong::Lost(format!("{last:?}"))),
                _ => Ok(()),
            };
        }
        let mut held = HashMap::new();
        for section in SECTIONS {
            if look == Look::Entries {
                let rows = record.rows(section).map_err(damaged)?;
                held.extend(rows.into_iter().map(|row| (row.id, None)));
            } else {
                let mut each = |row: &Row, body: Option<&[u8]>| {
                    held.insert(row.id, body.map(<[u8]>::to_vec));
                    Ok::<_, StoreError>(())
                };
                record.each_body(section, &mut each).map_err(damaged)?;
            }
        }
        for (id, _, content) in acknowledged {
            match held.get(id) {
                None => return Err(Wrong::Lost(format!("{id:?}"))),
                Some(body) if look == Look::Whole && body.as_ref() != Some(content) => {
                    return Err(Wrong::Lost(format!("the content of {id:?}")));
                }
                Some(_) => {}
            }
        }
        if look == Look::Whole {
            let faults = record.verify().map_err(damaged)?.faults;
            if !faults.is_empty() {
                return Err(Wrong::Corrupt(format!("{faults:?}")));
            }
            let written = record.append(vec![note(Section::Vitals, "after the crash")]);
            written.map_err(|error| Wrong::Corrupt(error.to_string()))?;
        }
        Ok(())
    }

    /// Before the record's creation was acknowledged: either it is there and empty, or it can be made.
    fn examine_unborn(&self, setup: Setup, look: Look) -> Result<(), Wrong> {
        match Record::open(setup.clone(), &key(1), Rollback::Refuse) {
            Ok(record) => match record.head(Section::Results).map_err(damaged)?.rows {
                0 => Ok(()),
                rows => Err(Wrong::Corrupt(format!("{rows} rows before any was written"))),
            },
            Err(_) if look == Look::Glance => Ok(()),
            Err(_) => Record::create(setup, &self.words, &key(1), KdfLevel::Fast, "phone")
                .map(drop)
                .map_err(|error| Wrong::Unopenable(error.to_string())),
        }
    }
}

fn damaged(error: StoreError) -> Wrong {
    Wrong::Corrupt(error.to_string())
}
