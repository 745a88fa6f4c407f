"""The rules of docs/formats.cddl, and the one form of a value."""

import io
from typing import Any, Callable

import cbor2

from . import Refused

Shape = Callable[[Any], None]
MOST = 2**64 - 1


def wrong(what: str) -> Refused:
    return Refused("malformed", what)


def uint(low: int = 0, high: int = MOST) -> Shape:
    def check(value: Any) -> None:
        if type(value) is not int or not low <= value <= high:
            raise wrong(f"integer {low}..{high}")

    return check


def bstr(low: int = 0, high: int | None = None) -> Shape:
    def check(value: Any) -> None:
        if type(value) is not bytes or len(value) < low or (high is not None and len(value) > high):
            raise wrong(f"byte string {low}..{high}")

    return check


def fixed(size: int) -> Shape:
    return bstr(size, size)


def text(low: int, high: int | None = None) -> Shape:
    def check(value: Any) -> None:
        if type(value) is not str:
            raise wrong("text")
        size = len(value.encode())
        if size < low or (high is not None and size > high):
            raise wrong(f"text {low}..{high}")

    return check


def boolean(value: Any) -> None:
    if type(value) is not bool:
        raise wrong("truth value")


def array(*items: Shape) -> Shape:
    def check(value: Any) -> None:
        if type(value) is not list or len(value) != len(items):
            raise wrong(f"array of {len(items)}")
        for item, shape in zip(value, items):
            shape(item)

    return check


def many(item: Shape, low: int = 0, high: int | None = None) -> Shape:
    def check(value: Any) -> None:
        if type(value) is not list or len(value) < low or (high is not None and len(value) > high):
            raise wrong(f"array {low}..{high}")
        for one in value:
            item(one)

    return check


def either(*shapes: Shape) -> Shape:
    def check(value: Any) -> None:
        for shape in shapes:
            try:
                return shape(value)
            except Refused:
                continue
        raise wrong("none of the choices")

    return check


def fields(**shapes: tuple[int, Shape, bool]) -> Shape:
    by_key = {key: (shape, needed) for key, shape, needed in shapes.values()}

    def check(value: Any) -> None:
        if type(value) is not dict:
            raise wrong("map")
        for key, item in value.items():
            if type(key) is not int or key not in by_key:
                raise wrong(f"field {key}")
            by_key[key][0](item)
        for key, (_, needed) in by_key.items():
            if needed and key not in value:
                raise wrong(f"field {key} is missing")

    return check


def only(wanted: Any) -> Shape:
    def check(value: Any) -> None:
        if type(value) is not type(wanted) or value != wanted:
            raise wrong(f"{wanted!r}")

    return check


def written(value: Any) -> bytes:
    return cbor2.dumps(value, canonical=True)


def decoded(data: bytes, shape: Shape) -> Any:
    """The value, which must be well formed, of that shape, and the bytes its only form."""
    value, rest = first(data)
    if rest:
        raise wrong("bytes after the value")
    shape(value)
    if written(value) != data:
        raise wrong("not the one form of the value")
    return value


def first(data: bytes) -> tuple[Any, bytes]:
    """The first value, and the bytes after it."""
    source = io.BytesIO(data)
    try:
        value = cbor2.CBORDecoder(source).decode()
    except (cbor2.CBORDecodeError, ValueError, MemoryError, OverflowError, TypeError) as error:
        raise wrong(str(error)) from error
    return value, data[source.tell() :]


# Names of docs/formats.cddl.

seq = uint(1)
section = uint(0, 15)
note = text(0, 4096)
kind = text(1, 64)
name = text(0, 200)
none = fixed(0)
entry_id = array(fixed(16), fixed(8), uint(), fixed(16))
body_ref = array(fixed(32), uint())
source = array(note, note, note)
admission = array(fixed(8), seq, fixed(32), uint(1, 2), uint(), either(fixed(32), none))
acknowledgement = array(only(1), note, note, fixed(32), many(entry_id, 0, 64))
reconciliation = array(only(1), uint(1, 4), many(entry_id, 1, 32), many(entry_id, 1, 32))
said = {
    "supersedes": (4, many(entry_id, 1, 64), False),
    "act": (5, uint(1, 5), False),
    "reason": (6, note, False),
    "source": (7, source, False),
    "media": (8, note, False),
    "admission": (9, admission, False),
}
entry = fields(
    version=(0, only(1), True),
    kind=(1, kind, True),
    recorded=(2, uint(), True),
    body=(3, body_ref, False),
    **said,
)
header = array(only(1), fixed(8), fixed(16), fixed(8), seq, fixed(16))
dependency = array(fixed(8), seq, fixed(8))
opening = array(fixed(16), fixed(16), section, fixed(32), fixed(8), fixed(32))
checkpoint = array(seq, fixed(32), fixed(32), fixed(64))
sent_entry = fields(
    kind=(0, kind, True),
    body=(1, either(uint(), body_ref), False),
    recorded=(2, uint(), False),
    **said,
)
payload = fields(
    time=(0, uint(), True),
    bodies=(1, many(bstr(), 0, 10_000), True),
    entries=(2, many(sent_entry, 0, 10_000), True),
    deps=(3, many(dependency, 1, 8), False),
    opening=(4, opening, False),
    checkpoint=(5, checkpoint, False),
)
device_public = array(fixed(32), fixed(32), fixed(1216))
head = array(fixed(8), seq, fixed(32))
sections = many(section, 0, 16)
fact = either(
    array(only(1), fixed(32), device_public, name, uint(), uint()),
    array(only(2), fixed(1216)),
    array(only(3), fixed(32), name, many(section, 0, 16), uint(), uint()),
    array(only(4), section, fixed(32), many(fixed(8), 0, 64), uint(), many(array(fixed(16), bstr()), 0, 40)),
    array(only(4), section, fixed(32), many(fixed(8), 0, 64), uint(), many(array(fixed(16), bstr()), 0, 40), fixed(32)),
    array(only(5), fixed(32), uint(), many(head, 0, 1200)),
    array(only(6), fixed(16), fixed(32), fixed(32), name, sections, sections, sections, uint(), uint(), uint()),
    array(only(7), fixed(16), fixed(32), uint(), many(head, 0, 1200)),
    array(
        only(8),
        fixed(32),
        fixed(32),
        uint(),
        many(fixed(32), 0, 40),
        many(head, 0, 1100),
        fixed(32),
        fixed(64),
        fixed(64),
    ),
    array(only(9), fixed(32), name, uint(1, 3), sections, uint(), uint()),
    array(only(10), fixed(32), uint(), many(head, 0, 1200)),
)
statement = array(only(1), fixed(16), fixed(32), fact, fixed(64))
base = array(bstr(), fixed(64), many(bstr(), 0, 65_536))
base_announcement = array(bstr(), fixed(64))
base_feed = array(fixed(32), fixed(8), fixed(32), uint(), uint(), checkpoint)
base_head = array(
    only(1),
    fixed(16),
    fixed(16),
    section,
    fixed(32),
    fixed(8),
    many(base_feed, 0, 4096),
    many(fixed(32), 0, 65_536),
    fixed(32),
)
block_items = many(array(uint(), seq, payload))
blob_head = array(fixed(16), fixed(8), fixed(24), uint(), uint())
parcel = array(uint(0, 3), bstr())


def feed_ends(value: Any) -> None:
    if type(value) is not list or len(value) % 2 == 0 or len(value) > 17:
        raise wrong("feed ends")
    array(fixed(8), *[uint(), fixed(16)] * (len(value) // 2))(value)


def have(value: Any) -> None:
    array(many(feed_ends), many(fixed(16)))(value)
    # Both are sets: ascending, none twice.
    for part in ([ends[0] for ends in value[0]], value[1]):
        if part != sorted(set(part)):
            raise wrong("not ascending")


want = array(section, fixed(32), uint(), uint())
message = either(
    array(only(0), fixed(32)),
    array(only(1), fixed(32), fixed(16), many(parcel, 0, 100_000)),
    array(only(2), fixed(32), have),
    array(only(3), have, boolean),
    array(only(4), many(parcel, 0, 100_000)),
    array(only(5)),
    array(only(6)),
    array(only(7)),
    array(only(7), fixed(32)),
    array(only(8), many(want)),
    array(only(9), section, fixed(32), uint(), blob_head, uint(), many(bstr(), 0, 8)),
    array(only(10)),
    array(only(11)),
    array(only(12)),
)
welcome = array(fixed(32), fixed(32), many(bstr(), 0, 4096), many(array(section, fixed(32))), either(fixed(32), none))
pairing_code = fields(
    version=(0, only(1), True),
    kind=(1, only("pair"), True),
    key=(2, fixed(32), True),
    secret=(3, fixed(32), True),
    addresses=(4, many(text(0), 0, 3), True),
)
backup_item = either(
    array(only(0), parcel),
    array(only(1), section, fixed(32), uint(), blob_head, uint(), bstr()),
)
backup_chunk = many(backup_item)
store_header = array(only(1), either(fixed(8), none), fixed(16), bstr(), bstr())
digests = many(array(uint(0, 22), uint(), fixed(16)))
root_row = array(uint(), fixed(16), many(array(uint(0, 22), bstr(), uint())), digests)
identity_row = array(fixed(16), fixed(32), fixed(32), fixed(8), fixed(32), fixed(32))
log_row = either(array(fixed(32), uint(), bstr()), array(fixed(32), uint(), fixed(32), uint()))

# Sharing in person.

minutes = uint(0, 2**32 - 1)
operations = uint(1, 15)
scope = many(array(section, operations), 1, 16)
beginning = {"version": (0, only(1), True), "grant": (1, fixed(16), True), "signer": (2, fixed(32), True)}
grant = fields(
    **beginning,
    audience=(3, fixed(32), False),
    not_before=(4, minutes, True),
    expires=(5, minutes, True),
    scope=(6, scope, True),
    uses=(7, array(uint(1, 255), uint(0, 1)), True),
    nonce=(8, fixed(16), True),
    flags=(9, uint(0, 15), True),
    bind=(10, fixed(32), True),
)
binding = fields(**beginning, redeemer=(3, array(fixed(32), fixed(32), fixed(32)), True))
delegation = fields(
    **beginning,
    delegate=(3, fixed(32), True),
    scope=(4, scope, True),
    expires=(5, minutes, True),
)
grant_revocation = fields(
    **beginning,
    seen=(3, many(array(fixed(8), seq, fixed(32)), 0, 128), True),
    reason=(4, uint(1, 4), True),
)
receipt = fields(
    **beginning,
    received=(3, many(array(section, uint(), uint()), 0, 16), True),
    audit=(4, array(uint(), fixed(32)), True),
)
deletion = fields(
    **beginning,
    times=(3, array(uint(), uint(), uint()), True),
    sections=(4, sections, True),
    cause=(5, uint(1, 3), True),
    name=(6, text(0, 100), True),
)
extract = fields(**beginning, made=(3, uint(), True), content=(4, fixed(32), True))
extract_item = array(section, text(0), text(0), text(0), uint(), boolean, boolean, bstr())
extract_items = many(extract_item, 0, 100_000)
copied = array(bstr(), bstr())
entrance = array(fixed(32), array(uint(), fixed(32)), bstr())
bundled = {"grant": (1, bstr(), True), "certificate": (2, bstr(), True)}
grant_bundle = either(
    fields(version=(0, only(1), True), **bundled, copied=(3, copied, True)),
    fields(version=(0, only(2), True), **bundled, copied=(3, either(copied, array()), True), entrance=(4, entrance, True)),
)
handout = array(
    only(1), fixed(32), many(bstr(), 0, 20_000), many(array(section, fixed(32)), 0, 10_000), many(parcel, 0, 100_000)
)
arrival = array(only(1), bstr(), bstr(), fixed(32))
notice = fields(
    version=(0, only(1), True),
    person=(1, text(0, 64), True),
    grant=(2, fixed(16), True),
    wait=(3, uint(0, 65_535), True),
)
grant_code = fields(
    version=(0, only(1), True),
    kind=(1, only("grant"), True),
    key=(2, fixed(32), True),
    secret=(3, fixed(32), True),
    flags=(4, uint(0, 15), True),
    not_before=(5, minutes, True),
    life=(6, uint(1, 527_040), True),
    sections=(7, uint(1, 65_535), True),
    uses=(8, uint(1, 255), True),
    addresses=(9, many(either(fixed(6), fixed(18)), 0, 2), True),
    relay=(10, text(1, 48), False),
)
delegation_request = fields(
    version=(0, only(1), True),
    kind=(1, only("delegate"), True),
    key=(2, fixed(32), True),
    origin=(3, fixed(16), True),
    name=(4, text(0, 100), True),
)
delegation_code = fields(
    version=(0, only(1), True),
    kind=(1, only("delegation"), True),
    grant_code=(2, bstr(), True),
    origin=(3, fixed(16), True),
    delegation=(4, bstr(), True),
)
day = uint(0, 2**32 - 1)
card = fields(
    version=(0, only(1), True),
    kind=(1, only("card"), True),
    flags=(2, only(0), True),
    dictionary=(3, only(1), True),
    issued=(4, day, True),
    review_by=(5, day, True),
    serial=(6, fixed(8), True),
    key=(7, fixed(32), True),
    body=(8, bstr(), True),
)
card_entry = fields(
    text=(0, text(0), True),
    system=(1, uint(1, 12), False),
    uri=(2, text(0), False),
    number=(3, uint(), False),
    code=(4, text(0), False),
    detail=(5, text(0), False),
    severity=(6, uint(1, 3), False),
    marks=(7, uint(1, 7), False),
)
card_contact = fields(name=(0, text(0), True), relation=(1, text(0), False), phone=(2, text(0), False))
card_content = fields(
    name=(0, text(0), False),
    born=(1, text(0), False),
    contacts=(10, many(card_contact, 1), False),
    **{f"section{key}": (key, many(card_entry, 1), False) for key in range(2, 10)},
)
clock = array(only(1), uint(), uint(), uint(), fixed(16), uint(), uint(0, 3))
