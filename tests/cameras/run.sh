#!/usr/bin/env bash
# 1,000 frames of codes of ten sizes, made by our code and read by ours and by other people's readers. The folder of the
# frames goes away. Needs what `xtask/python-requirements.txt` lists, and zbar.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
frames="$(mktemp -d)"
trap 'rm -rf "$frames"' EXIT
"$("$here/../../xtask/steps/programs.sh")/examples/frames" "$frames"
PYTHONDONTWRITEBYTECODE=1 python3 "$here/read.py" "$frames"
