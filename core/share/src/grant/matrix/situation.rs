use pocketchart_crypto::Secret;
use pocketchart_crypto::exchange::ExchangePublic;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_record::{Millis, Section};

use crate::clock::{Doubt, EffectiveClock, Reading};
use crate::grant::*;

pub(super) const START: Minutes = 30_000_000;
pub(super) const END: Minutes = START + 24 * 60;
pub(super) const NOON: Minutes = START + 12 * 60;
pub(super) const YEARS: Millis = 365 * 24 * 3_600_000;
pub(super) const PHONE: u8 = 1;
pub(super) const TABLET: u8 = 2;
pub(super) const STRANGER: u8 = 3;
pub(super) const DESK: u8 = 10;
pub(super) const RIVAL: u8 = 11;
pub(super) const COLLEAGUE: u8 = 12;

pub(super) fn signing(number: u8) -> SigningKey {
    SigningKey::from_seed(&Secret::from_bytes([number; 32]))
}

pub(super) fn secret(number: u8) -> CodeSecret {
    CodeSecret::new(Secret::from_bytes([number; 32]))
}

pub(super) fn passcode(number: u8) -> Passcode {
    Passcode::from_secret(Secret::from_bytes([number; 32]))
}

pub(super) fn redeemer(number: u8) -> Redeemer {
    Redeemer {
        exchange: ExchangePublic::from_bytes([number; 32]),
        sign: signing(number).public(),
        kem: [number; 32],
    }
}

pub(super) fn at(minute: Minutes) -> Result<Millis, Doubt> {
    Ok(Millis::from(minute) * 60_000)
}

/// The device's clock, confirmed at the grant's start, when the wall clock shows that.
pub(super) fn clock(wall: Millis, restarted: bool) -> Result<Millis, Doubt> {
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
pub(super) struct Question {
    pub(super) version: u64,
    pub(super) redeemer: Redeemer,
    pub(super) secret: CodeSecret,
    pub(super) passcode: Option<Passcode>,
    pub(super) asked: Scope,
    pub(super) sequence: u64,
    pub(super) delegation: Option<Vec<u8>>,
    pub(super) now: Result<Millis, Doubt>,
    pub(super) revocations: Vec<Signed<Revocation>>,
}

/// A grant of one operation in one section, asked for by the desk at noon: permitted, until a cause alters it.
pub(super) struct Situation {
    pub(super) section: Section,
    pub(super) operation: Operations,
    pub(super) restarted: bool,
    pub(super) grant: Grant,
    pub(super) signer: u8,
    pub(super) alter: fn(&mut Vec<u8>),
    pub(super) state_of: GrantId,
    pub(super) passcode: Option<Passcode>,
    pub(super) here: u8,
    pub(super) issuers: Vec<u8>,
    pub(super) past: Vec<Question>,
    pub(super) question: Question,
}

impl Situation {
    pub(super) fn new(section: Section, operation: Operations, restarted: bool) -> Self {
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
    pub(super) fn before(&mut self, alter: impl FnOnce(&mut Question)) {
        let mut question = self.question.clone();
        question.sequence = 3;
        alter(&mut question);
        self.past.push(question);
    }

    pub(super) fn revocation(&self, grant: GrantId, by: u8) -> Signed<Revocation> {
        let body = Revocation {
            grant,
            issuer: signing(by).public(),
            seen: Vec::new(),
            reason: Reason::Wish,
        };
        Signed::sign(body, &signing(by)).unwrap()
    }

    pub(super) fn delegation(&self, by: u8, to: u8, alter: impl FnOnce(&mut Delegation)) -> Vec<u8> {
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
    pub(super) fn delegated(&mut self, alter: impl FnOnce(&mut Delegation)) {
        self.grant.flags |= Flags::DELEGABLE;
        self.before(|_| {});
        self.question.redeemer = redeemer(COLLEAGUE);
        self.question.delegation = Some(self.delegation(DESK, COLLEAGUE, alter));
    }

    pub(super) fn answer(self) -> Result<Permit, Refusal> {
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
