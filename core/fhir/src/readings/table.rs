//! A file of rows: its character set, what parts its columns, where its headings stand.

use super::CsvError;
use super::header::{Heading, heading};

/// Rows before the headings, such as LibreView's, that are looked through.
const ROWS_BEFORE: usize = 10;

/// A file taken apart.
pub(super) struct Table {
    pub(super) headings: Vec<String>,
    /// Cells with their place: number of the line, byte offset in the text.
    pub(super) rows: Vec<Row>,
    /// A comma parts columns, so a comma in a number may part thousands.
    pub(super) by_comma: bool,
}

pub(super) struct Row {
    pub(super) cells: Vec<String>,
    pub(super) line: u64,
    pub(super) offset: u64,
}

impl Row {
    pub(super) fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map(|cell| cell.trim()).unwrap_or_default()
    }
}

/// Reads a file whole; the headings are the first row that has a date and a number.
pub(super) fn table(file: &[u8]) -> Result<Table, CsvError> {
    let text = text(file)?;
    let separators = [b',', b';', b'\t'];
    let found = separators.into_iter().find_map(|separator| {
        let rows = rows(&text, separator);
        let at = rows
            .iter()
            .take(ROWS_BEFORE)
            .position(|row| is_head(&row.cells))?;
        Some((rows, at, separator))
    });
    let (mut rows, at, separator) = found.ok_or(CsvError::Unknown)?;
    let body = rows.split_off(at + 1);
    let headings = rows.pop().map(|row| row.cells).unwrap_or_default();
    Ok(Table {
        headings,
        rows: body,
        by_comma: separator == b',',
    })
}

fn is_head(cells: &[String]) -> bool {
    let meanings: Vec<Heading> = cells.iter().map(|cell| heading(cell)).collect();
    let dated = meanings
        .iter()
        .any(|it| matches!(it, Heading::Date | Heading::Time));
    dated && meanings.iter().any(|it| matches!(it, Heading::Amount(..)))
}

/// UTF-8, or UTF-16 with its mark.
fn text(file: &[u8]) -> Result<String, CsvError> {
    let encoding = encoding_rs::Encoding::for_bom(file).map_or(encoding_rs::UTF_8, |(encoding, _)| encoding);
    let (text, _, damaged) = encoding.decode(file);
    if damaged || text.contains('\0') {
        return Err(CsvError::Encoding);
    }
    Ok(text.into_owned())
}

fn rows(text: &str, separator: u8) -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    // Text that is UTF-8 throughout and rows of any length: there is nothing left that can fail.
    for record in reader.records().map_while(Result::ok) {
        let position = record.position();
        rows.push(Row {
            line: position.map_or(0, csv::Position::line),
            offset: position.map_or(0, csv::Position::byte),
            cells: record.iter().map(str::to_owned).collect(),
        });
    }
    rows
}
