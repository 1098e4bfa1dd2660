# shellcheck shell=bash
# What run.sh and test.sh share: messages, installing what is missing, configuring and building.
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
test_packages_apt="ncat socat openssl procps iproute2"

build_packages_brew="cmake ninja qt"
test_packages_brew="nmap socat"

# install_missing run|test
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
    [ "$1" = test ] && wanted="$wanted $test_packages_apt"
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

# build PRESET FOLDER [CMAKE OPTIONS]...
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
    cmake --build "$folder" 9>&- \
        || fail "building failed" "The compiler's own messages are above." \
            "If it was killed for want of memory, try: CMAKE_BUILD_PARALLEL_LEVEL=1 $0"
}

# The build folder came along with a checkout that stood elsewhere; CMake would refuse it.
moved() {
    [ -f "$1/CMakeCache.txt" ] && ! grep -qxF "CMAKE_CACHEFILE_DIR:INTERNAL=$1" "$1/CMakeCache.txt"
}

# Qt wants UTF-8; a bare machine has the C locale.
use_utf8() {
    case "$(locale charmap 2>/dev/null)" in
    UTF-8) ;;
    *) [ "$(uname -s)" = Darwin ] || export LC_ALL=C.UTF-8 ;;
    esac
}
