//! Items as a table that fits the terminal.

use super::document::short;
use super::medicine::Medicines;
use super::origin::origins_short;
use super::reading::{parts, since, title, value};
use super::words::Words;
use crate::output::{Mark, Table};
use pocketchart::{ItemState, ItemView, Rival, RivalStanding, Section};
use pocketchart_strings::Message;

/// What a list is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Columns {
    /// One section, whose name stands above it.
    Section(Section),
    /// All sections, each row naming its own.
    Mixed,
}

/// A table of items, each with what speaks against it, and medicines source by source.
pub(crate) fn listing(
    words: Words<'_>,
    items: &[ItemView],
    medicines: &Medicines,
    columns: Columns,
) -> Table {
    let how = match columns {
        Columns::Section(Section::Allergies) => Message::ColumnHowBad,
        Columns::Section(_) => Message::ColumnState,
        Columns::Mixed => Message::ColumnSection,
    };
    let when = match columns {
        Columns::Section(section) if since(section) => Message::ColumnSince,
        _ => Message::ColumnWhen,
    };
    let headings = [
        how,
        Message::ColumnWhat,
        Message::ColumnValue,
        when,
        Message::ColumnSaidBy,
        Message::ColumnId,
    ];
    let mut table = Table::new(headings.map(|it| words.show(&it)))
        .about(1)
        .firm(2)
        .keep(5);
    for item in items {
        row(words, &mut table, item, medicines, columns);
    }
    table
}

fn row(words: Words<'_>, table: &mut Table, item: &ItemView, medicines: &Medicines, columns: Columns) {
    let parts = parts(words, item.section, &item.facts, item.past);
    let (mark, word) = state(words, item).unwrap_or((parts.mark, parts.word));
    let first = match columns {
        Columns::Section(_) => word,
        Columns::Mixed => words.section(item.section),
    };
    let mut by = words.said_by(&item.sources);
    let mut more = parts.more;
    if matches!(columns, Columns::Section(Section::Results | Section::Vitals)) {
        // Values take the room; who says so stands below.
        more.push(std::mem::take(&mut by));
    }
    more.extend(origins_short(words, &item.sources));
    table.row(
        mark,
        [first, parts.what, parts.value, parts.when, by, short(&item.id)],
    );
    if !more.is_empty() && columns != Columns::Mixed {
        table.below(Mark::None, &more.join(" · "));
    }
    for rival in &item.rivals {
        let (mark, sentence) = rival_sentence(words, rival);
        table.below(mark, &sentence);
    }
    for (mark, line) in medicines.lines(words, item) {
        table.below(mark, &line);
    }
    for (ids, message) in [
        (
            item.proposals.len(),
            Message::ItemProposals {
                count: item.proposals.len().into(),
            },
        ),
        (
            item.disputed_by.len(),
            Message::ItemDisputes {
                count: item.disputed_by.len().into(),
            },
        ),
    ] {
        if ids > 0 {
            table.below(Mark::Caution, &words.show(&message));
        }
    }
    if item.of_lost_device {
        table.below(Mark::Caution, &words.show(&Message::ItemOfLostDevice));
    }
    if !item.content_here {
        table.below(Mark::Caution, &words.show(&Message::ItemNotHere));
    }
    if let [other, ..] = item.probable.as_slice() {
        table.below(
            Mark::None,
            &words.show(&Message::ItemProbable {
                id: short(other).into(),
            }),
        );
    }
}

/// The word of how an item stands, where that comes before how bad it is.
pub(super) fn state(words: Words<'_>, item: &ItemView) -> Option<(Mark, String)> {
    let (mark, message) = match item.state {
        ItemState::Current => return None,
        ItemState::Unreconciled => (Mark::Caution, Message::StateUnreconciled),
        ItemState::Retracted => (Mark::None, Message::StateRetracted),
        ItemState::Replaced => (Mark::None, Message::StateReplaced),
        ItemState::Proposed => (Mark::Caution, Message::StateProposed),
    };
    Some((mark, words.show(&message)))
}

/// The statements of an item that contradict each other, one line each, its own first.
pub(crate) fn statements(words: Words<'_>, item: &ItemView) -> Vec<String> {
    [item.statement()]
        .iter()
        .chain(&item.rivals)
        .map(|it| rival_line(words, it))
        .collect()
}

/// Another statement of an item, with what was decided about it.
pub(super) fn rival_sentence(words: Words<'_>, rival: &Rival) -> (Mark, String) {
    let line = rival_line(words, rival).into();
    let (mark, message) = match rival.standing {
        RivalStanding::Contradicts => (Mark::Caution, Message::ItemRival { rival: line }),
        RivalStanding::AlsoRight => (Mark::None, Message::ItemAlsoRight { rival: line }),
        RivalStanding::SetAside => (Mark::None, Message::ItemSetAside { rival: line }),
    };
    (mark, words.show(&message))
}

/// A contradicting statement in one line: what, when, who, and its name. All that tells one side from the other is in it.
pub(crate) fn rival_line(words: Words<'_>, rival: &Rival) -> String {
    let facts = &rival.facts;
    let parts = [
        Some(title(words, facts)),
        Some(value(words, facts)),
        facts.dosage.clone(),
        facts.reaction.clone(),
        facts.severity.as_deref().map(|it| words.code("severity-", it)),
        facts
            .criticality
            .as_deref()
            .filter(|it| *it != "unable-to-assess")
            .map(|it| words.code("criticality-", it)),
        facts
            .verification
            .as_deref()
            .map(|it| words.code("verification-", it)),
        facts.status.as_deref().map(|it| words.code("status-", it)),
        Some(words.span(facts.when.as_ref(), facts.until.as_ref())),
        Some(words.said_by(&rival.sources)),
    ];
    let origins = origins_short(words, &rival.sources);
    let parts = parts
        .into_iter()
        .flatten()
        .chain(origins)
        .chain([short(&rival.id)]);
    let parts: Vec<String> = parts.filter(|it| !it.is_empty()).collect();
    parts.join(" · ")
}
