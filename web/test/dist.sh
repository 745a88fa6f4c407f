#!/usr/bin/env bash
# Builds the page from package-lock.json, with the packages in "$1", and compares it with web/dist; prints the page's hash.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
cd "$here/.."
"$1/node_modules/.bin/vite" build --outDir "$built" --emptyOutDir --logLevel warn
if ! diff -r "$built" dist; then
    echo "web/dist is not what its sources make: run web/build.sh"
    exit 1
fi
"$here/hash.sh" "$built"
