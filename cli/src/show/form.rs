//! Forms: questions, what they can be answered with, and answers.

use super::words::Words;
use pocketchart::form::{FormFault, Misfit};
use pocketchart::{FormAnswer, QuestionnaireItem};
use pocketchart_strings::Message;

/// An answer in words.
pub(crate) fn answer(words: Words<'_>, it: &FormAnswer) -> String {
    let date = it.value_date.as_ref().or(it.value_date_time.as_ref());
    match (it.value_boolean, date) {
        (Some(true), _) => words.show(&Message::FormYes),
        (Some(false), _) => words.show(&Message::FormNo),
        (None, Some(date)) => words.moment(date),
        (None, None) => it.words(),
    }
}

/// What a question can be answered with: the options by the words to type, or the units.
pub(crate) fn choices(words: Words<'_>, item: &QuestionnaireItem) -> Option<String> {
    let options: Vec<String> = match item.kind.as_deref()? {
        "boolean" => vec![words.show(&Message::FormYes), words.show(&Message::FormNo)],
        "quantity" => item
            .units()
            .filter_map(|it| it.words().map(str::to_owned))
            .collect(),
        _ => item.answer_option.iter().map(|it| it.answer().words()).collect(),
    };
    (!options.is_empty()).then(|| options.join(" / "))
}

/// Why an answer does not fit.
pub(crate) fn misfit(words: Words<'_>, misfit: Misfit) -> String {
    words.code("", misfit.id())
}

/// Faults in one line, each behind its question's name.
pub(crate) fn faults(words: Words<'_>, all: &[FormFault]) -> String {
    let line = |it: &FormFault| format!("{}: {}", it.link_id, misfit(words, it.misfit));
    all.iter().map(line).collect::<Vec<_>>().join(" · ")
}
