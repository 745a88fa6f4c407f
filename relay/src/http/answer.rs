//! What goes back. A refusal says what the caller did wrong with the request, never what is or is not here.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use minicbor::Encode;
use pocketchart_wire::{cbor, grant::Refused, notice::Waiting};

use crate::{service::Left, store::StoreError};

/// Bytes, of a media type.
pub(super) struct Answered {
    media_type: &'static str,
    body: Vec<u8>,
}

impl Answered {
    /// One of our own messages.
    pub(super) fn message<T: Encode<()>>(message: &T) -> Self {
        Self {
            media_type: "application/cbor",
            body: cbor::to_bytes(message),
        }
    }

    /// What is asked for will be given in so many seconds: 202.
    pub(super) fn later(seconds: u64) -> Response {
        (StatusCode::ACCEPTED, Self::message(&Waiting::new(seconds))).into_response()
    }

    /// Bytes as they are.
    pub(super) fn bytes(body: Vec<u8>) -> Self {
        Self {
            media_type: "application/octet-stream",
            body,
        }
    }

    /// A file of a health link.
    pub(super) fn jwe(jwe: String) -> Self {
        Self {
            media_type: "application/jose",
            body: jwe.into_bytes(),
        }
    }
}

impl IntoResponse for Answered {
    fn into_response(self) -> Response {
        let media_type = HeaderValue::from_static(self.media_type);
        ([(header::CONTENT_TYPE, media_type)], self.body).into_response()
    }
}

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Nothing of that name is live, or this caller may not know of it: 404, always the same.
    NotHere,
    /// The request is not of the form that it has to have: 400.
    Malformed,
    /// The body is longer than it may be: 413.
    TooLong,
    /// Something else is under this name: 409.
    Taken,
    /// The proof was wrong: 401, with what is left.
    Wrong(u8),
    /// Too many requests of this address: 429, with the seconds to wait.
    Wait(u64),
    /// There is no room: 507.
    Full,
    /// The store does not answer: 503.
    Store,
    /// A fault of this program: 500.
    Broken,
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Self::NotHere => StatusCode::NOT_FOUND.into_response(),
            Self::Malformed => StatusCode::BAD_REQUEST.into_response(),
            Self::TooLong => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
            Self::Taken => StatusCode::CONFLICT.into_response(),
            Self::Wrong(left) => {
                (StatusCode::UNAUTHORIZED, Answered::message(&Refused::new(left))).into_response()
            }
            Self::Wait(seconds) => {
                let wait = [(header::RETRY_AFTER, HeaderValue::from(seconds))];
                (StatusCode::TOO_MANY_REQUESTS, wait).into_response()
            }
            Self::Full => StatusCode::INSUFFICIENT_STORAGE.into_response(),
            Self::Store => {
                let wait = [(header::RETRY_AFTER, HeaderValue::from(5))];
                (StatusCode::SERVICE_UNAVAILABLE, wait).into_response()
            }
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store did not answer");
        Self::Store
    }
}

impl From<cbor::Malformed> for Refusal {
    fn from(_: cbor::Malformed) -> Self {
        Self::Malformed
    }
}

/// 201 for what is new, 204 for what is here already.
pub(super) fn left(left: Left) -> Result<StatusCode, Refusal> {
    match left {
        Left::Kept => Ok(StatusCode::CREATED),
        Left::Same => Ok(StatusCode::NO_CONTENT),
        Left::Other => Err(Refusal::Taken),
        Left::Full => Err(Refusal::Full),
    }
}

/// 204 for what was done, and 404 where it is not there to be done.
pub(super) fn done(done: bool) -> Result<StatusCode, Refusal> {
    if done {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Refusal::NotHere)
    }
}
