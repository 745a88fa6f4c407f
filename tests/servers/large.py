"""A hundred thousand findings in one pull that is ended by force again and again, in bounded memory."""

import random
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

from killed import Pages, twice
from program import Record
from tally import Tally

COUNT = 100_000
KILLS = 20
MOST_MEMORY = 250 << 20
# What the pull's pace is measured by.
SAMPLE = 2_000


def pull(record: Record, seconds: float = float("inf")) -> tuple[bool, int]:
    """A pull that is ended by force after so many seconds: whether it was, and the most memory that the program had (VmHWM, in bytes)."""
    process = record.start("sources", "pull", "many")
    end, peak = time.monotonic() + seconds, 0
    while process.poll() is None and time.monotonic() < end:
        status = Path(f"/proc/{process.pid}/status").read_text()
        peak = max([peak] + [int(line.split()[1]) << 10 for line in status.splitlines() if line.startswith("VmHWM")])
        time.sleep(0.01)
    is_killed = process.poll() is None
    process.kill()
    process.communicate()
    return is_killed, peak


def judge(tools: Path, work: Path, record: Record, tally: Tally, seed: int) -> None:
    print(f"seed {seed}")
    chance = random.Random(seed)
    pages = Pages(tools, work)
    try:
        pages.add(1, datetime.now(timezone.utc) - timedelta(days=1))
        record.run("sources", "add", pages.base, "--name", "many", "--open")
        began = time.monotonic()
        pull(record)
        start = time.monotonic() - began
        pages.add(SAMPLE, datetime.now(timezone.utc))
        began = time.monotonic()
        pull(record)
        pace = (time.monotonic() - began - start) / SAMPLE
        pages.add(COUNT - SAMPLE - 1, datetime.now(timezone.utc))
        began = time.monotonic()
        # Together the pieces are about as long as the pull; each begins anew what it had not kept.
        pieces = [pull(record, start + chance.uniform(0, 2) * pace * COUNT / KILLS) for _ in range(KILLS)]
        midway = sum(is_killed for is_killed, _ in pieces)
        half_way = record.run("sources")["sources"][0]["half_way"]
        pieces.append(pull(record))
        seconds = time.monotonic() - began
        peak = max(peak for _, peak in pieces)
        faults = twice(record, COUNT)
        said = f"{COUNT} findings, killed {midway} times in {seconds:.0f} s"
        tally.check(f"{said}: each once", not faults, faults[:10])
        tally.check("most kills met the pull, and it was not over before", midway >= KILLS // 2 and half_way, midway)
        tally.check(f"at most {peak / 2**20:.0f} MiB; {MOST_MEMORY >> 20} are allowed", 0 < peak <= MOST_MEMORY)
        again = record.run("sources", "pull", "many")["pulled"][0]
        tally.check("a pull after all kills adds nothing", (again["new"], again["updated"]) == (0, 0), again)
    finally:
        pages.stop()
