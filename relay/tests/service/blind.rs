//! The program has nothing in it that opens anything.

use std::{collections::BTreeSet, path::PathBuf, process::Command};

fn cargo(arguments: &[&str]) -> String {
    let workspace = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let done = Command::new(env!("CARGO"))
        .current_dir(workspace)
        .args(arguments)
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

#[test]
fn its_tree_holds_three_crates_of_ours() {
    let tree = |package: &str| -> BTreeSet<String> {
        let arguments = [
            "tree", "--locked", "-e", "normal", "--prefix", "none", "-f", "{p}|{f}", "-p", package,
        ];
        cargo(&arguments).lines().map(str::to_owned).collect()
    };
    let ours: BTreeSet<_> = tree("pocketchart-relay")
        .iter()
        .filter(|line| line.starts_with("pocketchart"))
        .map(|line| {
            let (package, features) = line.split_once('|').unwrap();
            assert!(!features.contains("open"), "{line}");
            package.split(' ').next().unwrap().to_owned()
        })
        .collect();
    // That which it shares with the desk serves, and knows nothing of what is served.
    let expected = [
        "pocketchart-crypto",
        "pocketchart-relay",
        "pocketchart-serving",
        "pocketchart-wire",
    ];
    assert_eq!(ours, expected.map(str::to_owned).into());
    let control = tree("pocketchart-share");
    assert!(
        control
            .iter()
            .any(|line| line.starts_with("pocketchart-crypto") && line.contains("open"))
    );
}
