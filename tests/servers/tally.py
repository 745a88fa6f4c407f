"""What was checked, a line each."""

import time

BEGAN = time.monotonic()


class Tally:
    def __init__(self) -> None:
        self.passed = self.failed = 0

    def check(self, name: str, right: bool, seen: object = "") -> None:
        self.passed, self.failed = self.passed + bool(right), self.failed + (not right)
        at = f"{time.monotonic() - BEGAN:6.1f} s"
        print(f"{at}  ok: {name}" if right else f"{at}  FAILED: {name}: {str(seen)[:2000]}", flush=True)
