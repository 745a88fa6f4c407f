//! Periods of the schedule and how they are added to a day (CALCDT-1 to CALCDT-6).

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};

/// A span of years, months and days, each perhaps negative: `6w-4d` is 38 days, `5m+4w` five months and 28 days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Period {
    years: i16,
    months: i16,
    days: i32,
}

impl Period {
    /// Reads a period of the tables; `None` when the cell is empty or no period.
    pub(super) fn read(cell: &str) -> Option<Self> {
        let mut period = Self::default();
        for part in cell.split_inclusive(['y', 'm', 'w', 'd']) {
            let unit = part.chars().next_back()?;
            let number: i16 = part.strip_suffix(unit)?.parse().ok()?;
            match unit {
                'y' => period.years = number,
                'm' => period.months = number,
                'w' => period.days += 7 * i32::from(number),
                'd' => period.days += i32::from(number),
                _ => return None,
            }
        }
        (!cell.is_empty()).then_some(period)
    }

    /// The day that lies this far from a day: first years, then months, then days (CALCDT-6). Where the calendar ends,
    /// so does the sum.
    pub(super) fn after(&self, day: Date) -> Date {
        let in_years = months_after(day, 12 * i32::from(self.years));
        let in_months = months_after(in_years, i32::from(self.months));
        days_after(in_months, self.days)
    }
}

/// A day that does not exist becomes the first of the next month (CALCDT-5).
fn months_after(day: Date, months: i32) -> Date {
    let month = i32::from(day.year()) * 12 + i32::from(day.month()) - 1 + months;
    let first = |month: i32| {
        let year = i16::try_from(month.div_euclid(12)).ok()?;
        let month = i8::try_from(month.rem_euclid(12) + 1).ok()?;
        Date::new(year, month, 1).ok()
    };
    let end = if months < 0 { Date::MIN } else { Date::MAX };
    let Some(found) = first(month) else { return end };
    Date::new(found.year(), found.month(), day.day())
        .ok()
        .or_else(|| first(month + 1))
        .unwrap_or(end)
}

fn days_after(day: Date, days: i32) -> Date {
    let end = if days < 0 { Date::MIN } else { Date::MAX };
    let sum = Span::new().try_days(days).and_then(|span| day.checked_add(span));
    sum.unwrap_or(end)
}

/// The day before.
pub(super) fn eve(day: Date) -> Date {
    day.checked_sub(1.day()).unwrap_or(day)
}

/// Reads a day of the tables, `YYYY-MM-DD`; `None` when the cell is empty or no day.
pub(super) fn day(cell: &str) -> Option<Date> {
    cell.parse().ok()
}

/// From a day, included, to another, included; an open end where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Days {
    pub(super) first: Option<Date>,
    pub(super) last: Option<Date>,
}

impl Days {
    /// Reads the two cells.
    pub(super) fn read(first: &str, last: &str) -> Self {
        Self {
            first: day(first),
            last: day(last),
        }
    }

    /// Whether a fact that is in effect on these days is so on this one (RELEVANT-1, RELEVANT-2).
    pub(super) fn hold(&self, on: Date) -> bool {
        self.first.is_none_or(|first| first <= on) && self.last.is_none_or(|last| on <= last)
    }
}

impl Days {
    /// The season of these days that ends next. A season is a year of the schedule: the one that an edition names, and
    /// the same days of the years before it; it says nothing of the years after.
    pub(super) fn season(&self, on: Date) -> Self {
        let (Some(first), Some(last)) = (self.first, self.last) else {
            return *self;
        };
        let back = i32::from(on.year()) - i32::from(last.year());
        let shifted = |years: i32| Self {
            first: Some(months_after(first, 12 * years)),
            last: Some(months_after(last, 12 * years)),
        };
        let mut seasons = [back, back + 1]
            .into_iter()
            .filter(|years| *years <= 0)
            .map(shifted);
        seasons.find(|season| season.last >= Some(on)).unwrap_or(*self)
    }
}

/// From an age, included, to another, not included; an open end where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ages {
    pub(super) begin: Option<Period>,
    pub(super) end: Option<Period>,
}

impl Ages {
    /// Reads the two cells.
    pub(super) fn read(begin: &str, end: &str) -> Self {
        Self {
            begin: Period::read(begin),
            end: Period::read(end),
        }
    }

    /// Whether someone born on a day is of such an age on another.
    pub(super) fn hold(&self, born: Date, on: Date) -> bool {
        self.begin.is_none_or(|begin| begin.after(born) <= on)
            && self.end.is_none_or(|end| on < end.after(born))
    }
}

/// A day that no schedule reaches: "the latest of none".
pub(super) const NEVER: Date = date(2999, 12, 31);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use proptest::prelude::*;

    use super::*;

    fn after(from: Date, period: &str) -> Date {
        Period::read(period).unwrap().after(from)
    }

    /// Table 3-6.
    #[test]
    fn the_examples_of_the_specification() {
        for (from, period, to) in [
            (date(2000, 1, 1), "3y", date(2003, 1, 1)),
            (date(2000, 1, 1), "6m", date(2000, 7, 1)),
            (date(2000, 11, 1), "6m", date(2001, 5, 1)),
            (date(2000, 1, 1), "3d", date(2000, 1, 4)),
            (date(2000, 1, 1), "3w", date(2000, 1, 22)),
            (date(2000, 2, 1), "5w", date(2000, 3, 7)),
            (date(2001, 2, 1), "5w", date(2001, 3, 8)),
            (date(2000, 1, 15), "0d-4d", date(2000, 1, 11)),
            (date(2000, 3, 31), "6m", date(2000, 10, 1)),
            (date(2000, 8, 31), "6m", date(2001, 3, 1)),
            (date(2000, 1, 31), "6m-4d", date(2000, 7, 27)),
        ] {
            assert_eq!(after(from, period), to, "{from} + {period}");
        }
    }

    #[test]
    fn leap_days_and_ends_of_months() {
        for (from, period, to) in [
            (date(2024, 2, 29), "1y", date(2025, 3, 1)),
            (date(2024, 2, 29), "4y", date(2028, 2, 29)),
            (date(2023, 12, 31), "2m", date(2024, 3, 1)),
            (date(2023, 1, 30), "1m", date(2023, 3, 1)),
            (date(2024, 1, 29), "1m", date(2024, 2, 29)),
            (date(2010, 5, 31), "16y-4m", date(2026, 1, 31)),
            (date(2010, 3, 31), "0y-1m", date(2010, 3, 1)),
        ] {
            assert_eq!(after(from, period), to, "{from} + {period}");
        }
    }

    #[test]
    fn a_season_is_that_of_the_day_or_the_next() {
        let days = Days::read("2025-10-01", "2026-03-31");
        let first = |on| days.season(on).first.unwrap();
        assert_eq!(first(date(2026, 7, 1)), date(2025, 10, 1));
        assert_eq!(first(date(2025, 11, 1)), date(2025, 10, 1));
        assert_eq!(first(date(2025, 4, 1)), date(2025, 10, 1));
        assert_eq!(first(date(2025, 3, 31)), date(2024, 10, 1));
        assert_eq!(first(date(2023, 12, 12)), date(2023, 10, 1));
        let open = Days::read("2025-08-27", "");
        assert_eq!(open.season(date(2023, 1, 1)), open);
    }

    fn any_day() -> impl Strategy<Value = Date> {
        (1900_i16..2100, 1_i8..13, 1_i8..32)
            .prop_filter_map("a day", |(year, month, day)| Date::new(year, month, day).ok())
    }

    proptest! {
        #[test]
        fn months_keep_the_day_or_go_to_the_first(from in any_day(), months in 0_i16..1200) {
            let period = Period { months, ..Period::default() };
            let to = period.after(from);
            prop_assert!(to.day() == from.day() || to.day() == 1);
            let months = i32::from(to.year() - from.year()) * 12 + i32::from(to.month()) - i32::from(from.month());
            let moved = i32::from(to.day() != from.day());
            prop_assert_eq!(months, i32::from(period.months) + moved);
        }

        #[test]
        fn later_days_stay_later(one in any_day(), other in any_day(), years in 0_i16..100, months in 0_i16..12, days in -4..4) {
            let period = Period { years, months, days };
            prop_assert_eq!(one.min(other) <= one.max(other), period.after(one.min(other)) <= period.after(one.max(other)));
        }

        #[test]
        fn no_period_leaves_the_calendar(from in any_day(), years in any::<i16>(), months in any::<i16>(), days in any::<i32>()) {
            let to = Period { years, months, days }.after(from);
            prop_assert!((Date::MIN..=Date::MAX).contains(&to));
        }
    }
}
