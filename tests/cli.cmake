# SPDX-License-Identifier: GPL-3.0-or-later
# The real edupro-cli, called as a person would call it.
edupro_tests(cli_tests MAIN CoreMain.cpp FOLDERS cli LINKS edupro_test_support edupro_test_watch edupro_cli_commands Qt6::Core)
target_compile_definitions(cli_tests PRIVATE EDUPRO_TEST_WITH_QT)
# The program's path is given to one file only, so that a compiler cache serves every clone.
set_source_files_properties(
    cli/Cli.cpp PROPERTIES COMPILE_DEFINITIONS EDUPRO_CLI="$<TARGET_FILE:edupro-cli>" SKIP_PRECOMPILE_HEADERS ON)
add_dependencies(cli_tests edupro-cli)
add_test(NAME cli COMMAND cli_tests)
