#!/usr/bin/env bash
# Checks every built sample, what is read of C-CDA documents and every record of examples/ with two other implementations of FHIR R4:
# npm `fhir` and PyPI `fhir.resources`. Installs them in the cache folder; fails loudly.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
tools=${POCKETCHART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/pocketchart}/official-fhir
npm_fhir=4.12.0
fhir_resources=8.3.0

mkdir -p "$tools"
[ -d "$tools/node_modules/fhir" ] || npm install --silent --no-audit --no-fund --prefix "$tools" "fhir@$npm_fhir"
[ -x "$tools/venv/bin/python" ] || python3 -m venv "$tools/venv"
"$tools/venv/bin/python" -c 'import fhir.resources' 2>/dev/null ||
    "$tools/venv/bin/pip" install --quiet --disable-pip-version-check "fhir.resources==$fhir_resources"

built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
examples=$("$root/xtask/steps/programs.sh")/examples
"$examples/built" "$built"
"$examples/ccda" "$built" "$here"/../ccda/*.xml >"$built/ccda.log"

"$tools/venv/bin/python" "$here/check.py" "$built"/*.json "$root"/examples/*.json
NODE_PATH=$tools/node_modules node "$here/check.js" "$built"/*.json "$root"/examples/*.json
