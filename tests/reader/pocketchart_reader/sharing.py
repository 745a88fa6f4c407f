"""What is shared in person: emergency cards, grants and what is signed about them, codes, clocks."""

import hashlib
import hmac
import ipaddress
import io
import unicodedata
import zlib
from pathlib import Path
from typing import Any, Callable

import cbor2
import nacl.bindings as sodium
import nacl.pwhash.argon2id
from nacl.exceptions import CryptoError

from . import Refused, shapes
from .crypto import expand, extract, hash128, hash256, hash_of, is_signed, keyed128, label, public_of
from .values import SECTIONS

PREFIX = "pocketchart:/"
WIDTHS = [0, 3, 5, 8, 10, 13, 15, 17]
MOST_DIGITS = 4096
OPERATIONS = ["extract", "read", "append", "future"]
FLAGS = ["passcode", "notify", "delegable", "emergency"]
REASONS = ["wish", "lost", "misuse", "replaced"]
MONTH, EMERGENCY, STANDING = 30 * 24 * 60, 72 * 60, 366 * 24 * 60
MOST_STANDING_USES = 5


# Digits and codes.


def from_digits(digits: str) -> bytes:
    data = b""
    for at in range(0, len(digits), 17):
        group = digits[at : at + 17]
        if not (group.isascii() and group.isdigit()) or len(group) not in WIDTHS:
            raise Refused("damaged")
        try:
            data += int(group).to_bytes(WIDTHS.index(len(group)))
        except OverflowError as error:
            raise Refused("damaged") from error
    return data


def to_digits(data: bytes) -> str:
    groups = (data[at : at + 7] for at in range(0, len(data), 7))
    return "".join(str(int.from_bytes(group)).zfill(WIDTHS[len(group)]) for group in groups)


def digits(digits: str) -> dict:
    data = from_digits(digits)
    return {"bytes": data.hex(), "digits": to_digits(data)}


def code(text: str, kind: str, shape: shapes.Shape) -> tuple[dict, str]:
    """The value of a code of that kind, and its one text."""
    typed = "".join(text.split())
    digits = typed.removeprefix(PREFIX)
    if not typed.startswith(PREFIX) or not 1 <= len(digits) <= MOST_DIGITS:
        raise Refused("not-a-code")
    data = from_digits(digits)
    body, checksum = data[:-4], data[-4:]
    if hash128("code-checksum", body)[:4] != checksum:
        raise Refused("damaged")
    try:
        value, _ = shapes.first(body)
        if value.get(0) != 1:
            raise Refused("newer")
        if value.get(1) != kind:
            raise Refused("other-kind")
        return shapes.decoded(body, shape), PREFIX + to_digits(data)
    except Refused as refused:
        raise refused if refused.reason != "malformed" else Refused("damaged") from refused


def names(bits: int, of: list[str]) -> list[str]:
    return [name for at, name in enumerate(of) if bits >> at & 1]


def grant_code(text: str) -> dict:
    value, one_text = code(text, "grant", shapes.grant_code)
    sockets, relay = value[9], value.get(10)
    expires = value[5] + value[6]
    printable = relay is None or all("!" <= it <= "~" for it in relay)
    if expires >= 2**32 or not printable or not (sockets or relay):
        raise Refused("damaged")
    if not all(int.from_bytes(it[-2:]) for it in sockets):
        raise Refused("damaged")
    try:
        in_bounds(value[4], value[6], value[8], relay is not None)
    except Refused as refused:
        raise Refused("damaged") from refused
    secret = value[3]
    return {
        "key": value[2].hex(),
        "secret": secret.hex(),
        "bind": hash256("grant/bind", secret).hex(),
        "locator": Secrets(secret).locator.hex(),
        "flags": names(value[4], FLAGS),
        "not_before": value[5],
        "expires": expires,
        "sections": names(value[7], SECTIONS),
        "uses": value[8],
        "addresses": [socket(it) for it in sockets],
        "relay": relay,
        "text": one_text,
    }


def text_of(body: bytes) -> str:
    return PREFIX + to_digits(body + hash128("code-checksum", body)[:4])


def delegation_request(text: str) -> dict:
    value, one_text = code(text, "delegate", shapes.delegation_request)
    if any(misleads(it) for it in value[4]):
        raise Refused("damaged")
    return {"key": value[2].hex(), "origin": value[3].hex(), "name": value[4], "text": one_text}


def misleads(character: str) -> bool:
    """Whether it could make a screen show something else than was sent."""
    return (
        unicodedata.category(character) == "Cc"
        or "\u202a" <= character <= "\u202e"
        or "\u2066" <= character <= "\u2069"
        or character in "\u2028\u2029"
    )


def delegation_code(text: str) -> dict:
    value, one_text = code(text, "delegation", shapes.delegation_code)
    try:
        grant_text = grant_code(text_of(value[2]))["text"]
        signed = delegation(value[4])
    except Refused as refused:
        raise Refused("damaged") from refused
    return {"grant_code": grant_text, "origin": value[3].hex(), "text": one_text} | signed


def socket(data: bytes) -> str:
    address, port = ipaddress.ip_address(data[:-2]), int.from_bytes(data[-2:])
    return f"[{address}]:{port}" if address.version == 6 else f"{address}:{port}"


# What is signed about a grant.


def beginning(data: bytes, count: int) -> list:
    """The first keys and values of a map, whatever comes after them."""
    if not data or data[0] >> 5 != 5 or data[0] & 31 > 23:
        raise shapes.wrong("no map")
    reader = cbor2.CBORDecoder(io.BytesIO(data[1:]))
    try:
        return [reader.decode() for _ in range(2 * count)]
    except (cbor2.CBORDecodeError, ValueError) as error:
        raise shapes.wrong("cut off") from error


def signed(data: bytes, purpose: str, shape: shapes.Shape) -> dict:
    body, signature = data[:-64], data[-64:]
    if len(data) < 64 or len(body) > 16_384:
        raise shapes.wrong("length")
    key, version = beginning(body, 1)
    if key != 0 or type(version) is not int:
        raise shapes.wrong("no version")
    if version != 1:
        raise Refused("version")
    value = shapes.decoded(body, shape)
    RULES[purpose](value)
    if not is_signed(value[2], purpose, body, signature):
        raise Refused("signature")
    return value


def ascending(items: list) -> None:
    keys = [item[0] for item in items]
    if keys != sorted(set(keys)):
        raise shapes.wrong("not ascending")


def grant_rules(value: dict) -> None:
    ascending(value[6])
    in_bounds(value[9], value[5] - value[4], value[7][0], value[7][1] == 1)


def in_bounds(flags: int, life: int, uses: int, at_relay: bool) -> None:
    """How long a grant may last, and how many may redeem it."""
    standing = flags & 8 and at_relay
    most = STANDING if standing else EMERGENCY if flags & 8 else MONTH
    if not 1 <= life <= most or (standing and uses > MOST_STANDING_USES):
        raise shapes.wrong("window or uses")


def deletion_rules(value: dict) -> None:
    ascending([[section] for section in value[4]])
    if value[3][2] < value[3][0] or any(misleads(it) for it in value[6]):
        raise shapes.wrong("deletion")


RULES: dict[str, Callable[[dict], None]] = {
    "grant": grant_rules,
    "grant/binding": lambda value: None,
    "grant/delegation": lambda value: ascending(value[4]),
    "grant/revocation": lambda value: ascending(value[3]),
    "grant/receipt": lambda value: ascending(value[3]),
    "grant/deletion": deletion_rules,
    "redeem/extract": lambda value: None,
}


def show_scope(scope: list) -> dict:
    return {SECTIONS[section]: names(bits, OPERATIONS) for section, bits in scope}


def scope(data: bytes, wide: bytes | None) -> dict:
    def read(data: bytes) -> list:
        value = shapes.decoded(data, shapes.scope)
        ascending(value)
        return value

    narrow = read(data)
    shown: dict[str, Any] = {"scope": show_scope(narrow)}
    if wide is not None:
        others = read(wide)
        allowed = dict(others)
        shown["within"] = all(bits & ~allowed.get(section, 0) == 0 for section, bits in narrow)
        shown["of"] = show_scope(others)
    return shown


def grant(data: bytes) -> dict:
    it = signed(data, "grant", shapes.grant)
    shown = {
        "id": it[1].hex(),
        "issuer": it[2].hex(),
        "not_before": it[4],
        "expires": it[5],
        "scope": show_scope(it[6]),
        "uses": it[7][0],
        "counted_by": ["issuer", "relay"][it[7][1]],
        "nonce": it[8].hex(),
        "flags": names(it[9], FLAGS),
        "bind": it[10].hex(),
    }
    return shown | ({"audience": it[3].hex()} if 3 in it else {})


def binding(data: bytes) -> dict:
    it = signed(data, "grant/binding", shapes.binding)
    redeemer = dict(zip(["exchange", "sign", "kem"], (part.hex() for part in it[3])))
    return {"grant": it[1].hex(), "issuer": it[2].hex()} | redeemer


def delegation(data: bytes) -> dict:
    it = signed(data, "grant/delegation", shapes.delegation)
    shown = {"grant": it[1].hex(), "delegator": it[2].hex(), "delegate": it[3].hex()}
    return shown | {"scope": show_scope(it[4]), "expires": it[5]}


def revocation(data: bytes) -> dict:
    it = signed(data, "grant/revocation", shapes.grant_revocation)
    seen = [[feed.hex(), seq, head.hex()] for feed, seq, head in it[3]]
    return {"grant": it[1].hex(), "issuer": it[2].hex(), "seen": seen, "reason": REASONS[it[4] - 1]}


def receipt(data: bytes) -> dict:
    it = signed(data, "grant/receipt", shapes.receipt)
    received = [[SECTIONS[section], entries, size] for section, entries, size in it[3]]
    shown = {"grant": it[1].hex(), "redeemer": it[2].hex(), "received": received}
    return shown | {"audit_number": it[4][0], "audit_head": it[4][1].hex()}


def deletion(data: bytes) -> dict:
    it = signed(data, "grant/deletion", shapes.deletion)
    since, until, deleted = it[3]
    shown = {"grant": it[1].hex(), "redeemer": it[2].hex(), "since": since, "until": until, "deleted": deleted}
    cause = ["time-is-over", "closed", "withdrawn"][it[5] - 1]
    return shown | {"sections": [SECTIONS[section] for section in it[4]], "cause": cause, "name": it[6]}


# The secrets of a grant, and a session's first message.


def x25519_secret(seed: bytes) -> bytes:
    return hashlib.blake2b(seed, digest_size=32).digest()


class Secrets:
    """What follows from the secret in a code."""

    def __init__(self, secret: bytes) -> None:
        self.key = extract("grant/secret", secret)
        self.psk = expand(self.key, "grant/psk")
        self.locator = expand(self.key, "grant/locator")[:16]

    def passcode(self, passcode: str) -> tuple[bytes, bytes]:
        salt = expand(self.key, "grant/salt")[:16]
        stretched = nacl.pwhash.argon2id.kdf(32, passcode.encode(), salt, 3, 64 << 20)
        verifier = hash_of(32, "grant/passcode", stretched, expand(self.key, "grant/verifier"))
        return stretched, verifier


class Numbered:
    """The secrets of a device's grant of that number."""

    def __init__(self, root: bytes, number: int) -> None:
        if len(root) != 32:
            raise Refused("length")
        start, context = extract("grant/root", root), number.to_bytes(8)
        self.secret = expand(start, "grant/code", context)
        self.exchange = x25519_secret(expand(start, "grant/exchange", context))
        self.revocation = public_of(expand(start, "grant/revoke", context))


def grant_keys(root: bytes, number: int, passcode: str | None) -> dict:
    keys = Numbered(root, number)
    secrets = Secrets(keys.secret)
    shown = {
        "exchange": sodium.crypto_scalarmult_base(keys.exchange).hex(),
        "revocation": keys.revocation.hex(),
        "bind": hash256("grant/bind", keys.secret).hex(),
        "locator": secrets.locator.hex(),
    }
    if passcode is not None:
        stretched, verifier = secrets.passcode(passcode)
        shown |= {"passcode": stretched.hex(), "verifier": verifier.hex()}
    return shown


class Noise:
    """The called side of Noise_IKpsk1_25519_ChaChaPoly_BLAKE2b, as far as the first message."""

    NAME = b"Noise_IKpsk1_25519_ChaChaPoly_BLAKE2b"

    def __init__(self, prologue: bytes, secret: bytes) -> None:
        self.hash = self.chain = self.NAME.ljust(64, b"\0")
        self.secret = secret
        self.mix_hash(prologue)
        self.mix_hash(sodium.crypto_scalarmult_base(secret))

    def mix_hash(self, data: bytes) -> None:
        self.hash = hashlib.blake2b(self.hash + data).digest()

    def parts(self, material: bytes, count: int) -> list[bytes]:
        """HKDF of the Noise framework: each part is made from the one before."""
        start = hmac.digest(self.chain, material, "blake2b")
        made = [b""]
        for number in range(1, count + 1):
            made.append(hmac.digest(start, made[-1] + bytes([number]), "blake2b"))
        return made[1:]

    def mix_key(self, material: bytes) -> None:
        self.chain, key = self.parts(material, 2)
        self.key, self.nonce = key[:32], 0

    def agree(self, theirs: bytes) -> None:
        try:
            self.mix_key(sodium.crypto_scalarmult(self.secret, theirs))
        except (RuntimeError, ValueError) as error:
            raise Refused("refused", "weak key") from error

    def opened(self, sealed: bytes) -> bytes:
        nonce = bytes(4) + self.nonce.to_bytes(8, "little")
        try:
            plain = sodium.crypto_aead_chacha20poly1305_ietf_decrypt(sealed, self.hash, nonce, self.key)
        except (CryptoError, ValueError, TypeError) as error:
            raise Refused("refused", "does not open") from error
        self.nonce += 1
        self.mix_hash(sealed)
        return plain

    def first(self, message: bytes, psk: bytes) -> bytes:
        """The static key of who calls."""
        ephemeral, static, payload = message[:32], message[32:80], message[80:]
        if len(ephemeral) < 32 or len(payload) < 16:
            raise Refused("refused", "too short")
        self.mix_hash(ephemeral)
        self.mix_key(ephemeral)
        self.agree(ephemeral)
        caller = self.opened(static)
        self.agree(caller)
        self.chain, mixed, key = self.parts(psk, 3)
        self.mix_hash(mixed)
        self.key, self.nonce = key[:32], 0
        if self.opened(payload):
            raise Refused("refused", "a payload")
        return caller


def grant_call(root: bytes, number: int, first: bytes) -> dict:
    keys = Numbered(root, number)
    secrets = Secrets(keys.secret)
    knock, message = first[:16], first[16:]
    if keyed128("grant/knock", expand(secrets.psk, "grant/knock"), message) != knock:
        raise Refused("not-for-us")
    if len(message) > 1024:
        raise Refused("too-long")
    noise = Noise(label("grant/session") + secrets.locator, keys.exchange)
    return {"redeemer": noise.first(message, secrets.psk).hex()}


def check_digits(handshake_hash: bytes) -> dict:
    if len(handshake_hash) != 64:
        raise Refused("length")
    number = int.from_bytes(expand(extract("check", handshake_hash), "check")) % 1_000_000
    return {"number": number, "shown": f"{number // 1000:03} {number % 1000:03}"}


# The emergency card.

CARD_DICTIONARY = Path(__file__).parents[3] / "core/share/dictionary/card-1.bin"
MOST_CARD, MOST_CONTENT = 1686, 8192
CARD_SECTIONS = "allergies medicines conditions blood-group implants pregnancy languages directives".split()
SEVERITIES = [None, "mild", "moderate", "severe"]
SYSTEMS = [
    "http://snomed.info/sct",
    "http://www.nlm.nih.gov/research/umls/rxnorm",
    "http://loinc.org",
    "http://hl7.org/fhir/sid/icd-10-cm",
    "http://hl7.org/fhir/sid/icd-10",
    "http://www.whocc.no/atc",
    "http://hl7.org/fhir/sid/ndc",
    "http://hl7.org/fhir/sid/cvx",
    "urn:ietf:bcp:47",
    "http://fdasis.nlm.nih.gov",
    "http://terminology.hl7.org/CodeSystem/consentcategorycodes",
    "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips",
]


def card_text(text: str) -> bytes:
    typed = "".join(text.split())
    if typed.startswith(PREFIX):
        digits = typed.removeprefix(PREFIX)
    elif typed.startswith(("https://", "http://")) and "#" in typed:
        digits = typed.rpartition("#")[2]
    else:
        raise Refused("not-a-card")
    if not 1 <= len(digits) <= MOST_DIGITS:
        raise Refused("not-a-card")
    try:
        return from_digits(digits)
    except Refused as refused:
        raise Refused("altered") from refused


def card(data: bytes) -> dict:
    try:
        if len(data) > MOST_CARD:
            raise Refused("not-a-card")
        _, version, _, kind = beginning(data, 2)
        if kind != "card":
            raise Refused("not-a-card")
        if version != 1:
            raise Refused("newer")
        flags, dictionary = beginning(data, 4)[5::2]
    except Refused as refused:
        raise refused if refused.reason != "malformed" else Refused("not-a-card") from refused
    if flags != 0 or dictionary != 1:
        raise Refused("newer")
    words = CARD_DICTIONARY.read_bytes()
    try:
        head = shapes.decoded(data[:-64], shapes.card)
        if not is_signed(head[7], "card", hash256("card-dictionary", words) + data[:-64], data[-64:]):
            raise Refused("altered", "signature")
        content = shapes.decoded(inflated(head[8], words), shapes.card_content)
        return show_card(head, content, data)
    except Refused as refused:
        raise Refused("altered", refused.reason) from refused


def inflated(body: bytes, words: bytes) -> bytes:
    opener = zlib.decompressobj(-15, zdict=words)
    try:
        content = opener.decompress(body, MOST_CONTENT + 1)
    except zlib.error as error:
        raise Refused("altered", str(error)) from error
    if len(content) > MOST_CONTENT or not opener.eof or opener.unused_data:
        raise Refused("altered", "not one whole body")
    return content


def show_card(head: dict, content: dict, data: bytes) -> dict:
    sections = {
        name: [show_entry(entry) for entry in content[key]] for key, name in enumerate(CARD_SECTIONS, 2) if key in content
    }
    contacts = content.get(10, [])
    return {
        "issued": head[4],
        "review_by": head[5],
        "serial": head[6].hex(),
        "key": head[7].hex(),
        "name": content.get(0),
        "born": content.get(1),
        "sections": sections,
        "contacts": [{"name": it[0], "relation": it.get(1), "phone": it.get(2)} for it in contacts],
        "text": PREFIX + to_digits(data),
    }


def show_entry(entry: dict) -> dict:
    system = SYSTEMS[entry[1] - 1] if 1 in entry else entry.get(2)
    code = str(entry[3]) if 3 in entry else entry.get(4)
    if (system is None) != (code is None) or {1, 2} <= entry.keys() or {3, 4} <= entry.keys():
        raise shapes.wrong("half a code")
    if entry.get(2) in SYSTEMS or is_number(entry.get(4)):
        raise shapes.wrong("a code that has a number")
    marks = entry.get(7, 0)
    return {
        "text": entry[0],
        "system": system,
        "code": code,
        "detail": entry.get(5),
        "severity": SEVERITIES[entry.get(6, 0)],
        "high_risk": bool(marks & 1),
        "disputed": bool(marks & 2),
        "none_known": bool(marks & 4),
    }


def is_number(code: str | None) -> bool:
    plain = code is not None and code.isascii() and code.isdigit() and str(int(code)) == code
    return plain and int(code or "0") < 2**64


# The effective clock.

DAY = 24 * 3600 * 1000
EARLIEST = 1_767_225_600_000
DOUBTS = [None, "behind", "ahead", "rewound"]


class Clock:
    """The time that grants are judged by."""

    def __init__(self, latest: int, running: int, anchor: dict, doubt: str | None) -> None:
        self.latest, self.running, self.anchor, self.doubt = latest, running, anchor, doubt

    @classmethod
    def of(cls, data: bytes) -> "Clock":
        _, latest, running, wall, boot, since, doubt = shapes.decoded(data, shapes.clock)
        return cls(latest, running, {"wall": wall, "boot": boot.hex(), "running": since}, DOUBTS[doubt])

    @classmethod
    def confirmed(cls, reading: dict) -> "Clock":
        if reading["wall"] < EARLIEST:
            raise Refused("behind")
        return cls(reading["wall"], reading["running"], reading, None)

    def data(self) -> bytes:
        start = self.anchor
        kept = [1, self.latest, self.running, start["wall"], bytes.fromhex(start["boot"]), start["running"]]
        return shapes.written([*kept, DOUBTS.index(self.doubt)])

    def read(self, reading: dict) -> int:
        if self.doubt:
            raise Refused(self.doubt)
        wall, running = reading["wall"], reading["running"]
        known = expected = self.latest
        started_anew = reading["boot"] != self.anchor["boot"]
        if not started_anew:
            if running < max(self.running, self.anchor["running"]):
                raise Refused("rewound")
            known += running - self.running
            expected = self.anchor["wall"] + running - self.anchor["running"]
        within_a_day(wall, expected)
        if wall + DAY < known:
            raise Refused("behind")
        self.latest, self.running = max(known, wall), running
        if started_anew:
            self.anchor = reading
        return self.latest

    def hear(self, witness: str, time: int, reading: dict) -> int:
        now = self.read(reading)
        if witness == "clinic":
            return now
        try:
            within_a_day(reading["wall"], time)
        except Refused as refused:
            self.doubt = refused.reason
            raise
        self.latest = max(now, time)
        return self.latest


def within_a_day(wall: int, expected: int) -> None:
    if wall > expected + DAY:
        raise Refused("ahead")
    if wall + DAY < expected:
        raise Refused("behind")


def clock(kept: bytes | None, steps: list[dict]) -> dict:
    it = Clock.of(kept) if kept is not None else None
    answers: list[Any] = []
    for number, step in enumerate(steps, 1):
        reading = {name: step[name] for name in ("wall", "boot", "running")}
        try:
            if step["do"] == "confirm":
                it = Clock.confirmed(reading)
                answers.append(reading["wall"])
            elif step["do"] == "read":
                answers.append(it.read(reading))
            else:
                answers.append(it.hear(step["do"], step["time"], reading))
        except Refused as refused:
            if number == len(steps):
                raise
            answers.append(refused.reason)
    return {"answers": answers, "clock": it.data().hex()}
