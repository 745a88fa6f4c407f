//! A small world for tests: a clock that only tests move, chance from a seed, folders that go away, and a wire that
//! carries messages between two records.

use pocketchart_crypto::Secret;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::*;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

/// Bodies are text; whatever begins with `unfit` does not belong anywhere.
pub struct TextBodies;

impl BodyReader for TextBodies {
    fn read(&self, _: &str, _: Section, _: Option<&str>, body: &[u8]) -> Result<Derived, Unfit> {
        if body.starts_with(b"unfit") {
            return Err(Unfit);
        }
        let text = String::from_utf8_lossy(&body[..body.len().min(200)]).to_lowercase();
        Ok(Derived {
            row: body[..body.len().min(40)].to_vec(),
            when: String::new(),
            text,
        })
    }
}

/// A clock that ticks one millisecond at each look.
pub struct Ticking(AtomicU64);

impl Clock for Ticking {
    fn now(&self) -> Millis {
        self.0.fetch_add(1, Ordering::Relaxed)
    }
}

/// splitmix64, so that a seed repeats a run.
pub struct Seeded(Mutex<u64>);

impl Seeded {
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(seed))
    }

    /// A number below `limit`, which is not 0.
    pub fn below(&self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    /// Whether something happens that happens once in `times`.
    pub fn once_in(&self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of these, which are not none.
    pub fn pick<'a, T>(&self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    pub fn next(&self) -> u64 {
        let mut state = self.0.lock().unwrap();
        *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = *state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

impl Entropy for Seeded {
    fn fill(&self, buffer: &mut [u8]) {
        for chunk in buffer.chunks_mut(8) {
            let bytes = self.next().to_le_bytes();
            chunk.copy_from_slice(&bytes[..chunk.len()]);
        }
    }
}

pub struct World {
    folder: tempfile::TempDir,
    clock: Arc<Ticking>,
    pub context: Context,
    pub chance: Arc<Seeded>,
}

#[derive(Debug, Default, Clone)]
pub struct Met {
    pub same: bool,
    pub apart: bool,
    pub bytes: usize,
    /// How long each message was.
    pub lengths: Vec<usize>,
    pub turns: usize,
    pub events: Vec<SyncEvent>,
}

pub fn unlock() -> Unlock {
    Unlock::Key(Secret::from_bytes([9; 32]))
}

pub fn note(section: Section, text: &str) -> NewEntry {
    NewEntry::new(section, "fhir/Basic", text.as_bytes().to_vec())
}

pub fn blob(section: Section, bytes: Vec<u8>) -> NewEntry {
    NewEntry::new(section, Entry::SOURCE, bytes)
}

pub fn correct(section: Section, text: &str, target: EntryId) -> NewEntry {
    NewEntry {
        act: Some(Act::Correct),
        supersedes: vec![target],
        ..note(section, text)
    }
}

/// A folder that goes away; in memory where the machine has such a place, since only `tests/faults` is about disks.
fn scratch() -> tempfile::TempDir {
    let memory = std::path::Path::new("/dev/shm");
    let prefix = tempfile::Builder::new();
    if memory.is_dir()
        && let Ok(folder) = prefix.tempdir_in(memory)
    {
        return folder;
    }
    prefix.tempdir().unwrap()
}

impl World {
    pub fn new(seed: u64) -> Self {
        let chance = Arc::new(Seeded::new(seed));
        let clock = Arc::new(Ticking(AtomicU64::new(1_700_000_000_000)));
        Self {
            folder: scratch(),
            context: Context::new(clock.clone(), chance.clone()),
            clock,
            chance,
        }
    }

    /// Time goes by.
    pub fn pass(&self, time: Millis) {
        self.clock.0.fetch_add(time, Ordering::Relaxed);
    }

    pub fn folder(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn setup(&self, name: &str) -> Setup {
        let freshness = FreshnessFile::new(self.folder.path().join(format!("{name}.freshness")));
        Setup {
            place: Place::new(self.folder(name), Arc::new(freshness)),
            context: self.context.clone(),
            bodies: Arc::new(TextBodies),
            authority: Arc::new(Permissions),
        }
    }

    pub fn patient(&self, name: &str) -> (Record, RecoveryWords) {
        let words = RecoveryWords::make(&self.context);
        (
            Record::create(self.setup(name), &words, &unlock(), KdfLevel::Fast, name).unwrap(),
            words,
        )
    }

    pub fn open(&self, name: &str) -> Record {
        Record::open(self.setup(name), &unlock(), Rollback::Refuse).unwrap()
    }

    /// Another device of the same author.
    pub fn pair(&self, with: &mut Record, name: &str) -> Record {
        let applicant = Applicant::new(&self.context);
        let welcome = with.welcome_device(applicant.public(), name, &unlock()).unwrap();
        let welcome = Welcome::from_bytes(&welcome.to_bytes()).unwrap();
        Record::join(self.setup(name), applicant, welcome, &unlock(), KdfLevel::Fast).unwrap()
    }

    /// A device of another author, permitted in some sections.
    pub fn clinic(&self, patient: &mut Record, name: &str, sections: &[Section]) -> Record {
        let identity = SigningKey::from_seed(&self.context.secret());
        self.permit(patient, &identity, name, sections);
        self.clinic_device(patient, &identity, name, sections)
    }

    /// The patient permits an author for a day.
    pub fn permit(&self, patient: &mut Record, identity: &SigningKey, name: &str, sections: &[Section]) {
        let now = self.context.now();
        let permission = Permission {
            author: AuthorId(*identity.public().as_bytes()),
            name: name.to_owned(),
            sections: sections.to_vec(),
            not_before: now,
            not_after: now + 86_400_000,
        };
        patient.permit(permission, &unlock()).unwrap();
    }

    /// A device of a permitted author.
    pub fn clinic_device(
        &self,
        patient: &mut Record,
        identity: &SigningKey,
        name: &str,
        sections: &[Section],
    ) -> Record {
        let applicant = Applicant::new(&self.context);
        let now = self.context.now();
        let certificate = certify(patient.id(), identity, applicant.public(), name, now);
        let welcome = patient.welcome_author(certificate, sections).unwrap();
        Record::join(self.setup(name), applicant, welcome, &unlock(), KdfLevel::Fast).unwrap()
    }

    /// A whole session of two records of any world.
    pub fn meet(left: &mut Record, right: &mut Record) -> Met {
        meet_cut(left, right, usize::MAX)
    }

    /// A whole session that both have begun; `first` is what the left one says first.
    pub fn talk(left: (&mut Record, SyncSession, Vec<Vec<u8>>), right: (&mut Record, SyncSession)) -> Met {
        talk_cut(left, right, usize::MAX)
    }

    /// A whole session.
    pub fn sync(&self, left: &mut Record, right: &mut Record) -> Met {
        self.sync_cut(left, right, usize::MAX)
    }

    /// A session that is cut off after so many messages.
    pub fn sync_cut(&self, left: &mut Record, right: &mut Record, most: usize) -> Met {
        meet_cut(left, right, most)
    }

    pub fn noise(&self, len: usize) -> Vec<u8> {
        let mut bytes = vec![0; len];
        self.chance.fill(&mut bytes);
        bytes
    }

    pub fn copy_of(&self, name: &str) -> Vec<(PathBuf, Vec<u8>)> {
        std::fs::read_dir(self.folder(name))
            .unwrap()
            .map(|file| file.unwrap().path())
            .map(|path| (path.clone(), std::fs::read(&path).unwrap()))
            .collect()
    }

    pub fn put_back(&self, name: &str, copy: Vec<(PathBuf, Vec<u8>)>) {
        for file in std::fs::read_dir(self.folder(name)).unwrap() {
            std::fs::remove_file(file.unwrap().path()).unwrap();
        }
        for (path, bytes) in copy {
            std::fs::write(path, bytes).unwrap();
        }
    }

    pub fn forget_freshness(&self, name: &str) {
        std::fs::remove_file(self.folder.path().join(format!("{name}.freshness"))).unwrap();
    }
}

/// The row of an entry that is there.
pub fn row(record: &Record, id: EntryId) -> Row {
    record.row(&id).unwrap().unwrap()
}

/// Both have the same log and show the same.
pub fn agree(left: &Record, right: &Record) {
    assert_eq!(left.log_digest(), right.log_digest());
    assert_eq!(left.view_digest().unwrap(), right.view_digest().unwrap());
}

/// All is whole, and the caches say what the log says.
pub fn is_sound(record: &mut Record) {
    assert_eq!(record.verify().unwrap().faults, []);
    let before = record.view_digest().unwrap();
    record.rebuild().unwrap();
    assert_eq!(record.view_digest().unwrap(), before);
}

fn meet_cut(left: &mut Record, right: &mut Record, most: usize) -> Met {
    let (one, first) = SyncSession::start(left, right.device()).unwrap();
    let other = SyncSession::answer(right, left.device()).unwrap();
    talk_cut((left, one, first), (right, other), most)
}

fn talk_cut(
    (left, mut one, first): (&mut Record, SyncSession, Vec<Vec<u8>>),
    (right, mut other): (&mut Record, SyncSession),
    mut most: usize,
) -> Met {
    let mut met = Met::default();
    let mut to_right: VecDeque<Vec<u8>> = first.into();
    let mut to_left: VecDeque<Vec<u8>> = VecDeque::new();
    let mut rightwards = true;
    while !(to_right.is_empty() && to_left.is_empty()) && most > 0 {
        met.turns += 1;
        let queue = if rightwards { &mut to_right } else { &mut to_left };
        let batch: Vec<Vec<u8>> = queue.drain(..).collect();
        for message in batch {
            if most == 0 {
                break;
            }
            most -= 1;
            met.bytes += message.len();
            met.lengths.push(message.len());
            let step = if rightwards {
                other.receive(right, &message).unwrap()
            } else {
                one.receive(left, &message).unwrap()
            };
            met.same |= step.events.contains(&SyncEvent::Same);
            met.apart |= step.events.contains(&SyncEvent::Apart);
            met.events.extend(step.events);
            if rightwards {
                to_left.extend(step.send)
            } else {
                to_right.extend(step.send)
            }
        }
        rightwards = !rightwards;
    }
    met
}
