//! What must come out, for every vaccine group and status: a table of facts, each with its source, that needs nothing but
//! this repository. Each rule of the schedule can be broken, and the facts notice it.
#![allow(clippy::unwrap_used, reason = "tests")]

use jiff::civil::Date;

use super::calendar::Period;
use super::schedule::{Schedule, SeriesDose};
use super::{DoseStatus, Forecast, GroupForecast, History, Observed, SeriesKind, Status, forecast_by};
use crate::Sex;

const FACTS: &str = include_str!("../../tests/cdsi/facts.tsv");

/// The facts that do not hold by a schedule: their names, with what differs.
fn broken(schedule: &'static Schedule) -> Vec<String> {
    let facts = FACTS
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect::<Vec<_>>());
    facts.filter_map(|fact| differs(schedule, &fact)).collect()
}

fn differs(schedule: &'static Schedule, fact: &[&str]) -> Option<String> {
    let [
        name,
        group,
        about,
        born,
        sex,
        on,
        doses,
        observations,
        expected @ ..,
        _source,
    ] = fact
    else {
        return Some(format!("{fact:?} has not all its cells"));
    };
    let mut history = History::of(born.parse().unwrap());
    history.sex = match *sex {
        "female" => Some(Sex::Female),
        "male" => Some(Sex::Male),
        _ => None,
    };
    for (place, dose) in doses.split('|').filter(|dose| !dose.is_empty()).enumerate() {
        let mut words = dose.split(' ');
        let on: Date = words.next().unwrap().parse().unwrap();
        let mut dose = super::Dose::of(on, words.next().unwrap(), &place.to_string());
        match words.next() {
            Some("expired") => dose.lot_expires = on.yesterday().ok(),
            Some("repeat") => dose.must_repeat = true,
            mvx => dose.mvx = mvx.map(str::to_owned),
        }
        history.doses.push(dose);
    }
    for observation in observations.split('|').filter(|it| !it.is_empty()) {
        let (code, on) = observation.split_once(' ').unwrap_or((observation, ""));
        let (code, on) = (code.to_owned(), on.parse().ok());
        history.observations.push(Observed {
            code,
            holds: true,
            on,
        });
    }
    let forecast = forecast_by(schedule, &history, on.parse().unwrap(), "");
    let got = told(&forecast, group, *about == "risk", history.doses.len());
    (got != expected).then(|| format!("{name}: {got:?} instead of {expected:?}"))
}

/// The cells of a fact, as the forecast tells them.
fn told(forecast: &Forecast, name: &str, risk: bool, doses: usize) -> Vec<String> {
    let of_group = |it: &&GroupForecast| it.group == name;
    let at_risk = |it: &&GroupForecast| risk && it.kind == SeriesKind::Risk && it.status != Status::AgedOut;
    let group = forecast
        .groups
        .iter()
        .filter(of_group)
        .find(at_risk)
        .or_else(|| forecast.group(name));
    let dates = group.and_then(|group| group.dates);
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let evaluations: Vec<&str> = (0..doses)
        .map(|dose| evaluation(forecast, name, &dose.to_string()))
        .collect();
    let status = match group.map(|group| group.status) {
        None => "none",
        Some(Status::NotComplete) => "not-complete",
        Some(Status::Contraindicated) => "contraindicated",
        Some(Status::Immune) => "immune",
        Some(Status::Complete) => "complete",
        Some(Status::NotRecommended) => "not-recommended",
        Some(Status::AgedOut) => "aged-out",
    };
    vec![
        evaluations.join("|"),
        status.to_owned(),
        day(dates.map(|dates| dates.earliest)),
        day(dates.map(|dates| dates.recommended)),
        day(dates.and_then(|dates| dates.past_due)),
    ]
}

fn evaluation(forecast: &Forecast, group: &str, dose: &str) -> &'static str {
    let others = || {
        let mut groups = forecast.groups.iter();
        groups.find_map(|other| forecast.evaluation(other.group, dose))
    };
    let judged = forecast.evaluation(group, dose).or_else(others);
    match judged.map(|it| it.status) {
        Some(DoseStatus::Valid) => "valid",
        Some(DoseStatus::NotValid) => "not-valid",
        Some(DoseStatus::Extraneous) => "extraneous",
        Some(DoseStatus::SubStandard) => "sub-standard",
        None => "none",
    }
}

#[test]
fn the_facts_hold() {
    let broken = broken(Schedule::get().unwrap());
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// What a broken rule would be.
type Breaking = fn(&mut SeriesDose);

#[test]
fn a_broken_rule_is_noticed() {
    let of_doses: [(&str, Breaking); 13] = [
        ("minimum age", |dose| {
            dose.ages.iter_mut().for_each(|age| age.min = None)
        }),
        ("absolute minimum age", |dose| {
            dose.ages.iter_mut().for_each(|age| age.abs_min = None)
        }),
        ("maximum age", |dose| {
            dose.ages.iter_mut().for_each(|age| age.max = None)
        }),
        ("recommended age", |dose| {
            dose.ages.iter_mut().for_each(|age| age.earliest_rec = None)
        }),
        ("latest recommended age", |dose| {
            dose.ages.iter_mut().for_each(|age| age.latest_rec = None)
        }),
        ("preferable interval", |dose| dose.preferable_intervals.clear()),
        ("allowable interval", |dose| dose.allowable_intervals.clear()),
        ("skip", |dose| dose.skips.clear()),
        ("preferable vaccine", |dose| dose.preferable.clear()),
        ("allowable vaccine", |dose| dose.allowable.clear()),
        ("inadvertent vaccine", |dose| dose.inadvertent.clear()),
        ("season", |dose| dose.season = Default::default()),
        ("recurring", |dose| dose.recurring = false),
    ];
    for (what, breaking) in of_doses {
        noticed(what, |schedule| {
            let series = schedule
                .antigens
                .iter_mut()
                .flat_map(|antigen| &mut antigen.series);
            series.flat_map(|series| &mut series.doses).for_each(breaking);
        });
    }
    noticed("conflict", |schedule| schedule.conflicts.clear());
    noticed("contraindication", |schedule| {
        schedule
            .antigens
            .iter_mut()
            .for_each(|antigen| antigen.contraindications.clear());
    });
    noticed("immunity", |schedule| {
        schedule
            .antigens
            .iter_mut()
            .for_each(|antigen| antigen.immunities.clear())
    });
    noticed("indication", |schedule| {
        let series = schedule
            .antigens
            .iter_mut()
            .flat_map(|antigen| &mut antigen.series);
        series.for_each(|series| series.indications.clear());
    });
    noticed("age of a vaccine", |schedule| {
        let associations = schedule.vaccines.values_mut().flatten();
        associations.for_each(|it| it.ages.begin = Period::read("130y"));
    });
}

#[test]
fn the_series_for_people_at_risk_stands_for_the_standard_one() {
    let mut history = History::of("2010-01-01".parse().unwrap());
    history.observations.push(Observed {
        code: "160".into(),
        holds: true,
        on: None,
    });
    let forecasts = |schedule| {
        let forecast = forecast_by(schedule, &history, "2022-01-01".parse().unwrap(), "");
        let groups = forecast
            .groups
            .into_iter()
            .filter(|it| it.group == "Meningococcal");
        groups.map(|it| it.kind).collect::<Vec<_>>()
    };
    assert_eq!(forecasts(Schedule::get().unwrap()), [SeriesKind::Risk]);
    let mut schedule = Schedule::load().unwrap();
    let series = schedule
        .antigens
        .iter_mut()
        .flat_map(|antigen| &mut antigen.series);
    series.for_each(|series| series.equivalent_groups.clear());
    assert_eq!(forecasts(Box::leak(Box::new(schedule))).len(), 2);
}

fn noticed(what: &str, breaking: impl FnOnce(&mut Schedule)) {
    let mut schedule = Schedule::load().unwrap();
    breaking(&mut schedule);
    assert!(
        !broken(Box::leak(Box::new(schedule))).is_empty(),
        "nobody noticed: {what}"
    );
}
