//! Codes, dates, values and people in plain words. A code without words here is shown as the source wrote it.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use pocketchart::{Amount, Author, Code, FhirDateTime, Millis, Section, SourceMark, UsualRange};
use pocketchart_strings::{Message, Text};

/// Systems by the names people know them by.
const SYSTEMS: [(&str, &str, &str); 8] = [
    ("snomed", "SNOMED CT", "http://snomed.info/sct"),
    ("loinc", "LOINC", "http://loinc.org"),
    ("rxnorm", "RxNorm", "http://www.nlm.nih.gov/research/umls/rxnorm"),
    ("cvx", "CVX", "http://hl7.org/fhir/sid/cvx"),
    ("icd10cm", "ICD-10-CM", "http://hl7.org/fhir/sid/icd-10-cm"),
    ("icd10", "ICD-10", "http://hl7.org/fhir/sid/icd-10"),
    ("atc", "ATC", "http://www.whocc.no/atc"),
    ("ndc", "NDC", "http://hl7.org/fhir/sid/ndc"),
];

/// The texts, with what turns facts into them.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a>(pub(crate) &'a Text);

impl Words<'_> {
    pub(crate) fn show(self, message: &Message<'_>) -> String {
        self.0.show(message)
    }

    /// A code in words: the message that begins with a kind (`severity-`, `status-`, …) and ends with the code.
    pub(crate) fn code(self, kind: &str, code: &str) -> String {
        let known = self.0.by_id(&format!("{kind}{}", code.to_lowercase()), &[]);
        known.unwrap_or_else(|_| code.to_owned())
    }

    pub(crate) fn section(self, section: Section) -> String {
        self.code("section-", section.name())
    }

    /// A date without its time of day.
    pub(crate) fn day(self, when: &FhirDateTime) -> String {
        self.0.date(when.day().unwrap_or(when.as_str()))
    }

    /// A date without its time of day, short enough for a column, with the month still a word.
    pub(crate) fn brief(self, when: &FhirDateTime) -> String {
        let written = when.day().unwrap_or(when.as_str());
        let mut parts = written.split('-');
        let (Some(year), Some(month), day, None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return self.0.date(written);
        };
        let number = month.trim_start_matches('0');
        let Ok(month) = self.0.by_id(&format!("month-short-{number}"), &[]) else {
            return written.to_owned();
        };
        let message = match day.map(|day| day.trim_start_matches('0')) {
            Some(day) => Message::DateDay {
                day: day.into(),
                month: month.into(),
                year: year.into(),
            },
            None => Message::DateMonth {
                month: month.into(),
                year: year.into(),
            },
        };
        self.show(&message)
    }

    /// A date as exact as it is written.
    pub(crate) fn moment(self, when: &FhirDateTime) -> String {
        self.0.date(when.as_str())
    }

    /// A moment of the engine, in the reader's time zone.
    pub(crate) fn at(self, at: Millis) -> String {
        let written = instant(at, TimeZone::system());
        self.0.date(&written)
    }

    /// From when to when.
    pub(crate) fn span(self, when: Option<&FhirDateTime>, until: Option<&FhirDateTime>) -> String {
        self.joined(when.map(|it| self.day(it)), until.map(|it| self.day(it)))
    }

    /// The same, short enough for a column.
    pub(crate) fn brief_span(self, when: Option<&FhirDateTime>, until: Option<&FhirDateTime>) -> String {
        self.joined(when.map(|it| self.brief(it)), until.map(|it| self.brief(it)))
    }

    fn joined(self, when: Option<String>, until: Option<String>) -> String {
        match (when, until) {
            (Some(when), Some(until)) if when != until => self.show(&Message::SpanFromTo {
                from: when.into(),
                to: until.into(),
            }),
            (Some(when), _) => when,
            (None, Some(until)) => self.show(&Message::SpanUntil { to: until.into() }),
            (None, None) => String::new(),
        }
    }

    /// A value with its unit, as the source wrote it.
    pub(crate) fn amount(self, amount: &Amount) -> String {
        let comparator = amount
            .comparator
            .as_deref()
            .map(|it| format!("{it} "))
            .unwrap_or_default();
        let unit = amount.unit.as_deref().or(amount.ucum.as_deref());
        let unit = unit.map(|it| format!(" {it}")).unwrap_or_default();
        format!("{comparator}{}{unit}", amount.text)
    }

    /// What is usual.
    pub(crate) fn usual(self, range: &UsualRange) -> String {
        let low = range.low.as_ref().map(pocketchart::Decimal::as_str);
        let high = range.high.as_ref().map(pocketchart::Decimal::as_str);
        self.limits(low, high)
            .unwrap_or_else(|| range.text.clone().unwrap_or_default())
    }

    /// From one limit to another; `None` without any.
    pub(crate) fn limits(self, low: Option<&str>, high: Option<&str>) -> Option<String> {
        Some(self.show(&match (low, high) {
            (Some(low), Some(high)) => Message::SpanFromTo {
                from: low.into(),
                to: high.into(),
            },
            (Some(low), None) => Message::RangeAtLeast { low: low.into() },
            (None, Some(high)) => Message::RangeAtMost { high: high.into() },
            (None, None) => return None,
        }))
    }

    /// Who somebody is, from the reader's side.
    pub(crate) fn author(self, author: &Author) -> String {
        match (&author.name, author.is_you || author.is_patient) {
            (_, true) => self.show(&Message::WhoYou),
            (Some(name), _) => name.clone(),
            (None, _) => self.show(&Message::WhoUnknown),
        }
    }

    /// Who says so: the name in the statement; else whoever typed it in; else the file it came in.
    pub(crate) fn said_by(self, sources: &[SourceMark]) -> String {
        let Some(first) = sources.first() else {
            return String::new();
        };
        let name = match (&first.who, &first.system) {
            (Some(who), _) => who.clone(),
            (None, None) => self.author(&first.author),
            (None, Some(system)) => {
                host(system).map_or_else(|| self.show(&Message::WhoImported), str::to_owned)
            }
        };
        match sources.len() {
            1 => name,
            more => self.show(&Message::WhoAndMore {
                name: name.into(),
                more: (more - 1).into(),
            }),
        }
    }
}

/// The name of a server, of a system that is one.
pub(super) fn host(system: &str) -> Option<&str> {
    let rest = system
        .strip_prefix("https://")
        .or_else(|| system.strip_prefix("http://"))?;
    rest.split(['/', '?', '#']).next().filter(|it| !it.is_empty())
}

/// A code with the name of its system.
pub(crate) fn coded(code: &Code) -> String {
    let Some(system) = code.system.as_deref() else {
        return code.code.clone();
    };
    let known = SYSTEMS.iter().find(|(_, _, uri)| *uri == system);
    let name = known.map_or_else(
        || system.rsplit(['/', ':']).next().unwrap_or(system),
        |(_, name, _)| name,
    );
    format!("{name} {}", code.code)
}

/// A code as it is typed: `system:code` with a known short name or a URI before a bar.
pub(crate) fn parse_code(typed: &str) -> Option<Code> {
    if let Some((system, code)) = typed.split_once('|') {
        return Some(Code {
            system: Some(system.to_owned()).filter(|it| !it.is_empty()),
            code: code.to_owned(),
        });
    }
    let (system, code) = typed.split_once(':')?;
    let known = SYSTEMS
        .iter()
        .find(|(short, _, _)| *short == system.to_lowercase())?;
    Some(Code {
        system: Some(known.2.to_owned()),
        code: code.to_owned(),
    })
}

/// A moment of the engine as a FHIR instant.
pub(crate) fn instant(at: Millis, zone: TimeZone) -> String {
    let at = i64::try_from(at)
        .ok()
        .and_then(|at| Timestamp::from_millisecond(at).ok())
        .unwrap_or_default();
    at.to_zoned(zone).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// The time now as a FHIR instant.
pub(crate) fn now() -> String {
    jiff::Zoned::now().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_typed_by_short_names_or_addresses() {
        let snomed = Some("http://snomed.info/sct".to_owned());
        let code = parse_code("snomed:91936005").unwrap();
        assert_eq!((code.system.clone(), code.code.as_str()), (snomed, "91936005"));
        assert_eq!(coded(&code), "SNOMED CT 91936005");
        assert_eq!(
            parse_code("urn:x:y|7").unwrap().system.as_deref(),
            Some("urn:x:y")
        );
        assert_eq!(parse_code("7"), None);
        assert_eq!(parse_code("unheard-of:7"), None);
    }

    #[test]
    fn an_unknown_code_is_shown_as_written() {
        let text = Text::english().unwrap();
        assert_eq!(Words(&text).code("severity-", "severe"), "severe");
        assert_eq!(Words(&text).code("status-", "Quux-7"), "Quux-7");
    }

    #[test]
    fn moments_have_the_month_as_a_word() {
        assert_eq!(
            instant(951_782_400_000, TimeZone::UTC),
            "2000-02-29T00:00:00+00:00"
        );
        assert_eq!(instant(u64::MAX, TimeZone::UTC), "1970-01-01T00:00:00+00:00");
    }
}
