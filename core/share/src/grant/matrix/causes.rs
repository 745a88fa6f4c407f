use pocketchart_record::{Millis, Section};

use super::situation::*;
use crate::grant::*;

pub(super) type Alter = fn(&mut Situation);

pub(super) fn other_section(it: &Situation) -> Section {
    Section::from_code((it.section.code() + 1) % 16).unwrap()
}

pub(super) fn other_operation(it: &Situation) -> Operations {
    Operations::from_bits(if it.operation.bits() == 8 {
        1
    } else {
        it.operation.bits() << 1
    })
    .unwrap()
}

pub(super) const PERMITTED: [(&str, Alter); 13] = [
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

pub(super) const REFUSED: [(&str, Refusal, Alter); 49] = [
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
