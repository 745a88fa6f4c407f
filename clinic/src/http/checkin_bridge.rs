//! What was answered in a check-in and the clinic's own FHIR server: for those who meet patients whose it is, for clinicians what is
//! written there.

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
    bridge::{LinkView, MessageView, Search},
    checkin::CheckinWriting,
    desk::{Chosen, Desk},
    id::Id,
};

/// Whose answer it is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ConfirmedAnswer {
    /// The id there.
    patient: String,
}

/// What of an answer is to be written there.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ApprovedAnswer {
    /// The patient for whom it was shown: `Patient/id`.
    patient: String,
    /// What of it, by the names under which it was shown: at most 100, with the forms that they were taken from.
    lines: Vec<String>,
}

/// What of an answer can be written to the server, for whom, and exactly how.
#[utoipa::path(get, path = "/api/bridge/checkins/{id}", operation_id = "checkin_writing", tag = "bridge",
    params(("id" = String, Path)), responses((status = 200, body = CheckinWriting), Refusals))]
pub(super) async fn writing(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<Json<CheckinWriting>, Refusal> {
    let writing = blocking(&desk, move |desk| desk.checkin_writing(&by, id));
    Ok(Json(writing.await??))
}

/// Approve that this of an answer is written to the server.
#[utoipa::path(post, path = "/api/bridge/checkins/{id}", operation_id = "approve_checkin", tag = "bridge",
    params(("id" = String, Path)), request_body = ApprovedAnswer,
    responses((status = 202, body = MessageView), Refusals))]
pub(super) async fn approve(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
    Body(ApprovedAnswer { patient, lines }): Body<ApprovedAnswer>,
) -> Result<(StatusCode, Json<MessageView>), Refusal> {
    let chosen = Chosen { patient, lines };
    let message = blocking(&desk, move |desk| desk.approve_checkin(&by, id, &chosen)).await??;
    Ok((StatusCode::ACCEPTED, Json(message)))
}

/// Who of the server's patients may have answered, where no chart says who it is: by the description that stands in the answer.
#[utoipa::path(get, path = "/api/bridge/checkins/{id}/candidates", operation_id = "checkin_candidates", tag = "bridge",
    params(("id" = String, Path)), responses((status = 200, body = Search), Refusals))]
pub(super) async fn candidates(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<Json<Search>, Refusal> {
    let found = blocking(&desk, move |desk| desk.checkin_candidates(&by, id));
    Ok(Json(found.await??))
}

/// Which patient of the server has answered, and who confirmed it.
#[utoipa::path(get, path = "/api/bridge/checkins/{id}/patient", operation_id = "checkin_patient", tag = "bridge",
    params(("id" = String, Path)), responses((status = 200, body = LinkView), Refusals))]
pub(super) async fn patient(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<Json<LinkView>, Refusal> {
    let link = blocking(&desk, move |desk| desk.checkin_patient(&by, id));
    Ok(Json(link.await??))
}

/// Confirm which patient of the server has answered, where no chart says so.
#[utoipa::path(put, path = "/api/bridge/checkins/{id}/patient", operation_id = "confirm_checkin", tag = "bridge",
    params(("id" = String, Path)), request_body = ConfirmedAnswer,
    responses((status = 200, body = LinkView), Refusals))]
pub(super) async fn confirm(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
    Body(confirmed): Body<ConfirmedAnswer>,
) -> Result<Json<LinkView>, Refusal> {
    let link = blocking(&desk, move |desk| {
        desk.confirm_checkin(&by, id, &confirmed.patient)
    });
    Ok(Json(link.await??))
}

/// Take back which patient of the server has answered. What was written there stays; what waits is not sent any more.
#[utoipa::path(delete, path = "/api/bridge/checkins/{id}/patient", operation_id = "unlink_checkin", tag = "bridge",
    params(("id" = String, Path)), responses((status = 204), Refusals))]
pub(super) async fn unlink(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<StatusCode, Refusal> {
    blocking(&desk, move |desk| desk.unlink_checkin(&by, id)).await??;
    Ok(StatusCode::NO_CONTENT)
}
