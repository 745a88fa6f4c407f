//! A standing code for emergencies on paper: the code, and beside it, for any camera, what it is and how to use it.

use super::Words;
use pocketchart::{DrawError, GrantView, QrMatrix, draw};
use pocketchart_print::{Code, Codes, Group, Line, Sheet};
use pocketchart_strings::Message;

/// The page of a code that opens what `view` says; `person` is whose it is, where that is known.
pub(crate) fn emergency_sheet(
    words: Words<'_>,
    view: &GrantView,
    person: Option<&str>,
    code: QrMatrix,
) -> Result<Sheet, DrawError> {
    let sections = view.sections.iter().map(|(section, _)| words.section(*section));
    let sections = sections.collect::<Vec<_>>().join(", ");
    let until = words.at(view.until);
    let plain = words.show(&Message::StandingPlain {
        name: person.unwrap_or_default().into(),
        until: until.as_str().into(),
    });
    let lines = [
        Message::StandingHowToScan,
        Message::StandingHowToWait,
        Message::StandingHowToRead {
            sections: sections.as_str().into(),
        },
    ];
    let lines = lines.iter().map(|it| Line {
        text: words.show(it),
        loud: false,
    });
    Ok(Sheet {
        language: "en".to_owned(),
        right_to_left: false,
        title: words.show(&Message::StandingTitle),
        who: person.map(str::to_owned).into_iter().collect(),
        groups: vec![Group {
            heading: words.show(&Message::StandingHowTo),
            lines: lines.collect(),
        }],
        about: vec![words.show(&Message::StandingUntil {
            until: until.as_str().into(),
        })],
        codes: Some(Codes {
            signed: Code {
                matrix: code,
                caption: words.show(&Message::StandingCodeApp),
                description: words.show(&Message::StandingCodeApp),
            },
            plain: Code {
                matrix: draw(&plain)?,
                caption: words.show(&Message::StandingCodeCamera),
                description: plain,
            },
        }),
    })
}
