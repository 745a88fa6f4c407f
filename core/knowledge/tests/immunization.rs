//! Whatever the history: no panic, the same answer every time and in any order of the doses.
#![allow(clippy::unwrap_used, reason = "tests")]

use jiff::civil::{Date, date};
use pocketchart_knowledge::Sex;
use pocketchart_knowledge::cdsi::{self, Dose, History, Observed, Status};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

/// Vaccines of every group, live and not, unknown and nonsense.
const CVX: [&str; 40] = [
    "01", "03", "08", "09", "10", "17", "19", "20", "21", "28", "33", "37", "43", "45", "48", "49", "50",
    "52", "62", "75", "83", "88", "94", "104", "107", "110", "111", "113", "114", "115", "116", "119", "121",
    "133", "141", "178", "187", "216", "999", "x",
];
const OBSERVATIONS: [&str; 16] = [
    "003", "007", "014", "032", "036", "048", "055", "080", "120", "154", "158", "160", "164", "170", "171",
    "186",
];

fn day(from: i32, to: i32) -> impl Strategy<Value = Date> {
    (from..to).prop_map(|days| {
        let start = date(1920, 1, 1);
        start.checked_add(jiff::Span::new().days(days)).unwrap()
    })
}

/// From 1920 to 2040.
const DAYS: i32 = 43_800;

fn dose() -> impl Strategy<Value = Dose> {
    let cvx = prop::sample::select(&CVX[..]);
    let mvx = prop::option::of(prop::sample::select(&["MSD", "PFR", "SKB"][..]));
    let expires = prop::option::weighted(0.1, day(0, DAYS));
    (day(0, DAYS), cvx, mvx, expires, prop::bool::weighted(0.1)).prop_map(
        |(on, cvx, mvx, expires, must_repeat)| {
            let mut dose = Dose::of(on, cvx, "");
            dose.mvx = mvx.map(str::to_owned);
            dose.lot_expires = expires;
            dose.must_repeat = must_repeat;
            dose
        },
    )
}

fn history() -> impl Strategy<Value = (History, Date)> {
    let observed = (
        prop::sample::select(&OBSERVATIONS[..]),
        any::<bool>(),
        prop::option::of(day(0, DAYS)),
    );
    let sex = prop::option::of(prop::sample::select(&[Sex::Female, Sex::Male][..]));
    let parts = (
        day(0, DAYS),
        sex,
        vec(dose(), 0..20),
        vec(observed, 0..5),
        day(0, DAYS),
    );
    parts.prop_map(|(born, sex, mut doses, observed, on)| {
        for (place, dose) in doses.iter_mut().enumerate() {
            dose.entry = place.to_string();
        }
        let mut history = History::of(born);
        history.sex = sex;
        history.doses = doses;
        history.observations = observed
            .into_iter()
            .map(|(code, holds, on)| Observed {
                code: code.to_owned(),
                holds,
                on,
            })
            .collect();
        (history, on)
    })
}

proptest! {
    // A failing case's seed is printed, and kept beside this file.
    #![proptest_config(ProptestConfig {
        cases: 2000,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_same_whatever_the_order((history, on) in history(), turn in any::<prop::sample::Index>()) {
        let first = cdsi::forecast(&history, on).unwrap();
        let mut other = history.clone();
        if !other.doses.is_empty() {
            let at = turn.index(other.doses.len());
            other.doses.rotate_left(at);
            other.doses.reverse();
        }
        other.observations.reverse();
        prop_assert_eq!(cdsi::forecast(&other, on).unwrap(), first);
    }

    #[test]
    fn the_days_stand_in_order((history, on) in history()) {
        for group in cdsi::forecast(&history, on).unwrap().groups {
            prop_assert_eq!(group.dates.is_some(), group.status == Status::NotComplete);
            if let Some(dates) = group.dates {
                prop_assert!(dates.earliest <= dates.recommended);
                prop_assert!(dates.past_due.is_none_or(|past_due| dates.earliest <= past_due));
            }
        }
    }

    #[test]
    fn a_dose_is_valued_once_in_each_series((history, on) in history()) {
        for series in cdsi::forecast(&history, on).unwrap().series {
            let mut entries: Vec<_> = series.evaluations.iter().map(|it| &it.entry).collect();
            let all = entries.len();
            entries.sort();
            entries.dedup();
            prop_assert_eq!(entries.len(), all);
        }
    }
}

#[test]
fn a_season_that_the_edition_does_not_cover_is_said_so() {
    let history = History::of(date(1980, 1, 1));
    let forecast = cdsi::forecast(&history, date(2026, 11, 1)).unwrap();
    let influenza = forecast.group("Influenza").unwrap();
    assert_eq!(influenza.status, Status::NotRecommended);
    assert_eq!(influenza.reasons, [cdsi::ForecastReason::SeasonNotCovered]);
}

#[test]
fn what_nobody_answered_is_listed() {
    let history = History::of(date(1980, 1, 1));
    let open = |history: &History| {
        let forecast = cdsi::forecast(history, date(2025, 11, 10)).unwrap();
        forecast
            .unresolved
            .iter()
            .filter(|it| it.observation == "160")
            .count()
    };
    assert!(open(&history) > 0);
    let mut answered = history;
    answered.observations.push(Observed {
        code: "160".into(),
        holds: false,
        on: None,
    });
    assert_eq!(open(&answered), 0);
}
