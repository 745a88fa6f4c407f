"""One server from end to end: all of the patient, as the server sends it; then what changed, and nothing twice."""

import json

import truth
from program import Record, Refused
from servers import Hospital, call
from tally import Tally

# What Synthea writes of a patient.
TYPES = [
    "Patient", "CarePlan", "CareTeam", "Claim", "Condition", "Device", "DiagnosticReport", "DocumentReference", "Encounter",
    "ExplanationOfBenefit", "ImagingStudy", "Immunization", "MedicationRequest", "Observation", "Procedure", "Provenance", "SupplyDelivery",
]


def troubled(pulled: dict) -> list[str]:
    return [search["name"] for search in pulled["searches"] if search["trouble"]]


def judge(hospital: Hospital, record: Record, tally: Tally, keycloak: bool = False) -> None:
    name = hospital.kind
    hospital.open(keycloak=keycloak)
    added = record.connect(hospital.base, name)
    pulled = added["pull"]
    tally.check(f"{name}: the browser ends at a page of the program", "signed in" in record.page, record.page)
    tally.check(f"{name}: nothing was refused", not troubled(pulled), pulled)
    wanted = truth.held(hospital, TYPES)
    export, resources = record.exported()
    faults = truth.differences(wanted, export, resources)
    tally.check(f"{name}: {len(wanted)} resources are there, each byte as the server sends it", len(wanted) > 200 and not faults, faults)
    sample = next(iter(wanted))
    spoilt = wanted | {sample: wanted[sample].replace(b'"', b"'", 1)}
    tally.check(f"{name}: one changed byte is noticed", len(truth.differences(spoilt, export, resources)) == 1 + len(faults))

    again = record.run("sources", "pull", name)["pulled"][0]
    tally.check(f"{name}: a second pull adds nothing", (again["new"], again["updated"]) == (0, 0), again)
    before = len(hospital.gate.said)

    kind, key = next(key for key in wanted if key[0] == "Condition")
    changed = json.loads(wanted[kind, key])
    changed["note"] = [{"text": "Looked at again."}]
    status, _ = call("PUT", f"{hospital.upstream}/{kind}/{key}", changed)
    weight = {
        "resourceType": "Observation", "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7"}]},
        "subject": {"reference": f"Patient/{hospital.patient}"}, "effectiveDateTime": "2026-01-02T03:04:05+01:00",
        "valueQuantity": {"value": 71.5, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg"},
    }
    created, answer = call("POST", f"{hospital.upstream}/Observation", weight)
    tally.check(f"{name}: the hospital changes one and adds one", (status, created) == (200, 201), (status, created))
    news = record.run("sources", "pull", name)["pulled"][0]
    tally.check(f"{name}: the next pull brings these two", (news["new"], news["updated"]) == (1, 1), news)
    searches = [line for line in hospital.gate.said[before:] if line.startswith("200 GET /fhir/") and "?patient=" in line]
    tally.check(f"{name}: and asks for what changed alone", searches and all("_lastUpdated=ge" in line for line in searches), searches)
    now = {key: call("GET", f"{hospital.upstream}/{key[0]}/{key[1]}")[1] for key in ((kind, key), truth.identity(json.loads(answer)))}
    faults = truth.differences(now, *record.exported())
    tally.check(f"{name}: as the server sends them", not faults, faults)

    listed = record.run("sources")["sources"]
    tally.check(f"{name}: the connection is listed", [it["base"] for it in listed] == [hospital.base] and listed[0]["stays"], listed)
    said = len(hospital.authority.said)
    gone = record.run("sources", "remove", name)
    events = hospital.authority.said[said:]
    tally.check(f"{name}: removed, its tokens are given back", gone["revoked"] is True and (keycloak or "grant.revoked" in events), (gone, events))
    tally.check(f"{name}: what came in stays", len(record.exported()[1]) == len(resources) + 1)
    try:
        record.run("sources", "pull", name)
        refused = None
    except Refused as error:
        refused = error.id
    tally.check(f"{name}: no more is brought in", refused in ("source-unknown", "source-none"), refused)
