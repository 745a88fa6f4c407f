//! The texts of the phone's app: Android's resources in every language, and the typed form for Kotlin.

mod kotlin;
mod resources;
mod word;

use std::{collections::BTreeSet, fmt::Write as _, fs, path::Path};

use self::{
    kotlin::kotlin,
    resources::resources,
    word::{unlike, words},
};
use super::{SOURCE, catalogue::Catalogue, wording};
use crate::Outcome;

const TEXTS: &str = "strings/phone";
/// Words that the phone has from the emergency card.
const CARD: &str = "strings/card";
const FROM_CARD: [&str; 4] = ["card-mild", "card-moderate", "card-severe", "card-high-risk"];
const KOTLIN: &str = "android/ui/src/main/kotlin/org/pocketchart/ui/words/Words.kt";
const RESOURCES: &str = "android/app/src/main/res";
const HEAD: &str =
    "Written by `cargo xtask strings` from `strings/phone` and `strings/card`. Change those, not this one.";

/// Languages, and the forms that numbers choose between in each (CLDR). Where two lists stand, the second may be there.
const LANGUAGES: [(&str, &[&str], &[&str]); 6] = [
    ("en", &["one", "other"], &[]),
    ("es", &["one", "other"], &["many"]),
    ("fr", &["one", "other"], &["many"]),
    ("de", &["one", "other"], &[]),
    ("ar", &["few", "many", "one", "other", "two", "zero"], &[]),
    ("zh", &["other"], &[]),
];

/// Checks the texts and writes their forms.
pub(crate) fn write(root: &Path) -> Outcome<()> {
    for (file, form) in forms(root)? {
        let file = root.join(file);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, form)?;
    }
    println!("{TEXTS}: {} languages", LANGUAGES.len());
    Ok(())
}

/// Every form by its file.
fn forms(root: &Path) -> Outcome<Vec<(String, String)>> {
    let core = fs::read_to_string(root.join(SOURCE))?;
    let english = texts(root, "en")?;
    let english = of_the_core(&core, &english)? + &english;
    let catalogue = Catalogue::parse(&english)?;
    let mut problems = wording::problems(&catalogue);
    let words = words(&english)?;
    let mut forms = vec![(KOTLIN.to_owned(), kotlin(&words, &Catalogue::parse(&core)?)?)];
    for (language, needed, allowed) in LANGUAGES {
        let texts = match language {
            "en" => english.clone(),
            other => texts(root, other)?,
        };
        let translation = Catalogue::parse(&texts)?;
        let differences = catalogue.differences(&translation);
        problems.extend(differences.map(|what| format!("{language}: {what}")));
        let theirs = word::words(&texts)?;
        problems.extend(unlike(&words, &theirs, needed, allowed).map(|what| format!("{language}: {what}")));
        let folder = match language {
            "en" => "values".to_owned(),
            other => format!("values-{other}"),
        };
        forms.push((
            format!("{RESOURCES}/{folder}/strings.xml"),
            resources(language, &words, &theirs)?,
        ));
    }
    match problems.is_empty() {
        true => Ok(forms),
        false => Err(problems.join("\n").into()),
    }
}

/// What a language says of its own, and the card's words.
fn texts(root: &Path, language: &str) -> Outcome<String> {
    let mut texts = String::new();
    for line in fs::read_to_string(root.join(CARD).join(format!("{language}.ftl")))?.lines() {
        if line
            .split_once(" = ")
            .is_some_and(|(id, _)| FROM_CARD.contains(&id))
        {
            writeln!(texts, "{line}")?;
        }
    }
    texts.push_str(&fs::read_to_string(
        root.join(TEXTS).join(format!("{language}.ftl")),
    )?);
    Ok(texts)
}

/// The first halves of the errors of which only the second is the phone's own.
fn of_the_core(core: &str, phone: &str) -> Outcome<String> {
    let ids = |source: &str| -> BTreeSet<String> {
        let lines = source.lines().filter_map(|line| line.split_once(" = "));
        lines.map(|(id, _)| id.to_owned()).collect()
    };
    let own = ids(phone);
    let mut kept = String::new();
    for id in own.iter().filter_map(|id| id.strip_suffix("-next")) {
        if own.contains(id) {
            continue;
        }
        let begins = format!("{id} = ");
        let line = core.lines().find(|line| line.starts_with(&begins));
        let line = line.ok_or_else(|| format!("{id}-next: neither the phone nor the core says {id}"))?;
        writeln!(kept, "{line}")?;
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{places, repository, strings::typescript};

    #[test]
    fn the_forms_are_up_to_date() {
        let root = places::root();
        for (file, form) in forms(&root).unwrap() {
            let committed = fs::read_to_string(root.join(&file)).unwrap();
            assert!(form == committed, "{file} is stale: run `cargo xtask strings`");
        }
    }

    /// Those of the core are found by their ids when the program runs.
    #[test]
    fn every_message_is_used() {
        let root = places::root();
        let is_kotlin = |file: &&String| file.starts_with("android/ui/src/main/") && file.as_str() != KOTLIN;
        let source: String = repository::files(&root)
            .unwrap()
            .iter()
            .filter(is_kotlin)
            .map(|file| fs::read_to_string(root.join(file)).unwrap())
            .collect();
        let members: BTreeSet<&str> = source.split(|c: char| !c.is_ascii_alphanumeric()).collect();
        let typed = fs::read_to_string(root.join(KOTLIN)).unwrap();
        let unused: Vec<_> = words(&texts(&root, "en").unwrap())
            .unwrap()
            .into_iter()
            .map(|word| word.id)
            .filter(|id| {
                let by_id = typed.contains(&format!("        \"{id}\" -> "));
                !by_id && !members.contains(typescript::member(id).as_str())
            })
            .collect();
        assert_eq!(unused, Vec::<String>::new());
    }

    #[test]
    fn texts_become_resources_and_members() {
        let source = "a-b = It’s \"{ $who }\" & { $at }\nc = { $count ->\n    [one] { $count } thing\n   *[other] { $count } things\n}\nd = ?\n";
        let words = words(source).unwrap();
        let file = resources("en", &words, &words).unwrap();
        for line in [
            "<string name=\"a_b\">It’s \\\"%2$s\\\" &amp; %1$s</string>",
            "<item quantity=\"one\">%1$s thing</item>",
            "<string name=\"d\">\\?</string>",
        ] {
            assert!(file.contains(line), "{line}\n{file}");
        }
        let arabic = resources("ar", &words, &words).unwrap();
        assert!(arabic.contains("\u{2068}%1$s\u{2069} thing"));
        let file = kotlin(&words, &Catalogue::parse("d = D\n").unwrap()).unwrap();
        for line in [
            "    fun aB(at: String, who: String) = source.word(Word.A_B, at, who)",
            "    fun c(count: Long) = source.counted(CountedWord.C, count, source.number(count))",
            "        \"d\" -> d",
        ] {
            assert!(file.lines().any(|found| found == line), "{line}\n{file}");
        }
    }

    #[test]
    fn the_core_speaks_where_the_phone_does_not() {
        let core = "a = A\na-next = Say --so.\nb = B\nb-next = Say --so.\n";
        assert_eq!(
            of_the_core(core, "a-next = X\nb = Y\nb-next = Z\n").unwrap(),
            "a = A\n"
        );
        assert!(of_the_core(core, "c-next = X\n").is_err());
    }
}
