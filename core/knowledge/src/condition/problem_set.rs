//! Sets of problems that conditions ask for.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::tables::{self, UnreadableTables};

/// The codes that mean a problem, and the words that may mean it.
#[derive(Debug)]
pub(crate) struct ProblemSet {
    /// SNOMED CT concepts.
    pub(crate) snomed: Vec<&'static str>,
    /// ICD-10 categories: every code below them counts.
    pub(crate) icd10: Vec<&'static str>,
    /// A problem with other codes whose words contain one of these may belong to the set: that is not known.
    pub(crate) words: Vec<&'static str>,
    /// The text that asks for it.
    pub(crate) asks: &'static str,
}

/// Every set by its name.
pub(crate) fn all() -> Result<&'static BTreeMap<&'static str, ProblemSet>, UnreadableTables> {
    static SETS: LazyLock<Result<BTreeMap<&'static str, ProblemSet>, UnreadableTables>> = LazyLock::new(read);
    SETS.as_ref().map_err(|problem| *problem)
}

fn read() -> Result<BTreeMap<&'static str, ProblemSet>, UnreadableTables> {
    let table = tables::table("problem_set")?;
    let [id, snomed, icd10, words, asks] =
        table.columns(["set_id", "snomed", "icd10", "words", "text_key"])?;
    let set = |row: tables::Row<'_>| {
        let set = ProblemSet {
            snomed: row.list(snomed).collect(),
            icd10: row.list(icd10).collect(),
            words: row.list(words).collect(),
            asks: row.cell(asks),
        };
        (row.cell(id), set)
    };
    Ok(table.rows().map(set).collect())
}
