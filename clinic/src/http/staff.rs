//! Accounts, for administrators.

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode};

use super::{
    answer::{Refusal, Refusals, blocking},
    body::{Body, InPath},
    session::Person,
    who::Administrator,
};
use crate::{
    desk::Desk,
    id::Id,
    staff::{Change, NewAccount},
};

/// All accounts.
#[utoipa::path(get, path = "/api/staff", operation_id = "accounts", tag = "staff",
    responses((status = 200, body = Vec<Person>), Refusals))]
pub(super) async fn all(
    State(desk): State<Arc<Desk>>,
    _: Administrator,
) -> Result<Json<Vec<Person>>, Refusal> {
    let all = blocking(&desk, |desk| desk.staff()).await??;
    Ok(Json(all.iter().map(Person::from).collect()))
}

/// Make an account. Its owner has to change the password first.
#[utoipa::path(post, path = "/api/staff", tag = "staff", request_body = NewAccount,
    responses((status = 201, body = Person), Refusals))]
pub(super) async fn add(
    State(desk): State<Arc<Desk>>,
    Administrator(by): Administrator,
    Body(with): Body<NewAccount>,
) -> Result<(StatusCode, Json<Person>), Refusal> {
    let _turn = desk.passwords.acquire().await.map_err(|_| Refusal::Broken)?;
    let account = blocking(&desk, move |desk| desk.add_account(&by, &with)).await??;
    Ok((StatusCode::CREATED, Json((&account).into())))
}

/// Change an account. Its sessions end.
#[utoipa::path(patch, path = "/api/staff/{id}", tag = "staff", params(("id" = String, Path)), request_body = Change,
    responses((status = 200, body = Person), Refusals))]
pub(super) async fn change(
    State(desk): State<Arc<Desk>>,
    Administrator(by): Administrator,
    InPath(id): InPath<Id>,
    Body(change): Body<Change>,
) -> Result<Json<Person>, Refusal> {
    let _turn = desk.passwords.acquire().await.map_err(|_| Refusal::Broken)?;
    let account = blocking(&desk, move |desk| desk.change_account(&by, id, &change)).await??;
    Ok(Json((&account).into()))
}
