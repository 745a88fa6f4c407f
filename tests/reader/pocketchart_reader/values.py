"""What values mean, in the words that vectors use."""

from typing import Any

from . import Refused, shapes
from .crypto import hash256, hash128, is_signed, keyed128, expand, hash_of

SECTIONS = (
    "profile allergies medications problems immunizations results vitals procedures encounters notes documents "
    "care-plan sensitive coverage check-ins messages"
).split()
ACTS = ["correct", "retract", "confirm", "dispute", "resolve"]
VERDICTS = ["admitted", "held"]
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
MOST_CHANGE = 65_536


def entry_text(entry_id: list) -> str:
    document, feed, counter, entry_hash = entry_id
    return f"{document.hex()}.{feed.hex()}.{counter}.{entry_hash.hex()}"


def entry_hash(entry: dict) -> bytes:
    return hash256("entry", shapes.written(entry))[:16]


def show_entry(entry: dict) -> dict:
    """An entry's scalar, decoded."""
    shown = {"kind": entry[1], "recorded": entry[2], "hash": entry_hash(entry).hex()}
    if 3 in entry:
        shown["body"] = {"hash": entry[3][0].hex(), "len": entry[3][1]}
    if 4 in entry:
        shown["supersedes"] = [entry_text(it) for it in entry[4]]
    if 5 in entry:
        shown["act"] = ACTS[entry[5] - 1]
    if 6 in entry:
        shown["reason"] = entry[6]
    if 7 in entry:
        shown["source"] = entry[7]
    if 8 in entry:
        shown["media"] = entry[8]
    if 9 in entry:
        feed, seq, envelope, verdict, received, authority = entry[9]
        shown["admission"] = {
            "feed": feed.hex(),
            "seq": seq,
            "hash": envelope.hex(),
            "verdict": VERDICTS[verdict - 1],
            "received": received,
        }
        if authority:
            shown["admission"]["authority"] = authority.hex()
    return shown


def body_of(data: bytes) -> list:
    return [hash256("body", data), len(data)]


class Payload:
    """What an envelope carries, with the entries made whole again."""

    def __init__(self, data: bytes) -> None:
        self.take(shapes.decoded(data, shapes.payload))

    @classmethod
    def of(cls, value: dict) -> "Payload":
        payload = cls.__new__(cls)
        payload.take(value)
        return payload

    def take(self, value: dict) -> None:
        self.time, self.bodies, sent = value[0], value[1], value[2]
        self.deps, self.opening, self.checkpoint = value.get(3, []), value.get(4), value.get(5)
        refs = [body_of(body) for body in self.bodies]
        if sum(len(shapes.written(it)) for it in sent) > MOST_CHANGE:
            raise shapes.wrong("change too large")
        self.entries = [self.whole(it, refs) for it in sent]

    def whole(self, sent: dict, refs: list) -> dict:
        if sent.get(2) == self.time:
            raise shapes.wrong("a time that is to be left out")
        entry = {0: 1, 1: sent[0], 2: sent.get(2, self.time)}
        body = sent.get(1)
        if type(body) is int:
            if body >= len(refs) or refs.index(refs[body]) != body:
                raise shapes.wrong("body number")
            entry[3] = refs[body]
        elif body is not None:
            if body in refs:
                raise shapes.wrong("a body that is inside, by its hash")
            entry[3] = body
        return entry | {key: it for key, it in sent.items() if key >= 4}

    def body(self, entry: dict) -> bytes | None:
        return next((body for body in self.bodies if body_of(body) == entry.get(3)), None)

    def show(self) -> dict:
        shown: dict[str, Any] = {
            "time": self.time,
            "bodies": [body.hex() for body in self.bodies],
            "entries": [show_entry(entry) for entry in self.entries],
        }
        if self.deps:
            shown["deps"] = [[feed.hex(), seq, change.hex()] for feed, seq, change in self.deps]
        if self.opening:
            document, record, section, author, incarnation, authority = self.opening
            shown["opening"] = {
                "document": document.hex(),
                "record": record.hex(),
                "section": SECTIONS[section],
                "author": author.hex(),
                "incarnation": incarnation.hex(),
                "authority": authority.hex(),
            }
        if self.checkpoint:
            seq, envelope, change, signature = self.checkpoint
            shown["checkpoint"] = {
                "seq": seq,
                "envelope": envelope.hex(),
                "change": change.hex(),
                "signature": signature.hex(),
            }
        return shown


KINDS = [
    "certificate",
    "recovery",
    "permission",
    "key",
    "revocation",
    "access",
    "access-end",
    "succession",
    "proxy",
    "proxy-end",
]
ROLES = ["view", "manage", "emergency"]
# Profile, allergies, medications, problems, procedures.
EMERGENCY = {0, 1, 2, 3, 7}


def shown_heads(heads: list) -> list:
    return [[feed.hex(), seq, head.hex()] for feed, seq, head in heads]


def shown_sections(sections: list) -> list:
    return [SECTIONS[it] for it in sections]


class Statement:
    """A signed fact."""

    def __init__(self, data: bytes) -> None:
        if len(data) > 65_536:
            raise shapes.wrong("statement too large")
        _, self.record, self.signer, self.fact, signature = shapes.decoded(data, shapes.statement)
        self.id = hash256("statement", data)
        stated = shapes.written([self.record, self.signer, self.fact])
        if not is_signed(self.signer, "statement", stated, signature):
            raise Refused("signature")
        self.check_sections()

    def check_sections(self) -> None:
        lists = []
        match self.fact:
            case [6, _, _, _, _, read, later, append, *_]:
                lists = [read, later, append]
                if not set(later) <= set(read):
                    raise shapes.wrong("read later, and not at all")
            case [9, _, _, role, sections, *_]:
                lists = [sections]
                if role == 3 and not set(sections) <= EMERGENCY:
                    raise shapes.wrong("beyond an emergency")
        for sections in lists:
            if any(one >= other for one, other in zip(sections, sections[1:])):
                raise shapes.wrong("order of sections")

    @property
    def kind(self) -> str:
        return KINDS[self.fact[0] - 1]

    def show(self) -> dict:
        shown: dict[str, Any] = {
            "id": self.id.hex(),
            "record": self.record.hex(),
            "signer": self.signer.hex(),
            "says": self.kind,
        }
        match self.fact:
            case [1, author, [sign, exchange, kem], name, created, not_after]:
                device = {"sign": sign.hex(), "exchange": exchange.hex(), "kem": kem.hex()}
                shown |= {"author": author.hex(), "device": device, "name": name}
                shown |= {"created": created, "not_after": not_after}
            case [2, kem]:
                shown["kem"] = kem.hex()
            case [3, author, name, sections, not_before, not_after]:
                shown |= {"author": author.hex(), "name": name, "sections": shown_sections(sections)}
                shown |= {"not_before": not_before, "not_after": not_after}
            case [4, section, commitment, parents, created, packets, *writer]:
                shown |= {"section": SECTIONS[section], "commitment": commitment.hex(), "key": commitment[:8].hex()}
                shown |= {"parents": [it.hex() for it in parents], "created": created}
                shown["packets"] = [[reader.hex(), sealed.hex()] for reader, sealed in packets]
                if writer:
                    shown["writer"] = writer[0].hex()
            case [5, device, revoked, heads]:
                shown |= {"device": device.hex(), "revoked": revoked, "heads": shown_heads(heads)}
            case [6, grant, author, device, name, read, later, append, made, not_before, not_after]:
                shown |= {"grant": grant.hex(), "author": author.hex(), "device": device.hex(), "name": name}
                shown |= {"read": shown_sections(read), "later": shown_sections(later)}
                shown |= {"append": shown_sections(append), "made": made}
                shown |= {"not_before": not_before, "not_after": not_after}
            case [7, grant, author, ended, heads]:
                shown |= {"grant": grant.hex(), "author": author.hex(), "ended": ended, "heads": shown_heads(heads)}
            case [8, old, new, created, revoked, heads, witness, _, _]:
                shown |= {"old": old.hex(), "new": new.hex(), "created": created, "witness": witness.hex()}
                shown |= {"revoked": [it.hex() for it in revoked], "heads": shown_heads(heads)}
            case [9, author, name, role, sections, created, not_after]:
                shown |= {"author": author.hex(), "name": name, "role": ROLES[role - 1]}
                shown |= {"sections": shown_sections(sections), "created": created, "not_after": not_after}
            case [10, author, ended, heads]:
                shown |= {"author": author.hex(), "ended": ended, "heads": shown_heads(heads)}
        return shown


class SectionKey:
    """A section key and what is derived from it."""

    def __init__(self, section: int, secret: bytes) -> None:
        self.section, self.secret = section, secret
        self.commitment = hash_of(32, "commit", bytes([section]), secret)
        self.id = self.commitment[:8]
        self.envelope = expand(secret, "envelope-key")
        self.name = expand(secret, "name-key")
        self.blob = expand(secret, "blob-key")

    def pseudonym(self, document: bytes) -> bytes:
        return keyed128("pseudonym", self.name, document)


def actor_of(device: bytes, document: bytes, incarnation: bytes) -> bytes:
    return hash128("actor", device + document + incarnation)


def base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
        if not number:
            return digits
