#!/usr/bin/env bash
# Headers of images and recordings, with other people's code (PyPI, in the cache folder): pydicom's own files (DICOM) and mutagen's (sound), each
# read here and by its own library; and recordings that FFmpeg writes (PyAV).
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cache="${POCKETCHART_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/pocketchart}/media"
pydicom=3.0.2
mutagen=1.48.1
pyav=18.1.0

mkdir -p "$cache"
[ -x "$cache/venv/bin/python" ] || python3 -m venv "$cache/venv"
"$cache/venv/bin/python" -c "
import av, mutagen, pydicom
assert (pydicom.__version__, mutagen.version_string, av.__version__) == ('$pydicom', '$mutagen', '$pyav')" 2>/dev/null ||
    "$cache/venv/bin/pip" install --quiet --disable-pip-version-check "pydicom==$pydicom" "mutagen==$mutagen" "av==$pyav"
# Its test files are in its source alone.
if [ ! -d "$cache/mutagen-$mutagen" ]; then
    "$cache/venv/bin/pip" download --quiet --disable-pip-version-check --no-deps --no-binary mutagen --dest "$cache" "mutagen==$mutagen"
    tar --extract --gzip --file "$cache/mutagen-$mutagen.tar.gz" --directory "$cache"
fi
looks="$("$here/../../xtask/steps/programs.sh")/examples/looks"
export PYTHONDONTWRITEBYTECODE=1
"$cache/venv/bin/python" "$here/dicom.py" "$looks"
"$cache/venv/bin/python" "$here/sound.py" "$looks" "$cache/mutagen-$mutagen/tests/data"
