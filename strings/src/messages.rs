//! Written by `cargo xtask strings` from `strings/en.ftl`. Change that file, not this one.

use crate::Value;

/// A text that a person reads, with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Message<'a> {
    /// `size-bytes`: 1 byte / {bytes} bytes
    SizeBytes {
        /// `$bytes`
        bytes: Value<'a>,
    },
    /// `size-kilobytes`: {amount} kB
    SizeKilobytes {
        /// `$amount`
        amount: Value<'a>,
    },
    /// `size-megabytes`: {amount} MB
    SizeMegabytes {
        /// `$amount`
        amount: Value<'a>,
    },
    /// `size-gigabytes`: {amount} GB
    SizeGigabytes {
        /// `$amount`
        amount: Value<'a>,
    },
    /// `date-day`: {day} {month} {year}
    DateDay {
        /// `$day`
        day: Value<'a>,
        /// `$month`
        month: Value<'a>,
        /// `$year`
        year: Value<'a>,
    },
    /// `date-month`: {month} {year}
    DateMonth {
        /// `$month`
        month: Value<'a>,
        /// `$year`
        year: Value<'a>,
    },
    /// `date-year`: {year}
    DateYear {
        /// `$year`
        year: Value<'a>,
    },
    /// `date-day-and-time`: {day} {month} {year}, {time}
    DateDayAndTime {
        /// `$day`
        day: Value<'a>,
        /// `$month`
        month: Value<'a>,
        /// `$time`
        time: Value<'a>,
        /// `$year`
        year: Value<'a>,
    },
    /// `month-1`: January
    Month1,
    /// `month-2`: February
    Month2,
    /// `month-3`: March
    Month3,
    /// `month-4`: April
    Month4,
    /// `month-5`: May
    Month5,
    /// `month-6`: June
    Month6,
    /// `month-7`: July
    Month7,
    /// `month-8`: August
    Month8,
    /// `month-9`: September
    Month9,
    /// `month-10`: October
    Month10,
    /// `month-11`: November
    Month11,
    /// `month-12`: December
    Month12,
}

impl<'a> Message<'a> {
    /// The message's name in the source.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::SizeBytes { .. } => "size-bytes",
            Self::SizeKilobytes { .. } => "size-kilobytes",
            Self::SizeMegabytes { .. } => "size-megabytes",
            Self::SizeGigabytes { .. } => "size-gigabytes",
            Self::DateDay { .. } => "date-day",
            Self::DateMonth { .. } => "date-month",
            Self::DateYear { .. } => "date-year",
            Self::DateDayAndTime { .. } => "date-day-and-time",
            Self::Month1 => "month-1",
            Self::Month2 => "month-2",
            Self::Month3 => "month-3",
            Self::Month4 => "month-4",
            Self::Month5 => "month-5",
            Self::Month6 => "month-6",
            Self::Month7 => "month-7",
            Self::Month8 => "month-8",
            Self::Month9 => "month-9",
            Self::Month10 => "month-10",
            Self::Month11 => "month-11",
            Self::Month12 => "month-12",
        }
    }

    /// The arguments by their names in the source.
    pub fn arguments(&self) -> Vec<(&'static str, Value<'a>)> {
        match self {
            Self::SizeBytes { bytes } => vec![("bytes", bytes.clone())],
            Self::SizeKilobytes { amount } => vec![("amount", amount.clone())],
            Self::SizeMegabytes { amount } => vec![("amount", amount.clone())],
            Self::SizeGigabytes { amount } => vec![("amount", amount.clone())],
            Self::DateDay { day, month, year } => vec![
                ("day", day.clone()),
                ("month", month.clone()),
                ("year", year.clone()),
            ],
            Self::DateMonth { month, year } => vec![("month", month.clone()), ("year", year.clone())],
            Self::DateYear { year } => vec![("year", year.clone())],
            Self::DateDayAndTime {
                day,
                month,
                time,
                year,
            } => vec![
                ("day", day.clone()),
                ("month", month.clone()),
                ("time", time.clone()),
                ("year", year.clone()),
            ],
            Self::Month1 => vec![],
            Self::Month2 => vec![],
            Self::Month3 => vec![],
            Self::Month4 => vec![],
            Self::Month5 => vec![],
            Self::Month6 => vec![],
            Self::Month7 => vec![],
            Self::Month8 => vec![],
            Self::Month9 => vec![],
            Self::Month10 => vec![],
            Self::Month11 => vec![],
            Self::Month12 => vec![],
        }
    }

    /// Every message's name in the source, with the names of its arguments.
    pub const ALL: &'static [(&'static str, &'static [&'static str])] = &[
        ("size-bytes", &["bytes"]),
        ("size-kilobytes", &["amount"]),
        ("size-megabytes", &["amount"]),
        ("size-gigabytes", &["amount"]),
        ("date-day", &["day", "month", "year"]),
        ("date-month", &["month", "year"]),
        ("date-year", &["year"]),
        ("date-day-and-time", &["day", "month", "time", "year"]),
        ("month-1", &[]),
        ("month-2", &[]),
        ("month-3", &[]),
        ("month-4", &[]),
        ("month-5", &[]),
        ("month-6", &[]),
        ("month-7", &[]),
        ("month-8", &[]),
        ("month-9", &[]),
        ("month-10", &[]),
        ("month-11", &[]),
        ("month-12", &[]),
    ];
}
