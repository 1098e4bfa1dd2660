#!/usr/bin/env bash
# usage: wine_border.sh FOLDER-OF-LINUX-BUILDS SERVER.EXE CLIENT.EXE WINE...
# The headless programs under Wine talk to programs of Linux: ncat to the server, the client to a server.
set -euo pipefail

builds=$1 server=$2 client=$3
shift 3
wine=("$@")
scratch=$(mktemp -d)
started=()
trap 'kill "${started[@]}" 2>/dev/null || true; rm -rf "$scratch"' EXIT

fail() {
    echo "FAIL   : wine_border: $1"
    tail -n 20 "$scratch"/*.txt | cut -c 1-300 || true
    exit 1
}

# within_20s COMMAND...: asks until COMMAND is true.
within_20s() {
    local i
    for ((i = 0; i < 200; i++)); do
        "$@" && return
        sleep 0.1
    done
    return 1
}

# serve NAME COMMAND...: starts a headless server that reads commands from descriptor 3; sets pid and port.
serve() {
    local out=$scratch/$1.txt
    shift
    rm -f "$scratch/commands"
    mkfifo "$scratch/commands"
    "$@" --headless --json --mode echo --listen 127.0.0.1:0 <"$scratch/commands" >"$out" 2>"$out.err" &
    pid=$!
    started+=("$pid")
    exec 3>"$scratch/commands"
    within_20s grep -q '"listening"' "$out" || fail "the server does not listen: $(cat "$out.err")"
    port=$(sed -n 's/.*"port":\([0-9]*\).*/\1/p' "$out")
}

# stopped NAME: asks it to stop, and looks at how it ended.
stopped() {
    local status=0
    echo '{"stop":true}' >&3
    exec 3>&-
    wait "$pid" || status=$?
    [ "$status" -eq 0 ] || fail "the server ended with status $status"
    tail -n 1 "$scratch/$1.txt" | grep -q '"stopped"' || fail "the last event is not stopped"
    ! grep -q $'\r' "$scratch/$1.txt" || fail "there are carriage returns in the output"
}

command -v ncat >/dev/null || { echo "SKIP   : wine_border: ncat is not installed"; exit 77; }

echo "ncat of Linux, our server under Wine"
serve server "${wine[@]}" "$server"
[ "$(printf 'hello 你好\n' | timeout 20 ncat 127.0.0.1 "$port")" = "hello 你好" ] || fail "the echo is not what was sent"
within_20s grep -q '"received".*"text":"hello 你好"' "$scratch/server.txt" || fail "no received event"
within_20s grep -q '"closed".*"reason":"peer-closed"' "$scratch/server.txt" || fail "no closed event"
seq 2500000 >"$scratch/sent" # 19 MB
timeout 60 ncat 127.0.0.1 "$port" <"$scratch/sent" >"$scratch/echoed"
cmp "$scratch/sent" "$scratch/echoed" || fail "19 MB did not come back whole"
stopped server

echo "our client under Wine, a server of Linux"
linux_server=""
for name in dev release run asan; do
    [ -z "$linux_server" ] && [ -x "$builds/$name/bin/oneport-server" ] && linux_server=$builds/$name/bin/oneport-server
done
if [ -n "$linux_server" ]; then
    serve linux "$linux_server"
else
    echo "(no Linux build of ours here: socat and cat serve instead)"
    socat -d -d TCP-LISTEN:0,bind=127.0.0.1,fork EXEC:cat 2>"$scratch/socat.txt" &
    started+=($!)
    within_20s grep -q 'listening on' "$scratch/socat.txt" || fail "socat does not listen"
    port=$(sed -n 's/.*listening on .*:\([0-9]*\)$/\1/p' "$scratch/socat.txt")
fi
printf 'from Windows, 你好\n' | timeout 30 "${wine[@]}" "$client" --headless 127.0.0.1 "$port" >"$scratch/heard.txt" 2>"$scratch/said.txt" \
    || fail "the client ended with status $?"
[ "$(cat "$scratch/heard.txt")" = "from Windows, 你好" ] || fail "the client did not print its echo"
seq 500000 >"$scratch/sent"
timeout 60 "${wine[@]}" "$client" --headless 127.0.0.1 "$port" <"$scratch/sent" >"$scratch/echoed" 2>"$scratch/said.txt" \
    || fail "the client ended with status $?"
cmp "$scratch/sent" "$scratch/echoed" || fail "3 MB did not come back whole"
if [ -n "$linux_server" ]; then
    within_20s grep -q '"received".*"text":"from Windows, 你好"' "$scratch/linux.txt" || fail "no received event"
    stopped linux
fi
