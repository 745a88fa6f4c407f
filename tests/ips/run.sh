#!/usr/bin/env bash
# Brings in every example Bundle of the International Patient Summary (npm `hl7.fhir.uv.ips` 2.0.0) with the program, and compares what
# came in with what stands in the file. The guide comes once, into the cache folder.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$here/../.."
cache="${POCKETCHART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/pocketchart}/validator"
guide=hl7.fhir.uv.ips
version=2.0.0

mkdir -p "$cache"
[ -f "$cache/$guide-$version.tgz" ] || (cd "$cache" && npm pack --silent "$guide@$version" >/dev/null)
build="$("$root/xtask/steps/programs.sh")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
tar -xzf "$cache/$guide-$version.tgz" -C "$work" package/example
PYTHONDONTWRITEBYTECODE=1 python3 "$here/check.py" "$build/pocketchart" "$work/package/example" "$work"
