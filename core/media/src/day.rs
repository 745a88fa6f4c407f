//! Moments as files write them.

/// A day and, where the zone is said, the time, as ISO 8601 writes them, of digits that follow each other: `20260301`,
/// `2026030110`, `20260301101112` and a zone such as `+0100`. What no calendar can have is none; a year or month alone stays one.
pub(crate) fn moment(digits: &str, zone: Option<&str>) -> Option<String> {
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize, to: usize| digits.get(from..to);
    let within = |text: &str, from: u8, to: u8| text.parse::<u8>().is_ok_and(|it| (from..=to).contains(&it));
    let mut text = part(0, 4).filter(|year| *year != "0000")?.to_owned();
    let Some(month) = part(4, 6).filter(|month| within(month, 1, 12)) else {
        return Some(text);
    };
    text = format!("{text}-{month}");
    let Some(day) = part(6, 8).filter(|day| within(day, 1, 31)) else {
        return Some(text);
    };
    text = format!("{text}-{day}");
    let time = part(8, 10).zip(part(10, 12)).zip(part(12, 14));
    match (time, zone.and_then(offset)) {
        (Some(((hour, minute), second)), Some(zone))
            if within(hour, 0, 23) && within(minute, 0, 59) && within(second, 0, 59) =>
        {
            Some(format!("{text}T{hour}:{minute}:{second}{zone}"))
        }
        _ => Some(text),
    }
}

/// `Z`, `+0100`, `+01'00'` and `+01:00` as ISO 8601 writes them.
fn offset(zone: &str) -> Option<String> {
    if zone == "Z" {
        return Some("Z".to_owned());
    }
    let sign = zone.chars().next().filter(|sign| matches!(sign, '+' | '-'))?;
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = (digits.get(..2)?, digits.get(2..4).unwrap_or("00"));
    let fits = hours.parse::<u8>().is_ok_and(|it| it <= 14) && minutes.parse::<u8>().is_ok_and(|it| it <= 59);
    (fits && digits.len() <= 4).then(|| format!("{sign}{hours}:{minutes}"))
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn a_time_needs_its_zone() {
        assert_eq!(moment("20260301101112", None).as_deref(), Some("2026-03-01"));
        let zoned = |zone| moment("20260301101112", Some(zone));
        assert_eq!(zoned("+01'00'").as_deref(), Some("2026-03-01T10:11:12+01:00"));
        assert_eq!(zoned("-0530").as_deref(), Some("2026-03-01T10:11:12-05:30"));
        assert_eq!(zoned("Z").as_deref(), Some("2026-03-01T10:11:12Z"));
        assert_eq!(zoned("noon").as_deref(), Some("2026-03-01"));
        assert_eq!(moment("20260301", Some("Z")).as_deref(), Some("2026-03-01"));
    }

    #[test]
    fn what_no_calendar_has_is_not_said() {
        assert_eq!(moment("20261301", None).as_deref(), Some("2026"));
        assert_eq!(moment("20260300", None).as_deref(), Some("2026-03"));
        assert_eq!(moment("0000", None), None);
        assert_eq!(moment("March", None), None);
        assert_eq!(moment("", None), None);
    }
}
