#!/usr/bin/env bash
# Brings the official FHIR R4 examples into the cache folder, once.
set -euo pipefail

cache=${POCKETCHART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/pocketchart}
name=hl7.fhir.r4.examples
version=4.0.1
sha256=dce87f1b5b9341867033f7d1f544fa1b5232503f6d62813887ac6b8a8b6cb682
target=$cache/$name-$version

[ -d "$target" ] && exit 0
mkdir -p "$cache"
scratch=$(mktemp -d "$cache/fetch.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
(cd "$scratch" && npm pack --silent "$name@$version" >/dev/null)
echo "$sha256  $scratch/$name-$version.tgz" | sha256sum --check --quiet
tar -xzf "$scratch/$name-$version.tgz" -C "$scratch"
# Whoever comes second finds it done.
mv -T "$scratch/package" "$target" 2>/dev/null || [ -d "$target" ]
