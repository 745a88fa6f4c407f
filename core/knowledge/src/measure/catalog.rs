//! The tables of analytes, units and ranges, indexed once.

use std::collections::HashMap;
use std::sync::LazyLock;

use octofhir_ucum::Number;

use super::decimal::number;
use super::unit::{Line, is_unit};
use crate::finding::RuleColumns;
use crate::tables::{Row, table};
use crate::{Rule, Sex, UnreadableTables};

/// What is measured, under whichever code.
#[derive(Debug)]
pub(crate) struct Analyte {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    /// The unit in which values are compared.
    pub(crate) unit: &'static str,
    factors: Vec<(&'static str, Line)>,
}

impl Analyte {
    /// From a unit to the analyte's own: by what is known of the substance, else by the units alone.
    ///
    /// The table goes first where it names the unit: to UCUM a mole of a mole is as plain a number as a per cent.
    pub(crate) fn line(&self, from: &str) -> Option<Line> {
        let named = self.factors.iter().find(|(unit, _)| *unit == from);
        named
            .map(|(_, line)| *line)
            .or_else(|| Line::between(from, self.unit))
            .or_else(|| {
                self.factors
                    .iter()
                    .find_map(|(unit, line)| Line::between(from, unit)?.then(*line))
            })
    }
}

/// Limits in an analyte's own unit, for those whom they fit.
#[derive(Debug)]
pub(crate) struct Limits {
    pub(crate) rule: Rule,
    pub(crate) sex: Option<Sex>,
    pub(crate) age: (Option<Number>, Option<Number>),
    pub(crate) low: Option<Number>,
    pub(crate) high: Option<Number>,
    pub(crate) critical_low: Option<Number>,
    pub(crate) critical_high: Option<Number>,
}

impl Limits {
    /// Whether they are known to fit; an unknown age or sex does not where one is asked for.
    pub(crate) fn fit(&self, age: Option<i16>, sex: Option<Sex>) -> bool {
        let age = age.map(|age| Number::from_i64(age.into()));
        let from = self.age.0.is_none_or(|from| age.is_some_and(|age| age >= from));
        let until = self.age.1.is_none_or(|until| age.is_some_and(|age| age < until));
        from && until && (self.sex.is_none() || self.sex == sex)
    }
}

/// A number that a rule uses.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Constant {
    pub(crate) rule: Rule,
    pub(crate) value: Number,
}

impl Constant {
    /// The number for counting.
    pub(crate) fn count(&self) -> usize {
        let (value, exponent) = self.value.to_integer_and_exponent();
        let value = 10_i128.saturating_pow(exponent.max(0).unsigned_abs()) * value;
        usize::try_from(value).unwrap_or(0)
    }
}

#[derive(Debug)]
pub(crate) struct Catalog {
    analytes: Vec<Analyte>,
    by_loinc: HashMap<&'static str, usize>,
    ranges: HashMap<&'static str, Vec<Limits>>,
    plausible: HashMap<&'static str, Vec<Limits>>,
    aliases: HashMap<&'static str, &'static str>,
    constants: HashMap<&'static str, Constant>,
}

impl Catalog {
    /// The tables, read at the first call.
    pub(crate) fn get() -> Result<&'static Self, UnreadableTables> {
        static CATALOG: LazyLock<Result<Catalog, UnreadableTables>> = LazyLock::new(Catalog::read);
        CATALOG.as_ref().map_err(|problem| *problem)
    }

    pub(crate) fn analyte(&self, loinc: &str) -> Option<&Analyte> {
        self.analytes.get(*self.by_loinc.get(loinc)?)
    }

    pub(crate) fn ranges(&self, loinc: &str) -> &[Limits] {
        self.ranges.get(loinc).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn plausible(&self, loinc: &str) -> &[Limits] {
        self.plausible.get(loinc).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn constant(&self, name: &'static str) -> Result<Constant, UnreadableTables> {
        self.constants
            .get(name)
            .copied()
            .ok_or(UnreadableTables("measure_rule"))
    }

    /// What UCUM calls a unit that a source wrote in its own way.
    pub(crate) fn ucum<'a>(&self, written: &'a str) -> Option<&'a str> {
        let written = written.trim();
        match self.aliases.get(written) {
            Some(unit) => Some(unit),
            None => is_unit(written).then_some(written),
        }
    }

    fn read() -> Result<Self, UnreadableTables> {
        let mut catalog = Self {
            analytes: Vec::new(),
            by_loinc: HashMap::new(),
            ranges: HashMap::new(),
            plausible: HashMap::new(),
            aliases: HashMap::new(),
            constants: HashMap::new(),
        };
        catalog.read_analytes()?;
        catalog.ranges = catalog.read_limits("reference_range")?;
        catalog.plausible = catalog.read_limits("plausible")?;
        let aliases = table("unit_alias")?;
        let [written, ucum] = aliases.columns(["written", "ucum"])?;
        catalog.aliases = aliases
            .rows()
            .map(|row| (row.cell(written), row.cell(ucum)))
            .collect();
        let constants = table("measure_rule")?;
        let (rules, [value]) = (
            RuleColumns::of("measure_rule", constants)?,
            constants.columns(["value"])?,
        );
        let constant = |row: Row<'_>| {
            let rule = rules.rule(row);
            let value = number(row.cell(value)).unwrap_or_default();
            (rule.row, Constant { rule, value })
        };
        catalog.constants = constants.rows().map(constant).collect();
        Ok(catalog)
    }

    fn read_analytes(&mut self) -> Result<(), UnreadableTables> {
        let wrong = UnreadableTables("analyte_factor");
        let analytes = table("analyte")?;
        let [id, loinc, name, unit] = analytes.columns(["row_id", "loinc", "name", "unit"])?;
        for row in analytes.rows() {
            for code in row.list(loinc) {
                self.by_loinc.insert(code, self.analytes.len());
            }
            self.analytes.push(Analyte {
                id: row.cell(id),
                name: row.cell(name),
                unit: row.cell(unit),
                factors: Vec::new(),
            });
        }
        let factors = table("analyte_factor")?;
        let [analyte, from, to, factor, offset] =
            factors.columns(["analyte", "from_unit", "to_unit", "factor", "offset"])?;
        for row in factors.rows() {
            let of = self.analytes.iter_mut().find(|it| it.id == row.cell(analyte));
            let of = of.filter(|it| it.unit == row.cell(to)).ok_or(wrong)?;
            let line = Line {
                factor: number(row.cell(factor)).ok_or(wrong)?,
                offset: number(row.cell(offset)).unwrap_or_default(),
            };
            of.factors.push((row.cell(from), line));
        }
        Ok(())
    }

    fn read_limits(
        &self,
        name: &'static str,
    ) -> Result<HashMap<&'static str, Vec<Limits>>, UnreadableTables> {
        let wrong = UnreadableTables(name);
        let table = table(name)?;
        let rules = RuleColumns::of(name, table)?;
        let [loinc, unit, age_min] = table.columns(["loinc", "unit", "age_min"])?;
        let column = |name| table.columns([name]).ok().map(|[column]| column);
        let mut limits: HashMap<_, Vec<_>> = HashMap::new();
        for row in table.rows() {
            for code in row.list(loinc) {
                let line = self
                    .analyte(code)
                    .and_then(|analyte| analyte.line(row.cell(unit)));
                let line = line.ok_or(wrong)?;
                let cell = |name| column(name).map_or("", |column| row.cell(column));
                let limit = |name| number(cell(name)).and_then(|limit| line.at(limit));
                limits.entry(code).or_default().push(Limits {
                    rule: rules.rule(row),
                    sex: match cell("sex") {
                        "female" => Some(Sex::Female),
                        "male" => Some(Sex::Male),
                        _ => None,
                    },
                    age: (number(row.cell(age_min)), number(cell("age_max"))),
                    low: limit("low").or_else(|| limit("min")),
                    high: limit("high").or_else(|| limit("max")),
                    critical_low: limit("critical_low"),
                    critical_high: limit("critical_high"),
                });
            }
        }
        Ok(limits)
    }
}
