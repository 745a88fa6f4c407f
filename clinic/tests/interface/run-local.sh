#!/usr/bin/env bash
# The desk before schemathesis, which makes requests of its description that are right and wrong: no fault of the program, and nothing
# that the description does not say. Once for each role, each before a desk of its own: a desk answers only so many requests a minute.
# Needs what `xtask/python-requirements.txt` lists.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
programs=/var/tmp/pc/schbin
folder=$(mktemp -d)
desks=()
trap 'kill "${desks[@]}"; rm -rf "$folder"' EXIT

declare -A checks
for role in nobody administrator clinician front-desk; do
    mkdir "$folder/$role"
    cd "$folder/$role"
    "$programs/pocketchart" clinic --name "Lakeside Clinic" --listen 127.0.0.1:0 --data clinic 2>said &
    desk=$!
    desks+=("$desk")
    until grep -q 'Ctrl-C' said; do
        kill -0 "$desk"
        sleep 0.1
    done
    PYTHONDONTWRITEBYTECODE=1 python3 "$here/check.py" "$role" said >out 2>&1 &
    checks[$role]=$!
done
failed=0
for role in "${!checks[@]}"; do
    wait "${checks[$role]}" || failed=1
    cat "$folder/$role/out"
done
for desk in "${desks[@]}"; do
    kill -0 "$desk"
done
exit "$failed"
