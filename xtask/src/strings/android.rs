//! The texts of the phone's app: Android's resources in every language, and the typed form for Kotlin.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey},
    parser,
};

use super::{SOURCE, catalogue::Catalogue, typescript, wording};
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
        let theirs = self::words(&texts)?;
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

/// A text, or one of several by a number.
struct Word {
    id: String,
    /// In the order of the alphabet, as they are numbered in the resources.
    arguments: Vec<String>,
    said: Said,
}

enum Said {
    Always(String),
    ByNumber {
        number: String,
        cases: BTreeMap<String, String>,
    },
}

/// The messages, as far as Android's resources can say them.
fn words(source: &str) -> Outcome<Vec<Word>> {
    let resource = parser::parse(source).map_err(|_| "not Fluent")?;
    let mut words = Vec::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let Some(pattern) = &message.value else { continue };
        let id = message.id.name.to_owned();
        let mut arguments = BTreeSet::new();
        let said = said(pattern, &mut arguments).map_err(|problem| format!("{id}: {problem}"))?;
        words.push(Word {
            id,
            arguments: arguments.into_iter().collect(),
            said,
        });
    }
    Ok(words)
}

fn said(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) -> Outcome<Said> {
    let [
        PatternElement::Placeable {
            expression: Expression::Select { selector, variants },
        },
    ] = pattern.elements.as_slice()
    else {
        return Ok(Said::Always(plain(pattern, arguments)?));
    };
    let InlineExpression::VariableReference { id } = selector else {
        return Err("chooses by something else than a number".into());
    };
    arguments.insert(id.name.to_owned());
    let mut cases = BTreeMap::new();
    for variant in variants {
        let VariantKey::Identifier { name } = variant.key else {
            return Err("Android has no form for one number alone".into());
        };
        cases.insert(name.to_owned(), plain(&variant.value, arguments)?);
    }
    Ok(Said::ByNumber {
        number: id.name.to_owned(),
        cases,
    })
}

/// Text with its arguments as `{name}`.
fn plain(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) -> Outcome<String> {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } if value.contains(['{', '}', '%', '\n', '\\']) => {
                return Err(format!("holds a sign that resources take otherwise: {value}").into());
            }
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                arguments.insert(id.name.to_owned());
                write!(text, "{{{}}}", id.name)?;
            }
            PatternElement::Placeable { .. } => {
                return Err("holds more than variables, or a choice beside other words".into());
            }
        }
    }
    Ok(text)
}

/// Where a translation chooses by a number and the English does not, or lacks a form that its numbers have.
fn unlike<'a>(
    words: &'a [Word],
    theirs: &'a [Word],
    needed: &'a [&str],
    allowed: &'a [&str],
) -> impl Iterator<Item = String> + 'a {
    let theirs: BTreeMap<&str, &Word> = theirs.iter().map(|word| (word.id.as_str(), word)).collect();
    words.iter().filter_map(move |word| {
        let other = theirs.get(word.id.as_str())?;
        match (&word.said, &other.said) {
            (Said::Always(_), Said::Always(_)) => None,
            (Said::ByNumber { number, .. }, Said::ByNumber { number: same, cases }) if number == same => {
                let lacks = needed.iter().find(|case| !cases.contains_key(**case));
                let has =
                    |case: &&String| !needed.contains(&case.as_str()) && !allowed.contains(&case.as_str());
                let lacks = lacks.map(|case| format!("{} lacks the form `{case}`", word.id));
                lacks.or_else(|| {
                    let more = cases.keys().find(has)?;
                    Some(format!(
                        "{} has the form `{more}`, which no number takes",
                        word.id
                    ))
                })
            }
            _ => Some(format!("{} chooses by a number in one language alone", word.id)),
        }
    })
}

/// A `strings.xml` in the order of the English.
fn resources(language: &str, words: &[Word], theirs: &[Word]) -> Outcome<String> {
    let theirs: BTreeMap<&str, &Word> = theirs.iter().map(|word| (word.id.as_str(), word)).collect();
    let mut file = format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- {HEAD} -->\n<resources>\n")
        .replace('`', "'");
    for word in words {
        let Some(other) = theirs.get(word.id.as_str()) else {
            continue;
        };
        let name = word.id.replace('-', "_");
        let value = |text: &str| escaped(&numbered(language, text, &word.arguments));
        match &other.said {
            Said::Always(text) => writeln!(file, "    <string name=\"{name}\">{}</string>", value(text))?,
            Said::ByNumber { cases, .. } => {
                writeln!(file, "    <plurals name=\"{name}\">")?;
                for (case, text) in cases {
                    writeln!(file, "        <item quantity=\"{case}\">{}</item>", value(text))?;
                }
                writeln!(file, "    </plurals>")?;
            }
        }
    }
    file.push_str("</resources>\n");
    Ok(file)
}

/// `{name}` as Android numbers it. In a text from right to left a foreign word must not turn its neighbours around.
fn numbered(language: &str, text: &str, arguments: &[String]) -> String {
    let (before, behind) = match language {
        "ar" => ("\u{2068}", "\u{2069}"),
        _ => ("", ""),
    };
    (1..)
        .zip(arguments)
        .fold(text.to_owned(), |text, (number, name)| {
            text.replace(&format!("{{{name}}}"), &format!("{before}%{number}$s{behind}"))
        })
}

/// As Android's resource compiler reads it.
fn escaped(text: &str) -> String {
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('\'', "\\'")
        .replace('"', "\\\"");
    match text.starts_with(['@', '?']) {
        true => format!("\\{text}"),
        false => text,
    }
}

/// The typed form: one member for each text, whose arguments cannot be left out.
fn kotlin(words: &[Word], core: &Catalogue) -> Outcome<String> {
    let by_number = |word: &&Word| matches!(word.said, Said::ByNumber { .. });
    let mut file = format!("// {HEAD}\npackage org.pocketchart.ui.words\n");
    for (name, what, kind) in [
        ("Word", "A text", false),
        ("CountedWord", "A text that a number chooses", true),
    ] {
        writeln!(
            file,
            "\n/** {what}, by its name in `strings.xml`. */\nenum class {name}(val key: String) {{"
        )?;
        for word in words.iter().filter(|word| by_number(word) == kind) {
            let key = word.id.replace('-', "_");
            writeln!(file, "    {}(\"{key}\"),", key.to_uppercase())?;
        }
        file.push_str("}\n");
    }
    file.push_str(
        "\n/** Every text, in the language of [source]. */\nclass Words(val source: WordSource) {\n",
    );
    for word in words {
        let member = typescript::member(&word.id);
        let constant = word.id.replace('-', "_").to_uppercase();
        match &word.said {
            Said::Always(_) if word.arguments.is_empty() => {
                writeln!(file, "    val {member} get() = source.word(Word.{constant})")?;
            }
            Said::Always(_) => {
                let named: Vec<_> = word
                    .arguments
                    .iter()
                    .map(|name| format!("{name}: String"))
                    .collect();
                writeln!(
                    file,
                    "    fun {member}({}) = source.word(Word.{constant}, {})",
                    named.join(", "),
                    word.arguments.join(", ")
                )?;
            }
            Said::ByNumber { number, .. } => {
                let named = word.arguments.iter().map(|name| match name == number {
                    true => format!("{name}: Long"),
                    false => format!("{name}: String"),
                });
                let given = word.arguments.iter().map(|name| match name == number {
                    true => format!("source.number({name})"),
                    false => name.clone(),
                });
                writeln!(
                    file,
                    "    fun {member}({}) = source.counted(CountedWord.{constant}, {number}, {})",
                    named.collect::<Vec<_>>().join(", "),
                    given.collect::<Vec<_>>().join(", ")
                )?;
            }
        }
    }
    file.push_str("\n    /** What the core says by the id of a message, as far as it takes no arguments. */\n    fun said(id: String): String? = when (id) {\n");
    let said: BTreeSet<&str> = core.messages.iter().map(|message| message.id.as_str()).collect();
    for word in words.iter().filter(|word| word.arguments.is_empty()) {
        let first = word.id.strip_suffix("-next").unwrap_or(&word.id);
        if said.contains(first) {
            writeln!(
                file,
                "        \"{}\" -> {}",
                word.id,
                typescript::member(&word.id)
            )?;
        }
    }
    file.push_str("        else -> null\n    }\n}\n");
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{places, repository};

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
    fn what_resources_cannot_say_is_refused() {
        for source in [
            "a = { $n ->\n    [0] none\n   *[other] some\n}\n",
            "a = It has { $n ->\n    [one] one\n   *[other] some\n}\n",
            "a = 5 %\n",
            "a = { b }\nb = B\n",
            "a = Two\n    lines\n",
        ] {
            assert!(words(source).is_err(), "{source}");
        }
    }

    #[test]
    fn a_translation_that_lacks_a_form_is_found() {
        let english = words("a = { $n ->\n    [one] 1\n   *[other] 2\n}\nb = B\n").unwrap();
        let found = |source: &str, needed: &[&str]| -> Vec<String> {
            let theirs = words(source).unwrap();
            unlike(&english, &theirs, needed, &[]).collect()
        };
        assert!(found("a = { $n ->\n   *[other] 2\n}\nb = B\n", &["other"]).is_empty());
        assert_eq!(
            found("a = { $n ->\n   *[other] 2\n}\nb = B\n", &["one", "other"]),
            ["a lacks the form `one`"]
        );
        assert_eq!(
            found("a = { $n ->\n    [two] 1\n   *[other] 2\n}\nb = B\n", &["other"]),
            ["a has the form `two`, which no number takes"]
        );
        assert_eq!(
            found("a = { $n }\nb = B\n", &["other"]),
            ["a chooses by a number in one language alone"]
        );
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
