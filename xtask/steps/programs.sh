#!/usr/bin/env bash
# Compiles the programs and the examples with the same choice of packages as the tests of the crates: with another one, what they
# depend on would be compiled once more. Prints the folder in which they are.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
cargo build --locked --quiet --workspace --exclude xtask --bins --examples >&2
realpath "${CARGO_TARGET_DIR:-target}/debug"
