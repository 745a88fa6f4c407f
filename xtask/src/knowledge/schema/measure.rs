//! The tables of results and vital signs, and of growth.

use super::{Holds, Shape};
use crate::knowledge::loinc::are_loinc;

const LOINC: (&str, Holds) = ("loinc", Holds::Like(are_loinc));
const UNIT: (&str, Holds) = ("unit", Holds::Like(is_unit));
const SEX: (&str, Holds) = ("sex", Holds::OneOf(&["", "female", "male"]));

const CHARTS: &[&str] = &[
    "body-mass-index",
    "head-circumference",
    "height",
    "length",
    "weight",
    "weight-for-length",
    "weight-infant",
];

/// Every table, with its own columns.
pub(super) const SHAPES: &[Shape] = &[
    Shape {
        table: "analyte",
        columns: &[
            LOINC,
            ("name", Holds::Some),
            UNIT,
            ("molar_mass", Holds::Like(is_decimal)),
            ("formula", Holds::Text),
        ],
    },
    Shape {
        table: "analyte_factor",
        columns: &[
            ("analyte", Holds::Of("analyte", "row_id")),
            ("from_unit", Holds::Like(is_unit)),
            ("to_unit", Holds::Like(is_unit)),
            ("factor", Holds::Like(is_decimal)),
            ("offset", Holds::Like(is_decimal)),
            ("published", Holds::Like(is_decimal)),
        ],
    },
    Shape {
        table: "reference_range",
        columns: &[
            LOINC,
            UNIT,
            SEX,
            ("age_min", Holds::Like(is_decimal)),
            ("age_max", Holds::Like(is_decimal)),
            ("low", Holds::Like(is_decimal)),
            ("high", Holds::Like(is_decimal)),
            ("critical_low", Holds::Like(is_decimal)),
            ("critical_high", Holds::Like(is_decimal)),
        ],
    },
    Shape {
        table: "plausible",
        columns: &[
            LOINC,
            UNIT,
            ("age_min", Holds::Like(is_decimal)),
            ("min", Holds::Like(is_decimal)),
            ("max", Holds::Like(is_decimal)),
        ],
    },
    Shape {
        table: "unit_alias",
        columns: &[("written", Holds::Some), ("ucum", Holds::Like(is_unit))],
    },
    Shape {
        table: "measure_rule",
        columns: &[("means", Holds::Some), ("value", Holds::Like(is_decimal)), UNIT],
    },
    Shape {
        table: "growth_lms",
        columns: &[
            ("measure", Holds::OneOf(CHARTS)),
            SEX,
            ("at", Holds::Like(is_decimal)),
            ("l", Holds::Like(is_decimal)),
            ("m", Holds::Like(is_decimal)),
            ("s", Holds::Like(is_decimal)),
            ("p3", Holds::Like(is_decimal)),
            ("p5", Holds::Like(is_decimal)),
            ("p10", Holds::Like(is_decimal)),
            ("p25", Holds::Like(is_decimal)),
            ("p50", Holds::Like(is_decimal)),
            ("p75", Holds::Like(is_decimal)),
            ("p85", Holds::Like(is_decimal)),
            ("p90", Holds::Like(is_decimal)),
            ("p95", Holds::Like(is_decimal)),
            ("p97", Holds::Like(is_decimal)),
        ],
    },
];

fn is_decimal(text: &str) -> bool {
    octofhir_ucum::Number::parse(text).is_some()
}

fn is_unit(text: &str) -> bool {
    octofhir_ucum::validate(text).is_ok()
}
