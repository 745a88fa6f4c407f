//! What the person sends.

use super::draft::{CheckinDecision, CheckinDraft};
use super::offer::{CheckinOffer, Offered, WhyNot};
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
    Artifact, ArtifactContent, Asked, CheckinResponse, CheckinResponseError, ItemStatus, Outcome,
};

/// FHIR R4, as all that is sent is written in.
const FHIR: &str = "4.0.1";

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
    /// Nothing can be done with an item.
    #[error("an item cannot be answered")]
    Unanswerable(WhyNot),
    /// Something was chosen that is not offered, or no longer.
    #[error("something was chosen that is not offered")]
    NotOffered(EntryId),
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
            CheckinError::Unanswerable(why) => why.id(),
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
    /// Makes the response of what the person decided, keeps a copy of each form filled in, and writes into the log what goes out. Resources
    /// stand in it as they came, byte for byte.
    ///
    /// # Errors
    /// [`CheckinError`].
    pub fn answer_checkin(&mut self, draft: &CheckinDraft) -> Result<CheckinResponse, CheckinError> {
        let (mut artifacts, mut statuses, mut forms, mut given) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let offers = self.checkin_offers(&draft.request)?;
        for (offer, decision) in offers.into_iter().zip(draft.items()) {
            let (outcome, json) = match &offer.offered {
                Offered::Not(_) => (Outcome::Unsupported, None),
                Offered::Records(all) if all.is_empty() && !decision.given => (Outcome::Unavailable, None),
                _ if !decision.given => (Outcome::Declined, None),
                Offered::Records(all) => {
                    let chosen = still_there(all, decision)?;
                    given.extend(chosen.iter().map(|it| it.section));
                    self.sent(all, &chosen)?
                }
                Offered::Form { form, .. } => {
                    let (outcome, json) = self.filled_in(&offer, form, &decision.answers)?;
                    forms.extend(json.clone());
                    (outcome, json)
                }
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
        let response = CheckinResponse::new(&draft.request, artifacts, statuses)?;
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
        let mut faults = form.faults(&answers);
        let is_whole = !faults.iter().any(|it| it.misfit == Misfit::Missing);
        // A question that another answer takes away keeps its answer on the screen, and loses it in what is sent.
        faults.retain(|it| match it.misfit {
            Misfit::Missing => false,
            Misfit::NotAsked => form.item(&it.link_id).is_none(),
            _ => true,
        });
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
        // What somebody answers who acts for the person is not said in the person's name.
        let by = self.fhir_author(self.record.author())?;
        let response = FormResponse {
            stated: Stated {
                subject: self.subject()?,
                identifier: Some(our_name(&name)),
                id: Some(name),
                recorded: Some(time::fhir_instant(self.now())),
                by: Some(by).filter(|it| it.reference.is_none()),
                ..Stated::default()
            },
            form,
            questionnaire: canonical,
            answers: &answers,
        };
        let bytes = response.build().map_err(EditError::Draft)?;
        let json = String::from_utf8(bytes).map_err(|_| EditError::Store(StoreError::Altered("form")))?;
        let outcome = if is_whole {
            Outcome::Fulfilled
        } else {
            Outcome::Partial
        };
        Ok((outcome, Some(json)))
    }
}

fn still_there<'a>(
    all: &'a [ItemView],
    decision: &CheckinDecision,
) -> Result<Vec<&'a ItemView>, CheckinError> {
    let of = |id: EntryId| {
        all.iter()
            .find(|it| it.id == id)
            .ok_or(CheckinError::NotOffered(id))
    };
    decision.chosen().map(|it| of(it.id)).collect()
}
