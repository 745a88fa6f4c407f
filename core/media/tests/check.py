"""Compares what was said of DICOM files with what pydicom reads."""

import sys

import pydicom

# Packed or written in ways that are kept and not read (docs/readers.md).
NOT_READ = {"1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.2"}


def name(value):
    parts = str(value).split("=")[0].split("^")
    parts += [""] * (3 - len(parts))
    return " ".join(it.strip() for it in (parts[1], parts[2], parts[0]) if it.strip())


def text(dataset, keyword):
    value = dataset.get(keyword)
    return "" if value is None else str(value).strip()


def day(value):
    return "-".join((value[:4], value[4:6], value[6:8])) if len(value) >= 8 else ""


compared = other = values = 0
for line in open(sys.argv[1], encoding="utf-8"):
    path, kind, *ours = line.rstrip("\n").split("\t")
    if kind != "application/dicom":
        other += 1
        continue
    dataset = pydicom.dcmread(path, stop_before_pixels=True)
    if dataset.file_meta.get("TransferSyntaxUID") in NOT_READ:
        assert not any(ours), path
        other += 1
        continue
    theirs = [
        name(text(dataset, "PatientName")),
        day(text(dataset, "PatientBirthDate")),
        text(dataset, "PatientID"),
        text(dataset, "Modality"),
        text(dataset, "StudyDescription"),
        text(dataset, "StudyInstanceUID"),
        day(text(dataset, "StudyDate")),
    ]
    ours[6] = ours[6][:10]
    if ours != theirs:
        sys.exit(f"{path}: {ours} is not {theirs}")
    compared += 1
    values += sum(1 for it in theirs if it)
assert compared > 40, compared
print(f"{compared} files say the same ({values} values); {other} are none, or are kept unread")
