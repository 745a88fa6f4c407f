//! The codes by which a redeemer passes a part of a grant on.

use super::code::text;
use super::fields::{Fields, bytes, list, text as string, uint};
use super::file::{Maker, Vector, flipped};
use super::input::hex;
use super::{Format, Input, Refused, fixed, granted, scope};
use pocketchart_share::grant::{CodeError, DelegationCode, DelegationRequest};
use serde_json::{Value, json};

pub(super) const REQUEST: Format = Format {
    name: "delegation-request",
    read: read_request,
    make: make_requests,
};

pub(super) const CODE: Format = Format {
    name: "delegation-code",
    read: read_code,
    make: make_codes,
};

fn refused(error: CodeError) -> Refused {
    let class = match error {
        CodeError::NotACode => "not-a-code",
        CodeError::OtherKind => "other-kind",
        CodeError::Newer => "newer",
        CodeError::Damaged => "damaged",
        _ => "other",
    };
    Refused::new(class, "")
}

fn read_request(input: &Input) -> Result<Value, Refused> {
    let request = DelegationRequest::from_text(input.text("text")).map_err(refused)?;
    Ok(json!({
        "key": hex(request.key.as_bytes()),
        "origin": hex(&request.origin),
        "name": request.name(),
        "text": request.to_text(),
    }))
}

fn read_code(input: &Input) -> Result<Value, Refused> {
    let code = DelegationCode::from_text(input.text("text")).map_err(refused)?;
    let delegation = code.delegation();
    Ok(json!({
        "grant_code": code.grant().to_text(),
        "origin": hex(&code.origin()),
        "grant": delegation.grant.to_string(),
        "delegator": hex(delegation.delegator.as_bytes()),
        "delegate": hex(delegation.delegate.as_bytes()),
        "scope": scope::shown(&delegation.scope),
        "expires": delegation.expires,
        "text": code.to_text(),
    }))
}

fn input(text: &str) -> Input {
    Input::default().with("text", text)
}

fn make_requests(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(REQUEST, to);
    let fields = Fields::default()
        .with(0, uint(1))
        .with(1, string("delegate"))
        .with(2, bytes(fixed::device("laboratory").public().exchange.as_bytes()))
        .with(3, bytes(&fixed::bytes::<16>("request")))
        .with(4, string("City Laboratory"));
    let with = |key: u64, value: Vec<u8>| fields.clone().with(key, value);
    let mut good = |name: &str, about: &str, fields: &Fields| {
        maker.good(name, about, &input(&text(&fields.to_bytes())));
    };
    good("named", "With a name.", &fields);
    good("nameless", "Without a name.", &with(4, string("")));
    good(
        "longest",
        "The longest name, of 100 bytes, in another script.",
        &with(4, string(&"é".repeat(50))),
    );
    let repair = text(&fields.to_bytes());
    let mut bad = |name: &str, fault: &str, class: &str, fields: &Fields| {
        let bad = input(&text(&fields.to_bytes()));
        maker.bad(name, fault, class, "", &bad, input(&repair));
    };
    bad(
        "version-2",
        "A version that does not exist yet.",
        "newer",
        &with(0, uint(2)),
    );
    bad(
        "other-kind",
        "The answer's kind.",
        "other-kind",
        &with(1, string("delegation")),
    );
    let mut damaged = |name: &str, fault: &str, fields: &Fields| bad(name, fault, "damaged", fields);
    damaged("key-short", "A key of 31 bytes.", &with(2, bytes(&[1; 31])));
    damaged("origin-long", "An origin of 17 bytes.", &with(3, bytes(&[1; 17])));
    damaged(
        "name-long",
        "A name of 101 bytes.",
        &with(4, string(&"n".repeat(101))),
    );
    damaged(
        "name-with-a-break",
        "A line break in the name.",
        &with(4, string("City\nLaboratory")),
    );
    damaged(
        "name-turned",
        "A character in the name that turns the direction of writing.",
        &with(4, string("City \u{202e}Laboratory")),
    );
    damaged("no-name", "A field is missing.", &fields.clone().without(4));
    damaged(
        "one-field-more",
        "A field that does not exist.",
        &with(5, uint(0)),
    );
}

fn make_codes(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(CODE, to);
    let address = |port: u16| bytes(&[&[192, 168, 1, 20][..], &port.to_be_bytes()].concat());
    let grant = Fields::default()
        .with(0, uint(1))
        .with(1, string("grant"))
        .with(2, bytes(fixed::device("phone").public().exchange.as_bytes()))
        .with(3, bytes(fixed::secret("grant").expose()))
        .with(4, uint(6))
        .with(5, uint(fixed::NOON / 60_000))
        .with(6, uint(1440))
        .with(7, uint(0b110))
        .with(8, uint(1))
        .with(9, list(&[address(7412)]));
    let delegation = granted::one_hour();
    let fields = Fields::default()
        .with(0, uint(1))
        .with(1, string("delegation"))
        .with(2, bytes(&grant.to_bytes()))
        .with(3, bytes(&fixed::bytes::<16>("request")))
        .with(4, bytes(&delegation));
    let with = |key: u64, value: Vec<u8>| fields.clone().with(key, value);
    let mut good = |name: &str, about: &str, fields: &Fields| {
        maker.good(name, about, &input(&text(&fields.to_bytes())));
    };
    good("one-hour", "A part of a grant, for an hour.", &fields);
    let relay = grant.clone().with(9, list(&[])).with(10, string("relay.example"));
    good(
        "relay",
        "Of a grant that a relay holds.",
        &with(2, bytes(&relay.to_bytes())),
    );
    let repair = text(&fields.to_bytes());
    let mut bad = |name: &str, fault: &str, class: &str, fields: &Fields| {
        let bad = input(&text(&fields.to_bytes()));
        maker.bad(name, fault, class, "", &bad, input(&repair));
    };
    bad(
        "version-2",
        "A version that does not exist yet.",
        "newer",
        &with(0, uint(2)),
    );
    bad(
        "other-kind",
        "The request's kind.",
        "other-kind",
        &with(1, string("delegate")),
    );
    let mut damaged = |name: &str, fault: &str, fields: &Fields| bad(name, fault, "damaged", fields);
    let nowhere = grant.clone().with(9, list(&[]));
    damaged(
        "grant-code-nowhere",
        "A grant's code with neither an address nor a relay.",
        &with(2, bytes(&nowhere.to_bytes())),
    );
    let pairing = grant.with(1, string("pair"));
    damaged(
        "grant-code-other-kind",
        "Another code in the place of the grant's.",
        &with(2, bytes(&pairing.to_bytes())),
    );
    damaged(
        "origin-short",
        "An origin of 15 bytes.",
        &with(3, bytes(&[1; 15])),
    );
    damaged(
        "signature",
        "A delegation with a bit of its signature flipped.",
        &with(4, bytes(&flipped(&delegation, delegation.len() - 1))),
    );
    damaged(
        "unsigned",
        "A delegation without its signature.",
        &with(4, bytes(&delegation[..delegation.len() - 64])),
    );
    damaged("no-delegation", "A field is missing.", &fields.clone().without(4));
    damaged(
        "one-field-more",
        "A field that does not exist.",
        &with(5, uint(0)),
    );
}
