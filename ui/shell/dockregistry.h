// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <QMainWindow>

class QDockWidget;

namespace pdsi {

class AppSettings;

/// Where a dock goes in the default layout.
struct DockPlacement {
    QDockWidget *dock = nullptr;      ///< with an objectName that never changes
    Qt::DockWidgetArea area = Qt::LeftDockWidgetArea;
    QString tabbedWith = {};          ///< objectName of a dock added before, or empty
    bool raised = false;              ///< in front of those it is tabbed with
    bool shown = true;
};

/// All docks of the window: the default layout, and the saved one with an upgrade path. A layout saved by an earlier
/// version knows fewer docks; the others then appear where the default puts them.
class DockRegistry
{
public:
    explicit DockRegistry(QMainWindow &window);

    void add(const DockPlacement &placement);
    const QList<DockPlacement> &placements() const { return m_placements; }
    QDockWidget *dock(const QString &objectName) const;
    /// Shows it, also when it was closed, and puts it in front.
    void raise(const QString &objectName) const;

    void applyDefault();
    void save(AppSettings &settings) const;
    /// False when nothing usable was saved; then the default is applied.
    bool restore(const AppSettings &settings);

private:
    void place(const DockPlacement &placement) const;

    QMainWindow &m_window;
    QList<DockPlacement> m_placements;
};

} // namespace pdsi
