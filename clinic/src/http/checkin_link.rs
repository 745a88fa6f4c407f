//! What a patient reaches who was given a check-in's link: the request, and a place for the answer. Whoever has the link is let in,
//! sees nothing of any answer, and can answer once.

#![allow(unused_qualifications, reason = "as utoipa writes it")]

use std::sync::Arc;

use axum::{
    Json,
    extract::{Request, State},
    response::IntoResponse,
};

use super::{
    answer::{Refusal, Refusals, blocking},
    body::{InPath, document},
    checkins::{LONGEST_ANSWER, file},
};
use crate::{checkin::CheckinTaken, desk::Desk, id::Id};

/// The request behind a link, as long as nobody has answered it and its time is not over.
#[utoipa::path(get, path = "/checkin/{link}", operation_id = "fetch_checkin", tag = "checkin link",
    params(("link" = String, Path)), responses((status = 200, body = Object), Refusals))]
pub(super) async fn request(
    State(desk): State<Arc<Desk>>,
    InPath(link): InPath<Id>,
) -> Result<impl IntoResponse, Refusal> {
    let json = blocking(&desk, move |desk| desk.fetch_checkin(link)).await??;
    Ok(file("check-in.json", json))
}

/// Leave the answer, a SMART Health Check-in response of at most 8 MiB.
#[utoipa::path(post, path = "/checkin/{link}", operation_id = "answer_checkin", tag = "checkin link",
    params(("link" = String, Path)), request_body(content = Object, content_type = "application/json"),
    responses((status = 200, body = CheckinTaken), Refusals))]
pub(super) async fn answer(
    State(desk): State<Arc<Desk>>,
    InPath(link): InPath<Id>,
    request: Request,
) -> Result<Json<CheckinTaken>, Refusal> {
    // Nobody else makes the desk read something large.
    blocking(&desk, move |desk| desk.checkin_linked(link)).await??;
    let _turn = desk.answers.acquire().await.map_err(|_| Refusal::Broken)?;
    let json = document(request, LONGEST_ANSWER).await?;
    let taken = blocking(&desk, move |desk| desk.answer_checkin(link, &json));
    Ok(Json(taken.await??))
}
