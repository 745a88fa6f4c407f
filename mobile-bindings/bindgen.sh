#!/usr/bin/env bash
# Builds the library for this machine and writes its Kotlin, Swift and Python sources into folders that git ignores:
# Kotlin where android/ looks for it, Swift and Python below mobile-bindings/build/generated.
set -euo pipefail
cd "$(dirname "$0")/.."

# With the choice of packages of the tests of the crates, so that little is compiled once more; a test's programs come with it.
cargo test --locked --workspace --exclude xtask --features pocketchart-mobile/bindgen --test surface --no-run

programs=${CARGO_TARGET_DIR:-target}/debug
library=$programs/deps/libpocketchart_mobile.so
[ -f "$library" ] || library=$programs/deps/libpocketchart_mobile.dylib
android=android/bindings/build/generated/uniffi
others=mobile-bindings/build/generated

rm -rf "$android" "$others"
mkdir -p "$android/kotlin" "$android/library" "$others/python" "$others/swift"
"$programs/uniffi-bindgen" generate --no-format --language kotlin --out-dir "$android/kotlin" "$library"
"$programs/uniffi-bindgen" generate --no-format --language python --out-dir "$others/python" "$library"
"$programs/uniffi-bindgen-swift" --swift-sources "$library" "$others/swift"
"$programs/uniffi-bindgen-swift" --headers "$library" "$others/swift"
cp "$library" "$android/library"
cp "$library" "$others/python"
