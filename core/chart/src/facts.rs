//! A summary as it is kept in a row: deterministic CBOR, version 4. The heads of version 3 did not name the marks of imports; version 2
//! did not tell the lots of vaccines among the details; version 1 ended before the other names and the details.

use pocketchart_fhir::summary::{Amount, Code, Detail, Negation, Reading, Summary, UsualRange};
use pocketchart_fhir::view::Identifier;
use pocketchart_fhir::{Decimal, FhirDateTime};
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};
use pocketchart_record::{Row, Section};

const VERSION: u64 = 4;
const LENGTH: usize = 28;
/// The version whose heads did not know the marks of imports, of the same length.
const WITHOUT_ORIGINS: (usize, u64) = (LENGTH, 3);
/// The version without lots, of the same length.
const WITHOUT_LOTS: (usize, u64) = (LENGTH, 2);
/// The version without the last two, and its length.
const WITHOUT_NAMES: (usize, u64) = (26, 1);
const MAX_LIST: usize = 10_000;

/// The bytes of a row.
pub(crate) fn to_bytes(facts: &Summary) -> Vec<u8> {
    let mut to = Writer::default();
    write(&mut to, facts);
    to.into_bytes()
}

/// What a row shows. A row without a readable summary (content not here yet, or written by a newer version) names its
/// type and nothing else.
pub(crate) fn of(row: &Row) -> Summary {
    read(&mut Reader::new(&row.derived), row.section).unwrap_or_else(|_| Summary {
        resource_type: resource_type(&row.entry.kind).to_owned(),
        section: row.section.name(),
        ..Summary::default()
    })
}

/// Whether an earlier version wrote the row; none where nothing tells.
pub(crate) fn is_of_an_earlier_version(row: &Row) -> Option<bool> {
    let mut from = Reader::new(&row.derived);
    let form = (from.array().ok()?, from.uint().ok()?);
    let is_earlier = [WITHOUT_ORIGINS, WITHOUT_LOTS, WITHOUT_NAMES].contains(&form);
    (form == (LENGTH, VERSION) || is_earlier).then_some(is_earlier)
}

/// The FHIR type of a kind; empty for other kinds.
pub(crate) fn resource_type(kind: &str) -> &str {
    kind.strip_prefix(crate::bodies::FHIR).unwrap_or_default()
}

fn write(to: &mut Writer, facts: &Summary) {
    to.array(LENGTH)
        .uint(VERSION)
        .text(&facts.resource_type)
        .bool(facts.readable);
    for text in [&facts.id, &facts.version_id, &facts.title] {
        to.value(&Maybe(text.clone()));
    }
    to.value(&Maybe(facts.code.clone().map(Coded)));
    to.value(&Maybe(facts.category.clone()));
    to.value(&Maybe(facts.when.clone().map(Date)));
    to.value(&Maybe(facts.until.clone().map(Date)));
    for text in [
        &facts.status,
        &facts.verification,
        &facts.severity,
        &facts.criticality,
    ] {
        to.value(&Maybe(text.clone()));
    }
    to.value(&Maybe(facts.value.clone().map(Value)));
    to.value(&Maybe(facts.range.clone().map(Range)));
    to.value(&Maybe(facts.flag.clone()));
    to.list(&facts.components.iter().cloned().map(Part).collect::<Vec<_>>());
    for text in [&facts.reaction, &facts.dosage, &facts.note, &facts.who] {
        to.value(&Maybe(text.clone()));
    }
    to.uint(match facts.negation {
        None => 0,
        Some(Negation::NoneKnown) => 1,
        Some(Negation::NoInformation) => 2,
        Some(Negation::NotDone) => 3,
    });
    to.list(&[Maybe(facts.subject.clone()), Maybe(facts.medicine.clone())]);
    to.list(&facts.identifiers.iter().cloned().map(Named).collect::<Vec<_>>());
    to.value(&Maybe(facts.group.clone()));
    to.list(&facts.aliases);
    to.list(&facts.details.iter().cloned().map(Told).collect::<Vec<_>>());
}

fn read(from: &mut Reader<'_>, section: Section) -> Result<Summary, Malformed> {
    let form = (from.array()?, from.uint()?);
    if ![(LENGTH, VERSION), WITHOUT_ORIGINS, WITHOUT_LOTS, WITHOUT_NAMES].contains(&form) {
        return Err(Malformed("row version"));
    }
    let mut facts = Summary {
        section: section.name(),
        resource_type: from.value()?,
        readable: from.bool()?,
        ..Summary::default()
    };
    for text in [&mut facts.id, &mut facts.version_id, &mut facts.title] {
        *text = maybe(from)?;
    }
    facts.code = maybe(from)?.map(|Coded(code)| code);
    facts.category = maybe(from)?;
    facts.when = maybe(from)?.map(|Date(date)| date);
    facts.until = maybe(from)?.map(|Date(date)| date);
    for text in [
        &mut facts.status,
        &mut facts.verification,
        &mut facts.severity,
        &mut facts.criticality,
    ] {
        *text = maybe(from)?;
    }
    facts.value = maybe(from)?.map(|Value(value)| value);
    facts.range = maybe(from)?.map(|Range(range)| range);
    facts.flag = maybe(from)?;
    let parts: Vec<Part> = from.list(MAX_LIST)?;
    facts.components = parts.into_iter().map(|Part(part)| part).collect();
    for text in [
        &mut facts.reaction,
        &mut facts.dosage,
        &mut facts.note,
        &mut facts.who,
    ] {
        *text = maybe(from)?;
    }
    facts.negation = match from.uint()? {
        0 => None,
        1 => Some(Negation::NoneKnown),
        2 => Some(Negation::NoInformation),
        3 => Some(Negation::NotDone),
        _ => return Err(Malformed("negation")),
    };
    from.array_of(2)?;
    facts.subject = maybe(from)?;
    facts.medicine = maybe(from)?;
    let names: Vec<Named> = from.list(MAX_LIST)?;
    facts.identifiers = names.into_iter().map(|Named(name)| name).collect();
    facts.group = maybe(from)?;
    if form != WITHOUT_NAMES {
        facts.aliases = from.list(MAX_LIST)?;
        let details: Vec<Told> = from.list(MAX_LIST)?;
        facts.details = details.into_iter().map(|Told(detail)| detail).collect();
    } else {
        // Its key does not tell left from right: until the rows are made anew, it stands alone.
        facts.group = None;
    }
    Ok(facts)
}

/// Nothing, or one thing: an array of none or one.
pub(crate) struct Maybe<T>(pub(crate) Option<T>);

pub(crate) fn maybe<T: Canonical>(from: &mut Reader<'_>) -> Result<Option<T>, Malformed> {
    from.value().map(|Maybe(value)| value)
}

impl<T: Canonical> Canonical for Maybe<T> {
    fn write(&self, to: &mut Writer) {
        match &self.0 {
            None => to.array(0),
            Some(value) => to.array(1).value(value),
        };
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        match from.array()? {
            0 => Ok(Self(None)),
            1 => Ok(Self(Some(from.value()?))),
            _ => Err(Malformed("optional")),
        }
    }
}

struct Date(FhirDateTime);

impl Canonical for Date {
    fn write(&self, to: &mut Writer) {
        to.text(self.0.as_str());
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        Ok(Self(FhirDateTime::new(from.text()?)))
    }
}

struct Number(Decimal);

impl Canonical for Number {
    fn write(&self, to: &mut Writer) {
        to.text(self.0.as_str());
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        Decimal::new(from.text()?)
            .map(Self)
            .map_err(|_| Malformed("decimal"))
    }
}

struct Coded(Code);

impl Canonical for Coded {
    fn write(&self, to: &mut Writer) {
        to.array(2)
            .value(&Maybe(self.0.system.clone()))
            .text(&self.0.code);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        Ok(Self(Code {
            system: maybe(from)?,
            code: from.value()?,
        }))
    }
}

struct Named(Identifier);

impl Canonical for Named {
    fn write(&self, to: &mut Writer) {
        to.list(&[Maybe(self.0.system.clone()), Maybe(self.0.value.clone())]);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        Ok(Self(Identifier {
            system: maybe(from)?,
            value: maybe(from)?,
        }))
    }
}

struct Told(Detail);

impl Canonical for Told {
    fn write(&self, to: &mut Writer) {
        to.array(2).text(&self.0.name).text(&self.0.value);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        Ok(Self(Detail {
            name: from.value()?,
            value: from.value()?,
        }))
    }
}

struct Value(Amount);

impl Canonical for Value {
    fn write(&self, to: &mut Writer) {
        let it = &self.0;
        to.array(5)
            .text(&it.text)
            .value(&Maybe(it.number.clone().map(Number)));
        for text in [&it.comparator, &it.unit, &it.ucum] {
            to.value(&Maybe(text.clone()));
        }
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(5)?;
        Ok(Self(Amount {
            text: from.value()?,
            number: maybe(from)?.map(|Number(number)| number),
            comparator: maybe(from)?,
            unit: maybe(from)?,
            ucum: maybe(from)?,
        }))
    }
}

struct Range(UsualRange);

impl Canonical for Range {
    fn write(&self, to: &mut Writer) {
        let it = &self.0;
        to.array(3)
            .value(&Maybe(it.low.clone().map(Number)))
            .value(&Maybe(it.high.clone().map(Number)))
            .value(&Maybe(it.text.clone()));
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        Ok(Self(UsualRange {
            low: maybe(from)?.map(|Number(number)| number),
            high: maybe(from)?.map(|Number(number)| number),
            text: maybe(from)?,
        }))
    }
}

struct Part(Reading);

impl Canonical for Part {
    fn write(&self, to: &mut Writer) {
        let it = &self.0;
        to.array(5)
            .value(&Maybe(it.title.clone()))
            .value(&Maybe(it.code.clone().map(Coded)))
            .value(&Maybe(it.value.clone().map(Value)))
            .value(&Maybe(it.range.clone().map(Range)))
            .value(&Maybe(it.flag.clone()));
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(5)?;
        Ok(Self(Reading {
            title: maybe(from)?,
            code: maybe(from)?.map(|Coded(code)| code),
            value: maybe(from)?.map(|Value(value)| value),
            range: maybe(from)?.map(|Range(range)| range),
            flag: maybe(from)?,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pocketchart_fhir::split::{Part, split_bytes};
    use pocketchart_fhir::summary::summary;

    fn read_back(bytes: &[u8]) -> Result<Summary, Malformed> {
        read(&mut Reader::new(bytes), Section::Results)
    }

    #[test]
    fn every_summary_of_the_example_reads_back() {
        let file = include_bytes!("../../../examples/maria-okafor.json");
        let mut count = 0;
        for part in split_bytes(file).unwrap() {
            let Part::Resource(resource) = part else {
                panic!("unreadable");
            };
            let mut facts = summary(&resource.bytes).unwrap();
            facts.section = "results";
            facts.search.clear();
            let bytes = to_bytes(&facts);
            assert_eq!(read_back(&bytes).unwrap(), facts);
            for cut in 0..bytes.len() {
                assert!(read_back(&bytes[..cut]).is_err());
            }
            count += 1;
        }
        assert_eq!(count, 132);
    }

    #[test]
    fn another_version_is_not_read() {
        let mut bytes = to_bytes(&Summary::default());
        assert_eq!(u64::from(bytes[2]), VERSION, "array of 28, then the version");
        bytes[2] += 1;
        assert_eq!(read_back(&bytes), Err(Malformed("row version")));
    }

    #[test]
    fn the_first_version_is_read_without_other_names_and_details() {
        let grouped = Summary {
            group: Some("problem|text|fracture".into()),
            ..Summary::default()
        };
        let mut bytes = to_bytes(&grouped);
        bytes.truncate(bytes.len() - 2);
        (bytes[1], bytes[2]) = (26, 1);
        let read = read_back(&bytes).unwrap();
        assert_eq!(
            (read.section, read.group, read.details),
            ("results", None, Vec::new())
        );
    }
}
