# shellcheck shell=bash
# What the scripts here share: messages, installing what is missing, configuring, building, testing.
# To be sourced. Keeps to bash 3.2, which macOS has.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() {
    if [ -t 1 ]; then
        printf '\033[1m==> %s\033[0m\n' "$*"
    else
        printf '==> %s\n' "$*"
    fi
}

# fail WHAT [WHAT TO DO]...: a line each, then the script is over.
fail() {
    printf 'error: %s\n' "$1" >&2
    shift
    [ $# -eq 0 ] || printf '       %s\n' "$@" >&2
    exit 1
}

# A command line that is wrong ends with 2, as in the programs themselves.
fail_usage() {
    printf 'error: %s\n       %s --help tells more\n' "$1" "$0" >&2
    exit 2
}

# --- what is needed ---------------------------------------------------------------------------------------------------

build_packages_apt="g++ cmake ninja-build qt6-base-dev qt6-tools-dev qt6-l10n-tools"
window_packages_apt="qt6-qpa-plugins qt6-translations-l10n fonts-dejavu-core"
chinese_font_apt="fonts-wqy-microhei"
pictures_font_apt="fonts-jetbrains-mono" # the small one among those with the pictures of control characters
test_packages_apt="ncat socat openssl procps iproute2 python3"
windows_packages_apt="g++-mingw-w64-x86-64-posix wine wine64 fonts-wine xvfb xauth xz-utils zip unzip"
fuzz_packages_apt="clang libclang-rt-dev llvm" # llvm: names instead of addresses in the sanitizers' reports

build_packages_brew="cmake ninja qt"
test_packages_brew="nmap socat"
fuzz_packages_brew="llvm"

# install_missing run|test|windows|fuzz
install_missing() {
    case "$(uname -s)" in
    Linux)
        if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
            install_apt "$1"
        else
            trust_tools
        fi
        ;;
    Darwin) install_brew "$1" ;;
    MINGW* | MSYS* | CYGWIN*)
        fail "these scripts don't set up Windows" "The README has the steps, under \"Building\"." ;;
    *) trust_tools ;;
    esac
}

# A system whose packages we don't know by name: go on if the tools are there, else say what to look for.
trust_tools() {
    local tool missing=""
    for tool in c++ cmake ninja; do
        command -v "$tool" >/dev/null || missing="$missing $tool"
    done
    [ -z "$missing" ] && return
    fail "this system has neither apt-get nor Homebrew, and these are missing:$missing" \
        "Please install a C++20 compiler, CMake 3.23 or newer, Ninja, Qt 6.4 or newer (base and the Linguist tools)," \
        "ncat, socat and a font with Chinese characters, then run this again. On Debian and Ubuntu they are called" \
        "$build_packages_apt" \
        "$window_packages_apt $chinese_font_apt $pictures_font_apt $test_packages_apt"
}

# --- Debian, Ubuntu ---

install_apt() {
    local wanted missing
    wanted="$build_packages_apt $window_packages_apt"
    [ "$1" = run ] || wanted="$wanted $test_packages_apt"
    [ "$1" != windows ] || wanted="$wanted $windows_packages_apt"
    [ "$1" != fuzz ] || wanted="$wanted $fuzz_packages_apt"
    [ -n "${WAYLAND_DISPLAY:-}" ] && [ -z "${DISPLAY:-}" ] && wanted="$wanted qt6-wayland"
    case "${XMODIFIERS:-}" in *fcitx*) wanted="$wanted fcitx5-frontend-qt6" ;; esac
    has_font lang=zh-cn || wanted="$wanted $chinese_font_apt"
    has_font charset=2400 || wanted="$wanted $pictures_font_apt"

    # shellcheck disable=SC2086 # a list of words
    missing=$(apt_missing $wanted)
    [ -z "$missing" ] && return

    say "installing what is missing: $missing"
    need_root "$missing"
    as_root apt-get -q -o DPkg::Lock::Timeout=300 update \
        || printf 'warning: apt-get update failed; trying with the package lists that are here\n' >&2
    # shellcheck disable=SC2086
    as_root apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends install $missing \
        || apt_failed "$missing"
    # shellcheck disable=SC2086
    [ -z "$(apt_missing $missing)" ] || apt_failed "$missing"
}

apt_missing() {
    local installed package missing=""
    # Asked for packages that it has never seen, dpkg-query fails and still answers for the others.
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        case $'\n'"$installed"$'\n' in
        *$'\n'"installed $package"$'\n'*) ;;
        *) missing="$missing $package" ;;
        esac
    done
    printf '%s' "${missing# }"
}

# Any font with these characters will do; a desktop mostly brings one.
has_font() {
    command -v fc-list >/dev/null && [ -n "$(fc-list ":$1" family 2>/dev/null)" ]
}

need_root() {
    [ "$(id -u)" -eq 0 ] && return
    command -v sudo >/dev/null && return
    fail "packages are missing, this is not root, and there is no sudo" \
        "Please let root run: apt-get update && apt-get install --no-install-recommends $1" \
        "then run this again."
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 "$@"
    fi
}

apt_failed() {
    fail "apt-get could not install: $1" \
        "Its own messages are above. Common reasons: no network (\"Failed to fetch\", \"Unable to locate\")," \
        "no right to use sudo, a full disk, or a package that this release lacks: Debian 12 and Ubuntu 24.04 have" \
        "them all; on Ubuntu they need the component universe (sudo add-apt-repository universe)."
}

# --- macOS ---

install_brew() {
    local wanted=$build_packages_brew package missing=""
    [ "$1" = test ] && wanted="$wanted $test_packages_brew"
    [ "$1" = fuzz ] && wanted="$wanted $fuzz_packages_brew"
    xcode-select -p >/dev/null 2>&1 \
        || fail "the command line tools of Xcode are missing" "Please run: xcode-select --install"
    command -v brew >/dev/null \
        || fail "Homebrew is missing" "Please install it (https://brew.sh), then run this again. It will install: $wanted"
    for package in $wanted; do
        brew list --versions "$package" >/dev/null 2>&1 || missing="$missing $package"
    done
    if [ -n "$missing" ]; then
        say "installing what is missing:$missing"
        # shellcheck disable=SC2086
        brew install $missing || fail "Homebrew could not install:$missing" "Its own messages are above."
    fi
    CMAKE_PREFIX_PATH="$(brew --prefix qt)${CMAKE_PREFIX_PATH:+:$CMAKE_PREFIX_PATH}"
    export CMAKE_PREFIX_PATH
}

# --- building ---------------------------------------------------------------------------------------------------------

# lock_build FOLDER: until this script ends, nobody else builds there. What we start must not inherit it: 9>&-.
lock_build() {
    writable "$1" || fail "can't write to $1" "Does it belong to another user? Remove it, or run this as that user."
    command -v flock >/dev/null || return 0
    exec 9>"$1/.lock" || fail "can't write to $1/.lock" "Does it belong to another user? Remove it."
    flock -n 9 && return
    say "another run is using $1; waiting for it to end"
    flock 9
}

unlock_build() {
    exec 9>&-
}

# writable FOLDER: makes it where it is missing.
writable() {
    mkdir -p "$1" 2>/dev/null && [ -w "$1" ]
}

# build PRESET FOLDER [CMAKE OPTIONS]...: all, or the target that $build_target names.
build_target=all
build() {
    local preset=$1 folder=$2
    shift 2
    if moved "$folder"; then
        set -- --fresh "$@"
    fi
    command -v ccache >/dev/null && set -- -DCMAKE_CXX_COMPILER_LAUNCHER=ccache "$@"

    say "building in $folder (preset $preset)"
    (cd "$root" && cmake --preset "$preset" -B "$folder" "$@" 9>&-) \
        || fail "configuring failed" "CMake's own messages are above. OnePort needs Qt 6.4, CMake 3.23 or newer, C++20." \
            "If the folder was made with another compiler or Qt, remove it and run this again: $folder"
    cmake --build "$folder" --target "$build_target" 9>&- \
        || fail "building failed" "The compiler's own messages are above." \
            "If it was killed for want of memory, try: CMAKE_BUILD_PARALLEL_LEVEL=1 $0"
}

# The build folder came along with a checkout that stood elsewhere; CMake would refuse it.
moved() {
    [ -f "$1/CMakeCache.txt" ] && ! grep -qxF "CMAKE_CACHEFILE_DIR:INTERNAL=$1" "$1/CMakeCache.txt"
}

# --- testing ----------------------------------------------------------------------------------------------------------

TestSeconds=600

# run_tests FOLDER [CTEST OPTIONS]...: ctest with its summary, what was skipped, the count; returns ctest's status.
run_tests() {
    local folder=$1 status=0
    shift
    rm -f "$folder/junit.xml" "$folder/Testing/Temporary/LastTestsFailed.log"
    ctest --test-dir "$folder" -j2 --output-on-failure --no-tests=error --timeout "$TestSeconds" \
        --output-junit "$folder/junit.xml" "$@" 9>&- || status=$?
    show_skips "$folder"
    [ ! -s "$folder/junit.xml" ] || count "$folder"
    return "$status"
}

# A Qt test program that passes may have skipped some of its functions; ctest does not tell.
show_skips() {
    local log=$1/Testing/Temporary/LastTest.log skips
    [ -f "$log" ] || return 0
    skips=$(tr -d '\r' <"$log" | awk '
        /^SKIP/ { line = $0; sub(/^SKIP *: */, "", line); skipped++; seen[line] = 1 }
        END { for (line in seen) print "  " line; if (skipped) printf "  (%d in all)\n", skipped }' | sort)
    [ -z "$skips" ] || printf '\nSkipped inside the tests:\n%s\n' "$skips"
}

# show_further_tries LOG: the tests that failed in this output of ctest and passed when they were tried again.
show_further_tries() {
    local again
    again=$(awk '
        !sub(/^ *([0-9]+\/[0-9]+ )? *Test +#[0-9]+: /, "") { next }
        / \.+\*\*\*/ { failed[$1] = 1; next }
        / Passed / && $1 in failed { print "  " $1 }' "$1")
    [ -z "$again" ] || printf '\nPassed only when tried again:\n%s\n' "$again"
}

# By ctest's own records; its JUnit file alone would count a test whose program is missing as skipped.
count() {
    local tests passed failed=0 failures=$1/Testing/Temporary/LastTestsFailed.log
    tests=$(grep -c '<testcase ' "$1/junit.xml" || true)
    passed=$(grep -c '<testcase .* status="run"' "$1/junit.xml" || true)
    [ ! -f "$failures" ] || failed=$(wc -l <"$failures")
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" $((tests - passed - failed))
}

# --- Windows on Linux -------------------------------------------------------------------------------------------------

# find_windows_qt [FOLDER | ARCHIVE] SCRATCH: sets windows_qt. An archive, also one in that folder, is unpacked once.
find_windows_qt() {
    local given=$1 scratch=$2/qt archive="" found
    [ -e "$given" ] || fail "there is no $given" \
        "Name the folder or the archive of a Qt 6 for mingw-w64: $0 FOLDER"
    given=$(cd "$(dirname "$given")" && pwd)/$(basename "$given")
    windows_qt=$given
    [ -f "$windows_qt/lib/cmake/Qt6/Qt6Config.cmake" ] && return
    [ -f "$given" ] && archive=$given
    [ -n "$archive" ] || archive=$(find "$given" -maxdepth 1 -name '*.tar.xz' | sort | tail -n 1)
    [ -n "$archive" ] || fail "there is no Qt 6 in $given (no lib/cmake/Qt6), and no .tar.xz of one"
    if [ "$(cat "$scratch/.archive" 2>/dev/null)" != "$(archive_name "$archive")" ]; then
        say "unpacking $archive"
        rm -rf "$scratch"
        mkdir -p "$scratch"
        tar -C "$scratch" -xf "$archive" || fail "can't unpack $archive"
        archive_name "$archive" >"$scratch/.archive"
    fi
    found=$(find "$scratch" -path '*/lib/cmake/Qt6/Qt6Config.cmake' | head -n 1)
    [ -n "$found" ] || fail "there is no Qt 6 in $archive (no lib/cmake/Qt6)"
    windows_qt=${found%/lib/cmake/Qt6/Qt6Config.cmake}
}

# What makes it this archive and no other.
archive_name() {
    ls -lL --time-style=+%s "$1"
}

wine() {
    "$root/cmake/wine.sh" "$windows_qt/bin" "$@" 9>&-
}

# make_wine_prefix FOLDER: Wine's own folder (some 700 MB), made once, before tests run side by side in it.
make_wine_prefix() {
    local stamp="$1/.made" name font fonts=$1/drive_c/oneport-fonts
    export WINEPREFIX=$1
    [ ! -f "$stamp" ] || [ "$stamp" -ot "${BASH_SOURCE[0]}" ] || return 0
    say "making the Wine prefix in $1"
    rm -rf "$1"
    (
        unset DISPLAY WAYLAND_DISPLAY
        wine wineboot -i
        wine winecfg -v win10
        # Without a window manager, windows activate and maximize in Wine's own desktop alone.
        set_registry 'HKCU\Software\Wine\Explorer' Desktop Default
        set_registry 'HKCU\Software\Wine\Explorer\Desktops' Default 1600x1000
        # Wine keeps QT_* variables of this side from the programs; those in its registry they see.
        set_registry 'HKCU\Environment' QT_QPA_PLATFORM offscreen
        set_registry 'HKCU\Environment' QT_QPA_FONTDIR 'C:\oneport-fonts'
        set_registry 'HKCU\Environment' QT_LOGGING_RULES 'qt.qpa.*=false'
        # Else Qt Test's words go to the debugger, as there is no console.
        set_registry 'HKCU\Environment' QT_FORCE_STDERR_LOGGING 1
        wait_for_wine
    ) >"$1.log" 2>&1 || fail "Wine can't make its prefix in $1" "Its own words are in $1.log"
    # Debian's Wine does not look where its fonts are; off screen there are none but those in a folder that is named.
    mkdir -p "$fonts"
    for font in /usr/share/wine/fonts/*.ttf; do
        [ ! -f "$font" ] || cp "$font" "$1/drive_c/windows/Fonts/"
    done
    for name in "DejaVu Sans" "DejaVu Sans:bold" "DejaVu Sans Mono" ":lang=zh-cn"; do
        font=$(fc-match -f '%{file}' "$name")
        [ ! -f "$font" ] || ln -sf "$font" "$fonts/"
    done
    touch "$stamp"
}

set_registry() {
    wine reg add "$1" /v "$2" /d "$3" /f
}

# Wine writes its registry when the last of its programs is gone.
wait_for_wine() {
    local server
    for server in /usr/lib/wine/wineserver "$(command -v wineserver)"; do
        if [ -x "$server" ]; then
            "$server" -w 9>&-
            return
        fi
    done
}

# Keeps one of our programs running under Wine until stop_wine. Wine's services and its desktop start with the first one
# and stay until the last is gone; started by a test they would hold its output open, and ctest would wait for them.
keep_wine_running() {
    # Not through a function, so that what is stopped in the end is the program itself.
    "$root/cmake/wine.sh" "$windows_qt/bin" "$folder/bin/oneport-server.exe" --headless --json --listen 127.0.0.1:0 \
        </dev/null >"$folder/wine-keeper.log" 2>&1 9>&- &
    wine_keeper=$!
    trap stop_wine EXIT
    local i
    for ((i = 0; i < 300; i++)); do
        ! grep -q listening "$folder/wine-keeper.log" || return 0
        sleep 0.1
    done
    fail "no program starts under Wine" "Its own words, if any, are in $folder/wine-keeper.log"
}

stop_wine() {
    kill "$wine_keeper" 2>/dev/null || true
}

# Qt wants UTF-8; a bare machine has the C locale.
use_utf8() {
    case "$(locale charmap 2>/dev/null)" in
    UTF-8) ;;
    *) [ "$(uname -s)" = Darwin ] || export LC_ALL=C.UTF-8 ;;
    esac
}
