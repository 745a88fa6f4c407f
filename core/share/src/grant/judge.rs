use pocketchart_crypto::sign::VerifyingKey;
use pocketchart_record::Millis;

use super::binding::Redeemer;
use super::body::{Flags, Grant, Holder, Minutes, millis};
use super::delegation::Delegation;
use super::keys::{CodeSecret, Passcode};
use super::left_out::left_out;
use super::refusal::Refusal;
use super::revocation::Revocation;
use super::scope::Scope;
use super::signed::{Signed, VERSION};
use super::state::GrantState;
use crate::clock::Doubt;

/// What the clocks of two devices of a patient may differ by: 5 minutes, for a grant's first and last minute.
pub const SKEW: Millis = 5 * 60_000;

/// What a redeemer asks for.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The version of its protocol.
    pub version: u64,
    /// Who it is; its Noise key is the one that the session proved ([`crate::session::Session::remote`]).
    pub redeemer: Redeemer,
    /// The secret of the code by which the session came about.
    pub secret: &'a CodeSecret,
    /// The passcode, if it gave one.
    pub passcode: Option<&'a Passcode>,
    /// What it wants.
    pub asked: &'a Scope,
    /// Higher in each request of the redeemer than in all before; its clock will do.
    pub sequence: u64,
    /// The delegation that it presents, as it came.
    pub delegation: Option<&'a [u8]>,
}

/// A request, and all that the answer depends on besides [`GrantState`].
#[derive(Clone, Debug)]
pub struct Case<'a> {
    /// The grant's bytes.
    pub grant: &'a [u8],
    /// What is asked.
    pub request: Request<'a>,
    /// The time, by [`crate::clock::EffectiveClock`].
    pub now: Result<Millis, Doubt>,
    /// This device.
    pub here: VerifyingKey,
    /// The devices of the patient that are certified and not revoked, this one among them.
    pub issuers: &'a [VerifyingKey],
    /// The revocations that are known.
    pub revocations: &'a [Signed<Revocation>],
}

/// What may be given, once the patient has said yes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Permit {
    /// What was asked for, all of it granted.
    pub scope: Scope,
    /// Until when.
    pub until: Minutes,
    /// What else the grant says.
    pub flags: Flags,
    /// The redeemer who delegated it, if one did.
    pub delegator: Option<VerifyingKey>,
}

fn refuse(reason: Refusal, applies: bool) -> Result<(), Refusal> {
    if applies && !left_out(reason) {
        Err(reason)
    } else {
        Ok(())
    }
}

/// Decides, and changes nothing. The order is part of the answer: what the redeemer did not prove tells it nothing
/// of what comes after.
pub(super) fn judge(case: &Case<'_>, state: &GrantState) -> Result<Permit, Refusal> {
    let request = &case.request;
    refuse(Refusal::UnknownVersion, request.version != VERSION)?;
    refuse(Refusal::ClockNotBelievable, case.now.is_err())?;
    let now = case.now.unwrap_or_default();
    let grant = Signed::<Grant>::parse(case.grant)?;
    refuse(Refusal::OtherGrant, state.grant() != grant.id)?;
    refuse(Refusal::UnknownIssuer, !case.issuers.contains(&grant.issuer))?;
    refuse(
        Refusal::CountedElsewhere,
        grant.holder != Holder::Issuer || grant.issuer != case.here,
    )?;
    refuse(Refusal::WrongSecret, request.secret.bind() != grant.bind)?;
    refuse(Refusal::EndedBefore, state.has_ended())?;
    let revoked = |it: &Signed<Revocation>| it.grant == grant.id && case.issuers.contains(&it.issuer);
    refuse(Refusal::Revoked, case.revocations.iter().any(revoked))?;
    refuse(
        Refusal::NotYet,
        now.saturating_add(SKEW) < millis(grant.not_before),
    )?;
    refuse(Refusal::Expired, now >= millis(grant.expires) + SKEW)?;
    let right = right(&grant, request, now, state)?;
    let passcode = request
        .passcode
        .is_some_and(|passcode| state.passcode() == Some(&request.secret.verifier(passcode)));
    refuse(
        Refusal::WrongPasscode,
        grant.flags.contains(Flags::PASSCODE) && !passcode,
    )?;
    redeemer(&grant, request, &right, state)?;
    for (section, operations) in request.asked.iter() {
        let granted = right.scope.as_ref().and_then(|scope| scope.operations(section));
        refuse(Refusal::SectionNotGranted, granted.is_none())?;
        refuse(
            Refusal::OperationNotGranted,
            granted.is_some_and(|granted| !granted.contains(operations)),
        )?;
    }
    Ok(Permit {
        scope: request.asked.clone(),
        until: right.until,
        flags: grant.flags,
        delegator: right.delegator,
    })
}

/// What the one who asks may do at most.
struct Right {
    scope: Option<Scope>,
    until: Minutes,
    delegator: Option<VerifyingKey>,
}

fn right(
    grant: &Signed<Grant>,
    request: &Request<'_>,
    now: Millis,
    state: &GrantState,
) -> Result<Right, Refusal> {
    let exchange = request.redeemer.exchange;
    let Some(delegation) = request.delegation else {
        let other = grant.audience.is_some_and(|audience| audience != exchange);
        refuse(Refusal::WrongAudience, other)?;
        return Ok(Right {
            scope: Some(grant.scope.clone()),
            until: grant.expires,
            delegator: None,
        });
    };
    let delegation = Signed::<Delegation>::parse(delegation)?;
    refuse(Refusal::OtherGrant, delegation.grant != grant.id)?;
    let delegator = state
        .redemptions()
        .find(|it| it.redeemer().sign == delegation.delegator);
    refuse(
        Refusal::DelegatedTooDeep,
        !grant.flags.contains(Flags::DELEGABLE) || delegator.is_some_and(|it| it.delegator().is_some()),
    )?;
    refuse(Refusal::UnboundDelegator, delegator.is_none())?;
    refuse(Refusal::WrongAudience, delegation.delegate != exchange)?;
    refuse(
        Refusal::WiderDelegation,
        !delegation.scope.is_within(&grant.scope) || delegation.expires > grant.expires,
    )?;
    refuse(
        Refusal::DelegationExpired,
        now >= millis(delegation.expires) + SKEW,
    )?;
    Ok(Right {
        scope: delegation.scope.intersection(&grant.scope),
        until: delegation.expires.min(grant.expires),
        delegator: Some(delegation.delegator),
    })
}

/// Whether the grant is this redeemer's, or has a use left.
fn redeemer(grant: &Grant, request: &Request<'_>, right: &Right, state: &GrantState) -> Result<(), Refusal> {
    let bound = state
        .redemptions()
        .find(|it| it.redeemer().exchange == request.redeemer.exchange);
    if let Some(bound) = bound {
        let same = *bound.redeemer() == request.redeemer && bound.delegator() == right.delegator;
        refuse(Refusal::SecondRedeemer, !same)?;
        return refuse(Refusal::Replay, request.sequence <= bound.sequence());
    }
    let taken = |delegator| {
        state
            .redemptions()
            .filter(|it| it.delegator() == delegator)
            .count()
    };
    if right.delegator.is_some() {
        return refuse(Refusal::SecondRedeemer, taken(right.delegator) > 0);
    }
    let none_left = taken(None) >= usize::from(grant.uses);
    refuse(Refusal::SecondRedeemer, none_left && grant.uses == 1)?;
    refuse(Refusal::UsedUp, none_left && grant.uses > 1)
}
