use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

/// Code systems by the numbers that stand for them on a card, from 1. Numbers are kept for ever; new ones go to the end.
const SYSTEMS: [&str; 12] = [
    "http://snomed.info/sct",
    "http://www.nlm.nih.gov/research/umls/rxnorm",
    "http://loinc.org",
    "http://hl7.org/fhir/sid/icd-10-cm",
    "http://hl7.org/fhir/sid/icd-10",
    "http://www.whocc.no/atc",
    "http://hl7.org/fhir/sid/ndc",
    "http://hl7.org/fhir/sid/cvx",
    "urn:ietf:bcp:47",
    "http://fdasis.nlm.nih.gov",
    "http://terminology.hl7.org/CodeSystem/consentcategorycodes",
    "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips",
];

/// A code of a system, as its source wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardCode {
    /// The system's URI.
    pub system: String,
    /// The code.
    pub code: String,
}

impl CardCode {
    /// The number that stands for the system.
    fn system_number(&self) -> Option<u64> {
        (1..)
            .zip(SYSTEMS)
            .find_map(|(number, uri)| (uri == self.system).then_some(number))
    }

    /// The code as a number, if the number is written just so.
    fn number(&self) -> Option<u64> {
        let number: u64 = self.code.parse().ok()?;
        (number.to_string() == self.code).then_some(number)
    }
}

/// How bad a reaction was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CardSeverity {
    /// Mild.
    Mild = 1,
    /// Moderate.
    Moderate = 2,
    /// Severe.
    Severe = 3,
}

impl CardSeverity {
    /// FHIR's code: `mild`, `moderate`, `severe`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Mild => "mild",
            Self::Moderate => "moderate",
            Self::Severe => "severe",
        }
    }

    /// The severity of FHIR's code.
    pub fn of(code: &str) -> Option<Self> {
        [Self::Mild, Self::Moderate, Self::Severe]
            .into_iter()
            .find(|severity| severity.code() == code)
    }
}

/// What a reader must not overlook in an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CardMarks {
    /// The next reaction may be dangerous (FHIR: high criticality).
    pub high_risk: bool,
    /// The sources of the record disagree, and nobody has settled it.
    pub disputed: bool,
    /// The entry states that there is nothing, such as "no known allergy".
    pub none_known: bool,
}

impl CardMarks {
    fn bits(self) -> u64 {
        u64::from(self.high_risk) | u64::from(self.disputed) << 1 | u64::from(self.none_known) << 2
    }

    fn of_bits(bits: u64) -> Self {
        Self {
            high_risk: bits & 1 != 0,
            disputed: bits & 2 != 0,
            none_known: bits & 4 != 0,
        }
    }
}

/// One thing on a card: words to read, and the code behind them.
///
/// `{0: text, ? 1: number of the system / ? 2: its URI, ? 3: code as a number / ? 4: code as text, ? 5: detail,
/// ? 6: severity, ? 7: marks}`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardEntry {
    /// Short words, as the patient or the source wrote them.
    pub text: String,
    /// The code of the thing.
    pub code: Option<CardCode>,
    /// What else matters, in the source's words: an allergy's reaction.
    pub detail: Option<String>,
    /// How bad an allergy's reaction was.
    pub severity: Option<CardSeverity>,
    /// What must not be overlooked.
    pub marks: CardMarks,
}

impl Canonical for CardEntry {
    fn write(&self, to: &mut Writer) {
        let (system, uri) = match &self.code {
            Some(code) => match code.system_number() {
                Some(number) => (Some(number), None),
                None => (None, Some(code.system.as_str())),
            },
            None => (None, None),
        };
        let (number, text) = match &self.code {
            Some(code) => match code.number() {
                Some(number) => (Some(number), None),
                None => (None, Some(code.code.as_str())),
            },
            None => (None, None),
        };
        let marks = Some(self.marks.bits()).filter(|&bits| bits != 0);
        let severity = self.severity.map(|severity| severity as u64);
        let numbers = [system, number, severity, marks];
        let texts = [uri, text, self.detail.as_deref()];
        to.map(1 + numbers.iter().flatten().count() + texts.iter().flatten().count());
        to.uint(0).text(&self.text);
        put_number(to, 1, system);
        put_text(to, 2, uri);
        put_number(to, 3, number);
        put_text(to, 4, text);
        put_text(to, 5, self.detail.as_deref());
        put_number(to, 6, severity);
        put_number(to, 7, marks);
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        let mut entry = Self::default();
        let (mut system, mut code) = (None, None);
        for _ in 0..from.map()? {
            match from.uint()? {
                0 => entry.text = from.value()?,
                1 => system = Some(system_of(from.small()?)?.to_owned()),
                2 => system = Some(from.value()?),
                3 => code = Some(from.uint()?.to_string()),
                4 => code = Some(from.value()?),
                5 => entry.detail = Some(from.value()?),
                6 => entry.severity = Some(severity_of(from.uint()?)?),
                7 => entry.marks = CardMarks::of_bits(from.uint()?),
                _ => return Err(Malformed("entry field")),
            }
        }
        entry.code = match (system, code) {
            (Some(system), Some(code)) => Some(CardCode { system, code }),
            (None, None) => None,
            _ => return Err(Malformed("half a code")),
        };
        Ok(entry)
    }
}

fn put_number(to: &mut Writer, key: u64, value: Option<u64>) {
    if let Some(value) = value {
        to.uint(key).uint(value);
    }
}

pub(super) fn put_text(to: &mut Writer, key: u64, value: Option<&str>) {
    if let Some(value) = value {
        to.uint(key).text(value);
    }
}

fn system_of(number: usize) -> Result<&'static str, Malformed> {
    let place = number.checked_sub(1).and_then(|place| SYSTEMS.get(place));
    place.copied().ok_or(Malformed("code system"))
}

fn severity_of(number: u64) -> Result<CardSeverity, Malformed> {
    match number {
        1 => Ok(CardSeverity::Mild),
        2 => Ok(CardSeverity::Moderate),
        3 => Ok(CardSeverity::Severe),
        _ => Err(Malformed("severity")),
    }
}
