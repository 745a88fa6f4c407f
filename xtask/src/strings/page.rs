//! The texts of the emergency page: those of the card and its own, in every language of `strings/page`.

use std::{fs, path::Path};

use super::{catalogue::Catalogue, typescript, wording};
use crate::Outcome;

/// Folders of sources, one file a language; the card's words stand on the page as well.
const SOURCES: [&str; 2] = ["strings/card", "strings/page"];
/// Where the typed forms are written.
const FORMS: &str = "web/src/strings";
const LANGUAGES: [&str; 6] = ["en", "es", "fr", "de", "ar", "zh"];

/// Checks the texts and writes their typed forms.
pub(crate) fn write(root: &Path) -> Outcome<()> {
    for (name, form) in forms(root)? {
        fs::write(root.join(FORMS).join(name), form)?;
    }
    println!("{FORMS}: {} languages", LANGUAGES.len());
    Ok(())
}

/// The typed forms by their files' names.
fn forms(root: &Path) -> Outcome<Vec<(String, String)>> {
    let english = catalogues(root, "en")?;
    let mut problems: Vec<String> = english.iter().flat_map(wording::problems).collect();
    let mut forms = vec![("messages.ts".to_owned(), typescript::interface(&english)?)];
    for language in LANGUAGES {
        for (ours, theirs) in english.iter().zip(catalogues(root, language)?) {
            problems.extend(
                ours.differences(&theirs)
                    .map(|what| format!("{language}: {what}")),
            );
        }
        let sources =
            SOURCES.map(|folder| fs::read_to_string(root.join(folder).join(format!("{language}.ftl"))));
        let sources = sources.into_iter().collect::<Result<Vec<_>, _>>()?;
        forms.push((format!("{language}.ts"), typescript::module(language, &sources)?));
    }
    if problems.is_empty() {
        Ok(forms)
    } else {
        Err(problems.join("\n").into())
    }
}

fn catalogues(root: &Path, language: &str) -> Outcome<Vec<Catalogue>> {
    let read = |folder: &&str| {
        Catalogue::parse(&fs::read_to_string(
            root.join(folder).join(format!("{language}.ftl")),
        )?)
    };
    SOURCES.iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{places, repository};

    #[test]
    fn the_typed_forms_are_up_to_date() {
        let root = places::root();
        for (name, form) in forms(&root).unwrap() {
            let committed = fs::read_to_string(root.join(FORMS).join(&name)).unwrap();
            assert!(
                form == committed,
                "{FORMS}/{name} is stale: run `cargo xtask strings`"
            );
        }
    }

    #[test]
    fn every_message_is_used() {
        let root = places::root();
        let files = repository::files(&root).unwrap();
        let of_the_page = |file: &&String| {
            file.starts_with("web/") && !file.starts_with("web/dist/") && !file.starts_with(FORMS)
        };
        let source: String = files
            .iter()
            .filter(of_the_page)
            .map(|file| String::from_utf8_lossy(&fs::read(root.join(file)).unwrap()).into_owned())
            .collect();
        let words: Vec<&str> = source.split(|c: char| !c.is_ascii_alphanumeric()).collect();
        let page = Catalogue::parse(&fs::read_to_string(root.join("strings/page/en.ftl")).unwrap()).unwrap();
        // What is to be done stands under the id of what went wrong.
        let used = |id: &str| words.contains(&typescript::member(id.trim_end_matches("-next")).as_str());
        let unused: Vec<_> = page
            .messages
            .iter()
            .filter(|message| !used(&message.id))
            .map(|it| &it.id)
            .collect();
        assert_eq!(unused, Vec::<&String>::new());
    }
}
