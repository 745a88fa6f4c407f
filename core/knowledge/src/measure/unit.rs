//! Conversion between units, exact in decimals.

use octofhir_ucum::{AdvancedConversionContext, Number, convert_with_context, evaluate, parse_expression};

use super::decimal::settled;

/// A straight line from one unit to another: `value × factor + offset`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Line {
    pub(crate) factor: Number,
    pub(crate) offset: Number,
}

impl Line {
    pub(crate) const SAME: Self = Self {
        factor: Number::ONE,
        offset: Number::ZERO,
    };

    /// From one unit to another after UCUM; `None` when they measure different things, and for logarithms.
    ///
    /// An equivalent is a mole in UCUM and is not one of calcium: it is converted by the analyte only, as mass to
    /// amount is.
    pub(crate) fn between(from: &str, to: &str) -> Option<Self> {
        if from == to {
            return Some(Self::SAME);
        }
        if !is_unit(from) || !is_unit(to) || from.contains("eq") != to.contains("eq") {
            return None;
        }
        let line = convert_with_context(1.0, from, to, &AdvancedConversionContext::default()).ok()?;
        Some(Self {
            factor: line.factor?,
            offset: line.offset?,
        })
    }

    /// This line, then that one.
    pub(crate) fn then(self, next: Self) -> Option<Self> {
        Some(Self {
            factor: self.factor.checked_mul(next.factor)?,
            offset: next.at(self.offset)?,
        })
    }

    /// The value on the other side.
    pub(crate) fn at(self, value: Number) -> Option<Number> {
        if self == Self::SAME {
            return Some(value);
        }
        value
            .checked_mul(self.factor)?
            .checked_add(self.offset)
            .map(settled)
    }

    /// Back from the other side.
    pub(crate) fn back(self, value: Number) -> Option<Number> {
        if self == Self::SAME {
            return Some(value);
        }
        value
            .checked_sub(self.offset)?
            .checked_div(self.factor)
            .map(settled)
    }
}

/// Whether UCUM knows it.
pub(crate) fn is_unit(text: &str) -> bool {
    // `validate` of the library looks for similar units when there is none, which takes long.
    parse_expression(text).is_ok_and(|unit| evaluate(&unit).is_ok())
}

#[cfg(test)]
mod tests {
    use super::super::decimal::number;
    use super::*;

    fn convert(value: &str, from: &str, to: &str) -> Option<String> {
        let line = Line::between(from, to)?;
        line.at(number(value).unwrap()).map(|value| value.to_string())
    }

    #[test]
    fn conversions_are_exact() {
        for (value, from, to, result) in [
            ("98.6", "[degF]", "Cel", "37"),
            ("150", "[lb_av]", "kg", "68.0388555"),
            ("100", "mg/dL", "g/L", "1"),
            ("120", "mm[Hg]", "kPa", "15.99864"),
            ("5.5", "10*3/uL", "10*9/L", "5.5"),
            ("0.42", "1", "%", "42"),
            ("6", "[ft_i]", "cm", "182.88"),
            ("2", "[IU]/mL", "[IU]/L", "2000"),
            ("90", "mL/min", "mL/min/{1.73_m2}", "90"),
        ] {
            assert_eq!(
                convert(value, from, to).as_deref(),
                Some(result),
                "{value} {from}"
            );
        }
    }

    #[test]
    fn what_measures_another_thing_is_not_converted() {
        for (from, to) in [
            ("mg/dL", "mmol/L"),
            ("[IU]/L", "mU/L"),
            ("[IU]/L", "mg/L"),
            ("meq/L", "mmol/L"),
            ("[pH]", "mol/L"),
            ("nonsense", "mg/dL"),
            ("", "1"),
        ] {
            assert_eq!(Line::between(from, to), None, "{from} to {to}");
        }
    }
}
