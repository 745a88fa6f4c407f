"""Apps that are known by a key (SMART's asymmetric client authentication, Backend Services): let in with it, and refused with any other."""

import json
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path

import truth
from program import Record, Refused
from servers import Hospital, call
from tally import Tally

TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
SYSTEM = ["system/Patient.rs", "system/Condition.rs"]


class Keys:
    """Keys of Node's, in files."""

    def __init__(self, tools: Path, folder: Path) -> None:
        folder.mkdir()
        self.tools = tools
        made = json.loads(self.node("make"))
        self.es384, self.rs384, self.set = folder / "es384.pem", folder / "rs384.pem", folder / "set.json"
        self.es384.write_text(made["es384"])
        self.rs384.write_text(made["rs384"])
        self.set.write_text(json.dumps(made["set"]))

    def node(self, *words: str) -> str:
        return subprocess.run(["node", f"{self.tools}/assertion.mjs", *words], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()

    def sign(self, key: Path, audience: str, *words: str) -> str:
        return self.node("sign", "--key", str(key), "--client", "desk", "--audience", audience, *words)


def asks(token: str, assertion: str | None) -> tuple[int, dict]:
    """What a system gets at the token endpoint for this assertion."""
    form = {"grant_type": "client_credentials", "scope": " ".join(SYSTEM)}
    form |= {"client_assertion_type": TYPE, "client_assertion": assertion} if assertion else {"client_id": "desk"}
    try:
        with urllib.request.urlopen(token, urllib.parse.urlencode(form).encode(), timeout=60) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def refuses(hospital: Hospital, keys: Keys, strangers: Keys, tally: Tally) -> None:
    """The server itself: without this it says nothing that it lets the program in."""
    hospital.open(["--keys", str(keys.set)])
    token = json.loads(call("GET", f"{hospital.base}/.well-known/smart-configuration")[1])["token_endpoint"]
    for name, key in (("ES384", keys.es384), ("RS384", keys.rs384)):
        good = keys.sign(key, token)
        status, given = asks(token, good)
        tally.check(f"{name}: a good assertion gets a token", status == 200 and given["scope"].split() == SYSTEM, given)
        for why, bad in (
            ("used again", good),
            ("expired", keys.sign(key, token, "--seconds=-600")),
            ("for another server", keys.sign(key, "https://elsewhere.example/token")),
            ("by another key", strangers.sign(strangers.es384 if name == "ES384" else strangers.rs384, token)),
            ("altered", good[:-8] + "AAAAAAAA"),
        ):
            status, given = asks(token, bad)
            tally.check(f"{name}: one {why} does not", (status, given.get("error")) == (401, "invalid_client"), (status, given))
    status, given = asks(token, None)
    tally.check("no assertion gets no token", "access_token" not in given, (status, given))


def refused(record: Record, hospital: Hospital) -> str | None:
    try:
        record.connect(hospital.base, "hospital", "--key")
    except Refused as error:
        return error.id
    return None


def patient_alone(hospital: Hospital, record: Record) -> list[str]:
    """What differs between what the server has of some types and what came in."""
    export, resources = record.exported()
    return truth.differences(truth.held(hospital, ["Patient", "Condition", "Immunization"]), export, resources)


def judge(hospital: Hospital, new: Callable[[str], Record], programs: Path, work: Path, tally: Tally) -> None:
    keys, strangers = Keys(hospital.tools, work / "keys"), Keys(hospital.tools, work / "strangers")
    refuses(hospital, keys, strangers, tally)

    record = new("es384")
    own = work / "own.json"
    own.write_text(json.dumps(record.run("sources", "key")))
    hospital.open(["--keys", str(own), "--quirk", "short"])
    record.connect(hospital.base, "hospital", "--key")
    for _ in range(2):
        time.sleep(2.1)
        record.run("sources", "pull")
    events = hospital.authority.said
    tally.check("ES384: the program is let in, and again with each new token", events.count("refresh_token.consumed") >= 2, events)
    faults = patient_alone(hospital, record)
    tally.check("ES384: all comes in", not faults, faults)
    gone = record.run("sources", "remove", "hospital")
    tally.check("ES384: its tokens are given back", gone["revoked"] is True and "grant.revoked" in hospital.authority.said, gone)

    hospital.open(["--keys", str(strangers.set)])
    tally.check("ES384: with a key that the server does not know it is not", (id := refused(record, hospital)) == "source-client-refused", id)
    hospital.open(["--keys", str(own), "--algorithm", "RS384"])
    tally.check("only RS384: refused before anybody signs in", (id := refused(record, hospital)) == "source-key-not-taken", id)
    hospital.open()
    tally.check("no keys at all: likewise", (id := refused(record, hospital)) == "source-key-not-taken", id)

    own.write_text(json.dumps(record.run("sources", "key", "--rsa", str(keys.rs384))))
    hospital.open(["--keys", str(own), "--algorithm", "RS384"])
    record.connect(hospital.base, "hospital", "--key")
    faults = patient_alone(hospital, record)
    tally.check("RS384: the program is let in, and all comes in", not faults, faults)

    for name, registered in (("its own key", True), ("another key", False)):
        line = [str(programs / "examples/system_token"), hospital.base, "desk", *SYSTEM]
        system = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        own.write_text(system.stdout.readline())
        hospital.open(["--keys", str(own if registered else strangers.set)])
        given = json.loads(system.communicate("\n", timeout=60)[0])
        if not registered:
            tally.check(f"a system with {name} gets no token", "invalid_client" in given.get("error", ""), given)
            continue
        right = sorted(given.get("scopes", "").split()) == sorted(SYSTEM) and given["seconds"] <= 300 and not given["refresh"]
        tally.check(f"a system with {name} gets a token for a short while", right, given)
        bearer = {"Authorization": f"Bearer {given.get('access')}"}
        status = call("GET", f"{hospital.base}/Patient/{hospital.patient}", None, **bearer)[0]
        beyond = call("GET", f"{hospital.base}/Observation?patient=Patient/{hospital.patient}", None, **bearer)[0]
        tally.check("the token opens what it is for, and no more", (status, beyond) == (200, 403), (status, beyond))
