//! The table of screenings.

use super::{Holds, Shape};
use crate::knowledge::loinc::are_loinc;
use crate::knowledge::snomed::is_snomed;

/// Its own columns.
pub(super) const SHAPES: &[Shape] = &[Shape {
    table: "screening",
    columns: &[
        ("topic", Holds::Some),
        ("sex", Holds::OneOf(&["", "female", "male"])),
        ("age_min", Holds::Like(is_age)),
        ("age_max", Holds::Like(is_age)),
        ("condition", Holds::Some),
        ("smoking", Holds::OneOf(&["", "ever", "heavy"])),
        ("ask", Holds::Text),
        ("unless", Holds::Text),
        ("unless_done", Holds::Like(are_codes)),
        ("interval", Holds::Some),
        ("interval_given", Holds::OneOf(&["no", "yes"])),
        ("satisfied_by", Holds::Like(are_codes)),
        ("grade", Holds::OneOf(&["A", "B"])),
        ("url", Holds::Some),
        ("review_by", Holds::Day),
    ],
}];

fn is_age(text: &str) -> bool {
    text.parse::<u8>().is_ok_and(|age| age < 130)
}

fn are_codes(text: &str) -> bool {
    text.split('|').all(|code| {
        let code = code.split_once('@').map_or(code, |(code, _)| code);
        match code.split_once(':') {
            Some(("loinc", code)) => are_loinc(code),
            Some(("snomed", code)) => is_snomed(code),
            _ => false,
        }
    })
}
