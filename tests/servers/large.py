"""A record of a hundred thousand findings in one pull, in bounded memory."""

import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

from killed import Pages, twice
from program import Record
from tally import Tally

COUNT = 100_000
MOST_MEMORY = 250 << 20


def judge(tools: Path, work: Path, record: Record, tally: Tally) -> None:
    pages = Pages(tools, work)
    try:
        pages.add(COUNT, datetime.now(timezone.utc) - timedelta(days=1))
        line = ["/usr/bin/time", "--format", "%M %e", "--output", str(work / "time"), record.program, "--json", "sources", "add", pages.base]
        done = subprocess.run([*line, "--name", "many", "--open"], env=record.environment, capture_output=True, text=True)
        tally.check("pulled", done.returncode == 0, done.stdout + done.stderr)
        peak, seconds = (work / "time").read_text().split()
        peak = int(peak) << 10
        said = f"{COUNT} findings in {seconds} s, at most {peak / 2**20:.0f} MiB"
        tally.check(f"{said}; {MOST_MEMORY >> 20} are allowed", peak <= MOST_MEMORY)
        faults = twice(record, COUNT)
        tally.check("each once", not faults, faults[:10])
    finally:
        pages.stop()
