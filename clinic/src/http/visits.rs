//! What clinicians write of visits.

#![allow(unused_qualifications, reason = "as utoipa writes it")]

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::{
    answer::{Refusal, Refusals, blocking},
    body::{Asked, Body, InPath},
    who::Member,
};
use crate::{
    desk::{Desk, Names},
    id::Id,
    visit::{Checked, Override, VisitContent, VisitLine, VisitView},
};

/// What somebody wrote.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Save {
    /// The version that they had read.
    version: u64,
    content: VisitContent,
}

/// A clinician's signature.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Sign {
    /// The version that they have read.
    version: u64,
    /// A reason for each finding that needs one.
    #[serde(default)]
    overrides: Vec<Override>,
}

/// Which version somebody has read.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Read {
    pub(super) version: u64,
}

/// All visits that the clinic wrote, the last saved first; also of charts that have ended.
#[utoipa::path(get, path = "/api/visits", operation_id = "visits", tag = "visits",
    responses((status = 200, body = Vec<VisitLine>), Refusals))]
pub(super) async fn all(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
) -> Result<Json<Vec<VisitLine>>, Refusal> {
    Ok(Json(blocking(&desk, move |desk| desk.visits(&by, None)).await??))
}

/// The visits of a chart, the last saved first; also when it has ended.
#[utoipa::path(get, path = "/api/charts/{id}/visits", operation_id = "visits_of_chart", tag = "visits",
    params(("id" = String, Path)), responses((status = 200, body = Vec<VisitLine>), Refusals))]
pub(super) async fn of_chart(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(chart): InPath<Id>,
) -> Result<Json<Vec<VisitLine>>, Refusal> {
    Ok(Json(
        blocking(&desk, move |desk| desk.visits(&by, Some(chart))).await??,
    ))
}

/// Begin a visit.
#[utoipa::path(post, path = "/api/charts/{id}/visits", operation_id = "begin_visit", tag = "visits",
    params(("id" = String, Path)), responses((status = 201, body = VisitView), Refusals))]
pub(super) async fn begin(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(chart): InPath<Id>,
) -> Result<(StatusCode, Json<VisitView>), Refusal> {
    let visit = blocking(&desk, move |desk| desk.begin_visit(&by, chart)).await??;
    Ok((StatusCode::CREATED, Json(visit)))
}

/// A visit, with the sections in which its entries would stand.
#[utoipa::path(get, path = "/api/charts/{id}/visits/{visit}", operation_id = "visit", tag = "visits",
    params(("id" = String, Path), ("visit" = String, Path)), responses((status = 200, body = VisitView), Refusals))]
pub(super) async fn one(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(names): InPath<Names>,
) -> Result<Json<VisitView>, Refusal> {
    Ok(Json(blocking(&desk, move |desk| desk.visit(&by, names)).await??))
}

/// Write in a visit. Who has not read what another has saved meanwhile is refused, and gets it.
#[utoipa::path(put, path = "/api/charts/{id}/visits/{visit}", operation_id = "save_visit", tag = "visits",
    params(("id" = String, Path), ("visit" = String, Path)), request_body = Save,
    responses((status = 200, body = VisitView), Refusals))]
pub(super) async fn save(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(names): InPath<Names>,
    Body(Save { version, content }): Body<Save>,
) -> Result<Json<VisitView>, Refusal> {
    let visit = blocking(&desk, move |desk| desk.save_visit(&by, names, (version, content)));
    Ok(Json(visit.await??))
}

/// Delete a visit that nobody has signed.
#[utoipa::path(delete, path = "/api/charts/{id}/visits/{visit}", operation_id = "discard_visit", tag = "visits",
    params(("id" = String, Path), ("visit" = String, Path), Read), responses((status = 204), Refusals))]
pub(super) async fn discard(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(names): InPath<Names>,
    Asked(Read { version }): Asked<Read>,
) -> Result<StatusCode, Refusal> {
    blocking(&desk, move |desk| desk.discard_visit(&by, names, version)).await??;
    Ok(StatusCode::NO_CONTENT)
}

/// What decision support says of the medicines in a visit. Information for who decides, not a medical device.
#[utoipa::path(post, path = "/api/charts/{id}/visits/{visit}/check", operation_id = "check_visit", tag = "visits",
    params(("id" = String, Path), ("visit" = String, Path)), responses((status = 200, body = Checked), Refusals))]
pub(super) async fn check(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(names): InPath<Names>,
) -> Result<Json<Checked>, Refusal> {
    Ok(Json(
        blocking(&desk, move |desk| desk.check_visit(&by, names)).await??,
    ))
}

/// Sign a visit: its entries are written into the chart in the clinician's name, and go to the patient.
#[utoipa::path(post, path = "/api/charts/{id}/visits/{visit}/sign", operation_id = "sign_visit", tag = "visits",
    params(("id" = String, Path), ("visit" = String, Path)), request_body = Sign,
    responses((status = 200, body = VisitView), Refusals))]
pub(super) async fn sign(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(names): InPath<Names>,
    Body(Sign { version, overrides }): Body<Sign>,
) -> Result<Json<VisitView>, Refusal> {
    let visit = blocking(&desk, move |desk| {
        desk.sign_visit(&by, names, (version, overrides))
    });
    Ok(Json(visit.await??))
}

/// Try at once to return a signed visit to the patient; the desk also does by itself.
#[utoipa::path(post, path = "/api/charts/{id}/visits/{visit}/return", operation_id = "return_visit", tag = "visits",
    params(("id" = String, Path), ("visit" = String, Path)), responses((status = 200, body = VisitView), Refusals))]
pub(super) async fn give_back(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(names): InPath<Names>,
) -> Result<Json<VisitView>, Refusal> {
    Ok(Json(
        blocking(&desk, move |desk| desk.return_visit(&by, names)).await??,
    ))
}
