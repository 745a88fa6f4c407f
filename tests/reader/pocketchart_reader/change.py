"""The Automerge change that an envelope stands for: a chunk of the Automerge binary format, to be hashed."""

import base64
import hashlib

from . import Refused
from .values import base36

MOST_OPERATIONS = 2**31


def uleb(number: int) -> bytes:
    out = bytearray()
    while True:
        number, low = number >> 7, number & 0x7F
        out.append(low | (0x80 if number else 0))
        if not number:
            return bytes(out)


def sleb(number: int) -> bytes:
    out = bytearray()
    while True:
        low, number = number & 0x7F, number >> 7
        done = (number == 0 and not low & 0x40) or (number == -1 and low & 0x40)
        out.append(low | (0 if done else 0x80))
        if done:
            return bytes(out)


def runs(values: list, encode) -> bytes:
    """A run-length column: runs of two and more by count and value, stretches of single ones by negative count."""
    out, at, single = b"", 0, []

    def flush() -> bytes:
        return sleb(-len(single)) + b"".join(encode(it) for it in single) if single else b""

    while at < len(values):
        count = 1
        while at + count < len(values) and values[at + count] == values[at]:
            count += 1
        if count == 1:
            single.append(values[at])
        else:
            out, single = out + flush() + sleb(count) + encode(values[at]), []
        at += count
    return out + flush()


def prefixed(data: bytes) -> bytes:
    return uleb(len(data)) + data


def entry_key(feed: bytes, counter: int) -> str:
    return base64.urlsafe_b64encode(feed).rstrip(b"=").decode() + "." + base36(counter)


def change_hash(
    actor: bytes, seq: int, start_op: int, time: int, follows: list[bytes], first: int, scalars: list[bytes]
) -> tuple[bytes, int]:
    """Hash and last operation number of the change."""
    if start_op < 1 or start_op + len(scalars) >= MOST_OPERATIONS:
        raise Refused("no-room")
    keys = [entry_key(actor[:8], first + number) for number in range(len(scalars))]
    columns = {
        0x15: runs(keys, lambda key: prefixed(key.encode())),  # key in a map
        0x34: uleb(len(scalars)),  # insert: never
        0x42: runs([1] * len(scalars), uleb),  # action: set
        0x56: runs([len(it) << 4 | 7 for it in scalars], uleb),  # value: length, and bytes
        0x57: b"".join(scalars),
        0x70: runs([0] * len(scalars), uleb),  # predecessors: none
    }
    if not scalars:
        columns = {}
    columns = {number: data for number, data in columns.items() if data}
    body = uleb(len(follows)) + b"".join(sorted(set(follows)))
    body += prefixed(actor) + uleb(seq) + uleb(start_op) + sleb(time // 1000) + prefixed(b"")
    body += uleb(0)  # other actors
    body += uleb(len(columns)) + b"".join(uleb(number) + uleb(len(data)) for number, data in columns.items())
    body += b"".join(columns.values())
    chunk = b"\x01" + prefixed(body)
    return hashlib.sha256(chunk).digest(), start_op + len(scalars) - 1
