#!/usr/bin/env bash
# Compares what is read of the samples with another parser of HL7 v2, PyPI `hl7`. Installs it in the cache folder; fails loudly.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
tools=${POCKETCHART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/pocketchart}/hl7-v2
hl7=0.4.5

mkdir -p "$tools"
[ -x "$tools/venv/bin/python" ] || python3 -m venv "$tools/venv"
"$tools/venv/bin/python" -c 'import hl7' 2>/dev/null ||
    "$tools/venv/bin/pip" install --quiet --disable-pip-version-check "hl7==$hl7"

read=$(mktemp)
trap 'rm -f "$read"' EXIT
"$("$root/xtask/steps/programs.sh")/examples/read_v2" "$here"/*.hl7 >"$read"
"$tools/venv/bin/python" "$here/check.py" "$read" "$here"/*.hl7
# The negative control: a value that differs is noticed.
if sed 's/"value":5.10,/"value":5.11,/' "$read" | "$tools/venv/bin/python" "$here/check.py" /dev/stdin "$here"/*.hl7 >/dev/null 2>&1; then
    echo "a wrong value was not noticed"
    exit 1
fi
