#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh machine to the early-warning dashboard: installs what is missing, builds, and opens the example school.
# With no display it does the same job on the terminal and writes the dashboard as readiness.pdf into the current folder.
set -eu
here=$(pwd)
cd "$(dirname "$0")/.."
. installer/packages.sh

has_x_display() {
    [ -n "${DISPLAY:-}" ] || return 1
    screen=${DISPLAY#:}
    # A display on another machine can only be tried; a local one has a socket.
    [ "$screen" = "$DISPLAY" ] || [ -S "/tmp/.X11-unix/X${screen%%.*}" ]
}

has_wayland_display() {
    case ${WAYLAND_DISPLAY:-} in
    '') return 1 ;;
    /*) [ -S "$WAYLAND_DISPLAY" ] ;;
    *) [ -S "${XDG_RUNTIME_DIR:-}/$WAYLAND_DISPLAY" ] ;;
    esac
}

packages=$EDUPRO_BUILD_PACKAGES
if has_wayland_display && ! has_x_display; then packages="$packages qt6-wayland"; fi
ensure_packages "to build and run EduPro" $packages

if [ -n "$EDUPRO_JUST_INSTALLED" ] || [ ! -f build/release/build.ninja ]; then cmake --preset release; fi
cmake --build --preset release --target edupro edupro-cli
programs=$(pwd)/build/release/app
cd "$here"

school=${XDG_DATA_HOME:-$HOME/.local/share}/edupro/contoh.edupro
if [ ! -e "$school" ]; then
    echo "Creating the example school: $school"
    mkdir -p "$(dirname "$school")"
    "$programs/edupro-cli" demo create "$school"
fi

if has_x_display || has_wayland_display; then
    exec "$programs/edupro" --store "$school"
fi

echo "No display here: doing the same job on the terminal."
for step in train predict cluster; do
    echo
    "$programs/edupro-cli" "$step" --store "$school"
done
echo
"$programs/edupro-cli" report readiness --store "$school" --pdf readiness.pdf
echo "The dashboard is in $here/readiness.pdf"
