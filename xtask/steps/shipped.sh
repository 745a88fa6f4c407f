#!/usr/bin/env bash
# What is not in the programs that ship. The relay has nothing that opens a sealed value: it is built alone, as it ships, and its
# symbols are read; the control is the person's own program, in which all of them are found. And in neither can a check be left out
# (`core/record/src/sabotage.rs`); the control is the person's program of a debug build.
set -euo pipefail

here=$(dirname "$0")
build=${CARGO_TARGET_DIR:-target}
cargo build --locked --release --package pocketchart-relay --bin pocketchart-relay
cargo build --locked --release --package pocketchart-cli --bin pocketchart

# libsodium's functions that open, and libraries that only a reader of records has a use for.
opens=' crypto_(aead_[a-z0-9_]*_decrypt|(secret)?box_[a-z0-9_]*open|kem_[a-z0-9_]*dec|secretstream_[a-z0-9_]*_pull)[a-z_]*$'
libraries='automerge|pocketchart_(record|fhir|share)'

# What of these a program has, each once.
found() {
    nm --defined-only "$1" | grep -Eo "$opens|$libraries" | sort -u || true
}

control=$(found "$build/release/pocketchart")
for name in crypto_aead_xchacha20poly1305_ietf_decrypt crypto_kem_xwing_dec crypto_secretstream_xchacha20poly1305_pull \
    automerge pocketchart_record; do
    if ! grep -q "$name" <<<"$control"; then
        echo "$name is not found in the program that has it: it would not be found in the relay either"
        exit 1
    fi
done

bad=$(found "$build/release/pocketchart-relay")
if [[ -n $bad ]]; then
    echo "the relay has what opens:"
    echo "$bad"
    exit 1
fi
echo "$(wc -l <<<"$control") names found in the control, none in the relay"

switch=POCKETCHART_SABOTAGE
if ! grep -q "$switch" "$("$here/programs.sh")/pocketchart"; then
    echo "$switch is not found in the debug build, where checks can be left out: it would not be found in what ships either"
    exit 1
fi
for program in pocketchart pocketchart-relay; do
    if grep -q "$switch" "$build/release/$program"; then
        echo "a check can be left out of the $program that ships"
        exit 1
    fi
done
echo "no check can be left out of what ships"
echo "2 passed, 0 failed, 0 skipped"
