//! What was measured in a chart, over time. Values and dates are the text that their source wrote; a drawing makes places of them.

use pocketchart::{
    Decimal, Measured, Section, StatedItem, Summary,
    knowledge::measure::{self, Basis, Flag, Reason, Series},
    measured_copies,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Content, entry::Source, page::Part};
use crate::{problem::said, store::StoreError};

/// Where measured values stand.
const MEASURED: [Section; 2] = [Section::Results, Section::Vitals];
/// Reasons that are told one by one.
const TOLD: usize = 50;
/// How the values of a copy are named.
const COPY: &str = "copy-";

/// A part of what was measured: what was measured most comes first.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct MeasuresPage {
    measures: Vec<Measure>,
    /// Whether there are more after them.
    more: bool,
    /// Why values stand in no measure: 50 at most.
    not_drawn: Vec<String>,
    /// How many those are.
    not_drawn_count: u64,
    /// Of results and vital signs, the sections that were not opened for reading.
    not_opened: Vec<&'static str>,
}

/// One thing that was measured.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Measure {
    /// Names it among the others of this chart.
    measure: String,
    /// What the record calls it.
    name: String,
    code: String,
    /// The unit of every point: the one of the record where it has only one.
    unit: String,
    /// Points.
    count: u64,
    latest: Option<Point>,
}

/// One measure, with a part of its points, newest first.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct MeasurePage {
    #[serde(flatten)]
    measure: Measure,
    points: Vec<Point>,
    /// Whether there are earlier ones.
    more: bool,
    /// Values that are no points, newest first: 50 at most.
    left_out: Vec<LeftOut>,
    /// How many those are.
    left_out_count: u64,
}

/// One value.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct Point {
    /// Names its entry in the shared chart; none for a copy.
    id: Option<String>,
    section: &'static str,
    /// When, as the source wrote it.
    when: String,
    /// Where it is drawn: milliseconds since 1970.
    moment: i64,
    /// In the unit of the measure, with as many digits as were written.
    value: String,
    written: Written,
    /// `<`, `<=`, `>=` or `>` before the value.
    bound: Option<&'static str>,
    /// `low`, `high`, `critical-low` or `critical-high`, by the range or the mark of its source.
    flag: Option<&'static str>,
    /// The range of its source, in the unit of the measure.
    low: Option<String>,
    high: Option<String>,
    /// Who says so.
    sources: Vec<Source>,
}

/// As the source wrote it.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct Written {
    number: String,
    unit: String,
}

/// A value of the record that is no point.
#[derive(Clone, Debug, Serialize, ToSchema)]
struct LeftOut {
    when: String,
    written: Written,
    /// `implausible`: it can hardly be true. `repeated`: another entry says the same of the same moment.
    reason: &'static str,
}

impl From<&measure::Value> for Written {
    fn from(it: &measure::Value) -> Self {
        Self {
            number: it.number.clone(),
            unit: it.unit.clone(),
        }
    }
}

impl From<&measure::LeftOut> for LeftOut {
    fn from(it: &measure::LeftOut) -> Self {
        Self {
            when: it.when.as_str().to_owned(),
            written: (&it.written).into(),
            reason: match it.reason {
                Reason::Implausible(_) => "implausible",
                Reason::Repeated => "repeated",
            },
        }
    }
}

fn flag_name(flag: Flag) -> &'static str {
    match flag {
        Flag::Low => "low",
        Flag::High => "high",
        Flag::CriticalLow => "critical-low",
        Flag::CriticalHigh => "critical-high",
    }
}

/// A limit with the digits of its source, where that wrote the same number.
fn as_written(limit: &str, facts: Option<&Summary>) -> String {
    let parts = facts.iter().flat_map(|it| &it.components);
    let parts = parts.filter_map(|it| it.range.as_ref());
    let ranges = facts.iter().filter_map(|it| it.range.as_ref()).chain(parts);
    let mut written = ranges
        .flat_map(|it| [&it.low, &it.high])
        .flatten()
        .map(Decimal::as_str);
    let shortest = |it: &str| match it.contains('.') {
        true => it.trim_end_matches('0').trim_end_matches('.').to_owned(),
        false => it.to_owned(),
    };
    let same = written.find(|it| shortest(it) == limit);
    same.unwrap_or(limit).to_owned()
}

/// What was measured up to a day, and who said it.
struct Drawn<'a> {
    measured: Measured,
    copies: Vec<StatedItem>,
    content: &'a Content<'a>,
}

impl Drawn<'_> {
    fn measure(&self, it: &Series) -> Measure {
        Measure {
            measure: it.key.clone(),
            name: it.name.clone(),
            code: it.code.clone(),
            unit: it.unit.clone(),
            count: it.points.len() as u64,
            latest: it.points.last().map(|it| self.point(it)),
        }
    }

    fn point(&self, it: &measure::Point) -> Point {
        // What our own table calls usual is not what the source says.
        let range = it
            .range
            .as_ref()
            .filter(|it| !matches!(it.basis, Basis::Typical(_)));
        let copy = it
            .entry
            .strip_prefix(COPY)
            .and_then(|it| it.parse::<usize>().ok());
        let copy = copy.and_then(|number| self.copies.get(number.checked_sub(1)?));
        let item = self.measured.items.get(&it.entry);
        let facts = copy.map(|it| &it.facts).or(item.map(|it| &it.facts));
        let (section, sources) = match (copy, item) {
            (Some(copy), _) => (copy.item.section.name(), vec![copy.into()]),
            (None, Some(item)) => (
                item.section.name(),
                item.sources.iter().map(Source::from).collect(),
            ),
            (None, None) => ("", Vec::new()),
        };
        Point {
            id: copy.is_none().then(|| it.entry.clone()),
            section,
            when: it.when.as_str().to_owned(),
            moment: it.moment,
            value: it.value.clone(),
            written: (&it.written).into(),
            bound: it.bound.map(measure::Bound::sign),
            flag: it.flag.filter(|_| range.is_some()).map(flag_name),
            low: range
                .and_then(|it| it.low.as_deref())
                .map(|it| as_written(it, facts)),
            high: range
                .and_then(|it| it.high.as_deref())
                .map(|it| as_written(it, facts)),
            sources,
        }
    }

    fn measures(&self, part: Part) -> MeasuresPage {
        let (measures, more) = part.of(self.measured.series.iter());
        let why = &self.measured.not_checked;
        let is_closed =
            |section: &Section| matches!(self.content.source(*section), super::banner::Source::None);
        MeasuresPage {
            measures: measures.into_iter().map(|it| self.measure(it)).collect(),
            more,
            not_drawn: why.iter().take(TOLD).map(|it| said(&it.why)).collect(),
            not_drawn_count: why.len() as u64,
            not_opened: MEASURED
                .into_iter()
                .filter(is_closed)
                .map(Section::name)
                .collect(),
        }
    }

    fn one(&self, key: &str, part: Part) -> Option<MeasurePage> {
        let series = self.measured.series.iter().find(|it| it.key == key)?;
        let (points, more) = part.of(series.points.iter().rev());
        Some(MeasurePage {
            measure: self.measure(series),
            points: points.into_iter().map(|it| self.point(it)).collect(),
            more,
            left_out: series
                .left_out
                .iter()
                .rev()
                .take(TOLD)
                .map(LeftOut::from)
                .collect(),
            left_out_count: series.left_out.len() as u64,
        })
    }
}

impl Content<'_> {
    /// What was measured up to a day (`YYYY-MM-DD`).
    pub(crate) fn measures(&self, day: &str, part: Part) -> Result<MeasuresPage, StoreError> {
        Ok(self.drawn(day)?.measures(part))
    }

    /// One of them; none where nothing of this name was measured.
    pub(crate) fn measure(
        &self,
        day: &str,
        key: &str,
        part: Part,
    ) -> Result<Option<MeasurePage>, StoreError> {
        Ok(self.drawn(day)?.one(key, part))
    }

    /// What may be read in the record is not counted twice. What the clinic itself wrote counts wherever it stands.
    fn drawn(&self, day: &str) -> Result<Drawn<'_>, StoreError> {
        let sections: Vec<Section> = self.shared.copied().collect();
        let copied = self
            .stated
            .iter()
            .filter(|it| sections.contains(&it.item.section));
        let copies: Vec<StatedItem> = copied.cloned().collect();
        let measured = match self.record {
            Some(record) => record.measured_beside(day, (&sections, &copies)),
            None => measured_copies(day, &copies),
        };
        Ok(Drawn {
            measured: measured.map_err(|error| StoreError::Record(error.id()))?,
            copies,
            content: self,
        })
    }
}
