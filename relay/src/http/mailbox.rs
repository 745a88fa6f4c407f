use std::sync::Arc;

use axum::{
    extract::{Path, Request, State},
    http::StatusCode,
};
use pocketchart_wire::{
    mailbox::{self as wire, Delete, LONGEST_HOURS, Post, Read},
    proof::Call,
    size::is_packet,
};

use super::{
    Relay,
    answer::{Answered, Refusal, left},
    body::{self, PACKET, SHORT},
};
use crate::{clock, service::mailbox};

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
    let kept = move |transaction: &mut dyn crate::store::Transaction| {
        mailbox::post(transaction, &id, &letter.packet, letter.hours, clock::now())
    };
    left(relay.store.run(kept).await?)
}

/// Gives letters to their reader.
pub(super) async fn read(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Answered, Refusal> {
    let key = |call: &Read| (call.read_key, call.write_hash);
    let (id, call) = reader(&relay, &id, request, key).await?;
    let read = move |transaction: &mut dyn crate::store::Transaction| {
        mailbox::read(transaction, &id, call.after, clock::now())
    };
    Ok(Answered::message(&relay.store.run(read).await?))
}

/// Deletes letters for their reader.
pub(super) async fn delete(
    State(relay): State<Arc<Relay>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let key = |call: &Delete| (call.read_key, call.write_hash);
    let (id, call) = reader(&relay, &id, request, key).await?;
    let deleted = move |transaction: &mut dyn crate::store::Transaction| {
        mailbox::delete(transaction, &id, &call.letters)
    };
    relay.store.run(deleted).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A call of who may read the box: the box is named after the key that signs.
async fn reader<C: Call>(
    relay: &Relay,
    id: &str,
    request: Request,
    key: impl Fn(&C) -> ([u8; 32], [u8; 32]),
) -> Result<([u8; 16], C), Refusal> {
    let id = body::id(id)?;
    let (signed, call) = body::signed::<C>(relay, request, SHORT).await?;
    let (read_key, write_hash) = key(&call);
    if wire::id(&read_key, &write_hash) == id && signed.is_by::<C>(&read_key, &id) {
        Ok((id, call))
    } else {
        Err(Refusal::NotHere)
    }
}
