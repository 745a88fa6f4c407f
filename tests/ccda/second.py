"""A second opinion: what PyPI's ccda-to-fhir finds in the same documents, statement by statement.

    second.py READ_FOLDER DOCUMENT.xml...

Fails where it finds a statement that we do not: another type for the same code, or a code that is not there at all. Statements that only we
find are counted; docs/ccda.md says why.
"""

import collections
import json
import logging
import pathlib
import sys

from ccda_to_fhir import convert_document

# Who took part stands at each statement in ours; the sections stay in the document that is kept.
NOT_STATEMENTS = {"Composition", "Device", "Location", "Organization", "Practitioner", "PractitionerRole", "Provenance", "RelatedPerson"}

logging.Logger.callHandlers = lambda *_: None


def code(resource):
    for name in ("code", "vaccineCode", "medicationCodeableConcept", "type"):
        concept = resource.get(name)
        concept = concept[0] if isinstance(concept, list) and concept else concept
        if isinstance(concept, dict):
            return (concept.get("coding") or [{}])[0].get("code") or concept.get("text")
    return None


def statements(bundle):
    resources = [entry["resource"] for entry in bundle["entry"]]
    return collections.Counter((it["resourceType"], code(it)) for it in resources if it["resourceType"] not in NOT_STATEMENTS)


def main(read, *documents):
    sums = collections.defaultdict(collections.Counter)
    missing = []
    for document in map(pathlib.Path, documents):
        theirs = json.loads(json.dumps(convert_document(document.read_text(encoding="utf-8"))["bundle"], default=str))
        ours = statements(json.loads((pathlib.Path(read) / f"{document.stem}.json").read_text()))
        theirs = statements(theirs)
        for side, found in (("both", ours & theirs), ("only we", ours - theirs), ("only they", theirs - ours)):
            for (kind, _), count in found.items():
                sums[kind][side] += count
        missing += [f"{document.name}: {it}" for it in theirs - ours]
    for kind, counts in sorted(sums.items()):
        print(f"{kind}: {counts['both']} in both, {counts['only we']} only by us, {counts['only they']} only by ccda-to-fhir")
    if missing or not sums:
        sys.exit("only by ccda-to-fhir:\n" + "\n".join(missing[:20]))


main(*sys.argv[1:])
