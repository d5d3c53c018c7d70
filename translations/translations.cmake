# SPDX-License-Identifier: GPL-3.0-or-later
# Sets translation_resources; `ninja translations` reads all tr() texts into edupro_*.ts.
# Without LinguistTools the resource stays empty and the window speaks English.

set(ts_files ${CMAKE_SOURCE_DIR}/translations/edupro_id.ts ${CMAKE_SOURCE_DIR}/translations/edupro_en.ts)
set(qm_dir ${CMAKE_BINARY_DIR}/translations)
set(qrc_rows "")
set(qm_files "")

if(Qt6LinguistTools_FOUND)
    # Entity descriptions name their texts with label("Context", "Text").
    set(edupro_lupdate_options -no-obsolete -locations none -I ${CMAKE_SOURCE_DIR} -tr-function-alias QT_TRANSLATE_NOOP+=label -extensions cpp,h CACHE INTERNAL "")
    foreach(ts IN LISTS ts_files ITEMS ${CMAKE_SOURCE_DIR}/translations/qtbase_id.ts)
        get_filename_component(name ${ts} NAME_WE)
        add_custom_command(
            OUTPUT ${qm_dir}/${name}.qm
            COMMAND Qt6::lrelease -silent ${ts} -qm ${qm_dir}/${name}.qm
            DEPENDS ${ts} VERBATIM)
        list(APPEND qm_files ${qm_dir}/${name}.qm)
        string(APPEND qrc_rows "        <file>${name}.qm</file>\n")
    endforeach()
    add_custom_target(
        translations
        COMMAND Qt6::lupdate -silent ${edupro_lupdate_options} ${CMAKE_SOURCE_DIR}/core ${CMAKE_SOURCE_DIR}/ui ${CMAKE_SOURCE_DIR}/app
                -ts ${CMAKE_SOURCE_DIR}/translations/edupro_id.ts
        COMMAND Qt6::lupdate -silent -pluralonly ${edupro_lupdate_options} ${CMAKE_SOURCE_DIR}/core ${CMAKE_SOURCE_DIR}/ui
                ${CMAKE_SOURCE_DIR}/app -ts ${CMAKE_SOURCE_DIR}/translations/edupro_en.ts
        VERBATIM)
endif()

file(CONFIGURE OUTPUT ${qm_dir}/translations.qrc CONTENT "<RCC>\n    <qresource prefix=\"/i18n\">\n@qrc_rows@    </qresource>\n</RCC>\n" @ONLY)
qt_add_resources(translation_resources ${qm_dir}/translations.qrc)
