//! A record's file under foreign hands: a record with rows of every kind, its rows below the engine, and everything
//! that it shows, for comparison.

use crate::crash::{Number, setup};
use crate::world::{World, blob, correct, note, unlock};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_faults::CrashFs;
use pocketchart_record::*;
use rusqlite::{Connection, OpenFlags, params};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Rows below the engine, by space and key.
pub type Rows = BTreeMap<(u8, Vec<u8>), Vec<u8>>;

/// A record's file, opened without the engine.
pub struct Below(Connection);

impl Below {
    pub fn of(disk: &CrashFs) -> Self {
        let path = disk.path("record.db");
        Self(Connection::open_with_flags_and_vfs(path, OpenFlags::default(), disk.vfs_name()).unwrap())
    }

    pub fn rows(&self) -> Rows {
        let mut statement = self.0.prepare("SELECT space, key, value FROM row").unwrap();
        let rows = statement.query_map((), |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)));
        rows.unwrap().map(Result::unwrap).collect()
    }

    pub fn put(&self, space: u8, key: &[u8], value: &[u8]) {
        let sql = "INSERT OR REPLACE INTO row VALUES (?1, ?2, ?3)";
        self.0.execute(sql, params![space, key, value]).unwrap();
    }

    pub fn delete(&self, space: u8, key: &[u8]) {
        let sql = "DELETE FROM row WHERE space = ?1 AND key = ?2";
        assert_eq!(self.0.execute(sql, params![space, key]).unwrap(), 1);
    }
}

/// Takes every body, so that another device can refuse it.
struct AnyBodies;

impl BodyReader for AnyBodies {
    fn read(&self, _: &str, _: Section, _: Option<&str>, _: &[u8]) -> Result<Derived, Unfit> {
        Ok(Derived::default())
    }
}

/// A record with rows of every kind, and the rows that it had at an earlier time.
pub struct Sample {
    pub world: World,
    pub disk: CrashFs,
    pub commit: u64,
    pub earlier_disk: CrashFs,
    pub earlier: Rows,
}

/// Those who write it.
struct Cast {
    world: World,
    phone: Record,
    tablet: Record,
    clinic: Record,
    /// Those of the phone and the clinic.
    _disks: [CrashFs; 2],
}

impl Cast {
    fn gather(disk: &CrashFs) -> Self {
        let world = World::new(5);
        let place = |disk: &CrashFs| setup(disk, Number::new(None), &world.context);
        let words = RecoveryWords::make(&world.context);
        let disks = [CrashFs::new(1), CrashFs::new(2)];
        let mut phone = Record::create(place(&disks[0]), &words, &unlock(), KdfLevel::Fast, "phone").unwrap();
        let applicant = Applicant::new(&world.context);
        let welcome = phone
            .welcome_device(applicant.public(), "tablet", &unlock())
            .unwrap();
        let mut tablet = Record::join(place(disk), applicant, welcome, &unlock(), KdfLevel::Fast).unwrap();
        for number in 0..WORTH_A_BASE + 6 {
            phone
                .append(vec![note(Section::Vitals, &format!("reading {number}"))])
                .unwrap();
        }
        let large = world.noise(8 * CHUNK + 100);
        phone.append(vec![blob(Section::Documents, large)]).unwrap();
        let sections = [Section::Medications, Section::Results, Section::Notes];
        // A section has a key once something is written there.
        let first = sections.map(|section| note(section, "first"));
        phone.append(first.into()).unwrap();
        let identity = SigningKey::from_seed(&world.context.secret());
        let now = world.context.now();
        let permission = Permission {
            author: AuthorId(*identity.public().as_bytes()),
            name: "clinic".into(),
            sections: sections.to_vec(),
            not_before: now,
            not_after: now + 86_400_000,
        };
        phone.permit(permission, &unlock()).unwrap();
        let applicant = Applicant::new(&world.context);
        let certificate = certify(phone.id(), &identity, applicant.public(), "clinic", now);
        let welcome = phone.welcome_author(certificate, &sections).unwrap();
        let any = Setup {
            bodies: Arc::new(AnyBodies),
            ..place(&disks[1])
        };
        let clinic = Record::join(any, applicant, welcome, &unlock(), KdfLevel::Fast).unwrap();
        assert!(world.sync(&mut tablet, &mut phone).same);
        Self {
            world,
            phone,
            tablet,
            clinic,
            _disks: disks,
        }
    }

    fn feed_of(record: &Record, section: Section) -> FeedTag {
        let mut feeds = record
            .feeds()
            .filter(|feed| feed.section == section && feed.device == record.device());
        feeds.next().unwrap().tag
    }

    /// Something of everything.
    fn play(&mut self, round: usize) {
        let Self {
            world,
            phone,
            tablet,
            clinic,
            ..
        } = self;
        let mut written = note(Section::Results, &format!("result {round}"));
        written.source = Some(Source {
            system: "https://clinic.example".into(),
            kind: "Observation".into(),
            id: "1".into(),
        });
        let ids = tablet
            .append(vec![written, note(Section::Results, "another")])
            .unwrap();
        let changed = correct(Section::Results, "corrected", ids[1]);
        tablet.append(vec![changed]).unwrap();
        clinic
            .append(vec![
                note(Section::Medications, &format!("aspirin {round}")),
                note(Section::Notes, &format!("unfit {round}")),
            ])
            .unwrap();
        world.sync(tablet, clinic);
        // The second of two envelopes waits for the first.
        for text in ["first", "second"] {
            clinic.append(vec![note(Section::Medications, text)]).unwrap();
        }
        let sent = clinic
            .envelopes(Self::feed_of(clinic, Section::Medications))
            .unwrap();
        let waits = tablet
            .accept(&sent[sent.len() - 1..], Origin::Live(clinic.device()))
            .unwrap();
        assert_eq!(waits.waiting, 1);
        // A large body is named before it comes.
        let large = world.noise(8 * CHUNK + 50);
        phone.append(vec![blob(Section::Documents, large)]).unwrap();
        let sent = phone.envelopes(Self::feed_of(phone, Section::Documents)).unwrap();
        tablet.accept(&sent, Origin::Stored).unwrap();
        assert!(!tablet.missing_bodies(&[Section::Documents]).unwrap().is_empty());
    }
}

impl Sample {
    pub fn make() -> Self {
        let disk = CrashFs::new(3);
        let mut cast = Cast::gather(&disk);
        cast.play(1);
        let earlier_disk = disk.copy();
        let earlier = Below::of(&earlier_disk).rows();
        cast.play(2);
        let Cast { world, tablet, .. } = cast;
        let commit = tablet.commits();
        drop(tablet);
        Self {
            world,
            disk,
            commit,
            earlier_disk,
            earlier,
        }
    }

    /// Opens it, or a copy that was tampered with.
    pub fn open(&self, disk: &CrashFs, number: Option<u64>) -> Result<Record, OpenError> {
        let setup = setup(disk, Number::new(number), &self.world.context);
        Record::open(setup, &unlock(), Rollback::Refuse)
    }
}

/// Everything that a record shows; not what waits for keys, predecessors or decisions.
pub fn everything(record: &Record) -> Result<String, StoreError> {
    let mut shown = String::new();
    let mut show = |what: &dyn std::fmt::Debug| shown.push_str(&format!("{what:?}\n"));
    for section in Section::ALL {
        show(&record.head(section)?);
        for row in record.rows(section)? {
            show(&record.body(&row)?.map(|body| BodyRef::of(&body)));
            show(&record.row(&row.id)?);
            show(&record.history(&row.id)?.len());
            if let Some(source) = &row.entry.source {
                show(&record.from_source(source)?.is_some());
            }
            show(&row);
        }
        show(&record.missing_bodies(&[section])?);
    }
    show(&record.search(&Section::ALL, &["res".into()])?.len());
    show(&record.statements().iter().collect::<Vec<_>>());
    show(&record.feeds().collect::<Vec<_>>());
    Ok(shown)
}
