#!/usr/bin/env bash
# Builds for Windows on Linux and packs a portable .zip, which is tried under Wine.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

usage() {
    cat <<END
usage: scripts/package-windows.sh [FOLDER | ARCHIVE] [--output FILE] [--no-install]

Installs mingw-w64, Wine and what else is missing, builds for Windows, and packs both programs with all that they need
into a .zip that runs from any folder. Its windows are tried under Wine in a folder with a difficult name.

  FOLDER, ARCHIVE  a Qt 6 for mingw-w64 (a folder with bin and lib in it), or a .tar.xz of one; default:
                   ../shared/windows beside this checkout
  --output FILE    the .zip to make (default: build/OnePort-VERSION-windows-x64.zip)
  --no-install     use what this machine has, install nothing
  -h, --help       show this
END
}

qt=$root/../shared/windows
install=yes
output=""

parse() {
    while [ $# -gt 0 ]; do
        case "$1" in
        -h | --help) usage; exit 0 ;;
        --output) [ $# -gt 1 ] || fail_usage "--output needs a file"; output=$2; shift ;;
        --output=*) output=${1#*=} ;;
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
use_utf8
make_wine_prefix "$folder/wine"

say "trying the package under Wine"
keep_wine_running
bash "$root/tests/end-to-end/wine/wine_package.sh" "$folder" "$windows_qt" 9>&- \
    || fail "the package does not run" "What it said is above."
stop_wine

version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$folder/CMakeCache.txt")
output=${output:-$root/build/OnePort-$version-windows-x64.zip}
bash "$root/packaging/windows/pack.sh" "$folder" "$windows_qt" "$output"
say "$output ($(du -h "$output" | cut -f1))"
