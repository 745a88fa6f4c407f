"""Takes in statements, keys, envelopes and bases, by the rules of docs/formats.md."""

from dataclasses import dataclass, field

from . import Refused, shapes
from .change import change_hash
from .crypto import hash128, hash256, inflate, is_signed, keyed128, expand, Stream, unpad, unseal, label
from .values import SECTIONS, Payload, SectionKey, Statement, actor_of, body_of, entry_hash, entry_text, show_entry


MOST_BODY = 16 << 20
MOST_APART = 64 << 20


class Waiting(Exception):
    """It is kept until something comes."""


@dataclass
class Branch:
    """One chain of envelopes: hashes of envelopes and changes, by number; how many entries; the last operation."""

    hashes: list[bytes] = field(default_factory=list)
    changes: list[bytes] = field(default_factory=list)
    max_ops: list[int] = field(default_factory=list)
    counters: list[int] = field(default_factory=list)

    def upto(self, seq: int) -> "Branch":
        return Branch(self.hashes[:seq], self.changes[:seq], self.max_ops[:seq], self.counters[:seq])


@dataclass
class Feed:
    device: bytes
    document: bytes
    incarnation: bytes
    section: int
    author: bytes
    branches: list[Branch] = field(default_factory=list)

    @property
    def actor(self) -> bytes:
        return actor_of(self.device, self.document, self.incarnation)

    @property
    def tag(self) -> bytes:
        return self.actor[:8]


class Envelope:
    """An envelope taken apart."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 64:
            raise shapes.wrong("envelope")
        if len(data) > 1 << 20:
            raise shapes.wrong("envelope too large")
        self.signed, self.signature = data[:-64], data[-64:]
        header, self.sealed = shapes.first(self.signed)
        self.head = self.signed[: len(self.signed) - len(self.sealed)]
        shapes.decoded(self.head, shapes.header)
        _, self.key, self.document, self.feed, self.seq, self.prev = header
        self.hash = hash256("envelope", self.signed)

    def signed_by(self, device: bytes) -> bool:
        return is_signed(device, "envelope", self.signed, self.signature)

    def open(self, key: SectionKey) -> Payload:
        packed = unpad(unseal(key.envelope, self.head, self.sealed), "seal")
        return Payload(inflate(packed))


class Replica:
    """One person's record, as far as it is known."""

    def __init__(self, patient: bytes) -> None:
        self.patient = patient
        self.record = hash128("record", patient)
        self.statements: dict[bytes, Statement] = {}
        self.keys: dict[bytes, SectionKey] = {}
        self.feeds: dict[bytes, Feed] = {}
        self.documents: dict[bytes, tuple[int, bytes]] = {}
        self.admissions: dict[bytes, list[tuple[int, bytes]]] = {}
        self.entries: dict[tuple, dict] = {}
        self.blobs: dict[tuple, bytes] = {}
        self.streams: dict[bytes, tuple[Stream, list[bytes]]] = {}
        self.applied = self.held = 0
        self.forked: list[bytes] = []

    def learn(self, statement: Statement) -> None:
        allowed = {
            "certificate": lambda: statement.signer == statement.fact[1],
            "recovery": lambda: statement.signer == self.patient,
            "permission": lambda: statement.signer == self.patient,
            "revocation": lambda: statement.signer == self.patient,
            "key": lambda: self.is_patients_device(statement.signer),
        }
        if statement.record == self.record and allowed[statement.kind]():
            self.statements[statement.id] = statement

    def hold(self, key: SectionKey) -> None:
        self.keys[key.id] = key

    def certificates(self):
        return (it for it in self.statements.values() if it.kind == "certificate")

    def is_patients_device(self, device: bytes) -> bool:
        return any(it.fact[1] == self.patient and it.fact[2][0] == device for it in self.certificates())

    def accept_all(self, envelopes: list[bytes]) -> None:
        """All of them, in any order; what waits is tried again."""
        waiting = [Envelope(data) for data in envelopes]
        while waiting:
            later = []
            for envelope in waiting:
                try:
                    self.accept(envelope)
                except Waiting:
                    later.append(envelope)
            if len(later) == len(waiting):
                raise Refused("waiting")
            waiting = later

    def accept(self, envelope: Envelope) -> None:
        key = self.keys.get(envelope.key)
        if key is None:
            raise Waiting
        payload = None
        feed = self.feeds.get(envelope.feed)
        if feed is not None:
            if not envelope.signed_by(feed.device):
                raise Refused("signature")
        elif envelope.seq != 1:
            raise Waiting
        else:
            payload = self.open_first(envelope, key)
            feed = self.opened(envelope, key, payload)
        if key.pseudonym(feed.document) != envelope.document or key.section != feed.section:
            raise Refused("wrong-document")
        branch, forks = self.place(feed, envelope)
        if branch is None:
            self.held += 1
            return
        if payload is None:
            try:
                payload = envelope.open(key)
            except Refused as refused:
                raise refused if refused.reason == "seal" else Refused("payload") from refused
        if envelope.seq > 1 and payload.opening:
            raise Refused("wrong-document")
        self.admitted(feed, envelope)
        parents = self.parents(feed, branch, payload)
        self.check(feed, branch, payload)
        self.add(feed, branch, envelope.seq, envelope.hash, payload, parents)
        if forks:
            feed.branches.append(branch)
            self.forked.append(feed.tag)
        elif not feed.branches:
            feed.branches.append(branch)
        self.feeds[feed.tag] = feed
        self.documents[feed.document] = (feed.section, feed.author)
        self.applied += 1

    def open_first(self, envelope: Envelope, key: SectionKey) -> Payload:
        try:
            return envelope.open(key)
        except Refused as refused:
            raise refused if refused.reason == "seal" else Refused("payload") from refused

    def opened(self, envelope: Envelope, key: SectionKey, payload: Payload) -> Feed:
        if not payload.opening:
            raise Refused("wrong-document", "no opening")
        document, record, section, author, incarnation, authority = payload.opening
        certificate = self.statements.get(authority)
        if certificate is None or certificate.kind != "certificate":
            raise Refused("uncertified")
        device = certificate.fact[2][0]
        if not envelope.signed_by(device):
            raise Refused("signature")
        feed = Feed(device, document, incarnation, section, author)
        known = self.documents.get(document, (section, author))
        true = certificate.fact[1] == author and record == self.record and section == key.section
        if not true or feed.tag != envelope.feed or known != (section, author):
            raise Refused("wrong-document")
        return feed

    def place(self, feed: Feed, envelope: Envelope) -> tuple[Branch | None, bool]:
        """The branch that it goes on, and whether that is a new one; no branch if it is there already."""
        seq = envelope.seq
        if not feed.branches:
            if seq != 1 or envelope.prev != bytes(16):
                raise Refused("payload", "not the first")
            return Branch(), False
        if any(it.hashes[seq - 1 : seq] == [envelope.hash] for it in feed.branches):
            return None, False
        for branch in feed.branches:
            before = branch.hashes[seq - 2][:16] if 2 <= seq <= len(branch.hashes) + 1 else None
            if seq == len(branch.hashes) + 1 and before == envelope.prev:
                return branch, False
        for branch in feed.branches:
            if seq == 1 and envelope.prev == bytes(16):
                return Branch(), True
            if 2 <= seq <= len(branch.hashes) and branch.hashes[seq - 2][:16] == envelope.prev:
                return branch.upto(seq - 1), True
        raise Waiting

    def admitted(self, feed: Feed, envelope: Envelope) -> None:
        if feed.author == self.patient:
            return
        decided = self.admissions.get(feed.tag, [])
        if not any(seq > envelope.seq or (seq, it) == (envelope.seq, envelope.hash) for seq, it in decided):
            raise Waiting

    def parents(self, feed: Feed, branch: Branch, payload: Payload) -> list[tuple[bytes, int]]:
        """The changes that this one follows, and the last operation of each."""
        parents = [(branch.changes[-1], branch.max_ops[-1])] if branch.changes else []
        for tag, seq, change in payload.deps:
            other = self.feeds.get(tag)
            if other is None:
                raise Waiting
            if other.document != feed.document:
                raise Refused("wrong-document")
            found = [
                (it.changes[seq - 1], it.max_ops[seq - 1])
                for it in other.branches
                if seq <= len(it.changes) and it.changes[seq - 1][:8] == change
            ]
            if not found:
                raise Waiting
            parents.append(found[0])
        return parents

    def check(self, feed: Feed, branch: Branch, payload: Payload) -> None:
        refs = [entry[3] for entry in payload.entries if 3 in entry]
        inside = [body_of(body) for body in payload.bodies]
        apart = [ref for ref in refs if ref not in inside]
        hashes = [it for it, _ in inside]
        ascending = all(one < other for one, other in zip(payload.deps, payload.deps[1:]))
        named = all(ref in [it for it, _ in refs] for ref in hashes) and len(set(hashes)) == len(hashes)
        small = all(size <= MOST_BODY for _, size in apart) and sum(size for _, size in apart) <= MOST_APART
        kinds = all((9 in entry) == (entry[1] == "pocketchart/admission") for entry in payload.entries)
        if not (ascending and named and small and kinds) or any(it in hashes for it, _ in apart):
            raise Refused("payload")
        if payload.checkpoint:
            self.check_checkpoint(feed, branch, payload.checkpoint)

    def check_checkpoint(self, feed: Feed, branch: Branch, checkpoint: list) -> None:
        seq, envelope, change, signature = checkpoint
        covered = shapes.written([feed.document, feed.tag, seq, envelope, change])
        last = branch.hashes and (len(branch.hashes), branch.hashes[-1], branch.changes[-1]) == (seq, envelope, change)
        if not last or not is_signed(feed.device, "checkpoint", covered, signature):
            raise Refused("checkpoint")

    def add(self, feed: Feed, branch: Branch, seq: int, envelope: bytes, payload: Payload, parents: list) -> None:
        counter = branch.counters[-1] if branch.counters else 0
        scalars = [shapes.written(entry) for entry in payload.entries]
        start = max((max_op for _, max_op in parents), default=0) + 1
        follows = [change for change, _ in parents]
        change, max_op = change_hash(feed.actor, seq, start, payload.time, follows, counter + 1, scalars)
        branch.hashes.append(envelope)
        branch.changes.append(change)
        branch.max_ops.append(max_op)
        branch.counters.append(counter + len(scalars))
        for number, entry in enumerate(payload.entries, counter + 1):
            if 9 in entry:
                if feed.author == self.patient and entry[9][3] == 1:
                    self.admissions.setdefault(entry[9][0], []).append((entry[9][1], entry[9][2]))
                continue
            name = (feed.document, feed.tag, number, entry_hash(entry))
            self.entries[name] = {
                "section": feed.section,
                "author": feed.author,
                "entry": entry,
                "body": payload.body(entry),
            }

    def accept_base(self, head_bytes: bytes, signature: bytes, blocks: list[bytes]) -> int:
        """A packed document; returns how many changes are new."""
        head = shapes.decoded(head_bytes, shapes.base_head)
        _, record, document, section, author, key_id, base_feeds, names, maker = head
        if not self.is_patients_device(maker) or not is_signed(maker, "base", head_bytes, signature):
            raise Refused("signature")
        if record != self.record or self.documents.get(document, (section, author)) != (section, author):
            raise Refused("wrong-document")
        key = self.keys.get(key_id)
        if key is None:
            raise Refused("no-key")
        if key.section != section:
            raise Refused("wrong-document")
        feeds = [self.base_feed(base_feed, document, section, author) for base_feed in base_feeds]
        if len(names) != len(blocks):
            raise Refused("malformed", "blocks are missing")
        items = []
        for name, block in zip(names, blocks):
            if hash256("base-block", block) != name:
                raise Refused("content")
            padded = unseal(key.blob, label("base-block") + document, block, "content")
            items += shapes.decoded(inflate(unpad(padded, "content")), shapes.block_items)
        self.documents[document] = (section, author)
        while items:
            later = [item for item in items if not self.take_item(feeds, item)]
            if len(later) == len(items):
                raise Refused("content")
            items, applied = later, len(items)
        for feed, base_feed in zip(feeds, base_feeds):
            seq, envelope, change, _ = base_feed[5]
            if feed.branches[0].changes[seq - 1 : seq] != [change]:
                raise Refused("content")
            feed.branches[0].hashes[seq - 1] = envelope
        return sum(len(feed.branches[0].changes) for feed in feeds)

    def base_feed(self, base_feed: list, document: bytes, section: int, author: bytes) -> Feed:
        device, incarnation, authority, _, _, checkpoint = base_feed
        certificate = self.statements.get(authority)
        if certificate is None or certificate.kind != "certificate":
            raise Refused("signature")
        feed = Feed(device, document, incarnation, section, author, [Branch()])
        seq, envelope, change, signature = checkpoint
        covered = shapes.written([document, feed.tag, seq, envelope, change])
        signed = is_signed(device, "checkpoint", covered, signature)
        if not signed or certificate.fact[2][0] != device or certificate.fact[1] != author:
            raise Refused("signature")
        self.feeds[feed.tag] = feed
        return feed

    def take_item(self, feeds: list[Feed], item: list) -> bool:
        number, seq, value = item
        if number >= len(feeds):
            raise Refused("content")
        feed, payload = feeds[number], Payload.of(value)
        branch = feed.branches[0]
        try:
            parents = self.parents(feed, branch, payload)
        except Waiting:
            return False
        if seq != len(branch.changes) + 1:
            raise Refused("content")
        self.add(feed, branch, seq, b"", payload, parents)
        return True

    def take_chunk(self, section: int, body: list, head: list, number: int, chunk: bytes) -> bool:
        """One chunk of a body that travels apart; true once the body is whole."""
        name, key_id, header, chunks, _ = head
        key = self.keys.get(key_id)
        size = -(-body[1] // 65_536)
        if key is None or key.section != section or chunks != size or number != len(self.partial(name, key, body, header)):
            raise Refused("damaged")
        if name != keyed128("blob-name", key.name, body[0]):
            raise Refused("damaged")
        stream, pieces = self.streams[name]
        plain, last = stream.pull(chunk, name)
        pieces.append(plain)
        if last != (number + 1 == chunks):
            raise Refused("damaged")
        if not last:
            return False
        whole = b"".join(pieces)
        if body_of(whole) != body:
            raise Refused("damaged")
        self.blobs[section, body[0]] = whole
        return True

    def partial(self, name: bytes, key: SectionKey, body: list, header: bytes) -> list[bytes]:
        if name not in self.streams:
            self.streams[name] = (Stream(expand(key.blob, "blob-stream", body[0]), header), [])
        return self.streams[name][1]

    def show_entries(self) -> list[dict]:
        shown = []
        for name, it in sorted(self.entries.items()):
            entry, body = it["entry"], it["body"]
            if body is None and 3 in entry:
                body = self.blobs.get((it["section"], entry[3][0]))
            shown.append(
                {
                    "id": entry_text(list(name)),
                    "section": SECTIONS[it["section"]],
                    "author": it["author"].hex(),
                    "says": show_entry(entry),
                    "body": None if body is None else body.hex(),
                }
            )
        return shown


def welcomed(data: bytes, device: bytes) -> Replica:
    """The replica that a welcome makes on this device."""
    patient, certificate, statements, keys, _ = shapes.decoded(data, shapes.welcome)
    replica = Replica(patient)
    known = [Statement(it) for it in statements]
    for statement in sorted(known, key=lambda it: it.kind == "key"):
        replica.learn(statement)
    mine = replica.statements.get(certificate)
    if mine is None or mine.kind != "certificate" or mine.fact[2][0] != device:
        raise Refused("welcome")
    for section, secret in keys:
        replica.hold(SectionKey(section, secret))
    return replica
