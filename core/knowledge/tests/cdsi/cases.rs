//! CDC's published test cases, as `../shared/data/cdsi/test-cases.ndjson` holds them.

use std::path::Path;

use jiff::civil::Date;
use pocketchart_knowledge::Sex;
use pocketchart_knowledge::cdsi::{Dose, History, Observed};
use serde_json::Value;

/// One case: a history, a day, and what CDC expects.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) group: &'static str,
    pub(crate) history: History,
    pub(crate) on: Date,
    pub(crate) expected: Expected,
}

/// Fields by name, empty where nothing is expected; of doses, in the order of the case.
#[derive(Clone)]
pub(crate) struct Expected {
    pub(crate) doses: Vec<(String, String)>,
    pub(crate) status: String,
    pub(crate) number: String,
    pub(crate) dates: [String; 3],
}

/// Every case; `None`, said aloud, where the file is not here. Where `CI` is set it must be.
pub(crate) fn all() -> Option<Vec<Case>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/cdsi/test-cases.ndjson");
    let Ok(text) = std::fs::read_to_string(&file) else {
        assert!(std::env::var_os("CI").is_none(), "shared/data/cdsi is missing");
        println!("not run: shared/data/cdsi is not here");
        return None;
    };
    Some(text.lines().map(case).collect())
}

fn case(line: &str) -> Case {
    let value: Value = serde_json::from_str(line).unwrap();
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    };
    let day = |value: &Value| text(value).parse::<Date>().ok();
    let mut history = History::of(day(&value["birth_date"]).unwrap());
    history.sex = match value["gender"].as_str() {
        Some("F") => Some(Sex::Female),
        Some("M") => Some(Sex::Male),
        _ => None,
    };
    let mut doses = Vec::new();
    for (place, dose) in value["doses"].as_array().unwrap().iter().enumerate() {
        let cvx = format!("{:0>2}", text(&dose["cvx"]));
        let mut given = Dose::of(day(&dose["date"]).unwrap(), &cvx, &place.to_string());
        given.mvx = dose["mvx"].as_str().map(str::to_owned);
        history.doses.push(given);
        doses.push((text(&dose["expected_status"]), text(&dose["expected_reason"])));
    }
    for observation in value["observations"].as_array().unwrap() {
        history.observations.push(Observed {
            code: text(&observation["code"]),
            holds: true,
            on: day(&observation["date"]),
        });
    }
    let expected = &value["expected"];
    Case {
        id: text(&value["id"]).trim().to_owned(),
        kind: text(&value["kind"]),
        group: group(value["vaccine_group"].as_str().unwrap()),
        history,
        on: day(&value["assessment_date"]).unwrap(),
        expected: Expected {
            doses,
            status: text(&expected["series_status"]).to_lowercase(),
            number: text(&expected["forecast_number"]),
            dates: ["earliest", "recommended", "past_due"].map(|name| text(&expected[name])),
        },
    }
}

/// The schedule's name of a vaccine group that the cases spell in many ways.
fn group(spelled: &str) -> &'static str {
    match spelled.trim().to_lowercase().as_str() {
        "dtap" => "DTaP/Tdap/Td",
        "pol" | "ipol" => "Polio",
        "hib" => "Hib",
        "hpv" => "HPV",
        "covid-19" => "COVID-19",
        "hepb" => "HepB",
        "hepa" => "HepA",
        "pcv" | "pneumococcal" => "Pneumococcal",
        "mmr" => "MMR",
        "rota" => "Rotavirus",
        "var" => "Varicella",
        "menb" | "meningococcal b" => "Meningococcal B",
        "mcv" | "meningococcal" => "Meningococcal",
        "flu" => "Influenza",
        "zoster" => "Zoster",
        "rsv" => "RSV",
        "orthopoxvirus" => "Orthopoxvirus",
        "rabies" => "Rabies",
        "tbe" => "TBE",
        "japanese encephalitis" => "Japanese Encephalitis",
        "typhoid" => "Typhoid",
        "yellow fever" => "Yellow Fever",
        "cholera" => "Cholera",
        "ebola" => "Ebola",
        "dengue" => "Dengue",
        "chikungunya" => "Chikungunya",
        other => panic!("unknown group {other}"),
    }
}
