//! Bad files leave the record as it was.

use crate::given::*;
use pocketchart::ImportError;

#[test]
fn files_that_are_none() {
    let (mut chart, _scratch) = maria();
    let (before, commits) = (digest(&chart), chart.record().commits());
    let whole = example();
    let cases: [(&[u8], &str); 8] = [
        (b"", "import-empty"),
        (b" \n \n", "import-empty"),
        (b"resourceType: Patient", "import-not-json"),
        (b"\xFF\xFE{\0", "import-not-json"),
        (b"<ClinicalDocument/>", "ccda-not-clinical-document"),
        (b"{}", "import-nothing-readable"),
        (
            b"{\"resourceType\":\"Bundle\",\"type\":\"collection\"}",
            "import-nothing-readable",
        ),
        (&whole[..whole.len() / 2], "import-truncated"),
    ];
    for (file, id) in cases {
        let error = try_import(&mut chart, file).unwrap_err();
        assert_eq!(error.id(), id, "{error:?}");
    }
    assert_eq!((digest(&chart), chart.record().commits()), (before, commits));
}

#[test]
fn a_file_cut_off_anywhere_changes_nothing() {
    let (mut chart, _scratch) = chart();
    let whole = example();
    let (before, mut refused) = (digest(&chart), 0);
    for cut in (1..whole.len() - 1).step_by(1499) {
        match try_import(&mut chart, &whole[..cut]) {
            Err(ImportError::Truncated(_) | ImportError::NothingReadable) => refused += 1,
            other => panic!("cut at {cut}: {other:?}"),
        }
    }
    assert_eq!(digest(&chart), before);
    println!("{refused} cuts refused");
}

#[test]
fn ndjson_that_ends_inside_a_line_changes_nothing() {
    let (mut chart, _scratch) = chart();
    let before = digest(&chart);
    let file = b"{\"resourceType\":\"Condition\",\"id\":\"1\"}\n{\"resourceType\":\"Condition\",\"id\":\"2\"}\n{\"resourceType\":\"Cond";
    assert_eq!(try_import(&mut chart, file).unwrap_err().id(), "import-truncated");
    assert_eq!(digest(&chart), before);
}

#[test]
fn damaged_files_never_panic() {
    let whole = example();
    let (mut chart, _scratch) = chart();
    let mut seed = 0x5eed_u64;
    println!("seed {seed:#x}");
    for _ in 0..60 {
        let mut file = whole.clone();
        for _ in 0..20 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let at = (seed >> 20) as usize % file.len();
            file[at] = (seed >> 12) as u8;
        }
        let options = pocketchart::ImportOptions {
            file_name: "damaged".into(),
            same_person: true,
            ..pocketchart::ImportOptions::default()
        };
        let result = chart.import(std::io::Cursor::new(&file), &options, &mut |_| ());
        if let Ok(report) = result {
            assert_eq!(
                report.read,
                report.new + report.updated + report.held + report.unreadable
            );
        }
    }
    assert_eq!(chart.verify().unwrap().faults, []);
}
