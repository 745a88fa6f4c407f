"""The program as a patient uses it: a record of its own, connections to hospitals, a browser that opens what the program shows."""

import json
import os
import queue
import re
import subprocess
import threading
from pathlib import Path

import person
from servers import free_port


class Refused(Exception):
    """The program ended with an error: its document."""

    def __init__(self, document: dict) -> None:
        super().__init__(json.dumps(document)[:2000])
        self.id = document.get("error", {}).get("id")
        self.document = document


class Record:
    def __init__(self, program: str, folder: Path) -> None:
        folder.mkdir()
        self.program, self.folder = program, folder
        self.environment = os.environ | {
            "POCKETCHART_RECORD": str(folder / "record"),
            "POCKETCHART_PASSPHRASE": "correct horse battery staple",
            "XDG_STATE_HOME": str(folder / "state"),
        }
        self.run("create", "--kdf", "fast", "--name", "phone")

    def start(self, *words: str) -> subprocess.Popen:
        line = [self.program, "--json", *words]
        return subprocess.Popen(
            line, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def run(self, *words: str) -> dict:
        return ended(self.start(*words))

    def connect(self, base: str, name: str, *words: str) -> dict:
        """Adds a hospital: opens the address that the program shows, as its owner would."""
        process = self.start("sources", "add", base, "--name", name, "--client-id", "phone", "--port", str(free_port()), *words)
        lines: queue.Queue[tuple[int, str] | None] = queue.Queue()
        out: list[str] = []
        errors: list[str] = []

        def listen(stream: object, kept: list[str]) -> None:
            for line in stream:
                kept.append(line)
                lines.put(line)
            lines.put(None)

        readers = [threading.Thread(target=listen, args=pair, daemon=True) for pair in ((process.stdout, out), (process.stderr, errors))]
        for reader in readers:
            reader.start()
        closed = 0
        while closed < 2:
            line = lines.get(timeout=120)
            closed += line is None
            shown = re.search(r'"open": *"(http[^"]+)"', line or "")
            if shown:
                self.went, self.page = person.visit(json.loads(f'"{shown[1]}"'))
        for reader in readers:
            reader.join()
        return judged(process.wait(), "".join(out), "".join(errors))

    def exported(self) -> tuple[bytes, list[dict]]:
        """What the record holds: the file, whose resources stand in it as they came, and the resources."""
        file = self.folder / "export.json"
        file.unlink(missing_ok=True)
        self.run("export", "--format", "bundle", "--out", str(file))
        data = file.read_bytes()
        return data, [entry["resource"] for entry in json.loads(data).get("entry", [])]


def ended(process: subprocess.Popen) -> dict:
    out, errors = process.communicate()
    return judged(process.returncode, out, errors)


def judged(status: int, out: str, errors: str) -> dict:
    """The last document of the output."""
    documents = []
    rest = out.strip()
    while rest:
        document, end = json.JSONDecoder().raw_decode(rest)
        documents.append(document)
        rest = rest[end:].strip()
    document = documents[-1] if documents else {}
    if status != 0:
        raise Refused(document or {"error": {"id": f"status {status}", "said": errors}})
    return document
