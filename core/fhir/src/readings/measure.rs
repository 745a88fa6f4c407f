//! What devices at home measure, in which units, under which codes.

use crate::build::codes;

codes! {
    /// A quantity that a device at home measures.
    Measure {
        /// The upper of the two numbers of a blood pressure.
        Systolic = "8480-6",
        /// The lower one.
        Diastolic = "8462-4",
        /// Heart rate, also called pulse.
        HeartRate = "8867-4",
        /// Heart rate at rest.
        RestingHeartRate = "40443-4",
        /// Glucose in a drop of blood; 15074-8 in moles.
        Glucose = "2339-0",
        /// Glucose by a sensor under the skin; 105272-9 in moles.
        SensorGlucose = "99504-3",
        /// Weight of the body.
        Weight = "29463-7",
        /// Height of the body.
        Height = "8302-2",
        /// Weight by the square of the height.
        BodyMassIndex = "39156-5",
        /// Oxygen saturation by a clip on the finger.
        OxygenSaturation = "59408-5",
        /// Temperature of the body.
        Temperature = "8310-5",
        /// Breaths in a minute.
        RespiratoryRate = "9279-1",
    }
}

codes! {
    /// A unit in UCUM.
    Unit {
        MillimetreOfMercury = "mm[Hg]",
        Kilopascal = "kPa",
        PerMinute = "/min",
        MilligramPerDecilitre = "mg/dL",
        MillimolePerLitre = "mmol/L",
        Kilogram = "kg",
        Pound = "[lb_av]",
        Centimetre = "cm",
        Metre = "m",
        Inch = "[in_i]",
        KilogramPerSquareMetre = "kg/m2",
        Percent = "%",
        Celsius = "Cel",
        Fahrenheit = "[degF]",
    }
}

use Unit::*;

impl Unit {
    /// The unit as people write it.
    pub fn words(self) -> &'static str {
        match self {
            MillimetreOfMercury => "mmHg",
            Pound => "lb",
            Inch => "in",
            Celsius => "°C",
            Fahrenheit => "°F",
            other => other.code(),
        }
    }

    /// The unit that a device's file writes so.
    pub(super) fn spelled(text: &str) -> Option<Self> {
        Some(match text.trim().to_lowercase().as_str() {
            "mmhg" | "mm hg" | "mm[hg]" => MillimetreOfMercury,
            "kpa" => Kilopascal,
            "bpm" | "count/min" | "beats/min" | "beats per minute" | "/min" | "1/min" | "brpm" => PerMinute,
            "mg/dl" => MilligramPerDecilitre,
            "mmol/l" | "mmol<180.1558800000541>/l" => MillimolePerLitre,
            "kg" => Kilogram,
            "lb" | "lbs" => Pound,
            "cm" => Centimetre,
            "m" => Metre,
            "in" => Inch,
            "kg/m2" | "kg/m²" | "kg/m^2" => KilogramPerSquareMetre,
            "%" => Percent,
            "°c" | "c" | "degc" | "celsius" => Celsius,
            "°f" | "f" | "degf" | "fahrenheit" => Fahrenheit,
            _ => return None,
        })
    }
}

impl Measure {
    /// Units in which devices give it. A single one need not be said.
    pub fn units(self) -> &'static [Unit] {
        match self {
            Self::Systolic | Self::Diastolic => &[MillimetreOfMercury, Kilopascal],
            Self::HeartRate | Self::RestingHeartRate | Self::RespiratoryRate => &[PerMinute],
            Self::Glucose | Self::SensorGlucose => &[MilligramPerDecilitre, MillimolePerLitre],
            Self::Weight => &[Kilogram, Pound],
            Self::Height => &[Centimetre, Metre, Inch],
            Self::BodyMassIndex => &[KilogramPerSquareMetre],
            Self::OxygenSaturation => &[Percent],
            Self::Temperature => &[Celsius, Fahrenheit],
        }
    }

    /// LOINC code and name (LOINC 2.80) of the quantity in a unit.
    pub(crate) fn loinc(self, unit: Unit) -> (&'static str, &'static str) {
        match (self, unit) {
            (Self::Glucose, MillimolePerLitre) => ("15074-8", "Glucose [Moles/volume] in Blood"),
            (Self::SensorGlucose, MillimolePerLitre) => {
                ("105272-9", "Glucose [Moles/volume] in Interstitial fluid")
            }
            (measure, _) => (measure.code(), measure.display()),
        }
    }

    fn display(self) -> &'static str {
        match self {
            Self::Systolic => "Systolic blood pressure",
            Self::Diastolic => "Diastolic blood pressure",
            Self::HeartRate => "Heart rate",
            Self::RestingHeartRate => "Heart rate --resting",
            Self::Glucose => "Glucose [Mass/volume] in Blood",
            Self::SensorGlucose => "Glucose [Mass/volume] in Interstitial fluid",
            Self::Weight => "Body weight",
            Self::Height => "Body height",
            Self::BodyMassIndex => "Body mass index (BMI) [Ratio]",
            Self::OxygenSaturation => "Oxygen saturation in Arterial blood by Pulse oximetry",
            Self::Temperature => "Body temperature",
            Self::RespiratoryRate => "Respiratory rate",
        }
    }

    /// What a reading can be at any age, both limits included: devicecodex 0.0.2 (Apache-2.0), `validation/ranges.py`,
    /// LOINC_VALID_RANGES. What depends on age is judged where the age is known.
    pub(super) fn plausible(self, unit: Unit) -> Option<(f64, f64)> {
        match (self, unit) {
            (Self::Temperature, Celsius) => Some((30.0, 45.0)),
            (Self::OxygenSaturation, _) => Some((70.0, 100.0)),
            (Self::Glucose, MilligramPerDecilitre) => Some((20.0, 600.0)),
            (Self::SensorGlucose, MilligramPerDecilitre) => Some((40.0, 400.0)),
            (Self::BodyMassIndex, _) => Some((10.0, 80.0)),
            _ => None,
        }
    }
}
