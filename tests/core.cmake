# SPDX-License-Identifier: GPL-3.0-or-later
# Tests of everything that works without a window.
edupro_tests(
    core_tests
    MAIN CoreMain.cpp
    FOLDERS jobs architecture exchange
    LINKS edupro_jobs edupro_exchange Qt6::Core Qt6::Test)
target_compile_definitions(core_tests PRIVATE EDUPRO_TEST_WITH_QT)
add_test(NAME core COMMAND core_tests)
