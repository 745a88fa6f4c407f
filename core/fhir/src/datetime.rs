//! Dates with the precision that was written.

use std::cmp::Ordering;
use std::fmt;

use serde::{Deserialize, Serialize};

/// A FHIR `date`, `dateTime` or `instant` as written.
///
/// Any text is kept; one that is no FHIR date has no [precision](FhirDateTime::precision) and is shown as it stands.
///
/// ```
/// use pocketchart_fhir::{FhirDateTime, Precision};
/// let since = FhirDateTime::new("1998-05");
/// assert_eq!(since.precision(), Some(Precision::Month));
/// assert!(since < FhirDateTime::new("1998-05-02T10:00:00+05:45"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(transparent)]
pub struct FhirDateTime(String);

/// How much of a moment a text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// `1998`
    Year,
    /// `1998-05`
    Month,
    /// `1998-05-02`
    Day,
    /// `1998-05-02T10:00`, which R4 does not allow but sources write.
    Minute,
    /// With seconds, perhaps fractions; the leap second `:60` too.
    Instant,
}

struct Parsed {
    precision: Precision,
    millis: i64,
    zone: bool,
}

impl FhirDateTime {
    /// Takes a text over, whatever it says.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How much the text says; `None` when it is no date.
    pub fn precision(&self) -> Option<Precision> {
        parse(&self.0).map(|parsed| parsed.precision)
    }

    /// Milliseconds from 1970-01-01T00:00:00Z to the earliest moment the text can mean; `None` when it is no date.
    ///
    /// A text without a time zone counts as UTC. `:60` counts as the second after `:59`.
    pub fn order_key(&self) -> Option<i64> {
        parse(&self.0).map(|parsed| parsed.millis)
    }

    /// The calendar day as written, `YYYY-MM-DD`; `None` when the text says no day.
    pub fn day(&self) -> Option<&str> {
        self.precision()
            .filter(|precision| *precision >= Precision::Day)
            .and_then(|_| self.0.get(..10))
    }

    /// The calendar day at that moment in UTC, `YYYY-MM-DD`; `None` when the text says no time of day. A text without a time zone
    /// counts as UTC.
    ///
    /// ```
    /// use pocketchart_fhir::FhirDateTime;
    /// let late = FhirDateTime::new("2015-12-31T22:30:00-05:00");
    /// assert_eq!((late.day(), late.utc_day().as_deref()), (Some("2015-12-31"), Some("2016-01-01")));
    /// ```
    pub fn utc_day(&self) -> Option<String> {
        let parsed = parse(&self.0).filter(|it| it.precision >= Precision::Minute)?;
        let mut date = Reader(self.0.as_bytes());
        let year = date.number(4)?;
        date.byte(b'-')?;
        let month = date.number(2)?;
        date.byte(b'-')?;
        let day = date.number(2)?;
        let (year, month, day) =
            match parsed.millis.div_euclid(86_400_000) - days_from_epoch(year, month, day) {
                0 => (year, month, day),
                1 if day < days_in_month(year, month) => (year, month, day + 1),
                1 if month < 12 => (year, month + 1, 1),
                1 => (year + 1, 1, 1),
                _ if day > 1 => (year, month, day - 1),
                _ if month > 1 => (year, month - 1, days_in_month(year, month - 1)),
                _ => (year - 1, 12, 31),
            };
        Some(format!("{year:04}-{month:02}-{day:02}"))
    }

    /// Whether R4 allows the text as a `date`.
    pub fn is_date(&self) -> bool {
        self.precision()
            .is_some_and(|precision| precision <= Precision::Day)
    }

    /// Whether R4 allows the text as a `dateTime`: a date, or a time with seconds and zone.
    pub fn is_date_time(&self) -> bool {
        self.is_date() || self.is_instant()
    }

    /// Whether R4 allows the text as an `instant`: seconds and zone.
    pub fn is_instant(&self) -> bool {
        parse(&self.0).is_some_and(|parsed| parsed.precision == Precision::Instant && parsed.zone)
    }
}

/// By the earliest moment each can mean, then by the text; what is no date comes first.
impl Ord for FhirDateTime {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order_key()
            .cmp(&other.order_key())
            .then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for FhirDateTime {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for FhirDateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads a fixed number of digits, or one literal byte, from the front.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn number(&mut self, digits: usize) -> Option<i64> {
        let (front, rest) = self.0.split_at_checked(digits)?;
        if !front.iter().all(u8::is_ascii_digit) {
            return None;
        }
        self.0 = rest;
        Some(
            front
                .iter()
                .fold(0, |value, digit| value * 10 + i64::from(digit - b'0')),
        )
    }

    fn byte(&mut self, wanted: u8) -> Option<()> {
        let (first, rest) = self.0.split_first()?;
        if *first != wanted {
            return None;
        }
        self.0 = rest;
        Some(())
    }
}

fn parse(text: &str) -> Option<Parsed> {
    let mut reader = Reader(text.as_bytes());
    let year = reader.number(4)?;
    let date = |precision, month, day| Parsed {
        precision,
        millis: days_from_epoch(year, month, day) * 86_400_000,
        zone: false,
    };
    if reader.0.is_empty() {
        return Some(date(Precision::Year, 1, 1));
    }
    reader.byte(b'-')?;
    let month = reader.number(2).filter(|month| (1..=12).contains(month))?;
    if reader.0.is_empty() {
        return Some(date(Precision::Month, month, 1));
    }
    reader.byte(b'-')?;
    let day = reader
        .number(2)
        .filter(|day| (1..=days_in_month(year, month)).contains(day))?;
    let mut parsed = date(Precision::Day, month, day);
    if reader.0.is_empty() {
        return Some(parsed);
    }
    reader.byte(b'T')?;
    let hour = reader.number(2).filter(|hour| *hour <= 23)?;
    reader.byte(b':')?;
    let minute = reader.number(2).filter(|minute| *minute <= 59)?;
    parsed.precision = Precision::Minute;
    parsed.millis += hour * 3_600_000 + minute * 60_000;
    if reader.byte(b':').is_some() {
        let second = reader.number(2).filter(|second| *second <= 60)?;
        parsed.precision = Precision::Instant;
        parsed.millis += second * 1_000 + fraction(&mut reader)?;
    }
    let (zone, offset_minutes) = zone(&mut reader)?;
    parsed.zone = zone;
    parsed.millis -= offset_minutes * 60_000;
    reader.0.is_empty().then_some(parsed)
}

/// Milliseconds of `.123456…`, cut, not rounded; 0 when there is none.
fn fraction(reader: &mut Reader<'_>) -> Option<i64> {
    if reader.byte(b'.').is_none() {
        return Some(0);
    }
    let count = reader.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = reader.0.split_at_checked(count).filter(|_| count > 0)?;
    reader.0 = rest;
    Some((0..3).fold(0, |value, at| {
        value * 10 + digits.get(at).map_or(0, |digit| i64::from(digit - b'0'))
    }))
}

/// Whether there is a zone, and its minutes east of UTC.
fn zone(reader: &mut Reader<'_>) -> Option<(bool, i64)> {
    let sign = match reader.0.first() {
        None => return Some((false, 0)),
        Some(b'Z') => {
            reader.byte(b'Z')?;
            return Some((true, 0));
        }
        Some(b'+') => 1,
        Some(b'-') => -1,
        Some(_) => return None,
    };
    reader.0 = reader.0.get(1..)?;
    let hours = reader.number(2).filter(|hours| *hours <= 14)?;
    reader.byte(b':')?;
    let minutes = reader.number(2).filter(|minutes| *minutes <= 59)?;
    Some((true, sign * (hours * 60 + minutes)))
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days from 1970-01-01 in the proleptic Gregorian calendar, counted in years that begin with March.
fn days_from_epoch(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    year * 365 + leap_days + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Option<i64> {
        FhirDateTime::new(text).order_key()
    }

    #[test]
    fn orders_by_the_earliest_moment() {
        assert_eq!(key("1970"), Some(0));
        assert_eq!(key("2000-03-01"), Some(951_868_800_000));
        assert_eq!(key("2016-12-31T23:59:60Z"), key("2017-01-01"));
        assert_eq!(key("2020-01-01T05:45:00+05:45"), key("2020-01-01T00:00:00Z"));
        assert_eq!(key("2020-01-01T00:00:00.1239-00:30"), Some(1_577_838_600_123));
        assert_eq!(key("0001-01-01"), Some(-62_135_596_800_000));
    }

    #[test]
    fn the_day_in_utc_may_be_the_one_before_or_after() {
        for (text, day) in [
            ("2016-01-28T00:59:46+02:00", Some("2016-01-27")),
            ("2016-01-27T22:59:46+00:00", Some("2016-01-27")),
            ("2016-03-01T01:00:00+05:45", Some("2016-02-29")),
            ("2017-02-28T23:00:00-08:00", Some("2017-03-01")),
            ("2016-01-01T00:00:00+14:00", Some("2015-12-31")),
            ("2016-12-31T23:59:60Z", Some("2017-01-01")),
            ("2016-01-27T22:59", Some("2016-01-27")),
            ("2016-01-27", None),
            ("2016", None),
            ("yesterday", None),
        ] {
            assert_eq!(FhirDateTime::new(text).utc_day().as_deref(), day, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_date_but_keeps_it() {
        let no_dates = [
            "",
            "98",
            "1998-13",
            "1998-02-29",
            "1998-2-1",
            "1998-05-02T24:00:00Z",
            "1998-05-02T10:00:61Z",
            "1998-05-02 10:00",
            "1998-05-02T10:00:00+1",
            "1998-05-02T10:00:00.Z",
            "1998-05-02T10:00:00Zx",
            "spring 1998",
            "1998-05-02T10:00:00+15:00",
        ];
        for text in no_dates {
            let date = FhirDateTime::new(text);
            assert_eq!((date.precision(), date.as_str()), (None, text));
        }
    }

    #[test]
    fn knows_what_r4_allows() {
        assert!(FhirDateTime::new("1998-05").is_date());
        assert!(FhirDateTime::new("1998-05-02T10:00:00Z").is_date_time());
        assert!(!FhirDateTime::new("1998-05-02T10:00Z").is_date_time());
        assert!(!FhirDateTime::new("1998-05-02T10:00:00").is_date_time());
        assert_eq!(
            FhirDateTime::new("1998-05-02T23:30:00-08:00").day(),
            Some("1998-05-02")
        );
        assert_eq!(FhirDateTime::new("1998-05").day(), None);
    }
}
