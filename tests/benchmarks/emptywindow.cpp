// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The least a Qt window needs: what the workbench's start is measured against.
#include "app/gui/firstpaint.h"

#include <QApplication>
#include <QMainWindow>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1280, 800);
    pdsi::announceFirstPaint(window);
    window.show();
    return QApplication::exec();
}
