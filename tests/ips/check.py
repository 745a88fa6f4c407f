"""Every example Bundle of the IPS guide, brought in and written out again: all entries in, each in its section, none changed."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

# The section of the record in which each section of a summary belongs, by LOINC.
SECTIONS = {
    "11450-4": "problems",
    "11348-0": "problems",
    "48765-2": "allergies",
    "10160-0": "medications",
    "11369-6": "immunizations",
    "30954-2": "results",
    "47519-4": "procedures",
    "46264-8": "procedures",
    "8716-3": "vitals",
    "29762-2": "profile",
    "10162-6": "results",
    "104605-1": "problems",
    "18776-5": "care-plan",
}
# Sections whose resources the record files by their type and category alone: a story, a directive, what somebody is able to do.
BY_TYPE = {"81338-6", "42348-3", "47420-5"}


class Record:
    def __init__(self, program: str, folder: Path) -> None:
        self.program, self.folder = program, folder

    def run(self, *arguments: str) -> dict:
        environment = os.environ | {
            "POCKETCHART_RECORD": str(self.folder),
            "POCKETCHART_PASSPHRASE": "correct horse battery staple",
            "XDG_STATE_HOME": str(self.folder.parent / "state"),
        }
        done = subprocess.run([self.program, "--json", *arguments], env=environment, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"{arguments}: {done.stdout}{done.stderr}")
        return json.loads(done.stdout)


def canonical(resource: dict) -> str:
    return json.dumps(resource, sort_keys=True)


def read(text: str) -> dict:
    """JSON with numbers as they are written."""
    return json.loads(text, parse_float=str, parse_int=str)


def check(record: Record, path: Path, out: Path) -> list[str]:
    faults = []
    bundle = read(path.read_text())
    resources = [entry["resource"] for entry in bundle["entry"]]
    report = record.run("import", str(path))
    if (report["read"], report["new"], report["unreadable"]) != (len(resources), len(resources), 0):
        faults.append(f"{len(resources)} entries, but {report}")
    again = record.run("import", str(path))
    if (again["new"], again["held"]) != (0, len(resources)):
        faults.append(f"brought in twice: {again}")

    record.run("export", "--format", "bundle", "--out", str(out))
    held = Counter(canonical(entry["resource"]) for entry in read(out.read_text())["entry"])
    lost = Counter(map(canonical, resources)) - held
    faults += [f"lost or changed: {it[:120]}" for it in lost]
    if sum(held.values()) != len(resources):
        faults.append(f"{sum(held.values())} came out of {len(resources)}")

    urls = {entry["fullUrl"]: entry["resource"] for entry in bundle["entry"]}
    urls |= {f"{it['resourceType']}/{it['id']}": it for it in resources if "id" in it}
    listed = 0
    for section in resources[0]["section"]:
        code = section["code"]["coding"][0]["code"]
        for reference in section.get("entry", []):
            resource = urls[reference["reference"]]
            listed += 1
            if code in BY_TYPE:
                continue
            found = record.run("export", "--format", "bundle", "--section", SECTIONS[code], "--out", str(out.with_name(f"{listed}.json")))
            there = [canonical(it["resource"]) for it in read(out.with_name(f"{listed}.json").read_text()).get("entry", [])]
            out.with_name(f"{listed}.json").unlink()
            if canonical(resource) not in there:
                faults.append(f"{resource['resourceType']} of {section['title']} is not in {SECTIONS[code]}: {found}")
    print(f"{path.stem}: {len(resources)} entries, {listed} in {len(resources[0]['section'])} sections")
    return faults


def main(program: str, examples: Path, work: Path) -> int:
    paths = sorted(path for path in examples.glob("Bundle-*.json"))
    passed = failed = 0
    for number, path in enumerate(paths):
        folder = work / f"{number}"
        folder.mkdir()
        record = Record(program, folder / "record")
        record.run("create", "--kdf", "fast", "--name", "test")
        faults = check(record, path, folder / "out.json")
        for fault in faults:
            print(f"{path.stem}: {fault}")
        passed, failed = passed + (not faults), failed + bool(faults)
    # A control: one changed letter must not pass.
    spoilt = work / "spoilt.json"
    spoilt.write_text(paths[0].read_text())
    (work / "control").mkdir()
    record = Record(program, work / "control" / "record")
    record.run("create", "--kdf", "fast", "--name", "test")
    record.run("import", str(spoilt))
    whole = spoilt.read_text()
    spoilt.write_text(whole.replace('"active"', '"completed"', 1))
    caught = check(record, spoilt, work / "control" / "out.json")
    passed, failed = passed + bool(caught), failed + (not caught)
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return 1 if failed or not passed else 0


sys.exit(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
