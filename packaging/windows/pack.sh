#!/usr/bin/env bash
# usage: pack.sh BUILD-FOLDER QT-FOLDER FILE.zip
# Puts both programs, made with mingw-w64, with all that they need into a .zip that runs from any folder.
set -euo pipefail

build=$1 qt=$2 zip=$3
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
name=$(basename "$zip" .zip)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
out=$scratch/$name

# Where the compiler has its DLLs; those of Qt may lie beside Qt's own.
compiler_folders() {
    local compiler library
    for compiler in x86_64-w64-mingw32-g++-posix x86_64-w64-mingw32-g++; do
        command -v "$compiler" >/dev/null || continue
        for library in libstdc++-6.dll libwinpthread-1.dll; do
            dirname "$("$compiler" -print-file-name="$library")"
        done
        return
    done
}

# The DLLs that all programs and DLLs packed so far name.
named_dlls() {
    find "$out" \( -name '*.exe' -o -name '*.dll' \) -exec x86_64-w64-mingw32-objdump -p {} + \
        | awk '/DLL Name:/ { print $3 }' | sort -u
}

copy_dlls() {
    local again=yes dll folder
    while [ "$again" = yes ]; do
        again=no
        for dll in $(named_dlls); do
            [ ! -f "$out/$dll" ] || continue
            for folder in "$qt/bin" $(compiler_folders); do
                if [ -f "$folder/$dll" ]; then
                    cp "$folder/$dll" "$out/"
                    again=yes
                    break
                fi
            done
        done
    done
}

# What Qt's own deployment tool takes for programs with windows and sockets.
copy_plugins() {
    local kind
    mkdir -p "$out/platforms" "$out/styles" "$out/tls"
    cp "$qt/plugins/platforms/qwindows.dll" "$out/platforms/"
    for kind in styles tls; do
        cp "$qt/plugins/$kind"/*.dll "$out/$kind/"
    done
}

# Qt's own words in our languages, from this machine's Qt where the one for Windows has none.
copy_translations() {
    local language folder
    mkdir -p "$out/translations"
    for language in "$root"/translations/oneport_*.ts; do
        language=$(basename "$language" .ts)
        language=${language#oneport_}
        [ "$language" = en ] && continue
        for folder in "$qt/translations" /usr/share/qt6/translations; do
            if [ -f "$folder/qtbase_$language.qm" ]; then
                cp "$folder/qtbase_$language.qm" "$out/translations/"
                break
            fi
        done
    done
}

copy_licences() {
    cp "$root/LICENSE" "$out/LICENSE.txt"
    mkdir -p "$out/licenses"
    for folder in "$qt/licenses" "$qt/LICENSES"; do
        [ ! -d "$folder" ] || cp "$folder"/* "$out/licenses/"
    done
    [ ! -f "$qt/README.txt" ] || cp "$qt/README.txt" "$out/licenses/Qt-README.txt"
    cp "$root/packaging/windows/NOTICE.txt" "$out/licenses/"
}

mkdir -p "$out"
cp "$build/bin/oneport-server.exe" "$build/bin/oneport-client.exe" "$out/"
x86_64-w64-mingw32-strip "$out"/oneport-*.exe
copy_plugins
copy_dlls
copy_translations
copy_licences
rm -f "$zip"
(cd "$scratch" && zip -q -9 -r "$scratch/done.zip" "$name")
mv "$scratch/done.zip" "$zip"
