#!/usr/bin/env bash
# Builds for Windows on Linux and runs every test, and the windows, under Wine. Ends with ctest's summary and its status.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

usage() {
    cat <<END
usage: scripts/test-windows.sh [FOLDER | ARCHIVE] [-R REGEX] [--repeat N] [--build-only] [--no-install]

Installs mingw-w64, Wine and what else is missing, builds the programs and the tests for Windows with warnings as
errors, and runs all of them under Wine: the tests, both windows with text going round, and headless programs that talk
to those of Linux. The exit status is ctest's.

  FOLDER, ARCHIVE  a Qt 6 for mingw-w64 (a folder with bin and lib in it), or a .tar.xz of one; default:
                   ../shared/windows beside this checkout
  -R REGEX         only the tests whose name matches
  --repeat N       run each test up to N times, until it fails; without it a test that failed is tried up to twice more, as
                   Wine now and then loses an event of a socket that is not ours; all tries are shown, and at the end it
                   is said which tests needed more than one
  --build-only     end when everything is built; nothing is run
  --no-install     use what this machine has, install nothing
  -h, --help       show this
END
}

qt=$root/../shared/windows
install=yes
ctest_options=()
repeat="until-pass:3"
build_only=no

parse() {
    while [ $# -gt 0 ]; do
        case "$1" in
        -h | --help) usage; exit 0 ;;
        -R) [ $# -gt 1 ] || fail_usage "-R needs a regular expression"; ctest_options+=(-R "$2"); shift ;;
        --repeat) [ $# -gt 1 ] || fail_usage "--repeat needs a number"; repeat="until-fail:$2"; shift ;;
        --build-only) build_only=yes ;;
        --no-install) install=no ;;
        -*) fail_usage "unknown option: $1" ;;
        *) qt=$1 ;;
        esac
        shift
    done
}

parse "$@"
folder=$root/build/windows
[ "$install" = no ] || install_missing windows
lock_build "$folder"
find_windows_qt "$qt" "$folder"
build windows "$folder" -DONEPORT_BUILD_TESTS=ON -DQT_WINDOWS="$windows_qt"
if [ "$build_only" = yes ]; then
    say "built for Windows; the tests were NOT run: leave out --build-only for that"
    exit 0
fi
use_utf8
make_wine_prefix "$folder/wine"

say "running the tests under Wine"
if [ "$repeat" = until-pass:3 ]; then
    say "a test that fails is tried up to twice more; one that fails three times has failed"
fi
status=0
keep_wine_running
run_tests "$folder" --repeat "$repeat" ${ctest_options[@]+"${ctest_options[@]}"} | tee "$folder/tests.log" || status=$?
stop_wine
show_further_tries "$folder/tests.log"
exit "$status"
