//! Rows of a real record altered, moved, copied, deleted and put back; and the whole file put back (reliability.md R4).
//! Every bit of a row of each space: the unit tests of the store.

use pocketchart_faults::CrashFs;
use pocketchart_record::*;
use pocketchart_tests::tamper::{Below, Sample, everything};
use std::collections::{BTreeMap, BTreeSet};

/// By what an alteration was noticed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Noticed {
    Opening,
    Reading,
    Verifying,
    /// It was verified to be wrong, but until then something else was shown than was written.
    VerifyingOnly,
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Deed {
    Flip,
    Swap,
    CopyWithin,
    CopyAcross,
    Delete,
    PutBack,
    PutBackDeleted,
}

struct Bench {
    sample: Sample,
    whole: String,
    found: BTreeMap<(Deed, Noticed), u64>,
    failed: Vec<String>,
}

impl Bench {
    fn new() -> Self {
        let sample = Sample::make();
        let record = sample.open(&sample.disk.copy(), Some(sample.commit)).unwrap();
        let whole = everything(&record).unwrap();
        Self {
            sample,
            whole,
            found: BTreeMap::new(),
            failed: Vec::new(),
        }
    }

    fn notice(&self, disk: &CrashFs) -> Noticed {
        let Ok(mut record) = self.sample.open(disk, Some(self.sample.commit)) else {
            return Noticed::Opening;
        };
        let shown = everything(&record);
        let passes = record.verify().is_ok_and(|verified| verified.faults.is_empty());
        match (shown, passes) {
            (Err(_), _) => Noticed::Reading,
            (Ok(_), true) => Noticed::Never,
            (Ok(shown), false) if shown == self.whole => Noticed::Verifying,
            (Ok(_), false) => Noticed::VerifyingOnly,
        }
    }

    fn try_it(&mut self, deed: Deed, space: u8, act: impl FnOnce(&Below)) {
        let disk = self.sample.disk.copy();
        act(&Below::of(&disk));
        let noticed = self.notice(&disk);
        *self.found.entry((deed, noticed)).or_default() += 1;
        // A row that is missing, or old and once right, may show itself only when everything is verified.
        let excused = matches!(deed, Deed::Delete | Deed::PutBack | Deed::PutBackDeleted);
        if noticed == Noticed::Never || noticed == Noticed::VerifyingOnly && !excused {
            self.failed
                .push(format!("{deed:?} in space {space}: {noticed:?}"));
        }
    }
}

#[test]
fn rows_altered_moved_copied_deleted_or_put_back_are_noticed() {
    let mut bench = Bench::new();
    let rows = Below::of(&bench.sample.disk.copy()).rows();
    let spaces: BTreeSet<u8> = rows.keys().map(|(space, _)| *space).collect();
    println!("{} rows in the spaces {spaces:?}", rows.len());
    assert!(spaces.len() >= 22, "a space without a row");
    let mut random = fastrand::Rng::with_seed(3);
    let mut seen = BTreeMap::<u8, usize>::new();
    for ((space, key), value) in &rows {
        let number = seen.entry(*space).or_default();
        *number += 1;
        // Of the spaces with many rows, some.
        if *number > 6 && random.u8(..8) > 0 {
            continue;
        }
        for _ in 0..4 {
            let (at, bit) = (random.usize(..value.len()), random.u8(..8));
            bench.try_it(Deed::Flip, *space, |below| {
                let mut flipped = value.clone();
                flipped[at] ^= 1 << bit;
                below.put(*space, key, &flipped);
            });
        }
        bench.try_it(Deed::Delete, *space, |below| below.delete(*space, key));
        let next = rows.range((*space, [&key[..], &[0]].concat())..).next();
        if let Some(((same, other), theirs)) = next
            && same == space
        {
            bench.try_it(Deed::Swap, *space, |below| {
                below.put(*space, key, theirs);
                below.put(*space, other, value);
            });
        }
        bench.try_it(Deed::CopyWithin, *space, |below| {
            below.put(*space, &[&key[..], b"2"].concat(), value);
        });
        bench.try_it(Deed::CopyAcross, *space, |below| {
            below.put((space + 1) % 23, key, value)
        });
        if let Some(earlier) = bench.sample.earlier.get(&(*space, key.clone())).cloned()
            && earlier != *value
        {
            bench.try_it(Deed::PutBack, *space, |below| below.put(*space, key, &earlier));
        }
    }
    let gone = bench
        .sample
        .earlier
        .iter()
        .filter(|(at, _)| !rows.contains_key(*at));
    let gone: Vec<_> = gone
        .map(|((space, key), value)| (*space, key.clone(), value.clone()))
        .collect();
    for (space, key, value) in gone {
        bench.try_it(Deed::PutBackDeleted, space, |below| {
            below.put(space, &key, &value)
        });
    }
    for ((deed, noticed), count) in &bench.found {
        println!("  {deed:?}: {count} noticed by {noticed:?}");
    }
    let deeds: BTreeSet<Deed> = bench.found.keys().map(|(deed, _)| *deed).collect();
    assert_eq!(deeds.len(), 7, "{deeds:?}");
    assert_eq!(bench.failed, Vec::<String>::new());
    let untouched = bench.notice(&bench.sample.disk.copy());
    assert_eq!(untouched, Noticed::Never, "an untouched record passes");
}

#[test]
fn the_whole_file_put_back_is_noticed() {
    let sample = Sample::make();
    let back = |number| sample.open(&sample.earlier_disk.copy(), number);
    assert!(matches!(
        back(Some(sample.commit)),
        Err(OpenError::Store(StoreError::RolledBack))
    ));
    // Negative control: without the number kept outside it cannot be noticed.
    assert_eq!(back(None).unwrap().verify().unwrap().faults, []);
}
