#!/usr/bin/env bash
# The page's hash: SHA-256 of the list of SHA-256 of its files, but for the list of issuers, which a host may fill in.
set -euo pipefail
cd "$1"
find . -type f ! -name trusted-issuers.json | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum | cut -d ' ' -f 1
