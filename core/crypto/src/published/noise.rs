use serde_json::Value;
use snow::HandshakeState;
use snow::params::{HandshakeModifier, NoiseParams};

use super::{hex, vectors};

const BUFFER: usize = 65_535;

fn handshake(vector: &Value, side: &str) -> Result<HandshakeState, snow::Error> {
    let name = vector["protocol_name"].as_str().unwrap();
    let params: NoiseParams = name.parse()?;
    let field = |name: &str| hex(vector, &format!("{side}_{name}"));
    let (prologue, local, remote) = (field("prologue"), field("static"), field("remote_static"));
    let ephemeral = field("ephemeral");
    let psks: Vec<[u8; 32]> = vector[format!("{side}_psks")]
        .as_array()
        .into_iter()
        .flatten()
        .map(|psk| super::unhex(psk.as_str().unwrap()).try_into().unwrap())
        .collect();

    let mut builder = crate::noise::builder(name)?.prologue(&prologue)?;
    if !local.is_empty() {
        builder = builder.local_private_key(&local)?;
    }
    if !remote.is_empty() {
        builder = builder.remote_public_key(&remote)?;
    }
    if !ephemeral.is_empty() {
        builder = builder.fixed_ephemeral_key_for_testing_only(&ephemeral);
    }
    let places = params
        .handshake
        .modifiers
        .list
        .iter()
        .filter_map(|modifier| match modifier {
            HandshakeModifier::Psk(place) => Some(*place),
            _ => None,
        });
    for (place, psk) in places.zip(&psks) {
        builder = builder.psk(place, psk)?;
    }
    if side == "init" {
        builder.build_initiator()
    } else {
        builder.build_responder()
    }
}

/// Plays both sides of a vector; false where any byte differs from what was published.
fn agrees(vector: &Value) -> Result<bool, snow::Error> {
    let (mut init, mut resp) = (handshake(vector, "init")?, handshake(vector, "resp")?);
    let params: NoiseParams = vector["protocol_name"].as_str().unwrap().parse()?;
    let oneway = params.handshake.pattern.is_oneway();
    let (mut sent, mut got) = (vec![0; BUFFER], vec![0; BUFFER]);
    let mut messages = vector["messages"].as_array().unwrap().iter().enumerate();
    while !init.is_handshake_finished() {
        let (i, message) = messages.next().unwrap();
        let (from, to) = if i % 2 == 0 {
            (&mut init, &mut resp)
        } else {
            (&mut resp, &mut init)
        };
        let n = from.write_message(&hex(message, "payload"), &mut sent)?;
        let m = to.read_message(&sent[..n], &mut got)?;
        if sent[..n] != hex(message, "ciphertext") || got[..m] != hex(message, "payload") {
            return Ok(false);
        }
    }
    let hash = hex(vector, "handshake_hash");
    if !hash.is_empty() && (init.get_handshake_hash() != hash || resp.get_handshake_hash() != hash) {
        return Ok(false);
    }
    let (mut init, mut resp) = (init.into_transport_mode()?, resp.into_transport_mode()?);
    for (i, message) in messages {
        let (from, to) = if oneway || i % 2 == 0 {
            (&mut init, &mut resp)
        } else {
            (&mut resp, &mut init)
        };
        let n = from.write_message(&hex(message, "payload"), &mut sent)?;
        let m = to.read_message(&sent[..n], &mut got)?;
        if sent[..n] != hex(message, "ciphertext") || got[..m] != hex(message, "payload") {
            return Ok(false);
        }
    }
    Ok(true)
}

fn published() -> Vec<Value> {
    [vectors!("noise-cacophony.json"), vectors!("noise-snow.json")].concat()
}

/// 110 vectors for the hash of our handshakes, 34 of them with a pre-shared key; and as many for SHA256.
#[test]
fn handshakes_of_cacophony_and_snow() {
    let (mut blake2b, mut psk, mut sha256) = (0, 0, 0);
    for vector in published() {
        let name = vector["protocol_name"].as_str().unwrap();
        assert!(agrees(&vector).unwrap(), "{name}");
        if name.ends_with("BLAKE2b") {
            blake2b += 1;
            psk += usize::from(name.contains("psk"));
        } else {
            sha256 += 1;
        }
    }
    println!("Noise: {blake2b} BLAKE2b vectors ({psk} PSK) and {sha256} SHA256 vectors agree");
    assert_eq!((blake2b, psk, sha256), (110, 34, 110));
}

/// Negative control: one changed digit of an expected message is noticed, in each vector.
#[test]
fn an_altered_vector_disagrees() {
    for mut vector in published() {
        let field = vector["messages"][0]["ciphertext"].as_str().unwrap().to_owned();
        let first = if field.starts_with('0') { "1" } else { "0" };
        vector["messages"][0]["ciphertext"] = format!("{first}{}", &field[1..]).into();
        assert!(!agrees(&vector).unwrap());
    }
}

/// What is not ours cannot be built, rather than built from something else.
#[test]
fn other_primitives_are_absent() {
    for name in [
        "Noise_NN_448_ChaChaPoly_BLAKE2b",
        "Noise_NN_25519_AESGCM_BLAKE2b",
        "Noise_NN_25519_ChaChaPoly_BLAKE2s",
    ] {
        assert!(
            crate::noise::builder(name).unwrap().build_initiator().is_err(),
            "{name}"
        );
    }
    assert!(crate::noise::builder("Noise_NN_25519").is_err());
}
