"""SMART Health Links and Cards, read as their specifications and docs/standards.md have them."""

import base64
import hashlib
import json
import re
import zlib
from typing import Any
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256

from . import Refused

FLAGS = {"L": "long-term", "P": "passcode", "U": "direct"}
CARD = "https://smarthealth.cards#health-card"
TYPES = ["application/smart-health-card", "application/fhir+json", "application/smart-api-access"]
MOST_FILE, MOST_CARD = 64 << 20, 8 << 20


class Members(dict):
    """A JSON object that remembers which members it had twice."""

    def __init__(self, pairs: list) -> None:
        super().__init__(pairs)
        names = [name for name, _ in pairs]
        self.twice = {name for name in names if names.count(name) > 1}


def members(text: str | bytes, known: set[str], reason: str) -> Members:
    """A JSON object, in which none of the known members stands twice."""
    try:
        value = json.loads(text, object_pairs_hook=Members)
    except ValueError as error:
        raise Refused(reason, str(error)) from error
    return checked(value, known, reason)


def checked(value: Any, known: set[str], reason: str) -> Members:
    if not isinstance(value, Members) or value.twice & known:
        raise Refused(reason)
    return value


def raw(text: str, name: str) -> str:
    """A member's value as written."""
    start = text.index(":", text.index(f'"{name}"')) + 1
    start += len(text[start:]) - len(text[start:].lstrip())
    _, end = json.JSONDecoder().raw_decode(text, start)
    return text[start:end]


def unbase64url(text: str, reason: str, size: int | None = None) -> bytes:
    """Strictly: no padding, one alphabet, no bits left over."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError as error:
        raise Refused(reason) from error
    if "+" in text or "/" in text or to_base64url(data) != text or size not in (None, len(data)):
        raise Refused(reason)
    return data


def to_base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def inflate(data: bytes, most: int) -> bytes:
    """Raw deflate, whole, with nothing behind it."""
    packed = zlib.decompressobj(-15)
    try:
        content = packed.decompress(data, most + 1)
    except zlib.error as error:
        raise Refused("deflate") from error
    if len(content) > most:
        raise Refused("too-large")
    if not packed.eof or packed.unused_data:
        raise Refused("deflate")
    return content


def whole(number: Any, reason: str) -> int:
    """A number of seconds; a fraction is cut off."""
    if isinstance(number, bool) or not isinstance(number, (int, float)) or number < 0:
        raise Refused(reason)
    return int(number)


def text_or_none(value: Any, reason: str) -> str | None:
    if value is not None and not isinstance(value, str):
        raise Refused(reason)
    return value


def may_be_asked(url: str) -> bool:
    if not re.fullmatch(r"[!-~]+", url) or set("#@\\") & set(url):
        return False
    parts = urlsplit(url)
    own = parts.hostname == "localhost" or re.fullmatch(r"127\.\d+\.\d+\.\d+|::1", parts.hostname or "")
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and bool(own)))


# Links.


def link(text: str) -> dict:
    text = "".join(text.split())
    if text.startswith(("https://", "http://")):
        text = text.partition("#")[2]
    if not text.startswith("shlink:/"):
        raise Refused("not-a-link")
    known = {"url", "key", "exp", "flag", "label", "v"}
    it = members(unbase64url(text.removeprefix("shlink:/"), "damaged"), known, "damaged")
    version = whole(it.get("v", 1), "damaged")
    if version != 1:
        raise Refused("newer" if version > 1 else "damaged")
    url, key = it.get("url"), it.get("key")
    if not isinstance(url, str) or not isinstance(key, str):
        raise Refused("damaged")
    if len(url) > 128:
        raise Refused("url-too-long")
    if not may_be_asked(url):
        raise Refused("url")
    secret = unbase64url(key, "key", 32)
    expires = whole(it["exp"], "damaged") if "exp" in it else None
    label, flag = text_or_none(it.get("label"), "damaged"), text_or_none(it.get("flag"), "damaged") or ""
    if label is not None and len(label) > 80:
        raise Refused("label-too-long")
    if "P" in flag and "U" in flag:
        raise Refused("passcode-on-direct")
    return {
        "url": url,
        "key": secret.hex(),
        "expires": expires,
        "flags": [name for letter, name in FLAGS.items() if letter in flag],
        "label": label,
        "patient-shared": flag == "U" and expires is not None,
    }


def content_type(media_type: str) -> str:
    essence = media_type.partition(";")[0].strip().lower()
    return essence if essence in TYPES else media_type


def link_file(key: bytes, jwe: str) -> dict:
    parts = jwe.strip().split(".")
    if len(parts) != 5 or parts[1]:
        raise Refused("not-a-file")
    header = members(unbase64url(parts[0], "not-a-file"), {"alg", "enc", "cty", "zip", "crit"}, "not-a-file")
    if "crit" in header:
        raise Refused("critical")
    if header.get("alg") != "dir" or header.get("enc") != "A256GCM" or header.get("zip") not in (None, "DEF"):
        raise Refused("algorithm")
    iv, body, tag = (unbase64url(part, "not-a-file", size) for part, size in zip(parts[2:], (12, None, 16)))
    try:
        content = AESGCM(key).decrypt(iv, body + tag, parts[0].encode())
    except InvalidTag as error:
        raise Refused("key") from error
    if header.get("zip"):
        content = inflate(content, MOST_FILE)
    if header.get("cty") is None:
        raise Refused("no-content-type")
    return {"content_type": content_type(header["cty"]), "content": content.hex()}


def manifest_file(it: Any, most: int | None) -> dict:
    known = {"contentType", "location", "embedded", "lastUpdated", "status", "fhirVersion"}
    it = checked(it, known, "malformed")
    said = {name: text_or_none(it.get(name), "malformed") for name in known}
    if said["contentType"] is None:
        raise Refused("malformed")
    if said["embedded"] is not None:
        if most is not None and len(said["embedded"]) > most:
            raise Refused("embedded-too-long")
        place = {"embedded": said["embedded"]}
    elif said["location"] is not None:
        if not may_be_asked(said["location"]):
            raise Refused("location")
        place = {"location": said["location"]}
    else:
        raise Refused("nowhere")
    return place | {
        "content_type": content_type(said["contentType"]),
        "last_updated": said["lastUpdated"],
        "status": said["status"],
        "fhir_version": said["fhirVersion"] or "4.0.1",
    }


def manifest(status: int, body: str, retry_after: str | None, most: int | None) -> dict:
    if status == 401:
        try:
            left = members(body, {"remainingAttempts"}, "malformed").get("remainingAttempts")
        except Refused:
            left = None
        return {"answer": "wrong-passcode", "remaining_attempts": left}
    if status == 404:
        return {"answer": "not-active"}
    if status == 429:
        seconds = (retry_after or "").strip()
        return {"answer": "too-many", "retry_after": int(seconds) if seconds.isdigit() else None}
    if status != 200:
        raise Refused("status")
    it = members(body, {"list", "files"}, "malformed")
    files = it.get("files")
    if not isinstance(files, list) or not isinstance(it.get("list", it), Members):
        raise Refused("malformed")
    if len(files) > 1000:
        raise Refused("too-large")
    return {
        "answer": "files",
        "files": [manifest_file(file, most) for file in files],
        "list": raw(body, "list") if "list" in it else None,
    }


# Cards.


def jws_of(texts: list[str]) -> str:
    chunks: dict[int, str] = {}
    for text in texts:
        text = "".join(text.split())
        if not text.startswith("shc:/"):
            raise Refused("not-a-card")
        parts = text.removeprefix("shc:/").split("/")
        number = 1
        if len(parts) == 3:
            if not parts[0].isdigit() or not parts[1].isdigit():
                raise Refused("damaged")
            number = int(parts[0])
            if int(parts[1]) != len(texts):
                raise Refused("chunks")
        elif len(parts) != 1:
            raise Refused("damaged")
        elif len(texts) != 1:
            raise Refused("chunks")
        if number in chunks or not 1 <= number <= len(texts):
            raise Refused("chunks")
        digits = parts[-1]
        if len(digits) % 2 or (digits and not re.fullmatch("[0-9]+", digits)):
            raise Refused("damaged")
        codes = [int(digits[at : at + 2]) for at in range(0, len(digits), 2)]
        if any(code > ord("z") - 45 for code in codes):
            raise Refused("damaged")
        chunks[number] = "".join(chr(code + 45) for code in codes)
    jws = "".join(chunks[number] for number in sorted(chunks))
    if not jws:
        raise Refused("not-a-card")
    return jws


class Card:
    """A card that was taken apart. Its signature is not checked yet."""

    def __init__(self, jws: str) -> None:
        parts = jws.split(".")
        if len(parts) != 3:
            raise Refused("damaged")
        header = members(unbase64url(parts[0], "damaged"), {"alg", "zip", "kid", "crit"}, "damaged")
        if "crit" in header:
            raise Refused("critical")
        if header.get("alg") != "ES256" or header.get("zip") != "DEF":
            raise Refused("algorithm")
        if not isinstance(header.get("kid"), str):
            raise Refused("damaged")
        self.key = header["kid"]
        self.signed, self.signature = f"{parts[0]}.{parts[1]}", unbase64url(parts[2], "damaged", 64)
        text = inflate(unbase64url(parts[1], "damaged"), MOST_CARD).decode()
        claims = members(text, {"iss", "nbf", "exp", "vc"}, "damaged")
        credential = checked(claims.get("vc"), {"type", "credentialSubject", "rid"}, "damaged")
        subject = checked(credential.get("credentialSubject"), {"fhirVersion", "fhirBundle"}, "damaged")
        self.issuer = claims.get("iss")
        if not is_issuer(self.issuer):
            raise Refused("issuer")
        self.types = credential.get("type")
        if CARD not in self.types:
            raise Refused("other-credential")
        self.rid = credential.get("rid")
        if self.rid is not None and not re.fullmatch("[A-Za-z0-9_-]{1,24}", self.rid):
            raise Refused("damaged")
        self.fhir_version = subject["fhirVersion"]
        bundle = subject.get("fhirBundle")
        if not isinstance(bundle, dict) or bundle.get("resourceType") != "Bundle":
            raise Refused("no-bundle")
        self.bundle = raw(text, "fhirBundle")
        self.not_before = whole(claims.get("nbf"), "damaged")
        self.expires = whole(claims["exp"], "damaged") if "exp" in claims else None

    def show(self) -> dict:
        return {
            "issuer": self.issuer,
            "key": self.key,
            "not_before": self.not_before,
            "expires": self.expires,
            "types": self.types,
            "fhir_version": self.fhir_version,
            "bundle": self.bundle,
        }


def is_issuer(issuer: Any) -> bool:
    plain = isinstance(issuer, str) and re.fullmatch(r"https://[!-~]+", issuer)
    return bool(plain) and not set("#?@\\") & set(issuer) and not issuer.endswith("/") and issuer[8] != "/"


def card_file(text: str) -> dict:
    cards = members(text, {"verifiableCredential"}, "not-a-card").get("verifiableCredential")
    if not isinstance(cards, list) or not 1 <= len(cards) <= 100:
        raise Refused("not-a-card")
    shown = []
    for jws in cards:
        try:
            shown.append(Card(jws).show())
        except Refused as refused:
            shown.append({"refused": refused.reason})
    return {"cards": shown}


def key_set(keys: list) -> dict[str, ec.EllipticCurvePublicKey]:
    """By their names, which have to be their thumbprints."""
    if any(key.get("d") is not None for key in keys):
        raise Refused("private-key")
    known = {}
    for key in keys:
        if key.get("kty") != "EC" or key.get("crv") != "P-256":
            continue
        x, y = (unbase64url(key[name], "keys", 32) for name in "xy")
        thumbprint = json.dumps({"crv": "P-256", "kty": "EC", "x": key["x"], "y": key["y"]}, separators=(",", ":"))
        if key.get("kid") == to_base64url(hashlib.sha256(thumbprint.encode()).digest()):
            numbers = ec.EllipticCurvePublicNumbers(int.from_bytes(x), int.from_bytes(y), ec.SECP256R1())
            known[key["kid"]] = numbers.public_key()
    return known


def is_revoked(card: Card, crl: dict) -> bool:
    if crl["kid"] != card.key:
        return False
    for rid in crl["rids"]:
        name, dot, before = rid.partition(".")
        if name == card.rid and (not dot or not before.isdigit() or card.not_before < int(before)):
            return True
    return False


def card_check(jws: str, keys: str, now: int, trust: str | None, revoked: str | None) -> dict:
    card = Card(jws)
    known = key_set(members(keys, {"keys"}, "keys")["keys"])
    crls = [json.loads(revoked)] if revoked else []
    name = None
    if trust:
        issuers = members(trust, {"issuerInfo"}, "trust")["issuerInfo"]
        addresses = [info["issuer"]["iss"] for info in issuers]
        if len(set(addresses)) != len(addresses) or not all(map(is_issuer, addresses)):
            raise Refused("trust")
        for info in issuers:
            listed = key_set(info.get("keys", []))
            if info["issuer"]["iss"] == card.issuer:
                name, known = info["issuer"].get("name", card.issuer), known | listed
                crls += info.get("crls", [])
    if card.key not in known:
        raise Refused("unknown-key")
    r, s = int.from_bytes(card.signature[:32]), int.from_bytes(card.signature[32:])
    try:
        known[card.key].verify(encode_dss_signature(r, s), card.signed.encode(), ec.ECDSA(SHA256()))
    except InvalidSignature as error:
        raise Refused("signature") from error
    if any(is_revoked(card, crl) for crl in crls):
        raise Refused("revoked")
    if card.expires is not None and card.expires <= now:
        raise Refused("expired")
    if card.not_before > now + 300:
        raise Refused("not-yet")
    return {"standing": "listed", "name": name} if name else {"standing": "patient-supplied"}
