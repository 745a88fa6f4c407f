use std::sync::Arc;

use axum::{
    extract::{Path, Request, State},
    http::StatusCode,
};
use pocketchart_wire::{
    mailbox::{self as wire, Delete, LONGEST_HOURS, Letters, Packet, Post, Read, letter_id},
    size::is_packet,
};

use super::{
    Relay,
    answer::{Answered, Refusal, left},
    body::{self, PACKET, SHORT},
};
use crate::service::mailbox::{self, Letter};

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
    let (piece, hours) = ((letter_id(&letter.packet), letter.packet.len()), letter.hours);
    let body = relay.store.keep(letter.packet, relay.clock.now()).await?;
    let letter = Letter::new(piece, body, hours);
    let kept = relay.decide(move |transaction, now| mailbox::post(transaction, &id, letter, now));
    left(kept.await?)
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
    let (bodies, more) = relay.decide(read).await?;
    let mut letters = Vec::new();
    for body in bodies {
        // One that is not there any more was deleted by its reader in the meantime.
        letters.extend(relay.store.fetch(body).await?.map(Packet));
    }
    Ok(Answered::message(&Letters::new(letters, more)))
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
