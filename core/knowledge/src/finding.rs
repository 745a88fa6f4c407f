//! What rules say of a record.

use jiff::civil::Date;

use crate::tables::{Column, Row, Table, UnreadableTables, source, table};

/// How grave a finding is, gravest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Good to know.
    Note,
    /// Care is needed: watch, measure, adjust.
    Precaution,
    /// Better not; ask before.
    Avoid,
    /// Must not be.
    Contraindicated,
}

impl Severity {
    /// The word that tables use for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Contraindicated => "contraindicated",
            Self::Avoid => "avoid",
            Self::Precaution => "precaution",
            Self::Note => "note",
        }
    }

    /// Reads the word that tables use.
    pub(crate) fn of(word: &str) -> Option<Self> {
        [Self::Note, Self::Precaution, Self::Avoid, Self::Contraindicated]
            .into_iter()
            .find(|it| it.name() == word)
    }
}

/// Which question a finding answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Two medicines do not go together.
    Interaction,
    /// The same medicine, or the same kind, twice.
    Duplicate,
    /// A medicine against an allergy.
    Allergy,
    /// A medicine against a condition, pregnancy, age or a weak kidney.
    Condition,
    /// A screening.
    Screening,
    /// A vaccine.
    Vaccine,
    /// A result outside its range.
    Result,
    /// A result that moves.
    Trend,
}

/// Whether the rule's condition is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The record says that it is.
    Certain,
    /// The record does not say: these facts are missing.
    Possible(Vec<Text>),
}

/// The rule behind a finding: one row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The table, as its file is called.
    pub table: &'static str,
    /// The row's stable name.
    pub row: &'static str,
    /// Its source: see [`source`](crate::source()).
    pub source: &'static str,
    /// Where in the source.
    pub locator: &'static str,
    /// The source's date for it, `YYYY-MM-DD`; empty when it gives none.
    pub dated: &'static str,
    /// Who reviewed the row; `None`: nobody yet, and whoever reads the finding must be told.
    pub reviewed_by: Option<&'static str>,
}

impl Rule {
    /// What the row says, cell by cell, and then the edition of its source: another rule of the same name says something else.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use pocketchart_fhir::view::View;
    /// use pocketchart_knowledge::{Person, Statement, medicine};
    ///
    /// let takes = |name: &str| {
    ///     let json = format!(r#"{{"resourceType":"MedicationStatement","status":"active","medicationCodeableConcept":{{"text":"{name}"}}}}"#);
    ///     View::of(json.as_bytes()).map(|view| Statement { entry: name.into(), view })
    /// };
    /// let record = [takes("Warfarin")?, takes("St. John's wort")?];
    /// let said = medicine::findings(&record, &Person::default(), date(2026, 11, 26))?;
    /// let rule = said.found[0].rule;
    /// assert!(rule.facts()?.contains(&rule.row));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`UnreadableTables`].
    pub fn facts(&self) -> Result<Vec<&'static str>, UnreadableTables> {
        let table = table(self.table)?;
        let [id] = table.columns(["row_id"])?;
        let row = table.rows().find(|row| row.cell(id) == self.row);
        let mut facts: Vec<&str> = row.ok_or(UnreadableTables(self.table))?.cells().collect();
        facts.extend(source(self.source)?.map(|source| source.edition));
        Ok(facts)
    }
}

/// A text in `strings/`, and what to put into it. Values are as the record or the table writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The text's id.
    pub id: &'static str,
    /// Its arguments by name.
    pub arguments: Vec<(&'static str, String)>,
}

/// What a rule says of these statements, on a day. It is made anew each time and never stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which question it answers.
    pub kind: Kind,
    /// How grave it is.
    pub severity: Severity,
    /// Whether the rule's condition is met.
    pub certainty: Certainty,
    /// The entries that it is about, sorted.
    pub entries: Vec<String>,
    /// The rule.
    pub rule: Rule,
    /// What it says.
    pub says: Text,
    /// What to do.
    pub advice: Text,
}

impl Finding {
    /// A name that stays as long as the rule and the entries do: what an acknowledgement refers to.
    pub fn name(&self) -> String {
        let mut name = format!("{}/{}", self.rule.table, self.rule.row);
        for entry in &self.entries {
            name.push('/');
            name.push_str(entry);
        }
        name
    }

    /// Whether it may interrupt: only what must not be, and is certain.
    pub fn interrupts(&self) -> bool {
        self.severity == Severity::Contraindicated && self.certainty == Certainty::Certain
    }
}

/// What no rule could look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotChecked {
    /// The entry, where it is about one.
    pub entry: Option<String>,
    /// What and why.
    pub why: Text,
}

/// All that is to be said of a record on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings {
    /// The day for which it holds.
    pub on: Date,
    /// The version of the tables.
    pub version: &'static str,
    /// What was found, gravest first.
    pub found: Vec<Finding>,
    /// What could not be looked at.
    pub not_checked: Vec<NotChecked>,
}

/// The columns that name a rule's source, the same in every table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RuleColumns {
    table: &'static str,
    columns: [Column; 5],
}

impl RuleColumns {
    pub(crate) fn of(name: &'static str, table: &Table) -> Result<Self, UnreadableTables> {
        let columns = table.columns([
            "row_id",
            "source_id",
            "source_locator",
            "source_date",
            "reviewed_by",
        ])?;
        Ok(Self { table: name, columns })
    }

    pub(crate) fn rule(&self, row: Row<'_>) -> Rule {
        let [id, source, locator, dated, reviewed_by] = self.columns.map(|column| row.cell(column));
        Rule {
            table: self.table,
            row: id,
            source,
            locator,
            dated,
            reviewed_by: Some(reviewed_by).filter(|name| !name.is_empty()),
        }
    }
}
