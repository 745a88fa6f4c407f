//! Moments: `YYYY[MM[DD[HH[MM[SS[.S…]]]]]][+ZZZZ]` (DTM, HL7 v2.5.1 §2.A.22), and TS whose first component is one.

use crate::FhirDateTime;

/// A moment as FHIR writes it, in the precision that was written.
///
/// A time of day needs a zone, its own or that of the message (MSH-7, §2.15.9.7); without one only the day is taken over, as R4
/// allows no time without a zone. `None` when it is no date of the calendar.
pub(super) fn date_time(text: &str, zone: Option<&str>) -> Option<FhirDateTime> {
    let (digits, own) = match text.find(['+', '-']) {
        Some(at) => text.split_at_checked(at)?,
        None => (text, ""),
    };
    let (digits, fraction) = match digits.split_once('.') {
        Some((digits, fraction)) if digits.len() == 14 && !fraction.is_empty() => (digits, Some(fraction)),
        Some(_) => return None,
        None => (digits, None),
    };
    let whole = digits.bytes().all(|byte| byte.is_ascii_digit())
        && fraction.is_none_or(|it| it.bytes().all(|byte| byte.is_ascii_digit()));
    if !whole || !matches!(digits.len(), 4 | 6 | 8 | 10 | 12 | 14) {
        return None;
    }
    let part = |from: usize| digits.get(from..from + 2);
    let mut written = digits.get(..4)?.to_owned();
    for at in [4, 6] {
        if let Some(part) = part(at) {
            written = format!("{written}-{part}");
        }
    }
    let own = if own.is_empty() { None } else { Some(offset(own)?) };
    let Some(hour) = part(8) else {
        return dated(written);
    };
    let time = format!("{hour}:{}:{}", part(10).unwrap_or("00"), part(12).unwrap_or("00"));
    let fraction = fraction.map(|it| format!(".{it}")).unwrap_or_default();
    let zone = own.or_else(|| offset(zone?));
    // The time is looked at also where it is not taken over: a moment that no clock shows is a fault.
    let moment = dated(format!(
        "{written}T{time}{fraction}{}",
        zone.as_deref().unwrap_or("Z")
    ))?;
    if zone.is_some() && part(10).is_some() {
        Some(moment)
    } else {
        dated(written)
    }
}

/// `+ZZZZ` as `+ZZ:ZZ`.
fn offset(text: &str) -> Option<String> {
    let digits = text.strip_prefix(['+', '-'])?;
    let whole = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    whole.then(|| {
        format!(
            "{}:{}",
            text.get(..3).unwrap_or_default(),
            text.get(3..).unwrap_or_default()
        )
    })
}

fn dated(text: String) -> Option<FhirDateTime> {
    Some(FhirDateTime::new(text)).filter(FhirDateTime::is_date_time)
}

/// The zone that a moment names, as it names it.
pub(super) fn zone_of(text: &str) -> Option<&str> {
    let at = text.find(['+', '-'])?;
    text.get(at..).filter(|zone| offset(zone).is_some())
}

/// `HH[MM[SS]]` as FHIR's `time`.
pub(super) fn time(text: &str) -> Option<String> {
    let digits = text.split(['+', '-']).next()?;
    let today = date_time(&format!("20000101{digits}"), Some("+0000"))?;
    let time = today.as_str().get(11..)?;
    Some(time.strip_suffix("+00:00").unwrap_or(time).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_is_taken_over() {
        for (text, zone, written) in [
            ("1998", None, "1998"),
            ("199805", None, "1998-05"),
            ("19980502", None, "1998-05-02"),
            ("199805021030", None, "1998-05-02"),
            ("199805021030", Some("+0100"), "1998-05-02T10:30:00+01:00"),
            ("1998050210", Some("+0100"), "1998-05-02"),
            (
                "19980502103059.1234-0500",
                Some("+0100"),
                "1998-05-02T10:30:59.1234-05:00",
            ),
        ] {
            let read = date_time(text, zone);
            assert_eq!(read.as_ref().map(FhirDateTime::as_str), Some(written), "{text}");
        }
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for text in [
            "",
            "98",
            "199813",
            "19980230",
            "1998050224",
            "199805021060",
            "19980502103061",
            "1998-05-02",
            "5/2/1998",
            "19980502103059.",
            "19980502+1",
            "1998050210305",
            "19980502103059+2500",
        ] {
            assert_eq!(date_time(text, Some("+0100")), None, "{text}");
        }
    }

    #[test]
    fn a_time_of_day_stands_alone() {
        assert_eq!(time("1030").as_deref(), Some("10:30:00"));
        assert_eq!(time("103059+0100").as_deref(), Some("10:30:59"));
        assert_eq!(time("2530"), None);
        assert_eq!(time("10"), None);
    }
}
