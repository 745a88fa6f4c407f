#!/usr/bin/env bash
# Every target, or the one that is named, for FUZZ_RUNS runs from the committed corpus, a slow one for a quarter of them; an input that
# makes one panic is shown and stays in fuzz/artifacts. Before that, the negative control: a planted panic must be found.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs=${FUZZ_RUNS:-20000}
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
# Our code is safe Rust: without a sanitizer the compiler need not be a nightly one.
cargo fuzz build --sanitizer none any
mapfile -t targets < <(cargo fuzz run --sanitizer none any "$new" | grep -Ex "(${1:-.*})( slow)?")

fuzz() {
    local target=$1
    shift
    mkdir -p "$new/$target" "fuzz/artifacts/$target"
    # New inputs go into the first folder; others are only read.
    FUZZ_TARGET=$target cargo fuzz run --sanitizer none any "$new/$target" "$@" -seed=1 "-artifact_prefix=fuzz/artifacts/$target/" \
        >"$new/$target.log" 2>&1
}

if fuzz planted -- -runs=10000000 || ! grep -q "on purpose" "$new/planted.log"; then
    echo "the planted panic was not found"
    exit 1
fi
rm -r fuzz/artifacts/planted
echo "the planted panic was found"

one() {
    local target=$1 corpus=() inputs=0 runs=$runs
    [[ ${2-} != slow ]] || runs=$((runs / 4))
    # What takes no foreign bytes begins with nothing.
    if [[ -d fuzz/corpus/$target ]]; then
        corpus=("fuzz/corpus/$target")
        inputs=$(ls "${corpus[0]}" | wc -l)
    fi
    if fuzz "$target" "${corpus[@]}" -- -runs="$runs" -rss_limit_mb=2048 -timeout=20; then
        echo "$target: $inputs inputs, $(grep DONE "$new/$target.log")"
    else
        tail -n 40 "$new/$target.log"
        return 1
    fi
}
export -f fuzz one
export new runs
printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I{} bash -euo pipefail -c 'one {}'
echo "$((${#targets[@]} + 1)) passed, 0 failed, 0 skipped"
