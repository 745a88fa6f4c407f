#!/usr/bin/env bash
# Takes the pictures that the tests of `ui` drew into docs/screens/android: every state once, and those that show most in every look.
set -euo pipefail
cd "$(dirname "$0")/.."

from=android/ui/target/screenshots
to=docs/screens/android
[ -d "$from" ] || { echo "draw them first: mvn -f android/pom.xml clean test" >&2; exit 1; }
rm -rf "$to"
mkdir -p "$to"
cp "$from"/*.light.png "$to"
for screen in record section item check-in-deciding; do
    cp "$from/$screen".{dark,large,narrow,right-to-left,tablet}.png "$to"
done
cp "$from"/record.{spanish,french,german,chinese}.png "$to"
git status --short -- "$to"
du -sh "$to"
