//! Moments as text, in UTC.

use pocketchart_fhir::FhirDateTime;
use pocketchart_record::Millis;

const DAY: i64 = 86_400_000;

/// A moment as a FHIR instant in UTC, cut to the second.
pub(crate) fn instant(millis: i64) -> String {
    let (year, month, day) = civil(millis.div_euclid(DAY));
    let second = millis.rem_euclid(DAY) / 1000;
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z",
        second / 3600,
        second / 60 % 60,
        second % 60
    )
}

/// A moment of the engine as a FHIR instant.
pub(crate) fn fhir_instant(at: Millis) -> FhirDateTime {
    FhirDateTime::new(instant(i64::try_from(at).unwrap_or(i64::MAX)))
}

/// The last moment of a day `YYYY-MM-DD`, in UTC.
pub(crate) fn end_of_day(day: &str) -> Option<Millis> {
    let day = FhirDateTime::new(day);
    let start = day.order_key().filter(|_| day.day() == Some(day.as_str()))?;
    Millis::try_from(start + DAY - 1).ok()
}

/// Year, month and day of a day counted from 1970-01-01: years are counted from March, so that leap days come last.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (era * 400 + year_of_era + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_and_dates_agree_with_fhir_dates() {
        for text in [
            "1600-02-29T00:00:00Z",
            "1969-12-31T23:59:59Z",
            "2000-02-29T12:30:01Z",
            "2026-11-25T17:48:00Z",
        ] {
            let millis = FhirDateTime::new(text).order_key().unwrap();
            assert_eq!(instant(millis), text);
        }
        assert_eq!(
            instant(
                FhirDateTime::new("1998-05-02T01:00:00+05:45")
                    .order_key()
                    .unwrap()
            ),
            "1998-05-01T19:15:00Z"
        );
    }

    #[test]
    fn only_whole_days_have_an_end() {
        assert_eq!(end_of_day("1970-01-01"), Some(86_399_999));
        assert_eq!(end_of_day("1970-01"), None);
        assert_eq!(end_of_day("1970-01-01T00:00:00Z"), None);
        assert_eq!(end_of_day("yesterday"), None);
    }
}
