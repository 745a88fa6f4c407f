"""Backup files."""

from mnemonic import Mnemonic

from . import Refused, shapes
from .crypto import Stream, Xwing, expand, extract, public_of
from .replica import Replica
from .values import SectionKey, Statement

LIST = Mnemonic("english")


class Words:
    """The 24 recovery words."""

    def __init__(self, typed: str) -> None:
        words = typed.lower().split()
        if len(words) != 24:
            raise Refused("count", str(len(words)))
        for word in words:
            if word not in LIST.wordlist:
                raise Refused("unknown-word", word)
        if not LIST.check(" ".join(words)):
            raise Refused("checksum")
        root = extract("root", bytes(LIST.to_entropy(words)))
        self.identity_seed = expand(root, "identity")
        self.identity = public_of(self.identity_seed)
        self.recovery = Xwing(expand(root, "recovery-kem"))


def opened_key(record_section: int, commitment: bytes, packets: list, reader: Xwing) -> SectionKey | None:
    """The section key that a key record holds for this reader."""
    for whose, sealed in packets:
        if whose == reader.reader:
            secret = reader.unseal("key-packet", commitment, sealed, "packet")
            key = SectionKey(record_section, secret)
            return key if key.commitment == commitment else None
    return None


def damaged(what: str) -> Refused:
    return Refused("damaged", what)


class Backup:
    """A backup, opened and taken in."""

    def __init__(self, data: bytes, words: Words) -> None:
        if data[:8] != b"PCBACKUP":
            raise Refused("not-a-backup")
        if data[8:9] > b"\x01":
            raise Refused("newer")
        start, sealed, header, rest = data[:25], data[25:1217], data[1217:1241], data[1241:]
        if len(sealed) < 1192:
            raise damaged("cut off")
        key = words.recovery.unseal("backup", start, sealed, "wrong-words")
        self.replica = Replica(words.identity)
        if self.replica.record != start[9:]:
            raise Refused("wrong-words")
        if len(header) < 24:
            raise damaged("cut off")
        self.words, self.packed, self.bodies = words, 0, 0
        self.announced: list = []
        last, stream = False, Stream(key, header)
        while not last:
            size = int.from_bytes(rest[:4])
            if len(rest) < 4 + size or size > 8 << 20:
                raise damaged("cut off")
            plain, last = stream.pull(rest[4 : 4 + size])
            rest = rest[4 + size :]
            self.take(plain)
        if rest or self.announced:
            raise damaged("more, or less, than there should be")

    def take(self, plain: bytes) -> None:
        try:
            items = shapes.decoded(plain, shapes.backup_chunk)
            envelopes = []
            for item in items:
                match item:
                    case [0, [0, statement]]:
                        self.learn(Statement(statement))
                    case [0, [1, envelope]]:
                        envelopes.append(envelope)
                    case [0, [2, announcement]]:
                        head, signature = shapes.decoded(announcement, shapes.base_announcement)
                        self.announced = [head, signature]
                    case [0, [3, block]]:
                        self.announced.append(block)
                        self.finish_base()
                    case [1, section, body_hash, size, head, number, chunk]:
                        self.replica.accept_all(envelopes)
                        envelopes = []
                        self.bodies += self.replica.take_chunk(section, [body_hash, size], head, number, chunk)
            self.replica.accept_all(envelopes)
        except Refused as refused:
            raise damaged(str(refused)) from refused

    def learn(self, statement: Statement) -> None:
        self.replica.learn(statement)
        if statement.kind == "key":
            _, section, commitment, _, _, packets = statement.fact
            key = opened_key(section, commitment, packets, self.words.recovery)
            if key:
                self.replica.hold(key)

    def finish_base(self) -> None:
        head, signature, *blocks = self.announced
        if len(blocks) == len(shapes.decoded(head, shapes.base_head)[7]):
            self.packed += self.replica.accept_base(head, signature, blocks)
            self.announced = []
