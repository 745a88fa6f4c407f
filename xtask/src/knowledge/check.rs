//! What a table may not say: a fact without source or licence, an unknown column or word, an id twice, a reference into nothing.

use std::collections::BTreeSet;

use crate::Outcome;

use super::schema::{COMMON, Holds, SOURCES, shapes};
use super::tsv::Table;

/// Every problem of every table, as one text.
pub(crate) fn check(tables: &[Table]) -> Outcome<()> {
    let mut problems = Vec::new();
    for table in tables {
        let (own, common) = match shapes().find(|shape| shape.table == table.name) {
            Some(shape) => (shape.columns, COMMON),
            None if table.name == SOURCES.table => (SOURCES.columns, &[] as &[_]),
            None => {
                problems.push(format!("{}: no such table is known.", table.name));
                continue;
            }
        };
        let known: BTreeSet<&str> = own.iter().chain(common).map(|(name, _)| *name).collect();
        let there: BTreeSet<&str> = table.columns.iter().map(String::as_str).collect();
        for name in known.symmetric_difference(&there) {
            problems.push(format!("{}: column `{name}` is unknown or missing.", table.name));
        }
        for (name, holds) in own.iter().chain(common) {
            cells(tables, table, name, holds, &mut problems);
        }
    }
    if problems.is_empty() {
        return Ok(());
    }
    problems.truncate(40);
    Err(problems.join("\n").into())
}

fn cells(tables: &[Table], table: &Table, name: &str, holds: &Holds, problems: &mut Vec<String>) {
    let mut last = "";
    let ids = match holds {
        Holds::Of(other, column) => ids(tables, other, column),
        _ => BTreeSet::new(),
    };
    for (line, cell) in table.column(name) {
        let right = match holds {
            Holds::Text => true,
            Holds::Some => !cell.is_empty(),
            Holds::Id => !cell.is_empty() && last < cell,
            Holds::OneOf(words) => words.contains(&cell),
            Holds::Day => cell.is_empty() || is_day(cell),
            Holds::Like(form) => cell.is_empty() || form(cell),
            Holds::Of(..) => cell.split('|').all(|id| id.is_empty() || ids.contains(id)),
        };
        if !right {
            problems.push(format!(
                "{}.tsv, line {line}: `{cell}` may not stand in `{name}`.",
                table.name
            ));
        }
        last = cell;
    }
}

fn ids<'a>(tables: &'a [Table], table: &str, column: &str) -> BTreeSet<&'a str> {
    let found = tables.iter().find(|it| it.name == table);
    found
        .into_iter()
        .flat_map(|table| table.column(column))
        .flat_map(|(_, cell)| cell.split('|'))
        .collect()
}

fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |text: &str, digits: usize, most: u32| {
        text.len() == digits
            && text
                .parse::<u32>()
                .is_ok_and(|number| (1..=most).contains(&number))
    };
    matches!(parts.as_slice(), [year, month, day] if number(year, 4, 9999) && number(month, 2, 12) && number(day, 2, 31))
}
