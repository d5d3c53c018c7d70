# SPDX-License-Identifier: GPL-3.0-or-later
# Bad days: power cuts, killed programs, failing and full disks. A program of its own, because it puts a layer under SQLite
# and another under its memory before the first connection, and because it starts itself as a child that it kills.
# "[.nightly]" runs the long versions.
edupro_tests(
    fault_tests
    MAIN FaultMain.cpp
    FOLDERS faults
    LINKS edupro_test_support edupro_people Qt6::Core SQLite::SQLite3)
add_test(NAME faults COMMAND fault_tests)
