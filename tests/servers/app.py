"""The smallest app of a patient: what of SMART's protocol is needed to see that the servers and their switches do what they are for."""

import base64
import hashlib
import json
import secrets
import threading
import urllib.error
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer

import person
from servers import Hospital, call

SCOPES = "openid fhirUser offline_access launch/patient patient/*.rs"


class App:
    def __init__(self, hospital: Hospital) -> None:
        self.hospital = hospital
        configuration = json.loads(call("GET", f"{hospital.base}/.well-known/smart-configuration")[1])
        self.authorization, self.token = configuration["authorization_endpoint"], configuration["token_endpoint"]
        came: list[dict] = []

        class Callback(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                came.append(dict(urllib.parse.parse_qsl(urllib.parse.urlparse(self.path).query)))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.came = came
        self.server = HTTPServer(("127.0.0.1", 0), Callback)
        self.redirect = f"http://127.0.0.1:{self.server.server_port}/callback"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def asks(self, **changes: str | None) -> tuple[dict, str]:
        """What comes back to the app from the authorization page, and the verifier."""
        verifier = secrets.token_urlsafe(48)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        query = {
            "response_type": "code", "client_id": "phone", "redirect_uri": self.redirect, "scope": SCOPES,
            "state": secrets.token_urlsafe(16), "aud": self.hospital.base, "code_challenge": challenge, "code_challenge_method": "S256",
        } | changes
        self.came.clear()
        person.visit(self.authorization + "?" + urllib.parse.urlencode({name: value for name, value in query.items() if value is not None}))
        return (self.came[-1] if self.came else {}), verifier

    def post(self, **fields: str) -> tuple[int, dict]:
        try:
            with urllib.request.urlopen(self.token, urllib.parse.urlencode(fields).encode(), timeout=60) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def redeem(self, code: str, verifier: str) -> tuple[int, dict]:
        return self.post(
            grant_type="authorization_code", code=code, redirect_uri=self.redirect, client_id="phone", code_verifier=verifier
        )

    def refresh(self, token: str) -> tuple[int, dict]:
        return self.post(grant_type="refresh_token", refresh_token=token, client_id="phone")

    def enters(self) -> dict:
        back, verifier = self.asks()
        status, given = self.redeem(back["code"], verifier)
        if status != 200:
            raise SystemExit(f"no token: {given}")
        return given

    def get(self, path: str, given: dict) -> int:
        return self.status("GET", path, None, given)

    def put(self, path: str, given: dict) -> int:
        return self.status("PUT", path, {}, given)

    def status(self, method: str, path: str, body: object, given: dict) -> int:
        return call(method, f"{self.hospital.base}/{path}", body, Authorization=f"Bearer {given['access_token']}")[0]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
