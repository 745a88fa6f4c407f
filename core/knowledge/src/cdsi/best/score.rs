//! Points for series of one series group (8.4 to 8.7).

use std::cmp::Reverse;

use jiff::civil::Date;

use crate::cdsi::calendar::NEVER;
use crate::cdsi::forecast::Path;
use crate::cdsi::outcome::DoseStatus;

type Points = i32;

/// The series with the most points; of equals, the one that its antigen prefers (SELECTBEST-1, -2).
pub(super) fn first(
    paths: &[Path<'_>],
    places: &[usize],
    points: impl Fn(&Path<'_>, &[&Path<'_>]) -> Points,
) -> Option<usize> {
    let all: Vec<&Path<'_>> = places.iter().filter_map(|place| paths.get(*place)).collect();
    let rank = |place: &usize| {
        let path = paths.get(*place)?;
        Some((
            points(path, &all),
            Reverse(path.course.series.preference),
            Reverse(*place),
        ))
    };
    places.iter().copied().max_by_key(rank)
}

/// Points for what only one series should have: `most` for it, none where several do, as many less where it does not.
fn alone(path: &Path<'_>, all: &[&Path<'_>], most: Points, has: impl Fn(&Path<'_>) -> bool) -> Points {
    match (has(path), all.iter().filter(|it| has(it)).count()) {
        (false, _) => -most,
        (true, 1) => most,
        (true, _) => 0,
    }
}

fn either(has: bool, points: Points) -> Points {
    if has { points } else { -points }
}

/// Table 8-7.
pub(super) fn complete(path: &Path<'_>, all: &[&Path<'_>]) -> Points {
    alone(path, all, 1, |it| has_most_valid(it, all))
}

/// Table 8-9.
pub(super) fn in_process(path: &Path<'_>, all: &[&Path<'_>]) -> Points {
    let judged = &path.course.judged;
    let all_valid = judged.iter().all(|it| it.evaluation.status == DoseStatus::Valid);
    let fewest = all.iter().map(|it| it.left()).min();
    let soonest = all
        .iter()
        .filter(|it| is_completable(it))
        .map(|it| finish(it))
        .min();
    either(path.course.series.product_path && all_valid, 2)
        + either(is_completable(path), 3)
        + alone(path, all, 2, |it| has_most_valid(it, all))
        + alone(path, all, 2, |it| Some(it.left()) == fewest)
        + alone(path, all, 1, |it| {
            is_completable(it) && Some(finish(it)) == soonest
        })
}

/// Table 8-11.
pub(super) fn no_valid_doses(path: &Path<'_>, all: &[&Path<'_>]) -> Points {
    let start = |it: &Path<'_>| it.dates.map(|dates| dates.earliest);
    let soonest = all.iter().filter_map(|it| start(it)).min();
    alone(path, all, 1, |it| soonest.is_some() && start(it) == soonest)
        + either(is_completable(path), 1)
        + either(!path.course.series.product_path, 1)
}

/// SELECTB-19.
fn has_most_valid(path: &Path<'_>, all: &[&Path<'_>]) -> bool {
    let most = all.iter().map(|it| it.course.valid_doses()).max();
    Some(path.course.valid_doses()) == most
}

/// The day on which a series can be finished (SELECTB-12).
fn finish(path: &Path<'_>) -> Date {
    let Some(dates) = path.dates else { return NEVER };
    let left = path.course.targets.iter().skip(path.course.at + 1);
    let on = path.course.patient.on;
    let intervals = left.flat_map(|target| &target.dose.preferable_intervals);
    let periods = intervals.filter(|it| it.effect.hold(on)).filter_map(|it| it.min);
    let days = periods.map(|period| period.after(dates.earliest));
    days.max().unwrap_or(dates.earliest)
}

/// Whether a series can be finished before it is too late (SELECTB-3).
fn is_completable(path: &Path<'_>) -> bool {
    let on = path.course.patient.on;
    let last = path.course.targets.last().map(|target| target.dose);
    let age = last.and_then(|dose| dose.ages.iter().find(|age| age.effect.hold(on)));
    let max = age
        .and_then(|age| age.max)
        .map_or(NEVER, |max| path.course.patient.aged(&max));
    finish(path) < max
}
