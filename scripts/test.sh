#!/usr/bin/env bash
# Installs what is missing, builds, runs every test. Ends with ctest's summary and its exit status.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

usage() {
    cat <<END
usage: scripts/test.sh [--preset NAME] [-R REGEX] [--repeat N] [--no-install]

Installs what is missing, builds and runs every test; no display is needed. The exit status is ctest's.

  --preset NAME   dev (default: debug, warnings are errors), release, asan, tsan
  -R REGEX        only the tests whose name matches
  --repeat N      run each test up to N times, until it fails
  --no-install    use what this machine has, install nothing
  -h, --help      show this
END
}

preset=dev
install=yes
ctest_options=()

parse() {
    while [ $# -gt 0 ]; do
        case "$1" in
        -h | --help) usage; exit 0 ;;
        --preset) [ $# -gt 1 ] || fail_usage "--preset needs a name"; preset=$2; shift ;;
        --preset=*) preset=${1#*=} ;;
        -R) [ $# -gt 1 ] || fail_usage "-R needs a regular expression"; ctest_options+=(-R "$2"); shift ;;
        --repeat) [ $# -gt 1 ] || fail_usage "--repeat needs a number"; ctest_options+=(--repeat "until-fail:$2"); shift ;;
        --no-install) install=no ;;
        *) fail_usage "unknown option: $1" ;;
        esac
        shift
    done
    case "$preset" in
    dev | release | asan | tsan) ;;
    *) fail_usage "unknown preset: $preset (dev, release, asan, tsan)" ;;
    esac
}

# What the sanitizers should do on a finding; the suppression files say why for each entry.
set_sanitizers() {
    export ASAN_OPTIONS="${ASAN_OPTIONS:-detect_stack_use_after_return=1}"
    export UBSAN_OPTIONS="${UBSAN_OPTIONS:-print_stacktrace=1:halt_on_error=1}"
    export TSAN_OPTIONS="${TSAN_OPTIONS:-halt_on_error=1:second_deadlock_stack=1}"
    [ ! -f "$root/tests/lsan.supp" ] || export LSAN_OPTIONS="${LSAN_OPTIONS:-suppressions=$root/tests/lsan.supp}"
    [ ! -f "$root/tests/tsan.supp" ] || TSAN_OPTIONS="$TSAN_OPTIONS:suppressions=$root/tests/tsan.supp"
}

parse "$@"
folder=$root/build/$preset
[ "$install" = no ] || install_missing test
lock_build "$folder"
build "$preset" "$folder" -DONEPORT_BUILD_TESTS=ON
use_utf8
set_sanitizers
export QT_QPA_PLATFORM=offscreen

say "running the tests"
run_tests "$folder" ${ctest_options[@]+"${ctest_options[@]}"}
