# SPDX-License-Identifier: GPL-3.0-or-later
# A PostgreSQL of the tests' own: a fresh cluster in a temporary folder, reached through a Unix socket only.
# Read with "."; POSIX sh. start_postgres exports EDUPRO_TEST_POSTGRES or says why there is none.

EDUPRO_POSTGRES_DIR=

# PostgreSQL refuses to run as root; then its own system user runs it.
as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

newest_postgres_bin() {
    for dir in /usr/lib/postgresql/*/bin; do
        if [ -x "$dir/initdb" ] && [ -x "$dir/pg_ctl" ]; then echo "$dir"; fi
    done | sort -t/ -k5 -n | tail -n 1
}

start_postgres() {
    postgres_bin=$(newest_postgres_bin)
    if [ -z "$postgres_bin" ]; then
        echo "No PostgreSQL programs here: the tests on PostgreSQL will be skipped."
        return 0
    fi
    # Not under TMPDIR: a socket's path may have 107 bytes at most.
    EDUPRO_POSTGRES_DIR=$(mktemp -d /tmp/edupro-pg.XXXXXX)
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$EDUPRO_POSTGRES_DIR"; fi
    # Durability is not what these tests are about: fsync off makes them several times faster.
    if (
        cd "$EDUPRO_POSTGRES_DIR" &&
            as_postgres "$postgres_bin/initdb" -D data -U edupro -A trust -E UTF8 --locale=C.UTF-8 --no-sync \
                >initdb.log 2>&1 &&
            as_postgres "$postgres_bin/pg_ctl" -D data -w -t 60 -l server.log start -o "-c listen_addresses='' \
                -c unix_socket_directories='$EDUPRO_POSTGRES_DIR' -c port=54329 -c fsync=off \
                -c synchronous_commit=off -c full_page_writes=off -c max_connections=40" >start.log 2>&1 &&
            as_postgres "$postgres_bin/createdb" -h "$EDUPRO_POSTGRES_DIR" -p 54329 -U edupro edupro_test
    ); then
        EDUPRO_TEST_POSTGRES="host=$EDUPRO_POSTGRES_DIR;port=54329;dbname=edupro_test;user=edupro"
        export EDUPRO_TEST_POSTGRES
    else
        echo "PostgreSQL did not start: the tests on it will be skipped. What it said:" >&2
        tail -n 5 "$EDUPRO_POSTGRES_DIR"/*.log >&2 || true
    fi
}

stop_postgres() {
    [ -n "$EDUPRO_POSTGRES_DIR" ] || return 0
    if [ -f "$EDUPRO_POSTGRES_DIR/data/postmaster.pid" ]; then
        (cd "$EDUPRO_POSTGRES_DIR" && as_postgres "$postgres_bin/pg_ctl" -D data -m immediate -w stop >/dev/null 2>&1) || true
    fi
    rm -rf "$EDUPRO_POSTGRES_DIR"
    EDUPRO_POSTGRES_DIR=
}
