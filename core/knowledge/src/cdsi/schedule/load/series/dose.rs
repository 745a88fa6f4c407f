//! What a dose must fulfil: ages, intervals, vaccines.

use super::super::{Loaded, list, read, some};
use super::{Key, period};
use crate::cdsi::calendar::{Ages, Days};
use crate::cdsi::schedule::series::{Age, Interval, Reference, Vaccine};

pub(super) fn ages() -> Loaded<Vec<(Key, Age)>> {
    let columns = [
        "series_id",
        "dose",
        "abs_min",
        "min",
        "earliest_rec",
        "latest_rec",
        "max",
        "effective",
        "cessation",
    ];
    read(
        "cdsi_age",
        columns,
        |rule, [series, dose, abs_min, min, earliest, latest, max, from, to]| {
            let age = Age {
                rule,
                abs_min: period(abs_min)?,
                min: period(min)?,
                earliest_rec: period(earliest)?,
                latest_rec: period(latest)?,
                max: period(max)?,
                effect: Days::read(from, to),
            };
            Some(((series, dose.parse().ok()?), age))
        },
    )
}

pub(super) fn intervals() -> Loaded<Vec<(Key, &'static str, Interval)>> {
    let columns = [
        "series_id",
        "dose",
        "kind",
        "from_dose",
        "from_most_recent",
        "from_observation",
        "abs_min",
        "min",
        "earliest_rec",
        "latest_rec",
        "override",
        "effective",
        "cessation",
    ];
    read(
        "cdsi_interval",
        columns,
        |rule,
         [
            series,
            dose,
            kind,
            target,
            recent,
            observation,
            abs_min,
            min,
            earliest,
            latest,
            first,
            from,
            to,
        ]| {
            let reference = match (target, recent, observation) {
                ("", "", "") => Reference::Previous,
                ("", "", code) => Reference::Observation(code),
                ("", cvx, _) => Reference::Recent(list(cvx)),
                (number, ..) => Reference::Target(number.parse().ok()?),
            };
            let interval = Interval {
                rule,
                from: reference,
                abs_min: period(abs_min)?,
                min: period(min)?,
                earliest_rec: period(earliest)?,
                latest_rec: period(latest)?,
                first: first == "yes",
                effect: Days::read(from, to),
            };
            Some(((series, dose.parse().ok()?), kind, interval))
        },
    )
}

pub(super) fn vaccines() -> Loaded<Vec<(Key, &'static str, Vaccine)>> {
    let columns = [
        "series_id",
        "dose",
        "kind",
        "cvx",
        "mvx",
        "begin_age",
        "end_age",
        "volume",
        "forecast",
    ];
    read(
        "cdsi_vaccine",
        columns,
        |rule, [series, dose, kind, cvx, mvx, begin, end, volume, forecast]| {
            let vaccine = Vaccine {
                rule,
                cvx: list(cvx),
                mvx: some(mvx),
                ages: Ages::read(begin, end),
                volume,
                forecast: forecast == "yes",
            };
            Some(((series, dose.parse().ok()?), kind, vaccine))
        },
    )
}
