//! What a grant's secrets are derived to, and what a first message made with them opens to.

use super::file::{Maker, Vector, flipped};
use super::input::hex;
use super::{Format, Input, Refused, fixed};
use pocketchart_crypto::exchange::ExchangeSecret;
use pocketchart_crypto::hash::keyed128;
use pocketchart_crypto::kdf::{expand, extract};
use pocketchart_crypto::{Label, Secret};
use pocketchart_record::Section;
use pocketchart_share::grant::{
    Flags, Grant, GrantCode, GrantId, GrantKeys, GrantRoot, Holder, Operations, Scope, Signed,
};
use pocketchart_share::session::HandshakeError;
use serde_json::{Value, json};

pub(super) const KEYS: Format = Format {
    name: "grant-keys",
    read: read_keys,
    make: make_keys,
};

pub(super) const CALL: Format = Format {
    name: "grant-call",
    read: read_call,
    make: make_calls,
};

fn keys(input: &Input) -> Result<GrantKeys, Refused> {
    let root = Secret::from_slice(&input.bytes("root")).ok_or_else(|| Refused::new("length", ""))?;
    Ok(GrantRoot::new(root).keys(input.uint("number")))
}

fn read_keys(input: &Input) -> Result<Value, Refused> {
    let keys = keys(input)?;
    let mut meaning = json!({
        "exchange": hex(keys.exchange.public().as_bytes()),
        "revocation": hex(keys.revocation.public().as_bytes()),
        "bind": hex(&keys.secret.bind()),
        "locator": hex(&keys.secret.locator()),
    });
    if input.has("passcode") {
        let passcode = keys.secret.passcode(input.text("passcode")).unwrap();
        meaning["passcode"] = hex(passcode.secret().expose());
        meaning["verifier"] = hex(keys.secret.verifier(&passcode).expose());
    }
    Ok(meaning)
}

fn root() -> Secret<32> {
    fixed::secret("grant root")
}

fn input(root: &[u8], number: u64) -> Input {
    Input::default().with_bytes("root", root).with("number", number)
}

fn make_keys(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(KEYS, to);
    let root = root();
    let numbered = |number| input(root.expose(), number);
    maker.good("first", "The first grant of a device.", &numbered(1));
    maker.good("second", "The second one of the same device.", &numbered(2));
    maker.good("highest", "The highest number.", &numbered(u64::MAX));
    maker.good("zeros", "A root of zeros.", &input(&[0; 32], 0));
    let passcode = numbered(1).with("passcode", "482 915");
    maker.good("passcode", "With a passcode.", &passcode);
    let words = numbered(1).with("passcode", "größer als 日本");
    maker.good(
        "passcode-words",
        "A passcode of words of several scripts.",
        &words,
    );
    let short = &root.expose()[..31];
    maker.bad(
        "short",
        "A root of 31 bytes.",
        "length",
        "",
        &input(short, 1),
        numbered(1),
    );
}

fn read_call(input: &Input) -> Result<Value, Refused> {
    let answer = keys(input)?.answer(&input.bytes("first")).map_err(|error| {
        let class = match error {
            HandshakeError::NotForUs => "not-for-us",
            HandshakeError::TooLong => "too-long",
            _ => "refused",
        };
        Refused::new(class, "")
    })?;
    Ok(json!({"redeemer": hex(answer.session.remote().as_bytes())}))
}

/// The first message of a desk that has the code.
fn first_message(keys: &GrantKeys, desk: &ExchangeSecret) -> Vec<u8> {
    let phone = fixed::device("phone").sign;
    let grant = Grant {
        id: GrantId(fixed::bytes("grant")),
        issuer: phone.public(),
        audience: None,
        not_before: 0,
        expires: 60,
        scope: Scope::new([(Section::Allergies, Operations::EXTRACT)]).unwrap(),
        uses: 1,
        holder: Holder::Issuer,
        nonce: [0; 16],
        flags: Flags::empty(),
        bind: keys.secret.bind(),
    };
    let grant = Signed::sign(grant, &phone).unwrap();
    let code = GrantCode::new(&grant, keys, vec!["192.0.2.1:7411".parse().unwrap()], None).unwrap();
    code.initiate(desk).unwrap().first_message().to_vec()
}

/// Any Noise message behind an authenticator that is right.
fn knocking(number: u64, message: &[u8]) -> Vec<u8> {
    let from_root = extract(Label::new("grant/root"), root().expose());
    let secret = expand(&from_root, Label::new("grant/code"), &number.to_be_bytes());
    let from_secret = extract(Label::new("grant/secret"), secret.expose());
    let psk = expand(&from_secret, Label::new("grant/psk"), b"");
    let key = expand(&psk, Label::new("grant/knock"), b"");
    let authenticator = keyed128(Label::new("grant/knock"), &key, &[message]);
    [&authenticator, message].concat()
}

fn make_calls(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(CALL, to).once();
    let keys = GrantRoot::new(root()).keys(1);
    let desk = ExchangeSecret::from_seed(&fixed::secret("desk"));
    let first = first_message(&keys, &desk);
    let input = |first: &[u8]| input(root().expose(), 1).with_bytes("first", first);
    assert_eq!(knocking(1, &first[16..]), first);
    maker.good(
        "first",
        "The first message of a desk that scanned the code.",
        &input(&first),
    );
    let other = ExchangeSecret::from_seed(&fixed::secret("other desk"));
    let from_other = first_message(&keys, &other);
    maker.good("other-desk", "That of another desk.", &input(&from_other));

    let mut bad = |name: &str, fault: &str, class: &str, message: &[u8]| {
        maker.bad(name, fault, class, "", &input(message), input(&first));
    };
    bad(
        "knock-altered",
        "One bit of the authenticator.",
        "not-for-us",
        &flipped(&first, 3),
    );
    bad(
        "message-altered",
        "One bit behind it.",
        "not-for-us",
        &flipped(&first, 70),
    );
    let second = GrantRoot::new(root()).keys(2);
    bad(
        "other-grant",
        "Made with another code.",
        "not-for-us",
        &first_message(&second, &desk),
    );
    bad("short", "15 bytes.", "not-for-us", &first[..15]);
    let message = &first[16..];
    let altered = |at: usize| knocking(1, &flipped(message, at));
    bad(
        "ephemeral-altered",
        "Another ephemeral key behind a fitting authenticator.",
        "refused",
        &altered(0),
    );
    bad(
        "static-altered",
        "Another static key behind a fitting authenticator.",
        "refused",
        &altered(40),
    );
    bad(
        "tag-altered",
        "Another tag behind a fitting authenticator.",
        "refused",
        &altered(95),
    );
    let cut = knocking(1, &message[..95]);
    bad(
        "cut-off",
        "One byte less behind a fitting authenticator.",
        "refused",
        &cut,
    );
    let swapped = [&message[..32], &from_other[48..]].concat();
    bad(
        "of-two",
        "Halves of two messages.",
        "refused",
        &knocking(1, &swapped),
    );
    let long = [message, &[0; 929]].concat();
    bad(
        "too-long",
        "A message of 1,025 bytes.",
        "too-long",
        &knocking(1, &long),
    );
}
