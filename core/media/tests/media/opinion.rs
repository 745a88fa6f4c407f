//! What other programs say of the same files: `pdftotext` of Poppler, and the pictures that others ship.

use pocketchart_media::text;
use std::collections::BTreeSet;
use std::process::Command;

/// Documents of Debian packages, set by other people's programs.
const DOCUMENTS: [&str; 2] = [
    "/usr/share/doc/libtasn1-doc/libtasn1.pdf",
    "/usr/share/doc/shared-mime-info/shared-mime-info-spec.pdf",
];

/// Nothing is compared where something is missing; where `CI` is set, that is a failure.
fn is_missing(what: &str) {
    assert!(std::env::var_os("CI").is_none(), "{what} is not here");
    println!("not run: {what} is not here");
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|it: char| !it.is_alphanumeric());
    let long = words.filter(|it| it.chars().count() >= 4);
    long.map(str::to_lowercase).collect()
}

#[test]
fn poppler_finds_the_same_words() {
    let mut compared = 0;
    for document in DOCUMENTS {
        let Ok(bytes) = std::fs::read(document) else {
            is_missing(document);
            continue;
        };
        let Ok(theirs) = Command::new("pdftotext").args([document, "-"]).output() else {
            is_missing("pdftotext");
            return;
        };
        let theirs = words(&String::from_utf8_lossy(&theirs.stdout));
        let ours = words(&text(&bytes, 4 << 20).unwrap());
        let found = theirs.intersection(&ours).count();
        println!("{document}: {found} of {} words", theirs.len());
        assert!(
            found * 100 >= theirs.len() * 95,
            "{document}: {found} of {}",
            theirs.len()
        );
        compared += 1;
    }
    println!("{compared} documents compared");
}
