#!/usr/bin/env bash
# usage: wine_package.sh BUILD-FOLDER QT-FOLDER
# Packs the programs, unpacks them where the name is difficult, and lets them talk there with nothing but their own DLLs.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../../..
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for tool in zip unzip; do
    command -v "$tool" >/dev/null || { echo "SKIP   : wine_package: $tool is not installed"; exit 77; }
done
bash "$root/packaging/windows/pack.sh" "$1" "$2" "$scratch/package.zip"
mkdir "$scratch/一端口 OnePort"
unzip -q "$scratch/package.zip" -d "$scratch/一端口 OnePort"
programs=$(dirname "$(find "$scratch/一端口 OnePort" -name oneport-server.exe)")
bash "$here/wine_windows.sh" "$scratch/图片 pictures" "$programs/oneport-server.exe" "$programs/oneport-client.exe" \
    "$root/cmake/wine.sh" ""
