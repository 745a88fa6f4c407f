//! Scanning: what a keyboard scanner typed, or a camera's frame.

use std::sync::Arc;

use axum::{
    Json,
    body::{self, Bytes},
    extract::{Extension, Query, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use pocketchart_serving::Caller;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use zeroize::Zeroizing;

use super::{
    answer::{Refusal, Refusals, blocking},
    body::InPath,
    session::with_password,
    text,
    who::{Member, MemberSession},
};
use crate::{
    desk::Desk,
    emergency::Second,
    id::Id,
    scan::{self, ScanState, Scanned},
};

/// Bytes of a camera's frame.
const FRAME: usize = 17 << 20;

/// What was typed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Typed {
    /// The patient's code.
    code: String,
    /// What the patient told besides, for a code that a relay answers.
    #[schema(value_type = Option<String>)]
    passcode: Option<Zeroizing<String>>,
    /// Why; needed in an emergency.
    #[serde(default)]
    reason: String,
    /// Who stands by an emergency, where one person alone may not ask.
    second: Option<Second>,
}

/// What was found in a body.
struct Found {
    scanned: Scanned,
    second: Option<Second>,
    /// The text of a code in a picture.
    text: Option<String>,
}

/// How large a frame of bare brightness is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Size {
    width: u32,
    height: u32,
}

/// Finds the code in a body of one media type.
type Read = Box<dyn FnOnce(&Bytes) -> Result<Option<Found>, Refusal> + Send>;

/// What became of a scan.
#[derive(Serialize, ToSchema)]
#[serde(tag = "found", rename_all = "kebab-case")]
pub(super) enum Begun {
    /// There is no patient's code in it.
    Nothing,
    /// A code, which is redeemed now: ask `/api/scan/{scan}` what comes of it.
    Code {
        /// Names the scan.
        #[schema(value_type = String)]
        scan: Id,
        /// The code that was read in a picture: with it the same is asked again, with what the patient told besides.
        code: Option<String>,
    },
}

/// Redeem a patient's code: what a scanner typed as JSON, a camera's frame as a PNG, or as bytes of brightness with
/// `?width=…&height=…`.
#[utoipa::path(post, path = "/api/scan", tag = "scan",
    params(("width" = Option<u32>, Query, description = "Of a frame of bare brightness"),
        ("height" = Option<u32>, Query, description = "Of a frame of bare brightness")),
    request_body(content((Typed = "application/json"), (Vec<u8> = "image/png"), (Vec<u8> = "application/octet-stream"))),
    responses((status = 200, body = Begun, description = "No code in it"), (status = 202, body = Begun), Refusals))]
pub(super) async fn begin(
    State(desk): State<Arc<Desk>>,
    Extension(caller): Extension<Caller>,
    MemberSession(session): MemberSession,
    request: Request,
) -> Result<Response, Refusal> {
    // Few frames at once are in memory.
    let _turn = desk.frames.acquire().await.map_err(|_| Refusal::Broken)?;
    let (parts, body) = request.into_parts();
    let media = text(&parts.headers, &header::CONTENT_TYPE).unwrap_or_default();
    let media = media.split(';').next().unwrap_or_default().trim().to_lowercase();
    let size = Query::<Size>::try_from_uri(&parts.uri);
    let read: Read = match media.as_str() {
        "application/json" => Box::new(typed),
        "image/png" => Box::new(|bytes| Ok(scan::code_in_png(bytes).and_then(in_picture))),
        "application/octet-stream" => {
            let Query(size) = size.map_err(|_| Refusal::Malformed)?;
            Box::new(move |bytes| Ok(scan::code_in_luma(size.width, size.height, bytes).and_then(in_picture)))
        }
        _ => return Err(Refusal::Type),
    };
    let bytes = body::to_bytes(body, FRAME).await.map_err(|_| Refusal::TooLong)?;
    let found = blocking(&desk, move |_| read(&bytes)).await??;
    let Some(Found {
        scanned,
        second,
        text,
    }) = found
    else {
        return Ok((StatusCode::OK, Json(Begun::Nothing)).into_response());
    };
    let by = Arc::new(session);
    if let Some(second) = second {
        let (by, origin) = (Arc::clone(&by), Id(scanned.code.origin()));
        with_password(&desk, caller, move |desk| desk.vouch(&second, &by, origin)).await???;
    }
    let scan = blocking(&desk, move |desk| desk.scan(&by.account, scanned)).await??;
    let scan = scan.ok_or(Refusal::Wait(60))?;
    Ok((StatusCode::ACCEPTED, Json(Begun::Code { scan, code: text })).into_response())
}

fn typed(bytes: &Bytes) -> Result<Option<Found>, Refusal> {
    let typed: Typed = serde_json::from_slice(bytes).map_err(|_| Refusal::Malformed)?;
    let code = scan::code_in_text(&typed.code);
    let scanned = code.map(|code| Scanned {
        code,
        passcode: typed.passcode,
        reason: typed.reason,
    });
    let second = typed.second;
    Ok(scanned.map(|scanned| Found {
        scanned,
        second,
        text: None,
    }))
}

fn in_picture(text: String) -> Option<Found> {
    let scanned = Scanned {
        code: scan::code_in_text(&text)?,
        passcode: None,
        reason: String::new(),
    };
    Some(Found {
        scanned,
        second: None,
        text: Some(text),
    })
}

/// How far a scan has come, for who began it.
#[utoipa::path(get, path = "/api/scan/{id}", tag = "scan", params(("id" = String, Path)),
    responses((status = 200, body = ScanState), Refusals))]
pub(super) async fn state(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<Json<ScanState>, Refusal> {
    let state = desk.scans.state(id, by.id);
    state.map(Json).ok_or(Refusal::NotHere)
}
