"""The program, ended by force in the middle of pulls: it goes on where it was, and brings nothing twice."""

import json
import random
import subprocess
import time
from collections import Counter
from datetime import datetime, timedelta, timezone
from pathlib import Path

import truth
from program import Record
from servers import Server, free_port
from tally import Tally

KILLS = 20
BATCH = 600
# Findings that the server gives at once.
PAGE = 200


class Pages:
    """The plain server of many findings, to which batches are added."""

    def __init__(self, tools: Path, work: Path) -> None:
        self.line = ["node", f"{tools}/pages.mjs", "--port", str(free_port())]
        self.base = f"http://127.0.0.1:{self.line[-1]}/fhir"
        self.log = work / "pages.log"
        self.server: Server | None = None

    def add(self, count: int, when: datetime) -> None:
        self.stop()
        self.line += ["--batch", f"{count}@{when:%Y-%m-%dT%H:%M:%SZ}"]
        self.server = Server("pages", self.line, self.log).wait()

    def given(self) -> int:
        """How many pages of findings were given."""
        return sum("/Observation?" in line for line in self.server.said)

    def stop(self) -> None:
        if self.server:
            self.server.stop()
        self.server = None


def ends(pages: Pages, process: subprocess.Popen, count: int) -> bool:
    """Ends a pull by force once it was given so many more pages; whether it was not over before."""
    last = pages.given() + count
    while process.poll() is None and pages.given() < last:
        time.sleep(0.001)
    is_met = process.poll() is None
    process.kill()
    process.communicate()
    return is_met


def twice(record: Record, count: int) -> list[str]:
    resources = record.exported()[1]
    found = Counter(map(truth.identity, resources))
    faults = [f"{key} is there {number} times" for key, number in found.items() if number > 1]
    findings = {f"o{number}" for number in range(count)}
    return faults + [f"{name} is missing" for name in findings - {name for kind, name in found if kind == "Observation"}]


def judge(tools: Path, work: Path, record: Record, tally: Tally, seed: int) -> None:
    print(f"seed {seed}")
    chance = random.Random(seed)
    pages = Pages(tools, work)
    try:
        now = datetime.now(timezone.utc) - timedelta(days=1)
        pages.add(1, now)
        record.run("sources", "add", pages.base, "--name", "many", "--open")
        midway = resumed = 0
        for _ in range(KILLS):
            pages.add(BATCH, datetime.now(timezone.utc))
            midway += ends(pages, record.start("sources", "pull", "many"), chance.randint(1, BATCH // PAGE))
            resumed += record.run("sources")["sources"][0]["half_way"]
        record.run("sources", "pull", "many")
        count = 1 + KILLS * BATCH
        faults = twice(record, count)
        tally.check(f"killed in the middle {midway} of {KILLS} times, {resumed} half-way: {count} findings, each once", not faults, faults)
        tally.check("most kills met a pull", midway >= KILLS // 2, midway)
        again = record.run("sources", "pull", "many")["pulled"][0]
        tally.check("a pull after all kills adds nothing", (again["new"], again["updated"]) == (0, 0), again)
    finally:
        pages.stop()
