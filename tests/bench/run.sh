#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the benchmarks in release mode and prints their table. Nothing is asserted: times depend on the machine.
# Arguments: names of benchmarks (all when none is given; later ones use the school that "import" makes).
set -eu
cd "$(dirname "$0")/../.."
[ -f build/bench/build.ninja ] || cmake --preset bench >&2
cmake --build --preset bench --target edupro_bench >&2

folder=$(mktemp -d "${TMPDIR:-/tmp}/edupro-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM

[ $# -gt 0 ] || set -- $(build/bench/tests/edupro_bench --list)
printf '%-52s %5s %10s %10s %8s  %s\n' 'what' 'runs' 'p50 ms' 'p95 ms' 'peak MB' 'aim'
for name in "$@"; do
    build/bench/tests/edupro_bench "$name" "$folder"
done
