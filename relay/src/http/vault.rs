use std::sync::Arc;

use axum::{
    extract::{Path, Request, State},
    http::StatusCode,
};
use pocketchart_wire::{
    proof::Call,
    size::is_packet,
    vault::{self as wire, Get, List, Put},
};

use super::{
    Relay,
    answer::{Answered, Refusal, left},
    body::{self, PACKET, SHORT},
};
use crate::{clock, service::vault};

/// Puts a blob in, or takes blobs out.
pub(super) async fn put(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let (id, call) = owner(&relay, &id, (request, PACKET), |call: &Put| call.key).await?;
    if let Some(blob) = &call.blob {
        relay.has_room()?;
        if !is_packet(blob.len()) {
            return Err(Refusal::Malformed);
        }
    }
    let kept = move |transaction: &mut dyn crate::store::Transaction| {
        vault::put(
            transaction,
            &id,
            call.blob.as_deref(),
            &call.replaces,
            clock::now(),
        )
    };
    left(relay.store.run(kept).await?)
}

/// Says what lies in a vault.
pub(super) async fn list(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Answered, Refusal> {
    let (id, _) = owner(&relay, &id, (request, SHORT), |call: &List| call.key).await?;
    let listed = relay.store.run(move |transaction| vault::list(transaction, &id));
    Ok(Answered::message(&listed.await?))
}

/// Gives a blob out.
pub(super) async fn get(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Answered, Refusal> {
    let (id, call) = owner(&relay, &id, (request, SHORT), |call: &Get| call.key).await?;
    let found = relay
        .store
        .run(move |transaction| vault::get(transaction, &id, &call.blob));
    found.await?.map(Answered::bytes).ok_or(Refusal::NotHere)
}

/// A call of who has the key that the vault is named after.
async fn owner<C: Call>(
    relay: &Relay,
    id: &str,
    (request, limit): (Request, usize),
    key: impl Fn(&C) -> [u8; 32],
) -> Result<([u8; 16], C), Refusal> {
    let id = body::id(id)?;
    let (signed, call) = body::signed::<C>(relay, request, limit).await?;
    let key = key(&call);
    if wire::id(&key) == id && signed.is_by::<C>(&key, &id) {
        Ok((id, call))
    } else {
        Err(Refusal::NotHere)
    }
}
