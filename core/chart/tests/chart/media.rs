//! Pictures, PDF and DICOM: what is kept, said, found again, and refused.

#[path = "../../../media/tests/media/made.rs"]
#[allow(dead_code)]
pub(crate) mod made;

use crate::given::*;
use pocketchart::{AttachError, Chart, FileForm, ImportError, ImportOptions, ImportReport, NewFile, Section};
use pocketchart_fhir::view::{DocumentReference, View};
use std::io::Cursor;

fn bring(chart: &mut Chart, name: &str, media_type: &str, bytes: &[u8]) -> Result<ImportReport, ImportError> {
    let options = ImportOptions {
        file_name: name.into(),
        media_type: media_type.into(),
        ..ImportOptions::default()
    };
    chart.import(Cursor::new(bytes), &options, &mut |_| ())
}

fn letter() -> Vec<u8> {
    made::pdf(&[
        "BT /F1 12 Tf (Glucose was measured) Tj ET",
        "BT /F1 12 Tf (zolpidem) Tj ET",
    ])
}

fn document(chart: &Chart) -> (serde_json::Value, DocumentReference) {
    let id = list(chart, Section::Documents)[0].id;
    let content = chart.item(id).unwrap().content.unwrap();
    let Ok(View::DocumentReference(document)) = View::of(&content) else {
        panic!("no document");
    };
    (serde_json::from_slice(&content).unwrap(), *document)
}

#[test]
fn a_pdf_is_found_by_its_words_and_comes_in_once() {
    let (mut chart, _scratch) = chart();
    let report = bring(&mut chart, "letter.pdf", "application/pdf", &letter()).unwrap();
    assert_eq!((report.read, report.new, report.held), (1, 1, 0));
    let found = report.file.unwrap();
    assert_eq!(
        (found.called, found.searchable, found.pages),
        (None, Some(true), Some(2))
    );
    assert_eq!(found.title.as_deref(), Some("Letter"));
    for words in ["zolpidem", "glucose measured", "letter"] {
        let items = chart.search(words).unwrap();
        assert_eq!(titles(&items), ["letter.pdf"], "{words}");
        assert_eq!(chart.extract(items[0].id).unwrap().bytes, letter());
    }
    assert!(chart.search("zolpidem glucose morphine").unwrap().is_empty());
    let again = bring(&mut chart, "letter.pdf", "application/pdf", &letter()).unwrap();
    assert_eq!((again.new, again.updated, again.held), (0, 0, 1));
    let imports = chart.imports().unwrap();
    assert_eq!(
        (imports.len(), imports[0].form, imports[0].new),
        (1, FileForm::Media, 1)
    );
    // Taken back, it is no longer found; brought in once more, it is.
    chart.undo_import(imports[0].id, None).unwrap();
    assert!(chart.search("zolpidem").unwrap().is_empty());
    bring(&mut chart, "letter.pdf", "application/pdf", &letter()).unwrap();
    assert_eq!(chart.search("zolpidem").unwrap().len(), 1);
    assert_eq!(chart.verify().unwrap().faults, []);
}

#[test]
fn what_search_knows_can_be_made_anew() {
    let (mut chart, _scratch) = chart();
    bring(&mut chart, "letter.pdf", "application/pdf", &letter()).unwrap();
    chart.rebuild().unwrap();
    assert_eq!(titles(&chart.search("zolpidem").unwrap()), ["letter.pdf"]);
}

#[test]
fn content_counts_and_not_the_name() {
    let (mut chart, _scratch) = chart();
    let photo = made::jpeg(&made::exif("2026:03:01 10:11:12", Some("+01:00"), true));
    let report = bring(&mut chart, "scan.png", "image/png", &photo).unwrap();
    let found = report.file.unwrap();
    assert_eq!(
        (found.media_type.as_str(), found.called.as_deref()),
        ("image/jpeg", Some("image/png"))
    );
    assert!(found.has_place);
    let (json, document) = document(&chart);
    let file = document.content[0].attachment.as_ref().unwrap();
    assert_eq!(file.content_type.as_deref(), Some("image/jpeg"));
    assert_eq!(
        json["content"][0]["attachment"]["creation"],
        "2026-03-01T10:11:12+01:00"
    );
    assert_eq!(json["context"]["period"]["start"], "2026-03-01T10:11:12+01:00");
    // R4: SHA-1, in base64. The place is in the picture only.
    assert_eq!(
        json["content"][0]["attachment"]["hash"].as_str().unwrap().len(),
        28
    );
    assert!(!json.to_string().to_lowercase().contains("gps"));
    let kept = chart
        .attach(NewFile {
            name: "sound.mp3".into(),
            media_type: "audio/mpeg".into(),
            title: None,
            bytes: b"no sound".to_vec(),
            same_person: false,
        })
        .unwrap();
    assert_eq!(kept.found.called.as_deref(), Some("audio/mpeg"));
    assert_eq!(kept.found.media_type, "audio/mpeg");
}

#[test]
fn a_scan_of_somebody_else_is_refused_until_it_is_said_to_be_ones_own() {
    let (mut chart, _scratch) = maria();
    let before = chart.record().head(Section::Documents).unwrap().rows;
    let error = bring(&mut chart, "chest.dcm", "application/dicom", &made::dicom()).unwrap_err();
    let ImportError::AnotherPerson { names } = &error else {
        panic!("{error:?}");
    };
    assert_eq!(names.0, ["María Ada Okafor"]);
    assert!(
        !format!("{error:?}").contains("Okafor"),
        "a name in a debugging output"
    );
    let mut file = NewFile {
        name: "chest.dcm".into(),
        media_type: "application/dicom".into(),
        title: None,
        bytes: made::dicom(),
        same_person: false,
    };
    let error = chart.attach(file.clone()).unwrap_err();
    assert!(matches!(error, AttachError::AnotherPerson { .. }));
    assert_eq!(error.id(), "import-another-person");
    assert_eq!(chart.record().head(Section::Documents).unwrap().rows, before);
    file.same_person = true;
    let kept = chart.attach(file).unwrap();
    let content = chart.item(kept.id).unwrap().content.unwrap();
    let json: serde_json::Value = serde_json::from_slice(&content).unwrap();
    assert_eq!(json["description"], "Chest, after a fall");
    let context = &json["context"];
    assert_eq!(context["event"][0]["coding"][0]["code"], "CT");
    assert_eq!(context["event"][0]["text"], "CT CHEST");
    assert_eq!(context["sourcePatientInfo"]["display"], "María Ada Okafor");
    assert_eq!(
        context["related"][0]["identifier"]["value"],
        "urn:oid:1.2.840.99.7"
    );
    assert_eq!(context["period"]["start"], "2026-03-01");
}
