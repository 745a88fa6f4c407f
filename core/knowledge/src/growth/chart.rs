//! The charts: three numbers (LMS) at each age or length.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::finding::RuleColumns;
use crate::tables::Tables;
use crate::{Rule, Sex, UnreadableTables};

static COMPRESSED: &[u8] = include_bytes!("../../data/growth.cbor.zst");
const TABLE: &str = "growth_lms";

/// A chart of growth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chart {
    /// Length, lying, for age: from birth to 3 years.
    Length,
    /// Height, standing, for age: from 2 to 20 years.
    Height,
    /// Weight for age: from birth to 2 years.
    WeightOfInfants,
    /// Weight for age: from 2 to 20 years.
    Weight,
    /// Head circumference for age: from birth to 3 years.
    HeadCircumference,
    /// Weight for length, lying: from 45 to 103.5 cm.
    WeightForLength,
    /// Body mass index for age: from 2 to 20 years.
    BodyMassIndex,
}

impl Chart {
    /// Its name in the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Height => "height",
            Self::WeightOfInfants => "weight-infant",
            Self::Weight => "weight",
            Self::HeadCircumference => "head-circumference",
            Self::WeightForLength => "weight-for-length",
            Self::BodyMassIndex => "body-mass-index",
        }
    }

    /// The unit of what it shows, after UCUM.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Length | Self::Height | Self::HeadCircumference => "cm",
            Self::WeightOfInfants | Self::Weight | Self::WeightForLength => "kg",
            Self::BodyMassIndex => "kg/m2",
        }
    }

    /// The text that says what it shows: an id in `strings/`.
    pub fn text(self) -> &'static str {
        match self {
            Self::Length => "growth-length",
            Self::Height => "growth-height",
            Self::WeightOfInfants | Self::Weight => "growth-weight",
            Self::HeadCircumference => "growth-head-circumference",
            Self::WeightForLength => "growth-weight-for-length",
            Self::BodyMassIndex => "growth-body-mass-index",
        }
    }
}

/// So many children of a hundred are below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// How many.
    pub percentile: u8,
    /// Age in months, or length in centimetres, and the size in the unit of the chart.
    pub points: Vec<(f64, f64)>,
}

/// The curves that are drawn, with their distances from the middle in standard deviations.
const CURVES: [(u8, f64); 5] = [
    (3, -1.880_793_608_151_251),
    (10, -1.281_551_565_544_600_4),
    (50, 0.0),
    (90, 1.281_551_565_544_600_4),
    (97, 1.880_793_608_151_251),
];

/// Where a measure is on a chart.
pub(super) struct Place {
    pub(super) z: f64,
    pub(super) rule: Rule,
}

#[derive(Debug)]
struct Lms {
    at: f64,
    l: f64,
    m: f64,
    s: f64,
    rule: Rule,
}

impl Lms {
    /// What is that many standard deviations from the middle.
    fn size(&self, z: f64) -> f64 {
        if self.l == 0.0 {
            self.m * (self.s * z).exp()
        } else {
            self.m * (1.0 + self.l * self.s * z).powf(1.0 / self.l)
        }
    }
}

#[derive(Debug)]
pub(super) struct Charts(HashMap<(&'static str, Sex), Vec<Lms>>);

impl Charts {
    /// The charts, unpacked at the first call.
    pub(super) fn get() -> Result<&'static Self, UnreadableTables> {
        static TABLES: LazyLock<Option<Tables>> = LazyLock::new(|| Tables::unpack(COMPRESSED));
        static CHARTS: LazyLock<Result<Charts, UnreadableTables>> = LazyLock::new(|| {
            let tables = TABLES.as_ref().ok_or(UnreadableTables(TABLE))?;
            Charts::read(tables)
        });
        CHARTS.as_ref().map_err(|problem| *problem)
    }

    /// `None` outside of the chart, and for what is no size.
    pub(super) fn place(&self, chart: Chart, sex: Sex, at: f64, amount: f64) -> Option<Place> {
        let points = self.0.get(&(chart.name(), sex))?;
        let next = points.partition_point(|point| point.at <= at);
        let before = points.get(next.checked_sub(1)?)?;
        let part = match points.get(next) {
            Some(after) => (at - before.at) / (after.at - before.at),
            // The last point itself is on the chart, what is beyond is not.
            None if at <= before.at => 0.0,
            None => return None,
        };
        let after = points.get(next).unwrap_or(before);
        let between = |from: f64, to: f64| from + part * (to - from);
        let (l, m, s) = (
            between(before.l, after.l),
            between(before.m, after.m),
            between(before.s, after.s),
        );
        let z = if l == 0.0 {
            (amount / m).ln() / s
        } else {
            ((amount / m).powf(l) - 1.0) / (l * s)
        };
        (amount > 0.0 && z.is_finite()).then_some(Place { z, rule: before.rule })
    }

    pub(super) fn curves(&self, chart: Chart, sex: Sex) -> Vec<Curve> {
        let points = self.0.get(&(chart.name(), sex)).map_or(&[][..], Vec::as_slice);
        CURVES
            .map(|(percentile, z)| Curve {
                percentile,
                points: points.iter().map(|it| (it.at, it.size(z))).collect(),
            })
            .into()
    }

    fn read(tables: &Tables) -> Result<Self, UnreadableTables> {
        let wrong = UnreadableTables(TABLE);
        let table = tables.table(TABLE)?;
        let rules = RuleColumns::of(TABLE, table)?;
        let [measure, sex, at, l, m, s] = table.columns(["measure", "sex", "at", "l", "m", "s"])?;
        let mut charts: HashMap<_, Vec<Lms>> = HashMap::new();
        for row in table.rows() {
            let sex = match row.cell(sex) {
                "female" => Sex::Female,
                "male" => Sex::Male,
                _ => return Err(wrong),
            };
            let number = |column| row.cell(column).parse().map_err(|_| wrong);
            charts.entry((row.cell(measure), sex)).or_default().push(Lms {
                at: number(at)?,
                l: number(l)?,
                m: number(m)?,
                s: number(s)?,
                rule: rules.rule(row),
            });
        }
        for points in charts.values_mut() {
            points.sort_by(|one, other| one.at.total_cmp(&other.at));
        }
        Ok(Self(charts))
    }
}
