//! From the tables into memory.

mod series;

use std::collections::HashMap;

use super::{Antigen, Association, Conflict, Contraindication, Group, Immunity, Observation, Schedule};
use crate::cdsi::calendar::{Ages, Period, day};
use crate::finding::RuleColumns;
use crate::tables::{Row, table};
use crate::{Rule, UnreadableTables};

type Loaded<T> = Result<T, UnreadableTables>;

pub(super) fn load() -> Loaded<Schedule> {
    let mut antigens: Vec<Antigen> = Vec::new();
    let groups = groups()?;
    for name in groups.iter().flat_map(|group| &group.antigens) {
        antigens.push(Antigen {
            name,
            series: Vec::new(),
            contraindications: Vec::new(),
            immunities: Vec::new(),
        });
    }
    let mut at: HashMap<&str, &mut Antigen> = antigens
        .iter_mut()
        .map(|antigen| (antigen.name, antigen))
        .collect();
    let unknown = |table| move || UnreadableTables(table);
    for series in series::load()? {
        let antigen = at.get_mut(series.antigen).ok_or_else(unknown("cdsi_series"))?;
        antigen.series.push(series);
    }
    for (antigen, it) in contraindications()? {
        let antigen = at.get_mut(antigen).ok_or_else(unknown("cdsi_contraindication"))?;
        antigen.contraindications.push(it);
    }
    for (antigen, it) in immunities()? {
        let antigen = at.get_mut(antigen).ok_or_else(unknown("cdsi_immunity"))?;
        antigen.immunities.push(it);
    }
    let mut vaccines: HashMap<_, Vec<_>> = HashMap::new();
    for (cvx, association) in read(
        "cdsi_cvx",
        ["cvx", "name", "antigen", "begin_age", "end_age"],
        vaccine,
    )? {
        vaccines.entry(cvx).or_default().push(association);
    }
    let mut conflicts: HashMap<_, Vec<_>> = HashMap::new();
    let all = read(
        "cdsi_conflict",
        ["previous_cvx", "current_cvx", "begin", "min_end", "end"],
        conflict,
    )?;
    for (previous, conflict) in all {
        conflicts.entry(previous).or_default().push(conflict);
    }
    let observations = read(
        "cdsi_observation",
        ["code", "title", "snomed", "cvx"],
        observation,
    )?;
    Ok(Schedule {
        antigens,
        groups,
        vaccines,
        conflicts,
        observations: observations.into_iter().collect(),
    })
}

/// Each row of a table, its cells in this order. A row that cannot be made is left out by `None`, and the table is then
/// unreadable.
fn read<const N: usize, T>(
    name: &'static str,
    columns: [&str; N],
    make: impl Fn(Rule, [&'static str; N]) -> Option<T>,
) -> Loaded<Vec<T>> {
    let table = table(name)?;
    let (rules, columns) = (RuleColumns::of(name, table)?, table.columns(columns)?);
    let made = |row: Row<'_>| make(rules.rule(row), columns.map(|column| row.cell(column)));
    table
        .rows()
        .map(|row| made(row).ok_or(UnreadableTables(name)))
        .collect()
}

fn list(cell: &'static str) -> Vec<&'static str> {
    cell.split('|').filter(|part| !part.is_empty()).collect()
}

fn some(cell: &'static str) -> Option<&'static str> {
    Some(cell).filter(|cell| !cell.is_empty())
}

fn groups() -> Loaded<Vec<Group>> {
    read(
        "cdsi_group",
        ["group", "antigens", "administer_full"],
        |_, [name, antigens, full]| {
            Some(Group {
                name,
                antigens: list(antigens),
                full: full == "yes",
            })
        },
    )
}

fn vaccine(
    _: Rule,
    [cvx, name, antigen, begin, end]: [&'static str; 5],
) -> Option<(&'static str, Association)> {
    let ages = Ages::read(begin, end);
    Some((cvx, Association { name, antigen, ages }))
}

fn conflict(
    rule: Rule,
    [previous, current, begin, min_end, end]: [&'static str; 5],
) -> Option<(&'static str, Conflict)> {
    let conflict = Conflict {
        rule,
        current,
        begin: Period::read(begin)?,
        min_end: Period::read(min_end)?,
        end: Period::read(end)?,
    };
    Some((previous, conflict))
}

fn observation(
    _: Rule,
    [code, title, snomed, cvx]: [&'static str; 4],
) -> Option<(&'static str, Observation)> {
    let observation = Observation {
        title,
        snomed: list(snomed),
        cvx: list(cvx),
    };
    Some((code, observation))
}

fn contraindications() -> Loaded<Vec<(&'static str, Contraindication)>> {
    let columns = [
        "antigen",
        "observation",
        "begin_age",
        "end_age",
        "cvx",
        "vaccine_begin_age",
        "vaccine_end_age",
        "text",
        "guidance",
    ];
    read(
        "cdsi_contraindication",
        columns,
        |rule,
         [
            antigen,
            observation,
            begin,
            end,
            cvx,
            vaccine_begin,
            vaccine_end,
            text,
            guidance,
        ]| {
            let contraindication = Contraindication {
                rule,
                observation,
                ages: Ages::read(begin, end),
                cvx: list(cvx),
                vaccine_ages: Ages::read(vaccine_begin, vaccine_end),
                text,
                guidance,
            };
            Some((antigen, contraindication))
        },
    )
}

fn immunities() -> Loaded<Vec<(&'static str, Immunity)>> {
    let columns = [
        "antigen",
        "observation",
        "birth_date_before",
        "country",
        "exclusions",
    ];
    read(
        "cdsi_immunity",
        columns,
        |rule, [antigen, code, before, country, exclusions]| {
            let immunity = match some(code) {
                Some(code) => Immunity::Observation { rule, code },
                None => Immunity::Birth {
                    rule,
                    before: day(before)?,
                    country: some(country),
                    exclusions: list(exclusions),
                },
            };
            Some((antigen, immunity))
        },
    )
}
