#!/usr/bin/env bash
# Every test of the emergency page and of the desk's pages: types, the rebuild against web/dist and web/dist-desk, the published vectors,
# and the pages in Debian's Chromium, with the program beside them, which is built, and Medplum's FHIR server of tests/servers.
# Its packages are installed once, in the cache folder. `run.sh screens` draws the pictures of docs/screens/web and desk anew instead;
# `run.sh bench` measures. The last line is `N passed, N failed, N skipped`.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
tools=${POCKETCHART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/pocketchart}/web
report=$(mktemp -d)
trap 'rm -rf "$report"' EXIT

mkdir -p "$tools"
if ! cmp -s "$root/web/package-lock.json" "$tools/installed.json"; then
    cp "$root/web/package.json" "$root/web/package-lock.json" "$tools/"
    (cd "$tools" && npm ci --silent --no-audit --no-fund)
    cp "$root/web/package-lock.json" "$tools/installed.json"
fi
# Node looks for packages beside the sources alone.
[ -e "$root/web/node_modules" ] || ln -sfn "$tools/node_modules" "$root/web/node_modules"

cd "$root/web"
command -v "${CHROMIUM:-chromium}" >/dev/null || { echo "chromium is missing: apt-get install chromium"; exit 1; }
if [ "${1-}" = bench ]; then
    exec node_modules/.bin/playwright test --project=bench --output "$report/output"
fi

POCKETCHART=$("$root/xtask/steps/programs.sh")/pocketchart
# A clinic's own FHIR server.
SERVERS=$("$root/tests/servers/packages.sh")
export POCKETCHART SERVERS
if [ "${1-}" = screens ]; then
    exec node_modules/.bin/playwright test --project=screens --output "$report/output"
fi

passed=0
check() {
    "${@:2}" || { echo "FAILED: $1"; echo "$passed passed, 1 failed, 0 skipped"; exit 1; }
    passed=$((passed + 1))
}
check "types" node_modules/.bin/tsc --noEmit
check "the rebuild" test/dist.sh "$root/web"
check "the published hash" cmp <(test/hash.sh dist) dist.sha256
check "the published hash of the desk" cmp <(test/hash.sh dist-desk) dist-desk.sha256

# Every test that was not passed at once is a failure, whatever the runner calls it. Each is named as Rust's runner names it.
WEB_REPORT="$report/report.json" node_modules/.bin/playwright test --project=unit --project=page --project=desk --output "$report/output" || true
node test/failures.mjs "$report/report.json" "$passed"
