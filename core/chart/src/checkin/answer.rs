//! What the person sends.

use super::offer::{CheckinOffer, Offered};
use crate::audit;
use crate::chart::Chart;
use crate::draft::our_name;
use crate::edit::{EditError, entry};
use crate::export::url;
use crate::item::ItemView;
use crate::read::ReadError;
use crate::time;
use pocketchart_fhir::build::{Build, FormResponse, Stated};
use pocketchart_fhir::export::{Body, BundleWriter};
use pocketchart_fhir::form::{Answers, Form, FormFault, Misfit};
use pocketchart_record::{EntryId, Section, StoreError};
use pocketchart_share::audit::{Action, AuditEvent};
use pocketchart_share::checkin::{
    Artifact, ArtifactContent, Asked, CheckinRequest, CheckinResponse, CheckinResponseError, ItemStatus,
    Outcome,
};
use std::collections::{BTreeMap, BTreeSet};

/// FHIR R4, as all that is sent is written in.
const FHIR: &str = "4.0.1";

/// What the person decides about an item. An item without a decision is declined.
#[derive(Clone, PartialEq, Debug)]
pub enum CheckinChoice {
    /// These items of those that were offered.
    Send(BTreeSet<EntryId>),
    /// The form, answered like this. A question that is left out is not answered.
    Answer(Answers),
    /// Nothing.
    Decline,
}

/// Nothing was sent or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CheckinError {
    /// The record could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The copy of the answers could not be kept.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// A decision about an item that was not asked, or not of the kind that was asked for.
    #[error("item {0} was not asked like that")]
    NotAsked(String),
    /// Something was chosen that was not offered.
    #[error("something was chosen for item {0} that was not offered")]
    NotOffered(String),
    /// Answers do not fit their questions. That one is missing is no fault: nobody has to answer.
    #[error("answers to the form of item {item} do not fit")]
    Form {
        /// The item.
        item: String,
        /// Which answers, and why.
        faults: Vec<FormFault>,
    },
    /// The response would not be read by who asked.
    #[error(transparent)]
    Response(#[from] CheckinResponseError),
}

impl CheckinError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            CheckinError::Read(error) => error.id(),
            CheckinError::Edit(error) => error.id(),
            CheckinError::NotAsked(_) => "checkin-not-asked",
            CheckinError::NotOffered(_) => "checkin-not-offered",
            CheckinError::Form { .. } => "checkin-form-faults",
            CheckinError::Response(error) => error.id(),
        }
    }
}

impl From<StoreError> for CheckinError {
    fn from(error: StoreError) -> Self {
        CheckinError::Read(error.into())
    }
}

impl Chart {
    /// Makes the response to a request from what the person decided, keeps a copy of each form filled in, and writes into the log what
    /// goes out. Resources stand in it as they came, byte for byte.
    ///
    /// # Errors
    /// [`CheckinError`].
    pub fn answer_checkin(
        &mut self,
        request: &CheckinRequest,
        choices: &BTreeMap<String, CheckinChoice>,
    ) -> Result<CheckinResponse, CheckinError> {
        if let Some(stray) = choices.keys().find(|id| request.item(id).is_none()) {
            return Err(CheckinError::NotAsked(stray.clone()));
        }
        let (mut artifacts, mut statuses, mut forms, mut given) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for offer in self.checkin(request)? {
            let choice = choices.get(&offer.item.id).unwrap_or(&CheckinChoice::Decline);
            let (outcome, json) = match (&offer.offered, choice) {
                (Offered::Not(_), CheckinChoice::Decline) => (Outcome::Unsupported, None),
                (Offered::Records(all), CheckinChoice::Decline) if all.is_empty() => {
                    (Outcome::Unavailable, None)
                }
                (_, CheckinChoice::Decline) => (Outcome::Declined, None),
                (Offered::Records(all), CheckinChoice::Send(chosen)) => {
                    let chosen = chosen_of(&offer, all, chosen)?;
                    given.extend(chosen.iter().map(|it| it.section));
                    self.sent(all, &chosen)?
                }
                (Offered::Form { form, .. }, CheckinChoice::Answer(answers)) => {
                    let (outcome, json) = self.filled_in(&offer, form, answers)?;
                    forms.extend(json.clone());
                    (outcome, json)
                }
                _ => return Err(CheckinError::NotAsked(offer.item.id)),
            };
            artifacts.extend(json.map(|json| Artifact {
                id: format!("artifact-{}", statuses.len() + 1),
                fulfills: vec![offer.item.id.clone()],
                content: ArtifactContent::Fhir {
                    version: FHIR.to_owned(),
                    json,
                },
            }));
            statuses.push(ItemStatus {
                item: offer.item.id,
                outcome,
                message: None,
            });
        }
        let response = CheckinResponse::new(request, artifacts, statuses)?;
        given.push(Section::CheckIns);
        given.sort_unstable();
        given.dedup();
        let begun = self.audit_begin(AuditEvent {
            sections: given,
            ..AuditEvent::new(Action::Exported)
        })?;
        let kept = forms.into_iter().try_for_each(|json| {
            let entry = entry(Section::CheckIns, json.into_bytes())?;
            self.write(entry).map(drop)
        });
        let count = response.artifacts().len() as u64;
        self.audit_close(begun, audit::outcome(&kept), count)?;
        kept?;
        Ok(response)
    }

    /// One Bundle of what was chosen.
    fn sent(
        &self,
        all: &[ItemView],
        chosen: &[&ItemView],
    ) -> Result<(Outcome, Option<String>), CheckinError> {
        if chosen.is_empty() {
            let outcome = if all.is_empty() {
                Outcome::Unavailable
            } else {
                Outcome::Declined
            };
            return Ok((outcome, None));
        }
        let ids: Vec<EntryId> = chosen.iter().map(|it| it.id).collect();
        let rows: Vec<_> = self.record.rows_of(&ids)?.into_iter().flatten().collect();
        let mut bytes = Vec::new();
        let bodies = self.record.bodies(&rows)?;
        let mut written = 0;
        let failed = |_| EditError::Store(StoreError::Altered("body"));
        let mut bundle = BundleWriter::new(&mut bytes, &time::fhir_instant(self.now())).map_err(failed)?;
        for (row, body) in rows.iter().zip(bodies) {
            let Some(body) = body else { continue };
            bundle
                .put(&Body {
                    bytes: body,
                    full_url: url(row),
                })
                .map_err(failed)?;
            written += 1;
        }
        bundle.finish().map_err(failed)?;
        let json = String::from_utf8(bytes).map_err(|_| EditError::Store(StoreError::Altered("body")))?;
        let outcome = if written == all.len() {
            Outcome::Fulfilled
        } else {
            Outcome::Partial
        };
        Ok((outcome, Some(json)))
    }

    fn filled_in(
        &self,
        offer: &CheckinOffer,
        form: &Form,
        answers: &Answers,
    ) -> Result<(Outcome, Option<String>), CheckinError> {
        let mut answers = answers.clone();
        answers.retain(|_, given| !given.is_empty());
        if answers.is_empty() {
            return Ok((Outcome::Declined, None));
        }
        let (missing, faults): (Vec<FormFault>, Vec<FormFault>) = form
            .faults(&answers)
            .into_iter()
            .partition(|it| it.misfit == Misfit::Missing);
        if !faults.is_empty() {
            return Err(CheckinError::Form {
                item: offer.item.id.clone(),
                faults,
            });
        }
        let canonical = match &offer.item.content {
            Asked::Form(asked) => asked.canonical.clone(),
            _ => None,
        };
        let name = self.new_uuid();
        let response = FormResponse {
            stated: Stated {
                subject: self.subject()?,
                identifier: Some(our_name(&name)),
                id: Some(name),
                recorded: Some(time::fhir_instant(self.now())),
                ..Stated::default()
            },
            form,
            questionnaire: canonical,
            answers: &answers,
        };
        let bytes = response.build().map_err(EditError::Draft)?;
        let json = String::from_utf8(bytes).map_err(|_| EditError::Store(StoreError::Altered("form")))?;
        let outcome = if missing.is_empty() {
            Outcome::Fulfilled
        } else {
            Outcome::Partial
        };
        Ok((outcome, Some(json)))
    }
}

fn chosen_of<'a>(
    offer: &CheckinOffer,
    all: &'a [ItemView],
    chosen: &BTreeSet<EntryId>,
) -> Result<Vec<&'a ItemView>, CheckinError> {
    let found: Vec<&ItemView> = all.iter().filter(|it| chosen.contains(&it.id)).collect();
    match found.len() == chosen.len() {
        true => Ok(found),
        false => Err(CheckinError::NotOffered(offer.item.id.clone())),
    }
}
