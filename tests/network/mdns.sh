#!/usr/bin/env bash
# A phone and a desk in two network namespaces, joined by one cable. The address in the code is wrong, and the desk finds the
# phone by mDNS; what the phone says there names nobody, is new each time, and is taken back; with --no-announce it says
# nothing. Needs root. The last line is `N passed, N failed, N skipped`.
set -euo pipefail

if [[ $(id -u) != 0 ]] || ! ip netns add "pc-try-$$" 2>/dev/null; then
    echo "not run: network namespaces need root"
    [[ -z ${CI:-} ]]
    exit
fi
ip netns delete "pc-try-$$"

program="$("$(dirname "${BASH_SOURCE[0]}")/../../xtask/steps/programs.sh")/pocketchart"
scratch="$(mktemp -d)"
phone="pc-phone-$$" desk="pc-desk-$$"
passed=0 failed=0 capture=

ended() {
    if [[ -n $capture ]]; then kill "$capture" 2>/dev/null || true; fi
    ip netns delete "$phone" 2>/dev/null || true
    ip netns delete "$desk" 2>/dev/null || true
    rm -rf "$scratch"
}
trap ended EXIT

ip netns add "$phone"
ip netns add "$desk"
ip link add cable netns "$phone" type veth peer name cable netns "$desk"
for side in "$phone 10.77.0.1" "$desk 10.77.0.2"; do
    read -r name address <<<"$side"
    ip -n "$name" address add "$address/24" dev cable
    ip -n "$name" link set lo up
    ip -n "$name" link set cable up
    ip -n "$name" route add 224.0.0.0/4 dev cable
done

export POCKETCHART_PASSPHRASE="correct horse battery staple" XDG_STATE_HOME="$scratch/state" TZ=UTC

# Runs the program on one side: `on NAMESPACE RECORD ARGUMENT…`. `begin … &` does so in a process that can be ended.
begin() {
    exec ip netns exec "$1" "$program" --json --record "$scratch/$2" "${@:3}"
}
on() (
    begin "$@"
)

check() { # NAME STATUS [NOTE]
    if [[ $2 == 0 ]]; then
        passed=$((passed + 1))
        echo "ok: $1"
    else
        failed=$((failed + 1))
        echo "FAILED: $1 ${3:-}"
    fi
}

holds() { # NAME COMMAND…
    local name=$1 status=0
    shift
    "$@" >/dev/null 2>&1 || status=$?
    check "$name" "$status"
}

fails() { # NAME COMMAND…
    local name=$1 status=0
    shift
    if "$@" >/dev/null 2>&1; then status=1; fi
    check "$name" "$status"
}

# Everything on the cable, into a file, from now on.
watch_cable() {
    ip netns exec "$phone" tshark -q -i cable -w "$1" 2>"$scratch/tshark" &
    capture=$!
    for _ in {1..100}; do
        if grep -q "Capture started" "$scratch/tshark"; then return; fi
        sleep 0.1
    done
    echo "FAILED: tshark did not start: $(cat "$scratch/tshark")"
    exit 1
}

stop_watching() {
    sleep 1
    kill -INT "$capture"
    wait "$capture" || true
    capture=
}

# How many packets of a capture are such ones.
packets() { # FILE FILTER
    tshark -r "$1" -Y "$2" 2>/dev/null | wc -l
}

# What is announced there: one instance a line.
instances() { # FILE
    tshark -r "$1" -Y 'ip.src == 10.77.0.1 && mdns' -V 2>/dev/null |
        grep -oE '\b[0-9a-f]{32}\._pocketchart' | sort -u || true
}

on "$phone" phone create --kdf fast --name "Maria's phone" >/dev/null 2>&1
on "$phone" phone import examples/maria-okafor.json >/dev/null
on "$desk" desk create --kdf fast --name "Front desk" >/dev/null 2>&1

# A grant's code that names this address.
granted() { # ADDRESS
    on "$phone" phone grant allergies --for 1h --address "$1" --code-fd 3 3>"$scratch/code" >"$scratch/granted"
    cat "$scratch/code"
}

# The desk redeems a code while the phone waits; the desk's status.
meet() { # CODE SERVE-ARGUMENT…
    local code=$1 status=0 served
    shift
    begin "$phone" phone serve --listen 0.0.0.0:7412 --agree --wait 1m "$@" >"$scratch/served" 2>"$scratch/said" &
    served=$!
    for _ in {1..100}; do
        if grep -q "7412" "$scratch/said"; then break; fi
        sleep 0.1
    done
    sleep 2
    on "$desk" desk redeem "$code" --as "Lakeside Clinic" --kdf fast --chart "$scratch/chart" >"$scratch/redeemed" || status=$?
    if [[ $status != 0 ]]; then kill "$served" 2>/dev/null || true; fi
    wait "$served" || true
    return "$status"
}

wrong=10.77.0.99:7412
code="$(granted "$wrong")"
watch_cable "$scratch/first.pcapng"
holds "a wrong address in the code: found by mDNS" meet "$code"
stop_watching
holds "the desk has the allergies" grep -q Penicillin "$scratch/redeemed"
watch_cable "$scratch/second.pcapng"
holds "and found again in another wait" meet "$code"
stop_watching

first="$(instances "$scratch/first.pcapng")" second="$(instances "$scratch/second.pcapng")"
echo "announced as: ${first//$'\n'/ } / ${second//$'\n'/ }"
holds "one name for one code" test "$(wc -w <<<"$first")" = 1
fails "another name for each wait" test "$first" = "$second"
holds "the name is taken back" test "$(packets "$scratch/first.pcapng" 'ip.src == 10.77.0.1 && mdns && dns.resp.ttl == 0')" -gt 0

# Whatever could tell one person, device or record from another, in either capture.
record="$(on "$phone" phone devices | grep -oE '[0-9a-f]{16,}' | sort -u)"
grant="$(grep -oE '[0-9a-f]{32}' "$scratch/granted" | head -n 1)"
for file in first second; do
    names="$(tshark -r "$scratch/$file.pcapng" -Y mdns -V 2>/dev/null | grep -oE '[^ ,]+\.local\b' | sort -u)"
    fails "$file capture: no name that is not random" \
        grep -vE '^([0-9a-f]{16}|(([0-9a-f]{32}\.)?_pocketchart\.)?_tcp)\.local$' <<<"$names"
    tshark -r "$scratch/$file.pcapng" -Y mdns -T json -x 2>/dev/null | grep -oE '"[0-9a-f]{40,}"' | tr -d '"' |
        xxd -r -p >"$scratch/$file.bytes"
    holds "$file capture: there is something to look in" grep -qa _pocketchart "$scratch/$file.bytes"
    for secret in Maria Okafor phone Lakeside Front desk "$grant" $record; do
        fails "$file capture: nothing says $secret" grep -qai -- "$secret" "$scratch/$file.bytes"
    done
done

silent="$(granted "$wrong")"
watch_cable "$scratch/silent.pcapng"
status=0
meet "$silent" --no-announce 2>/dev/null || status=$?
check "a wrong address and nothing announced: no connection" "$((status == 9 ? 0 : 1))" "exit status $status"
stop_watching
holds "the desk asked" test "$(packets "$scratch/silent.pcapng" 'ip.src == 10.77.0.2 && udp.port == 5353')" -gt 0
holds "the phone said nothing to port 5353" test "$(packets "$scratch/silent.pcapng" 'ip.src == 10.77.0.1 && udp.port == 5353')" = 0

right="$(granted 10.77.0.1:7412)"
watch_cable "$scratch/right.pcapng"
holds "a right address, not announced: reached" meet "$right" --no-announce
stop_watching
holds "nobody said anything to port 5353" test "$(packets "$scratch/right.pcapng" 'udp.port == 5353')" = 0

# Pairing: the other device finds the one that shows the code.
begin "$phone" phone pair offer --listen 0.0.0.0:7411 --address 10.77.0.99:7411 --same-digits --code-fd 3 \
    3>"$scratch/pairing" >"$scratch/offered" 2>/dev/null &
offered=$!
for _ in {1..100}; do
    if [[ -s $scratch/pairing ]]; then break; fi
    sleep 0.1
done
sleep 2
holds "a wrong address in a pairing code: found by mDNS" \
    on "$desk" tablet pair join "$(cat "$scratch/pairing")" --same-digits --kdf fast --name Tablet
wait "$offered" || true

echo "$passed passed, $failed failed, 0 skipped"
[[ $failed == 0 ]]
