#!/usr/bin/env bash
# core/crypto under valgrind: its memory test is clean, and a planted over-read is found.
set -euo pipefail

under_valgrind() {
    cargo --config 'target."cfg(all())".runner = "valgrind --quiet --error-exitcode=1 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite"' \
        test --locked --package pocketchart-crypto "$@"
}

under_valgrind --test memory

found=$( (under_valgrind --lib -- --ignored --exact hazmat::guards::planted_over_read || true) 2>&1)
if grep -q 'Invalid read' <<<"$found"; then
    echo '1 passed, 0 failed, 0 skipped'
else
    printf 'valgrind does not find the planted over-read:\n%s\n' "$found"
    exit 1
fi
