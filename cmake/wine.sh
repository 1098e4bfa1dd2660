#!/bin/sh
# usage: wine.sh FOLDER-OF-DLLS PROGRAM [ARGUMENTS]...
# Starts a Windows program under Wine, with the DLLs of that folder (a Qt's bin) and those of mingw-w64 at hand; with
# an empty name there are none but the program's own.
# With ONEPORT_OUTPUT_BY_FILE set, its output comes by way of a file and ends with the program: the services of Wine that a
# program happens to start live on, and would hold a pipe open for whoever waits for its end.
# WINEPREFIX says which folder is Wine's own. Wine keeps QT_* variables from the programs: set them in its registry.
towin() { printf 'Z:%s' "$1" | tr / '\\'; }

# Where the compiler has its own DLL of this name.
folder_of() {
    for compiler in x86_64-w64-mingw32-g++-posix x86_64-w64-mingw32-g++; do
        file=$("$compiler" -print-file-name="$1" 2>/dev/null) || continue
        case $file in /*) dirname "$file"; return ;; esac
    done
}

if [ -n "$1" ]; then
    WINEPATH="$(towin "$1");$(towin "$(folder_of libstdc++-6.dll)");$(towin "$(folder_of libwinpthread-1.dll)")"
    export WINEPATH
fi
shift

# Debian's `wine` is a script that asks for the 32-bit one first; the loader itself is quicker and quiet.
for loader in /usr/lib/wine/wine64 "$(command -v wine64)" "$(command -v wine)"; do
    [ -n "$loader" ] && [ -x "$loader" ] && break
done

export WINEDEBUG="${WINEDEBUG:--all}"
# No question about Mono and Gecko, no entries in this machine's menus.
export WINEDLLOVERRIDES="${WINEDLLOVERRIDES:-mscoree,mshtml,winemenubuilder.exe=}"
export WINEARCH="${WINEARCH:-win64}" WINELOADER="$loader"
[ -n "$ONEPORT_OUTPUT_BY_FILE" ] || exec "$loader" "$@"

output=$(mktemp)
trap 'rm -f "$output"' EXIT
"$loader" "$@" <&0 >"$output" 2>&1 &
program=$!
tail -n +1 -f -s 0.1 --pid="$program" "$output"
wait "$program"
