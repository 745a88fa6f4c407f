//! Which series a person is to follow: one per series group, then those that no other makes needless (chapter 8).

mod score;

use super::SeriesKind;
use super::forecast::Path;
use super::outcome::{ForecastReason, Status};

/// The places of the best series among those of an antigen.
pub(super) fn best(paths: &[Path<'_>]) -> Vec<usize> {
    let mut groups: Vec<&str> = paths.iter().map(|path| path.course.series.group).collect();
    groups.sort_unstable();
    groups.dedup();
    let prioritized: Vec<usize> = groups
        .iter()
        .filter_map(|group| prioritized(paths, group))
        .collect();
    let best = prioritized
        .iter()
        .filter(|place| is_best(paths, &prioritized, **place));
    best.copied().collect()
}

/// Table 8-14.
fn is_best(paths: &[Path<'_>], prioritized: &[usize], place: usize) -> bool {
    let Some(path) = paths.get(place) else {
        return false;
    };
    let series = path.course.series;
    let equivalent = || {
        let all = prioritized.iter().filter_map(|place| paths.get(*place));
        all.filter(|other| series.equivalent_groups.contains(&other.course.series.group))
    };
    if path.status == Status::Complete {
        return true;
    }
    if equivalent().any(|other| other.status == Status::Complete) {
        return false;
    }
    match series.kind {
        SeriesKind::EvaluationOnly => false,
        SeriesKind::Risk => true,
        SeriesKind::Standard => !equivalent().any(|other| other.course.series.kind == SeriesKind::Risk),
    }
}

/// The one series of a series group that comes first (8.1 to 8.7).
fn prioritized(paths: &[Path<'_>], group: &str) -> Option<usize> {
    let all: Vec<usize> = places(paths, |path| path.course.series.group == group);
    let of = |place: &usize| paths.get(*place);
    let scorable: Vec<usize> = all
        .iter()
        .copied()
        .filter(|place| is_scorable(paths, &all, *place))
        .collect();
    let default = || {
        let mut defaults = all
            .iter()
            .filter(|place| of(place).is_some_and(|path| path.course.series.default));
        defaults.next().copied()
    };
    let only = |fits: fn(&Path<'_>) -> bool| -> Vec<usize> {
        let fitting = scorable.iter().filter(|place| of(place).is_some_and(fits));
        fitting.copied().collect()
    };
    let complete = only(|path| path.status == Status::Complete);
    let in_process = only(|path| path.in_process());
    // What was given is enough by one path (table 3-3): nobody begins another. The tables of this chapter are silent on it.
    let enough = only(|path| path.reason() == Some(ForecastReason::PastImmunization));
    if scorable.len() > 1 && complete.is_empty() && !enough.is_empty() {
        return score::first(paths, &enough, |_, _| 0);
    }
    // Table 8-3.
    match (scorable.as_slice(), complete.as_slice(), in_process.as_slice()) {
        ([], ..) => default(),
        ([single], ..) | (_, [single], _) | (_, [], [single]) => Some(*single),
        (_, [], []) if default().is_some() => default(),
        // Table 8-5. Series that have valid doses but wait for none are not foreseen by it: the most points of those in process.
        (_, [], []) => {
            let none = scorable
                .iter()
                .filter_map(of)
                .all(|path| path.course.valid_doses() == 0);
            let points = if none {
                score::no_valid_doses
            } else {
                score::in_process
            };
            score::first(paths, &scorable, points)
        }
        (_, [], _) => score::first(paths, &in_process, score::in_process),
        _ => score::first(paths, &complete, score::complete),
    }
}

fn places(paths: &[Path<'_>], fits: impl Fn(&Path<'_>) -> bool) -> Vec<usize> {
    let all = paths.iter().enumerate();
    all.filter(|(_, path)| fits(path))
        .map(|(place, _)| place)
        .collect()
}

/// Whether a series of a group can be chosen at all (SELECTB-24, SELECTSCORE-2).
fn is_scorable(paths: &[Path<'_>], group: &[usize], place: usize) -> bool {
    let Some(path) = paths.get(place) else {
        return false;
    };
    let group = || group.iter().filter_map(|place| paths.get(*place));
    let candidate = path.status != Status::Contraindicated
        || group().all(|other| other.status == Status::Contraindicated);
    let series = path.course.series;
    match series.kind {
        SeriesKind::EvaluationOnly => path.status == Status::Complete,
        SeriesKind::Risk => {
            let others = group().filter(|other| !other.is_past_its_start());
            let others = others.map(|other| other.course.series.priority);
            candidate && others.min().is_none_or(|highest| series.priority <= highest)
        }
        SeriesKind::Standard => {
            let first = path.course.satisfied().map(|(_, on)| on).min();
            let in_time = |on| {
                let max = series.max_age_to_start.map(|max| path.course.patient.aged(&max));
                max.is_none_or(|max| on < max)
            };
            let none_valid = || group().all(|other| other.course.valid_doses() == 0);
            let no_default = || !group().any(|other| other.course.series.default);
            candidate && (first.is_some_and(in_time) || none_valid() && no_default())
        }
    }
}
