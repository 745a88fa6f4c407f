use std::sync::Arc;

use axum::{
    extract::{Path, Request, State},
    http::{StatusCode, header},
    response::IntoResponse,
};
use pocketchart_wire::{
    keys::{self as wire, Delete, LONGEST, LONGEST_TIME, MOST, Put},
    text,
};
use serde::{Deserialize, Serialize};

use super::{
    Relay,
    answer::Refusal,
    body::{self, SHORT},
};
use crate::service::keys;

/// How long anyone may keep a copy.
const CACHED: &str = "public, max-age=3600";

/// Gives a key set to everyone.
pub(super) async fn serve(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
) -> Result<impl IntoResponse, Refusal> {
    let id = body::id(&id)?;
    let found = relay.decide(move |transaction, now| keys::get(transaction, &id, now));
    let keys = found.await?.ok_or(Refusal::NotHere)?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, CACHED),
    ];
    Ok((headers, keys))
}

/// Puts a key set in place of the one before.
pub(super) async fn put(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let (id, call) = body::named(&relay, &id, (request, SHORT), |call: &Put| {
        (call.owner, wire::id(&call.owner))
    })
    .await?;
    relay.has_room()?;
    let now = relay.clock.now();
    if !is_key_set(&call.keys) || call.ends <= now || call.ends > now + LONGEST_TIME {
        return Err(Refusal::Malformed);
    }
    let kept = relay.decide(move |transaction, _| keys::put(transaction, &id, (call.ends, &call.keys)));
    kept.await?;
    Ok(StatusCode::CREATED)
}

/// Deletes a key set.
pub(super) async fn delete(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let (id, _) = body::named(&relay, &id, (request, SHORT), |call: &Delete| {
        (call.owner, wire::id(&call.owner))
    })
    .await?;
    let deleted = relay.decide(move |transaction, _| keys::delete(transaction, &id));
    deleted.await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The members of a JSON Web Key Set that may be published, in the order in which they are written.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct KeySet {
    keys: Vec<Key>,
}

/// The members of a public key. A private one has `d`, too.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Key {
    alg: String,
    crv: String,
    kid: String,
    kty: String,
    r#use: String,
    x: String,
    y: String,
}

/// Whether this is a set of public keys of P-256, and written in its one form. That a key is a point of the curve is looked
/// at by who checks a card with it.
fn is_key_set(json: &str) -> bool {
    let is_hash = |value: &str| text::decode::<32>(value).is_some();
    let is_public = |key: &Key| {
        (key.alg.as_str(), key.crv.as_str()) == ("ES256", "P-256")
            && (key.kty.as_str(), key.r#use.as_str()) == ("EC", "sig")
            && [&key.kid, &key.x, &key.y].into_iter().all(|value| is_hash(value))
    };
    let Ok(set) = serde_json::from_str::<KeySet>(json) else {
        return false;
    };
    json.len() <= LONGEST
        && (1..=MOST).contains(&set.keys.len())
        && set.keys.iter().all(is_public)
        && set.keys.is_sorted_by(|a, b| a.kid < b.kid)
        && serde_json::to_string(&set).is_ok_and(|written| written == json)
}
