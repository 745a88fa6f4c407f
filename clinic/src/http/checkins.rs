//! What the clinic asks before a visit, and what came back.

#![allow(unused_qualifications, reason = "as utoipa writes it")]

use std::sync::Arc;

use axum::{
    Json,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::IntoResponse,
};

use super::{
    answer::{Refusal, Refusals, blocking},
    body::{Body, InPath, document},
    text,
    who::Member,
};
use crate::{
    checkin::{self, CheckinLine, CheckinView, MOST_HOURS, NewCheckin, ReadyForm},
    desk::Desk,
    id::Id,
};

/// Bytes of what somebody at the desk asks.
pub(super) const LONGEST: usize = 1 << 20;
/// Bytes of an answer.
pub(super) const LONGEST_ANSWER: usize = 8 << 20;

/// JSON that a browser keeps as a file of this name.
pub(super) fn file(name: &str, json: String) -> ([(HeaderName, String); 2], String) {
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    (headers, json)
}

/// All check-ins, the newest first.
#[utoipa::path(get, path = "/api/checkins", operation_id = "checkins", tag = "checkins",
    responses((status = 200, body = Vec<CheckinLine>), Refusals))]
pub(super) async fn all(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
) -> Result<Json<Vec<CheckinLine>>, Refusal> {
    Ok(Json(blocking(&desk, move |desk| desk.checkins(&by)).await??))
}

/// Ask a patient something before a visit.
#[utoipa::path(post, path = "/api/checkins", operation_id = "make_checkin", tag = "checkins",
    request_body = NewCheckin, responses((status = 201, body = CheckinView), Refusals))]
pub(super) async fn make(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    Body(asked): Body<NewCheckin>,
) -> Result<(StatusCode, Json<CheckinView>), Refusal> {
    if !(1..=MOST_HOURS).contains(&asked.hours) {
        return Err(Refusal::Malformed);
    }
    let made = blocking(&desk, move |desk| desk.make_checkin(&by, &asked)).await??;
    Ok((StatusCode::CREATED, Json(made)))
}

/// Forms to start from.
#[utoipa::path(get, path = "/api/checkins/forms", operation_id = "checkin_forms", tag = "checkins",
    responses((status = 200, body = Vec<ReadyForm>), Refusals))]
pub(super) async fn forms(Member(_): Member) -> Json<Vec<ReadyForm>> {
    Json(checkin::ready())
}

/// A check-in, with what is asked and what was answered.
#[utoipa::path(get, path = "/api/checkins/{id}", operation_id = "checkin", tag = "checkins",
    params(("id" = String, Path)), responses((status = 200, body = CheckinView), Refusals))]
pub(super) async fn one(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<Json<CheckinView>, Refusal> {
    Ok(Json(blocking(&desk, move |desk| desk.checkin(&by, id)).await??))
}

/// Delete a check-in: one that nobody has answered, or as a clinician any, with its answer.
#[utoipa::path(delete, path = "/api/checkins/{id}", operation_id = "discard_checkin", tag = "checkins",
    params(("id" = String, Path)), responses((status = 204), Refusals))]
pub(super) async fn discard(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<StatusCode, Refusal> {
    blocking(&desk, move |desk| desk.discard_checkin(&by, id)).await??;
    Ok(StatusCode::NO_CONTENT)
}

/// The request as a file for the patient.
#[utoipa::path(get, path = "/api/checkins/{id}/request", operation_id = "checkin_request", tag = "checkins",
    params(("id" = String, Path)), responses((status = 200, body = Object), Refusals))]
pub(super) async fn request(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<impl IntoResponse, Refusal> {
    let json = blocking(&desk, move |desk| desk.checkin_request(&by, id)).await??;
    Ok(file("check-in.json", json))
}

/// Send it to the patient through the record that they opened; looks at once for the answer of one that was sent before.
#[utoipa::path(post, path = "/api/checkins/{id}/send", operation_id = "send_checkin", tag = "checkins",
    params(("id" = String, Path)), responses((status = 200, body = CheckinView), Refusals))]
pub(super) async fn send(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<Json<CheckinView>, Refusal> {
    Ok(Json(
        blocking(&desk, move |desk| desk.send_checkin(&by, id)).await??,
    ))
}

/// The link as a QR code. It leads to the name by which this request called the server.
#[utoipa::path(get, path = "/api/checkins/{id}/qr", operation_id = "checkin_qr", tag = "checkins",
    params(("id" = String, Path)),
    responses((status = 200, body = String, content_type = "image/svg+xml"), Refusals))]
pub(super) async fn qr(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    headers: HeaderMap,
    InPath(id): InPath<Id>,
) -> Result<impl IntoResponse, Refusal> {
    let host = text(&headers, &header::HOST).ok_or(Refusal::Host)?.to_owned();
    let scheme = if desk.is_tls { "https" } else { "http" };
    let path = blocking(&desk, move |desk| desk.checkin_link(&by, id)).await??;
    let code = pocketchart::draw(&format!("{scheme}://{host}{path}")).map_err(|_| Refusal::Host)?;
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], code.to_svg()))
}

/// The answer as it came, for clinicians.
#[utoipa::path(get, path = "/api/checkins/{id}/answer", operation_id = "checkin_answer", tag = "checkins",
    params(("id" = String, Path)), responses((status = 200, body = Object), Refusals))]
pub(super) async fn answer(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<impl IntoResponse, Refusal> {
    let json = blocking(&desk, move |desk| desk.checkin_answer(&by, id)).await??;
    Ok(file("check-in-answer.json", json))
}

/// Take the patient's answer, a SMART Health Check-in response of at most 8 MiB. It is taken once, in time, and only if it fits what
/// was asked.
#[utoipa::path(post, path = "/api/checkins/{id}/answer", operation_id = "take_checkin", tag = "checkins",
    params(("id" = String, Path)), request_body(content = Object, content_type = "application/json"),
    responses((status = 200, body = CheckinView), Refusals))]
pub(super) async fn take(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
    request: Request,
) -> Result<Json<CheckinView>, Refusal> {
    let _turn = desk.answers.acquire().await.map_err(|_| Refusal::Broken)?;
    let json = document(request, LONGEST_ANSWER).await?;
    let taken = blocking(&desk, move |desk| desk.take_checkin(&by, id, &json));
    Ok(Json(taken.await??))
}

/// Say that the answer has been read: a clinician's word.
#[utoipa::path(post, path = "/api/checkins/{id}/read", operation_id = "read_checkin", tag = "checkins",
    params(("id" = String, Path)), responses((status = 200, body = CheckinView), Refusals))]
pub(super) async fn read(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<Json<CheckinView>, Refusal> {
    Ok(Json(
        blocking(&desk, move |desk| desk.read_checkin(&by, id)).await??,
    ))
}
