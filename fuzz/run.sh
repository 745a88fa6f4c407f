#!/usr/bin/env bash
# Every target for FUZZ_RUNS runs from the committed corpus; an input that makes one panic is shown and stays in
# fuzz/artifacts. Before that, the negative control: a planted panic must be found.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs=${FUZZ_RUNS:-20000}
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
# Our code is safe Rust: without a sanitizer the compiler need not be a nightly one.
cargo fuzz build --sanitizer none

fuzz() {
    local target=$1
    shift
    mkdir "$new/$target"
    # New inputs go into the first folder; others are only read.
    cargo fuzz run --sanitizer none "$target" "$new/$target" "$@" -seed=1 >"$new/$target.log" 2>&1
}

if fuzz planted -- -runs=10000000 || ! grep -q "on purpose" "$new/planted.log"; then
    echo "the planted panic was not found"
    exit 1
fi
rm -r fuzz/artifacts/planted
echo "the planted panic was found"

one() {
    local target=$1
    if fuzz "$target" "fuzz/corpus/$target" -- -runs="$runs" -rss_limit_mb=2048 -timeout=20; then
        echo "$target: $(ls "fuzz/corpus/$target" | wc -l) inputs, $(grep DONE "$new/$target.log")"
    else
        tail -n 40 "$new/$target.log"
        return 1
    fi
}
export -f fuzz one
export new runs
mapfile -t targets < <(cargo fuzz list | grep -vx planted)
printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I{} bash -euo pipefail -c 'one {}'
echo "$((${#targets[@]} + 1)) passed, 0 failed, 0 skipped"
