//! Points in time (CDA R2 data type TS) as FHIR R4 writes them.

use crate::FhirDateTime;

/// What a text of digits says.
///
/// The precision stays. A time of day without a zone is left out, as nobody knows when it was; seconds that are missing are
/// zero, as R4 wants them. `None` where no calendar has such a date.
pub(super) fn date_time(text: &str) -> Option<String> {
    let digits = text.find(|it: char| !it.is_ascii_digit()).unwrap_or(text.len());
    let (moment, rest) = text.split_at_checked(digits)?;
    let zone_at = rest.find(['+', '-']).unwrap_or(rest.len());
    let (fraction, zone) = rest.split_at_checked(zone_at)?;
    let date = match moment.len() {
        4 => moment.to_owned(),
        6 => format!("{}-{}", moment.get(..4)?, moment.get(4..6)?),
        8 | 10 | 12 | 14 => format!("{}-{}-{}", moment.get(..4)?, moment.get(4..6)?, moment.get(6..8)?),
        _ => return None,
    };
    let fraction_fits = fraction.is_empty()
        || moment.len() == 14
            && fraction
                .strip_prefix('.')
                .is_some_and(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit()));
    let zone_fits =
        zone.is_empty() || zone.len() == 5 && zone.bytes().skip(1).all(|byte| byte.is_ascii_digit());
    if !fraction_fits || !zone_fits || moment.starts_with("0000") {
        return None;
    }
    if !FhirDateTime::new(date.as_str()).is_date() {
        return None;
    }
    let Some(clock) = moment.get(8..).filter(|it| !it.is_empty()) else {
        return Some(date);
    };
    let hour = clock.get(..2)?;
    let minute = clock.get(2..4).unwrap_or("00");
    let second = clock.get(4..6).unwrap_or("00");
    let zone_text = match zone.split_at_checked(3) {
        Some((hours, minutes)) => format!("{hours}:{minutes}"),
        None => "+00:00".to_owned(),
    };
    let whole = format!("{date}T{hour}:{minute}:{second}{fraction}{zone_text}");
    if !FhirDateTime::new(whole.as_str()).is_instant() {
        return None;
    }
    Some(if zone.is_empty() || clock.len() < 4 {
        date
    } else {
        whole
    })
}

#[cfg(test)]
mod tests {
    use super::date_time;

    #[test]
    fn precision_and_zone_stay() {
        for (written, read) in [
            ("2013", "2013"),
            ("201308", "2013-08"),
            ("20130815", "2013-08-15"),
            ("20130815-0800", "2013-08-15"),
            ("2013081510", "2013-08-15"),
            ("2013081510-0800", "2013-08-15"),
            ("201308151030-0800", "2013-08-15T10:30:00-08:00"),
            ("20130815103015+0545", "2013-08-15T10:30:15+05:45"),
            ("20130815103015.123-0800", "2013-08-15T10:30:15.123-08:00"),
            ("20130815103015", "2013-08-15"),
            ("20160229", "2016-02-29"),
        ] {
            assert_eq!(date_time(written).as_deref(), Some(read), "{written}");
        }
    }

    #[test]
    fn what_no_calendar_has_is_not_taken() {
        for wrong in [
            "",
            "20100431",
            "20130229",
            "201102019",
            "200130311",
            "0000",
            "201313",
            "2013081525",
            "201308151060+0000",
            "20130815+08",
            "20130815103015.",
            "2013-08-15",
            "yesterday",
            "20130815103015+9900",
            "20130815.5",
        ] {
            assert_eq!(date_time(wrong), None, "{wrong}");
        }
    }
}
