//! Each cause of a refusal, in each section, for each operation, before and after a restart: refused, with exactly that
//! reason. And each check left out once, to see that its cells are the ones that fail.

use std::collections::BTreeMap;

use pocketchart_crypto::Secret;
use pocketchart_crypto::exchange::ExchangePublic;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_record::{Millis, Section};

use super::left_out::without;
use super::*;
use crate::clock::{Doubt, EffectiveClock, Reading};

const START: Minutes = 30_000_000;
const END: Minutes = START + 24 * 60;
const NOON: Minutes = START + 12 * 60;
const YEARS: Millis = 365 * 24 * 3_600_000;
const PHONE: u8 = 1;
const TABLET: u8 = 2;
const STRANGER: u8 = 3;
const DESK: u8 = 10;
const RIVAL: u8 = 11;
const COLLEAGUE: u8 = 12;

fn signing(number: u8) -> SigningKey {
    SigningKey::from_seed(&Secret::from_bytes([number; 32]))
}

fn secret(number: u8) -> CodeSecret {
    CodeSecret::new(Secret::from_bytes([number; 32]))
}

fn passcode(number: u8) -> Passcode {
    Passcode::from_secret(Secret::from_bytes([number; 32]))
}

fn redeemer(number: u8) -> Redeemer {
    Redeemer {
        exchange: ExchangePublic::from_bytes([number; 32]),
        sign: signing(number).public(),
        kem: [number; 32],
    }
}

fn at(minute: Minutes) -> Result<Millis, Doubt> {
    Ok(Millis::from(minute) * 60_000)
}

/// The device's clock, confirmed at the grant's start, when the wall clock shows that.
fn clock(wall: Millis, restarted: bool) -> Result<Millis, Doubt> {
    let start = Reading {
        wall: Millis::from(START) * 60_000,
        boot: [1; 16],
        running: 0,
    };
    let mut clock = EffectiveClock::confirmed(start).unwrap();
    if restarted {
        clock = from_bytes(&to_bytes(&clock)).unwrap();
    }
    clock.read(Reading {
        wall,
        boot: [if restarted { 2 } else { 1 }; 16],
        running: 1000,
    })
}

#[derive(Clone)]
struct Question {
    version: u64,
    redeemer: Redeemer,
    secret: CodeSecret,
    passcode: Option<Passcode>,
    asked: Scope,
    sequence: u64,
    delegation: Option<Vec<u8>>,
    now: Result<Millis, Doubt>,
    revocations: Vec<Signed<Revocation>>,
}

/// A grant of one operation in one section, asked for by the desk at noon: permitted, until a cause alters it.
struct Situation {
    section: Section,
    operation: Operations,
    restarted: bool,
    grant: Grant,
    signer: u8,
    alter: fn(&mut Vec<u8>),
    state_of: GrantId,
    passcode: Option<Passcode>,
    here: u8,
    issuers: Vec<u8>,
    past: Vec<Question>,
    question: Question,
}

impl Situation {
    fn new(section: Section, operation: Operations, restarted: bool) -> Self {
        let scope = Scope::new([(section, operation)]).unwrap();
        let grant = Grant {
            id: GrantId([1; 16]),
            issuer: signing(PHONE).public(),
            audience: None,
            not_before: START,
            expires: END,
            scope: scope.clone(),
            uses: 1,
            holder: Holder::Issuer,
            nonce: [2; 16],
            flags: Flags::NOTIFY,
            bind: secret(1).bind(),
        };
        Self {
            section,
            operation,
            restarted,
            state_of: grant.id,
            grant,
            signer: PHONE,
            alter: |_| {},
            passcode: None,
            here: PHONE,
            issuers: vec![PHONE, TABLET],
            past: Vec::new(),
            question: Question {
                version: 1,
                redeemer: redeemer(DESK),
                secret: secret(1),
                passcode: None,
                asked: scope,
                sequence: 7,
                delegation: None,
                now: at(NOON),
                revocations: Vec::new(),
            },
        }
    }

    /// An earlier question, like the one to come.
    fn before(&mut self, alter: impl FnOnce(&mut Question)) {
        let mut question = self.question.clone();
        question.sequence = 3;
        alter(&mut question);
        self.past.push(question);
    }

    fn revocation(&self, grant: GrantId, by: u8) -> Signed<Revocation> {
        let body = Revocation {
            grant,
            issuer: signing(by).public(),
            seen: Vec::new(),
            reason: Reason::Wish,
        };
        Signed::sign(body, &signing(by)).unwrap()
    }

    fn delegation(&self, by: u8, to: u8, alter: impl FnOnce(&mut Delegation)) -> Vec<u8> {
        let mut body = Delegation {
            grant: self.grant.id,
            delegator: signing(by).public(),
            delegate: redeemer(to).exchange,
            scope: self.grant.scope.clone(),
            expires: NOON + 60,
        };
        alter(&mut body);
        Signed::sign(body, &signing(by)).unwrap().to_bytes().to_vec()
    }

    /// The desk has redeemed it, and its colleague asks by a delegation.
    fn delegated(&mut self, alter: impl FnOnce(&mut Delegation)) {
        self.grant.flags |= Flags::DELEGABLE;
        self.before(|_| {});
        self.question.redeemer = redeemer(COLLEAGUE);
        self.question.delegation = Some(self.delegation(DESK, COLLEAGUE, alter));
    }

    fn answer(self) -> Result<Permit, Refusal> {
        let signer = signing(self.signer);
        let mut grant = Signed::sign(self.grant, &signer).unwrap().to_bytes().to_vec();
        (self.alter)(&mut grant);
        let issuers: Vec<_> = self.issuers.iter().map(|it| signing(*it).public()).collect();
        let here = signing(self.here);
        let verifier = self.passcode.map(|it| secret(1).verifier(&it));
        let mut state = GrantState::new(self.state_of, verifier);
        let mut answer = Err(Refusal::Malformed);
        for question in self.past.iter().chain([&self.question]) {
            let case = Case {
                grant: &grant,
                request: Request {
                    version: question.version,
                    redeemer: question.redeemer,
                    secret: &question.secret,
                    passcode: question.passcode.as_ref(),
                    asked: &question.asked,
                    sequence: question.sequence,
                    delegation: question.delegation.as_deref(),
                },
                now: question.now,
                here: here.public(),
                issuers: &issuers,
                revocations: &question.revocations,
            };
            if self.restarted {
                state = from_bytes(&to_bytes(&state)).unwrap();
            }
            let asked = state.clone().ask(&case);
            answer = state.take(&case, &here).map(|(permit, _)| permit);
            assert_eq!(asked, answer, "asked and taken alike");
        }
        answer
    }
}

type Alter = fn(&mut Situation);

fn other_section(it: &Situation) -> Section {
    Section::from_code((it.section.code() + 1) % 16).unwrap()
}

fn other_operation(it: &Situation) -> Operations {
    Operations::from_bits(if it.operation.bits() == 8 {
        1
    } else {
        it.operation.bits() << 1
    })
    .unwrap()
}

const PERMITTED: [(&str, Alter); 13] = [
    ("plain", |_| {}),
    ("made for the desk", |it| {
        it.grant.audience = Some(redeemer(DESK).exchange)
    }),
    ("passcode", |it| {
        it.grant.flags |= Flags::PASSCODE;
        it.passcode = Some(passcode(1));
        it.question.passcode = Some(passcode(1));
    }),
    ("nine wrong passcodes", |it| {
        it.grant.flags |= Flags::PASSCODE;
        it.passcode = Some(passcode(1));
        it.question.passcode = Some(passcode(1));
        (0..9).for_each(|_| it.before(|q| q.passcode = Some(passcode(2))));
        (0..9).for_each(|_| it.before(|q| q.passcode = None));
    }),
    ("the same desk again", |it| it.before(|_| {})),
    ("third of three", |it| {
        it.grant.uses = 3;
        it.before(|q| q.redeemer = redeemer(20));
        it.before(|q| q.redeemer = redeemer(21));
    }),
    ("a delegate", |it| it.delegated(|_| {})),
    ("a delegate again", |it| {
        it.delegated(|_| {});
        it.before(|_| {});
    }),
    ("another grant revoked", |it| {
        it.question
            .revocations
            .push(it.revocation(GrantId([9; 16]), PHONE))
    }),
    ("revoked by a stranger", |it| {
        it.question.revocations.push(it.revocation(it.grant.id, STRANGER))
    }),
    ("four minutes early", |it| it.question.now = at(START - 4)),
    ("four minutes late", |it| it.question.now = at(END + 4)),
    ("asked too early before", |it| {
        it.before(|q| q.now = at(START - 60))
    }),
];

const REFUSED: [(&str, Refusal, Alter); 49] = [
    ("older protocol", Refusal::UnknownVersion, |it| {
        it.question.version = 0
    }),
    ("newer protocol", Refusal::UnknownVersion, |it| {
        it.question.version = 2
    }),
    ("newer grant", Refusal::UnknownVersion, |it| {
        it.alter = |grant| grant[2] = 2
    }),
    ("clock ten years behind", Refusal::ClockNotBelievable, |it| {
        it.question.now = clock(Millis::from(START) * 60_000 - 10 * YEARS, it.restarted);
    }),
    ("clock ten years ahead", Refusal::ClockNotBelievable, |it| {
        it.question.now = clock(Millis::from(START) * 60_000 + 10 * YEARS, it.restarted);
    }),
    ("cut off", Refusal::Malformed, |it| {
        it.alter = |grant| grant.truncate(90)
    }),
    ("nothing", Refusal::Malformed, |it| it.alter = Vec::clear),
    ("one byte more", Refusal::Malformed, |it| {
        it.alter = |grant| grant.insert(grant.len() - 64, 0)
    }),
    ("delegation malformed", Refusal::Malformed, |it| {
        it.delegated(|_| {});
        it.question.delegation.as_mut().unwrap()[3] = 9;
    }),
    ("signature altered", Refusal::BadSignature, |it| {
        it.alter = |grant| *grant.last_mut().unwrap() ^= 1;
    }),
    ("name altered", Refusal::BadSignature, |it| {
        it.alter = |grant| grant[5] ^= 1
    }),
    ("delegation's signature altered", Refusal::BadSignature, |it| {
        it.delegated(|_| {});
        *it.question.delegation.as_mut().unwrap().last_mut().unwrap() ^= 1;
    }),
    ("state of another grant", Refusal::OtherGrant, |it| {
        it.state_of = GrantId([9; 16])
    }),
    ("delegation of another grant", Refusal::OtherGrant, |it| {
        it.delegated(|delegation| delegation.grant = GrantId([9; 16]));
    }),
    ("signed by a stranger", Refusal::UnknownIssuer, |it| {
        it.grant.issuer = signing(STRANGER).public();
        (it.signer, it.here) = (STRANGER, STRANGER);
    }),
    ("issuer revoked", Refusal::UnknownIssuer, |it| {
        it.issuers = vec![TABLET]
    }),
    ("no issuers known", Refusal::UnknownIssuer, |it| {
        it.issuers.clear()
    }),
    ("the relay counts", Refusal::CountedElsewhere, |it| {
        it.grant.holder = Holder::Relay
    }),
    ("another device counts", Refusal::CountedElsewhere, |it| {
        it.here = TABLET
    }),
    ("another code", Refusal::WrongSecret, |it| {
        it.question.secret = secret(2)
    }),
    ("end seen, clock set back", Refusal::EndedBefore, |it| {
        it.before(|q| q.now = at(END + 6))
    }),
    ("revocation seen, then kept from it", Refusal::EndedBefore, |it| {
        let revocation = it.revocation(it.grant.id, PHONE);
        it.before(|q| q.revocations.push(revocation));
    }),
    (
        "ten wrong passcodes, then the right one",
        Refusal::EndedBefore,
        |it| {
            it.grant.flags |= Flags::PASSCODE;
            it.passcode = Some(passcode(1));
            it.question.passcode = Some(passcode(1));
            (0..10).for_each(|_| it.before(|q| q.passcode = Some(passcode(2))));
        },
    ),
    ("revoked", Refusal::Revoked, |it| {
        it.question.revocations.push(it.revocation(it.grant.id, PHONE))
    }),
    ("revoked on another device", Refusal::Revoked, |it| {
        it.question.revocations.push(it.revocation(it.grant.id, TABLET));
    }),
    ("revoked after it was redeemed", Refusal::Revoked, |it| {
        it.before(|_| {});
        it.question.revocations.push(it.revocation(it.grant.id, TABLET));
    }),
    ("six minutes early", Refusal::NotYet, |it| {
        it.question.now = at(START - 6)
    }),
    ("1970", Refusal::NotYet, |it| it.question.now = Ok(0)),
    ("five minutes late", Refusal::Expired, |it| {
        it.question.now = at(END + 5)
    }),
    ("late, redeemed before", Refusal::Expired, |it| {
        it.before(|_| {});
        it.question.now = at(END + 5);
    }),
    ("at the end of time", Refusal::Expired, |it| {
        it.question.now = Ok(Millis::MAX)
    }),
    ("made for another", Refusal::WrongAudience, |it| {
        it.grant.audience = Some(redeemer(RIVAL).exchange)
    }),
    ("delegated to another", Refusal::WrongAudience, |it| {
        it.delegated(|delegation| delegation.delegate = redeemer(RIVAL).exchange);
    }),
    ("may not be delegated", Refusal::DelegatedTooDeep, |it| {
        it.delegated(|_| {});
        it.grant.flags -= Flags::DELEGABLE;
    }),
    ("a delegate delegates", Refusal::DelegatedTooDeep, |it| {
        it.delegated(|_| {});
        it.before(|_| {});
        it.question.redeemer = redeemer(RIVAL);
        it.question.delegation = Some(it.delegation(COLLEAGUE, RIVAL, |_| {}));
    }),
    (
        "delegated by who has not redeemed it",
        Refusal::UnboundDelegator,
        |it| {
            it.delegated(|_| {});
            it.question.delegation = Some(it.delegation(RIVAL, COLLEAGUE, |_| {}));
        },
    ),
    ("delegated: a section more", Refusal::WiderDelegation, |it| {
        let sections = [
            (it.section, it.operation),
            (other_section(it), Operations::EXTRACT),
        ];
        it.delegated(|delegation| delegation.scope = Scope::new(sections).unwrap());
    }),
    ("delegated: an operation more", Refusal::WiderDelegation, |it| {
        let wider = Scope::new([(it.section, it.operation | other_operation(it))]).unwrap();
        it.delegated(|delegation| delegation.scope = wider);
    }),
    ("delegated: longer", Refusal::WiderDelegation, |it| {
        it.delegated(|delegation| delegation.expires = END + 1)
    }),
    ("delegation ended", Refusal::DelegationExpired, |it| {
        it.delegated(|delegation| delegation.expires = NOON - 5);
    }),
    ("wrong passcode", Refusal::WrongPasscode, |it| {
        it.grant.flags |= Flags::PASSCODE;
        it.passcode = Some(passcode(1));
        it.question.passcode = Some(passcode(2));
    }),
    ("no passcode given", Refusal::WrongPasscode, |it| {
        it.grant.flags |= Flags::PASSCODE;
        it.passcode = Some(passcode(1));
    }),
    ("a second redeemer", Refusal::SecondRedeemer, |it| {
        it.before(|q| q.redeemer = redeemer(RIVAL))
    }),
    (
        "the same Noise key, another signing key",
        Refusal::SecondRedeemer,
        |it| {
            it.before(|q| q.redeemer.sign = signing(RIVAL).public());
        },
    ),
    ("a second delegate", Refusal::SecondRedeemer, |it| {
        it.delegated(|_| {});
        let delegation = it.delegation(DESK, RIVAL, |_| {});
        it.before(|q| (q.redeemer, q.delegation) = (redeemer(RIVAL), Some(delegation)));
    }),
    ("all three uses taken", Refusal::UsedUp, |it| {
        it.grant.uses = 3;
        (20..23).for_each(|number| it.before(|q| q.redeemer = redeemer(number)));
    }),
    ("answered before", Refusal::Replay, |it| {
        it.before(|q| q.sequence = 7)
    }),
    ("another section", Refusal::SectionNotGranted, |it| {
        it.question.asked =
            Scope::new([(it.section, it.operation), (other_section(it), it.operation)]).unwrap();
    }),
    ("another operation", Refusal::OperationNotGranted, |it| {
        it.question.asked = Scope::new([(it.section, it.operation | other_operation(it))]).unwrap();
    }),
];

/// A cell that should have been refused, and what came instead.
type Miss = (&'static str, Result<(), Refusal>);

#[derive(Default)]
struct Outcome {
    right: usize,
    /// By the reason that they should have been refused with.
    wrong: BTreeMap<Refusal, Vec<Miss>>,
    permitted: usize,
}

fn run(sections: &[Section], operations: &[Operations]) -> Outcome {
    let mut outcome = Outcome::default();
    for &section in sections {
        for &operation in operations {
            for restarted in [false, true] {
                let situation = |alter: Alter| {
                    let mut situation = Situation::new(section, operation, restarted);
                    alter(&mut situation);
                    situation
                };
                for (name, alter) in PERMITTED {
                    let permit = situation(alter).answer();
                    assert!(permit.is_ok(), "{name}: {permit:?}");
                    outcome.permitted += 1;
                }
                for (name, reason, alter) in REFUSED {
                    let answer = situation(alter).answer().map(|_| ());
                    if answer == Err(reason) {
                        outcome.right += 1;
                    } else {
                        outcome.wrong.entry(reason).or_default().push((name, answer));
                    }
                }
            }
        }
    }
    outcome
}

#[test]
fn every_cause_is_refused_with_its_reason() {
    let operations: Vec<_> = Operations::all().iter().collect();
    let outcome = run(&Section::ALL, &operations);
    println!(
        "{} refused with exactly their reason ({} causes, 16 sections, 4 operations, before and after a restart), {} permitted",
        outcome.right,
        REFUSED.len(),
        outcome.permitted
    );
    if let Some((reason, cells)) = outcome.wrong.first_key_value() {
        panic!("{reason:?}: {} cells, as {:?}", cells.len(), cells[0]);
    }
    assert_eq!(outcome.right, REFUSED.len() * 16 * 4 * 2);
}

/// All checks but [`Refusal::Malformed`]: without that one there is no grant to judge.
const CHECKS: [Refusal; 22] = [
    Refusal::UnknownVersion,
    Refusal::ClockNotBelievable,
    Refusal::BadSignature,
    Refusal::OtherGrant,
    Refusal::UnknownIssuer,
    Refusal::CountedElsewhere,
    Refusal::WrongSecret,
    Refusal::EndedBefore,
    Refusal::Revoked,
    Refusal::NotYet,
    Refusal::Expired,
    Refusal::WrongAudience,
    Refusal::DelegatedTooDeep,
    Refusal::UnboundDelegator,
    Refusal::WiderDelegation,
    Refusal::DelegationExpired,
    Refusal::WrongPasscode,
    Refusal::SecondRedeemer,
    Refusal::UsedUp,
    Refusal::Replay,
    Refusal::SectionNotGranted,
    Refusal::OperationNotGranted,
];

#[test]
fn without_any_one_check_its_cells_fail() {
    for check in CHECKS {
        let outcome = without(check, || run(&[Section::Allergies], &[Operations::READ]));
        let failed = outcome.wrong.get(&check).cloned().unwrap_or_default();
        let let_in = failed.iter().filter(|(_, answer)| answer.is_ok()).count();
        println!(
            "without {check:?}: {} cells fail, {let_in} of them let somebody in",
            failed.len()
        );
        assert!(!failed.is_empty(), "{check:?}");
        // What an end or a use was remembered by fails with it, and nothing else.
        let others: Vec<_> = outcome.wrong.keys().filter(|reason| **reason != check).collect();
        assert!(
            others.iter().all(|reason| **reason == Refusal::EndedBefore),
            "{check:?}: {others:?}"
        );
    }
}

/// A delegation that claims more gives nothing more, even where that is not refused: the scopes are intersected.
#[test]
fn a_wider_delegation_gives_nothing_even_unrefused() {
    let answer = without(Refusal::WiderDelegation, || {
        let mut situation = Situation::new(Section::Allergies, Operations::EXTRACT, false);
        let wider = Scope::new([
            (Section::Allergies, Operations::all()),
            (Section::Notes, Operations::READ),
        ])
        .unwrap();
        situation.delegated(|delegation| delegation.scope = wider.clone());
        situation.question.asked = wider;
        situation.answer()
    });
    assert_eq!(answer, Err(Refusal::OperationNotGranted));
}
