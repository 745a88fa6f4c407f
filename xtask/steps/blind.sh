#!/usr/bin/env bash
# The relay that ships has nothing in it that opens a sealed value: it is built alone, as it ships, and its symbols are
# read. The control is the person's own program, in which all of them are found.
set -euo pipefail

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
