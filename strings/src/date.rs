//! Dates as people read them: with the month as a word, and no more exact than the source.

use crate::{Message, Text};

impl Text {
    /// A FHIR date or dateTime (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or with a time) in the reader's form, in the
    /// time zone in which it was written. Anything else is shown as it is.
    pub fn date(&self, written: &str) -> String {
        self.read_date(written).unwrap_or_else(|| written.to_owned())
    }

    fn read_date(&self, written: &str) -> Option<String> {
        let (date, time) = match written.split_once('T') {
            Some((date, time)) => (date, Some(time.get(..5).filter(|time| is_time(time))?)),
            None => (written, None),
        };
        let mut parts = date.split('-');
        let year = parts
            .next()
            .filter(|year| year.len() == 4 && number(year).is_some())?;
        let month = match parts.next() {
            Some(month) if month.len() == 2 => Some(self.month(number(month)?)?),
            Some(_) => return None,
            None => None,
        };
        let day = match parts.next() {
            Some(day) if day.len() == 2 => Some(number(day).filter(|day| (1..=31).contains(day))?),
            Some(_) => return None,
            None => None,
        };
        if parts.next().is_some() {
            return None;
        }
        let year = year.into();
        Some(self.show(&match (day, month, time) {
            (Some(day), Some(month), Some(time)) => Message::DateDayAndTime {
                day: day.into(),
                month: month.into(),
                year,
                time: time.into(),
            },
            (Some(day), Some(month), None) => Message::DateDay {
                day: day.into(),
                month: month.into(),
                year,
            },
            (None, Some(month), None) => Message::DateMonth {
                month: month.into(),
                year,
            },
            (None, None, None) => Message::DateYear { year },
            _ => return None,
        }))
    }

    fn month(&self, number: u32) -> Option<String> {
        Some(self.show(&match number {
            1 => Message::Month1,
            2 => Message::Month2,
            3 => Message::Month3,
            4 => Message::Month4,
            5 => Message::Month5,
            6 => Message::Month6,
            7 => Message::Month7,
            8 => Message::Month8,
            9 => Message::Month9,
            10 => Message::Month10,
            11 => Message::Month11,
            12 => Message::Month12,
            _ => return None,
        }))
    }
}

/// Digits and nothing else.
fn number(text: &str) -> Option<u32> {
    text.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| text.parse().ok())?
}

/// `HH:MM`
fn is_time(text: &str) -> bool {
    text.split_once(':').is_some_and(|(hour, minute)| {
        hour.len() == 2
            && number(hour).is_some_and(|hour| hour < 24)
            && number(minute).is_some_and(|minute| minute < 60)
    })
}

#[cfg(test)]
mod tests {
    use crate::Text;

    #[test]
    fn dates_keep_their_precision() {
        let text = Text::english().unwrap();
        for (written, shown) in [
            ("2026", "2026"),
            ("2026-03", "March 2026"),
            ("2026-03-03", "3 March 2026"),
            ("1957-12-31T23:59:59.123+02:00", "31 December 1957, 23:59"),
            ("2026-03-03T08:05:00Z", "3 March 2026, 08:05"),
        ] {
            assert_eq!(text.date(written), shown);
        }
    }

    #[test]
    fn what_is_not_a_date_is_shown_as_written() {
        let text = Text::english().unwrap();
        for written in [
            "",
            "T",
            "-",
            "spring 2019",
            "2026-13",
            "2026-00-01",
            "2026-03-32",
            "2026-3-3",
            "2026-03-03-03",
            "+026",
            "2026-03T08:05",
            "2026-03-03T8:05",
            "2026-03-03T24:00",
            "2026-03-03T",
            "２０２６",
            "2026-03-03T08:0é",
        ] {
            assert_eq!(text.date(written), written);
        }
    }
}
