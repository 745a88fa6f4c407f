"""Reads each FHIR R4 file given with fhir.resources; a Bundle's resources each by themselves."""

import json
import sys

from fhir.resources.R4B import get_fhir_model_class


def resources(path):
    with open(path, encoding="utf-8") as file:
        resource = json.load(file)
    yield resource
    for entry in resource.get("entry", []) if resource["resourceType"] == "Bundle" else []:
        yield entry["resource"]


def refuses(resource):
    try:
        get_fhir_model_class(resource["resourceType"]).model_validate(resource)
    except Exception as refusal:
        return refusal
    return None


def main(paths):
    checked = failed = 0
    for path in paths:
        for resource in resources(path):
            checked += 1
            if refusal := refuses(resource):
                failed += 1
                print(f"{path}: {resource['resourceType']}/{resource.get('id')}: {refusal}", file=sys.stderr)
    wrong = {"resourceType": "Observation", "status": "final", "code": {"text": "x"}, "valueQuantity": {"value": "many"}}
    if refuses(wrong) is None:
        sys.exit("fhir.resources accepts a wrong resource: the check says nothing")
    print(f"fhir.resources: {checked} resources checked, {failed} refused")
    sys.exit(1 if failed or not checked else 0)


main(sys.argv[1:])
