#!/usr/bin/env bash
# C-CDA documents, with other people's code: Synthea's patients, each written by Synthea both as C-CDA and as FHIR, must be the same when the
# document is read; and PyPI's ccda-to-fhir must find nothing in the documents that is not found here.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$here/../.."
cache="${POCKETCHART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/pocketchart}/ccda"
ccda_to_fhir=0.3

mkdir -p "$cache"
[ -x "$cache/venv/bin/python" ] || python3 -m venv "$cache/venv"
"$cache/venv/bin/python" -c 'import ccda_to_fhir' 2>/dev/null ||
    "$cache/venv/bin/pip" install --quiet --disable-pip-version-check "ccda-to-fhir==$ccda_to_fhir"
patients="$("$here/patients.sh")"

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
