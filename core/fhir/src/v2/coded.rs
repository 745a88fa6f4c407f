//! Coded values: CE, CWE and single codes of HL7's tables.

use super::segment::Field;
use crate::tree::Tree;

/// Names of code systems in table HL70396 and the URIs that FHIR has for them (HL7 v2-to-FHIR 1.0.0; HL7 Terminology, "External code
/// systems").
const SYSTEMS: &[(&str, &str)] = &[
    ("LN", "http://loinc.org"),
    ("SCT", "http://snomed.info/sct"),
    ("SCT2", "http://snomed.info/sct"),
    ("CVX", "http://hl7.org/fhir/sid/cvx"),
    ("MVX", "http://hl7.org/fhir/sid/mvx"),
    ("NDC", "http://hl7.org/fhir/sid/ndc"),
    ("RXNORM", "http://www.nlm.nih.gov/research/umls/rxnorm"),
    ("UNII", "http://fdasis.nlm.nih.gov"),
    ("UCUM", "http://unitsofmeasure.org"),
    ("I10", "http://hl7.org/fhir/sid/icd-10"),
    ("ICD10", "http://hl7.org/fhir/sid/icd-10"),
    ("I10C", "http://hl7.org/fhir/sid/icd-10-cm"),
    ("ICD10CM", "http://hl7.org/fhir/sid/icd-10-cm"),
    ("I9C", "http://hl7.org/fhir/sid/icd-9-cm"),
    ("I9CDX", "http://hl7.org/fhir/sid/icd-9-cm"),
    ("C4", "http://www.ama-assn.org/go/cpt"),
    ("CPT", "http://www.ama-assn.org/go/cpt"),
    ("CPTM", "http://www.ama-assn.org/go/cpt"),
    ("ICPC2P", "http://hl7.org/fhir/sid/icpc-2"),
    ("ATC", "http://www.whocc.no/atc"),
];

/// FHIR's URI of a code system by its name in a message or by its object identifier.
pub(super) fn system(name: &str, oid: &str) -> Option<String> {
    if let Some((_, uri)) = SYSTEMS.iter().find(|(known, _)| *known == name) {
        return Some((*uri).to_owned());
    }
    let table = name.strip_prefix("HL7").filter(|it| it.len() == 4);
    if let Some(table) = table.filter(|it| it.bytes().all(|byte| byte.is_ascii_digit())) {
        return Some(table_uri(table));
    }
    [name, oid].into_iter().find_map(urn_of_oid)
}

/// The URI of a table of HL7 v2 by its four digits.
pub(super) fn table_uri(table: &str) -> String {
    format!("http://terminology.hl7.org/CodeSystem/v2-{table}")
}

/// `urn:oid:` of an object identifier.
pub(super) fn urn_of_oid(text: &str) -> Option<String> {
    let arcs = || text.split('.');
    let plain = |arc: &str| !arc.is_empty() && arc.bytes().all(|byte| byte.is_ascii_digit());
    (arcs().count() > 2 && text.starts_with(['0', '1', '2']) && arcs().all(plain))
        .then(|| format!("urn:oid:{text}"))
}

/// One coding, with `table` as its system where it names none.
fn coding(field: Field, first: usize, oid: usize, table: Option<&str>) -> Option<Tree> {
    let part = |at: usize| field.component(at).text();
    let (code, display, name) = (part(first), part(first + 1), part(first + 2));
    // A code of FHIR has no space at its ends and no two inside.
    let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
    if code.is_empty() {
        return None;
    }
    let stated = system(&name, &part(oid));
    let table = || table.filter(|_| name.is_empty()).map(table_uri);
    Some(
        Tree::object([])
            .with("system", stated.or_else(table).map(|uri| Tree::text(&uri)))
            .with("code", Tree::text(&code))
            .with("display", said(&display)),
    )
}

/// A CodeableConcept of a coded value; `None` when it says nothing. `table` is the table of HL7 that the field is bound to.
pub(super) fn concept(field: Field, table: Option<&str>) -> Option<Tree> {
    let codings = [
        coding(field, 1, 14, table),
        coding(field, 4, 17, None),
        coding(field, 10, 20, None),
    ];
    let words = words(field);
    Tree::object([])
        .with("coding", Tree::list(codings.into_iter().flatten()))
        .with("text", said(&words))
        .unless_empty()
}

/// What a person reads of a coded value: the words of its sender, else a text, else a code.
pub(super) fn words(field: Field) -> String {
    [9, 2, 5, 11, 1, 4]
        .into_iter()
        .map(|at| field.component(at).text())
        .find(|text| !text.is_empty())
        .unwrap_or_default()
}

/// A concept of one code of a system of FHIR's own.
pub(super) fn fixed(system: &str, code: &str) -> Tree {
    let coding = Tree::object([("system", Tree::text(system)), ("code", Tree::text(code))]);
    Tree::object([("coding", Tree::Array(vec![coding]))])
}

/// A text, unless it is empty.
pub(super) fn said(text: &str) -> Option<Tree> {
    (!text.trim().is_empty()).then(|| Tree::text(text))
}

/// A concept of words alone.
pub(super) fn spoken(text: &str) -> Option<Tree> {
    said(text).map(|text| Tree::object([("text", text)]))
}
