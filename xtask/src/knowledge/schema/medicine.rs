//! The tables about medicines, allergies and problems.

use super::{Holds, Shape};

const SEVERITIES: Holds = Holds::OneOf(&["contraindicated", "avoid", "precaution", "note"]);

pub(crate) const SHAPES: &[Shape] = &[
    Shape {
        table: "problem_set",
        columns: &[
            ("set_id", Holds::Some),
            ("snomed", Holds::Text),
            ("icd10", Holds::Text),
            ("words", Holds::Text),
            ("text_key", Holds::Some),
        ],
    },
    Shape {
        table: "substance",
        columns: &[
            ("substance_id", Holds::Some),
            ("preferred_name", Holds::Some),
            ("rxcui", Holds::Text),
            ("wikidata", Holds::Text),
            ("snomed", Holds::Text),
            ("synonyms", Holds::Text),
        ],
    },
    Shape {
        table: "class",
        columns: &[
            ("class_id", Holds::Some),
            ("name", Holds::Some),
            ("duplicate", Holds::OneOf(&["yes", "no"])),
        ],
    },
    Shape {
        table: "substance_class",
        columns: &[
            ("substance_id", Holds::Of("substance", "substance_id")),
            ("class_id", Holds::Of("class", "class_id")),
        ],
    },
    Shape {
        table: "interaction",
        columns: &[
            ("a", Holds::Some),
            ("b", Holds::Some),
            ("severity", SEVERITIES),
            ("condition", Holds::Some),
            ("mechanism", Holds::Text),
            ("consequence", Holds::Some),
            ("seriousness", Holds::Text),
            ("frequency", Holds::Text),
            ("action", Holds::Some),
            ("evidence_note", Holds::Text),
            ("text_key", Holds::Some),
        ],
    },
    Shape {
        table: "duplicate_exception",
        columns: &[
            ("target", Holds::Of("class", "class_id")),
            ("condition", Holds::Some),
        ],
    },
    Shape {
        table: "allergy_group",
        columns: &[
            ("group_id", Holds::Some),
            ("name", Holds::Some),
            ("members", Holds::Of("substance", "substance_id")),
            ("snomed", Holds::Text),
            ("words", Holds::Text),
        ],
    },
    Shape {
        table: "allergy_cross",
        columns: &[
            ("group_a", Holds::Of("allergy_group", "group_id")),
            ("group_b", Holds::Of("allergy_group", "group_id")),
            ("reaction_types", Holds::Text),
            ("rate_low", Holds::Text),
            ("rate_high", Holds::Text),
            ("severity", SEVERITIES),
            ("text_key", Holds::Some),
            ("advice", Holds::Some),
        ],
    },
    Shape {
        table: "medicine_condition",
        columns: &[
            ("medicine", Holds::Some),
            ("condition", Holds::Some),
            ("severity", SEVERITIES),
            ("text_key", Holds::Some),
            ("advice", Holds::Some),
        ],
    },
];
