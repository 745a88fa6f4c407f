"""Links and cards of the program before strangers, and theirs before the program."""

import io
import json
import os
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

from healthcards import parser

program, tools, work, root = sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])
sys.path.insert(0, str(root / "tests" / "reader"))
from pocketchart_reader import health  # noqa: E402

RELAY = os.environ["POCKETCHART_RELAY"]
PUBLIC = "https://relay.example.org"
passed = 0


def check(name: str, right: bool, seen: object = "") -> None:
    global passed
    if not right:
        sys.exit(f"failed: {name}: {str(seen)[:2000]}")
    print(f"ok: {name}")
    passed += 1


def run(record: str, *arguments: str, passcode: str | None = None) -> tuple[int, dict, str]:
    environment = os.environ | {
        "POCKETCHART_RECORD": str(work / record),
        "POCKETCHART_PASSPHRASE": "correct horse battery staple",
        "XDG_STATE_HOME": str(work / "state"),
    }
    more: tuple[int, ...] = ()
    if passcode is not None:
        reading, writing = os.pipe()
        os.write(writing, passcode.encode() + b"\n")
        os.close(writing)
        arguments, more = (*arguments, "--passcode-fd", str(reading)), (reading,)
    done = subprocess.run([program, "--json", *arguments], env=environment, pass_fds=more, capture_output=True, text=True)
    for descriptor in more:
        os.close(descriptor)
    return done.returncode, json.loads(done.stdout), done.stderr


def share(*arguments: str, passcode: str | None = None) -> tuple[dict, str]:
    status, made, said = run("phone", "share", *arguments, "--code-fd", "2", passcode=passcode)
    code = next((line for line in said.splitlines() if line.startswith(("shlink:/", "shc:/"))), None)
    check(f"share {' '.join(arguments)[:50]}", status == 0 and code is not None, (made, said))
    return made, str(code)


def peer(link: str, *passcode: str) -> tuple[int, object]:
    done = subprocess.run(["node", f"{tools}/peer.mjs", "open", link, *passcode], capture_output=True, text=True)
    out = done.stdout.strip()
    return done.returncode, json.loads(out) if done.returncode == 0 else out


def curl(*arguments: str) -> tuple[str, str]:
    done = subprocess.run(["curl", "-sS", "-w", "\n%{http_code}", *arguments], capture_output=True, text=True, check=True)
    body, _, status = done.stdout.rpartition("\n")
    return status, body


def kept(name: str, bundle: dict) -> None:
    (work / "opened" / f"{name}.json").write_text(json.dumps(bundle))


run("phone", "create", "--kdf", "fast", "--name", "phone")
status, report, _ = run("phone", "import", str(root / "examples" / "maria-okafor.json"))
check("the example", status == 0 and report["unreadable"] == 0, report)
run("phone", "add", "note", "I sleep badly.\nThe new tablets make me dizzy.", "--title", "How I feel")

# A manifest: the summary, and pages to read.
made, link = share("link", "--for", "2h", passcode="tulip 77")
status, wrong = peer(link, "rose 77")
check("kill-the-clipboard: a wrong passcode", (status, wrong) == (1, "SHLInvalidPasscodeError"), wrong)
status, resources = peer(link, "tulip 77")
check("kill-the-clipboard: our manifest", status == 0 and [it["type"] for it in resources] == ["document", "collection"], resources)
summary, pages = resources
kept("summary", summary)
kept("pages", pages)
written = health.link(link)
body = json.dumps({"recipient": "curl", "passcode": "tulip 77", "embeddedLengthMax": 0})
status, manifest = curl("-H", "content-type: application/json", "-d", body, written["url"])
shown = health.manifest(int(status), manifest, None, 0)
opened = []
for file in shown["files"]:
    status, jwe = curl(file["location"])
    opened.append(json.loads(bytes.fromhex(health.link_file(bytes.fromhex(written["key"]), jwe)["content"])))
check("our own reader in Python: located files", opened == [summary, pages])
titles = [entry["resource"]["type"]["coding"][0]["code"] for entry in pages["entry"][1:]]
check("pages: everything, and the story", titles == ["60591-5", "51855-5"], titles)
run("phone", "links", "pause", made["link"])
check("kill-the-clipboard: a paused link", peer(link, "tulip 77")[0] == 1)
check("curl: a paused link is 404", curl("-H", "content-type: application/json", "-d", body, written["url"])[0] == "404")
run("phone", "links", "resume", made["link"])
check("kill-the-clipboard: resumed", peer(link, "tulip 77")[0] == 0)
_, log, _ = run("phone", "links", "log", made["link"])
who = [(it["recipient"], it["opened"]) for it in log["visits"]]
check("who came", who == [("A peer", False), ("A peer", True), ("curl", True), ("A peer", True)], who)
run("phone", "links", "destroy", made["link"])
check("kill-the-clipboard: an ended link", peer(link, "tulip 77")[0] == 1)
check("curl: an ended link is 404", curl("-H", "content-type: application/json", "-d", body, written["url"])[0] == "404")

# Chosen sections that change.
made, link = share("link", "allergies", "--long-term", "--no-pdf")
_, before = peer(link)
kept("allergies", before[0])
run("phone", "add", "allergy", "Bee venom")
_, updated, _ = run("phone", "links", "update", made["link"], "--no-pdf")
_, after = peer(link)
named = [entry["resource"].get("code", {}).get("text") for entry in after[0]["entry"]]
check("kill-the-clipboard: updated", len(after[0]["entry"]) == len(before[0]["entry"]) + 1 and "Bee venom" in named, named)

# One file for a front desk.
made, link = share("link", "--direct", "--for", "15m", "--label", "Front desk")
status, resources = peer(link)
check("kill-the-clipboard: our direct link", status == 0 and resources[0]["type"] == "collection", resources)
kept("direct", resources[0])
written = health.link(link)
status, jwe = curl("-G", "--data-urlencode", "recipient=curl", written["url"])
content = bytes.fromhex(health.link_file(bytes.fromhex(written["key"]), jwe)["content"])
check("our own reader in Python: direct", written["patient-shared"] and json.loads(content) == resources[0])
pdfs = [it["resource"] for it in resources[0]["entry"] if it["resource"]["resourceType"] == "DocumentReference"]
pdfs = [it for it in pdfs if it.get("category", [{}])[0].get("coding", [{}])[0].get("code") == "patient-shared"]
check("two PDFs in it", len(pdfs) == 2 and all(it["content"][0]["attachment"]["data"].startswith("JVBERi0") for it in pdfs))

# A card, whose keys the relay serves. What TLS does in front of a relay, this test does.
made, code = share("card", "--public", PUBLIC)
jws = health.jws_of([code])
check("the length of a card", len(jws) == made["characters"] <= 1195, made)
fetched = []


def served(url: str) -> io.BytesIO:
    fetched.append(url)
    status, body = curl(url.replace(PUBLIC, RELAY))
    return io.BytesIO(body.encode()) if status == "200" else sys.exit(f"{url}: {status}")


urllib.request.urlopen = served
card = parser.JWS(jws)
check("healthcards: our card by the relay's key set", card.verified)
check("its keys are under the name in the card", fetched == [made["issuer"] + "/.well-known/jwks.json"], fetched)
check("healthcards: the digits of our code", parser.decode_qr_to_jws(code) == jws)
_, keys = curl(fetched[0].replace(PUBLIC, RELAY))
import time  # noqa: E402

standing = health.card_check(jws, keys, int(time.time()), None, None)
check("our own reader in Python: the card", standing == {"standing": "patient-supplied"}, standing)
kept("card", json.loads(health.Card(jws).show()["bundle"]))

# Theirs before the program.
host = subprocess.Popen(["node", f"{tools}/peer.mjs", "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
theirs = json.loads(host.stdout.readline())
follow = ("--this-machine", "--recipient", "Pocketchart")
status, seen, _ = run("nobody", "scan", theirs["asked"], *follow, passcode="no")
check("theirs: a wrong passcode", (status, seen["error"]["id"]) == (4, "follow-wrong-passcode") and "2" in seen["error"]["message"], seen)
status, seen, _ = run("nobody", "scan", theirs["asked"], *follow, passcode=theirs["passcode"])
types = [it["type"] for it in seen["files"][0]["statements"]] if status == 0 else []
check("theirs: a manifest, allergies first", types == ["Patient", "AllergyIntolerance", "Condition"] and seen["label"] == "From a peer", seen)
run("desk", "create", "--kdf", "fast", "--name", "desk")
status, seen, _ = run("desk", "scan", theirs["direct"], *follow, "--import")
check("theirs: a direct link, taken in", status == 0 and seen["imported"]["new"] == 3, seen)
status, listed, _ = run("desk", "list", "allergies")
check("and it is there", [it["facts"]["title"] for it in listed["items"]] == ["Latex"], listed)
status, seen, _ = run("nobody", "scan", theirs["gone"], *follow)
check("theirs: 404 is said", (status, seen["error"]["id"]) == (3, "follow-not-active"), seen)
status, seen, _ = run("nobody", "scan", theirs["busy"], *follow)
check("theirs: 429 is said", (status, seen["error"]["id"]) == (9, "follow-too-many"), seen)
host.stdin.close()
host.wait()
print(f"{passed} passed, 0 failed, 0 skipped")
