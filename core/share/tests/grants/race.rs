//! Redeemers who race for a grant's last use, in every order, with a restart after any step.

use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_share::grant::*;

use crate::people::{case, grant, keys, signing};

/// Every order in which each of them first asks and then, at the patient's yes, takes.
fn orders(left: &mut [u8], order: &mut Vec<u8>, all: &mut Vec<Vec<u8>>) {
    if left.iter().all(|steps| *steps == 0) {
        all.push(order.clone());
    }
    for racer in 0..left.len() {
        if left[racer] > 0 {
            left[racer] -= 1;
            order.push(racer as u8);
            orders(left, order, all);
            order.pop();
            left[racer] += 1;
        }
    }
}

/// Plays all orders with restarts after each set of steps, and gives how many there were.
fn race(racers: u8, uses: u8, loser: Refusal) -> usize {
    let mut body = grant();
    body.uses = uses;
    let phone = signing(1);
    let signed = Signed::sign(body, phone).unwrap();
    let (secret, issuers) = (keys().secret, [phone.public()]);
    let mut all = Vec::new();
    orders(&mut vec![2; racers.into()], &mut Vec::new(), &mut all);
    let mut played = 0;
    for order in &all {
        for restarts in 0_u32..1 << order.len() {
            let mut state = GrantState::new(signed.id, None);
            let (mut asked, mut won) = (vec![false; racers.into()], Vec::new());
            for (step, racer) in order.iter().enumerate() {
                let case = case(signed.to_bytes(), &signed.scope, &secret, &issuers, 10 + racer);
                let has_asked = std::mem::replace(&mut asked[usize::from(*racer)], true);
                let answer = if has_asked {
                    state.take(&case, phone).map(|_| won.push(*racer))
                } else {
                    state.ask(&case).map(|_| ())
                };
                let is_over = won.len() == usize::from(uses) && !won.contains(racer);
                assert_eq!(answer, if is_over { Err(loser) } else { Ok(()) }, "{order:?}");
                if restarts >> step & 1 == 1 {
                    state = from_bytes(&to_bytes(&state)).unwrap();
                }
            }
            assert_eq!(won.len(), usize::from(uses), "{order:?}");
            assert_eq!(state.redemptions().count(), usize::from(uses));
            played += 1;
        }
    }
    played
}

#[test]
fn exactly_as_many_win_as_there_are_uses() {
    let played = [
        race(2, 1, Refusal::SecondRedeemer),
        race(3, 1, Refusal::SecondRedeemer),
        race(3, 2, Refusal::UsedUp),
    ];
    assert_eq!(played, [6 * 16, 90 * 64, 90 * 64]);
    println!(
        "{} races, in each exactly as many won as there were uses",
        played.iter().sum::<usize>()
    );
}

/// The patient said yes to a question, and the grant ended before the use was taken.
#[test]
fn a_yes_that_comes_too_late_gives_nothing() {
    let phone = signing(1);
    let signed = Signed::sign(grant(), phone).unwrap();
    let (secret, issuers) = (keys().secret, [phone.public()]);
    let mut case = case(signed.to_bytes(), &signed.scope, &secret, &issuers, 10);
    let mut state = GrantState::new(signed.id, None);
    assert!(state.ask(&case).is_ok());
    let revocation = Revocation {
        grant: signed.id,
        issuer: phone.public(),
        seen: Vec::new(),
        reason: Reason::Wish,
    };
    let revocations = [Signed::sign(revocation, phone).unwrap()];
    case.revocations = &revocations;
    assert_eq!(state.take(&case, phone).err(), Some(Refusal::Revoked));
    assert_eq!(state.redemptions().count(), 0);
    assert!(state.has_ended());
}

/// With another device's key nothing can be bound, whatever the question says.
#[test]
fn a_use_is_bound_by_this_device_only() {
    let phone = signing(1);
    let signed = Signed::sign(grant(), phone).unwrap();
    let (secret, issuers) = (keys().secret, [phone.public()]);
    let case = case(signed.to_bytes(), &signed.scope, &secret, &issuers, 10);
    let mut state = GrantState::new(signed.id, None);
    assert_eq!(
        state.take(&case, signing(2)).err(),
        Some(Refusal::CountedElsewhere)
    );
    assert_eq!(state.redemptions().count(), 0);
    let (_, binding) = state.take(&case, phone).unwrap();
    assert_eq!(Signed::parse(binding.to_bytes()), Ok(binding));

    let receipt = |redeemer| Receipt {
        grant: signed.id,
        redeemer: signing(redeemer).public(),
        received: Vec::new(),
        audit_number: 1,
        audit_head: [0; 32],
    };
    assert!(state.is_received_by(&receipt(10)) && !state.is_received_by(&receipt(11)));
}

/// Whoever has the code can call, but not until the person tires.
#[test]
fn the_sixth_call_without_a_yes_ends_the_grant() {
    let phone = signing(1);
    let signed = Signed::sign(grant(), phone).unwrap();
    let (secret, issuers) = (keys().secret, [phone.public()]);
    let case = case(signed.to_bytes(), &signed.scope, &secret, &issuers, 10);
    let mut state = GrantState::new(signed.id, None);
    let call = |state: &mut GrantState| {
        let answer = state.call();
        *state = from_bytes(&to_bytes(state)).unwrap();
        answer
    };
    (0..MAX_CALLS).for_each(|_| assert_eq!(call(&mut state), Ok(())));
    assert!(state.take(&case, phone).is_ok(), "a yes to the fifth");
    (0..MAX_CALLS).for_each(|_| assert_eq!(call(&mut state), Ok(())));
    assert!(!state.has_ended());
    assert_eq!(call(&mut state), Err(Refusal::EndedBefore));
    assert!(state.has_ended());
    assert_eq!(state.ask(&case).err(), Some(Refusal::EndedBefore));
}
