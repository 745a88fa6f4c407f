//! What a person does with a record, from the first day to the last.

use crate::process::{EXAMPLE, Machine, exists};
use serde_json::Value;
use std::fs;

/// Of the example: its 132 parts, and in each of 15 sections an entry that says with which file they came.
const ENTRIES: u64 = 147;

#[test]
fn import_reports_and_takes_nothing_twice() {
    let machine = Machine::new();
    let (device, words) = machine.created("phone");
    assert_eq!(words.split(' ').count(), 24);
    let first = device.ok(&["import", EXAMPLE]);
    assert_eq!(
        (
            first["read"].as_u64(),
            first["new"].as_u64(),
            first["unreadable"].as_u64()
        ),
        (Some(132), Some(132), Some(0))
    );
    assert_eq!(first["files"][0]["sections"]["allergies"], 3);
    let again = device.ok(&["import", EXAMPLE]);
    assert_eq!(
        (again["new"].as_u64(), again["held"].as_u64()),
        (Some(0), Some(132))
    );
    device.is_whole();
}

#[test]
fn what_cannot_be_read_is_named_and_kept() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let lines = "{\"resourceType\":\"Condition\",\"subject\":{\"reference\":\"Patient/maria\"},\"code\":{\"text\":\"Gout\"}}\n{\"resourceType\" \"Condition\"}\n{\"name\":\"no resource\"}\n";
    let file = machine.file("some.ndjson", lines);
    let report = device.ok(&["import", "--same-person", file.to_str().unwrap()]);
    assert_eq!(
        (report["read"].as_u64(), report["unreadable"].as_u64()),
        (Some(3), Some(2)),
        "{report:#}"
    );
    let parts = report["files"][0]["unreadable_parts"].as_array().unwrap();
    assert_eq!(parts[0]["number"], 2);
    assert_eq!(parts[0]["reason"], "syntax");
    assert_eq!(parts[1]["reason"], "not-a-resource");
    assert!(
        device
            .says(&["import", "--same-person", file.to_str().unwrap()])
            .contains("some.ndjson: 3 parts read")
    );
}

#[test]
fn everything_can_be_read() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let sections = device.ok(&["sections"]);
    assert_eq!(sections["sections"].as_array().unwrap().len(), 16);
    assert_eq!(device.ok(&["list"]), sections);

    let allergies = device.ok(&["list", "allergies"]);
    let first = &allergies["items"][0];
    assert_eq!(first["facts"]["title"], "Penicillin");
    assert_eq!(first["facts"]["severity"], "severe");
    let page = device.says(&["list", "allergies"]);
    assert!(page.contains("Allergies  3 items  since May 1998"), "{page}");
    assert!(
        page.contains("▲ severe") && page.contains("SNOMED CT 91936005"),
        "{page}"
    );

    let part = device.says(&["list", "results", "--limit", "5"]);
    assert!(
        part.contains("Results  5 of 34 shown  back to") && part.contains("--offset 5"),
        "{part}"
    );

    let short = first["short"].as_str().unwrap();
    let detail = device.ok(&["item", short]);
    assert_eq!(detail["item"]["id"], first["id"]);
    assert_eq!(detail["kind"], "fhir/AllergyIntolerance");
    let content = detail["content"].as_str().unwrap();
    let bytes = device
        .command(&["item", short, "--content"])
        .output()
        .unwrap()
        .stdout;
    assert_eq!(bytes, content.as_bytes());
    assert!(
        fs::read_to_string(EXAMPLE).unwrap().contains(content),
        "the source's own bytes"
    );

    let timeline = device.ok(&["timeline", "--from", "2025", "--limit", "5"]);
    assert_eq!(timeline["items"].as_array().unwrap().len(), 5);
    let found = device.ok(&["search", "METFORM"]);
    assert!(found["items"].as_array().unwrap().len() >= 3);
    assert!(
        device
            .says(&["search", "no such word"])
            .contains("Nothing has all of these words")
    );

    let trends = device.ok(&["trends"]);
    assert_eq!(trends["series"][0]["title"], "HbA1c");
    let one = device.ok(&["trends", "4548-4"]);
    let points = one["series"][0]["points"].as_array().unwrap();
    assert_eq!(points.len(), 12);
    assert!(
        points.iter().any(|it| it["written"]["number"] == "7.20"),
        "digits as the laboratory printed them"
    );
    assert!(device.says(&["trends", "hba1c"]).contains("█▅▃▂▂▄▆▇▄▂▂▁"));
}

#[test]
fn empty_is_not_none_known() {
    let machine = Machine::new();
    let (device, _) = machine.created("phone");
    assert!(
        device
            .says(&["list", "allergies"])
            .contains("Allergies: nothing recorded.")
    );
    device.ok(&["add", "allergy", "--none-known"]);
    let overview = &device.ok(&["list", "allergies"])["overview"]["empty"];
    assert_eq!(overview["kind"], "none-known");
    assert!(device.says(&["sections"]).contains("none known: said by you"));
}

#[test]
fn every_kind_can_be_added_and_corrected() {
    let machine = Machine::new();
    let (device, _) = machine.created("phone");
    let kinds: &[(&[&str], &[&str], &str, &str)] = &[
        (
            &[
                "allergy",
                "Latex",
                "--reaction",
                "Rash",
                "--severity",
                "mild",
                "--since",
                "2011",
            ],
            &["allergy", "--severity", "severe"],
            "/item/facts/severity",
            "severe",
        ),
        (
            &["problem", "Gout", "--since", "2024-05"],
            &["problem", "--until", "2025-01"],
            "/item/facts/status",
            "resolved",
        ),
        (
            &[
                "medicine",
                "Allopurinol 100 mg",
                "--how",
                "One a day",
                "--for",
                "Gout",
                "--code",
                "rxnorm:197319",
            ],
            &["medicine", "--how", "Two a day"],
            "/item/facts/dosage",
            "Two a day",
        ),
        (
            &["vaccine", "Tetanus", "--when", "2019-03-02", "--lot", "A7"],
            &["vaccine", "--when", "2019-03-03"],
            "/item/facts/when",
            "2019-03-03",
        ),
        (
            &["measurement", "Weight", "71.50", "kg", "--when", "2026-02-01"],
            &["measurement", "--when", "2026-02-02"],
            "/item/facts/value/number",
            "71.50",
        ),
        (
            &["blood-pressure", "128", "82"],
            &["blood-pressure", "--note", "sitting"],
            "/item/facts/components/0/value/text",
            "128",
        ),
        (
            &["procedure", "Appendix out", "--since", "1999"],
            &["procedure", "--outcome", "Good"],
            "/item/facts/when",
            "1999",
        ),
        (
            &["note", "Slept badly", "--title", "Sleep"],
            &["note", "--title", "Nights"],
            "/item/facts/title",
            "Nights",
        ),
        (
            &["contact", "Chidi Okafor", "--phone", "+1 555 0143", "--emergency"],
            &["contact", "--relationship", "Husband"],
            "/item/facts/title",
            "Chidi Okafor",
        ),
        (
            &[
                "directive",
                "No machines",
                "--kind",
                "do-not-resuscitate",
                "--text",
                "Let me go.",
            ],
            &["directive", "No machines at all"],
            "/item/facts/title",
            "No machines at all",
        ),
        (
            &[
                "profile",
                "--given",
                "Maria",
                "--family",
                "Okafor",
                "--birth-date",
                "1984-02-29",
            ],
            &["profile", "--language", "en"],
            "/item/facts/title",
            "Maria Okafor",
        ),
    ];
    for (add, correct, pointer, expected) in kinds {
        let added = device.ok(&[&["add"], *add].concat());
        let id = added["short"].as_str().unwrap();
        let corrected = device.ok(&[&["correct", id], *correct, &["--reason", "a test"]].concat());
        let found = corrected
            .pointer(pointer)
            .and_then(Value::as_str)
            .unwrap_or_default();
        assert_eq!(found, *expected, "{add:?}\n{corrected:#}");
        let detail = device.ok(&["item", corrected["short"].as_str().unwrap()]);
        assert_eq!(detail["history"].as_array().unwrap().len(), 2, "{add:?}");
        assert_eq!(detail["history"][1]["remark"]["reason"], "a test");
    }
    let medicine = device.item("medications", "Allopurinol");
    let content = device.ok(&["item", medicine["id"].as_str().unwrap()])["content"]
        .as_str()
        .unwrap()
        .to_owned();
    for kept in ["197319", "Gout"] {
        assert!(content.contains(kept), "what was not typed stays: {content}");
    }
    device.is_whole();
}

#[test]
fn statements_are_disputed_confirmed_and_withdrawn() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let id = device.item("allergies", "Latex")["short"]
        .as_str()
        .unwrap()
        .to_owned();
    let disputed = device.ok(&["dispute", &id, "--reason", "never had it"]);
    assert_eq!(disputed["item"]["disputed_by"].as_array().unwrap().len(), 1);
    let confirmed = device.ok(&["confirm", &id]);
    assert_eq!(confirmed["item"]["confirmed_by"].as_array().unwrap().len(), 1);
    let error = device.fails(&["retract", &id], 10);
    assert_eq!(error["id"], "question-unanswered");
    device.ok(&["retract", &id, "--yes"]);
    assert_eq!(
        device.ok(&["list", "allergies"])["items"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    assert_eq!(device.item("allergies", "Latex")["state"], "retracted");
}

#[test]
fn a_file_comes_out_as_it_went_in() {
    let machine = Machine::new();
    let (device, _) = machine.created("phone");
    let bytes: Vec<u8> = (0..40_000_u32).map(|it| (it * 7 % 251) as u8).collect();
    let file = machine.file("x-ray.png", &bytes);
    let kept = device.ok(&["attach", file.to_str().unwrap(), "--title", "Ankle"]);
    assert_eq!(kept["bytes"], 40_000);
    let out = machine.path("out.png");
    let written = device.ok(&[
        "extract",
        kept["short"].as_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
    ]);
    assert_eq!(written["type"], "image/png");
    assert_eq!(fs::read(&out).unwrap(), bytes);
    assert_eq!(device.item("documents", "Ankle")["id"], kept["id"]);
}

#[test]
fn everything_can_be_taken_along() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let (bundle, lines) = (machine.path("all.json"), machine.path("all.ndjson"));
    let report = device.ok(&["export", "--format", "bundle", "--out", bundle.to_str().unwrap()]);
    assert_eq!(report["resources"], 132);
    device.ok(&["export", "--format", "ndjson", "--out", lines.to_str().unwrap()]);
    let source: Value = serde_json::from_slice(&fs::read(EXAMPLE).unwrap()).unwrap();
    let exported: Value = serde_json::from_slice(&fs::read(&bundle).unwrap()).unwrap();
    let count = |bundle: &Value| bundle["entry"].as_array().unwrap().len();
    assert_eq!(count(&source), count(&exported));
    let text = fs::read_to_string(EXAMPLE).unwrap();
    for line in fs::read_to_string(&lines).unwrap().lines() {
        assert!(text.contains(line), "byte for byte: {line}");
    }
    let some = machine.path("some.json");
    let report = device.ok(&[
        "export",
        "--format",
        "bundle",
        "--section",
        "allergies",
        "--current",
        "--out",
        some.to_str().unwrap(),
    ]);
    assert_eq!(report["resources"], 3);

    let (other, _) = machine.created("other");
    assert_eq!(other.ok(&["import", bundle.to_str().unwrap()])["new"], 132);
}

#[test]
fn a_backup_and_the_words_bring_it_back() {
    let machine = Machine::new();
    let (device, words) = machine.created("phone");
    device.ok(&["import", EXAMPLE]);
    let file = machine.path("backup");
    let report = device.ok(&["backup", "--out", file.to_str().unwrap()]);
    assert_eq!(report["bytes"].as_u64(), Some(fs::metadata(&file).unwrap().len()));
    let new = machine.device("new");
    let words_file = machine.file("words", &words);
    let script = format!(
        "\"$P\" --json restore '{}' --kdf fast --words-fd 3 3<'{}'",
        file.display(),
        words_file.display()
    );
    let mut command = new.shell(&script);
    let output = command
        .env("POCKETCHART_PASSPHRASE", crate::process::PASSPHRASE)
        .output()
        .unwrap();
    let restored = crate::process::document(&output);
    assert_eq!(restored["entries"], ENTRIES, "{restored:#}");
    for section in ["allergies", "medications", "results"] {
        let ids = |it: &[Value]| it.iter().map(|it| it["id"].clone()).collect::<Vec<_>>();
        assert_eq!(ids(&device.items(section)), ids(&new.items(section)));
    }
    new.is_whole();
}

#[test]
fn lists_are_made_anew_from_the_log() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let before = device.items("medications");
    assert_eq!(device.ok(&["rebuild"])["entries"], ENTRIES);
    assert_eq!(device.items("medications"), before);
    device.is_whole();
}

#[test]
fn what_was_known_on_a_day_stays_known() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let nothing = device.says(&["known-on", "1999-01-01"]);
    assert!(nothing.contains("end of 1 January 1999") && nothing.contains("Nothing was recorded by then"));
    let known = device.ok(&["known-on", "2999-01-01", "allergies"]);
    assert_eq!(known["sections"]["allergies"].as_array().unwrap().len(), 3);
}

#[test]
fn erase_means_erase() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    assert_eq!(device.fails(&["erase", "--yes"], 10)["id"], "erase-unnamed");
    assert_eq!(
        device.fails(&["erase", "--erase-record", "tablet"], 10)["id"],
        "erase-other-name"
    );
    assert_eq!(device.items("allergies").len(), 3);
    device.ok(&["erase", "--erase-record", "phone"]);
    assert!(!exists(&device.record.join("record.db")));
    device.fails(&["sections"], 3);
    device.ok(&["create", "--kdf", "fast"]);
    assert_eq!(device.items("allergies").len(), 0);
}
