#!/usr/bin/env bash
# The relay that ships has nothing in it that opens a sealed value: it is built alone, as it ships, and its symbols are
# read. The control is the person's own program, which has every one of them.
set -euo pipefail

build=${CARGO_TARGET_DIR:-target}
cargo build --locked --release --package pocketchart-relay --bin pocketchart-relay
cargo build --locked --release --package pocketchart-cli --bin pocketchart

# libsodium's functions that open, and libraries of which only one who reads a record has a use.
opens='crypto_aead_[a-z0-9_]*_decrypt|crypto_(secret)?box_[a-z0-9_]*open|crypto_kem_[a-z0-9_]*dec|crypto_secretstream_[a-z0-9_]*pull'
libraries='automerge|snow[0-9]*[a-z]*|pocketchart_(record|fhir|share)'

found() {
    nm --defined-only "$1" | grep -Eo "($opens|\b_(ZN|R)[A-Za-z0-9_]*($libraries)[0-9])" | sort -u || true
}

for symbol in crypto_aead_xchacha20poly1305_ietf_decrypt crypto_kem_xwing_dec crypto_secretstream_xchacha20poly1305_pull; do
    if ! nm --defined-only "$build/release/pocketchart" | grep -q " $symbol$"; then
        echo "the control lacks $symbol: this test would not find it in the relay either"
        exit 1
    fi
done
bad=$(found "$build/release/pocketchart-relay")
if [[ -n $bad ]]; then
    echo "the relay could open something:"
    echo "$bad"
    exit 1
fi
echo "test result: ok. $(nm --defined-only "$build/release/pocketchart-relay" | wc -l) symbols, none of which opens anything"
