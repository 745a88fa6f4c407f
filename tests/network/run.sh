#!/usr/bin/env bash
# The program in two network namespaces: `run.sh capture` or `run.sh loss`. Needs root, and fails without it where `CI` is set.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
if ! problem=$(python3 "$here/namespaces.py" 2>&1); then
    echo "not run: no network namespaces here: ${problem##*$'\n'}"
    test -z "${CI:-}"
    exit
fi
program=$("$here/../../xtask/steps/programs.sh")/pocketchart
PYTHONDONTWRITEBYTECODE=1 exec python3 "$here/$1.py" "$program"
