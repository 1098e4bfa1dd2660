#!/usr/bin/env bash
# usage: wine_windows.sh FOLDER SERVER.EXE CLIENT.EXE WINE...
# Shows the server window and three client windows under Wine on an X server of their own, lets text go round, and
# leaves their pictures and the transcript in FOLDER.
set -euo pipefail

if [ "${1:-}" != --inside ]; then
    command -v xvfb-run >/dev/null || { echo "SKIP   : wine_windows: xvfb-run is not installed"; exit 77; }
    exec xvfb-run -a -s "-screen 0 1600x1000x24" bash "$0" --inside "$@"
fi
shift

demo=$1 server=$2 client=$3
shift 3
started=()
trap 'kill "${started[@]}" 2>/dev/null || true' EXIT

fail() {
    echo "FAIL   : wine_windows: $1"
    tail -n 20 "$demo"/*.log || true
    exit 1
}

endpoint_or_gone() {
    [ -s "$demo/server.endpoint" ] || ! kill -0 "${started[0]}" 2>/dev/null
}

mkdir -p "$demo"
rm -f "$demo"/*
# As a person sees it, not off screen, which is what the tests get by Wine's registry.
"$@" "$server" --platform windows --language en --listen 127.0.0.1:0 --mode relay --demo "Z:$demo" >"$demo/server.log" 2>&1 &
started=($!)
for ((i = 0; i < 600; i++)); do
    endpoint_or_gone && break
    sleep 0.1
done
[ -s "$demo/server.endpoint" ] || fail "the server window does not listen"
port=$(tr -d '\r' <"$demo/server.endpoint" | sed 's/.*://')

"$@" "$client" --platform windows --language en 127.0.0.1 "$port" --windows 3 --demo "Z:$demo" >"$demo/client.log" 2>&1 &
started+=($!)
wait "${started[1]}" || fail "the client windows ended with status $?"
wait "${started[0]}" || fail "the server window ended with status $?"

for i in 1 2 3; do
    grep -q "Hello from client $i, 你好!" "$demo/transcript.txt" || fail "the server has not heard client $i"
done
for picture in server client-1 client-2 client-3; do
    [ "$(head -c 4 "$demo/$picture.png" | tail -c 3)" = PNG ] || fail "there is no picture $picture.png"
done
cat "$demo/transcript.txt"
