"""Reads Pocketchart's formats, version 1. Written from docs/formats.md and docs/formats.cddl."""


class Refused(Exception):
    """What was read breaks a rule. `reason` is the class that vectors name."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
