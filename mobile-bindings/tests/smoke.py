"""The record's life through the real library, from Python. Run mobile-bindings/bindgen.sh first."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "build" / "generated" / "python"))
from pocketchart_mobile import (
    ChartSection, FreshnessStore, ImportError, ImportListener, ImportOptions, KeyVault, KeyVaultError,
    ListOptions, NewSource, OpenError, ReadError, SourceError, create_chart, open_chart,
)

MARIA = Path(__file__).parents[2] / "examples" / "maria-okafor.json"


class Vault(KeyVault):
    def __init__(self, key=bytes(range(32)), error=None):
        self.key, self.error = key, error

    def store_key(self):
        if self.error:
            raise self.error
        return self.key


class Freshness(FreshnessStore):
    highest = None

    def read(self):
        return self.highest

    def advance(self, commit):
        self.highest = max(commit, self.highest or 0)


class Listener(ImportListener):
    steps = 0

    def on_progress(self, progress):
        self.steps += 1


def refused(error, call, *arguments):
    try:
        call(*arguments)
    except error as refusal:
        return refusal
    raise AssertionError(f"{error.__name__} was expected")


with tempfile.TemporaryDirectory() as folder:
    folder, freshness, listener = str(Path(folder) / "record"), Freshness(), Listener()
    created = create_chart(folder, Vault(), freshness, "Test device")
    assert len(created.recovery_words) == 24
    report = created.chart.import_file(str(MARIA), ImportOptions(file_name=MARIA.name), listener)
    assert (report.read, report.new, report.unreadable) == (132, 132, 0), report
    assert listener.steps > 200
    allergies = created.chart.list(ChartSection.ALLERGIES, ListOptions()).items
    assert [item.facts.title for item in allergies] == ["Penicillin", "Latex", "Peanut"]
    content = created.chart.item(allergies[0].id).content
    assert b'"allergy-penicillin"' in content and content in MARIA.read_bytes()
    not_json = refused(ImportError.NotJson, created.chart.import_bytes, b"hello", ImportOptions(file_name="x"), None)
    assert not_json.message_id() == "import-not-json"
    in_the_open = NewSource(name="General", base="http://hospital.example", client_id="app", redirect="org.example.chart:/signed-in")
    assert refused(SourceError.Failed, created.chart.begin_source, in_the_open).message_id() == "source-address"
    refused(SourceError.Unknown, created.chart.pull_source, "0" * 32, False)
    created.chart.lock()
    refused(ReadError.Locked, created.chart.sections)

    wrong = refused(OpenError.WrongKey, open_chart, folder, Vault(bytes(32)), freshness)
    assert wrong.message_id() == "store-wrong-key"
    refused(OpenError.KeyCancelled, open_chart, folder, Vault(error=KeyVaultError.Cancelled()), freshness)
    refused(OpenError.KeyFailed, open_chart, folder, Vault(error=RuntimeError("key gone")), freshness)
    chart = open_chart(folder, Vault(), freshness)
    assert chart.list(ChartSection.ALLERGIES, ListOptions()).items == allergies
    chart.erase()
    refused(OpenError.Missing, open_chart, folder, Vault(), freshness)

print("1 passed, 0 failed")
