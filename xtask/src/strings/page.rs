//! The texts of pages for browsers, in every language that the page has.

use std::{fs, path::Path};

use super::{SOURCE, catalogue::Catalogue, typescript, wording};
use crate::Outcome;

/// A page, and where its texts come from.
struct Page {
    /// The folder of its sources.
    home: &'static str,
    /// Folders of texts, one file a language.
    folders: &'static [&'static str],
    /// How the ids of texts begin that the page has from programs. English has them in [`SOURCE`], others beside the page's own.
    shared: Option<&'static str>,
    /// The path from the typed forms to what chooses a plural.
    choose: &'static str,
    languages: &'static [&'static str],
}

/// The emergency page, on which the card's words stand as well.
const EMERGENCY: Page = Page {
    home: "web/src",
    folders: &["strings/card", "strings/page"],
    shared: None,
    choose: "../language/choose.ts",
    languages: &["en", "es", "fr", "de", "ar", "zh"],
};

/// The clinic's desk.
const DESK: Page = Page {
    home: "web/desk",
    folders: &["strings/card", "strings/desk"],
    shared: Some("desk-"),
    choose: "../../src/language/choose.ts",
    languages: &["en", "es", "ar"],
};

const PAGES: [Page; 2] = [EMERGENCY, DESK];

/// Checks the texts and writes their typed forms.
pub(crate) fn write(root: &Path) -> Outcome<()> {
    for page in PAGES {
        for (name, form) in page.forms(root)? {
            fs::write(root.join(page.home).join("strings").join(name), form)?;
        }
        println!("{}/strings: {} languages", page.home, page.languages.len());
    }
    Ok(())
}

impl Page {
    /// The typed forms by their files' names.
    fn forms(&self, root: &Path) -> Outcome<Vec<(String, String)>> {
        let english = Catalogue::parse(&self.texts(root, "en")?)?;
        let mut problems = wording::problems(&english);
        let head = format!(
            "// Written by `cargo xtask strings` from {}. Change those, not this one.\n\n",
            self.folders
                .iter()
                .map(|folder| format!("`{folder}`"))
                .collect::<Vec<_>>()
                .join(" and ")
        );
        let interface = head.clone() + &typescript::interface(&english)?;
        let mut forms = vec![("messages.ts".to_owned(), interface)];
        for language in self.languages {
            let texts = self.texts(root, language)?;
            let theirs = Catalogue::parse(&texts)?;
            let differences = english.differences(&theirs);
            problems.extend(differences.map(|what| format!("{language}: {what}")));
            let module = typescript::module(language, &texts, self.choose)?;
            forms.push((format!("{language}.ts"), head.clone() + &module));
        }
        if problems.is_empty() {
            Ok(forms)
        } else {
            Err(problems.join("\n").into())
        }
    }

    /// All texts of a language.
    fn texts(&self, root: &Path, language: &str) -> Outcome<String> {
        let mut texts = String::new();
        for folder in self.folders {
            let file = root.join(folder).join(format!("{language}.ftl"));
            texts.push_str(&fs::read_to_string(file)?);
            texts.push('\n');
        }
        if let Some(begin) = self.shared
            && language == "en"
        {
            texts.push_str(&family(&fs::read_to_string(root.join(SOURCE))?, begin));
        }
        Ok(texts)
    }
}

/// The messages whose ids begin so.
fn family(source: &str, begin: &str) -> String {
    let mut kept = String::new();
    let mut is_kept = false;
    for line in source.lines() {
        // What begins a message stands at the margin; a choice may end there.
        if line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '#') {
            is_kept = line.starts_with(begin);
        }
        if is_kept {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{places, repository};

    #[test]
    fn the_typed_forms_are_up_to_date() {
        let root = places::root();
        for page in PAGES {
            for (name, form) in page.forms(&root).unwrap() {
                let file = format!("{}/strings/{name}", page.home);
                let committed = fs::read_to_string(root.join(&file)).unwrap();
                assert!(form == committed, "{file} is stale: run `cargo xtask strings`");
            }
        }
    }

    /// Texts that a page has from programs are used there.
    #[test]
    fn every_message_is_used() {
        let root = places::root();
        let files = repository::files(&root).unwrap();
        for page in PAGES {
            let forms = format!("{}/strings", page.home);
            let of_the_page = |file: &&String| {
                let is_made = file.starts_with("web/dist") || file.starts_with(&forms);
                file.starts_with("web/") && !is_made
            };
            let source: String = files
                .iter()
                .filter(of_the_page)
                .map(|file| String::from_utf8_lossy(&fs::read(root.join(file)).unwrap()).into_owned())
                .collect();
            let words: Vec<&str> = source.split(|c: char| !c.is_ascii_alphanumeric()).collect();
            let own = page.folders.last().unwrap();
            let own = fs::read_to_string(root.join(own).join("en.ftl")).unwrap();
            // What is to be done stands under the id of what went wrong.
            let used = |id: &str| words.contains(&typescript::member(id.trim_end_matches("-next")).as_str());
            let unused: Vec<_> = Catalogue::parse(&own)
                .unwrap()
                .messages
                .into_iter()
                .map(|message| message.id)
                .filter(|id| !used(id))
                .collect();
            assert_eq!(unused, Vec::<String>::new(), "{}", page.home);
        }
    }

    #[test]
    fn a_family_is_kept_whole() {
        let source =
            "# of it\na-b = B\nc = C\na-d = { $n ->\n    [one] 1\n   *[other] 2\n} more\n\n# next\ne = E\n";
        let kept = "a-b = B\na-d = { $n ->\n    [one] 1\n   *[other] 2\n} more\n\n";
        assert_eq!(family(source, "a-"), kept);
    }
}
