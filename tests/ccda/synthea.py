"""Compares what was read of Synthea's C-CDA documents with what Synthea itself says of the same patients in FHIR.

    synthea.py FHIR_FOLDER READ_FOLDER

Allergies, encounters, medicines, problems, procedures and vaccines must be the same, by code and day. Of findings, Synthea writes fewer into
C-CDA (reports, the last vital signs, assessments without their answers), so each that is there must be the same in FHIR.
"""

import collections
import decimal
import json
import pathlib
import sys

KINDS = {"allergies", "encounters", "medicines", "problems", "procedures", "vaccines"}


def codes(concept):
    return [coding["code"] for coding in (concept or {}).get("coding", [])]


def first(resource, *names):
    """The first code of the concept in the first of these members."""
    for name in names:
        found = codes(resource.get(name))
        if found:
            return found[0]
    return None


def day(*moments):
    return next((moment[:10] for moment in moments if moment), None)


def start(resource, name):
    return (resource.get(name) or {}).get("start")


def findings(resource):
    """Code, day and value of a finding and of its parts: some panels are flat on one side and joined on the other."""
    when = day(resource.get("effectiveDateTime"), start(resource, "effectivePeriod"))
    for it in [resource, *resource.get("component", [])]:
        number = it.get("valueQuantity", {}).get("value")
        number = it.get("valueInteger", number)
        found = number if number is not None else codes(it.get("valueCodeableConcept")) or it.get("valueString")
        if found is not None:
            yield (first(it, "code"), when), found


def same(ours, theirs):
    """Synthea rounds numbers in its FHIR and not in its C-CDA; but those of assessments are whole numbers in C-CDA."""
    if isinstance(ours, decimal.Decimal | int) and isinstance(theirs, decimal.Decimal | int):
        last = decimal.Decimal(1).scaleb(decimal.Decimal(theirs).as_tuple().exponent)
        if isinstance(ours, int):
            last = max(last, decimal.Decimal("0.5"))
        return abs(decimal.Decimal(ours) - theirs) <= last
    return ours == theirs


def compare_findings(read, said):
    """What became of each finding of the C-CDA document."""
    theirs = collections.defaultdict(list)
    for resource in said:
        for key, found in findings(resource):
            theirs[key].append(found)
    for resource in read:
        for key, found in findings(resource):
            if any(same(found, it) for it in theirs[key]):
                yield "the same in both"
            elif found == "{entry.value}":
                yield "without a value, by a mistake in Synthea's template"
            else:
                yield f"different: {key} {found} {theirs[key]}"


def statements(bundle):
    """Kind -> the statements of that kind."""
    kinds = collections.defaultdict(collections.Counter)
    for entry in bundle["entry"]:
        it = entry["resource"]
        match it["resourceType"]:
            case "AllergyIntolerance":
                kinds["allergies"][first(it, "code")] += 1
            case "Condition":
                kinds["problems"][first(it, "code"), day(it.get("onsetDateTime"))] += 1
            case "MedicationRequest":
                concept = it.get("medicationCodeableConcept")
                kinds["medicines"][codes(concept)[0] if concept else None, day(it.get("authoredOn"))] += 1
            case "MedicationStatement":
                when = day(it.get("effectiveDateTime"), start(it, "effectivePeriod"))
                kinds["medicines"][first(it, "medicationCodeableConcept"), when] += 1
            case "Immunization":
                kinds["vaccines"][first(it, "vaccineCode"), day(it.get("occurrenceDateTime"))] += 1
            case "Procedure":
                when = day(it.get("performedDateTime"), start(it, "performedPeriod"))
                kinds["procedures"][first(it, "code"), when] += 1
            case "Encounter":
                kinds["encounters"][codes(it["type"][0])[0], day(start(it, "period"))] += 1
    return kinds


def contained(bundle):
    """The medicine of a request stands in a resource of its own where its text is long."""
    medicines = {entry["fullUrl"]: entry["resource"] for entry in bundle["entry"]}
    for entry in bundle["entry"]:
        reference = entry["resource"].get("medicationReference", {}).get("reference")
        if reference in medicines:
            entry["resource"]["medicationCodeableConcept"] = medicines[reference]["code"]
    return bundle


def of_type(bundle, resource_type):
    return [entry["resource"] for entry in bundle["entry"] if entry["resource"]["resourceType"] == resource_type]


def main(theirs, ours):
    sums = collections.defaultdict(collections.Counter)
    outcomes = collections.Counter()
    wrong = []
    for file in sorted(pathlib.Path(ours).glob("*.json")):
        read, said = (
            contained(json.loads((pathlib.Path(folder) / file.name).read_text(), parse_float=decimal.Decimal))
            for folder in (ours, theirs)
        )
        outcomes.update(compare_findings(of_type(read, "Observation"), of_type(said, "Observation")))
        read, said = statements(read), statements(said)
        for kind in sorted(set(read) | set(said)):
            sums[kind]["the same in both"] += (read[kind] & said[kind]).total()
            for side, only in (("only in C-CDA", read[kind] - said[kind]), ("only in FHIR", said[kind] - read[kind])):
                sums[kind][side] += only.total()
                wrong += [f"{kind}, {side}: {it}" for it in only]
    for kind, counts in sums.items():
        print(f"{kind}: {dict(counts)}")
    print(f"findings: {dict(outcomes)}")
    wrong += [it for it in outcomes if it.startswith("different")]
    if wrong or not outcomes["the same in both"] or set(sums) != KINDS:
        sys.exit("\n".join(wrong[:20]) or f"kinds: {sorted(sums)}")


main(*sys.argv[1:])
