//! VXU: vaccines given, refused and taken back (CDC, "HL7 Version 2.5.1 Implementation Guide for Immunization Messaging", release 1.5).

use super::coded::{concept, fixed, said, words};
use super::draft::{Draft, Names};
use super::message::Message;
use super::observation::{Around, Observed, observation};
use super::party::{Given, ei, person};
use super::patient::{Subject, patient, reference};
use super::segment::Segment;
use super::value::quantity;
use crate::Decimal;
use crate::reading::Why;
use crate::tree::Tree;

const ORIGIN: &str = "http://terminology.hl7.org/CodeSystem/immunization-origin";

/// LOINC codes of observations that are about the sheet handed out and who pays: kept in the message only.
const PAPERS: &[&str] = &["29768-9", "29769-7", "30956-7", "30963-3", "64994-7", "69764-9"];
/// LOINC: number of the dose in its series.
const DOSE_NUMBER: &str = "30973-2";
/// CVX: no vaccine administered. Such a segment only carries observations.
const NO_VACCINE: &str = "998";
/// What an immunization registry's client writes where there is no order.
const NO_ORDER: &str = "9999";

/// One RXA with what belongs to it.
struct Dose<'m, 'a> {
    orc: Option<&'m Segment<'a>>,
    rxa: &'m Segment<'a>,
    rxr: Option<&'m Segment<'a>>,
    observed: Vec<Observed<'m, 'a>>,
}

impl Dose<'_, '_> {
    fn number(&self) -> Option<Given> {
        let orc = self.orc?;
        let real = |number: &Given| number.value != NO_ORDER;
        ei(orc.field(3)).filter(real)
    }

    /// The name by which it is known again: its number, else who was given what, and when.
    fn name(&self, subject: &Subject) -> Option<String> {
        if let Some(number) = self.number() {
            return Some(number.name());
        }
        let parts = [
            subject.address.clone(),
            self.rxa.text(3),
            self.rxa.text(5),
            self.rxa.text(20),
        ];
        (!parts.iter().skip(1).take(2).any(String::is_empty)).then(|| parts.join("\u{1f}"))
    }
}

/// Reads a message of vaccines.
pub(super) fn vaccines(draft: &mut Draft, message: &Message) {
    let mut subject = None;
    let mut orc = None;
    let mut doses: Vec<Dose> = Vec::new();
    for segment in &message.segments {
        match (segment.name, doses.last_mut()) {
            ("PID", _) => {
                if subject.is_none() {
                    subject = patient(draft, message, segment);
                } else {
                    draft.leave(message, segment, "PID", Why::AnotherPerson);
                }
            }
            ("NK1", _) => {}
            ("ORC", _) => orc = Some(segment),
            ("RXA", _) => doses.push(Dose {
                orc: orc.take(),
                rxa: segment,
                rxr: None,
                observed: Vec::new(),
            }),
            ("RXR", Some(dose)) => dose.rxr = Some(segment),
            ("OBX", Some(dose)) => dose.observed.push(Observed::new(segment)),
            ("NTE", Some(dose)) => match dose.observed.last_mut() {
                Some(last) => last.notes.push(segment),
                None => draft.leave(message, segment, "NTE", Why::NoMapping),
            },
            ("MSH", _) => {}
            _ => draft.leave(message, segment, segment.name, Why::NoMapping),
        }
    }
    let Some(subject) = subject else {
        for dose in &doses {
            let observed = dose.observed.iter().map(|observed| observed.obx);
            for segment in [dose.rxa].into_iter().chain(observed) {
                draft.leave(message, segment, segment.name, Why::AnotherPerson);
            }
        }
        return;
    };
    super::visit::relatives(draft, message, &subject);
    let mut names = Names::default();
    for dose in &doses {
        if let Some(name) = dose.name(&subject) {
            names.count(&name);
            for observed in &dose.observed {
                names.count(&within(&name, observed));
            }
        }
    }
    for dose in &doses {
        immunization(draft, message, dose, &subject, &names);
    }
}

fn within(dose: &str, observed: &Observed) -> String {
    [dose, &observed.name()].join("\u{1e}")
}

fn immunization(draft: &mut Draft, message: &Message, dose: &Dose, subject: &Subject, names: &Names) {
    let rxa = dose.rxa;
    let name = dose.name(subject);
    let address = names.address(message, rxa, name.as_deref(), "Immunization");
    let given = rxa.text(5) != NO_VACCINE;
    let mut number = None;
    for observed in &dose.observed {
        let obx = observed.obx;
        let code = obx.text(3);
        if PAPERS.contains(&code.as_str()) {
            draft.leave(message, obx, super::observation::words_of(obx), Why::NoMapping);
        } else if code == DOSE_NUMBER && obx.text(2) == "NM" && dose_number(&obx.text(5)).is_some() {
            number = dose_number(&obx.text(5));
        } else {
            let part_of = given.then(|| ("partOf", Tree::Array(vec![reference(&address)])));
            let around = Around {
                subject,
                category: None,
                when: None,
                issued: None,
                links: part_of.into_iter().collect(),
            };
            if let Some(resource) = observation(draft, message, observed, around) {
                let name = name.as_ref().map(|name| within(name, observed));
                let address = names.address(message, obx, name.as_deref(), "Observation");
                draft.add(message, obx, address, resource);
            }
        }
    }
    if !given {
        draft.leave(message, rxa, "RXA-5: 998", Why::NoMapping);
        return;
    }
    let Some(what) = concept(rxa.field(5), Some("0292")) else {
        draft.leave(message, rxa, "RXA-5", Why::Empty);
        return;
    };
    let refusal = concept(rxa.field(18), None);
    let status = match (rxa.text(21).as_str(), rxa.text(20).as_str()) {
        ("D", _) => "entered-in-error",
        (_, "RE" | "NA") => "not-done",
        // A reason not to give it, and no word that it was given, is a refusal.
        (_, "") if refusal.is_some() => "not-done",
        _ => "completed",
    };
    let when = draft.moment(message, rxa, 3);
    let occurrence = match &when {
        Some(when) => ("occurrenceDateTime", Tree::text(when.as_str())),
        None => (
            "occurrenceString",
            said(&rxa.text(3)).unwrap_or_else(|| Tree::text("unknown")),
        ),
    };
    let expires = draft
        .moment(message, rxa, 16)
        .map(|when| Tree::text(when.day().unwrap_or(when.as_str())));
    let recorded = draft.moment(message, rxa, 22);
    let (primary, origin) = source(&rxa.text(9));
    let notes: Vec<Tree> = rxa
        .field(9)
        .repetitions()
        .filter(|field| field.component(3).text() != "NIP001")
        .filter_map(|field| said(&words(field)))
        .map(|text| Tree::object([("text", text)]))
        .collect();
    let performer = rxa
        .field(10)
        .repetitions()
        .find_map(person)
        .map(|actor| Tree::object([("actor", actor)]));
    let maker = said(&words(rxa.field(17))).map(|name| Tree::object([("display", name)]));
    let route = |number, table| dose.rxr.and_then(|rxr| concept(rxr.field(number), Some(table)));
    let series = number.map(|number| Tree::object([("doseNumberPositiveInt", Tree::Literal(number))]));
    let resource = Tree::object([("resourceType", Tree::text("Immunization"))])
        .with(
            "identifier",
            Tree::list(
                dose.number()
                    .map(|number| number.identifier(Some(("0203", "FILL")))),
            ),
        )
        .with("status", Tree::text(status))
        .with("statusReason", refusal)
        .with("vaccineCode", what)
        .with("patient", subject.reference())
        .with(occurrence.0, occurrence.1)
        .with("recorded", recorded.map(|when| Tree::text(when.as_str())))
        .with(
            "primarySource",
            primary.map(|primary| Tree::Literal(primary.to_string())),
        )
        .with("reportOrigin", origin.map(|code| fixed(ORIGIN, code)))
        .with("manufacturer", maker)
        .with("lotNumber", said(&rxa.text(15)))
        .with("expirationDate", expires)
        .with("site", route(2, "0163"))
        .with("route", route(1, "0162"))
        .with("doseQuantity", amount(rxa))
        .with("performer", Tree::list(performer))
        .with("note", Tree::list(notes))
        .with(
            "reasonCode",
            Tree::list(rxa.field(19).repetitions().filter_map(|it| concept(it, None))),
        )
        .with("protocolApplied", Tree::list(series));
    draft.add(message, rxa, address, resource);
}

/// RXA-6 in RXA-7; `999` and `0` say that nobody knows or that nothing was given.
fn amount(rxa: &Segment) -> Option<Tree> {
    let text = rxa.text(6);
    let value = Decimal::spelled(&text).filter(|_| !matches!(text.as_str(), "999" | "0"))?;
    Some(quantity(&value, None, rxa.field(7)))
}

fn dose_number(text: &str) -> Option<String> {
    let number: u32 = text.parse().ok()?;
    (1..100).contains(&number).then(|| number.to_string())
}

/// CDC's table NIP001: whether who reports it gave it, and where else it is from.
fn source(code: &str) -> (Option<bool>, Option<&'static str>) {
    match code {
        "00" => (Some(true), None),
        "01" | "05" | "06" => (Some(false), None),
        "02" => (Some(false), Some("provider")),
        "03" => (Some(false), Some("record")),
        "04" => (Some(false), Some("recall")),
        "07" => (Some(false), Some("school")),
        "08" => (Some(false), Some("jurisdiction")),
        _ => (None, None),
    }
}
