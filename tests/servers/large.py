"""A hundred thousand findings in one pull that is ended by force again and again, in bounded memory."""

import random
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

from killed import PAGE, Pages, twice
from program import Record
from tally import Tally

COUNT = 100_000
KILLS = 20
MOST_MEMORY = 250 << 20


def pull(pages: Pages, record: Record, count: int | None = None) -> tuple[bool, int]:
    """A pull that is ended by force after so many pages: whether it was, and the most memory that the program had (VmHWM, in bytes)."""
    process, peak = record.start("sources", "pull", "many"), 0
    last = float("inf") if count is None else pages.given() + count
    while process.poll() is None and pages.given() < last:
        status = Path(f"/proc/{process.pid}/status").read_text()
        peak = max([peak] + [int(line.split()[1]) << 10 for line in status.splitlines() if line.startswith("VmHWM")])
        time.sleep(0.01)
    is_killed = process.poll() is None
    process.kill()
    process.communicate()
    return is_killed, peak


def pieces(chance: random.Random, whole: int) -> list[int]:
    """How many pages are given before each kill: of random length, together fewer than there are."""
    lengths = [chance.uniform(0, 1) for _ in range(KILLS)]
    return [max(1, int(0.9 * whole * length / sum(lengths))) for length in lengths]


def judge(tools: Path, work: Path, record: Record, tally: Tally, seed: int) -> None:
    print(f"seed {seed}")
    chance = random.Random(seed)
    pages = Pages(tools, work)
    try:
        pages.add(1, datetime.now(timezone.utc) - timedelta(days=1))
        record.run("sources", "add", pages.base, "--name", "many", "--open")
        pages.add(COUNT - 1, datetime.now(timezone.utc))
        began = time.monotonic()
        taken = [pull(pages, record, count) for count in pieces(chance, COUNT // PAGE)]
        midway = sum(is_killed for is_killed, _ in taken)
        half_way = record.run("sources")["sources"][0]["half_way"]
        taken.append(pull(pages, record))
        seconds = time.monotonic() - began
        peak = max(peak for _, peak in taken)
        faults = twice(record, COUNT)
        said = f"{COUNT} findings, killed {midway} times in {seconds:.0f} s"
        tally.check(f"{said}: each once", not faults, faults[:10])
        tally.check("each kill met the pull, and it was not over before", midway == KILLS and half_way, midway)
        tally.check(f"at most {peak / 2**20:.0f} MiB; {MOST_MEMORY >> 20} are allowed", 0 < peak <= MOST_MEMORY)
        again = record.run("sources", "pull", "many")["pulled"][0]
        tally.check("a pull after all kills adds nothing", (again["new"], again["updated"]) == (0, 0), again)
    finally:
        pages.stop()
