#!/usr/bin/env bash
# The emergency card printed on each paper in three languages, and read back by other people's programs. Needs what
# `xtask/python-requirements.txt` lists, and Debian's poppler-utils, fonts-noto-core, fonts-noto-cjk.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
pages="${1:-$(mktemp -d)}"
if [ $# = 0 ]; then trap 'rm -rf "$pages"' EXIT; fi
"$("$here/../../../xtask/steps/programs.sh")/examples/cards" "$pages"
PYTHONDONTWRITEBYTECODE=1 python3 "$here/read.py" "$pages"
