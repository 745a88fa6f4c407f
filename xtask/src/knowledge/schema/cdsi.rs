//! The tables of immunization (CDSi), which `knowledge import-cdsi` writes.

use super::{Holds, Shape};
use crate::knowledge::snomed::is_snomed;

const SERIES: (&str, Holds) = ("series_id", Holds::Of("cdsi_series", "row_id"));
const DOSE: (&str, Holds) = ("dose", Holds::Like(is_number));
const BEGIN: (&str, Holds) = ("begin_age", Holds::Like(is_period));
const END: (&str, Holds) = ("end_age", Holds::Like(is_period));
const OBSERVATION: (&str, Holds) = ("observation", Holds::Of("cdsi_observation", "code"));
const YES_NO: Holds = Holds::OneOf(&["no", "yes"]);

/// Every table, with its own columns.
pub(super) const SHAPES: &[Shape] = &[
    Shape {
        table: "cdsi_age",
        columns: &[
            SERIES,
            DOSE,
            ("abs_min", Holds::Like(is_period)),
            ("min", Holds::Like(is_period)),
            ("earliest_rec", Holds::Like(is_period)),
            ("latest_rec", Holds::Like(is_period)),
            ("max", Holds::Like(is_period)),
            ("effective", Holds::Day),
            ("cessation", Holds::Day),
        ],
    },
    Shape {
        table: "cdsi_conflict",
        columns: &[
            ("previous_cvx", Holds::Like(are_cvx)),
            ("current_cvx", Holds::Like(are_cvx)),
            ("begin", Holds::Like(is_period)),
            ("min_end", Holds::Like(is_period)),
            ("end", Holds::Like(is_period)),
        ],
    },
    Shape {
        table: "cdsi_contraindication",
        columns: &[
            ("antigen", Holds::Of("cdsi_group", "antigens")),
            OBSERVATION,
            BEGIN,
            END,
            ("cvx", Holds::Like(are_cvx)),
            ("vaccine_begin_age", Holds::Like(is_period)),
            ("vaccine_end_age", Holds::Like(is_period)),
            ("text", Holds::Some),
            ("guidance", Holds::Text),
        ],
    },
    Shape {
        table: "cdsi_cvx",
        columns: &[
            ("cvx", Holds::Some),
            ("name", Holds::Some),
            ("antigen", Holds::Of("cdsi_group", "antigens")),
            BEGIN,
            END,
        ],
    },
    Shape {
        table: "cdsi_dose",
        columns: &[
            SERIES,
            ("number", Holds::Like(is_number)),
            ("recurring", YES_NO),
            ("season_start", Holds::Day),
            ("season_end", Holds::Day),
        ],
    },
    Shape {
        table: "cdsi_group",
        columns: &[
            ("group", Holds::Some),
            ("antigens", Holds::Some),
            ("administer_full", YES_NO),
        ],
    },
    Shape {
        table: "cdsi_immunity",
        columns: &[
            ("antigen", Holds::Of("cdsi_group", "antigens")),
            OBSERVATION,
            ("birth_date_before", Holds::Day),
            ("country", Holds::Text),
            ("exclusions", Holds::Of("cdsi_observation", "code")),
        ],
    },
    Shape {
        table: "cdsi_indication",
        columns: &[
            SERIES,
            OBSERVATION,
            BEGIN,
            END,
            ("text", Holds::Some),
            ("guidance", Holds::Text),
        ],
    },
    Shape {
        table: "cdsi_interval",
        columns: &[
            SERIES,
            DOSE,
            ("kind", Holds::OneOf(&["preferable", "allowable"])),
            ("from_previous", YES_NO),
            ("from_dose", Holds::Like(is_number)),
            ("from_most_recent", Holds::Like(are_cvx)),
            ("from_observation", Holds::Of("cdsi_observation", "code")),
            ("abs_min", Holds::Like(is_period)),
            ("min", Holds::Like(is_period)),
            ("earliest_rec", Holds::Like(is_period)),
            ("latest_rec", Holds::Like(is_period)),
            ("override", YES_NO),
            ("effective", Holds::Day),
            ("cessation", Holds::Day),
        ],
    },
    Shape {
        table: "cdsi_observation",
        columns: &[
            ("code", Holds::Id),
            ("title", Holds::Some),
            ("snomed", Holds::Like(are_snomed)),
            ("cvx", Holds::Like(are_cvx)),
            ("phinvs", Holds::Text),
        ],
    },
    Shape {
        table: "cdsi_series",
        columns: &[
            ("antigen", Holds::Of("cdsi_group", "antigens")),
            ("vaccine_group", Holds::Of("cdsi_group", "group")),
            ("name", Holds::Some),
            ("type", Holds::OneOf(&["standard", "risk", "evaluation-only"])),
            ("gender", Holds::Text),
            ("equivalent_groups", Holds::Like(is_number)),
            ("default", YES_NO),
            ("product_path", YES_NO),
            ("group_name", Holds::Some),
            ("group", Holds::Like(is_number)),
            ("priority", Holds::OneOf(&["A", "B", "C"])),
            ("preference", Holds::Like(is_number)),
            ("min_age_to_start", Holds::Like(is_period)),
            ("max_age_to_start", Holds::Like(is_period)),
            ("guidance", Holds::Text),
        ],
    },
    Shape {
        table: "cdsi_skip",
        columns: &[
            SERIES,
            DOSE,
            ("context", Holds::OneOf(&["both", "evaluation", "forecast"])),
            ("set", Holds::Like(is_number)),
            ("set_logic", Holds::OneOf(&["and", "or"])),
            ("condition_logic", Holds::OneOf(&["and", "or"])),
            (
                "type",
                Holds::OneOf(&[
                    "age",
                    "completed-series",
                    "interval",
                    "vaccine-count-by-age",
                    "vaccine-count-by-date",
                    "vaccine-count-by-date-and-age",
                ]),
            ),
            ("start", Holds::Day),
            ("end", Holds::Day),
            BEGIN,
            END,
            ("interval", Holds::Like(is_period)),
            ("dose_count", Holds::Like(is_number)),
            ("dose_type", Holds::OneOf(&["", "total", "valid"])),
            (
                "count_logic",
                Holds::OneOf(&["", "equal-to", "greater-than", "less-than"]),
            ),
            ("cvx", Holds::Like(are_cvx)),
            ("series_groups", Holds::Like(is_number)),
            ("effective", Holds::Day),
            ("cessation", Holds::Day),
        ],
    },
    Shape {
        table: "cdsi_vaccine",
        columns: &[
            SERIES,
            DOSE,
            ("kind", Holds::OneOf(&["preferable", "allowable", "inadvertent"])),
            ("cvx", Holds::Like(are_cvx)),
            ("mvx", Holds::Text),
            BEGIN,
            END,
            ("volume", Holds::Text),
            ("forecast", YES_NO),
        ],
    },
];

fn is_number(text: &str) -> bool {
    text.parse::<u8>().is_ok()
}

/// `6w-4d`: numbers with their unit, signs between them.
fn is_period(text: &str) -> bool {
    text.split_inclusive(['y', 'm', 'w', 'd'])
        .enumerate()
        .all(|(place, part)| {
            let number = part.trim_end_matches(['y', 'm', 'w', 'd']);
            let digits = if place == 0 {
                number
            } else {
                number.get(1..).unwrap_or_default()
            };
            number.len() < part.len() && is_number(digits) && (place == 0 || number.starts_with(['+', '-']))
        })
}

fn are_cvx(text: &str) -> bool {
    text.split('|')
        .all(|code| (2..=3).contains(&code.len()) && code.bytes().all(|digit| digit.is_ascii_digit()))
}

fn are_snomed(text: &str) -> bool {
    text.split('|').all(is_snomed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_has_numbers_units_and_signs_between() {
        for right in ["0d", "6w-4d", "5m+4w", "16y-4m"] {
            assert!(is_period(right), "{right}");
        }
        for wrong in ["6", "w", "6w4d", "-4d", "6x", "6w-"] {
            assert!(!is_period(wrong), "{wrong}");
        }
    }
}
