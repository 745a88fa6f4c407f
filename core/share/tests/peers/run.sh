#!/usr/bin/env bash
# SMART Health Links and Cards between our code and other people's: npm `kill-the-clipboard` (both ways) and PyPI `healthcards`
# (cards). Installs them in the cache folder; fails loudly. Nothing goes over a network: the scripts hand over what a server would.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
tools=${POCKETCHART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/pocketchart}/links-peers
clipboard=1.1.0
healthcards=0.1.6

mkdir -p "$tools"
[ -d "$tools/node_modules/kill-the-clipboard" ] ||
    npm install --silent --no-audit --no-fund --prefix "$tools" "kill-the-clipboard@$clipboard"
[ -x "$tools/venv/bin/python" ] || python3 -m venv "$tools/venv"
"$tools/venv/bin/python" -c 'import healthcards.parser' 2>/dev/null ||
    "$tools/venv/bin/pip" install --quiet --disable-pip-version-check "healthcards==$healthcards"

made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
ours=$("$root/xtask/steps/programs.sh")/examples/links_and_cards
# Node looks for packages beside the script alone.
cp "$here/clipboard.mjs" "$tools/clipboard.mjs"

"$ours" make "$made"
node "$tools/clipboard.mjs" read "$made/ours.json"
"$tools/venv/bin/python" "$here/cards.py" "$made/ours.json"
node "$tools/clipboard.mjs" make "$made/theirs.json"
"$ours" read "$made"
