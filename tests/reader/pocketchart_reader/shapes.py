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
fact = either(
    array(only(1), fixed(32), device_public, name, uint(), uint()),
    array(only(2), fixed(1216)),
    array(only(3), fixed(32), name, many(section, 0, 16), uint(), uint()),
    array(only(4), section, fixed(32), many(fixed(8), 0, 64), uint(), many(array(fixed(16), bstr()), 0, 40)),
    array(only(5), fixed(32), uint(), many(array(fixed(8), seq, fixed(32)), 0, 1200)),
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
