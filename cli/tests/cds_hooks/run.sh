#!/usr/bin/env bash
# A clinic's system by other people's code before the program: PyPI `healthchain` writes the requests and reads services and cards,
# PyPI `markdown-it-py` shows their details as GitHub's Markdown.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
cache=${POCKETCHART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/pocketchart}
tools=$cache/cds-hooks-peers
healthchain=0.16.1
markdown=4.3.0

[ -x "$tools/bin/python" ] || python3 -m venv "$tools"
"$tools/bin/python" -c 'import healthchain, linkify_it, markdown_it' 2>/dev/null ||
    "$tools/bin/pip" install --quiet --disable-pip-version-check "healthchain==$healthchain" "markdown-it-py[linkify]==$markdown"

build=$("$root/xtask/steps/programs.sh")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PYTHONDONTWRITEBYTECODE=1 "$tools/bin/python" "$here/check.py" "$build/pocketchart" "$work" "$root"
