# SPDX-License-Identifier: GPL-3.0-or-later
# Tests that look for secrets in all that a program ever wrote: a library loaded before the program keeps a copy of it.
# Sanitizers have to be loaded first themselves, and other systems load nothing before a program.
add_library(edupro_test_watch STATIC support/Written.cpp)
target_link_libraries(edupro_test_watch PUBLIC edupro_test_flags edupro_base Qt6::Core)
target_compile_definitions(edupro_test_watch PUBLIC EDUPRO_TEST_WITH_QT)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND NOT EDUPRO_SANITIZE)
    add_library(edupro_write_log MODULE support/written/WriteLog.cpp)
    target_link_libraries(edupro_write_log PRIVATE edupro_flags)
    add_dependencies(edupro_test_watch edupro_write_log)
    set_source_files_properties(
        support/Written.cpp PROPERTIES COMPILE_DEFINITIONS EDUPRO_WRITE_LOG="$<TARGET_FILE:edupro_write_log>")
endif()
