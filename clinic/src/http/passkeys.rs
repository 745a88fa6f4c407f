//! Passkeys: signing in by one, one's own, and whether everybody needs one.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Extension, State},
    http::{HeaderMap, StatusCode, header},
    response::{AppendHeaders, IntoResponse},
};
use pocketchart_serving::Caller;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    answer::{Refusal, Refusals, blocking},
    body::{Body, InPath},
    session::{Who, with_password},
    text,
    who::{Administrator, MemberSession, Owner, cookie},
};
use crate::{
    desk::{Desk, PasskeysOfAll},
    id::Id,
    staff::{
        Answer, Need, NewPasskey, NewQuestion, PasskeyError, PasskeyView, Place, Proof, ProofQuestion, Rules,
        StaffError,
    },
};

/// Who wants a passkey made or removed proves who they are.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Proven {
    proof: Proof,
}

/// How many passkeys an account has.
#[derive(Serialize, ToSchema)]
struct Counted {
    /// The account.
    #[schema(value_type = String)]
    account: Id,
    /// How many.
    passkeys: usize,
}

/// Whether everybody needs a passkey, and who has some.
#[derive(Serialize, ToSchema)]
pub(super) struct OfAll {
    /// Whether nobody signs in without a passkey.
    passkey: Need,
    /// Of each account.
    accounts: Vec<Counted>,
}

impl From<PasskeysOfAll> for OfAll {
    fn from(it: PasskeysOfAll) -> Self {
        let counted = |(account, passkeys)| Counted { account, passkeys };
        Self {
            passkey: it.rules.passkey,
            accounts: it.accounts.into_iter().map(counted).collect(),
        }
    }
}

/// By which name the browser calls the desk.
fn place(desk: &Desk, headers: &HeaderMap) -> Result<Place, Refusal> {
    let host = text(headers, &header::HOST).unwrap_or_default();
    let place = Place::of(host, desk.is_tls).ok_or(PasskeyError::Place);
    place.map_err(|error| StaffError::from(error).into())
}

/// Ask to sign in by a passkey.
#[utoipa::path(post, path = "/api/session/passkey/question", operation_id = "sign_in_question", tag = "session",
    responses((status = 200, body = ProofQuestion), Refusals))]
pub(super) async fn sign_in_question(
    State(desk): State<Arc<Desk>>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
) -> Result<Json<ProofQuestion>, Refusal> {
    desk.admit_sign_in(caller.0).map_err(Refusal::Wait)?;
    let question = desk.ask_for_passkey(place(&desk, &headers)?, None);
    Ok(Json(question.map_err(StaffError::from)?))
}

/// Sign in by a passkey.
#[utoipa::path(post, path = "/api/session/passkey", tag = "session", request_body = Answer,
    responses((status = 200, body = Who), Refusals))]
pub(super) async fn sign_in_by_passkey(
    State(desk): State<Arc<Desk>>,
    Body(answer): Body<Answer>,
) -> Result<impl IntoResponse, Refusal> {
    let session = blocking(&desk, move |desk| desk.sign_in_by_passkey(&answer)).await??;
    let cookie = [(header::SET_COOKIE, cookie(&desk, Some(&session)))];
    Ok((AppendHeaders(cookie), Who::of(&desk, &session)))
}

/// The own passkeys.
#[utoipa::path(get, path = "/api/passkeys", operation_id = "passkeys", tag = "passkeys",
    responses((status = 200, body = Vec<PasskeyView>), Refusals))]
pub(super) async fn all(
    State(desk): State<Arc<Desk>>,
    Owner(session): Owner,
) -> Result<Json<Vec<PasskeyView>>, Refusal> {
    let all = blocking(&desk, move |desk| desk.passkeys(&session.account)).await??;
    Ok(Json(all.iter().map(PasskeyView::from).collect()))
}

/// Ask somebody at this browser to prove a passkey: whoever is signed in, or another person who stands by them in an emergency.
#[utoipa::path(post, path = "/api/passkeys/question", operation_id = "proof_question", tag = "passkeys",
    responses((status = 200, body = ProofQuestion), Refusals))]
pub(super) async fn question(
    State(desk): State<Arc<Desk>>,
    headers: HeaderMap,
    Owner(session): Owner,
) -> Result<Json<ProofQuestion>, Refusal> {
    let question = desk.ask_for_passkey(place(&desk, &headers)?, Some(&session));
    Ok(Json(question.map_err(StaffError::from)?))
}

/// Ask the browser to make a passkey.
#[utoipa::path(post, path = "/api/passkeys/new", operation_id = "new_passkey_question", tag = "passkeys",
    request_body = Proven, responses((status = 200, body = NewQuestion), Refusals))]
pub(super) async fn begin(
    State(desk): State<Arc<Desk>>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    Owner(session): Owner,
    Body(asked): Body<Proven>,
) -> Result<Json<NewQuestion>, Refusal> {
    let place = place(&desk, &headers)?;
    let ask = move |desk: &Arc<Desk>| desk.ask_for_new_passkey(&session, place, &asked.proof);
    Ok(Json(with_password(&desk, caller, ask).await??))
}

/// Keep the passkey that the browser made.
#[utoipa::path(post, path = "/api/passkeys", operation_id = "add_passkey", tag = "passkeys", request_body = NewPasskey,
    responses((status = 201, body = PasskeyView), Refusals))]
pub(super) async fn add(
    State(desk): State<Arc<Desk>>,
    Owner(session): Owner,
    Body(new): Body<NewPasskey>,
) -> Result<(StatusCode, Json<PasskeyView>), Refusal> {
    let passkey = blocking(&desk, move |desk| desk.add_passkey(&session, &new)).await??;
    Ok((StatusCode::CREATED, Json((&passkey).into())))
}

/// Remove one of the own passkeys.
#[utoipa::path(post, path = "/api/passkeys/{id}/remove", operation_id = "remove_passkey", tag = "passkeys",
    params(("id" = String, Path)), request_body = Proven, responses((status = 204), Refusals))]
pub(super) async fn remove(
    State(desk): State<Arc<Desk>>,
    Extension(caller): Extension<Caller>,
    MemberSession(session): MemberSession,
    InPath(id): InPath<Id>,
    Body(asked): Body<Proven>,
) -> Result<StatusCode, Refusal> {
    let remove = move |desk: &Arc<Desk>| desk.remove_passkey(&session, id, &asked.proof);
    with_password(&desk, caller, remove).await??;
    Ok(StatusCode::NO_CONTENT)
}

/// Whether everybody needs a passkey, and who has some.
#[utoipa::path(get, path = "/api/staff/passkeys", operation_id = "passkeys_of_all", tag = "staff",
    responses((status = 200, body = OfAll), Refusals))]
pub(super) async fn of_all(State(desk): State<Arc<Desk>>, _: Administrator) -> Result<Json<OfAll>, Refusal> {
    let all = blocking(&desk, |desk| desk.passkeys_of_all()).await??;
    Ok(Json(all.into()))
}

/// Set whether everybody needs a passkey.
#[utoipa::path(put, path = "/api/staff/passkeys", operation_id = "set_rules", tag = "staff", request_body = Rules,
    responses((status = 200, body = OfAll), Refusals))]
pub(super) async fn set_rules(
    State(desk): State<Arc<Desk>>,
    MemberSession(session): MemberSession,
    _: Administrator,
    Body(rules): Body<Rules>,
) -> Result<Json<OfAll>, Refusal> {
    let all = blocking(&desk, move |desk| {
        desk.set_rules(&session, rules)?;
        Ok::<_, StaffError>(desk.passkeys_of_all()?)
    });
    Ok(Json(all.await??.into()))
}

/// Remove all passkeys of an account whose owner lost them. Its sessions end.
#[utoipa::path(delete, path = "/api/staff/{id}/passkeys", operation_id = "remove_passkeys_of", tag = "staff",
    params(("id" = String, Path)), responses((status = 204), Refusals))]
pub(super) async fn remove_of(
    State(desk): State<Arc<Desk>>,
    Administrator(by): Administrator,
    InPath(id): InPath<Id>,
) -> Result<StatusCode, Refusal> {
    blocking(&desk, move |desk| desk.remove_passkeys_of(&by, id)).await??;
    Ok(StatusCode::NO_CONTENT)
}
