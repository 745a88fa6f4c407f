#!/usr/bin/env bash
# Has the Node servers of this folder, with the packages of package-lock.json, in the cache folder once; says where they are.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
tools="${POCKETCHART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/pocketchart}/servers"

mkdir -p "$tools"
# Whoever comes second waits, and finds it done.
exec 9>"$tools/lock"
flock 9
if ! cmp -s "$here/package-lock.json" "$tools/node_modules/installed"; then
    cp "$here/package.json" "$here/package-lock.json" "$tools"
    npm ci --silent --no-audit --no-fund --ignore-scripts --prefix "$tools" >&2
    cp "$here/package-lock.json" "$tools/node_modules/installed"
fi
# Node looks for packages beside the script alone.
cp --update "$here"/*.mjs "$tools"
echo "$tools"
