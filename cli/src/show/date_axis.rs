//! Days and years below a curve.

use super::words::Words;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use pocketchart::FhirDateTime;
use pocketchart_print::plot::{Axis, Tick};

/// Steps in days and in months, each with the number of words that fit beside each other.
const DAYS: [i32; 6] = [1, 2, 4, 7, 14, 28];
const MONTHS: [i32; 4] = [1, 2, 3, 6];
const YEARS: [i32; 6] = [1, 2, 5, 10, 20, 50];
const MOST_DAYS: i32 = 4;
const MOST_MONTHS: i32 = 4;
const MOST_YEARS: i32 = 7;
const DAY: f64 = 86_400_000.0;

/// From one moment to another, in milliseconds since 1970 in UTC.
pub(super) fn date_axis(words: Words<'_>, from: i64, to: i64) -> Axis {
    let day = |moment: i64| {
        let at = Timestamp::from_millisecond(moment).unwrap_or_default();
        at.to_zoned(TimeZone::UTC).date()
    };
    let (first, last) = (day(from), day(to));
    Axis {
        from: from as f64,
        to: to as f64,
        ticks: ticks(first, last)
            .into_iter()
            .map(|(day, written)| Tick {
                at: (moment(day) as f64).clamp(from as f64, to as f64),
                label: words.brief(&FhirDateTime::new(written)),
            })
            .collect(),
        label: None,
    }
}

fn moment(day: Date) -> i64 {
    day.to_zoned(TimeZone::UTC)
        .map(|it| it.timestamp().as_millisecond())
        .unwrap_or_default()
}

/// Days with a word, and how exactly the word names them.
fn ticks(first: Date, last: Date) -> Vec<(Date, String)> {
    let days = ((moment(last) - moment(first)) as f64 / DAY) as i32;
    let fitting =
        |steps: &[i32], length: i32, most: i32| steps.iter().copied().find(|step| length / step < most);
    if let Some(step) = fitting(&DAYS, days, MOST_DAYS) {
        let nth = |number: i32| first.checked_add(jiff::Span::new().days(number * step)).ok();
        return (0..=days / step)
            .filter_map(nth)
            .map(|day| (day, day.to_string()))
            .collect();
    }
    let month = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
    let (from, to) = (month(first), month(last));
    // The first of a month in which something was measured may lie before the first value.
    let after = |number: i32| Date::new((number / 12) as i16, (number % 12 + 1) as i8, 1).ok();
    let within = |steps: i32| {
        let begin = (from + steps - 1).div_euclid(steps) * steps;
        (0..)
            .map(move |number| begin + number * steps)
            .take_while(move |it| *it <= to)
    };
    if let Some(step) = fitting(&MONTHS, to - from, MOST_MONTHS) {
        let named = |day: Date| (day, format!("{:04}-{:02}", day.year(), day.month()));
        return within(step)
            .filter_map(after)
            .filter(|it| *it >= first)
            .map(named)
            .collect();
    }
    let step = fitting(&YEARS, (to - from) / 12, MOST_YEARS).unwrap_or(100);
    let named = |day: Date| (day, format!("{:04}", day.year()));
    within(12 * step)
        .filter_map(after)
        .filter(|it| *it >= first)
        .map(named)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::ticks;

    fn words(first: &str, last: &str) -> Vec<String> {
        let words = ticks(first.parse().unwrap(), last.parse().unwrap());
        assert!(words.windows(2).all(|pair| pair[0].0 < pair[1].0));
        words.into_iter().map(|(_, word)| word).collect()
    }

    #[test]
    fn an_axis_names_days_months_or_years() {
        assert_eq!(words("2026-03-01", "2026-03-01"), ["2026-03-01"]);
        assert_eq!(
            words("2026-03-01", "2026-03-09"),
            ["2026-03-01", "2026-03-05", "2026-03-09"]
        );
        assert_eq!(
            words("2026-01-05", "2026-12-20"),
            ["2026-04", "2026-07", "2026-10"]
        );
        assert_eq!(
            words("2020-02-29", "2026-03-01"),
            ["2021", "2022", "2023", "2024", "2025", "2026"]
        );
        assert_eq!(
            words("1950-06-01", "2026-03-01"),
            ["1960", "1980", "2000", "2020"]
        );
    }

    #[test]
    fn words_are_few_and_never_none_for_any_span() {
        let first: jiff::civil::Date = "2011-11-30".parse().unwrap();
        for days in 0..20_000 {
            let last = first.checked_add(jiff::Span::new().days(days)).unwrap();
            let count = ticks(first, last).len();
            assert!((1..=8).contains(&count), "{days}: {count}");
        }
    }
}
