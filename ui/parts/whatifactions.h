// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace pdsi {

class CoverageSource;
class Selection;

/// The what-ifs about the person or schedule pointed at, as actions of a dock: "<dock>.personAway",
/// "<dock>.scheduleRemoved" (both checked while supposed) and "<dock>.resetWhatIf".
class WhatIfActions : public QObject
{
    Q_OBJECT
public:
    WhatIfActions(Selection &selection, CoverageSource &source, const QString &dockName, QWidget *dock);

    QAction *personAway() const { return m_personAway; }
    QAction *scheduleRemoved() const { return m_scheduleRemoved; }
    QAction *reset() const { return m_reset; }

private:
    QAction *add(const QString &name, const QString &text, QWidget *dock);
    void follow();

    Selection &m_selection;
    CoverageSource &m_source;
    QAction *m_personAway;
    QAction *m_scheduleRemoved;
    QAction *m_reset;
};

} // namespace pdsi
