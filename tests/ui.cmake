# SPDX-License-Identifier: GPL-3.0-or-later
# Tests of the window with real widgets: once offscreen, once on a virtual X display where there is one.
set(CMAKE_AUTOMOC ON)
get_property(ui_libraries GLOBAL PROPERTY EDUPRO_UI_LIBRARIES)

add_library(edupro_ui_test_support STATIC support/SampleSchool.cpp)
target_link_libraries(edupro_ui_test_support PUBLIC edupro_flags edupro_people)

edupro_tests(
    ui_tests
    MAIN GuiMain.cpp
    FOLDERS ui
    LINKS edupro_test_support edupro_test_watch edupro_ui_test_support edupro_gui Qt6::Widgets Qt6::Test)
target_compile_definitions(ui_tests PRIVATE EDUPRO_TEST_WITH_QT)
if(Qt6LinguistTools_FOUND)
    list(JOIN edupro_lupdate_options " " lupdate_options)
    target_compile_definitions(
        ui_tests PRIVATE EDUPRO_LUPDATE="$<TARGET_FILE:Qt6::lupdate>" EDUPRO_LUPDATE_OPTIONS="${lupdate_options}")
endif()

add_test(NAME ui COMMAND ui_tests)
set_tests_properties(ui PROPERTIES ENVIRONMENT QT_QPA_PLATFORM=offscreen)

find_program(XVFB_RUN xvfb-run)
if(XVFB_RUN)
    add_test(NAME ui_x11 COMMAND ${XVFB_RUN} -a $<TARGET_FILE:ui_tests>)
    set_tests_properties(ui_x11 PROPERTIES ENVIRONMENT QT_QPA_PLATFORM=xcb)
else()
    add_test(NAME ui_x11 COMMAND ${CMAKE_COMMAND} -E echo "SKIPPED: ui_tests on a virtual X display (xvfb-run is not installed)")
endif()

# `ninja screens` renders every page and dialog into build/.../screens, to be looked at.
file(GLOB screen_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/screens/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/screens/*.h)
add_executable(render_screens EXCLUDE_FROM_ALL ${screen_sources})
target_link_libraries(render_screens PRIVATE edupro_flags edupro_demo edupro_ui_test_support edupro_gui Qt6::Widgets Qt6::Test)
add_custom_target(
    screens
    COMMAND ${CMAKE_COMMAND} -E env QT_QPA_PLATFORM=offscreen $<TARGET_FILE:render_screens> ${CMAKE_BINARY_DIR}/screens
    DEPENDS render_screens VERBATIM)
