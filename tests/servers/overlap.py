"""The same patient in two hospitals: what both know is one item with two sources, and nothing else is joined."""

import json

from program import Record
from servers import Hospital
from tally import Tally

# What differs between two copies of a statement without a difference in what they state: names and addresses of the server that holds it.
OF_THE_SERVER = {"id", "meta", "reference", "identifier", "url", "display"}
SECTIONS = ["allergies", "medications", "problems", "immunizations", "results", "vitals", "procedures", "encounters", "care-plan"]


def stated(value: object) -> object:
    if isinstance(value, dict):
        return {name: stated(inner) for name, inner in value.items() if name not in OF_THE_SERVER}
    return [stated(inner) for inner in value] if isinstance(value, list) else value


def content(record: Record, entry: str) -> dict:
    return json.loads(record.run("item", entry)["content"], parse_float=str, parse_int=str)


def judge(one: Hospital, other: Hospital, record: Record, tally: Tally) -> None:
    for hospital in (one, other):
        hospital.open()
        record.connect(hospital.base, hospital.kind)
    joined = alone = 0
    wrong: list[str] = []
    for section in SECTIONS:
        for item in record.run("list", section, "--all")["items"]:
            if len(item["sources"]) < 2:
                alone += 1
                continue
            joined += 1
            first, *others = (stated(content(record, source["id"])) for source in item["sources"])
            wrong += [f"{section} {item['short']}: {first} and {it}" for it in others if it != first]
    tally.check(f"{one.kind} and {other.kind}: {joined} items are of both, {alone} of one, none is joined wrongly", joined and not wrong, wrong[:3])
    tally.check("what both know is mostly one item", joined > alone, (joined, alone))
