use super::parts;
use pocketchart_crypto::Secret;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::Section;
use pocketchart_record::cbor::{Canonical, from_bytes, to_bytes};
use pocketchart_share::clock::{EffectiveClock, Reading, Witness};
use pocketchart_share::grant::*;
use std::sync::LazyLock;

static PHONE: LazyLock<SigningKey> = LazyLock::new(|| signing(1));
static DESK: LazyLock<SigningKey> = LazyLock::new(|| signing(2));
static KEYS: LazyLock<GrantKeys> = LazyLock::new(|| GrantRoot::new(Secret::from_bytes([8; 32])).keys(1));

fn signing(number: u8) -> SigningKey {
    SigningKey::from_seed(&Secret::from_bytes([number; 32]))
}

/// A scanned or pasted code: of a grant, of a part that is passed on, or of who wants to be let in.
pub(super) fn code(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let own = GrantCode::from_text(text).map(|it| it.to_text());
    let passed = DelegationCode::from_text(text).map(|it| it.to_text());
    let request = DelegationRequest::from_text(text).map(|it| it.to_text());
    let read: Vec<String> = [own, passed, request].into_iter().flatten().collect();
    assert!(read.len() <= 1, "one kind of each code");
    assert!(
        read.iter().all(|written| *written == digits),
        "one text of each code"
    );
}

/// What is signed, as it comes; and bodies of a grant and a delegation signed by those who could, with what a device
/// keeps, judged: nobody is given more than the grant says.
pub(super) fn grant(data: &[u8]) {
    as_it_comes::<Grant>(data);
    as_it_comes::<Binding>(data);
    as_it_comes::<Delegation>(data);
    as_it_comes::<Revocation>(data);
    as_it_comes::<Receipt>(data);
    as_it_comes::<Deletion>(data);
    let parts = parts(data);
    if let [grant, delegation, state, clock, ..] = parts.as_slice() {
        judged(grant, delegation, state, clock);
    }
}

fn as_it_comes<T: Body>(bytes: &[u8]) {
    if let Ok(signed) = Signed::<T>::parse(bytes) {
        assert_eq!(signed.to_bytes(), bytes, "one form of everything");
    }
    let _ = body::<T>(bytes);
}

fn body<T: Canonical>(bytes: &[u8]) -> Option<T> {
    let body = from_bytes::<T>(bytes).ok()?;
    assert_eq!(to_bytes(&body), bytes, "one form of everything");
    Some(body)
}

fn judged(grant: &[u8], delegation: &[u8], state: &[u8], clock: &[u8]) -> Option<()> {
    let mut grant: Grant = body(grant)?;
    (grant.issuer, grant.bind) = (PHONE.public(), KEYS.secret.bind());
    let grant = Signed::sign(grant, &PHONE).ok()?;
    assert_eq!(Signed::parse(grant.to_bytes()).as_ref(), Ok(&grant));
    let delegation = body::<Delegation>(delegation).and_then(|mut it| {
        it.delegator = DESK.public();
        Signed::sign(it, &DESK).ok()
    });
    let mut state = body(state).unwrap_or(GrantState::new(grant.id, None));
    let reading = Reading {
        wall: u64::from(grant.not_before) * 60_000 + 1,
        boot: [1; 16],
        running: 1,
    };
    let now = match body::<EffectiveClock>(clock) {
        Some(mut clock) => {
            let now = clock.read(reading);
            if let (Ok(now), Ok(heard)) = (now, clock.hear(Witness::Relay, reading.wall + 1, reading)) {
                assert!(heard >= now, "time does not go back");
            }
            now
        }
        None => Ok(reading.wall),
    };
    let everything = Scope::new(Section::ALL.map(|section| (section, Operations::all())))?;
    let redeemer = Redeemer {
        exchange: delegation
            .as_ref()
            .map(|it| it.delegate)
            .or(grant.audience)
            .unwrap_or(KEYS.exchange.public()),
        sign: DESK.public(),
        kem: [0; 32],
    };
    for asked in [&grant.scope, &everything] {
        let case = Case {
            grant: grant.to_bytes(),
            request: Request {
                version: 1,
                redeemer,
                secret: &KEYS.secret,
                passcode: None,
                asked,
                sequence: u64::MAX,
                delegation: delegation.as_ref().map(Signed::to_bytes),
            },
            now,
            here: PHONE.public(),
            issuers: &[PHONE.public()],
            revocations: &[],
        };
        let taken = state.redemptions().count();
        match state.take(&case, &PHONE) {
            Ok((permit, binding)) => {
                assert!(permit.scope.is_within(&grant.scope) && permit.until <= grant.expires);
                assert_eq!(binding.redeemer, redeemer);
                assert!(!grant.flags.contains(Flags::PASSCODE), "no passcode was given");
            }
            Err(_) => assert_eq!(state.redemptions().count(), taken, "refused, and a use taken"),
        }
        assert_eq!(from_bytes(&to_bytes(&state)).as_ref(), Ok(&state));
    }
    Some(())
}
