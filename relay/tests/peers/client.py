"""A client of the relay, written from docs/relay.md and formats.cddl alone: client.py RELAY FOLDER_OF_NODE_MODULES."""

import base64
import hashlib
import hmac
import json
import os
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.request

import cbor2
from nacl.pwhash import argon2id
from nacl.signing import SigningKey

relay, tools = sys.argv[1:]
now = int(time.time())
checked = 0


def same(what, got, expected):
    global checked
    checked += 1
    assert got == expected, f"{what}: {got!r}, not {expected!r}"


def label(purpose):
    return b"pocketchart/v1/" + purpose.encode() + b"\0"


def blake(purpose, message, size, key=b""):
    return hashlib.blake2b(label(purpose) + message, digest_size=size, key=key).digest()


def extract(purpose, material):
    return hmac.new(label(purpose), material, hashlib.sha256).digest()


def expand(key, purpose):
    return hmac.new(key, label(purpose) + b"\1", hashlib.sha256).digest()


def text(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def encode(message):
    return cbor2.dumps(message, canonical=True)


def ask(method, path, body=None):
    request = urllib.request.Request(relay + path, data=body, method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.read()


def public(key):
    return bytes(key.verify_key)


def signed(key, purpose, target, call):
    challenge, call = ask("GET", "/challenge")[1], encode(call)
    signature = key.sign(label(purpose) + challenge + target + call).signature
    return encode({0: 1, 1: challenge, 2: call, 3: signature})


def mailbox():
    reader, writer, packet = SigningKey.generate(), os.urandom(32), os.urandom(4096)
    write_hash = blake("mailbox/write", writer, 32)
    name = blake("mailbox", public(reader) + write_hash, 16)
    at = f"/mailbox/{text(name)}"
    letter = {0: 1, 1: public(reader), 2: writer, 3: 24, 4: packet}
    same("post", ask("POST", at, encode(letter))[0], 201)

    def letters():
        read = signed(reader, "mailbox/read", name, {0: 1, 1: public(reader), 2: write_hash})
        status, body = ask("POST", f"{at}/read", read)
        return status, cbor2.loads(body)

    same("read", letters(), (200, {0: 1, 1: [packet], 2: False}))
    names = [blake("mailbox/letter", packet, 16)]
    delete = signed(reader, "mailbox/delete", name, {0: 1, 1: public(reader), 2: write_hash, 3: names})
    same("delete", ask("POST", f"{at}/delete", delete)[0], 204)
    same("read after that", letters(), (200, {0: 1, 1: [], 2: False}))


def grant():
    owner, locator, bundle = SigningKey.generate(), os.urandom(16), os.urandom(8192)
    verifier, half, token = os.urandom(32), os.urandom(32), os.urandom(16)
    at = f"/grant/{text(locator)}"
    held = {0: 1, 1: public(owner), 2: now - 60, 3: now + 600, 4: 1, 5: 10, 6: verifier, 7: half, 8: bundle}
    same("deposit", ask("PUT", at, encode(held))[0], 201)

    def take(verifier, token):
        challenge, who = ask("GET", "/challenge")[1], b"sealed"
        proof = blake("grant/take", challenge + locator + token + who, 32, verifier)
        return ask("POST", f"{at}/take", encode({0: 1, 1: challenge, 2: token, 3: proof, 4: who}))

    status, body = take(os.urandom(32), token)
    same("wrong proof", (status, cbor2.loads(body)), (401, {0: 1, 1: 9}))
    for what in ["take", "the same once more"]:
        status, body = take(verifier, token)
        same(what, (status, cbor2.loads(body)), (200, {0: 1, 1: half, 2: bundle}))
    same("one too many", take(verifier, os.urandom(16)), (404, b""))
    status, body = ask("POST", f"{at}/state", signed(owner, "grant/state", locator, {0: 1}))
    state = cbor2.loads(body)
    same("state", (status, state[1], state[2], state[3]), (200, 0, 9, False))
    same("who came", [took[1] for took in state[4]], [b"sealed"])
    same("revoke", ask("POST", f"{at}/revoke", signed(owner, "grant/end", locator, {0: 1}))[0], 204)
    same("take after that", take(verifier, token), (404, b""))


def vault():
    key, blob = SigningKey.generate(), os.urandom(4096)
    name, blob_name = blake("vault", public(key), 16), blake("vault/blob", blob, 16)
    at = f"/vault/{text(name)}"
    put = signed(key, "vault/put", name, {0: 1, 1: public(key), 2: blob, 3: []})
    same("put", ask("POST", f"{at}/put", put)[0], 201)
    listed = ask("POST", f"{at}/list", signed(key, "vault/list", name, {0: 1, 1: public(key)}))[1]
    same("list", cbor2.loads(listed), {0: 1, 1: [{0: blob_name, 1: 4096, 2: now // 86400}]})
    get = signed(key, "vault/get", name, {0: 1, 1: public(key), 2: blob_name})
    same("get", ask("POST", f"{at}/get", get), (200, blob))


def x_wing_public():
    """One to which nobody has the secret: 768 numbers below 3329 in 12 bits each, a seed, a point."""
    numbers = [secrets.randbelow(3329) for _ in range(768)]
    packed = b"".join((a | b << 12).to_bytes(3, "little") for a, b in zip(numbers[::2], numbers[1::2]))
    return packed + os.urandom(32) + bytes([9]) + bytes(31)


RESOURCE = {"resourceType": "Patient", "name": [{"family": "Peer"}], "birthDate": "1980-01-01", "gender": "female"}


def leave_link(direct, passcode=None):
    """Its owner, its path, its name, and the link as receivers get it."""
    owner, address, key = SigningKey.generate(), os.urandom(32), text(os.urandom(32))
    seal = ["node", f"{tools}/seal.mjs", key]
    jwe = subprocess.run(seal, input=json.dumps(RESOURCE), capture_output=True, text=True, check=True)
    files = [{0: 0, 1: jwe.stdout.strip()}]
    link = {0: 1, 1: public(owner), 2: x_wing_public(), 3: now + 600, 6: 3, 7: direct, 8: False, 9: b"", 10: files}
    if passcode:
        root = extract("link", address)
        salt = expand(root, "link/salt")[:16]
        slow = argon2id.kdf(32, passcode.encode(), salt, opslimit=2, memlimit=19 * 1024 * 1024)
        link[5] = blake("link/passcode", slow, 32, expand(root, "link/verifier"))
    at = f"/link/{text(address)}"
    same("link", ask("PUT", at, encode(link))[0], 201)
    payload = {"url": relay + at, "key": key, "exp": now + 600, "flag": "U" if direct else "P"}
    assert len(payload["url"]) <= 128
    return owner, at, blake("link/name", address, 16), "shlink:/" + text(json.dumps(payload).encode())


def receive(link, *more):
    opened = subprocess.run(["node", f"{tools}/open.mjs", link, *more], capture_output=True, text=True)
    return opened.stdout.strip()


def links():
    owner, at, name, link = leave_link(direct=True)
    same("direct", json.loads(receive(link)), [RESOURCE])
    owner, at, name, link = leave_link(direct=False, passcode="123456")
    same("a wrong passcode", receive(link, "0000"), "SHLInvalidPasscodeError")
    same("embedded", json.loads(receive(link, "123456")), [RESOURCE])
    same("located", json.loads(receive(link, "123456", "0")), [RESOURCE])
    asked = json.dumps({"recipient": "A clinic", "passcode": "654321"}).encode()
    same("another one", ask("POST", at, asked), (401, b'{"remainingAttempts":1}'))
    destroy = signed(owner, "link/manage", name, {0: 1, 1: [3, []]})
    status, body = ask("POST", f"{at}/manage", destroy)
    state = cbor2.loads(body)
    same("destroy", (status, state[1], state[4]), (200, False, 1))
    same("the log", [len(entry) for entry in state[6]], [1480] * 4)
    same("a link that is gone", receive(link, "123456"), "SHLManifestNotFoundError")


for service in (mailbox, grant, vault, links):
    service()
print(f"{checked} answers of the relay are as docs/relay.md says, by another client; 3 links opened and 2 refused by kill-the-clipboard")
