//! Grants and requests, mostly right, wrong in many ways.

use fastrand::Rng;

use super::{Model, Ops, PlainDelegation, PlainGrant, PlainRequest};

/// True once in `of`.
pub(super) fn rare(random: &mut Rng, of: u32) -> bool {
    random.u32(0..of) == 0
}

fn ops(random: &mut Rng) -> Ops {
    let mut ops = [0; 5];
    for _ in 0..random.u8(1..=3) {
        ops[random.usize(0..5)] = random.u8(1..16);
    }
    ops
}

/// A part of them, or rarely others.
fn part(random: &mut Rng, of: Ops) -> Ops {
    let mut part = of.map(|ops| {
        if random.bool() {
            ops
        } else {
            ops & random.u8(0..16)
        }
    });
    if rare(random, 6) {
        part[random.usize(0..5)] |= 1 << random.u8(0..4);
    }
    if part == [0; 5] { of } else { part }
}

pub(super) fn random_grant(random: &mut Rng) -> PlainGrant {
    let passcode = rare(random, 4);
    PlainGrant {
        issuer: if rare(random, 40) { random.u8(2..4) } else { 1 },
        audience: rare(random, 8).then(|| random.u8(10..14)),
        from: random.i64(-5..20),
        until: random.i64(40..80),
        ops: ops(random),
        uses: random.usize(1..4),
        by_relay: rare(random, 40),
        passcode,
        delegable: !rare(random, 4),
        altered: if rare(random, 20) { random.u8(1..4) } else { 0 },
        state_is_its: !rare(random, 40),
        here: if rare(random, 40) { 2 } else { 1 },
        kept_passcode: (passcode && !rare(random, 10)).then_some(1),
    }
}

pub(super) fn random_request(
    random: &mut Rng,
    grant: &PlainGrant,
    model: &Model,
    number: u64,
) -> PlainRequest {
    let who = random.u8(10..14);
    let passcode = if grant.passcode {
        Some(if rare(random, 2) { 2 } else { 1 })
    } else {
        None
    };
    let longest = grant.until + 5;
    PlainRequest {
        version: if rare(random, 60) { random.u64(0..4) } else { 1 },
        who,
        signs_as: if rare(random, 30) { 20 } else { who },
        secret: if rare(random, 40) { 2 } else { 1 },
        passcode: if rare(random, 20) { None } else { passcode },
        ops: part(random, grant.ops),
        sequence: if rare(random, 8) { random.u64(0..4) } else { number },
        delegation: rare(random, 3).then(|| PlainDelegation {
            by: match random.choice(&model.taken) {
                Some((_, signs, ..)) if !rare(random, 8) => *signs,
                _ => random.u8(10..14),
            },
            to: if rare(random, 10) { random.u8(10..14) } else { who },
            ops: part(random, grant.ops),
            until: if rare(random, 4) {
                random.i64(10..longest)
            } else {
                grant.until
            },
            of_this: !rare(random, 30),
            altered: rare(random, 30),
        }),
        now: (!rare(random, 60)).then(|| {
            if rare(random, 8) {
                random.i64(-15..100)
            } else {
                random.i64(15..45)
            }
        }),
        known: [false, !rare(random, 60), random.bool(), rare(random, 40)],
        revocations: (0..if rare(random, 12) { 2 } else { 0 })
            .map(|_| (random.bool(), random.u8(1..4)))
            .collect(),
        takes: !rare(random, 4),
    }
}
