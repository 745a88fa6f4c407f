#!/usr/bin/env bash
# Keycloak as the authorization server of a hospital: keycloak.sh FOLDER PORT FHIR_BASE PATIENT_ID. The issuer is
# http://127.0.0.1:PORT/realms/hospital. Keycloak comes by Maven, once, into FOLDER; it forgets everything at each start.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
folder=$1 port=$2 base=$3 patient=$4
version=26.7.3
home="$folder/keycloak-$version"

if [ ! -e "$home/built" ]; then
    rm -rf "$home"
    mvn --batch-mode --quiet dependency:copy "-DoutputDirectory=$folder" "-Dartifact=org.keycloak:keycloak-quarkus-dist:$version:zip" >&2
    unzip -q "$folder/keycloak-quarkus-dist-$version.zip" -d "$folder"
    rm "$folder/keycloak-quarkus-dist-$version.zip"
    # Else it builds itself anew at each start.
    "$home/bin/kc.sh" build --db=dev-file >&2
    touch "$home/built"
fi
rm -rf "$home/data"
mkdir -p "$home/data/import"
sed -e "s|FHIR_BASE|$base|g" -e "s|PATIENT_ID|$patient|g" "$here/realm.json" >"$home/data/import/realm.json"
exec "$home/bin/kc.sh" start --optimized --import-realm --http-enabled=true --http-host=127.0.0.1 "--http-port=$port" \
    "--hostname=http://127.0.0.1:$port"
