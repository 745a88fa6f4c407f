//! Each call of the file system in turn fails: the engine says so, nothing acknowledged is lost, and the record goes
//! on once the disk works again (reliability.md R3).

use pocketchart_faults::{CrashFs, Fault, Repeat};
use pocketchart_record::*;
use pocketchart_tests::crash::{Number, key, setup};
use pocketchart_tests::world::{World, correct, note};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

const SEED: u64 = 11;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Flow {
    Create,
    Append,
    Import,
    Accept,
    Rebuild,
}

/// A record before the flow, and what the flow needs.
struct Scene {
    flow: Flow,
    disk: CrashFs,
    /// Entries that are there, and their content.
    entries: Vec<(EntryId, Vec<u8>)>,
    rows: u64,
    adds: u64,
    commit: Option<u64>,
    peer: Option<DeviceId>,
    message: Vec<u8>,
}

/// What is found once the disk works again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    /// The call's failure was survived: all was done.
    Done,
    /// An error of this kind, and all or nothing was done.
    Refused(&'static str),
    /// Something acknowledged is missing.
    Lost,
    /// It panicked, does not open, holds half of something, or does not work any more.
    Broken(String),
}

impl Verdict {
    fn is_well(&self) -> bool {
        matches!(self, Verdict::Done | Verdict::Refused(_))
    }
}

/// A world of its own for each try, so that the same calls come in the same order.
fn world() -> World {
    World::new(SEED)
}

impl Scene {
    fn before(flow: Flow) -> Self {
        let world = world();
        let disk = CrashFs::new(SEED);
        let mut scene = Self {
            flow,
            disk,
            entries: Vec::new(),
            rows: 0,
            adds: 0,
            commit: None,
            peer: None,
            message: Vec::new(),
        };
        if flow == Flow::Create {
            return scene;
        }
        let words = RecoveryWords::make(&world.context);
        let place = setup(&scene.disk, Number::new(None), &world.context);
        let mut record = Record::create(place, &words, &key(1), KdfLevel::Fast, "phone").unwrap();
        let bodies: Vec<String> = (0..100).map(|number| format!("result {number}")).collect();
        let notes = bodies.iter().map(|text| note(Section::Results, text)).collect();
        let ids = record.append(notes).unwrap();
        scene.entries = ids
            .into_iter()
            .zip(bodies.into_iter().map(String::into_bytes))
            .collect();
        let applicant = Applicant::new(&world.context);
        let welcome = record
            .welcome_device(applicant.public(), "tablet", &key(1))
            .unwrap();
        let elsewhere = CrashFs::new(SEED);
        let place = setup(&elsewhere, Number::new(None), &world.context);
        let mut other = Record::join(place, applicant, welcome, &key(1), KdfLevel::Fast).unwrap();
        assert!(world.sync(&mut other, &mut record).same);
        scene.rows = record.head(Section::Results).unwrap().rows;
        scene.commit = Some(record.commits());
        match flow {
            Flow::Append => scene.adds = 1,
            Flow::Import => scene.adds = 260,
            Flow::Accept => {
                let target = scene.entries[0].0;
                let written = (0..4).map(|number| note(Section::Results, &format!("other {number}")));
                other.append(written.collect()).unwrap();
                other
                    .append(vec![correct(Section::Results, "corrected", target)])
                    .unwrap();
                other.append(vec![note(Section::Results, "last")]).unwrap();
                scene.adds = 6;
                scene.peer = Some(other.device());
                let (_, mut first) = SyncSession::start(&mut other, record.device()).unwrap();
                scene.message = first.remove(0);
            }
            Flow::Create | Flow::Rebuild => {}
        }
        scene
    }

    /// The record on a disk of its own, not yet opened.
    fn begin(&self) -> (CrashFs, World) {
        (self.disk.copy(), world())
    }

    fn setup(&self, disk: &CrashFs, world: &World) -> Setup {
        setup(disk, Number::new(self.commit), &world.context)
    }

    /// Opens the record, or makes it, and carries the flow out.
    fn act(&self, disk: &CrashFs, world: &World, record: &mut Option<Record>) -> Result<(), &'static str> {
        let setup = self.setup(disk, world);
        let opened = match self.flow {
            Flow::Create => {
                let words = RecoveryWords::make(&world.context);
                Record::create(setup, &words, &key(1), KdfLevel::Fast, "phone")
            }
            _ => Record::open(setup, &key(1), Rollback::Refuse),
        };
        let open = record.insert(opened.map_err(|error| match error {
            OpenError::Store(error) => kind(error),
            _ => "not the store's",
        })?);
        let written = |error: AppendError| match error {
            AppendError::Store(error) => kind(error),
            _ => "not the store's",
        };
        match self.flow {
            Flow::Create => Ok(()),
            Flow::Append => open
                .append(vec![note(Section::Results, "one")])
                .map(drop)
                .map_err(written),
            Flow::Import => {
                let batch = (0..self.adds).map(|number| NewEntry {
                    source: Some(Source {
                        system: "https://clinic.example".into(),
                        kind: "Basic".into(),
                        id: number.to_string(),
                    }),
                    ..note(Section::Results, &format!("imported {number}"))
                });
                open.append(batch.collect()).map(drop).map_err(written)
            }
            Flow::Accept => {
                let received = |error: SyncError| match error {
                    SyncError::Store(error) => kind(error),
                    _ => "not the store's",
                };
                let Some(peer) = self.peer else {
                    return Err("no peer");
                };
                let mut session = SyncSession::answer(open, peer).map_err(received)?;
                session.receive(open, &self.message).map(drop).map_err(received)
            }
            Flow::Rebuild => open.rebuild().map_err(kind),
        }
    }

    /// Looks at what is left, through the record that saw the failure and through one that is opened anew.
    fn examine(
        &self,
        disk: &CrashFs,
        world: &World,
        live: Option<Record>,
        outcome: Result<(), &'static str>,
        claimed: bool,
    ) -> Result<(), Verdict> {
        let broken = |what: &str, error: &dyn std::fmt::Display| Verdict::Broken(format!("{what}: {error}"));
        let Some(mut live) = live else {
            let again = Record::open(self.setup(disk, world), &key(1), Rollback::Refuse);
            match (again, claimed) {
                (_, true) => return Err(Verdict::Lost),
                (Ok(_), _) => return Ok(()),
                (Err(error), _) if self.flow != Flow::Create => return Err(broken("open again", &error)),
                (Err(_), _) => {}
            }
            let words = RecoveryWords::make(&world.context);
            let made = Record::create(self.setup(disk, world), &words, &key(1), KdfLevel::Fast, "phone");
            return made.map(drop).map_err(|error| broken("create again", &error));
        };
        let head = live
            .head(Section::Results)
            .map_err(|error| broken("head", &error))?;
        let done = self.rows + self.adds;
        if head.rows != done && (outcome.is_ok() || claimed) {
            return Err(Verdict::Lost);
        }
        if head.rows != done && head.rows != self.rows {
            return Err(Verdict::Broken(format!("{} rows of {done}", head.rows)));
        }
        live.append(vec![note(Section::Vitals, "afterwards")])
            .map_err(|error| broken("append", &error))?;
        let known: Vec<Feed> = live.feeds().cloned().collect();
        let statements: Vec<StatementId> = live.statements().iter().map(|(id, _)| *id).collect();
        let commits = live.commits();
        drop(live);
        let setup = setup(disk, Number::new(Some(commits)), &world.context);
        let mut record =
            Record::open(setup, &key(1), Rollback::Refuse).map_err(|error| broken("open", &error))?;
        if known != record.feeds().cloned().collect::<Vec<_>>()
            || statements != record.statements().iter().map(|(id, _)| *id).collect::<Vec<_>>()
        {
            return Err(Verdict::Broken("memory and file differ".into()));
        }
        for (id, content) in &self.entries {
            let row = record
                .row(id)
                .map_err(|error| broken("row", &error))?
                .ok_or(Verdict::Lost)?;
            if record
                .body(&row)
                .map_err(|error| broken("body", &error))?
                .as_ref()
                != Some(content)
            {
                return Err(Verdict::Lost);
            }
        }
        let verified = record.verify().map_err(|error| broken("verify", &error))?;
        match verified.faults.as_slice() {
            [] => Ok(()),
            faults => Err(Verdict::Broken(format!("{faults:?}"))),
        }
    }
}

fn kind(error: StoreError) -> &'static str {
    match error {
        StoreError::Full => "disk full",
        StoreError::Database(_) => "database",
        StoreError::Altered(_) => "altered",
        StoreError::Io(_) => "folder",
        StoreError::Missing => "missing",
        _ => "another",
    }
}

/// Lets each call of the flow fail in turn; what is found afterwards.
fn fail_each_call(scene: &Scene, fault: Fault, repeat: Repeat, careless: bool) -> BTreeMap<Verdict, u64> {
    let ((disk, world), mut record) = (scene.begin(), None);
    assert_eq!(scene.act(&disk, &world, &mut record), Ok(()));
    let calls = disk.calls(fault);
    drop(record);
    let (mut verdicts, mut unstruck) = (BTreeMap::new(), 0);
    for call in 0..calls {
        let ((disk, world), mut record) = (scene.begin(), None);
        disk.inject(fault, call, repeat);
        let outcome = catch_unwind(AssertUnwindSafe(|| scene.act(&disk, &world, &mut record)));
        unstruck += u64::from(disk.struck() == 0);
        disk.heal();
        let verdict = match outcome {
            Err(_) => Verdict::Broken("it panicked".into()),
            Ok(outcome) => match scene.examine(&disk, &world, record, outcome, careless) {
                Err(verdict) => verdict,
                Ok(()) => outcome.map_or_else(Verdict::Refused, |()| Verdict::Done),
            },
        };
        if !verdict.is_well() && !careless {
            println!(
                "{:?} {fault:?} {repeat:?} at call {call}: {verdict:?}",
                scene.flow
            );
        }
        *verdicts.entry(verdict).or_default() += 1;
    }
    println!(
        "{:?} {fault:?} {repeat:?}, {} calls: {verdicts:?}",
        scene.flow, calls
    );
    // Chance of the cryptography's own may shift a page now and then.
    assert!(unstruck * 20 <= calls, "{unstruck} calls never came");
    verdicts
}

fn fail_all(flow: Flow) {
    let scene = Scene::before(flow);
    let kinds = [
        (Fault::Io, Repeat::Once),
        (Fault::Io, Repeat::Onward),
        (Fault::Full, Repeat::Once),
        (Fault::Full, Repeat::Onward),
        (Fault::ShortRead, Repeat::Once),
    ];
    let mut all_well = true;
    for (fault, repeat) in kinds {
        all_well &= fail_each_call(&scene, fault, repeat, false)
            .keys()
            .all(Verdict::is_well);
    }
    assert!(all_well, "printed above");
}

#[test]
fn creating_on_a_failing_disk() {
    fail_all(Flow::Create);
}

#[test]
fn appending_on_a_failing_disk() {
    fail_all(Flow::Append);
}

#[test]
fn importing_on_a_failing_disk() {
    fail_all(Flow::Import);
}

#[test]
fn taking_in_on_a_failing_disk() {
    fail_all(Flow::Accept);
}

#[test]
fn rebuilding_on_a_failing_disk() {
    fail_all(Flow::Rebuild);
}

/// Negative control: an error is taken for a success.
#[test]
fn a_swallowed_error_is_caught() {
    let verdicts = fail_each_call(&Scene::before(Flow::Append), Fault::Full, Repeat::Once, true);
    assert!(verdicts.contains_key(&Verdict::Lost), "{verdicts:?}");
}
