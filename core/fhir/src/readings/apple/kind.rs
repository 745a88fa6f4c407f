//! Types of Apple Health's records and units, as HealthKit's documentation names them (`HKQuantityTypeIdentifier`, `HKUnit`).

use super::super::measure::{Measure, Unit};
use super::super::observation::Value;
use crate::Decimal;

const PREFIX: &str = "HKQuantityTypeIdentifier";

/// The quantity of a type of record.
pub(super) fn measure(kind: &str) -> Option<Measure> {
    Some(match kind.strip_prefix(PREFIX)? {
        "BloodPressureSystolic" => Measure::Systolic,
        "BloodPressureDiastolic" => Measure::Diastolic,
        "HeartRate" => Measure::HeartRate,
        "RestingHeartRate" => Measure::RestingHeartRate,
        "BloodGlucose" => Measure::Glucose,
        "BodyMass" => Measure::Weight,
        "Height" => Measure::Height,
        "BodyMassIndex" => Measure::BodyMassIndex,
        "OxygenSaturation" => Measure::OxygenSaturation,
        "BodyTemperature" => Measure::Temperature,
        "RespiratoryRate" => Measure::RespiratoryRate,
        _ => return None,
    })
}

/// The unit and number of a record. A per cent of HealthKit is a part of one: `0.97` is 97 %.
pub(super) fn amount(measure: Measure, unit: &str, value: &str) -> Option<(Unit, Value)> {
    let unit = match (measure, unit) {
        // A body mass index has the unit of a bare number.
        (Measure::BodyMassIndex, "count") => Unit::KilogramPerSquareMetre,
        _ => Unit::spelled(unit).filter(|unit| measure.units().contains(unit))?,
    };
    let number = Decimal::spelled(value)?;
    let number = if unit == Unit::Percent {
        hundredfold(&number)?
    } else {
        number
    };
    Some((unit, Value::Number(number)))
}

/// A part of one as a per cent: its point two places on, no digit lost. `None` of what is more than the whole.
fn hundredfold(part: &Decimal) -> Option<Decimal> {
    let (whole, fraction) = part.as_str().split_once('.').unwrap_or((part.as_str(), ""));
    if !matches!(whole, "0" | "1") || (whole == "1" && fraction.bytes().any(|digit| digit != b'0')) {
        return None;
    }
    let fraction = format!("{fraction:0<2}");
    let (up, rest) = fraction.split_at_checked(2)?;
    let point = if rest.is_empty() { "" } else { "." };
    Decimal::spelled(&format!("{whole}{up}{point}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_one_becomes_a_per_cent_without_a_float() {
        let told = |text: &str| {
            let (_, value) = amount(Measure::OxygenSaturation, "%", text)?;
            match value {
                Value::Number(number) => Some(number.as_str().to_owned()),
                _ => None,
            }
        };
        for (part, percent) in [
            ("0.97", "97"),
            ("0.9", "90"),
            ("1", "100"),
            ("0.975", "97.5"),
            ("0.05", "5"),
        ] {
            assert_eq!(told(part).as_deref(), Some(percent), "{part}");
        }
        for text in ["97", "1.01", "-0.5", "1e-2", ""] {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn a_unit_of_something_else_is_refused() {
        assert!(amount(Measure::Weight, "mg/dL", "72").is_none());
        assert!(amount(Measure::Glucose, "mmol<180.1558800000541>/L", "5.1").is_some());
    }
}
