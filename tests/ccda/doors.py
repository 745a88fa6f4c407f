"""The same patients through two doors: Synthea's FHIR, and then Synthea's C-CDA of the same person, brought into one record by the program.

    doors.py PROGRAM SYNTHEA_FOLDER

Counts what became of each statement of the document: joined to what was there, proposed to be the same, or left alone. Of statements that
stand in both with one code and one day (synthea.py shows that all do), at least 95 % must be joined or proposed; and what was two things
before must still be two.
"""

import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

SECTIONS = ["allergies", "problems", "medications", "immunizations", "procedures", "encounters"]
# Larger ones only take longer.
LARGEST = 1_200_000
ENOUGH = 0.95


class Record:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        state = str(pathlib.Path(folder).parent / "state")
        self.environment = os.environ | {"POCKETCHART_PASSPHRASE": "correct horse battery staple", "XDG_STATE_HOME": state}
        self.run("create", "--kdf", "fast", "--name", "phone")

    def run(self, *words):
        said = subprocess.run([self.program, "--json", "--record", self.folder, *words], env=self.environment, capture_output=True, check=True)
        return json.loads(said.stdout)

    def items(self, section):
        return self.run("list", section, "--all", "--limit", "100000")["items"]


def what(item):
    code = item["facts"]["code"]
    return (code["code"] if code else item["facts"]["title"]), item["when"][:10]


def main(program, synthea):
    sums = collections.defaultdict(collections.Counter)
    wrong, asked = [], 0
    for document in sorted((pathlib.Path(synthea) / "ccda").glob("*.xml")):
        if document.stat().st_size > LARGEST:
            continue
        with tempfile.TemporaryDirectory() as folder:
            record = Record(program, f"{folder}/record")
            record.run("import", f"{synthea}/fhir/{document.stem}.json")
            before = {section: record.items(section) for section in SECTIONS}
            try:
                record.run("import", str(document))
            except subprocess.CalledProcessError:
                # Some documents leave out the second given name: then the person is asked.
                asked += 1
                record.run("import", "--same-person", str(document))
            for section in SECTIONS:
                after = record.items(section)
                count = sums[section]
                held = {source["id"]: item["id"] for item in before[section] for source in item["sources"]}
                for item in after:
                    old = {held[source["id"]] for source in item["sources"] if source["id"] in held}
                    new = [source for source in item["sources"] if source["id"] not in held]
                    if len(old) > 1:
                        wrong.append(f"{document.name}, {section}: {what(item)} was {len(old)} things")
                    kind = "joined" if old else "proposed" if item["probable"] else "alone"
                    count[kind] += len(new)
    for section, count in sums.items():
        print(f"{section}: {dict(count)}")
    total = sum(sums.values(), collections.Counter())
    found = (total["joined"] + total["proposed"]) / max(total.total(), 1)
    print(f"{total.total()} statements of the documents: {dict(total)}, {found:.1%} joined or proposed, {len(wrong)} wrong; {asked} asked about")
    if wrong or found < ENOUGH or total.total() < 100:
        sys.exit("\n".join(wrong[:20]) or "too few")


main(*sys.argv[1:])
