# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# A static library that carries the data under :/pdsi. A linker drops data nobody refers to, so users of it
# call initResources() before their first read.
set(_pdsi_files
    controls/catalogue.json
    frameworks/crosswalk.json
    reports/report.css
    reports/report.schema.json)
# The sample account is produced by a generator; a tree without it still builds.
file(GLOB _pdsi_sample CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_LIST_DIR}" "${CMAKE_CURRENT_LIST_DIR}/sample/sample.pdsnap")

set(_pdsi_qrc "<RCC>\n  <qresource prefix=\"/pdsi\">\n")
foreach(_file IN LISTS _pdsi_files)
    string(APPEND _pdsi_qrc "    <file alias=\"${_file}\">${CMAKE_CURRENT_LIST_DIR}/${_file}</file>\n")
endforeach()
foreach(_file IN LISTS _pdsi_sample) # a ZIP does not get smaller
    string(APPEND _pdsi_qrc
        "    <file alias=\"${_file}\" compression-algorithm=\"none\">${CMAKE_CURRENT_LIST_DIR}/${_file}</file>\n")
endforeach()
string(APPEND _pdsi_qrc "  </qresource>\n</RCC>\n")
file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/pdsi.qrc" CONTENT "${_pdsi_qrc}" @ONLY)

qt_add_resources(_pdsi_sources "${CMAKE_CURRENT_BINARY_DIR}/pdsi.qrc")
add_library(pdsi_resources STATIC "${CMAKE_CURRENT_LIST_DIR}/resources.cpp" ${_pdsi_sources})
target_include_directories(pdsi_resources PUBLIC "${CMAKE_SOURCE_DIR}")
target_link_libraries(pdsi_resources PUBLIC Qt6::Core)
