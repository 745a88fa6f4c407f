//! The call of a CDS service.

use super::orders::{DraftOrders, DraftOrdersError};
use crate::import::is_uuid;
use serde::Deserialize;
use serde_json::value::RawValue;

/// The most bytes of a request: 16 MiB.
const LIMIT: usize = 16 << 20;

/// A call of one of our CDS services (specification, "HTTP Request"). Nothing but what is used is kept: no token that a
/// request brings with it, above all.
#[derive(Clone, Debug, PartialEq)]
pub struct CdsRequest {
    /// What happened in the clinic's system, and with what.
    pub hook: CdsHook,
    /// The UUID of this one call, as it was written.
    pub hook_instance: String,
    /// Who sees the answer, such as `Practitioner/abc`. Only their own system knows them.
    pub user: String,
    /// The Patient resource that came with it (`prefetch.patient`).
    pub(super) patient: Option<Box<str>>,
}

/// What happened in the clinic's system.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CdsHook {
    /// `patient-view`: a record was opened.
    PatientView,
    /// `order-select`: orders were chosen, and are not signed yet.
    OrderSelect(DraftOrders),
}

/// A request was refused; nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CdsRequestError {
    /// More than 16 MiB.
    #[error("a request larger than 16 MiB")]
    TooLarge,
    /// Not a JSON object of the form of a request.
    #[error("not a request of CDS Hooks")]
    Unreadable,
    /// A field that every request of this hook must have is not there, or is empty.
    #[error("the request lacks `{0}`")]
    Missing(&'static str),
    /// `hookInstance` is not a UUID.
    #[error("`hookInstance` is not a UUID")]
    NotAUuid,
    /// A hook of which nothing is offered.
    #[error("no service for this hook")]
    OtherHook,
    /// What is wrong with the orders.
    #[error(transparent)]
    Orders(#[from] DraftOrdersError),
}

impl CdsRequestError {
    /// The id of the message that explains it. That of [`CdsRequestError::Missing`] has the argument `field`.
    pub fn id(&self) -> &'static str {
        match self {
            CdsRequestError::TooLarge => "cds-request-too-large",
            CdsRequestError::Unreadable => "cds-request-unreadable",
            CdsRequestError::Missing(_) => "cds-request-missing",
            CdsRequestError::NotAUuid => "cds-request-not-a-uuid",
            CdsRequestError::OtherHook => "cds-request-other-hook",
            CdsRequestError::Orders(error) => error.id(),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    hook: Option<String>,
    hook_instance: Option<String>,
    #[serde(borrow)]
    context: Option<Context<'a>>,
    #[serde(borrow)]
    prefetch: Option<Prefetch<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Context<'a> {
    user_id: Option<String>,
    patient_id: Option<String>,
    selections: Option<Vec<String>>,
    #[serde(borrow)]
    draft_orders: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Prefetch<'a> {
    #[serde(borrow)]
    patient: Option<&'a RawValue>,
}

impl CdsRequest {
    /// Reads a request: JSON in UTF-8.
    ///
    /// ```
    /// use pocketchart::{CdsRequest, CdsRequestError};
    ///
    /// let refused = CdsRequest::read(br#"{"hook":"patient-view"}"#);
    /// assert!(matches!(refused, Err(CdsRequestError::Missing("hookInstance"))));
    /// ```
    ///
    /// # Errors
    /// [`CdsRequestError`].
    pub fn read(json: &[u8]) -> Result<Self, CdsRequestError> {
        use CdsRequestError::{Missing, NotAUuid, OtherHook, TooLarge, Unreadable};
        if json.len() > LIMIT {
            return Err(TooLarge);
        }
        let written: Written<'_> = serde_json::from_slice(json).map_err(|_| Unreadable)?;
        let filled =
            |text: Option<String>, name| text.filter(|it| !it.trim().is_empty()).ok_or(Missing(name));
        let hook = filled(written.hook, "hook")?;
        let hook_instance = filled(written.hook_instance, "hookInstance")?;
        if !is_uuid(&hook_instance) {
            return Err(NotAUuid);
        }
        let context = written.context.ok_or(Missing("context"))?;
        let user = filled(context.user_id, "context.userId")?;
        let patient_id = filled(context.patient_id, "context.patientId")?;
        let hook = match hook.as_str() {
            "patient-view" => CdsHook::PatientView,
            "order-select" => {
                let orders = context.draft_orders.ok_or(Missing("context.draftOrders"))?;
                let selections = context.selections.ok_or(Missing("context.selections"))?;
                CdsHook::OrderSelect(DraftOrders::read(
                    orders.get().as_bytes(),
                    selections,
                    &patient_id,
                )?)
            }
            _ => return Err(OtherHook),
        };
        let patient = written.prefetch.and_then(|it| it.patient);
        Ok(Self {
            hook,
            hook_instance,
            user,
            patient: patient.map(|it| it.get().into()),
        })
    }
}
