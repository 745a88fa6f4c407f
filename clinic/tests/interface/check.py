"""Signs in as a role, and lets schemathesis ask the desk as them; then reads the log of it, each event with `fhir.resources`. The arguments
are the role and the file of what the desk said."""

import json
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request

from fhir.resources.R4B.auditevent import AuditEvent

PASSWORD = "correct horse battery"
FIRST = "the first password"
CHECKS = ",".join(
    [
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_schema_conformance",
        "response_headers_conformance",
    ]
)

role, file = sys.argv[1:]
said = open(file, encoding="utf-8").read()
url = re.search(r"http://[0-9.:]+", said).group()
secret = re.search(r"^\s*([0-9a-f]{32})\s*$", said, re.MULTILINE).group(1)


def ask(path, document, session=()):
    """Posts a document; the answer and the cookie that came with it."""
    headers = {"Content-Type": "application/json", **dict(session)}
    request = urllib.request.Request(url + path, json.dumps(document).encode(), headers)
    while True:
        try:
            with urllib.request.urlopen(request) as answer:
                return json.load(answer), answer.headers["Set-Cookie"]
        except urllib.error.HTTPError as refused:
            # What schemathesis asked counts for this address, too.
            if refused.code != 429:
                raise
            time.sleep(int(refused.headers["Retry-After"]))


def sign_in(login, password):
    who, cookie = ask("/api/session", {"login": login, "password": password})
    return {"Cookie": cookie.split(";")[0], "X-CSRF-Token": who["csrf"]}


ask("/api/setup", {"secret": secret, "login": "ada", "name": "Ada", "password": PASSWORD})
administrator = sign_in("ada", PASSWORD)


def account(login, role):
    """The session of a new account of a role."""
    ask("/api/staff", {"login": login, "name": login, "role": role, "password": FIRST}, administrator)
    ask("/api/session/password", {"old": FIRST, "new": PASSWORD}, sign_in(login, FIRST))
    return sign_in(login, PASSWORD)


def run(session, *operations):
    """Lets schemathesis ask as somebody: operations that are named or left out."""
    command = ["schemathesis", "run", f"{url}/api/openapi.json", "--checks", CHECKS, "--seed", "1", "--generation-database", "none"]
    command += ["--phases", "examples,coverage,fuzzing", "--max-examples", "20", "--rate-limit", "1000/m", "--no-color", *operations]
    for name, value in session.items():
        command += ["--header", f"{name}: {value}"]
    ran = subprocess.run(command, capture_output=True, text=True)
    print(f"as {role}: {ran.stdout.splitlines()[-1] if ran.stdout else ''}")
    if ran.returncode != 0 or "Unresolvable references" in ran.stdout:
        sys.exit(ran.stdout + ran.stderr)


session = {} if role == "nobody" else administrator if role == "administrator" else account(role, role)
# These end the sessions of an account that they name: one's own, where the description's answers gave its id.
ENDING = ["change", "remove_passkeys_of"]
# One more ends the session, and one never ends by itself.
run(session, *(word for name in [*ENDING, "sign_out", "news"] for word in ["--exclude-operation-id", name]))
if session:
    # Still signed in: what was asked was asked as this role.
    request = urllib.request.Request(url + "/api/session", headers=session)
    assert json.load(urllib.request.urlopen(request))["account"]["role"] == role
if role == "administrator":
    for name in ENDING:
        run(account(f"eve-{name}", role), "--include-operation-id", name)

request = urllib.request.Request(url + "/api/audit/fhir", headers=administrator)
lines = urllib.request.urlopen(request).read().decode().splitlines()
for line in lines:
    AuditEvent.model_validate_json(line)
# Nobody's requests are not worth a line each.
assert len(lines) > (100 if session else 1)
without = json.loads(lines[0])
del without["agent"]
try:
    AuditEvent.model_validate(without)
except ValueError:
    print(f"fhir.resources: {len(lines)} events of the log are AuditEvents")
else:
    sys.exit("fhir.resources accepts a wrong resource: the check says nothing")
