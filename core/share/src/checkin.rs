//! What a clinic asks before a visit, and what a person answers (SMART Health Check-in 1.0, sections 5 and 6).
//!
//! Requests and responses are JSON, whatever carries them. A request says nothing reliable of who asks: that is proved by what
//! carried it. That an item is *required* is no consent and no command.

mod request;
mod response;

pub use request::{
    Asked, CheckinItem, CheckinRequest, CheckinRequestError, FormAsked, MAX_REQUEST, Selection,
};
pub use response::{
    Artifact, ArtifactContent, CheckinResponse, CheckinResponseError, ItemStatus, MAX_RESPONSE, Outcome,
};

/// FHIR JSON as it is.
pub const FHIR_JSON: &str = "application/fhir+json";
/// SMART Health Cards.
pub const HEALTH_CARD: &str = "application/smart-health-card";
