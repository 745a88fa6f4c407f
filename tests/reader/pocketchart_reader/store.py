"""The sealed store: header and rows, opened and compared with the root."""

from . import Refused, shapes
from .crypto import expand, keyed128, label, password_key, unpad, unseal
from .replica import Envelope, Replica
from .values import SectionKey, Statement

ROOT, IDENTITY, STATEMENT, KEY, LOG, FEED, DOCUMENT, HEAD = 0, 1, 2, 3, 4, 5, 6, 8
TRACKED = {IDENTITY, FEED, DOCUMENT, HEAD}


def altered(what: str) -> Refused:
    return Refused("altered", what)


class Store:
    """The rows of a store by space and key, each as it was sealed."""

    def __init__(self, header: bytes, passphrase: str, rows: list[tuple[int, bytes, bytes]]) -> None:
        try:
            _, params, salt, data_key, identity = shapes.decoded(header, shapes.store_header)
        except Refused as refused:
            raise altered("header") from refused
        unlocking = password_key(passphrase, salt, params)
        ad = label("store-header") + params + salt + identity
        self.data_key = unseal(expand(unlocking, "data-key"), ad, data_key, "wrong-key")
        self.digest_key = expand(self.data_key, "row-digest")
        self.rows: dict[tuple[int, bytes], tuple[int, bytes]] = {}
        for space, key, value in rows:
            self.rows[space, key] = self.open(space, key, value)
        self.check(header)

    def open(self, space: int, key: bytes, value: bytes) -> tuple[int, bytes]:
        if len(value) < 8:
            raise altered("a row without a version")
        version = int.from_bytes(value[:8])
        place = shapes.written([space, key, version])
        padded = unseal(expand(self.data_key, "row-key"), place, value[8:], "altered")
        return version, unpad(padded, "altered")

    def check(self, header: bytes) -> None:
        if (ROOT, b"") not in self.rows:
            raise altered("no root")
        root = shapes.decoded(self.rows[ROOT, b""][1], shapes.root_row)
        self.commit, mark, tracked, digests = root
        if mark != keyed128("header-mark", self.digest_key, header):
            raise altered("another header")
        versions = {(space, key): version for space, key, version in tracked}
        found: dict[int, tuple[int, int]] = {}
        for (space, key), (version, _) in self.rows.items():
            if space == ROOT:
                continue
            if space in TRACKED and versions.pop((space, key), None) != version:
                raise altered("a row put back")
            mark = keyed128("row-mark", self.digest_key, shapes.written([space, key, version]))
            count, digest = found.get(space, (0, 0))
            found[space] = (count + 1, digest ^ int.from_bytes(mark))
        said = {space: (count, int.from_bytes(digest)) for space, count, digest in digests if count}
        if versions or said != found:
            raise altered("rows missing, moved or put back")

    def of(self, space: int) -> list[tuple[bytes, bytes]]:
        return sorted((key, plain) for (at, key), (_, plain) in self.rows.items() if at == space)

    def replica(self) -> tuple[Replica, list]:
        """The record that the log, statements and keys make, and who this device is."""
        identity = shapes.decoded(dict(self.of(IDENTITY))[b""], shapes.identity_row)
        replica = Replica(identity[1])
        statements = [Statement(plain) for _, plain in self.of(STATEMENT)]
        for statement in sorted(statements, key=lambda it: it.kind == "key"):
            replica.learn(statement)
        for _, plain in self.of(KEY):
            replica.hold(SectionKey(plain[0], plain[1:]))
        rows = [shapes.decoded(plain, shapes.log_row) for _, plain in self.of(LOG)]
        replica.accept_all([row[2] for row in rows if len(row) == 3])
        for row in rows:
            if len(row) == 3 and row[0] not in self.changes(replica, Envelope(row[2])):
                raise altered("another change")
        return replica, identity

    @staticmethod
    def changes(replica: Replica, envelope: Envelope) -> list[bytes]:
        return [it.changes[envelope.seq - 1] for it in replica.feeds[envelope.feed].branches]
