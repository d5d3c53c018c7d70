# SPDX-License-Identifier: GPL-3.0-or-later
# Tests of everything that works without a window: every folder of tests that has its twin in core, and `architecture`.
get_property(core_libraries GLOBAL PROPERTY EDUPRO_CORE_LIBRARIES)

add_library(edupro_test_support STATIC support/FieldSamples.cpp support/Stores.cpp)
target_link_libraries(edupro_test_support PUBLIC edupro_test_flags ${core_libraries})
target_compile_definitions(edupro_test_support PUBLIC EDUPRO_TEST_WITH_QT)

file(GLOB core_test_folders CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR}/*)
list(FILTER core_test_folders EXCLUDE REGEX "\\.|^(base|ml|ui|cli|bench|fuzz|faults|screens|support)$") # files, and what has a program of its own

set(EDUPRO_TEST_FOLDERS "" CACHE STRING "Folders of core_tests to build, e.g. storage;security; empty: all")
if(EDUPRO_TEST_FOLDERS)
    set(core_test_folders ${EDUPRO_TEST_FOLDERS})
endif()

edupro_tests(
    core_tests
    MAIN CoreMain.cpp
    FOLDERS ${core_test_folders}
    LINKS edupro_test_support ${core_libraries} edupro_logging Qt6::Core Qt6::Test)
add_test(NAME core COMMAND core_tests)
