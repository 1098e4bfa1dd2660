#!/usr/bin/env bash
# Builds the benchmarks and prints what they measure.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

usage() {
    cat <<END
usage: scripts/bench.sh [--list] [--no-install] [BENCHMARK]...

Installs what is missing, builds the benchmarks optimised in build/bench, runs all of them, or those that are named, and
prints a table: the median of what was measured, the median of what it is held against in the same run, their ratio, and
the ratio that is wanted. The exit status is 0 also where that is not reached, 1 where something could not be measured.

  --list          only list the benchmarks
  --no-install    use what this machine has, install nothing
  -h, --help      show this

Large files are made where TMPDIR says, and removed at the end. Those with 10,000 connections need a limit of at least
10,100 open files (ulimit -Hn). "accessibility" needs Xvfb, dbus-daemon and at-spi2-core, "senders" Packet Sender (Debian:
packetsender); where they are missing, a line says so. Nothing leaves the loopback, and what is started is ended.
END
}

install=yes
names=()

parse() {
    while [ $# -gt 0 ]; do
        case "$1" in
        -h | --help) usage; exit 0 ;;
        --list) names=(--list) ;;
        --no-install) install=no ;;
        -*) fail_usage "unknown option: $1" ;;
        *) names+=("$1") ;;
        esac
        shift
    done
}

parse "$@"
folder=$root/build/bench
[ "$install" = no ] || install_missing test
lock_build "$folder"
build_target=oneport-bench
build release "$folder" -DONEPORT_BUILD_TESTS=ON -DONEPORT_BUILD_BENCHMARKS=ON
use_utf8
export QT_QPA_PLATFORM=offscreen

say "measuring"
"$folder/bin/oneport-bench" ${names[@]+"${names[@]}"} 9>&-
