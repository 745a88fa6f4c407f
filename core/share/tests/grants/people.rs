//! The same people in each test.

use std::sync::LazyLock;

use pocketchart_crypto::Secret;
use pocketchart_crypto::exchange::{ExchangePublic, ExchangeSecret};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::Section;
use pocketchart_share::grant::*;

pub(crate) const START: Minutes = 30_000_000;

static KEYS: LazyLock<Vec<SigningKey>> = LazyLock::new(|| {
    (0..32)
        .map(|number| SigningKey::from_seed(&Secret::from_bytes([number; 32])))
        .collect()
});

pub(crate) fn signing(number: u8) -> &'static SigningKey {
    &KEYS[usize::from(number)]
}

pub(crate) fn exchange(number: u8) -> ExchangeSecret {
    ExchangeSecret::from_seed(&Secret::from_bytes([number; 32]))
}

pub(crate) fn redeemer(number: u8) -> Redeemer {
    Redeemer {
        exchange: ExchangePublic::from_bytes([number; 32]),
        sign: signing(number).public(),
        kem: [number; 32],
    }
}

pub(crate) fn keys() -> GrantKeys {
    GrantRoot::new(Secret::from_bytes([8; 32])).keys(1)
}

/// The design's example: allergies, medicines and problems for a day.
pub(crate) fn grant() -> Grant {
    Grant {
        id: GrantId([1; 16]),
        issuer: signing(1).public(),
        audience: None,
        not_before: START,
        expires: START + 24 * 60,
        scope: Scope::new([
            (Section::Allergies, Operations::EXTRACT),
            (Section::Medications, Operations::EXTRACT | Operations::READ),
            (Section::Problems, Operations::EXTRACT),
        ])
        .unwrap(),
        uses: 1,
        holder: Holder::Issuer,
        nonce: [2; 16],
        flags: Flags::NOTIFY | Flags::DELEGABLE,
        bind: keys().secret.bind(),
    }
}

/// What the redeemer of that number asks at noon.
pub(crate) fn case<'a>(
    grant: &'a [u8],
    asked: &'a Scope,
    secret: &'a CodeSecret,
    issuers: &'a [pocketchart_crypto::sign::VerifyingKey],
    number: u8,
) -> Case<'a> {
    Case {
        grant,
        request: Request {
            version: 1,
            redeemer: redeemer(number),
            secret,
            passcode: None,
            asked,
            sequence: 1,
            delegation: None,
        },
        now: Ok(u64::from(START + 12 * 60) * 60_000),
        here: signing(1).public(),
        issuers,
        revocations: &[],
    }
}
