//! Files of every form that can be brought in, and taking one back.

#[path = "../../../core/media/tests/media/made.rs"]
#[allow(dead_code)]
mod made;

use crate::process::{Device, Machine};
use serde_json::json;

/// The repository's own sample of a reader.
fn sample(name: &str) -> String {
    format!("{}/../core/fhir/tests/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn titles(device: &Device, section: &str) -> Vec<String> {
    let items = device.items(section).into_iter();
    let title = |it: serde_json::Value| it["facts"]["title"].as_str().unwrap_or("").to_owned();
    items.map(title).collect()
}

#[test]
fn a_clinical_document_is_kept_whole_and_read_and_taken_back() {
    let machine = Machine::new();
    let (device, _) = machine.created("maria");
    let file = sample("ccda/pitfalls.xml");
    let report = device.ok(&["import", &file]);
    assert!(report["new"].as_u64().unwrap() > 5, "{report}");
    let left = &report["files"][0]["not_mapped"];
    assert!(left.as_array().unwrap().iter().all(|it| it["place"].is_string()));
    assert!(!titles(&device, "allergies").is_empty());

    let document = &device.items("documents")[0];
    let out = machine.path("out.xml");
    let out = out.to_str().unwrap();
    device.ok(&["extract", document["id"].as_str().unwrap(), "--out", out]);
    assert_eq!(std::fs::read(out).unwrap(), std::fs::read(&file).unwrap());

    let again = device.ok(&["import", &file]);
    assert_eq!((&again["new"], &again["held"]), (&json!(0), &report["new"]));

    let imports = device.ok(&["imports"]);
    let import = &imports["imports"][0];
    assert_eq!(
        (&import["form"], &import["file"]),
        (&json!("ccda"), &json!("pitfalls.xml"))
    );
    assert_eq!(imports["imports"].as_array().unwrap().len(), 1);
    let said = device.says(&["imports"]);
    assert!(said.contains("pitfalls.xml") && said.contains("holds"), "{said}");

    let name = &import["import"].as_str().unwrap()[..8];
    let undone = device.ok(&["imports", "undo", name]);
    assert_eq!(undone["withdrawn"], report["new"]);
    assert!(device.says(&["list", "allergies"]).contains("nothing recorded"));
    assert!(device.says(&["imports"]).contains("undone"));
    assert_eq!(device.fails(&["imports", "undo", name], 5)["id"], "undo-nothing");
    assert_eq!(
        device.fails(&["imports", "undo", "ffffffff"], 3)["id"],
        "undo-unknown"
    );

    assert_eq!(device.ok(&["import", &file])["new"], report["new"]);
    assert!(device.says(&["list", "allergies"]).contains("Peanuts"));
}

#[test]
fn messages_of_a_laboratory_become_results() {
    let machine = Machine::new();
    let (device, _) = machine.created("maria");
    let report = device.ok(&["import", &sample("v2/results.hl7")]);
    assert!(report["new"].as_u64().unwrap() > 5, "{report}");
    assert!(titles(&device, "results").iter().any(|it| it == "Glucose"));
    assert_eq!(device.ok(&["imports"])["imports"][0]["form"], "hl7-v2");
    assert_eq!(device.ok(&["import", &sample("v2/results.hl7")])["new"], 0);
}

#[test]
fn readings_ask_for_what_they_do_not_say() {
    let machine = Machine::new();
    let (device, _) = machine.created("maria");
    let pressure = sample("readings/pressure.csv");
    let asked = device.fails(&["import", &pressure], 5);
    assert_eq!(asked["id"], "readings-zone");
    assert!(asked["next"].as_str().unwrap().contains("--zone"), "{asked}");
    let report = device.ok(&["import", &pressure, "--zone", "Europe/Vienna"]);
    assert!(report["new"].as_u64().unwrap() >= 4, "{report}");
    // The hour 25 is no time: the row is named, and not guessed at.
    let left = report["files"][0]["not_mapped"].as_array().unwrap();
    assert!(left.iter().any(|it| it["why"] == "malformed"), "{report}");
    assert_eq!(
        device.ok(&["import", &pressure, "--zone", "Europe/Vienna"])["new"],
        0
    );
    assert_eq!(device.ok(&["imports"])["imports"][0]["form"], "rows");

    let scale = sample("readings/scale.csv");
    let report = device.ok(&["import", &scale, "--zone", "Europe/Berlin", "--day-first"]);
    assert!(report["new"].as_u64().unwrap() >= 2, "{report}");
}

#[test]
fn the_export_of_apple_health_comes_in() {
    let machine = Machine::new();
    let (device, _) = machine.created("maria");
    let report = device.ok(&["import", &sample("readings/export.zip")]);
    assert!(report["new"].as_u64().unwrap() > 3, "{report}");
    assert!(!device.items("vitals").is_empty());
    assert_eq!(device.ok(&["imports"])["imports"][0]["form"], "apple-health");
    assert_eq!(device.ok(&["import", &sample("readings/export.zip")])["new"], 0);
}

#[test]
fn pictures_and_letters_are_kept_found_and_told_from_their_names() {
    let machine = Machine::new();
    let (device, _) = machine.created("maria");
    let pages = ["BT /F1 12 Tf (Dear Maria, take zolpidem) Tj ET"];
    let letter = machine.file("letter.pdf", made::pdf(&pages));
    let report = device.ok(&["import", letter.to_str().unwrap()]);
    let kept = &report["files"][0]["kept_as"];
    assert_eq!((&report["new"], &kept["searchable"]), (&json!(1), &json!(true)));
    assert_eq!(kept["called"], json!(null));
    let found = device.ok(&["search", "zolpidem"]);
    assert_eq!(found["items"].as_array().unwrap().len(), 1, "{found}");
    assert_eq!(found["items"][0]["facts"]["title"], "letter.pdf");
    assert_eq!(device.ok(&["imports"])["imports"][0]["form"], "media");
    assert!(device.says(&["imports"]).contains("letter.pdf"));

    let photo = made::jpeg(&made::exif("2026:03:01 10:11:12", None, true));
    let photo = machine.file("knee.png", photo);
    let kept = device.ok(&["attach", photo.to_str().unwrap()]);
    assert_eq!(kept["file"]["type"], "image/jpeg");
    assert_eq!(kept["file"]["called"], "image/png");
    assert_eq!(
        (&kept["file"]["made"], &kept["file"]["has_place"]),
        (&json!("2026-03-01"), &json!(true))
    );
    let said = device.says(&["attach", photo.to_str().unwrap()]);
    assert!(said.contains("image/jpeg") && said.contains("place"), "{said}");

    let voice = machine.file("voice.wav", made::wav(61_200));
    let voice = voice.to_str().unwrap();
    assert_eq!(device.ok(&["attach", voice])["file"]["millis"], 61_200);
    let said = device.says(&["attach", voice]);
    assert!(said.contains("1 min 1 s"), "{said}");

    // Of another person than the record's.
    let scan = machine.file("chest.dcm", made::dicom());
    let device = machine.filled("another");
    for command in ["import", "attach"] {
        let refused = device.fails(&[command, scan.to_str().unwrap()], 5);
        assert_eq!(refused["id"], "import-another-person");
        device.ok(&[command, scan.to_str().unwrap(), "--same-person"]);
    }
}
