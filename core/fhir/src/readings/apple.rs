//! The export of Apple Health: `export.zip` with `export.xml`, in which there may be millions of records, and with FHIR resources of
//! hospitals under `clinical-records`.

mod kind;
mod xml;

use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufRead, BufReader, Read, Seek};

use zip::ZipArchive;

use self::xml::{Item, Record, items};
use super::date::written;
use super::measure::Measure;
use super::observation::{Amount, Context, doubts, observation};
use crate::reading::{Derived, Left, Why};
use crate::split::{Head, Position, RESOURCE_LIMIT, Resource};

/// What is found in an export, in the order of its files.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Found {
    /// A resource.
    Derived(Box<Derived>),
    /// Something that was not taken over; records of a type that has no mapping are told once, with their number.
    Left(Left),
    /// A value that is to be looked at.
    Doubt(Left),
}

/// Why an export is not read, or not to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AppleError {
    /// No ZIP file.
    #[error("not a ZIP file")]
    NotZip,
    /// A ZIP file without Apple Health's export.
    #[error("no export of Apple Health")]
    NotHealthData,
    /// The export is no well-formed XML.
    #[error("the export is not well-formed")]
    NotXml,
    /// It ends in the middle.
    #[error("the export ends in the middle")]
    Truncated,
    /// One element of more than 1 MiB.
    #[error("an element larger than 1 MiB")]
    ElementTooLarge,
    /// The file could not be read.
    #[error("the file could not be read")]
    Io(io::ErrorKind),
    /// The caller wants no more.
    #[error("stopped")]
    Stopped,
}

impl AppleError {
    /// The id of the sentence for people.
    pub fn id(self) -> &'static str {
        match self {
            Self::NotZip => "apple-not-zip",
            Self::NotHealthData => "apple-not-health-data",
            Self::NotXml => "apple-not-xml",
            Self::Truncated => "apple-truncated",
            Self::ElementTooLarge => "apple-element-too-large",
            Self::Io(_) => "apple-io",
            Self::Stopped => "apple-stopped",
        }
    }
}

/// Tells everything in an export about one person, `subject` the reference to their Patient, until `each` answers with false.
///
/// Memory does not grow with the export: one element, the names of types, and the marks of blood pressures, at most a million.
///
/// # Errors
/// [`AppleError`]. What was told before it holds.
pub fn for_each_in_apple_health<R: Read + Seek>(
    file: R,
    subject: &str,
    each: &mut dyn FnMut(Found) -> bool,
) -> Result<(), AppleError> {
    let mut archive = ZipArchive::new(file).map_err(|error| match error {
        zip::result::ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => {
            AppleError::Io(error.kind())
        }
        _ => AppleError::NotZip,
    })?;
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    let export = names.iter().find(|name| is_export(name));
    let export = export.ok_or(AppleError::NotHealthData)?;
    let open = |archive: &mut ZipArchive<R>,
                name: &str,
                then: &mut dyn FnMut(&mut dyn Read) -> Result<(), AppleError>| {
        let mut file = archive.by_name(name).map_err(|_| AppleError::NotZip)?;
        then(&mut file)
    };
    let mut pressures = Pressures::default();
    open(&mut archive, export, &mut |file| {
        pressures.learn(BufReader::new(file))
    })?;
    open(&mut archive, export, &mut |file| {
        records(BufReader::new(file), &pressures, subject, each)
    })?;
    let mut others = BTreeMap::new();
    for name in &names {
        if name == export || name.ends_with('/') {
            continue;
        }
        if name.contains("/clinical-records/") && name.ends_with(".json") {
            open(&mut archive, name, &mut |file| clinical(file, name, each))?;
        } else {
            *others.entry(folder(name)).or_insert(0_u64) += 1;
        }
    }
    for (folder, count) in others {
        tell(each, Found::Left(counted(folder, folder, count)))?;
    }
    Ok(())
}

/// `apple_health_export/export.xml`, whose name is in the phone's language; the summary in CDA beside it is another.
fn is_export(name: &str) -> bool {
    let mut parts = name.split('/');
    let file = parts.next_back().unwrap_or_default();
    file.ends_with(".xml") && !file.ends_with("_cda.xml") && parts.count() == 1
}

/// What kind of file it is: the folder in which it lies, or its name.
fn folder(name: &str) -> &str {
    let mut parts = name.split('/').skip(1);
    parts.next().unwrap_or(name)
}

fn counted(place: &str, what: &str, count: u64) -> Left {
    Left {
        place: place.to_owned(),
        what: format!("{what}: {count}"),
        why: Why::NoMapping,
    }
}

fn tell(each: &mut dyn FnMut(Found) -> bool, found: Found) -> Result<(), AppleError> {
    if each(found) {
        Ok(())
    } else {
        Err(AppleError::Stopped)
    }
}

/// A resource of a hospital, byte for byte.
fn clinical(file: &mut dyn Read, name: &str, each: &mut dyn FnMut(Found) -> bool) -> Result<(), AppleError> {
    let mut bytes = Vec::new();
    let room = RESOURCE_LIMIT as u64 + 1;
    file.take(room)
        .read_to_end(&mut bytes)
        .map_err(|error| AppleError::Io(error.kind()))?;
    let head = Head::of(&bytes).ok().filter(|_| {
        bytes.len() <= RESOURCE_LIMIT && serde_json::from_slice::<serde::de::IgnoredAny>(&bytes).is_ok()
    });
    let Some(head) = head else {
        return tell(
            each,
            Found::Left(Left {
                place: name.to_owned(),
                what: name.to_owned(),
                why: Why::Malformed,
            }),
        );
    };
    let derived = Derived {
        resource: Resource {
            bytes,
            head,
            full_url: None,
            position: Position { offset: 0, number: 1 },
        },
        place: name.to_owned(),
    };
    tell(each, Found::Derived(Box::new(derived)))
}

/// Marks of the numbers that are part of a blood pressure. By the export's own words each of them stands in it twice: in its
/// correlation, and by itself.
#[derive(Default)]
struct Pressures(HashSet<u64>);

impl Pressures {
    /// Beyond so many a number is told by itself, too: twice, but not lost.
    const LIMIT: usize = 1_000_000;

    fn mark(record: &Record) -> u64 {
        let mut hasher = DefaultHasher::new();
        (
            &record.kind,
            &record.source,
            &record.unit,
            &record.value,
            &record.start,
        )
            .hash(&mut hasher);
        hasher.finish()
    }

    fn learn<B: BufRead>(&mut self, reader: B) -> Result<(), AppleError> {
        items(reader, &mut |item, _, _| {
            if let Item::Together(records) = item
                && pressure(&records).is_some()
            {
                for record in &records {
                    if self.0.len() < Self::LIMIT {
                        self.0.insert(Self::mark(record));
                    }
                }
            }
            Ok(())
        })
    }
}

/// The upper and lower number of a blood pressure.
fn pressure(records: &[Record]) -> Option<(&Record, &Record)> {
    let of = |measure| {
        let mut found = records
            .iter()
            .filter(move |record| kind::measure(&record.kind) == Some(measure));
        found.next().filter(|_| found.next().is_none())
    };
    let (upper, lower) = (of(Measure::Systolic)?, of(Measure::Diastolic)?);
    (upper.start == lower.start && upper.unit == lower.unit).then_some((upper, lower))
}

fn records<B: BufRead>(
    reader: B,
    pressures: &Pressures,
    subject: &str,
    each: &mut dyn FnMut(Found) -> bool,
) -> Result<(), AppleError> {
    let mut left: BTreeMap<String, u64> = BTreeMap::new();
    let mut count = |what: &str| {
        // A file of made-up types shall not fill the memory.
        if left.len() < 10_000 || left.contains_key(what) {
            *left.entry(what.to_owned()).or_default() += 1;
        }
    };
    items(reader, &mut |item, number, offset| {
        let take = |records: &[&Record], each: &mut dyn FnMut(Found) -> bool| {
            reading(records, number, offset, subject, each)
        };
        match &item {
            Item::Record(record) => match kind::measure(&record.kind) {
                None => count(&record.kind),
                Some(Measure::Systolic | Measure::Diastolic)
                    if pressures.0.contains(&Pressures::mark(record)) => {}
                Some(_) => take(&[record], each)?,
            },
            Item::Together(records) => match pressure(records) {
                Some((upper, lower)) => take(&[upper, lower], each)?,
                // Its records stand by themselves, too.
                None => count("Correlation"),
            },
            // They name the files of hospitals, which are told themselves.
            Item::Other(name) if name == "ClinicalRecord" || name == "ExportDate" => {}
            Item::Other(name) => count(name),
            Item::Damaged(name) => {
                let left = Left {
                    place: format!("{name}[{number}]"),
                    what: name.clone(),
                    why: Why::Malformed,
                };
                tell(each, Found::Left(left))?;
            }
        }
        Ok(())
    })?;
    for (what, count) in &left {
        tell(each, Found::Left(counted("export.xml", what, *count)))?;
    }
    Ok(())
}

fn reading(
    records: &[&Record],
    number: u64,
    offset: u64,
    subject: &str,
    each: &mut dyn FnMut(Found) -> bool,
) -> Result<(), AppleError> {
    let Some(first) = records.first() else {
        return Ok(());
    };
    let place = format!("Record[{number}]");
    let malformed = |what: &str| {
        Found::Left(Left {
            place: place.clone(),
            what: format!("{}: {what}", first.kind),
            why: Why::Malformed,
        })
    };
    let moment = written(&first.start).and_then(|it| it.moment(None, None).ok());
    let Some(when) = moment else {
        return tell(each, malformed(&first.start));
    };
    let mut amounts = Vec::new();
    for record in records {
        let measure = kind::measure(&record.kind);
        let read = measure.and_then(|it| Some((it, kind::amount(it, &record.unit, &record.value)?)));
        let Some((measure, (unit, value))) = read else {
            return tell(each, malformed(&format!("{} {}", record.value, record.unit)));
        };
        amounts.push(Amount { measure, value, unit });
    }
    for doubt in doubts(&place, &amounts) {
        tell(each, Found::Doubt(doubt))?;
    }
    let origin = ["apple-health", first.source.as_str()].join("\u{1f}");
    let context = Context {
        subject,
        origin: &origin,
        place: &place,
        position: Position { offset, number },
        when: &when,
        device: Some(first.source.as_str()).filter(|source| !source.trim().is_empty() && !first.typed),
        note: None,
        typed: first.typed,
    };
    match observation(&context, &amounts) {
        Some(derived) => tell(each, Found::Derived(Box::new(derived))),
        None => Ok(()),
    }
}
