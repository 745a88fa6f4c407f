"""What a server holds of a patient, asked for without the program, and whether a record holds the same."""

import json
from collections import Counter

from servers import Hospital, call


def identity(resource: dict) -> tuple[str, str]:
    return resource["resourceType"], resource["id"]


def held(hospital: Hospital, types: list[str]) -> dict[tuple[str, str], bytes]:
    """Every resource of these types that a search for the patient finds, as the server sends it when it is read alone."""
    found = {}
    for kind in types:
        whose = f"_id={hospital.patient}" if kind == "Patient" else f"patient=Patient/{hospital.patient}"
        address = f"{hospital.upstream}/{kind}?{whose}&_count=50"
        while address:
            status, answer = call("GET", address)
            if status != 200:
                raise SystemExit(f"{hospital.kind}: {kind}: {status} {answer[:300]}")
            bundle = json.loads(answer)
            for entry in bundle.get("entry", []):
                resource = entry["resource"]
                if resource["resourceType"] == kind:
                    found[identity(resource)] = b""
            address = next((link["url"] for link in bundle.get("link", []) if link["relation"] == "next"), None)
            if address:
                address = hospital.upstream + address.removeprefix(hospital.base)
    for kind, name in found:
        found[kind, name] = call("GET", f"{hospital.upstream}/{kind}/{name}")[1]
    return found


def differences(wanted: dict[tuple[str, str], bytes], export: bytes, resources: list[dict]) -> list[str]:
    """What is on the server and not in the record as the server sent it, and what the record holds twice."""
    faults = [f"{kind}/{name} is missing or changed" for (kind, name), sent in wanted.items() if sent not in export]
    twice = [key for key, number in Counter(map(identity, resources)).items() if number > 1]
    return faults + [f"{kind}/{name} is there twice" for kind, name in twice]
