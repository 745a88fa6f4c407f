"""Calls of CDS Hooks that somebody else's code writes, and cards that it reads."""

import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from healthchain.models import CDSRequest, CDSResponse, CDSServiceInformation
from healthchain.models.hooks.orderselect import OrderSelectContext
from healthchain.models.hooks.patientview import PatientViewContext
from markdown_it import MarkdownIt
from pydantic import ValidationError

program, work, root = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
DAY = "2026-11-26"
HOSTILE = [
    "<script>alert(1)</script> & <b>bold</b>",
    "[pay here](https://evil.example) ![x](https://evil.example/x.png)",
    "www.evil.example https://evil.example mail@evil.example",
    "1. one *two* __three__ `four` ~~five~~ | six | &lt;seven&gt; \\*",
    "# heading - list + list > quote",
]
passed = 0


def check(name: str, right: bool, seen: object = "") -> None:
    global passed
    if not right:
        sys.exit(f"failed: {name}: {str(seen)[:2000]}")
    print(f"ok: {name}")
    passed += 1


def run(*arguments: str, stdin: str | None = None) -> tuple[int, dict]:
    environment = os.environ | {
        "POCKETCHART_RECORD": str(work / "phone"),
        "POCKETCHART_PASSPHRASE": "correct horse battery staple",
        "XDG_STATE_HOME": str(work / "state"),
    }
    done = subprocess.run([program, "--json", *arguments], env=environment, input=stdin, capture_output=True, text=True)
    return done.returncode, json.loads(done.stdout)


class Shown(HTMLParser):
    """What a page of Markdown shows, and by which tags."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(MarkdownIt("gfm-like").render(markdown))

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def ask(hook: str, context: object) -> str:
    request = CDSRequest(hook=hook, hookInstance="d1577c69-dfbe-44ad-ba6d-3e05e953b2ea", context=context, prefetch={"patient": patient})
    return request.model_dump_json(serialize_as_any=True, exclude_none=True)


def read(answer: dict) -> CDSResponse:
    """The answer as their model has it, with nothing lost."""
    response = CDSResponse.model_validate(answer)
    again = json.loads(response.model_dump_json(exclude_none=True))
    for card, one in zip(answer["cards"], again["cards"], strict=True):
        ours, theirs = dict(card), dict(one)
        urls = [it["source"].pop("url", "").rstrip("/") for it in (ours, theirs)]
        check(f"read whole: {card['summary'][:60]}", ours == theirs and urls[0] == urls[1], (ours, theirs, urls))
    return response


run("create", "--kdf", "fast", "--name", "phone")
run("import", str(root / "examples" / "maria-okafor.json"))
for name in HOSTILE:
    status, made = run("add", "medicine", name)
    check("a hostile name is kept", status == 0, made)
example = json.loads((root / "examples" / "maria-okafor.json").read_text())
patient = next(it["resource"] for it in example["entry"] if it["resource"]["resourceType"] == "Patient")

status, offered = run("cds-hooks", "--discovery")
services = CDSServiceInformation.model_validate(offered)
check("healthchain: the services", status == 0 and [it.hook for it in services.services] == ["patient-view", "order-select"], offered)
check("each asks for the patient", all(it.prefetch == {"patient": "Patient/{{context.patientId}}"} for it in services.services))

context = PatientViewContext(userId="Practitioner/1", patientId=patient["id"])
status, answer = run("cds-hooks", "-", "--on", DAY, stdin=ask("patient-view", context))
check("healthchain asks: patient-view", status == 0, answer)
viewed = read(answer)
check("a record brings cards", len(viewed.cards) > 1)
last = viewed.cards[-1]
check("what was not checked is the last card", last.source.topic.code == "not-checked" and last.indicator == "info")
shown = Shown(last.detail)
check("nothing hostile is markup", shown.tags <= {"p", "ul", "li"}, shown.tags)
for name in HOSTILE:
    check(f"shown letter by letter: {name[:30]}", name in shown.text, shown.text)
harmless = Shown(HOSTILE[0] + "\n\n" + HOSTILE[1] + "\n\n" + HOSTILE[2])
check("control: unescaped it is markup", {"script", "a", "img"} <= harmless.tags, harmless.tags)


def order(number: str, name: str) -> dict:
    resource = {
        "resourceType": "MedicationRequest", "id": number, "status": "draft", "intent": "order",
        "subject": {"reference": f"Patient/{patient['id']}"}, "medicationCodeableConcept": {"text": name},
    }
    return {"resource": resource}


def select(selections: list[str], *orders: dict) -> tuple[int, dict]:
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": list(orders)}
    context = OrderSelectContext(userId="Practitioner/1", patientId=patient["id"], selections=selections, draftOrders=bundle)
    return run("cds-hooks", "-", "--on", DAY, stdin=ask("order-select", context))


status, answer = select(["MedicationRequest/a"], order("a", "Itraconazole 100 MG Oral Capsule"))
clash = read(answer).cards[0]
check("a clash is critical", (clash.indicator, clash.source.topic.code) == ("critical", "interaction"), clash)
check("with its source", "Thesaurus" in clash.source.label and "October 2020" in clash.source.label, clash.source)
check("and reasons to go on", len(clash.overrideReasons) == 4 and not clash.suggestions)
shown = Shown(clash.detail)
check("its detail names both", "Atorvastatin" in shown.text and "Itraconazole" in shown.text and shown.tags == {"p"}, shown.text)
status, answer = select([], order("a", "Itraconazole 100 MG Oral Capsule"))
check("what is not selected is silent", status == 0 and all(it["indicator"] == "info" for it in answer["cards"]), answer)
status, answer = select(["MedicationRequest/b"], order("a", "Warfarin"), order("b", "St. John's wort"))
drafts = read(answer).cards[0]
check("two drafts clash with each other", drafts.indicator == "critical" and "Warfarin" in Shown(drafts.detail).text, answer)
status, answer = select(["ServiceRequest/x"], {"resource": {"resourceType": "ServiceRequest", "id": "x", "code": {"text": "MRI of head"}}})
check("an order that no rule reads is named", "MRI of head" in Shown(answer["cards"][-1]["detail"]).text, answer)
status, answer = select(["MedicationRequest/z"], order("a", "Warfarin"))
check("a selection that is not there", (status, answer["error"]["id"]) == (5, "cds-orders-no-such-order"), answer)
patient = patient | {"birthDate": "1990-01-01", "id": "other"} | {"identifier": []}
status, answer = select(["MedicationRequest/a"], order("a", "Warfarin"))
check("another person", (status, answer["error"]["id"]) == (5, "cds-another-person"), answer)

for broken in ({"summary": "x" * 141}, {"indicator": "hard-stop"}, {"source": {}}):
    card = json.loads(clash.model_dump_json(exclude_none=True)) | broken
    try:
        CDSResponse.model_validate({"cards": [card]})
        refused = False
    except ValidationError:
        refused = True
    check(f"control: theirs refuses {list(broken)[0]}", refused)
print(f"{passed} passed, 0 failed, 0 skipped")
