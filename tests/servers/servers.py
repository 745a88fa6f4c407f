"""Servers of a hospital as processes: started on free ports, waited for, ended."""

import json
import os
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Server:
    """A process that says `ready` on standard output once it answers, and then a line for each thing worth knowing."""

    def __init__(self, name: str, line: list[str], log: Path, patience: float = 180) -> None:
        self.name = name
        self.said: list[str] = []
        self.log = log
        self.ready = threading.Event()
        with log.open("ab") as errors:
            self.process = subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, text=True)
        self.reader = threading.Thread(target=self.listen, daemon=True)
        self.reader.start()
        self.patience = time.monotonic() + patience

    def listen(self) -> None:
        for line in self.process.stdout:
            if line.startswith("ready") or "Listening on" in line:
                self.ready.set()
            else:
                self.said.append(line.rstrip())

    def wait(self) -> "Server":
        while not self.ready.wait(0.1):
            if self.process.poll() is not None or time.monotonic() > self.patience:
                raise SystemExit(f"{self.name} does not start: {self.log.read_text()[-2000:]}")
        return self

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.reader.join()


def call(method: str, url: str, body: object = None, **headers: str) -> tuple[int, bytes]:
    """The answer of a FHIR server that asks for no token."""
    data = None if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
    head = {"Accept": "application/fhir+json", "Cache-Control": "no-cache"} | headers
    if data is not None:
        head["Content-Type"] = "application/fhir+json"
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data, head, method=method), timeout=300) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


class Hospital:
    """A FHIR server of one kind behind the gate, with an authorization server. The gate's address is the hospital's."""

    def __init__(self, kind: str, tools: Path, work: Path) -> None:
        self.kind, self.tools = kind, tools
        self.logs = work
        self.gate_port, self.fhir_port, self.authority_port = free_port(), free_port(), free_port()
        self.base = f"http://127.0.0.1:{self.gate_port}/fhir"
        self.upstream = f"http://127.0.0.1:{self.fhir_port}/fhir"
        self.patient = ""
        self.gate: Server | None = None
        self.authority: Server | None = None
        hapi = [
            "java", "-Xmx700m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
            f"{tools}/classes:{(tools / 'classpath').read_text()}", "servers.Hapi", str(self.fhir_port), self.base,
        ]
        line = {
            "medplum": ["node", f"{tools}/medplum.mjs", "--port", str(self.fhir_port), "--base", self.base],
            "hapi": hapi,
            "strict": [*hapi, "strict"],
        }[kind]
        self.fhir = self.server("fhir", line)

    def server(self, part: str, line: list[str]) -> Server:
        return Server(f"{self.kind}'s {part}", line, self.logs / f"{self.kind}-{part}.log")

    def load(self, bundle: Path) -> dict:
        """Puts a transaction on the server; its answer."""
        status, answer = call("POST", self.upstream, bundle.read_bytes())
        if status != 200:
            raise SystemExit(f"{self.kind} refuses {bundle.name}: {status} {answer[:500]}")
        return json.loads(answer)

    def open(self, authority: list[str] | None = None, gate: list[str] | None = None, keycloak: bool = False) -> None:
        """Opens the door anew with these switches; whoever was let in before must come in again."""
        self.close()
        port, issuer = str(self.authority_port), f"http://127.0.0.1:{self.authority_port}"
        if keycloak:
            line = [str(Path(__file__).with_name("keycloak.sh")), str(self.tools), port, self.base, self.patient]
            issuer += "/realms/hospital"
        else:
            line = ["node", f"{self.tools}/authority.mjs", "--port", port, "--fhir", self.base, "--patient", self.patient]
        self.authority = self.server("authority", [*line, *(authority or [])]).wait()
        line = ["node", f"{self.tools}/gate.mjs", "--port", str(self.gate_port), "--issuer", issuer, "--upstream", self.upstream]
        self.gate = self.server("gate", [*line, *(gate or [])]).wait()

    def close(self) -> None:
        for part in (self.gate, self.authority):
            if part:
                part.stop()
        self.gate = self.authority = None

    def stop(self) -> None:
        self.close()
        self.fhir.stop()
