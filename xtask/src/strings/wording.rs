//! Plain words: what a twelve-year-old reads.

use super::catalogue::Catalogue;

/// Words of programmers, and what to say in their place.
const SAY_INSTEAD: &[(&str, &str)] = &[
    ("access token", "say who may see what, until when"),
    ("backup phrase", "say \"24 words\""),
    ("seed phrase", "say \"24 words\""),
    ("merge conflict", "say \"two sources disagree\""),
    ("invalid", "say what is wrong with it"),
    ("null", "say what is missing"),
    ("exception", "say what happened"),
    ("aborted", "say \"stopped\""),
    ("payload", "say what it is"),
    ("error code", "say what happened"),
];

/// A longer sentence loses its reader.
const WORDS_IN_A_SENTENCE: usize = 25;

/// Every text that is too hard to read.
pub(crate) fn problems(catalogue: &Catalogue) -> Vec<String> {
    let mut problems = Vec::new();
    for message in &catalogue.messages {
        let text = message.text.to_lowercase();
        for (word, instead) in SAY_INSTEAD {
            if contains_word(&text, word) {
                problems.push(format!("{}: \"{word}\": {instead}", message.id));
            }
        }
        for sentence in text.split(['.', '!', '?', ':', ';', '/', '\n']) {
            let words = sentence.split_whitespace().count();
            if words > WORDS_IN_A_SENTENCE {
                problems.push(format!(
                    "{}: a sentence of {words} words: {}",
                    message.id,
                    sentence.trim()
                ));
            }
        }
    }
    problems
}

fn contains_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let outside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        outside(text.get(..at).and_then(|before| before.chars().next_back()))
            && outside(text.get(at + word.len()..).and_then(|after| after.chars().next()))
    })
}

#[test]
fn hard_words_and_long_sentences_are_found() {
    let found = |source: &str| problems(&Catalogue::parse(source).unwrap()).len();
    assert_eq!(found("a = Two sources disagree. Choose one, or keep both.\n"), 0);
    assert_eq!(found("a = nullable annulled\n"), 0);
    assert_eq!(found("a = Merge conflict: invalid file\n"), 2);
    assert_eq!(found(&format!("a = {}\n", "word ".repeat(25))), 0);
    assert_eq!(found(&format!("a = {}\n", "word ".repeat(26))), 1);
}
