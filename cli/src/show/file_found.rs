//! What was found out about a file that is kept as it is.

use crate::output::{Mark, quiet};
use pocketchart::FileFound;
use pocketchart_strings::{Message, Text};
use serde_json::{Value, json};

/// What a person should know of it, a line each; what is as one expects takes none.
pub(crate) fn file_found(text: &Text, found: &FileFound) -> Vec<String> {
    let said = |message: Message<'_>| text.show(&message);
    let kind = || found.media_type.as_str().into();
    let mut lines = Vec::new();
    if let Some(called) = &found.called {
        let line = match *called == found.media_type {
            true => said(Message::FileNotAsCalled { kind: kind() }),
            false => said(Message::FileOtherThanCalled {
                called: called.as_str().into(),
                kind: kind(),
            }),
        };
        lines.push(Mark::Caution.line(&line));
    }
    if let Some(made) = &found.made {
        lines.push(said(Message::FileMade {
            made: made.as_str().into(),
        }));
    }
    if let Some(millis) = found.millis {
        // Nothing that can be heard lasts no time.
        let seconds = (millis.saturating_add(500) / 1000).max(1);
        lines.push(said(Message::FileLasts {
            minutes: (seconds / 60).into(),
            seconds: (seconds % 60).into(),
        }));
    }
    match found.searchable {
        Some(true) => lines.push(said(Message::FileSearchable)),
        Some(false) => lines.push(Mark::Caution.line(&said(Message::FileNotSearchable))),
        None => {}
    }
    if found.has_place {
        lines.push(Mark::Caution.line(&said(Message::FileHasPlace)));
    }
    lines
        .into_iter()
        .map(|line| format!("  {line}"))
        .chain(next(found, &said))
        .collect()
}

fn next(found: &FileFound, said: &dyn Fn(Message<'_>) -> String) -> Option<String> {
    found.has_place.then(|| quiet(said(Message::FileHasPlaceNext)))
}

/// The same as a document.
pub(crate) fn file_document(found: &FileFound) -> Value {
    json!({
        "type": found.media_type, "called": found.called, "title": found.title, "made": found.made,
        "pages": found.pages, "millis": found.millis, "has_place": found.has_place, "searchable": found.searchable,
    })
}
