use std::sync::Arc;

use axum::{
    extract::{Path, Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use pocketchart_wire::{
    escrow::{self as wire, Ask, CONTACTS, Deposit, End, LONGEST_TIME, Take, Veto, WAIT},
    notice,
};

use super::{
    Relay,
    answer::{Answered, Refusal, done, left},
    body::{self, SHORT},
};
use crate::service::escrow::{self, Answer};

/// The longest deposit.
const DEPOSIT: usize = notice::MOST * (notice::LONGEST + 1024) + SHORT;

/// Keeps a secret for a person's contacts.
pub(super) async fn deposit(
    State(relay): State<Arc<Relay>>,
    Path(name): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let name = body::id(&name)?;
    let deposit: Deposit = body::message(&relay, request, DEPOSIT).await?;
    relay.has_room()?;
    let (now, contacts) = (relay.clock.now(), &deposit.contacts);
    let apart = |n: usize| {
        !contacts
            .iter()
            .skip(n + 1)
            .any(|other| contacts.get(n) == Some(other))
    };
    let whole = CONTACTS.contains(&contacts.len())
        && (0..contacts.len()).all(apart)
        && (1..contacts.len()).contains(&usize::from(deposit.needed))
        && WAIT.contains(&deposit.wait)
        && (now..=now + LONGEST_TIME).contains(&deposit.ends)
        && notice::are_whole(&deposit.notices);
    if !whole {
        return Err(Refusal::Malformed);
    }
    let kept = relay.decide(move |transaction, _| escrow::deposit(transaction, &name, &deposit));
    left(kept.await?)
}

/// Begins a request of a device, or adds approvals to it.
pub(super) async fn request(
    State(relay): State<Arc<Relay>>,
    Path(name): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let name = body::id(&name)?;
    let asked: wire::Request = body::message(&relay, request, SHORT).await?;
    if asked.approvals.len() > *CONTACTS.end() {
        return Err(Refusal::Malformed);
    }
    let kept =
        relay.decide(move |transaction, now| escrow::request(transaction, &name, &asked.approvals, now));
    left(kept.await?.ok_or(Refusal::NotHere)?)
}

/// Gives the secret to a device.
pub(super) async fn take(
    State(relay): State<Arc<Relay>>,
    Path(name): Path<String>,
    request: Request,
) -> Result<Response, Refusal> {
    let name = body::id(&name)?;
    let (signed, take) = body::signed::<Take>(&relay, request, SHORT).await?;
    let taken = relay.decide(move |transaction, now| escrow::take(transaction, &name, (&signed, &take), now));
    match taken.await? {
        Answer::Given(taken) => Ok(Answered::message(&taken).into_response()),
        Answer::Later(seconds) => Ok(Answered::later(seconds)),
        Answer::Gone => Err(Refusal::NotHere),
    }
}

/// Objects to a request, for the owner.
pub(super) async fn veto(
    State(relay): State<Arc<Relay>>,
    Path(name): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let name = body::id(&name)?;
    let (signed, veto) = body::signed::<Veto>(&relay, request, SHORT).await?;
    let vetoed =
        relay.decide(move |transaction, now| escrow::veto(transaction, &name, (&signed, &veto), now));
    done(vetoed.await?)
}

/// Ends an escrow, for its owner.
pub(super) async fn end(
    State(relay): State<Arc<Relay>>,
    Path(name): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let name = body::id(&name)?;
    let (signed, _) = body::signed::<End>(&relay, request, SHORT).await?;
    let ended = relay.decide(move |transaction, now| escrow::end(transaction, &name, &signed, now));
    done(ended.await?)
}

/// Says how an escrow is.
pub(super) async fn state(
    State(relay): State<Arc<Relay>>,
    Path(name): Path<String>,
    request: Request,
) -> Result<Answered, Refusal> {
    let name = body::id(&name)?;
    let (signed, ask) = body::signed::<Ask>(&relay, request, SHORT).await?;
    let state = relay.decide(move |transaction, _| escrow::state(transaction, &name, (&signed, &ask)));
    let state = state.await?.ok_or(Refusal::NotHere)?;
    Ok(Answered::message(&state))
}
