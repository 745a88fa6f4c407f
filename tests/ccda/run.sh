#!/usr/bin/env bash
# C-CDA documents, with other people's code: Synthea's patients, each written by Synthea both as C-CDA and as FHIR, must be the same when the
# document is read, and in one record must be one; and PyPI's ccda-to-fhir must find nothing in the documents that is not found here. Synthea comes by Maven, once; the
# patients are made anew when there are none in the cache folder.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$here/../.."
cache="${POCKETCHART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/pocketchart}/ccda"
ccda_to_fhir=0.3
patients="$cache/synthea-10-42"

mkdir -p "$cache"
[ -x "$cache/venv/bin/python" ] || python3 -m venv "$cache/venv"
"$cache/venv/bin/python" -c 'import ccda_to_fhir' 2>/dev/null ||
    "$cache/venv/bin/pip" install --quiet --disable-pip-version-check "ccda-to-fhir==$ccda_to_fhir"
if [ ! -d "$patients/ccda" ]; then
    mvn --batch-mode --quiet --file "$here/pom.xml" dependency:build-classpath \
        "-Dmdep.outputFile=$cache/classpath" >&2
    # The same count, seed and days give the same patients.
    java -Xmx2g -XX:+UseSerialGC -cp "$(cat "$cache/classpath")" App -p 10 -s 42 -cs 42 -r 20260101 -e 20260101 \
        --exporter.baseDirectory "$patients.new" --exporter.ccda.export true --exporter.fhir.use_us_core_ig true \
        --exporter.fhir.us_core_version 6.1.0 Massachusetts >"$cache/synthea.log" 2>&1
    mv "$patients.new" "$patients"
fi

read="$(mktemp -d)"
trap 'rm -rf "$read"' EXIT
documents=("$patients"/ccda/*.xml)
# The samples of HL7, where they are.
[ ! -d "$root/../shared/data/ccda" ] || documents+=("$root"/../shared/data/ccda/*.xml)
programs="$("$root/xtask/steps/programs.sh")"
"$programs/examples/ccda" "$read" "${documents[@]}" >"$read/log"
"$cache/venv/bin/python" "$here/second.py" "$read" "${documents[@]}"
mkdir "$read/synthea"
for document in "$patients"/ccda/*.xml; do
    name=$(basename "$document" .xml)
    mv "$read/$name.json" "$read/synthea/"
done
python3 "$here/synthea.py" "$patients/fhir" "$read/synthea"
python3 "$here/doors.py" "$programs/pocketchart" "$patients"
