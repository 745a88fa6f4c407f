//! Files that go with a visit.

#![allow(unused_qualifications, reason = "as utoipa writes it")]

use std::sync::Arc;

use axum::{
    Json,
    body::to_bytes,
    extract::{Request, State},
    http::{HeaderName, StatusCode, header},
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    answer::{Refusal, Refusals, blocking},
    body::{Asked, InPath},
    text,
    visits::Read,
    who::Member,
};
use crate::{
    desk::{Desk, DeskError, Names},
    id::Id,
    visit::{MOST_BYTES, VisitError, VisitView},
};

/// What a file is called, and which version somebody has read.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Named {
    version: u64,
    name: String,
}

/// Add a file to a visit that nobody has signed: PDF, JPEG or PNG, as its bytes tell.
#[utoipa::path(post, path = "/api/charts/{id}/visits/{visit}/attachments", operation_id = "attach_to_visit", tag = "visits",
    params(("id" = String, Path), ("visit" = String, Path), Named),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = VisitView), Refusals))]
pub(super) async fn add(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(names): InPath<Names>,
    Asked(Named { version, name }): Asked<Named>,
    request: Request,
) -> Result<(StatusCode, Json<VisitView>), Refusal> {
    if text(request.headers(), &header::CONTENT_TYPE) != Some("application/octet-stream") {
        return Err(Refusal::Type);
    }
    // Few files at once are in memory.
    let _turn = desk.frames.acquire().await.map_err(|_| Refusal::Broken)?;
    let bytes = to_bytes(request.into_body(), MOST_BYTES).await;
    let bytes = bytes.map_err(|_| DeskError::from(VisitError::FileLarge))?;
    let visit = blocking(&desk, move |desk| {
        desk.attach_to_visit(&by, names, (version, &name, &bytes))
    });
    Ok((StatusCode::CREATED, Json(visit.await??)))
}

/// A file of a visit, for a browser to keep.
#[utoipa::path(get, path = "/api/charts/{id}/visits/{visit}/attachments/{attachment}", operation_id = "visit_attachment", tag = "visits",
    params(("id" = String, Path), ("visit" = String, Path), ("attachment" = String, Path)),
    responses((status = 200, content((Vec<u8> = "application/pdf"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png"))), Refusals))]
pub(super) async fn one(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath((chart, visit, attachment)): InPath<(Id, Id, Id)>,
) -> Result<([(HeaderName, String); 2], Vec<u8>), Refusal> {
    let found = blocking(&desk, move |desk| {
        desk.visit_file(&by, (chart, visit), attachment)
    });
    let (file, bytes) = found.await??;
    let headers = [
        (header::CONTENT_TYPE, file.kind),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename*=UTF-8''{}", escaped(&file.name)),
        ),
    ];
    Ok((headers, bytes))
}

/// Take a file out of a visit that nobody has signed.
#[utoipa::path(delete, path = "/api/charts/{id}/visits/{visit}/attachments/{attachment}", operation_id = "detach_from_visit", tag = "visits",
    params(("id" = String, Path), ("visit" = String, Path), ("attachment" = String, Path), Read),
    responses((status = 200, body = VisitView), Refusals))]
pub(super) async fn remove(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath((chart, visit, attachment)): InPath<(Id, Id, Id)>,
    Asked(Read { version }): Asked<Read>,
) -> Result<Json<VisitView>, Refusal> {
    let visit = blocking(&desk, move |desk| {
        desk.detach_from_visit(&by, (chart, visit), (version, attachment))
    });
    Ok(Json(visit.await??))
}

/// A name as a header can have it (RFC 8187).
fn escaped(name: &str) -> String {
    let one = |byte: u8| match byte {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    name.bytes().map(one).collect()
}
