#!/usr/bin/env bash
# The relay before strangers: a client in Python that was written from docs/relay.md alone, and links that npm
# `kill-the-clipboard` seals and opens. Needs what `xtask/python-requirements.txt` lists, and Node.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
tools=${POCKETCHART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/pocketchart}/links
version=1.1.0

[ -d "$tools/node_modules/kill-the-clipboard" ] ||
    npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tools" "kill-the-clipboard@$version"
# A module finds its packages beside itself.
cp "$here"/*.mjs "$tools/"

programs=$("$here/../../../xtask/steps/programs.sh")
folder=$(mktemp -d)
"$programs/pocketchart-relay" --listen 127.0.0.1:0 --store "$folder/relay.sqlite" >"$folder/said" &
relay=$!
trap 'kill "$relay"; rm -rf "$folder"' EXIT
until grep -q '^listening on ' "$folder/said"; do
    kill -0 "$relay"
    sleep 0.1
done
PYTHONDONTWRITEBYTECODE=1 python3 "$here/client.py" "$(sed -n 's/^listening on //p' "$folder/said")" "$tools"
