//! `ScheduleSupportingData.xml`: what holds for every antigen.

use roxmltree::Node;

use crate::Outcome;
use crate::knowledge::snomed::is_snomed;

use super::form::{codes, flag, list, period, slug};
use super::{Table, children, text, texts};

pub(super) fn tables(root: Node<'_, '_>) -> Outcome<Vec<Table>> {
    let part = |name| {
        root.children()
            .find(move |child| child.has_tag_name(name))
            .ok_or(name)
    };
    Ok(vec![
        conflicts(part("liveVirusConflicts")?)?,
        groups(part("vaccineGroups")?, part("vaccineGroupToAntigenMap")?),
        vaccines(part("cvxToAntigenMap")?)?,
        observations(part("observations")?),
    ])
}

fn conflicts(part: Node<'_, '_>) -> Outcome<Table> {
    let mut table = Table::new("cdsi_conflict", "previous_cvx current_cvx begin min_end end");
    for conflict in children(part, "liveVirusConflict") {
        let code = |name| {
            children(conflict, name)
                .map(|side| text(side, "cvx"))
                .collect::<String>()
        };
        let (previous, current) = (code("previous"), code("current"));
        let begin = period(&text(conflict, "conflictBeginInterval"))?;
        let min_end = period(&text(conflict, "minConflictEndInterval"))?;
        let end = period(&text(conflict, "conflictEndInterval"))?;
        table.add(
            &format!("{previous}.{current}"),
            vec![previous, current, begin, min_end, end],
        );
    }
    Ok(table)
}

fn groups(groups: Node<'_, '_>, antigens: Node<'_, '_>) -> Table {
    let mut table = Table::new("cdsi_group", "group antigens administer_full");
    for group in children(groups, "vaccineGroup") {
        let name = text(group, "name");
        let of = children(antigens, "vaccineGroupMap").filter(|map| text(*map, "name") == name);
        let antigens = list(of.map(|map| texts(map, "antigen")));
        let full = flag(&text(group, "administerFullVaccineGroup"));
        table.add(&slug(&name), vec![name, antigens, full]);
    }
    table
}

fn vaccines(part: Node<'_, '_>) -> Outcome<Table> {
    let mut table = Table::new("cdsi_cvx", "cvx name antigen begin_age end_age");
    for map in children(part, "cvxMap") {
        let (cvx, name) = (text(map, "cvx"), text(map, "shortDescription"));
        for association in children(map, "association") {
            let antigen = text(association, "antigen");
            let begin = period(&text(association, "associationBeginAge"))?;
            let end = period(&text(association, "associationEndAge"))?;
            let id = format!("{cvx}.{}", slug(&antigen));
            table.add(&id, vec![cvx.clone(), name.clone(), antigen, begin, end]);
        }
    }
    Ok(table)
}

fn observations(part: Node<'_, '_>) -> Table {
    let mut table = Table::new("cdsi_observation", "code title snomed cvx phinvs");
    for observation in children(part, "observation") {
        let code = text(observation, "observationCode");
        let values: Vec<_> = children(observation, "codedValues")
            .flat_map(|values| children(values, "codedValue"))
            .collect();
        // CDC mistyped one: a code whose check digit is wrong names nothing.
        let right = |system: &str, code: &String| system != "SNOMED" || is_snomed(code);
        let of = |system| {
            let values = values
                .iter()
                .filter(move |value| text(**value, "codeSystem") == system);
            list(
                values
                    .map(|value| codes(&text(*value, "code")))
                    .filter(|code| right(system, code)),
            )
        };
        let cells = vec![
            code.clone(),
            text(observation, "observationTitle"),
            of("SNOMED"),
            of("CVX"),
            of("CDCPHINVS"),
        ];
        table.add(&code, cells);
    }
    table
}
