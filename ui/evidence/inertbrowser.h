// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace pdsi {

/// Shows our own pages. Loads nothing from anywhere: the only pictures are the theme's icons, named
/// `pdsi-icon:status/<name>` and `pdsi-icon:severity/<name>`; whatever else is asked for is empty. Links are reported by anchorClicked, never followed.
class InertBrowser : public QTextBrowser
{
    Q_OBJECT
public:
    explicit InertBrowser(QWidget *parent = nullptr);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
};

} // namespace pdsi
