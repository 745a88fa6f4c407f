//! The clinic's own FHIR server: for administrators which it is, for those who meet patients who of its patients is who, for clinicians
//! what is written there.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
};
use serde::Deserialize;
use utoipa::ToSchema;
use zeroize::Zeroizing;

use super::{
    answer::{Refusal, Refusals, blocking},
    body::{Body, InPath},
    who::{Administrator, Member},
};
use crate::{
    bridge::{Decision, LinkView, MessageView, NewSettings, Search, SettingsView},
    desk::{Desk, Linking, Names},
    id::Id,
};

/// Which patient of the server a chart belongs to.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Confirmed {
    /// The id there; none to make a new patient of what the chart says.
    patient: Option<String>,
    /// All the same, although another patient's chart belongs to it, or somebody alike is there.
    #[serde(default)]
    anyway: bool,
}

/// A key for RS384 that was made elsewhere.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewKey {
    /// The private key of RSA, 2,048 to 4,096 bits, in PEM (PKCS#8), not encrypted.
    #[schema(value_type = String)]
    pem: Zeroizing<String>,
}

/// What is to be written there.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Approved {
    /// Entries of the chart, by their ids: at most 100.
    entries: Vec<String>,
}

/// The clinic's own server.
#[utoipa::path(get, path = "/api/bridge", operation_id = "bridge", tag = "bridge",
    responses((status = 200, body = SettingsView), Refusals))]
pub(super) async fn settings(
    State(desk): State<Arc<Desk>>,
    _: Administrator,
) -> Result<Json<SettingsView>, Refusal> {
    Ok(Json(blocking(&desk, |desk| desk.bridge()).await??))
}

/// Use this server from now on, if it answers.
#[utoipa::path(put, path = "/api/bridge", operation_id = "set_bridge", tag = "bridge", request_body = NewSettings,
    responses((status = 200, body = SettingsView), Refusals))]
pub(super) async fn set(
    State(desk): State<Arc<Desk>>,
    Administrator(by): Administrator,
    Body(new): Body<NewSettings>,
) -> Result<Json<SettingsView>, Refusal> {
    Ok(Json(
        blocking(&desk, move |desk| desk.set_bridge(&by, new)).await??,
    ))
}

/// Use no server any more.
#[utoipa::path(delete, path = "/api/bridge", operation_id = "remove_bridge", tag = "bridge",
    responses((status = 204), Refusals))]
pub(super) async fn remove(
    State(desk): State<Arc<Desk>>,
    Administrator(by): Administrator,
) -> Result<StatusCode, Refusal> {
    blocking(&desk, move |desk| desk.remove_bridge(&by)).await??;
    Ok(StatusCode::NO_CONTENT)
}

/// The public halves of the keys by which a server can know the desk, as a JSON Web Key Set.
#[utoipa::path(get, path = "/api/bridge/keys", operation_id = "bridge_keys", tag = "bridge",
    responses((status = 200, body = Object), Refusals))]
pub(super) async fn keys(
    State(desk): State<Arc<Desk>>,
    _: Administrator,
) -> Result<impl IntoResponse, Refusal> {
    let keys = blocking(&desk, |desk| desk.bridge_keys()).await??;
    Ok(([(header::CONTENT_TYPE, "application/json")], keys))
}

/// Take a key for RS384, for a server that takes no ES384. The public halves of all keys.
#[utoipa::path(put, path = "/api/bridge/keys", operation_id = "set_bridge_key", tag = "bridge", request_body = NewKey,
    responses((status = 200, body = Object), Refusals))]
pub(super) async fn set_key(
    State(desk): State<Arc<Desk>>,
    Administrator(by): Administrator,
    Body(new): Body<NewKey>,
) -> Result<impl IntoResponse, Refusal> {
    let keys = blocking(&desk, move |desk| desk.set_bridge_key(&by, &new.pem)).await??;
    Ok(([(header::CONTENT_TYPE, "application/json")], keys))
}

/// Who of the server's patients may be the person of a chart: found by identifier, or by name and birth date together.
#[utoipa::path(get, path = "/api/bridge/charts/{id}/candidates", operation_id = "candidates", tag = "bridge",
    params(("id" = String, Path)), responses((status = 200, body = Search), Refusals))]
pub(super) async fn candidates(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<Json<Search>, Refusal> {
    Ok(Json(
        blocking(&desk, move |desk| desk.candidates(&by, id)).await??,
    ))
}

/// Which patient of the server a chart belongs to, and who confirmed it.
#[utoipa::path(get, path = "/api/bridge/charts/{id}/patient", operation_id = "linked_patient", tag = "bridge",
    params(("id" = String, Path)), responses((status = 200, body = LinkView), Refusals))]
pub(super) async fn patient(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<Json<LinkView>, Refusal> {
    Ok(Json(blocking(&desk, move |desk| desk.link(&by, id)).await??))
}

/// Confirm which patient of the server a chart belongs to, or have a new one made.
#[utoipa::path(put, path = "/api/bridge/charts/{id}/patient", operation_id = "confirm_patient", tag = "bridge",
    params(("id" = String, Path)), request_body = Confirmed,
    responses((status = 200, body = LinkView), Refusals))]
pub(super) async fn confirm(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
    Body(confirmed): Body<Confirmed>,
) -> Result<Json<LinkView>, Refusal> {
    let linking = Linking {
        patient: confirmed.patient,
        anyway: confirmed.anyway,
    };
    Ok(Json(
        blocking(&desk, move |desk| desk.set_link(&by, id, linking)).await??,
    ))
}

/// Take back which patient of the server a chart belongs to. What was written there stays; what waits is not sent any more.
#[utoipa::path(delete, path = "/api/bridge/charts/{id}/patient", operation_id = "unlink_patient", tag = "bridge",
    params(("id" = String, Path)), responses((status = 204), Refusals))]
pub(super) async fn unlink(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<StatusCode, Refusal> {
    blocking(&desk, move |desk| desk.unlink(&by, id)).await??;
    Ok(StatusCode::NO_CONTENT)
}

/// Approve that entries of a chart are written to the server.
#[utoipa::path(post, path = "/api/bridge/charts/{id}/outbox", operation_id = "approve", tag = "bridge",
    params(("id" = String, Path)), request_body = Approved,
    responses((status = 202, body = MessageView), Refusals))]
pub(super) async fn approve(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
    Body(approved): Body<Approved>,
) -> Result<(StatusCode, Json<MessageView>), Refusal> {
    let message = blocking(&desk, move |desk| desk.approve(&by, id, &approved.entries)).await??;
    Ok((StatusCode::ACCEPTED, Json(message)))
}

/// Approve that a signed visit is written to the server: all of it, or nothing.
#[utoipa::path(post, path = "/api/bridge/charts/{id}/visits/{visit}", operation_id = "approve_visit", tag = "bridge",
    params(("id" = String, Path), ("visit" = String, Path)),
    responses((status = 202, body = MessageView), Refusals))]
pub(super) async fn approve_visit(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(names): InPath<Names>,
) -> Result<(StatusCode, Json<MessageView>), Refusal> {
    let message = blocking(&desk, move |desk| desk.approve_visit(&by, names)).await??;
    Ok((StatusCode::ACCEPTED, Json(message)))
}

/// What is written and was written to the server, the newest first.
#[utoipa::path(get, path = "/api/bridge/outbox", operation_id = "outbox", tag = "bridge",
    responses((status = 200, body = Vec<MessageView>), Refusals))]
pub(super) async fn outbox(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
) -> Result<Json<Vec<MessageView>>, Refusal> {
    Ok(Json(blocking(&desk, move |desk| desk.outbox(&by)).await??))
}

/// What became of entries there.
#[utoipa::path(get, path = "/api/bridge/outbox/{id}", operation_id = "outbox_message", tag = "bridge",
    params(("id" = String, Path)), responses((status = 200, body = MessageView), Refusals))]
pub(super) async fn message(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<Json<MessageView>, Refusal> {
    Ok(Json(blocking(&desk, move |desk| desk.message(&by, id)).await??))
}

/// Send now what waits.
#[utoipa::path(post, path = "/api/bridge/outbox/{id}", operation_id = "send_now", tag = "bridge",
    params(("id" = String, Path)), responses((status = 200, body = MessageView), Refusals))]
pub(super) async fn send_now(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<Json<MessageView>, Refusal> {
    Ok(Json(blocking(&desk, move |desk| desk.try_now(&by, id)).await??))
}

/// Decide about an entry that was not written. Lines are counted from 0.
#[utoipa::path(post, path = "/api/bridge/outbox/{id}/lines/{line}", operation_id = "decide", tag = "bridge",
    params(("id" = String, Path), ("line" = String, Path)), request_body = Decision,
    responses((status = 200, body = MessageView), Refusals))]
pub(super) async fn decide(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(line): InPath<(Id, usize)>,
    Body(decision): Body<Decision>,
) -> Result<Json<MessageView>, Refusal> {
    let message = blocking(&desk, move |desk| desk.decide(&by, line, decision)).await??;
    Ok(Json(message))
}
