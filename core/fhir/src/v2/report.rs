//! ORU: results. Each order (ORC, OBR) with its observations, notes and specimens is one report.

use super::coded::{concept, said, words};
use super::document::file;
use super::draft::{Draft, Names};
use super::message::Message;
use super::observation::{Around, Observed, category, instant, note_text, observation, section};
use super::party::{Given, ei, person_within};
use super::patient::{Subject, patient, reference};
use super::segment::Segment;
use super::specimen::{self, specimen};
use crate::reading::Why;
use crate::tree::Tree;

/// One order: what a laboratory was asked, and what it found.
struct Order<'m, 'a> {
    orc: Option<&'m Segment<'a>>,
    obr: &'m Segment<'a>,
    notes: Vec<&'m Segment<'a>>,
    observed: Vec<Observed<'m, 'a>>,
    specimens: Vec<&'m Segment<'a>>,
}

impl Order<'_, '_> {
    fn number(&self, in_obr: usize, in_orc: usize) -> Option<Given> {
        ei(self.obr.field(in_obr)).or_else(|| ei(self.orc?.field(in_orc)))
    }

    fn filler(&self) -> Option<Given> {
        self.number(3, 3)
    }

    /// The name by which it is known again: the laboratory's number and what was asked, as one number may stand for several.
    fn name(&self) -> Option<String> {
        let what = self.obr.field(4);
        let filler = self.filler().or_else(|| self.number(2, 2))?;
        Some([filler.name(), what.component(1).text(), words(what)].join("\u{1f}"))
    }
}

/// Reads a message of results.
pub(super) fn results(draft: &mut Draft, message: &Message) {
    let mut subject = None;
    let mut orc = None;
    let mut order: Option<Order> = None;
    let mut orders: Vec<(Option<usize>, Order)> = Vec::new();
    let mut people: Vec<Subject> = Vec::new();
    for segment in &message.segments {
        match (segment.name, order.as_mut()) {
            ("PID", _) => {
                orders.extend(order.take().map(|order| (subject, order)));
                subject = patient(draft, message, segment).map(|person| {
                    people.push(person);
                    people.len() - 1
                });
            }
            ("ORC", _) => {
                orders.extend(order.take().map(|order| (subject, order)));
                orc = Some(segment);
            }
            ("OBR", _) => {
                orders.extend(order.take().map(|order| (subject, order)));
                order = Some(Order {
                    orc: orc.take(),
                    obr: segment,
                    notes: Vec::new(),
                    observed: Vec::new(),
                    specimens: Vec::new(),
                });
            }
            ("OBX", Some(order)) => {
                let goes_on = order.specimens.is_empty()
                    && order
                        .observed
                        .last_mut()
                        .is_some_and(|last| last.continued(segment));
                if !goes_on {
                    order.observed.push(Observed::new(segment));
                }
            }
            ("NTE", Some(order)) => match order.observed.last_mut() {
                Some(last) => last.notes.push(segment),
                None => order.notes.push(segment),
            },
            ("SPM", Some(order)) => order.specimens.push(segment),
            ("MSH", _) => {}
            _ => draft.leave(message, segment, segment.name, Why::NoMapping),
        }
    }
    orders.extend(order.take().map(|order| (subject, order)));
    let mut names = Names::default();
    for (_, order) in &orders {
        if let Some(name) = order.name() {
            names.count(&name);
            for observed in &order.observed {
                names.count(&within(&name, observed));
            }
        }
        for name in order.specimens.iter().filter_map(|spm| specimen::name(spm)) {
            names.count(&name);
        }
    }
    for (subject, order) in &orders {
        match subject.and_then(|at| people.get(at)) {
            Some(subject) => report(draft, message, order, subject, &names),
            None => {
                let observed = order.observed.iter().map(|observed| observed.obx);
                for segment in [order.obr].into_iter().chain(observed) {
                    draft.leave(message, segment, segment.name, Why::AnotherPerson);
                }
            }
        }
    }
}

/// The name of an observation of a report.
fn within(report: &str, observed: &Observed) -> String {
    [report, &observed.name()].join("\u{1e}")
}

fn report(draft: &mut Draft, message: &Message, order: &Order, subject: &Subject, names: &Names) {
    let obr = order.obr;
    let name = order.name();
    let address = names.address(message, obr, name.as_deref(), "DiagnosticReport");
    let lab = obr.text(24);
    let when = draft.moment(message, obr, 7);
    let issued = draft.moment(message, obr, 22);
    let specimens: Vec<Tree> = order
        .specimens
        .iter()
        .map(|spm| reference(&specimen(draft, message, spm, subject, names)))
        .collect();
    let mut results = Vec::new();
    for observed in &order.observed {
        let name = name.as_ref().map(|name| within(name, observed));
        if observed.obx.text(2) == "ED" && !observed.obx.field(5).is_empty() {
            let own = names.address(message, observed.obx, name.as_deref(), "DocumentReference");
            let about = (address.as_str(), obr.field(4), when.clone());
            file(draft, message, observed.obx, subject, own, about);
            continue;
        }
        let specimen = match specimens.as_slice() {
            [one] => Some(one.clone()),
            _ => None,
        };
        let around = Around {
            subject,
            category: Some(category(&lab)),
            when: when.clone(),
            issued: issued.clone(),
            links: specimen.map(|one| ("specimen", one)).into_iter().collect(),
        };
        if let Some(resource) = observation(draft, message, observed, around) {
            let address = names.address(message, observed.obx, name.as_deref(), "Observation");
            results.push(reference(&address));
            draft.add(message, observed.obx, address, resource);
        }
    }
    let Some(code) = concept(obr.field(4), None) else {
        draft.leave(message, obr, "OBR-4", Why::Empty);
        return;
    };
    let Some(status) = status(&obr.text(25)) else {
        draft.leave(message, obr, format!("OBR-25: {}", obr.text(25)), Why::NoMapping);
        return;
    };
    let numbers = [
        order
            .number(2, 2)
            .map(|number| number.identifier(Some(("0203", "PLAC")))),
        order
            .filler()
            .map(|number| number.identifier(Some(("0203", "FILL")))),
    ];
    let reader = person_within(obr.field(32).component(1));
    let resource = Tree::object([("resourceType", Tree::text("DiagnosticReport"))])
        .with("identifier", Tree::list(numbers.into_iter().flatten()))
        .with("status", Tree::text(status))
        .with("category", Tree::list(section(&lab)))
        .with("code", code)
        .with("subject", subject.reference())
        .with("effectiveDateTime", when.map(|when| Tree::text(when.as_str())))
        .with("issued", instant(issued))
        .with("resultsInterpreter", Tree::list(reader))
        .with("specimen", Tree::list(specimens))
        .with("result", Tree::list(results))
        .with("conclusion", said(&note_text(&order.notes)));
    draft.add(message, obr, address, resource);
}

/// Table HL70123 as FHIR's status; `None` of an order or a person that the laboratory does not know.
fn status(code: &str) -> Option<&'static str> {
    Some(match code {
        "O" | "I" | "S" | "N" => "registered",
        "A" | "R" => "partial",
        "P" | "M" => "preliminary",
        "C" => "corrected",
        "F" => "final",
        "X" => "cancelled",
        "Y" | "Z" => return None,
        _ => "unknown",
    })
}
