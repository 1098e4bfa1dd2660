#!/usr/bin/env bash
# Builds the windows and takes the pictures of docs/ from them, in each language.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

usage() {
    cat <<END
usage: scripts/pictures.sh [--no-install] [FOLDER]

Installs what is missing, builds, drives the windows off screen and writes the pictures that the pages in docs/ show to
FOLDER (default: docs/pictures). They listen on 127.0.0.1:8080 meanwhile.

  --no-install  use what this machine has, install nothing
  -h, --help    show this
END
}

install=yes
pictures=$root/docs/pictures

for argument in "$@"; do
    case "$argument" in
    -h | --help) usage; exit 0 ;;
    --no-install) install=no ;;
    -*) fail_usage "unknown option: $argument" ;;
    *) pictures=$argument ;;
    esac
done

[ -d "$pictures" ] || fail "there is no folder $pictures"
folder=$root/build/run
[ "$install" = no ] || install_missing test
lock_build "$folder"
build_target=oneport-pictures
build release "$folder" -DONEPORT_BUILD_TESTS=ON
use_utf8
export QT_QPA_PLATFORM=offscreen
"$folder/bin/oneport-pictures" "$pictures"
say "the pictures are in $pictures"
