//! Code systems and identifier systems: the object identifiers of CDA with the URIs of FHIR.
//!
//! Source: HL7 Terminology (terminology.hl7.org), the pages of the code systems and of the identifier systems, and C-CDA on FHIR
//! 2.0.0, "Mapping OID ↔ URI".

const CODES: &[(&str, &str)] = &[
    ("2.16.840.1.113883.6.1", "http://loinc.org"),
    ("2.16.840.1.113883.6.96", "http://snomed.info/sct"),
    (
        "2.16.840.1.113883.6.88",
        "http://www.nlm.nih.gov/research/umls/rxnorm",
    ),
    ("2.16.840.1.113883.12.292", "http://hl7.org/fhir/sid/cvx"),
    ("2.16.840.1.113883.6.59", "http://hl7.org/fhir/sid/cvx"),
    ("2.16.840.1.113883.6.69", "http://hl7.org/fhir/sid/ndc"),
    ("2.16.840.1.113883.6.90", "http://hl7.org/fhir/sid/icd-10-cm"),
    (
        "2.16.840.1.113883.6.4",
        "http://www.cms.gov/Medicare/Coding/ICD10",
    ),
    ("2.16.840.1.113883.6.3", "http://hl7.org/fhir/sid/icd-10"),
    ("2.16.840.1.113883.6.103", "http://hl7.org/fhir/sid/icd-9-cm"),
    ("2.16.840.1.113883.6.104", "http://hl7.org/fhir/sid/icd-9-cm"),
    ("2.16.840.1.113883.6.12", "http://www.ama-assn.org/go/cpt"),
    (
        "2.16.840.1.113883.6.285",
        "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
    ),
    ("2.16.840.1.113883.6.13", "http://www.ada.org/cdt"),
    ("2.16.840.1.113883.6.101", "http://nucc.org/provider-taxonomy"),
    ("2.16.840.1.113883.6.238", "urn:oid:2.16.840.1.113883.6.238"),
    ("2.16.840.1.113883.4.9", "http://fdasis.nlm.nih.gov"),
    (
        "2.16.840.1.113883.3.26.1.1",
        "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl",
    ),
    (
        "2.16.840.1.113883.6.345",
        "http://www.nlm.nih.gov/research/umls/MED-RT",
    ),
    ("2.16.840.1.113883.6.254", "http://hl7.org/fhir/sid/icf"),
    (
        "2.16.840.1.113883.6.259",
        "https://www.cdc.gov/nhsn/cdaportal/terminology/codesystem/hsloc.html",
    ),
    ("2.16.840.1.113883.3.221.5", "https://nahdo.org/sopt"),
    (
        "2.16.840.1.113883.6.301.5",
        "https://www.nubc.org/CodeSystem/PatDischargeStatus",
    ),
    ("2.16.840.1.113883.6.121", "urn:ietf:bcp:47"),
    (
        "2.16.840.1.113883.5.1",
        "http://terminology.hl7.org/CodeSystem/v3-AdministrativeGender",
    ),
    (
        "2.16.840.1.113883.5.2",
        "http://terminology.hl7.org/CodeSystem/v3-MaritalStatus",
    ),
    (
        "2.16.840.1.113883.5.4",
        "http://terminology.hl7.org/CodeSystem/v3-ActCode",
    ),
    (
        "2.16.840.1.113883.5.6",
        "http://terminology.hl7.org/CodeSystem/v3-ActClass",
    ),
    (
        "2.16.840.1.113883.5.7",
        "http://terminology.hl7.org/CodeSystem/v3-ActPriority",
    ),
    (
        "2.16.840.1.113883.5.8",
        "http://terminology.hl7.org/CodeSystem/v3-ActReason",
    ),
    (
        "2.16.840.1.113883.5.25",
        "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
    ),
    (
        "2.16.840.1.113883.5.60",
        "http://terminology.hl7.org/CodeSystem/v3-LanguageAbilityMode",
    ),
    (
        "2.16.840.1.113883.5.61",
        "http://terminology.hl7.org/CodeSystem/v3-LanguageAbilityProficiency",
    ),
    (
        "2.16.840.1.113883.5.83",
        "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
    ),
    (
        "2.16.840.1.113883.5.84",
        "http://terminology.hl7.org/CodeSystem/v3-ObservationMethod",
    ),
    (
        "2.16.840.1.113883.5.85",
        "http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm",
    ),
    (
        "2.16.840.1.113883.5.88",
        "http://terminology.hl7.org/CodeSystem/v3-ParticipationFunction",
    ),
    (
        "2.16.840.1.113883.5.90",
        "http://terminology.hl7.org/CodeSystem/v3-ParticipationType",
    ),
    (
        "2.16.840.1.113883.5.110",
        "http://terminology.hl7.org/CodeSystem/v3-RoleClass",
    ),
    (
        "2.16.840.1.113883.5.111",
        "http://terminology.hl7.org/CodeSystem/v3-RoleCode",
    ),
    (
        "2.16.840.1.113883.5.112",
        "http://terminology.hl7.org/CodeSystem/v3-RouteOfAdministration",
    ),
    (
        "2.16.840.1.113883.5.129",
        "http://terminology.hl7.org/CodeSystem/v3-SpecimenType",
    ),
    (
        "2.16.840.1.113883.5.139",
        "http://terminology.hl7.org/CodeSystem/v3-TimingEvent",
    ),
    (
        "2.16.840.1.113883.5.1008",
        "http://terminology.hl7.org/CodeSystem/v3-NullFlavor",
    ),
    (
        "2.16.840.1.113883.5.1052",
        "http://terminology.hl7.org/CodeSystem/v3-ActSite",
    ),
    (
        "2.16.840.1.113883.5.1063",
        "http://terminology.hl7.org/CodeSystem/v3-ObservationValue",
    ),
    (
        "2.16.840.1.113883.5.1076",
        "http://terminology.hl7.org/CodeSystem/v3-ReligiousAffiliation",
    ),
    (
        "2.16.840.1.113883.12.112",
        "http://terminology.hl7.org/CodeSystem/v2-0112",
    ),
    (
        "2.16.840.1.113883.12.443",
        "http://terminology.hl7.org/CodeSystem/v2-0443",
    ),
];

const IDENTIFIERS: &[(&str, &str)] = &[
    ("2.16.840.1.113883.4.1", "http://hl7.org/fhir/sid/us-ssn"),
    ("2.16.840.1.113883.4.6", "http://hl7.org/fhir/sid/us-npi"),
    ("2.16.840.1.113883.4.572", "http://hl7.org/fhir/sid/us-medicare"),
    ("2.16.840.1.113883.4.927", "http://hl7.org/fhir/sid/us-mbi"),
    ("2.16.840.1.113883.4.873", "urn:ietf:rfc:3986"),
    (
        "2.16.840.1.113883.3.3719",
        "http://hl7.org/fhir/NamingSystem/fda-udi",
    ),
];

/// The URI of a code system.
pub(super) fn of_codes(root: &str) -> Option<String> {
    known(CODES, root).or_else(|| uri(root))
}

/// The URI of a system of identifiers.
pub(super) fn of_identifiers(root: &str) -> Option<String> {
    known(IDENTIFIERS, root).or_else(|| uri(root))
}

fn known(table: &[(&str, &str)], root: &str) -> Option<String> {
    table.iter().find(|it| it.0 == root).map(|it| it.1.to_owned())
}

fn uri(root: &str) -> Option<String> {
    uuid(root).or_else(|| is_oid(root).then(|| format!("urn:oid:{root}")))
}

/// The URN of a UUID. CDA writes them in capitals, FHIR in small letters.
pub(super) fn uuid(root: &str) -> Option<String> {
    let shaped = root.len() == 36
        && root.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        });
    shaped.then(|| format!("urn:uuid:{}", root.to_ascii_lowercase()))
}

fn is_oid(root: &str) -> bool {
    let mut arcs = root.split('.');
    matches!(arcs.next(), Some("0" | "1" | "2"))
        && root.contains('.')
        && arcs.all(|arc| {
            arc == "0"
                || (!arc.is_empty() && !arc.starts_with('0') && arc.bytes().all(|it| it.is_ascii_digit()))
        })
}
