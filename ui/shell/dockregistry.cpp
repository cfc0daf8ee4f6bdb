// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dockregistry.h"

#include "ui/models/appsettings.h"

#include <QDockWidget>
#include <QMainWindow>

namespace pdsi {

namespace {

const QString layoutName = QStringLiteral("layout");
const QString knownName = QStringLiteral("layoutDocks");
constexpr int layoutVersion = 1;

// Of a 1280 x 800 window.
constexpr int leftWidth = 300, rightWidth = 360, bottomHeight = 270;

} // namespace

DockRegistry::DockRegistry(QMainWindow &window)
    : m_window(window)
{
}

void DockRegistry::add(const DockPlacement &placement)
{
    m_placements << placement;
    place(placement);
}

QDockWidget *DockRegistry::dock(const QString &objectName) const
{
    for (const DockPlacement &placement : m_placements) {
        if (placement.dock->objectName() == objectName)
            return placement.dock;
    }
    return nullptr;
}

void DockRegistry::raise(const QString &objectName) const
{
    if (QDockWidget *wanted = dock(objectName)) {
        wanted->show();
        wanted->raise();
    }
}

void DockRegistry::place(const DockPlacement &placement) const
{
    m_window.addDockWidget(placement.area, placement.dock);
    placement.dock->setFloating(false);
    if (QDockWidget *partner = dock(placement.tabbedWith))
        m_window.tabifyDockWidget(partner, placement.dock);
    placement.dock->setVisible(placement.shown);
}

void DockRegistry::applyDefault()
{
    for (const DockPlacement &placement : m_placements)
        m_window.removeDockWidget(placement.dock);
    for (const DockPlacement &placement : m_placements)
        place(placement);
    QList<QDockWidget *> left, right, bottom;
    for (const DockPlacement &placement : m_placements) {
        if (placement.area == Qt::LeftDockWidgetArea)
            left << placement.dock;
        else if (placement.area == Qt::RightDockWidgetArea)
            right << placement.dock;
        else
            bottom << placement.dock;
        if (placement.raised)
            placement.dock->raise();
    }
    m_window.resizeDocks(left, QList<int>(left.size(), leftWidth), Qt::Horizontal);
    m_window.resizeDocks(right, QList<int>(right.size(), rightWidth), Qt::Horizontal);
    m_window.resizeDocks(bottom, QList<int>(bottom.size(), bottomHeight), Qt::Vertical);
}

void DockRegistry::save(AppSettings &settings) const
{
    QStringList known;
    for (const DockPlacement &placement : m_placements)
        known << placement.dock->objectName();
    settings.setBlob(layoutName, m_window.saveState(layoutVersion));
    settings.setList(knownName, known);
}

bool DockRegistry::restore(const AppSettings &settings)
{
    const QByteArray layout = settings.blob(layoutName);
    if (layout.isEmpty() || !m_window.restoreState(layout, layoutVersion)) {
        applyDefault();
        return false;
    }
    const QStringList known = settings.list(knownName);
    for (const DockPlacement &placement : m_placements) {
        if (!known.contains(placement.dock->objectName()))
            place(placement);
    }
    return true;
}

} // namespace pdsi
