//! The tour runs, tells all its steps, and leaves nothing behind.

use crate::process::{EXAMPLE, Machine, program};
use serde_json::Value;
use std::fs;
use std::process::{Command, Output};

const STEPS: [&str; 24] = [
    "Create",
    "Import",
    "Allergies",
    "Trend",
    "Check",
    "Card",
    "Correct",
    "Pair",
    "Fill",
    "Apart",
    "Sync",
    "Disagree",
    "Resolve",
    "Verify",
    "Tamper",
    "Grant",
    "Visit",
    "End",
    "Log",
    "Relay",
    "Link",
    "Lost",
    "Back up",
    "Restore",
];

fn tour(machine: &Machine, arguments: &[&str], cargo: bool) -> Output {
    let scratch = machine.path("scratch");
    fs::create_dir_all(&scratch).unwrap();
    let mut command = Command::new(program());
    command
        .args(arguments)
        .env("TMPDIR", &scratch)
        .env_remove("CARGO");
    if cargo {
        command.env("CARGO", "cargo");
    }
    let output = command.output().unwrap();
    assert_eq!(
        fs::read_dir(&scratch).unwrap().count(),
        0,
        "something is left behind"
    );
    output
}

#[test]
fn every_step_is_told_with_its_figure() {
    let machine = Machine::new();
    let output = tour(&machine, &["tour", "--json"], false);
    let told = crate::process::document(&output);
    assert!(output.status.success(), "{told:#}");
    let steps = told["steps"].as_array().unwrap();
    let names: Vec<&str> = steps.iter().map(|it| it["step"].as_str().unwrap()).collect();
    assert_eq!(names, STEPS);
    let sentence = |name: &str| {
        let step = steps.iter().find(|it| it["step"] == name).unwrap();
        step["sentence"].as_str().unwrap().to_owned()
    };
    assert!(
        steps.iter().all(|it| it["milliseconds"].is_u64()),
        "each has its figure"
    );
    assert!(sentence("Import").contains("132 parts kept, 0 unreadable. Once more: 0 new"));
    assert!(sentence("Allergies").contains("▲ Penicillin (severe"));
    assert!(sentence("Trend").contains("█▅▃▂▂▄▆▇▄▂▂▁"));
    let warned = sentence("Check");
    for part in [
        "Itraconazole",
        "Must not be",
        "atorvastatin",
        "October 2020",
        "no clinician has reviewed",
    ] {
        assert!(
            warned.to_lowercase().contains(&part.to_lowercase()),
            "{part}: {warned}"
        );
    }
    assert!(
        sentence("Sync").contains("1 change one way, 1 the other"),
        "{}",
        sentence("Sync")
    );
    assert!(sentence("Resolve").contains("0 disagree"));
    assert!(sentence("Verify").contains("0 wrong"));
    assert!(
        sentence("Tamper").contains(" refused, 0 read wrongly") && !sentence("Tamper").contains(" 0 refused"),
        "{}",
        sentence("Tamper")
    );
    assert!(sentence("Grant").contains("gets 3 allergies, 14 entries"));
    assert!(sentence("Visit").contains("1 signed change, 1 note of theirs"));
    assert!(
        sentence("End").contains("somebody else has redeemed it")
            && sentence("End").contains("gets 0 answers")
    );
    assert!(sentence("Log").contains("; 0 wrong with it"));
    assert!(sentence("Relay").contains("3 entries") && sentence("Relay").contains("gets 0 answers"));
    assert!(
        sentence("Link").contains("JavaScript") && sentence("Link").contains(": 2 allergies"),
        "{}",
        sentence("Link")
    );
    assert!(sentence("Link").contains("“A stranger”") && sentence("Link").contains("says 404; and 404"));
    assert!(sentence("Lost").contains("gets 0 answers. Of 1 new note it reads 0"));
    assert!(
        sentence("Restore").contains("134 of 134"),
        "{}",
        sentence("Restore")
    );
}

#[test]
fn started_bare_by_cargo_it_is_the_tour() {
    let machine = Machine::new();
    let page = crate::process::text(&tour(&machine, &[], true).stdout);
    for (number, step) in (1..).zip(STEPS) {
        assert!(page.contains(&format!("{number:>2}  {step} ")), "{step}: {page}");
    }
    println!("{page}");
}

#[test]
fn it_takes_a_file_of_ones_own() {
    let machine = Machine::new();
    let bundle: Value = serde_json::from_slice(&fs::read(EXAMPLE).unwrap()).unwrap();
    let person = &bundle["entry"][0]["resource"];
    let file = machine.file("small.json", person.to_string());
    let told = crate::process::document(&tour(
        &machine,
        &["tour", "--json", file.to_str().unwrap()],
        false,
    ));
    assert!(
        told["steps"].as_array().is_some_and(|it| it.len() >= 14),
        "{told:#}"
    );
    let output = tour(&machine, &["tour", "--json", "nothing.json"], false);
    assert_eq!(crate::process::refusal(&output, 3)["id"], "file-missing");
}
