#!/usr/bin/env bash
# Reads every vector with a reader that shares no code with the engine. The last line is `N passed, N failed, N skipped`.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
venv="${XDG_CACHE_HOME:-$HOME/.cache}/pocketchart/reader-venv"
if ! cmp -s "$here/requirements.txt" "$venv/installed.txt"; then
    python3 -m venv --clear "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
    cp "$here/requirements.txt" "$venv/installed.txt"
fi
cd "$here"
PYTHONDONTWRITEBYTECODE=1 exec "$venv/bin/python" -m pocketchart_reader "$here/../vectors"
