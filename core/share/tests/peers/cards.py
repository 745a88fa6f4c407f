"""Reads our cards with PyPI `healthcards`. It fetches an issuer's keys by itself; here it is handed ours."""

import io
import json
import sys
import urllib.request

from healthcards import parser

ours = json.load(open(sys.argv[1]))
asked = []
passed = 0


def served(url: str) -> io.BytesIO:
    asked.append(url)
    return io.BytesIO(json.dumps(ours["keys"]).encode())


urllib.request.urlopen = served


def check(name: str, right: bool) -> None:
    global passed
    if not right:
        sys.exit(f"failed: {name}")
    print(f"ok: {name}")
    passed += 1


card = parser.JWS(ours["card"])
check("the signature of our card", card.verified)
check("our keys are looked for where the specification says", asked == [ours["issuer"] + "/.well-known/jwks.json"])
entries = card.payload["vc"]["credentialSubject"]["fhirBundle"]["entry"]
check("our card's entries", [it["fullUrl"] for it in entries] == ["resource:0", "resource:1"])
check("the digits of our code", parser.decode_qr_to_jws(ours["numeric"]) == ours["card"])

head, body, signature = ours["card"].split(".")
altered = ("A" if signature[0] != "A" else "B") + signature[1:]
try:
    refused = not parser.JWS(f"{head}.{body}.{altered}").verified
except Exception:  # its JOSE library has several kinds
    refused = True
check("an altered signature is refused", refused)
print(f"{passed} passed, 0 failed, 0 skipped")
