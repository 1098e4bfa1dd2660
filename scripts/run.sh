#!/usr/bin/env bash
# Installs what is missing, builds, opens the server window and three connected client windows.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

usage() {
    cat <<END
usage: scripts/run.sh [--port N] [--demo [FOLDER]] [--no-install]

Installs what is missing, builds, and opens the server window, which listens on 127.0.0.1 in relay mode, with three
client windows connected to it: what one client sends, the others receive. Ctrl+C here closes them all.

  --port N         listen on this port (default: 8080, or the next free one)
  --demo [FOLDER]  show no windows: run them off screen, let them talk, and write a picture of each and the
                   transcript to FOLDER (default: demo, in the checkout). This is also what happens without a display.
  --no-install     use what this machine has, install nothing
  -h, --help       show this
END
}

DefaultPort=8080
PatienceSeconds=30

port=""
demo=""
install=yes

parse() {
    while [ $# -gt 0 ]; do
        case "$1" in
        -h | --help) usage; exit 0 ;;
        --port) [ $# -gt 1 ] || fail_usage "--port needs a number"; set_port "$2"; shift ;;
        --port=*) set_port "${1#*=}" ;;
        --demo=?*) demo=${1#*=} ;;
        --demo)
            demo=$root/demo
            case "${2:-}" in "" | -*) ;; *) demo=$2; shift ;; esac
            ;;
        --no-install) install=no ;;
        *) fail_usage "unknown option: $1" ;;
        esac
        shift
    done
}

set_port() {
    is_port "$1" || fail_usage "not a port (1 to 65535): $1"
    port=$1
}

is_port() {
    case "$1" in
    "" | 0* | *[!0-9]* | ??????*) return 1 ;;
    *) [ "$1" -le 65535 ] ;;
    esac
}

has_display() {
    [ "$(uname -s)" = Darwin ] || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]
}

# program NAME: its path, inside the bundle on macOS.
program() {
    local bundle=$folder/bin/$1.app/Contents/MacOS/$1
    if [ -x "$bundle" ]; then
        printf '%s' "$bundle"
    else
        printf '%s' "$folder/bin/$1"
    fi
}

# --- what we started, and how it ended ---

pids=""
scratch=""

clean_up() {
    local pid
    trap - EXIT INT TERM HUP
    for pid in $pids; do
        kill "$pid" 2>/dev/null || true
    done
    for pid in $pids; do
        within 5 ended "$pid" || kill -KILL "$pid" 2>/dev/null || true
    done
    [ -z "$scratch" ] || rm -rf "$scratch"
}

# within SECONDS COMMAND...: asks until COMMAND is true.
within() {
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$end" ] || return 1
        sleep 0.1
    done
}

ended() {
    ! kill -0 "$1" 2>/dev/null
}

# Reads the system's list instead of connecting: a probe would be the server's first client.
listening_on() {
    if [ -r /proc/net/tcp ]; then
        cat /proc/net/tcp /proc/net/tcp6 2>/dev/null \
            | awk -v port=":$(printf '%04X' "$1")" '$4 == "0A" && substr($2, length($2) - 4) == port { found = 1 }
                                                    END { exit !found }'
    else
        lsof -nP -iTCP:"$1" -sTCP:LISTEN >/dev/null 2>&1
    fi
}

# --- with windows ---

choose_port() {
    if [ -n "$port" ]; then
        listening_on "$port" && fail "port $port is in use by another program" \
            "Stop that program, or leave --port out to take a free one."
        return 0
    fi
    port=$DefaultPort
    while listening_on "$port"; do
        port=$((port + 1))
    done
    [ "$port" -eq "$DefaultPort" ] || say "port $DefaultPort is in use by another program; taking $port"
}

server_ready_or_gone() {
    listening_on "$port" || ended "$server"
}

show_windows() {
    local client failed=0
    choose_port
    "$(program oneport-server)" --listen "127.0.0.1:$port" --mode relay &
    server=$!
    pids=$server
    within "$PatienceSeconds" server_ready_or_gone \
        || fail "the server window did not listen on 127.0.0.1:$port within $PatienceSeconds s" "Its own words, if any, are above."
    if ended "$server"; then
        wait "$server" || failed=$?
        fail "the server window closed before it listened (status $failed)" \
            "Its own words are above. If it can't open the display ${DISPLAY:-${WAYLAND_DISPLAY:-}}, try scripts/run.sh --demo"
    fi
    "$(program oneport-client)" 127.0.0.1 "$port" --windows 3 &
    client=$!
    pids="$server $client"
    say "listening on 127.0.0.1:$port, three client windows connected; type in one of them"
    say "close the windows or press Ctrl+C here to end; any other program can join: ncat 127.0.0.1 $port"
    wait "$client" || failed=$?
    wait "$server" || failed=$?
    pids=""
    [ "$failed" -eq 0 ] || fail "a program ended with status $failed" "Its own words are above."
}

# --- without a display ---

endpoint_or_gone() {
    [ -s "$demo/server.endpoint" ] || ended "$server"
}

# came_to_its_end NAME PID
came_to_its_end() {
    local status
    within "$PatienceSeconds" ended "$2" \
        || fail "the $1 did not finish its demonstration within $PatienceSeconds s" "Its own words are in $demo/$1.log:" \
            "$(tail -n 5 "$demo/$1.log")"
    status=0
    wait "$2" || status=$?
    [ "$status" -eq 0 ] \
        || fail "the $1 ended its demonstration with status $status" "Its own words are in $demo/$1.log:" \
            "$(tail -n 5 "$demo/$1.log")"
}

demonstrate() {
    local client file
    writable "$demo" || fail "can't write to $demo" "Name another folder: --demo FOLDER"
    demo=$(cd "$demo" && pwd)
    rm -f "$demo"/server.{png,endpoint,log} "$demo"/client-{1,2,3}.png "$demo/client.log" "$demo/transcript.txt"

    # The person's own settings neither show in the pictures nor change.
    scratch=$(mktemp -d)
    chmod 700 "$scratch"
    export QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=$scratch XDG_CONFIG_HOME=$scratch/config

    "$(program oneport-server)" --listen "127.0.0.1:${port:-0}" --mode relay --demo "$demo" >"$demo/server.log" 2>&1 &
    server=$!
    pids=$server
    within "$PatienceSeconds" endpoint_or_gone \
        || fail "the server did not listen within $PatienceSeconds s" "Its own words are in $demo/server.log"
    [ -s "$demo/server.endpoint" ] || came_to_its_end server "$server"
    [ -s "$demo/server.endpoint" ] || fail "the server ended without saying where it listens" "See $demo/server.log"
    port=$(sed -n '1s/.*://p' "$demo/server.endpoint")
    say "the server listens on 127.0.0.1:$port; three clients connect and talk"

    "$(program oneport-client)" 127.0.0.1 "$port" --windows 3 --demo "$demo" >"$demo/client.log" 2>&1 &
    client=$!
    pids="$server $client"
    came_to_its_end client "$client"
    pids=$server
    came_to_its_end server "$server"
    pids=""

    for file in server.png client-1.png client-2.png client-3.png transcript.txt; do
        [ -s "$demo/$file" ] || fail "the demonstration did not write $file" "See $demo/server.log and $demo/client.log"
    done
    cat "$demo/transcript.txt"
    say "pictures of the four windows and this transcript are in $demo:"
    (cd "$demo" && ls server.png client-1.png client-2.png client-3.png transcript.txt)
}

# --- main ---

parse "$@"
folder=$root/build/run
[ "$install" = no ] || install_missing run
lock_build "$folder"
build release "$folder" -DONEPORT_BUILD_TESTS=OFF -DONEPORT_WARNINGS_AS_ERRORS=OFF
unlock_build
use_utf8

trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

if [ -n "$demo" ]; then
    demonstrate
elif has_display; then
    show_windows
else
    say "there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): running the windows off screen instead"
    demo=$root/demo
    demonstrate
fi
