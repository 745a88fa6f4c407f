#!/usr/bin/env bash
# The program's connections to hospitals, and the desk's bridge, before servers that hospitals run: HAPI FHIR (Java) and Medplum (Node),
# each behind SMART's authorization by `oidc-provider`, with the ways of Epic and others switched on one by one. The patients are Synthea's.
#
#     tests/servers/run.sh              what `cargo xtask test` runs
#     tests/servers/run.sh --large      100,000 findings in one pull that is killed 20 times, with its peak memory, alone
#     tests/servers/run.sh --keys       apps that are known by a key, alone
#     tests/servers/run.sh --bridge     the desk's bridge to HAPI FHIR, as it is and strict, and to Medplum, alone
#     tests/servers/run.sh --keycloak   Keycloak in the place of `oidc-provider`
#
# Everything is had once, into the cache folder, in the versions of pom.xml and package-lock.json.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$here/../.."
tools="$("$here/packages.sh")"
mkdir -p "$tools/classes"

if ! cmp -s "$here/pom.xml" "$tools/pom.xml"; then
    mvn --batch-mode --quiet --file "$here/pom.xml" dependency:build-classpath "-Dmdep.outputFile=$tools/classpath" >&2
    cp "$here/pom.xml" "$tools"
fi
if [ -n "$(find "$here/src" -newer "$tools/classes/logback.xml" 2>/dev/null || echo new)" ]; then
    javac -cp "$(cat "$tools/classpath")" -d "$tools/classes" "$here"/src/main/java/servers/*.java
    cp "$here"/src/main/resources/* "$tools/classes"
fi
patients="$("$root/tests/ccda/patients.sh")"

programs="$("$root/xtask/steps/programs.sh")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
PYTHONDONTWRITEBYTECODE=1 python3 "$here/check.py" "$programs/pocketchart" "$tools" "$patients/fhir" "$work" "$@"
