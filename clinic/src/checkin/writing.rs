//! What of an answer can be written to the clinic's own system: exactly as it would be.

use pocketchart::{
    CheckinPerson, CheckinStatement, CheckinSubject, FhirDateTime, Identifier, write_back::Unfit,
};
use pocketchart_crypto::{Label, hash};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Checkin, CheckinError};
use crate::{
    bridge::{Kept, Line, LineState, Link, LinkView, key_of_checkin},
    charts::Facts,
    id::Id,
    visit::instant,
};

/// What of an answer can be written to the clinic's own system.
#[derive(Serialize, ToSchema)]
pub(crate) struct CheckinWriting {
    /// The patient there for whom it would be: `Patient/id`.
    patient: String,
    /// Who confirmed that, and what was compared.
    link: LinkView,
    /// The answer says another birth date than that patient has: nothing of it is written.
    other_birth_date: bool,
    /// Forms, each before what it measures.
    lines: Vec<StatementView>,
}

/// Something that can be written.
#[derive(Serialize, ToSchema)]
pub(crate) struct StatementView {
    /// Names it.
    name: String,
    /// What it is.
    title: String,
    /// FHIR's type.
    r#type: &'static str,
    /// The form that it was taken from, by its name. It is written, too.
    from: Option<String>,
    /// Who says so; none for the patient.
    said_by: Option<String>,
    /// What it states.
    facts: Option<Facts>,
    /// What would be sent, as JSON; none if it is not.
    ours: Option<String>,
    /// Members that are not sent: they only lead to what the server does not have, or name the form otherwise than we do.
    left_out: Vec<String>,
    /// Why it is not sent: `rules`, `elsewhere` or `malformed`.
    unfit: Option<&'static str>,
    /// Where it is there, if it was written before: `Type/id`.
    written: Option<String>,
}

/// Something of an answer, under our name for it.
pub(crate) struct Statement {
    pub(crate) name: String,
    from: Option<String>,
    said: CheckinStatement,
}

impl Checkin {
    /// By what it is known who the patient is in the clinic's own system.
    pub(crate) fn key(&self) -> String {
        self.patient.clone().unwrap_or_else(|| key_of_checkin(self.id))
    }

    /// What can be written of an answer for this patient there.
    pub(crate) fn statements(&self, answer: &str, patient: &str) -> Result<Vec<Statement>, CheckinError> {
        let (asked, response) = self.answer(answer)?;
        let received = FhirDateTime::new(instant(self.answered_at().unwrap_or(self.made)));
        let name = |key: &str| Identifier {
            system: Some("urn:ietf:rfc:3986".to_owned()),
            value: Some(name_of(self.id, key)),
        };
        let subject = CheckinSubject {
            patient,
            received: &received,
            name: &name,
        };
        let said = CheckinStatement::of(&asked, &response, &subject).into_iter();
        Ok(said
            .map(|said| Statement {
                name: name_of(self.id, &said.key),
                from: said.from.as_deref().map(|key| name_of(self.id, key)),
                said,
            })
            .collect())
    }

    /// What an answer says of who the patient is.
    pub(crate) fn person(&self, answer: &str) -> Result<CheckinPerson, CheckinError> {
        let (asked, response) = self.answer(answer)?;
        Ok(CheckinPerson::of(&asked, &response))
    }

    /// Whether an answer says another birth date than the patient there has. What is less than a day contradicts nothing.
    pub(crate) fn is_of_another(&self, answer: &str, link: &Link) -> Result<bool, CheckinError> {
        let born = link.theirs.born.as_deref().filter(|it| it.len() == 10);
        let is_other =
            |it: &FhirDateTime| it.as_str().len() == 10 && born.is_some_and(|born| born != it.as_str());
        let births = self.person(answer)?.births;
        Ok(births.iter().any(is_other) && !crate::sabotage::off("desk-checkin-birth-date"))
    }
}

impl Statement {
    /// The lines of those that were chosen, and of the forms that they were taken from. `request` names what was answered.
    ///
    /// # Errors
    /// Which of the chosen cannot be sent, from 1.
    pub(crate) fn lines(all: &[Self], chosen: &[String], request: &str) -> Result<Vec<Line>, u64> {
        for (name, number) in chosen.iter().zip(1..) {
            if !all.iter().any(|it| it.name == *name && it.said.prepared.is_ok()) {
                return Err(number);
            }
        }
        let is_chosen = |name: &String| chosen.contains(name);
        let is_needed = |name: &String| {
            let mut taken = all.iter().filter(|it| is_chosen(&it.name));
            taken.any(|it| it.from.as_ref() == Some(name))
        };
        let lines = all.iter().filter(|it| is_chosen(&it.name) || is_needed(&it.name));
        Ok(lines.filter_map(|it| it.line(request)).collect())
    }

    fn line(&self, request: &str) -> Option<Line> {
        let prepared = self.said.prepared.as_ref().ok()?;
        Some(Line {
            title: self.said.title.clone(),
            kind: prepared.kind.clone(),
            entry: request.to_owned(),
            from: self.from.clone(),
            name: self.name.clone(),
            sources: Vec::new(),
            said_by: self.said.said_by.clone(),
            provenance: Id::random().uuid(),
            body: Some(String::from_utf8(prepared.bytes.clone()).ok()?),
            left_out: prepared.left_out.clone(),
            over: None,
            state: LineState::Waiting,
        })
    }

    fn view(self, written: Option<Kept>) -> StatementView {
        let (ours, left_out, unfit) = match self.said.prepared {
            Ok(it) => (String::from_utf8(it.bytes).ok(), it.left_out, None),
            Err(unfit) => (None, Vec::new(), Some(word(unfit))),
        };
        let facts = ours
            .as_deref()
            .and_then(|it| pocketchart::summary(it.as_bytes()).ok());
        StatementView {
            name: self.name,
            title: self.said.title,
            r#type: self.said.kind,
            from: self.from,
            said_by: self.said.said_by,
            facts: facts.as_ref().map(Facts::from),
            ours,
            left_out,
            unfit,
            written: written.map(|it| it.place),
        }
    }
}

impl CheckinWriting {
    /// For this patient, with what was written before under the names of these.
    pub(crate) fn new(link: Link, other_birth_date: bool, all: Vec<(Statement, Option<Kept>)>) -> Self {
        Self {
            patient: link.reference(),
            link: link.into(),
            other_birth_date,
            lines: all.into_iter().map(|(it, written)| it.view(written)).collect(),
        }
    }
}

/// Our own name for something of an answer: the same, however often it is approved.
fn name_of(checkin: Id, key: &str) -> String {
    let parts: [&[u8]; 2] = [&checkin.0, key.as_bytes()];
    let name = Id(hash::hash128(Label::new("desk/checkin-statement"), &parts));
    format!("urn:uuid:{}", name.uuid())
}

fn word(unfit: Unfit) -> &'static str {
    match unfit {
        Unfit::Rules => "rules",
        Unfit::Elsewhere => "elsewhere",
        _ => "malformed",
    }
}
