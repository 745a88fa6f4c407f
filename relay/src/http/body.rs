//! Reading requests: never more than may be, and never more of all of them than there is memory for.

use std::sync::Arc;

use axum::{
    body::{Bytes, HttpBody},
    extract::Request,
};
use minicbor::{Decode, Encode};
use pocketchart_serving::Caller;
use pocketchart_wire::{
    cbor,
    proof::{Call, Signed},
    text,
};
use tokio::sync::OwnedSemaphorePermit;

use super::{Relay, answer::Refusal};

/// A body, and the memory that it was given.
pub(super) struct Body {
    pub(super) bytes: Bytes,
    _memory: OwnedSemaphorePermit,
}

/// The longest message without sealed content in it.
pub(super) const SHORT: usize = 64 * 1024;
/// The longest message with one sealed packet in it.
pub(super) const PACKET: usize = pocketchart_wire::size::LARGEST + SHORT;

/// Reads a body of at most `limit` bytes.
pub(super) async fn read(relay: &Relay, request: Request, limit: usize) -> Result<Body, Refusal> {
    let caller = request.extensions().get::<Caller>().copied();
    let body = request.into_body();
    let said = body.size_hint();
    if said.lower() > limit as u64 {
        return Err(Refusal::TooLong);
    }
    // Who does not say how much is coming is counted for all that may come.
    let most = said.upper().unwrap_or(limit as u64).min(limit as u64);
    if let Some(Caller(address)) = caller {
        relay.upload.take(address, most as f64).map_err(Refusal::Wait)?;
    }
    let kib = u32::try_from(most.div_ceil(1024)).map_err(|_| Refusal::TooLong)?;
    let memory = Arc::clone(&relay.memory)
        .acquire_many_owned(kib)
        .await
        .map_err(|_| Refusal::Broken)?;
    let bytes = axum::body::to_bytes(body, limit)
        .await
        .map_err(|_| Refusal::TooLong)?;
    Ok(Body {
        bytes,
        _memory: memory,
    })
}

/// Reads one of our own messages.
pub(super) async fn message<T>(relay: &Relay, request: Request, limit: usize) -> Result<T, Refusal>
where
    T: Encode<()> + for<'b> Decode<'b, ()>,
{
    Ok(cbor::from_bytes(&read(relay, request, limit).await?.bytes)?)
}

/// Reads a signed call over a challenge that is still good. Who signed it, is not yet looked at.
pub(super) async fn signed<C: Call>(
    relay: &Relay,
    request: Request,
    limit: usize,
) -> Result<(Signed, C), Refusal> {
    let signed: Signed = message(relay, request, limit).await?;
    let call = signed.call()?;
    fresh(relay, signed.challenge())?;
    Ok((signed, call))
}

/// Reads a call of who has the key after which the object `id` is named. `named` says the key and its object's name.
pub(super) async fn named<C: Call>(
    relay: &Relay,
    id: &str,
    (request, limit): (Request, usize),
    named: impl Fn(&C) -> ([u8; 32], [u8; 16]),
) -> Result<([u8; 16], C), Refusal> {
    let id = self::id(id)?;
    let (signed, call) = signed::<C>(relay, request, limit).await?;
    let (key, name) = named(&call);
    if name == id && signed.is_by::<C>(&key, &id) {
        Ok((id, call))
    } else {
        Err(Refusal::NotHere)
    }
}

/// Refuses a challenge that is not ours or too old, as if nothing were here.
pub(super) fn fresh(relay: &Relay, challenge: &pocketchart_wire::proof::Challenge) -> Result<(), Refusal> {
    if relay.challenges.is_good(challenge, relay.clock.now()) {
        Ok(())
    } else {
        Err(Refusal::NotHere)
    }
}

/// The 16 bytes of an identifier in a path.
pub(super) fn id(text: &str) -> Result<[u8; 16], Refusal> {
    text::decode(text).ok_or(Refusal::NotHere)
}
