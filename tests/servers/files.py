"""Files that documents only point to: each comes in once, as the server has it; one that is not there is named, and asked for again."""

import base64
import hashlib
import json

from program import Record
from servers import Hospital, call
from tally import Tally

WORD = "zolpidem"


def pdf() -> bytes:
    """A page with one word."""
    text = f"BT /F1 12 Tf 72 720 Td ({WORD}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    file, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return file + end % (table, len(file))


def put(hospital: Hospital, resource: dict) -> None:
    status, answer = call("PUT", f"{hospital.upstream}/{resource['resourceType']}/{resource['id']}", resource)
    if status not in (200, 201):
        raise SystemExit(f"{hospital.kind} refuses {resource['id']}: {status} {answer[:300]}")


def file_there(hospital: Hospital, name: str, data: bytes) -> None:
    put(hospital, {"resourceType": "Binary", "id": name, "contentType": "application/pdf", "data": base64.b64encode(data).decode()})


def points(hospital: Hospital, name: str, url: str, data: bytes) -> None:
    attachment = {
        "contentType": "application/pdf", "url": url, "title": name, "size": len(data),
        "hash": base64.b64encode(hashlib.sha1(data).digest()).decode(),
    }
    put(hospital, {
        "resourceType": "DocumentReference", "id": name, "status": "current", "subject": {"reference": f"Patient/{hospital.patient}"},
        "content": [{"attachment": attachment}],
    })


def judge(hospital: Hospital, record: Record, tally: Tally) -> None:
    name, data = hospital.kind, pdf()
    for letter in ("first", "second", "spoilt"):
        file_there(hospital, letter, data)
    points(hospital, "letter-first", "Binary/first", data)
    points(hospital, "letter-second", f"{hospital.base}/Binary/second", data)
    points(hospital, "letter-spoilt", "Binary/spoilt", data + b" ")
    points(hospital, "letter-late", "Binary/late", data)
    hospital.open()
    pulled = record.connect(hospital.base, name)["pull"]
    missing = {it["title"]: it["trouble"] for it in pulled["missing"]}
    wanted = {"letter-late": ("refused", 404), "letter-spoilt": ("other-file", None)}
    said = {title: (trouble["id"], trouble["status"]) for title, trouble in missing.items()}
    tally.check(f"{name}: files that are not there, or not the ones, are named", said == wanted, pulled["missing"])

    found = record.run("search", WORD)["items"]
    titles = sorted(json.loads(record.run("item", it["id"])["content"])["id"] for it in found)
    tally.check(f"{name}: a word of a file finds its document", titles == ["letter-first", "letter-second"], found)
    out = record.folder / "letter.pdf"
    for item in found:
        record.run("extract", item["id"], "--out", str(out))
        tally.check(f"{name}: the file of {item['short']} is as it was put on the server", out.read_bytes() == data)
        out.unlink()

    def asked(file: str) -> int:
        return sum(f"GET /fhir/Binary/{file}" in line for line in hospital.gate.said)

    file_there(hospital, "late", data)
    pulled = record.run("sources", "pull", name)["pulled"][0]
    tally.check(f"{name}: what was missing is asked for again", [it["title"] for it in pulled["missing"]] == ["letter-spoilt"], pulled["missing"])
    record.run("sources", "pull", name)
    counts = [asked(file) for file in ("first", "second", "late", "spoilt")]
    tally.check(f"{name}: and nothing else", counts == [1, 1, 2, 3], counts)
    hospital.close()
