#!/usr/bin/env bash
# The relay's large bodies on a server that speaks S3 and is not ours: PyPI `moto`, on this machine only.
set -euo pipefail

cd "$(dirname "$0")/../../.."
folder=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
export AWS_ENDPOINT=http://127.0.0.1:$port AWS_ALLOW_HTTP=true AWS_REGION=us-east-1
export AWS_ACCESS_KEY_ID=relay AWS_SECRET_ACCESS_KEY=relay RELAY_TEST_BUCKET=s3://relay
python3 -c 'from moto.server import main; main()' -H 127.0.0.1 -p "$port" >"$folder/log" 2>&1 &
server=$!
trap 'kill "$server"; rm -rf "$folder"' EXIT
until curl --silent --fail --request PUT "$AWS_ENDPOINT/relay" >/dev/null; do
    kill -0 "$server"
    sleep 0.2
done
cargo test --locked --workspace --exclude xtask --test service -- --show-output with_a_bucket_beside
