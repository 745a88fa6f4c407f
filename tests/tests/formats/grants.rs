//! Values of what grants consist of.

use pocketchart_crypto::Secret;
use pocketchart_crypto::exchange::ExchangePublic;
use pocketchart_crypto::sign::{SigningKey, VerifyingKey};
use pocketchart_record::{EnvelopeHash, FeedTag, KnownHead, Section};
use pocketchart_share::clock::{EffectiveClock, Reading, Witness};
use pocketchart_share::grant::*;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;

pub(crate) fn id() -> impl Strategy<Value = GrantId> {
    any::<[u8; 16]>().prop_map(GrantId)
}

pub(crate) fn signer() -> impl Strategy<Value = VerifyingKey> {
    any::<[u8; 32]>().prop_map(VerifyingKey::from_bytes)
}

fn exchange() -> impl Strategy<Value = ExchangePublic> {
    any::<[u8; 32]>().prop_map(ExchangePublic::from_bytes)
}

pub(crate) fn section() -> impl Strategy<Value = Section> {
    prop::sample::select(&Section::ALL)
}

pub(crate) fn scope() -> impl Strategy<Value = Scope> {
    let operations = (1_u8..16).prop_map(|bits| Operations::from_bits(bits).unwrap());
    btree_map(section(), operations, 1..=16).prop_map(|sections| Scope::new(sections).unwrap())
}

fn flags() -> impl Strategy<Value = Flags> {
    (0_u8..16).prop_map(|bits| Flags::from_bits(bits).unwrap())
}

pub(crate) fn grant() -> impl Strategy<Value = Grant> {
    let window = (0_u32..4_000_000_000, 1..=MAX_EMERGENCY_LIFE);
    let holder = prop_oneof![Just(Holder::Issuer), Just(Holder::Relay)];
    let names = (id(), signer(), of(exchange()));
    (
        names,
        window,
        scope(),
        1_u8..,
        holder,
        any::<[u8; 16]>(),
        flags(),
        any::<[u8; 32]>(),
    )
        .prop_map(
            |((id, issuer, audience), (not_before, life), scope, uses, holder, nonce, flags, bind)| Grant {
                id,
                issuer,
                audience,
                not_before,
                expires: not_before + life,
                scope,
                // A standing code for emergencies has few.
                uses: if flags.contains(Flags::EMERGENCY) {
                    uses % 5 + 1
                } else {
                    uses
                },
                holder,
                nonce,
                flags,
                bind,
            },
        )
}

fn redeemer() -> impl Strategy<Value = Redeemer> {
    (exchange(), signer(), any::<[u8; 32]>()).prop_map(|(exchange, sign, kem)| Redeemer {
        exchange,
        sign,
        kem,
    })
}

pub(crate) fn binding() -> impl Strategy<Value = Binding> {
    (id(), signer(), redeemer()).prop_map(|(grant, issuer, redeemer)| Binding {
        grant,
        issuer,
        redeemer,
    })
}

pub(crate) fn delegation() -> impl Strategy<Value = Delegation> {
    (id(), signer(), exchange(), scope(), any::<u32>()).prop_map(
        |(grant, delegator, delegate, scope, expires)| Delegation {
            grant,
            delegator,
            delegate,
            scope,
            expires,
        },
    )
}

pub(crate) fn revocation() -> impl Strategy<Value = Revocation> {
    let feeds = btree_map(any::<[u8; 8]>(), (1_u64.., any::<[u8; 32]>()), 0..5);
    let seen = feeds.prop_map(|feeds| {
        let seen = |(feed, (seq, hash))| KnownHead {
            feed: FeedTag(feed),
            seq,
            hash: EnvelopeHash(hash),
        };
        feeds.into_iter().map(seen).collect()
    });
    let reasons = [Reason::Wish, Reason::Lost, Reason::Misuse, Reason::Replaced];
    (id(), signer(), seen, prop::sample::select(reasons.to_vec())).prop_map(
        |(grant, issuer, seen, reason)| Revocation {
            grant,
            issuer,
            seen,
            reason,
        },
    )
}

pub(crate) fn receipt() -> impl Strategy<Value = Receipt> {
    let received = btree_set(section(), 0..16).prop_map(|sections| {
        let received = |section| Received {
            section,
            entries: 3,
            bytes: 70_000,
        };
        sections.into_iter().map(received).collect()
    });
    (id(), signer(), received, any::<u64>(), any::<[u8; 32]>()).prop_map(
        |(grant, redeemer, received, audit_number, audit_head)| Receipt {
            grant,
            redeemer,
            received,
            audit_number,
            audit_head,
        },
    )
}

pub(crate) fn deletion() -> impl Strategy<Value = Deletion> {
    let causes = [
        DeletionCause::TimeIsOver,
        DeletionCause::Closed,
        DeletionCause::Withdrawn,
    ];
    let times = (any::<u64>(), any::<u64>(), any::<u64>());
    (
        (id(), signer(), times),
        btree_set(section(), 0..=16),
        prop::sample::select(causes.to_vec()),
        "[a-zé ]{0,40}",
    )
        .prop_map(
            |((grant, redeemer, (since, until, deleted)), sections, cause, name)| Deletion {
                grant,
                redeemer,
                since: since.min(deleted),
                until,
                deleted,
                sections: sections.into_iter().collect(),
                cause,
                name,
            },
        )
}

pub(crate) fn code() -> impl Strategy<Value = GrantCode> {
    let addresses = vec(any::<(std::net::IpAddr, u16)>(), 0..=2).prop_map(|addresses| {
        let socket = |(ip, port): (_, u16)| (ip, port.max(1)).into();
        addresses.into_iter().map(socket).collect::<Vec<_>>()
    });
    let relay = of("[a-z0-9.:-]{1,48}");
    (grant(), any::<u64>(), addresses, relay).prop_filter_map(
        "no hint",
        |(grant, number, addresses, relay)| {
            let keys = GrantRoot::new(Secret::from_bytes([7; 32])).keys(number);
            GrantCode::new(&grant, &keys, addresses, relay).ok()
        },
    )
}

pub(crate) fn delegation_request() -> impl Strategy<Value = DelegationRequest> {
    let name = "[ -~é漢]{0,100}";
    (exchange(), any::<[u8; 16]>(), name)
        .prop_map(|(key, origin, name)| DelegationRequest::new(key, origin, &name))
}

pub(crate) fn delegation_code() -> impl Strategy<Value = DelegationCode> {
    (code(), delegation_request(), delegation()).prop_map(|(code, request, delegation)| {
        let desk = SigningKey::from_seed(&Secret::from_bytes([8; 32]));
        let delegation = Delegation {
            delegator: desk.public(),
            delegate: request.key,
            ..delegation
        };
        let signed = Signed::sign(delegation, &desk).unwrap();
        DelegationCode::new(code, &request, signed).unwrap()
    })
}

/// States that are really come to: uses taken, passcodes wrong, ends seen.
pub(crate) fn state() -> impl Strategy<Value = GrantState> {
    let asked = vec((redeemer(), any::<u64>(), 0_u8..8), 0..12);
    (any::<bool>(), asked).prop_map(|(has_passcode, asked)| {
        let phone = SigningKey::from_seed(&Secret::from_bytes([1; 32]));
        let secret = CodeSecret::new(Secret::from_bytes([2; 32]));
        let passcode = Passcode::from_secret(Secret::from_bytes([3; 32]));
        let other = Passcode::from_secret(Secret::from_bytes([4; 32]));
        let scope = Scope::new([(Section::Notes, Operations::READ)]).unwrap();
        let grant = Grant {
            id: GrantId([5; 16]),
            issuer: phone.public(),
            audience: None,
            not_before: 1000,
            expires: 2000,
            scope: scope.clone(),
            uses: 9,
            holder: Holder::Issuer,
            nonce: [6; 16],
            flags: if has_passcode {
                Flags::PASSCODE
            } else {
                Flags::empty()
            },
            bind: secret.bind(),
        };
        let grant = Signed::sign(grant, &phone).unwrap();
        let mut state = GrantState::new(grant.id, has_passcode.then(|| secret.verifier(&passcode)));
        for (redeemer, sequence, kind) in asked {
            let case = Case {
                grant: grant.to_bytes(),
                request: Request {
                    version: 1,
                    redeemer,
                    secret: &secret,
                    passcode: Some(if kind < 2 { &other } else { &passcode }),
                    asked: &scope,
                    sequence,
                    delegation: None,
                },
                now: Ok(if kind == 7 { 9000 } else { 1500 } * 60_000),
                here: phone.public(),
                issuers: &[phone.public()],
                revocations: &[],
            };
            let _ = (state.call(), state.take(&case, &phone));
        }
        state
    })
}

pub(crate) fn clock() -> impl Strategy<Value = EffectiveClock> {
    let heard = vec((any::<u32>(), any::<u32>(), any::<bool>()), 0..4);
    (any::<[u8; 16]>(), any::<u32>(), heard).prop_map(|(boot, running, heard)| {
        let wall = 1_800_000_000_000;
        let running = running.into();
        let start = Reading { wall, boot, running };
        let mut clock = EffectiveClock::confirmed(start).unwrap();
        for (later, ahead, same_start) in heard {
            let (later, ahead) = (u64::from(later % 50_000_000), u64::from(ahead % 100_000_000));
            let reading = Reading {
                wall: wall + later,
                boot: if same_start { boot } else { [9; 16] },
                running: running + later,
            };
            let _ = clock.hear(Witness::OwnDevice, wall + ahead, reading);
        }
        clock
    })
}
