//! How long ago a reading may have been taken to answer a question: the question itself says so (Structured Data Capture 3.0,
//! `observationLinkPeriod`). Where it does not, no reading answers it: nobody would see in the answer how old it is.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::view::QuestionnaireItem;
use pocketchart_record::Millis;

const PERIOD: &str = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationLinkPeriod";

/// The first day whose readings answer the question.
pub(super) fn first_day(item: &QuestionnaireItem, now: Millis) -> Option<Date> {
    let said = item.extension_at(PERIOD).next()?;
    let period = said.value_duration.as_ref()?;
    let count: i64 = period.value.as_ref()?.as_str().parse().ok()?;
    let span = Span::new();
    let span = match period.code.as_deref()? {
        "a" => span.try_years(count),
        "mo" => span.try_months(count),
        "wk" => span.try_weeks(count),
        "d" => span.try_days(count),
        "h" => span.try_hours(count),
        "min" => span.try_minutes(count),
        _ => return None,
    };
    let now = Timestamp::from_millisecond(i64::try_from(now).ok()?).ok()?;
    let begin = now.to_zoned(TimeZone::UTC).checked_sub(span.ok()?).ok()?;
    Some(begin.date())
}

/// Whether a reading of this time is of that day or a later one, in UTC where its time is known.
pub(super) fn is_since(when: Option<&FhirDateTime>, first: Date) -> bool {
    let day = when.and_then(|it| it.utc_day().or_else(|| it.day().map(str::to_owned)));
    day.and_then(|it| it.parse::<Date>().ok())
        .is_some_and(|it| it >= first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use pocketchart_fhir::form::Form;

    /// 2026-11-27T08:00:00Z
    const NOW: Millis = 1_795_766_400_000;

    fn first(period: &str) -> Option<String> {
        let form = format!(
            r#"{{"resourceType":"Questionnaire","status":"active","item":[{{"linkId":"w","type":"quantity",
                "extension":[{{"url":"{PERIOD}","valueDuration":{period}}}]}}]}}"#
        );
        let form = Form::read(form.as_bytes()).unwrap();
        first_day(form.item("w").unwrap(), NOW).map(|it| it.to_string())
    }

    #[test]
    fn a_period_ends_now() {
        for (period, day) in [
            (r#"{"value":1,"code":"a"}"#, Some("2025-11-27")),
            (r#"{"value":1,"code":"mo"}"#, Some("2026-10-27")),
            (r#"{"value":2,"code":"wk"}"#, Some("2026-11-13")),
            (r#"{"value":30,"code":"d"}"#, Some("2026-10-28")),
            (r#"{"value":9,"code":"h"}"#, Some("2026-11-26")),
            (r#"{"value":1,"code":"min"}"#, Some("2026-11-27")),
            (r#"{"value":1.5,"code":"d"}"#, None),
            (r#"{"value":1,"unit":"days"}"#, None),
            (r#"{"value":99999999999,"code":"a"}"#, None),
        ] {
            assert_eq!(first(period).as_deref(), day, "{period}");
        }
    }

    #[test]
    fn a_reading_without_a_day_answers_nothing() {
        let first: Date = "2026-11-20".parse().unwrap();
        for (when, is) in [
            ("2026-11-20", true),
            ("2026-11-19", false),
            ("2026-11-19T23:30:00-02:00", true),
            ("2026-11", false),
        ] {
            assert_eq!(is_since(Some(&FhirDateTime::new(when)), first), is, "{when}");
        }
        assert!(!is_since(None, first));
    }
}
