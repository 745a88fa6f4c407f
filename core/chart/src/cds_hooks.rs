//! Findings as cards of CDS Hooks 2.0 (<https://cds-hooks.hl7.org/2.0/>), so that the system of a clinic can show them: the
//! services that are offered, the request that calls one, and the cards that answer. A server is not here.

mod card;
mod markdown;
mod orders;
mod request;
mod services;

pub use card::{CdsCard, CdsCards, CdsCoding, CdsIndicator, CdsSource};
pub use orders::{DraftOrders, DraftOrdersError};
pub use request::{CdsHook, CdsRequest, CdsRequestError};
pub use services::{CdsService, CdsServices, cds_services};

use crate::care::CareError;
use crate::chart::Chart;
use card::{Cards, OVERRIDE_REASONS};
use pocketchart_fhir::subjects::Person;
use pocketchart_knowledge::Text;

/// Turns a text that a rule names into a sentence: the texts stand with whoever shows them.
pub type Say<'a> = dyn Fn(&Text) -> String + 'a;

/// A request was not answered; nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CdsAnswerError {
    /// The request does not bring the Patient resource by which one sees whom it is about: `prefetch.patient`.
    #[error("the request does not say whom it is about")]
    NoPatient,
    /// The request is about somebody other than this record, or may be.
    #[error("the request may be about another person")]
    AnotherPerson,
    /// The record could not be checked.
    #[error(transparent)]
    Care(#[from] CareError),
}

impl CdsAnswerError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            CdsAnswerError::NoPatient => "cds-no-patient",
            CdsAnswerError::AnotherPerson => "cds-another-person",
            CdsAnswerError::Care(error) => error.id(),
        }
    }
}

impl Chart {
    /// Answers a call of a CDS service on a day (`YYYY-MM-DD`). Nothing is written, and no card brings an order with it.
    ///
    /// A request about a person whom this record does not know, by a shared identifier or by name and birth date, gets no
    /// answer: what is right for one person harms another.
    ///
    /// # Errors
    /// [`CdsAnswerError`].
    ///
    /// ```
    /// # use pocketchart::{Chart, CreateChart, Home, ImportOptions, KdfLevel, NoFreshness, Unlock};
    /// # let folder = tempfile::tempdir()?;
    /// # let home = Home::new(folder.path().join("record"), std::sync::Arc::new(NoFreshness));
    /// # let unlock = Unlock::Passphrase("correct horse battery staple".to_owned().into());
    /// # let new = CreateChart { unlock: &unlock, kdf: KdfLevel::Fast, device_name: "phone" };
    /// # let (mut chart, _words) = Chart::create(&home, &new)?;
    /// use pocketchart::{CdsRequest, build::{Concept, Medicine}, Draft};
    ///
    /// let maria = r#"{"resourceType":"Patient","id":"7","name":[{"text":"Maria Okafor"}],"birthDate":"1951-03-02"}"#;
    /// chart.import(std::io::Cursor::new(maria), &ImportOptions::default(), &mut |_| {})?;
    /// chart.add(Draft::Medicine(Medicine { what: Concept::words("Warfarin"), ..Medicine::default() }))?;
    ///
    /// let request = CdsRequest::read(format!(r#"{{
    ///   "hook": "order-select", "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
    ///   "context": {{
    ///     "userId": "Practitioner/1", "patientId": "7", "selections": ["MedicationRequest/new"],
    ///     "draftOrders": {{"resourceType": "Bundle", "type": "collection", "entry": [{{"resource": {{
    ///       "resourceType": "MedicationRequest", "id": "new", "status": "draft", "intent": "order",
    ///       "subject": {{"reference": "Patient/7"}}, "medicationCodeableConcept": {{"text": "St. John's wort"}}
    ///     }}}}]}}
    ///   }},
    ///   "prefetch": {{"patient": {maria}}}
    /// }}"#).as_bytes())?;
    /// let answer = chart.answer_cds_hook("2026-11-26", &request, &|text| text.id.to_owned())?;
    /// assert_eq!(answer.cards[0].indicator, pocketchart::CdsIndicator::Critical);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn answer_cds_hook(
        &self,
        day: &str,
        request: &CdsRequest,
        say: &Say<'_>,
    ) -> Result<CdsCards, CdsAnswerError> {
        let patient = request.patient.as_deref().map(str::as_bytes).and_then(Person::of);
        let patient = patient.ok_or(CdsAnswerError::NoPatient)?;
        if !self.knows(&patient).map_err(CareError::from)? {
            return Err(CdsAnswerError::AnotherPerson);
        }
        Ok(match &request.hook {
            CdsHook::PatientView => self.cards_for_patient(day, say)?,
            CdsHook::OrderSelect(orders) => self.cards_for_orders(day, orders, say)?,
        })
    }

    /// All that rules find in the record on a day (`YYYY-MM-DD`), gravest first, and a card about what they could not look at.
    ///
    /// # Errors
    /// [`CareError`].
    pub fn cards_for_patient(&self, day: &str, say: &Say<'_>) -> Result<CdsCards, CareError> {
        let checkup = self.checkup(day)?;
        Cards::new(self, say).of(&checkup, &[])
    }

    /// What the orders that were selected would bring, if they and the drafts beside them were signed on a day (`YYYY-MM-DD`).
    ///
    /// # Errors
    /// [`CareError`].
    pub fn cards_for_orders(
        &self,
        day: &str,
        orders: &DraftOrders,
        say: &Say<'_>,
    ) -> Result<CdsCards, CareError> {
        let mut checkup = self.what_if_stated(day, &orders.statements)?;
        let selected = |entry: &String| orders.selections.contains(entry);
        let findings = &mut checkup.findings;
        findings.not_checked.extend(orders.not_checked.iter().cloned());
        findings
            .found
            .retain(|finding| finding.entries.iter().any(selected));
        let drafted = |entry: &&String| orders.names.contains_key(*entry);
        findings
            .not_checked
            .retain(|gap| gap.entry.as_ref().filter(drafted).is_none_or(selected));
        Cards::new(self, say)
            .naming(&orders.names)
            .of(&checkup, &OVERRIDE_REASONS)
    }
}
