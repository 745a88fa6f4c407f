use std::sync::Arc;

use axum::{
    extract::{Path, Request, State},
    http::StatusCode,
};
use pocketchart_wire::{
    mailbox::{self as wire, Delete, LONGEST_HOURS, Post, Read},
    size::is_packet,
};

use super::{
    Relay,
    answer::{Answered, Refusal, left},
    body::{self, PACKET, SHORT},
};
use crate::service::mailbox;

/// Puts a letter in.
pub(super) async fn post(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let id = body::id(&id)?;
    let letter: Post = body::message(&relay, request, PACKET).await?;
    relay.has_room()?;
    if letter.mailbox() != id {
        return Err(Refusal::NotHere);
    }
    if !is_packet(letter.packet.len()) || !(1..=LONGEST_HOURS).contains(&letter.hours) {
        return Err(Refusal::Malformed);
    }
    let kept = move |transaction: &mut dyn crate::store::Transaction, now| {
        mailbox::post(transaction, &id, &letter.packet, letter.hours, now)
    };
    left(relay.decide(kept).await?)
}

/// Gives letters to their reader.
pub(super) async fn read(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Answered, Refusal> {
    let name = |call: &Read| (call.read_key, wire::id(&call.read_key, &call.write_hash));
    let (id, call) = body::named(&relay, &id, (request, SHORT), name).await?;
    let read = move |transaction: &mut dyn crate::store::Transaction, now| {
        mailbox::read(transaction, &id, call.after, now)
    };
    Ok(Answered::message(&relay.decide(read).await?))
}

/// Deletes letters for their reader.
pub(super) async fn delete(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let name = |call: &Delete| (call.read_key, wire::id(&call.read_key, &call.write_hash));
    let (id, call) = body::named(&relay, &id, (request, SHORT), name).await?;
    let deleted = move |transaction: &mut dyn crate::store::Transaction, _| {
        mailbox::delete(transaction, &id, &call.letters)
    };
    relay.decide(deleted).await?;
    Ok(StatusCode::NO_CONTENT)
}
