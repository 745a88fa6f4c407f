use crate::given::*;
use pocketchart::{AttachError, ExtractError, NewFile, Section};

pub(crate) fn scan(bytes: Vec<u8>) -> NewFile {
    NewFile {
        name: "scan.png".into(),
        media_type: "image/png".into(),
        title: Some("Knee, left".into()),
        bytes,
        same_person: false,
    }
}

/// Bytes that do not compress.
pub(crate) fn noise(len: usize) -> Vec<u8> {
    let mut bytes = vec![0; len];
    pocketchart_crypto::random_bytes(&mut bytes);
    bytes
}

#[test]
fn a_large_file_comes_out_as_it_went_in() {
    let (mut chart, _scratch) = chart();
    let bytes = noise(3_000_000);
    let id = chart.attach(scan(bytes.clone())).unwrap().id;
    assert_eq!(
        titles(&list(&chart, Section::Documents)),
        ["Knee, left"],
        "shown once"
    );
    let out = chart.extract(id).unwrap();
    assert_eq!(
        (out.media_type.as_str(), out.name.as_deref()),
        ("image/png", Some("Knee, left"))
    );
    assert!(out.bytes == bytes);
    assert_eq!(chart.search("knee").unwrap()[0].id, id);
    // The same bytes once more: another document, the same file.
    let rows = |chart: &pocketchart::Chart| chart.record().head(Section::Documents).unwrap().rows;
    let before = rows(&chart);
    chart.attach(scan(bytes)).unwrap();
    assert_eq!(rows(&chart), before + 1);
    assert_eq!(chart.verify().unwrap().faults, []);
}

#[test]
fn a_file_inside_a_resource_comes_out_too() {
    let (chart, _scratch) = maria();
    let documents = list(&chart, Section::Documents);
    let files: Vec<_> = documents
        .iter()
        .filter_map(|item| chart.extract(item.id).ok())
        .collect();
    assert!(
        files
            .iter()
            .any(|file| file.media_type == "application/pdf" && file.bytes.starts_with(b"%PDF"))
    );
}

#[test]
fn what_is_no_file() {
    let (mut chart, _scratch) = maria();
    assert!(matches!(chart.attach(scan(Vec::new())), Err(AttachError::Empty)));
    assert!(matches!(
        chart.attach(scan(vec![0; (16 << 20) + 1])),
        Err(AttachError::TooLarge)
    ));
    let allergy = titled(&chart, Section::Allergies, "Latex").id;
    assert!(matches!(chart.extract(allergy), Err(ExtractError::NoFile)));
}
