//! Names that are worked out: actors, feeds, keys of entries, records, bodies.

use super::file::{Maker, Vector, edited};
use super::input::hex;
use super::{Format, Input, Refused, entry, fixed};
use pocketchart_record::*;
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "names",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    if input.has("entry_id") {
        let id = EntryId::from_text(input.text("entry_id")).ok_or_else(|| Refused::new("entry-id", ""))?;
        return Ok(json!({
            "document": hex(&id.document.0),
            "feed": hex(&id.feed.0),
            "counter": id.counter,
            "hash": hex(&id.hash.0),
            "key": id.key(),
        }));
    }
    let document = DocumentId(input.fixed("document"));
    let actor = actor_of(
        DeviceId(input.fixed("device")),
        document,
        Incarnation(input.fixed("incarnation")),
    );
    let body = BodyRef::of(&input.bytes("body"));
    Ok(json!({
        "actor": hex(&actor.0),
        "feed": hex(&tag_of(actor).0),
        "key": entry_key(tag_of(actor), input.uint("counter")),
        "record": hex(&record_of(AuthorId(input.fixed("identity"))).0),
        "body": [hex(&body.hash.0), body.len],
    }))
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    for (name, counter, body) in [
        ("first", 1, ""),
        ("base-36", 36 * 36 + 35, fixed::GLUCOSE),
        ("largest", u64::MAX, "{}"),
    ] {
        let input = Input::default()
            .with_bytes("device", &fixed::device("phone").id().0)
            .with_bytes("document", &fixed::document(name).0)
            .with_bytes("incarnation", &fixed::bytes::<8>(name))
            .with_bytes("identity", &fixed::author("patient").0)
            .with("counter", counter)
            .with_bytes("body", body.as_bytes());
        maker.good(name, "Names that follow from these values.", &input);
    }
    let id = entry::observation().id(fixed::document("results"), FeedTag(fixed::bytes("feed")), 812);
    let text = id.to_text();
    let input = |text: &str| Input::default().with("entry_id", text);
    maker.good(
        "entry-id",
        "An entry's name as it is typed and pasted.",
        &input(&text),
    );
    let mut bad = |name: &str, fault: &str, bytes: &[u8]| {
        let text = input(std::str::from_utf8(bytes).unwrap());
        maker.bad(name, fault, "entry-id", "", &text, input(&id.to_text()));
    };
    bad(
        "entry-id-counter",
        "The counter is no number.",
        &edited(text.as_bytes(), b".812.", b".8l2."),
    );
    bad(
        "entry-id-short",
        "A digit of the hash is missing.",
        &text.as_bytes()[..text.len() - 1],
    );
    bad(
        "entry-id-long",
        "A part too many.",
        format!("{text}.0").as_bytes(),
    );
}
