//! What a redeemer tells the patient's device that took what a relay gave.

use super::fields::{bytes, list, uint};
use super::file::{Maker, Vector, flipped};
use super::input::hex;
use super::{Format, Input, Refused, fixed};
use pocketchart_crypto::Secret;
use pocketchart_crypto::exchange::ExchangePublic;
use pocketchart_crypto::sign::VerifyingKey;
use pocketchart_record::Section;
use pocketchart_share::grant::{Arrival, GrantId, Receipt, Received, Redeemer, Signed};
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "grant-arrival",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let arrival = Arrival::from_bytes(&input.bytes("bytes")).map_err(|_| Refused::new("malformed", ""))?;
    let redeemer = Redeemer {
        exchange: ExchangePublic::from_bytes(input.fixed("exchange")),
        sign: VerifyingKey::from_bytes(input.fixed("sign")),
        kem: input.fixed("kem"),
    };
    let secret = Secret::from_bytes(input.fixed("secret"));
    if !arrival.is_proven(&secret, GrantId(input.fixed("grant")), &redeemer) {
        return Err(Refused::new("unproven", ""));
    }
    Ok(json!({ "certificate": hex(&arrival.certificate), "receipt": hex(&arrival.receipt) }))
}

fn redeemer() -> Redeemer {
    let device = fixed::device("desk").public();
    let sign = VerifyingKey::from_bytes(device.sign.0);
    Redeemer::new(device.exchange, sign, &device.kem)
}

fn grant() -> GrantId {
    GrantId(fixed::bytes("grant"))
}

fn receipt() -> Vec<u8> {
    let receipt = Receipt {
        grant: grant(),
        redeemer: redeemer().sign,
        received: vec![Received {
            section: Section::Notes,
            entries: 2,
            bytes: 900,
        }],
        audit_number: 12,
        audit_head: fixed::bytes("audit head"),
    };
    let signed = Signed::sign(receipt, &fixed::device("desk").sign);
    signed.unwrap().to_bytes().to_vec()
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let secret = fixed::secret("entrance");
    let certificate = fixed::certificate("clinic", "desk").to_bytes();
    let arrival = Arrival::new(&secret, grant(), &redeemer(), certificate.clone(), receipt());
    let good = arrival.to_bytes();
    let input = |arrival: &[u8]| {
        Input::default()
            .with_bytes("bytes", arrival)
            .with_bytes("secret", secret.expose())
            .with_bytes("grant", &grant().0)
            .with_bytes("exchange", redeemer().exchange.as_bytes())
            .with_bytes("sign", redeemer().sign.as_bytes())
            .with_bytes("kem", &redeemer().kem)
    };
    let right = input(&good);
    maker.good("desk", "A desk that opened the bundle.", &right);
    let repair = |name: &str| Input::default().with(name, right.get(name).clone());
    let mut bad = |name: &str, fault: &str, class: &str, input: &Input, wrong: &str| {
        maker.bad(name, fault, class, "", input, repair(wrong));
    };
    let altered = flipped(&good, good.len() - 1);
    bad(
        "proof-altered",
        "One bit of the proof.",
        "unproven",
        &input(&altered),
        "bytes",
    );
    let altered = flipped(&good, 100);
    bad(
        "certificate-altered",
        "One bit of the certificate.",
        "unproven",
        &input(&altered),
        "bytes",
    );
    for (name, fault, value) in [
        ("other-secret", "By who has not opened this bundle.", "secret"),
        ("other-grant", "For another grant.", "grant"),
        ("other-exchange", "For another exchange key.", "exchange"),
        ("other-sign", "For another signing key.", "sign"),
        ("other-kem", "For another X-Wing key.", "kem"),
    ] {
        let other = flipped(&right.bytes(value), 3);
        bad(
            name,
            fault,
            "unproven",
            &right.clone().with_bytes(value, &other),
            value,
        );
    }
    let parts = |version: u64, proof: &[u8]| {
        list(&[
            uint(version),
            bytes(&certificate),
            bytes(&receipt()),
            bytes(proof),
        ])
    };
    let proof = &good[good.len() - 32..];
    assert_eq!(parts(1, proof), good);
    bad(
        "version-2",
        "A version that does not exist yet.",
        "malformed",
        &input(&parts(2, proof)),
        "bytes",
    );
    bad(
        "proof-short",
        "A proof of 31 bytes.",
        "malformed",
        &input(&parts(1, &proof[..31])),
        "bytes",
    );
    bad(
        "trailing-byte",
        "A byte behind its end.",
        "malformed",
        &input(&[&good[..], &[0]].concat()),
        "bytes",
    );
}
