"""Reads all vectors of a folder, and lets two controls try to make it fail."""

import json
import sys
from pathlib import Path
from typing import Any

from . import Refused
from .formats import FORMATS, Input, unhex


def read(format_name: str, values: dict) -> Any:
    """What an input means; or `Refused`."""
    return FORMATS[format_name](Input(values))


def expected(value: Any) -> Any:
    """What a vector says, with long runs of bytes written out."""
    if isinstance(value, dict):
        return {name: expected(it) for name, it in value.items()}
    if isinstance(value, list):
        pieces = all(isinstance(it, list) and len(it) == 2 and isinstance(it[0], str) and type(it[1]) is int for it in value)
        # No list that vectors hold looks like this, but for pieces of bytes.
        return unhex(value).hex() if value and pieces else [expected(it) for it in value]
    return value


def fault_of(format_name: str, vector: dict) -> str | None:
    """What is wrong with the reader or the vector; nothing if they agree."""
    try:
        meaning = read(format_name, vector["input"])
    except Refused as refused:
        if refused.reason != vector.get("refused"):
            return f"refused, {refused}; expected {vector.get('refused', 'a meaning')}"
        return None
    if "refused" in vector:
        return f"accepted; expected {vector['refused']}"
    return None if meaning == expected(vector["means"]) else f"means {meaning}"


def fault_after_repair(format_name: str, vector: dict) -> str | None:
    """Control: a bad vector without its fault must be accepted."""
    repaired = {"input": vector["input"] | vector["repair"]}
    try:
        read(format_name, repaired["input"])
    except Refused as refused:
        return f"refused though repaired, {refused}"
    return None


def flipped(value: Any) -> str | None:
    """The same bytes with one bit in the middle flipped."""
    try:
        data = bytearray(unhex(value))
    except (ValueError, TypeError):
        return None
    if not data:
        return None
    data[len(data) // 2] ^= 1
    return data.hex()


def faults_after_flips(format_name: str, vector: dict) -> list[str]:
    """Control: a good vector with a flipped bit must be refused, or mean something else."""
    faults = []
    for name, value in vector["input"].items():
        other = flipped(value)
        if other is None:
            continue
        try:
            meaning = read(format_name, vector["input"] | {name: other})
        except Refused:
            continue
        if meaning == expected(vector["means"]):
            faults.append(f"passes with another {name}")
    return faults


def main(folder: Path) -> int:
    passed = failed = skipped = 0
    for path in sorted(folder.glob("*/*.json")):
        format_name, vector = path.parent.name, json.loads(path.read_text())
        if format_name not in FORMATS:
            print(f"{format_name}/{path.stem}: no reader")
            skipped += 1
            continue
        results = [fault_of(format_name, vector)]
        if "refused" in vector:
            results.append(fault_after_repair(format_name, vector))
        else:
            results += faults_after_flips(format_name, vector) or [None]
        for fault in results:
            passed, failed = passed + (fault is None), failed + (fault is not None)
            if fault:
                print(f"{format_name}/{path.stem}: {fault[:300]}")
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or not passed else 0


sys.exit(main(Path(sys.argv[1])))
