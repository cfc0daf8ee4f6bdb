// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pdsi {

class MainWindow;

/// Opens the sample account, writes `workbench.png` and one PNG per dock into `folder` and ends the event loop.
/// Returns the process's exit code: 0, or 5 when a picture could not be written.
int takeScreenshots(MainWindow &window, const QString &folder);

} // namespace pdsi
