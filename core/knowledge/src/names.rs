//! What a code stands for, where a table says it. No code system is here as a whole: what is not named here may well exist.

use std::{collections::BTreeMap, sync::LazyLock};

use crate::{
    code_system::LOINC,
    tables::{UnreadableTables, table},
};

/// Where codes are named: the code system, the table, its column of codes, and that of names.
const NAMED: [(&str, &str, [&str; 2]); 3] = [
    (LOINC, "analyte", ["loinc", "name"]),
    ("http://hl7.org/fhir/sid/cvx", "cdsi_cvx", ["cvx", "name"]),
    (
        "http://www.nlm.nih.gov/research/umls/rxnorm",
        "substance",
        ["rxcui", "preferred_name"],
    ),
];

/// By code system and code. A code that a table gives two names has none.
type Names = BTreeMap<(&'static str, &'static str), Option<&'static str>>;

/// What a code of a code system stands for: of LOINC common measures, of CVX vaccines, of RxNorm active ingredients.
///
/// ```
/// use pocketchart_knowledge::name_of;
///
/// assert_eq!(name_of("http://loinc.org", "29463-7")?, Some("Body weight"));
/// assert_eq!(name_of("http://snomed.info/sct", "29463-7")?, None);
/// # Ok::<(), pocketchart_knowledge::UnreadableTables>(())
/// ```
///
/// # Errors
/// [`UnreadableTables`].
pub fn name_of(system: &str, code: &str) -> Result<Option<&'static str>, UnreadableTables> {
    static NAMES: LazyLock<Result<Names, UnreadableTables>> = LazyLock::new(names);
    let names = NAMES.as_ref().map_err(|problem| *problem)?;
    Ok(names.get(&(system, code)).copied().flatten())
}

fn names() -> Result<Names, UnreadableTables> {
    let mut names = Names::new();
    for (system, of, columns) in NAMED {
        let table = table(of)?;
        let [code, name] = table.columns(columns)?;
        for row in table.rows() {
            let name = Some(row.cell(name));
            for code in row.list(code) {
                let known = names.entry((system, code)).or_insert(name);
                if *known != name {
                    *known = None;
                }
            }
        }
    }
    Ok(names)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn codes_are_named_in_their_own_system_alone() {
        let named = |system: usize, code| name_of(NAMED[system].0, code).unwrap();
        assert_eq!(named(0, "1742-6"), Some("Alanine aminotransferase"));
        assert_eq!(named(1, "01"), Some("DTP"));
        assert_eq!(named(2, "614391"), Some("abatacept"));
        assert_eq!(
            (named(0, "614391"), named(2, ""), named(1, "1742-6")),
            (None, None, None)
        );
    }

    #[test]
    fn a_code_of_two_names_is_not_named() {
        // Kinds of insulin have one code.
        assert_eq!(name_of(NAMED[2].0, "253182").unwrap(), None);
        let names = names().unwrap();
        assert!(names.values().flatten().all(|name| !name.is_empty()));
        assert!(names.values().flatten().count() > 1_000);
    }
}
