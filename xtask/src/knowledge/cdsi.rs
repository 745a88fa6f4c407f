//! CDC's supporting data for immunization (CDSi), from its XML into tables of our own form.

mod form;
mod schedule;
mod series;

use std::fs;
use std::path::Path;

use roxmltree::{Document, Node};

use crate::Outcome;
use crate::places::root;

/// A table that is being made: rows with their names.
struct Table {
    name: &'static str,
    columns: &'static str,
    rows: Vec<(String, Vec<String>)>,
}

impl Table {
    fn new(name: &'static str, columns: &'static str) -> Self {
        let rows = Vec::new();
        Self { name, columns, rows }
    }

    /// Adds a row; a name that is taken already gets a number.
    fn add(&mut self, name: &str, cells: Vec<String>) {
        let taken = |id: &str| self.rows.iter().any(|(it, _)| it == id);
        let mut id = name.to_owned();
        let mut number = 2;
        while taken(&id) {
            id = format!("{name}.{number}");
            number += 1;
        }
        self.rows.push((id, cells));
    }

    /// The table as its file holds it.
    fn text(mut self) -> Outcome<String> {
        self.rows.sort();
        let mut text = format!("row_id\t{}\n", self.columns.replace(' ', "\t"));
        let width = self.columns.split(' ').count();
        for (id, cells) in self.rows {
            if cells.len() != width || cells.iter().any(|cell| cell.contains(['\t', '\n'])) {
                return Err(format!("{}: the row {id} does not fit.", self.name).into());
            }
            text.push_str(&format!("{id}\t{}\n", cells.join("\t")));
        }
        Ok(text)
    }
}

/// Rewrites `knowledge/cdsi_*.tsv` from a folder with CDC's XML.
pub(crate) fn import(folder: &Path) -> Outcome<()> {
    for table in tables(folder)? {
        let file = root().join(format!("knowledge/{}.tsv", table.name));
        fs::write(file, table.text()?)?;
    }
    Ok(())
}

fn tables(folder: &Path) -> Outcome<Vec<Table>> {
    let mut files: Vec<_> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|end| end == "xml"));
    files.sort();
    let mut tables = series::Tables::new();
    let mut whole = None;
    for file in files {
        let text = fs::read_to_string(&file)?;
        let document = Document::parse(&text).map_err(|problem| format!("{}: {problem}", file.display()))?;
        let root = document.root_element();
        match root.tag_name().name() {
            "antigenSupportingData" => tables.antigen(root)?,
            "scheduleSupportingData" => whole = Some(schedule::tables(root)?),
            other => return Err(format!("{}: <{other}> is unknown.", file.display()).into()),
        }
    }
    let whole = whole.ok_or("The schedule is missing: ScheduleSupportingData.xml.")?;
    Ok(whole.into_iter().chain(tables.all()).collect())
}

/// The children of this name that say something: the XML writes an empty element where there is none.
fn children<'a>(node: Node<'a, 'a>, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
    node.children().filter(move |child| {
        let says =
            child.has_children() && (child.children().any(|it| it.is_element()) || !own(*child).is_empty());
        child.has_tag_name(name) && says
    })
}

/// The text of a child, as one line; empty when there is none.
fn text(node: Node<'_, '_>, name: &str) -> String {
    let child = node.children().find(|child| child.has_tag_name(name));
    child.map(own).unwrap_or_default()
}

fn own(node: Node<'_, '_>) -> String {
    let words = node.text().unwrap_or_default();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The texts of all children of this name, as a list.
fn texts(node: Node<'_, '_>, name: &str) -> String {
    let children = node.children().filter(|child| child.has_tag_name(name));
    form::list(children.map(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_those_of_cdc() {
        let folder = root().join("../shared/data/cdsi/xml");
        if !folder.exists() {
            assert!(std::env::var_os("CI").is_none(), "../shared/data/cdsi is missing");
            println!("not run: ../shared/data/cdsi is not here");
            return;
        }
        for table in tables(&folder).unwrap() {
            let name = table.name;
            let there = fs::read_to_string(root().join(format!("knowledge/{name}.tsv"))).unwrap();
            assert!(
                table.text().unwrap() == there,
                "{name}: run cargo xtask knowledge import-cdsi"
            );
        }
    }
}
