"""The desk's bridge before a clinic's own server (HAPI FHIR as it is and strict, Medplum): who the patient is there, what is written there, and what becomes of it when the line is cut or
somebody else writes, too."""

import http.client
import json
import re
import subprocess
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from program import Record
from servers import Hospital, Server, call, free_port
from tally import Tally

PASSWORD = "correct horse battery"
FIRST = "the first password"
EXAMPLE = Path(__file__).parents[2] / "examples/maria-okafor.json"
MRN = "https://lakeside.example/mrn"
OURS = "urn:ietf:rfc:3986"
SECTIONS = ["profile", "allergies", "results", "problems"]


class Line:
    """The line between the desk and the server: passes everything on, but for one request that is cut before or after it arrived."""

    def __init__(self, upstream: str) -> None:
        self.asked = 0
        self.cut: tuple[int, str] | None = None
        place, line = urllib.parse.urlparse(upstream), self
        guard = threading.Lock()

        class Passes(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def passes(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                with guard:
                    line.asked += 1
                    cut = line.cut[1] if line.cut and line.cut[0] == line.asked else None
                self.close_connection = True
                if cut == "before":
                    return
                there = http.client.HTTPConnection(place.hostname, place.port, timeout=120)
                headers = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection")}
                there.request(self.command, self.path, body or None, headers)
                answer = there.getresponse()
                data = answer.read()
                there.close()
                if cut == "after":
                    return
                self.send_response(answer.status)
                for name, value in answer.getheaders():
                    if name.lower() not in ("transfer-encoding", "connection", "content-length"):
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(data)

            do_GET = do_POST = do_PUT = passes

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Passes)
        self.base = f"http://127.0.0.1:{self.server.server_port}/fhir"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


class Desk:
    """The desk as a process, an administrator and a clinician in their browsers."""

    def __init__(self, program: Path, work: Path) -> None:
        line = [str(program), "clinic", "--name", "Lakeside Clinic", "--listen", "127.0.0.1:0", "--data", str(work / "clinic")]
        self.process = subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        said = ""
        while "Ctrl-C" not in said:
            line = self.process.stderr.readline()
            if not line:
                raise SystemExit(f"the desk does not start: {said}")
            said += line
        threading.Thread(target=self.process.stderr.read, daemon=True).start()
        self.url = re.search(r"http://[0-9.:]+", said).group()
        secret = re.search(r"^\s*([0-9a-f]{32})\s*$", said, re.MULTILINE).group(1)
        self.ask({}, "POST", "/api/setup", {"secret": secret, "login": "ada", "name": "Ada", "password": PASSWORD})
        self.ada = self.signed_in("ada", PASSWORD)
        self.ask(self.ada, "POST", "/api/staff", {"login": "cleo", "name": "Dr. Cleo", "role": "clinician", "password": FIRST})
        new = {"old": FIRST, "new": PASSWORD}
        self.ask(self.signed_in("cleo", FIRST), "POST", "/api/session/password", new)
        self.cleo = self.signed_in("cleo", PASSWORD)

    def exchange(self, session: dict, method: str, path: str, document: object = None) -> tuple[int, object, str | None]:
        data = None if document is None else json.dumps(document).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json", **session}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                body = answer.read()
                return answer.status, json.loads(body) if body else None, answer.headers["Set-Cookie"]
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read()), None

    def ask(self, session: dict, method: str, path: str, document: object = None) -> object:
        status, answer, _ = self.exchange(session, method, path, document)
        if status >= 400:
            raise SystemExit(f"the desk refuses {method} {path}: {status} {answer}")
        return answer

    def signed_in(self, login: str, password: str) -> dict:
        _, who, cookie = self.exchange({}, "POST", "/api/session", {"login": login, "password": password})
        return {"Cookie": cookie.split(";")[0], "X-CSRF-Token": who["csrf"]}

    def scans(self, record: Record) -> str:
        """The patient opens what may be written; the chart's name."""
        address = f"127.0.0.1:{free_port()}"
        line = [record.program, "--json", "grant", *SECTIONS, "--read", "--for", "4h", "--address", address, "--code-fd", "2"]
        made = subprocess.run(line, env=record.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
        code = next(line for line in made.stderr.splitlines() if line.startswith("pocketchart:/"))
        serving = record.start("serve", "--listen", address, "--agree")
        for line in serving.stderr:
            if "127.0.0.1:" in line:
                break
        scan = self.ask(self.cleo, "POST", "/api/scan", {"code": code})["scan"]
        while (state := self.ask(self.cleo, "GET", f"/api/scan/{scan}"))["state"] in ("calling", "compare"):
            time.sleep(0.05)
        serving.communicate()
        if state["state"] != "given":
            raise SystemExit(f"the desk got nothing: {state}")
        return state["chart"]

    def entries(self, chart: str, section: str) -> list[dict]:
        return self.ask(self.cleo, "GET", f"/api/charts/{chart}/sections/{section}?limit=200")["entries"]

    def approves(self, chart: str, entries: list[str]) -> dict:
        return self.after(self.ask(self.cleo, "POST", f"/api/bridge/charts/{chart}/outbox", {"entries": entries}))

    def after(self, message: dict) -> dict:
        """The message once nothing of it waits any more, or an attempt came to nothing."""
        for _ in range(2400):
            message = self.ask(self.cleo, "GET", f"/api/bridge/outbox/{message['id']}")
            if message["tries"] or not {"waiting", "sent"} & {line["state"] for line in message["lines"]}:
                return message
            time.sleep(0.05)
        raise SystemExit(f"the message does not end: {message}")

    def tries_again(self, message: dict) -> dict:
        return self.after(self.ask(self.cleo, "POST", f"/api/bridge/outbox/{message['id']}"))

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)


def states(message: dict) -> list[str]:
    return [line["state"] for line in message["lines"]]


def found(hospital: Hospital, search: str) -> list[bytes]:
    """The resources that a search finds, each as the server sends it when read alone."""
    bundle = json.loads(call("GET", f"{hospital.upstream}/{search}")[1])
    resources = [entry["resource"] for entry in bundle.get("entry", [])]
    return [call("GET", f"{hospital.upstream}/{it['resourceType']}/{it['id']}")[1] for it in resources]


def write(hospital: Hospital, desk: Desk, record: Record, tally: Tally) -> None:
    """A patient is found, confirmed, and what was approved is written; then both sides change it."""
    example = next(it["resource"] for it in json.loads(EXAMPLE.read_text())["entry"] if it["resource"]["resourceType"] == "Patient")
    known = {name: example[name] for name in ("resourceType", "identifier", "name", "birthDate", "gender")}
    patient = json.loads(call("POST", f"{hospital.upstream}/Patient", known)[1])["id"]
    chart = desk.scans(record)
    path = f"/api/bridge/charts/{chart}"
    candidates = desk.ask(desk.cleo, "GET", f"{path}/candidates")["candidates"]
    tally.check("the patient is found", [it["patient"] for it in candidates if it["confirmable"]] == [patient], candidates)
    desk.ask(desk.cleo, "PUT", f"{path}/patient", {"patient": patient})

    allergies = {it["facts"]["title"]: it["id"] for it in desk.entries(chart, "allergies")}
    results = [it["id"] for it in desk.entries(chart, "results") if it["facts"]["title"] == "HbA1c"]
    message = desk.approves(chart, [allergies["Penicillin"], allergies["Latex"], results[0]])
    done = states(message) == ["confirmed"] * 3 and all(it["provenance"] for it in message["lines"])
    tally.check("what was approved is written and read back", done, message)
    (result,) = found(hospital, f"Observation?subject=Patient/{patient}")
    is_kept = b"4.0" in re.findall(rb'"value": ?([0-9.]+)', result)
    rewritten = message["lines"][2].get("rewritten")
    tally.check("numbers are as they were written, or it is said which are not", is_kept != bool(rewritten), (result, rewritten))
    sources = found(hospital, f"Provenance?patient=Patient/{patient}") or found(hospital, f"Provenance?target=Observation/{json.loads(result)['id']}")
    tally.check("it says where it comes from", any(b"Dr. Cleo" in it for it in sources), sources)
    again = desk.approves(chart, [allergies["Penicillin"], results[0]])
    stored = found(hospital, f"AllergyIntolerance?patient=Patient/{patient}")
    tally.check("approved again, it is there once", states(again) == ["confirmed"] * 2 and len(stored) == 2, (again, len(stored)))

    place = message["lines"][0]["place"]
    theirs = json.loads(call("GET", f"{hospital.upstream}/{place}")[1])
    theirs["note"] = [*theirs.get("note", []), {"text": "seen by Dr. Bell"}]
    call("PUT", f"{hospital.upstream}/{place}", theirs)
    for title in ("Penicillin", "Latex"):
        items = record.run("list", "allergies", "--all")["items"]
        (item,) = (it["id"] for it in items if it["facts"]["title"] == title)
        record.run("correct", item, "allergy", "--severity", "mild")
    chart = desk.scans(record)
    allergies = {it["facts"]["title"]: it["id"] for it in desk.entries(chart, "allergies")}
    message = desk.approves(chart, [allergies["Penicillin"], allergies["Latex"]])
    tally.check("what somebody else changed waits for a person", states(message) == ["conflict", "confirmed"], message)
    held = message["lines"][0]
    seen = "seen by Dr. Bell" in (held.get("theirs") or "") and "mild" in (held["ours"] or "")
    now = call("GET", f"{hospital.upstream}/{place}")[1]
    tally.check("both are shown, and nothing was overwritten", seen and b"seen by Dr. Bell" in now and b"mild" not in now, (held, now))
    decision = {"decision": "send", "version": held["version"]}
    message = desk.after(desk.ask(desk.cleo, "POST", f"/api/bridge/outbox/{message['id']}/lines/0", decision))
    now = call("GET", f"{hospital.upstream}/{place}")[1]
    tally.check("a person may send it over what they saw", states(message) == ["confirmed"] * 2 and b"mild" in now, message)


def answers(hospital: Hospital, desk: Desk, record: Record, work: Path, tally: Tally) -> None:
    """What a patient answers in a check-in: the form and what it measures, as it was typed."""
    chart = desk.scans(record)
    forms = desk.ask(desk.cleo, "GET", "/api/checkins/forms")
    (form,) = (it["questionnaire"] for it in forms if it["name"] == "home-readings")
    asks = {"chart": chart, "hours": 1, "items": [{"id": "home", "title": "What you measured at home", "questionnaire": form}]}
    checkin = desk.ask(desk.cleo, "POST", "/api/checkins", asks)["id"]
    request, answer = work / "request.json", work / "answer.json"
    request.write_text(json.dumps(desk.ask(desk.cleo, "GET", f"/api/checkins/{checkin}/request")))
    typed = {"systolic": "128", "diastolic": "82", "weight": "81.50 kg", "temperature": "100.40 °F", "oxygen": "97 %", "glucose": "5.80 mmol/L"}
    words = [part for question, said in typed.items() for part in ("--answer", "home", question, said)]
    record.run("checkin", str(request), "--give", "home", *words, "--out", str(answer))
    sent = urllib.request.Request(f"{desk.url}/api/checkins/{checkin}/answer", answer.read_bytes(), {"Content-Type": "application/json", **desk.cleo})
    urllib.request.urlopen(sent, timeout=120).close()
    path = f"/api/bridge/checkins/{checkin}"
    writing = desk.ask(desk.cleo, "GET", path)
    chosen = {"patient": writing["patient"], "lines": [it["name"] for it in writing["lines"]]}

    def approved() -> dict:
        return desk.after(desk.ask(desk.cleo, "POST", path, chosen))

    message = approved()
    done = states(message) == ["confirmed"] * 6 and all(it["provenance"] for it in message["lines"])
    tally.check("what was answered is written and read back", done, message)
    places = [it["place"] for it in message["lines"]]
    kept = [json.loads(call("GET", f"{hospital.upstream}/{place}")[1], parse_float=str) for place in places]
    response, measured = kept[0], kept[1:]
    told = f"{response['questionnaire']} {response['subject']['reference']} {response['source']['reference']}"
    tally.check("it is of the form, of the patient and by the patient", told == f"{form['url']}|{form['version']} {writing['patient']} {writing['patient']}", told)
    leads = [it["derivedFrom"][0].get("reference", "").split("/_history")[0] for it in measured]
    tally.check("each number leads to the form that it was taken from", all(it.endswith(places[0]) for it in leads), leads)
    numbers = {it["code"]["coding"][0]["code"]: it.get("valueQuantity", {}).get("value") for it in measured}
    rewritten = [name for line in message["lines"] for name in line["rewritten"]]
    as_typed = {"85354-9": None, "29463-7": "81.50", "8310-5": "100.40", "59408-5": 97, "15074-8": "5.80"}
    tally.check("numbers are as they were typed, or it is said which are not", numbers == as_typed or bool(rewritten), (numbers, rewritten))
    again = approved()
    stored = len(found(hospital, f"QuestionnaireResponse?subject={writing['patient']}"))
    tally.check("approved again, it is there once", states(again) == ["confirmed"] * 6 and stored == 1 and [it["place"] for it in again["lines"]] == places, (again, stored))


def results(hospital: Hospital, desk: Desk, line: Line, record: Record, tally: Tally) -> None:
    """What a clinician decided between the chart and the server: the list of what holds, and of what it was made."""
    chart = desk.scans(record)
    path = f"/api/charts/{chart}/reconcile"

    def decided() -> str:
        compared = desk.ask(desk.cleo, "POST", f"{path}/read")
        section = next(it for it in compared["sections"] if it["section"] == "allergies")
        peanut = next(it["id"] for it in section["chart"] if it["facts"]["title"] == "Peanut")
        known = section["system"][0]
        lines = [
            {"decision": "leave-entry", "entry": peanut, "reason": "Asked her today"},
            {"decision": "leave-statement", "system": known["id"], "hash": known["hash"]},
        ]
        done = desk.ask(desk.cleo, "POST", path, {"section": "allergies", "lines": lines})
        return f"/api/bridge/charts/{chart}/acts/{done['visit']['id']}"

    def approved(there: str) -> dict:
        shown = desk.ask(desk.cleo, "GET", there)
        return desk.after(desk.ask(desk.cleo, "POST", there, {"patient": shown["patient"], "hash": shown["list"]["hash"]}))

    there = decided()
    shown = desk.ask(desk.cleo, "GET", there)
    ours = json.loads(shown["list"]["ours"])
    listed = {it["item"].get("display") for it in ours["entry"]} | {it["item"].get("reference", "").split("/")[0] for it in ours["entry"]}
    whole = shown["offered"] and {"Peanut", "AllergyIntolerance"} <= listed
    tally.check("what would be told of a decision is shown", whole, shown)
    message = approved(there)
    (line_sent,) = message["lines"]
    tally.check("the list of what holds is written and read back", states(message) == ["confirmed"] and line_sent["provenance"], message)
    kept = json.loads(call("GET", f"{hospital.upstream}/{line_sent['place']}")[1])
    told = (kept["source"]["display"], kept["code"]["coding"][0]["code"], kept["note"][0]["text"], len(kept["entry"]))
    tally.check("it says who decided what and why", told == ("Dr. Cleo", "48765-2", "Asked her today", len(ours["entry"])), kept)
    (source,) = found(hospital, f"Provenance?target={line_sent['place']}")
    named = source.decode()
    tally.check("it says of what it was made and when that was read", "own system, read at 20" in named and "own chart, read at 20" in named and "AllergyIntolerance/" in named, named)
    again = approved(there)
    tally.check("approved again, the list is there once", states(again) == ["confirmed"] and again["lines"][0]["place"] == line_sent["place"], again)

    cuts, wrong = 0, []
    for when in ("before", "after"):
        for at in range(1, 40):
            there = decided()
            shown, began = desk.ask(desk.cleo, "GET", there), line.asked
            line.cut = (began + at, when)
            message = desk.after(desk.ask(desk.cleo, "POST", there, {"patient": shown["patient"], "hash": shown["list"]["hash"]}))
            if message["tries"]:
                message = desk.tries_again(message)
            line.cut = None
            place = message["lines"][0].get("place")
            query = urllib.parse.quote(f"{OURS}|{json.loads(shown['list']['ours'])['identifier'][0]['value']}", safe="")
            stored, sources = found(hospital, f"List?identifier={query}"), found(hospital, f"Provenance?target={place}")
            if states(message) != ["confirmed"] or len(stored) != 1 or len(sources) != 1:
                wrong.append((when, at, states(message), len(stored), len(sources)))
            if line.asked - began < at:
                break
            cuts += 1
    tally.check(f"{cuts} requests of a list cut: it is there once, and so is its source", cuts > 4 and not wrong, wrong)


def cut(hospital: Hospital, desk: Desk, line: Line, record: Record, tally: Tally) -> None:
    """Each request of a message is cut, before and after it arrives."""
    chart = desk.scans(record)
    entries = [it["id"] for it in desk.entries(chart, "results") if it["facts"]["type"] == "Observation"][1:]
    cuts, wrong = 0, []
    for when in ("before", "after"):
        for at in range(1, 40):
            entry, began = entries.pop(), line.asked
            line.cut = (began + at, when)
            message = desk.approves(chart, [entry])
            if message["tries"]:
                message = desk.tries_again(message)
            line.cut = None
            place = message["lines"][0].get("place")
            identifier = [it["value"] for it in json.loads(call("GET", f"{hospital.upstream}/{place}")[1])["identifier"] if it.get("system") == OURS]
            query = urllib.parse.quote(f"{OURS}|{identifier[0]}", safe="")
            stored, sources = found(hospital, f"Observation?identifier={query}"), found(hospital, f"Provenance?target={place}")
            if states(message) != ["confirmed"] or len(stored) != 1 or len(sources) != 1:
                wrong.append((when, at, states(message), len(stored), len(sources)))
            if line.asked - began < at:
                break
            cuts += 1
    tally.check(f"{cuts} requests cut: each entry is there once, and so is its source", cuts > 4 and not wrong, wrong)


def judge(hospital: Hospital, record: Record, program: Path, work: Path, tally: Tally) -> None:
    print(f"the desk and {hospital.kind}", flush=True)
    work.mkdir()
    if hospital.kind == "strict":
        status, answer = call("POST", f"{hospital.upstream}/Observation", {"resourceType": "Observation"})
        tally.check("the strict server refuses a result without its status", status == 422, (status, answer))
    record.run("import", str(EXAMPLE))
    desk = Desk(program, work)
    line = Line(hospital.base)
    try:
        keys = work / "desk.json"
        keys.write_text(json.dumps(desk.ask(desk.ada, "GET", "/api/bridge/keys")))
        settings = {"base": line.base, "access": {"kind": "key", "client": "desk", "scopes": None}}
        hospital.open(["--keys", str(keys)])
        offer = desk.ask(desk.ada, "PUT", "/api/bridge", settings)["offer"]
        types = offer["types"]
        whole = offer["transaction"] and all(types[it]["create"] and types[it]["update"] for it in ("AllergyIntolerance", "Observation", "List", "Patient", "QuestionnaireResponse"))
        tally.check("the server's offer is read", whole and types["Provenance"]["named"], offer)
        write(hospital, desk, record, tally)
        answers(hospital, desk, record, work, tally)
        results(hospital, desk, line, record, tally)
        cut(hospital, desk, line, record, tally)
        check = desk.ask(desk.ada, "GET", "/api/audit/check")
        tally.check("the desk's log is whole", check["whole"], check)
    finally:
        line.close()
        desk.stop()
