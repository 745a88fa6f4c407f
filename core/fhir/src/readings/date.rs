//! Moments as devices and their programs write them. An order that the numbers do not tell is asked for, never guessed.

use crate::FhirDateTime;

/// Which of two numbers of a date is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// `31/12/2026`
    DayFirst,
    /// `12/31/2026`
    MonthFirst,
}

/// A day as written, before its order is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    /// Year, month, day.
    Known(u32, u32, u32),
    /// Two numbers and a year.
    Numbers(u32, u32, u32),
}

impl Day {
    /// The order that this date alone tells.
    pub(super) fn order(self) -> Option<DateOrder> {
        match self {
            Self::Numbers(13.., _, _) => Some(DateOrder::DayFirst),
            Self::Numbers(_, 13.., _) => Some(DateOrder::MonthFirst),
            _ => None,
        }
    }

    /// Whether day and month could be either.
    pub(super) fn is_open(self) -> bool {
        matches!(self, Self::Numbers(one, other, _) if one <= 12 && other <= 12 && one != other)
    }

    fn text(self, order: Option<DateOrder>) -> Option<String> {
        let (year, month, day) = match (self, order.or(self.order())) {
            (Self::Known(year, month, day), _) => (year, month, day),
            (Self::Numbers(day, month, year), Some(DateOrder::DayFirst)) => (year, month, day),
            (Self::Numbers(month, day, year), Some(DateOrder::MonthFirst)) => (year, month, day),
            (Self::Numbers(day, month, year), None) if day == month => (year, month, day),
            _ => return None,
        };
        Some(format!("{year:04}-{month:02}-{day:02}"))
    }
}

/// A moment as written: its day, its time of day, its zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) day: Day,
    /// `08:12:00`
    pub(super) time: Option<String>,
    /// `+01:00` or `Z`
    pub(super) zone: Option<String>,
}

/// Takes a text apart; `None` when it is no moment.
pub(super) fn written(text: &str) -> Option<Written> {
    let text = text.trim();
    let is_separator = |sign: char| sign.is_whitespace() || sign == ',';
    let mut words: Vec<&str> = text.split(is_separator).filter(|word| !word.is_empty()).collect();
    // `2026-03-03T08:12:00`
    if let Some((day, time)) = words.first().and_then(|first| first.split_once('T'))
        && day.starts_with(|sign: char| sign.is_ascii_digit())
        && time.contains(':')
    {
        words.splice(0..1, [day, time]);
    }
    let at = words
        .iter()
        .position(|word| word.contains(':'))
        .unwrap_or(words.len());
    let (day, rest) = words.split_at_checked(at)?;
    let day = day_of(day)?;
    let (time, zone) = match rest {
        [] => (None, None),
        [time, rest @ ..] => {
            let (time, attached) = match time.find(['+', '-', 'Z']) {
                Some(at) => time.split_at_checked(at)?,
                None => (*time, ""),
            };
            let (half, zone) = match rest {
                [] => (None, attached),
                [half] if is_half(half) && attached.is_empty() => (Some(*half), ""),
                [half, zone] if is_half(half) && attached.is_empty() => (Some(*half), *zone),
                [zone] if attached.is_empty() => (None, *zone),
                _ => return None,
            };
            let zone = if zone.is_empty() {
                None
            } else {
                Some(offset(zone)?)
            };
            (Some(clock(time, half)?), zone)
        }
    };
    Some(Written { day, time, zone })
}

fn is_half(word: &str) -> bool {
    matches!(
        word.to_ascii_lowercase().trim_end_matches('.'),
        "am" | "pm" | "a.m" | "p.m"
    )
}

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];
const LONG: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let word = word.trim_end_matches('.');
    let at = LONG.iter().position(|it| *it == word).or_else(|| {
        MONTHS
            .iter()
            .position(|it| *it == word || word == "sept" && *it == "sep")
    })?;
    u32::try_from(at + 1).ok()
}

fn day_of(words: &[&str]) -> Option<Day> {
    let number = |word: &str| word.parse::<u32>().ok().filter(|_| word.len() <= 2);
    let year = |word: &str| word.parse::<u32>().ok().filter(|_| word.len() == 4);
    match words {
        // An English name of a month says which number is the day.
        [one, two, three] => match (month(one), month(two)) {
            (Some(month), _) => Some(Day::Known(year(three)?, month, number(two)?)),
            (_, Some(month)) => Some(Day::Known(year(three)?, month, number(one)?)),
            _ => None,
        },
        [whole] => {
            let parts: Vec<&str> = whole.split(['-', '/', '.']).collect();
            let [one, two, three] = parts.as_slice() else {
                return None;
            };
            if one.len() == 4 {
                return Some(Day::Known(year(one)?, number(two)?, number(three)?));
            }
            if let Some(month) = month(two) {
                return Some(Day::Known(year(three)?, month, number(one)?));
            }
            Some(Day::Numbers(number(one)?, number(two)?, year(three)?))
        }
        _ => None,
    }
}

/// `8:12`, `08:12:30.5`, with `AM` or `PM`, as `HH:MM:SS`.
pub(super) fn clock(time: &str, half: Option<&str>) -> Option<String> {
    let mut parts = time.split(':');
    let (hour, minute) = (parts.next()?, parts.next()?);
    let second = parts.next().unwrap_or("00");
    if parts.next().is_some() || minute.len() != 2 || !second.starts_with(|it: char| it.is_ascii_digit()) {
        return None;
    }
    let hour: u32 = hour.parse().ok().filter(|_| hour.len() <= 2)?;
    let hour = match half.map(|half| half.to_ascii_lowercase().starts_with('p')) {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(false) => hour % 12,
        Some(true) => hour % 12 + 12,
    };
    Some(format!("{hour:02}:{minute}:{second}"))
}

/// `+0100`, `+01:00`, `Z`.
fn offset(text: &str) -> Option<String> {
    if matches!(text, "Z" | "UTC" | "GMT") {
        return Some("Z".to_owned());
    }
    let (sign, digits) = text.split_at_checked(1)?;
    let digits: String = digits.chars().filter(|sign| *sign != ':').collect();
    let plain = matches!(sign, "+" | "-") && digits.len() == 4;
    let (hours, minutes) = digits.split_at_checked(2).filter(|_| plain)?;
    Some(format!("{sign}{hours}:{minutes}"))
}

/// Tells the zone (`+01:00`, `Z`) in which a local time (`2026-03-03T08:12:00`) was written; `None` when it cannot be told.
pub type Zone<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Why a moment is not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoMoment {
    /// No calendar has it.
    Unreadable,
    /// Its order of day and month is not told.
    Order,
    /// Its zone is not told.
    Zone,
}

impl Written {
    /// The moment in FHIR.
    pub(super) fn moment(
        &self,
        order: Option<DateOrder>,
        zone: Option<Zone>,
    ) -> Result<FhirDateTime, NoMoment> {
        let valid = |text: String| {
            Some(FhirDateTime::new(text))
                .filter(FhirDateTime::is_date_time)
                .ok_or(NoMoment::Unreadable)
        };
        let day = self.day.text(order).ok_or(NoMoment::Order)?;
        let Some(time) = &self.time else {
            return valid(day);
        };
        let local = format!("{day}T{time}");
        valid(format!("{local}Z"))?;
        let zone = match (&self.zone, zone) {
            (Some(zone), _) => zone.clone(),
            (None, Some(tell)) => tell(&local).ok_or(NoMoment::Unreadable)?,
            (None, None) => return Err(NoMoment::Zone),
        };
        valid(format!("{local}{zone}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, order: Option<DateOrder>) -> Result<String, NoMoment> {
        let written = written(text).ok_or(NoMoment::Unreadable)?;
        let zone = |_: &str| Some("+01:00".to_owned());
        let moment = written.moment(order, Some(&zone))?;
        Ok(moment.as_str().to_owned())
    }

    #[test]
    fn each_way_of_writing_is_read() {
        for (text, moment) in [
            ("2026-03-03", "2026-03-03"),
            ("2026-03-03 08:12", "2026-03-03T08:12:00+01:00"),
            ("2026-03-03T08:12:30", "2026-03-03T08:12:30+01:00"),
            ("2026-03-03T08:12:30.5Z", "2026-03-03T08:12:30.5Z"),
            ("2026-03-03 08:12:30 -0800", "2026-03-03T08:12:30-08:00"),
            ("2026/03/03 8:12 PM", "2026-03-03T20:12:00+01:00"),
            ("Jan 12 2025 08:12", "2025-01-12T08:12:00+01:00"),
            ("January 12, 2025, 12:05 am", "2025-01-12T00:05:00+01:00"),
            ("12 Jan 2025", "2025-01-12"),
            ("12-Jan-2025", "2025-01-12"),
            ("31.12.2025", "2025-12-31"),
            ("12/31/2025", "2025-12-31"),
            ("03/03/2026", "2026-03-03"),
        ] {
            assert_eq!(read(text, None).as_deref(), Ok(moment), "{text}");
        }
    }

    #[test]
    fn an_order_is_asked_for_and_not_guessed() {
        assert_eq!(read("01/02/2026", None), Err(NoMoment::Order));
        assert_eq!(read("01.02.2026", None), Err(NoMoment::Order));
        let day_first = read("01/02/2026", Some(DateOrder::DayFirst));
        assert_eq!(day_first.as_deref(), Ok("2026-02-01"));
        let month_first = read("01/02/2026", Some(DateOrder::MonthFirst));
        assert_eq!(month_first.as_deref(), Ok("2026-01-02"));
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "",
            "yesterday",
            "2026-02-30",
            "31/02/2026",
            "1/2/26",
            "2026-03-03 25:00",
            "2026-03-03 8:1",
            "Foo 3 2026",
            "2026-03-03 08:12 13 PM",
            "2026-03-03 13:12 PM",
            "08:12",
        ] {
            assert_eq!(
                read(text, Some(DateOrder::DayFirst)),
                Err(NoMoment::Unreadable),
                "{text}"
            );
        }
        let local = written("2026-03-03 08:12").map(|it| it.moment(None, None));
        assert_eq!(local, Some(Err(NoMoment::Zone)));
    }
}
