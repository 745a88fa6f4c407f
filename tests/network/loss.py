"""Two phones over a bad link: 30 of 100 frames are lost, and connections break again and again. They end with the same record.

Each phone stands in a network namespace; a program of ours carries the frames between them. A new device gets the record over the
lossy link; then both, apart, take in some hundred entries, and meet over a link that is lossy and cut every second (or 120 frames, so that
a quick one is cut too), as often as it takes. The same is done over a sound link, to compare what arrived.
"""

import json
import os
import random
import sys
import tempfile
import threading
import time
from dataclasses import dataclass

import namespaces
from link import Link
from program import Device, Refused, ended

PHONE, TABLET = "10.9.0.1", "10.9.0.2"
LOSS = 0.3
# Frames and seconds between two cuts, on the average.
EVERY = (120, 1.0)
# Files that each side takes in, and measurements in each: as many envelopes, and ten times as many entries. They are more than sync
# sends unasked in one message (64 KiB).
FILES, ENTRIES = 45, 10
# So many attempts are enough for all, with a wide margin.
MOST = 300
# What is sent twice for each meeting that broke: the message on its way (sync closes it after 4 KiB and the envelope that passes
# them), and the greetings with what each side holds.
AGAIN = 4096 + 2048 + 2048


def measurements(chance, name):
    """A file of FHIR in which no two measurements are alike."""
    for number in range(ENTRIES):
        day = f"20{chance.randrange(10, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        yield json.dumps(
            {
                "resourceType": "Observation",
                "id": f"{name}-{number}",
                "status": "final",
                "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7"}], "text": "Weight"},
                "subject": {"reference": "Patient/1"},
                "effectiveDateTime": day,
                "valueQuantity": {"value": chance.randrange(400, 1200) / 10, "unit": "kg"},
                "note": [{"text": chance.randbytes(100).hex()}],
            }
        )


def take_in(device, chance, name):
    for number in range(FILES):
        path = f"{device.record}-{name}.ndjson"
        with open(path, "w") as file:
            file.write("\n".join(measurements(chance, f"{name}-{number}")))
        assert device.ok("import", path)["new"] == ENTRIES


@dataclass
class Seen:
    meetings: int
    # Meetings that failed, by what was said of them.
    failures: dict
    # Bytes that arrived.
    bytes: int
    frames: int
    lost: int
    cuts: int
    # Connections that a cut broke.
    broken: int
    seconds: float


class Listening(threading.Thread):
    """A phone that waits for its other device, again after each meeting and each break."""

    def __init__(self, device):
        super().__init__(daemon=True)
        self.device, self.ready, self.same, self.running = device, threading.Event(), False, True
        self.process = None
        self.start()

    def run(self):
        while self.running:
            self.same = False
            self.process = self.device.waiting("sync", "listen", f"{PHONE}:7411")
            self.ready.set()
            try:
                self.same = ended(self.process)["same"]
            except Refused:
                pass
            self.ready.clear()
            if self.same:
                return

    def end(self):
        self.running = False
        self.process.terminate()
        self.join()


def meet(phone, tablet, link):
    """Calls until both say that they hold the same; what was seen."""
    listening = Listening(phone)
    begun, attempts, failures = time.monotonic(), 0, {}
    while listening.is_alive():
        assert attempts < MOST, f"not done after {attempts} attempts: {failures}"
        if not listening.ready.wait(0.05):
            continue
        attempts += 1
        try:
            tablet.ok("sync", "connect", f"{PHONE}:7411")
            listening.join(12)
        except Refused as why:
            failures[str(why)] = failures.get(str(why), 0) + 1
            # The listening side learns of it from the link.
            time.sleep(0.05)
    return Seen(attempts, failures, link.delivered(), link.count, link.lost, link.cuts, link.breaks, time.monotonic() - begun)


def pair(phone, tablet):
    """Two people stand beside each other: the first meeting is not tried again and again."""
    offering = phone.start("pair", "offer", "--listen", f"{PHONE}:7411", "--code-fd", "2", "--same-digits")
    for line in offering.stderr:
        if "pocketchart:/" in line:
            break
    tablet.ok("pair", "join", line.strip(), "--kdf", "fast", "--name", "tablet", "--same-digits")
    ended(offering)


def entries(device):
    """All entries of both, by what they are."""
    items = device.ok("list", "vitals", "--all", "--limit", "1000000")["items"]
    items += device.ok("list", "results", "--all", "--limit", "1000000")["items"]
    return sorted(item["id"] for item in items)


def scene(program, places, folder, seed, link, first, then):
    """A new device gets the record over the first kind of link, and both meet again over the second; what was seen."""
    chance = random.Random(seed)
    os.mkdir(folder)
    phone = Device(program, places[0], os.path.join(folder, "a"), "phone")
    tablet = Device(program, places[1], os.path.join(folder, "b"), "tablet")
    phone.ok("create", "--kdf", "fast", "--name", "phone")
    take_in(phone, chance, "before")
    pair(phone, tablet)
    seen = []
    link.begin(**first)
    seen.append(meet(phone, tablet, link))
    link.begin()
    take_in(phone, chance, "phone")
    take_in(tablet, chance, "tablet")
    link.begin(**then)
    seen.append(meet(phone, tablet, link))
    link.begin()
    held = entries(phone)
    assert held == entries(tablet) and len(held) == 3 * FILES * ENTRIES, f"{len(held)} entries"
    for device in (phone, tablet):
        assert device.ok("verify")["faults"] == []
    return seen


def main(program):
    seed = int(os.environ.get("POCKETCHART_SEED", "1"))
    print(f"seed {seed}")
    with tempfile.TemporaryDirectory() as folder, namespaces.two() as places:
        files = []
        for place, address in zip(places, (PHONE, TABLET)):
            device = f"pc{os.getpid()}{place[-1]}"
            files.append(namespaces.tap(place, device))
            namespaces.give_address(place, device, address)
        link = Link(files, seed)
        bad = {"loss": LOSS}, {"loss": LOSS, "every": EVERY}
        sound = scene(program, places, os.path.join(folder, "sound"), seed, link, {}, {})
        seen = scene(program, places, os.path.join(folder, "bad"), seed, link, *bad)
        link.end()
    for name, good, bad in zip(("a new device", "news of both"), sound, seen):
        assert good.meetings == 1 and not good.failures, good
        assert 0.15 < bad.lost / bad.frames < 0.6, f"{bad.lost} of {bad.frames} frames lost"
        print(
            f"{name}: {good.bytes} bytes over a sound link; over the bad one {bad.bytes} in {bad.meetings} meetings, {bad.lost} of "
            f"{bad.frames} frames lost, {bad.cuts} cuts, {bad.broken} connections broken, {bad.seconds:.0f} s; {bad.failures}"
        )
        assert bad.bytes <= good.bytes + (bad.meetings - 1) * AGAIN, "more was sent twice than what was on its way"
    assert seen[1].broken > 0, "the link was to break"
    print("2 passed, 0 failed, 0 skipped")


main(*sys.argv[1:])
