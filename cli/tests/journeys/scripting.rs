//! Everything can be scripted: by descriptors, by the environment, with one document on standard output.

use crate::process::{Device, EXAMPLE, Machine, PASSPHRASE, document, text};
use serde_json::Value;
use std::fs;

fn run(device: &Device, script: &str) -> Value {
    let output = device.shell(script).output().unwrap();
    let document = document(&output);
    assert!(output.status.success(), "{document:#}");
    document
}

#[test]
fn secrets_go_through_descriptors() {
    let machine = Machine::new();
    let device = machine.device("phone");
    let words = machine.path("words");
    let script = format!(
        "\"$P\" --json create --kdf fast --passphrase-fd 3 --words-fd 4 3<<<'{PASSPHRASE}' 4>'{}'",
        words.display()
    );
    let made = run(&device, &script);
    assert!(
        made.get("words").is_none(),
        "words that went elsewhere are not in the document"
    );
    assert_eq!(fs::read_to_string(&words).unwrap().split_whitespace().count(), 24);
    let report = run(
        &device,
        &format!("\"$P\" --json import '{EXAMPLE}' --passphrase-fd 5 5<<<'{PASSPHRASE}'"),
    );
    assert_eq!(report["new"], 132);
    // By standard input, from which nothing else is read.
    let report = run(
        &device,
        &format!("\"$P\" --json sections --passphrase-fd 0 <<<'{PASSPHRASE}'"),
    );
    assert_eq!(report["sections"].as_array().unwrap().len(), 16);
    let output = device
        .shell("\"$P\" --json sections --passphrase-fd 9")
        .output()
        .unwrap();
    assert_eq!(crate::process::refusal(&output, 2)["id"], "descriptor-unreadable");
}

#[test]
fn the_passphrase_changes() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    let new = "quite another passphrase";
    let script = format!(
        "\"$P\" --json passphrase --kdf fast --passphrase-fd 3 --new-passphrase-fd 3 3< <(printf '%s\\n' '{PASSPHRASE}' '{new}')"
    );
    run(&device, &script);
    device.fails(&["list"], 4);
    let output = device
        .bare()
        .args(["list", "--json"])
        .env("POCKETCHART_PASSPHRASE", new)
        .output()
        .unwrap();
    assert!(output.status.success());
}

#[test]
fn a_passphrase_is_never_an_argument() {
    let machine = Machine::new();
    let device = machine.device("phone");
    let help = device.says(&["--help"]);
    assert!(
        help.contains("--passphrase-fd") && !help.contains("--passphrase "),
        "{help}"
    );
    for command in ["create", "restore", "passphrase"] {
        assert!(!device.says(&[command, "--help"]).contains("--passphrase <"));
    }
}

#[test]
fn words_are_in_the_document_or_on_the_page_once() {
    let machine = Machine::new();
    let (device, words) = machine.created("phone");
    assert_eq!(words.split(' ').count(), 24);
    let other = machine.device("other");
    let output = other.command(&["create", "--kdf", "fast"]).output().unwrap();
    let page = text(&output.stdout);
    assert!(page.contains("  1. ") && page.contains(" 24. "), "{page}");
    assert!(
        text(&output.stderr).contains("trying things"),
        "fast is warned of"
    );
    // Some of the words are words of the page as well.
    let page = device.says(&["sections"]);
    let known = words.split(' ').filter(|word| page.contains(word)).count();
    assert!(known < 12, "{page}");
}

#[test]
fn completions_and_manual_come_from_the_same_source() {
    let machine = Machine::new();
    let device = machine.device("phone");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = device.says(&["completions", shell]);
        assert!(script.contains("known-on"), "{shell}");
        assert_eq!(
            device.ok(&["completions", shell])["script"]
                .as_str()
                .unwrap()
                .trim_end(),
            script.trim_end()
        );
    }
    let checked = device
        .shell("bash -n <(\"$P\" completions bash)")
        .status()
        .unwrap();
    assert!(checked.success());
    let page = device.says(&["man"]);
    assert!(
        page.contains(".TH pocketchart") && page.contains("known\\-on"),
        "{page}"
    );
    let folder = machine.path("man");
    device.ok(&["man", "--out", folder.to_str().unwrap()]);
    let page = fs::read_to_string(folder.join("pocketchart-import.1")).unwrap();
    assert!(page.contains("same\\-person"));
}

#[test]
fn help_names_every_exit_status() {
    let machine = Machine::new();
    let device = machine.device("phone");
    let help = device.says::<&str>(&[]);
    assert!(
        help.contains("Usage:") && help.contains("10 not answered"),
        "without arguments: help\n{help}"
    );
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/cli.md")).unwrap();
    for status in 0..=10 {
        assert!(
            page.contains(&format!("| {status} |")),
            "docs/cli.md does not explain {status}"
        );
    }
    for line in help
        .lines()
        .filter(|line| line.starts_with("  ") && !line.trim_start().starts_with('-'))
    {
        let name = line.split_whitespace().next().unwrap_or_default();
        assert!(
            name == "help" || page.contains(name),
            "docs/cli.md does not name {name}"
        );
    }
}
