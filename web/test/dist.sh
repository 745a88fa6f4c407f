#!/usr/bin/env bash
# Builds both pages from package-lock.json, with the packages in "$1", and compares them with web/dist and web/dist-desk.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
cd "$here/.."
vite() {
    "$packages/node_modules/.bin/vite" build --emptyOutDir --logLevel warn "$@"
}
packages=$1
vite --outDir "$built/dist"
vite --config vite.desk.config.ts --outDir "$built/dist-desk"
for page in dist dist-desk; do
    if ! diff -r "$built/$page" "$page"; then
        echo "web/$page is not what its sources make: run web/build.sh"
        exit 1
    fi
done
