"""How each format of the vectors is read: from the values of an input to what they mean."""

import hashlib
from typing import Any, Callable

import nacl.bindings as sodium

from . import Refused, health, relayed, shapes, sharing
from .backup import Backup, Words, opened_key
from .change import change_hash, entry_key
from .crypto import Xwing, expand, extract, hash128, inflate, public_of, unpad
from .replica import Envelope, Replica, welcomed
from .store import Store
from .values import SECTIONS, Payload, SectionKey, Statement, actor_of, body_of, entry_text, show_entry

KINDS = "nothing news hello have parcels pause go end want chunks served bye stop".split()


class Input:
    """The values of an input."""

    def __init__(self, values: dict) -> None:
        self.values = values

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def bytes(self, name: str) -> bytes:
        return unhex(self.values[name])

    def list(self, name: str) -> list[bytes]:
        return [unhex(it) for it in self.values[name]]

    def optional(self, name: str) -> Any:
        return unhex(self.values[name]) if name in self.values else None


def unhex(value: Any) -> bytes:
    if isinstance(value, str):
        return bytes.fromhex(value)
    return b"".join(bytes.fromhex(piece) * times for piece, times in value)


def tree(value: Any) -> Any:
    """CBOR as JSON."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, list):
        return [tree(it) for it in value]
    return value


def entry(given: Input) -> dict:
    return show_entry(shapes.decoded(given.bytes("bytes"), shapes.entry))


def acknowledgement(given: Input) -> dict:
    _, rule, version, said, about = shapes.decoded(given.bytes("bytes"), shapes.acknowledgement)
    return {"rule": rule, "version": version, "said": said.hex(), "about": [entry_text(it) for it in about]}


def reconciliation(given: Input) -> dict:
    _, answer, first, second = shapes.decoded(given.bytes("bytes"), shapes.reconciliation)
    if any(it in second for it in first):
        raise Refused("malformed", "an entry on both sides")
    return {"answer": answer, "first": [entry_text(it) for it in first], "second": [entry_text(it) for it in second]}


def payload(given: Input) -> dict:
    return Payload(given.bytes("bytes")).show()


def section_of(name: str) -> int:
    if name not in SECTIONS:
        raise Refused("section")
    return SECTIONS.index(name)


def envelope(given: Input) -> dict:
    it = Envelope(given.bytes("bytes"))
    if not it.signed_by(given.bytes("device")):
        raise Refused("signature")
    key = SectionKey(section_of(given["section"]), given.bytes("key"))
    if key.id != it.key:
        raise Refused("key")
    header = {"key": it.key, "document": it.document, "feed": it.feed, "prev": it.prev}
    shown = {name: value.hex() for name, value in header.items()} | {"seq": it.seq}
    return {"header": shown, "hash": it.hash.hex(), "payload": it.open(key).show()}


def statement(given: Input) -> dict:
    return Statement(given.bytes("bytes")).show()


def packet(given: Input) -> dict:
    fact = shapes.decoded(given.bytes("fact"), shapes.fact)
    _, section, commitment, _, _, packets = fact
    key = opened_key(section, commitment, packets, Xwing(given.bytes("reader_seed")))
    if key is None:
        raise Refused("packet")
    return {
        "section": SECTIONS[section],
        "id": key.id.hex(),
        "commitment": key.commitment.hex(),
        "packets": tree(packets),
    }


def key(given: Input) -> dict:
    section, secret = section_of(given["section"]), given.bytes("secret")
    if len(secret) != 32:
        raise Refused("length")
    it = SectionKey(section, secret)
    return {
        "commitment": it.commitment.hex(),
        "id": it.id.hex(),
        "envelope_key": it.envelope.hex(),
        "name_key": it.name.hex(),
        "blob_key": it.blob.hex(),
        "pseudonym": it.pseudonym(given.bytes("document")).hex(),
    }


def device(given: Input) -> dict:
    seed = given.bytes("seed")
    if len(seed) != 32:
        raise Refused("length")
    root = extract("device", seed)
    kem = Xwing(expand(root, "device-kem"))
    return {
        "sign": public_of(expand(root, "device-sign")).hex(),
        "exchange": x25519_public(expand(root, "device-exchange")).hex(),
        "kem": kem.public.hex(),
        "reader": kem.reader.hex(),
    }


def x25519_public(seed: bytes) -> bytes:
    return sodium.crypto_scalarmult_base(hashlib.blake2b(seed, digest_size=32).digest())


def words(given: Input) -> dict:
    it = Words(given["text"])
    return {
        "identity_seed": it.identity_seed.hex(),
        "identity": it.identity.hex(),
        "record": hash128("record", it.identity).hex(),
        "recovery": it.recovery.public.hex(),
        "reader": it.recovery.reader.hex(),
    }


def names(given: Input) -> dict:
    if "entry_id" in given.values:
        return entry_id(given["entry_id"])
    actor = actor_of(given.bytes("device"), given.bytes("document"), given.bytes("incarnation"))
    body_hash, size = body_of(given.bytes("body"))
    return {
        "actor": actor.hex(),
        "feed": actor[:8].hex(),
        "key": entry_key(actor[:8], given["counter"]),
        "record": hash128("record", given.bytes("identity")).hex(),
        "body": [body_hash.hex(), size],
    }


def entry_id(typed: str) -> dict:
    parts = typed.split(".")
    sizes = [32, 16, None, 32]
    if len(parts) != 4 or any(size and len(part) != size for part, size in zip(parts, sizes)):
        raise Refused("entry-id")
    try:
        document, feed, entry_hash = (bytes.fromhex(parts[at]) for at in (0, 1, 3))
        counter = int(parts[2])
    except ValueError as error:
        raise Refused("entry-id", str(error)) from error
    return {
        "document": document.hex(),
        "feed": feed.hex(),
        "counter": counter,
        "hash": entry_hash.hex(),
        "key": entry_key(feed, counter),
    }


def change(given: Input) -> dict:
    change, max_op = change_hash(
        given.bytes("actor"),
        given["seq"],
        given["start_op"],
        given["time"],
        given.list("follows"),
        given["first"],
        given.list("scalars"),
    )
    return {"hash": change.hex(), "max_op": max_op}


def padding(given: Input) -> dict:
    return {"value": unpad(given.bytes("padded")).hex()}


def compression(given: Input) -> dict:
    return {"bytes": inflate(given.bytes("packed")).hex()}


def message(given: Input) -> dict:
    value = shapes.decoded(given.bytes("bytes"), shapes.message)
    return {"kind": KINDS[value[0]], "value": tree(value)}


def pairing_code(given: Input) -> dict:
    value, text = sharing.code(given["text"], "pair", shapes.pairing_code)
    if not value[4] or not all(is_address(it) for it in value[4]):
        raise Refused("address")
    return {
        "key": value[2].hex(),
        "secret": value[3].hex(),
        "addresses": value[4],
        "text": text,
    }


def is_address(address: str) -> bool:
    host, _, port = address.rpartition(":")
    printable = all("!" <= it <= "~" for it in address)
    return len(address) <= 64 and printable and bool(host) and port.isdigit() and 1 <= int(port) <= 65_535


def joined(given: Input) -> Replica:
    return welcomed(given.bytes("welcome"), signing_key(given.bytes("device_seed")))


def signing_key(seed: bytes) -> bytes:
    return public_of(expand(extract("device", seed), "device-sign"))


def log(given: Input) -> dict:
    replica = joined(given)
    replica.accept_all(given.list("envelopes"))
    return {
        "record": replica.record.hex(),
        "applied": replica.applied,
        "held": replica.held,
        "forked": [feed.hex() for feed in replica.forked],
        "entries": replica.show_entries(),
    }


def base(given: Input) -> dict:
    replica = joined(given)
    head, signature, blocks = shapes.decoded(given.bytes("base"), shapes.base)
    applied = replica.accept_base(head, signature, blocks)
    document = shapes.decoded(head, shapes.base_head)[2]
    return {"document": document.hex(), "applied": applied, "entries": replica.show_entries()}


def store(given: Input) -> dict:
    if given["format"] > 1:
        raise Refused("newer")
    rows = [(space, bytes.fromhex(row_key), bytes.fromhex(value)) for space, row_key, value in given["rows"]]
    it = Store(given.bytes("header"), given["passphrase"], rows)
    if it.commit < given["seen"]:
        raise Refused("rolled-back")
    replica, identity = it.replica()
    return {
        "commit": it.commit,
        "record": identity[0].hex(),
        "author": identity[2].hex(),
        "device": signing_key(identity[5]).hex(),
        "rows": len(rows),
        "entries": replica.show_entries(),
    }


def backup(given: Input) -> dict:
    it = Backup(given.bytes("bytes"), Words(given["words"]))
    return {
        "record": it.replica.record.hex(),
        "applied": it.replica.applied,
        "packed": it.packed,
        "bodies": it.bodies,
        "entries": it.replica.show_entries(),
    }


def card(given: Input) -> dict:
    return sharing.card(sharing.card_text(given["text"]) if "text" in given.values else given.bytes("bytes"))


def grant_keys(given: Input) -> dict:
    return sharing.grant_keys(given.bytes("root"), given["number"], given.values.get("passcode"))


def grant_bundle(given: Input) -> dict:
    passcode = given.values.get("passcode")
    return relayed.bundle(given["code"], given.bytes("half"), given.bytes("bundle"), passcode)


def grant_arrival(given: Input) -> dict:
    redeemer = [given.bytes(name) for name in ("exchange", "sign", "kem")]
    return relayed.arrival(given.bytes("bytes"), given.bytes("secret"), given.bytes("grant"), redeemer)


def notice(given: Input) -> dict:
    place, seed = given.bytes("place"), given.bytes("reader_seed")
    return relayed.notice(given.bytes("secret"), place, seed, given.bytes("packet"))


def health_card(given: Input) -> dict:
    if "file" in given.values:
        return health.card_file(given["file"])
    return health.Card(health.jws_of(given["texts"])).show()


def health_card_check(given: Input) -> dict:
    trust, revoked = given.values.get("trust"), given.values.get("revoked")
    return health.card_check(given["jws"], given["keys"], given["now"], trust, revoked)


def manifest(given: Input) -> dict:
    retry_after, most = given.values.get("retry_after"), given.values.get("embedded_max")
    return health.manifest(given["status"], given["body"], retry_after, most)


FORMATS: dict[str, Callable[[Input], dict]] = {
    "entry": entry,
    "acknowledgement": acknowledgement,
    "reconciliation": reconciliation,
    "payload": payload,
    "envelope": envelope,
    "statement": statement,
    "packet": packet,
    "key": key,
    "device": device,
    "words": words,
    "names": names,
    "change": change,
    "padding": padding,
    "compression": compression,
    "message": message,
    "pairing-code": pairing_code,
    "log": log,
    "base": base,
    "store": store,
    "backup": backup,
    "card": card,
    "digits": lambda given: sharing.digits(given["digits"]),
    "scope": lambda given: sharing.scope(given.bytes("bytes"), given.optional("within")),
    "grant": lambda given: sharing.grant(given.bytes("bytes")),
    "grant-binding": lambda given: sharing.binding(given.bytes("bytes")),
    "grant-delegation": lambda given: sharing.delegation(given.bytes("bytes")),
    "grant-revocation": lambda given: sharing.revocation(given.bytes("bytes")),
    "grant-receipt": lambda given: sharing.receipt(given.bytes("bytes")),
    "grant-deletion": lambda given: sharing.deletion(given.bytes("bytes")),
    "grant-code": lambda given: sharing.grant_code(given["text"]),
    "delegation-request": lambda given: sharing.delegation_request(given["text"]),
    "delegation-code": lambda given: sharing.delegation_code(given["text"]),
    "grant-keys": grant_keys,
    "grant-call": lambda given: sharing.grant_call(given.bytes("root"), given["number"], given.bytes("first")),
    "grant-bundle": grant_bundle,
    "grant-arrival": grant_arrival,
    "handout": lambda given: relayed.handout(given.bytes("bytes")),
    "notice": notice,
    "check-digits": lambda given: sharing.check_digits(given.bytes("handshake_hash")),
    "clock": lambda given: sharing.clock(given.optional("clock"), given["steps"]),
    "health-link": lambda given: health.link(given["text"]),
    "health-link-file": lambda given: health.link_file(given.bytes("key"), given["jwe"]),
    "manifest": manifest,
    "health-card": health_card,
    "health-card-check": health_card_check,
}
