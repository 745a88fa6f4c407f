"""The servers themselves: they refuse what they must, and each switch does what it is for. Without this a test with a switch says nothing."""

import base64
import json

from app import App
from servers import Hospital, call
from tally import Tally


def claims(token: str) -> dict:
    body = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))


def judge(hospital: Hospital, tally: Tally) -> None:
    patient = hospital.patient
    mine = f"Condition?patient=Patient/{patient}"
    hospital.open()
    app = App(hospital)
    given = app.enters()
    tally.check("a token names its patient", given.get("patient") == patient, given.keys())
    tally.check("the door lets the app in", app.get(mine, given) == 200)
    tally.check("not to another patient", app.get("Condition?patient=Patient/another", given) == 403)
    tally.check("not without a token", call("GET", f"{hospital.base}/{mine}")[0] == 401)
    spoilt = given["access_token"][:-8] + "AAAAAAAA"
    tally.check("not with a spoilt token", app.get(mine, {"access_token": spoilt}) == 401)
    tally.check("not to write", app.put(f"Patient/{patient}", given) == 403)
    back, verifier = app.asks(code_challenge=None, code_challenge_method=None)
    tally.check("no code without PKCE", "code" not in back, back)
    back, _ = app.asks(aud="http://127.0.0.1:1/fhir")
    tally.check("no code for another server", "code" not in back, back)
    back, verifier = app.asks()
    tally.check("no token for a wrong verifier", app.redeem(back["code"], verifier + "x")[0] == 400)
    first = app.enters()
    _, second = app.refresh(first["refresh_token"])
    tally.check("a refresh token is for one use", second["refresh_token"] != first["refresh_token"])
    tally.check("used again, it is refused", app.refresh(first["refresh_token"])[0] == 400)
    tally.check("and takes the newer one with it", app.refresh(second["refresh_token"])[0] == 400)
    app.close()

    hospital.open(["--quirk", "no-patient"])
    app = App(hospital)
    given = app.enters()
    user = claims(given["id_token"]).get("fhirUser", "")
    tally.check("no-patient: fhirUser alone names the patient", "patient" not in given and user.endswith(patient), given.keys())
    app.close()

    hospital.open(["--quirk", "silent"])
    app = App(hospital)
    given = app.enters()
    tally.check("silent: granted and not said", "openid" not in given["scope"] and "refresh_token" in given, given["scope"])
    app.close()

    hospital.open(["--quirk", "no-rotation", "--deny", "patient/*.rs"])
    app = App(hospital)
    given = app.enters()
    tally.check("denied: the scope is missing, and the data", "patient/" not in given["scope"] and app.get(mine, given) == 403)
    _, again = app.refresh(given["refresh_token"])
    tally.check("no-rotation: the refresh token stays", again.get("refresh_token", given["refresh_token"]) == given["refresh_token"])
    app.close()

    hospital.open(gate=["--refuse", "Condition", "--category"])
    app = App(hospital)
    given = app.enters()
    tally.check("refuse: that type alone", app.get(mine, given) == 403 and app.get(f"Patient/{patient}", given) == 200)
    observation = f"Observation?patient=Patient/{patient}"
    found = app.get(observation, given), app.get(f"{observation}&category=laboratory", given)
    tally.check("category: asked for", found == (400, 200), found)
    app.close()

    for switch, status in (("--unavailable", 503), ("--busy", 429)):
        hospital.open(gate=[switch, "3"])
        app = App(hospital)
        given = app.enters()
        seen = [app.get(f"Patient/{patient}", given) for _ in range(6)]
        tally.check(f"{switch[2:]}: every third", seen == [200, 200, status] * 2, seen)
        app.close()
