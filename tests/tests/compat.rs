//! Every format that was ever released is read in each run: the record's folder, its log, a backup with the words.
//! `tests/compat` keeps one of each; `tests/examples/make_compat.rs` made them.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test")]

use pocketchart::build::{Concept, Medicine};
use pocketchart::{Chart, Draft};
use pocketchart_tests::compat::*;
use std::fs::File;
use std::path::{Path, PathBuf};

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for file in std::fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}

fn each_format(check: impl Fn(&Path, &Path, &str)) {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(formats())
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    folders.sort();
    assert!(!folders.is_empty());
    for format in folders {
        let scratch = tempfile::tempdir().unwrap();
        let wanted = std::fs::read_to_string(format.join(SHOWN)).unwrap();
        println!("{}: {} lines", format.display(), wanted.lines().count());
        assert!(wanted.lines().count() > 200);
        check(&format, scratch.path(), &wanted);
    }
}

fn is_whole(chart: &mut Chart, wanted: &str) {
    assert_eq!(shown(chart).unwrap(), wanted);
    assert_eq!(chart.verify().unwrap().faults, []);
}

#[test]
fn a_record_of_each_format_opens_and_goes_on() {
    each_format(|format, scratch, wanted| {
        let folder = scratch.join("record");
        copy(&format.join(RECORD), &folder);
        let mut chart = Chart::open(&home(&folder), &unlock()).unwrap();
        is_whole(&mut chart, wanted);
        chart.rebuild().unwrap();
        is_whole(&mut chart, wanted);
        let new = Draft::Medicine(Medicine {
            what: Concept::words("added in another format"),
            ..Medicine::default()
        });
        chart.add(new).unwrap();
        chart.lock();
        let mut chart = Chart::open(&home(&folder), &unlock()).unwrap();
        let longer = shown(&chart).unwrap();
        assert!(wanted.lines().all(|line| longer.lines().any(|it| it == line)));
        assert_eq!(chart.verify().unwrap().faults, []);
    });
}

#[test]
fn a_backup_of_each_format_is_restored() {
    each_format(|format, scratch, wanted| {
        let mut backup = File::open(format.join(BACKUP)).unwrap();
        let home = home(&scratch.join("record"));
        let unlock = unlock();
        let with = device(&unlock, "new phone");
        let (mut chart, _) = Chart::restore(&home, &words(format), &with, &mut backup).unwrap();
        is_whole(&mut chart, wanted);
    });
}
