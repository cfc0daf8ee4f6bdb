# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# The two shapes of target this project has: a core stage and a test.

# pdsi_add_stage(NAME PUBLIC ... PRIVATE ...)
# One static library `pdsi_NAME` of all sources in this folder, linking exactly what it names. A folder inside it
# with a CMakeLists.txt of its own is a target of its own.
function(pdsi_add_stage NAME)
    cmake_parse_arguments(ARG "" "" "PUBLIC;PRIVATE" ${ARGN})
    file(GLOB_RECURSE _sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
    file(GLOB _nested RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}/*/CMakeLists.txt")
    foreach(_list IN LISTS _nested)
        get_filename_component(_folder "${_list}" DIRECTORY)
        list(FILTER _sources EXCLUDE REGEX "/${_folder}/[^/]+$")
    endforeach()
    add_library(pdsi_${NAME} STATIC ${_sources})
    target_include_directories(pdsi_${NAME} PUBLIC "${CMAKE_SOURCE_DIR}")
    target_link_libraries(pdsi_${NAME} PUBLIC ${ARG_PUBLIC} PRIVATE pdsi_flags ${ARG_PRIVATE})
endfunction()

# pdsi_add_test(NAME SOURCES ... LINK ... [LABELS ...] [ENV ...])
# One Qt Test program `tst_NAME`, run offscreen with a data directory of its own.
function(pdsi_add_test NAME)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK;LABELS;ENV" ${ARGN})
    add_executable(tst_${NAME} ${ARG_SOURCES})
    target_link_libraries(tst_${NAME} PRIVATE pdsi_flags Qt6::Test ${ARG_LINK})
    if(TARGET pdsi_openssluntilexit)
        target_link_libraries(tst_${NAME} PRIVATE pdsi_openssluntilexit)
    endif()
    add_test(NAME ${NAME} COMMAND tst_${NAME})
    set(_seconds 600)
    if(PDSI_SANITIZE)
        set(_seconds 1800)
    endif()
    math(EXPR _milliseconds "${_seconds} * 1000") # Qt Test stops one function after five minutes unless told
    set(_home "${CMAKE_BINARY_DIR}/testhome/${NAME}")
    file(MAKE_DIRECTORY "${_home}")
    set_tests_properties(${NAME} PROPERTIES TIMEOUT ${_seconds} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;QTEST_FUNCTION_TIMEOUT=${_milliseconds};XDG_DATA_HOME=${_home}/data;XDG_CONFIG_HOME=${_home}/config;PDSI_SOURCE_DIR=${CMAKE_SOURCE_DIR};PDSI_BINARY_DIR=${CMAKE_BINARY_DIR};${ARG_ENV}")
endfunction()
