//! Charts in scratch folders, on a clock that tests set.

use pocketchart::{
    Chart, Clock, Context, CreateChart, Entropy, FreshnessFile, Home, ImportOptions, ImportReport, ItemView,
    KdfLevel, ListOptions, Place, RecoveryWords, Section, Unlock,
};
use std::io::Cursor;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;

pub(crate) const PASSPHRASE: &str = "correct horse battery staple";
/// 3 March 2026, 10:00 UTC.
const START: u64 = 1_772_532_000_000;
const DAY: u64 = 86_400_000;

/// A clock that moves one millisecond each time it is read, and a day when told.
pub(crate) struct TestClock(AtomicU64);

impl TestClock {
    pub(crate) fn pass_days(&self, days: u64) {
        self.0.fetch_add(days * DAY, Ordering::SeqCst);
    }

    pub(crate) fn pass_days_back(&self, days: u64) {
        self.0.fetch_sub(days * DAY, Ordering::SeqCst);
    }
}

impl TestClock {
    /// To the machine's time, by which a relay goes.
    pub(crate) fn go_to_now(&self) {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let now = u64::try_from(now.unwrap().as_millis()).unwrap();
        self.0.store(now, Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> u64 {
        self.0.fetch_add(1, Ordering::SeqCst)
    }
}

struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, buffer: &mut [u8]) {
        pocketchart_crypto::random_bytes(buffer);
    }
}

/// A place for one record; its folder goes with it.
pub(crate) struct Scratch {
    pub(crate) home: Home,
    pub(crate) clock: Arc<TestClock>,
    pub(crate) folder: PathBuf,
    _dir: TempDir,
}

pub(crate) fn scratch() -> Scratch {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("record");
    let clock = Arc::new(TestClock(AtomicU64::new(START)));
    let freshness = Arc::new(FreshnessFile::new(dir.path().join("state/freshness")));
    let context = Context::new(clock.clone(), Arc::new(SystemEntropy));
    Scratch {
        home: Home::at(Place::new(&folder, freshness), context),
        clock,
        folder,
        _dir: dir,
    }
}

pub(crate) fn unlock() -> Unlock {
    Unlock::passphrase(PASSPHRASE)
}

pub(crate) fn with<'a>(unlock: &'a Unlock, device_name: &'a str) -> CreateChart<'a> {
    CreateChart {
        unlock,
        kdf: KdfLevel::Fast,
        device_name,
    }
}

pub(crate) fn create(scratch: &Scratch, device_name: &str) -> (Chart, RecoveryWords) {
    Chart::create(&scratch.home, &with(&unlock(), device_name)).unwrap()
}

/// An empty chart.
pub(crate) fn chart() -> (Chart, Scratch) {
    let scratch = scratch();
    let (chart, _) = create(&scratch, "phone");
    (chart, scratch)
}

/// A chart with the example record.
pub(crate) fn maria() -> (Chart, Scratch) {
    let (mut chart, scratch) = chart();
    import(&mut chart, &example());
    (chart, scratch)
}

/// The record that the project ships.
pub(crate) fn example() -> Vec<u8> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/maria-okafor.json");
    std::fs::read(path).unwrap()
}

pub(crate) const SYNTHEA: [&str; 7] = [
    "alden_considine",
    "benedict_ortiz",
    "clint_champlin",
    "gil_sanford",
    "jacob_king",
    "meg_toy",
    "tressa_bergstrom",
];

/// A Synthea bundle; none where the shared data are not here, which fails under `CI`.
pub(crate) fn synthea(name: &str) -> Option<Vec<u8>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/synthea");
    match std::fs::read(format!("{folder}/{name}.json")) {
        Ok(bytes) => Some(bytes),
        Err(error) if std::env::var_os("CI").is_some() => panic!("{name}: {error}"),
        Err(_) => {
            println!("not run: 1 (the shared data are not here)");
            None
        }
    }
}

pub(crate) fn try_import(chart: &mut Chart, file: &[u8]) -> Result<ImportReport, pocketchart::ImportError> {
    let options = ImportOptions {
        file_name: "file.json".into(),
        ..ImportOptions::default()
    };
    chart.import(Cursor::new(file), &options, &mut |_| ())
}

pub(crate) fn import(chart: &mut Chart, file: &[u8]) -> ImportReport {
    try_import(chart, file).unwrap()
}

pub(crate) fn list(chart: &Chart, section: Section) -> Vec<ItemView> {
    let options = ListOptions {
        limit: usize::MAX,
        ..ListOptions::default()
    };
    chart.list(section, &options).unwrap().items
}

/// The item of that title.
pub(crate) fn titled(chart: &Chart, section: Section, title: &str) -> ItemView {
    let items = list(chart, section);
    let mut found = items
        .into_iter()
        .filter(|item| item.facts.title.as_deref() == Some(title));
    let first = found.next().unwrap_or_else(|| panic!("{title} is not listed"));
    assert!(found.next().is_none(), "{title} is listed twice");
    first
}

pub(crate) fn titles(items: &[ItemView]) -> Vec<&str> {
    items
        .iter()
        .map(|item| item.facts.title.as_deref().unwrap_or(""))
        .collect()
}

pub(crate) fn digest(chart: &Chart) -> [u8; 32] {
    chart.record().view_digest().unwrap()
}

pub(crate) fn bundle(resources: &[&str]) -> Vec<u8> {
    let entries: Vec<String> = resources
        .iter()
        .map(|it| format!(r#"{{"resource":{it}}}"#))
        .collect();
    format!(
        r#"{{"resourceType":"Bundle","type":"collection","entry":[{}]}}"#,
        entries.join(",")
    )
    .into_bytes()
}

/// Numbers from a seed.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    pub(crate) fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}
