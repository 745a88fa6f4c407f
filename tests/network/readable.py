"""Looks for what must not be readable: as text, as bytes, and as the usual writings of bytes."""

import base64
import re


def inside(secret, encode, bits):
    """What every writing of `secret` in base 32 or 64 has in common, at each place in a longer text where it may begin."""
    group = {6: 3, 5: 5}[bits]
    for shift in range(group):
        written = encode(bytes(shift) + secret).rstrip(b"=")
        first = -(-shift * 8 // bits)
        last = (shift + len(secret)) * 8 // bits
        yield written[first:last]


def forms(secret):
    """The writings of some bytes that are looked for; letters stand for small and large ones."""
    yield re.compile(re.escape(secret), re.IGNORECASE)
    yield re.compile(re.escape(secret.hex().encode()), re.IGNORECASE)
    yield re.compile(b"[ :-]".join(f"{byte:02x}".encode() for byte in secret), re.IGNORECASE)
    for part in inside(secret, base64.b32encode, 5):
        yield re.compile(re.escape(part), re.IGNORECASE)
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        for part in inside(secret, encode, 6):
            yield re.compile(re.escape(part))
    try:
        yield re.compile(re.escape(secret.decode().encode("utf-16-le")), re.IGNORECASE)
    except UnicodeDecodeError:
        pass


def found(secret, places):
    """How many of the places have it in any writing."""
    patterns = list(forms(secret))
    return sum(any(pattern.search(place) for pattern in patterns) for place in places)
