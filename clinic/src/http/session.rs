//! Signing in and out.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Extension, State},
    http::{StatusCode, header},
    response::{AppendHeaders, IntoResponse},
};
use pocketchart_serving::Caller;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zeroize::Zeroizing;

use super::{
    answer::{Refusal, Refusals, blocking},
    body::Body,
    who::{SignedIn, cookie},
};
use crate::{
    desk::Desk,
    id::Id,
    staff::{Account, NewAccount, Role, Session},
};

/// Somebody who works here.
#[derive(Serialize, ToSchema)]
pub(super) struct Person {
    /// Names the account.
    #[schema(value_type = String)]
    id: Id,
    /// What they sign in with.
    login: String,
    /// What others call them.
    name: String,
    /// What they may do.
    role: Role,
    /// May not sign in.
    disabled: bool,
    /// Has to change the password first.
    must_change: bool,
}

impl From<&Account> for Person {
    fn from(it: &Account) -> Self {
        Self {
            id: it.id,
            login: it.login.clone(),
            name: it.name.clone(),
            role: it.role,
            disabled: it.disabled,
            must_change: it.must_change,
        }
    }
}

/// Who is signed in.
#[derive(Serialize, ToSchema)]
pub(super) struct Who {
    /// Who.
    account: Person,
    /// To be sent as `X-CSRF-Token` with every request that changes something.
    csrf: String,
    /// When they have to sign in again at the latest, in seconds since 1970.
    ends: u64,
    /// Seconds without a request after which they are signed out.
    idle: u64,
    /// What patients see.
    clinic: String,
    /// A passkey is required, and has to be made first.
    must_add_passkey: bool,
}

impl Who {
    pub(super) fn of(desk: &Desk, session: &Session) -> Json<Self> {
        Json(Self {
            account: (&session.account).into(),
            csrf: session.token.csrf(),
            ends: session.ends,
            idle: desk.idle,
            clinic: desk.name.clone(),
            must_add_passkey: session.is_held,
        })
    }
}

/// The first administrator.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SetUp {
    /// What the desk printed when it started.
    #[schema(value_type = String)]
    secret: Zeroizing<String>,
    /// What they sign in with.
    login: String,
    /// What others call them.
    name: String,
    /// At least 12 characters.
    #[schema(value_type = String)]
    password: Zeroizing<String>,
}

/// What somebody signs in with.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SignIn {
    login: String,
    #[schema(value_type = String)]
    password: Zeroizing<String>,
}

/// The password as it was, and as it is to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPassword {
    #[schema(value_type = String)]
    old: Zeroizing<String>,
    /// At least 12 characters.
    #[schema(value_type = String)]
    new: Zeroizing<String>,
}

/// What a page shows before anybody is signed in.
#[derive(Serialize, ToSchema)]
pub(super) struct Beginning {
    /// What patients see.
    clinic: String,
    /// Whether the first administrator's account is still to be made.
    is_new: bool,
}

/// Whose desk it is, and whether its first account is still to be made.
#[utoipa::path(get, path = "/api/setup", tag = "session", responses((status = 200, body = Beginning), Refusals))]
pub(super) async fn beginning(State(desk): State<Arc<Desk>>) -> Json<Beginning> {
    Json(Beginning {
        clinic: desk.name.clone(),
        is_new: desk.is_new(),
    })
}

/// Make the first administrator's account.
#[utoipa::path(post, path = "/api/setup", tag = "session", request_body = SetUp,
    responses((status = 201, body = Person), Refusals))]
pub(super) async fn set_up(
    State(desk): State<Arc<Desk>>,
    Extension(caller): Extension<Caller>,
    Body(asked): Body<SetUp>,
) -> Result<(StatusCode, Json<Person>), Refusal> {
    let with = NewAccount {
        login: asked.login,
        name: asked.name,
        role: Role::Administrator,
        password: asked.password,
    };
    let account = with_password(&desk, caller, move |desk| desk.set_up(&asked.secret, &with)).await??;
    Ok((StatusCode::CREATED, Json((&account).into())))
}

/// Sign in.
#[utoipa::path(post, path = "/api/session", tag = "session", request_body = SignIn,
    responses((status = 200, body = Who), Refusals))]
pub(super) async fn sign_in(
    State(desk): State<Arc<Desk>>,
    Extension(caller): Extension<Caller>,
    Body(asked): Body<SignIn>,
) -> Result<impl IntoResponse, Refusal> {
    let session = with_password(&desk, caller, move |desk| {
        desk.sign_in(&asked.login, &asked.password)
    })
    .await??;
    let cookie = [(header::SET_COOKIE, cookie(&desk, Some(&session)))];
    Ok((AppendHeaders(cookie), Who::of(&desk, &session)))
}

/// Who is signed in.
#[utoipa::path(get, path = "/api/session", tag = "session", responses((status = 200, body = Who), Refusals))]
pub(super) async fn who(State(desk): State<Arc<Desk>>, SignedIn(session): SignedIn) -> Json<Who> {
    Who::of(&desk, &session)
}

/// Sign out.
#[utoipa::path(delete, path = "/api/session", tag = "session", responses((status = 204), Refusals))]
pub(super) async fn sign_out(
    State(desk): State<Arc<Desk>>,
    SignedIn(session): SignedIn,
) -> Result<impl IntoResponse, Refusal> {
    blocking(&desk, move |desk| desk.sign_out(&session)).await??;
    let cookie = [(header::SET_COOKIE, cookie(&desk, None))];
    Ok((StatusCode::NO_CONTENT, AppendHeaders(cookie)))
}

/// Change the own password. All sessions end, and a new one begins.
#[utoipa::path(post, path = "/api/session/password", tag = "session", request_body = NewPassword,
    responses((status = 200, body = Who), Refusals))]
pub(super) async fn change_password(
    State(desk): State<Arc<Desk>>,
    Extension(caller): Extension<Caller>,
    SignedIn(session): SignedIn,
    Body(asked): Body<NewPassword>,
) -> Result<impl IntoResponse, Refusal> {
    let change = move |desk: &Arc<Desk>| desk.change_password(&session, &asked.old, &asked.new);
    let session = with_password(&desk, caller, change).await??;
    let cookie = [(header::SET_COOKIE, cookie(&desk, Some(&session)))];
    Ok((AppendHeaders(cookie), Who::of(&desk, &session)))
}

/// Does something that takes the password function's memory, when it is its turn.
pub(super) async fn with_password<T: Send + 'static>(
    desk: &Arc<Desk>,
    caller: Caller,
    work: impl FnOnce(&Arc<Desk>) -> T + Send + 'static,
) -> Result<T, Refusal> {
    desk.admit_sign_in(caller.0).map_err(Refusal::Wait)?;
    let _turn = desk.passwords.acquire().await.map_err(|_| Refusal::Broken)?;
    blocking(desk, work).await
}
