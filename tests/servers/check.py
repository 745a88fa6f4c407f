"""Starts the servers, puts Synthea's patients on them, and sees that the program brings in what they hold."""

import argparse
from pathlib import Path

import switches
from servers import Hospital
from tally import Tally

# A short record; both servers get the same patient.
PATIENT = "Lavern240"


def filled(hospital: Hospital, patients: Path) -> None:
    """Puts the hospitals and doctors on the server, to which the patient's record refers, and the patient."""
    hospital.fhir.wait()
    for name in ("hospitalInformation", "practitionerInformation", PATIENT):
        (bundle,) = patients.glob(f"{name}*.json")
        answer = hospital.load(bundle)
    places = [entry["response"]["location"] for entry in answer["entry"]]
    hospital.patient = next(place.split("Patient/")[1].split("/")[0] for place in places if "Patient/" in place)


def main() -> int:
    options = argparse.ArgumentParser()
    for name in ("program", "tools", "patients", "work"):
        options.add_argument(name, type=Path)
    chosen = options.parse_args()
    tally = Tally()
    hospitals: list[Hospital] = []
    try:
        medplum = Hospital("medplum", chosen.tools, chosen.work)
        hospitals.append(medplum)
        filled(medplum, chosen.patients)
        switches.judge(medplum, tally)
    finally:
        for hospital in hospitals:
            hospital.stop()
    print(f"{tally.passed} passed, {tally.failed} failed, 0 skipped")
    return 1 if tally.failed or not tally.passed else 0


raise SystemExit(main())
