"""A visit, recorded on the link: nothing that can be read crosses it, and sent again it brings nobody in.

A patient's phone and a clinic's desk, in two network namespaces, speak over a link on which tshark listens: a grant is redeemed,
a note is written, and the clinic brings it back. Then the record is searched, as bytes and as what tshark makes of it; a sentence
that is sent in clear over the same link must be found in all its writings.
"""

import base64
import ctypes
import os
import socket
import subprocess
import sys
import tempfile
import time

import namespaces
from program import PASSPHRASE, Device, Refused, ended
from readable import found

PHONE, DESK = "10.9.0.1", "10.9.0.2"
PORT = 7412
CLINIC = "Lakeside Clinic"
NOTE = "Hoarse for a week. Laryngitis: rest the voice."
CONTROL = b"A sentence in clear, for the control."
REPLAYS = 6
# The second message of a handshake and its length: who sends a first one again can do nothing with it.
HANDSHAKE = 50
EXAMPLE = os.path.join(os.path.dirname(__file__), "../../examples/maria-okafor.json")


class Recording:
    """tshark on a link."""

    def __init__(self, namespace, device, file):
        self.file = file
        self.line = ["ip", "netns", "exec", namespace, "tshark"]
        self.process = subprocess.Popen(
            [*self.line, "-q", "-i", device, "-w", file], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def bytes(self):
        with open(self.file, "rb") as file:
            return file.read()

    def end(self):
        self.process.terminate()
        self.process.wait()

    def read(self, *words):
        """What tshark says about the file."""
        line = [*self.line, "-n", "-r", self.file, *words]
        return subprocess.run(line, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout

    def streams(self):
        """The bytes of each connection, put in order by tshark: what the calling and the called side sent."""
        numbers = set(self.read("-T", "fields", "-e", "tcp.stream").split())
        for number in sorted(int(it) for it in numbers):
            sides = ([], [])
            for line in self.read("-q", "-z", f"follow,tcp,raw,{number}").splitlines():
                text = line.strip()
                try:
                    sides[line.startswith(b"\t")].append(bytes.fromhex(text.decode()))
                except ValueError:
                    pass
            yield tuple(b"".join(side) for side in sides)


def in_namespace(namespace, act):
    """Runs something in a child that stands in the namespace; what it returns."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        status = 1
        try:
            with open(f"/run/netns/{namespace}") as place:
                setns(place.fileno())
            os.write(writing, act())
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        got = answer.read()
    assert os.waitpid(child, 0)[1] == 0
    return got


def setns(file):
    """Python has it from 3.12 on."""
    if ctypes.CDLL(None, use_errno=True).setns(file, 0) != 0:
        raise OSError(ctypes.get_errno(), "setns")


def say_and_listen(what):
    """Calls the phone's port, says all of it, and returns what comes back until the other side ends."""
    with socket.create_connection((PHONE, PORT), timeout=20) as stream:
        stream.sendall(what)
        stream.shutdown(socket.SHUT_WR)
        answer = b""
        try:
            while part := stream.recv(4096):
                answer += part
        except ConnectionResetError:
            pass
        return answer


def in_clear(phone_side, desk_side, recording):
    """The control, which also shows that the recording has begun: sentences in plain TCP over the same link."""
    said = [CONTROL, CONTROL.hex().encode(), base64.b64encode(b"xy" + CONTROL), base64.b32encode(CONTROL)]
    listening = subprocess.Popen(
        ["ip", "netns", "exec", phone_side, sys.executable, "-c", ECHO, PHONE, str(PORT), str(len(said))],
        stdout=subprocess.PIPE,
    )
    listening.stdout.readline()
    until = time.monotonic() + 20
    while len(recording.bytes() if os.path.exists(recording.file) else b"") < 24:
        assert time.monotonic() < until, "tshark does not record"
        time.sleep(0.05)
    for sentence in said:
        in_namespace(desk_side, lambda: say_and_listen(sentence))
    assert listening.wait() == 0
    return len(said)


ECHO = """
import socket, sys
with socket.create_server((sys.argv[1], int(sys.argv[2]))) as server:
    print("waiting", flush=True)
    for _ in range(int(sys.argv[3])):
        stream, _ = server.accept()
        while stream.recv(4096):
            pass
        stream.close()
"""


def texts(value):
    """Every text in a document."""
    match value:
        case dict():
            for it in value.values():
                yield from texts(it)
        case list():
            for it in value:
                yield from texts(it)
        case str():
            yield value


def secrets(phone, desk, made, redeemed, granted):
    """What nobody on the link may read, by what it is."""
    items = [item for section in ("allergies", "medications", "profile") for item in phone.ok("list", section)["items"]]
    facts = [item["facts"] for item in items]
    names = {"Maria", "Adaeze", "Okafor", "Nwosu", "Lindqvist", "Harbour Road", CLINIC, "Lakeside", "Clinic"}
    ids = {device["id"] for it in (phone, desk) for device in it.ok("devices")["devices"]}
    ids |= {it["record"] for it in made} | {granted["grant"]}
    ids |= {item["sources"][0]["author"]["id"] for item in items}
    ids |= {part for item in items for part in item["id"].split(".") if len(part) >= 16}
    return {
        "names": [it.encode() for it in names],
        "titles, reactions, notes": [
            fact[what].encode() for fact in facts for what in ("title", "reaction", "note") if fact[what]
        ],
        "the note of the visit": [NOTE.encode(), b"Laryngitis", b"Hoarse"],
        "sections": [it["section"].encode() for it in phone.ok("sections")["sections"]],
        "ids": [bytes.fromhex(it) for it in ids],
        "passphrase and words": [PASSPHRASE.encode(), *(it["words"].encode() for it in made)],
        "words of the formats": [b"resourceType", b"snomed", b"pocketchart", b"AllergyIntolerance", redeemed["digits"].encode()],
    }


def visit(phone, desk, shared):
    """A grant is redeemed, and a note of the visit is brought back; what was said of it."""
    made = [it.ok("create", "--kdf", "fast", "--name", name) for it, name in ((phone, "phone"), (desk, "desk"))]
    phone.ok("import", EXAMPLE)
    address = f"{PHONE}:{PORT}"
    granted, code = phone.ok_with_code(
        "grant", "allergies", "medications", "--append", "notes", "--for", "4h", "--uses", "2", "--address", address
    )
    serving = phone.waiting("serve", "--no-announce", "--listen", address, "--agree")
    redeemed = desk.ok("redeem", code, "--as", CLINIC, "--kdf", "fast", "--chart", shared.record)
    assert ended(serving)["served"] == "given"
    shared.ok("add", "note", NOTE, "--title", "Visit")
    serving = phone.waiting("serve", "--no-announce", "--listen", address)
    back = shared.ok("sync", "connect", address)
    assert ended(serving)["received"] == 1
    return made, granted, redeemed, back


def replayed(phone, desk_side, sent):
    """How many bytes a phone that waits again answers to what the calling sides said, sent again."""
    before = phone.ok("grants"), phone.ok("list", "notes")
    serving = phone.waiting("serve", "--no-announce", "--listen", f"{PHONE}:{PORT}", "--agree")
    answers = [len(in_namespace(desk_side, lambda: say_and_listen(side))) for side in sent]
    assert serving.poll() is None, "it took a replay for somebody"
    serving.terminate()
    serving.communicate()
    assert (phone.ok("grants"), phone.ok("list", "notes")) == before, "a replay counts as nothing"
    assert phone.ok("audit", "--verify")["faults"] == []
    return answers


def main(program):
    with tempfile.TemporaryDirectory() as folder, namespaces.two() as (a, b):
        ends = namespaces.wire(a, b)
        namespaces.give_address(a, ends[0], PHONE)
        namespaces.give_address(b, ends[1], DESK)
        phone = Device(program, a, folder, "phone")
        desk = Device(program, b, folder, "desk")
        shared = Device(program, b, folder, "shared")
        recording = Recording(a, ends[0], os.path.join(folder, "link.pcapng"))
        try:
            clear = in_clear(a, b, recording)
            made, granted, redeemed, back = visit(phone, desk, shared)
            time.sleep(0.5)
        finally:
            recording.end()
        streams = list(recording.streams())
        controls, sealed = streams[:clear], streams[clear:]
        assert len(sealed) == 2, f"{len(sealed)} connections of the program"
        crossed = sum(len(side) for stream in sealed for side in stream)
        assert crossed >= redeemed["bytes"] + back["bytes_sent"] + back["bytes_received"], "not all was recorded"
        decoded = recording.read("-V", "-Y", f"tcp.stream >= {clear}")
        assert b"Transmission Control Protocol" in decoded
        places = [recording.bytes(), decoded, *(side for stream in sealed for side in stream)]
        searched = secrets(phone, desk, made, redeemed, granted)
        for what, all_of_it in searched.items():
            for secret in all_of_it:
                assert found(secret, places) == 0, f"{what}: {secret!r} can be read"
        seen = [found(CONTROL, [side]) for side, _ in controls]
        assert seen == [1] * clear, f"the control was found in {seen}"
        assert found(CONTROL, [recording.bytes()]) == 1
        # More often than a grant takes handshakes without a yes.
        answers = replayed(phone, b, REPLAYS * [calling for calling, _ in sealed])
        assert max(answers) <= HANDSHAKE, f"{answers} bytes answered to replays"
        packets = len(recording.read("-T", "fields", "-e", "frame.number", "-Y", f"tcp.stream >= {clear}").splitlines())
        total = sum(len(it) for it in searched.values())
        print(f"{packets} packets, {crossed} bytes of a visit: 0 of {total} names, titles, ids and texts readable")
        print(f"sent in clear: {sum(seen)} of {clear} writings found")
        print(f"sent again {REPLAYS} times: {max(answers)} bytes at most, of a handshake, in answer; no use, nothing taken in")
        print("3 passed, 0 failed, 0 skipped")


main(*sys.argv[1:])
