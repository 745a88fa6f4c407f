//! docs/formats.cddl against what the encoders write: generated values of every public type, and every message, row
//! and chunk of real records that sync, pack, wait, refuse and are backed up.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "tests")]

mod audit;
mod card;
mod contacts;
mod grants;
#[allow(dead_code, reason = "the tests of the facade ask more of it")]
#[path = "../../../core/chart/tests/chart/hospital.rs"]
mod hospital;
mod imports;
mod life;
mod redeem;
mod relay;
mod rules;
mod sources;
mod store;
mod tables;
mod values;

use pocketchart_record::cbor::{Canonical, from_bytes, to_bytes};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::Path;

const CASES: u32 = 200;
/// Cases that are also falsified, each in every item.
const FALSIFIED: u32 = 12;

/// `POCKETCHART_SEED` repeats a run or tries another.
fn seed() -> u64 {
    std::env::var("POCKETCHART_SEED").map_or(1, |seed| seed.parse().unwrap())
}

/// Every generated value follows the rule, reads back as itself, and breaks the rule once any item has another type.
fn holds<T: Canonical>(rule: &str, values: impl Strategy<Value = T>, same: impl Fn(&T, &T) -> bool) {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed().to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        ..Config::default()
    };
    let (mut cases, mut broken) = (0, 0);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let values = values.prop_map(|value| to_bytes(&value));
    let result = runner.run(&values, |bytes| {
        let value = rules::tree(&bytes);
        rules::allows(rule, &value).map_err(TestCaseError::fail)?;
        let read: T = from_bytes(&bytes).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let again: T =
            from_bytes(&to_bytes(&read)).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert!(same(&read, &again));
        Ok(())
    });
    if let Err(error) = result {
        panic!("{rule}, seed {}: {error}", seed());
    }
    for _ in 0..FALSIFIED {
        cases += 1;
        let bytes = values.new_tree(&mut runner).unwrap().current();
        for value in rules::falsified(&rules::tree(&bytes)) {
            broken += 1;
            assert!(
                rules::allows(rule, &value).is_err(),
                "{rule}, seed {}: {value:?}",
                seed()
            );
        }
    }
    println!(
        "{rule}: {CASES} values hold; {broken} falsified forms of {cases} are refused; seed {}",
        seed()
    );
}

fn all_hold<T: Canonical + PartialEq + Debug>(rule: &str, values: impl Strategy<Value = T>) {
    holds(rule, values, |one, other| one == other);
}

#[test]
fn names_and_entries() {
    all_hold("entry-id", values::entry_id());
    all_hold("source", values::source());
    all_hold("admission", values::admission());
    all_hold("entry", values::entry());
    all_hold("acknowledgement", values::acknowledgement());
    all_hold("reconciliation", values::reconciliation());
}

#[test]
fn envelopes() {
    all_hold("header", values::header());
    all_hold("dependency", values::dependency());
    all_hold("opening", values::opening());
    all_hold("checkpoint", values::checkpoint());
    all_hold("payload", values::payload());
}

#[test]
fn statements() {
    all_hold("device-public", values::device_public());
    all_hold("fact", values::fact());
    all_hold("statement", values::statement());
}

#[test]
fn what_the_store_keeps() {
    all_hold("blob-head", values::blob_head());
    all_hold("feed-row", values::feed());
    all_hold("document-row", values::document());
    all_hold("head", values::head());
    all_hold("standing", values::standing());
    all_hold("row", values::row());
    all_hold("source-row", values::from_source());
}

#[test]
fn pairing_codes() {
    all_hold("pairing-code", values::pairing_code());
    all_hold("introduction-code", values::introduction_code());
}

#[test]
fn grants() {
    all_hold("grant", grants::grant());
    all_hold("binding", grants::binding());
    all_hold("delegation", grants::delegation());
    all_hold("grant-revocation", grants::revocation());
    all_hold("receipt", grants::receipt());
    all_hold("deletion", grants::deletion());
    all_hold("grant-code", grants::code());
    all_hold("delegation-request", grants::delegation_request());
    all_hold("delegation-code", grants::delegation_code());
    all_hold("grant-state", grants::state());
    all_hold("clock", grants::clock());
}

#[test]
fn what_contacts_keep_and_say() {
    all_hold("notice", contacts::notice());
    all_hold("entrusted", contacts::entrusted());
    all_hold("contact-code", contacts::code());
    all_hold("contact-ask", contacts::ask());
    all_hold("contact-sealed", contacts::part_code());
    all_hold("contact-sealed", contacts::answer_code());
    holds("contact-part", contacts::part(), |one, other| {
        to_bytes(one) == to_bytes(other)
    });
    holds("contact-answer", contacts::answer(), |one, other| {
        to_bytes(one) == to_bytes(other)
    });
}

#[test]
fn redeeming() {
    all_hold("ask", redeem::ask());
    all_hold("reply", redeem::reply());
    all_hold("after-call", redeem::after_call());
    all_hold("after-answer", redeem::after_answer());
    all_hold("extract", redeem::extract());
    all_hold("grant-bundle", redeem::bundle());
    all_hold("arrival", redeem::arrival());
    all_hold("vault-piece", redeem::piece());
    all_hold("extract-item", redeem::item());
}

#[test]
fn the_audit_log() {
    all_hold("audit-entry", audit::entry());
    all_hold("audit-head", audit::head());
    all_hold("audit-gossip", audit::gossip());
    all_hold("letter-content", audit::letter_content());
    all_hold("audit-given", audit::given());
    all_hold("audit-standing", audit::standing());
}

#[test]
fn emergency_cards() {
    all_hold("card-content", card::content());
    let heads = card::heads().map(|head| ("card".to_owned(), head));
    pieces_hold(&heads.collect());
}

#[test]
fn the_tables_that_the_library_carries() {
    for compressed in tables::FILES {
        let whole = rules::tree(&tables::unpacked(compressed));
        rules::allows("tables-file", &whole).unwrap();
        let broken = rules::falsified(&tables::shortened(whole));
        for value in &broken {
            assert!(rules::allows("tables-file", value).is_err(), "{value:?}");
        }
        println!(
            "a file of tables holds; {} falsified forms are refused",
            broken.len()
        );
    }
}

#[test]
fn what_is_said_to_a_relay() {
    pieces_hold(&relay::messages());
}

/// Checks pieces of a real run, and a falsified form of each item of the smaller ones.
fn pieces_hold(pieces: &BTreeSet<(String, Vec<u8>)>) {
    const SMALL: usize = 3000;
    let mut rules_seen: BTreeSet<&str> = BTreeSet::new();
    let mut broken = 0;
    for (rule, bytes) in pieces {
        let value = rules::tree(bytes);
        if let Err(error) = rules::allows(rule, &value) {
            panic!("{rule}: {error}: {value:?}");
        }
        let is_new = rules_seen.insert(rule);
        if is_new && bytes.len() < SMALL || bytes.len() < 100 {
            for value in rules::falsified(&value) {
                broken += 1;
                assert!(rules::allows(rule, &value).is_err(), "{rule}: {value:?}");
            }
        }
    }
    println!(
        "{} pieces of {} rules hold; {broken} falsified forms are refused",
        pieces.len(),
        rules_seen.len()
    );
}

#[test]
fn a_real_run() {
    let life = life::lived();
    pieces_hold(&life.pieces);
    let spaces: Vec<u8> = (0..=22).filter(|space| !life.spaces.contains(space)).collect();
    assert_eq!(spaces, [life::UNUSED], "spaces of which no row was seen");
    let kinds: Vec<u64> = (0..=12).filter(|kind| !life.messages.contains(kind)).collect();
    assert!(
        kinds.is_empty(),
        "kinds of messages of which none was seen: {kinds:?}"
    );
}

#[test]
fn every_rule_is_used() {
    let text = include_str!("../../../docs/formats.cddl");
    let code: String = text
        .lines()
        .map(|line| line.split(';').next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n");
    let words: Vec<&str> = code.split(|c: char| !(c.is_alphanumeric() || c == '-')).collect();
    let roots = life::RULES.iter().copied().chain(TESTED);
    let roots: BTreeSet<&str> = roots.collect();
    for name in rules::names() {
        let used = words.iter().filter(|word| **word == name).count();
        assert!(
            used > 1 || roots.contains(name.as_str()),
            "{name} describes nothing"
        );
    }
}

/// The labels in the sources are those that docs/formats.md lists.
#[test]
fn every_label_is_listed() {
    let page = include_str!("../../../docs/formats.md");
    let (_, list) = page.split_once("The purposes, all of them: ").unwrap();
    let listed: BTreeSet<&str> = list
        .trim_end_matches(|c: char| c == '.' || c.is_whitespace())
        .split(',')
        .map(str::trim)
        .collect();
    let mut found = BTreeSet::new();
    for package in ["record", "share", "wire", "chart"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../core")
            .join(package);
        labels_below(&root.join("src"), &mut found);
    }
    assert_eq!(found.iter().map(String::as_str).collect::<BTreeSet<_>>(), listed);
}

fn labels_below(folder: &Path, found: &mut BTreeSet<String>) {
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            labels_below(&path, found);
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let pieces = code.flat_map(|line| line.split("Label::new(\"").skip(1));
        found.extend(pieces.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())));
    }
}

/// Rules that no other names: generated values are checked against them, or a signature covers what they describe.
const TESTED: [&str; 66] = [
    "deletion",
    "after-call",
    "after-answer",
    "source-connection",
    "source-keys",
    "source-pull",
    "import",
    "acknowledgement",
    "reconciliation",
    "tables-file",
    "ask",
    "reply",
    "extract",
    "extract-item",
    "audit-entry",
    "audit-gossip",
    "letter-content",
    "audit-given",
    "audit-standing",
    "card",
    "card-content",
    "header",
    "payload",
    "pairing-code",
    "introduction-code",
    "checkpointed",
    "stated",
    "succession-said",
    "line-row",
    "grant",
    "binding",
    "delegation",
    "grant-revocation",
    "receipt",
    "grant-bundle",
    "arrival",
    "vault-piece",
    "grant-code",
    "delegation-request",
    "delegation-code",
    "contact-code",
    "contact-ask",
    "contact-sealed",
    "contact-part",
    "contact-answer",
    "entrusted",
    "notice",
    "grant-state",
    "clock",
    "signed-call",
    "box-post",
    "box-letters",
    "grant-deposit",
    "grant-take",
    "grant-taken",
    "grant-refused",
    "grant-now",
    "link-deposit",
    "link-now",
    "link-access",
    "vault-contents",
    "waiting",
    "escrow-deposit",
    "escrow-request",
    "escrow-taken",
    "escrow-now",
];
