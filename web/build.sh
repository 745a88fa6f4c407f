#!/usr/bin/env bash
# Builds web/dist anew from package-lock.json, and writes the page's hash beside it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"
npm ci --silent --no-audit --no-fund
npm run --silent build
test/hash.sh dist > dist.sha256
cat dist.sha256
