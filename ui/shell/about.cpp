// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/about.h"

#include "ui/evidence/jsonhighlighting.h"
#include "ui/models/translate.h"

#include <QApplication>
#include <QMessageBox>

namespace pdsi {

void showAbout(QWidget *parent)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About %1").arg(QApplication::applicationDisplayName()), {},
                                QMessageBox::Close, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(QStringLiteral("about"));
    box->setIconPixmap(QApplication::windowIcon().pixmap(64, 64));
    box->setText(QStringLiteral("<h3>%1 %2</h3>").arg(QApplication::applicationDisplayName(), QApplication::applicationVersion()));
    box->setInformativeText(
        tr("<p>Read-only security audit of a PagerDuty account: it never writes to the account.</p>"
           "<p>Qt %1. Raw evidence is highlighted by: %2.</p>"
           "<p>Licence: GPL-3.0-or-later. Not made, endorsed or supported by PagerDuty, Inc.</p>")
            .arg(QLatin1String(qVersion()), JsonHighlighting::description().toHtmlEscaped()));
    box->open();
}

} // namespace pdsi
