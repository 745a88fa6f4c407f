//! What came of a comparison and the clinic's own FHIR server, for clinicians.

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    answer::{Refusal, Refusals, blocking},
    body::{Body, InPath},
    who::Member,
};
use crate::{
    bridge::MessageView,
    desk::{Desk, Names, ResultSeen},
    reconcile::ResultWriting,
};

/// What was shown, and is to be written there.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ApprovedResult {
    /// The patient for whom it was shown: `Patient/id`.
    patient: String,
    /// The hash of the list that was shown.
    hash: String,
}

/// What came of an act, for whom, and exactly how it would be written to the server: as IHE RECON has it.
#[utoipa::path(get, path = "/api/bridge/charts/{id}/acts/{act}", operation_id = "result_writing", tag = "bridge",
    params(("id" = String, Path), ("act" = String, Path)), responses((status = 200, body = ResultWriting), Refusals))]
pub(super) async fn writing(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(names): InPath<Names>,
) -> Result<Json<ResultWriting>, Refusal> {
    let writing = blocking(&desk, move |desk| desk.result_writing(&by, names));
    Ok(Json(writing.await??))
}

/// Approve that what came of an act is written to the server, as it was shown.
#[utoipa::path(post, path = "/api/bridge/charts/{id}/acts/{act}", operation_id = "approve_result", tag = "bridge",
    params(("id" = String, Path), ("act" = String, Path)), request_body = ApprovedResult,
    responses((status = 202, body = MessageView), Refusals))]
pub(super) async fn approve(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(names): InPath<Names>,
    Body(ApprovedResult { patient, hash }): Body<ApprovedResult>,
) -> Result<(StatusCode, Json<MessageView>), Refusal> {
    let seen = ResultSeen { patient, hash };
    let message = blocking(&desk, move |desk| desk.approve_result(&by, names, &seen)).await??;
    Ok((StatusCode::ACCEPTED, Json(message)))
}
