"""What a relay holds for somebody: the bundle of a grant, what lets its redeemer in, what the redeemer answers, and notices."""

import zlib
from typing import Any

from . import Refused, shapes, sharing
from .crypto import Xwing, expand, extract, hash128, hash256, hash_of, inflate, public_of, unpad, unseal
from .values import SECTIONS, Statement

RAW_DEFLATE = 2
MOST_CONTENT = 16 << 20
NO_PASSCODE = bytes(32)
LETS_IN = {"read", "append"}


def stripped(padded: bytes) -> bytes:
    value = padded.rstrip(b"\0")
    if not value.endswith(b"\x80"):
        raise Refused("unopened", "padding")
    return value[:-1]


def bundle(code_text: str, half: bytes, sealed: bytes, passcode: str | None) -> dict:
    code, _ = sharing.code(code_text, "grant", shapes.grant_code)
    secrets = sharing.Secrets(code[3])
    stretched = NO_PASSCODE if passcode is None else secrets.passcode(passcode)[0]
    key = hash_of(32, "grant/bundle", half + stretched, expand(secrets.key, "grant/half"))
    content = stripped(unseal(key, secrets.locator, sealed, "unopened"))
    try:
        parts = shapes.decoded(content, shapes.grant_bundle)
    except Refused as refused:
        raise Refused("unopened", str(refused)) from refused
    try:
        return checked(parts, code)
    except Refused as refused:
        raise Refused("unfit", str(refused)) from refused


def checked(parts: dict, code: dict) -> dict:
    """What a bundle holds, if it is what its code promised."""
    grant = sharing.signed(parts[1], "grant", shapes.grant)
    certificate = Statement(parts[2])
    kind, author, *said = certificate.fact
    if kind != 1 or certificate.signer != author or said[0][0] != grant[2]:
        raise Refused("certificate")
    operations = {name for it in sharing.show_scope(grant[6]).values() for name in it}
    outline = [grant[9], grant[4], grant[5] - grant[4], sum(1 << section for section, _ in grant[6]), grant[7][0]]
    if outline != [code[at] for at in range(4, 9)] or grant[7][1] != 1:
        raise Refused("another grant")
    if grant[10] != hash256("grant/bind", code[3]) or (4 in parts) != bool(operations & LETS_IN):
        raise Refused("another code")
    return {
        "grant": grant[1].hex(),
        "patient": author.hex(),
        "device": grant[2].hex(),
        "copy": copy(*parts[3], grant) if parts[3] else None,
        "entrance": entrance(parts[4]) if 4 in parts else None,
    }


def copy(head: bytes, content: bytes, grant: dict) -> dict:
    said = sharing.signed(head, "redeem/extract", shapes.extract)
    if said[1] != grant[1] or said[2] != grant[2]:
        raise Refused("another copy")
    if said[4] != hash256("redeem/extract-content", content):
        raise Refused("content")
    items = shapes.decoded(unpacked(unpad(content)), shapes.extract_items)
    return {"made": said[3], "items": [show_item(it) for it in items]}


def unpacked(packed: bytes) -> bytes:
    if packed[:1] != bytes([RAW_DEFLATE]):
        return inflate(packed)
    opener = zlib.decompressobj(-15)
    try:
        plain = opener.decompress(packed[1:], MOST_CONTENT + 1)
    except zlib.error as error:
        raise Refused("compression") from error
    if len(plain) > MOST_CONTENT or not opener.eof or opener.unused_data:
        raise Refused("compression")
    return plain


def show_item(item: list) -> dict:
    section, kind, media, author, recorded, unreconciled, disputed, body = item
    shown: dict[str, Any] = {"section": SECTIONS[section], "kind": kind, "media": media, "author": author}
    flags = {"unreconciled": unreconciled, "disputed": disputed}
    return shown | {"recorded": recorded} | flags | {"body": body.hex()}


def entrance(parts: list) -> dict:
    secret, (number, head), handed_out = parts
    shown = {"secret": secret.hex(), "audit_number": number, "audit_head": head.hex()}
    return shown | {"handout": handed_out.hex()}


def handout(data: bytes) -> dict:
    _, patient, statements, keys, parcels = shapes.decoded(data, shapes.handout)
    return {
        "patient": patient.hex(),
        "statements": [it.hex() for it in statements],
        "keys": [[SECTIONS[section], secret.hex()] for section, secret in keys],
        "parcels": [[kind, it.hex()] for kind, it in parcels],
    }


def arrival(data: bytes, secret: bytes, grant: bytes, redeemer: list[bytes]) -> dict:
    _, certificate, receipt, proof = shapes.decoded(data, shapes.arrival)
    said = shapes.written([grant, redeemer, certificate, receipt])
    if hash_of(32, "grant/arrival", said, secret) != proof:
        raise Refused("unproven")
    return {"certificate": certificate.hex(), "receipt": receipt.hex()}


def notice(secret: bytes, place: bytes, reader_seed: bytes, packet: bytes) -> dict:
    root = extract("notice/root", secret)
    proof = expand(root, "notice/proof", place)
    content = stripped(Xwing(reader_seed).unseal("notice", proof, packet, "unopened"))
    try:
        said = shapes.decoded(content, shapes.notice)
    except Refused as refused:
        raise Refused("unopened", str(refused)) from refused
    if any(sharing.misleads(it) for it in said[1]):
        raise Refused("unopened", "name")
    read_key = public_of(expand(root, "notice/read", place))
    write_hash = hash256("mailbox/write", expand(root, "notice/write", place))
    mailbox = hash128("mailbox", read_key + write_hash)
    return {"mailbox": mailbox.hex(), "person": said[1], "grant": said[2].hex(), "wait": said[3]}
