"""The program, as devices that each stand in a network namespace."""

import json
import os
import subprocess

PASSPHRASE = "correct horse battery staple"


class Refused(Exception):
    """The program ended with an error; its id is the argument."""


class Device:
    def __init__(self, program, namespace, folder, name):
        self.line = ["ip", "netns", "exec", namespace, program]
        os.makedirs(folder, exist_ok=True)
        self.record = os.path.join(folder, name)
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": folder,
            "TZ": "UTC",
            "XDG_STATE_HOME": os.path.join(folder, "state"),
            "POCKETCHART_RECORD": self.record,
            "POCKETCHART_PASSPHRASE": PASSPHRASE,
        }

    def start(self, *words):
        """Starts it with `--json`."""
        return subprocess.Popen(
            [*self.line, *words, "--json"],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def waiting(self, *words):
        """Starts what waits for a caller; returns once it waits."""
        process = self.start(*words)
        said(process, "10.9.0.")
        return process

    def ok(self, *words):
        """Its document after success."""
        return ended(self.start(*words))

    def ok_with_code(self, *words):
        """Its document, and the code that it hands over on standard error."""
        process = self.start(*words, "--code-fd", "2")
        code = said(process, "pocketchart:/")
        return ended(process), code


def said(process, text):
    """Reads standard error until a line has this in it; the line."""
    for line in process.stderr:
        if text in line:
            return line.strip()
    raise Refused(f"it ended before it said {text}: {process.stdout.read()}")


def ended(process):
    """Waits for the end; the document."""
    out, errors = process.communicate()
    document = json.loads(out) if out else {}
    if process.returncode != 0:
        raise Refused(document.get("error", {}).get("id", errors))
    return document
