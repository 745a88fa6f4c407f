//! Whether a value is usual: by the limits that came with it, else by our own for adults.

use octofhir_ucum::Number;
use pocketchart_fhir::view::{CodeableConcept, Quantity, ReferenceRange};

use super::catalog::{Catalog, Limits};
use super::decimal::number;
use super::reading::Reading;
use super::unit::Line;
use super::{Basis, Bound, Flag};
use crate::{Person, Rule, Sex};

/// What is to be said of one value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Judgement {
    /// By which limits; `None`: there are none for this person.
    pub(crate) basis: Option<Basis>,
    /// `None`: usual, or not to be told.
    pub(crate) flag: Option<Flag>,
    /// The limits of the usual, in the unit of the value.
    pub(crate) usual: (Option<Number>, Option<Number>),
    /// By which rule it can hardly be true.
    pub(crate) implausible: Option<Rule>,
}

/// Judges a value. What is critical comes first, then the value's own range, then the laboratory's mark, then our table.
pub(crate) fn judge(catalog: &Catalog, reading: &Reading<'_>, person: &Person) -> Judgement {
    let fitting = |limits: &&Limits| limits.fit(reading.age, person.sex);
    let known = if reading.analyte.is_some() {
        reading.code
    } else {
        ""
    };
    let implausible = (catalog.plausible(known).iter())
        .filter(fitting)
        .find(|limits| outside(reading, limits.low, limits.high).is_some())
        .map(|limits| limits.rule);
    let own = own_range(reading, person.sex);
    let mark = laboratory_mark(reading.interpretation);
    let typical = || catalog.ranges(known).iter().filter(fitting);
    let table = typical().find(|limits| limits.low.is_some() || limits.high.is_some());
    let critical = typical().find_map(|limits| {
        let flag = match outside_or_at(reading, limits.critical_low, limits.critical_high)? {
            Flag::Low | Flag::CriticalLow => Flag::CriticalLow,
            Flag::High | Flag::CriticalHigh => Flag::CriticalHigh,
        };
        Some((Basis::Typical(limits.rule), flag))
    });
    let critical = critical.or_else(|| {
        let flag = mark
            .flatten()
            .filter(|flag| matches!(flag, Flag::CriticalLow | Flag::CriticalHigh))?;
        Some((Basis::Laboratory, flag))
    });
    let (basis, flag) = match (critical, own, mark, table) {
        (Some((basis, flag)), ..) => (Some(basis), Some(flag)),
        (_, Some((low, high)), ..) => (Some(Basis::Own), outside(reading, low, high)),
        (.., Some(flag), _) => (Some(Basis::Laboratory), flag),
        (.., Some(limits)) => (
            Some(Basis::Typical(limits.rule)),
            outside(reading, limits.low, limits.high),
        ),
        _ => (None, None),
    };
    // Our limits do not stand beside another's mark.
    let ours = table.filter(|_| basis != Some(Basis::Laboratory));
    let usual = own.or(ours.map(|limits| (limits.low, limits.high)));
    Judgement {
        basis,
        flag,
        usual: usual.unwrap_or_default(),
        implausible,
    }
}

/// Low or high, when that is certain: of `<5` only that it is less than five is known.
fn outside(reading: &Reading<'_>, low: Option<Number>, high: Option<Number>) -> Option<Flag> {
    let value = reading.value;
    let below = |low| match reading.bound {
        None | Some(Bound::AtMost) => value < low,
        Some(Bound::Below) => value <= low,
        Some(Bound::Above | Bound::AtLeast) => false,
    };
    let above = |high| match reading.bound {
        None | Some(Bound::AtLeast) => value > high,
        Some(Bound::Above) => value >= high,
        Some(Bound::Below | Bound::AtMost) => false,
    };
    if low.is_some_and(below) {
        return Some(Flag::Low);
    }
    high.is_some_and(above).then_some(Flag::High)
}

/// As [`outside`], the limits themselves being outside.
fn outside_or_at(reading: &Reading<'_>, low: Option<Number>, high: Option<Number>) -> Option<Flag> {
    let at = |limit: Option<Number>| reading.bound.is_none() && limit == Some(reading.value);
    match (at(low), at(high)) {
        (true, _) => Some(Flag::Low),
        (_, true) => Some(Flag::High),
        _ => outside(reading, low, high),
    }
}

/// The range that came with the value for someone of this age and sex.
fn own_range(reading: &Reading<'_>, sex: Option<Sex>) -> Option<(Option<Number>, Option<Number>)> {
    reading.ranges.iter().find_map(|range| {
        let usual = (range.kind.as_ref())
            .is_none_or(|kind| kind.coding.iter().any(|it| it.code.as_deref() == Some("normal")));
        if !usual || !range.applies_to.iter().all(|whom| is_sex(whom, sex)) || !fits_age(range, reading.age) {
            return None;
        }
        let limit = |quantity: &Option<Quantity>| limit(reading, quantity.as_ref()?);
        let limits = (limit(&range.low), limit(&range.high));
        (limits != (None, None)).then_some(limits)
    })
}

fn limit(reading: &Reading<'_>, quantity: &Quantity) -> Option<Number> {
    let value = number(quantity.value.as_ref()?.as_str())?;
    let filled = |text: &'_ Option<String>| text.clone().filter(|text| !text.is_empty());
    let written = [filled(&quantity.code), filled(&quantity.unit)];
    let mut written = written.into_iter().flatten().peekable();
    if written.peek().is_none() {
        // A limit without a unit is in that of the value.
        let line = reading
            .analyte
            .map_or(Some(Line::SAME), |analyte| analyte.line(reading.unit));
        return line?.at(value);
    }
    written.find_map(|unit| {
        let line = if unit == reading.written_unit || unit == reading.unit {
            match reading.analyte {
                Some(analyte) => analyte.line(reading.unit),
                None => Some(Line::SAME),
            }
        } else {
            match reading.analyte {
                Some(analyte) => analyte.line(&unit),
                None => Line::between(&unit, reading.unit),
            }
        };
        line?.at(value)
    })
}

fn fits_age(range: &ReferenceRange, age: Option<i16>) -> bool {
    let Some(ages) = &range.age else { return true };
    let Some(age) = age.map(|age| Number::from_i64(age.into())) else {
        return false;
    };
    let years = |quantity: &Option<Quantity>| {
        let quantity = quantity.as_ref()?;
        let value = number(quantity.value.as_ref()?.as_str())?;
        Line::between(quantity.code.as_deref().or(quantity.unit.as_deref())?, "a")?.at(value)
    };
    let from = ages.low.is_none() || years(&ages.low).is_some_and(|low| age >= low);
    let until = ages.high.is_none() || years(&ages.high).is_some_and(|high| age <= high);
    from && until
}

fn is_sex(whom: &CodeableConcept, sex: Option<Sex>) -> bool {
    let codes: &[&str] = match sex {
        Some(Sex::Female) => &["248152002", "female", "F"],
        Some(Sex::Male) => &["248153007", "male", "M"],
        None => &[],
    };
    let coded = whom.coding.iter().filter_map(|coding| coding.code.as_deref());
    coded
        .chain(whom.text.as_deref())
        .any(|code| codes.contains(&code))
}

/// What the laboratory says of the value (HL7's codes of interpretation); the inner `None` is *normal*.
fn laboratory_mark(interpretation: &[CodeableConcept]) -> Option<Option<Flag>> {
    let codes = interpretation.iter().flat_map(|concept| &concept.coding);
    codes
        .filter_map(|coding| coding.code.as_deref())
        .find_map(|code| match code {
            "L" | "LU" => Some(Some(Flag::Low)),
            "H" | "HU" => Some(Some(Flag::High)),
            "LL" => Some(Some(Flag::CriticalLow)),
            "HH" => Some(Some(Flag::CriticalHigh)),
            "N" => Some(None),
            _ => None,
        })
}
