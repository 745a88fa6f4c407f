"""Reads the frames of a folder with other people's readers, and says how many each read, version by version.

A frame is read if a reader gives its text, and nothing else, in every way in which it hands on what it read: as a
string and as bytes.
"""

import json
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy
import zxingcpp
from pyzbar import pyzbar

FOLDER = Path(sys.argv[1])
LEAST = 0.99
# Beyond this version zbar needs more pixels than a hand-held camera has.
MOST_OF_ZBAR = 16
# Of frames of 1.5 pixels a module no reader may read more: else the frames show nothing.
MOST_OF_CONTROL = 0.5


def picture(name: str) -> numpy.ndarray:
    data = (FOLDER / f"{name}.pgm").read_bytes()
    _, size, _, grey = data.split(b"\n", 3)
    width, height = map(int, size.split())
    return numpy.frombuffer(grey, numpy.uint8).reshape(height, width)


def zxing(luma: numpy.ndarray) -> list[list[str]]:
    codes = zxingcpp.read_barcodes(luma, formats=zxingcpp.BarcodeFormat.QRCode)
    return [[code.text, code.bytes.decode("latin-1")] for code in codes]


def zbar(luma: numpy.ndarray) -> list[list[str]]:
    height, width = luma.shape
    codes = pyzbar.decode((luma.tobytes(), width, height), symbols=[pyzbar.ZBarSymbol.QRCODE])
    return [[code.data.decode(), code.data.decode("latin-1")] for code in codes]


READERS = {"zxing-cpp": zxing, "zbar": zbar}


def outcome(row: dict) -> dict[str, bool | None]:
    """For each reader: read, not read, or, as nothing, read wrongly."""
    found = {name: reader(picture(row["name"])) for name, reader in READERS.items()}
    found["rxing"] = [[text] for text in row["rxing"]]
    outcomes = {}
    for name, codes in found.items():
        texts = {text for code in codes for text in code}
        outcomes[name] = bool(texts) if texts <= {row["text"]} else None
    return outcomes


def main() -> int:
    rows = json.loads((FOLDER / "frames.json").read_text())
    with ProcessPoolExecutor() as pool:
        for row, read in zip(rows, pool.map(outcome, rows, chunksize=8)):
            row["read"] = read
    names = ["rxing", *READERS]

    def line(title: str, of: list[dict]) -> None:
        print(f"| {title} | {len(of)} | " + " | ".join(f"{rate(of, name):.1%}" for name in names) + " |")

    straight, aslant, too_small = (
        [row for row in rows if row["kind"] == kind] for kind in ("straight", "aslant", "too small")
    )
    print("| code | frames | " + " | ".join(names) + " |")
    print("|---" * (len(names) + 2) + "|")
    for version in dict.fromkeys(row["version"] for row in straight):
        of_version = [row for row in straight if row["version"] == version]
        line(f"version {version}, {len(of_version[0]['text'])} characters", of_version)
    line("all", straight)
    line(f"up to version {MOST_OF_ZBAR}", up_to(straight))
    line("held aslant", aslant)
    line("from 1.5 pixels a module", too_small)

    checks = []
    for name in names:
        counted = up_to(straight) if name == "zbar" else straight
        wrong = [row["name"] for row in rows if row["read"][name] is None]
        checks.append((f"{name} reads {rate(counted, name):.1%} of what it should", rate(counted, name) >= LEAST))
        checks.append((f"{name} reads {rate(too_small, name):.1%} of the control", rate(too_small, name) <= MOST_OF_CONTROL))
        checks.append((f"{name} reads {len(wrong)} frames wrongly {wrong}", not wrong))
    failed = [check for check, holds in checks if not holds]
    for check in failed:
        print(f"FAILED: {check}")
    print(f"{len(checks) - len(failed)} passed, {len(failed)} failed, 0 skipped")
    return 1 if failed else 0


def up_to(rows: list[dict]) -> list[dict]:
    return [row for row in rows if row["version"] <= MOST_OF_ZBAR]


def rate(rows: list[dict], name: str) -> float:
    return sum(bool(row["read"][name]) for row in rows) / len(rows)


sys.exit(main())
