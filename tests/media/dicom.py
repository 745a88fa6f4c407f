"""Each of pydicom's own files that is DICOM by its mark or by its name: the same header as pydicom reads, or refused by both."""

import json
import logging
import subprocess
import sys
import warnings
from collections import Counter
from pathlib import Path

import pydicom
from pydicom.errors import InvalidDicomError

# pydicom says a word about each odd file; the answers are what counts.
warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

FILES = Path(pydicom.__file__).parent / "data"
MAGIC = slice(128, 132)
# What a file is, by its transfer syntax: the rest is written as the first.
SYNTAXES = {"1.2.840.10008.1.2": "implicit", "1.2.840.10008.1.2.1.99": "deflated", "1.2.840.10008.1.2.2": "big-endian"}


def said(value: object) -> str | None:
    text = str(value).strip("\0 ") if value is not None else ""
    return text or None


def name(value: object) -> str | None:
    """As people say it: given names first, of several writings the first."""
    if not value:
        return None
    parts = (part.strip() for part in (value.given_name, value.middle_name, value.family_name))
    return " ".join(part for part in parts if part) or None


def day(value: object) -> str | None:
    digits = (said(value) or "").replace(".", "")
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}" if len(digits) == 8 and digits.isdigit() else None


def theirs(path: Path) -> dict | None:
    try:
        file = pydicom.dcmread(path, stop_before_pixels=True)
    except InvalidDicomError:
        return None
    return {
        "patient": name(file.get("PatientName")), "id": said(file.get("PatientID")), "issuer": said(file.get("IssuerOfPatientID")),
        "born": day(file.get("PatientBirthDate")), "date": day(file.get("StudyDate")), "modality": said(file.get("Modality")),
        "part": said(file.get("BodyPartExamined")), "description": said(file.get("StudyDescription")),
        "study": said(file.get("StudyInstanceUID")), "series": said(file.get("SeriesInstanceUID")),
        "syntax": said(file.file_meta.get("TransferSyntaxUID")),
    }


def differences(ours: dict | None, others: dict | None) -> list[str]:
    if ours is None or others is None:
        return [] if ours is others else [f"read by {'us' if others is None else 'pydicom'} alone"]
    # A time that stands behind our day is not compared: pydicom keeps it apart.
    ours = ours | {"date": ours["date"] and ours["date"][:10]}
    return [f"{field}: {ours[field]!r}, pydicom {others[field]!r}" for field in others if ours[field] != others[field]]


def main() -> int:
    paths = [path for path in sorted(FILES.rglob("*")) if path.is_file()]
    paths = [path for path in paths if path.suffix == ".dcm" or path.read_bytes()[MAGIC] == b"DICM"]
    lines = subprocess.run([sys.argv[1], *map(str, paths)], check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    passed = failed = 0
    kinds: Counter[str] = Counter()
    for path, line in zip(paths, lines, strict=True):
        ours, others = json.loads(line), theirs(path)
        ours = ours if ours["kind"] == "application/dicom" else None
        found = differences(ours, others)
        kinds["refused by both" if others is None else SYNTAXES.get(others["syntax"], "explicit")] += 1
        passed, failed = passed + (not found), failed + bool(found)
        if found:
            print(f"FAILED: {path.relative_to(FILES)}: {'; '.join(found)}")
        elif ours and any(not differences(ours | {field: "another"}, others) for field in others):
            failed += 1
            print(f"FAILED: {path.relative_to(FILES)}: a changed field is not noticed")
    print(", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())))
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return 1 if failed or len(paths) < 100 else 0


raise SystemExit(main())
