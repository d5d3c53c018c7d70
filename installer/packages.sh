# SPDX-License-Identifier: GPL-3.0-or-later
# The packages EduPro needs on Debian 12 and Ubuntu 24.04, in one place, and how they are installed.
# Read by installer/run.sh and tests/run.sh with "."; POSIX sh. "a|b": the first one that the system offers.

# To build and run the programs.
EDUPRO_BUILD_PACKAGES="
    g++ cmake ninja-build ccache
    qt6-base-dev qt6-charts-dev|libqt6charts6-dev qt6-svg-dev|libqt6svg6-dev
    libqt6opengl6-dev libgl1-mesa-dev libxkbcommon-dev
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libqt6sql6-sqlite libqt6sql6-psql libssl-dev libsqlite3-dev libzip-dev libzxcvbn-dev fonts-open-sans"

# To test them: the test library, a display for the window, a private PostgreSQL, a reader of PDF, the format check.
EDUPRO_TEST_PACKAGES="catch2 xvfb xauth postgresql poppler-utils clang-format-14"

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Prints those of the given packages that are not installed, with their alternatives.
missing_packages() {
    for wanted in "$@"; do
        found=no
        for name in $(echo "$wanted" | tr '|' ' '); do
            if is_installed "$name"; then found=yes; fi
        done
        [ $found = yes ] || echo "$wanted"
    done
}

# Prints, for each package with alternatives, the first one that apt can install.
offered_packages() {
    for wanted in "$@"; do
        chosen=
        for name in $(echo "$wanted" | tr '|' ' '); do
            if [ -z "$chosen" ] && apt-cache show "$name" >/dev/null 2>&1; then chosen=$name; fi
        done
        echo "${chosen:-${wanted%%|*}}"
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        echo "Not root and no sudo here. Ask an administrator to run: $*" >&2
        return 1
    fi
}

# ensure_packages REASON PACKAGE...: says what is missing and why, and installs it. Touches nothing when all is there.
# Sets EDUPRO_JUST_INSTALLED to what it installed.
EDUPRO_JUST_INSTALLED=
ensure_packages() {
    reason=$1
    shift
    if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
        echo "This system has no apt. Going on; if the build fails, install the equivalents of:" "$@"
        return 0
    fi
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    echo "Installing what is missing $reason:" $missing
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q || return 1
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
        $(offered_packages $missing) || {
        echo "apt could not install the packages above. Check the network and the package sources, then run this again." >&2
        return 1
    }
    EDUPRO_JUST_INSTALLED=$missing
}
