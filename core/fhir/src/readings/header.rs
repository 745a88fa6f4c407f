//! What the columns of a device's file mean, told by their headings.
//!
//! The names are those of the exports of OMRON connect, Withings Health Mate, LibreView, Dexcom Clarity and Health Auto Export (Apple
//! Health), as their published examples have them, and plain English words; `docs/readers.md` lists them.

use super::measure::{Measure, Unit};

/// What a heading says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// A number of this quantity, in this unit where it is said.
    Amount(Measure, Option<Unit>),
    /// A date, or a date with its time.
    Date,
    /// A time of day, where another column has the date.
    Time,
    /// A remark.
    Note,
    /// The name of the device.
    Device,
    /// What kind of row it is (Dexcom Clarity): only rows of readings are readings.
    Event,
    /// Something else.
    Other,
}

const AMOUNTS: &[(Measure, &[&str])] = &[
    (
        Measure::Systolic,
        &[
            "systolic",
            "sys",
            "systolic bp",
            "systolic blood pressure",
            "systolic pressure",
            "blood pressure systolic",
            "blood pressure [systolic]",
        ],
    ),
    (
        Measure::Diastolic,
        &[
            "diastolic",
            "dia",
            "diastolic bp",
            "diastolic blood pressure",
            "diastolic pressure",
            "blood pressure diastolic",
            "blood pressure [diastolic]",
        ],
    ),
    (Measure::HeartRate, &["heart rate", "pulse", "pulse rate", "hr"]),
    (Measure::RestingHeartRate, &["resting heart rate"]),
    (
        Measure::Glucose,
        &["glucose", "blood glucose", "strip glucose", "bg", "blood sugar"],
    ),
    (
        Measure::SensorGlucose,
        &[
            "historic glucose",
            "scan glucose",
            "glucose value",
            "sensor glucose",
        ],
    ),
    (
        Measure::Weight,
        &["weight", "body weight", "body mass", "weight & body mass"],
    ),
    (Measure::Height, &["height", "body height"]),
    (Measure::BodyMassIndex, &["bmi", "body mass index"]),
    (
        Measure::OxygenSaturation,
        &[
            "spo2",
            "oxygen saturation",
            "blood oxygen",
            "blood oxygen saturation",
            "o2 saturation",
        ],
    ),
    (Measure::Temperature, &["temperature", "body temperature", "temp"]),
    (
        Measure::RespiratoryRate,
        &["respiratory rate", "respiration rate"],
    ),
];

const OTHERS: &[(Heading, &[&str])] = &[
    (
        Heading::Date,
        &[
            "date",
            "date/time",
            "datetime",
            "date time",
            "timestamp",
            "device timestamp",
            "measurement date",
            "date of measurement",
        ],
    ),
    (Heading::Time, &["time", "measurement time"]),
    (Heading::Note, &["note", "notes", "comment", "comments"]),
    (Heading::Device, &["device", "source device id"]),
    (Heading::Event, &["event type"]),
];

/// What a heading means.
pub(super) fn heading(text: &str) -> Heading {
    let text = text.trim().trim_start_matches('\u{feff}').to_lowercase();
    let (name, unit) = parted(&text);
    let amount = AMOUNTS
        .iter()
        .find(|(_, names)| names.contains(&name) || names.contains(&text.as_str()));
    if let Some((measure, _)) = amount {
        return match unit {
            // A unit that this quantity is not measured in is another quantity.
            Some(unit) => match Unit::spelled(unit).filter(|unit| measure.units().contains(unit)) {
                Some(unit) => Heading::Amount(*measure, Some(unit)),
                None => Heading::Other,
            },
            None => Heading::Amount(*measure, only(measure.units())),
        };
    }
    let other = OTHERS
        .iter()
        .find(|(_, names)| names.contains(&name) || names.contains(&text.as_str()));
    other.map_or(Heading::Other, |(heading, _)| heading.clone())
}

/// The unit, where there is but one.
fn only(units: &[Unit]) -> Option<Unit> {
    match units {
        [unit] => Some(*unit),
        _ => None,
    }
}

/// A heading without the unit at its end: in brackets, or behind the last space.
fn parted(text: &str) -> (&str, Option<&str>) {
    if let Some((name, unit)) = text.rsplit_once('(').filter(|_| text.ends_with(')')) {
        return (name.trim(), unit.strip_suffix(')'));
    }
    match text.rsplit_once(' ') {
        Some((name, unit)) if Unit::spelled(unit).is_some() => (name.trim(), Some(unit)),
        _ => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_known_exports_are_told() {
        use Measure::*;
        let amount = |measure, unit| Heading::Amount(measure, Some(unit));
        for (text, meaning) in [
            ("Systolic (mmHg)", amount(Systolic, Unit::MillimetreOfMercury)),
            ("Pulse (bpm)", amount(HeartRate, Unit::PerMinute)),
            ("Heart Rate", amount(HeartRate, Unit::PerMinute)),
            (
                "Historic Glucose mmol/L",
                amount(SensorGlucose, Unit::MillimolePerLitre),
            ),
            (
                "Strip Glucose mg/dL",
                amount(Glucose, Unit::MilligramPerDecilitre),
            ),
            (
                "Glucose Value (mg/dL)",
                amount(SensorGlucose, Unit::MilligramPerDecilitre),
            ),
            ("Weight & Body Mass (lb)", amount(Weight, Unit::Pound)),
            (
                "Blood Pressure [Diastolic] (mmHg)",
                amount(Diastolic, Unit::MillimetreOfMercury),
            ),
            ("Body temperature °F", amount(Temperature, Unit::Fahrenheit)),
            ("Weight", Heading::Amount(Weight, None)),
            ("Timestamp (YYYY-MM-DDThh:mm:ss)", Heading::Date),
            ("Device Timestamp", Heading::Date),
            ("Fat mass (kg)", Heading::Other),
            ("Glucose Rate of Change (mg/dL/min)", Heading::Other),
            ("Weight (mg/dL)", Heading::Other),
            ("Heart Rate [Avg] (count/min)", Heading::Other),
        ] {
            assert_eq!(heading(text), meaning, "{text}");
        }
    }
}
