//! Reading requests, and saying in our own form what is wrong with one.

use axum::{
    Json, body,
    extract::{FromRequest, FromRequestParts, Path, Query, Request, rejection::JsonRejection},
    http::{StatusCode, header, request::Parts},
};
use serde::de::DeserializeOwned;

use super::{answer::Refusal, text};

/// A body in JSON.
pub(super) struct Body<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        let read = Json::<T>::from_request(request, state).await;
        read.map(|Json(value)| Self(value))
            .map_err(|rejection| match rejection {
                JsonRejection::MissingJsonContentType(_) => Refusal::Type,
                rejection if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => Refusal::TooLong,
                _ => Refusal::Malformed,
            })
    }
}

/// What stands behind the question mark.
pub(super) struct Asked<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let read = Query::<T>::from_request_parts(parts, state).await;
        read.map(|Query(value)| Self(value))
            .map_err(|_| Refusal::Malformed)
    }
}

/// What stands in the path: names, for the most part. What cannot be a name is the name of nothing.
pub(super) struct InPath<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for InPath<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let read = Path::<T>::from_request_parts(parts, state).await;
        read.map(|Path(value)| Self(value)).map_err(|_| Refusal::NotHere)
    }
}

/// A JSON document of at most so many bytes, as it was written.
pub(super) async fn document(request: Request, most: usize) -> Result<String, Refusal> {
    let media = text(request.headers(), &header::CONTENT_TYPE).unwrap_or_default();
    let media = media.split(';').next().unwrap_or_default().trim();
    if !media.eq_ignore_ascii_case("application/json") {
        return Err(Refusal::Type);
    }
    let bytes = body::to_bytes(request.into_body(), most).await;
    let bytes = bytes.map_err(|_| Refusal::TooLong)?;
    String::from_utf8(bytes.into()).map_err(|_| Refusal::Malformed)
}
