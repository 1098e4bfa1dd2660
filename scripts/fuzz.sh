#!/usr/bin/env bash
# Builds the fuzz targets with clang and runs each for a while.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

usage() {
    cat <<END
usage: scripts/fuzz.sh [--seconds N] [--no-install] [TARGET]...

Installs what is missing, builds the fuzz targets with clang (libFuzzer, address and undefined-behaviour sanitizers) in
build/fuzz, and runs each of them, or those that are named, starting from tests/fuzz/corpus/TARGET. What it learns stays
in build/fuzz/learned/TARGET. An input that breaks something is written to build/fuzz/findings/TARGET-crash-…, and the
exit status is 1; to keep such an input, copy it to the corpus, which the ordinary tests run too.

  --seconds N     run each for N seconds (default: 10)
  --no-install    use what this machine has, install nothing
  -h, --help      show this
END
}

seconds=10
install=yes
targets=()

parse() {
    while [ $# -gt 0 ]; do
        case "$1" in
        -h | --help) usage; exit 0 ;;
        --seconds) [ $# -gt 1 ] || fail_usage "--seconds needs a number"; seconds=$2; shift ;;
        --seconds=*) seconds=${1#*=} ;;
        --no-install) install=no ;;
        -*) fail_usage "unknown option: $1" ;;
        *) targets+=("$1") ;;
        esac
        shift
    done
    case "$seconds" in
    "" | 0* | *[!0-9]*) fail_usage "not a number of seconds: $seconds" ;;
    esac
}

known_targets() {
    (cd "$root/tests/fuzz/corpus" && ls)
}

check_targets() {
    local target
    for target in "$@"; do
        [ -d "$root/tests/fuzz/corpus/$target" ] \
            || fail_usage "unknown target: $target ($(known_targets | paste -sd ' ' -))"
    done
}

# Apple's clang comes without libFuzzer; Homebrew's has it.
find_clang() {
    local brewed
    if command -v brew >/dev/null && brewed=$(brew --prefix llvm 2>/dev/null) && [ -x "$brewed/bin/clang++" ]; then
        printf '%s' "$brewed/bin/clang++"
    else
        command -v clang++ \
            || fail "there is no clang++" "Run this without --no-install, or install clang with libFuzzer."
    fi
}

# fuzz TARGET
fuzz() {
    say "$1, $seconds s"
    mkdir -p "$folder/learned/$1" "$folder/findings"
    "$folder/bin/fuzz_$1" -max_total_time="$seconds" -print_final_stats=1 -verbosity=0 -timeout=10 \
        -artifact_prefix="$folder/findings/$1-" "$folder/learned/$1" "$root/tests/fuzz/corpus/$1" 2>&1 9>&- \
        | grep -v -e '^"' -e dictionary # words that it suggests
}

parse "$@"
check_targets ${targets[@]+"${targets[@]}"}
folder=$root/build/fuzz
[ "$install" = no ] || install_missing fuzz
lock_build "$folder"
clang=$(find_clang)
build_target=fuzzers
build release "$folder" -DCMAKE_CXX_COMPILER="$clang" -DCMAKE_CXX_FLAGS=-DQT_FORCE_ASSERTS -DONEPORT_BUILD_TESTS=ON \
    -DONEPORT_FUZZ=ON -DONEPORT_SANITIZE=fuzzer-no-link,address,undefined
use_utf8
export UBSAN_OPTIONS="${UBSAN_OPTIONS:-print_stacktrace=1:halt_on_error=1}"

# shellcheck disable=SC2207 # names without blanks
[ ${#targets[@]} -gt 0 ] || targets=($(known_targets))
failed=""
for target in "${targets[@]}"; do
    fuzz "$target" || failed="$failed $target"
done
[ -z "$failed" ] || fail "these targets broke:$failed" "The inputs are in $folder/findings"
say "nothing broke: ${targets[*]}, $seconds s each"
