// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace pdsi {

/// A file dialog that does not stop the rest of the window. `chosen` is called with a path, or not at all.
struct FileQuestion {
    QString title;
    QStringList filters;       ///< "Snapshot archives (*.pdsnap)"
    bool save = false;         ///< asks before a file is replaced
    QString suggestion = {};   ///< file name when saving
    QString suffix = {};       ///< added when the name has none
};

void askForFile(QWidget *parent, const FileQuestion &question, const std::function<void(const QString &path)> &chosen);

} // namespace pdsi
