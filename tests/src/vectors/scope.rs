//! Scopes: what a grant opens.

use super::fields::{list, uint};
use super::file::{Maker, Vector};
use super::{Format, Input, Refused};
use pocketchart_record::Section;
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_share::grant::{Operations, Scope};
use serde_json::{Map, Value, json};

pub(super) const FORMAT: Format = Format {
    name: "scope",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let scope: Scope = from_bytes(&input.bytes("bytes")).map_err(|_| Refused::new("malformed", ""))?;
    let mut meaning = json!({"scope": shown(&scope)});
    if input.has("within") {
        let wide: Scope = from_bytes(&input.bytes("within")).map_err(|_| Refused::new("malformed", ""))?;
        meaning["within"] = json!(scope.is_within(&wide));
        meaning["of"] = shown(&wide);
    }
    Ok(meaning)
}

/// Names of operations, by section.
pub(super) fn shown(scope: &Scope) -> Value {
    let names = |operations: Operations| {
        let names = operations
            .iter_names()
            .map(|(name, _)| json!(name.to_lowercase()));
        names.collect::<Value>()
    };
    let sections: Map<String, Value> = scope
        .iter()
        .map(|(section, operations)| (section.name().to_owned(), names(operations)))
        .collect();
    Value::Object(sections)
}

/// Any sections with any operations, in any order.
pub(super) fn raw(sections: &[(u64, u64)]) -> Vec<u8> {
    let items: Vec<_> = sections
        .iter()
        .map(|(section, operations)| list(&[uint(*section), uint(*operations)]))
        .collect();
    list(&items)
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let input = |bytes: &[u8]| Input::default().with_bytes("bytes", bytes);
    let one = to_bytes(&Scope::new([(Section::Allergies, Operations::EXTRACT)]).unwrap());
    let whole = to_bytes(&Scope::new(Section::ALL.map(|section| (section, Operations::all()))).unwrap());
    let several = raw(&[(0, 2), (1, 3), (9, 4), (15, 12)]);
    maker.good("one", "One section, one operation.", &input(&one));
    maker.good("whole", "All sections, all operations.", &input(&whole));
    maker.good("several", "Four sections, each with its own.", &input(&several));
    let mut within = |name: &str, about: &str, narrow: &[u8], wide: &[u8]| {
        maker.good(name, about, &input(narrow).with_bytes("within", wide));
    };
    within("part", "Part of another.", &one, &several);
    within("itself", "Part of itself.", &several, &several);
    within("other-section", "A section more.", &several, &one);
    within(
        "other-operation",
        "An operation more.",
        &raw(&[(0, 3)]),
        &raw(&[(0, 2), (1, 15)]),
    );

    let good = raw(&[(0, 2), (1, 3)]);
    let mut bad = |name: &str, fault: &str, bytes: &[u8]| {
        maker.bad(name, fault, "malformed", "", &input(bytes), input(&good));
    };
    bad("empty", "No section.", &raw(&[]));
    bad(
        "no-operation",
        "A section with nothing to do.",
        &raw(&[(0, 2), (1, 0)]),
    );
    bad(
        "operation-16",
        "An operation that does not exist.",
        &raw(&[(0, 2), (1, 16)]),
    );
    bad(
        "section-16",
        "A section that does not exist.",
        &raw(&[(0, 2), (16, 1)]),
    );
    bad("order", "Sections in descending order.", &raw(&[(1, 3), (0, 2)]));
    bad("twice", "A section twice.", &raw(&[(0, 2), (0, 3)]));
    let three = list(&[list(&[uint(0), uint(2), uint(0)])]);
    bad("three-items", "A section with three items.", &three);
    let long = [&[0x82, 0x82, 0, 0x18, 2][..], &[0x82, 1, 3]].concat();
    bad("integer-long", "An integer longer than it need be.", &long);
    bad("trailing-byte", "One byte after it.", &[&good[..], &[0]].concat());
}
