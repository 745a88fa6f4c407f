//! The tables of facts in `knowledge/`: checked, and compiled into the file that `core/knowledge` carries.

mod cdsi;
mod check;
mod loinc;
mod schema;
mod snomed;
mod tsv;

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use minicbor::Encoder;
use sha2::{Digest, Sha256};

use crate::Outcome;
use crate::places::root;
use tsv::Table;

/// What to do with the tables.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    step: Step,
}

#[derive(clap::Subcommand)]
enum Step {
    /// Say what is wrong with the tables.
    Check,
    /// Check, and write the file that the library carries.
    Compile,
    /// Write the tables of immunization from a folder with CDC's XML (CDSi).
    ImportCdsi {
        /// The folder.
        folder: PathBuf,
    },
    /// Check, and say how many rows each table has, and how many of them are tied to circumstances that rules cannot say.
    Count,
}

/// The form of the compiled file, which `core/knowledge` checks.
const FORM: u32 = 2;
/// As small as zstd makes it.
const LEVEL: i32 = 22;
/// What the files may weigh together.
const MOST: usize = 600_000;
/// Folders of tables, and the file that the library carries of each.
const PACKS: [(&str, &str); 2] = [
    ("knowledge", "core/knowledge/data/knowledge.cbor.zst"),
    ("knowledge/growth", "core/knowledge/data/growth.cbor.zst"),
];
/// What only the people who keep the tables need.
const LEFT_OUT: [&str; 16] = [
    "added_by",
    "added_on",
    "replaces",
    "status",
    "retrieved_on",
    "sha256",
    "p3",
    "p5",
    "p10",
    "p25",
    "p50",
    "p75",
    "p85",
    "p90",
    "p95",
    "p97",
];

pub(crate) fn run(arguments: &Arguments) -> Outcome<()> {
    if let Step::ImportCdsi { folder } = &arguments.step {
        return cdsi::import(folder);
    }
    let packs = checked()?;
    if let Step::Count = arguments.step {
        for table in packs.iter().flatten() {
            let tied = table
                .column("condition")
                .filter(|(_, cell)| cell.contains("unspecified"));
            let reviewed = table.column("reviewed_by").filter(|(_, cell)| !cell.is_empty());
            let (name, rows) = (&table.name, table.rows.len());
            println!(
                "{name}: {rows} rows, {} unspecified, {} reviewed",
                tied.count(),
                reviewed.count()
            );
        }
    }
    if let Step::Compile = arguments.step {
        let mut weight = 0;
        for (tables, (_, file)) in packs.iter().zip(PACKS) {
            let bytes = zstd::bulk::compress(&compiled(tables)?, LEVEL)?;
            weight += bytes.len();
            fs::write(root().join(file), bytes)?;
        }
        if weight > MOST {
            return Err(format!("{weight} bytes: the compiled tables may weigh {MOST}.").into());
        }
    }
    Ok(())
}

/// The tables of each pack; sources are those of the first.
fn checked() -> Outcome<Vec<Vec<Table>>> {
    let mut tables = Vec::new();
    let mut lengths = Vec::new();
    for (folder, _) in PACKS {
        let pack = tsv::read_all(&root().join(folder))?;
        lengths.push(pack.len());
        tables.extend(pack);
    }
    check::check(&tables)?;
    let mut tables = tables.into_iter();
    Ok(lengths
        .into_iter()
        .map(|length| tables.by_ref().take(length).collect())
        .collect())
}

/// The tables as deterministic CBOR, withdrawn rows left out, and each text once, in the order in which they first stand.
fn compiled(tables: &[Table]) -> Outcome<Vec<u8>> {
    // The order of deterministic CBOR: shorter names first.
    let mut tables: Vec<&Table> = tables.iter().collect();
    tables.sort_by_key(|table| (table.name.len(), &table.name));
    let mut texts = Texts::default();
    let mut payload = Encoder::new(Vec::new());
    payload.map(tables.len() as u64)?;
    for table in tables {
        let kept: Vec<usize> = (0..table.columns.len())
            .filter(|column| {
                table
                    .columns
                    .get(*column)
                    .is_some_and(|name| !LEFT_OUT.contains(&name.as_str()))
            })
            .collect();
        let status = table.columns.iter().position(|name| name == "status");
        let holds = |row: &&Vec<String>| {
            status
                .and_then(|at| row.get(at))
                .is_none_or(|cell| cell != "withdrawn")
        };
        let rows: Vec<&Vec<String>> = table.rows.iter().filter(holds).collect();
        payload.str(&table.name)?.array(2)?.array(kept.len() as u64)?;
        for column in &kept {
            payload.str(&table.columns[*column])?;
        }
        let mut cells = Vec::with_capacity(2 * rows.len() * kept.len());
        for row in rows {
            for column in &kept {
                cells.extend(texts.place(&row[*column])?.to_be_bytes());
            }
        }
        payload.bytes(&cells)?;
    }
    let tables = payload.into_writer();
    let mut payload = texts.encoded()?;
    payload.extend_from_slice(&tables);
    let version: String = Sha256::digest(&payload)
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let mut file = Encoder::new(Vec::new());
    file.array(4)?.u32(FORM)?.str(&version)?;
    let mut file = file.into_writer();
    file.extend_from_slice(&payload);
    Ok(file)
}

/// The texts of a file's cells, each once.
#[derive(Default)]
struct Texts<'t> {
    places: HashMap<&'t str, u16>,
    in_order: Vec<&'t str>,
}

impl<'t> Texts<'t> {
    fn place(&mut self, text: &'t str) -> Outcome<u16> {
        if let Some(place) = self.places.get(text) {
            return Ok(*place);
        }
        let place = u16::try_from(self.in_order.len()).map_err(|_| "more than 65,536 different cells")?;
        self.places.insert(text, place);
        self.in_order.push(text);
        Ok(place)
    }

    fn encoded(&self) -> Outcome<Vec<u8>> {
        let mut texts = Encoder::new(Vec::new());
        texts.array(self.in_order.len() as u64)?;
        for text in &self.in_order {
            texts.str(text)?;
        }
        Ok(texts.into_writer())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_carries_these_tables() {
        for (tables, (_, file)) in checked().unwrap().iter().zip(PACKS) {
            let carried = fs::read(root().join(file)).unwrap();
            let carried = zstd::bulk::decompress(&carried, 16 << 20).unwrap();
            assert!(
                carried == compiled(tables).unwrap(),
                "run: cargo xtask knowledge compile"
            );
        }
    }

    /// One letter in one cell is another file of another version; a row that was withdrawn is not in it.
    #[test]
    fn another_cell_is_another_file() {
        let mut tables = checked().unwrap().swap_remove(0);
        let version = |file: &[u8]| {
            let mut file = minicbor::Decoder::new(file);
            assert_eq!((file.array().unwrap(), file.u32().unwrap()), (Some(4), FORM));
            file.str().unwrap().to_owned()
        };
        let before = compiled(&tables).unwrap();
        let source = tables.iter_mut().find(|it| it.name == "sources").unwrap();
        let title = source.columns.iter().position(|it| it == "title").unwrap();
        source.rows[0][title].push('.');
        let after = compiled(&tables).unwrap();
        assert!(after != before && version(&after) != version(&before));
        let table = tables.iter_mut().find(|it| it.name == "screening").unwrap();
        let status = table.columns.iter().position(|it| it == "status").unwrap();
        table.rows[0][status] = "withdrawn".to_owned();
        assert!(compiled(&tables).unwrap().len() < after.len());
    }
}
