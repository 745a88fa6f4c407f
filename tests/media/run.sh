#!/usr/bin/env bash
# Headers of images, with other people's code: pydicom's own files (DICOM), each read here and by pydicom (PyPI, in the cache folder).
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cache="${POCKETCHART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/pocketchart}/media"
pydicom=3.0.2

mkdir -p "$cache"
[ -x "$cache/venv/bin/python" ] || python3 -m venv "$cache/venv"
"$cache/venv/bin/python" -c "import pydicom; assert pydicom.__version__ == '$pydicom'" 2>/dev/null ||
    "$cache/venv/bin/pip" install --quiet --disable-pip-version-check "pydicom==$pydicom"
looks="$("$here/../../xtask/steps/programs.sh")/examples/looks"
PYTHONDONTWRITEBYTECODE=1 "$cache/venv/bin/python" "$here/dicom.py" "$looks"
