# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Language level, warnings, instrumentation and the packages every configuration needs.
include(FeatureSummary)

option(PDSI_BUILD_UI "Build the workbench (Qt Widgets)" ON)
option(PDSI_BUILD_TESTS "Build the tests" ON)
option(PDSI_WERROR "Treat compiler warnings as errors" OFF)
set(PDSI_SANITIZE "" CACHE STRING "Sanitizers, comma separated (address,undefined or thread)")
option(PDSI_COVERAGE "Instrument for gcov" OFF)
add_feature_info(workbench PDSI_BUILD_UI "the desktop audit workbench")
add_feature_info(tests PDSI_BUILD_TESTS "unit, contract and lint tests")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(PDSI_CCACHE ccache)
if(PDSI_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${PDSI_CCACHE})
endif()

# Links the many small test programs several times faster than the default linker.
find_program(PDSI_MOLD mold)
if(PDSI_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Network Sql Concurrent Test)
if(PDSI_BUILD_UI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets Svg Charts PrintSupport)
    find_package(Qt6LinguistTools 6.4 QUIET)
    add_feature_info(translations Qt6LinguistTools_FOUND "languages of the workbench other than English (Qt's lrelease)")
endif()
find_package(Qt6Keychain REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(libzstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(libqpdf REQUIRED IMPORTED_TARGET libqpdf)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)

add_library(pdsi_flags INTERFACE)
target_compile_options(pdsi_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
if(CMAKE_UNITY_BUILD)
    # Joined sources are included by another file; to the compiler every class of theirs seems to stand in a header.
    # And names of one file seem to hide those of another.
    target_compile_options(pdsi_flags INTERFACE -Wno-subobject-linkage -Wno-shadow)
endif()
if(PDSI_WERROR)
    target_compile_options(pdsi_flags INTERFACE -Werror)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
        # A guess, and GCC's manual says that it is often wrong.
        target_compile_options(pdsi_flags INTERFACE -Wno-error=dangling-reference)
    endif()
endif()
target_compile_definitions(pdsi_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
    # The floor is 6.4: what later versions call deprecated may have no replacement there.
    target_compile_definitions(pdsi_flags INTERFACE QT_WARN_DEPRECATED_UP_TO=0x060400)
endif()
if(PDSI_SANITIZE)
    set(_san "${PDSI_SANITIZE}")
    target_compile_options(pdsi_flags INTERFACE -fsanitize=${_san} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    target_link_options(pdsi_flags INTERFACE -fsanitize=${_san})
    add_feature_info(sanitizers ON "${PDSI_SANITIZE}")
endif()
if(PDSI_COVERAGE)
    target_compile_options(pdsi_flags INTERFACE --coverage)
    target_link_options(pdsi_flags INTERFACE --coverage)
endif()
