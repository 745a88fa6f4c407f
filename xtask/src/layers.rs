//! Dependencies between the workspace's crates point downward, and into the layers named here only.

use std::{collections::BTreeMap, process::Command};

use serde::Deserialize;

use crate::{Outcome, places};

/// What each crate may use of the workspace, tests aside. A crate that is not named here is a mistake.
const MAY_USE: &[(&str, &[&str])] = &[
    ("pocketchart-strings", &[]),
    ("pocketchart-crypto", &[]),
    ("pocketchart-wire", &["pocketchart-crypto"]),
    ("pocketchart-record", &["pocketchart-crypto"]),
    ("pocketchart-fhir", &[]),
    ("pocketchart-media", &[]),
    (
        "pocketchart-share",
        &[
            "pocketchart-crypto",
            "pocketchart-wire",
            "pocketchart-record",
            "pocketchart-fhir",
        ],
    ),
    ("pocketchart-knowledge", &["pocketchart-fhir"]),
    (
        "pocketchart",
        &[
            "pocketchart-crypto",
            "pocketchart-wire",
            "pocketchart-record",
            "pocketchart-fhir",
            "pocketchart-media",
            "pocketchart-share",
            "pocketchart-knowledge",
        ],
    ),
    ("pocketchart-serving", &[]),
    (
        "pocketchart-relay",
        &["pocketchart-crypto", "pocketchart-wire", "pocketchart-serving"],
    ),
    ("pocketchart-mobile", &["pocketchart"]),
    // Only what prints on its own: a phone leaves it to its system.
    ("pocketchart-print", &["pocketchart-crypto", "pocketchart-share"]),
    (
        "pocketchart-cli",
        &[
            "pocketchart",
            "pocketchart-clinic",
            "pocketchart-print",
            "pocketchart-relay",
            "pocketchart-strings",
        ],
    ),
    (
        "pocketchart-clinic",
        &[
            "pocketchart",
            "pocketchart-crypto",
            "pocketchart-serving",
            "pocketchart-strings",
        ],
    ),
    ("xtask", &[]),
];

/// Crates that may use everything, and that nothing shipped may use, not even in a build script.
const TESTS: &[&str] = &["pocketchart-tests", "pocketchart-faults"];

/// What tests of any crate may start beside it.
const STARTED_BY_TESTS: &[&str] = &["pocketchart-relay"];

/// What a relay must not be able to do anything with: nothing that opens a record may be linked into it.
const BEYOND_THE_RELAY: &[&str] = &[
    "pocketchart-record",
    "pocketchart-fhir",
    "pocketchart-share",
    "pocketchart",
];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    workspace_members: Vec<String>,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    /// `dev`, `build` or nothing.
    kind: Option<String>,
}

/// Every arrow between crates of the workspace that should not be there.
fn wrong_arrows(metadata: &[u8]) -> Outcome<Vec<String>> {
    let metadata: Metadata = serde_json::from_slice(metadata)?;
    let members: BTreeMap<_, _> = metadata
        .packages
        .iter()
        .filter(|package| metadata.workspace_members.contains(&package.id))
        .map(|package| (package.name.as_str(), package))
        .collect();
    let mut wrong = Vec::new();
    for (name, package) in &members {
        if TESTS.contains(name) {
            continue;
        }
        let Some((_, may_use)) = MAY_USE.iter().find(|(known, _)| known == name) else {
            wrong.push(format!("{name} has no layer"));
            continue;
        };
        for dependency in &package.dependencies {
            let used = dependency.name.as_str();
            let for_tests = dependency.kind.as_deref() == Some("dev");
            let test_may = TESTS.contains(&used) || STARTED_BY_TESTS.contains(&used);
            if !members.contains_key(used) || may_use.contains(&used) || (for_tests && test_may) {
                continue;
            }
            wrong.push(format!("{name} uses {used}"));
        }
    }
    for used in reached_from("pocketchart-relay", &members) {
        if BEYOND_THE_RELAY.contains(&used) {
            wrong.push(format!("{used} is linked into pocketchart-relay"));
        }
    }
    Ok(wrong)
}

/// The members that a member links, itself included; none if there is no such member.
fn reached_from<'a>(start: &'a str, members: &BTreeMap<&'a str, &'a Package>) -> Vec<&'a str> {
    let mut reached = Vec::new();
    let mut ahead = vec![start];
    while let Some(name) = ahead.pop() {
        let Some(package) = members.get(name) else {
            continue;
        };
        if reached.contains(&name) {
            continue;
        }
        reached.push(name);
        let linked = package.dependencies.iter().filter(|used| used.kind.is_none());
        ahead.extend(linked.map(|used| used.name.as_str()));
    }
    reached
}

#[test]
fn arrows_point_downward() {
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--no-deps", "--locked"])
        .current_dir(places::root())
        .output()
        .unwrap();
    assert!(
        cargo.status.success(),
        "{}",
        String::from_utf8_lossy(&cargo.stderr)
    );
    assert_eq!(wrong_arrows(&cargo.stdout).unwrap(), Vec::<String>::new());
}

/// A workspace in which each named crate has the one dependency given.
#[cfg(test)]
fn workspace(arrows: &[(&str, &str, Option<&str>)]) -> Vec<u8> {
    let mut packages = BTreeMap::<&str, Vec<serde_json::Value>>::new();
    for (from, to, kind) in arrows {
        packages.entry(to).or_default();
        packages
            .entry(from)
            .or_default()
            .push(serde_json::json!({ "name": to, "kind": kind }));
    }
    let members: Vec<_> = packages.keys().copied().collect();
    let packages: Vec<_> = packages
        .iter()
        .map(|(name, used)| serde_json::json!({ "id": name, "name": name, "dependencies": used }))
        .collect();
    serde_json::json!({ "packages": packages, "workspace_members": members })
        .to_string()
        .into_bytes()
}

#[test]
fn an_upward_arrow_is_refused() {
    for (from, to, kind) in [
        ("pocketchart-crypto", "pocketchart-record", None),
        ("pocketchart-record", "pocketchart-fhir", None),
        ("pocketchart-fhir", "pocketchart-record", None),
        ("pocketchart-share", "pocketchart", None),
        ("pocketchart-mobile", "pocketchart-record", None),
        ("pocketchart-record", "pocketchart-faults", None),
        ("pocketchart-record", "pocketchart-faults", Some("build")),
        ("pocketchart-record", "pocketchart-share", Some("dev")),
    ] {
        let wrong = wrong_arrows(&workspace(&[(from, to, kind)])).unwrap();
        assert_eq!(wrong, [format!("{from} uses {to}")]);
    }
    let fine = workspace(&[
        ("pocketchart", "pocketchart-record", None),
        ("pocketchart-record", "pocketchart-crypto", None),
        ("pocketchart-record", "pocketchart-faults", Some("dev")),
    ]);
    assert_eq!(wrong_arrows(&fine).unwrap(), Vec::<String>::new());
}

#[test]
fn a_crate_without_a_layer_is_refused() {
    let wrong = wrong_arrows(&workspace(&[("pocketchart-util", "pocketchart-crypto", None)])).unwrap();
    assert_eq!(wrong, ["pocketchart-util has no layer"]);
}

#[test]
fn a_relay_that_could_open_a_record_is_refused() {
    let wrong = wrong_arrows(&workspace(&[
        ("pocketchart-relay", "pocketchart-wire", None),
        ("pocketchart-wire", "pocketchart-record", None),
    ]))
    .unwrap();
    assert!(
        wrong.contains(&"pocketchart-record is linked into pocketchart-relay".to_owned()),
        "{wrong:?}"
    );
}
