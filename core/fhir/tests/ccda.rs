//! C-CDA documents become FHIR without a change of meaning, nothing in them is passed over in silence, and no document does harm.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may fail, and says what it ran on"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use pocketchart_fhir::ccda::{CcdaError, read};
use pocketchart_fhir::reading::{Reading, Why};
use pocketchart_fhir::summary::{Negation, summary};
use proptest::prelude::*;
use serde_json::Value;

const PITFALLS: &str = include_str!("ccda/pitfalls.xml");
const KEPT: &str = "urn:example:kept";

fn reading(document: &str) -> Reading {
    read(document.as_bytes(), KEPT).unwrap()
}

/// The resources of a type, as serde_json sees them.
fn of_type(reading: &Reading, resource_type: &str) -> Vec<Value> {
    let all = reading.resources.iter().map(|it| &it.resource);
    all.filter(|it| it.head.resource_type == resource_type)
        .map(|it| serde_json::from_slice(&it.bytes).unwrap())
        .collect()
}

/// The resource with this value of an identifier.
fn named(document: &str, value: &str) -> Value {
    let all = reading(document).resources;
    let mut found = all
        .iter()
        .map(|it| serde_json::from_slice::<Value>(&it.resource.bytes).unwrap())
        .filter(|it| it["identifier"][0]["value"] == value);
    let first = found.next().unwrap_or_else(|| panic!("no {value}"));
    assert_eq!(found.next(), None, "{value} twice");
    first
}

fn code(concept: &Value) -> &str {
    concept["coding"][0]["code"].as_str().unwrap_or_default()
}

/// The text of a document's entry by itself.
fn document(section: &str) -> String {
    format!(
        r#"<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><id root="2.999" extension="1"/><recordTarget><patientRole><id root="2.999" extension="p"/></patientRole></recordTarget><component><structuredBody><component><section>{section}</section></component></structuredBody></component></ClinicalDocument>"#
    )
}

#[test]
fn several_allergies_of_one_concern_are_several_resources() {
    let peanut = named(PITFALLS, "peanut");
    assert_eq!(code(&peanut["clinicalStatus"]), "active");
    assert_eq!(peanut["code"]["text"], "Peanuts");
    assert_eq!(peanut["code"]["coding"].as_array().unwrap().len(), 2);
    assert_eq!(peanut["category"][0], "food");
    assert_eq!(peanut["onsetDateTime"], "1970");
    assert_eq!(peanut["recordedDate"], "2020-01-02");
    // The identifier alone stands at the entry; the name stands at the document's author.
    assert_eq!(peanut["recorder"]["display"], "Dr. Ines Marsh, MD, Dover Clinic");
    let bee = named(PITFALLS, "bee");
    assert_eq!(code(&bee["clinicalStatus"]), "resolved");
    assert_eq!(bee["criticality"], "high");
    assert_eq!(bee["reaction"][0]["manifestation"][0]["text"], "Anaphylaxis");
    assert_eq!(bee["reaction"][0]["severity"], "severe");
    assert_eq!(bee["onsetDateTime"], "2003-06-01");
    assert_eq!(bee["code"]["text"], "Bee venom");
}

#[test]
fn what_is_denied_is_not_stated() {
    let penicillin = named(PITFALLS, "no-penicillin");
    assert_eq!(code(&penicillin["verificationStatus"]), "refuted");
    assert_eq!(code(&named(PITFALLS, "none")["code"]), "409137002");
    assert_eq!(
        code(&named(PITFALLS, "no-diabetes")["verificationStatus"]),
        "refuted"
    );
    assert_eq!(named(PITFALLS, "no-warfarin")["status"], "not-taken");
    let refused = named(PITFALLS, "refused");
    assert_eq!(refused["status"], "not-done");
    assert_eq!(code(&refused["statusReason"]), "PATOBJ");
    let none = reading(PITFALLS)
        .resources
        .iter()
        .filter_map(|it| summary(&it.resource.bytes).ok())
        .filter(|row| row.negation == Some(Negation::NoneKnown))
        .count();
    assert_eq!(none, 1);

    // The negative control: without the denial each is stated.
    let stated = PITFALLS.replace(r#" negationInd="true""#, "");
    assert_eq!(named(&stated, "no-penicillin")["verificationStatus"], Value::Null);
    assert_eq!(named(&stated, "no-diabetes")["verificationStatus"], Value::Null);
    assert_eq!(named(&stated, "refused")["status"], "completed");
    assert_ne!(named(&stated, "no-warfarin")["status"], "not-taken");
}

#[test]
fn what_is_taken_back_is_marked_as_an_error() {
    let mistake = named(PITFALLS, "mistake");
    assert_eq!(code(&mistake["verificationStatus"]), "entered-in-error");
    assert_eq!(mistake["clinicalStatus"], Value::Null);
    let kept = PITFALLS.replace("nullified", "active");
    assert_eq!(code(&named(&kept, "mistake")["clinicalStatus"]), "active");
}

#[test]
fn an_end_is_no_beginning_and_a_day_of_no_calendar_is_doubted() {
    let pneumonia = named(PITFALLS, "pneumonia");
    assert_eq!(pneumonia["onsetDateTime"], Value::Null);
    assert_eq!(pneumonia["abatementDateTime"], "2010-06-20");
    assert_eq!(code(&pneumonia["clinicalStatus"]), "resolved");
    let doubted: Vec<String> = reading(PITFALLS).doubts.into_iter().map(|it| it.what).collect();
    assert_eq!(doubted, ["20100431", "140,5"]);
}

#[test]
fn an_identifier_of_two_things_names_neither() {
    let reading = reading(PITFALLS);
    let conditions = of_type(&reading, "Condition");
    for name in ["Asthma", "High blood pressure"] {
        let condition = conditions.iter().find(|it| it["code"]["text"] == name).unwrap();
        assert_eq!(condition["identifier"], Value::Null);
    }
    // The negative control: with one of its own, each keeps it.
    let own = PITFALLS.replace("AB1791B0-5C71-11DB", "AB1791B1-5C71-11DB");
    let own = read(own.as_bytes(), KEPT).unwrap();
    let named = of_type(&own, "Condition");
    let with = named
        .iter()
        .filter(|it| it["identifier"][0]["system"] == "urn:ietf:rfc:3986");
    assert_eq!(with.count(), 2);
}

#[test]
fn the_same_statement_twice_is_one_resource_with_the_same_address_in_every_document() {
    let entry = r#"<entry><observation classCode="OBS" moodCode="EVN"><id root="2.999.1" extension="7"/><code code="8302-2" codeSystem="2.16.840.1.113883.6.1"/><statusCode code="completed"/><value xsi:type="PQ" value="171" unit="cm"/></observation></entry>"#;
    let once = reading(&document(entry));
    let twice = reading(&document(&format!("{entry}{entry}")));
    let address = |it: &Reading| it.resources.last().unwrap().resource.full_url.clone();
    assert_eq!(once.resources.len(), twice.resources.len());
    assert_eq!(address(&once), address(&twice));
    let other = reading(&document(entry).replace(r#"extension="1""#, r#"extension="2""#));
    assert_eq!(address(&once), address(&other));
}

#[test]
fn what_is_about_another_person_is_not_the_patients() {
    let reading = reading(PITFALLS);
    let text: String = reading
        .resources
        .iter()
        .map(|it| String::from_utf8_lossy(&it.resource.bytes).into_owned())
        .collect();
    assert!(!text.contains("Congenital heart disease"));
    assert!(reading.left.iter().any(|it| it.why == Why::AnotherPerson));
    let conditions = of_type(&reading, "Condition");
    assert!(conditions.iter().all(|it| it["code"]["text"] != "Breast cancer"));
    let mother = &of_type(&reading, "FamilyMemberHistory")[0];
    assert_eq!(code(&mother["relationship"]), "MTH");
    assert_eq!(mother["condition"][0]["code"]["text"], "Breast cancer");
    // The negative control: without the subject, it is the patient's.
    let own = PITFALLS.replace("subject>", "informant>");
    let own = read(own.as_bytes(), KEPT).unwrap();
    let conditions = of_type(&own, "Condition");
    assert!(
        conditions
            .iter()
            .any(|it| it["code"]["text"] == "Congenital heart disease")
    );
}

#[test]
fn numbers_and_units_stay_as_written() {
    let reading = reading(PITFALLS);
    let bytes: Vec<&[u8]> = reading
        .resources
        .iter()
        .map(|it| it.resource.bytes.as_slice())
        .collect();
    let text = String::from_utf8(bytes.concat()).unwrap();
    for written in [
        r#""valueQuantity":{"value":4.10,"unit":"mmol/L","system":"http://unitsofmeasure.org","code":"mmol/L"}"#,
        r#""low":{"value":3.50,"#,
        r#"{"value":0.010,"comparator":"<","unit":"ng/mL","#,
        r#""doseQuantity":{"value":1.50,"unit":"Tablet"}"#,
        r#""valueString":"140,5 mmol/L""#,
    ] {
        assert!(text.contains(written), "{written}");
    }
}

#[test]
fn words_that_two_codes_claim_name_neither() {
    assert_eq!(named(PITFALLS, "potassium")["code"]["text"], "Potassium");
    assert_eq!(named(PITFALLS, "troponin")["code"]["text"], "Troponin T");
}

#[test]
fn a_medicine_says_how_often_how_much_and_why() {
    let medicine = named(PITFALLS, "ibuprofen");
    // "Completed" without an end may mean that the prescription was written.
    assert_eq!(medicine["status"], "unknown");
    // A time of day without a zone is nobody's.
    assert_eq!(medicine["effectivePeriod"]["start"], "2024-03-01");
    let repeat = &medicine["dosage"][0]["timing"]["repeat"];
    assert_eq!(
        (&repeat["period"], &repeat["periodMax"], &repeat["periodUnit"]),
        (&8.into(), &12.into(), &"h".into())
    );
    assert_eq!(
        medicine["dosage"][0]["text"],
        "1.50 Tablet, every 8 to 12 h, ORAL, as needed: Headache"
    );
    assert_eq!(code(&medicine["reasonCode"][0]), "25064002");
}

#[test]
fn both_blood_pressures_are_one_and_the_panel_points_to_it() {
    let reading = reading(PITFALLS);
    let observations = of_type(&reading, "Observation");
    let pressure = observations
        .iter()
        .find(|it| code(&it["code"]) == "85354-9")
        .unwrap();
    let values: Vec<&Value> = pressure["component"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["valueQuantity"]["value"])
        .collect();
    assert_eq!(values, [132, 86]);
    let panel = observations
        .iter()
        .find(|it| code(&it["code"]) == "85353-1")
        .unwrap();
    assert_eq!(panel["hasMember"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_planned_has_not_happened() {
    let reading = reading(PITFALLS);
    assert!(of_type(&reading, "Procedure").is_empty());
    let planned = named(PITFALLS, "colonoscopy");
    assert_eq!(
        (planned["resourceType"].as_str(), planned["intent"].as_str()),
        (Some("ServiceRequest"), Some("order"))
    );
    let done = PITFALLS.replace(r#"moodCode="RQO""#, r#"moodCode="EVN""#);
    assert_eq!(named(&done, "colonoscopy")["resourceType"], "Procedure");
}

#[test]
fn the_text_of_a_section_without_entries_is_a_note() {
    let reading = reading(PITFALLS);
    let notes: Vec<Value> = of_type(&reading, "DocumentReference")
        .into_iter()
        .skip(1)
        .collect();
    assert_eq!(notes.len(), 1);
    let note = reading
        .resources
        .iter()
        .rev()
        .find(|it| it.resource.head.resource_type == "DocumentReference")
        .unwrap();
    let row = summary(&note.resource.bytes).unwrap();
    assert_eq!(
        (row.section, row.title.as_deref()),
        ("notes", Some("How it began"))
    );
    assert_eq!(row.note.as_deref(), Some("Headache since Monday.\nMonday | mild"));
}

#[test]
fn the_document_points_to_its_kept_bytes_and_each_resource_to_its_place() {
    let reading = reading(PITFALLS);
    let document = &of_type(&reading, "DocumentReference")[0];
    assert_eq!(document["content"][0]["attachment"]["url"], KEPT);
    assert_eq!(document["date"], "2024-05-10T09:30:00-06:00");
    assert_eq!(
        document["relatesTo"][0]["target"]["identifier"]["value"],
        "summary-6"
    );
    let address = reading.resources[0].resource.full_url.clone().unwrap();
    let tree = roxmltree::Document::parse(PITFALLS).unwrap();
    for derived in &reading.resources {
        let source = derived.resource.head.source.as_deref().unwrap();
        assert_eq!(source, format!("{address}#{}", derived.place));
        let node = at(&tree, &derived.place);
        assert_eq!(node.range().start as u64, derived.resource.position.offset);
    }
    let patient = &of_type(&reading, "Patient")[0];
    assert_eq!(patient["birthDate"], "1961-04-02");
    assert_eq!(patient["name"][1]["use"], "maiden");
}

/// The element at an XPath of the kind that places are.
fn at<'d>(tree: &'d roxmltree::Document<'d>, place: &str) -> roxmltree::Node<'d, 'd> {
    place.split('/').skip(1).fold(tree.root(), |node, step| {
        let (name, number) = match step.split_once('[') {
            Some((name, number)) => (name, number.trim_end_matches(']').parse().unwrap()),
            None => (step, 1),
        };
        let mut named = node.children().filter(|it| it.tag_name().name() == name);
        named.nth(number - 1).unwrap_or_else(|| panic!("{place}"))
    })
}

/// Each entry became something or is named as left; every reference leads to a resource of the reading.
fn check_whole(name: &str, text: &str) -> (usize, usize) {
    let reading = reading(text);
    let tree = roxmltree::Document::parse(text).unwrap();
    let places: BTreeSet<usize> = reading
        .resources
        .iter()
        .map(|it| it.place.as_str())
        .chain(reading.left.iter().map(|it| it.place.as_str()))
        .map(|place| at(&tree, place).range().start)
        .collect();
    let mut entries = 0;
    for node in tree
        .descendants()
        .filter(|it| it.has_tag_name(("urn:hl7-org:v3", "entry")))
    {
        entries += 1;
        assert!(
            places.range(node.range()).next().is_some(),
            "{name}: {:?}",
            node.range()
        );
    }
    let addresses: BTreeSet<&str> = reading
        .resources
        .iter()
        .filter_map(|it| it.resource.full_url.as_deref())
        .collect();
    assert_eq!(
        addresses.len(),
        reading.resources.len(),
        "{name}: an address twice"
    );
    for derived in &reading.resources {
        let body: Value = serde_json::from_slice(&derived.resource.bytes).unwrap();
        each_reference(&body, &mut |reference| {
            assert!(addresses.contains(reference), "{name}: {reference}")
        });
    }
    (entries, reading.resources.len())
}

fn each_reference(value: &Value, tell: &mut impl FnMut(&str)) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(reference) if name == "reference" => tell(reference),
                    other => each_reference(other, tell),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|it| each_reference(it, tell)),
        _ => {}
    }
}

#[test]
fn every_entry_is_taken_over_or_named() {
    check_whole("pitfalls", PITFALLS);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/ccda");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("not run: ../shared is not here");
        return;
    };
    let mut sum = BTreeMap::new();
    for file in files.map(|it| it.unwrap().path()) {
        let text = std::fs::read_to_string(&file).unwrap();
        let text = text.trim_start_matches('\u{feff}');
        sum.insert(
            file.file_name().unwrap().to_owned(),
            check_whole(&file.display().to_string(), text),
        );
    }
    assert_eq!(sum.len(), 5);
    println!("entries and resources: {sum:?}");
}

#[test]
fn harmful_documents_are_refused() {
    let refused = |bytes: &[u8]| read(bytes, KEPT).unwrap_err();
    let entity = r#"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><ClinicalDocument xmlns="urn:hl7-org:v3">&x;</ClinicalDocument>"#;
    let bomb = r#"<!DOCTYPE a [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><ClinicalDocument xmlns="urn:hl7-org:v3">&b;</ClinicalDocument>"#;
    assert_eq!(refused(entity.as_bytes()), CcdaError::HasDoctype);
    assert_eq!(refused(bomb.as_bytes()), CcdaError::HasDoctype);
    let deep = "<a>".repeat(1_000_000) + &"</a>".repeat(1_000_000);
    assert_eq!(refused(deep.as_bytes()), CcdaError::TooDeep);
    let many: String = (0..100_000).map(|it| format!(r#" a{it}="""#)).collect();
    assert_eq!(refused(format!("<a{many}/>").as_bytes()), CcdaError::TooDeep);
    let spaces: String = (0..100)
        .map(|it| format!("<a xmlns:p{it}='u{it}' xmlns:q{it}='v{it}' xmlns:r{it}='w{it}'>"))
        .collect();
    assert_eq!(refused(spaces.as_bytes()), CcdaError::TooDeep);
    let wide = document(&format!("<entry><act>{}</act></entry>", "<id/>".repeat(4_097)));
    assert_eq!(refused(wide.as_bytes()), CcdaError::TooDeep);
    assert_eq!(refused(&vec![b' '; (64 << 20) + 1]), CcdaError::TooLarge);
    assert_eq!(refused(b""), CcdaError::NotXml);
    assert_eq!(refused(b"{}"), CcdaError::NotXml);
    assert_eq!(refused(b"<a><b></a>"), CcdaError::NotXml);
    assert_eq!(refused(b"<html/>"), CcdaError::NotClinicalDocument);
    assert_eq!(refused(b"<ClinicalDocument/>"), CcdaError::NotClinicalDocument);
    assert_eq!(
        refused(br#"<ClinicalDocument xmlns="urn:hl7-org:v3"/>"#),
        CcdaError::NoPatient
    );
    let two = document("").replace(
        "</recordTarget>",
        "</recordTarget><recordTarget><patientRole/></recordTarget>",
    );
    assert_eq!(refused(two.as_bytes()), CcdaError::SeveralPatients);
    // A huge value is a value; only what names many things is bounded.
    let long = document(&format!("<title>{}</title><text>x</text>", "y".repeat(1 << 20)));
    assert_eq!(reading(&long).resources.len(), 3);
}

#[test]
fn a_document_is_read_in_the_encoding_that_it_declares() {
    let title = |bytes: &[u8]| {
        let reading = read(bytes, KEPT).unwrap();
        of_type(&reading, "DocumentReference")[0]["content"][0]["attachment"]["title"].clone()
    };
    let body = document("").replace("<recordTarget>", "<title>Jos\u{e9}</title><recordTarget>");
    let latin = |declared: &str| {
        let text = format!("<?xml version='1.0' encoding='{declared}'?>{body}");
        text.chars()
            .map(|it| u8::try_from(u32::from(it)).unwrap())
            .collect::<Vec<u8>>()
    };
    assert_eq!(title(body.as_bytes()), "Jos\u{e9}");
    assert_eq!(title(format!("\u{feff}{body}").as_bytes()), "Jos\u{e9}");
    assert_eq!(title(&latin("ISO-8859-1")), "Jos\u{e9}");
    assert_eq!(title(&latin("windows-1252")), "Jos\u{e9}");
    let wide: Vec<u8> = format!("\u{feff}{body}")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(title(&wide), "Jos\u{e9}");
    let wide: Vec<u8> = body.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(title(&wide), "Jos\u{e9}");
    let claimed = format!("<?xml version='1.0' encoding='utf-16'?>{body}");
    assert_eq!(title(claimed.as_bytes()), "Jos\u{e9}");
    assert_eq!(read(&latin("UTF-8"), KEPT), Err(CcdaError::Encoding));
    assert_eq!(read(&latin("klingon"), KEPT), Err(CcdaError::Encoding));
}

#[test]
fn every_beginning_of_a_document_is_refused_without_harm() {
    for end in (0..PITFALLS.len()).step_by(61) {
        let Some(part) = PITFALLS.get(..end) else { continue };
        assert_eq!(read(part.as_bytes(), KEPT), Err(CcdaError::NotXml), "{end}");
    }
}

proptest! {
    /// Whatever is changed in a document, what is read of it is whole.
    #[test]
    fn changed_documents_are_read_whole_or_refused(at in 0..PITFALLS.len(), length in 0_usize..200, put in "[a-z\"<>/=0-9 ]{0,8}") {
        let text = PITFALLS;
        let from = (0..=at).rev().find(|it| text.is_char_boundary(*it)).unwrap();
        let to = (from + length..).find(|it| *it >= text.len() || text.is_char_boundary(*it)).unwrap().min(text.len());
        let changed = format!("{}{put}{}", &text[..from], &text[to..]);
        if read(changed.as_bytes(), KEPT).is_ok() {
            check_whole("changed", &changed);
        }
    }
}
