"""Starts the servers, puts a patient of Synthea's on them, and sees that the program brings in what they hold, and says what it could not."""

import argparse
import random
from pathlib import Path

import bridge
import files
import keys
import killed
import large
import overlap
import quirks
import switches
import whole
from program import Record
from servers import Hospital
from tally import Tally

# A short record; both servers get the same patient.
PATIENT = "Lavern240"


def filled(hospital: Hospital, patients: Path) -> Hospital:
    """Puts the hospitals and doctors on the server, to which the patient's record refers, and the patient."""
    hospital.fhir.wait()
    for name in ("hospitalInformation", "practitionerInformation", PATIENT):
        (bundle,) = patients.glob(f"{name}*.json")
        answer = hospital.load(bundle)
    places = [entry["response"]["location"] for entry in answer["entry"]]
    hospital.patient = next(place.split("Patient/")[1].split("/")[0] for place in places if "Patient/" in place)
    return hospital


def main() -> int:
    options = argparse.ArgumentParser()
    for name in ("program", "tools", "patients", "work"):
        options.add_argument(name, type=Path)
    options.add_argument("--seed", type=int, default=random.randrange(2**32))
    options.add_argument("--large", action="store_true")
    options.add_argument("--keycloak", action="store_true")
    options.add_argument("--keys", action="store_true")
    options.add_argument("--bridge", action="store_true")
    chosen = options.parse_args()
    tally = Tally()
    hospitals: list[Hospital] = []

    def start(kind: str) -> Hospital:
        hospitals.append(Hospital(kind, chosen.tools, chosen.work))
        return hospitals[-1]

    def new(name: str) -> Record:
        return Record(str(chosen.program), chosen.work / name)

    def bridges(*hospitals: Hospital) -> None:
        strict = start("strict")
        strict.fhir.wait()
        for hospital in (*hospitals, strict):
            bridge.judge(hospital, new(f"bridge-{hospital.kind}"), chosen.program, chosen.work / f"desk-{hospital.kind}", tally)

    try:
        if chosen.large:
            large.judge(chosen.tools, chosen.work, new("large"), tally, chosen.seed)
        elif chosen.keys:
            keys.judge(filled(start("medplum"), chosen.patients), new, chosen.program.parent, chosen.work, tally)
        elif chosen.bridge:
            bridges(filled(start("hapi"), chosen.patients), filled(start("medplum"), chosen.patients))
        elif chosen.keycloak:
            whole.judge(filled(start("medplum"), chosen.patients), new("keycloak"), tally, keycloak=True)
        else:
            # It starts slowly: meanwhile the other one is asked.
            hapi, medplum = start("hapi"), filled(start("medplum"), chosen.patients)
            switches.judge(medplum, tally)
            quirks.judge(medplum, new, tally)
            keys.judge(medplum, new, chosen.program.parent, chosen.work, tally)
            killed.judge(chosen.tools, chosen.work, new("killed"), tally, chosen.seed)
            large.judge(chosen.tools, chosen.work, new("large"), tally, chosen.seed)
            overlap.judge(medplum, filled(hapi, chosen.patients), new("overlap"), tally)
            whole.judge(medplum, new("medplum"), tally)
            whole.judge(hapi, new("hapi"), tally)
            files.judge(hapi, new("files"), tally)
            bridges(hapi, medplum)
    finally:
        for hospital in hospitals:
            hospital.stop()
    print(f"{tally.passed} passed, {tally.failed} failed, 0 skipped")
    return 1 if tally.failed or not tally.passed else 0


raise SystemExit(main())
