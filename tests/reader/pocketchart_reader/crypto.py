"""The primitives, by the names that docs/formats.md gives them."""

import hashlib
import hmac
from pathlib import Path

import nacl.bindings as sodium
import nacl.pwhash.argon2id
import zstandard
from kyber_py.ml_kem import ML_KEM_768
from nacl.exceptions import BadSignatureError, CryptoError
from nacl.signing import SigningKey, VerifyKey

from . import Refused

DICTIONARY = Path(__file__).parents[3] / "core/record/dictionary/1.zdict"
MOST_INFLATED = 17 << 20


def label(purpose: str) -> bytes:
    return b"pocketchart/v1/" + purpose.encode() + b"\0"


def hash_of(size: int, purpose: str, message: bytes, key: bytes = b"") -> bytes:
    return hashlib.blake2b(label(purpose) + message, digest_size=size, key=key).digest()


def hash256(purpose: str, message: bytes) -> bytes:
    return hash_of(32, purpose, message)


def hash128(purpose: str, message: bytes) -> bytes:
    return hash_of(16, purpose, message)


def keyed128(purpose: str, key: bytes, message: bytes) -> bytes:
    return hash_of(16, purpose, message, key)


def extract(purpose: str, material: bytes) -> bytes:
    return hmac.digest(label(purpose), material, "sha256")


def expand(key: bytes, purpose: str, context: bytes = b"") -> bytes:
    # One block of HKDF-Expand is all 32 bytes.
    return hmac.digest(key, label(purpose) + context + b"\x01", "sha256")


def public_of(seed: bytes) -> bytes:
    return bytes(SigningKey(seed).verify_key)


def is_signed(public: bytes, purpose: str, message: bytes, signature: bytes) -> bool:
    try:
        VerifyKey(public).verify(label(purpose) + message, signature)
    except (BadSignatureError, ValueError):
        return False
    return True


def unseal(key: bytes, ad: bytes, sealed: bytes, reason: str = "seal") -> bytes:
    try:
        return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed[24:], ad, sealed[:24], key)
    except (CryptoError, ValueError, TypeError) as error:
        raise Refused(reason, "does not open") from error


class Xwing:
    """X-Wing, draft-connolly-cfrg-xwing-kem: the secret half, from its seed."""

    def __init__(self, seed: bytes) -> None:
        expanded = hashlib.shake_256(seed).digest(96)
        encapsulation, self.decapsulation = ML_KEM_768.key_derive(expanded[:64])
        self.x25519 = expanded[64:]
        self.x25519_public = sodium.crypto_scalarmult_base(self.x25519)
        self.public = encapsulation + self.x25519_public

    def shared(self, ciphertext: bytes) -> bytes:
        ours = ML_KEM_768.decaps(self.decapsulation, ciphertext[:1088])
        theirs = ciphertext[1088:]
        mixed = sodium.crypto_scalarmult(self.x25519, theirs)
        return hashlib.sha3_256(ours + mixed + theirs + self.x25519_public + b"\\.//^\\").digest()

    def unseal(self, purpose: str, ad: bytes, sealed: bytes, reason: str) -> bytes:
        ciphertext, body = sealed[:1120], sealed[1120:]
        if len(ciphertext) < 1120:
            raise Refused(reason, "too short")
        key = expand(extract(purpose, self.shared(ciphertext)), purpose, ciphertext)
        return unseal(key, ad, body, reason)

    @property
    def reader(self) -> bytes:
        return hash128("reader", self.public)


class Stream:
    """Opens a sealed stream chunk by chunk."""

    def __init__(self, key: bytes, header: bytes) -> None:
        self.state = sodium.crypto_secretstream_xchacha20poly1305_state()
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(self.state, header, key)

    def pull(self, chunk: bytes, ad: bytes = b"") -> tuple[bytes, bool]:
        try:
            plain, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(self.state, chunk, ad or None)
        except (CryptoError, ValueError, RuntimeError) as error:
            raise Refused("damaged", "a chunk does not open") from error
        return plain, tag == sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL


def padme(length: int) -> int:
    if length < 2:
        return length
    exponent = length.bit_length() - 1
    unit = 1 << (exponent - exponent.bit_length())
    return -(-length // unit) * unit


def unpad(padded: bytes, reason: str = "padding") -> bytes:
    value = padded.rstrip(b"\0")
    if not value.endswith(b"\x80") or padme(len(value)) != len(padded):
        raise Refused(reason, "padding")
    return value[:-1]


def inflate(packed: bytes) -> bytes:
    if not packed:
        raise Refused("compression", "no dictionary number")
    number, frame = packed[0], packed[1:]
    if number > 1:
        raise Refused("dictionary", f"number {number}")
    if number == 0:
        if len(frame) > MOST_INFLATED:
            raise Refused("compression", "too large")
        return frame
    dictionary = zstandard.ZstdCompressionDict(DICTIONARY.read_bytes())
    opener = zstandard.ZstdDecompressor(dict_data=dictionary, format=zstandard.FORMAT_ZSTD1_MAGICLESS)
    # A streaming opener tells where the frame ends, and need not make all that a frame promises.
    reader = opener.decompressobj()
    value, rest = bytearray(), frame
    try:
        while rest and not reader.eof:
            value += reader.decompress(rest[:64])
            rest = rest[64:]
            if len(value) > MOST_INFLATED:
                raise Refused("compression", "too large")
    except zstandard.ZstdError as error:
        raise Refused("compression", str(error)) from error
    if not reader.eof or reader.unused_data or rest:
        raise Refused("compression", "not one whole frame")
    return bytes(value)


def password_key(password: str, salt: bytes, params: bytes) -> bytes:
    passes, kib = int.from_bytes(params[:4]), int.from_bytes(params[4:])
    if not (1 <= passes <= 10 and 8 <= kib <= 1 << 20):
        raise Refused("altered", "parameters out of range")
    return nacl.pwhash.argon2id.kdf(32, password.encode(), salt, passes, kib * 1024)
