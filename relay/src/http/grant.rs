use std::sync::Arc;

use axum::{
    extract::{Path, Request, State},
    http::StatusCode,
};
use pocketchart_wire::{
    grant::{Ask, Deposit, LONGEST_STANDING, LONGEST_WHO, MOST_ATTEMPTS, Revoke, Take},
    size::is_packet,
};

use super::{
    Relay,
    answer::{Answered, Refusal, left},
    body::{self, PACKET, SHORT},
};
use crate::{
    clock,
    service::grant::{self, Answer},
};

/// Keeps a grant.
pub(super) async fn deposit(
    State(relay): State<Arc<Relay>>,
    Path(locator): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let locator = body::id(&locator)?;
    let deposit: Deposit = body::message(&relay, request, PACKET).await?;
    relay.has_room()?;
    let now = clock::now();
    let whole = is_packet(deposit.bundle.len())
        && deposit.uses > 0
        && (1..=MOST_ATTEMPTS).contains(&deposit.attempts)
        && deposit.opens < deposit.ends
        && (now..=now + LONGEST_STANDING).contains(&deposit.ends);
    if !whole {
        return Err(Refusal::Malformed);
    }
    let kept = move |transaction: &mut dyn crate::store::Transaction| {
        grant::deposit(transaction, &locator, &deposit)
    };
    left(relay.store.run(kept).await?)
}

/// Redeems a grant.
pub(super) async fn take(
    State(relay): State<Arc<Relay>>,
    Path(locator): Path<String>,
    request: Request,
) -> Result<Answered, Refusal> {
    let locator = body::id(&locator)?;
    let take: Take = body::message(&relay, request, SHORT).await?;
    if take.who.len() > LONGEST_WHO {
        return Err(Refusal::Malformed);
    }
    body::fresh(&relay, &take.challenge)?;
    let taken = move |transaction: &mut dyn crate::store::Transaction| {
        grant::take(transaction, &locator, &take, clock::now())
    };
    match relay.store.run(taken).await? {
        Answer::Given(taken) => Ok(Answered::message(&taken)),
        Answer::Wrong(left) => Err(Refusal::Wrong(left)),
        Answer::Gone => Err(Refusal::NotHere),
    }
}

/// Says to its owner what became of a grant.
pub(super) async fn state(
    State(relay): State<Arc<Relay>>,
    Path(locator): Path<String>,
    request: Request,
) -> Result<Answered, Refusal> {
    let locator = body::id(&locator)?;
    let (signed, _) = body::signed::<Ask>(&relay, request, SHORT).await?;
    let state = move |transaction: &mut dyn crate::store::Transaction| {
        grant::state(transaction, &locator, &signed, clock::now())
    };
    let state = relay.store.run(state).await?.ok_or(Refusal::NotHere)?;
    Ok(Answered::message(&state))
}

/// Ends a grant for its owner.
pub(super) async fn revoke(
    State(relay): State<Arc<Relay>>,
    Path(locator): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let locator = body::id(&locator)?;
    let (signed, _) = body::signed::<Revoke>(&relay, request, SHORT).await?;
    let revoked =
        move |transaction: &mut dyn crate::store::Transaction| grant::revoke(transaction, &locator, &signed);
    if relay.store.run(revoked).await? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Refusal::NotHere)
    }
}
