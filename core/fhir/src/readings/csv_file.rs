//! Readings in rows: the file of a blood pressure monitor, a scale, a glucose meter or sensor, a pulse oximeter, a thermometer.

use std::collections::HashSet;

use super::date::{DateOrder, Day, NoMoment, Written, Zone, clock, written};
use super::header::{Heading, heading};
use super::measure::{Measure, Unit};
use super::observation::{Amount, Context, Value, doubts, observation};
use super::table::{Row, Table, table};
use crate::reading::{Derived, Left, Reading, Why};
use crate::split::Position;
use crate::{Decimal, FhirDateTime};

/// Largest file, in bytes: 64 MiB.
pub const CSV_LIMIT: usize = 64 << 20;

/// What the columns of a file mean. [`mapping`] tells what the headings say; a person may say more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Heading of the date, or of date and time.
    pub date: String,
    /// Heading of the time of day, where it has a column of its own.
    pub time: Option<String>,
    /// Which number of a date is the day, where the dates do not tell.
    pub order: Option<DateOrder>,
    /// Whether a comma in a number parts its decimals, where the numbers do not tell.
    pub decimal_comma: Option<bool>,
    /// Columns of readings.
    pub columns: Vec<Column>,
    /// Heading of remarks.
    pub note: Option<String>,
    /// Heading of the device's name.
    pub device: Option<String>,
    /// Heading of what kind of row it is: rows other than `EGV`, readings of a sensor, are left.
    pub event: Option<String>,
    /// What the file comes from; readings of the same origin, moment and value are the same reading.
    pub origin: String,
}

/// A column of readings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// What was measured.
    pub measure: Measure,
    /// In which unit; `None` has to be answered before the file is read.
    pub unit: Option<Unit>,
}

/// Why a file of readings is not read. The text is a heading or a value of the file, for the question that is to be asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CsvError {
    /// More than [`CSV_LIMIT`] bytes.
    #[error("larger than 64 MiB")]
    TooLarge,
    /// Neither UTF-8 nor UTF-16 with its mark.
    #[error("neither UTF-8 nor UTF-16")]
    Encoding,
    /// No row of headings with a date and a reading.
    #[error("no headings of readings")]
    Unknown,
    /// The mapping names a column that the file does not have.
    #[error("no column of this heading")]
    NoColumn(String),
    /// The unit of a column is not said.
    #[error("the unit of a column is not said")]
    Unit(String),
    /// Whether day or month comes first in a column is not told by any of its dates, or by some one and by some the other.
    #[error("whether day or month comes first is not said")]
    Order(String),
    /// A column has times without a zone, and the caller does not tell theirs.
    #[error("times without a zone")]
    Zone(String),
    /// Whether a comma parts decimals or thousands in a column is not told.
    #[error("whether a comma parts decimals is not said")]
    Comma(String),
}

impl CsvError {
    /// The id of the sentence for people.
    pub fn id(&self) -> &'static str {
        match self {
            Self::TooLarge => "readings-too-large",
            Self::Encoding => "readings-encoding",
            Self::Unknown => "readings-unknown",
            Self::NoColumn(_) => "readings-no-column",
            Self::Unit(_) => "readings-unit",
            Self::Order(_) => "readings-order",
            Self::Zone(_) => "readings-zone",
            Self::Comma(_) => "readings-comma",
        }
    }
}

/// What the headings of a file say.
///
/// # Errors
/// [`CsvError::TooLarge`], [`CsvError::Encoding`], [`CsvError::Unknown`].
pub fn mapping(file: &[u8]) -> Result<Mapping, CsvError> {
    let table = sized(file)?;
    let mut mapping = Mapping {
        origin: "csv".to_owned(),
        ..Mapping::default()
    };
    let mut time = None;
    for name in &table.headings {
        let once = |place: &mut Option<String>| {
            place.get_or_insert_with(|| name.clone());
        };
        match heading(name) {
            Heading::Date if mapping.date.is_empty() => mapping.date = name.clone(),
            Heading::Time => once(&mut time),
            Heading::Note => once(&mut mapping.note),
            Heading::Device => once(&mut mapping.device),
            Heading::Event => once(&mut mapping.event),
            Heading::Amount(measure, unit) => mapping.columns.push(Column {
                heading: name.clone(),
                measure,
                unit,
            }),
            Heading::Date | Heading::Other => {}
        }
    }
    if mapping.date.is_empty() {
        mapping.date = time.ok_or(CsvError::Unknown)?;
    } else {
        mapping.time = time;
    }
    Ok(mapping)
}

fn sized(file: &[u8]) -> Result<Table, CsvError> {
    if file.len() > CSV_LIMIT {
        return Err(CsvError::TooLarge);
    }
    table(file)
}

/// Where the columns of a mapping stand.
struct Places {
    date: usize,
    time: Option<usize>,
    note: Option<usize>,
    device: Option<usize>,
    event: Option<usize>,
    amounts: Vec<(usize, Measure, Unit)>,
}

impl Places {
    fn of(table: &Table, mapping: &Mapping) -> Result<Self, CsvError> {
        let find = |name: &str| {
            let at = table.headings.iter().position(|heading| heading == name);
            at.ok_or_else(|| CsvError::NoColumn(name.to_owned()))
        };
        let maybe = |name: &Option<String>| name.as_deref().map(find).transpose();
        let mut amounts = Vec::new();
        let mut seen = HashSet::new();
        for column in &mapping.columns {
            let unit = column
                .unit
                .ok_or_else(|| CsvError::Unit(column.heading.clone()))?;
            let mut at = find(&column.heading)?;
            // Two columns may have one heading.
            while !seen.insert(at) {
                let more = table.headings.iter().skip(at + 1);
                let next = more.clone().position(|heading| *heading == column.heading);
                at += 1 + next.ok_or_else(|| CsvError::NoColumn(column.heading.clone()))?;
            }
            amounts.push((at, column.measure, unit));
        }
        Ok(Self {
            date: find(&mapping.date)?,
            time: maybe(&mapping.time)?,
            note: maybe(&mapping.note)?,
            device: maybe(&mapping.device)?,
            event: maybe(&mapping.event)?,
            amounts,
        })
    }

    fn written(&self, row: &Row) -> Option<Written> {
        let mut moment = written(row.cell(self.date))?;
        if let Some(time) = self.time.map(|at| row.cell(at)).filter(|time| !time.is_empty()) {
            // A time of day by itself: on some day.
            let time = match time.split_once(' ') {
                Some((time, half)) => clock(time, Some(half.trim()))?,
                None => clock(time, None)?,
            };
            moment.time = Some(time);
        }
        Some(moment)
    }
}

/// Reads a file of readings about one person: `subject` is the reference to their Patient, `zone` tells the zone of local times.
///
/// ```
/// use pocketchart_fhir::readings::{mapping, read_csv};
/// let file = b"Date,Time,Systolic (mmHg),Diastolic (mmHg),Pulse (bpm),Notes\nJan 12 2025,08:12,114,74,47,-\n";
/// let zone = |_local: &str| Some("+01:00".to_owned());
/// let reading = read_csv(file, &mapping(file)?, "Patient/1", Some(&zone))?;
/// assert_eq!(reading.resources.len(), 2);
/// assert_eq!(reading.resources[0].place, "row[2]/blood-pressure");
/// # Ok::<(), pocketchart_fhir::readings::CsvError>(())
/// ```
///
/// # Errors
/// [`CsvError`]: what has to be answered first. A row that cannot be read is none, but [left](Reading::left).
pub fn read_csv(
    file: &[u8],
    mapping: &Mapping,
    subject: &str,
    zone: Option<Zone>,
) -> Result<Reading, CsvError> {
    let table = sized(file)?;
    let places = Places::of(&table, mapping)?;
    let order = match mapping.order {
        Some(order) => Some(order),
        None => told_order(&table, &places, &mapping.date)?,
    };
    let comma = Commas::of(&table, &places, mapping)?;
    let mut reading = Reading::default();
    let mut known = HashSet::new();
    left_columns(&mut reading, &table, &places);
    for row in &table.rows {
        if row.cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let place = format!("row[{}]", row.line);
        let mut leave = |what: &str, why| {
            reading.left.push(Left {
                place: place.clone(),
                what: what.to_owned(),
                why,
            });
        };
        if let Some(event) = places
            .event
            .map(|at| row.cell(at))
            .filter(|event| *event != "EGV")
        {
            leave(event, Why::NoMapping);
            continue;
        }
        let says = |at: &usize| !is_blank(row.cell(*at));
        if !places.amounts.iter().any(|(at, ..)| says(at)) {
            leave(row.cell(places.date), Why::Empty);
            continue;
        }
        let moment = places
            .written(row)
            .ok_or(NoMoment::Unreadable)
            .and_then(|written| written.moment(order, zone));
        let when = match moment {
            Ok(when) => when,
            Err(NoMoment::Zone) => return Err(CsvError::Zone(mapping.date.clone())),
            Err(_) => {
                leave(row.cell(places.date), Why::Malformed);
                continue;
            }
        };
        let mut amounts = Vec::new();
        for (at, measure, unit) in &places.amounts {
            if !says(at) {
                continue;
            }
            match value(row.cell(*at), comma) {
                Some(value) => amounts.push(Amount {
                    measure: *measure,
                    value,
                    unit: *unit,
                }),
                None => leave(row.cell(*at), Why::Malformed),
            }
        }
        let text = |at: Option<usize>| at.map(|at| row.cell(at)).filter(|text| !is_blank(text));
        let of_row = OfRow {
            row,
            place: &place,
            when: &when,
            note: text(places.note),
            device: text(places.device),
        };
        take(&mut reading, &mut known, of_row, amounts, mapping, subject);
    }
    Ok(reading)
}

/// What a row says beside its numbers.
struct OfRow<'a> {
    row: &'a Row,
    place: &'a str,
    when: &'a FhirDateTime,
    note: Option<&'a str>,
    device: Option<&'a str>,
}

/// Makes the readings of a row: the two numbers of a blood pressure are one, each other number is one.
fn take(
    reading: &mut Reading,
    known: &mut HashSet<String>,
    of: OfRow,
    amounts: Vec<Amount>,
    mapping: &Mapping,
    subject: &str,
) {
    let (pressure, others): (Vec<Amount>, Vec<Amount>) = amounts
        .into_iter()
        .partition(|amount| matches!(amount.measure, Measure::Systolic | Measure::Diastolic));
    let mut groups: Vec<(String, Vec<Amount>)> = Vec::new();
    match pressure.as_slice() {
        [one, other] if one.measure != other.measure && one.unit == other.unit => {
            let mut pair = pressure;
            pair.sort_by_key(|amount| amount.measure == Measure::Diastolic);
            groups.push(("blood-pressure".to_owned(), pair));
        }
        _ => groups.extend(
            pressure
                .into_iter()
                .map(|amount| (amount.measure.code().to_owned(), vec![amount])),
        ),
    }
    groups.extend(
        others
            .into_iter()
            .map(|amount| (amount.measure.code().to_owned(), vec![amount])),
    );
    for (name, amounts) in groups {
        let place = format!("{}/{name}", of.place);
        reading.doubts.extend(doubts(&place, &amounts));
        let context = Context {
            subject,
            origin: &mapping.origin,
            place: &place,
            position: Position {
                offset: of.row.offset,
                number: of.row.line,
            },
            when: of.when,
            device: of.device,
            note: of.note,
            typed: false,
        };
        let Some(derived) = observation(&context, &amounts) else {
            continue;
        };
        let Derived { resource, .. } = &derived;
        // Exports repeat rows; the same reading twice is one.
        if known.insert(resource.full_url.clone().unwrap_or_default()) {
            reading.resources.push(derived);
        }
    }
}

/// Names the columns that are not taken over and say something.
fn left_columns(reading: &mut Reading, table: &Table, places: &Places) {
    let used = |at: usize| {
        at == places.date
            || [places.time, places.note, places.device, places.event].contains(&Some(at))
            || places.amounts.iter().any(|(amount, ..)| *amount == at)
    };
    for (at, heading) in table.headings.iter().enumerate() {
        let says = || table.rows.iter().any(|row| !is_blank(row.cell(at)));
        if !used(at) && says() {
            reading.left.push(Left {
                place: format!("column[{}]", at + 1),
                what: heading.clone(),
                why: Why::NoMapping,
            });
        }
    }
}

fn is_blank(cell: &str) -> bool {
    cell.trim_matches(['-', '–', '—']).trim().is_empty()
}

/// The order that the dates of a file tell; `None` where none of them needs one.
fn told_order(table: &Table, places: &Places, column: &str) -> Result<Option<DateOrder>, CsvError> {
    let days: Vec<Day> = table
        .rows
        .iter()
        .filter_map(|row| Some(written(row.cell(places.date))?.day))
        .collect();
    let told: Vec<DateOrder> = days.iter().filter_map(|day| day.order()).collect();
    let unknown = || CsvError::Order(column.to_owned());
    match told.first() {
        Some(first) if told.iter().all(|order| order == first) => Ok(Some(*first)),
        Some(_) => Err(unknown()),
        None if days.iter().any(|day| day.is_open()) => Err(unknown()),
        None => Ok(None),
    }
}

/// What a comma in a number means.
#[derive(Clone, Copy)]
enum Commas {
    Decimals,
    Thousands,
}

impl Commas {
    /// Told by the caller, or by a number that can mean one thing only.
    fn of(table: &Table, places: &Places, mapping: &Mapping) -> Result<Self, CsvError> {
        match mapping.decimal_comma {
            Some(true) => return Ok(Self::Decimals),
            Some(false) => return Ok(Self::Thousands),
            None if !table.by_comma => return Ok(Self::Decimals),
            None => {}
        }
        let mut open = None;
        for row in &table.rows {
            for (at, ..) in &places.amounts {
                let Some((_, behind)) = row.cell(*at).split_once(',') else {
                    continue;
                };
                if behind.len() != 3 || behind.contains(',') {
                    return Ok(if behind.contains([',', '.']) {
                        Self::Thousands
                    } else {
                        Self::Decimals
                    });
                }
                open.get_or_insert_with(|| table.headings.get(*at).cloned().unwrap_or_default());
            }
        }
        open.map_or(Ok(Self::Decimals), |column| Err(CsvError::Comma(column)))
    }
}

fn value(cell: &str, comma: Commas) -> Option<Value> {
    match cell.to_lowercase().as_str() {
        "low" | "lo" => return Some(Value::Low),
        "high" | "hi" => return Some(Value::High),
        _ => {}
    }
    let number = match comma {
        Commas::Decimals => cell.replace(',', "."),
        Commas::Thousands => cell.replace(',', ""),
    };
    let number = Decimal::spelled(&number)?;
    (!number.as_str().starts_with('-')).then_some(Value::Number(number))
}
