use crate::given::*;
use pocketchart::{Chart, KdfLevel, OpenError, Section, StoreError, Unlock};

#[test]
fn a_locked_record_opens_again_as_it_was() {
    let (chart, scratch) = maria();
    let before = digest(&chart);
    chart.lock();
    let chart = Chart::open(&scratch.home, &unlock()).unwrap();
    assert_eq!(digest(&chart), before);
    assert_eq!(chart.devices().len(), 1);
    assert!(chart.devices()[0].is_this && chart.devices()[0].name == "phone");
}

fn refused(result: Result<Chart, OpenError>) -> &'static str {
    match result {
        Ok(_) => "opened",
        Err(error) => error.id(),
    }
}

#[test]
fn what_does_not_open() {
    let (chart, scratch) = chart();
    assert_eq!(refused(Chart::open(&scratch.home, &unlock())), "store-busy");
    let again = Chart::create(&scratch.home, &with(&unlock(), "phone")).map(|(chart, _)| chart);
    assert_eq!(refused(again), "store-exists");
    chart.lock();
    assert_eq!(
        refused(Chart::open(&scratch.home, &Unlock::passphrase("wrong"))),
        "store-wrong-key"
    );
    let empty = crate::given::scratch();
    assert_eq!(refused(Chart::open(&empty.home, &unlock())), "store-missing");
    assert_eq!(refused(Chart::open(&scratch.home, &unlock())), "opened");
}

#[test]
fn a_new_passphrase_takes_the_old_ones_place() {
    let (mut chart, scratch) = chart();
    let new = Unlock::passphrase("another one");
    assert!(matches!(
        chart.change_unlock(&new, &unlock(), KdfLevel::Fast),
        Err(OpenError::Store(StoreError::WrongKey))
    ));
    chart.change_unlock(&unlock(), &new, KdfLevel::Fast).unwrap();
    chart.lock();
    assert_eq!(refused(Chart::open(&scratch.home, &unlock())), "store-wrong-key");
    assert_eq!(refused(Chart::open(&scratch.home, &new)), "opened");
}

#[test]
fn an_erased_record_is_gone() {
    let (chart, scratch) = maria();
    chart.erase().unwrap();
    assert_eq!(refused(Chart::open(&scratch.home, &unlock())), "store-missing");
    assert!(!scratch.home.holds_record());
}

#[test]
fn a_folder_put_back_is_noticed() {
    let (chart, scratch) = maria();
    chart.lock();
    let kept = scratch.folder.join("record.db");
    let old = std::fs::read(&kept).unwrap();
    let mut chart = Chart::open(&scratch.home, &unlock()).unwrap();
    let latex = titled(&chart, Section::Allergies, "Latex").id;
    chart.retract(latex, None).unwrap();
    chart.lock();
    for name in ["record.db-wal", "record.db-shm"] {
        let _ = std::fs::remove_file(scratch.folder.join(name));
    }
    std::fs::write(&kept, old).unwrap();
    assert_eq!(
        refused(Chart::open(&scratch.home, &unlock())),
        "store-rolled-back"
    );
    let mut chart = Chart::open_put_back(&scratch.home, &unlock()).unwrap();
    titled(&chart, Section::Allergies, "Latex");
    assert_eq!(chart.verify().unwrap().faults, []);
}

#[test]
fn everything_derived_can_be_made_anew() {
    let (mut chart, _scratch) = maria();
    let before = digest(&chart);
    chart.rebuild().unwrap();
    assert_eq!(digest(&chart), before);
    let health = chart.verify().unwrap();
    // In each of the sections that got something, one entry says with which file it came.
    const MARKS: u64 = 15;
    assert_eq!((health.faults.len(), health.entries), (0, 132 + MARKS));
}
