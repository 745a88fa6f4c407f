//! Measured values as the record holds them, each in the unit of its analyte.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use octofhir_ucum::Number;
use pocketchart_fhir::FhirDateTime;
use pocketchart_fhir::view::{CodeableConcept, Component, Observation, Quantity, ReferenceRange, View};

use super::catalog::{Analyte, Catalog};
use super::decimal::{number, significant};
use super::unit::Line;
use super::{Bound, Value};
use crate::calendar::age;
use crate::code_system::LOINC;
use crate::finding::{NotChecked, Text};
use crate::{Person, Statement};

const UCUM: &str = "http://unitsofmeasure.org";

/// One measured value.
#[derive(Clone, Debug)]
pub(crate) struct Reading<'a> {
    pub(crate) entry: &'a str,
    pub(crate) code: &'a str,
    /// The record's words for what was measured.
    pub(crate) name: &'a str,
    pub(crate) analyte: Option<&'static Analyte>,
    pub(crate) when: &'a FhirDateTime,
    pub(crate) day: Date,
    /// Milliseconds, to order and to draw.
    pub(crate) moment: i64,
    /// Whole years on that day.
    pub(crate) age: Option<i16>,
    pub(crate) written: &'a str,
    pub(crate) written_unit: &'a str,
    /// The unit after UCUM, where it is one.
    pub(crate) unit: &'a str,
    pub(crate) bound: Option<Bound>,
    /// In the analyte's unit; without an analyte in the written one.
    pub(crate) value: Number,
    pub(crate) digits: u32,
    pub(crate) ranges: &'a [ReferenceRange],
    pub(crate) interpretation: &'a [CodeableConcept],
}

impl Reading<'_> {
    /// The unit of `value`.
    pub(crate) fn comparing_unit(&self) -> &str {
        self.analyte.map_or(self.unit, |analyte| analyte.unit)
    }

    /// A number of the comparing unit in the unit of this value.
    pub(crate) fn in_its_unit(&self, value: Number) -> Option<Number> {
        match self.analyte {
            Some(analyte) => analyte.line(self.unit)?.back(value),
            None => Some(value),
        }
    }

    /// As it was written.
    pub(crate) fn as_written(&self) -> Value {
        Value {
            number: self.written.to_owned(),
            unit: self.written_unit.to_owned(),
        }
    }

    /// What is measured: readings of one name are compared.
    pub(crate) fn series(&self) -> String {
        match self.analyte {
            Some(analyte) => analyte.id.to_owned(),
            None => format!("{}|{}", self.code, self.unit),
        }
    }
}

/// All readings, each series in the order of time, and what could not be read.
#[derive(Debug, Default)]
pub(crate) struct Readings<'a> {
    pub(crate) series: BTreeMap<String, Vec<Reading<'a>>>,
    pub(crate) not_read: Vec<NotChecked>,
}

impl<'a> Readings<'a> {
    pub(crate) fn of(
        catalog: &'static Catalog,
        statements: &'a [Statement],
        person: &Person,
        on: Date,
    ) -> Self {
        let mut reader = Reader {
            catalog,
            person: *person,
            on,
            lines: HashMap::new(),
            readings: Readings::default(),
        };
        for statement in statements {
            if let View::Observation(observation) = &statement.view {
                reader.observation(&statement.entry, observation);
            }
        }
        let mut readings = reader.readings;
        for series in readings.series.values_mut() {
            series.sort_by(|one, other| {
                (one.moment, one.entry, one.code, one.written).cmp(&(
                    other.moment,
                    other.entry,
                    other.code,
                    other.written,
                ))
            });
        }
        readings
            .not_read
            .sort_by(|one, other| one.entry.cmp(&other.entry));
        readings
    }
}

struct Reader<'a> {
    catalog: &'static Catalog,
    person: Person,
    on: Date,
    lines: HashMap<(&'static str, &'a str), Option<Line>>,
    readings: Readings<'a>,
}

/// The parts that an observation and a component of one have in common.
struct Measured<'a> {
    code: Option<&'a CodeableConcept>,
    quantity: Option<&'a Quantity>,
    ranges: &'a [ReferenceRange],
    interpretation: &'a [CodeableConcept],
}

impl<'a> Reader<'a> {
    fn observation(&mut self, entry: &'a str, observation: &'a Observation) {
        if matches!(
            observation.status.as_deref(),
            Some("entered-in-error" | "cancelled")
        ) {
            return;
        }
        let when = (observation.effective_date_time.as_ref())
            .or(observation.effective_instant.as_ref())
            .or(observation
                .effective_period
                .as_ref()
                .and_then(|period| period.start.as_ref()));
        self.measured(
            entry,
            when,
            &Measured {
                code: observation.code.as_ref(),
                quantity: observation.value_quantity.as_ref(),
                ranges: &observation.reference_range,
                interpretation: &observation.interpretation,
            },
        );
        for component in &observation.component {
            self.component(entry, when, component);
        }
    }

    fn component(&mut self, entry: &'a str, when: Option<&'a FhirDateTime>, component: &'a Component) {
        self.measured(
            entry,
            when,
            &Measured {
                code: component.code.as_ref(),
                quantity: component.value_quantity.as_ref(),
                ranges: &component.reference_range,
                interpretation: &component.interpretation,
            },
        );
    }

    fn measured(&mut self, entry: &'a str, when: Option<&'a FhirDateTime>, measured: &Measured<'a>) {
        let (Some(concept), Some(quantity)) = (measured.code, measured.quantity) else {
            return;
        };
        let Some(written) = quantity.value.as_ref().map(|value| value.as_str()) else {
            return;
        };
        let Some(code) = self.code(concept) else { return };
        let mut analyte = self.catalog.analyte(code);
        let called = concept.words().filter(|words| *words != code);
        let name = called.unwrap_or_else(|| analyte.map_or(code, |analyte| analyte.name));
        let Some((when, day, moment)) = when.and_then(moment) else {
            self.not_read(entry, "measure-not-dated", name, written);
            return;
        };
        if day > self.on {
            return;
        }
        let Some(value) = number(written) else {
            self.not_read(entry, "measure-no-number", name, written);
            return;
        };
        let unit = self.unit(quantity);
        let mut value = Some(value);
        if let Some(of) = analyte {
            match self.line(of, unit) {
                Some(line) => value = value.and_then(|value| line.at(value)),
                None => {
                    self.not_read(entry, "measure-unit-not-known", name, unit);
                    analyte = None;
                }
            }
        }
        let Some(value) = value else { return };
        let reading = Reading {
            entry,
            code,
            name,
            analyte,
            when,
            day,
            moment,
            age: self.person.born.and_then(|born| age(born, day)),
            written,
            written_unit: quantity.unit.as_deref().unwrap_or(unit),
            unit,
            bound: Bound::of(quantity.comparator.as_deref()),
            value,
            digits: significant(written),
            ranges: measured.ranges,
            interpretation: measured.interpretation,
        };
        self.readings
            .series
            .entry(reading.series())
            .or_default()
            .push(reading);
    }

    fn line(&mut self, analyte: &'static Analyte, unit: &'a str) -> Option<Line> {
        *self
            .lines
            .entry((analyte.id, unit))
            .or_insert_with(|| analyte.line(unit))
    }

    /// The code to go by: one that the tables know, else LOINC's, else any.
    fn code(&self, concept: &'a CodeableConcept) -> Option<&'a str> {
        let of_loinc = || {
            let is_loinc =
                |coding: &&'a pocketchart_fhir::view::Coding| coding.system.as_deref() == Some(LOINC);
            (concept.coding.iter().filter(is_loinc)).filter_map(|coding| coding.code.as_deref())
        };
        of_loinc()
            .find(|code| self.catalog.analyte(code).is_some())
            .or_else(|| of_loinc().next())
            .or_else(|| concept.code())
    }

    /// The unit as UCUM writes it, else as it is written; what has none is a plain number.
    fn unit(&self, quantity: &'a Quantity) -> &'a str {
        let filled = |text: &'a Option<String>| text.as_deref().filter(|text| !text.trim().is_empty());
        let (code, unit) = (filled(&quantity.code), filled(&quantity.unit));
        let coded = code.filter(|_| quantity.system.as_deref() == Some(UCUM));
        (coded.filter(|code| self.catalog.ucum(code) == Some(code)))
            .or_else(|| unit.and_then(|unit| self.catalog.ucum(unit)))
            .or_else(|| code.and_then(|code| self.catalog.ucum(code)))
            .or(unit)
            .or(code)
            .unwrap_or("1")
    }

    fn not_read(&mut self, entry: &str, id: &'static str, name: &str, written: &str) {
        self.readings.not_read.push(NotChecked {
            entry: Some(entry.to_owned()),
            why: Text {
                id,
                arguments: vec![("name", name.to_owned()), ("written", written.to_owned())],
            },
        });
    }
}

fn moment(when: &FhirDateTime) -> Option<(&FhirDateTime, Date, i64)> {
    let day = when.day()?.parse().ok()?;
    Some((when, day, when.order_key()?))
}
