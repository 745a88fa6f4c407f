//! Where values head and how a child grows: in words, as a document, as a picture that others can open.

use crate::process::{Device, Machine};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const DAY: &str = "2026-11-26";
/// Where Debian keeps fonts that have the letters of English.
const FONTS: [&str; 2] = [
    "/usr/share/fonts/truetype/noto",
    "/usr/share/fonts/truetype/dejavu",
];

fn a1c(device: &Device, more: &[&str]) -> Value {
    let mut arguments = vec!["trends", "hba1c", "--on", DAY];
    arguments.extend(more);
    device.ok(&arguments)["series"][0].clone()
}

/// A file with a person and measured values: code, value, unit, day.
fn file(machine: &Machine, person: &Value, values: &[(&str, &str, &str, &str)]) -> String {
    let mut entries = vec![json!({"resource": person})];
    for (number, (code, value, unit, day)) in values.iter().enumerate() {
        let value: Value = serde_json::from_str(value).unwrap();
        entries.push(json!({"resource": {"resourceType": "Observation", "id": format!("o{number}"), "status": "final",
            "code": {"coding": [{"system": "http://loinc.org", "code": code}], "text": code}, "effectiveDateTime": day,
            "subject": {"reference": "Patient/p"},
            "valueQuantity": {"value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit}}}));
    }
    let bundle = json!({"resourceType": "Bundle", "type": "collection", "entry": entries});
    let path = machine.file("values.json", bundle.to_string());
    path.to_str().unwrap().to_owned()
}

fn person(born: &str) -> Value {
    json!({"resourceType": "Patient", "id": "p", "birthDate": born, "gender": "female", "name": [{"text": "Ada"}]})
}

fn with(machine: &Machine, name: &str, born: &str, values: &[(&str, &str, &str, &str)]) -> Device {
    let (device, _) = machine.created(name);
    device.ok(&["import", &file(machine, &person(born), values), "--same-person"]);
    device
}

#[test]
fn a_trend_is_told_in_words_and_as_a_document() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let said = device.says(&["trends", "hba1c", "--on", DAY]);
    for part in [
        "12 values",
        "latest:",
        "the one before:",
        "within their range",
        "Edition",
        "not a medical device",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let series = a1c(&device, &[]);
    let trend = &series["trend"];
    assert_eq!(
        (&series["unit"], &trend["measured_days"]),
        (&json!("%"), &json!(12))
    );
    assert_eq!(trend["rule"]["source"], "sen-1968");
    assert!(said.contains(trend["says"].as_str().unwrap()), "{said}");
    let later = a1c(&device, &["--since", "2022-01-01"]);
    let count = |series: &Value| series["points"].as_array().unwrap().len();
    assert!(count(&later) < 12 && count(&later) > 0);
    assert_eq!(
        device.fails(&["trends", "--since", "soon"], 5)["id"],
        "read-not-a-day"
    );
}

#[test]
fn two_units_are_one_line_and_what_can_hardly_be_true_is_named() {
    let machine = Machine::new();
    let device = with(
        &machine,
        "phone",
        "1980-05-02",
        &[
            ("2345-7", "90", "mg/dL", "2026-01-01"),
            ("14749-6", "5.5", "mmol/L", "2026-02-01"),
            ("2345-7", "110", "mg/dL", "2026-03-01"),
            ("29463-7", "80", "kg", "2026-01-01"),
            ("29463-7", "820", "kg", "2026-02-01"),
        ],
    );
    let all = device.ok(&["trends", "--on", DAY]);
    let glucose = &all["series"][0];
    let values: Vec<_> = glucose["points"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["value"].clone())
        .collect();
    assert_eq!(
        (values, &glucose["unit"]),
        (vec![json!("90"), json!("99"), json!("110")], &json!("mg/dL"))
    );
    assert_eq!(
        glucose["points"][1]["written"],
        json!({"number": "5.5", "unit": "mmol/L"})
    );
    let said = device.says(&["trends", "29463-7", "--on", DAY]);
    assert!(
        said.contains("820 kg") && said.contains("can hardly be right"),
        "{said}"
    );
    assert!(said.contains("exact values on three days"), "{said}");
}

#[test]
fn a_picture_is_what_other_programs_can_open() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let path = |name: &str| machine.path(name).to_str().unwrap().to_owned();
    let (svg, png) = (path("a1c.svg"), path("a1c.png"));
    let made = device.ok(&["trends", "hba1c", "--on", DAY, "--plot", &svg]);
    let text = fs::read_to_string(&svg).unwrap();
    assert_eq!(made["picture"], json!({"file": svg, "bytes": text.len()}));
    let document = roxmltree::Document::parse(&text).unwrap();
    let named = |name: &str| {
        document
            .descendants()
            .filter(|it| it.tag_name().name() == name)
            .count()
    };
    assert!(
        document
            .descendants()
            .any(|it| it.tag_name().name() == "desc" && it.text().unwrap_or_default().contains("12 values"))
    );
    // Each value, and the sign that says what one is.
    assert_eq!(
        (named("circle"), named("title"), named("script"), named("image")),
        (13, 1, 0, 0)
    );
    let Some(fonts) = FONTS.iter().find(|it| Path::new(it).exists()) else {
        assert!(std::env::var_os("CI").is_none(), "the fonts are missing");
        println!("not run: there are no fonts here");
        return;
    };
    device.ok(&["trends", "hba1c", "--on", DAY, "--plot", &png, "--fonts", fonts]);
    let picture = image::open(&png).unwrap().to_luma8();
    assert_eq!(picture.width(), 1080);
    let dark = picture.pixels().filter(|it| it.0[0] < 100).count();
    assert!(dark > 10_000 && dark < 200_000, "{dark} dark pixels");
}

#[test]
fn a_picture_shows_one_thing_and_replaces_nothing() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let there = machine.file("there.svg", "mine");
    let (there, other) = (there.to_str().unwrap(), machine.path("new.gif"));
    for (arguments, exit, id) in [
        (vec!["trends", "--plot", "x.svg"], 2, "trends-plot-one"),
        (
            vec!["trends", "4548-4", "29463-7", "--plot", "x.svg"],
            2,
            "trends-plot-one",
        ),
        (
            vec!["trends", "4548-4", "--plot", other.to_str().unwrap()],
            2,
            "plot-file-kind",
        ),
        (vec!["trends", "4548-4", "--plot", there], 5, "file-exists"),
        (
            vec!["growth", "height", "--plot", "x.svg"],
            3,
            "growth-no-such-chart",
        ),
    ] {
        assert_eq!(device.fails(&arguments, exit)["id"], id, "{arguments:?}");
    }
    assert_eq!(fs::read_to_string(there).unwrap(), "mine");
    assert!(!Path::new("x.svg").exists() && !other.exists());
}

#[test]
fn a_child_is_shown_among_others_and_below_two_with_a_warning() {
    let machine = Machine::new();
    let device = with(
        &machine,
        "phone",
        "2018-01-01",
        &[
            ("29463-7", "7.2", "kg", "2018-07-01"),
            ("29463-7", "12.5", "kg", "2020-07-01"),
            ("8302-2", "90", "cm", "2020-07-01"),
            ("29463-7", "20.1", "kg", "2023-07-01"),
            ("8302-2", "111", "cm", "2023-07-01"),
        ],
    );
    let all = device.ok(&["growth", "--on", DAY]);
    let charts: Vec<_> = all["charts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["chart"].clone())
        .collect();
    assert_eq!(charts, ["height", "weight-infant", "weight", "body-mass-index"]);
    let infant = &all["charts"][1]["measures"][0];
    assert_eq!(
        (&infant["below_two"], &infant["rule"]["source"]),
        (&json!(true), &json!("cdc-growth-2000"))
    );
    let said = device.says(&["growth", "--on", DAY]);
    // Lines break where the terminal is full.
    let words = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "World Health Organization",
        "5 years, 6 months",
        "in its own way",
        "2000",
    ] {
        assert!(words.contains(part), "{part}: {said}");
    }
    let picture = machine.path("height.svg");
    device.ok(&[
        "growth",
        "height",
        "--on",
        DAY,
        "--plot",
        picture.to_str().unwrap(),
    ]);
    let text = fs::read_to_string(picture).unwrap();
    let document = roxmltree::Document::parse(&text).unwrap();
    assert_eq!(
        document
            .descendants()
            .filter(|it| it.tag_name().name() == "polyline")
            .count(),
        5
    );
    assert_eq!(
        device.fails(&["growth", "--plot", "x.svg"], 2)["id"],
        "growth-plot-one"
    );
}

#[test]
fn without_sex_or_birth_it_says_what_is_missing() {
    let machine = Machine::new();
    let (device, _) = machine.created("phone");
    let said = device.says(&["growth"]);
    assert!(said.contains("day of birth"), "{said}");
}
