//! The 24 recovery words and what is derived from them.

use super::file::{Maker, Vector};
use super::input::hex;
use super::{Format, Input, Refused, fixed};
use pocketchart_record::*;
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "words",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let words = RecoveryWords::parse(input.text("text")).map_err(|error| match error {
        WordsError::Count(count) => Refused::new("count", count),
        WordsError::Unknown(place) => Refused::new("unknown-word", place),
        WordsError::Checksum => Refused::new("checksum", ""),
        other => Refused::new("other", other),
    })?;
    let identity = AuthorId(*words.derive_identity().public().as_bytes());
    let recovery = words.derive_recovery();
    Ok(json!({
        "identity_seed": hex(words.derive_identity_seed().expose()),
        "identity": hex(&identity.0),
        "record": hex(&record_of(identity).0),
        "recovery": hex(recovery.public().as_bytes()),
        "reader": hex(&reader_of(recovery.public())),
    }))
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let input = |text: &str| Input::default().with("text", text);
    let text = fixed::words().to_text().to_string();
    maker.good(
        "patient",
        "The words of the patient of the vectors.",
        &input(&text),
    );
    let zeros = format!("{}art", "abandon ".repeat(23));
    maker.good("zeros", "32 zero bytes.", &input(&zeros));
    let typed = format!("  {}\n", text.to_uppercase().replace(' ', "\t \n"));
    maker.good(
        "as-typed",
        "Capital letters, line breaks and more than one space.",
        &input(&typed),
    );

    let mut words: Vec<&str> = text.split(' ').collect();
    let mut bad = |name: &str, fault: &str, class: &str, detail: &str, words: &[&str]| {
        maker.bad(name, fault, class, detail, &input(&words.join(" ")), input(&text));
    };
    bad(
        "23-words",
        "The last word is missing.",
        "count",
        "23",
        &words[..23],
    );
    bad(
        "25-words",
        "One word too many.",
        "count",
        "25",
        &[&words[..], &["abandon"]].concat(),
    );
    bad("none", "No words.", "count", "0", &[]);
    let whole = words.clone();
    words[6] = "pocketchart";
    bad(
        "word-7-unknown",
        "The seventh word is not in the list.",
        "unknown-word",
        "7",
        &words,
    );
    words.clone_from(&whole);
    words.swap(2, 3);
    bad(
        "swapped",
        "The third and the fourth word changed places.",
        "checksum",
        "",
        &words,
    );
    words.clone_from(&whole);
    words[23] = if whole[23] == "zoo" { "zone" } else { "zoo" };
    bad("last-word", "Another last word.", "checksum", "", &words);
}
