use std::sync::Arc;

use axum::{
    extract::{Path, Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use pocketchart_wire::{
    grant::{
        Ask, Deposit, LONGEST_ACCESS, LONGEST_STANDING, LONGEST_WAIT, LONGEST_WHO, MOST_ATTEMPTS, Notify,
        Renew, Revoke, Stop, Take, Taken,
    },
    notice,
    size::is_packet,
};

use super::{
    Relay,
    answer::{Answered, Refusal, done, left},
    body::{self, PACKET, SHORT},
};
use crate::service::grant::{self, Answer};

/// The longest deposit.
const DEPOSIT: usize = PACKET + notice::MOST * (notice::LONGEST + 1024);

/// Keeps a grant.
pub(super) async fn deposit(
    State(relay): State<Arc<Relay>>,
    Path(locator): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let locator = body::id(&locator)?;
    let mut deposit: Deposit = body::message(&relay, request, DEPOSIT).await?;
    relay.has_room()?;
    let now = relay.clock.now();
    let whole = is_packet(deposit.bundle.len())
        && deposit.uses > 0
        && (1..=MOST_ATTEMPTS).contains(&deposit.attempts)
        && deposit.opens < deposit.ends
        && (now..=now + LONGEST_STANDING).contains(&deposit.ends)
        && deposit.notify.as_ref().is_none_or(is_whole);
    if !whole {
        return Err(Refusal::Malformed);
    }
    let (digest, now) = (deposit.digest(), relay.clock.now());
    let bundle = std::mem::take(&mut deposit.bundle);
    let bundle = relay.store.keep(bundle, now).await?;
    let kept = relay.decide(move |transaction, now| {
        grant::deposit(transaction, &locator, (&deposit, digest, bundle), now)
    });
    left(kept.await?)
}

fn is_whole(notify: &Notify) -> bool {
    notify.wait <= LONGEST_WAIT
        && (1..=LONGEST_ACCESS).contains(&notify.access)
        && notice::are_whole(&notify.notices)
}

/// Redeems a grant.
pub(super) async fn take(
    State(relay): State<Arc<Relay>>,
    Path(locator): Path<String>,
    request: Request,
) -> Result<Response, Refusal> {
    let locator = body::id(&locator)?;
    let take: Take = body::message(&relay, request, SHORT).await?;
    if take.who.len() > LONGEST_WHO {
        return Err(Refusal::Malformed);
    }
    body::fresh(&relay, &take.challenge)?;
    let taken = move |transaction: &mut dyn crate::store::Transaction, now| {
        grant::take(transaction, &locator, &take, now)
    };
    match relay.decide(taken).await? {
        Answer::Given(half, bundle) => {
            let bundle = relay.store.fetch(bundle).await?.ok_or(Refusal::NotHere)?;
            Ok(Answered::message(&Taken::new(&half, bundle)).into_response())
        }
        Answer::Later(seconds) => Ok(Answered::later(seconds)),
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
    let state = move |transaction: &mut dyn crate::store::Transaction, now| {
        grant::state(transaction, &locator, &signed, now)
    };
    let state = relay.decide(state).await?.ok_or(Refusal::NotHere)?;
    Ok(Answered::message(&state))
}

/// Stops those who wait for a grant, for its owner.
pub(super) async fn stop(
    State(relay): State<Arc<Relay>>,
    Path(locator): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let locator = body::id(&locator)?;
    let (signed, _) = body::signed::<Stop>(&relay, request, SHORT).await?;
    let stopped = relay.decide(move |transaction, now| grant::stop(transaction, &locator, &signed, now));
    done(stopped.await?)
}

/// Replaces the bundle of a grant for its owner.
pub(super) async fn renew(
    State(relay): State<Arc<Relay>>,
    Path(locator): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let locator = body::id(&locator)?;
    let (signed, renew) = body::signed::<Renew>(&relay, request, PACKET).await?;
    if !is_packet(renew.bundle.len()) {
        return Err(Refusal::Malformed);
    }
    relay.has_room()?;
    let bundle = relay.store.keep(renew.bundle, relay.clock.now()).await?;
    let renewed = move |transaction: &mut dyn crate::store::Transaction, now| {
        grant::renew(transaction, &locator, (&signed, bundle), now)
    };
    done(relay.decide(renewed).await?)
}

/// Ends a grant for its owner.
pub(super) async fn revoke(
    State(relay): State<Arc<Relay>>,
    Path(locator): Path<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let locator = body::id(&locator)?;
    let (signed, _) = body::signed::<Revoke>(&relay, request, SHORT).await?;
    let revoked = move |transaction: &mut dyn crate::store::Transaction, _| {
        grant::revoke(transaction, &locator, &signed)
    };
    done(relay.decide(revoked).await?)
}
