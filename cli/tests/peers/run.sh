#!/usr/bin/env bash
# A record, a relay, and strangers, each a process of its own: links and cards of the program before npm `kill-the-clipboard`, PyPI
# `healthcards`, a reader of our own in Python, npm `fhir` and PyPI `fhir.resources`; and links of `kill-the-clipboard` before the program.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
cache=${POCKETCHART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/pocketchart}
tools=$cache/links-peers
official=$cache/official-fhir
clipboard=1.1.0
healthcards=0.1.6
cryptography=50.0.2
npm_fhir=4.12.0
fhir_resources=8.3.0

mkdir -p "$tools" "$official"
[ -d "$tools/node_modules/kill-the-clipboard" ] ||
    npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tools" "kill-the-clipboard@$clipboard"
[ -x "$tools/venv/bin/python" ] || python3 -m venv "$tools/venv"
"$tools/venv/bin/python" -c 'import healthcards.parser, cryptography' 2>/dev/null ||
    "$tools/venv/bin/pip" install --quiet --disable-pip-version-check "healthcards==$healthcards" "cryptography==$cryptography"
[ -d "$official/node_modules/fhir" ] || npm install --silent --no-audit --no-fund --prefix "$official" "fhir@$npm_fhir"
[ -x "$official/venv/bin/python" ] || python3 -m venv "$official/venv"
"$official/venv/bin/python" -c 'import fhir.resources' 2>/dev/null ||
    "$official/venv/bin/pip" install --quiet --disable-pip-version-check "fhir.resources==$fhir_resources"
# Node looks for packages beside the script alone.
cp "$here/peer.mjs" "$tools/peer.mjs"

build=$("$root/xtask/steps/programs.sh")
work=$(mktemp -d)
relay=
trap '[ -z "$relay" ] || kill "$relay"; rm -rf "$work"' EXIT
"$build/pocketchart-relay" --listen 127.0.0.1:0 --store "$work/relay.sqlite" >"$work/said" &
relay=$!
until grep -q '^listening on ' "$work/said"; do
    kill -0 "$relay"
    sleep 0.1
done

export POCKETCHART_RELAY
POCKETCHART_RELAY=$(sed -n 's/^listening on //p' "$work/said")
[[ $POCKETCHART_RELAY == http* ]] || POCKETCHART_RELAY=http://$POCKETCHART_RELAY
mkdir "$work/opened"
PYTHONDONTWRITEBYTECODE=1 "$tools/venv/bin/python" "$here/check.py" "$build/pocketchart" "$tools" "$work" "$root"
"$official/venv/bin/python" "$root/core/fhir/tests/official/check.py" "$work"/opened/*.json
NODE_PATH=$official/node_modules node "$root/core/fhir/tests/official/check.js" "$work"/opened/*.json
