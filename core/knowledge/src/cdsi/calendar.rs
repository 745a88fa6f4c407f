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
    day.checked_add(Span::new().days(days)).unwrap_or(end)
}

/// The day before.
pub(super) fn eve(day: Date) -> Date {
    day.checked_sub(1.day()).unwrap_or(day)
}

/// Reads a day of the tables, `YYYY-MM-DD`; `None` when the cell is empty or no day.
pub(super) fn day(cell: &str) -> Option<Date> {
    let mut parts = cell.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
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
