use crate::attach::{noise, scan};
use crate::given::*;
use pocketchart::{Chart, RecoveryWords, RestoreError, Section};

#[test]
fn a_backup_and_the_words_bring_everything_back() {
    let first = scratch();
    let (mut chart, words) = create(&first, "phone");
    import(&mut chart, &example());
    let bytes = noise(700_000);
    let file = chart.attach(scan(bytes.clone())).unwrap().id;
    let latex = titled(&chart, Section::Allergies, "Latex").id;
    chart.retract(latex, Some("the powder")).unwrap();
    let mut backup = Vec::new();
    let report = chart.backup(&mut backup).unwrap();
    assert_eq!(report.bytes, backup.len() as u64);

    let second = scratch();
    let typed = RecoveryWords::parse(&words.to_text().to_uppercase()).unwrap();
    let (mut back, _) = Chart::restore(
        &second.home,
        &typed,
        &with(&unlock(), "new phone"),
        &mut backup.as_slice(),
    )
    .unwrap();
    assert_eq!(digest(&back), digest(&chart));
    assert!(back.extract(file).unwrap().bytes == bytes);
    assert_eq!(back.verify().unwrap().faults, []);
    back.dispute(titled(&back, Section::Allergies, "Penicillin").id, None)
        .unwrap();
    assert_eq!(back.devices().len(), 2);
}

#[test]
fn what_does_not_restore_leaves_nothing_behind() {
    let first = scratch();
    let (mut chart, words) = create(&first, "phone");
    import(&mut chart, &example());
    let mut backup = Vec::new();
    chart.backup(&mut backup).unwrap();
    let others = create(&scratch(), "other").1;
    let mut altered = backup.clone();
    let middle = altered.len() / 2;
    altered[middle] ^= 1;
    let cases: [(&RecoveryWords, &[u8], &str); 5] = [
        (&others, &backup, "restore-wrong-words"),
        (&words, &altered, "restore-damaged"),
        (&words, &backup[..backup.len() - 1], "restore-damaged"),
        (
            &words,
            b"PK\x03\x04 something else entirely",
            "restore-not-a-backup",
        ),
        (&words, b"", "restore-not-a-backup"),
    ];
    for (words, file, id) in cases {
        let place = scratch();
        let result = Chart::restore(&place.home, words, &with(&unlock(), "new phone"), &mut &*file);
        let error: RestoreError = result.err().unwrap();
        assert_eq!(error.id(), id, "{error:?}");
        assert!(!place.home.holds_record(), "{id}");
    }
}
