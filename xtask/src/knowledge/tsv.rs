//! Reading `knowledge/*.tsv`: a line of names, then a line for each fact. No quotes; a cell holds neither tab nor line end.

use std::fs;
use std::path::Path;

use crate::Outcome;

/// One table.
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) columns: Vec<String>,
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table {
    /// The cells of a column, with their lines in the file.
    pub(crate) fn column<'a>(&'a self, name: &str) -> impl Iterator<Item = (usize, &'a str)> + use<'a> {
        let place = self.columns.iter().position(|column| column == name);
        let cell =
            move |row: &'a Vec<String>| place.and_then(|place| row.get(place)).map_or("", String::as_str);
        self.rows
            .iter()
            .enumerate()
            .map(move |(line, row)| (line + 2, cell(row)))
    }
}

/// Every table of a folder by name, the constant columns of `tables.tsv` filled in.
pub(crate) fn read_all(folder: &Path) -> Outcome<Vec<Table>> {
    let mut files: Vec<_> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|end| end == "tsv"));
    files.sort();
    let mut tables = files.iter().map(|file| read(file)).collect::<Outcome<Vec<_>>>()?;
    let at = tables
        .iter()
        .position(|table| table.name == "tables")
        .ok_or("knowledge/tables.tsv is missing.")?;
    for constant in tables.remove(at).rows {
        let [table, column, value] = constant.as_slice() else {
            return Err("tables.tsv has three columns: table, column, value.".into());
        };
        let table = tables
            .iter_mut()
            .find(|it| it.name == *table)
            .ok_or_else(|| format!("tables.tsv speaks of a table `{table}` that is not there."))?;
        if table.columns.contains(column) {
            return Err(format!("{}: column `{column}` is also in tables.tsv.", table.name).into());
        }
        table.columns.push(column.clone());
        table.rows.iter_mut().for_each(|row| row.push(value.clone()));
    }
    Ok(tables)
}

fn read(file: &Path) -> Outcome<Table> {
    let name = file
        .file_stem()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let text = fs::read_to_string(file).map_err(|problem| format!("{name}.tsv: {problem}"))?;
    let mut lines = text
        .lines()
        .map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>());
    let columns = lines.next().ok_or_else(|| format!("{name}.tsv is empty."))?;
    let rows: Vec<_> = lines.collect();
    for (line, row) in rows.iter().enumerate() {
        if row.len() != columns.len() {
            let (line, has, must) = (line + 2, row.len(), columns.len());
            return Err(format!("{name}.tsv, line {line}: {has} cells instead of {must}.").into());
        }
    }
    Ok(Table { name, columns, rows })
}
