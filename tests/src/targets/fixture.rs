//! A small record to throw foreign bytes at, the same in each run.

use crate::crash::{Number, setup};
use crate::world::{Seeded, TextBodies, note, unlock};
use pocketchart_faults::CrashFs;
use pocketchart_record::*;
use std::sync::{Arc, LazyLock};

/// A clock that stands still.
struct Standing;

impl Clock for Standing {
    fn now(&self) -> Millis {
        1_700_000_000_000
    }
}

pub struct Fixture {
    pub words: RecoveryWords,
    pub context: Context,
    disk: CrashFs,
    commit: u64,
    /// Certified, and played by whoever throws.
    pub tablet: Applicant,
    pub certificate: StatementId,
    pub welcome: Vec<u8>,
    pub record: RecordId,
    pub patient: AuthorId,
    /// The patient's document of notes, its key, and the phone's feed in it.
    pub notes: DocumentId,
    pub key: SectionKey,
    pub feed: Feed,
    pub envelope: Vec<u8>,
}

/// A record, and the disk that must outlive it.
pub struct Held(pub Record, pub CrashFs);

static FIXTURE: LazyLock<Fixture> = LazyLock::new(Fixture::make);

pub fn fixture() -> &'static Fixture {
    &FIXTURE
}

impl Fixture {
    fn make() -> Self {
        let context = Context::new(Arc::new(Standing), Arc::new(Seeded::new(77)));
        let words = RecoveryWords::make(&context);
        let disk = CrashFs::new(77);
        let place = setup(&disk, Number::new(None), &context);
        let mut phone = Record::create(place, &words, &unlock(), KdfLevel::Fast, "phone").unwrap();
        phone
            .append(vec![note(Section::Notes, "one"), note(Section::Notes, "two")])
            .unwrap();
        let tablet = Applicant::new(&context);
        let welcome = phone
            .welcome_device(tablet.public(), "tablet", &unlock())
            .unwrap();
        let certificate = phone.statements().certificate_of(tablet.keys().id()).unwrap().0;
        let feed = phone.feeds().next().unwrap().clone();
        let recovery = words.derive_recovery();
        let key = phone
            .statements()
            .keys()
            .find_map(|record| SectionKey::from_record(record, &recovery))
            .unwrap();
        Self {
            certificate,
            welcome: welcome.to_bytes().to_vec(),
            record: phone.id(),
            patient: phone.patient(),
            notes: feed.document,
            key,
            envelope: phone.envelopes(feed.tag).unwrap().remove(0),
            feed,
            commit: phone.commits(),
            words,
            context,
            disk,
            tablet,
        }
    }

    /// The phone as it was, on a disk of its own.
    pub fn phone(&self) -> Held {
        let disk = self.disk.copy();
        let setup = setup(&disk, Number::new(Some(self.commit)), &self.context);
        Held(Record::open(setup, &unlock(), Rollback::Refuse).unwrap(), disk)
    }

    /// A place for a new record.
    pub fn empty(&self) -> (Setup, CrashFs) {
        let disk = CrashFs::new(1);
        let setup = Setup {
            bodies: Arc::new(TextBodies),
            ..setup(&disk, Number::new(None), &self.context)
        };
        (setup, disk)
    }
}
