//! Days and ages.

use jiff::civil::Date;

/// Whole years from birth to a day; `None` before birth. Who is born on February 29 is a year older on March 1.
pub(crate) fn age(born: Date, on: Date) -> Option<i16> {
    let had_birthday = (on.month(), on.day()) >= (born.month(), born.day());
    let years = on.year() - born.year() - i16::from(!had_birthday);
    (on >= born).then_some(years)
}

/// Days from one day to another, negative into the past.
pub(crate) fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn ages_turn_on_the_birthday() {
        let born = date(2000, 2, 29);
        assert_eq!(age(born, date(2018, 2, 28)), Some(17));
        assert_eq!(age(born, date(2018, 3, 1)), Some(18));
        assert_eq!(age(born, date(2020, 2, 29)), Some(20));
        assert_eq!(age(born, born), Some(0));
        assert_eq!(age(born, date(1999, 12, 31)), None);
        assert_eq!(days_between(date(2024, 2, 28), date(2024, 3, 1)), 2);
        assert_eq!(days_between(date(2024, 3, 1), date(2023, 3, 1)), -366);
    }
}
