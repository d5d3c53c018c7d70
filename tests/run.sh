#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what the tests need, builds, and runs every test; the last lines are ctest's own. Exit code: ctest's.
# Arguments go to ctest, e.g.: sh tests/run.sh -R core
set -eu
cd "$(dirname "$0")/.."
. installer/packages.sh
. tests/support/postgres.sh

ensure_packages "to build and test EduPro" $EDUPRO_BUILD_PACKAGES $EDUPRO_TEST_PACKAGES

work=$(mktemp -d "${TMPDIR:-/tmp}/edupro-tests.XXXXXX")
finish() {
    stop_postgres
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

cmake --preset dev
cmake --build --preset dev
start_postgres

# ctest's closing lines are held back until the skipped tests have been named.
{
    status=0
    ctest --preset dev --no-tests=error "$@" || status=$?
    echo $status >"$work/status"
} | awk -v closing="$work/closing" '/% tests passed/ { late = 1 } late { print >closing; next } { print; fflush() }'
grep -h '^SKIPPED:' build/dev/Testing/Temporary/LastTest.log | sort -u || true
if [ -f "$work/closing" ]; then cat "$work/closing"; fi
exit "$(cat "$work/status")"
