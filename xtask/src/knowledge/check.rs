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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::checked;
    use std::mem::replace;

    fn tables() -> Vec<Table> {
        checked().unwrap().into_iter().flatten().collect()
    }

    /// What may not stand in a column; none where any text may.
    fn forbidden(holds: &Holds) -> Option<&'static str> {
        match holds {
            Holds::Text => None,
            Holds::Some | Holds::Id => Some(""),
            Holds::OneOf(_) | Holds::Of(..) => Some("no-such-word"),
            Holds::Day => Some("2026-13-01"),
            Holds::Like(form) => ["?", "-", "x y"].into_iter().find(|text| !form(text)),
        }
    }

    /// A fault in any column of any table is found and named: without this, a check that finds nothing would pass, too.
    #[test]
    fn a_fault_in_any_column_is_named() {
        let mut tables = tables();
        let mut spoilt = 0;
        for at in 0..tables.len() {
            let Table { name, columns, .. } = &tables[at];
            let (table, columns) = (name.clone(), columns.clone());
            let shape = shapes().find(|shape| shape.table == table);
            let (own, common) = shape.map_or((SOURCES.columns, &[] as &[_]), |shape| (shape.columns, COMMON));
            for (name, holds) in own.iter().chain(common) {
                let place = columns.iter().position(|column| column == name).unwrap();
                let Some(text) = forbidden(holds) else {
                    assert!(
                        !matches!(holds, Holds::Like(_)),
                        "{table}: anything may stand in {name}"
                    );
                    continue;
                };
                let held = replace(&mut tables[at].rows[0][place], text.to_owned());
                let mut problems = Vec::new();
                cells(&tables, &tables[at], name, holds, &mut problems);
                let named = format!("{table}.tsv, line 2: `{text}` may not stand in `{name}`.");
                assert!(problems.contains(&named), "{named} is not in {problems:?}");
                tables[at].rows[0][place] = held;
                spoilt += 1;
            }
            // All of its columns are looked at.
            let twice = tables[at].rows[0].clone();
            tables[at].rows.insert(0, twice);
            let said = check(&tables).unwrap_err().to_string();
            assert!(
                said.contains(&format!("{table}.tsv, line 3: ")),
                "{table}: {said}"
            );
            tables[at].rows.remove(0);
        }
        check(&tables).unwrap();
        assert!(spoilt > 200, "{spoilt}");
    }

    #[test]
    fn a_table_of_another_shape_is_named() {
        let refused = |change: fn(&mut Vec<Table>), says: &str| {
            let mut tables = tables();
            change(&mut tables);
            let said = check(&tables).unwrap_err().to_string();
            assert!(said.contains(says), "{says} is not in {said}");
        };
        let name = tables()[0].name.clone();
        refused(
            |tables| tables[0].name = "opinion".to_owned(),
            "opinion: no such table is known.",
        );
        refused(
            |tables| tables[0].columns[0] = "opinion".to_owned(),
            &format!("{name}: column `opinion` is unknown or missing."),
        );
    }
}
