//! What is signed about a grant: itself, bindings, delegations, revocations, receipts and deletions.

use super::fields::{Fields, bytes, list, text, uint, value};
use super::file::{Maker, Vector, flipped};
use super::input::hex;
use super::{Format, Input, Refused, fixed, scope};
use pocketchart_crypto::Label;
use pocketchart_crypto::hash::hash256;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::{EnvelopeHash, FeedTag, KnownHead};
use pocketchart_share::grant::{
    Binding, Body, Delegation, Deletion, Flags, Grant, Holder, Reason, Receipt, Redeemer, Revocation, Signed,
    Unreadable,
};
use serde_json::{Value, json};

macro_rules! format_of {
    ($body:ty, $name:literal, $show:expr, $make:expr) => {
        Format {
            name: $name,
            read: |input| parsed::<$body>(input).map(|it| $show(&it)),
            make: $make,
        }
    };
}

pub(super) const GRANT: Format = format_of!(Grant, "grant", grant, make_grants);
pub(super) const BINDING: Format = format_of!(Binding, "grant-binding", binding, make_bindings);
pub(super) const DELEGATION: Format =
    format_of!(Delegation, "grant-delegation", delegation, make_delegations);
pub(super) const REVOCATION: Format =
    format_of!(Revocation, "grant-revocation", revocation, make_revocations);
pub(super) const RECEIPT: Format = format_of!(Receipt, "grant-receipt", receipt, make_receipts);
pub(super) const DELETION: Format = format_of!(Deletion, "grant-deletion", deletion, make_deletions);

fn parsed<T: Body>(input: &Input) -> Result<Signed<T>, Refused> {
    Signed::parse(&input.bytes("bytes")).map_err(|error| {
        let class = match error {
            Unreadable::Malformed => "malformed",
            Unreadable::OtherVersion => "version",
            Unreadable::BadSignature => "signature",
            _ => "other",
        };
        Refused::new(class, "")
    })
}

fn grant(it: &Grant) -> Value {
    let flags = it.flags.iter_names().map(|(name, _)| json!(name.to_lowercase()));
    let mut shown = json!({
        "id": it.id.to_string(),
        "issuer": hex(it.issuer.as_bytes()),
        "not_before": it.not_before,
        "expires": it.expires,
        "scope": scope::shown(&it.scope),
        "uses": it.uses,
        "counted_by": match it.holder { Holder::Issuer => "issuer", Holder::Relay => "relay" },
        "nonce": hex(&it.nonce),
        "flags": flags.collect::<Value>(),
        "bind": hex(&it.bind),
    });
    if let Some(audience) = &it.audience {
        shown["audience"] = hex(audience.as_bytes());
    }
    shown
}

fn binding(it: &Binding) -> Value {
    json!({
        "grant": it.grant.to_string(),
        "issuer": hex(it.issuer.as_bytes()),
        "exchange": hex(it.redeemer.exchange.as_bytes()),
        "sign": hex(it.redeemer.sign.as_bytes()),
        "kem": hex(&it.redeemer.kem),
    })
}

fn delegation(it: &Delegation) -> Value {
    json!({
        "grant": it.grant.to_string(),
        "delegator": hex(it.delegator.as_bytes()),
        "delegate": hex(it.delegate.as_bytes()),
        "scope": scope::shown(&it.scope),
        "expires": it.expires,
    })
}

fn revocation(it: &Revocation) -> Value {
    let reason = match it.reason {
        Reason::Wish => "wish",
        Reason::Lost => "lost",
        Reason::Misuse => "misuse",
        Reason::Replaced => "replaced",
    };
    let seen = it.seen.iter();
    let seen = seen.map(|head| json!([hex(&head.feed.0), head.seq, hex(&head.hash.0)]));
    json!({
        "grant": it.grant.to_string(),
        "issuer": hex(it.issuer.as_bytes()),
        "seen": seen.collect::<Value>(),
        "reason": reason,
    })
}

fn receipt(it: &Receipt) -> Value {
    let received = it.received.iter();
    let received = received.map(|it| json!([it.section.name(), it.entries, it.bytes]));
    json!({
        "grant": it.grant.to_string(),
        "redeemer": hex(it.redeemer.as_bytes()),
        "received": received.collect::<Value>(),
        "audit_number": it.audit_number,
        "audit_head": hex(&it.audit_head),
    })
}

fn deletion(it: &Deletion) -> Value {
    let sections = it.sections.iter().map(|it| json!(it.name()));
    json!({
        "grant": it.grant.to_string(),
        "redeemer": hex(it.redeemer.as_bytes()),
        "since": it.since,
        "until": it.until,
        "deleted": it.deleted,
        "sections": sections.collect::<Value>(),
        "cause": it.cause.id(),
        "name": it.name,
    })
}

fn phone() -> SigningKey {
    fixed::device("phone").sign
}

fn desk() -> SigningKey {
    fixed::device("desk").sign
}

fn sealed(label: Label, fields: &Fields, signer: &SigningKey) -> Vec<u8> {
    signed(label, fields.to_bytes(), signer)
}

fn signed(label: Label, body: Vec<u8>, signer: &SigningKey) -> Vec<u8> {
    let signature = signer.sign(label, &[&body]);
    [&body[..], signature.as_bytes()].concat()
}

/// The fields that all of them begin with.
fn beginning(signer: &SigningKey) -> Fields {
    Fields::default()
        .with(0, uint(1))
        .with(1, bytes(&fixed::bytes::<16>("grant")))
        .with(2, bytes(signer.public().as_bytes()))
}

fn input(bytes: &[u8]) -> Input {
    Input::default().with_bytes("bytes", bytes)
}

/// What is refused of each of them alike.
fn common(maker: &mut Maker<'_>, label: Label, other: Label, fields: &Fields, signer: &SigningKey) {
    let good = sealed(label, fields, signer);
    let mut bad = |name: &str, fault: &str, class: &str, bytes: &[u8]| {
        maker.bad(name, fault, class, "", &input(bytes), input(&good));
    };
    let again = |fields: Fields| sealed(label, &fields, signer);
    bad(
        "signature-altered",
        "One bit of the signature.",
        "signature",
        &flipped(&good, good.len() - 9),
    );
    bad(
        "content-altered",
        "One bit of the grant's name, after it was signed.",
        "signature",
        &flipped(&good, 9),
    );
    let renamed = fields
        .clone()
        .with(2, bytes(fixed::device("other").sign.public().as_bytes()));
    bad(
        "signer-altered",
        "Signed by another key than the one that it names.",
        "signature",
        &again(renamed),
    );
    let elsewhere = sealed(other, fields, signer);
    bad(
        "other-label",
        "Signed as something else.",
        "signature",
        &elsewhere,
    );
    bad(
        "version-2",
        "A version that does not exist yet.",
        "version",
        &again(fields.clone().with(0, uint(2))),
    );
    let long = again(fields.clone().with(0, vec![0x18, 1]));
    bad(
        "integer-long",
        "An integer longer than it need be.",
        "malformed",
        &long,
    );
    bad(
        "order",
        "Two fields in the wrong order.",
        "malformed",
        &again(fields.clone().swapped(1)),
    );
    let more = again(fields.clone().with(23, uint(0)));
    bad(
        "one-field-more",
        "A field that does not exist.",
        "malformed",
        &more,
    );
    let name = fields.clone().with(1, bytes(&[7; 15]));
    bad(
        "grant-id-short",
        "A grant's name of 15 bytes.",
        "malformed",
        &again(name),
    );
    let trailing = signed(label, [fields.to_bytes(), vec![0]].concat(), signer);
    bad(
        "trailing-byte",
        "One byte between body and signature.",
        "malformed",
        &trailing,
    );
    bad("cut-off", "The last byte is missing.", "malformed", &good[..63]);
}

const GRANTED: Label = Label::new("grant");
const BOUND: Label = Label::new("grant/binding");
const DELEGATED: Label = Label::new("grant/delegation");
const REVOKED: Label = Label::new("grant/revocation");
const RECEIVED: Label = Label::new("grant/receipt");
const SAID: Label = Label::new("grant/deletion");

/// 2026-11-25, at noon, in minutes.
const NOON: u64 = fixed::NOON / 60_000;

fn make_grants(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(GRANT, to);
    let fields = beginning(&phone())
        .with(4, uint(NOON))
        .with(5, uint(NOON + 1440))
        .with(6, scope::raw(&[(1, 1), (2, 3)]))
        .with(7, list(&[uint(1), uint(0)]))
        .with(8, bytes(&fixed::bytes::<16>("nonce")))
        .with(9, uint(Flags::NOTIFY.bits().into()))
        .with(10, bytes(&fixed::bytes::<32>("bind")));
    let with = |key: u64, value: Vec<u8>| fields.clone().with(key, value);
    let sealed = |fields: &Fields| sealed(GRANTED, fields, &phone());
    let mut good =
        |name: &str, about: &str, fields: &Fields| maker.good(name, about, &input(&sealed(fields)));
    good("one-day", "Two sections for a day, once.", &fields);
    let audience = Fields::default().with(0, uint(1));
    let audience = [1, 2, 3].into_iter().fold(audience, |to, key| match key {
        1 => to.with(1, bytes(&fixed::bytes::<16>("grant"))),
        2 => to.with(2, bytes(phone().public().as_bytes())),
        _ => to.with(3, bytes(fixed::device("desk").public().exchange.as_bytes())),
    });
    let audience = audience
        .with(4, uint(NOON))
        .with(5, uint(NOON + 60))
        .with(6, scope::raw(&[(1, 1)]))
        .with(7, list(&[uint(1), uint(0)]))
        .with(8, bytes(&[0; 16]))
        .with(9, uint(0))
        .with(10, bytes(&[0; 32]));
    good("for-one", "For one redeemer, named beforehand.", &audience);
    good(
        "thirty-days",
        "The longest that a grant lasts.",
        &with(5, uint(NOON + 43_200)),
    );
    good("one-minute", "The shortest.", &with(5, uint(NOON + 1)));
    let emergency = with(9, uint(10)).with(5, uint(NOON + 4320));
    good(
        "emergency",
        "The longest that an emergency grant lasts.",
        &emergency,
    );
    good("all-flags", "All flags.", &with(9, uint(15)));
    let all: Vec<(u64, u64)> = (0..16).map(|section| (section, 15)).collect();
    good(
        "whole-record",
        "All sections, all operations.",
        &with(6, scope::raw(&all)),
    );
    good(
        "many-uses",
        "255 uses, counted by a relay.",
        &with(7, list(&[uint(255), uint(1)])),
    );
    let last = with(4, uint(u64::from(u32::MAX) - 1)).with(5, uint(u32::MAX.into()));
    good("last-minute", "The last minute there is.", &last);

    common(&mut maker, GRANTED, BOUND, &fields, &phone());
    let repair = sealed(&fields);
    let mut bad = |name: &str, fault: &str, fields: &Fields| {
        maker.bad(
            name,
            fault,
            "malformed",
            "",
            &input(&sealed(fields)),
            input(&repair),
        );
    };
    bad(
        "too-long",
        "A minute longer than 30 days.",
        &with(5, uint(NOON + 43_201)),
    );
    let emergency = with(9, uint(10)).with(5, uint(NOON + 4321));
    bad(
        "emergency-too-long",
        "An emergency grant of a minute more than 72 hours.",
        &emergency,
    );
    bad("no-time", "It ends when it begins.", &with(5, uint(NOON)));
    bad("backwards", "It ends before it begins.", &with(5, uint(NOON - 1)));
    bad("no-uses", "No use.", &with(7, list(&[uint(0), uint(0)])));
    bad("uses-256", "256 uses.", &with(7, list(&[uint(256), uint(0)])));
    bad(
        "holder-2",
        "A counter that does not exist.",
        &with(7, list(&[uint(1), uint(2)])),
    );
    bad("flag-16", "A flag that does not exist.", &with(9, uint(16)));
    bad("no-scope", "No section.", &with(6, scope::raw(&[])));
    bad(
        "operation-16",
        "An operation that does not exist.",
        &with(6, scope::raw(&[(1, 16)])),
    );
    bad("nonce-short", "A nonce of 15 bytes.", &with(8, bytes(&[0; 15])));
    bad("bind-long", "A binding of 33 bytes.", &with(10, bytes(&[0; 33])));
    bad(
        "minutes-too-high",
        "A minute that 32 bits do not hold.",
        &with(5, uint(1 << 32)),
    );
    bad("no-nonce", "A field is missing.", &fields.clone().without(8));
    let short = audience.with(3, bytes(&[9; 31]));
    bad("audience-short", "An audience of 31 bytes.", &short);
}

fn make_bindings(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(BINDING, to);
    let keys = fixed::device("desk").public();
    let redeemer = Redeemer::new(keys.exchange, desk().public(), &keys.kem);
    assert_eq!(
        redeemer.kem,
        hash256(Label::new("grant/kem"), &[keys.kem.as_bytes()])
    );
    let fields = beginning(&phone()).with(3, value(&redeemer));
    let sealed = |fields: &Fields| sealed(BOUND, fields, &phone());
    maker.good("desk", "A grant bound to a desk.", &input(&sealed(&fields)));
    let parts = |exchange: &[u8], sign: &[u8], kem: &[u8]| list(&[bytes(exchange), bytes(sign), bytes(kem)]);
    let zeros = fields.clone().with(3, parts(&[0; 32], &[0; 32], &[0; 32]));
    maker.good("zeros", "Keys of zeros are keys.", &input(&sealed(&zeros)));

    common(&mut maker, BOUND, GRANTED, &fields, &phone());
    let repair = sealed(&fields);
    let mut bad = |name: &str, fault: &str, redeemer: Vec<u8>| {
        let bytes = sealed(&fields.clone().with(3, redeemer));
        maker.bad(name, fault, "malformed", "", &input(&bytes), input(&repair));
    };
    bad(
        "exchange-short",
        "A session key of 31 bytes.",
        parts(&[1; 31], &[1; 32], &[1; 32]),
    );
    bad(
        "kem-long",
        "A name of an X-Wing key of 33 bytes.",
        parts(&[1; 32], &[1; 32], &[1; 33]),
    );
    bad("two-keys", "Two keys.", list(&[bytes(&[1; 32]), bytes(&[1; 32])]));
}

fn one_hour_fields() -> Fields {
    beginning(&desk())
        .with(3, bytes(fixed::device("laboratory").public().exchange.as_bytes()))
        .with(4, scope::raw(&[(5, 1)]))
        .with(5, uint(NOON + 60))
}

/// A delegation to the laboratory, signed.
pub(super) fn one_hour() -> Vec<u8> {
    sealed(DELEGATED, &one_hour_fields(), &desk())
}

fn make_delegations(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(DELEGATION, to);
    let fields = one_hour_fields();
    let with = |key: u64, value: Vec<u8>| fields.clone().with(key, value);
    let sealed = |fields: &Fields| sealed(DELEGATED, fields, &desk());
    let mut good =
        |name: &str, about: &str, fields: &Fields| maker.good(name, about, &input(&sealed(fields)));
    good("one-hour", "A laboratory, for an hour.", &fields);
    good(
        "wide",
        "Two sections, several operations.",
        &with(4, scope::raw(&[(5, 15), (9, 4)])),
    );
    good(
        "at-once-over",
        "Its end is in the past: that is judged, not read.",
        &with(5, uint(0)),
    );

    common(&mut maker, DELEGATED, GRANTED, &fields, &desk());
    let repair = sealed(&fields);
    let mut bad = |name: &str, fault: &str, fields: &Fields| {
        maker.bad(
            name,
            fault,
            "malformed",
            "",
            &input(&sealed(fields)),
            input(&repair),
        );
    };
    bad("no-scope", "No section.", &with(4, scope::raw(&[])));
    bad(
        "section-16",
        "A section that does not exist.",
        &with(4, scope::raw(&[(16, 1)])),
    );
    bad(
        "delegate-short",
        "A delegate of 31 bytes.",
        &with(3, bytes(&[1; 31])),
    );
    bad(
        "minutes-too-high",
        "A minute that 32 bits do not hold.",
        &with(5, uint(1 << 32)),
    );
    bad("no-end", "A field is missing.", &fields.clone().without(5));
}

fn make_revocations(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(REVOCATION, to);
    let heads = |count: u8| {
        let head = |number: u8| KnownHead {
            feed: FeedTag([number; 8]),
            seq: u64::from(number) + 1,
            hash: EnvelopeHash([number; 32]),
        };
        (0..count).map(|number| value(&head(number))).collect::<Vec<_>>()
    };
    let fields = beginning(&phone()).with(3, list(&heads(2))).with(4, uint(1));
    let with = |key: u64, value: Vec<u8>| fields.clone().with(key, value);
    let sealed = |fields: &Fields| sealed(REVOKED, fields, &phone());
    let mut good =
        |name: &str, about: &str, fields: &Fields| maker.good(name, about, &input(&sealed(fields)));
    good("wish", "The patient wants so; two feeds were seen.", &fields);
    good(
        "lost",
        "A device was lost; nothing was written.",
        &with(3, list(&[])).with(4, uint(2)),
    );
    good("misuse", "Misuse.", &with(4, uint(3)));
    good("replaced", "Another grant takes its place.", &with(4, uint(4)));
    good("many-feeds", "128 feeds.", &with(3, list(&heads(128))));

    common(&mut maker, REVOKED, GRANTED, &fields, &phone());
    let mut bad = |name: &str, fault: &str, fields: &Fields, repair: &Fields| {
        let repair = input(&sealed(repair));
        maker.bad(name, fault, "malformed", "", &input(&sealed(fields)), repair);
    };
    bad("reason-0", "No reason.", &with(4, uint(0)), &fields);
    bad(
        "reason-5",
        "A reason that does not exist.",
        &with(4, uint(5)),
        &fields,
    );
    let many = with(3, list(&heads(128)));
    bad("feeds-too-many", "129 feeds.", &with(3, list(&heads(129))), &many);
    let mut descending = heads(2);
    descending.reverse();
    bad(
        "feeds-descending",
        "Feeds in descending order.",
        &with(3, list(&descending)),
        &fields,
    );
    let twice = [heads(1), heads(1)].concat();
    bad("feed-twice", "A feed twice.", &with(3, list(&twice)), &fields);
    let empty = list(&[bytes(&[9; 8]), uint(0), bytes(&[9; 32])]);
    bad(
        "head-0",
        "The end of a feed without envelopes.",
        &with(3, list(&[empty])),
        &fields,
    );
}

fn make_receipts(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(RECEIPT, to);
    let parts = |sections: &[(u64, u64, u64)]| {
        let part = |it: &(u64, u64, u64)| list(&[uint(it.0), uint(it.1), uint(it.2)]);
        list(&sections.iter().map(part).collect::<Vec<_>>())
    };
    let audit =
        |number: u64, size: usize| list(&[uint(number), bytes(&fixed::bytes::<33>("audit head")[..size])]);
    let fields = beginning(&desk())
        .with(3, parts(&[(1, 3, 1200), (2, 12, 5800)]))
        .with(4, audit(17, 32));
    let with = |key: u64, value: Vec<u8>| fields.clone().with(key, value);
    let sealed = |fields: &Fields| sealed(RECEIVED, fields, &desk());
    let mut good =
        |name: &str, about: &str, fields: &Fields| maker.good(name, about, &input(&sealed(fields)));
    good("two-sections", "Two sections were received.", &fields);
    good("nothing", "Nothing was received.", &with(3, parts(&[])));
    let all: Vec<_> = (0..16).map(|section| (section, u64::MAX, u64::MAX)).collect();
    good(
        "whole-record",
        "All sections, the highest numbers.",
        &with(3, parts(&all)),
    );

    common(&mut maker, RECEIVED, GRANTED, &fields, &desk());
    let repair = sealed(&fields);
    let mut bad = |name: &str, fault: &str, fields: &Fields| {
        maker.bad(
            name,
            fault,
            "malformed",
            "",
            &input(&sealed(fields)),
            input(&repair),
        );
    };
    bad(
        "sections-descending",
        "Sections in descending order.",
        &with(3, parts(&[(2, 1, 1), (1, 1, 1)])),
    );
    bad(
        "section-twice",
        "A section twice.",
        &with(3, parts(&[(2, 1, 1), (2, 1, 1)])),
    );
    bad(
        "section-16",
        "A section that does not exist.",
        &with(3, parts(&[(16, 1, 1)])),
    );
    let pair = list(&[list(&[uint(1), uint(3)])]);
    bad("two-items", "A section without bytes.", &with(3, pair));
    bad("audit-head-short", "A head of 31 bytes.", &with(4, audit(17, 31)));
    bad("audit-head-long", "A head of 33 bytes.", &with(4, audit(17, 33)));
}

fn make_deletions(to: &mut Vec<Vector>) {
    const HOUR: u64 = 3_600_000;
    let mut maker = Maker::new(DELETION, to);
    let times = |since: u64, until: u64, deleted: u64| list(&[uint(since), uint(until), uint(deleted)]);
    let sections = |codes: &[u64]| list(&codes.iter().map(|it| uint(*it)).collect::<Vec<_>>());
    let noon = fixed::NOON;
    let fields = beginning(&desk())
        .with(3, times(noon, noon + 4 * HOUR, noon + HOUR))
        .with(4, sections(&[1, 2]))
        .with(5, uint(3))
        .with(6, text("Lakeside Clinic"));
    let with = |key: u64, value: Vec<u8>| fields.clone().with(key, value);
    let sealed = |fields: &Fields| sealed(SAID, fields, &desk());
    let mut good =
        |name: &str, about: &str, fields: &Fields| maker.good(name, about, &input(&sealed(fields)));
    good("withdrawn", "The patient ended it after an hour.", &fields);
    good("closed", "It was needed no more.", &with(5, uint(2)));
    let over = with(3, times(noon, noon + HOUR, noon + HOUR)).with(5, uint(1));
    good("time-is-over", "At the end of its time.", &over);
    let longest = with(3, times(u64::MAX, u64::MAX, u64::MAX))
        .with(4, sections(&(0..16).collect::<Vec<_>>()))
        .with(6, text(&"L".repeat(100)));
    good(
        "longest",
        "All sections, the latest times, the longest name.",
        &longest,
    );
    let nameless = with(4, sections(&[])).with(6, text(""));
    good(
        "nameless",
        "By somebody without a name, of no section.",
        &nameless,
    );

    common(&mut maker, SAID, RECEIVED, &fields, &desk());
    let repair = sealed(&fields);
    let mut bad = |name: &str, fault: &str, fields: &Fields| {
        let bytes = sealed(fields);
        maker.bad(name, fault, "malformed", "", &input(&bytes), input(&repair));
    };
    let early = with(3, times(noon, noon + HOUR, noon - 1));
    bad("deleted-early", "Deleted before it was given.", &early);
    let pair = list(&[uint(noon), uint(noon)]);
    bad("two-times", "Two times.", &with(3, pair));
    let descending = with(4, sections(&[2, 1]));
    bad(
        "sections-descending",
        "Sections in descending order.",
        &descending,
    );
    bad("section-twice", "A section twice.", &with(4, sections(&[2, 2])));
    bad(
        "section-16",
        "A section that does not exist.",
        &with(4, sections(&[16])),
    );
    bad("cause-0", "No cause.", &with(5, uint(0)));
    bad("cause-4", "A cause that does not exist.", &with(5, uint(4)));
    let long = with(6, text(&"L".repeat(101)));
    bad("name-too-long", "A name of 101 bytes.", &long);
    let turned = with(6, text("Lakeside\u{202e}"));
    bad(
        "name-misleads",
        "A name that turns the direction of writing.",
        &turned,
    );
}
