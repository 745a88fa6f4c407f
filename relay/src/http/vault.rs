use std::sync::Arc;

use axum::{
    extract::{Path, Request, State},
    http::StatusCode,
};
use pocketchart_wire::{
    size::is_packet,
    vault::{self as wire, Get, List, Put},
};

use super::{
    Relay,
    answer::{Answered, Refusal, left},
    body::{self, PACKET, SHORT},
};
use crate::service::vault::{self, Piece};

/// Puts a blob in, or takes blobs out.
pub(super) async fn put(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let (id, call) = body::named(&relay, &id, (request, PACKET), |call: &Put| {
        (call.key, wire::id(&call.key))
    })
    .await?;
    let piece = match call.blob {
        Some(blob) => {
            relay.has_room()?;
            if !is_packet(blob.len()) {
                return Err(Refusal::Malformed);
            }
            Some(Piece {
                id: wire::blob_id(&blob),
                size: blob.len(),
                body: relay.store.keep(blob, relay.clock.now()).await?,
            })
        }
        None => None,
    };
    let kept = relay.decide(move |transaction, now| vault::put(transaction, &id, piece, &call.replaces, now));
    left(kept.await?)
}

/// Says what lies in a vault.
pub(super) async fn list(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Answered, Refusal> {
    let (id, _) = body::named(&relay, &id, (request, SHORT), |call: &List| {
        (call.key, wire::id(&call.key))
    })
    .await?;
    let listed = relay.decide(move |transaction, _| vault::list(transaction, &id));
    Ok(Answered::message(&listed.await?))
}

/// Gives a blob out.
pub(super) async fn get(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Answered, Refusal> {
    let (id, call) = body::named(&relay, &id, (request, SHORT), |call: &Get| {
        (call.key, wire::id(&call.key))
    })
    .await?;
    let found = relay.decide(move |transaction, _| vault::get(transaction, &id, &call.blob));
    let body = found.await?.ok_or(Refusal::NotHere)?;
    let blob = relay.store.fetch(body).await?;
    blob.map(Answered::bytes).ok_or(Refusal::NotHere)
}
