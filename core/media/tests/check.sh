#!/usr/bin/env bash
# Reads the DICOM files that PyPI `pydicom` ships with it as well, and compares whom and what they say.
# Installs it in the cache folder; fails loudly.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
tools=${POCKETCHART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/pocketchart}/media
pydicom=3.0.2

[ -x "$tools/bin/python" ] || python3 -m venv "$tools"
"$tools/bin/python" -c 'import pydicom' 2>/dev/null ||
    "$tools/bin/pip" install --quiet --disable-pip-version-check "pydicom==$pydicom"

said=$(mktemp)
trap 'rm -f "$said"' EXIT
files=$("$tools/bin/python" -c 'import os, pydicom.data; print(os.path.dirname(pydicom.data.get_testdata_file("CT_small.dcm")))')
cargo run --quiet --manifest-path "$root/Cargo.toml" --package pocketchart-media --example look -- "$files"/*.dcm "$root"/fuzz/corpus/media/seed-* >"$said"
"$tools/bin/python" "$here/check.py" "$said"
