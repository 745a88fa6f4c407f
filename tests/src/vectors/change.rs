//! The Automerge change that an envelope's fields stand for.

use super::file::{Maker, Vector};
use super::input::hex;
use super::{Format, Input, Refused, entry, fixed};
use pocketchart_record::change::{Fields, build};
use pocketchart_record::*;
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "change",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let feed = tag_of(ActorId(input.fixed("actor")));
    let entries: Vec<(String, Vec<u8>)> = input
        .list("scalars")
        .into_iter()
        .zip(input.uint("first")..)
        .map(|(scalar, counter)| (entry_key(feed, counter), scalar))
        .collect();
    let deps = input
        .list("follows")
        .into_iter()
        .map(|hash| ChangeHash(hash.try_into().unwrap()));
    let (_, built) = build(Fields {
        actor: ActorId(input.fixed("actor")),
        seq: input.uint("seq"),
        start_op: input.uint("start_op"),
        deps: deps.collect(),
        time: input.uint("time"),
        entries: &entries,
    })
    .map_err(|_| Refused::new("no-room", ""))?;
    Ok(json!({"hash": hex(&built.hash.0), "max_op": built.max_op}))
}

fn input(seq: u64, start_op: u64, follows: &[ChangeHash], scalars: &[Vec<u8>]) -> Input {
    Input::default()
        .with_bytes("actor", &fixed::bytes::<16>("actor"))
        .with("seq", seq)
        .with("start_op", start_op)
        .with("first", start_op)
        .with("time", fixed::NOON)
        .with(
            "follows",
            follows.iter().map(|hash| hex(&hash.0)).collect::<Value>(),
        )
        .with(
            "scalars",
            scalars.iter().map(|scalar| hex(scalar)).collect::<Value>(),
        )
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let scalar = entry::observation().scalar();
    maker.good(
        "first",
        "The first change of a document.",
        &input(1, 1, &[], std::slice::from_ref(&scalar)),
    );
    let follows: Vec<ChangeHash> = (0..8).map(|number| ChangeHash([8 - number; 32])).collect();
    let several: Vec<Vec<u8>> = (0..40_usize).map(|len| scalar.repeat(1 + len % 3)).collect();
    let late = input(300, 100_000, &follows, &several);
    maker.good(
        "many",
        "40 entries of several sizes, after eight changes given in any order.",
        &late,
    );
    maker.good(
        "none",
        "No entries: a checkpoint alone.",
        &input(7, 9, &follows[..1], &[]),
    );
    let last = (1 << 31) - 2;
    let edge = input(2, last, &[], std::slice::from_ref(&scalar));
    maker.good("last-operation", "The largest number of an operation.", &edge);
    let beyond = edge.clone().with("start_op", last + 1);
    let repair = Input::default().with("start_op", last);
    maker.bad(
        "no-room",
        "One operation too many.",
        "no-room",
        "",
        &beyond,
        repair,
    );
    let zero = edge.clone().with("start_op", 0);
    maker.bad(
        "operation-0",
        "Numbers start at 1.",
        "no-room",
        "",
        &zero,
        Input::default().with("start_op", 1),
    );
}
