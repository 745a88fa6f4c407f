//! The tables about medicines, allergies and problems.

use super::{Holds, Shape};

pub(crate) const SHAPES: &[Shape] = &[Shape {
    table: "problem_set",
    columns: &[
        ("set_id", Holds::Some),
        ("snomed", Holds::Text),
        ("icd10", Holds::Text),
        ("words", Holds::Text),
        ("text_key", Holds::Some),
    ],
}];
