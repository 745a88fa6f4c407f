"""Compares what was read of HL7 v2 messages with what PyPI `hl7` finds in them.

Arguments: a file of lines `{"place": ..., "resource": ...}` written by the example `read_v2`, and the files of messages.
"""

import json
import sys

import hl7


def messages(path):
    with open(path, encoding="utf-8") as file:
        text = file.read().replace("\n", "\r")
    for part in text.split("MSH|")[1:]:
        lines = [line for line in part.split("\r") if line and line[:3] not in ("FHS", "BHS", "BTS", "FTS")]
        yield hl7.parse("MSH|" + "\r".join(lines) + "\r")


def segments(paths):
    found = {}
    for path in paths:
        for message in messages(path):
            control, counts = str(message["MSH"][0][10]), {}
            for segment in message:
                name = str(segment[0])
                counts[name] = counts.get(name, 0) + 1
                found[f"{control}/{name}[{counts[name]}]"] = (message, segment)
    return found


def text(message, segment, field, component=1, repetition=1):
    name = str(segment[0])
    try:
        raw = message.extract_field(name, segment_number(message, segment), field, repetition, component, 1)
    except (IndexError, KeyError):
        return ""
    return message.unescape(str(raw)) if raw is not None else ""


def segment_number(message, segment):
    same = [it for it in message if str(it[0]) == str(segment[0])]
    return next(at for at, it in enumerate(same, 1) if it is segment)


def codes(concept):
    return [coding.get("code") for coding in (concept or {}).get("coding", [])]


def digits(moment):
    return "".join(sign for sign in moment[:10] if sign.isdigit())


checked = 0


def same(place, what, ours, theirs):
    global checked
    checked += 1
    if ours != theirs:
        sys.exit(f"{place}, {what}: we read {ours!r}, hl7 reads {theirs!r}")


def check(place, resource, message, segment):
    kind = resource["resourceType"]

    def field(number, component=1):
        return text(message, segment, number, component)

    if kind == "Patient":
        same(place, "PID-3", resource["identifier"][0]["value"], field(3))
        same(place, "PID-5.1", resource["name"][0]["family"], field(5))
        same(place, "PID-5.2", resource["name"][0]["given"][0], field(5, 2))
        same(place, "PID-7", digits(resource["birthDate"]), field(7))
    elif kind == "Observation":
        same(place, "OBX-3.1", codes(resource["code"])[0], field(3))
        value, form = field(5), field(2)
        if "valueQuantity" in resource and form == "NM":
            same(place, "OBX-5", float(resource["valueQuantity"]["value"]), float(value))
            same(place, "OBX-6", field(6) in (resource["valueQuantity"].get("code"), resource["valueQuantity"].get("unit")), True)
        elif "valueQuantity" in resource:
            same(place, "OBX-5.1", resource["valueQuantity"].get("comparator", ""), value)
            same(place, "OBX-5.2", float(resource["valueQuantity"]["value"]), float(field(5, 2)))
        elif "valueCodeableConcept" in resource:
            same(place, "OBX-5", codes(resource["valueCodeableConcept"])[0], value)
        elif "valueString" in resource:
            same(place, "OBX-5", resource["valueString"].replace("\n", " ").startswith(value.replace("\r", " ").replace("\n", " ")), True)
        if "referenceRange" in resource:
            same(place, "OBX-7", resource["referenceRange"][0]["text"], field(7))
    elif kind == "DiagnosticReport":
        same(place, "OBR-4", codes(resource["code"])[0], field(4))
        same(place, "OBR-3", resource["identifier"][-1]["value"], field(3))
    elif kind == "Immunization":
        same(place, "RXA-5", codes(resource["vaccineCode"])[0], field(5))
        same(place, "RXA-3", digits(resource["occurrenceDateTime"]), field(3)[:8])
        same(place, "RXA-15", resource.get("lotNumber", ""), field(15))
    elif kind == "AllergyIntolerance":
        same(place, "AL1-3", resource["code"]["text"], field(3, 2))
    elif kind == "Condition":
        same(place, "DG1-3", (codes(resource["code"]) + [""])[0], field(3))
    elif kind == "Encounter":
        same(place, "PV1-19", resource["identifier"][0]["value"], field(19))
        same(place, "PV1-44", digits(resource["period"]["start"]), field(44)[:8])
    elif kind == "RelatedPerson":
        same(place, "NK1-2", resource["name"][0]["family"], field(2))
    elif kind == "Specimen":
        same(place, "SPM-4", codes(resource["type"])[0], field(4))
    elif kind == "DocumentReference" and str(segment[0]) == "TXA":
        same(place, "TXA-12", resource["masterIdentifier"]["value"], field(12))
    else:
        same(place, "OBX-3.1", codes(resource["type"])[0], field(3))


found = segments(sys.argv[2:])
resources = 0
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        read = json.loads(line)
        check(read["place"], read["resource"], *found[read["place"]])
        resources += 1
if resources == 0 or checked < resources:
    sys.exit("hardly anything was compared")
print(f"{resources} resources, {checked} fields agree with hl7")
print(f"{resources} passed, 0 failed, 0 skipped")
