#!/usr/bin/env bash
# Builds web/dist (the emergency page) and web/dist-desk (the clinic's desk) anew from package-lock.json, and writes the hash of each
# beside it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"
npm ci --silent --no-audit --no-fund
npm run --silent build
for page in dist dist-desk; do
    test/hash.sh "$page" | tee "$page.sha256"
done
