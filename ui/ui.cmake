# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Theme and models need no widgets; the docks and the shell do.
add_library(pdsi_theme STATIC theme/statustheme.cpp theme/statustheme.h)
target_include_directories(pdsi_theme PUBLIC "${CMAKE_SOURCE_DIR}")
target_link_libraries(pdsi_theme PUBLIC pdsi_controls Qt6::Gui PRIVATE pdsi_flags)

add_library(pdsi_models STATIC models/controlresultmodel.cpp models/controlresultmodel.h models/words.cpp models/words.h)
target_link_libraries(pdsi_models PUBLIC pdsi_assessment Qt6::Gui PRIVATE pdsi_flags)

add_library(pdsi_ui STATIC
    findings/controldetailview.cpp findings/controldetailview.h
    findings/controlresultsview.cpp findings/controlresultsview.h
    findings/statusdelegate.cpp findings/statusdelegate.h
    shell/errorwords.cpp shell/errorwords.h
    shell/mainwindow.cpp shell/mainwindow.h)
target_link_libraries(pdsi_ui PUBLIC pdsi_models pdsi_theme pdsi_session Qt6::Widgets PRIVATE pdsi_flags Qt6::Concurrent)
