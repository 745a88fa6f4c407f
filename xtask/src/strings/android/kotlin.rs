//! The typed form for Kotlin.

use std::{collections::BTreeSet, fmt::Write as _};

use super::{
    HEAD,
    word::{Said, Word},
};
use crate::{
    Outcome,
    strings::{catalogue::Catalogue, typescript},
};

/// The typed form: one member for each text, whose arguments cannot be left out.
pub(super) fn kotlin(words: &[Word], core: &Catalogue) -> Outcome<String> {
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
