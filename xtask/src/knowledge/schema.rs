//! Which columns each table has, and what may stand in them.

mod cdsi;
mod measure;
mod medicine;
mod screening;

/// What may stand in a column.
pub(crate) enum Holds {
    /// Any text, or nothing.
    Text,
    /// Some text.
    Some,
    /// A name that no other row of the table has.
    Id,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A day, `YYYY-MM-DD`, or nothing.
    Day,
    /// Text of this form, or nothing.
    Like(fn(&str) -> bool),
    /// The id of a row of this table (table, column), a list of them, or nothing.
    Of(&'static str, &'static str),
}

/// One table's own columns.
pub(crate) struct Shape {
    pub(crate) table: &'static str,
    pub(crate) columns: &'static [(&'static str, Holds)],
}

/// What licences facts may stand here under.
const LICENCES: &[&str] = &[
    "public-domain",
    "CC-BY-4.0",
    "MIT",
    "Apache-2.0",
    "LOINC",
    "fact-own-words",
];

/// What every table has but the one of sources.
pub(crate) const COMMON: &[(&str, Holds)] = &[
    ("row_id", Holds::Id),
    ("source_id", Holds::Of("sources", "source_id")),
    ("source_locator", Holds::Some),
    ("source_date", Holds::Day),
    (
        "evidence",
        Holds::OneOf(&[
            "guideline",
            "label",
            "agency-thesaurus",
            "review",
            "expert",
            "standard",
        ]),
    ),
    ("licence", Holds::OneOf(LICENCES)),
    ("added_by", Holds::Some),
    ("added_on", Holds::Day),
    ("reviewed_by", Holds::Text),
    ("reviewed_on", Holds::Day),
    ("status", Holds::OneOf(&["active", "withdrawn"])),
    ("replaces", Holds::Text),
];

/// The table of sources.
pub(crate) const SOURCES: Shape = Shape {
    table: "sources",
    columns: &[
        ("source_id", Holds::Id),
        ("title", Holds::Some),
        ("publisher", Holds::Some),
        ("edition", Holds::Some),
        ("date", Holds::Day),
        ("url", Holds::Some),
        ("doi_or_pmid", Holds::Text),
        ("retrieved_on", Holds::Day),
        ("sha256", Holds::Text),
        ("licence", Holds::OneOf(LICENCES)),
        ("attribution", Holds::Some),
    ],
};

/// Every other table: its own columns, beside [`COMMON`].
pub(crate) fn shapes() -> impl Iterator<Item = &'static Shape> {
    [cdsi::SHAPES, measure::SHAPES, medicine::SHAPES, screening::SHAPES]
        .into_iter()
        .flatten()
}
