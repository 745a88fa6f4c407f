#!/usr/bin/env bash
# Synthea's patients, each as FHIR and as C-CDA: prints the folder in which they are. They are made anew when the cache folder has none;
# Synthea comes by Maven, once.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cache="${POCKETCHART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/pocketchart}/ccda"
patients="$cache/synthea-10-42"

if [ ! -d "$patients/ccda" ]; then
    mkdir -p "$cache"
    mvn --batch-mode --quiet --file "$here/pom.xml" dependency:build-classpath \
        "-Dmdep.outputFile=$cache/classpath" >&2
    # The same count, seed and days give the same patients.
    java -Xmx2g -XX:+UseSerialGC -cp "$(cat "$cache/classpath")" App -p 10 -s 42 -cs 42 -r 20260101 -e 20260101 \
        --exporter.baseDirectory "$patients.new" --exporter.ccda.export true --exporter.fhir.use_us_core_ig true \
        --exporter.fhir.us_core_version 6.1.0 Massachusetts >"$cache/synthea.log" 2>&1
    mv "$patients.new" "$patients"
fi
echo "$patients"
