//! The log, for administrators. Reading it stands in it.

#![allow(unused_qualifications, reason = "as utoipa writes it")]

use std::sync::Arc;

use axum::{Json, extract::State, http::header, response::IntoResponse};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    answer::{Refusal, Refusals, blocking},
    body::Asked,
    who::Administrator,
};
use crate::{
    audit::{self, Findings, Numbered},
    desk::Desk,
};

/// Which part of the log.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Part {
    /// Only events with smaller numbers.
    before: Option<u64>,
    /// How many events: at most 200.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u32>,
}

/// A part of the log, newest first.
#[utoipa::path(get, path = "/api/audit", tag = "audit", params(Part),
    responses((status = 200, body = Vec<Numbered>), Refusals))]
pub(super) async fn page(
    State(desk): State<Arc<Desk>>,
    Administrator(by): Administrator,
    Asked(part): Asked<Part>,
) -> Result<Json<Vec<Numbered>>, Refusal> {
    let limit = part.limit.unwrap_or(50);
    if !(1..=audit::PAGE).contains(&limit) {
        return Err(Refusal::Malformed);
    }
    let asked = (part.before.unwrap_or(u64::MAX), limit);
    Ok(Json(
        blocking(&desk, move |desk| desk.audit_page(&by, asked)).await??,
    ))
}

/// Whether the log is whole.
#[utoipa::path(get, path = "/api/audit/check", tag = "audit", responses((status = 200, body = Findings), Refusals))]
pub(super) async fn check(
    State(desk): State<Arc<Desk>>,
    _: Administrator,
) -> Result<Json<Findings>, Refusal> {
    Ok(Json(blocking(&desk, |desk| desk.check_audit()).await??))
}

/// The whole log as FHIR R4: an `AuditEvent` on each line, oldest first.
#[utoipa::path(get, path = "/api/audit/fhir", tag = "audit",
    responses((status = 200, content_type = "application/fhir+ndjson", body = String), Refusals))]
pub(super) async fn fhir(
    State(desk): State<Arc<Desk>>,
    Administrator(by): Administrator,
) -> Result<impl IntoResponse, Refusal> {
    let lines = blocking(&desk, move |desk| desk.audit_as_fhir(&by)).await??;
    Ok(([(header::CONTENT_TYPE, "application/fhir+ndjson")], lines))
}
