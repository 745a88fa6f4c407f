//! Messages between patients and the clinic.

#![allow(unused_qualifications, reason = "as utoipa writes it")]

use std::sync::Arc;

use axum::{Json, extract::State};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    answer::{Refusal, Refusals, blocking},
    body::{Body, InPath},
    who::Member,
};
use crate::{
    desk::Desk,
    id::Id,
    messages::{MessagesLine, PatientMessages},
};

/// What somebody writes to a patient.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct WriteMessage {
    /// Plain text, at most 5,000 characters.
    text: String,
    /// The entry of a message of those that it belongs to; none begins anew.
    #[serde(default)]
    answers: Option<String>,
}

/// What somebody has read.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadMessages {
    /// The entries of the messages.
    entries: Vec<String>,
}

/// The charts in which there are messages, also those that have ended: those with something unread first.
#[utoipa::path(get, path = "/api/messages", operation_id = "messages", tag = "messages",
    responses((status = 200, body = Vec<MessagesLine>), Refusals))]
pub(super) async fn all(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
) -> Result<Json<Vec<MessagesLine>>, Refusal> {
    Ok(Json(blocking(&desk, move |desk| desk.message_lines(&by)).await??))
}

/// The messages of a chart; once it has ended, what the clinic wrote in it.
#[utoipa::path(get, path = "/api/charts/{id}/messages", operation_id = "messages_of_chart", tag = "messages",
    params(("id" = String, Path)), responses((status = 200, body = PatientMessages), Refusals))]
pub(super) async fn of_chart(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(chart): InPath<Id>,
) -> Result<Json<PatientMessages>, Refusal> {
    Ok(Json(
        blocking(&desk, move |desk| desk.messages(&by, chart)).await??,
    ))
}

/// Write to the patient under a name that the page chooses, 32 hexadecimal digits: written again, it is written once.
#[utoipa::path(put, path = "/api/charts/{id}/messages/{message}", operation_id = "write_message", tag = "messages",
    params(("id" = String, Path), ("message" = String, Path)), request_body = WriteMessage,
    responses((status = 200, body = PatientMessages), Refusals))]
pub(super) async fn write(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(names): InPath<(Id, Id)>,
    Body(WriteMessage { text, answers }): Body<WriteMessage>,
) -> Result<Json<PatientMessages>, Refusal> {
    let written = blocking(&desk, move |desk| {
        desk.write_message(&by, names, (&text, answers.as_deref()))
    });
    Ok(Json(written.await??))
}

/// Look at once whether the patient has written; the desk also does by itself.
#[utoipa::path(post, path = "/api/charts/{id}/messages/look", operation_id = "look_for_messages", tag = "messages",
    params(("id" = String, Path)), responses((status = 200, body = PatientMessages), Refusals))]
pub(super) async fn look(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(chart): InPath<Id>,
) -> Result<Json<PatientMessages>, Refusal> {
    Ok(Json(
        blocking(&desk, move |desk| desk.look_for_messages(&by, chart)).await??,
    ))
}

/// Say that messages of the patient's have been read.
#[utoipa::path(post, path = "/api/charts/{id}/messages/read", operation_id = "read_messages", tag = "messages",
    params(("id" = String, Path)), request_body = ReadMessages,
    responses((status = 200, body = PatientMessages), Refusals))]
pub(super) async fn read(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(chart): InPath<Id>,
    Body(ReadMessages { entries }): Body<ReadMessages>,
) -> Result<Json<PatientMessages>, Refusal> {
    let read = blocking(&desk, move |desk| desk.read_messages(&by, chart, &entries));
    Ok(Json(read.await??))
}
