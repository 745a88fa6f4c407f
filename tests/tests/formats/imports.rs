//! What marks the entries of one file, in a real record.

use super::rules::{self, Value};
use pocketchart::{Chart, CreateChart, Home, ImportOptions, KdfLevel, NoFreshness, Origin, Section, Unlock};
use pocketchart_fhir::split::{Part, split_bytes};
use std::io::Cursor;
use std::sync::Arc;

#[test]
fn the_mark_of_an_import_follows_its_rule_in_each_section() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::new(folder.path(), Arc::new(NoFreshness));
    let unlock = Unlock::passphrase("correct horse battery staple");
    let with = CreateChart {
        unlock: &unlock,
        kdf: KdfLevel::Fast,
        device_name: "phone",
    };
    let (mut chart, _) = Chart::create(&home, &with).unwrap();
    let file = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../examples/maria-okafor.json"
    ))
    .unwrap();
    let options = ImportOptions {
        file_name: "maria.json".into(),
        origin: Some(Origin::of_link("hospital.example")),
        ..ImportOptions::default()
    };
    let report = chart.import(Cursor::new(&file), &options, &mut |_| ()).unwrap();
    let (mut imports, mut entries, mut marks) = (Vec::new(), 0, 0);
    for section in Section::ALL {
        let rows = chart.record().rows(section).unwrap();
        for row in rows.iter().filter(|row| row.entry.kind == "pocketchart/import") {
            let mark = rules::tree(&chart.record().body(row).unwrap().unwrap());
            rules::allows("import", &mark).unwrap();
            for false_mark in rules::falsified(&mark) {
                assert!(rules::allows("import", &false_mark).is_err(), "{false_mark:?}");
            }
            let Value::Array(parts) = &mark else {
                panic!("{mark:?}");
            };
            let Value::Integer(count) = parts[2] else {
                panic!("{mark:?}");
            };
            imports.push(parts[1].clone());
            entries += u64::try_from(count).unwrap();
            marks += 1;
        }
    }
    imports.dedup();
    let parts = split_bytes(&file).unwrap();
    assert!(parts.iter().all(|part| matches!(part, Part::Resource(_))));
    assert_eq!((imports.len(), entries), (1, parts.len() as u64));
    assert_eq!(marks, report.sections.len());
}
