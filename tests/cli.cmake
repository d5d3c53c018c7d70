# SPDX-License-Identifier: GPL-3.0-or-later
# The real edupro-cli, called as a person would call it.
edupro_tests(cli_tests MAIN CoreMain.cpp FOLDERS cli LINKS edupro_people Qt6::Core)
target_compile_definitions(cli_tests PRIVATE EDUPRO_TEST_WITH_QT EDUPRO_CLI="$<TARGET_FILE:edupro-cli>")
add_dependencies(cli_tests edupro-cli)
add_test(NAME cli COMMAND cli_tests)
