"""Reads printed cards back with other people's programs: their text, their tags, and their codes from a picture of 150 dpi."""

import json
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import numpy
import pypdf
import zxingcpp

FOLDER = Path(sys.argv[1])


def letters(text: str) -> str:
    """Without spaces, line ends and marks of direction; each letter in its plain form."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(it for it in plain if not it.isspace() and unicodedata.category(it) != "Cf")


def run(*command: str) -> bytes:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def codes(pdf: Path) -> set[str]:
    run("pdftoppm", "-r", "150", "-gray", str(pdf), str(pdf.with_suffix("")))
    texts = set()
    for picture in pdf.parent.glob(f"{pdf.stem}-*.pgm"):
        _, size, _, grey = picture.read_bytes().split(b"\n", 3)
        width, height = map(int, size.split())
        luma = numpy.frombuffer(grey, numpy.uint8).reshape(height, width)
        # Bytes, because a reader guesses what letters they are.
        texts |= {code.bytes.decode() for code in zxingcpp.read_barcodes(luma)}
    return texts


def tags(reader: pypdf.PdfReader) -> list[tuple[str, str | None]]:
    """The tags, in reading order, each with its description."""
    found = []

    def visit(node) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                visit(child)
        elif isinstance(node, dict) and "/S" in node:
            found.append((node["/S"], node.get("/Alt")))
            visit(node.get("/K", []))

    visit(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def faults(row: dict) -> list[str]:
    pdf = FOLDER / row["file"]
    reader = pypdf.PdfReader(pdf)
    root = reader.trailer["/Root"]
    poppler = letters(run("pdftotext", "-layout", str(pdf), "-").decode())
    marked = letters(" ".join(page.extract_text() for page in reader.pages))
    wrong = []
    for name, text in {"pdftotext": poppler, "pypdf": marked}.items():
        if row["right_to_left"]:
            if name == "pypdf":
                # It drops the second letter of lam-alef ligatures.
                continue
            # Each program has its own order for the letters of a line from right to left; all must be there.
            missing = Counter(letters(" ".join(row["facts"]))) - Counter(text)
            wrong += [f"{name}: no {letter!r}" for letter in missing]
            continue
        for fact in row["facts"]:
            # Where a line is broken, another column may stand between its words.
            parts = [letters(fact)] if letters(fact) in text else [letters(word) for word in fact.split()]
            wrong += [f"{name}: {part!r} of {fact!r}" for part in parts if part not in text]
    if codes(pdf) != set(row["codes"]):
        wrong.append(f"codes: {codes(pdf)}")
    if root.get("/Lang") != row["language"]:
        wrong.append(f"language {root.get('/Lang')}")
    if root.get("/MarkInfo", {}).get("/Marked") != True:  # noqa: E712 - an object of pypdf
        wrong.append("not marked as tagged")
    kinds = [kind for kind, _ in tags(reader)]
    described = [alt for kind, alt in tags(reader) if kind == "/Figure"]
    if kinds.count("/H1") != 1 or kinds.count("/H2") != row["groups"] or kinds.count("/LI") != row["lines"]:
        wrong.append(f"tags {kinds}")
    if described != row["descriptions"]:
        wrong.append(f"descriptions {described}")
    if b"pdfuaid" not in pdf.read_bytes():
        wrong.append("does not claim PDF/UA")
    size = [float(it) * 25.4 / 72 for it in reader.pages[0].mediabox[2:]]
    if [round(it, 1) for it in size] != row["millimetres"]:
        wrong.append(f"size {size}")
    return wrong


def main() -> int:
    rows = json.loads((FOLDER / "cards.json").read_text())
    failed = 0
    for row in rows:
        wrong = faults(row)
        # Control: a fact and a code that are not there must be missed.
        control = faults(row | {"facts": ["Nobodysaidthis"], "codes": []})
        if len(control) < 2:
            wrong.append(f"the control passes: {control}")
        failed += bool(wrong)
        print(f"{row['file']}: {len(row['facts'])} facts, {len(row['codes'])} codes", *wrong, sep="\n  ")
    print(f"{len(rows) - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed or not rows else 0


sys.exit(main())
