//! Random grants and requests, answered by the library and by a model that knows nothing of keys, bytes or CBOR: plain
//! numbers, and a list of all that could be wrong, of which the first counts.
//!
//! `GRANTS` is how many (100,000; before a release 1,000,000), `POCKETCHART_SEED` repeats a run or tries another.

mod random;

use std::collections::BTreeMap;
use std::thread;

use fastrand::Rng;
use pocketchart_crypto::Secret;
use pocketchart_record::Section;
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_share::clock::Doubt;
use pocketchart_share::grant::*;

use self::random::{random_grant, random_request, rare};
use crate::people::{START, redeemer, signing};

/// Operations by section; 0 where nothing.
type Ops = [u8; 5];

#[derive(Clone, Debug)]
struct PlainGrant {
    issuer: u8,
    audience: Option<u8>,
    from: i64,
    until: i64,
    ops: Ops,
    uses: usize,
    by_relay: bool,
    passcode: bool,
    delegable: bool,
    /// 0: as signed, 1: signature altered, 2: another version, 3: cut off.
    altered: u8,
    state_is_its: bool,
    here: u8,
    kept_passcode: Option<u8>,
}

#[derive(Clone, Debug)]
struct PlainDelegation {
    by: u8,
    to: u8,
    ops: Ops,
    until: i64,
    of_this: bool,
    altered: bool,
}

#[derive(Clone, Debug)]
struct PlainRequest {
    version: u64,
    who: u8,
    signs_as: u8,
    secret: u8,
    passcode: Option<u8>,
    ops: Ops,
    sequence: u64,
    delegation: Option<PlainDelegation>,
    /// Minutes after the start; none if the clock is doubted.
    now: Option<i64>,
    known: [bool; 4],
    revocations: Vec<(bool, u8)>,
    takes: bool,
}

#[derive(Default)]
struct Model {
    taken: Vec<(u8, u8, u64, Option<u8>)>,
    wrong_passcodes: usize,
    ended: bool,
}

impl Model {
    fn answer(&mut self, grant: &PlainGrant, request: &PlainRequest) -> Result<(), Refusal> {
        use Refusal::*;
        let now = request.now.unwrap_or_default();
        let delegation = request.delegation.as_ref();
        let giver = delegation.and_then(|it| self.taken.iter().find(|(_, signs, ..)| *signs == it.by));
        let ops = delegation.map_or(grant.ops, |it| it.ops);
        let mine = self.taken.iter().find(|(who, ..)| *who == request.who);
        let through = delegation.map(|it| it.by);
        let alike = self.taken.iter().filter(|(.., by)| *by == through).count();
        let none_left = alike >= if delegation.is_some() { 1 } else { grant.uses };
        let exceeds = |one: &Ops, other: &Ops| (0..5).any(|at| one[at] & !other[at] != 0);
        // The sections come in order, and in each first whether it is there and then what may be done.
        let beyond = (0..5)
            .filter(|at| request.ops[*at] & !ops[*at] != 0)
            .map(|at| {
                if ops[at] == 0 {
                    SectionNotGranted
                } else {
                    OperationNotGranted
                }
            })
            .next();
        let wrong_passcode =
            grant.passcode && (request.passcode != grant.kept_passcode || request.passcode.is_none());
        let reasons = [
            (request.version != 1, UnknownVersion),
            (request.now.is_none(), ClockNotBelievable),
            (grant.altered == 3, Malformed),
            (grant.altered == 2, UnknownVersion),
            (grant.altered == 1, BadSignature),
            (!grant.state_is_its, OtherGrant),
            (!request.known[usize::from(grant.issuer)], UnknownIssuer),
            (grant.by_relay || grant.issuer != grant.here, CountedElsewhere),
            (request.secret != 1, WrongSecret),
            (self.ended, EndedBefore),
            (
                request
                    .revocations
                    .iter()
                    .any(|(this, by)| *this && request.known[usize::from(*by)]),
                Revoked,
            ),
            (now + 5 < grant.from, NotYet),
            (now >= grant.until + 5, Expired),
            (
                delegation.is_none() && grant.audience.is_some_and(|it| it != request.who),
                WrongAudience,
            ),
            (delegation.is_some_and(|it| it.altered), BadSignature),
            (delegation.is_some_and(|it| !it.of_this), OtherGrant),
            (delegation.is_some() && !grant.delegable, DelegatedTooDeep),
            (giver.is_some_and(|it| it.3.is_some()), DelegatedTooDeep),
            (delegation.is_some() && giver.is_none(), UnboundDelegator),
            (delegation.is_some_and(|it| it.to != request.who), WrongAudience),
            (
                delegation.is_some_and(|it| exceeds(&it.ops, &grant.ops) || it.until > grant.until),
                WiderDelegation,
            ),
            (
                delegation.is_some_and(|it| now >= it.until + 5),
                DelegationExpired,
            ),
            (wrong_passcode, WrongPasscode),
            (
                mine.is_some_and(|it| it.1 != request.signs_as || it.3 != through),
                SecondRedeemer,
            ),
            (mine.is_some_and(|it| it.2 >= request.sequence), Replay),
            (
                mine.is_none() && none_left && (delegation.is_some() || grant.uses == 1),
                SecondRedeemer,
            ),
            (mine.is_none() && none_left, UsedUp),
        ];
        let first = reasons
            .iter()
            .find(|(applies, _)| *applies)
            .map(|(_, reason)| *reason);
        let refusal = first.or(beyond);
        self.ended |= matches!(refusal, Some(Expired | Revoked));
        self.wrong_passcodes += usize::from(refusal == Some(WrongPasscode) && request.passcode.is_some());
        self.ended |= self.wrong_passcodes >= 10;
        if let Some(refusal) = refusal {
            return Err(refusal);
        }
        if request.takes {
            self.taken.retain(|it| it.0 != request.who);
            self.taken
                .push((request.who, request.signs_as, request.sequence, through));
        }
        Ok(())
    }
}

fn scope(ops: Ops) -> Scope {
    let sections = (0..5).filter(|at| ops[*at] != 0);
    Scope::new(sections.map(|at| (Section::ALL[at], Operations::from_bits(ops[at]).unwrap()))).unwrap()
}

fn minutes(after: i64) -> Minutes {
    START.checked_add_signed(after as i32).unwrap()
}

fn secret(number: u8) -> CodeSecret {
    CodeSecret::new(Secret::from_bytes([number; 32]))
}

fn passcode(number: u8) -> Passcode {
    Passcode::from_secret(Secret::from_bytes([number; 32]))
}

/// The grant as the library's, and the state of it.
fn made(grant: &PlainGrant) -> (Vec<u8>, GrantState) {
    let mut flags = Flags::empty();
    flags.set(Flags::PASSCODE, grant.passcode);
    flags.set(Flags::DELEGABLE, grant.delegable);
    let body = Grant {
        id: GrantId([1; 16]),
        issuer: signing(grant.issuer).public(),
        audience: grant.audience.map(|number| redeemer(number).exchange),
        not_before: minutes(grant.from),
        expires: minutes(grant.until),
        scope: scope(grant.ops),
        uses: grant.uses as u8,
        holder: if grant.by_relay {
            Holder::Relay
        } else {
            Holder::Issuer
        },
        nonce: [7; 16],
        flags,
        bind: secret(1).bind(),
    };
    let mut bytes = Signed::sign(body, signing(grant.issuer))
        .unwrap()
        .to_bytes()
        .to_vec();
    match grant.altered {
        1 => *bytes.last_mut().unwrap() ^= 1,
        2 => bytes[2] = 2,
        3 => bytes.truncate(80),
        _ => {}
    }
    let state_of = GrantId([if grant.state_is_its { 1 } else { 2 }; 16]);
    let kept = grant
        .kept_passcode
        .map(|number| secret(1).verifier(&passcode(number)));
    (bytes, GrantState::new(state_of, kept))
}

fn answer(
    state: &mut GrantState,
    bytes: &[u8],
    grant: &PlainGrant,
    request: &PlainRequest,
) -> Result<(), Refusal> {
    let delegation = request.delegation.as_ref().map(|it| {
        let body = Delegation {
            grant: GrantId([if it.of_this { 1 } else { 2 }; 16]),
            delegator: signing(it.by).public(),
            delegate: redeemer(it.to).exchange,
            scope: scope(it.ops),
            expires: minutes(it.until),
        };
        let mut bytes = Signed::sign(body, signing(it.by)).unwrap().to_bytes().to_vec();
        *bytes.last_mut().unwrap() ^= u8::from(it.altered);
        bytes
    });
    let revocation = |(this, by): &(bool, u8)| {
        let body = Revocation {
            grant: GrantId([if *this { 1 } else { 2 }; 16]),
            issuer: signing(*by).public(),
            seen: Vec::new(),
            reason: Reason::Misuse,
        };
        Signed::sign(body, signing(*by)).unwrap()
    };
    let revocations: Vec<_> = request.revocations.iter().map(revocation).collect();
    let known = (1..4).filter(|number| request.known[usize::from(*number)]);
    let issuers: Vec<_> = known.map(|number| signing(number).public()).collect();
    let (secret, passcode) = (secret(request.secret), request.passcode.map(passcode));
    let case = Case {
        grant: bytes,
        request: Request {
            version: request.version,
            redeemer: Redeemer {
                sign: signing(request.signs_as).public(),
                ..redeemer(request.who)
            },
            secret: &secret,
            passcode: passcode.as_ref(),
            asked: &scope(request.ops),
            sequence: request.sequence,
            delegation: delegation.as_deref(),
        },
        now: request
            .now
            .map(|now| u64::from(minutes(now)) * 60_000)
            .ok_or(Doubt::Ahead),
        here: signing(grant.here).public(),
        issuers: &issuers,
        revocations: &revocations,
    };
    if request.takes {
        state.take(&case, signing(grant.here)).map(|_| ())
    } else {
        state
            .ask(&case)
            .map(|permit| assert_eq!(permit.scope, scope(request.ops)))
    }
}

type Answers = BTreeMap<Option<Refusal>, usize>;

fn chunk(seed: u64, grants: usize) -> Answers {
    let mut random = Rng::with_seed(seed);
    let mut answers = Answers::new();
    for number in 0..grants {
        let grant = random_grant(&mut random);
        let (bytes, mut state) = made(&grant);
        let mut model = Model::default();
        // Now and then enough of them for ten wrong passcodes.
        let requests = if rare(&mut random, 40) {
            30
        } else {
            random.u64(1..5)
        };
        for at in 0..requests {
            let request = random_request(&mut random, &grant, &model, 4 + at);
            let expected = model.answer(&grant, &request);
            let given = answer(&mut state, &bytes, &grant, &request);
            assert_eq!(
                given, expected,
                "seed {seed}, grant {number}: {grant:?}, {request:?}"
            );
            *answers.entry(given.err()).or_default() += 1;
            if random.bool() {
                state = from_bytes(&to_bytes(&state)).unwrap();
            }
        }
    }
    answers
}

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| text.parse().unwrap())
}

#[test]
fn the_model_agrees() {
    const CHUNK: usize = 500;
    let (seed, grants) = (number("POCKETCHART_SEED", 1), number("GRANTS", 100_000) as usize);
    let chunks = grants.div_ceil(CHUNK) as u64;
    let threads = thread::available_parallelism().map_or(1, |it| it.get() as u64);
    let answers = thread::scope(|scope| {
        let run = |first: u64| {
            scope.spawn(move || {
                let mut answers = Answers::new();
                for number in (first..chunks).step_by(threads as usize) {
                    let size = CHUNK.min(grants - CHUNK * number as usize);
                    for (answer, count) in chunk(seed * 1_000_000 + number, size) {
                        *answers.entry(answer).or_default() += count;
                    }
                }
                answers
            })
        };
        let running: Vec<_> = (0..threads).map(run).collect();
        let mut answers = Answers::new();
        for thread in running {
            for (answer, count) in thread.join().unwrap() {
                *answers.entry(answer).or_default() += count;
            }
        }
        answers
    });
    println!(
        "seed {seed}: {grants} grants, {} requests, 0 disagreements",
        answers.values().sum::<usize>()
    );
    for (answer, count) in &answers {
        println!(
            "{count:8} {}",
            answer.map_or("permitted".into(), |refusal| refusal.to_string())
        );
    }
    assert_eq!(answers.len(), 24, "every refusal and the permit occur");
}
