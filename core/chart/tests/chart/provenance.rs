//! What came in with each file, told to whom the record is given; and from whom what came by a card or a link.

use crate::given::*;
use pocketchart::{Chart, ExportForm, ExportOptions, ImportOptions, ListOptions, Origin, Proof, Section};
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::Cursor;

fn exported(chart: &mut Chart, current_only: bool) -> Vec<Value> {
    let options = ExportOptions {
        form: ExportForm::Bundle,
        sections: None,
        current_only,
        provenance: true,
        reconciled: false,
    };
    let (mut file, mut last) = (Vec::new(), 0);
    let report = chart
        .export(&options, &mut file, &mut |count| last = count)
        .unwrap();
    assert_eq!(report.resources, last);
    let bundle: Value = serde_json::from_slice(&file).unwrap();
    bundle["entry"].as_array().unwrap().clone()
}

fn records(entries: &[Value]) -> Vec<Value> {
    let resources = entries.iter().map(|it| it["resource"].clone());
    resources
        .filter(|it| it["resourceType"] == "Provenance")
        .collect()
}

/// How many resources are said to have been created, updated, kept unread.
fn counts(records: &[Value]) -> (usize, usize, usize) {
    let of = |wanted: &dyn Fn(&Value) -> bool| {
        let of = records.iter().filter(|it| wanted(&it["activity"]));
        of.map(|it| it["target"].as_array().unwrap().len()).sum()
    };
    let code = |code: &'static str| move |it: &Value| it["coding"][0]["code"] == code;
    (
        of(&code("CREATE")),
        of(&code("UPDATE")),
        of(&|it| it["text"] == "kept unread"),
    )
}

#[test]
fn each_file_says_what_came_with_it() {
    let (mut chart, _scratch) = maria();
    let entries = exported(&mut chart, false);
    let records = records(&entries);
    let import = chart.imports().unwrap().remove(0);
    assert_eq!(counts(&records), (132, 0, 0));
    assert_eq!(records.len(), import.sections.len(), "one for each section");
    let ids: BTreeSet<String> = records.iter().map(|it| it["id"].to_string()).collect();
    assert_eq!(ids.len(), records.len(), "each has a name of its own");
    let urls: BTreeSet<&str> = entries.iter().filter_map(|it| it["fullUrl"].as_str()).collect();
    let mut named = 0;
    for record in &records {
        // `sha256sum` says the same of the file.
        let file = &record["entity"][0]["what"];
        assert_eq!(file["identifier"]["value"], ni(&example()));
        assert_eq!(file["display"], "file.json");
        for target in record["target"].as_array().unwrap() {
            match target["reference"].as_str() {
                Some(url) => assert!(urls.contains(url), "{url} is nowhere"),
                None => assert!(target["identifier"]["value"].is_string()),
            }
            named += usize::from(target["reference"].is_string());
        }
        assert!(record["agent"][0]["who"]["reference"].is_string());
        assert_eq!(
            record["agent"].as_array().unwrap().len(),
            1,
            "nobody else says so"
        );
    }
    assert!(named > 100, "{named}");
}

/// RFC 6920.
fn ni(bytes: &[u8]) -> String {
    use base64::Engine as _;
    use sha2::{Digest as _, Sha256};
    let hash = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(Sha256::digest(bytes));
    format!("ni:///sha-256;{hash}")
}

#[test]
fn newer_copies_and_what_is_unread_are_told_apart() {
    let (mut chart, _scratch) = chart();
    let server = r#""meta":{"source":"https://hospital.example/fhir"}"#;
    let one = format!(r#"{{"resourceType":"Condition","id":"1",{server},"code":{{"text":"Asthma"}}}}"#);
    let other = one.replace("Asthma", "Asthma, mild");
    import(&mut chart, one.as_bytes());
    import(
        &mut chart,
        format!("{other}\n{{\"resourceType\":}}\n{other}\n").as_bytes(),
    );
    let records = records(&exported(&mut chart, false));
    assert_eq!(counts(&records), (1, 1, 1));
    // Only what is written is named: the older copy is not.
    let records = self::records(&exported(&mut chart, true));
    assert_eq!(counts(&records), (0, 1, 1));
}

#[test]
fn from_whom_it_came_stays_with_it() {
    let (mut chart, _scratch) = chart();
    let bring = |chart: &mut Chart, text: &str, origin: Origin| {
        let options = ImportOptions {
            file_name: "hospital.example".into(),
            origin: Some(origin),
            ..ImportOptions::default()
        };
        let file = format!(r#"{{"resourceType":"Condition","id":"1","code":{{"text":"{text}"}}}}"#);
        chart
            .import(Cursor::new(file.as_bytes()), &options, &mut |_| ())
            .unwrap();
    };
    let origins = [
        Origin::of_link("hospital.example"),
        Origin {
            from: "https://issuer.example".into(),
            proof: Proof::Signed,
        },
        Origin {
            from: "https://issuer.example".into(),
            proof: Proof::Listed {
                name: "County Hospital".into(),
            },
        },
    ];
    for (at, origin) in origins.iter().enumerate() {
        bring(&mut chart, &format!("Asthma {at}"), origin.clone());
    }
    let imports = chart.imports().unwrap();
    let kept: Vec<Origin> = imports.into_iter().rev().filter_map(|it| it.origin).collect();
    assert_eq!(kept, origins);
    for item in list(&chart, Section::Problems) {
        let title = item.facts.title.clone().unwrap();
        let at: usize = title.rsplit(' ').next().unwrap().parse().unwrap();
        assert_eq!(item.sources[0].origin.as_ref(), Some(&origins[at]));
        let sources = chart.item(item.id).unwrap().item.sources;
        assert_eq!(sources, item.sources);
    }
    let records = records(&exported(&mut chart, false));
    let says: Vec<&str> = records
        .iter()
        .filter_map(|it| it["agent"][1]["who"]["display"].as_str())
        .collect();
    assert_eq!(
        says,
        [
            "hospital.example (no signature)",
            "https://issuer.example (signature held, issuer not listed)",
            "https://issuer.example (signature held, listed as County Hospital)",
        ]
    );
}

/// Weights, each a day later than the one before.
fn weights(from: u32, count: u32) -> String {
    let weight = |number: u32| {
        let (month, day) = (1 + number / 28, 1 + number % 28);
        format!(
            concat!(
                r#"{{"resourceType":"Observation","id":"w{number}","status":"final","subject":{{"reference":"Patient/1"}},"#,
                r#""category":[{{"coding":[{{"code":"vital-signs"}}]}}],"code":{{"text":"Weight"}},"#,
                r#""effectiveDateTime":"2020-{month:02}-{day:02}","valueQuantity":{{"value":{number},"unit":"kg"}}}}"#
            ),
            number = number,
            month = month,
            day = day
        )
    };
    (from..from + count).map(weight).collect::<Vec<_>>().join("\n")
}

/// Also of what stands further down than the head of its section, before and after a section was read whole, and only of the file that
/// said it.
#[test]
fn a_long_list_says_from_whom_each_came() {
    let (mut chart, _scratch) = chart();
    let origin = Origin::of_link("hospital.example");
    for (from, origin) in [(0, None), (100, Some(origin.clone())), (200, None)] {
        let options = ImportOptions {
            origin,
            ..ImportOptions::default()
        };
        chart
            .import(Cursor::new(weights(from, 100)), &options, &mut |_| ())
            .unwrap();
    }
    let seen = |chart: &Chart, offset: usize| {
        let options = ListOptions {
            offset,
            limit: 50,
            ..ListOptions::default()
        };
        let page = chart.list(Section::Vitals, &options).unwrap();
        let told = page.items.iter().map(|it| it.sources[0].origin.clone());
        let told: Vec<_> = told.collect();
        assert_eq!(told.len(), 50);
        told
    };
    let none = vec![None; 50];
    let all = vec![Some(origin); 50];
    let expected = [&none, &none, &all, &all, &none, &none];
    let check = |chart: &Chart| {
        for (page, expected) in expected.iter().enumerate() {
            assert_eq!(&&seen(chart, 50 * page), expected, "page {page}");
        }
    };
    check(&chart);
    chart.rebuild().unwrap();
    check(&chart);
    let more = ImportOptions {
        origin: Some(Origin::of_link("practice.example")),
        ..ImportOptions::default()
    };
    chart
        .import(Cursor::new(weights(300, 14)), &more, &mut |_| ())
        .unwrap();
    let newest = seen(&chart, 0);
    assert_eq!(newest.iter().filter(|it| it.is_some()).count(), 14);
}
