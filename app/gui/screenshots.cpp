// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/screenshots.h"

#include "ui/graph/graphview.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QPixmap>
#include <QTimer>

namespace pdsi {

namespace {

constexpr int lookAgainMs = 50;
constexpr int longestWaitMs = 20'000;

/// A dock behind another one was never laid out: each is shown at a size of its own.
void floatAll(MainWindow &window)
{
    for (const DockPlacement &placement : window.docks().placements()) {
        const bool wide = placement.area == Qt::BottomDockWidgetArea;
        placement.dock->setFloating(true);
        placement.dock->resize(wide ? QSize(1280, 480) : QSize(420, 800));
        placement.dock->show();
    }
}

bool isSettled(const MainWindow &window)
{
    const auto *graph = window.findChild<GraphView *>();
    return !graph || graph->isSettled();
}

void grabAll(MainWindow &window, const QDir &folder, bool ok, int waitedMs)
{
    if (!isSettled(window) && waitedMs < longestWaitMs) {
        QTimer::singleShot(lookAgainMs, &window, [&window, folder, ok, waitedMs] { grabAll(window, folder, ok, waitedMs + lookAgainMs); });
        return;
    }
    for (const DockPlacement &placement : window.docks().placements())
        ok = placement.dock->grab().save(folder.filePath(placement.dock->objectName() + QStringLiteral(".png"))) && ok;
    QApplication::exit(ok ? 0 : 5);
}

} // namespace

int takeScreenshots(MainWindow &window, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return 5;
    QObject::connect(&window, &MainWindow::opened, &window, [&window, folder](bool ok) {
        // After the event loop has laid out and painted what just arrived.
        QTimer::singleShot(300, &window, [&window, folder, ok] {
            const bool written = window.grab().save(QDir(folder).filePath(QStringLiteral("workbench.png")));
            floatAll(window);
            QTimer::singleShot(300, &window, [&window, folder, good = ok && written] { grabAll(window, QDir(folder), good, 0); });
        });
    });
    window.openSample();
    return QApplication::exec();
}

} // namespace pdsi
