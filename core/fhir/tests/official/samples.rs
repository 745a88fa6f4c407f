//! One or more resources of every builder: what the official tools check, and what the tests read back.

use pocketchart_fhir::build::*;
use pocketchart_fhir::view::{Coding, Identifier};
use pocketchart_fhir::{Decimal, FhirDateTime};

const SNOMED: &str = "http://snomed.info/sct";
const LOINC: &str = "http://loinc.org";

fn stated(number: u32) -> Stated {
    Stated {
        subject: "Patient/maria".into(),
        id: Some(format!("built-{number}")),
        identifier: Some(Identifier {
            system: Some("urn:ietf:rfc:3986".into()),
            value: Some(format!("urn:uuid:6a2f41a3-c54c-4d1a-9fd2-0000000000{number:02}")),
        }),
        recorded: Some(FhirDateTime::new("2026-03-03T10:00:00+01:00")),
        by: Some(Author {
            reference: Some("Patient/maria".into()),
            name: Some("Maria Okafor".into()),
        }),
        note: Some(
            "Said at the kitchen table, \"as I remember it\".\nSecond line — ünïcode 漢字 \u{1F600}".into(),
        ),
        encounter: None,
    }
}

/// A statement of a visit.
fn of_visit(number: u32) -> Stated {
    Stated {
        encounter: Some("urn:uuid:6a2f41a3-c54c-4d1a-9fd2-000000000091".into()),
        ..stated(number)
    }
}

/// A form that was filled in, by the name that somebody gave it.
fn answered_form() -> Target {
    Target {
        resource_type: "QuestionnaireResponse".into(),
        url: None,
        identifier: Identifier {
            system: Some("urn:ietf:rfc:3986".into()),
            value: Some("urn:uuid:6a1f1d9a-7c1e-4a44-9f0a-0d7c7c0f5e11".into()),
        },
    }
}

fn decimal(text: &str) -> Decimal {
    Decimal::new(text).unwrap_or_else(|_| unreachable!())
}

fn quantity(value: &str, unit: &str, ucum: &str) -> Quantity {
    Quantity {
        value: decimal(value),
        unit: unit.into(),
        ucum: Some(ucum.into()),
    }
}

fn disclosed(id: &str, kind: AuditKind) -> AuditRecord {
    AuditRecord {
        id: Some(id.into()),
        patient: "Patient/maria".into(),
        kind,
        recorded: FhirDateTime::new("2026-03-03T09:00:00Z"),
        until: Some(FhirDateTime::new("2026-03-03T09:00:02Z")),
        outcome: AuditOutcome::Success,
        outcome_text: Some("She was unconscious".into()),
        purposes: vec![AuditPurpose::Treatment, AuditPurpose::PatientRequested],
        observer: AuditParty {
            name: "Maria's phone".into(),
            uri: "urn:pocketchart:device:00ff".into(),
        },
        other: AuditParty {
            name: "Harbour Clinic".into(),
            uri: "urn:pocketchart:key:ff00".into(),
        },
        sections: vec!["allergies".into(), "medications".into()],
        count: 12,
        consent: Some("urn:uuid:6a2f41a3-c54c-4d1a-9fd2-000000000099".into()),
    }
}

/// File name and builder, each kind once with everything said and once with as little as possible.
pub(crate) fn samples() -> Vec<(&'static str, Box<dyn Build>)> {
    let date = |text: &str| Some(FhirDateTime::new(text));
    let least = || Stated::about("Patient/maria");
    vec![
        (
            "patient",
            Box::new(Patient {
                id: Some("maria".into()),
                identifier: stated(0).identifier,
                given: vec!["Maria".into(), "Adaeze".into()],
                family: Some("Okafor".into()),
                birth_date: date("1984-02-29"),
                gender: Some(Gender::Female),
                phone: Some("+234 1 555 0100".into()),
                email: Some("maria@example.org".into()),
                address: Some("12 Harbour Road, Lagos".into()),
                language: Some(Coding {
                    system: Some("urn:ietf:bcp:47".into()),
                    code: Some("en".into()),
                    display: Some("English".into()),
                }),
            }),
        ),
        (
            "patient-least",
            Box::new(Patient {
                given: vec!["Maria".into()],
                ..Patient::default()
            }),
        ),
        (
            "allergy",
            Box::new(Allergy {
                stated: stated(1),
                substance: Concept::coded(SNOMED, "91936005", "Allergy to penicillin"),
                category: Some(AllergyCategory::Medication),
                criticality: Some(Criticality::High),
                reactions: vec![
                    Concept::coded(SNOMED, "126485001", "Urticaria"),
                    Concept::words("Swollen lips"),
                ],
                severity: Some(Severity::Severe),
                since: date("1998"),
                status: AllergyStatus::Active,
                certainty: Certainty::Confirmed,
            }),
        ),
        (
            "allergy-error",
            Box::new(Allergy {
                stated: least(),
                substance: Concept::words("Bees"),
                certainty: Certainty::EnteredInError,
                ..Allergy::default()
            }),
        ),
        ("allergy-none-known", Box::new(Allergy::none_known(stated(2)))),
        (
            "problem",
            Box::new(Problem {
                stated: stated(3),
                what: Concept::coded(SNOMED, "44054006", "Type 2 diabetes mellitus"),
                since: date("2016-04"),
                until: None,
                status: ProblemStatus::Active,
                certainty: Certainty::Confirmed,
            }),
        ),
        (
            "problem-over",
            Box::new(Problem {
                stated: least(),
                what: Concept::words("Broken wrist"),
                since: date("2019-11-02"),
                until: date("2020"),
                status: ProblemStatus::Resolved,
                ..Problem::default()
            }),
        ),
        (
            "medicine",
            Box::new(Medicine {
                stated: stated(4),
                what: Concept::coded(
                    "http://www.nlm.nih.gov/research/umls/rxnorm",
                    "861007",
                    "Metformin hydrochloride 500 MG Oral Tablet",
                ),
                since: date("2016-05-01"),
                dosage: Some("One tablet with breakfast and one with dinner".into()),
                dose: Some(quantity("500.0", "mg", "mg")),
                reason: Some(Concept::coded(SNOMED, "44054006", "Type 2 diabetes mellitus")),
                ..Medicine::default()
            }),
        ),
        (
            "medicine-stopped",
            Box::new(Medicine {
                stated: least(),
                what: Concept::words("Cough syrup"),
                status: MedicineStatus::Stopped,
                since: date("2020-01-05"),
                until: date("2020-01-12"),
                ..Medicine::default()
            }),
        ),
        (
            "vaccine",
            Box::new(Vaccine {
                stated: stated(5),
                what: Concept::coded("http://hl7.org/fhir/sid/cvx", "115", "Tdap"),
                when: "2021-10-04".into(),
                not_given: false,
                dose_number: Some(1),
                lot: Some("AC52B001".into()),
                given_by: Some("Lakeside Clinic".into()),
                first_hand: false,
            }),
        ),
        (
            "vaccine-first-hand",
            Box::new(Vaccine {
                stated: stated(19),
                what: Concept::words("Tetanus"),
                when: "2026-11-27".into(),
                given_by: Some("Dr Cleo Park".into()),
                first_hand: true,
                ..Vaccine::default()
            }),
        ),
        (
            "vaccine-words",
            Box::new(Vaccine {
                stated: least(),
                what: Concept::words("Measles"),
                when: "as a child".into(),
                not_given: true,
                ..Vaccine::default()
            }),
        ),
        (
            "measurement",
            Box::new(Measurement {
                stated: stated(6),
                what: Concept::coded(LOINC, "4548-4", "Hemoglobin A1c/Hemoglobin.total in Blood"),
                category: Category::Laboratory,
                when: date("2025-11-12T08:30:00Z"),
                value: Some(Found::Quantity(quantity("7.10", "%", "%"))),
                low: Some(decimal("4.0")),
                high: Some(decimal("5.6")),
                flag: Some("H".into()),
                ..Measurement::default()
            }),
        ),
        (
            "blood-pressure",
            Box::new(Measurement::blood_pressure(
                stated(7),
                FhirDateTime::new("2026-03-03T07:15:00+01:00"),
                decimal("128"),
                decimal("79"),
            )),
        ),
        (
            "finding",
            Box::new(Measurement {
                stated: least(),
                what: Concept::coded(LOINC, "72166-2", "Tobacco smoking status"),
                category: Category::SocialHistory,
                when: date("2024"),
                value: Some(Found::Concept(Concept::coded(
                    SNOMED,
                    "266919005",
                    "Never smoked tobacco",
                ))),
                ..Measurement::default()
            }),
        ),
        (
            "measured-at-home",
            Box::new(Measurement {
                stated: stated(46),
                what: Concept::coded(LOINC, "29463-7", "Body weight"),
                until: date("2026-11-27T09:00:00Z"),
                value: Some(Found::Quantity(quantity("81.50", "kg", "kg"))),
                derived_from: Some(answered_form()),
                ..Measurement::default()
            }),
        ),
        (
            "score",
            Box::new(Measurement {
                stated: least(),
                what: Concept::coded(
                    LOINC,
                    "72514-3",
                    "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
                ),
                category: Category::Survey,
                when: date("2026-11-27"),
                value: Some(Found::Integer(decimal("4"))),
                derived_from: Some(answered_form()),
                ..Measurement::default()
            }),
        ),
        (
            "finding-words",
            Box::new(Measurement {
                stated: least(),
                what: Concept::words("How I slept"),
                category: Category::Survey,
                value: Some(Found::Words("Badly".into())),
                ..Measurement::default()
            }),
        ),
        (
            "note",
            Box::new(Note {
                stated: stated(8),
                kind: NoteKind::Patient,
                title: Some("Dizzy after the new tablet".into()),
                text: "Twice this week, in the morning.\nGone after breakfast.".into(),
            }),
        ),
        (
            "note-least",
            Box::new(Note {
                stated: least(),
                kind: NoteKind::Patient,
                title: None,
                text: "Call back.".into(),
            }),
        ),
        (
            "note-progress",
            Box::new(Note {
                stated: stated(20),
                kind: NoteKind::Progress,
                title: Some("Visit".into()),
                text: "Sore throat for three days.".into(),
            }),
        ),
        (
            "note-plan",
            Box::new(Note {
                stated: stated(21),
                kind: NoteKind::Plan,
                title: None,
                text: "Come back in a week.".into(),
            }),
        ),
        (
            "note-referral",
            Box::new(Note {
                stated: stated(22),
                kind: NoteKind::Referral,
                title: Some("Dermatology".into()),
                text: "A mole that has changed.".into(),
            }),
        ),
        (
            "procedure",
            Box::new(Procedure {
                stated: stated(9),
                what: Concept::coded(SNOMED, "80146002", "Appendectomy"),
                since: date("2003-07-19"),
                until: date("2003-07-19"),
                body_site: Some(Concept::words("Abdomen")),
                performer: Some("General Hospital".into()),
                outcome: Some(Concept::words("Healed well")),
                ..Procedure::default()
            }),
        ),
        (
            "procedure-least",
            Box::new(Procedure {
                stated: least(),
                what: Concept::words("Ear tubes"),
                status: ProcedureStatus::Unknown,
                ..Procedure::default()
            }),
        ),
        (
            "contact",
            Box::new(Contact {
                stated: stated(10),
                name: "Chidi Okafor".into(),
                relationship: Some(Concept::coded(
                    "http://terminology.hl7.org/CodeSystem/v3-RoleCode",
                    "HUSB",
                    "husband",
                )),
                emergency: true,
                phone: Some("+234 1 555 0101".into()),
                email: Some("chidi@example.org".into()),
            }),
        ),
        (
            "contact-least",
            Box::new(Contact {
                stated: least(),
                name: "Ngozi".into(),
                ..Contact::default()
            }),
        ),
        (
            "directive",
            Box::new(Directive {
                stated: stated(11),
                kind: DirectiveKind::HealthCareDirective,
                title: "My sister decides".into(),
                file: Some(File::plain_text(
                    Some("Who decides for me".into()),
                    "If I cannot speak, Ngozi decides for me.",
                )),
            }),
        ),
        (
            "directive-least",
            Box::new(Directive {
                stated: least(),
                kind: DirectiveKind::DoNotResuscitate,
                title: "No resuscitation".into(),
                file: None,
            }),
        ),
        (
            "document",
            Box::new(Document {
                stated: stated(12),
                kind: Some(Concept::coded(LOINC, "11502-2", "Laboratory report")),
                file: File {
                    content_type: "application/pdf".into(),
                    title: Some("Blood test.pdf".into()),
                    contents: Contents::Elsewhere {
                        url: "urn:pocketchart:body:00ff".into(),
                        size: 48_213,
                    },
                    created: Some(FhirDateTime::new("2026-03-01")),
                    sha1: Some([7; 20]),
                },
                occasion: Occasion {
                    start: Some(FhirDateTime::new("2026-03-01")),
                    event: Some(Concept::coded(
                        "http://dicom.nema.org/resources/ontology/DCM",
                        "CT",
                        "CT",
                    )),
                    study: Some("1.2.840.99.7".into()),
                    person_name: Some("Maria Okafor".into()),
                    person_id: Some("MRN-7".into()),
                },
            }),
        ),
        (
            "audit-disclosed",
            Box::new(disclosed("audit-1", AuditKind::Disclosed)),
        ),
        (
            "audit-received",
            Box::new(disclosed("audit-2", AuditKind::Received)),
        ),
        (
            "audit-override",
            Box::new(AuditRecord {
                purposes: vec![AuditPurpose::EmergencyTreatment, AuditPurpose::BreakTheGlass],
                ..disclosed("audit-3", AuditKind::EmergencyOverride)
            }),
        ),
        (
            "audit-least",
            Box::new(AuditRecord {
                id: None,
                until: None,
                outcome: AuditOutcome::MinorFailure,
                outcome_text: None,
                purposes: Vec::new(),
                sections: Vec::new(),
                count: 0,
                consent: None,
                ..disclosed("", AuditKind::Disclosed)
            }),
        ),
        (
            "consent",
            Box::new(Consent {
                stated: stated(13),
                active: true,
                from: FhirDateTime::new("2026-03-03T09:00:00Z"),
                until: FhirDateTime::new("2026-03-04T09:00:00Z"),
                parts: vec![ConsentPart {
                    actions: ConsentAction::all().to_vec(),
                    sections: vec!["allergies".into(), "medications".into()],
                }],
                redeemers: vec![Author {
                    reference: None,
                    name: Some("Harbour Clinic".into()),
                }],
            }),
        ),
        (
            "consent-ended",
            Box::new(Consent {
                stated: least(),
                active: false,
                from: FhirDateTime::new("2026-03-03T09:00:00Z"),
                until: FhirDateTime::new("2026-03-04T09:00:00Z"),
                parts: vec![
                    ConsentPart {
                        actions: vec![ConsentAction::Collect],
                        sections: vec!["notes".into()],
                    },
                    ConsentPart {
                        actions: vec![ConsentAction::Access, ConsentAction::Disclose],
                        sections: vec!["allergies".into(), "problems".into()],
                    },
                ],
                redeemers: Vec::new(),
            }),
        ),
        (
            "document-inline",
            Box::new(Document {
                stated: least(),
                kind: None,
                file: File {
                    content_type: "image/png".into(),
                    title: None,
                    contents: Contents::Inline(vec![0x89, b'P', b'N', b'G', 0, 255]),
                    created: None,
                    sha1: None,
                },
                occasion: Occasion::default(),
            }),
        ),
        (
            "encounter",
            Box::new(Encounter {
                stated: stated(91),
                class: EncounterClass::Virtual,
                since: date("2026-03-03T10:00:00+01:00"),
                until: date("2026-03-03T10:20:00+01:00"),
                reason: Some(Concept::coded(SNOMED, "49727002", "Cough")),
            }),
        ),
        (
            "communication",
            Box::new(Communication {
                stated: stated(95),
                sender: Party {
                    reference: Some("Patient/maria".into()),
                    ..Party::default()
                },
                recipient: Party {
                    identifier: Some(Identifier {
                        system: Some("urn:ietf:rfc:3986".into()),
                        value: Some("urn:pocketchart:key:ff00".into()),
                    }),
                    name: Some("Harbour Clinic".into()),
                    ..Party::default()
                },
                answers: Some("urn:uuid:6a2f41a3-c54c-4d1a-9fd2-000000000096".into()),
                text: "May I eat before?\nI take 1.50 mg of \"Prednisone\".".into(),
            }),
        ),
        (
            "communication-least",
            Box::new(Communication {
                stated: least(),
                sender: Party {
                    name: Some("Harbour Clinic".into()),
                    ..Party::default()
                },
                recipient: Party {
                    reference: Some("Patient/maria".into()),
                    ..Party::default()
                },
                answers: None,
                text: "Please come at nine.".into(),
            }),
        ),
        (
            "encounter-least",
            Box::new(Encounter {
                stated: least(),
                class: EncounterClass::Ambulatory,
                since: None,
                until: None,
                reason: None,
            }),
        ),
        (
            "condition-of-a-visit",
            Box::new(Problem {
                stated: of_visit(92),
                what: Concept::words("Cough"),
                ..Problem::default()
            }),
        ),
        (
            "statement-of-a-visit",
            Box::new(Medicine {
                stated: of_visit(93),
                what: Concept::words("Paracetamol 500 mg"),
                ..Medicine::default()
            }),
        ),
        (
            "document-of-a-visit",
            Box::new(Document {
                stated: of_visit(94),
                kind: None,
                file: File::plain_text(None, "Seen."),
                occasion: Occasion::default(),
            }),
        ),
        ("provenance-created", Box::new(brought(Activity::Created))),
        ("provenance-updated", Box::new(brought(Activity::Updated))),
        ("provenance-unread", Box::new(brought(Activity::KeptUnread))),
        ("provenance-taken-over", Box::new(taken_over())),
        (
            "provenance-joined",
            Box::new(decided(DecidedBy::Program("Pocketchart".into()))),
        ),
        (
            "provenance-decided",
            Box::new(decided(DecidedBy::Person(Author {
                reference: Some("Patient/1".into()),
                name: None,
            }))),
        ),
        (
            "list-reconciled",
            Box::new(ReconciledList {
                stated: Stated {
                    id: Some("list-1".into()),
                    by: Some(Author {
                        reference: Some("Patient/1".into()),
                        name: None,
                    }),
                    note: Some("What was set aside is not listed.".into()),
                    ..Stated::about("Patient/1")
                },
                title: "Medicines".into(),
                what: Concept::coded(
                    "http://loinc.org",
                    "10160-0",
                    "History of Medication use Narrative",
                ),
                date: FhirDateTime::new("2026-03-03T10:00:00Z"),
                entries: vec![
                    Listed {
                        target: observation(Some("https://hospital.example/fhir/Observation/7")),
                        display: None,
                        flag: None,
                    },
                    Listed {
                        target: observation(None),
                        display: Some("Weight".into()),
                        flag: Some("Sources disagree".into()),
                    },
                ],
            }),
        ),
    ]
}

fn decided(by: DecidedBy) -> DecisionRecord {
    DecisionRecord {
        id: "decision-1".into(),
        targets: vec![observation(Some("https://hospital.example/fhir/Observation/7"))],
        recorded: FhirDateTime::new("2026-03-03T10:00:00Z"),
        by,
        linking: Linking::Linked,
        decision: "One thing, and the first is right".into(),
        reason: Some("The laboratory corrected it".into()),
        sources: vec![
            observation(Some("https://hospital.example/fhir/Observation/7")),
            observation(None),
        ],
    }
}

fn observation(url: Option<&str>) -> Target {
    Target {
        resource_type: "Observation".into(),
        url: url.map(str::to_owned),
        identifier: Identifier {
            system: Some("urn:pocketchart:entry".into()),
            value: Some("00ff".into()),
        },
    }
}

fn taken_over() -> TakenOver {
    let named = |name: &str| Author {
        reference: None,
        name: Some(name.into()),
    };
    TakenOver {
        id: "taken-over-1".into(),
        target: observation(Some("Observation/7")),
        recorded: FhirDateTime::new("2026-03-03T10:00:00Z"),
        said_by: Author {
            reference: Some("Patient/1".into()),
            name: None,
        },
        approved_by: named("Dr. Bell"),
        clinic: "Lakeside Clinic".into(),
        origins: vec![
            Origin {
                identifier: Some(Identifier {
                    system: Some("urn:pocketchart:entry".into()),
                    value: Some("00ff".into()),
                }),
                ..Origin::default()
            },
            Origin {
                resource_type: Some("Observation".into()),
                url: Some("Observation/7/_history/1".into()),
                display: Some("read at 2026-03-03T09:00:00Z".into()),
                ..Origin::default()
            },
        ],
    }
}

fn brought(activity: Activity) -> ImportRecord {
    ImportRecord {
        id: "import-1".into(),
        targets: vec![
            observation(Some("https://hospital.example/fhir/Observation/7")),
            observation(None),
        ],
        activity,
        recorded: FhirDateTime::new("2026-03-03T10:00:00.000Z"),
        by: Author {
            reference: Some("Patient/1".into()),
            name: Some("Maria Okafor".into()),
        },
        from: Some("https://issuer.example".into()),
        remark: Some("listed".into()),
        file_name: "summary.json".into(),
        file: Some("ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk".into()),
    }
}
