// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/screenshots.h"

#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QPixmap>
#include <QTimer>

namespace pdsi {

namespace {

bool writeAll(MainWindow &window, const QDir &folder)
{
    bool ok = window.grab().save(folder.filePath(QStringLiteral("workbench.png")));
    // A dock behind another one was never laid out: each is shown at a size of its own.
    for (const DockPlacement &placement : window.docks().placements()) {
        QDockWidget *dock = placement.dock;
        const bool wide = placement.area == Qt::BottomDockWidgetArea;
        dock->setFloating(true);
        dock->resize(wide ? QSize(1280, 480) : QSize(420, 800));
        dock->show();
        ok = dock->grab().save(folder.filePath(dock->objectName() + QStringLiteral(".png"))) && ok;
    }
    return ok;
}

} // namespace

int takeScreenshots(MainWindow &window, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return 5;
    QObject::connect(&window, &MainWindow::opened, &window, [&window, folder](bool ok) {
        // After the event loop has laid out and painted what just arrived.
        QTimer::singleShot(100, &window, [&window, folder, ok] {
            QApplication::exit(ok && writeAll(window, QDir(folder)) ? 0 : 5);
        });
    });
    window.openSample();
    return QApplication::exec();
}

} // namespace pdsi
