#!/usr/bin/env bash
# The desk before schemathesis, which makes requests of its description that are right and wrong: no fault of the program, and nothing
# that the description does not say. Once for each role. Needs what `xtask/python-requirements.txt` lists.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
programs=$("$here/../../../xtask/steps/programs.sh")
folder=$(mktemp -d)
"$programs/pocketchart" clinic --name "Lakeside Clinic" --listen 127.0.0.1:0 --data "$folder/clinic" 2>"$folder/said" &
desk=$!
trap 'kill "$desk"; rm -rf "$folder"' EXIT
until grep -q 'Ctrl-C' "$folder/said"; do
    kill -0 "$desk"
    sleep 0.1
done
cd "$folder"
PYTHONDONTWRITEBYTECODE=1 python3 "$here/check.py" "$folder/said"
kill -0 "$desk"
