//! When a dose is left out.

use std::cmp::Ordering;

use super::super::{Loaded, list, read};
use super::Key;
use crate::cdsi::calendar::{Ages, Days, Period};
use crate::cdsi::schedule::series::{Condition, Context, DoseType, Skip, SkipSet};

/// Each with one set and one condition.
pub(super) fn skips() -> Loaded<Vec<(Key, Skip)>> {
    let columns = [
        "series_id",
        "dose",
        "context",
        "set",
        "set_logic",
        "condition_logic",
        "type",
        "start",
        "end",
        "begin_age",
        "end_age",
        "interval",
        "dose_count",
        "dose_type",
        "count_logic",
        "cvx",
        "series_groups",
        "effective",
        "cessation",
    ];
    read("cdsi_skip", columns, |rule, cells| {
        let [
            series,
            dose,
            context,
            number,
            set_logic,
            condition_logic,
            kind,
            ..,
        ] = cells;
        let [
            ..,
            start,
            end,
            begin_age,
            end_age,
            interval,
            count,
            of,
            logic,
            cvx,
            groups,
            from,
            to,
        ] = cells;
        let ages = Ages::read(begin_age, end_age);
        let condition = match kind {
            "age" => Condition::Age(ages),
            "interval" => Condition::Interval(Period::read(interval)?),
            "completed-series" => Condition::CompletedSeries(list(groups)),
            _ => Condition::Count {
                cvx: list(cvx),
                ages,
                days: Days::read(start, end),
                of: if of == "valid" {
                    DoseType::Valid
                } else {
                    DoseType::Total
                },
                is: match logic {
                    "greater-than" => Ordering::Greater,
                    "equal-to" => Ordering::Equal,
                    _ => Ordering::Less,
                },
                than: count.parse().ok()?,
            },
        };
        let set = SkipSet {
            rule,
            number,
            any: condition_logic == "or",
            effect: Days::read(from, to),
            conditions: vec![condition],
        };
        let skip = Skip {
            context: match context {
                "evaluation" => Context::Evaluation,
                "forecast" => Context::Forecast,
                _ => Context::Both,
            },
            any: set_logic == "or",
            sets: vec![set],
        };
        Some(((series, dose.parse().ok()?), skip))
    })
}

/// Joins a condition to the others of its set, and a set to the others of its context.
pub(super) fn add(skips: &mut Vec<Skip>, new: Skip) {
    let Some(skip) = skips.iter_mut().find(|skip| skip.context == new.context) else {
        return skips.push(new);
    };
    for set in new.sets {
        match skip.sets.iter_mut().find(|it| it.number == set.number) {
            Some(there) => there.conditions.extend(set.conditions),
            None => skip.sets.push(set),
        }
    }
}
