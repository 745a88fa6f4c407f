"""What real sites do, one switch at a time: all that they give comes in, and what they do not is said."""

import time
from collections.abc import Callable

import truth
from program import Record, Refused
from servers import Hospital
from tally import Tally
from whole import TYPES, troubled

MEDICAL = [kind for kind in TYPES if kind != "Provenance"]


def judge(hospital: Hospital, new: Callable[[str], Record], tally: Tally) -> None:
    wanted = truth.held(hospital, MEDICAL)

    def comes_in(name: str, record: Record, without: Callable[[tuple[str, str]], bool] = lambda _: False) -> None:
        there = {key: sent for key, sent in wanted.items() if not without(key)}
        export, resources = record.exported()
        faults = truth.differences(there, export, resources)
        faults += [f"{key} was not given" for key in map(truth.identity, resources) if without(key)]
        tally.check(f"{name}: all that is given comes in ({len(there)} of {len(wanted)})", not faults, faults)

    hospital.open(gate=["--refuse", "Immunization", "--refuse", "Procedure"])
    record = new("refused")
    pulled = record.connect(hospital.base, "hospital")["pull"]
    tally.check("two types refused: said", troubled(pulled) == ["Immunization", "Procedure"], pulled)
    comes_in("two types refused", record, lambda key: key[0] in ("Immunization", "Procedure"))
    listed = record.run("sources")["sources"][0]["searches"]
    tally.check("two types refused: listed", len([it for it in listed if it["trouble"]]) == 2, listed)

    hospital.open(gate=["--category"])
    record = new("category")
    pulled = record.connect(hospital.base, "hospital")["pull"]
    tally.check("category wanted: nothing is left refused", not troubled(pulled), pulled)
    comes_in("category wanted", record)

    hospital.open(["--quirk", "silent"])
    record = new("silent")
    added = record.connect(hospital.base, "hospital")
    tally.check("silent scopes: what was granted is not missed", not any("patient/" in it for it in added["source"]["missing"]), added["source"])
    comes_in("silent scopes", record)
    tally.check("silent scopes: it stays connected", added["source"]["stays"], added["source"])

    hospital.open(["--quirk", "no-patient"])
    record = new("no-patient")
    added = record.connect(hospital.base, "hospital")
    tally.check("no patient in the token: found", added["source"]["patient"] == hospital.patient, added["source"])
    comes_in("no patient in the token", record)

    hospital.open(["--deny", "patient/Condition.rs"])
    record = new("denied")
    scopes = ["launch/patient", "openid", "fhirUser", "offline_access", "patient/Patient.rs", "patient/Condition.rs", "patient/Immunization.rs"]
    added = record.connect(hospital.base, "hospital", *(word for scope in scopes for word in ("--scope", scope)))
    tally.check("a scope denied: said", added["source"]["missing"] == ["patient/Condition.rs"], added["source"])
    comes_in("a scope denied", record, lambda key: key[0] not in ("Patient", "Immunization"))

    hospital.open(["--deny", "patient/*.rs"])
    record = new("nothing")
    try:
        record.connect(hospital.base, "hospital", *(word for scope in ("launch/patient", "patient/*.rs") for word in ("--scope", scope)))
        refused = None
    except Refused as error:
        refused = error.id
    tally.check("nothing allowed: said", refused == "source-denied", refused)

    for switch, status in (("--unavailable", "503"), ("--busy", "429")):
        hospital.open(gate=[switch, "9"])
        record = new(switch[2:])
        pulled = record.connect(hospital.base, "hospital")["pull"]
        turned = [line for line in hospital.gate.said if line.startswith(status)]
        tally.check(f"{status} now and then: waited for", turned and not troubled(pulled), pulled)
        comes_in(f"{status} now and then", record)

    for quirk in ([], ["--quirk", "no-rotation"]):
        hospital.open(["--quirk", "short", *quirk])
        record = new("-".join(["short", *quirk[1:]]))
        record.connect(hospital.base, "hospital")
        for _ in range(3):
            time.sleep(2.1)
            record.run("sources", "pull")
        events = hospital.authority.said
        name = "short tokens, the same refresh token" if quirk else "short tokens, a new refresh token each time"
        used = events.count("refresh_token.consumed")
        tally.check(f"{name}: nobody is asked again", (used == 0 if quirk else used >= 3) and "grant.revoked" not in events, events)
        comes_in(name, record)

    # An authorization server that starts anew knows nobody.
    hospital.open(["--quirk", "short"])
    try:
        record.run("sources", "pull")
        refused = None
    except Refused as error:
        refused = error.id
    tally.check("let in no longer: said", refused == "source-signed-out", refused)
    comes_in("let in no longer: what came stays", record)
