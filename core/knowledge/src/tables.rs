//! The tables of facts as they stand in the library: compiled from `knowledge/*.tsv` by `cargo xtask knowledge compile`.
//!
//! The file is zstd over CBOR, the rule `tables-file` of `docs/formats.cddl`: `[form, version, [text…], {table: [[column…], cells]}]`.
//! Texts stand in it once; a cell is the place of its text, in two bytes, big end first, row after row. An empty cell says *unknown* or
//! *does not apply*.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use minicbor::Decoder;

static COMPRESSED: &[u8] = include_bytes!("../data/knowledge.cbor.zst");
/// More than the file can ever grow to: what one decompression may take.
const MOST: usize = 16 << 20;
/// The form of the file that this reader knows.
const FORM: u32 = 2;

/// The tables in the library cannot be read: it was built wrongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the library's table of facts `{0}` cannot be read")]
pub struct UnreadableTables(pub &'static str);

/// Where facts come from, as the page of sources shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// The name rules use.
    pub id: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// Who publishes it.
    pub publisher: &'static str,
    /// Which edition the facts are from.
    pub edition: &'static str,
    /// Where it is published.
    pub url: &'static str,
    /// Under which terms the facts stand here.
    pub licence: &'static str,
    /// What its publisher asks to be said.
    pub attribution: &'static str,
}

/// The version of the tables: it stands in every finding, and changes with any cell.
///
/// # Errors
/// [`UnreadableTables`].
pub fn version() -> Result<&'static str, UnreadableTables> {
    loaded().map(|tables| tables.0.version)
}

/// The source of this id, as rules name it.
///
/// # Errors
/// [`UnreadableTables`].
pub fn source(id: &str) -> Result<Option<Source>, UnreadableTables> {
    Ok(all_sources()?.find(|source| source.id == id))
}

/// Every source of the tables, in the order of its id.
///
/// ```
/// for source in pocketchart_knowledge::sources()? {
///     assert!(!source.licence.is_empty() && !source.attribution.is_empty());
/// }
/// # Ok::<(), pocketchart_knowledge::UnreadableTables>(())
/// ```
///
/// # Errors
/// [`UnreadableTables`].
pub fn sources() -> Result<Vec<Source>, UnreadableTables> {
    Ok(all_sources()?.collect())
}

fn all_sources() -> Result<impl Iterator<Item = Source>, UnreadableTables> {
    let table = table("sources")?;
    let [id, title, publisher, edition, url, licence, attribution] = table.columns([
        "source_id",
        "title",
        "publisher",
        "edition",
        "url",
        "licence",
        "attribution",
    ])?;
    let source = move |row: Row| Source {
        id: row.cell(id),
        title: row.cell(title),
        publisher: row.cell(publisher),
        edition: row.cell(edition),
        url: row.cell(url),
        licence: row.cell(licence),
        attribution: row.cell(attribution),
    };
    Ok(table.rows().map(source))
}

/// Bytes of a cell.
const CELL: usize = 2;

/// One table: its columns' names, and the places of its cells' texts, row after row.
#[derive(Debug)]
pub(crate) struct TableOf<'f> {
    name: &'f str,
    columns: Box<[&'f str]>,
    cells: &'f [u8],
    /// Of all tables.
    texts: Arc<[&'f str]>,
}

/// A table that the library carries.
pub(crate) type Table = TableOf<'static>;

/// The place of a column in a row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column(usize);

/// One fact.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    cells: &'static [u8],
    texts: &'a [&'static str],
}

impl Table {
    /// The places of these columns.
    pub(crate) fn columns<const N: usize>(&self, names: [&str; N]) -> Result<[Column; N], UnreadableTables> {
        let mut places = [Column(0); N];
        for (place, name) in places.iter_mut().zip(names) {
            let found = self.columns.iter().position(|column| *column == name);
            *place = Column(found.ok_or(UnreadableTables(self.name))?);
        }
        Ok(places)
    }

    /// The facts, in the order of the table.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let rows = self.cells.chunks_exact(width(&self.columns));
        rows.map(|cells| Row {
            cells,
            texts: &self.texts,
        })
    }
}

impl Row<'_> {
    /// All that stands in it, in the order of the columns.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &'static str> {
        places(self.cells).map(|place| self.texts.get(place).copied().unwrap_or_default())
    }

    /// What stands in a column; empty when nothing does.
    pub(crate) fn cell(&self, column: Column) -> &'static str {
        let place = places(self.cells).nth(column.0);
        place
            .and_then(|place| self.texts.get(place))
            .copied()
            .unwrap_or_default()
    }

    /// What stands in a column that holds a list.
    pub(crate) fn list(&self, column: Column) -> impl Iterator<Item = &'static str> + use<> {
        self.cell(column).split('|').filter(|part| !part.is_empty())
    }
}

/// Bytes of a row.
fn width(columns: &[&str]) -> usize {
    CELL * columns.len().max(1)
}

/// Where the texts of these cells stand.
fn places(cells: &[u8]) -> impl Iterator<Item = usize> {
    let (cells, _) = cells.as_chunks::<CELL>();
    cells.iter().map(|cell| usize::from(u16::from_be_bytes(*cell)))
}

/// The tables of one file.
struct TablesOf<'f> {
    version: &'f str,
    tables: BTreeMap<&'f str, TableOf<'f>>,
}

/// The tables of a file that the library carries.
pub(crate) struct Tables(TablesOf<'static>);

impl Tables {
    /// Unpacks a file. What it holds is kept for as long as the program runs, so each is unpacked once.
    pub(crate) fn unpack(compressed: &[u8]) -> Option<Self> {
        // Without the room that unpacking took.
        let bytes: &'static [u8] = Box::leak(decompressed(compressed)?.into_boxed_slice());
        read(bytes).ok().map(Self)
    }

    /// The table of this name.
    pub(crate) fn table(&self, name: &'static str) -> Result<&Table, UnreadableTables> {
        self.0.tables.get(name).ok_or(UnreadableTables(name))
    }
}

/// The table of this name.
pub(crate) fn table(name: &'static str) -> Result<&'static Table, UnreadableTables> {
    loaded()?.table(name)
}

fn loaded() -> Result<&'static Tables, UnreadableTables> {
    static TABLES: LazyLock<Option<Tables>> = LazyLock::new(|| Tables::unpack(COMPRESSED));
    TABLES.as_ref().ok_or(UnreadableTables("all"))
}

/// Whether bytes are a file of tables: for those who carry one from elsewhere.
///
/// ```
/// assert!(!pocketchart_knowledge::is_tables_file(b"something else"));
/// ```
pub fn is_tables_file(compressed: &[u8]) -> bool {
    decompressed(compressed).is_some_and(|bytes| read(&bytes).is_ok())
}

fn decompressed(compressed: &[u8]) -> Option<Vec<u8>> {
    zstd::bulk::decompress(compressed, MOST).ok()
}

fn read(bytes: &[u8]) -> Result<TablesOf<'_>, minicbor::decode::Error> {
    let mut decoder = Decoder::new(bytes);
    let wrong = minicbor::decode::Error::message;
    if decoder.array()? != Some(4) || decoder.u32()? != FORM {
        return Err(wrong("another form"));
    }
    let version = decoder.str()?;
    let texts: Arc<[&str]> = decoder.array_iter()?.collect::<Result<_, _>>()?;
    let mut tables = BTreeMap::new();
    for _ in 0..decoder.map()?.ok_or_else(|| wrong("length"))? {
        let name = decoder.str()?;
        if decoder.array()? != Some(2) {
            return Err(wrong("another table"));
        }
        let columns: Box<[&str]> = decoder.array_iter()?.collect::<Result<_, _>>()?;
        let cells = decoder.bytes()?;
        let is_whole =
            cells.len().is_multiple_of(width(&columns)) && places(cells).all(|place| place < texts.len());
        let table = TableOf {
            name,
            columns,
            cells,
            texts: Arc::clone(&texts),
        };
        if !is_whole || tables.insert(name, table).is_some() {
            return Err(wrong("a table"));
        }
    }
    if decoder.position() != bytes.len() {
        return Err(wrong("more than the tables"));
    }
    Ok(TablesOf { version, tables })
}

#[cfg(test)]
mod tests {
    use super::{COMPRESSED, FORM, decompressed, read};

    /// The library's own file is read; what differs from it in its form, or is not whole, is refused and never half read.
    #[test]
    fn only_a_whole_file_of_this_form_is_read() {
        let whole = decompressed(COMPRESSED).unwrap();
        assert!(read(&whole).is_ok());
        let refused = |change: &dyn Fn(&mut Vec<u8>)| {
            let mut bytes = whole.clone();
            change(&mut bytes);
            bytes != whole && read(&bytes).is_err()
        };
        assert_eq!(u32::from(whole[1]), FORM);
        for form in [0, 1, 3] {
            assert!(refused(&|bytes| bytes[1] = form), "form {form}");
        }
        for left in (0..whole.len()).step_by(whole.len() / 500) {
            assert!(refused(&|bytes| bytes.truncate(left)), "{left} bytes");
        }
        assert!(refused(&|bytes| bytes.push(0)));
        // The last cell names a text that is not there.
        assert!(refused(&|bytes| {
            let last = bytes.len() - 2;
            bytes[last..].fill(0xff);
        }));
    }
}
