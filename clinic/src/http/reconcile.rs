//! A chart beside the clinic's own system, for clinicians.

#![allow(unused_qualifications, reason = "as utoipa writes it")]

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode};

use super::{
    answer::{Refusal, Refusals, blocking},
    body::{Body, InPath},
    who::Member,
};
use crate::{
    desk::Desk,
    id::Id,
    reconcile::{Act, Comparison, Done},
};

/// Allergies, problems, medicines and vaccines of a chart, each beside what the clinic's own system said when it was read last.
#[utoipa::path(get, path = "/api/charts/{id}/reconcile", operation_id = "comparison", tag = "reconcile",
    params(("id" = String, Path)), responses((status = 200, body = Comparison), Refusals))]
pub(super) async fn comparison(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(chart): InPath<Id>,
) -> Result<Json<Comparison>, Refusal> {
    Ok(Json(
        blocking(&desk, move |desk| desk.comparison(&by, chart)).await??,
    ))
}

/// Read what the clinic's own system says of the patient now. A type that it refuses is named, and does not stop the others.
#[utoipa::path(post, path = "/api/charts/{id}/reconcile/read", operation_id = "read_system", tag = "reconcile",
    params(("id" = String, Path)), responses((status = 200, body = Comparison), Refusals))]
pub(super) async fn read(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(chart): InPath<Id>,
) -> Result<Json<Comparison>, Refusal> {
    Ok(Json(
        blocking(&desk, move |desk| desk.read_system(&by, chart)).await??,
    ))
}

/// Decide about a section, line by line, in one act: what is the same and what is not, what becomes an entry of the chart, what is written to the
/// clinic's own system, what is left. Of what others read meanwhile nothing is decided.
#[utoipa::path(post, path = "/api/charts/{id}/reconcile", operation_id = "reconcile", tag = "reconcile",
    params(("id" = String, Path)), request_body = Act, responses((status = 201, body = Done), Refusals))]
pub(super) async fn decide(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(chart): InPath<Id>,
    Body(act): Body<Act>,
) -> Result<(StatusCode, Json<Done>), Refusal> {
    let done = blocking(&desk, move |desk| desk.reconcile(&by, chart, act)).await??;
    Ok((StatusCode::CREATED, Json(done)))
}
