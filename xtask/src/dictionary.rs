//! Trains the zstd dictionary that `core/record` ships (`core/record/dictionary/`).
//!
//! Samples: the resources of Synthea's patients (`../shared/data/synthea`) and of `examples/`, scrubbed of everything personal. Two
//! patients are held out; what their resources compress to is the report. A dictionary once released is never changed: bodies
//! compressed with it need it for ever.

mod scrub;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use zstd::bulk::Compressor;
use zstd::zstd_safe::{CParameter, FrameFormat};

use crate::Outcome;
use crate::places::root;
use scrub::{Node, scrubbed};

/// What to do with the dictionary.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only report what the held-out patients' resources compress to.
    #[arg(long)]
    report: bool,
}

/// 32 KiB: a larger one compressed worse.
const SIZE: usize = 32 << 10;
/// How many samples of one resource type, so that frequent types do not push out rare ones.
const SAMPLES_OF_A_TYPE: usize = 900;
/// The files whose patients are measured, not learned from.
const HELD_OUT: [&str; 2] = ["gil_sanford.json", "tressa_bergstrom.json"];
/// As the record engine compresses one envelope.
const LEVEL: i32 = 9;

fn dictionary_file() -> PathBuf {
    root().join("core/record/dictionary/1.zdict")
}

fn source_folder() -> PathBuf {
    root().join("../shared/data/synthea")
}

pub(crate) fn run(arguments: &Arguments) -> Outcome<()> {
    let files = json_files(&source_folder())?;
    if files.is_empty() {
        return Err("../shared/data/synthea is not here: there is nothing to learn from.".into());
    }
    let (held_out, learned): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| is_held_out(file));
    if !arguments.report {
        let mut samples = Vec::new();
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for file in learned.into_iter().chain(json_files(&root().join("examples"))?) {
            for resource in resources(&file)? {
                let kind = resource
                    .get("resourceType")
                    .and_then(Node::text)
                    .unwrap_or_default()
                    .to_owned();
                let seen = count.entry(kind).or_default();
                *seen += 1;
                if *seen <= SAMPLES_OF_A_TYPE {
                    samples.push(scrubbed(&resource));
                }
            }
        }
        let dictionary = zstd::dict::from_samples(&samples, SIZE)?;
        fs::write(dictionary_file(), &dictionary)?;
        println!("{} samples, dictionary of {} B", samples.len(), dictionary.len());
    }
    report(&fs::read(dictionary_file())?, &held_out)
}

/// Average sizes by type, of resources of patients that were not learned from: minified, and as they stand in the file.
fn report(dictionary: &[u8], files: &[PathBuf]) -> Outcome<()> {
    let mut with = Compressor::with_dictionary(LEVEL, dictionary)?;
    // The record engine's frames say neither what they are nor which dictionary they need.
    with.set_parameter(CParameter::Format(FrameFormat::Magicless))?;
    with.set_parameter(CParameter::DictIdFlag(false))?;
    let mut without = Compressor::new(LEVEL)?;
    let mut sizes: BTreeMap<String, [usize; 6]> = BTreeMap::new();
    for file in files {
        for (kind, text) in verbatim(file)? {
            let small = minified(&text);
            let parts = [
                1,
                small.len(),
                without.compress(small.as_bytes())?.len(),
                with.compress(small.as_bytes())?.len(),
                text.len(),
                with.compress(text.as_bytes())?.len(),
            ];
            for kind in [kind, "all".into()] {
                let sums = sizes.entry(kind).or_default();
                sums.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part);
            }
        }
    }
    println!(
        "{:24} {:>6} {:>9} {:>7} {:>7} {:>9} {:>7}",
        "held out, average B", "count", "minified", "zstd", "with", "as it is", "with"
    );
    for (kind, [count, rest @ ..]) in sizes {
        let [small, zstd, with, text, text_with] = rest.map(|sum| sum / count);
        println!("{kind:24} {count:6} {small:9} {zstd:7} {with:7} {text:9} {text_with:7}");
    }
    Ok(())
}

fn is_held_out(file: &Path) -> bool {
    file.file_name()
        .and_then(|name| name.to_str())
        .is_some_and(|name| HELD_OUT.contains(&name))
}

/// The folder's JSON files by name; none when there is no such folder.
fn json_files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(Vec::new());
    };
    let mut files = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Outcome<Vec<_>>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    Ok(files)
}

fn resources(file: &Path) -> Outcome<Vec<Node>> {
    let bundle: Node = serde_json::from_slice(&fs::read(file)?)?;
    match bundle.get("entry") {
        Some(Node::Array(entries)) => Ok(entries
            .iter()
            .filter_map(|entry| entry.get("resource").cloned())
            .collect()),
        _ => Ok(vec![bundle]),
    }
}

/// The type of each of a Bundle's resources and its text as it stands in the file.
fn verbatim(file: &Path) -> Outcome<Vec<(String, String)>> {
    #[derive(serde::Deserialize)]
    struct Bundle {
        entry: Vec<Entry>,
    }
    #[derive(serde::Deserialize)]
    struct Entry {
        resource: Box<serde_json::value::RawValue>,
    }
    let bundle: Bundle = serde_json::from_slice(&fs::read(file)?)?;
    let of = |entry: Entry| -> Outcome<(String, String)> {
        let node: Node = serde_json::from_str(entry.resource.get())?;
        let kind = node.get("resourceType").and_then(Node::text).unwrap_or_default();
        Ok((kind.to_owned(), entry.resource.get().to_owned()))
    };
    bundle.entry.into_iter().map(of).collect()
}

/// Without the space between tokens; numbers as they stand.
fn minified(text: &str) -> String {
    let (mut in_string, mut escaped) = (false, false);
    text.chars()
        .filter(|&c| {
            let kept = in_string || !c.is_ascii_whitespace();
            if !escaped && c == '"' {
                in_string = !in_string;
            }
            escaped = in_string && !escaped && c == '\\';
            kept
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use serde_json::Value;

    use super::*;

    const RUN: usize = 12;

    fn runs(text: &[u8]) -> impl Iterator<Item = &[u8]> {
        text.windows(RUN)
    }

    /// What must never be learned: chosen here by member name, not by the scrubber's rules.
    fn personal(value: &Value, name: &str, in_reference: bool, out: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                let reference = members.contains_key("reference") || !members.contains_key("code");
                members
                    .iter()
                    .for_each(|(name, value)| personal(value, name, reference, out));
            }
            Value::Array(items) => items
                .iter()
                .for_each(|item| personal(item, name, in_reference, out)),
            Value::Number(number) => out.push(number.to_string()),
            Value::String(text) => {
                let date = text.get(4..5) == Some("-") && text.starts_with(|c: char| c.is_ascii_digit());
                let always = [
                    "id",
                    "fullUrl",
                    "reference",
                    "div",
                    "family",
                    "given",
                    "name",
                    "line",
                    "city",
                    "state",
                    "postalCode",
                    "value",
                    "valueString",
                    "data",
                    "lotNumber",
                    "description",
                    "conclusion",
                    "serialNumber",
                    "birthDate",
                    "deviceIdentifier",
                    "carrierHRF",
                ];
                if date || always.contains(&name) || (name == "display" && in_reference) {
                    out.push(text.clone());
                }
            }
            _ => {}
        }
    }

    /// Code displays and URIs: public words, which a narrative may repeat.
    fn public(value: &Value, out: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                let display = members.contains_key("code").then_some("display");
                for name in ["system", "url", "code", "status"].into_iter().chain(display) {
                    // With its quotes: a narrative's link has them too.
                    out.extend(
                        members
                            .get(name)
                            .and_then(Value::as_str)
                            .map(|text| format!("\"{text}\"")),
                    );
                }
                members.values().for_each(|value| public(value, out));
            }
            Value::Array(items) => items.iter().for_each(|item| public(item, out)),
            _ => {}
        }
    }

    /// The runs of personal text in all source files that are not also runs of public text or of a token.
    fn forbidden(files: &[PathBuf]) -> HashSet<Vec<u8>> {
        let (mut secret, mut open) = (HashSet::new(), HashSet::new());
        for file in files {
            let value: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
            let (mut personal_texts, mut public_texts) = (Vec::new(), Vec::new());
            personal(&value, "", false, &mut personal_texts);
            public(&value, &mut public_texts);
            personal_texts
                .iter()
                .for_each(|text| secret.extend(runs(text.as_bytes()).map(<[u8]>::to_vec)));
            public_texts
                .iter()
                .for_each(|text| open.extend(runs(text.as_bytes()).map(<[u8]>::to_vec)));
        }
        for token in [
            r#"<div xmlns="http://www.w3.org/1999/xhtml"></div>"#,
            "urn:uuid:00000000-0000-0000-0000-000000000000",
            "2000-01-01T00:00:00.000+00:00",
            "2000-01-01T00:00:00+00:00",
            "2000-01-01T00:00:00Z",
        ] {
            open.extend(runs(token.as_bytes()).map(<[u8]>::to_vec));
        }
        secret.retain(|run| !open.contains(run));
        secret
    }

    #[test]
    fn the_dictionary_holds_no_run_of_replaced_text() {
        let files = json_files(&source_folder()).unwrap();
        if files.is_empty() {
            assert!(
                std::env::var_os("CI").is_none(),
                "../shared/data/synthea is missing"
            );
            println!("not run: ../shared/data/synthea is not here");
            return;
        }
        let forbidden = forbidden(&files);
        assert!(forbidden.len() > 100_000, "the source has personal text");
        let found = |bytes: &[u8]| runs(bytes).filter(|run| forbidden.contains(*run)).count();
        let dictionary = fs::read(dictionary_file()).unwrap();
        assert_eq!(dictionary.len(), SIZE);
        assert_eq!(found(&dictionary), 0);
        // The search finds what is there: one person's name and id put into a copy.
        let mut leaking = dictionary.clone();
        leaking.extend_from_slice(b"\"id\":\"acf958f3-8387-40ab-a5ec-eaea239bf186\"");
        assert!(found(&leaking) > 0);
    }

    #[test]
    fn scrubbing_keeps_codes_and_replaces_the_rest() {
        let resource = r##"{"resourceType":"Observation","id":"7","status":"final","code":{"coding":[{"system":"http://loinc.org",
            "code":"8302-2","display":"Body Height"}],"text":"Body Height"},"subject":{"reference":"Patient/77","display":"Ada"},
            "effectiveDateTime":"2012-01-08","valueQuantity":{"value":170.50,"unit":"cm"},"note":[{"text":"tall"}],"x":{"text":"Ada",
            "coding":[{"code":"1","display":"Ada"}]}}"##;
        let node: Node = serde_json::from_str(resource).unwrap();
        let expected = concat!(
            r#"{"resourceType":"Observation","id":"text","status":"final","code":{"coding":[{"system":"http://loinc.org","#,
            r#""code":"8302-2","display":"Body Height"}],"text":"Body Height"},"subject":{"reference":"Patient/0","#,
            r#""display":"text"},"effectiveDateTime":"2000-01-01","valueQuantity":{"value":0,"unit":"cm"},"#,
            r#""note":[{"text":"text"}],"x":{"text":"text","coding":[{"code":"1","display":"text"}]}}"#,
        );
        assert_eq!(String::from_utf8(scrubbed(&node)).unwrap(), expected);
    }
}
