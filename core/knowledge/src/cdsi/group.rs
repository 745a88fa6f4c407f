//! The best series of a vaccine group's antigens as one (chapter 9).

use jiff::civil::Date;

use super::SeriesKind;
use super::evaluate::Course;
use super::forecast::Path;
use super::outcome::{Dates, GroupForecast, Status};
use super::patient::Patient;
use super::schedule::Group;

/// The forecasts of a vaccine group, one for each series group of its antigens, the one that asks for most first.
pub(super) fn forecasts(
    patient: &Patient<'_>,
    group: &'static Group,
    best: &[&Path<'_>],
) -> Vec<GroupForecast> {
    let mut keys: Vec<(SeriesKind, &str)> = best.iter().map(|path| key(path)).collect();
    keys.sort_unstable();
    keys.dedup();
    let each = keys.into_iter().map(|wanted| {
        let together: Vec<&Path<'_>> = best.iter().copied().filter(|path| key(path) == wanted).collect();
        let later = together.iter().all(|path| !path.course.has_come());
        (later, merged(patient, group, wanted, &together))
    });
    let mut each: Vec<(bool, GroupForecast)> = each.collect();
    let recommended = |it: &GroupForecast| it.dates.map(|dates| dates.recommended);
    each.sort_by_key(|(later, it)| (*later, it.status, recommended(it), it.kind, it.series_group));
    each.into_iter().map(|(_, forecast)| forecast).collect()
}

/// What is merged: series of one kind, of one series group (FORECASTVG-1).
fn key(path: &Path<'_>) -> (SeriesKind, &'static str) {
    (path.course.series.kind, path.course.series.group)
}

fn merged(
    patient: &Patient<'_>,
    group: &'static Group,
    (kind, series_group): (SeriesKind, &'static str),
    paths: &[&Path<'_>],
) -> GroupForecast {
    let status = status(paths);
    let open = || paths.iter().filter(|path| path.status == Status::NotComplete);
    let numbers = || paths.iter().map(|path| path.dose_number());
    let number = if group.full {
        numbers().min()
    } else {
        numbers().max()
    };
    let mut vaccines: Vec<_> = open().flat_map(|path| path.vaccines().to_vec()).collect();
    vaccines.sort();
    vaccines.dedup();
    GroupForecast {
        group: group.name,
        kind,
        series_group,
        status,
        reasons: paths.iter().filter_map(|path| path.reason()).collect(),
        dose_number: number.unwrap_or(1),
        dates: if status == Status::NotComplete {
            dates(patient, group, paths)
        } else {
            None
        },
        antigens: open().map(|path| path.course.series.antigen).collect(),
        vaccines,
        guidance: guidance(patient, paths),
        series: paths.iter().map(|path| path.course.series.rule.row).collect(),
        undated: undated(patient, group),
    }
}

/// At which age it was given is not known either, so every antigen that the vaccine can stand for counts.
fn undated(patient: &Patient<'_>, group: &Group) -> Vec<String> {
    let against = |cvx: &str| {
        let associations = patient.schedule.vaccines.get(cvx).into_iter().flatten();
        let mut antigens = associations.map(|it| it.antigen);
        antigens.any(|antigen| group.antigens.contains(&antigen))
    };
    let undated = patient.history.undated.iter();
    let mut entries: Vec<String> = undated
        .filter(|dose| against(&dose.cvx))
        .map(|dose| dose.entry.clone())
        .collect();
    entries.sort();
    entries
}

/// SINGLEANTVG-1, table 9-4.
fn status(paths: &[&Path<'_>]) -> Status {
    let first = [
        Status::Contraindicated,
        Status::AgedOut,
        Status::NotRecommended,
        Status::NotComplete,
    ];
    let any = |status: &Status| paths.iter().any(|path| path.status == *status);
    if let Some(status) = first.into_iter().find(any) {
        return status;
    }
    match paths.iter().all(|path| path.status == Status::Immune) {
        true => Status::Immune,
        false => Status::Complete,
    }
}

/// FORECASTVG-2 to -6, SINGLEANTVG-2, MULTIANTVG-1. Only series that wait for a dose have days.
fn dates(patient: &Patient<'_>, group: &Group, paths: &[&Path<'_>]) -> Option<Dates> {
    let open = paths.iter().filter(|path| path.status == Status::NotComplete);
    let all: Vec<Dates> = open.clone().filter_map(|path| path.dates).collect();
    let first = |day: fn(&Dates) -> Option<Date>| all.iter().filter_map(day).min();
    let soonest = first(|dates| Some(dates.earliest))?;
    let earliest = if group.antigens.len() == 1 {
        soonest
    } else if open.clone().any(|path| comes_first(&path.course)) {
        last_of_group(patient, group).map_or(soonest, |last| last.max(soonest))
    } else {
        all.iter().map(|dates| dates.earliest).max()?
    };
    Some(Dates {
        earliest,
        recommended: first(|dates| Some(dates.recommended))?.max(earliest),
        unadjusted_recommended: first(|dates| Some(dates.unadjusted_recommended))?,
        past_due: first(|dates| dates.past_due).map(|day| day.max(earliest)),
        unadjusted_past_due: first(|dates| dates.unadjusted_past_due),
        latest: first(|dates| dates.latest),
    })
}

/// FORECASTPRIORITY-1.
fn comes_first(course: &Course<'_>) -> bool {
    let on = course.patient.on;
    let intervals = course
        .next()
        .map(|dose| dose.preferable_intervals.as_slice())
        .unwrap_or_default();
    let mut intervals = intervals
        .iter()
        .filter(|interval| interval.effect.hold(on))
        .peekable();
    intervals.peek().is_some() && intervals.all(|interval| interval.first)
}

/// The last day on which any vaccine of the group was given.
fn last_of_group(patient: &Patient<'_>, group: &Group) -> Option<Date> {
    let places = group.antigens.iter().flat_map(|antigen| patient.against(antigen));
    places
        .filter_map(|place| patient.given.get(*place))
        .map(|dose| dose.on)
        .max()
}

/// FORECASTGUIDANCE-1.
fn guidance(patient: &Patient<'_>, paths: &[&Path<'_>]) -> Vec<&'static str> {
    let has = |code: &str| patient.history.has(code) == Some(true);
    let mut all = Vec::new();
    for path in paths {
        let series = path.course.series;
        if path.status == Status::NotComplete {
            all.extend(series.guidance.split('|'));
        }
        let indications = series.indications.iter().filter(|it| has(it.observation));
        all.extend(indications.map(|it| it.guidance));
        let antigen = patient
            .schedule
            .antigens
            .iter()
            .find(|it| it.name == series.antigen);
        let contraindications = antigen.into_iter().flat_map(|it| &it.contraindications);
        all.extend(
            contraindications
                .filter(|it| has(it.observation))
                .map(|it| it.guidance),
        );
    }
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|text| !text.is_empty() && seen.insert(*text));
    all
}
