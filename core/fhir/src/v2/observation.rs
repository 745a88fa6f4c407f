//! OBX: one observation.

use super::coded::{concept, fixed, said, table_uri, words};
use super::draft::Draft;
use super::message::Message;
use super::party::{organization, person};
use super::patient::Subject;
use super::segment::Segment;
use super::value::{Value, in_words, usual, value};
use crate::FhirDateTime;
use crate::reading::Why;
use crate::tree::Tree;

const INTERPRETATION: &str = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";
const ABSENT: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

/// Codes that table HL70078 and FHIR's code system have in common (HL7 v2-to-FHIR 1.0.0, InterpretationCodes).
const FLAGS: &[&str] = &[
    "<", ">", "A", "AA", "B", "CAR", "D", "DET", "E", "EX", "EXP", "H", "HH", "HU", "I", "IE", "IND", "L",
    "LL", "LU", "N", "NCL", "ND", "NEG", "NR", "NS", "POS", "R", "RR", "S", "SDD", "SYN-R", "SYN-S", "U",
    "UNE", "W", "WR",
];

/// LOINC codes of FHIR R4's vital signs profiles (<http://hl7.org/fhir/R4/observation-vitalsigns.html>).
const VITAL_SIGNS: &[&str] = &[
    "2708-6", "29463-7", "39156-5", "59408-5", "8302-2", "8310-5", "8462-4", "8478-0", "8480-6", "85353-1",
    "85354-9", "8867-4", "9279-1", "9843-4",
];

/// An OBX segment with the lines that continue it and the notes behind it.
pub(super) struct Observed<'m, 'a> {
    pub(super) obx: &'m Segment<'a>,
    /// OBX segments of the same text report, each a further line.
    pub(super) lines: Vec<&'m Segment<'a>>,
    pub(super) notes: Vec<&'m Segment<'a>>,
}

impl<'m, 'a> Observed<'m, 'a> {
    pub(super) fn new(obx: &'m Segment<'a>) -> Self {
        Self {
            obx,
            lines: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Takes the next segment as a further line of the same text: laboratories write a report as one OBX a line.
    pub(super) fn continued(&mut self, next: &'m Segment<'a>) -> bool {
        let same = |number| self.obx.field(number).text() == next.field(number).text();
        let text = matches!(self.obx.text(2).as_str(), "TX" | "FT");
        let goes_on = text && self.notes.is_empty() && [2, 3, 11].into_iter().all(same);
        if goes_on {
            self.lines.push(next);
        }
        goes_on
    }

    /// What names it within its report: its code and sub-identifier.
    pub(super) fn name(&self) -> String {
        let what = self.obx.field(3);
        let parts = [
            what.component(1).text(),
            what.component(3).text(),
            what.component(2).text(),
            self.obx.field(4).text(),
        ];
        parts.join("\u{1f}")
    }
}

/// What an observation takes over from what stands around it.
pub(super) struct Around<'t> {
    pub(super) subject: &'t Subject,
    pub(super) category: Option<&'static str>,
    pub(super) when: Option<FhirDateTime>,
    pub(super) issued: Option<FhirDateTime>,
    /// Further members, such as the specimen.
    pub(super) links: Vec<(&'static str, Tree)>,
}

/// An Observation, or `None` where the segment says nothing, or holds a file.
pub(super) fn observation(
    draft: &mut Draft,
    message: &Message,
    observed: &Observed,
    around: Around,
) -> Option<Tree> {
    let obx = observed.obx;
    let Some(code) = concept(obx.field(3), None) else {
        draft.leave(message, obx, "OBX-3", Why::Empty);
        return None;
    };
    let result = obx.text(11);
    let Some(status) = status(&result) else {
        draft.leave(message, obx, format!("OBX-11: {result}"), Why::NoMapping);
        return None;
    };
    let mut found = match value(draft, message, obx) {
        Value::Left | Value::File => return None,
        Value::Nothing => None,
        Value::Member(name, value) => Some((name, value)),
    };
    if !observed.lines.is_empty() {
        let segments = [obx].into_iter().chain(observed.lines.iter().copied());
        let lines: Vec<String> = segments
            .map(|line| in_words(line.field(5), &obx.text(2)))
            .collect();
        found = said(lines.join("\n").trim_matches('\n')).map(|text| ("valueString", text));
    }
    let notes = notes(&observed.notes);
    if found.is_none() && notes.is_none() && !matches!(status, "cancelled" | "entered-in-error") {
        draft.leave(message, obx, words_of(obx), Why::Empty);
        return None;
    }
    let absent = found.is_none().then(|| fixed(ABSENT, "unknown"));
    let (named, found) = found.map_or(("", None), |(name, value)| (name, Some(value)));
    let vital = obx.field(3).component(1).text();
    let category = if VITAL_SIGNS.contains(&vital.as_str()) {
        Some("vital-signs")
    } else {
        around.category
    };
    let when = draft.moment(message, obx, 14).or(around.when);
    let flags = obx.field(8).repetitions().filter_map(|flag| {
        let code = flag.component(1).text();
        if FLAGS.contains(&code.as_str()) {
            Some(fixed(INTERPRETATION, &code))
        } else {
            concept(flag, Some("0078"))
        }
    });
    let flags = Tree::list(flags);
    let performer = [
        organization(obx.field(23)),
        spoken_by(obx, 15),
        obx.field(16).repetitions().find_map(person),
    ];
    let mut resource = Tree::object([
        ("resourceType", Tree::text("Observation")),
        ("status", Tree::text(status)),
    ])
    .with(
        "category",
        category.map(|it| Tree::Array(vec![fixed(CATEGORY, it)])),
    )
    .with("code", code)
    .with("subject", around.subject.reference())
    .with("effectiveDateTime", when.map(|when| Tree::text(when.as_str())))
    .with("issued", instant(around.issued))
    .with("performer", Tree::list(performer.into_iter().flatten()))
    .with(named, found)
    .with("dataAbsentReason", absent)
    .with("interpretation", flags)
    .with("note", notes)
    .with("method", concept(obx.field(17), None))
    .with("referenceRange", usual(obx));
    for (name, link) in around.links {
        resource = resource.with(name, link);
    }
    Some(resource)
}

/// FHIR's code system of categories of observations.
pub(super) const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";

/// Only an instant can stand in `issued`.
pub(super) fn instant(when: Option<FhirDateTime>) -> Option<Tree> {
    when.filter(FhirDateTime::is_instant)
        .map(|when| Tree::text(when.as_str()))
}

fn spoken_by(obx: &Segment, number: usize) -> Option<Tree> {
    let words = words(obx.field(number));
    said(&words).map(|words| Tree::object([("display", words)]))
}

/// What a segment is about, for a person.
pub(super) fn words_of(obx: &Segment) -> String {
    words(obx.field(3))
}

/// NTE segments as FHIR's annotations.
pub(super) fn notes(segments: &[&Segment]) -> Option<Tree> {
    said(&note_text(segments)).map(|text| Tree::Array(vec![Tree::object([("text", text)])]))
}

/// NTE segments as one text: each is a line or more of the same remark.
pub(super) fn note_text(segments: &[&Segment]) -> String {
    let lines: Vec<String> = segments.iter().map(|nte| in_words(nte.field(3), "FT")).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// Table HL70085 as FHIR's status; `None` of what is no result, or a change of one that is not in the message.
fn status(code: &str) -> Option<&'static str> {
    Some(match code {
        "F" | "V" => "final",
        "P" | "R" | "S" => "preliminary",
        "C" => "corrected",
        "A" | "B" => "amended",
        "D" | "W" => "entered-in-error",
        "X" => "cancelled",
        "I" => "registered",
        "" => "unknown",
        // N: not asked; O: a description of the order; U: "final now", without the result.
        _ => return None,
    })
}

/// The kind of observation by the section of the laboratory, table HL70074.
pub(super) fn category(section: &str) -> &'static str {
    match section {
        "CT" | "NMR" | "NMS" | "OUS" | "RAD" | "RUS" | "RX" | "VUS" | "XRC" | "CUS" | "MG" | "US" => {
            "imaging"
        }
        "CG" | "EC" | "EN" | "PFT" | "CTH" => "procedure",
        "PT" | "OT" | "RT" => "therapy",
        "PHY" => "exam",
        _ => "laboratory",
    }
}

/// A coding of that table.
pub(super) fn section(code: &str) -> Option<Tree> {
    said(code).map(|_| fixed(&table_uri("0074"), code))
}
