//! `cargo xtask strings`: one source of all text that people read, and its typed forms.

mod android;
mod catalogue;
mod page;
mod rust;
mod typescript;
mod wording;

use std::{fs, path::Path};

use self::catalogue::Catalogue;
use crate::{Outcome, places};

/// The source of all text; every other language has the same messages.
const SOURCE: &str = "strings/en.ftl";
/// The typed form for Rust.
const RUST: &str = "strings/src/messages.rs";

/// Checks the texts and writes their typed forms.
pub(crate) fn write() -> Outcome<()> {
    let root = places::root();
    let catalogue = read(&root)?;
    fs::write(root.join(RUST), rust::form(&catalogue)?)?;
    println!("{}: {} messages", RUST, catalogue.messages.len());
    page::write(&root)?;
    android::write(&root)
}

/// The messages of the source, if all languages say the same and say it plainly.
fn read(root: &Path) -> Outcome<Catalogue> {
    let catalogue = Catalogue::parse(&fs::read_to_string(root.join(SOURCE))?)?;
    let mut problems = wording::problems(&catalogue);
    for entry in fs::read_dir(root.join("strings"))? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "ftl") && !file.ends_with(SOURCE) {
            let translation = Catalogue::parse(&fs::read_to_string(&file)?)?;
            let name = file
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            problems.extend(
                catalogue
                    .differences(&translation)
                    .map(|what| format!("{name}: {what}")),
            );
        }
    }
    if problems.is_empty() {
        Ok(catalogue)
    } else {
        Err(problems.join("\n").into())
    }
}

/// Messages that no source file speaks of, neither by type nor by id.
#[cfg(test)]
fn unused<'a>(catalogue: &'a Catalogue, sources: &[String]) -> Vec<&'a str> {
    let mut words = std::collections::BTreeSet::new();
    for source in sources {
        words.extend(source.split(|c: char| !c.is_ascii_alphanumeric() && c != '-'));
    }
    let named = |id: &str| words.contains(id) || words.contains(rust::type_name(id).as_str());
    // Ids put together when the program runs: `format!("status-{code}")`, `format!("{id}-next")`.
    let ends = |part: &&&str| part.len() > 2 && part.ends_with('-');
    let begins = |part: &&&str| part.len() > 2 && part.starts_with('-');
    let (before, behind): (Vec<&str>, Vec<&str>) = (
        words.iter().filter(ends).copied().collect(),
        words.iter().filter(begins).copied().collect(),
    );
    let used = |id: &str| {
        let family = before.iter().any(|part| id.starts_with(part));
        let beside = behind.iter().filter_map(|part| id.strip_suffix(part));
        named(id) || family || beside.into_iter().any(named)
    };
    catalogue
        .messages
        .iter()
        .map(|message| message.id.as_str())
        .filter(|id| !used(id))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repository;

    #[test]
    fn the_typed_form_is_up_to_date() {
        let root = places::root();
        let form = rust::form(&read(&root).unwrap()).unwrap();
        let committed = fs::read_to_string(root.join(RUST)).unwrap();
        assert!(form == committed, "{RUST} is stale: run `cargo xtask strings`");
    }

    #[test]
    fn every_message_is_used() {
        let root = places::root();
        let sources: Vec<_> = repository::files(&root)
            .unwrap()
            .iter()
            .filter(|file| (file.ends_with(".rs") && file.as_str() != RUST) || is_table(file))
            .map(|file| fs::read_to_string(root.join(file)).unwrap())
            .collect();
        assert_eq!(unused(&read(&root).unwrap(), &sources), Vec::<&str>::new());
    }

    fn is_table(file: &str) -> bool {
        file.starts_with("knowledge/") && file.ends_with(".tsv")
    }

    /// How the ids of texts begin that rules name.
    const OF_RULES: [&str; 6] = ["due-", "finding-", "growth-", "measure-", "trend-", "vaccine-"];

    /// The tables of facts, and the engines that read them, name texts by id: each must be there.
    #[test]
    fn every_text_that_rules_name_is_there() {
        let root = places::root();
        let catalogue = read(&root).unwrap();
        let there: std::collections::BTreeSet<&str> = catalogue
            .messages
            .iter()
            .map(|message| message.id.as_str())
            .collect();
        let mut named = 0;
        for file in repository::files(&root).unwrap() {
            let engine = file.starts_with("core/knowledge/src/") && file.ends_with(".rs");
            // CDC's schedule names none.
            if !engine && (!is_table(&file) || file.starts_with("knowledge/cdsi_")) {
                continue;
            }
            let text = fs::read_to_string(root.join(&file)).unwrap();
            for id in text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
                let of_rules = OF_RULES.iter().any(|family| id.starts_with(family));
                if of_rules && !id.ends_with('-') {
                    named += 1;
                    assert!(there.contains(id), "{file}: no text `{id}`");
                }
            }
        }
        assert!(named > 1000, "{named}");
    }

    /// What engines give to each kind of text; `core/knowledge` names texts, and cannot read them.
    #[test]
    fn texts_of_rules_use_only_what_rules_give() {
        const GIVEN: &[(&str, &[&str])] = &[
            ("finding-harm-", &["a", "b"]),
            ("finding-duplicate-", &["a", "b", "class"]),
            (
                "finding-allergy-",
                &["medicine", "allergy", "group", "low", "high"],
            ),
            ("finding-with-", &["a"]),
            ("finding-advice-", &[]),
            ("finding-problem-", &[]),
            ("finding-missing-dose", &["medicine"]),
            ("finding-missing-route", &["medicine"]),
            ("finding-missing-local", &["medicine"]),
            ("finding-missing-result", &["test"]),
            ("finding-missing-", &[]),
            ("finding-not-checked-ingredient", &["medicine", "ingredient"]),
            ("finding-not-checked-allergy", &["allergy"]),
            ("finding-not-checked-no-allergies", &[]),
            ("finding-not-checked-", &["medicine"]),
            ("vaccine-due", &["group", "since", "number"]),
            ("vaccine-overdue", &["group", "since", "number"]),
            ("vaccine-contraindicated", &["group"]),
            ("vaccine-dose-does-not-count", &["group", "day"]),
            ("vaccine-season-not-covered", &["group"]),
            ("vaccine-questions-open", &["count"]),
            ("vaccine-problem-", &["what"]),
            ("vaccine-reaction-not-graded", &["what"]),
        ];
        let catalogue = read(&places::root()).unwrap();
        for message in &catalogue.messages {
            let kind = GIVEN.iter().find(|(kind, _)| message.id.starts_with(kind));
            let Some((_, given)) = kind else { continue };
            let used = &message.arguments;
            assert!(
                used.iter().all(|used| given.contains(&used.as_str())),
                "{}: {used:?}",
                message.id
            );
        }
    }

    #[test]
    fn an_unused_message_is_found() {
        let catalogue = Catalogue::parse("by-type = A\nby-id = B\nforgotten = C\nby = D\n").unwrap();
        let sources = ["Message::ByType".to_owned(), "id: \"by-id\"".to_owned()];
        assert_eq!(unused(&catalogue, &sources), ["forgotten", "by"]);
        let texts = "made-up = A\nmade = B\nby-id = C\nby-id-next = D\nother-next = E\n";
        let sources = ["format!(\"made-{code}\") format!(\"{id}-next\") \"by-id\"".to_owned()];
        let catalogue = Catalogue::parse(texts).unwrap();
        assert_eq!(unused(&catalogue, &sources), ["made", "other-next"]);
    }
}
