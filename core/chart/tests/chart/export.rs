use crate::attach::{noise, scan};
use crate::given::*;
use pocketchart::{Chart, ExportForm, ExportOptions, Section};
use pocketchart_fhir::split::{Part, split_bytes};

fn export(
    chart: &mut Chart,
    form: ExportForm,
    sections: Option<Vec<Section>>,
    current_only: bool,
) -> Vec<u8> {
    let options = ExportOptions {
        form,
        sections,
        current_only,
        provenance: false,
        reconciled: false,
    };
    let (mut file, mut last) = (Vec::new(), 0);
    let report = chart
        .export(&options, &mut file, &mut |count| last = count)
        .unwrap();
    assert_eq!((report.resources, report.missing), (last, 0));
    file
}

/// The resources of a file, sorted.
fn resources(file: &[u8]) -> Vec<Vec<u8>> {
    let mut found: Vec<Vec<u8>> = split_bytes(file)
        .unwrap()
        .into_iter()
        .map(|part| match part {
            Part::Resource(resource) => resource.bytes,
            Part::Unreadable(text) => panic!("unreadable at {:?}", text.position),
        })
        .collect();
    found.sort();
    found
}

#[test]
fn a_bundle_has_every_byte_that_came_in() {
    let mut compared = 0;
    for name in ["", "benedict_ortiz", "tressa_bergstrom"] {
        let file = match name {
            "" => example(),
            name => match synthea(name) {
                Some(file) => file,
                None => continue,
            },
        };
        let (mut chart, _scratch) = chart();
        import(&mut chart, &file);
        let out = export(&mut chart, ExportForm::Bundle, None, false);
        let (before, mut after) = (resources(&file), resources(&out));
        let mut distinct = before.clone();
        distinct.dedup();
        after.dedup();
        assert!(distinct == after, "{name}");
        compared += distinct.len();
        // What went out comes in again as what it is: the same sources, so nothing is new.
        assert_eq!(
            import(&mut chart, &out).held as usize,
            resources(&out).len(),
            "{name}"
        );
    }
    println!("{compared} resources byte for byte");
}

#[test]
fn ndjson_has_a_line_for_each() {
    let (mut chart, _scratch) = maria();
    let out = export(&mut chart, ExportForm::Ndjson, None, false);
    assert_eq!(out.iter().filter(|byte| **byte == b'\n').count(), 132);
    assert_eq!(
        resources(&out),
        resources(&example()),
        "the example's resources have no line breaks"
    );
}

#[test]
fn sections_and_what_holds_can_be_chosen() {
    let (mut chart, _scratch) = maria();
    let latex = titled(&chart, Section::Allergies, "Latex").id;
    chart.retract(latex, None).unwrap();
    let allergies = Some(vec![Section::Allergies]);
    assert_eq!(
        resources(&export(&mut chart, ExportForm::Bundle, allergies.clone(), false)).len(),
        3
    );
    assert_eq!(
        resources(&export(&mut chart, ExportForm::Bundle, allergies, true)).len(),
        2
    );
    let twice = Some(vec![Section::Allergies, Section::Allergies]);
    assert_eq!(
        resources(&export(&mut chart, ExportForm::Bundle, twice, true)).len(),
        2,
        "a section that is named twice is written once"
    );
}

#[test]
fn files_leave_with_their_documents() {
    let (mut chart, _scratch) = chart();
    chart.attach(scan(noise(1000))).unwrap();
    let out = String::from_utf8(export(&mut chart, ExportForm::Bundle, None, false)).unwrap();
    let url = out.split("\"url\":\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(url.starts_with("urn:pocketchart:body:"));
    assert!(
        out.contains(&format!("{{\"fullUrl\":\"{url}\",\"resource\":{{")),
        "the document's file is in the Bundle"
    );
    assert!(out.contains("\"resourceType\":\"Binary\""));
}

#[test]
fn an_empty_record_is_an_empty_bundle() {
    let (mut chart, _scratch) = chart();
    let out = String::from_utf8(export(&mut chart, ExportForm::Bundle, None, false)).unwrap();
    assert_eq!(
        out,
        r#"{"resourceType":"Bundle","type":"collection","timestamp":"2026-03-03T10:00:00Z"}"#
    );
}
