//! How long a screening holds.

use jiff::ToSpan;
use jiff::civil::Date;

/// The time until it is due again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Interval {
    Once,
    Days(i16),
    Years(i16),
}

impl Interval {
    /// Reads `once`, `300 days`, `3 years`.
    pub(super) fn of(text: &str) -> Option<Self> {
        if text == "once" {
            return Some(Self::Once);
        }
        let (count, unit) = text.split_once(' ')?;
        let count = count.parse().ok().filter(|count| *count > 0)?;
        match unit {
            "days" => Some(Self::Days(count)),
            "years" => Some(Self::Years(count)),
            _ => None,
        }
    }

    /// The first day on which it is due again: a day that does not exist becomes the first of the next month.
    pub(super) fn after(self, day: Date) -> Option<Date> {
        match self {
            Self::Once => None,
            Self::Days(days) => day.checked_add(i64::from(days).days()).ok(),
            Self::Years(years) => {
                let year = day.year().checked_add(years)?;
                let same = Date::new(year, day.month(), day.day());
                same.or_else(|_| Date::new(year, 3, 1)).ok()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn intervals_are_read_and_counted() {
        assert_eq!(Interval::of("once"), Some(Interval::Once));
        let leap = date(2024, 2, 29);
        let after = |text: &str| Interval::of(text).unwrap().after(leap);
        assert_eq!(after("1 years"), Some(date(2025, 3, 1)));
        assert_eq!(after("4 years"), Some(date(2028, 2, 29)));
        assert_eq!(after("28 days"), Some(date(2024, 3, 28)));
        assert_eq!(after("once"), None);
        for wrong in ["", "2", "0 years", "-1 days", "2 months", "years 2"] {
            assert_eq!(Interval::of(wrong), None, "{wrong}");
        }
    }
}
